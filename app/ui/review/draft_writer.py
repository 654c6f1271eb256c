"""Writes drafts on the worker's thread, of each only the newest, even when the window closes. Knows no Qt."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from threading import Lock
from typing import TYPE_CHECKING
from uuid import UUID

from app.call.ports import BookUnavailable
from app.review.desk import NotRecorded
from app.ui.background import Lasting, Runner
from app.ui.review.draft_state import DraftState

if TYPE_CHECKING:
    from app.review.drafts import Unsent
    from app.ui.review.loading import DeskBooks, OpenedCall

Told = Callable[[UUID, DraftState], None]


class DraftWriter:
    """Keeps and throws away the drafts of one person; ``told`` hears for each call whether its draft is safe.

    A change that comes while one is on its way takes its place, so that typing makes no queue.
    """

    def __init__(self, runner: Runner, reviewer: str, told: Told) -> None:
        self._runner = runner
        self._reviewer = reviewer
        self._told = told
        self._lock = Lock()
        self._waiting: dict[tuple[UUID, UUID | None], Unsent | None] = {}

    def put(
        self, books: DeskBooks, opened: OpenedCall, unsent: Unsent | None, about: UUID | None = None
    ) -> None:
        """Keeps ``unsent`` in place of the draft of the call about the same thing; ``None`` throws that away."""
        with self._lock:
            on_its_way = (opened.call, about) in self._waiting
            self._waiting[opened.call, about] = unsent
        if not on_its_way:
            work = Lasting(partial(self._write, books, opened, about))
            told = partial(self._told, opened.call)
            self._runner.run(work, told, partial(self._not_written, opened.call))

    def _write(self, books: DeskBooks, opened: OpenedCall, about: UUID | None) -> DraftState:
        """On the worker: how the draft stands now."""
        with self._lock:
            unsent = self._waiting.pop((opened.call, about))
        if unsent is None:
            books.drafts.drop_draft(self._reviewer, opened.call, about)
            return DraftState.NONE
        if opened.card is not None:
            books.reviews.pin_card(opened.card.file)
        books.drafts.keep_draft(unsent)
        return DraftState.KEPT

    def _not_written(self, call: UUID, error: Exception) -> bool:
        if not isinstance(error, BookUnavailable | NotRecorded):
            return False
        self._told(call, DraftState.NOT_KEPT)
        return True
