"""An amount of money as a rep types it ("12 500 Kč", "€1,200.50", "12,5 tis."). Knows no Qt."""

from __future__ import annotations

import re
from dataclasses import dataclass

_SIGNS = {"kč": "CZK", "kc": "CZK", "czk": "CZK", "€": "EUR", "eur": "EUR", "$": "USD", "usd": "USD", "£": "GBP", "gbp": "GBP"}  # fmt: skip
_THOUSANDS = {"k": 1_000, "tis": 1_000, "thousand": 1_000, "m": 1_000_000, "mil": 1_000_000, "mio": 1_000_000}
_SHAPE = re.compile(r"([^\d,.]*)(\d[\d,.]*)([^\d]*)")
_LONGEST = 15
"""Digits; beyond them a float no longer counts every unit."""


@dataclass(frozen=True, slots=True)
class Amount:
    """A value in a currency (ISO 4217)."""

    value: float
    currency: str


def read_amount(words: str, currency: str) -> Amount | None:
    """Reads ``words``; without a sign of its own the amount is in ``currency``. ``None`` when it is no amount."""
    bare = "".join(words.split()).casefold()
    shape = _SHAPE.fullmatch(bare)
    if shape is None:
        return None
    tail = (shape[1] + shape[3].strip("-,")).replace(".", "")
    digits = shape[2].rstrip(".,")
    times, own = _unit(tail)
    if own is None or len(digits) > _LONGEST:
        return None
    value = _number(digits)
    return None if value is None else Amount(value * times, own or currency)


def _unit(tail: str) -> tuple[int, str | None]:
    """How many times, and the currency named (empty: none named; ``None``: not understood)."""
    if not tail:
        return 1, ""
    if tail in _SIGNS:
        return 1, _SIGNS[tail]
    for word, times in sorted(_THOUSANDS.items(), key=lambda one: -len(one[0])):
        if tail.startswith(word):
            rest = tail[len(word) :]
            return times, _SIGNS.get(rest) if rest else ""
        if tail.endswith(word) and tail[: -len(word)] in _SIGNS:
            return times, _SIGNS[tail[: -len(word)]]
    return 1, tail.upper() if len(tail) == 3 and tail.isascii() and tail.isalpha() else None


def _number(digits: str) -> float | None:
    """The last sign parts decimals when one or two digits follow it; every other one groups thousands."""
    last = max(digits.rfind(","), digits.rfind("."))
    decimals = len(digits) - last - 1
    if last >= 0 and decimals != 3:
        if decimals > 2:
            return None
        whole, part = digits[:last], digits[last + 1 :]
    else:
        whole, part = digits, ""
    groups = re.split(r"[,.]", whole)
    if any(len(group) != 3 for group in groups[1:]) or not 1 <= len(groups[0]) <= (
        3 if groups[1:] else _LONGEST
    ):
        return None
    return float("".join(groups) + (f".{part}" if part else ""))
