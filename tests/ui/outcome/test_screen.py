"""The outcome screen by keyboard alone, in both languages, at every size."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QCalendarWidget,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from app.call.live_call import LiveCall
from app.call.ports import Trouble, TroubleKind
from app.call.prompt import Phase
from app.playbook.vocabulary import OBJECTION_KINDS, Lang
from app.ui.keys import Action, KeyMap
from app.ui.outcome.screen import OutcomeScreen
from app.ui.outcome.shelf import DownloadShelf
from app.ui.theme import Theme, ThemeName
from app.ui.widgets import KeyButton
from app.ui.words import Words
from tests.builders import begin
from tests.fakes import FakeClock
from tests.ui.outcome.fakes import FakeShelf, ended

Key = Qt.Key
Open = Callable[[LiveCall], OutcomeScreen]


@pytest.fixture
def shelf() -> FakeShelf:
    return FakeShelf()


@pytest.fixture
def opened(qtbot: QtBot, looks: QApplication, shelf: FakeShelf) -> Open:
    def open_for(call: LiveCall) -> OutcomeScreen:
        screen = OutcomeScreen(call, FakeClock(), shelf=shelf)
        qtbot.addWidget(screen)
        screen.resize(1180, 760)
        with qtbot.waitExposed(screen):
            screen.show()
        screen.activateWindow()
        screen.setFocus()
        return screen

    return open_for


def press(screen: OutcomeScreen, *keys: Key | str) -> None:
    """Presses keys where the focus is, as a person would."""
    for key in keys:
        target = screen.focusWidget() or screen
        if isinstance(key, str):
            QTest.keyClicks(target, key)
        else:
            QTest.keyClick(target, key)


def settle() -> None:
    """Lets layouts and language changes come to rest."""
    for _ in range(4):
        QApplication.processEvents()


def phase(call: LiveCall) -> Phase:
    return call.prompt.phase


def made(call: LiveCall) -> str:
    return call.state.outcome.outcome if call.state.outcome is not None else ""


def caret_in(screen: OutcomeScreen) -> str:
    focus = screen.focusWidget()
    return focus.accessibleName() if isinstance(focus, QLineEdit) else ""


def test_no_answer_in_three_keys_then_done(qtbot: QtBot, opened: Open) -> None:
    call = ended()
    screen = opened(call)
    press(screen, "11", Key.Key_Return)
    assert made(call) == "no_answer"
    with qtbot.waitSignal(screen.finished):
        press(screen, Key.Key_Return)


def test_czech_top_row_picks_too(qtbot: QtBot, opened: Open) -> None:
    call = ended()
    screen = opened(call)
    for sign, code in (("+", Key.Key_Plus), ("ě", Key(ord("Ě")))):
        event = QKeyEvent(QKeyEvent.Type.KeyPress, code, Qt.KeyboardModifier.NoModifier, sign)
        QApplication.sendEvent(screen.focusWidget() or screen, event)
    press(screen, Key.Key_Return)
    assert made(call) == "busy"


def test_a_line_that_did_not_work_is_put_in_own_words_after_the_call(qtbot: QtBot, opened: Open) -> None:
    call = begin(clock=FakeClock(ticking=True))
    line = call.state.line
    call.done()
    call.hang_up()
    screen = opened(call)
    press(screen, Key.Key_Return)
    assert caret_in(screen) == "When"
    QTest.keyClick(screen.focusWidget() or screen, Key.Key_B, Qt.KeyboardModifier.ControlModifier)
    assert caret_in(screen) == "Your own words"
    press(screen, "Good day, a quick one", Key.Key_Return)
    assert call.state.rewordings == ((line, "Good day, a quick one"),)
    assert "the manager sees them" in screen._details.own_words._told.whole_text()
    assert phase(call) is Phase.WRAP_UP
    assert caret_in(screen) == "When", "what is typed next is meant for the detail that is missing"
    screen._details.setFocus()
    press(screen, Key.Key_Backspace)
    assert len(call.state.rewordings) == 0


def test_letters_typed_beside_a_field_never_block_a_number(qtbot: QtBot, opened: Open) -> None:
    call = ended()
    screen = opened(call)
    press(screen, Key.Key_Return)
    screen._details.setFocus()
    press(screen, "nine", Key.Key_Return)
    assert call.state.outcome is None
    assert "blocked in every" not in " ".join(label.text() for label in screen.findChildren(QLabel))


def test_the_fields_for_own_words_come_into_sight_in_a_low_window(qtbot: QtBot, opened: Open) -> None:
    call = begin(clock=FakeClock(ticking=True))
    call.done()
    call.hang_up()
    screen = opened(call)
    screen.resize(1000, 420)
    press(screen, Key.Key_Return)
    box, view = screen._details.own_words, screen._details._scroll.viewport()
    assert box.isVisible()
    assert box.mapTo(view, box.rect().bottomLeft()).y() > view.height()
    QTest.keyClick(screen.focusWidget() or screen, Key.Key_B, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: box.mapTo(view, box.rect().bottomLeft()).y() <= view.height())
    assert caret_in(screen) == "Your own words"


def test_own_words_are_left_with_esc_and_nothing_is_kept(qtbot: QtBot, opened: Open) -> None:
    call = begin(clock=FakeClock(ticking=True))
    call.done()
    call.hang_up()
    screen = opened(call)
    press(screen, Key.Key_Return)
    QTest.keyClick(screen.focusWidget() or screen, Key.Key_B, Qt.KeyboardModifier.ControlModifier)
    press(screen, "half a", Key.Key_Escape)
    assert call.state.rewordings == ()
    assert caret_in(screen) == "When"
    assert not screen._details.own_words.words.isVisible()


def test_a_meeting_by_keyboard_alone(qtbot: QtBot, opened: Open, shelf: FakeShelf) -> None:
    call = ended()
    screen = opened(call)
    press(screen, Key.Key_Return)
    assert caret_in(screen) == "When"
    press(screen, "tomorrow 9", Key.Key_Return)
    assert caret_in(screen) == "What"
    press(screen, "demo, 4 people")
    QTest.keyClick(screen.focusWidget(), Key.Key_4, Qt.KeyboardModifier.AltModifier)
    press(screen, Key.Key_Return)
    assert made(call) == "meeting"
    assert call.state.outcome is not None
    assert (call.state.outcome.what, call.state.outcome.self_rating) == ("demo, 4 people", 4)
    QTest.keyClick(screen.focusWidget() or screen, Key.Key_I, Qt.KeyboardModifier.ControlModifier)
    assert list(shelf.files) == ["2026-11-25 Demo, 4 people – Sample Baker.ics"]
    QTest.keyClick(screen.focusWidget() or screen, Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert "Outcome: meeting agreed" in QGuiApplication.clipboard().text()


def test_the_left_hand_blocks_a_number_and_takes_the_calendar_file(
    qtbot: QtBot, opened: Open, shelf: FakeShelf
) -> None:
    control = Qt.KeyboardModifier.ControlModifier
    never = opened(ended())
    QTest.keyClick(never.focusWidget() or never, Key.Key_D, control)
    assert title(never) == "Do not call"
    screen = opened(ended())
    press(screen, Key.Key_Return, "tomorrow 9", Key.Key_Return, "demo", Key.Key_Return)
    QTest.keyClick(screen.focusWidget() or screen, Key.Key_S, control)
    assert list(shelf.files) == ["2026-11-25 Demo – Sample Baker.ics"]


def test_letters_typed_in_a_field_never_fire_a_key(qtbot: QtBot, opened: Open) -> None:
    call = ended()
    screen = opened(call)
    press(screen, Key.Key_Return, "n12xn")
    assert caret_in(screen) == "When"
    assert "Do not call" not in title(screen)
    press(screen, Key.Key_Backspace)
    assert caret_in(screen) == "When"


def title(screen: OutcomeScreen) -> str:
    return next(
        label.text()
        for label in screen.findChildren(QLabel)
        if label.isVisible() and label.property("role") == "title"
    )


def test_do_not_call_with_one_key_and_enter(qtbot: QtBot, opened: Open) -> None:
    call = ended()
    screen = opened(call)
    press(screen, "n")
    assert title(screen) == "Do not call"
    press(screen, Key.Key_Return)
    assert made(call) == "do_not_call"


def test_a_missing_detail_is_said_in_plain_words_with_the_caret_there(qtbot: QtBot, opened: Open) -> None:
    screen = opened(ended())
    press(screen, Key.Key_Return, Key.Key_Return)
    said = [label.text() for label in screen.findChildren(QLabel) if label.isVisible()]
    assert "Still to fill in: When" in said
    assert caret_in(screen) == "When"


def test_reasons_by_digit_then_rating_then_record(qtbot: QtBot, opened: Open) -> None:
    call = ended()
    screen = opened(call)
    press(screen, "42")
    press(screen, "1", "5", Key.Key_Return)
    assert call.state.outcome is not None
    assert (call.state.outcome.reason, call.state.outcome.self_rating) == ("price", 5)


def test_backspace_undoes_the_hang_up(qtbot: QtBot, opened: Open) -> None:
    call = ended()
    screen = opened(call)
    with qtbot.waitSignal(screen.returned_to_call):
        press(screen, Key.Key_Backspace)
    assert phase(call) is Phase.TALK


def test_escape_steps_out_one_by_one(qtbot: QtBot, opened: Open) -> None:
    screen = opened(ended())
    press(screen, Key.Key_Return)
    press(screen, Key.Key_Escape)
    assert caret_in(screen) == ""
    press(screen, Key.Key_Escape)
    assert title(screen) == "How did the call end?"


def test_a_marked_text_is_copied_instead_of_the_summary(qtbot: QtBot, opened: Open) -> None:
    screen = opened(ended())
    press(screen, Key.Key_Return, "monday")
    field = screen.focusWidget()
    assert isinstance(field, QLineEdit)
    field.selectAll()
    QTest.keyClick(field, Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == "monday"
    field.deselect()
    QTest.keyClick(field, Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert "Outcome: meeting agreed" in QGuiApplication.clipboard().text()


def test_arrow_keys_move_the_day(qtbot: QtBot, opened: Open) -> None:
    screen = opened(ended())
    press(screen, Key.Key_Return, Key.Key_Down, Key.Key_Down)
    field = screen.focusWidget()
    assert isinstance(field, QLineEdit)
    assert field.text() == "Thursday 26 November"
    calendar = screen.findChild(QCalendarWidget)
    assert isinstance(calendar, QCalendarWidget)
    assert calendar.selectedDate().day() == 26


def test_objections_are_settled_by_button(qtbot: QtBot, opened: Open) -> None:
    call = ended()
    screen = opened(call)
    press(screen, "11")
    button = next(
        one
        for one in screen.findChildren(KeyButton)
        if one.accessibleName() == "It is too expensive: settled" and one.isVisible()
    )
    button.setFocus()
    press(screen, Key.Key_Return)
    assert "It is too expensive (price): settled" in summary(screen)
    assert phase(call) is Phase.WRAP_UP


def summary(screen: OutcomeScreen) -> str:
    return next(box.toPlainText() for box in screen.findChildren(QPlainTextEdit) if box.isVisible())


def visible(screen: QWidget, kind: type[QWidget]) -> list[QWidget]:
    return [widget for widget in screen.findChildren(kind) if widget.isVisible()]


@pytest.mark.parametrize("keys", [(), ("2",), (Key.Key_Return,), ("42",), ("n",), ("11", Key.Key_Return)])
def test_everything_has_a_name_and_buttons_are_large_enough(
    qtbot: QtBot, opened: Open, keys: tuple[Key | str, ...]
) -> None:
    screen = opened(ended())
    press(screen, *keys)
    for kind in (QPushButton, QLineEdit, QPlainTextEdit, QCalendarWidget):
        for widget in visible(screen, kind):
            if widget.objectName().startswith("qt_"):
                continue
            assert widget.accessibleName(), widget
    for button in visible(screen, QPushButton):
        assert min(button.width(), button.height()) >= 32, button.accessibleName()


@pytest.mark.parametrize("percent", [100, 150, 200])
@pytest.mark.parametrize("size", [(1180, 760), (420, 760)])
def test_no_words_are_cut_off_at_any_text_size(
    qtbot: QtBot, opened: Open, looks: QApplication, size: tuple[int, int], percent: int
) -> None:
    Theme(ThemeName.DARK, percent).apply(looks)
    for keys in ((), ("2",), (Key.Key_Return,), ("42",)):
        screen = opened(ended())
        screen.resize(*size)
        press(screen, *keys)
        settle()
        for label in visible(screen, QLabel):
            assert isinstance(label, QLabel)
            if not label.text() or label.height() == 0:
                continue
            needed = label.heightForWidth(label.width()) if label.wordWrap() else label.sizeHint().height()
            assert label.height() >= needed - 1, (label.text(), keys)
            if not label.wordWrap():
                assert label.width() >= label.sizeHint().width() - 1, (label.text(), keys)
            window = label.mapTo(screen, label.rect().topRight())
            assert window.x() <= screen.width(), (label.text(), keys)
        screen.close()


def test_the_language_switches_while_running(qtbot: QtBot, opened: Open, words: Words) -> None:
    screen = opened(ended())
    press(screen, "2")
    words.switch(Lang.CS)
    settle()
    names = [one.accessibleName() for one in visible(screen, QPushButton)]
    assert any(name.startswith("Zavolat později") for name in names)


def test_the_shelf_never_writes_over_another_file(tmp_path: Path) -> None:
    shelf = DownloadShelf(tmp_path / "Downloads")
    first, second = shelf.keep("a b.ics", b"1"), shelf.keep("a b.ics", b"2")
    assert [Path(first).read_bytes(), Path(second).read_bytes()] == [b"1", b"2"]
    assert Path(second).name == "a b (2).ics"


def test_the_acknowledgement_stands_at_the_top_as_in_the_call(opened: Open) -> None:
    call = ended()
    screen = opened(call)
    mark = screen.saving.label
    assert (mark.isVisible(), mark.text()) == (True, "Saving…")
    screen.saved(UUID(int=7), 99)
    assert mark.text() == "Saving…"
    screen.saved(call.call_id, call.last_seq)
    assert mark.text() == "✓ Saved"
    press(screen, Key.Key_1, Key.Key_1, Key.Key_Return)
    assert mark.text() == "Saving…"
    screen.troubled(Trouble(TroubleKind.DISK_FULL, 1, spooled=False))
    assert mark.text() == "Not saved yet"
    screen.recovered()
    screen.saved(call.call_id, call.last_seq)
    assert mark.text() == "✓ Saved"


def named(screen: OutcomeScreen) -> set[str]:
    return {one.accessibleName() for one in screen.findChildren(QPushButton) if one.isVisible()}


def test_buttons_name_the_reps_own_keys_and_those_work(qtbot: QtBot, opened: Open) -> None:
    call = ended()
    screen = opened(call)
    keys = KeyMap().with_keys(Action.UNDO, "F8").with_keys(Action.DONE, "Space", "K")
    screen.set_keys(keys.with_keys(Action.BACK, "J", "F6").with_keys(Action.OPTION_4, "N"))
    assert "Back to the call (F8)" in named(screen)
    assert "Do not call again (Ctrl+D)" in named(screen), "its letter picks an outcome now"
    press(screen, "k")
    assert caret_in(screen) != ""
    assert {"Record (⏎)", "Another outcome (F6)"} <= named(screen)
    press(screen, Key.Key_F6)
    assert {"Record (K)", "Another outcome (J)"} <= named(screen)
    press(screen, "j")
    with qtbot.waitSignal(screen.returned_to_call):
        press(screen, Key.Key_F8)
    assert phase(call) is Phase.TALK


def test_lists_and_the_rating_name_the_reps_own_keys_and_those_pick(qtbot: QtBot, opened: Open) -> None:
    call = ended()
    screen = opened(call)
    press(screen, "42")
    screen.set_keys(KeyMap().with_keys(Action.OPTION_1, "U").with_keys(Action.OPTION_2, "0"))
    keys = [one.key() for one in screen._details.fields.findChildren(KeyButton) if one.key()]
    assert keys == ["Ctrl+5", "U", "0", *"3456789"], (
        'the second reason has the key of those behind "more" now'
    )
    press(screen, Key.Key_Return)
    assert any("(U, 0, 3, 4, 5, 6, 7, 8, 9)" in one.text() for one in screen._details.findChildren(QLabel))
    hint = screen._details.rating._hint
    press(screen, "u")
    assert "keys U, 0, 3, 4, 5" in hint.whole_text()
    press(screen, "0", Key.Key_Return)
    assert call.state.outcome is not None
    assert (call.state.outcome.reason, call.state.outcome.self_rating) == ("price", 2)


def test_the_left_hand_reaches_digits_above_five_with_its_chords(qtbot: QtBot, opened: Open) -> None:
    call = ended()
    screen = opened(call)
    press(screen, "42")
    listed = [one for one in screen._details.fields.findChildren(KeyButton) if one.key() == "6"]
    QTest.keyClick(screen.focusWidget() or screen, Key.Key_1, Qt.KeyboardModifier.ControlModifier)
    assert "keys 1 to 5" in screen._details.rating._hint.whole_text()
    press(screen, Key.Key_Return)
    assert len(listed) == 1
    assert call.state.outcome is not None
    assert call.state.outcome.reason == list(OBJECTION_KINDS)[5]


def test_the_left_hand_brings_the_reasons_behind_more(qtbot: QtBot, opened: Open) -> None:
    call = ended()
    screen = opened(call)
    press(screen, "42")
    for chord in (Key.Key_5, Key.Key_1):
        QTest.keyClick(screen.focusWidget() or screen, chord, Qt.KeyboardModifier.ControlModifier)
    press(screen, Key.Key_Return)
    assert call.state.outcome is None or call.state.outcome.reason not in list(OBJECTION_KINDS)[:9]
