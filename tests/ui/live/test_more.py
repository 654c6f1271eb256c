"""Narrow windows: what has no button of its own is one click further, and every mood is named."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QApplication

from app.playbook.vocabulary import Drive
from app.ui.keys import ACTIONS, Action
from app.ui.live.mood_button import MoodForm
from app.ui.live.scene import Layout, Panel
from app.ui.theme import Theme
from app.ui.type_scale import SMALLEST_TARGET
from tests.ui.live import prompts
from tests.ui.live.conftest import COMPACT, FULL, STRIP, Desk, OpenDesk
from tests.ui.live.test_window import settle

NARROW = pytest.mark.parametrize("size", [COMPACT, STRIP], ids=["compact", "strip"])
PERCENTS = pytest.mark.parametrize("percent", [100, 150, 200])
PANELS = {
    Action.QUESTIONS: Panel.QUESTIONS,
    Action.CUSTOMER: Panel.CUSTOMER,
    Action.NEXT_STEP: Panel.NEXT_STEP,
    Action.STORY: Panel.STORIES,
    Action.REWORD: Panel.REWORD,
    Action.NOTE: Panel.NOTES,
}


def opened(open_desk: OpenDesk, size: QSize, lang: str = "en") -> Desk:
    """A narrow window with the panel open that has the rest, opened by the mouse."""
    desk = open_desk(prompts.question_prompt(lang), size, lang)
    settle(desk)
    assert desk.parts.moods.more.isVisible()
    desk.parts.moods.more.click()
    settle(desk)
    assert desk.parts.panel.more.isVisible()
    return desk


@NARROW
@pytest.mark.parametrize("action", list(PANELS))
def test_every_panel_is_two_clicks_away(open_desk: OpenDesk, size: QSize, action: Action) -> None:
    desk = opened(open_desk, size)
    desk.parts.panel.more.buttons[action].click()
    settle(desk)
    scene = desk.screen.presenter.scene.panel
    assert scene is not None
    assert scene.panel is PANELS[action]


@NARROW
@pytest.mark.parametrize(
    ("action", "act"),
    [(Action.DRIVE, "switch_drive"), (Action.FLAG, "flag"), (Action.HOLD, "hold"), (Action.SKIP, "skip")],
)
def test_an_act_is_done_and_the_panel_put_away(
    open_desk: OpenDesk, size: QSize, action: Action, act: str
) -> None:
    desk = opened(open_desk, size)
    desk.parts.panel.more.buttons[action].click()
    assert desk.call.acts[0][0] == act
    assert desk.screen.presenter.scene.panel is None


@NARROW
@PERCENTS
def test_its_buttons_are_large_enough_and_name_their_keys(
    open_desk: OpenDesk, large_text: QApplication, size: QSize, percent: int
) -> None:
    Theme(text_percent=percent).apply(large_text)
    desk = opened(open_desk, size)
    shown = [button for button in desk.parts.panel.more.buttons.values() if not button.isHidden()]
    assert {
        Action.QUESTIONS,
        Action.CUSTOMER,
        Action.FLAG,
        Action.REWORD,
        Action.HELP_LEVEL,
        Action.DRIVE,
    } <= {button.action for button in shown}
    assert all(min(button.width(), button.height()) >= SMALLEST_TARGET for button in shown)
    assert all(button.key() for button in shown)


def test_remapped_keys_are_named_there(open_desk: OpenDesk) -> None:
    desk = opened(open_desk, COMPACT)
    desk.screen.set_keys(desk.screen._keys.with_keys(Action.QUESTIONS, "F5").with_keys(Action.FLAG))
    buttons = desk.parts.panel.more.buttons
    assert (buttons[Action.QUESTIONS].key(), buttons[Action.FLAG].key()) == ("F5", "")
    assert buttons[Action.QUESTIONS].words() == "Questions"


def test_what_makes_no_sense_now_is_greyed(open_desk: OpenDesk) -> None:
    desk = open_desk(replace(prompts.objection_prompt("en"), push_locked=True), COMPACT, "en")
    desk.screen.act(Action.MORE)
    buttons = desk.parts.panel.more.buttons
    off = {action for action, button in buttons.items() if not button.isEnabled()}
    assert off == {Action.DRIVE, Action.SKIP, Action.REDO}


def test_it_says_which_way_the_drive_and_the_window_would_turn(open_desk: OpenDesk) -> None:
    desk = open_desk(replace(prompts.question_prompt("en"), drive=Drive.PUSH), COMPACT, "en")
    desk.screen.act(Action.MORE)
    settle(desk)
    more = desk.parts.panel.more
    assert more.buttons[Action.DRIVE].words() == "Push → pull"
    assert more.buttons[Action.COMPACT].words() == "Strip"
    assert more.buttons[Action.STRIP].isHidden()
    more.buttons[Action.COMPACT].click()
    assert desk.layouts == [Layout.COMPACT]


@pytest.mark.parametrize("size", [FULL, COMPACT, STRIP], ids=["full", "compact", "strip"])
@PERCENTS
@pytest.mark.parametrize("lang", ["en", "cs"])
def test_every_mood_is_named_by_word_or_face(
    open_desk: OpenDesk, large_text: QApplication, size: QSize, percent: int, lang: str
) -> None:
    Theme(text_percent=percent).apply(large_text)
    desk = open_desk(prompts.question_prompt(lang), size, lang)
    settle(desk)
    moods = desk.parts.moods
    for button in moods.moods.values():
        assert button.isVisible()
        word = button._label
        if moods.form.spelled:
            assert word.isVisible()
            assert word.width() >= word.sizeHint().width()
        else:
            assert button.face.isVisible()
            assert button.face.size() == button.face.sizeHint()
            assert button.toolTip().startswith(button.words())
        assert button.key()


def test_the_narrow_window_spells_all_six_in_one_row(open_desk: OpenDesk) -> None:
    desk = open_desk(prompts.question_prompt("en"), COMPACT, "en")
    settle(desk)
    assert desk.parts.moods.form is MoodForm.STACKED
    assert len({button.y() for button in desk.parts.moods.moods.values()}) == 1


def test_where_moods_are_faces_the_panel_spells_them(open_desk: OpenDesk, large_text: QApplication) -> None:
    Theme(text_percent=200).apply(large_text)
    desk = opened(open_desk, COMPACT)
    angry = desk.parts.panel.more.buttons[Action.MOOD_ANGRY]
    assert not angry.isHidden()
    assert angry.words() == ACTIONS[Action.MOOD_ANGRY].words.en
    angry.click()
    assert desk.call.acts[0][0] == "tap_mood"
