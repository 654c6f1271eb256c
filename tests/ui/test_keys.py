"""The key map: the same fingers on both keyboards, asleep in text, remappable, clashes told in words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.playbook.vocabulary import Lang, Mood
from app.ui.keys import (
    ACTIONS,
    AT_THE_DESK,
    MOOD_ACTIONS,
    OPTIONS,
    Action,
    KeyMap,
    KeyPress,
    Place,
    cap_of,
    clash_words,
    default_keys,
    digit_of,
    heard_in,
)


def test_every_action_has_keys_and_words_in_both_languages() -> None:
    assert set(ACTIONS) == set(Action)
    for word in ACTIONS.values():
        assert word.keys
        assert word.words.en
        assert word.words.cs


def test_default_keys_do_not_clash() -> None:
    assert list(KeyMap().clashes()) == []


def test_y_and_z_are_unused_because_they_swap_places() -> None:
    used = {chord.split("+")[-1] for chords in default_keys().values() for chord in chords}
    assert used.isdisjoint({"Y", "Z"})


def test_moods_lie_from_storm_to_sun() -> None:
    order = [ACTIONS[action].keys.partition(",")[0] for action in MOOD_ACTIONS]
    assert order == list("ASDFGH")
    assert list(MOOD_ACTIONS.values()) == list(Mood)


def test_digits_pick_options() -> None:
    keys = KeyMap()
    assert [keys.action_for(KeyPress(str(digit))) for digit in range(1, 10)] == list(OPTIONS)
    assert digit_of(Action.OPTION_7) == 7
    assert digit_of(Action.DONE) is None
    assert keys.action_for(KeyPress("0")) is None


def test_numpad_digits_and_shifted_digits_pick_too() -> None:
    keys = KeyMap()
    assert keys.action_for(KeyPress("3", keypad=True)) is Action.OPTION_3
    assert keys.action_for(KeyPress("3", shift=True)) is Action.OPTION_3


def test_a_sentence_names_the_keys_that_pick() -> None:
    keys = KeyMap()
    assert keys.digit_caps(5) == "1–5"
    assert keys.digit_caps(1) == "1"
    assert keys.with_keys(Action.OPTION_2, "U").digit_caps(3) == "1, U, 3"
    assert keys.with_keys(Action.OPTION_1).with_keys(Action.OPTION_2).digit_caps(2) == ""


def test_modified_letters_are_other_keys() -> None:
    keys = KeyMap()
    assert keys.action_for(KeyPress("A")) is Action.MOOD_ANGRY
    assert keys.action_for(KeyPress("A", ctrl=True)) is None
    assert keys.action_for(KeyPress("A", shift=True)) is Action.LINE_PREVIOUS
    assert keys.action_for(KeyPress("Z", shift=True)) is None
    assert keys.action_for(KeyPress("Backspace", shift=True)) is Action.REDO


@given(st.sampled_from(Action))
def test_only_escape_tab_f_keys_and_chords_with_ctrl_are_awake_while_typing(action: Action) -> None:
    place = next(one for one in Place if heard_in(action, one))
    for chord in default_keys()[action]:
        *held, key = chord.split("+")
        press = KeyPress(key, shift="Shift" in held, ctrl="Ctrl" in held)
        awake = press.ctrl or key in {"Esc", "Tab"} or (key[0] == "F" and key[1:].isdigit())
        assert KeyMap().action_for(press, typing=True, place=place) is (action if awake else None)


def test_remapping_goes_there_and_back_through_settings() -> None:
    changed = KeyMap().with_keys(Action.SKIP, "M").with_keys(Action.STORY)
    assert changed.to_setting() == {"skip": ("M",), "story": ()}
    back = KeyMap.from_setting(changed.to_setting())
    assert back.action_for(KeyPress("M")) is Action.SKIP
    assert back.action_for(KeyPress("E")) is None
    assert back.cap(Action.STORY) == ""
    usual = default_keys()
    for action in (Action.STORY, Action.SKIP):
        back = back.with_keys(action, *usual[action])
    assert back.to_setting() == {}


def test_unknown_actions_in_settings_are_passed_over() -> None:
    assert KeyMap.from_setting({"teleport": ["T"]}).to_setting() == {}


def test_a_clash_is_named_in_words() -> None:
    keys = KeyMap()
    holder = keys.holder_of("Q", apart_from=Action.SKIP)
    assert holder is Action.OBJECTION_BOARD
    assert "Q is already the key for “Objection”" in clash_words("Q", holder, Lang.EN)
    assert "„Námitka“" in clash_words("Q", holder, Lang.CS)
    clashing = keys.with_keys(Action.SKIP, "Q")
    assert list(clashing.clashes()) == [("Q", Action.SKIP, Action.OBJECTION_BOARD)]


def test_a_key_means_another_thing_at_the_review_desk() -> None:
    keys = KeyMap()
    press = KeyPress("B")
    assert keys.action_for(press) is Action.FLAG
    assert keys.action_for(press, place=Place.REVIEW) is Action.FLAG_NEXT
    assert keys.action_for(KeyPress("W"), place=Place.REVIEW) is None
    assert keys.holder_of("B", apart_from=Action.FLAG_NEXT) is None
    assert list(keys.with_keys(Action.COMMENT, "W").clashes()) == []


def test_keys_heard_everywhere_clash_with_those_of_the_review_desk() -> None:
    keys = KeyMap()
    assert keys.holder_of("F2", apart_from=Action.COMMENT) is Action.SETTINGS
    assert list(keys.with_keys(Action.COMMENT, "F1").clashes()) == [("F1", Action.KEY_SHEET, Action.COMMENT)]


def test_every_key_of_the_review_desk_can_be_set() -> None:
    desk = [action for action in Action if ACTIONS[action].group in AT_THE_DESK]
    for action in desk:
        changed = KeyMap.from_setting({str(action): ["F10"]})
        assert changed.action_for(KeyPress("F10"), place=Place.REVIEW) is action


@pytest.mark.parametrize(
    ("chord", "cap"),
    [
        ("Shift+Backspace", "⇧⌫"),
        ("Return", "⏎"),
        ("F12", "F12"),
        ("Shift+F11", "⇧F11"),
        ("Ctrl+C", "Ctrl+C"),
        ("Left", "←"),
    ],
)
def test_caps_read_as_keys(chord: str, cap: str) -> None:
    assert cap_of(chord) == cap


def test_space_is_named_in_the_readers_language() -> None:
    assert KeyMap().caps(Action.DONE, Lang.CS) == ("⏎", "Mezerník")
