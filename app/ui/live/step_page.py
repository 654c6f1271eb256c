"""The next-step panel inside the live window."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.call.prompt import NextStep
from app.ui.live.key_field import KeyField


class StepPage(QWidget):
    """What was agreed, when and with whom. ``agreed`` carries a ``NextStep``."""

    agreed = Signal(NextStep)

    def __init__(self, now: Callable[[], datetime], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._now = now
        self.words = KeyField(self)
        self.words.entered.connect(self._agree)
        column = QVBoxLayout(self)
        column.addWidget(self.words)

    def take_caret(self) -> None:
        """Puts the caret into the first field."""
        self.words.setFocus()

    def _agree(self) -> None:
        self.agreed.emit(NextStep(what=self.words.text()))
