"""Keeps what a trainer has marked and typed at every change, so that nothing is lost with the window. Knows no Qt."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Protocol
from uuid import UUID

from app.call.ports import BookUnavailable, Clock
from app.review.desk import NotRecorded
from app.review.drafts import Unsent
from app.review.scoring import Basis
from app.ui.background import Runner
from app.ui.review.draft_state import DraftState
from app.ui.review.draft_writer import DraftWriter
from app.ui.review.loading import open_call
from app.ui.review.sheet import Sheet, fresh

if TYPE_CHECKING:
    from datetime import datetime

    from app.review.desk import ReviewDraft
    from app.ui.review.loading import DeskBooks, OpenedCall
    from app.ui.review.scoring import ScorePresenter

DraftOf = Callable[["OpenedCall", Sheet], "ReviewDraft"]


class DraftView(Protocol):
    """Where drafts are seen besides the sheet."""

    def show_drafts(self, calls: frozenset[UUID]) -> None:
        """Calls that have a draft."""

    def show_typed_comment(self, words: str) -> None:
        """Puts a comment that was not pinned yet into its line."""


class DraftPresenter:
    """Keeps the draft of the open call, and says which calls have one."""

    def __init__(
        self,
        view: DraftView,
        runner: Runner,
        clock: Clock,
        score: ScorePresenter,
        draft_of: DraftOf,
        trainer: str,
    ) -> None:
        self._view = view
        self._runner = runner
        self._clock = clock
        self._score = score
        self._draft_of = draft_of
        self._books: DeskBooks | None = None
        self._opened: OpenedCall | None = None
        self._untouched: Sheet | None = None
        self._comment = ""
        self._trainer = trainer
        self._writer = DraftWriter(runner, trainer, self._told)
        self.calls: frozenset[UUID] = frozenset()

    def serve(self, books: DeskBooks) -> None:
        """The books are open."""
        self._books = books
        self._runner.run(partial(books.drafts.drafts, self._trainer), self._show_calls, self._failed)

    def take(self, opened: OpenedCall) -> None:
        """A call was opened, perhaps with a draft."""
        card = opened.card
        self._opened = opened
        self._untouched = (
            fresh(card.scorecard, opened.proofs, Basis.RECORD_ONLY) if card is not None else None
        )
        self._comment = opened.unsent.comment if opened.unsent is not None else ""
        self._view.show_typed_comment(self._comment)
        self._show_calls(self.calls)

    def close(self) -> None:
        """No call is open; what was typed of it is kept already."""
        self._opened = None
        self._comment = ""
        self._view.show_typed_comment("")
        self._show_calls(self.calls)

    # --- changes ---

    def type_comment(self, words: str) -> None:
        """The comment that is being typed."""
        if words != self._comment:
            self._comment = words
            self.keep()

    def change(self, _: Sheet) -> None:
        """Something on the sheet is another."""
        self.keep()

    def keep(self) -> None:
        """Keeps what is there now; nothing when the call is as it was opened first."""
        opened, sheet = self._opened, self._score.scene.sheet
        if opened is None or sheet is None:
            return
        touched = sheet != self._untouched or bool(self._comment.strip())
        review = self._draft_of(opened, sheet)
        self._put(opened, Unsent(review, self._clock.now(), self._comment) if touched else None)

    def start_anew(self) -> OpenedCall | None:
        """Throws the draft away; gives the call as it was opened first."""
        opened = self._opened
        if opened is None or self._score.scene.sheet is None:
            return None
        self._put(opened, None)
        return replace(opened, unsent=None)

    def sent(self, call: UUID) -> None:
        """A review was sent; its draft went with it. A comment that was not pinned stays in its line."""
        self._show_calls(self.calls - {call})
        opened, untouched = self._opened, self._untouched
        if opened is not None and untouched is not None and self._comment.strip():
            review = self._draft_of(opened, untouched)
            self._put(opened, Unsent(review, self._clock.now(), self._comment))

    def other_than(self, call: UUID | None) -> UUID | None:
        """A call with a draft that is not the one open now."""
        return next(iter(sorted(self.calls - {call}, key=str)), None)

    # --- writing ---

    def _put(self, opened: OpenedCall, unsent: Unsent | None) -> None:
        if self._books is not None:
            self._writer.put(self._books, opened, unsent)

    def _told(self, call: UUID, state: DraftState) -> None:
        if state is not DraftState.NOT_KEPT:
            self._show_calls(self.calls | {call} if state is DraftState.KEPT else self.calls - {call})
        if self._opened is not None and self._opened.call == call:
            self._score.show_draft(state)
            self._show_calls(self.calls)

    def _show_calls(self, calls: frozenset[UUID]) -> None:
        self.calls = calls
        self._view.show_drafts(calls)
        now = self._opened.call if self._opened is not None else None
        self._score.show_drafts(len(calls - {now}))

    def _failed(self, error: Exception) -> bool:
        return isinstance(error, BookUnavailable | NotRecorded)


def open_with_draft(
    books: DeskBooks, call: UUID, lang: str, *, trainer: str, again: bool, at: datetime
) -> OpenedCall:
    """A call with what the trainer has begun to say of it, on the card that it was begun with. For the worker.

    ``again``: it is open already, and is read in another language only; nobody opened it anew.
    """
    unsent = books.drafts.draft(trainer, call)
    revision = unsent.review.card_revision if unsent is not None else ""
    opened = open_call(books, call, lang, person="" if again else trainer, at=at, revision=revision)
    return replace(opened, unsent=unsent)
