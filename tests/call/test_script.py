"""Scripted calls: what each step does, and what a wrong one is told."""

from __future__ import annotations

import contextlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.call import events as ev
from app.call.events import HelpLevel, Result
from app.call.live_call import LiveCall
from app.call.prompt import Phase
from app.call.script import ScriptedCaller, expected_at
from app.call.script_words import ScriptSlip
from app.playbook.vocabulary import Drive, Mood
from tests.builders import begin


def _played(*steps: str, recorded: bool = False) -> LiveCall:
    call = begin(recorded=recorded)
    ScriptedCaller(call, lambda words: "2026-11-25T10:00+01:00" if words == "tomorrow 10" else None).take_all(
        steps
    )
    return call


def _slip(*steps: str) -> str:
    with pytest.raises(ScriptSlip) as caught:
        _played(*steps)
    return caught.value.in_lang("en")


TO_HOURS = ("opening.hello", "opening.time.yes")


def test_a_whole_call_from_hello_to_outcome() -> None:
    call = _played(
        *TO_HOURS,
        "mood rushed",
        "discovery.hours.many",
        "discovery.cost = about 5000",
        "discovery.decides.self",
        "story.mill",
        "story mill",
        "close.shall.yes",
        "next_step.when = next week",
        "hang up",
        'outcome meeting when="tomorrow 10" who="Ms Sample" what=visit note="bring figures"',
    )
    state = call.state
    assert state.phase is Phase.CLOSED
    assert state.outcome is not None
    assert state.outcome.outcome == "meeting"
    assert state.outcome.when == "2026-11-25T10:00+01:00"
    assert (state.outcome.who, state.outcome.what) == ("Ms Sample", "visit")
    assert state.facts["hours"] == 8
    assert state.mood is Mood.RUSHED
    assert state.stories_told == ("mill",)


def test_own_words_may_stand_beside_a_picked_answer() -> None:
    call = _played(*TO_HOURS, "discovery.hours.some = three or four")
    given = call.state.answer_to("discovery.hours")
    assert given is not None
    assert (given.answer, given.text) == ("some", "three or four")


def test_an_objection_is_met_up_to_the_check_and_ends() -> None:
    call = _played("opening.hello", "objection price settled")
    assert call.state.objections[0].result is Result.SETTLED
    assert call.state.objections[0].responses == ("monthly",)
    steps = [event.what.kind for event in call.events if isinstance(event.what, ev.ObjectionStepDone)]
    assert len(steps) == 3


def test_an_objection_can_be_taken_up_the_ladder() -> None:
    call = _played("opening.hello", "objection price smaller open")
    assert call.state.objections[0].responses == ("monthly", "smaller")


def test_an_objection_can_be_exhausted() -> None:
    call = _played("opening.hello", "objection price exhausted open")
    assert call.state.spoken_line == "next_step.when"
    assert call.state.proposal == "callback"


def test_an_objection_can_be_taken_step_by_step() -> None:
    call = _played("opening.hello", "objection price", "next", "next", "next", "settled")
    assert call.state.objections[0].result is Result.SETTLED


def test_an_objection_raised_by_an_answer_is_not_raised_twice() -> None:
    call = _played(
        *TO_HOURS, "discovery.hours.some", "discovery.decides.partner", "objection partner settled"
    )
    assert len(call.state.objections) == 1


def test_an_unlisted_objection_keeps_its_words() -> None:
    call = _played('unlisted "the dog ate it"')
    assert call.state.objections[0].text == "the dog ate it"
    assert call.state.objections[0].result is Result.OPEN
    assert _played("unlisted „pes“ settled").state.objections[0].result is Result.SETTLED


def test_keys_by_their_names() -> None:
    call = _played(
        "help quiet", "drive push", "skip", "undo", "redo", "hold", "resume", "note say it", "flag"
    )
    assert call.state.help is HelpLevel.QUIET
    assert call.prompt.drive is Drive.PUSH
    assert "opening.hello" in call.state.skipped
    assert call.state.notes == ((1, "say it"),)
    assert not call.state.held


def test_a_question_out_of_order_comes_back() -> None:
    call = _played("ask discovery.hours", "discovery.hours.many")
    assert call.state.spoken_line == "opening.hello"
    assert call.state.facts["hours"] == 8
    assert _played("ask discovery.hours", "back").state.spoken_line == "opening.hello"


def test_a_compliance_line_is_a_step_like_others() -> None:
    call = _played(*TO_HOURS, "compliance.recording", recorded=True)
    assert call.state.spoken_line == "discovery.hours"


def test_what_was_agreed_serves_the_outcome() -> None:
    call = _played('step what=visit when="tomorrow 10" who=Ana', "outcome meeting")
    assert call.state.outcome is not None
    assert call.state.outcome.when == "2026-11-25T10:00+01:00"


def test_facts_may_be_given_with_the_outcome() -> None:
    call = _played("outcome not_interested reason=price hours=7")
    assert call.state.facts["hours"] == 7


@pytest.mark.parametrize(
    ("steps", "told"),
    [
        (
            ("opening.helo",),
            "Step 1 (opening.helo): no line is called 'opening.helo'. Did you mean 'opening.hello'?",
        ),
        (("opening.hello", "opening.time.yess"), "Did you mean 'yes'?"),
        (("discovery.hours.some",), "'discovery.hours' is not on now. The call is at 'opening.hello'."),
        (("opening.hello", "opening.hello"), "The call is at 'opening.time' (answers: yes, later)."),
        (("objection prize settled",), "no objection is called 'prize'. Did you mean 'price'?"),
        (("objection price payback settled",), "does not come to 'payback' now"),
        (("objection price payabck settled",), "Did you mean 'payback'?"),
        (("objection price", "opening.hello"), "The objection 'price' is on the table"),
        (("mood happy",), "no mood is called 'happy'. There is: angry, sceptical"),
        (("settled",), "'settled' means nothing here"),
        (("undo",), "'undo' means nothing here"),
        (("nxt",), "no step is called 'nxt'. Did you mean 'next'?"),
        (("",), "no step is called ''."),
        (("hang on",), "no step is called 'hang'"),
        (("story mil",), "Did you mean 'mill'?"),
        (("outcome meting",), "Did you mean 'meeting'?"),
        (("outcome meeting",), "this outcome still needs: when, who, what."),
        (("outcome meeting when=whenever who=a what=b",), "'whenever' is no date ahead"),
        (("outcome not_interested reason=pricey",), "Did you mean 'price'?"),
        (("outcome callback tomorrow",), "should read NAME=VALUE"),
        (("outcome callback whn=tomorrow",), "Did you mean 'when'?"),
        (("outcome not_interested reason=price hours=many",), "'many' is no value of hours."),
        (("outcome not_interested reason=price value=much",), "'much' is no amount."),
        (("hang up", "opening.hello"), "The talk is over; what is left is: outcome CODE."),
        (("outcome no_answer", "outcome no_answer"), "The call is closed."),
        (("unlisted",), "write what was said"),
    ],
)
def test_a_wrong_step_is_told_its_number_and_what_was_expected(steps: tuple[str, ...], told: str) -> None:
    message = _slip(*steps)
    assert told in message
    assert f"Step {len(steps)} (" in message


def test_slips_are_told_in_czech_too() -> None:
    with pytest.raises(ScriptSlip) as caught:
        _played("objection prize")
    assert (
        caught.value.in_lang("cs")
        == "Krok 1 (objection prize): námitka „prize“ neexistuje. Nemělo tam být „price“?"
    )


def test_every_moment_says_what_it_expects() -> None:
    assert "opening.hello" in expected_at(begin()).en
    assert "next_step.when = words" in expected_at(_played("objection price exhausted open")).en
    assert "hang up" in expected_at(_played("objection price final")).cs


_PIECES = st.sampled_from(
    [
        *ScriptedCaller.acts,
        "price",
        "settled",
        "open",
        "opening.hello",
        "opening.time.yes",
        " = ",
        '"',
        "=",
        "when",
        "rushed",
    ]
)


@given(st.lists(st.lists(_PIECES | st.text(max_size=8), max_size=5).map(" ".join), max_size=8))
def test_any_words_at_all_are_taken_or_told_as_a_slip(steps: list[str]) -> None:
    call = begin()
    caller = ScriptedCaller(call)
    for number, step in enumerate(steps, 1):
        with contextlib.suppress(ScriptSlip):
            caller.take(number, step)
    assert call.prompt.line
