"""What must hold for any keys pressed in any order."""

from __future__ import annotations

import json

from hypothesis import given
from hypothesis import strategies as st

from app.call.course import fold
from app.call.events import Event, OutcomeRecorded, from_data, to_data
from app.call.live_call import LiveCall
from app.call.prompt import Phase
from app.call.replay import prompt_at, prompts
from app.call.state import DEAD_END
from app.playbook.model import WRAP_UP
from tests.builders import begin, mill_playbook
from tests.call.walks import ALL_KEYS, TALK_KEYS, Key, press
from tests.fakes import FakeClock, FakeJournal

many_keys = st.lists(ALL_KEYS, max_size=40)
talk_keys = st.lists(TALK_KEYS, max_size=25)


@given(many_keys)
def test_folding_all_events_again_gives_the_very_state(keys: list[Key]) -> None:
    call = begin()
    for key in keys:
        press(call, key)
    assert fold(call.events).state == call.state
    assert fold(call.events) == fold(call.events)


@given(many_keys, st.integers(0, 60))
def test_folding_in_two_halves_is_folding_once(keys: list[Key], cut: int) -> None:
    call = begin()
    for key in keys:
        press(call, key)
    events = call.events
    assert fold(events[cut:], fold(events[:cut])) == fold(events)


@given(talk_keys)
def test_undoing_every_key_walks_back_through_every_state_and_redo_forth_again(keys: list[Key]) -> None:
    call = begin()
    states = [call.state]
    for key in keys:
        before = call.last_seq
        press(call, key)
        if call.last_seq != before:
            states.append(call.state)
    for state in reversed(states[:-1]):
        call.undo()
        assert call.state == state
    call.undo()
    assert call.state == states[0]
    for state in states[1:]:
        call.redo()
        assert call.state == state


@given(many_keys)
def test_events_survive_being_written_as_json(keys: list[Key]) -> None:
    call = begin()
    for key in keys:
        press(call, key)
    for event in call.events:
        data = json.loads(json.dumps(to_data(event.what)))
        assert from_data(event.kind, data) == event.what


@given(many_keys)
def test_numbers_run_without_gaps_and_times_never_go_back(keys: list[Key]) -> None:
    journal = FakeJournal()
    call = begin(journal=journal)
    for key in keys:
        press(call, key)
    assert [event.seq for event in journal.events] == list(range(1, len(journal.events) + 1))
    assert tuple(journal.events) == call.events
    assert all(earlier.ms <= later.ms for earlier, later in zip(call.events, call.events[1:], strict=False))
    assert all(batch[0].seq == event.cause for batch in journal.batches for event in batch)


@given(many_keys)
def test_a_replay_shows_the_prompts_that_were_on_the_screen(keys: list[Key]) -> None:
    call = begin()
    seen = [call.prompt]
    for key in keys:
        before = call.last_seq
        press(call, key)
        if call.last_seq != before:
            seen.append(call.prompt)
    assert [prompt for _, prompt in prompts(mill_playbook(), call.events)] == seen
    assert prompt_at(mill_playbook(), call.events, call.events[-1].ms) == call.prompt


@given(many_keys)
def test_any_call_can_be_brought_to_an_outcome(keys: list[Key]) -> None:
    call = begin()
    for key in keys:
        press(call, key)
    _go_on_to_the_end(call)
    call.record(OutcomeRecorded("no_answer"))
    assert call.prompt.phase is Phase.CLOSED
    assert call.prompt.outcome == "no_answer"


def _go_on_to_the_end(call: LiveCall) -> None:
    """Pressing only Space ends every call: nothing loops for ever, nothing is stuck."""
    for _ in range(200):
        if call.state.phase is not Phase.TALK:
            return
        assert call.prompt.speech.text or call.prompt.speech.do
        before = call.last_seq
        call.done()
        assert call.last_seq > before
    raise AssertionError(f"still talking at {call.state.line}")


@given(many_keys)
def test_time_in_stages_adds_up_to_talk_time(keys: list[Key]) -> None:
    call = begin()
    for key in keys:
        press(call, key)
    clocks = call.prompt.clocks
    assert 0 <= clocks.call_ms <= call.events[-1].ms
    # Undone ways to later stages leave no time behind, so the stages that count are those of the present course.
    state = call.state
    assert (
        sum(state.stage_ms(stop, call.events[-1].ms) for stop in {*state.stage_times, state.stage})
        == clocks.call_ms
    )


@given(many_keys, st.integers(0, 10_000_000))
def test_going_on_after_a_crash_stands_at_the_same_line_and_counts_no_gap(keys: list[Key], gap: int) -> None:
    call = begin()
    for key in keys:
        press(call, key)
    restarted = FakeClock(call.events[-1].at)
    restarted.pass_ms(gap)
    resumed = LiveCall.resume(
        playbook=mill_playbook(), events=call.events, journal=FakeJournal(), clock=restarted
    )
    assert resumed.state == call.state
    assert resumed.prompt.clocks.call_ms == call.prompt.clocks.call_ms
    assert resumed.prompt.clocks.gap_ms == gap
    assert resumed.events[-1].ms - call.events[-1].ms == gap


@given(many_keys)
def test_an_undo_aimed_at_nothing_changes_nothing(keys: list[Key]) -> None:
    call = begin()
    for key in keys:
        press(call, key)
    course = fold(call.events)
    last = call.events[-1]
    stray = Event(
        last.call, last.seq + 1, last.at, last.ms, last.seq + 1, from_data("undone", {"cause": 10_000})
    )
    assert fold([stray], course).state == course.state


def test_places_beyond_the_playbook_have_names_of_their_own() -> None:
    refs = {line.ref for stage in mill_playbook().stages for line in stage.lines}
    assert not refs & {WRAP_UP, DEAD_END}
