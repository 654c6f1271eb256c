"""One rule whose breaking is noted apart from the score: a tick, the quoted words, the moment."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from app.review.scorecard import AutoFail
from app.ui.review.sheet import Lack, Missing, Sheet
from app.ui.theme import set_look
from app.ui.type_scale import TextRole
from app.ui.widgets import KeyButton, Variant, WrappingLabel
from app.ui.words import ui_lang


class FailRow(QWidget):
    """A broken rule needs the words that broke it and a second reader."""

    broken = Signal(str, bool)
    quoted = Signal(str, str)
    moment_wanted = Signal(str)

    def __init__(self, rule: AutoFail, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rule = rule
        self._tick = QCheckBox()
        self._words = WrappingLabel(role=TextRole.BODY)
        self._quote = QLineEdit()
        self._moment = KeyButton(variant=Variant.QUIET)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        head = QHBoxLayout()
        head.setSpacing(6)
        head.addWidget(self._tick)
        head.addWidget(self._words, 1)
        column.addLayout(head)
        column.addWidget(self._quote)
        column.addWidget(self._moment, 0, Qt.AlignmentFlag.AlignLeft)
        self._tick.clicked.connect(self._ticked)
        self._quote.textEdited.connect(self._typed)
        self._moment.clicked.connect(self._moment_pressed)
        self.retranslate()

    def show_sheet(self, sheet: Sheet, lacks: tuple[Lack, ...]) -> None:
        """Shows whether the rule was broken."""
        fail = sheet.fails.get(self.rule.id)
        self._tick.setChecked(fail is not None)
        for part in (self._quote, self._moment):
            part.setVisible(fail is not None)
        if fail is not None:
            if self._quote.text() != fail.quote:
                self._quote.setText(fail.quote)
            self._moment.setVisible(fail.seq is not None)
        wrong = any(one.what is Missing.QUOTE and one.of == self.rule.id for one in lacks)
        set_look(self._quote, "wrong", "true" if wrong else "false")

    def take_caret(self) -> None:
        """Puts the caret into the quote."""
        self._quote.setFocus()

    def _ticked(self, on: bool) -> None:  # noqa: FBT001 - Qt's signal
        self.broken.emit(self.rule.id, on)
        if on:
            self._quote.setFocus()

    def _typed(self, words: str) -> None:
        self.quoted.emit(self.rule.id, words)

    def _moment_pressed(self) -> None:
        self.moment_wanted.emit(self.rule.id)

    def retranslate(self) -> None:
        """Says everything in the present language."""
        words = self.rule.text.in_lang(ui_lang())
        self._words.setText(words)
        self._words.setBuddy(self._tick)
        self._tick.setAccessibleName(words)
        self._quote.setPlaceholderText(self.tr("The words that broke it"))
        self._quote.setAccessibleName(self.tr("The words that broke it: %1").replace("%1", words))
        self._moment.set_words(self.tr("Show the moment"))

    def changeEvent(self, event: QEvent) -> None:
        """Speaks the new language."""
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
