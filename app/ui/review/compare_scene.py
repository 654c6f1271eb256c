"""What the review desk shows of two calls side by side: each with its own replay, and which of them the keys move."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING, Protocol

from app.ui.review.replay_scene import ReplayScene

if TYPE_CHECKING:
    from app.review.desk import DeskRow


class Side(StrEnum):
    """One of the two calls."""

    LEFT = "left"
    RIGHT = "right"

    @property
    def other(self) -> Side:
        """The call beside it."""
        return Side.RIGHT if self is Side.LEFT else Side.LEFT


class Together(StrEnum):
    """What moves the other call when one is moved."""

    APART = "apart"
    TIME = "time"
    STAGE = "stage"


@dataclass(frozen=True, slots=True)
class CompareScene:
    """Two calls, or the first of them while the second is still to be picked.

    Attributes:
        on: Both are in sight.
        first: The call that waits for another beside it; ``None`` when none does.
        active: The side that the keys act on.
        missing: Title of the stage that the other call never came to; it stands still meanwhile.
    """

    on: bool = False
    first: DeskRow | None = None
    together: Together = Together.TIME
    active: Side = Side.LEFT
    left: ReplayScene = field(default_factory=ReplayScene)
    right: ReplayScene = field(default_factory=ReplayScene)
    missing: str = ""

    def of(self, side: Side) -> ReplayScene:
        """The replay on ``side``."""
        return self.left if side is Side.LEFT else self.right


class CompareView(Protocol):
    """Two calls as the presenter sees them."""

    def show_compare(self, scene: CompareScene) -> None:
        """Shows ``scene``."""
