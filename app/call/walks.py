"""Seeded random callers that look for what no test thought of: dead ends, loops, calls without an outcome.

A failing walk is shrunk by leaving out steps one after another as long as the same thing still goes wrong (after the
idea of delta debugging: Zeller and Hildebrandt, *Simplifying and isolating failure-inducing input*, IEEE TSE 28(2),
2002), so that what is left is short and can be pasted as a test.
"""

# ruff: noqa: S311 -- repeatable walks, no secrets

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from app.call.live_call import LiveCall
from app.call.people import CallTerms, LeadCard, RepCard
from app.call.prompt import Phase, Prompt, Question, Showing
from app.call.script import ScriptedCaller, no_dates
from app.call.script_words import ScriptSlip
from app.call.state import State
from app.call.trial_file import Expectation, Trial, Walks
from app.call.trials import rehearse
from app.playbook.model import WRAP_UP, FactType, Playbook
from app.playbook.problems import Place
from app.playbook.source import Source
from app.playbook.vocabulary import Ask, Label, Mood

MOST_STEPS = 400
"""A call that has not ended by then goes round and round."""
_PLACE = Place("", 1, 1, 2)
_RANDOM_LEADS = (
    LeadCard(first_name="Ana", last_name="Sample", company="Sample Mill", source="web", page="our page"),
    LeadCard(),
)


class Ill(StrEnum):
    """What may go wrong on a walk."""

    DEAD_END = "dead_end"
    LOOP = "loop"
    NO_OUTCOME = "no_outcome"
    MUST_NEVER_MET = "must_never_met"


_ILLS = {
    Ill.DEAD_END: Label(
        "the call comes to a dead end: after '{at}' there is no line to go on with.",
        "hovor skončí ve slepé uličce: po „{at}“ není čím pokračovat.",
    ),
    Ill.LOOP: Label(
        "the call goes round and round: it keeps coming back to '{at}'.",
        "hovor se točí dokola: stále se vrací k „{at}“.",
    ),
    Ill.NO_OUTCOME: Label(
        "the call ends, but no outcome can be recorded.", "hovor skončí, ale nelze zapsat žádný výsledek."
    ),
    Ill.MUST_NEVER_MET: Label(
        "no caller ever met the required question '{at}'.",
        "žádný z volajících nenarazil na povinnou otázku „{at}“.",
    ),
}


@dataclass(frozen=True, slots=True)
class WalkFailure:
    """What went wrong, and a test with the shortest steps found that show it; ``run`` counts walks from 1."""

    ill: Ill
    at: str
    run: int
    seed: int
    trial: Trial | None = None

    @property
    def words(self) -> Label:
        """What went wrong, in a sentence."""
        label = _ILLS[self.ill]
        return Label(label.en.format(at=self.at), label.cs.format(at=self.at))


@dataclass(frozen=True, slots=True)
class _Walked:
    steps: tuple[str, ...]
    ill: Ill | None
    at: str
    met: frozenset[str]


def walk_all(playbook: Playbook, source: Source, walks: Walks) -> tuple[WalkFailure, ...]:
    """Lets ``walks.runs`` random callers call; each kind of failure is reported once per place, shrunk."""
    failures: dict[tuple[Ill, str], WalkFailure] = {}
    met: set[str] = set()
    for run in range(1, walks.runs + 1):
        trial = _trial(run)
        walked = _walk(playbook, source, trial, random.Random(f"{walks.seed}:{run}"))
        met |= walked.met
        if walked.ill is not None and (walked.ill, _where(walked)) not in failures:
            steps = shrunk(playbook, source, trial, walked.steps, walked.ill, walked.at)
            shown = replace(trial, steps=steps)
            failures[walked.ill, _where(walked)] = WalkFailure(walked.ill, walked.at, run, walks.seed, shown)
    found = list(failures.values())
    if walks.runs:
        found.extend(
            WalkFailure(Ill.MUST_NEVER_MET, line.ref, walks.runs, walks.seed)
            for stage in playbook.stages
            for line in stage.lines
            if line.must and line.ref not in met
        )
    return tuple(found)


def _where(walked: _Walked) -> str:
    """What makes failures the same: the line, or for a loop the stage it goes round in."""
    return walked.at.partition(".")[0] if walked.ill is Ill.LOOP else walked.at


def _trial(run: int) -> Trial:
    """Callers take turns at being known, and at being recorded."""
    terms = CallTerms(recorded=run % 3 == 0)
    lead = _RANDOM_LEADS[run % len(_RANDOM_LEADS)]
    return Trial("", lead, terms, RepCard(name="Rep"), (), Expectation(), _PLACE)


def _walk(playbook: Playbook, source: Source, trial: Trial, draw: random.Random) -> _Walked:
    call, clock = rehearse(playbook, source, trial, draw.randrange(1, 2**31))
    caller = ScriptedCaller(call)
    steps: list[str] = []
    seen: list[tuple[object, ...]] = []
    while call.state.phase is Phase.TALK and len(steps) < MOST_STEPS:
        if call.prompt.showing is Showing.DEAD_END:
            return _Walked(tuple(steps), Ill.DEAD_END, _last_line(call), call.state.shown)
        seen.append(signature(call.state))
        step = random_step(call, draw)
        clock.go_on()
        try:
            caller.take(len(steps) + 1, step)
        except ScriptSlip:
            continue
        steps.append(step)
    if call.state.phase is Phase.TALK:
        return _Walked(*_first_round(steps, seen), call.state.shown)
    ill = None if recorded_somehow(caller, draw) else Ill.NO_OUTCOME
    return _Walked(tuple(steps), ill, "", call.state.shown)


def _last_line(call: LiveCall) -> str:
    done = [event.what for event in call.events if hasattr(event.what, "line")]
    lines = [str(what.line) for what in done if what.line not in (WRAP_UP, "dead_end")]
    return lines[-1] if lines else ""


def signature(state: State) -> tuple[object, ...]:
    """What decides how a call can go on; the same twice means that it went round."""
    facts = tuple(sorted((name, str(value)) for name, value in state.facts.items()))
    return (state.line, state.frames, facts, state.mood, state.used_responses, state.done)


def _first_round(
    steps: Sequence[str], seen: Sequence[tuple[object, ...]]
) -> tuple[tuple[str, ...], Ill, str]:
    """The steps up to the first moment that was there before."""
    places: dict[tuple[object, ...], int] = {}
    for place, one in enumerate(seen[: len(steps)]):
        if one in places and place - places[one] >= 1:
            return tuple(steps[:place]), Ill.LOOP, str(one[0])
        places[one] = place
    return tuple(steps), Ill.LOOP, str(seen[-1][0])


def random_step(call: LiveCall, draw: random.Random) -> str:
    """One believable thing to happen now, as a step of a script."""
    prompt = call.prompt
    chance = draw.random()
    if prompt.objection is not None:
        return draw.choice(("settled", "settled", "open", "next", "final"))
    if prompt.line == WRAP_UP:
        return "hang up"
    if chance < 0.06 and call.playbook.objections:
        objection = draw.choice(call.playbook.objections).id
        return (
            f"objection {objection} {draw.choice(('settled', 'settled', 'open', 'exhausted open', 'final'))}"
        )
    if chance < 0.12:
        return f"mood {draw.choice(tuple(Mood)).value}"
    if chance < 0.14 and call.events[-1].seq > 3:
        return "undo"
    if chance < 0.18 and prompt.showing is Showing.LINE:
        return "skip"
    line = call.state.spoken_line
    if prompt.question is None or prompt.question.known is not None:
        return line
    return _answer(call.playbook, prompt, prompt.question, line, draw)


def _answer(playbook: Playbook, prompt: Prompt, question: Question, line: str, draw: random.Random) -> str:
    if question.options:
        return f"{line}.{draw.choice(question.options).id}"
    return f"{line} = {_words_for(playbook, prompt.line, draw)}"


def _words_for(playbook: Playbook, line_ref: str, draw: random.Random) -> str:
    line = playbook.line(line_ref)
    fact = playbook.facts.get(line.fact or "") if line else None
    if fact is None:
        return draw.choice(("yes", "about that", "I do not know"))
    if fact.type in (FactType.NUMBER, FactType.MONEY):
        low = fact.min if fact.min is not None else 0
        high = fact.max if fact.max is not None else low + 100
        return str(draw.randint(int(low), max(int(low), int(high))))
    if fact.type is FactType.YES_NO:
        return draw.choice(("yes", "no"))
    if fact.type is FactType.CHOICE:
        return draw.choice(tuple(fact.options) or ("other",))
    return "2026-03-02" if fact.type is FactType.DATE else draw.choice(("something", "hard to say"))


def recorded_somehow(caller: ScriptedCaller, draw: random.Random) -> bool:
    """Records the proposed outcome or another one; whether any could be recorded."""
    call = caller.call
    for choice in call.outcomes():
        if not choice.proposed and draw.random() < 0.5:
            continue
        if _recorded(caller, choice.id):
            return True
    return any(_recorded(caller, choice.id) for choice in call.outcomes())


def _recorded(caller: ScriptedCaller, outcome: str) -> bool:
    try:
        caller.take(1, f"outcome {outcome} {outcome_details(caller.call, outcome)}".strip())
    except ScriptSlip:
        return False
    return True


def outcome_details(call: LiveCall, outcome: str) -> str:
    """Made-up details for everything that ``outcome`` requires, as they are written in a step."""
    choice = next((one for one in call.outcomes() if one.id == outcome), None)
    if choice is None:
        return ""
    details = [_DETAILS[Ask(ask)] for ask in choice.requires]
    details.extend(f"{name}={_fact_words(call.playbook, name)}" for name in choice.missing_facts)
    return " ".join(details)


def _fact_words(playbook: Playbook, name: str) -> str:
    fact = playbook.facts[name]
    if fact.type in (FactType.NUMBER, FactType.MONEY):
        return str(int(fact.min) if fact.min is not None else 1)
    if fact.type is FactType.YES_NO:
        return "yes"
    if fact.type is FactType.CHOICE:
        return next(iter(fact.options), "other")
    return "2026-03-02" if fact.type is FactType.DATE else "something"


_DETAILS = {
    Ask.WHEN: "when=2026-03-02T10:00",
    Ask.WHO: "who=Ana",
    Ask.WHAT: "what=visit",
    Ask.VALUE: "value=1000",
    Ask.REASON: "reason=price",
    Ask.NOTE: "note=none",
}


def shrunk(
    playbook: Playbook, source: Source, trial: Trial, steps: Sequence[str], ill: Ill, at: str
) -> tuple[str, ...]:
    """The steps with everything left out that is not needed for the same failure."""
    best = tuple(steps)
    size = max(1, len(best) // 2)
    while True:
        place = 0
        while place < len(best):
            shorter = (*best[:place], *best[place + size :])
            taken = _fails_alike(playbook, source, trial, shorter, ill, at)
            if taken is not None and len(taken) < len(best):
                best = taken
            else:
                place += size
        if size == 1:
            return best
        size = max(1, size // 2)


def _fails_alike(
    playbook: Playbook, source: Source, trial: Trial, steps: Sequence[str], ill: Ill, at: str
) -> tuple[str, ...] | None:
    """The steps that could be taken, if they lead to the same failure."""
    call, _ = rehearse(playbook, source, trial)
    caller = ScriptedCaller(call, no_dates)
    taken: list[str] = []
    seen = [signature(call.state)]
    for step in steps:
        try:
            caller.take(len(taken) + 1, step)
        except ScriptSlip:
            continue
        taken.append(step)
        seen.append(signature(call.state))
    if ill is Ill.DEAD_END:
        same = call.prompt.showing is Showing.DEAD_END and _last_line(call) == at
    elif ill is Ill.LOOP:
        same = seen[-1] in seen[:-1] and call.state.line == at
    else:
        same = call.state.phase is Phase.WRAP_UP and not any(
            _recorded(caller, one.id) for one in call.outcomes()
        )
    return tuple(taken) if same else None
