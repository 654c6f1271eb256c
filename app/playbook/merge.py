"""Merge fields: ``{lead.first_name}``, ``{hours|some}``; two braces are one.

At run time a text with a wrong brace shows as written and a missing value as a marked gap: a call never stops over
a template. The checker reports both beforehand.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice

FIELD_NAME = re.compile(r"[^\s.{}|]+(?:\.[^\s.{}|]+)*")
"""One name: a fact, or a dotted field of the lead, the call or the rep."""


@dataclass(frozen=True, slots=True)
class Field:
    """A merge field; ``start`` and ``end`` count characters of the text, braces included."""

    name: str
    fallback: str | None
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Stray:
    """A brace that opens or closes nothing, or holds no field's name; shown as written."""

    text: str
    start: int
    end: int


Part = str | Field | Stray

_MOST_BRACES = 5000
"""Braces read in one text; what follows is plain text. Nobody writes as many, and nobody shall wait for them."""
_TOKEN = re.compile(r"\{\{|\}\}|\{([^{}]*)\}|[{}]")


@lru_cache(maxsize=16384)
def parts(text: str) -> tuple[Part, ...]:
    """``text`` cut into plain stretches, fields and stray braces, in order; never fails."""
    if "{" not in text and "}" not in text:
        return (text,) if text else ()
    found: list[Part] = []
    plain: list[str] = []
    at = 0
    for match in islice(_TOKEN.finditer(text), _MOST_BRACES):
        plain.append(text[at : match.start()])
        at = match.end()
        if match.group() in ("{{", "}}"):
            plain.append(match.group()[0])
            continue
        if stretch := "".join(plain):
            found.append(stretch)
        plain.clear()
        found.append(_field(match))
    plain.append(text[at:])
    if stretch := "".join(plain):
        found.append(stretch)
    return tuple(found)


def _field(match: re.Match[str]) -> Field | Stray:
    inside = match.group(1)
    if inside is not None:
        name, bar, fallback = inside.partition("|")
        name = name.strip()
        if FIELD_NAME.fullmatch(name):
            return Field(name, fallback.strip() if bar else None, match.start(), match.end())
    return Stray(match.group(), match.start(), match.end())


def fields_of(text: str) -> tuple[Field, ...]:
    """The merge fields of ``text``, in order."""
    return tuple(part for part in parts(text) if isinstance(part, Field))


def render(text: str, values: Callable[[str], str | None], gap: Callable[[str], str]) -> str:
    """``text`` with its fields filled in.

    Args:
        text: As written in the playbook.
        values: Gives the words for a field's name, ``None`` or nothing when there are none.
        gap: Gives the mark for a field that has neither a value nor a fallback, such as ``‹first name›``.

    Returns:
        The text to show. Values are put in as they are and never read for fields again.
    """
    if "{" not in text and "}" not in text:  # most texts; a panel renders hundreds at one key
        return text
    return "".join(_shown(part, values, gap) for part in parts(text))


def _shown(part: Part, values: Callable[[str], str | None], gap: Callable[[str], str]) -> str:
    if isinstance(part, str):
        return part
    if isinstance(part, Stray):
        return part.text
    value = values(part.name)
    if value:
        return value
    return gap(part.name) if part.fallback is None else part.fallback


def plain(text: str, stand_in: str = "…") -> str:
    """``text`` with each field as its fallback, or ``stand_in``: for counting words and measuring."""
    return render(text, lambda _: None, lambda _: stand_in)
