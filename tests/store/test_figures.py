"""The quick tally of a call says what the engine's fold says, whatever a rep pressed."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from app.call.course import fold
from app.call.events import Event, OutcomeRecorded
from app.call.live_call import LiveCall
from app.store.figures import figures_of, tally
from tests.builders import begin, mill_playbook
from tests.call.walks import PRESS, TALK_KEYS, Key
from tests.fakes import FakeClock, FakeJournal

_KEYS = st.lists(
    TALK_KEYS | st.sampled_from([("undo", None), ("redo", None), ("hang_up", None)]), max_size=25
)


def _walked(keys: list[Key], gap_at: int, *, record: bool) -> tuple[Event, ...]:
    """A call with these keys, a crash before the one numbered ``gap_at``, and an outcome at the end."""
    clock = FakeClock(ticking=True)
    call = begin(clock=clock)
    for place, (key, value) in enumerate(keys):
        if place == gap_at:
            clock.pass_ms(60_000)
            call = LiveCall.resume(
                playbook=mill_playbook(), events=call.events, journal=FakeJournal(), clock=clock
            )
        PRESS[key](call, value)
    if record:
        call.hang_up()
        call.record(OutcomeRecorded("no_answer"))
    return call.events


@given(_KEYS, st.integers(0, 30), st.booleans())
def test_tally_and_fold_agree(keys: list[Key], gap_at: int, record: bool) -> None:
    events = _walked(keys, gap_at, record=record)
    assert tally(events) == figures_of(fold(events))


@given(_KEYS, st.data())
def test_they_agree_on_every_part_of_a_call(keys: list[Key], data: st.DataObject) -> None:
    events = _walked(keys, -1, record=False)
    part = events[: data.draw(st.integers(1, len(events)))]
    assert tally(part) == figures_of(fold(part))
