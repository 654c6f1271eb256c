"""What each kind of date words adds to the draft; ``date_rules`` says which words are of which kind."""

from __future__ import annotations

import re
from datetime import date, timedelta

from app.leads import date_words as words
from app.leads.date_draft import SATURDAY, Draft, NotADate, month_end, month_later, working_day
from app.playbook.vocabulary import Lang

MOST_DAYS = 3660
"""The farthest day that a span may reach."""
FRIDAY = 4
TIME_RATHER = 180
"""Days ahead from which "9.10" is taken for a time rather than for a date."""
MONTHS = words.numbered(words.MONTHS)


def _last_working_day(day: date) -> date:
    return day - timedelta(days=max(0, day.weekday() - FRIDAY))


def _monday(day: date) -> date:
    return day - timedelta(days=day.weekday())


def _dated(year: str | None, month: int, day: int, today: date) -> date:
    """The date; with no year said, the next such day from ``today`` on."""
    try:
        if year:
            return date(int(year) + (2000 if len(year) <= 2 else 0), month, day)
        this_year = date(today.year, month, day)
    except ValueError as error:
        if year or (month, day) != (2, 29):
            raise NotADate from error
        return date(next(y for y in range(today.year, today.year + 9) if _is_leap(y)), 2, 29)
    return this_year if this_year >= today else _dated(str(today.year + 1), month, day, today)


def _is_leap(year: int) -> bool:
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def _number(said: str | None) -> float:
    if not said:
        return 1
    named = words.NUMBERS.get(said)
    return named if named is not None else float(said.replace(",", "."))


def take_iso(draft: Draft, found: re.Match[str]) -> bool:
    """Reads "2026-12-24", with a time when one follows."""
    draft.take_day(_dated(found["year"], int(found["month"]), int(found["day"]), draft.today))
    if found["hour"]:
        draft.take_time(int(found["hour"]), int(found["minute"]), literal=True)
    return True


def take_dotted(draft: Draft, found: re.Match[str]) -> bool:
    """ "24.12." is a date; "9.30", with no last dot, may be a time as well."""
    day, month = int(found["day"]), int(found["month"])
    known = draft.day is not None or draft.weekday is not None
    if not found["dot"] and (known or not 1 <= month <= 12):
        return False
    dated = _dated(found["year"] or found["short"], month, day, draft.today)
    if not found["dot"] and len(found["month"]) == 2 and (dated - draft.today).days > TIME_RATHER:
        return False
    draft.take_day(dated)
    return True


def take_slashed(draft: Draft, found: re.Match[str]) -> bool:
    """Reads "12/24": month first in English, day first in Czech, whichever is possible."""
    month, day = int(found["one"]), int(found["two"])
    if (draft.lang == Lang.CS and day <= 12) or month > 12:
        month, day = day, month
    draft.take_day(_dated(found["year"], month, day, draft.today))
    return True


def take_named_month(draft: Draft, found: re.Match[str]) -> bool:
    """Reads "24 December", "24. prosince"."""
    month = MONTHS[found["month"]] + 1
    draft.take_day(_dated(found["year"], month, int(found["day"]), draft.today))
    return True


def take_month_day(draft: Draft, found: re.Match[str]) -> bool:
    """Reads "15.", "the 15th": the next such day."""
    day = int(found["day"])
    if not 1 <= day <= 31:
        raise NotADate
    first = draft.today.replace(day=1)
    later = (month_later(first, months) for months in range(3))
    fits = (month.replace(day=day) for month in later if day <= month_end(month).day)
    draft.take_day(next(one for one in fits if one >= draft.today))
    return True


def take_near_day(draft: Draft, found: re.Match[str]) -> bool:
    """Today, tomorrow, the day after, tonight."""
    days = {"today": 0, "tomorrow": 1, "overmorrow": 2, "tonight": 0}[str(found.lastgroup)]
    draft.take_day(draft.today + timedelta(days=days))
    if found.lastgroup == "tonight":
        draft.part = "evening"
    return True


def take_weekday(draft: Draft, found: re.Match[str]) -> bool:
    """A weekday, perhaps of the next week."""
    if draft.weekday is not None or draft.minutes is not None:
        raise NotADate
    draft.weekday = words.weekdays(draft.lang)[found["weekday"]]
    draft.maybe_after = found["weekday"] == "po"
    if found["next"]:
        draft.weeks = 1
    elif found["this"]:
        draft.weeks = 0
    return True


def take_week(draft: Draft, found: re.Match[str]) -> bool:
    """The next week, or the one after it."""
    if draft.weeks is not None:
        raise NotADate
    draft.weeks = 1 if found["next"] else 2
    return True


def take_weekend(draft: Draft, found: re.Match[str]) -> bool:
    """The coming weekend, or the next one."""
    ahead = (SATURDAY - draft.today.weekday()) % 7
    draft.take_day(draft.today + timedelta(days=ahead + (7 if found["next"] else 0)))
    return True


def take_next_month(draft: Draft, _found: re.Match[str]) -> bool:
    """The first working day of the next month."""
    draft.take_day(working_day(month_later(draft.today.replace(day=1), 1)))
    return True


def take_next_year(draft: Draft, _found: re.Match[str]) -> bool:
    """The first working day after New Year's Day."""
    draft.take_day(working_day(date(draft.today.year + 1, 1, 2)))
    return True


def take_edge(draft: Draft, found: re.Match[str]) -> bool:
    """The beginning, middle or end of a week, a month or the year."""
    edge = "early" if found["early"] else "middle" if found["middle"] else "late"
    if found["week"]:
        return _take_week_edge(draft, edge, later=bool(found["next"]))
    if found["year"]:
        year = draft.today.year + bool(found["next"] or edge == "early")
        first = date(year, {"early": 1, "middle": 7, "late": 12}[edge], 2)
    else:
        first = _edge_month(draft.today, found["named"], later=bool(found["next"]))
    draft.take_day(_edge_day(draft.today, first, edge))
    return True


def _take_week_edge(draft: Draft, edge: str, *, later: bool) -> bool:
    weekday = {"early": 0, "middle": 2, "late": FRIDAY}[edge]
    day = _monday(draft.today) + timedelta(days=weekday + (7 if later else 0))
    draft.take_day(day if day >= draft.today else day + timedelta(days=7))
    return True


def _edge_month(today: date, named: str | None, *, later: bool) -> date:
    if not named:
        return month_later(today.replace(day=1), int(later))
    month = MONTHS[named] + 1
    return date(today.year + (month < today.month), month, 1)


def _edge_day(today: date, month: date, edge: str) -> date:
    if edge == "late":
        last = month_end(month)
        return max(_last_working_day(last), min(today, last))
    day = working_day(month.replace(day=15) if edge == "middle" else month)
    return day if day >= today else _edge_day(today, month_later(month.replace(day=1), 1), edge)


def take_month_alone(draft: Draft, found: re.Match[str]) -> bool:
    """A month by itself: its first working day."""
    first = _edge_month(draft.today, found["month"], later=False)
    day = first if first >= draft.today else date(first.year + 1, first.month, 1)
    draft.take_day(working_day(day))
    return True


def take_holidays(draft: Draft, found: re.Match[str]) -> bool:
    """After Christmas or after New Year."""
    month, day = (12, 27) if found["christmas"] else (1, 2)
    draft.take_day(working_day(_dated(None, month, day, draft.today)))
    return True


_SPAN_MINUTES = {"minute": 1, "hour": 60}
_SPAN_DAYS = {"day": 1, "week": 7, "fortnight": 14}


def _take_span(draft: Draft, found: re.Match[str]) -> bool:
    unit = next(name for name in words.UNITS if found[name])
    amount = 0.5 if found["half"] else 0.25 if found["quarter"] else _number(found["amount"])
    amount += 0.5 if found["plushalf"] or found["midhalf"] else 0
    if amount > MOST_DAYS:
        raise NotADate
    if unit in _SPAN_MINUTES:
        extra = int(found["extra"] or 0)
        return _add_minutes(draft, round(amount * _SPAN_MINUTES[unit]) + extra)
    if found["extra"]:
        return False
    if unit in _SPAN_DAYS:
        return _add_days(draft, draft.today + timedelta(days=_whole(amount * _SPAN_DAYS[unit])), unit)
    months = _whole(amount * (12 if unit == "year" else 1))
    return _add_days(draft, month_later(draft.today, months), unit)


def _whole(amount: float) -> int:
    days = round(amount)
    if not 1 <= days <= MOST_DAYS:
        raise NotADate
    return days


def _add_minutes(draft: Draft, minutes: int) -> bool:
    if draft.minutes is not None or not 0 < minutes <= MOST_DAYS * 24 * 60:
        raise NotADate
    draft.minutes = minutes
    return True


def _add_days(draft: Draft, day: date, unit: str) -> bool:
    if (day - draft.today).days > MOST_DAYS:
        raise NotADate
    if unit == "week":  # "in two weeks on Tuesday" names the weekday of that week
        if draft.weeks is not None:
            raise NotADate
        draft.weeks = (_monday(day) - _monday(draft.today)).days // 7
        if draft.weekday is not None:
            return True
    draft.take_day(day)
    return True


def take_clock(draft: Draft, found: re.Match[str]) -> bool:
    """Reads "9:00", "9am", "v 9.30"."""
    hour = found["hour"]
    zoned = len(hour) == 2 and (hour[0] == "0" or int(hour) > 12)
    draft.take_time(int(hour), int(found["minute"] or 0), found["half"] or "", literal=zoned)
    return True


def take_bare_hour(draft: Draft, found: re.Match[str]) -> bool:
    """Reads "9", "devět hodin"."""
    draft.take_time(int(_number(found["hour"])), 0, literal=found["hour"] in ("0", "00"))
    return True


def take_run_together(draft: Draft, found: re.Match[str]) -> bool:
    """Reads "0930"."""
    draft.take_time(int(found["hour"]), int(found["minute"]), found["half"] or "", literal=not found["half"])
    return True


def take_spoken(draft: Draft, found: re.Match[str]) -> bool:
    """ "Půl třetí", "tři čtvrtě na tři", "half past two", "quarter to three"."""
    said = found["hour"]
    hour = words.HOUR_ORDINALS.get(said) or int(_number(said))
    if not 1 <= hour <= 12:
        raise NotADate
    kind = str(next(kind for kind in ("czhalf", "czthree", "czquarter", "half", "past", "to") if found[kind]))
    minute = {"czhalf": 30, "czthree": 45, "czquarter": 15, "half": 30, "past": 15, "to": 45}[kind]
    draft.take_time(hour if kind in ("half", "past") else (hour - 1 or 12), minute)
    return True


def take_part(draft: Draft, found: re.Match[str]) -> bool:
    """Morning, after lunch, evening and the like."""
    part = next(part for part in words.PARTS if found[part])
    if draft.part:
        raise NotADate
    if found["early"] and found["early"].endswith("morning"):
        part = "forenoon"
    draft.part = part
    return True


def take_after(draft: Draft, _found: re.Match[str]) -> bool:
    """What follows is a date to be later than."""
    draft.after = True
    return True


def take_led_span(draft: Draft, found: re.Match[str]) -> bool:
    """A span needs a leading word, unless it can be nothing else ("20 min", "2 weeks")."""
    counted = bool(found["amount"] or found["half"] or found["quarter"])
    if not found["lead"] and not found["tail"]:
        single = any(found[unit] in ("m", "h", "d") for unit in words.UNITS)
        czech_clock = bool(found["hour"]) and not found["hour"].startswith("hour") and not found["half"]
        if not counted or single or czech_clock:
            return False
    if found["lead"] in ("po", "after", "do") and found["day"] and not counted:
        return False
    return _take_span(draft, found)
