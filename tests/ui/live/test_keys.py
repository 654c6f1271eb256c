"""Every key of the doctrine's table, and every button that stands for one, does its act; text fields put them to sleep."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.call.events import HelpLevel, How
from app.playbook.vocabulary import Mood
from app.ui.keys import Action, KeyMap
from app.ui.live.scene import Layout, Panel
from tests.ui.live import prompts
from tests.ui.live.conftest import COMPACT, Desk, OpenDesk

Key = Qt.Key
_SHIFT = Qt.KeyboardModifier.ShiftModifier
_KEYPAD = Qt.KeyboardModifier.KeypadModifier
_PLAIN = Qt.KeyboardModifier.NoModifier

ACTS: list[tuple[Action, Qt.Key, Qt.KeyboardModifier, tuple[object, ...]]] = [
    (Action.DONE, Key.Key_Space, _PLAIN, ("done",)),
    (Action.DONE, Key.Key_Return, _PLAIN, ("done",)),
    (Action.SKIP, Key.Key_X, _PLAIN, ("skip",)),
    (Action.UNDO, Key.Key_Backspace, _PLAIN, ("undo",)),
    (Action.REDO, Key.Key_Backspace, _SHIFT, ("redo",)),
    (Action.BACK, Key.Key_Escape, _PLAIN, ("back",)),
    (Action.LINE_PREVIOUS, Key.Key_Left, _PLAIN, ("go_line", -1)),
    (Action.LINE_NEXT, Key.Key_Right, _PLAIN, ("go_line", 1)),
    (Action.STAGE_PREVIOUS, Key.Key_Up, _PLAIN, ("go_stage", -1)),
    (Action.STAGE_NEXT, Key.Key_Down, _PLAIN, ("go_stage", 1)),
    (Action.MOOD_ANGRY, Key.Key_A, _PLAIN, ("tap_mood", Mood.ANGRY)),
    (Action.MOOD_SCEPTICAL, Key.Key_S, _PLAIN, ("tap_mood", Mood.SCEPTICAL)),
    (Action.MOOD_RUSHED, Key.Key_D, _PLAIN, ("tap_mood", Mood.RUSHED)),
    (Action.MOOD_RESERVED, Key.Key_F, _PLAIN, ("tap_mood", Mood.RESERVED)),
    (Action.MOOD_UNSURE, Key.Key_G, _PLAIN, ("tap_mood", Mood.UNSURE)),
    (Action.MOOD_INTERESTED, Key.Key_H, _PLAIN, ("tap_mood", Mood.INTERESTED)),
    (Action.DRIVE, Key.Key_W, _PLAIN, ("switch_drive",)),
    (Action.FLAG, Key.Key_B, _PLAIN, ("flag", "")),
    (Action.HOLD, Key.Key_F9, _PLAIN, ("hold",)),
    (Action.END, Key.Key_F12, _PLAIN, ("hang_up",)),
    (Action.HELP_LEVEL, Key.Key_V, _PLAIN, ("set_help", HelpLevel.QUIET)),
    *(
        (Action(f"option_{digit}"), Qt.Key(Key.Key_0 + digit), modifier, ("pick", digit))
        for digit in range(1, 10)
        for modifier in (_PLAIN, _KEYPAD)
    ),
]

PANELS = [
    (Action.OBJECTION_BOARD, Key.Key_Q, Panel.OBJECTIONS),
    (Action.STORY, Key.Key_E, Panel.STORIES),
    (Action.QUESTIONS, Key.Key_R, Panel.QUESTIONS),
    (Action.NEXT_STEP, Key.Key_T, Panel.NEXT_STEP),
    (Action.CUSTOMER, Key.Key_C, Panel.CUSTOMER),
    (Action.REWORD, Key.Key_N, Panel.REWORD),
]


def _panel(desk: Desk) -> Panel | None:
    scene = desk.screen.presenter.scene.panel
    return scene.panel if scene is not None else None


@pytest.mark.parametrize(("action", "key", "modifier", "act"), ACTS)
def test_each_key_does_its_act(
    open_desk: OpenDesk,
    action: Action,
    key: Qt.Key,
    modifier: Qt.KeyboardModifier,
    act: tuple[object, ...],
) -> None:
    desk = open_desk(prompts.question_prompt())
    desk.press(key, modifier)
    assert desk.call.acts == [act]


@pytest.mark.parametrize(("action", "key", "modifier", "act"), [row for row in ACTS if row[2] is _PLAIN])
def test_each_button_of_the_key_sheet_does_its_act(
    open_desk: OpenDesk,
    action: Action,
    key: Qt.Key,
    modifier: Qt.KeyboardModifier,
    act: tuple[object, ...],
) -> None:
    desk = open_desk(prompts.question_prompt())
    if action is not Action.BACK:
        desk.press(Key.Key_F1)
    QTest.mouseClick(desk.parts.key_sheet.buttons[action], Qt.MouseButton.LeftButton)
    assert desk.call.acts == [act]


@pytest.mark.parametrize(("action", "key", "panel"), PANELS)
def test_each_panel_opens_by_its_key_and_esc_closes_it(
    open_desk: OpenDesk, action: Action, key: Qt.Key, panel: Panel
) -> None:
    desk = open_desk(prompts.question_prompt())
    desk.press(key)
    assert _panel(desk) is panel
    assert desk.parts.panel.isVisible()
    assert desk.parts.speech.isVisible()
    desk.press(Key.Key_Escape)
    assert _panel(desk) is None
    assert desk.screen.hasFocus()
    assert desk.call.acts == []


@pytest.mark.parametrize(("action", "key", "panel"), PANELS)
def test_each_panel_opens_by_its_button(
    open_desk: OpenDesk, action: Action, key: Qt.Key, panel: Panel
) -> None:
    desk = open_desk(prompts.question_prompt())
    desk.parts.key_sheet.buttons[action].click()
    assert _panel(desk) is panel


def test_the_keys_of_the_window_ask_for_its_shapes(open_desk: OpenDesk) -> None:
    desk = open_desk(prompts.question_prompt())
    desk.press(Key.Key_F11)
    desk.press(Key.Key_F11)
    desk.press(Key.Key_F11)
    desk.press(Key.Key_F11, _SHIFT)
    assert desk.layouts == [Layout.COMPACT, Layout.STRIP, Layout.FULL, Layout.STRIP]


def test_the_key_sheet_comes_and_goes_and_blocks_nothing(open_desk: OpenDesk) -> None:
    desk = open_desk(prompts.question_prompt())
    desk.press(Key.Key_F1)
    assert desk.parts.key_sheet.isVisible()
    assert not desk.parts.key_sheet.isModal()
    desk.press(Key.Key_D)
    assert desk.call.acts == [("tap_mood", Mood.RUSHED)]
    desk.press(Key.Key_Question, _SHIFT)
    assert not desk.parts.key_sheet.isVisible()


@pytest.mark.parametrize(("letter", "digit"), list(zip("ěščřžýáí", range(2, 10), strict=True)))
def test_the_czech_top_row_picks_answers(open_desk: OpenDesk, letter: str, digit: int) -> None:
    desk = open_desk(prompts.question_prompt())
    desk.press_czech(letter)
    assert desk.call.acts == [("pick", digit)]


def test_plus_is_the_czech_one_but_not_on_the_numpad(open_desk: OpenDesk) -> None:
    desk = open_desk(prompts.question_prompt())
    desk.press(Key.Key_Plus, _KEYPAD)
    assert desk.call.acts == []
    desk.press(Key.Key_Plus)
    assert desk.call.acts == [("pick", 1)]


def test_the_czech_top_row_picks_rows_of_the_empty_board_and_is_text_afterwards(open_desk: OpenDesk) -> None:
    desk = open_desk(prompts.question_prompt())
    desk.press(Key.Key_Q)
    desk.press_czech("š")
    assert desk.call.acts == [("raise_objection", "o3", How.KEY, "")]
    desk.press(Key.Key_Q)
    desk.type("dra")
    desk.press_czech("š")
    assert desk.parts.panel.search.text() == "draš"
    assert len(desk.call.acts) == 1


def test_digits_pick_found_rows(open_desk: OpenDesk) -> None:
    desk = open_desk(prompts.question_prompt())
    desk.press(Key.Key_Q)
    desk.type("moc")
    desk.press(Key.Key_2)
    assert desk.call.acts == [("raise_objection", "o7", How.SEARCH, "moc")]
    assert desk.screen.hasFocus()


def test_arrows_and_enter_pick_in_the_board(open_desk: OpenDesk) -> None:
    desk = open_desk(prompts.question_prompt())
    desk.press(Key.Key_Q)
    desk.press(Key.Key_Down)
    desk.press(Key.Key_Down)
    desk.press(Key.Key_Return)
    assert desk.call.acts == [("raise_objection", "o2", How.KEY, "")]


def test_enter_on_no_match_records_the_words(open_desk: OpenDesk) -> None:
    desk = open_desk(prompts.question_prompt())
    desk.press(Key.Key_Q)
    desk.type("kosmos")
    desk.press(Key.Key_Return)
    assert desk.call.acts == [("raise_unlisted", "kosmos")]


def test_letters_in_a_note_fire_nothing(open_desk: OpenDesk, qtbot: QtBot) -> None:
    desk = open_desk(prompts.statement_prompt())
    desk.press(Key.Key_Tab)
    assert QApplication.focusWidget() is desk.parts.side.note.field
    desk.type("qwertasdfghxcvbn 123")
    desk.press(Key.Key_Space)
    desk.press(Key.Key_Backspace)
    assert desk.call.acts == []
    qtbot.waitUntil(lambda: bool(desk.call.acts))
    assert desk.call.acts == [("write_note", 2, "qwertasdfghxcvbn 123")]


def test_esc_in_a_note_saves_it_and_gives_the_keys_back(open_desk: OpenDesk) -> None:
    desk = open_desk(prompts.statement_prompt())
    desk.press(Key.Key_Tab)
    desk.type("volat po 15.")
    desk.press(Key.Key_Escape)
    assert desk.call.acts == [("write_note", 2, "volat po 15.")]
    assert desk.screen.hasFocus()
    desk.press(Key.Key_Space)
    assert desk.call.acts[-1] == ("done",)


def test_enter_in_a_note_keeps_the_caret_for_the_next_one(open_desk: OpenDesk) -> None:
    desk = open_desk(prompts.statement_prompt())
    desk.press(Key.Key_Tab)
    desk.type("jedna")
    desk.press(Key.Key_Return)
    assert desk.parts.side.note.field.text() == ""
    assert desk.parts.side.note.rows[0].whole_text() == "jedna"
    desk.type("d")
    assert desk.call.acts == [("write_note", 2, "jedna")]


def test_the_window_keys_work_while_a_note_is_written(open_desk: OpenDesk) -> None:
    desk = open_desk(prompts.statement_prompt())
    desk.press(Key.Key_Tab)
    desk.type("a")
    desk.press(Key.Key_F9)
    assert ("hold",) in desk.call.acts
    assert QApplication.focusWidget() is desk.parts.side.note.field


def test_tab_goes_from_the_answer_to_the_note_and_back_to_the_call(open_desk: OpenDesk) -> None:
    desk = open_desk(prompts.question_prompt())
    desk.press(Key.Key_Tab)
    assert QApplication.focusWidget() is desk.parts.card.words
    desk.press(Key.Key_Tab)
    assert QApplication.focusWidget() is desk.parts.side.note.field
    desk.press(Key.Key_Tab)
    assert desk.screen.hasFocus()
    assert desk.call.acts == []


def test_words_of_an_answer_are_text_until_enter(open_desk: OpenDesk) -> None:
    desk = open_desk(prompts.question_prompt())
    desk.press(Key.Key_Tab)
    desk.type("asi 4 hodiny")
    desk.press(Key.Key_Return)
    assert desk.call.acts == [("answer", None, "asi 4 hodiny")]
    assert desk.screen.hasFocus()


def test_words_and_then_a_digit_are_one_answer(open_desk: OpenDesk) -> None:
    desk = open_desk(prompts.question_prompt())
    desk.press(Key.Key_Tab)
    desk.type("asi 4")
    desk.press(Key.Key_Escape)
    desk.press(Key.Key_2)
    assert desk.call.acts == [("answer", "a2", "asi 4")]


def test_the_note_opens_as_a_panel_in_the_compact_window(open_desk: OpenDesk) -> None:
    desk = open_desk(prompts.statement_prompt(), COMPACT)
    desk.press(Key.Key_Tab)
    assert _panel(desk) is Panel.NOTES
    desk.type("ahoj")
    desk.press(Key.Key_Escape)
    assert _panel(desk) is None
    assert desk.call.acts == [("write_note", 2, "ahoj")]


def test_own_words_are_recorded_with_enter(open_desk: OpenDesk) -> None:
    desk = open_desk(prompts.question_prompt())
    desk.press(Key.Key_N)
    desk.type("Kolik na to padne?")
    desk.press(Key.Key_Return)
    assert desk.call.acts == [("reword", "Kolik na to padne?")]
    assert desk.screen.hasFocus()


def test_a_held_key_fires_once(open_desk: OpenDesk) -> None:
    from PySide6.QtCore import QEvent
    from PySide6.QtGui import QKeyEvent

    desk = open_desk(prompts.question_prompt())
    for repeat in (False, True, True):
        event = QKeyEvent(QEvent.Type.KeyPress, Key.Key_Space, _PLAIN, " ", repeat)
        QApplication.sendEvent(desk.screen, event)
    assert desk.call.acts == [("done",)]


def test_other_keys_can_be_set_while_running(open_desk: OpenDesk) -> None:
    desk = open_desk(prompts.question_prompt())
    desk.screen.set_keys(KeyMap().with_keys(Action.SKIP, "K").with_keys(Action.END))
    desk.press(Key.Key_K)
    desk.press(Key.Key_F12)
    assert desk.call.acts == [("skip",)]
    assert desk.parts.footer.skip.key() == "K"
    assert desk.parts.header.end.key() == ""
    desk.parts.header.end.click()
    assert desk.call.acts[-1] == ("hang_up",)
    assert desk.ends == 1


def test_a_click_leaves_the_keys_with_the_call(open_desk: OpenDesk) -> None:
    desk = open_desk(prompts.question_prompt())
    QTest.mouseClick(desk.parts.card.options[1], Qt.MouseButton.LeftButton)
    assert desk.call.acts == [("pick", 2)]
    assert desk.screen.hasFocus()


def test_buttons_beside_the_line_do_their_acts(open_desk: OpenDesk) -> None:
    desk = open_desk(prompts.question_prompt())
    parts = desk.parts
    for button in (parts.footer.done, parts.footer.undo, parts.footer.skip, parts.tone.drive):
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    QTest.mouseClick(parts.side.rows[2], Qt.MouseButton.LeftButton)
    QTest.mouseClick(parts.rail.stops[3], Qt.MouseButton.LeftButton)
    for button in parts.moods.moods.values():
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert desk.call.acts == [
        ("done",),
        ("undo",),
        ("skip",),
        ("switch_drive",),
        ("raise_objection", "o3", How.KEY, ""),
        ("go_stage", 2),
        *(("tap_mood", mood) for mood in Mood),
    ]


def test_results_end_the_objection_by_digit_and_by_button(open_desk: OpenDesk) -> None:
    desk = open_desk(prompts.objection_prompt())
    desk.press(Key.Key_2)
    QTest.mouseClick(desk.parts.results.buttons[0], Qt.MouseButton.LeftButton)
    desk.press(Key.Key_Space)
    desk.press(Key.Key_Escape)
    assert desk.call.acts == [("pick", 2), ("pick", 1), ("done",), ("back",)]


def test_the_offered_days_are_taken_by_digit_or_button_and_waved_away_by_backspace(
    open_desk: OpenDesk,
) -> None:
    desk = open_desk(prompts.interested_prompt())
    desk.press(Key.Key_Backspace)
    assert desk.call.acts == [("wave_ask",)]
    assert not desk.parts.ask.isVisible()
    other = open_desk(prompts.interested_prompt())
    QTest.mouseClick(other.parts.ask.days[1], Qt.MouseButton.LeftButton)
    ask = prompts.interested_prompt().ask
    assert ask is not None
    assert other.call.acts == [("take_ask", ask.days[1])]


def test_the_next_step_is_agreed_with_enter(open_desk: OpenDesk) -> None:
    desk = open_desk(prompts.question_prompt())
    desk.press(Key.Key_T)
    desk.type("zítra 9")
    desk.press(Key.Key_Return)
    assert [act[0] for act in desk.call.acts] == ["agree"]
    assert _panel(desk) is None
    assert desk.screen.hasFocus()


def test_rows_under_a_search_name_the_digits_that_pick_there(open_desk: OpenDesk) -> None:
    desk = open_desk(prompts.question_prompt("en"), lang="en")
    desk.screen.set_keys(KeyMap().with_keys(Action.OPTION_1, "U"))
    assert desk.parts.card.options[0].key() == "U"
    assert desk.parts.side.rows[0].key() == "Q 1"
    desk.press(Qt.Key.Key_Q)
    assert desk.parts.panel.rows.buttons[0].key() == "1"
    desk.type("u")
    assert desk.parts.panel.search.text() == "u"
    desk.press(Qt.Key.Key_Backspace)
    desk.type("1")
    assert desk.call.acts[-1][0] == "raise_objection"
