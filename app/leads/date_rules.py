"""Which words are a date: every pattern in the order in which it is tried, and reading a whole text with them."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date

from app.leads import date_reading as reading
from app.leads import date_words as words
from app.leads.date_draft import Draft, NotADate
from app.playbook.vocabulary import Lang

LONGEST = 120
"""Characters; longer words are no date."""


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


def _one_of(names: dict[str, int]) -> str:
    return "|".join(sorted((re.escape(name) for name in names), key=len, reverse=True))


_MONTH = _one_of(reading.MONTHS)
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
_Take = Callable[[Draft, re.Match[str]], bool]
_PLAN: tuple[tuple[str, _Take], ...] = (
    (
        r"(?P<year>[0-9]{4})-(?P<month>[0-9]{1,2})-(?P<day>[0-9]{1,2})(?:[t ](?P<hour>[0-9]{2}):(?P<minute>[0-9]{2}))?",
        reading.take_iso,
    ),
    (
        r"(?P<hour>[0-9]{1,2})[:h](?P<minute>[0-9]{2})(?:\s*" + _HALF + ")?(?:\\s*h)?" + _TAIL,
        reading.take_clock,
    ),
    (r"(?P<hour>[0-9]{1,2})(?P<minute>)\s*" + _HALF + _TAIL, reading.take_clock),
    (
        r"(?:v|ve|at|o|od)\s+(?P<hour>[0-9]{1,2})\.(?P<minute>[0-9]{2})(?P<half>)(?![0-9.])",
        reading.take_clock,
    ),
    (
        (
            r"(?:(?P<czhalf>pul\s?)|(?P<czthree>tri ?ctvrte? na )|(?P<czquarter>ctvrt na )|(?P<half>half past )"
            rf"|(?P<past>quarter past )|(?P<to>quarter to ))(?P<hour>[0-9]{{1,2}}|{_one_of(words.HOUR_ORDINALS)}|{_SAID})"
        ),
        reading.take_spoken,
    ),
    (
        r"(?P<christmas>po vanocich|after christmas)|po novem roce|after new year|po svatcich|after (?:the )?holidays",
        reading.take_holidays,
    ),
    ("|".join(f"(?P<{part}>{spellings})" for part, spellings in words.PARTS.items()), reading.take_part),
    (_SPAN, reading.take_led_span),
    (
        (
            r"(?P<overmorrow>pozitri|pozejtri|(?:the )?day after tomorrow)|(?P<tomorrow>zitra|zejtra|zitrek|tomorrow|tmrw|tmr|tom)"
            r"|(?P<today>dnes|dneska|today)|(?P<tonight>tonight)"
        ),
        reading.take_near_day,
    ),
    (
        (
            rf"(?:(?P<early>{words.EARLY})|(?P<middle>{words.MIDDLE})|(?P<late>{words.LATE}))[\s-]+{_OF}"
            rf"(?:(?:{_NEXT}|{words.THIS})\s+)?(?:(?P<week>tydne|tydnu|week)|(?P<year>roku|year)|(?:mesice|mesici|month)|(?P<named>{_MONTH}))"
        ),
        reading.take_edge,
    ),
    (r"(?P<early>)(?P<middle>)(?P<late>eom)(?P<next>)(?P<week>)(?P<year>)(?P<named>)", reading.take_edge),
    (r"(?P<early>)(?P<middle>)(?P<late>e)o(?P<next>)(?P<week>w)(?P<year>)(?P<named>)", reading.take_edge),
    (
        rf"(?:{words.AFTER_NEXT} tyden|(?:the )?week after next|{_NEXT} (?:tyden|tydnu|week))",
        reading.take_week,
    ),
    (rf"{_NEXT} (?:mesic|mesici|month)", reading.take_next_month),
    (rf"{_NEXT} (?:rok|roce|year)", reading.take_next_year),
    (rf"(?:(?:{_NEXT}|{words.THIS}|over the|the)\s+)?(?:vikendu?|weekend)", reading.take_weekend),
    (
        r"(?P<day>[0-9]{1,2})\.\s?(?P<month>[0-9]{1,2})(?:(?P<dot>\.)(?:\s?(?P<year>20[0-9]{2})|(?P<short>[0-9]{2})(?![.]))?)?",
        reading.take_dotted,
    ),
    (r"(?P<one>[0-9]{1,2})/(?P<two>[0-9]{1,2})(?:/(?P<year>(?:20)?[0-9]{2}))?", reading.take_slashed),
    (
        rf"(?P<day>[0-9]{{1,2}})(?:\.|st|nd|rd|th)?\s*(?:of )?(?P<month>{_MONTH})(?![a-z])\.?(?:,? ?(?P<year>20[0-9]{{2}}))?",
        reading.take_named_month,
    ),
    (
        rf"(?P<month>{_MONTH})\.? (?:the )?(?P<day>[0-9]{{1,2}})(?:\.|st|nd|rd|th)?(?!:)(?:,? (?P<year>20[0-9]{{2}}))?",
        reading.take_named_month,
    ),
    (r"po(?= [0-9]{1,2}\.(?!\s?[0-9]{1,2}(?![0-9:])))", reading.take_after),
    (r"(?P<day>[0-9]{1,2})(?:\.(?![0-9]{2}(?![.0-9]))|st|nd|rd|th)", reading.take_month_day),
    (rf"(?:{_NEXT}\s+|(?P<this>{words.THIS})\s+)?(?P<weekday>WEEKDAYS)", reading.take_weekday),
    (rf"(?P<month>{_MONTH})", reading.take_month_alone),
    (r"(?P<hour>[0-9]{1,2})\.(?P<minute>[0-9]{2})(?P<half>)", reading.take_clock),
    (r"(?P<hour>[0-9]{2})(?P<minute>[0-9]{2})(?:\s*" + _HALF + ")?", reading.take_run_together),
    (rf"(?P<hour>[0-9]{{1,2}}|{_SAID})\s?(?:h|hod|hodin[auy]?|o'?clock)?" + _TAIL, reading.take_bare_hour),
    (r"po|after(?: the)?", reading.take_after),
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
