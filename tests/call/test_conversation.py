"""A recorded call told as a conversation."""

from __future__ import annotations

from app.call.conversation import Turn, Voice, conversation
from app.call.live_call import LiveCall
from app.call.script import ScriptedCaller
from tests.builders import begin


def _told(*steps: str, lang: str = "en") -> tuple[Turn, ...]:
    call: LiveCall = begin()
    ScriptedCaller(call).take_all(steps)
    return conversation(call.playbook, call.events, lang)


def _texts(turns: tuple[Turn, ...]) -> list[str]:
    return [f"{turn.voice.value}: {turn.text}" for turn in turns]


def test_lines_are_the_reps_and_answers_the_customers() -> None:
    assert _texts(_told("opening.hello", "opening.time.yes", "discovery.hours.some = three")) == [
        "rep: Hello Sample, Rep Example here.",
        "rep: Is now all right?",
        "customer: yes",
        "rep: How many hours a week does paper take you?",
        "customer: 2 to 5: three",
    ]


def test_what_is_told_is_what_was_on_the_screen_in_that_mood() -> None:
    told = _texts(_told("opening.hello", "opening.time.yes", "mood rushed", "discovery.hours.some"))
    assert told[3:] == ["note: mood: rushed", "rep: Hours a week?", "customer: 2 to 5"]


def test_exact_words_are_told_to_be_read_or_not_read() -> None:
    for key, wanted in (
        ("done", ["rep: This call is recorded.", "note: read word for word"]),
        ("skip", ["note: exact words not read: This call is recorded."]),
    ):
        call = begin(recorded=True)
        call.go_stage(1)
        getattr(call, key)()
        assert _texts(conversation(call.playbook, call.events, "en")) == wanted


def test_an_objection_is_told_step_by_step() -> None:
    assert _texts(_told("objection price settled")) == [
        "customer: It is too expensive",
        "rep: I see.",
        "rep: Compared with what?",
        "rep: Would monthly help?",
        "rep: Does that make sense?",
        "note: objection settled",
    ]


def test_the_response_is_named() -> None:
    assert "price.monthly" in [turn.ref for turn in _told("objection price settled")]


def test_an_unlisted_objection_is_told_in_the_customers_words() -> None:
    assert _texts(_told('unlisted "no way"')) == ["customer: no way", "note: objection left open"]


def test_what_was_noted_and_taken_back_shows() -> None:
    told = _texts(_told("skip", "undo", "note call the son", "hold", "resume", "story mill", lang="cs"))
    assert told == [
        "note: přeskočeno: Hello Sample, Rep Example here.",
        "note: vzato zpět",
        "note: poznámka: call the son",
        "note: podržení",
        "note: konec podržení",
        "rep: a baker paper six hours to one",
    ]


def test_the_outcome_closes_the_conversation_with_its_details() -> None:
    told = _told("hang up", 'outcome meeting when=2026-11-25T10:00 who="Ms Sample" what=visit')
    assert _texts(told)[-1] == "note: outcome: meeting agreed, visit, Wednesday 25 Nov 2026, 10:00, Ms Sample"


def test_turns_follow_the_clock() -> None:
    told = _told("opening.hello", "opening.time.yes", "objection price settled")
    assert [turn.ms for turn in told] == sorted(turn.ms for turn in told)
    assert {turn.voice for turn in told} == {Voice.REP, Voice.CUSTOMER, Voice.NOTE}
