"""What stands beside the details: the summary to copy, objections offered once more, the rep's own rating."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QComboBox, QFrame, QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from app.call.events import Result
from app.playbook.vocabulary import OBJECTION_KINDS
from app.ui.keys import OPTIONS, KeyMap
from app.ui.outcome.scene import Notice, ObjectionRow
from app.ui.type_scale import RHYTHM, TextRole
from app.ui.widgets import (
    Chip,
    ChipLook,
    FlowLayout,
    KeyButton,
    Panel,
    PanelLook,
    PlainLabel,
    Variant,
    WrappingLabel,
)
from app.ui.words import ui_lang

_LEAST_LINES = 7


class SummaryBox(QWidget):
    """The summary as plain text with the keys that take it and the follow-up along."""

    copy_wanted = Signal()
    save_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._heading = PlainLabel(role=TextRole.LABEL, parent=self)
        self._text = QPlainTextEdit(self)
        self._text.setReadOnly(True)
        self._text.setTabChangesFocus(True)
        self._text.setFrameShape(QFrame.Shape.NoFrame)
        self._copy = KeyButton(parent=self)
        self._save = KeyButton(parent=self)
        self._notice = WrappingLabel(role=TextRole.SAVED, parent=self)
        self._said = (Notice.NONE, "")
        self._copy.clicked.connect(self.copy_wanted)
        self._save.clicked.connect(self.save_wanted)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(RHYTHM)
        column.addWidget(self._heading)
        column.addWidget(self._text, 1)
        buttons = QWidget(self)
        flow = FlowLayout(buttons)
        flow.addWidget(self._copy)
        flow.addWidget(self._save)
        column.addWidget(buttons)
        column.addWidget(self._notice)
        self.retranslate()

    def show_summary(self, text: str, *, can_save: bool, notice: Notice, detail: str) -> None:
        """Shows the text and what just happened to it."""
        if self._text.toPlainText() != text:
            place = self._text.verticalScrollBar().value()
            self._text.setPlainText(text)
            self._text.verticalScrollBar().setValue(place)
        self._text.setMinimumHeight(self._text.fontMetrics().lineSpacing() * _LEAST_LINES)
        self._save.setVisible(can_save)
        self._said = (notice, detail)
        self._say()

    def selected_text(self) -> str:
        """What the rep has marked in the summary."""
        return self._text.textCursor().selectedText()

    def _say(self) -> None:
        notice, detail = self._said
        words = {
            Notice.NONE: "",
            Notice.COPIED: self.tr("Copied. Paste it wherever it is needed."),
            Notice.SAVED: self.tr("Saved: %1").replace("%1", detail),
            Notice.NOT_SAVED: self.tr(
                "The calendar file could not be written: %1. Copy the summary instead."
            ).replace("%1", detail),
        }
        self._notice.setText(words[notice])
        self._notice.set_role(TextRole.ALARM if notice is Notice.NOT_SAVED else TextRole.SAVED)
        self._notice.setVisible(bool(words[notice]))

    def changeEvent(self, event: QEvent) -> None:
        """Follows the language."""
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def retranslate(self) -> None:
        """Says everything in the present language."""
        self._heading.setText(self.tr("Summary for your CRM"))
        self._text.setAccessibleName(self.tr("Summary of the call"))
        self._copy.set_words(self.tr("Copy"), "Ctrl+C")
        self._save.set_words(self.tr("Follow-up to the calendar"), "Ctrl+I")
        self._say()


class RatingBar(QWidget):
    """How the rep finds the call, 1 to 5."""

    rated = Signal(int)

    def __init__(self, keys: KeyMap, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._keys = keys
        self._label = WrappingLabel(role=TextRole.LABEL, parent=self)
        self._hint = WrappingLabel(role=TextRole.NOTE, parent=self)
        self._buttons = [KeyButton(str(rating), parent=self) for rating in range(1, 6)]
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self._label)
        row = QHBoxLayout()
        row.setSpacing(4)
        for button in self._buttons:
            button.clicked.connect(self._tell)
            row.addWidget(button, 1)
        column.addLayout(row)
        column.addWidget(self._hint)
        self._shown = (0, False)
        self.retranslate()

    def set_keys(self, keys: KeyMap) -> None:
        """Other keys rate from now on."""
        self._keys = keys
        self._say()

    def show_rating(self, rating: int, *, asleep: bool) -> None:
        """Marks the rating; ``asleep`` tells that a field has the digits now."""
        self._shown = (rating, asleep)
        for place, button in enumerate(self._buttons, start=1):
            button.set_variant(Variant.SELECTED if place == rating else Variant.PLAIN)
            button.setAccessibleDescription("✓" if place == rating else "")
        self._say()

    def _say(self) -> None:
        ends = self.tr("1 poorly · 5 very well")
        keys = self.tr("Alt and a digit while you type") if self._shown[1] else self._own_keys()
        self._hint.setText(" · ".join(part for part in (ends, keys) if part))

    def _own_keys(self) -> str:
        caps = [self._keys.cap(option, ui_lang()) for option in OPTIONS[: len(self._buttons)]]
        if caps == [button.words() for button in self._buttons]:
            return self.tr("keys 1 to 5")
        return self.tr("keys %1").replace("%1", ", ".join(caps)) if all(caps) else ""

    def _tell(self) -> None:
        button = self.sender()
        if isinstance(button, KeyButton) and button in self._buttons:
            self.rated.emit(self._buttons.index(button) + 1)

    def changeEvent(self, event: QEvent) -> None:
        """Follows the language."""
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def retranslate(self) -> None:
        """Says everything in the present language."""
        self._label.setText(self.tr("How did it go for you? (optional)"))
        for place, button in enumerate(self._buttons, start=1):
            button.setAccessibleName(self.tr("Own rating %1 of 5").replace("%1", str(place)))
        self._say()


class ObjectionLine(Panel):
    """One objection that stayed open, or an unlisted one that wants a kind."""

    settled = Signal(int, object)
    named = Signal(str, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(PanelLook.FIELD, parent)
        self._row = ObjectionRow(0, "", "", None)
        self._label = WrappingLabel(role=TextRole.BODY, parent=self)
        self._state = Chip(parent=self)
        self._settle, self._final = KeyButton(parent=self), KeyButton(parent=self)
        self._kind = QComboBox(self)
        self._kind.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self._settle.clicked.connect(self._say_settled)
        self._final.clicked.connect(self._say_final)
        self._kind.activated.connect(self._say_kind)
        column = QVBoxLayout(self)
        column.setContentsMargins(10, 8, 10, 8)
        column.setSpacing(6)
        column.addWidget(self._label)
        parts = QWidget(self)
        flow = FlowLayout(parts)
        for part in (self._state, self._settle, self._final, self._kind):
            flow.addWidget(part)
        column.addWidget(parts)

    def show_objection(self, row: ObjectionRow) -> None:
        """Shows how it stands."""
        self._row = row
        family = f" · {row.family}" if row.family else ""
        self._label.setText(f"{row.label}{family}")
        still_open = row.number > 0
        self._state.set_chip(*self._stand(row))
        self._settle.setVisible(still_open)
        self._final.setVisible(still_open)
        self._settle.set_words(self.tr("Settled"))
        self._settle.setAccessibleName(self.tr("%1: settled").replace("%1", row.label))
        self._final.set_words(self.tr("Final"))
        self._final.setAccessibleName(self.tr("%1: final").replace("%1", row.label))
        self._kind.setVisible(row.unlisted)
        if row.unlisted:
            self._fill_kinds(row)

    def _stand(self, row: ObjectionRow) -> tuple[str, ChipLook]:
        if row.number > 0:
            return self.tr("still open"), ChipLook.MOOD
        if row.result is Result.SETTLED:
            return self.tr("settled"), ChipLook.GOOD
        return (
            (self.tr("final"), ChipLook.ALARM)
            if row.result is Result.FINAL
            else (self.tr("open"), ChipLook.MOOD)
        )

    def _fill_kinds(self, row: ObjectionRow) -> None:
        lang = ui_lang()
        wanted = [
            self.tr("What kind was it?"),
            *(kind.label.in_lang(lang) for kind in OBJECTION_KINDS.values()),
        ]
        if [self._kind.itemText(place) for place in range(self._kind.count())] != wanted:
            self._kind.clear()
            self._kind.addItem(wanted[0], "")
            for kind in OBJECTION_KINDS.values():
                self._kind.addItem(kind.label.in_lang(lang), kind.code)
        self._kind.setAccessibleName(self.tr("Kind of the objection %1").replace("%1", row.label))
        self._kind.setCurrentIndex(max(0, self._kind.findText(row.family)))

    def _say_settled(self) -> None:
        self.settled.emit(self._row.number, Result.SETTLED)

    def _say_final(self) -> None:
        self.settled.emit(self._row.number, Result.FINAL)

    def _say_kind(self) -> None:
        code = self._kind.currentData()
        if code:
            self.named.emit(self._row.text, str(code))


class ObjectionsBox(QWidget):
    """Every objection that is worth a last look; hidden when there is none."""

    settled = Signal(int, object)
    named = Signal(str, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._heading = PlainLabel(role=TextRole.LABEL, parent=self)
        self._lines: list[ObjectionLine] = []
        self._rows: tuple[ObjectionRow, ...] = ()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(RHYTHM)
        self._column.addWidget(self._heading)
        self.retranslate()

    def show_objections(self, rows: tuple[ObjectionRow, ...]) -> None:
        """Shows them as they stand."""
        self._rows = rows
        while len(self._lines) < len(rows):
            line = ObjectionLine(self)
            line.settled.connect(self.settled)
            line.named.connect(self.named)
            self._lines.append(line)
            self._column.addWidget(line)
        for place, line in enumerate(self._lines):
            line.setVisible(place < len(rows))
            if place < len(rows):
                line.show_objection(rows[place])
        self.setVisible(bool(rows))

    def changeEvent(self, event: QEvent) -> None:
        """Follows the language."""
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def retranslate(self) -> None:
        """Says everything in the present language."""
        self._heading.setText(self.tr("Objections, once more"))
        for line, row in zip(self._lines, self._rows, strict=False):
            line.show_objection(row)
