"""A call that is marked away from the desk, by its own rep or blind: its replay, its sheet, and the marks to keep. No Qt."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Protocol
from uuid import UUID

from app.call.ports import BookUnavailable, Clock
from app.review.desk import NotRecorded, ReviewDraft
from app.review.drafts import Unsent
from app.review.scoring import Basis
from app.ui.background import Runner
from app.ui.review.draft_state import DraftState
from app.ui.review.draft_writer import DraftWriter
from app.ui.review.replay_scene import ReplayView
from app.ui.review.replaying import ReplayPresenter
from app.ui.review.score_scene import ScoreView
from app.ui.review.scoring import ScorePresenter

if TYPE_CHECKING:
    from app.ui.review.loading import DeskBooks, OpenedCall
    from app.ui.review.sheet import Sheet


@dataclass(frozen=True, slots=True)
class Marking:
    """How a call is marked: ``about`` is the review that a rep's own marks answer, or the calibration of blind ones."""

    about: UUID
    own: bool = False
    basis: Basis = Basis.RECORD_ONLY


class CallToMarkView(ReplayView, ScoreView, Protocol):
    """Where the call and its sheet are seen."""


class CallToMark:
    """Joins the replay and the sheet of one call, and keeps what is marked as a draft until it is sent."""

    def __init__(self, view: CallToMarkView, runner: Runner, clock: Clock, person: str) -> None:
        self._clock = clock
        self._person = person
        self._books: DeskBooks | None = None
        self._opened: OpenedCall | None = None
        self._how: Marking | None = None
        self.replay = ReplayPresenter(view)
        self.score = ScorePresenter(view, self._now_seq, self.replay.jump, self._changed)
        self._writer = DraftWriter(runner, person, self._told)

    def show(self) -> None:
        """Shows what is known now."""
        self.replay.show()
        self.score.show()

    def serve(self, books: DeskBooks) -> None:
        """The books are open."""
        self._books = books

    def mark(self, opened: OpenedCall, how: Marking) -> None:
        """Begins to mark a call, or goes on where its draft ends."""
        self._opened, self._how = opened, how
        self.score.take(opened, self._person, own=how.own, blind=not how.own, basis=how.basis)

    def close(self) -> None:
        """No call is marked any more; what was marked is kept already."""
        self._opened = None
        self.score.close()

    def start_anew(self) -> None:
        """Throws the draft of the open call away."""
        opened, books, how = self._opened, self._books, self._how
        if opened is not None and books is not None and how is not None:
            self._writer.put(books, opened, None, how.about)
            self.mark(replace(opened, unsent=None), how)

    def _now_seq(self) -> int | None:
        return self.replay.seq

    def _changed(self, sheet: Sheet) -> None:
        opened, books, how = self._opened, self._books, self._how
        if opened is None or books is None or how is None:
            return
        review = marks_only(opened.call, self._person, sheet.card.revision, sheet)
        touched = bool(sheet.given) or sheet.basis is not how.basis
        unsent = Unsent(review, self._clock.now(), about=how.about) if touched else None
        self._writer.put(books, opened, unsent, how.about)

    def _told(self, call: UUID, state: DraftState) -> None:
        if self._opened is not None and self._opened.call == call:
            self.score.show_draft(state)

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
