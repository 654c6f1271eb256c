"""Reads the history of an open call's marks when a trainer asks for it, and anew whenever something is added. No Qt."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from app.call.ports import BookUnavailable
from app.review.desk import NotRecorded
from app.ui.background import Runner
from app.ui.review.histories import ReviewHistory, review_histories
from app.ui.review.history_scene import HistoryScene, HistoryView

if TYPE_CHECKING:
    from app.review.ports import ReviewBook
    from app.ui.review.loading import OpenedCall


class HistoryPresenter:
    """Holds the history of the open call."""

    def __init__(self, view: HistoryView, runner: Runner) -> None:
        self._view = view
        self._runner = runner
        self._book: ReviewBook | None = None
        self._opened: OpenedCall | None = None
        self._asked = 0
        self.scene = HistoryScene()

    def serve(self, book: ReviewBook) -> None:
        """The book is open."""
        self._book = book

    def take(self, opened: OpenedCall) -> None:
        """A call was opened, or something was said about its reviews."""
        self._opened = opened
        if self.scene.shown:
            self._read()

    def close(self) -> None:
        """No call is open."""
        self._opened = None
        self.leave()

    def leave(self) -> bool:
        """Back to the sheet; whether the history was shown."""
        was, self._asked = self.scene.shown, self._asked + 1
        self._show(HistoryScene())
        return was

    def toggle(self) -> None:
        """Shows the history where there is a sent review, or the sheet again."""
        opened = self._opened
        if self.leave() or opened is None or all(one.draft.own for one in opened.reviews):
            return
        self._read()

    def _read(self) -> None:
        opened, book = self._opened, self._book
        if opened is None or book is None:
            return
        self._asked += 1
        work = partial(review_histories, book, opened.reviews, opened.disputes)
        self._runner.run(work, partial(self._done, self._asked), partial(self._failed, self._asked))

    def _done(self, asked: int, reviews: tuple[ReviewHistory, ...]) -> None:
        if asked == self._asked:
            self._show(HistoryScene(shown=True, reviews=reviews))

    def _failed(self, asked: int, error: Exception) -> bool:
        if not isinstance(error, BookUnavailable | NotRecorded):
            return False
        if asked == self._asked:
            self._show(replace(self.scene, shown=True, troubled=True))
        return True

    def _show(self, scene: HistoryScene) -> None:
        if scene != self.scene:
            self.scene = scene
            self._view.show_history(scene)
