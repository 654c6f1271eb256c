"""All that happened to one mark, a paragraph for each step: what, then who and when, then why."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.ui.review.histories import MarkHistory
from app.ui.review.step_words import step_about, step_title, step_why
from app.ui.type_scale import TextRole
from app.ui.widgets import WrappingLabel, taken_out
from app.ui.words import ui_lang

_BETWEEN = 6


class StepList(QWidget):
    """Shows the steps of a ``MarkHistory``, the same way to trainer and rep."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: tuple[MarkHistory | None, str, str] | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(1)

    def show_history(self, history: MarkHistory | None, me: str = "") -> None:
        """Shows all steps; ``me`` is the login of whoever reads them."""
        wanted = (history, me, ui_lang())
        if wanted == self._shown:
            return
        self._shown = wanted
        for part in taken_out(self._column):
            part.setParent(None)
            part.deleteLater()
        if history is not None:
            self._add(history, me)

    def _add(self, history: MarkHistory, me: str) -> None:
        for step in history.steps:
            self._column.addSpacing(_BETWEEN)
            self._column.addWidget(WrappingLabel(step_title(history, step), TextRole.BODY))
            for words in (step_about(step, me), step_why(history, step)):
                if words:
                    self._column.addWidget(WrappingLabel(words, TextRole.NOTE))
