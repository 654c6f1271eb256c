"""Whatever keys are pressed in whatever order, the outcome page holds and records only what is whole."""

from __future__ import annotations

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from app.call.events import Result
from app.call.outcome import missing_details
from app.call.prompt import Phase
from app.ui.outcome.scene import DetailsScene
from tests.ui.outcome.fakes import ALL_CODES, Desk

FIELDS = ("when", "who", "what", "value", "reason", "note", "starts", "agrees", "hours", "nowhere")
WORDS = ("", "tomorrow 9", "zítra", "12 500 Kč", "Mr Miller", "yes", "price", "²")

ACTS = st.one_of(
    st.tuples(st.just("digit"), st.tuples(st.integers(0, 9))),
    st.tuples(st.sampled_from(["enter", "enter", "back", "take_back", "do_not_call"]), st.just(())),
    st.tuples(st.sampled_from(["leave_details", "copy_summary", "save_follow_up"]), st.just(())),
    st.tuples(st.just("choose"), st.tuples(st.sampled_from([*ALL_CODES, "pilot", "nothing"]))),
    st.tuples(st.just("typed"), st.tuples(st.sampled_from(FIELDS), st.sampled_from(WORDS))),
    st.tuples(st.just("pick"), st.tuples(st.sampled_from(FIELDS), st.sampled_from(WORDS))),
    st.tuples(st.sampled_from(["entered", "more"]), st.tuples(st.sampled_from(FIELDS))),
    st.tuples(st.just("rate"), st.tuples(st.integers(-1, 7))),
    st.tuples(st.just("move_when"), st.tuples(st.integers(-9, 9))),
    st.tuples(st.just("settle"), st.tuples(st.integers(0, 3), st.sampled_from(Result))),
    st.tuples(
        st.just("name_objection"), st.tuples(st.just("Our dog ate it"), st.sampled_from(["price", "x"]))
    ),
    st.tuples(st.just("speak"), st.tuples(st.sampled_from(["en", "cs"]))),
)


@given(st.lists(ACTS, max_size=12))
def test_any_keys_leave_a_whole_record_or_none(acts: list[tuple[str, tuple[Any, ...]]]) -> None:
    desk = Desk()
    for name, arguments in acts:
        if desk.call.prompt.phase is Phase.TALK:
            return
        getattr(desk.presenter, name)(*arguments)
        if isinstance(desk.view.scene, DetailsScene):
            assert 0 <= desk.view.details.rating <= 5
    outcome = desk.call.state.outcome
    assert (outcome is not None) == (desk.call.prompt.phase is Phase.CLOSED)
    if outcome is not None:
        assert missing_details(desk.call.playbook, desk.call.state, outcome) == ()
