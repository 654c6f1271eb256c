"""Reads a rep's date words piece by piece into a draft; ``when`` turns the draft into a moment."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

from app.leads import date_words as words
from app.playbook.vocabulary import Lang

LONGEST = 120
"""Characters; longer words are no date."""
MOST_DAYS = 3660
"""The farthest day that a span may reach."""
_FRIDAY, _SATURDAY = 4, 5
_TIME_RATHER = 180
"""Days ahead from which "9.10" is taken for a time rather than for a date."""


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
        self.day, self.after = day, False

    def take_time(self, hour: int, minute: int, half: str = "", *, literal: bool = False) -> None:
        """Notes the time; a second one is a muddle."""
        if self.time is not None or hour > 23 or minute > 59 or (half and not 1 <= hour <= 12):
            raise NotADate
        self.time, self.half, self.literal, self.after = (hour, minute), half[:1], literal, False


def working_day(day: date) -> date:
    """``day``, or the Monday after when it falls on a weekend."""
    return day + timedelta(days=7 - day.weekday()) if day.weekday() >= _SATURDAY else day


def month_later(day: date, months: int) -> date:
    """The same day ``months`` later, or that month's last day when it is shorter."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, _month_end(date(year, month + 1, 1)).day))


def read_words(text: str, today: date, lang: str) -> Draft:
    """Reads all of ``text``.

    Raises:
        NotADate: A word is not understood, or the words contradict each other.
    """
    folded = words.fold(text[: LONGEST + 1])
    if len(folded) > LONGEST:
        raise NotADate
    draft = Draft(today, lang)
    at = 0
    while at < len(folded):
        at = _read_piece(draft, folded, at)
    if draft.after:
        raise NotADate
    return draft


def _read_piece(draft: Draft, text: str, at: int) -> int:
    for pattern, take in _rules(draft.lang):
        found = pattern.match(text, at)
        if found is not None and found.end() > at and take(draft, found):
            return found.end()
    gap = _GAP.match(text, at)
    if gap is None:
        raise NotADate
    return gap.end()


def _month_end(day: date) -> date:
    following = date(day.year + day.month // 12, day.month % 12 + 1, 1)
    return following - timedelta(days=1)


def _last_working_day(day: date) -> date:
    return day - timedelta(days=max(0, day.weekday() - _FRIDAY))


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


def _take_iso(draft: Draft, found: re.Match[str]) -> bool:
    draft.take_day(_dated(found["year"], int(found["month"]), int(found["day"]), draft.today))
    if found["hour"]:
        draft.take_time(int(found["hour"]), int(found["minute"]), literal=True)
    return True


def _take_dotted(draft: Draft, found: re.Match[str]) -> bool:
    """ "24.12." is a date; "9.30", with no last dot, may be a time as well."""
    day, month = int(found["day"]), int(found["month"])
    known = draft.day is not None or draft.weekday is not None
    if not found["dot"] and (known or not 1 <= month <= 12):
        return False
    dated = _dated(found["year"] or found["short"], month, day, draft.today)
    if not found["dot"] and len(found["month"]) == 2 and (dated - draft.today).days > _TIME_RATHER:
        return False
    draft.take_day(dated)
    return True


def _take_slashed(draft: Draft, found: re.Match[str]) -> bool:
    month, day = int(found["one"]), int(found["two"])
    if (draft.lang == Lang.CS and day <= 12) or month > 12:
        month, day = day, month
    draft.take_day(_dated(found["year"], month, day, draft.today))
    return True


def _take_named_month(draft: Draft, found: re.Match[str]) -> bool:
    month = _MONTHS[found["month"]] + 1
    draft.take_day(_dated(found["year"], month, int(found["day"]), draft.today))
    return True


def _take_month_day(draft: Draft, found: re.Match[str]) -> bool:
    day = int(found["day"])
    if not 1 <= day <= 31:
        raise NotADate
    first = draft.today.replace(day=1)
    later = (month_later(first, months) for months in range(3))
    fits = (month.replace(day=day) for month in later if day <= _month_end(month).day)
    draft.take_day(next(one for one in fits if one >= draft.today))
    return True


def _take_near_day(draft: Draft, found: re.Match[str]) -> bool:
    days = {"today": 0, "tomorrow": 1, "overmorrow": 2, "tonight": 0}[str(found.lastgroup)]
    draft.take_day(draft.today + timedelta(days=days))
    if found.lastgroup == "tonight":
        draft.part = "evening"
    return True


def _take_weekday(draft: Draft, found: re.Match[str]) -> bool:
    if draft.weekday is not None or draft.minutes is not None:
        raise NotADate
    draft.weekday = words.weekdays(draft.lang)[found["weekday"]]
    draft.maybe_after = found["weekday"] == "po"
    if found["next"]:
        draft.weeks = 1
    elif found["this"]:
        draft.weeks = 0
    return True


def _take_week(draft: Draft, found: re.Match[str]) -> bool:
    if draft.weeks is not None:
        raise NotADate
    draft.weeks = 1 if found["next"] else 2
    return True


def _take_weekend(draft: Draft, found: re.Match[str]) -> bool:
    ahead = (_SATURDAY - draft.today.weekday()) % 7
    draft.take_day(draft.today + timedelta(days=ahead + (7 if found["next"] else 0)))
    return True


def _take_next_month(draft: Draft, _found: re.Match[str]) -> bool:
    draft.take_day(working_day(month_later(draft.today.replace(day=1), 1)))
    return True


def _take_next_year(draft: Draft, _found: re.Match[str]) -> bool:
    draft.take_day(working_day(date(draft.today.year + 1, 1, 2)))
    return True


def _take_edge(draft: Draft, found: re.Match[str]) -> bool:
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
    weekday = {"early": 0, "middle": 2, "late": _FRIDAY}[edge]
    day = _monday(draft.today) + timedelta(days=weekday + (7 if later else 0))
    draft.take_day(day if day >= draft.today else day + timedelta(days=7))
    return True


def _edge_month(today: date, named: str | None, *, later: bool) -> date:
    if not named:
        return month_later(today.replace(day=1), int(later))
    month = _MONTHS[named] + 1
    return date(today.year + (month < today.month), month, 1)


def _edge_day(today: date, month: date, edge: str) -> date:
    if edge == "late":
        last = _month_end(month)
        return max(_last_working_day(last), min(today, last))
    day = working_day(month.replace(day=15) if edge == "middle" else month)
    return day if day >= today else _edge_day(today, month_later(month.replace(day=1), 1), edge)


def _take_month_alone(draft: Draft, found: re.Match[str]) -> bool:
    first = _edge_month(draft.today, found["month"], later=False)
    day = first if first >= draft.today else date(first.year + 1, first.month, 1)
    draft.take_day(working_day(day))
    return True


def _take_holidays(draft: Draft, found: re.Match[str]) -> bool:
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


def _take_clock(draft: Draft, found: re.Match[str]) -> bool:
    hour = found["hour"]
    zoned = len(hour) == 2 and (hour[0] == "0" or int(hour) > 12)
    draft.take_time(int(hour), int(found["minute"] or 0), found["half"] or "", literal=zoned)
    return True


def _take_bare_hour(draft: Draft, found: re.Match[str]) -> bool:
    draft.take_time(int(_number(found["hour"])), 0, literal=found["hour"] in ("0", "00"))
    return True


def _take_run_together(draft: Draft, found: re.Match[str]) -> bool:
    draft.take_time(int(found["hour"]), int(found["minute"]), found["half"] or "", literal=not found["half"])
    return True


def _take_spoken(draft: Draft, found: re.Match[str]) -> bool:
    """ "Půl třetí", "tři čtvrtě na tři", "half past two", "quarter to three"."""
    said = found["hour"]
    hour = words.HOUR_ORDINALS.get(said) or int(_number(said))
    if not 1 <= hour <= 12:
        raise NotADate
    kind = str(next(kind for kind in ("czhalf", "czthree", "czquarter", "half", "past", "to") if found[kind]))
    minute = {"czhalf": 30, "czthree": 45, "czquarter": 15, "half": 30, "past": 15, "to": 45}[kind]
    draft.take_time(hour if kind in ("half", "past") else (hour - 1 or 12), minute)
    return True


def _take_part(draft: Draft, found: re.Match[str]) -> bool:
    part = next(part for part in words.PARTS if found[part])
    if draft.part:
        raise NotADate
    if found["early"] and found["early"].endswith("morning"):
        part = "forenoon"
    draft.part = part
    return True


def _take_after(draft: Draft, _found: re.Match[str]) -> bool:
    draft.after = True
    return True


def _one_of(names: dict[str, int]) -> str:
    return "|".join(sorted((re.escape(name) for name in names), key=len, reverse=True))


_MONTHS = words.numbered(words.MONTHS)
_MONTH = _one_of(_MONTHS)
_SAID = _one_of(words.NUMBERS)
_STOP = r"(?![a-z0-9:/])"
_HALF = r"(?P<half>[ap]\.?m\.?)"
_NEXT = rf"(?P<next>{words.NEXT})"
_OF = r"(?:(?:of|the|in|v|ve)\s+)*"
_TAIL = r"(?:\s*(?:-|az|to|till|until|do|and|a)\s*[0-9]{1,2}(?:[:.][0-9]{2})?(?:\s*[ap]\.?m\.?)?(?![0-9.:]|\s*min))?"
_GAP = re.compile(rf"[\s,;().]+|@|-(?=\s)|(?:{words.FILLERS})(?![a-z0-9'])\.?")

_UNIT = "|".join(f"(?P<{unit}>{spellings})" for unit, spellings in words.UNITS.items())
_SPAN = (
    r"(?P<lead>za|in|within|behem|do|po|after|\+)?\s*(?:(?:about|around|asi|cca|another|the|next|a|an)\s+)*"
    r"(?:(?P<half>half(?:\s+an?)?|pul)\s*|(?P<quarter>quarter of an?|quarter|ctvrt)\s*"
    rf"|(?P<amount>[0-9]{{1,4}}(?:[.,]5)?|{_SAID})(?P<midhalf>\s+(?:a pul|and a half))?\s*-?)?"
    rf"(?:{_UNIT})(?![a-z0-9:])\.?(?:'?s? time)?"
    r"(?P<plushalf>\s+(?:a pul|and a half))?(?:(?:\s+(?:a|and))?\s+(?P<extra>[0-9]{1,2})\s*(?:minutes?|minut|mins?|min)(?![a-z]))?"
    r"(?P<tail>\s+(?:from now|from today|ode? dneska?))?"
)


def _take_led_span(draft: Draft, found: re.Match[str]) -> bool:
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


_Take = Callable[[Draft, re.Match[str]], bool]
_PLAN: tuple[tuple[str, _Take], ...] = (
    (
        r"(?P<year>[0-9]{4})-(?P<month>[0-9]{1,2})-(?P<day>[0-9]{1,2})(?:[t ](?P<hour>[0-9]{2}):(?P<minute>[0-9]{2}))?",
        _take_iso,
    ),
    (r"(?P<hour>[0-9]{1,2})[:h](?P<minute>[0-9]{2})(?:\s*" + _HALF + ")?(?:\\s*h)?" + _TAIL, _take_clock),
    (r"(?P<hour>[0-9]{1,2})(?P<minute>)\s*" + _HALF + _TAIL, _take_clock),
    (r"(?:v|ve|at|o|od)\s+(?P<hour>[0-9]{1,2})\.(?P<minute>[0-9]{2})(?P<half>)(?![0-9.])", _take_clock),
    (
        (
            r"(?:(?P<czhalf>pul\s?)|(?P<czthree>tri ?ctvrte? na )|(?P<czquarter>ctvrt na )|(?P<half>half past )"
            rf"|(?P<past>quarter past )|(?P<to>quarter to ))(?P<hour>[0-9]{{1,2}}|{_one_of(words.HOUR_ORDINALS)}|{_SAID})"
        ),
        _take_spoken,
    ),
    (
        r"(?P<christmas>po vanocich|after christmas)|po novem roce|after new year|po svatcich|after (?:the )?holidays",
        _take_holidays,
    ),
    ("|".join(f"(?P<{part}>{spellings})" for part, spellings in words.PARTS.items()), _take_part),
    (_SPAN, _take_led_span),
    (
        (
            r"(?P<overmorrow>pozitri|pozejtri|(?:the )?day after tomorrow)|(?P<tomorrow>zitra|zejtra|zitrek|tomorrow|tmrw|tmr|tom)"
            r"|(?P<today>dnes|dneska|today)|(?P<tonight>tonight)"
        ),
        _take_near_day,
    ),
    (
        (
            rf"(?:(?P<early>{words.EARLY})|(?P<middle>{words.MIDDLE})|(?P<late>{words.LATE}))[\s-]+{_OF}"
            rf"(?:(?:{_NEXT}|{words.THIS})\s+)?(?:(?P<week>tydne|tydnu|week)|(?P<year>roku|year)|(?:mesice|mesici|month)|(?P<named>{_MONTH}))"
        ),
        _take_edge,
    ),
    (r"(?P<early>)(?P<middle>)(?P<late>eom)(?P<next>)(?P<week>)(?P<year>)(?P<named>)", _take_edge),
    (r"(?P<early>)(?P<middle>)(?P<late>e)o(?P<next>)(?P<week>w)(?P<year>)(?P<named>)", _take_edge),
    (rf"(?:{words.AFTER_NEXT} tyden|(?:the )?week after next|{_NEXT} (?:tyden|tydnu|week))", _take_week),
    (rf"{_NEXT} (?:mesic|mesici|month)", _take_next_month),
    (rf"{_NEXT} (?:rok|roce|year)", _take_next_year),
    (rf"(?:(?:{_NEXT}|{words.THIS}|over the|the)\s+)?(?:vikendu?|weekend)", _take_weekend),
    (
        r"(?P<day>[0-9]{1,2})\.\s?(?P<month>[0-9]{1,2})(?:(?P<dot>\.)(?:\s?(?P<year>20[0-9]{2})|(?P<short>[0-9]{2})(?![.]))?)?",
        _take_dotted,
    ),
    (r"(?P<one>[0-9]{1,2})/(?P<two>[0-9]{1,2})(?:/(?P<year>(?:20)?[0-9]{2}))?", _take_slashed),
    (
        rf"(?P<day>[0-9]{{1,2}})(?:\.|st|nd|rd|th)?\s*(?:of )?(?P<month>{_MONTH})(?![a-z])\.?(?:,? ?(?P<year>20[0-9]{{2}}))?",
        _take_named_month,
    ),
    (
        rf"(?P<month>{_MONTH})\.? (?:the )?(?P<day>[0-9]{{1,2}})(?:\.|st|nd|rd|th)?(?!:)(?:,? (?P<year>20[0-9]{{2}}))?",
        _take_named_month,
    ),
    (r"po(?= [0-9]{1,2}\.(?!\s?[0-9]{1,2}(?![0-9:])))", _take_after),
    (r"(?P<day>[0-9]{1,2})(?:\.(?![0-9]{2}(?![.0-9]))|st|nd|rd|th)", _take_month_day),
    (rf"(?:{_NEXT}\s+|(?P<this>{words.THIS})\s+)?(?P<weekday>WEEKDAYS)", _take_weekday),
    (rf"(?P<month>{_MONTH})", _take_month_alone),
    (r"(?P<hour>[0-9]{1,2})\.(?P<minute>[0-9]{2})(?P<half>)", _take_clock),
    (r"(?P<hour>[0-9]{2})(?P<minute>[0-9]{2})(?:\s*" + _HALF + ")?", _take_run_together),
    (rf"(?P<hour>[0-9]{{1,2}}|{_SAID})\s?(?:h|hod|hodin[auy]?|o'?clock)?" + _TAIL, _take_bare_hour),
    (r"po|after(?: the)?", _take_after),
)
_COMPILED: dict[str, tuple[tuple[re.Pattern[str], _Take], ...]] = {}


def _rules(lang: str) -> tuple[tuple[re.Pattern[str], _Take], ...]:
    key = Lang.CS if lang == Lang.CS else Lang.EN
    if key not in _COMPILED:
        spelled = _one_of(words.weekdays(key))
        _COMPILED[key] = tuple(
            (re.compile(f"(?:{pattern.replace('WEEKDAYS', spelled)}){_STOP}"), take)
            for pattern, take in _PLAN
        )
    return _COMPILED[key]
