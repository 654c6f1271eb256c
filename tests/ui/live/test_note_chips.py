"""Common facts of a call are a tap away from the note."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QApplication

from app.call.prompt import Captured
from app.ui.keys import Action
from app.ui.live.note_box import NoteBox
from app.ui.live.note_chips import FEWEST_CHIPS, MOST_CHIPS, NoteChip, chips_for, joined
from app.ui.type_scale import SMALLEST_TARGET
from tests.ui.live import prompts
from tests.ui.live.conftest import COMPACT, FULL, Desk, OpenDesk
from tests.ui.live.test_window import settle


def note_of(desk: Desk) -> NoteBox:
    """The note box in sight."""
    return desk.parts.side.note if desk.parts.note_in_sight else desk.parts.panel.note


def test_open_facts_come_first_and_known_ones_not_at_all() -> None:
    chips = chips_for(prompts.question_prompt("en"))
    assert chips[0] == NoteChip("Budget…", "Budget: ", open_end=True)
    assert len(chips) == MOST_CHIPS
    assert not any("Why now" in chip.label for chip in chips)


def test_they_speak_the_playbooks_language() -> None:
    assert [chip.label for chip in chips_for(prompts.question_prompt("cs"))][:2] == [
        "Rozpočet…",
        "volat později",
    ]


def test_what_is_noted_is_not_offered_again() -> None:
    prompt = replace(prompts.question_prompt("en"), notes=((1, "ring later, Budget: 5"),))
    assert not {"ring later", "Budget…"} & {chip.label for chip in chips_for(prompt)}


def test_many_open_facts_leave_room_for_phrases() -> None:
    facts = tuple(Captured(f"f{number}", f"Fact {number}", "") for number in range(9))
    chips = chips_for(replace(prompts.question_prompt("en"), captured=facts))
    assert sum(chip.open_end for chip in chips) == 2


@pytest.mark.parametrize(
    ("before", "after"), [("", "ring later"), ("busy", "busy, ring later"), ("busy, ", "busy, ring later")]
)
def test_words_are_put_at_the_end(before: str, after: str) -> None:
    assert joined(before, NoteChip("ring later", "ring later")) == after


@pytest.mark.parametrize("size", [FULL, COMPACT], ids=["full", "compact"])
def test_a_tap_notes_it_at_once_without_taking_the_keys(open_desk: OpenDesk, size: QSize) -> None:
    desk = open_desk(replace(prompts.question_prompt("en"), notes=()), size, "en")
    if not desk.parts.note_in_sight:
        desk.screen.presenter.to_note()
        desk.screen.setFocus()
    settle(desk)
    box = note_of(desk)
    phrases = [button for button in box.chips if button.words() in ("ring later", "price asked")]
    assert all(button.isVisible() and button.height() >= SMALLEST_TARGET for button in phrases)
    phrases[0].click()
    assert desk.call.acts[-1] == ("write_note", 1, "ring later")
    assert box.field.text() == "ring later"
    assert desk.screen.hasFocus()
    chips = {button.words(): button for button in box.chips}
    chips["price asked"].click()
    assert desk.call.acts[-1] == ("write_note", 1, "ring later, price asked")


def test_a_facts_chip_waits_for_its_value(open_desk: OpenDesk) -> None:
    desk = open_desk(replace(prompts.question_prompt("en"), notes=()), FULL, "en")
    settle(desk)
    box = note_of(desk)
    box.chips[0].click()
    assert desk.call.acts == []
    assert box.field.text() == "Budget: "
    assert QApplication.focusWidget() is box.field
    desk.type("5")
    desk.screen.act(Action.BACK)
    assert desk.call.acts[-1] == ("write_note", 1, "Budget: 5")


def test_the_side_has_fewer(open_desk: OpenDesk) -> None:
    desk = open_desk(prompts.question_prompt("en"), FULL, "en")
    settle(desk)
    assert len(desk.parts.side.note.chips) == FEWEST_CHIPS
    assert len({button.y() for button in desk.parts.side.note.chips}) <= 2


def test_the_side_has_none_beside_a_long_story(open_desk: OpenDesk) -> None:
    plain = prompts.question_prompt("en")
    desk = open_desk(replace(plain, story=None), FULL, "en")
    settle(desk)
    side = desk.parts.side
    assert any(button.isVisible() for button in side.note.chips)
    story = replace(prompts.stories("en")[0], result="So it went, and so it was paid for. " * 5)
    desk = open_desk(replace(plain, story=story), FULL, "en")
    settle(desk)
    side = desk.parts.side
    assert not any(button.isVisible() for button in side.note.chips)
    assert all(
        button.mapTo(desk.screen, button.rect().bottomLeft()).y() < desk.parts.moods.y()
        for button in side.more
    )
