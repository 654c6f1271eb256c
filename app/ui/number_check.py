"""Looks up whether a number asked not to be called, and owns it when that cannot be known."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, Signal

from app.call.ports import BookUnavailable
from app.leads.lead import LeadBook
from app.ui.background import Runner


class NumberCheck(QObject):
    """``told`` carries the number asked for and whether it is blocked, or ``None`` while the book cannot be read."""

    told = Signal(str, object)

    def __init__(self, runner: Runner, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._runner = runner
        self._leads: LeadBook | None = None

    def serve(self, leads: LeadBook | None) -> None:
        """The book that knows who must not be called; ``None`` while it is closed."""
        self._leads = leads

    def check(self, number: str) -> None:
        """Looks ``number`` up; the answer is told later."""
        if self._leads is None:
            self.told.emit(number, None)
            return
        work = partial(self._leads.is_blocked, number)
        self._runner.run(work, partial(self._answered, number), partial(self._failed, number))

    def _answered(self, number: str, blocked: bool) -> None:  # noqa: FBT001 - an answer
        self.told.emit(number, blocked)

    def _failed(self, number: str, error: Exception) -> bool:
        if not isinstance(error, BookUnavailable):
            return False
        self.told.emit(number, None)
        return True
