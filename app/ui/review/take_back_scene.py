"""Taking an edited workbook back, as frozen values."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Protocol
from uuid import UUID

from app.review.marks_back import TakingBack
from app.review.out.marks_reading import NoMarks


class TakeBackState(StrEnum):
    """How far it is."""

    READING = "reading"
    STOPPED = "stopped"
    NO_MARKS = "no_marks"
    READY = "ready"
    KEEPING = "keeping"
    KEPT = "kept"
    VANISHED = "vanished"
    TROUBLED = "troubled"


@dataclass(frozen=True, slots=True)
class CallHead:
    """What tells a person which call a review is of."""

    who: str
    started: datetime | None


@dataclass(frozen=True, slots=True)
class TakeBackScene:
    """Everything on the screen. ``rows`` are looked at so far; ``kept`` marks were changed, ``late`` ones were left out."""

    state: TakeBackState = TakeBackState.READING
    path: str = ""
    rows: int = 0
    found: TakingBack | None = None
    problem: NoMarks | None = None
    heads: Mapping[UUID, CallHead] = field(default_factory=dict)
    kept: int = 0
    late: int = 0


class TakeBackView(Protocol):
    """Where it is shown."""

    def show_take_back(self, scene: TakeBackScene) -> None:
        """Shows ``scene``."""
