"""Random callers find what is wrong, shrink it, and repeat with their seed."""

from __future__ import annotations

import pytest

from app.call.script import ScriptedCaller
from app.call.trial_file import Walks
from app.call.trials import rehearse
from app.call.walks import Ill, WalkFailure, outcome_details, walk_all
from app.playbook.model import Answer, Fact, FactType, Outcome, Playbook, Stage, WayOn
from app.playbook.problems import Place
from app.playbook.vocabulary import Ask, OutcomeGroup
from tests.builders import SOURCE, ask, begin, mill_playbook, outcome, say

PLACE = Place("", 1, 1, 2)


def _walked(playbook: Playbook, runs: int = 30, seed: int = 7) -> tuple[WalkFailure, ...]:
    return walk_all(playbook, SOURCE, Walks(runs, seed, PLACE))


def _book(*stages: Stage) -> Playbook:
    return Playbook("p", "en", stages, outcomes=(outcome("no_answer"),))


def _round() -> Playbook:
    """Whoever says "again" can never leave."""
    start = Stage(
        "start",
        "Start",
        (
            say("start.hello", "Hello."),
            ask("start.way", "Which way?", answers=(Answer("on", "on"), Answer("again", "again", to="loop"))),
        ),
        next=(WayOn("wrap_up"),),
    )
    loop = Stage("loop", "Loop", (say("loop.one", "One."), say("loop.two", "Two.")), next=(WayOn("loop"),))
    return _book(start, loop)


def test_a_sound_playbook_has_nothing_wrong() -> None:
    assert _walked(mill_playbook(), runs=60) == ()


def test_a_loop_is_found_and_shrunk() -> None:
    (failure,) = _walked(_round())
    assert failure.ill is Ill.LOOP
    assert failure.at.startswith("loop.")
    assert failure.trial is not None
    assert 4 <= len(failure.trial.steps) <= 6
    assert "start.way.again" in failure.trial.steps
    assert "keeps coming back" in failure.words.en


def test_a_dead_end_is_found_and_shrunk() -> None:
    start = Stage(
        "start",
        "Start",
        (
            ask("start.way", "Which?", answers=(Answer("on", "on"), Answer("off", "off", to="end_of_road"))),
            say("start.bye", "Bye."),
        ),
        next=(WayOn("wrap_up"),),
    )
    end = Stage(
        "end_of_road",
        "End",
        (say("end_of_road.never", "Never.", when="known(nothing)"),),
        next=(WayOn("end_of_road"),),
    )
    (failure,) = _walked(_book(start, end))
    assert (failure.ill, failure.at) == (Ill.DEAD_END, "start.way")
    assert failure.trial is not None
    assert failure.trial.steps == ("start.way.off",)


def test_a_question_that_nobody_meets_is_told() -> None:
    stage = Stage(
        "start",
        "Start",
        (say("start.hello", "Hello."), ask("start.must", "Must?", must=True, when="known(nothing)")),
    )
    (failure,) = _walked(_book(stage))
    assert (failure.ill, failure.at) == (Ill.MUST_NEVER_MET, "start.must")


def test_a_call_that_no_outcome_can_close_is_told() -> None:
    stage = Stage("start", "Start", (say("start.hello", "Hello."),))
    (failure,) = _walked(Playbook("p", "en", (stage,)), runs=2)
    assert failure.ill is Ill.NO_OUTCOME


def test_walks_repeat_with_their_seed() -> None:
    assert _walked(_round(), seed=3) == _walked(_round(), seed=3)
    assert _walked(_round(), runs=0) == ()


def test_the_shrunk_steps_can_be_taken_again() -> None:
    playbook = _round()
    (failure,) = _walked(playbook)
    assert failure.trial is not None
    call, _ = rehearse(playbook, SOURCE, failure.trial)
    ScriptedCaller(call).take_all(failure.trial.steps)
    assert call.state.line == failure.at


@pytest.mark.parametrize("kind", list(FactType))
def test_any_required_fact_can_be_made_up(kind: FactType) -> None:
    fact = Fact("x", "X", kind, min=2, options={"a": "A"})
    own = Outcome("own", OutcomeGroup.OPEN, "Own", tuple(Ask), ("x",))
    stage = Stage("start", "Start", (ask("start.x", "X?", fact="x"),))
    call = begin(Playbook("p", "en", (stage,), facts={"x": fact}, outcomes=(own,)))
    ScriptedCaller(call).take(1, f"outcome own {outcome_details(call, 'own')}")
    assert call.state.outcome is not None


def test_random_answers_fit_the_facts() -> None:
    facts = {
        kind.value: Fact(kind.value, kind.value, kind, min=2, max=9, options={"a": "A"}) for kind in FactType
    }
    lines = tuple(ask(f"start.{kind.value}", "?", fact=kind.value) for kind in FactType)
    playbook = Playbook(
        "p", "en", (Stage("start", "Start", lines),), facts=facts, outcomes=(outcome("no_answer"),)
    )
    assert _walked(playbook, runs=20) == ()
