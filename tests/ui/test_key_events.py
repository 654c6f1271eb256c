"""From Qt's key events to the same act on an English and a Czech keyboard."""

from __future__ import annotations

import sys

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from app.ui.key_events import action_for, key_press
from app.ui.keys import OPTIONS, Action, KeyMap

NONE = Qt.KeyboardModifier.NoModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
KEYPAD = Qt.KeyboardModifier.KeypadModifier
X11 = pytest.mark.skipif(sys.platform != "linux", reason="scan codes as X11 gives them")


def press(
    key: int, text: str = "", held: Qt.KeyboardModifier = NONE, *, scan: int = 0, repeated: bool = False
) -> QKeyEvent:
    return QKeyEvent(QEvent.Type.KeyPress, key, held, scan, 0, 0, text, repeated)


def meaning(event: QKeyEvent) -> Action | None:
    return action_for(event, KeyMap())


@pytest.mark.usefixtures("qapp")
class TestKeyboards:
    """One act, two layouts."""

    @pytest.mark.parametrize(("digit", "letter"), list(enumerate("+ěščřžýáí", start=1)))
    def test_unshifted_czech_top_row_picks_options(self, digit: int, letter: str) -> None:
        event = press(ord(letter.upper()), letter)
        assert meaning(event) is OPTIONS[digit - 1]

    @pytest.mark.parametrize(("digit", "letter"), list(enumerate("+ěščřžýáí", start=1)))
    def test_czech_top_row_with_scan_codes(self, digit: int, letter: str) -> None:
        event = press(ord(letter.upper()), letter, scan=9 + digit)
        assert meaning(event) is OPTIONS[digit - 1]

    @pytest.mark.parametrize("digit", range(1, 10))
    def test_plain_digits_pick_options(self, digit: int) -> None:
        assert meaning(press(ord(str(digit)), str(digit))) is OPTIONS[digit - 1]

    def test_czech_digits_with_shift_pick_too(self) -> None:
        assert meaning(press(Qt.Key.Key_2, "2", SHIFT)) is Action.OPTION_2

    def test_numpad_digit_picks_but_numpad_plus_does_not(self) -> None:
        assert meaning(press(Qt.Key.Key_1, "1", KEYPAD)) is Action.OPTION_1
        assert meaning(press(Qt.Key.Key_Plus, "+", KEYPAD)) is None

    def test_numpad_without_num_lock_moves_nothing(self) -> None:
        assert meaning(press(Qt.Key.Key_End, "", KEYPAD)) is None
        assert meaning(press(Qt.Key.Key_Enter, "\r", KEYPAD)) is Action.DONE

    @X11
    def test_plus_on_an_english_keyboard_is_no_option(self) -> None:
        assert meaning(press(Qt.Key.Key_Plus, "+", SHIFT, scan=21)) is None

    @X11
    def test_letters_of_another_script_count_by_place(self) -> None:
        assert meaning(press(0x0424, "ф", scan=38)) is Action.MOOD_ANGRY

    @X11
    def test_french_top_row_counts_by_place(self) -> None:
        assert meaning(press(Qt.Key.Key_Ampersand, "&", scan=10)) is Action.OPTION_1

    def test_question_mark_opens_the_key_sheet(self) -> None:
        assert meaning(press(Qt.Key.Key_Question, "?", SHIFT)) is Action.KEY_SHEET

    def test_bare_modifiers_are_no_press(self) -> None:
        assert key_press(press(Qt.Key.Key_Shift, "", SHIFT)) is None

    def test_a_held_key_fires_once_but_undo_repeats(self) -> None:
        assert meaning(press(Qt.Key.Key_Space, " ", repeated=True)) is None
        assert meaning(press(Qt.Key.Key_Backspace, "", repeated=True)) is Action.UNDO

    def test_shift_tab_is_not_the_note_key(self) -> None:
        assert meaning(press(Qt.Key.Key_Backtab, "", SHIFT)) is None
        assert meaning(press(Qt.Key.Key_Tab, "\t")) is Action.NOTE


def test_a_letter_typed_in_a_note_fires_no_key(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    note = QLineEdit(window)
    window.show()
    window.activateWindow()
    note.setFocus()
    qtbot.waitUntil(note.hasFocus)
    assert meaning(press(Qt.Key.Key_Q, "q")) is None
    assert meaning(press(Qt.Key.Key_1, "1")) is None
    assert meaning(press(Qt.Key.Key_F9)) is Action.HOLD
    note.setReadOnly(True)
    assert meaning(press(Qt.Key.Key_Q, "q")) is Action.OBJECTION_BOARD
