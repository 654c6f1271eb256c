"""The note line and the notes written so far."""

from __future__ import annotations

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.ui.keys import Action, KeyMap
from app.ui.live.action_button import tighten
from app.ui.live.key_field import KeyField
from app.ui.live.note_chips import MOST_CHIPS, NoteChip
from app.ui.live.parts import Part
from app.ui.live.scene import NoteLine
from app.ui.type_scale import TextRole
from app.ui.widgets import FlowLayout, KeyButton, PanelLook, PlainLabel, WrappingLabel
from app.ui.words import ui_lang

_PAUSE_MS = 700
"""After this much rest a draft is recorded: longer than between two key strokes, shorter than a thought. A guess."""


class NoteBox(Part):
    """One line to write, the written ones under it, newest first."""

    typed = Signal(str)
    paused = Signal()
    entered = Signal()
    left = Signal()
    chip_taken = Signal(object)

    def __init__(self, keys: KeyMap, parent: QWidget | None = None, *, most_chips: int = MOST_CHIPS) -> None:
        super().__init__(PanelLook.PLAIN, keys, parent)
        self._notes: tuple[tuple[int, str], ...] = ()
        self.heading = PlainLabel(role=TextRole.LABEL, parent=self)
        self.field = KeyField(self)
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(_PAUSE_MS)
        self._rest.timeout.connect(self.paused)
        self.field.typed.connect(self._hear)
        self.field.entered.connect(self.entered)
        self.field.left.connect(self._leave)
        self.rows: list[WrappingLabel] = []
        self.chips = [KeyButton(parent=self) for _ in range(most_chips)]
        self._chips: tuple[NoteChip, ...] = ()
        self._chip_row = QWidget(self)
        flow = FlowLayout(self._chip_row, gap=4)
        for button in self.chips:
            tighten(button)
            button.clicked.connect(self._take_chip)
            flow.addWidget(button)
        self._chip_row.hide()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(8)
        self._column.addWidget(self.heading)
        self._column.addWidget(self.field)
        self._column.addWidget(self._chip_row)
        self.retranslate()

    def show_chips(self, chips: tuple[NoteChip, ...]) -> None:
        """Shows what a tap would note."""
        chips = chips[: len(self.chips)]
        if chips == self._chips:
            return
        self._chips = chips
        for button, chip in zip(self.chips, chips, strict=False):
            button.set_words(chip.label)
        for place, button in enumerate(self.chips):
            button.setVisible(place < len(chips))
        self._chip_row.setVisible(bool(chips))

    def show_notes(self, note: NoteLine, notes: tuple[tuple[int, str], ...]) -> None:
        """Shows the line in hand and the notes before it."""
        self.field.show_text(note.text)
        written = tuple(each for each in notes if each[0] != note.number)
        if written == self._notes:
            return
        self._notes = written
        while len(self.rows) < len(written):
            row = WrappingLabel(parent=self)
            self.rows.append(row)
            self._column.addWidget(row)
        for row, (_, text) in zip(self.rows, reversed(written), strict=False):
            row.setText(text)
            row.show()
        for row in self.rows[len(written) :]:
            row.hide()

    def retranslate(self) -> None:
        """Sets the words."""
        self.heading.setText(self.tr("Note"))
        self.field.set_words(self.tr("Write a note…"), self.keys.cap(Action.NOTE, ui_lang()), self.tr("Note"))

    def _take_chip(self) -> None:
        button = self.sender()
        place = next((at for at, each in enumerate(self.chips) if each is button), len(self._chips))
        if place < len(self._chips):
            self.chip_taken.emit(self._chips[place])

    def _hear(self, text: str) -> None:
        self._rest.start()
        self.typed.emit(text)

    def _leave(self) -> None:
        self._rest.stop()
        self.left.emit()
