"""Changing keys: each action with its keys; a press captures a new one; a clash is told in words."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.ui.key_events import key_press
from app.ui.keys import ACTIONS, GROUP_WORDS, Action, ActionGroup, KeyMap, clash_words, default_keys
from app.ui.type_scale import RHYTHM, TextRole
from app.ui.widgets import FlowLayout, KeyButton, PlainLabel, TurningRow, Variant, WrappingLabel
from app.ui.words import ui_lang

_ROOM_FOR_BOTH = 60


class CaptureButton(KeyButton):
    """Click it (or press Space on it), then press the key that it should be."""

    captured = Signal(str)
    _waiting = False  # Qt sends events before __init__ is through

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._shown = ""
        self.clicked.connect(self._begin)

    def show_key(self, cap: str) -> None:
        """Shows the present key."""
        self._shown = cap
        if not self._waiting:
            self.set_words(cap or self.tr("off"))

    def is_waiting(self) -> bool:
        """Whether the next press is captured."""
        return self._waiting

    def _begin(self) -> None:
        self._waiting = True
        self.set_words(self.tr("Press a key… (Esc: leave as is)"))
        self.set_variant(Variant.SELECTED)
        self.setFocus()

    def _end(self) -> None:
        self._waiting = False
        self.set_variant(Variant.PLAIN)
        self.show_key(self._shown)

    def event(self, event: QEvent) -> bool:
        """While waiting, Tab is a key like any other."""
        if self._waiting and isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            self.keyPressEvent(event)
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Captures the press."""
        if not self._waiting:
            super().keyPressEvent(event)
            return
        press = key_press(event)
        if press is None:
            return
        self._end()
        if press.key != "Esc":
            self.captured.emit(press.chord)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Looking elsewhere leaves the key as it is."""
        if self._waiting:
            self._end()
        super().focusOutEvent(event)


class KeyRow(TurningRow):
    """One action: words, present key, and the way back to the usual one."""

    key_wanted = Signal(object, str)
    usual_wanted = Signal(object)
    off_wanted = Signal(object)

    def __init__(self, action: Action, parent: QWidget | None = None) -> None:
        super().__init__(_ROOM_FOR_BOTH, parent)
        self._action = action
        self._words = WrappingLabel()
        self.capture = CaptureButton()
        self._off, self._usual = KeyButton(variant=Variant.QUIET), KeyButton(variant=Variant.QUIET)
        buttons = QWidget()
        flow = FlowLayout(buttons, gap=4)
        for button in (self.capture, self._off, self._usual):
            flow.addWidget(button)
        self.row.addWidget(self._words, 2)
        self.row.addWidget(buttons, 3)
        self.capture.captured.connect(self._captured)
        self._off.clicked.connect(self._off_clicked)
        self._usual.clicked.connect(self._usual_clicked)

    def show_keys(self, keys: KeyMap) -> None:
        """Shows what is in force."""
        lang = ui_lang()
        words = ACTIONS[self._action].words.in_lang(lang)
        caps = keys.caps(self._action, lang)
        self._words.setText(words)
        self.capture.show_key(" · ".join(caps))
        off = self.tr("off")
        self.capture.setAccessibleName(f"{words}: {', '.join(caps) or off}")
        self._off.set_words(self.tr("Turn off"))
        self._off.setVisible(bool(caps))
        self._usual.set_words(self.tr("As usual"))
        self._usual.setVisible(tuple(keys.keys.get(self._action, ())) != default_keys()[self._action])

    def _captured(self, chord: str) -> None:
        self.key_wanted.emit(self._action, chord)

    def _off_clicked(self) -> None:
        self.off_wanted.emit(self._action)

    def _usual_clicked(self) -> None:
        self.usual_wanted.emit(self._action)


class KeysEditor(QWidget):
    """All actions by group."""

    changed = Signal(object)

    def __init__(self, keys: KeyMap, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._keys = keys
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        self._clash = WrappingLabel(role=TextRole.ALARM)
        self._headings: dict[ActionGroup, PlainLabel] = {}
        self._rows: dict[Action, KeyRow] = {}
        column.addWidget(self._clash)
        for group in ActionGroup:
            self._headings[group] = PlainLabel(role=TextRole.LABEL)
            column.addSpacing(RHYTHM)
            column.addWidget(self._headings[group])
            for action, word in ACTIONS.items():
                if word.group is group:
                    column.addWidget(self._row(action))
        self._clash.hide()
        self.show_keys(keys)

    def _row(self, action: Action) -> KeyRow:
        row = KeyRow(action)
        row.key_wanted.connect(self._give_key)
        row.usual_wanted.connect(self._give_usual)
        row.off_wanted.connect(self._turn_off)
        self._rows[action] = row
        return row

    def row(self, action: Action) -> KeyRow:
        """The row of ``action``."""
        return self._rows[action]

    def clash(self) -> str:
        """The sentence about a clash, empty when there is none."""
        return "" if self._clash.isHidden() else self._clash.whole_text()

    def show_keys(self, keys: KeyMap) -> None:
        """Shows what is in force."""
        self._keys = keys
        for group, heading in self._headings.items():
            heading.setText(GROUP_WORDS[group].in_lang(ui_lang()))
        for row in self._rows.values():
            row.show_keys(keys)

    def _give_key(self, action: Action, chord: str) -> None:
        self._try(action, (chord,))

    def _give_usual(self, action: Action) -> None:
        self._try(action, default_keys()[action])

    def _turn_off(self, action: Action) -> None:
        self._try(action, ())

    def _try(self, action: Action, chords: tuple[str, ...]) -> None:
        held = ((chord, self._keys.holder_of(chord, apart_from=action)) for chord in chords)
        clash = next(((chord, holder) for chord, holder in held if holder is not None), None)
        self._clash.setVisible(clash is not None)
        if clash is not None:
            self._clash.setText(clash_words(*clash, ui_lang()))
            return
        self._keys = self._keys.with_keys(action, *chords)
        self._rows[action].show_keys(self._keys)
        self.changed.emit(self._keys)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Up and Down walk the rows."""
        if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            self.focusNextPrevChild(event.key() == Qt.Key.Key_Down)
            return
        super().keyPressEvent(event)
