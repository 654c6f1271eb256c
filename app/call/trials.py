"""Runs playbook tests: plays each through the real engine, compares, and keeps account of what was reached."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from app.call import events as ev
from app.call.events import HelpLevel
from app.call.live_call import LiveCall
from app.call.rehearsal import NoJournal, SteppedClock
from app.call.script import ScriptedCaller, WhenReader, all_lines, no_dates
from app.call.script_words import ScriptSlip
from app.call.trial_file import Trial
from app.call.wording import read_value
from app.playbook.model import FactType, Playbook
from app.playbook.nearest import nearest
from app.playbook.source import Source
from app.playbook.vocabulary import Label

EXHAUSTED = "exhausted"
_TRUTHS = {"true": True, "false": False}


@dataclass(frozen=True, slots=True)
class TrialResult:
    """What came of one test. ``call`` is as far as it went; ``slip`` is the step that could not be taken."""

    trial: Trial
    call: LiveCall
    failures: tuple[Label, ...] = ()
    slip: ScriptSlip | None = None

    @property
    def passed(self) -> bool:
        """Whether everything was as expected."""
        return not self.failures and self.slip is None


@dataclass(slots=True)
class Coverage:
    """Lines shown, responses (and ``objection.exhausted``) shown and outcomes recorded, by full name."""

    lines: set[str] = field(default_factory=set)
    responses: set[str] = field(default_factory=set)
    outcomes: set[str] = field(default_factory=set)

    def add(self, call: LiveCall) -> None:
        """Counts what ``call`` reached."""
        for event in call.events:
            what = event.what
            if isinstance(what, ev.LineShown):
                self.lines.add(what.line)
            elif isinstance(what, ev.ResponseShown):
                self.responses.add(f"{what.objection}.{what.response or EXHAUSTED}")
            elif isinstance(what, ev.OutcomeRecorded):
                self.outcomes.add(what.outcome)

    def missed(self, playbook: Playbook) -> Coverage:
        """What ``playbook`` has and was not reached."""
        return Coverage(
            set(all_lines(playbook)) - self.lines,
            set(responses_of(playbook)) - self.responses,
            {one.id for one in playbook.outcomes} - self.outcomes,
        )


def responses_of(playbook: Playbook) -> list[str]:
    """Full names of every response, and ``objection.exhausted`` where the author wrote one."""
    found: list[str] = []
    for objection in playbook.objections:
        found.extend(response.ref for response in objection.responses)
        if objection.exhausted is not None:
            found.append(f"{objection.id}.{EXHAUSTED}")
    return found


def rehearse(
    playbook: Playbook, source: Source, trial: Trial, seed: int = 1
) -> tuple[LiveCall, SteppedClock]:
    """A call that nobody records, for ``trial``, at its first line."""
    clock = SteppedClock()
    call = LiveCall.start(
        playbook=playbook,
        source=source,
        lead=trial.lead,
        rep=trial.rep,
        terms=trial.terms,
        help=HelpLevel.FULL,
        journal=NoJournal(),
        clock=clock,
        seed=seed,
    )
    return call, clock


def run_trial(
    playbook: Playbook, source: Source, trial: Trial, read_when: WhenReader = no_dates
) -> TrialResult:
    """Plays one test from hello and compares what is with what should be."""
    call, clock = rehearse(playbook, source, trial)
    caller = ScriptedCaller(call, read_when)
    for number, step in enumerate(trial.steps, 1):
        clock.go_on()
        try:
            caller.take(number, step)
        except ScriptSlip as slip:
            return TrialResult(trial, call, slip=slip)
    return TrialResult(trial, call, tuple(unmet(trial, call)))


def unmet(trial: Trial, call: LiveCall) -> Iterator[Label]:
    """Every expectation that does not hold, in words."""
    expect, state = trial.expect, call.state
    if expect.at is not None and state.spoken_line != expect.at:
        yield Label(
            f"expected to be at '{expect.at}', but the call is at '{state.spoken_line}'.",
            f"čekalo se „{expect.at}“, ale hovor je u „{state.spoken_line}“.",
        )
    said = {*state.done, *state.used_responses, *state.stories_told, *_exhausted(call)}
    yield from _unknown_names(call.playbook, (*expect.said, *expect.not_said))
    for name in expect.said:
        if name not in said:
            yield Label(f"expected '{name}' to be said; it was not.", f"mělo zaznít „{name}“; nezaznělo.")
    for name in expect.not_said:
        if name in said:
            yield Label(f"'{name}' should not have been said.", f"„{name}“ nemělo zaznít.")
    yield from _wrong_facts(trial, call)
    recorded = state.outcome.outcome if state.outcome else ""
    if expect.outcome is not None and recorded != expect.outcome:
        yield Label(
            f"expected the outcome '{expect.outcome}', but it is '{recorded or 'none'}'.",
            f"čekal se výsledek „{expect.outcome}“, ale je „{recorded or 'žádný'}“.",
        )


def _exhausted(call: LiveCall) -> Iterator[str]:
    for event in call.events:
        if isinstance(event.what, ev.ResponseShown) and event.what.response is None:
            yield f"{event.what.objection}.{EXHAUSTED}"


def _unknown_names(playbook: Playbook, names: Iterable[str]) -> Iterator[Label]:
    known = [*all_lines(playbook), *responses_of(playbook), *(story.id for story in playbook.stories)]
    for name in names:
        if name not in known:
            near = nearest(name, known)
            yield Label(
                f"nothing here is called '{name}'." + (f" Did you mean '{near}'?" if near else ""),
                f"„{name}“ tu neexistuje." + (f" Nemělo tam být „{near}“?" if near else ""),
            )


def _wrong_facts(trial: Trial, call: LiveCall) -> Iterator[Label]:
    known = call.state.facts
    for name, written in trial.expect.facts.items():
        fact = call.playbook.facts.get(name)
        if fact is None:
            near = nearest(name, call.playbook.facts)
            yield Label(
                f"no fact is called '{name}'." + (f" Did you mean '{near}'?" if near else ""),
                f"údaj „{name}“ neexistuje." + (f" Neměl to být „{near}“?" if near else ""),
            )
            continue
        is_truth = fact.type is FactType.YES_NO and written in _TRUTHS
        wanted = _TRUTHS[written] if is_truth else read_value(fact, written)
        if wanted is None and written:
            yield Label(f"'{written}' is no value of {name}.", f"„{written}“ není hodnota údaje {name}.")
        elif known.get(name) != wanted:
            found = known.get(name, "?")
            yield Label(
                f"expected {name} to be '{written}', but it is '{found}'.",
                f"údaj {name} měl být „{written}“, ale je „{found}“.",
            )
