"""What a rep sees of reviews of their own calls: the list, and one review with marks of both sides."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from app.playbook.vocabulary import Label
    from app.review.desk import Dispute, GivenMark, Opening, Review
    from app.review.scorecard import Criterion
    from app.ui.review.histories import BrokenRule, MarkHistory
    from app.ui.review.replay_scene import ReplayScene
    from app.ui.review.score_scene import ScoreScene
    from app.ui.review.sheet import Lack


class OwnStage(StrEnum):
    """How far the rep is with one review."""

    NOTHING = ""
    RATE = "rate"
    READ = "read"


@dataclass(frozen=True, slots=True)
class OwnRow:
    """One review in the list. ``fresh``: the rep has not rated themselves yet, so that its marks are not shown."""

    review: Review
    who: str
    fresh: bool


@dataclass(frozen=True, slots=True)
class MarkPair:
    """One criterion as both saw it. ``own`` is ``None`` where the rep did not mark it; ``cause`` is behind a bad mark.

    ``history`` tells all that happened to it, ``me`` is the login of the rep who reads it.
    """

    criterion: Criterion
    given: GivenMark
    own: GivenMark | None
    disputes: tuple[Dispute, ...] = ()
    cause: Label | None = None
    history: MarkHistory | None = None
    me: str = ""


@dataclass(frozen=True, slots=True)
class OwnScene:
    """The rep's side. ``pairs`` and ``broken`` are empty until the rep has rated the call."""

    ready: bool = False
    troubled: bool = False
    rows: tuple[OwnRow, ...] = ()
    chosen: int = -1
    stage: OwnStage = OwnStage.NOTHING
    pairs: tuple[MarkPair, ...] = ()
    broken: tuple[BrokenRule, ...] = ()
    openings: tuple[Opening, ...] = ()

    @property
    def row(self) -> OwnRow | None:
        """The review that is open."""
        return self.rows[self.chosen] if 0 <= self.chosen < len(self.rows) else None


class OwnView(Protocol):
    """The rep's side as its presenters see it."""

    def show_own(self, scene: OwnScene) -> None:
        """Shows the list and the marks."""

    def show_replay(self, scene: ReplayScene) -> None:
        """Shows the call."""

    def show_score(self, scene: ScoreScene) -> None:
        """Shows the rep's own sheet."""

    def point_at(self, lack: Lack) -> None:
        """Brings what is missing into sight."""
