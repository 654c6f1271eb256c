"""One mark as trainer and rep saw it, with what was said of it, and the rep's answer."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from app.review.desk import GivenMark, Ruling
from app.review.mark_history import StepKind
from app.ui.review.mark_origin import from_file, mark_words
from app.ui.review.own_scene import MarkPair
from app.ui.review.step_list import StepList
from app.ui.type_scale import TextRole
from app.ui.widgets import FlowLayout, KeyButton, Rule, Variant, WrappingLabel
from app.ui.words import ui_lang

_BOTH_MARKS = frozenset({StepKind.OWN, StepKind.GIVEN})


class AnswerRow(QWidget):
    """Shows a ``MarkPair``."""

    disputed = Signal(str, str)
    moment_wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pair: MarkPair | None = None
        self._words = WrappingLabel(role=TextRole.BODY)
        self._marks = WrappingLabel(role=TextRole.STRONG)
        self._why = WrappingLabel(role=TextRole.NOTE)
        self._steps = StepList()
        self._waits = WrappingLabel(role=TextRole.NOTE)
        self._answer = QLineEdit()
        self._send = KeyButton()
        self._moment = KeyButton(variant=Variant.QUIET)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 6, 0, 6)
        column.setSpacing(4)
        for part in (self._words, self._marks, self._why, self._steps, self._waits):
            column.addWidget(part)
        buttons = FlowLayout(gap=4)
        for button in (self._send, self._moment):
            buttons.addWidget(button)
        column.addWidget(self._answer)
        column.addLayout(buttons)
        column.addWidget(Rule())
        self._answer.returnPressed.connect(self._give)
        self._send.clicked.connect(self._give)
        self._moment.clicked.connect(self._show_moment)

    def take_caret(self) -> bool:
        """Puts the caret into the answer; whether there may be one now."""
        if self._answer.isHidden():
            return False
        self._answer.setFocus(Qt.FocusReason.ShortcutFocusReason)
        return True

    def show_pair(self, pair: MarkPair) -> None:
        """Shows both marks and everything said of them."""
        self._pair = pair
        lang = ui_lang()
        words = pair.criterion.text.in_lang(lang)
        self._words.setText(words)
        marks = self.tr("Trainer: %1 · you: %2").replace("%1", self._mark(pair, pair.given))
        self._marks.setText(marks.replace("%2", self._mark(pair, pair.own)))
        cause = pair.cause
        anchor = next((one for one in pair.criterion.anchors if one.mark == pair.given.mark.value), None)
        parts = (
            anchor.text.in_lang(lang) if anchor is not None else "",
            cause.in_lang(lang) if cause is not None else "",
            pair.given.words,
            from_file(pair.given),
        )
        why = "\n".join(part for part in parts if part)
        self._why.setText(why)
        self._why.setVisible(bool(why))
        self._show_steps(pair)
        last = pair.disputes[-1] if pair.disputes else None
        waiting = last is not None and last.ruling is Ruling.WAITING
        self._waits.setText(self.tr("The trainer has not answered yet."))
        self._waits.setVisible(waiting)
        self._answer.setVisible(not waiting)
        self._send.setVisible(not waiting)
        self._send.set_words(self.tr("Disagree") if last is None else self.tr("Reopen"))
        hint = (
            self.tr("Why do you see it differently?")
            if last is None
            else self.tr("What is the new evidence?")
        )
        self._answer.setPlaceholderText(hint)
        self._answer.setAccessibleName(f"{words}: {hint}")
        self._moment.set_words(self.tr("Show the moment"))
        self._moment.setVisible(pair.given.seq is not None)

    @staticmethod
    def _mark(pair: MarkPair, given: GivenMark | None) -> str:
        return mark_words(pair.criterion.scale, given)

    def _show_steps(self, pair: MarkPair) -> None:
        """All that happened to the mark, where anything did since both gave theirs."""
        history = pair.history
        told = history is not None and any(one.kind not in _BOTH_MARKS for one in history.steps)
        self._steps.setVisible(told)
        self._steps.show_history(history if told else None, pair.me)

    def _give(self) -> None:
        words = self._answer.text().strip()
        if words and self._pair is not None:
            self._answer.clear()
            self.disputed.emit(self._pair.criterion.id, words)

    def _show_moment(self) -> None:
        if self._pair is not None:
            self.moment_wanted.emit(self._pair.criterion.id)

    def changeEvent(self, event: QEvent) -> None:
        """Speaks the new language."""
        if event.type() is QEvent.Type.LanguageChange and self._pair is not None:
            self.show_pair(self._pair)
        super().changeEvent(event)
