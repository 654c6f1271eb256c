"""Card and birth numbers in what people type are masked before anything is recorded, shown or searched.

A **card number** has 13 to 19 digits, a beginning and a length that an issuer uses, and a right check digit (Luhn, ISO/IEC
7812-1). It may be written in one piece, in groups of three digits and more with one of four at least, or spelt in pairs or
single digits with the same sign between. Groups of three or nine digits alone are phone numbers beside each other, digits
after ``+`` or ``00`` one phone number (E.164 has 15 digits at most); IBANs, UUIDs and domestic accounts are none.

A **birth number** (Czech and Slovak *rodné číslo*) begins with a date, in which women have 50 added to the month and, since
2004, 20 or 70 may be added. With ten digits it can be divided by eleven; before 1985 the last digit may be 0 where nine
digits leave 10. It needs no slash. With nine digits (births to 1953) there is nothing to check and every Czech phone number
looks alike: it counts with a slash, or after words that announce one. Ten digits before ``/`` and a bank's code are an account.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from app.call import events as ev

if TYPE_CHECKING:
    from app.call.events import Happening
    from app.playbook.model import FactValue

MASKED_BIRTH_NUMBER = "••••••/••••"
MASKED_CARD = "•••• {last}"
_FEWEST_DIGITS = 9
_SHORTEST_CARD, _LONGEST_CARD = 13, 19
_LONGEST_PHONE = 15
_BLANKS = " \u00a0\u202f\u2009"
_RUN = re.compile(rf"[0-9]+(?:[{_BLANKS}.\-–]{{1,3}}[0-9]+)*")
_GROUP = re.compile(r"[0-9]+")
_ISSUERS: tuple[tuple[re.Pattern[str], range], ...] = (
    (re.compile("4"), range(13, 20)),
    (re.compile("5[1-5]|222[1-9]|22[3-9]|2[3-6]|27[01]|2720"), range(16, 17)),
    (re.compile("3[47]"), range(15, 16)),
    (re.compile("30[0-5]|3095|3[689]"), range(14, 20)),
    (re.compile("35(2[89]|[3-8])|6011|62|64[4-9]|65|220[0-4]"), range(16, 20)),
    (re.compile("50|5[6-9]|6"), range(13, 20)),
)
"""How numbers of each kind of card begin, and how long they are."""
_IBAN = re.compile(
    rf"(?<![A-Za-z0-9])(?:[A-Z]{{2}}[0-9]{{2}}(?:[{_BLANKS}]?[0-9A-Z]{{4}}){{2,7}}"
    rf"(?:[{_BLANKS}]?[0-9A-Z]{{1,3}})?)(?![A-Za-z0-9])"
)
_UUID = re.compile(r"(?<![0-9A-Fa-f])[0-9A-Fa-f]{8}(?:-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}(?![0-9A-Fa-f])")
_BIRTH = re.compile(
    rf"(?<![0-9+])(?P<date>[0-9]{{6}})(?:(?P<slash>[{_BLANKS}]?/[{_BLANKS}]?)|[{_BLANKS}\-])?(?P<rest>[0-9]{{3,4}})(?![0-9])"
)
_HALF_BIRTH = re.compile(rf"(?<![0-9])[0-9]{{6}}[{_BLANKS}]?/[{_BLANKS}]?[0-9]{{0,3}}$")
_TAIL = re.compile(rf"(?<![0-9])[0-9]+(?:[{_BLANKS}.\-–]{{1,3}}[0-9]+)*[{_BLANKS}.\-–]?$")
_ANNOUNCED = re.compile(
    r"(?:\br\.?\s?[čc]\.?|\brodn[éeýyáaíi]\w*\s+[čc][íi]sl\w*|\bbirth\s+(?:number|no\.?)|\bpersonal\s+(?:number|id))\W{0,4}$",
    re.IGNORECASE,
)
_BANK = re.compile(rf"[{_BLANKS}]?/[{_BLANKS}]?[0-9]{{4}}(?![0-9])")
_FIRST_WITH_TEN_DIGITS = 54
_MORE_MONTHS_SINCE = 2004
_LAST_EXCEPTION = 1984

_WORDS: Mapping[type[Happening], tuple[str, ...]] = {
    ev.Answered: ("text", "old_text"),
    ev.ObjectionRaised: ("text",),
    ev.ObjectionNamed: ("text",),
    ev.NoteWritten: ("text",),
    ev.Flagged: ("text",),
    ev.Reworded: ("words",),
    ev.NextStepAgreed: ("what", "when_words", "who"),
    ev.OutcomeRecorded: ("when_words", "who", "what", "note"),
}
"""The fields of happenings that people fill with words of their own."""


def mask(text: str) -> str:
    """``text`` with card and birth numbers masked; the last four digits of a card stay, to recognise it by."""
    if sum(sign.isdecimal() for sign in text) < _FEWEST_DIGITS:
        return text
    for start, end, shown in reversed(_merged(sorted((*_cards(text), *_birth_numbers(text))))):
        text = text[:start] + shown + text[end:]
    return text


def is_unfinished(text: str) -> bool:
    """Whether ``text`` ends amid digits that may still become a card or birth number, so that a draft had better wait."""
    if _HALF_BIRTH.search(text):
        return True
    tail = _TAIL.search(text)
    if tail is None or _is_phone(text, tail.start(), ""):
        return False
    digits = "".join(_GROUP.findall(tail.group()))
    return _FEWEST_DIGITS < len(digits) < _LONGEST_CARD and any(
        begins.match(digits) for begins, _ in _ISSUERS
    )


def masked(what: Happening) -> Happening:
    """``what`` with its words masked; the very same object when there is nothing to mask."""
    fields = _WORDS.get(type(what), ())
    changes: dict[str, object] = {}
    for name in fields:
        before: str = getattr(what, name)
        after = mask(before)
        if after != before:
            changes[name] = after
    if isinstance(what, ev.Answered):
        changes |= _values(what, text_changed="text" in changes)
    if isinstance(what, ev.OutcomeRecorded):
        facts = {key: _masked_value(value) for key, value in what.facts.items()}
        if facts != dict(what.facts):
            changes["facts"] = facts
    return replace(what, **changes) if changes else what  # type: ignore[arg-type]


def _values(what: ev.Answered, *, text_changed: bool) -> dict[str, object]:
    """What was learnt from masked words: words are masked too, and a number that was read from them is no fact."""
    found: dict[str, object] = {}
    for name, value in (("value", what.value), ("old_value", what.old_value)):
        if isinstance(value, str):
            if (after := mask(value)) != value:
                found[name] = after
        elif name == "value" and text_changed and what.answer is None and value is not None:
            found[name] = None
    return found


def _masked_value(value: FactValue) -> FactValue:
    return mask(value) if isinstance(value, str) else value


def is_card_number(digits: str) -> bool:
    """Whether ``digits`` (nothing else) can be the number of a payment card."""
    if not _SHORTEST_CARD <= len(digits) <= _LONGEST_CARD or not _luhn(digits):
        return False
    return any(begins.match(digits) and len(digits) in lengths for begins, lengths in _ISSUERS)


def is_birth_number(digits: str) -> bool:
    """Whether ``digits`` (nine or ten, nothing else) can be a birth number."""
    year = int(digits[:2])
    if len(digits) == _FEWEST_DIGITS:
        return year < _FIRST_WITH_TEN_DIGITS and digits[6:] != "000" and _is_date(1900 + year, digits)
    year += 1900 if year >= _FIRST_WITH_TEN_DIGITS else 2000
    return _is_date(year, digits) and _divides(year, digits)


def _divides(year: int, digits: str) -> bool:
    if int(digits) % 11 == 0:
        return True
    return year <= _LAST_EXCEPTION and digits[-1] == "0" and int(digits[:9]) % 11 == 10


def _is_date(year: int, digits: str) -> bool:
    month = int(digits[2:4])
    added = (0, 50, 20, 70) if year >= _MORE_MONTHS_SINCE else (0, 50)
    month = next((month - more for more in added if 1 <= month - more <= 12), 0)
    try:
        date(year, month, int(digits[4:6]))
    except ValueError:
        return False
    return True


def _luhn(digits: str) -> bool:
    total = 0
    for place, digit in enumerate(reversed(digits)):
        value = int(digit) * (1 + place % 2)
        total += value - 9 if value > 9 else value
    return total % 10 == 0


_Span = tuple[int, int, str]


def _cards(text: str) -> Iterator[_Span]:
    others = [found.span() for found in _IBAN.finditer(text) if _is_iban(found.group())]
    others += [found.span() for found in _UUID.finditer(text)]
    for run in _RUN.finditer(text):
        if any(start <= run.start() < end for start, end in others):
            continue
        groups = [
            (one.start() + run.start(), one.end() + run.start()) for one in _GROUP.finditer(run.group())
        ]
        yield from _cards_in(text, groups)


def _cards_in(text: str, groups: list[tuple[int, int]]) -> Iterator[_Span]:
    """The longest card number that begins with each group, where one does."""
    first = 0
    while first < len(groups):
        last = _card_end(text, groups, first)
        if last is not None:
            start, end = groups[first][0], groups[last][1]
            digits = "".join(_GROUP.findall(text[start:end]))
            yield start, end, MASKED_CARD.format(last=digits[-4:])
        first = first + 1 if last is None else last + 1


def _card_end(text: str, groups: list[tuple[int, int]], first: int) -> int | None:
    digits, found = "", None
    for last in range(first, len(groups)):
        digits += text[slice(*groups[last])]
        if len(digits) > _LONGEST_CARD:
            break
        if is_card_number(digits) and _is_card_shape(text, groups[first : last + 1]):
            found = last
            if _is_phone(text, groups[first][0], digits) or _is_account(text, groups[first : last + 1]):
                found = None
    return found


def _is_card_shape(text: str, groups: list[tuple[int, int]]) -> bool:
    sizes = [end - start for start, end in groups]
    if len(sizes) == 1:
        return True
    if min(sizes) >= 3:
        return max(sizes) >= 4 and set(sizes) != {9} and set(sizes) != {3, 9}
    between = {text[groups[place][1] : groups[place + 1][0]] for place in range(len(groups) - 1)}
    return len(between) == 1 and len(set(sizes[:-1])) == 1 and sizes[0] <= 2 and sizes[-1] <= sizes[0]


def _is_phone(text: str, start: int, digits: str) -> bool:
    before = text[:start].rstrip(_BLANKS)
    return len(digits) <= _LONGEST_PHONE and (
        before.endswith("+") or re.search(r"(?<![0-9])00$", before) is not None
    )


def _is_account(text: str, groups: list[tuple[int, int]]) -> bool:
    """Two groups before ``/`` and a bank's code: prefix and number of a Czech account."""
    return len(groups) == 2 and _BANK.match(text, groups[-1][1]) is not None


def _is_iban(written: str) -> bool:
    """A right IBAN (ISO 13616), or what has a Czech or Slovak one's country and length."""
    signs = "".join(sign for sign in written if sign.isalnum())
    if signs[:2] in {"CZ", "SK"} and len(signs) == 24:
        return True
    return int("".join(str(int(sign, 36)) for sign in signs[4:] + signs[:4])) % 97 == 1


def _birth_numbers(text: str) -> Iterator[_Span]:
    for found in _BIRTH.finditer(text):
        digits = found["date"] + found["rest"]
        if not is_birth_number(digits):
            continue
        slash, nine = found["slash"] is not None, len(digits) == _FEWEST_DIGITS
        if nine and not slash and not _ANNOUNCED.search(text[: found.start()]):
            continue
        if not slash and _BANK.match(text, found.end()):
            continue
        yield found.start(), found.end(), MASKED_BIRTH_NUMBER


def _merged(spans: list[_Span]) -> list[_Span]:
    """Spans in order; those that overlap are masked together."""
    kept: list[_Span] = []
    for one in spans:
        if kept and one[0] < kept[-1][1]:
            start, end, shown = kept.pop()
            kept.append((start, max(end, one[1]), shown))
        else:
            kept.append(one)
    return kept
