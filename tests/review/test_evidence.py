"""What the key log proves about a call."""

from __future__ import annotations

from app.call.events import Answered, OutcomeRecorded
from app.call.live_call import LiveCall
from app.playbook.vocabulary import Mood
from app.review.evidence import Proof, computed, kept_events
from tests.builders import begin, mill_playbook
from tests.review.test_scorecard import shipped


def proofs(call: LiveCall) -> dict[str, Proof]:
    return computed(shipped(), mill_playbook(), call.events)


def value(call: LiveCall, criterion: str) -> int | None:
    return proofs(call)[criterion].mark.value


def by_rule(rule: str) -> str:
    return next(one.id for one in shipped().criteria if one.computed == rule)


def at_hours() -> LiveCall:
    call = begin()
    call.done()
    call.pick(1)
    return call


def test_musts_asked_are_counted_with_the_events_that_show_it() -> None:
    call = at_hours()
    assert value(call, "must_asks") == 0
    call.pick(2)
    found = proofs(call)["must_asks"]
    assert (found.mark.value, found.counted, found.of) == (1, 1, 2)
    assert [event.kind for event in call.events if event.seq in found.events] == ["answered"]
    call.pick(1)
    assert value(call, "must_asks") == 2
    call.undo()
    assert value(call, "must_asks") == 1


def test_asked_before_answering_is_seen_in_the_steps() -> None:
    rule = by_rule("asked_before_answering")
    call = at_hours()
    assert value(call, rule) is None
    call.raise_objection("price")
    for _ in range(3):
        call.done()
    call.pick(1)
    assert value(call, rule) == 2
    assert value(call, by_rule("objections_checked")) == 2
    call.raise_objection("price")
    call.pick(2)
    assert proofs(call)[by_rule("objections_checked")].counted == 1


def test_interest_wants_an_ask_within_two_lines() -> None:
    rule = by_rule("interest_then_ask")
    quick, late, never = at_hours(), at_hours(), at_hours()
    assert value(quick, rule) is None
    for call in (quick, late, never):
        call.tap_mood(Mood.INTERESTED)
    quick.go_stage(1)
    quick.go_stage(1)
    late.pick(2)
    late.pick(1)
    late.done()
    late.go_stage(1)
    late.go_stage(-1)
    assert (value(quick, rule), value(never, rule)) == (2, 0)
    assert value(late, rule) == 1


def test_a_step_counts_with_date_and_person_and_an_honest_no_counts_too() -> None:
    rule = by_rule("dated_step")
    call = at_hours()
    assert value(call, rule) is None
    call.record(OutcomeRecorded("callback", when="2026-12-01"))
    assert value(call, rule) == 1
    no = at_hours()
    no.record(OutcomeRecorded("not_interested", reason="price"))
    assert value(no, rule) == 2


def test_a_call_that_reached_nobody_is_not_held_against_the_rep() -> None:
    call = begin()
    call.record(OutcomeRecorded("no_answer"))
    assert {proof.mark.value for proof in proofs(call).values()} == {None}
    reached = begin()
    reached.record(OutcomeRecorded("not_interested", reason="price"))
    assert value(reached, "must_asks") == 0


def answered_lines(call: LiveCall) -> list[str]:
    return [event.what.line for event in kept_events(call.events) if isinstance(event.what, Answered)]


def test_undone_acts_do_not_stand_and_brought_back_ones_do() -> None:
    call = at_hours()
    call.pick(2)
    call.undo()
    assert answered_lines(call) == ["opening.time"]
    call.redo()
    assert answered_lines(call) == ["opening.time", "discovery.hours"]
    call.undo()
    assert answered_lines(call) == ["opening.time"]
