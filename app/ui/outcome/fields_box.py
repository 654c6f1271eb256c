"""The details of an outcome as fields: dates in words, texts, amounts, lists by digit."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from app.ui.keys import OPTIONS, KeyMap
from app.ui.next_step.when_field import WhenField
from app.ui.outcome.scene import FieldKind, FieldProblem, FieldScene
from app.ui.theme import set_look
from app.ui.type_scale import RHYTHM, TextRole
from app.ui.widgets import FlowLayout, KeyButton, Variant, WrappingLabel
from app.ui.words import ui_lang

MORE_KEY, MORE_CHORD = "0", "Ctrl+5"
"""The second one is the left hand's, next to those that pick 6 to 9."""


def more_cap(keys: KeyMap) -> str:
    """The key that brings the options behind "more"; empty where the rep's own keys have taken both."""
    free = (chord for chord in (MORE_KEY, MORE_CHORD) if keys.holder_of(chord) not in OPTIONS)
    return next(free, "")


class OptionList(QWidget):
    """Options as buttons with digits; takes the keys itself as one stop."""

    picked = Signal(str)
    more_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._codes: list[str] = []
        self._buttons: list[KeyButton] = []
        self._more = KeyButton(cap_first=True, variant=Variant.QUIET, parent=self)
        self._more.clicked.connect(self.more_wanted)
        self._flow = FlowLayout(self)
        self._flow.addWidget(self._more)

    def show_options(self, field: FieldScene, more: str, keys: KeyMap) -> None:
        """Shows the options with the keys that pick them; those behind "more" carry none yet."""
        while len(self._buttons) < len(field.options):
            button = KeyButton(cap_first=True, parent=self)
            button.clicked.connect(self._pick)
            self._buttons.append(button)
            self._flow.takeAt(self._flow.count() - 1)
            self._flow.addWidget(button)
            self._flow.addWidget(self._more)
        self._codes = [option.code for option in field.options]
        for place, button in enumerate(self._buttons):
            inside = place < len(field.options)
            button.setVisible(inside)
            if inside:
                option = field.options[place]
                cap = keys.digit_cap(option.digit, ui_lang())
                button.set_words(option.label[:1].upper() + option.label[1:], cap)
                button.set_variant(Variant.SELECTED if option.chosen else Variant.PLAIN)
        self._more.setVisible(field.more)
        self._more.set_words(more, more_cap(keys))
        self.updateGeometry()

    def _pick(self) -> None:
        button = self.sender()
        if isinstance(button, KeyButton) and button in self._buttons:
            self.picked.emit(self._codes[self._buttons.index(button)])


class FieldRow(QWidget):
    """One detail: its name, the way to enter it, and what is wrong or understood."""

    typed = Signal(str, str)
    picked = Signal(str, str)
    more_wanted = Signal(str)
    moved = Signal(int)
    day_picked = Signal(int, int, int)
    entered = Signal(str)

    def __init__(self, field: FieldScene, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = field.name
        self._field = field
        self._keys = KeyMap()
        self.kind = field.kind
        self._label = WrappingLabel(role=TextRole.LABEL, parent=self)
        self._below = WrappingLabel(role=TextRole.NOTE, parent=self)
        self._when: WhenField | None = None
        self._edit: QLineEdit | None = None
        self._list: OptionList | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self._label)
        column.addWidget(self._made(field))
        column.addWidget(self._below)

    def _made(self, field: FieldScene) -> QWidget:
        if field.kind is FieldKind.LIST:
            self._list = OptionList(self)
            self._list.picked.connect(self._pick)
            self._list.more_wanted.connect(self._more)
            self._list.installEventFilter(self)
            return self._list
        if field.kind is FieldKind.WHEN:
            self._when = WhenField(self, with_calendar=field.name == "when" and field.required)
            self._when.typed.connect(self._type)
            if field.name == "when":
                self._when.moved.connect(self.moved)
                self._when.day_picked.connect(self.day_picked)
            self._when.entered.connect(self._enter)
            return self._when
        self._edit = QLineEdit(self)
        self._edit.textEdited.connect(self._type)
        self._edit.installEventFilter(self)
        return self._edit

    def take_caret(self) -> None:
        """Puts the caret here."""
        target = self._when.edit if self._when is not None else self._edit or self._list
        if target is not None and not target.hasFocus():
            target.setFocus(Qt.FocusReason.OtherFocusReason)
            if isinstance(target, QLineEdit):
                target.selectAll()

    def show_field(self, field: FieldScene, today: date, keys: KeyMap) -> None:
        """Shows the detail as it stands."""
        self._field, self._keys = field, keys
        name = self.words()
        optional = self.tr("%1 (optional)").replace("%1", name)
        self._label.setText(name if field.required else optional)
        wrong = field.problem is not FieldProblem.NONE
        if self._when is not None:
            problem = field.problem is FieldProblem.NOT_UNDERSTOOD
            self._when.show_when(
                field.text, field.understood, wrong=problem, examples=field.hint, day=field.day, today=today
            )
            self._when.edit.setAccessibleName(name)
        elif self._edit is not None:
            if self._edit.text() != field.text:
                self._edit.setText(field.text)
            set_look(self._edit, "wrong", "true" if wrong else "false")
            self._edit.setPlaceholderText(field.hint)
            self._edit.setAccessibleName(name)
        elif self._list is not None:
            self._list.show_options(field, self.tr("more"), keys)
            self._list.setAccessibleName(name)
        self._show_below(field)

    def _show_below(self, field: FieldScene) -> None:
        text, role = self.complaint(), TextRole.ALARM
        if not text and field.understood and field.kind is not FieldKind.WHEN:
            text, role = f"→ {field.understood}", TextRole.SAVED
        self._below.setText(text)
        self._below.set_role(role)
        self._below.setVisible(bool(text))
        target = self._edit or self._list
        if target is not None:
            target.setAccessibleDescription(text)

    def words(self) -> str:
        """The detail's name in the present language."""
        names = {
            "when": self.tr("When"),
            "who": self.tr("Who"),
            "what": self.tr("What"),
            "value": self.tr("Value"),
            "reason": self.tr("Reason"),
            "note": self.tr("Note"),
        }
        return self._field.label or names.get(self._field.name, self._field.name)

    def complaint(self) -> str:
        """What is wrong, in one plain sentence; empty when nothing is."""
        if self._field.problem is FieldProblem.MISSING:
            asks = {
                "when": self.tr("Say when, in your own words."),
                "who": self.tr("Say who it is."),
                "what": self.tr("Say what was agreed."),
                "value": self.tr("Say how much it is worth."),
                "reason": self._pick_words(),
                "note": self.tr("Write a short note."),
            }
            return asks.get(self._field.name, self.tr("This outcome needs it filled in."))
        if self._field.problem is FieldProblem.NOT_UNDERSTOOD and self.kind is FieldKind.AMOUNT:
            return self.tr("Write a number, with or without a currency.")
        if self._field.problem is FieldProblem.NOT_UNDERSTOOD and self.kind is not FieldKind.WHEN:
            return self.tr("This does not fit the fact. Check the number or the wording.")
        return ""

    def _pick_words(self) -> str:
        most = max((option.digit for option in self._field.options), default=0)
        caps = self._keys.digit_caps(most, ui_lang())
        return self.tr("Pick the reason (%1).").replace("%1", caps) if caps else self.tr("Pick the reason.")

    def _type(self, words: str) -> None:
        self.typed.emit(self._name, words)

    def _pick(self, code: str) -> None:
        self.picked.emit(self._name, code)

    def _more(self) -> None:
        self.more_wanted.emit(self._name)

    def _enter(self) -> None:
        self.entered.emit(self._name)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Tells when the caret comes here."""
        if event.type() is QEvent.Type.FocusIn:
            self._enter()
        return super().eventFilter(watched, event)


class FieldsBox(QWidget):
    """All details of the chosen outcome, one under the other."""

    typed = Signal(str, str)
    picked = Signal(str, str)
    more_wanted = Signal(str)
    moved = Signal(int)
    day_picked = Signal(int, int, int)
    entered = Signal(str)

    def __init__(self, keys: KeyMap, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: dict[str, FieldRow] = {}
        self._shape: tuple[tuple[str, FieldKind, bool], ...] = ()
        self._fields: tuple[FieldScene, ...] = ()
        self._today = date(2000, 1, 1)
        self._keys = keys
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(2 * RHYTHM)

    def show_fields(self, fields: tuple[FieldScene, ...], today: date) -> None:
        """Shows the details; they are built anew only when another outcome asks for others."""
        self._fields, self._today = fields, today
        shape = tuple((field.name, field.kind, field.required) for field in fields)
        if shape != self._shape:
            self._build(fields)
            self._shape = shape
        for field in fields:
            self._rows[field.name].show_field(field, today, self._keys)

    def _build(self, fields: tuple[FieldScene, ...]) -> None:
        for row in self._rows.values():
            self._column.removeWidget(row)
            row.hide()
            row.deleteLater()
        self._rows = {}
        for field in fields:
            row = FieldRow(field, self)
            row.typed.connect(self.typed)
            row.picked.connect(self.picked)
            row.more_wanted.connect(self.more_wanted)
            row.moved.connect(self.moved)
            row.day_picked.connect(self.day_picked)
            row.entered.connect(self.entered)
            self._rows[field.name] = row
            self._column.addWidget(row)

    def set_keys(self, keys: KeyMap) -> None:
        """Other keys pick from the lists from now on."""
        self._keys = keys
        self.show_fields(self._fields, self._today)

    def row(self, name: str) -> FieldRow | None:
        """The detail called ``name``."""
        return self._rows.get(name)

    def changeEvent(self, event: QEvent) -> None:
        """Follows the language."""
        if event.type() is QEvent.Type.LanguageChange and self._fields:
            self.show_fields(self._fields, self._today)
        super().changeEvent(event)
