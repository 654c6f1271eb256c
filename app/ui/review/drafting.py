"""Keeps what a trainer has marked and typed at every change, so that nothing is lost with the window. Knows no Qt."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from threading import Lock
from typing import TYPE_CHECKING, Protocol
from uuid import UUID

from app.call.ports import BookUnavailable, Clock
from app.review.desk import NotRecorded
from app.review.drafts import Unsent
from app.review.scoring import Basis
from app.ui.background import Lasting, Runner
from app.ui.review.draft_state import DraftState
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
    """Writes drafts on the worker's thread, of each call only the newest; says which calls have one."""

    def __init__(
        self, view: DraftView, runner: Runner, clock: Clock, score: ScorePresenter, draft_of: DraftOf
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
        self._lock = Lock()
        self._waiting: dict[UUID, Unsent | None] = {}
        self.calls: frozenset[UUID] = frozenset()

    def serve(self, books: DeskBooks, trainer: str) -> None:
        """The books are open."""
        self._books = books
        self._runner.run(partial(books.drafts.drafts, trainer), self._show_calls, self._failed)

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
        self._put(opened, review, Unsent(review, self._clock.now(), self._comment) if touched else None)

    def start_anew(self) -> OpenedCall | None:
        """Throws the draft away; gives the call as it was opened first."""
        opened, sheet = self._opened, self._score.scene.sheet
        if opened is None or sheet is None:
            return None
        self._put(opened, self._draft_of(opened, sheet), None)
        return replace(opened, unsent=None)

    def sent(self, call: UUID) -> None:
        """A review was sent; its draft went with it. A comment that was not pinned stays in its line."""
        self._show_calls(self.calls - {call})
        opened, untouched = self._opened, self._untouched
        if opened is not None and untouched is not None and self._comment.strip():
            review = self._draft_of(opened, untouched)
            self._put(opened, review, Unsent(review, self._clock.now(), self._comment))

    def other_than(self, call: UUID | None) -> UUID | None:
        """A call with a draft that is not the one open now."""
        return next(iter(sorted(self.calls - {call}, key=str)), None)

    # --- writing ---

    def _put(self, opened: OpenedCall, review: ReviewDraft, unsent: Unsent | None) -> None:
        books = self._books
        if books is None:
            return
        with self._lock:
            on_its_way = opened.call in self._waiting
            self._waiting[opened.call] = unsent
        if not on_its_way:
            work = Lasting(partial(self._write, books, opened, review.reviewer))
            told = partial(self._told, opened.call)
            self._runner.run(work, told, partial(self._not_written, opened.call))

    def _write(self, books: DeskBooks, opened: OpenedCall, trainer: str) -> bool:
        """On the worker: whether there is a draft now."""
        with self._lock:
            unsent = self._waiting.pop(opened.call)
        if unsent is None:
            books.drafts.drop_draft(trainer, opened.call)
            return False
        if opened.card is not None:
            books.reviews.pin_card(opened.card.file)
        books.drafts.keep_draft(unsent)
        return True

    def _told(self, call: UUID, kept: bool) -> None:  # noqa: FBT001 - an answer
        self._show_calls(self.calls | {call} if kept else self.calls - {call})
        self._tell(call, DraftState.KEPT if kept else DraftState.NONE)

    def _not_written(self, call: UUID, error: Exception) -> bool:
        if not self._failed(error):
            return False
        self._tell(call, DraftState.NOT_KEPT)
        return True

    def _tell(self, call: UUID, state: DraftState) -> None:
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
