"""What is counted for a plan, when it is overdue, and what is said of calls before and after."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from uuid import UUID

import pytest

from app.call.events import OutcomeRecorded
from app.call.live_call import LiveCall
from app.review.coaching import (
    Agreed,
    Choice,
    PastCall,
    PlanStep,
    Standing,
    StepHow,
    Target,
    TargetKind,
    choices,
    in_order,
    read_target,
)
from app.review.desk import Feedback, GivenMark, Review, ReviewDraft
from app.review.effect import LEAST_CALLS, Effect, effect, marked, occasion, trails
from app.review.intervals import difference, share
from app.review.scoring import Basis, Mark
from tests.builders import begin, mill_playbook
from tests.fakes import START
from tests.review.test_scorecard import shipped

TODAY = START.date()
MUST = Target(TargetKind.LINE, "discovery.hours")


def agreed(number: int = 1, *marks: tuple[str, int], day: int = 0, **feedback: object) -> Agreed:
    """A review of call ``number``, sent on a day."""
    words = Feedback(**{"plan": "ask first", "due": "2026-12-01", **feedback})  # type: ignore[arg-type]
    given = tuple(GivenMark(Mark(name, value)) for name, value in marks)
    draft = ReviewDraft(UUID(int=number), "trainer", "rev", Basis.HEARD, given, feedback=words)
    sent = START + timedelta(days=day)
    return Agreed(Review(UUID(int=900 + number), sent, draft), "mill", "Baker", sent - timedelta(hours=1))


def past(*numbers: int) -> tuple[PastCall, ...]:
    return tuple(PastCall(UUID(int=number), START, "Baker") for number in numbers)


def measured(before: Sequence[bool | None], after: Sequence[bool | None]) -> Effect:
    """The effect where calls show these."""
    told = dict(enumerate((*before, *after), start=100))
    first = past(*range(100, 100 + len(before)))
    then = past(*range(100 + len(before), 100 + len(told)))
    return effect(agreed(), first, then, lambda call: told[call.call.int])


def test_a_target_is_kept_as_text_and_read_back() -> None:
    assert read_target(MUST.written) == MUST
    assert read_target("") is None
    assert read_target("rule:") is None
    assert read_target("weather:fine") is None


def test_to_choose_from_are_rules_required_lines_and_criteria_that_no_rule_proves() -> None:
    found = choices(shipped(), mill_playbook())
    kinds = [one.target.kind for one in found]
    assert kinds == sorted(kinds, key=[TargetKind.RULE, TargetKind.LINE, TargetKind.CRITERION].index)
    assert MUST in [one.target for one in found]
    named = {one.target.of for one in found if one.target.kind is TargetKind.CRITERION}
    assert "tone_fitted" in named
    assert "must_asks" not in named
    assert all(isinstance(one, Choice) and one.label.en and one.label.cs for one in found)


def at_hours() -> LiveCall:
    call = begin()
    call.done()
    call.pick(1)
    return call


def test_a_call_shows_a_line_only_where_it_got_to_its_stage() -> None:
    playbook = mill_playbook()
    short, missed, asked = begin(), at_hours(), at_hours()
    asked.pick(2)
    assert [occasion(MUST, playbook, one.events) for one in (short, missed, asked)] == [None, False, True]
    later = replace(playbook, renames={"discovery.size": "discovery.hours"})
    assert occasion(Target(TargetKind.LINE, "discovery.size"), later, asked.events) is True
    assert occasion(Target(TargetKind.LINE, "nowhere.at_all"), playbook, asked.events) is None


def test_a_rule_is_met_in_full_or_not_and_gives_no_occasion_where_nothing_was_to_do() -> None:
    playbook, rule = mill_playbook(), Target(TargetKind.RULE, "dated_step")
    call = at_hours()
    assert occasion(rule, playbook, call.events) is None
    call.record(OutcomeRecorded("callback", when="2026-12-01"))
    assert occasion(rule, playbook, call.events) is False
    no = at_hours()
    no.record(OutcomeRecorded("not_interested", reason="price"))
    assert occasion(rule, playbook, no.events) is True
    assert occasion(Target(TargetKind.RULE, "unheard_of"), playbook, no.events) is None
    assert occasion(Target(TargetKind.CRITERION, "tone_fitted"), playbook, no.events) is None


def test_before_and_after_are_compared_once_each_side_has_enough_occasions() -> None:
    few = measured([True, None, False], [True] * 20)
    assert (few.before.hits, few.before.n, few.after.n, few.change) == (1, 2, 20, None)
    enough = measured([True] * 2 + [False] * 8 + [None] * 9, [True] * LEAST_CALLS)
    assert enough.change == difference(share(10, 10), share(2, 10))
    assert enough.change is not None
    assert enough.change.clear


def test_the_tries_are_the_first_occasions_since() -> None:
    found = measured([], [None, True, False, None, True, True])
    assert [one.done for one in found.tries] == [True, False, True]


def test_the_call_that_it_was_agreed_on_counts_for_neither_side() -> None:
    found = effect(agreed(), past(1, 2, 3), past(1, 4), lambda _: True)
    assert (found.before.n, found.after.n) == (2, 1)


def test_marks_are_counted_on_one_basis_in_one_playbook_the_newest_review_of_a_call_first() -> None:
    plan = agreed(1, ("tone_fitted", 0), target="criterion:tone_fitted")
    newest, older = agreed(2, ("tone_fitted", 2), day=3), agreed(2, ("tone_fitted", 0), day=2)
    record = replace(
        agreed(3, day=4),
        review=replace(agreed(3).review, draft=replace(agreed(3).review.draft, basis=Basis.RECORD_ONLY)),
    )
    other = replace(agreed(4, ("tone_fitted", 2), day=4), playbook="renewal")
    partly = agreed(5, ("tone_fitted", 1), day=5)
    found = marked(plan, [newest, older, record, other, partly, plan], shipped())
    assert found == {UUID(int=2): True, UUID(int=5): False, UUID(int=1): False}
    assert marked(agreed(1), [newest], shipped()) == {}


def test_a_trail_follows_the_weak_marks_through_later_reviews() -> None:
    plan = agreed(1, ("tone_fitted", 0), ("must_asks", 2), ("record_fits", 0))
    later = [agreed(2, ("tone_fitted", 2), day=2), agreed(3, ("tone_fitted", 1), day=1)]
    tone, record = trails(plan, later, shipped())
    assert (tone.first, tone.best, [mark for _, mark in tone.later]) == (0, 2, [1, 2])
    assert (record.first, record.best, record.later) == (0, 1, ())


@pytest.mark.parametrize(
    ("steps", "today", "wanted"),
    [
        ((), date(2026, 12, 1), Standing.OPEN),
        ((), date(2026, 12, 2), Standing.OVERDUE),
        ((PlanStep(StepHow.LONGER, "t", START, "2026-12-09"),), date(2026, 12, 2), Standing.OPEN),
        ((PlanStep(StepHow.DROPPED, "t", START),), date(2026, 12, 2), Standing.DROPPED),
        ((PlanStep(StepHow.REACHED, "t", START),), date(2026, 12, 2), Standing.REACHED),
    ],
)
def test_how_a_plan_stands(steps: tuple[PlanStep, ...], today: date, wanted: Standing) -> None:
    assert replace(agreed(), steps=steps).standing(today) is wanted


def test_open_plans_come_first_and_a_date_that_is_none_is_never_over() -> None:
    closed = replace(agreed(2, day=5), steps=(PlanStep(StepHow.REACHED, "t", START),))
    words = agreed(3, day=6, plan="")
    undated = agreed(1, due="soon")
    assert [one.review.id.int for one in in_order([closed, words, undated], TODAY)] == [901, 903, 902]
    assert undated.standing(date(2030, 1, 1)) is Standing.OPEN
