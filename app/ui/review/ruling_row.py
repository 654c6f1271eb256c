"""Something about an earlier review that waits for a trainer: a mark that the rep disputes, or a rule to read again."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from app.review.desk import Ruling
from app.ui.review.mark_origin import mark_words
from app.ui.review.score_scene import Waiting
from app.ui.type_scale import TextRole
from app.ui.widgets import FlowLayout, KeyButton, Panel, PanelLook, Variant, WrappingLabel
from app.ui.words import quoted, ui_lang, unquoted


class RulingRow(Panel):
    """Shows one ``Waiting``; an answer in words goes with every ruling."""

    ruled = Signal(int, object, str)
    fail_read = Signal(int, bool, str)
    moment_wanted = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(PanelLook.FIELD, parent)
        self._waiting: Waiting | None = None
        self._what = WrappingLabel(role=TextRole.STRONG)
        self._marks = WrappingLabel(role=TextRole.NOTE)
        self._words = WrappingLabel(role=TextRole.BODY)
        self._answer = QLineEdit()
        self._moment = KeyButton(variant=Variant.QUIET)
        self._moment.clicked.connect(self._show_moment)
        self._buttons = [KeyButton(variant=Variant.PLAIN) for _ in range(3)]
        column = QVBoxLayout(self)
        column.setContentsMargins(10, 8, 10, 8)
        column.setSpacing(4)
        for part in (self._what, self._marks, self._words):
            column.addWidget(part)
        column.addWidget(self._moment, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self._answer)
        box = QWidget()
        flow = FlowLayout(box, gap=4)
        for button in self._buttons:
            flow.addWidget(button)
            button.clicked.connect(self._pressed)
        column.addWidget(box)

    def show_waiting(self, waiting: Waiting) -> None:
        """Shows what waits."""
        before = self._waiting
        if before is not None and (before.id, before.fail) != (waiting.id, waiting.fail):
            self._answer.clear()
        self._waiting = waiting
        label = waiting.label.in_lang(ui_lang())
        quote = quoted(unquoted(waiting.words), ui_lang())
        self._words.setText(quote if waiting.fail else waiting.words)
        about = self._about_words(waiting)
        self._marks.setText(about)
        self._marks.setVisible(bool(about))
        self._moment.setVisible(waiting.seq is not None)
        self._moment.set_words(self.tr("Show the moment"))
        self._moment.setAccessibleName(f"{label}: {self._moment.words()}")
        if waiting.fail:
            self._what.setText(self.tr("Second reader: %1").replace("%1", label))
            names = [self.tr("It was broken"), self.tr("It was not")]
        else:
            self._what.setText(self.tr("Disputed: %1").replace("%1", label))
            names = [self.tr("Keep the mark"), self.tr("Change it to mine"), self.tr("Partly")]
        for place, button in enumerate(self._buttons):
            button.setVisible(place < len(names))
            if place < len(names):
                button.set_words(names[place])
        self._answer.setPlaceholderText(self.tr("Your answer to the rep"))
        self._answer.setAccessibleName(self.tr("Your answer to the rep"))

    def _about_words(self, waiting: Waiting) -> str:
        """What both gave, or who found a rule broken."""
        if waiting.marks is None:
            return self.tr("Noted by %1").replace("%1", waiting.by) if waiting.fail and waiting.by else ""
        trainer, rep = (mark_words(waiting.scale, one) for one in waiting.marks)
        return self.tr("Trainer: %1 · rep: %2").replace("%1", trainer).replace("%2", rep)

    def _show_moment(self) -> None:
        if self._waiting is not None and self._waiting.seq is not None:
            self.moment_wanted.emit(self._waiting.seq)

    def _pressed(self) -> None:
        pressed, waiting, words = self.sender(), self._waiting, self._answer.text().strip()
        if waiting is None:
            return
        place = next((at for at, button in enumerate(self._buttons) if button is pressed), 0)
        if not words:
            self._answer.setFocus()
        elif waiting.fail:
            self.fail_read.emit(waiting.id, place == 0, words)
        else:
            self.ruled.emit(waiting.id, (Ruling.KEPT, Ruling.CHANGED, Ruling.PARTIAL)[place], words)

    def changeEvent(self, event: QEvent) -> None:
        """Speaks the new language."""
        if event.type() is QEvent.Type.LanguageChange and self._waiting is not None:
            self.show_waiting(self._waiting)
        super().changeEvent(event)
