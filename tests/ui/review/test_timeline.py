"""The line of a call: drive, holds and breaks at their times, each said in words where the pointer or the slider is."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.call import events as ev
from app.call.events import Event
from app.call.live_call import LiveCall
from app.call.prompt import LikelyObjection
from app.playbook.vocabulary import Drive, Mood
from app.ui.review.prompt_card import PromptCard
from app.ui.review.retelling import Retelling, Sort, retell
from app.ui.review.timeline_bar import TimelineBar
from app.ui.widgets import Chip
from tests.fakes import FakeClock, FakeJournal
from tests.ui.review.fakes import recorded, small_playbook


def cut_and_held() -> tuple[Event, ...]:
    """A call on hold for a while, then cut off for ten minutes and gone on with."""
    call = recorded()
    call.hold()
    call.undo()
    call.hold()
    call.hold()
    clock = FakeClock(call.events[-1].at + timedelta(minutes=10), ticking=True)
    again = LiveCall.resume(playbook=small_playbook(), events=call.events, journal=FakeJournal(), clock=clock)
    again.tap_mood(Mood.ANGRY)
    return again.events


def told(lang: str = "en") -> Retelling:
    return retell(small_playbook(), cut_and_held(), lang)


def test_the_drive_changes_where_key_mood_or_stage_change_it() -> None:
    line = told().timeline
    assert [drive for _, drive in line.drives] == [Drive.PULL, Drive.PUSH, Drive.PULL]
    assert line.drives[0][0] == 0
    assert [at for at, _ in line.drives] == sorted({at for at, _ in line.drives})
    assert line.drive_at(line.length) is Drive.PULL


def test_a_hold_that_was_undone_is_none() -> None:
    retelling = told()
    ((start, end),) = retelling.timeline.holds
    assert end > start
    assert retelling.timeline.hold_at(start) == (start, end)
    assert retelling.timeline.hold_at(end) is None


def test_a_break_lies_where_the_call_went_on_and_takes_no_room() -> None:
    retelling = told()
    (gone,) = retelling.timeline.breaks
    (recovered,) = [one for one in retelling.events if isinstance(one.what, ev.Recovered)]
    assert gone.gap_ms == recovered.what.gap_ms >= 600_000  # type: ignore[union-attr]
    assert gone.at == retelling.at_of(recovered.seq)
    assert retelling.timeline.length < 600_000


def test_the_list_says_how_long_holds_and_breaks_were() -> None:
    said = [one.words for one in told().moments if one.sort is Sort.HOLD and not one.taken_back]
    assert said[0].startswith("On hold · ")
    assert said[-1] == "Gone on after a break of 10 min"
    assert told("cs").moments[-2].words == "Pokračování po přerušení 10 min"


def test_the_bar_says_what_lies_where_the_slider_and_the_pointer_are(
    qtbot: QtBot, looks: QApplication
) -> None:
    line = told().timeline
    bar = TimelineBar()
    qtbot.addWidget(bar)
    bar.resize(600, bar.sizeHint().height())
    bar.show_line(line, line.holds[0][0])
    assert "on hold for" in bar.accessibleDescription()
    bar.setValue(line.breaks[0].at)
    assert "a break of 10 min here" in bar.accessibleDescription()
    assert "Asking for a step" in bar.accessibleDescription()
    assert bar.words_under(0).startswith("0:00, Opening")
    assert "It is too expensive" in bar.words_under(bar.width() * line.objections[0].at / line.length)
    bar.show()
    bar.repaint()


def test_the_card_says_the_board_as_the_rep_saw_it_with_its_shares(qtbot: QtBot, looks: QApplication) -> None:
    card = PromptCard()
    qtbot.addWidget(card)
    prompt = recorded().prompt
    rows = (LikelyObjection("a", "price", "Too dear", 0.31), LikelyObjection("b", "need", "No need"))
    card.show_prompt(replace(prompt, likely=rows), 0)
    assert "Too dear 31\u00a0% · No need" in card.accessibleName()
    card.show_prompt(replace(prompt, likely=()), 0)
    assert "Too dear" not in card.accessibleName()


def test_the_card_names_no_mood_before_one_was_tapped(qtbot: QtBot, looks: QApplication) -> None:
    card = PromptCard()
    qtbot.addWidget(card)
    prompt = replace(recorded().prompt, mood=Mood.RESERVED, mood_tapped=False)
    card.show_prompt(prompt, 0)
    assert not any(
        not chip.isHidden() and chip.text().lower() == "reserved" for chip in card.findChildren(Chip)
    )
    card.show_prompt(replace(prompt, mood_tapped=True), 0)
    assert any(not chip.isHidden() and chip.text().lower() == "reserved" for chip in card.findChildren(Chip))
