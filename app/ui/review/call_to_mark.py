"""A call that is marked away from the desk, by its own rep or blind: its replay, its sheet, and the marks to keep. No Qt."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol
from uuid import UUID

from app.call.ports import BookUnavailable
from app.review.desk import NotRecorded, ReviewDraft
from app.ui.review.replay_scene import ReplayView
from app.ui.review.replaying import ReplayPresenter
from app.ui.review.score_scene import ScoreView
from app.ui.review.scoring import ScorePresenter

if TYPE_CHECKING:
    from app.ui.review.sheet import Sheet


class CallToMarkView(ReplayView, ScoreView, Protocol):
    """Where the call and its sheet are seen."""


class CallToMark:
    """Joins the replay and the sheet of one call."""

    def __init__(self, view: CallToMarkView) -> None:
        self.replay = ReplayPresenter(view)
        self.score = ScorePresenter(view, self._now_seq, self.replay.jump)

    def show(self) -> None:
        """Shows what is known now."""
        self.replay.show()
        self.score.show()

    def _now_seq(self) -> int | None:
        return self.replay.seq

    def not_kept(self, error: Exception) -> bool:
        """The marks could not be kept; nothing of them is lost."""
        if isinstance(error, BookUnavailable | NotRecorded):
            self.score.not_kept()
            return True
        return False


def marks_only(call: UUID, reviewer: str, card_revision: str, sheet: Sheet) -> ReviewDraft:
    """The marks of a simple sheet as they are sent: no causes, broken rules or feedback."""
    return ReviewDraft(
        call, reviewer, card_revision, sheet.basis, sheet.marks, score=sheet.score.percent, own=sheet.own
    )
