"""Typed fields: how numbers, durations, dates, yes and no are written, and what they mean."""

from __future__ import annotations

import re
from datetime import date

from app.playbook.model import Fact, FactType, FactValue

_NUMBER = re.compile(r"[-+]?(?:\d{1,15}(?:\.\d{1,15})?|\.\d{1,15})")
_DURATION = re.compile(
    r"(?:(\d{1,4}(?:\.\d{1,3})?)h)?(?:(\d{1,4}(?:\.\d{1,3})?)m)?(?:(\d{1,5}(?:\.\d{1,3})?)s)?"
)
_DATE = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
_TRUTH = {"true": True, "false": False}
_UNITS = (3600.0, 60.0, 1.0)


def number(text: str) -> float | int | None:
    """A plain decimal number of at most 15 digits on either side of the point; ``None`` for anything else."""
    if not text.isascii() or _NUMBER.fullmatch(text) is None:
        return None
    return float(text) if "." in text else int(text)


def yes_no(text: str) -> bool | None:
    """``true`` or ``false``, nothing else."""
    return _TRUTH.get(text)


def duration(text: str) -> float | None:
    """Seconds from ``45s``, ``3m``, ``2h`` or a sum such as ``1m30s``; ``None`` for anything else."""
    found = _DURATION.fullmatch(text) if text and text.isascii() else None
    if found is None:
        return None
    return sum(float(part) * unit for part, unit in zip(found.groups(), _UNITS, strict=True) if part)


def iso_date(text: str) -> str | None:
    """A day of the calendar as ``2026-11-24`` (ISO 8601); ``None`` for anything else."""
    if _DATE.fullmatch(text) is None:
        return None
    try:
        date.fromisoformat(text)
    except ValueError:
        return None
    return text


def value_of(text: str, fact: Fact | None) -> FactValue | None:
    """``text`` as a value of the fact's type; ``None`` when it is not one. Ranges are not looked at."""
    kind = fact.type if fact is not None else FactType.TEXT
    if kind in {FactType.NUMBER, FactType.MONEY}:
        return number(text)
    if kind is FactType.YES_NO:
        return yes_no(text)
    if kind is FactType.DATE:
        return iso_date(text)
    if kind is FactType.CHOICE and fact is not None:
        return text if text in fact.options else None
    return text


def in_range(value: FactValue, fact: Fact) -> bool:
    """Whether a number lies between the fact's ``min`` and ``max``; true for everything else."""
    if isinstance(value, bool) or not isinstance(value, int | float):
        return True
    return (fact.min is None or value >= fact.min) and (fact.max is None or value <= fact.max)
