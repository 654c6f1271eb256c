"""All that happened to one mark, oldest first; the keyboard can stop at it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.ui.key_events import key_press
from app.ui.keys import KeyPress
from app.ui.review.histories import MarkHistory
from app.ui.review.step_list import StepList
from app.ui.review.step_words import history_lines
from app.ui.type_scale import TextRole
from app.ui.widgets import KeyButton, Panel, PanelLook, Variant, WrappingLabel
from app.ui.words import ui_lang

_STEPS = {KeyPress("Down"): 1, KeyPress("Up"): -1}


class HistoryRow(Panel):
    """Shows a ``MarkHistory``; Enter leads to the moment that it points to, Up and Down to other rows."""

    moment_wanted = Signal(int)
    stepped = Signal(QWidget, int)

    def __init__(self, history: MarkHistory, parent: QWidget | None = None) -> None:
        super().__init__(PanelLook.STOP, parent)
        self._history = history
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 6, 8, 6)
        column.setSpacing(1)
        label = history.label.in_lang(ui_lang())
        column.addWidget(WrappingLabel(label, TextRole.STRONG))
        steps = StepList()
        steps.show_history(history)
        column.addWidget(steps)
        self.setAccessibleName(f"{label}\n{history_lines(history)}")
        if history.seq is not None:
            moment = KeyButton(variant=Variant.QUIET)
            moment.set_words(self.tr("Show the moment"))
            moment.setAccessibleName(f"{label}: {moment.words()}")
            moment.clicked.connect(self._show_moment)
            column.addWidget(moment, 0, Qt.AlignmentFlag.AlignLeft)

    def _show_moment(self) -> None:
        if self._history.seq is not None:
            self.moment_wanted.emit(self._history.seq)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter, Up and Down; every other key is the desk's."""
        press = key_press(event)
        if press in _STEPS:
            self.stepped.emit(self, _STEPS[press])
        elif press == KeyPress("Return") and self.hasFocus() and self._history.seq is not None:
            self._show_moment()
        else:
            super().keyPressEvent(event)
