"""Days and times as people say them, in the window's language."""

from __future__ import annotations

from datetime import datetime, timedelta

from PySide6.QtCore import QCoreApplication, QDate, QLocale, QTime

from app.ui.words import ui_locale

_SECONDS_IN_MINUTE = 60


def moment_words(when: datetime, now: datetime) -> str:
    """``today 14:22``, ``yesterday 9:05``, ``tomorrow 9:00``, or the date, with its year when that is another one.

    Both times carry a zone.
    """
    local, today = when.astimezone(), now.astimezone().date()
    time = ui_locale().toString(QTime(local.hour, local.minute), "H:mm")
    if local.date() == today:
        return QCoreApplication.translate("Moments", "today %1").replace("%1", time)
    if local.date() == today - timedelta(days=1):
        return QCoreApplication.translate("Moments", "yesterday %1").replace("%1", time)
    if local.date() == today + timedelta(days=1):
        return QCoreApplication.translate("Moments", "tomorrow %1").replace("%1", time)
    day = near_day(local) if local.year == today.year else day_words(local)
    return f"{day} {time}"


def dated_time(when: datetime) -> str:
    """The day with its year and the time, here."""
    local = when.astimezone()
    return f"{day_words(local)} {ui_locale().toString(QTime(local.hour, local.minute), 'H:mm')}"


def near_day(when: datetime) -> str:
    """The day and month without the year, short, for a day of this year."""
    return _in_pattern(when, "d. M.", "d MMM")


def day_words(when: datetime) -> str:
    """The day, month and year, short."""
    return _in_pattern(when, "d. M. yyyy", "d MMM yyyy")


def long_day(when: datetime) -> str:
    """The day of the week with day and month."""
    return _in_pattern(when.astimezone(), "dddd d. MMMM", "dddd d MMMM")


def _in_pattern(when: datetime, czech: str, english: str) -> str:
    locale = ui_locale()
    pattern = czech if locale.language() is QLocale.Language.Czech else english
    return locale.toString(QDate(when.year, when.month, when.day), pattern)


def clock_words(milliseconds: int) -> str:
    """A length of time as ``m:ss``, with hours when there are any."""
    seconds = max(0, milliseconds) // 1000
    minutes, rest = divmod(seconds, _SECONDS_IN_MINUTE)
    hours, minutes = divmod(minutes, _SECONDS_IN_MINUTE)
    return f"{hours}:{minutes:02}:{rest:02}" if hours else f"{minutes}:{rest:02}"
