"""Marks that the key log can prove, each with the event that proves it; a trainer may correct them with a reason."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from app.call import events as ev
from app.call.course import fold
from app.call.events import Event, Step
from app.call.moves import ask_target
from app.call.standing import kept_events
from app.call.state import State
from app.playbook.model import Playbook
from app.playbook.vocabulary import OUTCOMES, Label, Mood
from app.review.scorecard import Criterion, Scale, Scorecard
from app.review.scoring import Mark

__all__ = ["LINES_AFTER_INTEREST", "Proof", "computed", "kept_events", "observed"]

LINES_AFTER_INTEREST = 2


@dataclass(frozen=True, slots=True)
class Proof:
    """A computed mark and the numbers (``seq``) of the events that prove it; ``counted`` of ``of`` explains it."""

    mark: Mark
    events: tuple[int, ...]
    counted: int
    of: int


@dataclass(frozen=True, slots=True)
class _Call:
    playbook: Playbook
    events: tuple[Event, ...]
    state: State


def computed(card: Scorecard, playbook: Playbook, events: Sequence[Event]) -> dict[str, Proof]:
    """The marks that the record of a call proves, by criterion; where nobody was reached, none of them applies."""
    call = _Call(playbook, kept_events(events), fold(events).state)
    reached, found = _was_reached(call), {}
    for criterion in card.criteria:
        rule = _RULES.get(criterion.computed)
        if rule is not None:
            found[criterion.id] = rule(call, criterion) if reached else _nothing(criterion)
    return found


def observed(rule: str, playbook: Playbook, events: Sequence[Event]) -> Proof | None:
    """What the record of a call proves by one rule alone, graded 0-1-2; ``None`` where no rule is called so."""
    found = _RULES.get(rule)
    if found is None:
        return None
    criterion = Criterion(rule, Label(rule, rule), Scale.THREE, 1, ())
    return found(_Call(playbook, kept_events(events), fold(events).state), criterion)


def _was_reached(call: _Call) -> bool:
    """Whether the rep came to speak with whom the call was for, as far as an outcome says."""
    recorded = _recorded(call)
    word = OUTCOMES.get(recorded[1].outcome) if recorded is not None else None
    return word is None or word.reach


def _recorded(call: _Call) -> tuple[int, ev.OutcomeRecorded] | None:
    """The outcome that holds, and the number of its event."""
    for one in reversed(call.events):
        if isinstance(one.what, ev.OutcomeRecorded):
            return one.seq, one.what
    return None


def _nothing(criterion: Criterion) -> Proof:
    """There is nothing to count, so the criterion does not apply."""
    return Proof(Mark(criterion.id, None, criterion.na_when), (), 0, 0)


def _graded(criterion: Criterion, counted: int, of: int, events: Sequence[int]) -> Proof:
    """All is the best mark, at least half the middle one, less is nothing; none to count does not apply."""
    if of == 0:
        return _nothing(criterion)
    top = criterion.scale.top
    value = top if counted == of else 1 if criterion.scale is Scale.THREE and counted * 2 >= of else 0
    return Proof(Mark(criterion.id, value), tuple(events), counted, of)


def _must_asks(call: _Call, criterion: Criterion) -> Proof:
    musts = {line.ref for stage in call.playbook.stages for line in stage.lines if line.must}
    asked = {
        event.what.line: event.seq
        for event in call.events
        if isinstance(event.what, ev.Answered | ev.LineDone) and event.what.line in musts
    }
    return _graded(criterion, len(asked), len(musts), sorted(asked.values()))


def _raisings(call: _Call) -> list[list[Event]]:
    """The events of each raising of an objection, from raised to ended."""
    runs: list[list[Event]] = []
    open_runs: list[list[Event]] = []
    for event in call.events:
        what = event.what
        if isinstance(what, ev.ObjectionRaised):
            runs.append([])
            open_runs.append(runs[-1])
        if open_runs and isinstance(
            what, ev.ObjectionRaised | ev.ObjectionStepDone | ev.ResponseShown | ev.ObjectionEnded
        ):
            open_runs[-1].append(event)
        if open_runs and isinstance(what, ev.ObjectionEnded):
            open_runs.pop()
    return runs


def _asked_before_answering(call: _Call, criterion: Criterion) -> Proof:
    """An objection was asked about before the first response came up."""
    answered = [run for run in _raisings(call) if any(isinstance(one.what, ev.ResponseShown) for one in run)]
    good = [run for run in answered if (place := _asked_at(run)) is not None and place < _answered_at(run)]
    return _graded(criterion, len(good), len(answered), [run[0].seq for run in good])


def _asked_at(run: Sequence[Event]) -> int | None:
    done = (
        one.seq for one in run if isinstance(one.what, ev.ObjectionStepDone) and one.what.step is Step.ASK
    )
    return next(done, None)


def _answered_at(run: Sequence[Event]) -> int:
    return next(one.seq for one in run if isinstance(one.what, ev.ResponseShown))


def _objections_checked(call: _Call, criterion: Criterion) -> Proof:
    """An objection ended from the check step."""
    runs = [run for run in _raisings(call) if isinstance(run[-1].what, ev.ObjectionEnded)]
    good = [run for run in runs if any(_to_check(one) for one in run)]
    return _graded(criterion, len(good), len(runs), [run[-1].seq for run in good])


def _to_check(event: Event) -> bool:
    return isinstance(event.what, ev.ObjectionStepDone) and event.what.then is Step.CHECK


def _interest_then_ask(call: _Call, criterion: Criterion) -> Proof:
    """After a tap of interest the ask came within two lines (2), later (1), or never (0)."""
    target = ask_target(call.playbook, call.state)
    tapped = next(
        (
            one
            for one in call.events
            if isinstance(one.what, ev.MoodTapped) and one.what.mood is Mood.INTERESTED
        ),
        None,
    )
    if tapped is None or target is None:
        return _nothing(criterion)
    later = [one for one in call.events if one.seq > tapped.seq]
    asked = next((one for one in later if _is_at(one, target.ref)), None)
    if asked is None:
        return Proof(Mark(criterion.id, 0), (tapped.seq,), 0, 1)
    lines = sum(1 for one in later if one.seq < asked.seq and isinstance(one.what, ev.LineDone | ev.Answered))
    value = (
        criterion.scale.top if lines <= LINES_AFTER_INTEREST else 1 if criterion.scale is Scale.THREE else 0
    )
    return Proof(Mark(criterion.id, value), (tapped.seq, asked.seq), int(lines <= LINES_AFTER_INTEREST), 1)


def _is_at(event: Event, ref: str) -> bool:
    return isinstance(event.what, ev.LineShown) and event.what.line == ref


def _dated_step(call: _Call, criterion: Criterion) -> Proof:
    """A step with a date and a person (2), with one of them (1); an honest no counts like a step."""
    recorded = _recorded(call)
    if recorded is None:
        return _nothing(criterion)
    seq, what = recorded
    step = call.state.next_step
    dated, person = bool(what.when or step.when), bool(what.who or step.who)
    honest_no = bool(what.reason)
    counted = 2 if honest_no else int(dated) + int(person)
    return _graded(criterion, counted, 2, [seq])


_Rule = Callable[[_Call, Criterion], Proof]
_RULES: dict[str, _Rule] = {
    "must_asks": _must_asks,
    "asked_before_answering": _asked_before_answering,
    "objections_checked": _objections_checked,
    "interest_then_ask": _interest_then_ask,
    "dated_step": _dated_step,
    "check_date": _dated_step,
}
COMPUTED = frozenset(_RULES)
"""Names that a card may put under ``computed``; the same as ``scorecard.COMPUTED``, which a test holds to it."""
