"""When to call again: a rep's own words ("zítra 9", "next tue 3pm") made into a moment, and said back in full."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta

from app.leads.date_draft import Draft, NotADate
from app.leads.date_rules import read_words
from app.playbook.vocabulary import Lang


@dataclass(frozen=True, slots=True)
class DayHours:
    """The hour that a part of the day stands for. These are starting guesses, meant to be set by the firm."""

    early: int = 8
    forenoon: int = 9
    before_lunch: int = 11
    noon: int = 12
    after_lunch: int = 13
    afternoon: int = 14
    evening: int = 18
    working_from: int = 7

    def starts(self, part: str) -> int:
        """The hour at which ``part`` (a key of ``date_words.PARTS``) is taken to start."""
        return int(getattr(self, part))


@dataclass(frozen=True, slots=True)
class When:
    """A moment ahead.

    Attributes:
        moment: Local time with its zone; ``None`` when only the day was said.
        day: The local day.
        understood: The moment said back in words, in the asked language.
    """

    moment: datetime | None
    day: date
    understood: str

    @property
    def iso(self) -> str:
        """ISO 8601: local time with its offset to the minute, or the bare date."""
        return self.day.isoformat() if self.moment is None else self.moment.isoformat(timespec="minutes")


USUAL_HOURS = DayHours()
_PART_ENDS = {"early": 10, "forenoon": 12, "after_lunch": 17, "afternoon": 17, "evening": 21}


def read_when(words: str, now: datetime, lang: str, hours: DayHours = USUAL_HOURS) -> When | None:
    """Reads ``words`` as a day or a moment from ``now`` on.

    Args:
        words: English or Czech, with or without diacritics, e.g. "pozítří v 14:30", "next tue 3pm", "po 15.".
        now: The present, aware and in the rep's own zone (a ``ZoneInfo``, so that changes of the clock come out right).
        lang: Language of the answer; it also settles what "12/11" and Czech abbreviations mean.
        hours: What parts of the day stand for.

    Returns:
        The moment, never before ``now``; ``None`` when the words are not understood or have passed.
    """
    try:
        draft = read_words(words, now.date(), lang)
        return _resolve(draft, now, hours)
    except NotADate:
        return None


def when_at(moment: datetime, now: datetime, lang: str) -> When:
    """A moment picked on a calendar and a clock."""
    return When(moment, moment.date(), say_when(moment.date(), moment.time(), now.year, lang))


def when_on(day: date, now: datetime, lang: str) -> When:
    """A day picked on a calendar."""
    return When(None, day, say_when(day, None, now.year, lang))


def when_from(iso: str, now: datetime, lang: str) -> When | None:
    """Reads ``When.iso`` back (also without an offset: then it is the zone of ``now``); ``None`` if it is neither."""
    try:
        if len(iso) <= len("2026-12-24"):
            return when_on(date.fromisoformat(iso), now, lang)
        moment = datetime.fromisoformat(iso)
    except ValueError:
        return None
    local = moment.replace(tzinfo=now.tzinfo) if moment.tzinfo is None else moment.astimezone(now.tzinfo)
    return when_at(local, now, lang)


_DAYS = {
    Lang.EN: ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"),
    Lang.CS: ("pondělí", "úterý", "středa", "čtvrtek", "pátek", "sobota", "neděle"),
}
_MONTH_NAMES = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]
_VE_HOURS = frozenset((2, 3, 4, 12, 13, 14, 20, 21, 22, 23))
"""Hours that Czech says with "ve" ("ve tři"), not "v"."""


def say_when(day: date, at: time | None, year_now: int, lang: str) -> str:
    """The day and time in words; the year only when it is not ``year_now``."""
    if lang == Lang.CS:
        text = f"{_DAYS[Lang.CS][day.weekday()]} {day.day}. {day.month}."
        text += f" {day.year}" if day.year != year_now else ""
        return text if at is None else f"{text} {_czech_time(at)}"
    text = f"{_DAYS[Lang.EN][day.weekday()]} {day.day} {_MONTH_NAMES[day.month - 1]}"
    text += f" {day.year}" if day.year != year_now else ""
    return text if at is None else f"{text} at {_english_time(at)}"


def _czech_time(at: time) -> str:
    preposition = "ve" if at.hour in _VE_HOURS else "v"
    hour = f"{at.hour:02}" if at.hour < USUAL_HOURS.working_from else str(at.hour)
    return f"{preposition} {hour}:{at.minute:02}"


def _english_time(at: time) -> str:
    return f"{at.hour % 12 or 12}:{at.minute:02} {'am' if at.hour < 12 else 'pm'}"


def _resolve(draft: Draft, now: datetime, hours: DayHours) -> When:
    if draft.minutes is not None:
        return _span(draft, now)
    day = _day(draft)
    if draft.time is None and not draft.part:
        if day is None or day < now.date():
            raise NotADate
        return When(None, day, say_when(day, None, now.year, draft.lang))
    at = _clock(draft, hours)
    moment = _later_today(draft, day, at, now) or _first_ahead(day, at, now)
    return When(moment, moment.date(), say_when(moment.date(), moment.time(), now.year, draft.lang))


def _span(draft: Draft, now: datetime) -> When:
    if any((draft.day, draft.weekday, draft.weeks, draft.time, draft.part)):
        raise NotADate
    late = now.astimezone(UTC) + timedelta(minutes=draft.minutes or 0, seconds=59)
    moment = late.replace(second=0, microsecond=0).astimezone(now.tzinfo)
    return When(moment, moment.date(), say_when(moment.date(), moment.time(), now.year, draft.lang))


def _day(draft: Draft) -> date | None:
    """The day that was said, if any; a bare weekday is the coming one, never today."""
    if draft.day is not None:
        if draft.weeks is None and draft.weekday not in (None, draft.day.weekday()):
            raise NotADate
        if draft.weekday is None or draft.weeks is None:
            return draft.day
    if draft.weekday is None and draft.weeks is None:
        return None
    if draft.weeks is None:
        ahead = (int(draft.weekday or 0) - draft.today.weekday()) % 7 or 7
        return draft.today + timedelta(days=ahead)
    monday = draft.today - timedelta(days=draft.today.weekday())
    day = monday + timedelta(days=7 * draft.weeks + (draft.weekday or 0))
    return day if day >= draft.today else day + timedelta(days=7)


def _clock(draft: Draft, hours: DayHours) -> time:
    if draft.time is None:
        return time(hours.starts(draft.part))
    hour, minute = draft.time
    if draft.half:
        return time(hour % 12 + (12 if draft.half == "p" else 0), minute)
    if draft.literal or draft.part in ("early", "forenoon"):
        return time(hour, minute)
    late = draft.part in ("afternoon", "after_lunch", "evening")
    if hour < 12 and (late or 1 <= hour < hours.working_from):
        hour += 12
    return time(hour, minute)


def _later_today(draft: Draft, day: date | None, at: time, now: datetime) -> datetime | None:
    """The next half hour, when a part of today was said that has begun and is not over."""
    end = _PART_ENDS.get(draft.part)
    if draft.time is not None or day not in (None, now.date()) or end is None or now.time() < at:
        return None
    half_hours = now.hour * 2 + now.minute // 30 + 1
    if half_hours >= end * 2:
        return None
    return _local(now.date(), time(half_hours // 2, half_hours % 2 * 30), now)


def _first_ahead(day: date | None, at: time, now: datetime) -> datetime:
    """The moment itself; with no day said, today's if it is still ahead, else tomorrow's."""
    moment = _local(day or now.date(), at, now)
    if _ahead(moment, now):
        return moment
    if day is not None:
        raise NotADate
    return _local(now.date() + timedelta(days=1), at, now)


def _local(day: date, at: time, now: datetime) -> datetime:
    """``at`` on ``day`` in the zone of ``now``.

    A time that the spring change leaves out moves an hour ahead; one that the autumn change repeats is the first
    that is not over.
    """
    first = datetime.combine(day, at, tzinfo=now.tzinfo)
    chosen = first if _ahead(first, now) else first.replace(fold=1)
    return chosen.astimezone(UTC).astimezone(now.tzinfo)


def _ahead(moment: datetime, now: datetime) -> bool:
    return moment.astimezone(UTC) >= now.astimezone(UTC)
