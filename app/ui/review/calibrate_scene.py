"""What calibration shows at one moment: the sessions, the call to mark blind, and afterwards how far trainers agreed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from uuid import UUID

    from app.playbook.vocabulary import Label
    from app.review.agreement import Agreement
    from app.review.calibrating import AnchorNote, Calibration, Leaning, Split
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
    """How far the trainers agreed on one criterion, where they parted, and what they noted about it.

    ``card`` is the revision of its scorecard; ``of_card`` names the card where the session has several; ``marks`` are everybody's, call by call.
    """

    card: str
    criterion: Criterion
    found: Agreement
    parted: tuple[Split, ...] = ()
    notes: tuple[AnchorNote, ...] = ()
    of_card: Label | None = None
    marks: Mapping[str, tuple[int | None, ...]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class CalibrateScene:
    """Calibration as a whole.

    Attributes:
        progress: How many of the calls each trainer has marked.
        left: Calls that this trainer has still to mark.
        whole: Agreement over all criteria.
        drift: For each trainer how far above the others their marks lay, session by session.
        left_out: Calls that were not taken into the session that was just begun, as no scorecard fits them.
        none_fits: No session was begun, as no scorecard fits any of the calls.
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
    drift: Mapping[str, tuple[Leaning, ...]] = field(default_factory=dict)
    left_out: int = 0
    none_fits: bool = False
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
