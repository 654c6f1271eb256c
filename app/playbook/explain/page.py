"""What one page of the catalogue of problems holds."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from app.playbook.problems import Level
from app.playbook.vocabulary import Label


@dataclass(frozen=True, slots=True)
class Page:
    """One problem code: its usual level, its words in both languages, and a bad and a good example.

    ``message`` is a ``str.format_map`` template over ``Problem.words``; it starts in lower case and ends without a
    full stop. ``phrases`` translates words that are codes themselves: a word whose value is a key here is replaced
    by the phrase (itself a template over the same words). ``bad`` and ``good`` are whole files.
    """

    code: str
    level: Level
    title: Label
    message: Label
    why: Label
    bad: str
    good: str
    phrases: Mapping[str, Label] = field(default_factory=dict)
