"""From a Qt key event to a key press by its place on the keyboard, whatever layout is on."""

from __future__ import annotations

import sys

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractSpinBox, QApplication, QComboBox, QLineEdit, QPlainTextEdit, QTextEdit

from app.ui.keys import REPEATABLE, Action, KeyMap, KeyPress, Place

_NAMED: dict[int, str] = {
    Qt.Key.Key_Space: "Space",
    Qt.Key.Key_Return: "Return",
    Qt.Key.Key_Enter: "Return",
    Qt.Key.Key_Backspace: "Backspace",
    Qt.Key.Key_Escape: "Esc",
    Qt.Key.Key_Tab: "Tab",
    Qt.Key.Key_Backtab: "Tab",
    Qt.Key.Key_Left: "Left",
    Qt.Key.Key_Right: "Right",
    Qt.Key.Key_Up: "Up",
    Qt.Key.Key_Down: "Down",
    Qt.Key.Key_PageUp: "PageUp",
    Qt.Key.Key_PageDown: "PageDown",
    Qt.Key.Key_Home: "Home",
    Qt.Key.Key_End: "End",
    Qt.Key.Key_Insert: "Insert",
    Qt.Key.Key_Delete: "Delete",
    Qt.Key.Key_Comma: "Comma",
}
_ARROWS = frozenset({"Left", "Right", "Up", "Down"})
_KEYPAD_MOVES = frozenset({*_ARROWS, "PageUp", "PageDown", "Home", "End", "Insert", "Delete"})

# The top row of Czech and Slovak keyboards gives letters without Shift; Qt names them by their capital's code point.
_TOP_ROW_LETTERS: dict[int, str] = {
    ord("Ě"): "2",
    ord("Ľ"): "2",
    ord("Š"): "3",
    ord("Č"): "4",
    ord("Ř"): "5",
    ord("Ť"): "5",
    ord("Ž"): "6",
    ord("Ý"): "7",
    ord("Á"): "8",
    ord("Í"): "9",
}

# Set-1 scan codes by rows: what lies at a place on an English keyboard. X11 and Wayland report the code plus 8.
_PLACES: dict[int, str] = {
    **{code: str(code - 1) for code in range(2, 11)},
    **dict(zip(range(16, 26), "QWERTYUIOP", strict=True)),
    **dict(zip(range(30, 39), "ASDFGHJKL", strict=True)),
    **dict(zip(range(44, 51), "ZXCVBNM", strict=True)),
}
_X11_OFFSET = 8


def key_press(event: QKeyEvent) -> KeyPress | None:
    """The press that ``event`` reports, ``None`` for bare modifiers and keys that Callcue has no name for."""
    held = event.modifiers()
    keypad = bool(held & Qt.KeyboardModifier.KeypadModifier)
    name = _name_of(event, keypad=keypad)
    if name is None:
        return None
    return KeyPress(
        name,
        shift=bool(held & Qt.KeyboardModifier.ShiftModifier) or event.key() == Qt.Key.Key_Backtab,
        ctrl=bool(held & Qt.KeyboardModifier.ControlModifier),
        alt=bool(held & Qt.KeyboardModifier.AltModifier),
        meta=bool(held & Qt.KeyboardModifier.MetaModifier),
        keypad=keypad,
    )


def _name_of(event: QKeyEvent, *, keypad: bool) -> str | None:
    key = event.key()
    if key in _NAMED:
        name = _NAMED[key]
        off = keypad and name in _KEYPAD_MOVES and sys.platform != "darwin"
        return None if off else name
    if Qt.Key.Key_F1 <= key <= Qt.Key.Key_F24:
        return f"F{key - Qt.Key.Key_F1 + 1}"
    if Qt.Key.Key_A <= key <= Qt.Key.Key_Z or Qt.Key.Key_0 <= key <= Qt.Key.Key_9:
        return chr(key)
    if keypad:
        return None
    return _by_place_or_sign(event, key)


def _by_place_or_sign(event: QKeyEvent, key: int) -> str | None:
    if key in _TOP_ROW_LETTERS:
        return _TOP_ROW_LETTERS[key]
    place = _place(event.nativeScanCode())
    if key == Qt.Key.Key_Plus:
        shifted = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
        return "1" if place == "1" or (place is None and not shifted) else "Plus"
    if key == Qt.Key.Key_Question:
        return "?"
    if place is not None:
        return place
    return chr(key) if 0x21 <= key < 0x7F else None


def _place(scan_code: int) -> str | None:
    if scan_code == 0 or sys.platform == "darwin":
        return None
    return _PLACES.get(scan_code if sys.platform == "win32" else scan_code - _X11_OFFSET)


def is_typing() -> bool:
    """Whether a text field has the caret now."""
    focus = QApplication.focusWidget()
    if isinstance(focus, QComboBox):
        return focus.isEditable()
    if isinstance(focus, QLineEdit | QPlainTextEdit | QTextEdit):
        return not focus.isReadOnly()
    return isinstance(focus, QAbstractSpinBox)


def action_for(event: QKeyEvent, keys: KeyMap, place: Place = Place.CALLS) -> Action | None:
    """What ``event`` means in ``place`` under ``keys``; asleep in text fields, and a held-down key repeats only moves and undo."""
    press = key_press(event)
    if press is None:
        return None
    action = keys.action_for(press, typing=is_typing(), place=place)
    if action is not None and event.isAutoRepeat() and action not in REPEATABLE:
        return None
    return action
