"""What is reckoned from a call's events in one pass is what the engine's fold says."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.call import events as ev
from app.call.course import fold
from app.call.events import Event, OutcomeRecorded, Result
from app.playbook.model import WRAP_UP
from app.playbook.vocabulary import STAGES, Mood
from app.review.projection import PlaybookParts, parts_of, project, stage_rank
from tests.builders import begin, mill_playbook
from tests.call.walks import PRESS, TALK_KEYS, Key
from tests.fakes import FakeClock

_KEYS = st.lists(
    TALK_KEYS | st.sampled_from([("undo", None), ("redo", None), ("hang_up", None)]), max_size=25
)


def _walked(keys: list[Key], *, record: bool) -> tuple[Event, ...]:
    call = begin(clock=FakeClock(ticking=True))
    for key, value in keys:
        PRESS[key](call, value)
    if record:
        call.hang_up()
        call.record(OutcomeRecorded("no_answer", note="zavolat"))
    return call.events


@given(_KEYS, st.booleans())
def test_projection_and_fold_agree(keys: list[Key], record: bool) -> None:
    events, parts = _walked(keys, record=record), parts_of(mill_playbook())
    found, state = project(events, parts), fold(events).state
    assert [(one.objection, one.result, one.how) for one in found.objections] == [
        (met.objection, met.result, met.how) for met in state.objections
    ]
    assert [one.response for one in found.objections] == [
        met.responses[-1] if met.responses else "" for met in state.objections
    ]
    assert found.flagged == bool(state.flags)
    assert bool(found.moods) == state.mood_tapped
    assert not found.moods or found.moods[-1] is state.mood
    assert found.musts_asked == len(state.done & parts.musts)
    assert found.stage in {*state.stages_seen, ""} - {WRAP_UP}
    notes = [text for _, text in state.notes]
    assert found.notes == tuple([*notes, "zavolat"] if record and state.outcome else notes)


def test_a_call_in_figures() -> None:
    parts = PlaybookParts(
        ("opening", "offer", "close"), frozenset({"opening.ask", "offer.ask"}), {"dear": "price"}
    )
    seen: tuple[ev.Happening, ...] = (
        ev.StageEntered("opening"),
        ev.MoodTapped(Mood.ANGRY),
        ev.Answered("opening.ask", "yes"),
        ev.ObjectionRaised("dear", ev.How.KEY),
        ev.ResponseShown("dear", "split", 1),
        ev.ObjectionEnded("dear", Result.OPEN),
        ev.ObjectionRaised(None, ev.How.UNLISTED, "the dog"),
        ev.ObjectionEnded(None, Result.SETTLED),
        ev.ObjectionNamed("the dog", "timing"),
        ev.StageEntered("offer"),
        ev.MoodTapped(Mood.INTERESTED),
        ev.Flagged(),
        OutcomeRecorded("sale", value=12.5, self_rating=4),
    )
    call = begin().events[0]
    events = [Event(call.call, seq, call.at, seq * 10, seq, what) for seq, what in enumerate(seen, start=1)]
    found = project(events, parts)
    assert (found.flagged, found.moods) == (True, (Mood.ANGRY, Mood.INTERESTED))
    assert (found.stage, found.stage_rank) == ("offer", stage_rank("opening") + 1)
    assert (found.musts_asked, found.musts_total) == (1, 2)
    price, timing = found.objections
    assert (price.kind, price.response, price.wording, price.stage, price.mood, price.ms) == (
        "price",
        "split",
        1,
        "opening",
        Mood.ANGRY,
        40,
    )
    assert (timing.kind, timing.text, timing.result) == ("timing", "the dog", Result.SETTLED)
    assert found.open == (price,)
    assert (found.value, found.self_rating) == (12.5, 4)


@pytest.mark.parametrize(("earlier", "later"), [("opening", "discovery"), ("hear", "own"), ("fix", "verify")])
def test_stages_are_ranked_as_they_come(earlier: str, later: str) -> None:
    assert 0 < stage_rank(earlier) < stage_rank(later) <= stage_rank("wrap_up")


def test_own_stages_lie_between_the_ones_around_them() -> None:
    order = ("opening", "tour", "lunch", "close")
    ranks = [stage_rank(stage, order) for stage in order]
    assert ranks == sorted(set(ranks))
    assert stage_rank("nowhere", order) == 0
    assert set(STAGES) - {"objection"} <= {stage for stage in STAGES if stage_rank(stage)}
