"""Values put into words: facts, numbers, money and dates as people of the playbook's language write them."""

from __future__ import annotations

import math
from datetime import date

from app.playbook.model import Fact, FactType, FactValue
from app.playbook.vocabulary import Label, Lang

_YES = Label("yes", "ano")
_NO = Label("no", "ne")
_NARROW = " "  # no-break space, the Czech thousands separator
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def worded(fact: Fact | None, value: FactValue, lang: str, *, unit: bool = True) -> str:
    """``value`` of ``fact`` for people: choice labels, yes/no, grouped numbers, local dates, unit or currency behind."""
    if isinstance(value, bool):
        return (_YES if value else _NO).in_lang(lang)
    if isinstance(value, int | float):
        tail = (fact.currency if fact.type is FactType.MONEY else fact.unit) if fact else ""
        return f"{number(value, lang)}{_NARROW}{tail}" if unit and tail else number(value, lang)
    if fact and fact.type is FactType.CHOICE:
        return fact.options.get(value, value)
    if fact and fact.type is FactType.DATE:
        return day(value, lang)
    return value


def number(value: float, lang: str) -> str:
    """A number with local separators and no needless decimals."""
    text = f"{value:,.10g}" if isinstance(value, float) and not value.is_integer() else f"{int(value):,}"
    if lang != Lang.CS:
        return text
    return text.replace(",", _NARROW).replace(".", ",")


def day(iso: str, lang: str) -> str:
    """An ISO 8601 date as ``24. 12. 2026`` or ``24 Dec 2026``; anything else stays as it is."""
    try:
        when = date.fromisoformat(iso[:10])
    except ValueError:
        return iso
    if lang == Lang.CS:
        return f"{when.day}.{_NARROW}{when.month}.{_NARROW}{when.year}"
    return f"{when.day} {_MONTHS[when.month - 1]} {when.year}"


def read_value(fact: Fact, text: str) -> FactValue | None:
    """What the rep typed, as a value of ``fact``; ``None`` when it is no such value or out of the fact's range."""
    typed = text.strip()
    if not typed:
        return None
    if fact.type in (FactType.NUMBER, FactType.MONEY):
        return _in_range(fact, typed)
    if fact.type is FactType.YES_NO:
        folded = typed.casefold()
        return True if folded in ("yes", "y", "ano", "a") else False if folded in ("no", "n", "ne") else None
    if fact.type is FactType.CHOICE:
        return _chosen(fact, typed)
    if fact.type is FactType.DATE:
        return _date(typed)
    return typed


def _in_range(fact: Fact, typed: str) -> float | None:
    bare = typed.replace(_NARROW, "").replace(" ", "").replace(" ", "")
    for tail in (fact.unit, fact.currency):
        bare = bare.removesuffix(tail) if tail else bare
    bare = bare.replace(",", ".") if bare.count(",") == 1 and "." not in bare else bare.replace(",", "")
    try:
        value = float(bare)
    except ValueError:
        return None
    below = fact.min is not None and value < fact.min
    above = fact.max is not None and value > fact.max
    if below or above or not math.isfinite(value):
        return None
    return int(value) if value.is_integer() else value


def _chosen(fact: Fact, typed: str) -> str | None:
    if typed in fact.options:
        return typed
    folded = typed.casefold()
    return next((code for code, label in fact.options.items() if label.casefold() == folded), None)


def _date(typed: str) -> str | None:
    try:
        return date.fromisoformat(typed).isoformat()
    except ValueError:
        pass
    parts = [part for part in typed.replace(_NARROW, " ").replace(".", " ").split() if part]
    try:
        found = [int(part) for part in parts]
        return date(found[2], found[1], found[0]).isoformat() if len(found) == 3 else None
    except ValueError:
        return None
