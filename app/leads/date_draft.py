"""A date half read: what the words have said so far."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

SATURDAY = 5


class NotADate(Exception):
    """The words say no date, or two different ones."""


@dataclass(slots=True)
class Draft:
    """What was read so far.

    Attributes:
        weeks: Shift of the named weekday's week against this one.
        minutes: A span from now.
        time: Hour and minute as said; ``literal`` means that the hour is not to be moved into working hours.
        half: ``a`` or ``p`` of am and pm.
        part: A part of the day (a key of ``date_words.PARTS``).
        after: The next date is one to be later than.
        maybe_after: Czech "po" was said, which is Monday or "after": the date that follows decides.
    """

    today: date
    lang: str
    day: date | None = None
    weekday: int | None = None
    weeks: int | None = None
    minutes: int | None = None
    time: tuple[int, int] | None = None
    literal: bool = False
    half: str = ""
    part: str = ""
    after: bool = False
    maybe_after: bool = False

    def take_day(self, day: date) -> None:
        """Notes the day; a second, different one is a muddle."""
        if self.maybe_after and day.weekday() != 0:
            self.after, self.weekday = True, None
        if self.after:
            day = working_day(day + timedelta(days=1))
        if self.day not in (None, day):
            raise NotADate
        self.day, self.after, self.maybe_after = day, False, False

    def take_time(self, hour: int, minute: int, half: str = "", *, literal: bool = False) -> None:
        """Notes the time; a second one is a muddle."""
        if self.time is not None or hour > 23 or minute > 59 or (half and not 1 <= hour <= 12):
            raise NotADate
        self.time, self.half, self.literal, self.after = (hour, minute), half[:1], literal, False


def working_day(day: date) -> date:
    """``day``, or the Monday after when it falls on a weekend."""
    return day + timedelta(days=7 - day.weekday()) if day.weekday() >= SATURDAY else day


def month_later(day: date, months: int) -> date:
    """The same day ``months`` later, or that month's last day when it is shorter."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, month_end(date(year, month + 1, 1)).day))


def month_end(day: date) -> date:
    """The last day of the month of ``day``."""
    following = date(day.year + day.month // 12, day.month % 12 + 1, 1)
    return following - timedelta(days=1)
