"""What calibration shows at one moment: the sessions, the call to mark blind, and afterwards how far trainers agreed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from uuid import UUID

    from app.review.agreement import Agreement
    from app.review.calibrating import AnchorNote, Calibration
    from app.review.scorecard import Criterion
    from app.ui.review.replay_scene import ReplayScene
    from app.ui.review.score_scene import ScoreScene
    from app.ui.review.sheet import Lack


class CalibrateStage(StrEnum):
    """How far the chosen session is for this trainer."""

    NOTHING = ""
    MARK = "mark"
    WAIT = "wait"
    READ = "read"


@dataclass(frozen=True, slots=True)
class CriterionAgreement:
    """How far the trainers agreed on one criterion, and what they noted about it."""

    criterion: Criterion
    found: Agreement
    notes: tuple[AnchorNote, ...] = ()


@dataclass(frozen=True, slots=True)
class CalibrateScene:
    """Calibration as a whole.

    Attributes:
        progress: How many of the calls each trainer has marked.
        left: Calls that this trainer has still to mark.
        whole: Agreement over all criteria.
        leaning: For each trainer how far above the others, in marks, and on how many marks it rests.
    """

    ready: bool = False
    troubled: bool = False
    sessions: tuple[Calibration, ...] = ()
    chosen: int = -1
    stage: CalibrateStage = CalibrateStage.NOTHING
    progress: Mapping[str, int] = field(default_factory=dict)
    left: tuple[UUID, ...] = ()
    whole: Agreement | None = None
    rows: tuple[CriterionAgreement, ...] = ()
    leaning: Mapping[str, tuple[float, int]] = field(default_factory=dict)
    is_owner: bool = False

    @property
    def session(self) -> Calibration | None:
        """The session that is open."""
        return self.sessions[self.chosen] if 0 <= self.chosen < len(self.sessions) else None


class CalibrateView(Protocol):
    """Calibration as its presenters see it."""

    def show_calibration(self, scene: CalibrateScene) -> None:
        """Shows the sessions and the agreement."""

    def show_replay(self, scene: ReplayScene) -> None:
        """Shows the call."""

    def show_score(self, scene: ScoreScene) -> None:
        """Shows the sheet."""

    def point_at(self, lack: Lack) -> None:
        """Brings what is missing into sight."""
