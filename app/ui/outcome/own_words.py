"""After the call: which line did not work, and the rep's own words for it, which reach the manager's inbox."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QComboBox, QLineEdit, QSizePolicy, QVBoxLayout, QWidget

from app.ui.outcome.scene import OwnWords
from app.ui.type_scale import RHYTHM, TextRole
from app.ui.widgets import FlowLayout, KeyButton, PlainLabel, Variant, WrappingLabel

_LEAST_LETTERS = 12
_LONGEST_SHOWN = 90


class OwnWordsBox(QWidget):
    """A button that opens the two fields; Enter keeps the words. ``reworded`` carries the line's name and the words.

    ``opened`` tells that the fields came up.
    """

    reworded = Signal(str, str)
    opened = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown = OwnWords()
        self._open = KeyButton(variant=Variant.QUIET, parent=self)
        self._told = WrappingLabel(role=TextRole.SAVED, parent=self)
        self._fields = QWidget(self)
        self._heading = PlainLabel(role=TextRole.LABEL, parent=self._fields)
        self.lines = QComboBox(self._fields)
        self.lines.setMinimumContentsLength(_LEAST_LETTERS)
        self.lines.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.lines.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.words = QLineEdit(self._fields)
        self._keep = KeyButton(parent=self._fields)
        inside = QVBoxLayout(self._fields)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(RHYTHM)
        for part in (self._heading, self.lines, self.words):
            inside.addWidget(part)
        flow = FlowLayout()
        flow.addWidget(self._keep)
        inside.addLayout(flow)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(RHYTHM)
        column.addWidget(self._open, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self._fields)
        column.addWidget(self._told)
        self._fields.hide()
        self._open.clicked.connect(self.open)
        self._keep.clicked.connect(self.keep)
        self.retranslate()

    def show_own_words(self, shown: OwnWords) -> None:
        """Offers the lines that were said; hidden in a call in which nothing was."""
        if shown.said != self._shown.said:
            self.lines.clear()
            for name, text in shown.said:
                short = text if len(text) <= _LONGEST_SHOWN else f"{text[:_LONGEST_SHOWN].rstrip()}…"
                self.lines.addItem(short, name)
        self._shown = shown
        self.setVisible(bool(shown.said))
        self._say()

    def open(self) -> None:
        """Shows the fields with the caret in the words."""
        if self._shown.said:
            self._open.hide()
            self._fields.show()
            self.words.setFocus()
            self.opened.emit()

    def has_caret(self) -> bool:
        """Whether the words are being typed."""
        return self.words.hasFocus()

    def close_fields(self) -> None:
        """Puts the fields away; what was typed is dropped."""
        self.words.clear()
        self._fields.hide()
        self._open.show()

    def keep(self) -> None:
        """Hands the words over and is ready for more; without words it is put away."""
        words, name = self.words.text().strip(), self.lines.currentData()
        self.close_fields()
        if words and name:
            self.reworded.emit(str(name), words)

    def _say(self) -> None:
        kept = self._shown.kept
        self._told.setText(
            self.tr("%n time(s) in own words: the manager sees them.", "", kept) if kept else ""
        )
        self._told.setVisible(kept > 0)

    def changeEvent(self, event: QEvent) -> None:
        """Follows the language."""
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def retranslate(self) -> None:
        """Says everything in the present language."""
        self._open.set_words(self.tr("A line did not work: my words were…"), "Ctrl+B")
        self._heading.setText(self.tr("Which line, and what were your words?"))
        self.lines.setAccessibleName(self.tr("The line that did not work"))
        self.words.setAccessibleName(self.tr("Your own words"))
        self.words.setPlaceholderText(self.tr("Your own words"))
        self._keep.set_words(self.tr("Keep for the manager"), "⏎")
        self._say()
