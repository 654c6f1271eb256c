"""A mistake in a playbook as a value: where it is, what it is, how heavy, and what is probably meant."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum


class Level(StrEnum):
    """How heavy a problem is; only errors keep a playbook from being used."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """A stretch of one line of one file. ``line`` and ``column`` count from 1; ``end_column`` is exclusive."""

    file: str
    line: int
    column: int
    end_column: int


@dataclass(frozen=True, slots=True)
class Problem:
    """One finding. ``words`` fill the message of ``code`` in either language (see ``explain``)."""

    code: str
    level: Level
    place: Place
    words: Mapping[str, str] = field(default_factory=dict)
    nearest: str = ""
    nearest_line: int = 0
