"""Made-up calls through the real engine: seeded customers of different temper talk, object, agree or hang up."""

# ruff: noqa: S311 -- repeatable made-up data, no secrets

from __future__ import annotations

import random
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from uuid import UUID

from app.call.events import CallStarted, Event, HelpLevel, How, OutcomeRecorded, Result, Step
from app.call.live_call import LiveCall, OutcomeIncomplete
from app.call.people import CallTerms, LeadCard, RepCard
from app.call.prompt import NextStep, Phase
from app.call.rehearsal import NoJournal, SteppedClock
from app.call.state import DEAD_END, ObjectionFrame
from app.playbook.model import WRAP_UP, Fact, FactType, FactValue, Line, LineKind, Objection, Playbook
from app.playbook.source import Source
from app.playbook.vocabulary import DISQUALIFICATIONS, OUTCOMES, Ask, Mood, OutcomeGroup, ReasonList


@dataclass(frozen=True, slots=True)
class Temper:
    """How a made-up customer is. Shares run from 0 to 1.

    Attributes:
        reached: How often the customer picks up at all.
        objects: How often a line is met with an objection.
        settles: How often an answered objection is settled.
        leaves: How often the customer hangs up at a line.
        moods: Moods that show, the likeliest first.
        seconds: The usual time from key to key.
    """

    reached: float
    objects: float
    settles: float
    leaves: float
    moods: tuple[Mood, ...]
    seconds: float


TEMPERS = (
    Temper(0.75, 0.05, 0.85, 0.003, (Mood.INTERESTED, Mood.RESERVED, Mood.INTERESTED), 9),
    Temper(0.60, 0.12, 0.60, 0.010, (Mood.RESERVED, Mood.UNSURE, Mood.INTERESTED), 11),
    Temper(0.55, 0.22, 0.40, 0.025, (Mood.SCEPTICAL, Mood.RESERVED, Mood.UNSURE), 12),
    Temper(0.50, 0.15, 0.50, 0.030, (Mood.RUSHED, Mood.RUSHED, Mood.SCEPTICAL), 6),
    Temper(0.65, 0.25, 0.25, 0.060, (Mood.ANGRY, Mood.SCEPTICAL, Mood.ANGRY), 13),
)
"""From the warm to the angry one. Guesses, for believable figures only."""
_WEIGHTS = (25, 35, 20, 14, 6)
_UNREACHED = ("no_answer", "busy", "voicemail", "gatekeeper", "wrong_person", "wrong_number")
_UNREACHED_WEIGHTS = (50, 12, 20, 10, 5, 3)
_MOST_KEYS = 160
_UNLISTED = {
    "en": ("my brother-in-law does that", "we are moving premises", "the dog is at the vet"),
    "cs": ("to dělá švagr", "zrovna se stěhujeme", "máme teď inventuru"),
}
_NOTES = {
    "en": ("prefers mornings", "ring the mobile", "two branches", "wants it in writing"),
    "cs": ("radši dopoledne", "volat na mobil", "dvě provozovny", "chce to písemně"),
}
_OWN_WORDS = {
    "en": ("so tell me how you do it today", "and what would that save you", "shall we look at it together"),
    "cs": ("tak jak to děláte dneska", "a co by vám to ušetřilo", "co kdybychom se na to podívali spolu"),
}
_STEPS = {"en": ("a visit", "a look at the data", "an offer"), "cs": ("schůzka", "pohled na data", "nabídka")}
_WORDS = {
    "en": ("hard to say", "about as usual", "it varies"),
    "cs": ("těžko říct", "jako vždycky", "jak kdy"),
}


def some_temper(draw: random.Random) -> Temper:
    """A temper by how common it is."""
    return draw.choices(TEMPERS, _WEIGHTS)[0]


@dataclass(frozen=True, slots=True)
class SampleCall:
    """Who is called, by whom, when and how."""

    lead: LeadCard
    rep: RepCard
    terms: CallTerms
    start: datetime
    temper: Temper
    seed: int


def walked(playbook: Playbook, source: Source, sample: SampleCall) -> tuple[Event, ...]:
    """One whole made-up call; the same sample gives the same call but for its id."""
    draw = random.Random(sample.seed)
    clock = SteppedClock(sample.start)
    call = LiveCall.start(
        playbook=playbook,
        source=source,
        lead=sample.lead,
        rep=sample.rep,
        terms=sample.terms,
        help=draw.choice((HelpLevel.FULL, HelpLevel.CUES, HelpLevel.CUES, HelpLevel.QUIET)),
        journal=NoJournal(),
        clock=clock,
        seed=max(1, sample.seed % 2**31),
        sample=True,
    )
    _Customer(call, clock, draw, sample.temper).talk()
    return call.events


@dataclass(frozen=True, slots=True)
class ToldAgain:
    """The keys of a call that was ``walked``, in another ``call``: other people, another time, a ``pace`` of its own.

    Kept apart from its events, as a million calls are written faster without making each of their events.
    """

    walked: tuple[Event, ...]
    call: UUID
    start: datetime
    started: CallStarted
    pace: float

    @property
    def events(self) -> tuple[Event, ...]:
        """The events of the call."""
        told = []
        for event in self.walked:
            ms = round(event.ms * self.pace)
            what = self.started if event is self.walked[0] else event.what
            at = self.start + timedelta(milliseconds=ms)
            told.append(Event(self.call, event.seq, at, ms, event.cause, what))
        return tuple(told)


def told_again(walked_call: Sequence[Event], call: UUID, sample: SampleCall) -> ToldAgain:
    """The same keys once more; answers stay as they were.

    Only such facts of the lead may differ as no condition asks for; the call keeps its seed and so its wordings.
    """
    pace = random.Random(sample.seed).uniform(0.7, 1.4)
    first = walked_call[0].what
    assert isinstance(first, CallStarted), "a call begins with its start"
    started = replace(first, lead=sample.lead, rep=sample.rep, terms=sample.terms)
    return ToldAgain(tuple(walked_call), call, sample.start, started, pace)


class _Customer:
    """Plays one call to its end."""

    def __init__(self, call: LiveCall, clock: SteppedClock, draw: random.Random, temper: Temper) -> None:
        self._call = call
        self._clock = clock
        self._draw = draw
        self._temper = temper
        self._warm = draw.random() < temper.settles

    def talk(self) -> None:
        """From hello to the recorded outcome."""
        if not self._chance(self._temper.reached):
            self._never_reached()
            return
        for _ in range(_MOST_KEYS):
            if self._call.state.phase is not Phase.TALK:
                break
            self._wait()
            self._one_key()
        self._close()

    def _never_reached(self) -> None:
        known = [code for code in _UNREACHED if self._call.playbook.outcome(code) is not None]
        weights = [_UNREACHED_WEIGHTS[_UNREACHED.index(code)] for code in known]
        self._clock.go_on(self._draw.uniform(8, 35))
        self._call.hang_up()
        self._clock.go_on(4)
        if known:
            self._record(self._draw.choices(known, weights)[0])
        else:
            self._close()

    def _one_key(self) -> None:
        state, draw = self._call.state, self._draw
        if isinstance(state.on_top, ObjectionFrame):
            self._meet(state.on_top)
        elif (state.line in (WRAP_UP, DEAD_END) and state.on_top is None) or self._chance(
            self._temper.leaves
        ):
            self._call.hang_up()
        elif self._chance(0.08):
            self._call.tap_mood(draw.choice(self._temper.moods))
        elif self._chance(self._temper.objects) and state.on_top is None:
            self._object()
        elif self._chance(0.015):
            self._call.write_note(len(state.notes) + 1, draw.choice(self._words(_NOTES)))
        elif self._chance(0.008):
            self._call.flag()
        elif self._chance(0.03):
            self._call.switch_drive()
        elif self._chance(0.02):
            self._call.reword(draw.choice(self._words(_OWN_WORDS)))
        elif self._chance(0.02) and self._call.playbook.stories:
            self._call.tell_story(draw.choice(self._call.playbook.stories).id)
        else:
            self._line()

    def _line(self) -> None:
        line = self._call.playbook.line(self._call.state.spoken_line)
        if line is None or line.kind is LineKind.SAY:
            self._call.done()
        elif self._chance(0.05):
            self._call.skip()
        elif line.answers:
            options = line.answers
            likely = options[: max(1, len(options) // 2)] if self._warm else options
            self._call.answer(self._draw.choice(likely).id)
        else:
            self._call.answer(None, self._free_text(line))

    def _free_text(self, line: Line) -> str:
        fact = self._call.playbook.facts.get(line.fact or "")
        return self._fact_text(fact) if fact else self._draw.choice(self._words(_WORDS))

    def _fact_text(self, fact: Fact) -> str:
        value = self._fact_value(fact)
        if isinstance(value, bool):
            return "yes" if value else "no"
        return str(value)

    def _fact_value(self, fact: Fact) -> FactValue:
        draw = self._draw
        if fact.type in (FactType.NUMBER, FactType.MONEY):
            low = int(fact.min) if fact.min is not None else 1
            high = int(fact.max) if fact.max is not None else low + 20
            return draw.randint(low, max(low, high))
        if fact.type is FactType.YES_NO:
            return self._chance(0.6)
        if fact.type is FactType.DATE:
            return self._ahead().date().isoformat()
        if fact.type is FactType.CHOICE and fact.options:
            return draw.choice(tuple(fact.options))
        return draw.choice(self._words(_WORDS))

    def _object(self) -> None:
        if self._chance(0.06):
            self._call.raise_unlisted(self._draw.choice(self._words(_UNLISTED)))
            return
        here = [one for one in self._call.playbook.objections if self._call.state.stage in one.likely]
        every = self._call.playbook.objections
        if every:
            pool: Sequence[Objection] = here if here and self._chance(0.8) else every
            weights = [1.0 / (place + 1) for place in range(len(pool))]
            how = How.SEARCH if self._chance(0.2) else How.KEY
            self._call.raise_objection(self._draw.choices(pool, weights)[0].id, how)

    def _meet(self, top: ObjectionFrame) -> None:
        if top.step not in (Step.CHECK, Step.EXHAUSTED):
            self._call.done()
        elif self._chance(self._temper.settles):
            self._call.end_objection(Result.SETTLED)
        elif top.step is Step.CHECK and self._chance(0.5):
            self._call.done()
        else:
            self._call.end_objection(Result.FINAL if self._chance(0.25) else Result.OPEN)

    # --- the end ---

    def _close(self) -> None:
        """Records the outcome that fits how it went."""
        self._wait()
        if self._call.state.phase is Phase.TALK:
            self._call.hang_up()
        for code in self._fitting():
            if self._record(code):
                return

    def _fitting(self) -> list[str]:
        state, playbook = self._call.state, self._call.playbook
        known = [one.id for one in playbook.outcomes]
        reached = state.line == WRAP_UP
        final = any(met.result is Result.FINAL for met in state.objections)
        wanted: list[str] = []
        if state.proposal and self._chance(0.9):
            wanted.append(state.proposal)
        if final:
            wanted += ["not_interested", "lost", "cancelled"]
        elif not reached:
            wanted += ["hung_up", "callback"]
        elif self._warm and playbook.goal:
            wanted.append(playbook.goal)
        groups = {one.id: one.group for one in playbook.outcomes}
        rest = [
            code for code in known if groups[code] is not OutcomeGroup.NOT_REACHED and code != "do_not_call"
        ]
        self._draw.shuffle(rest)
        return [code for code in [*wanted, *rest, *known] if code in known]

    def _record(self, code: str) -> bool:
        asks = self._asks(code)
        ahead = self._ahead()
        outcome = OutcomeRecorded(
            code,
            reason=self._reason(code) if Ask.REASON in asks else "",
            when=ahead.isoformat(timespec="minutes") if Ask.WHEN in asks else "",
            who=self._call.state.started.lead.display if Ask.WHO in asks and self._call.state.started else "",
            what=self._draw.choice(self._words(_STEPS)) if Ask.WHAT in asks else "",
            value=float(self._draw.randint(4, 80) * 1000) if Ask.VALUE in asks else None,
            currency="CZK" if Ask.VALUE in asks else "",
            note=self._draw.choice(self._words(_NOTES)) if Ask.NOTE in asks else "",
            self_rating=self._draw.choice((0, 0, 3, 4, 5)),
            facts=self._missing_facts(code),
        )
        if Ask.WHEN in asks and Ask.WHO in asks:
            self._call.agree(NextStep(outcome.what, outcome.when, "", outcome.who))
        try:
            self._call.record(outcome)
        except OutcomeIncomplete:
            return False
        return True

    def _asks(self, code: str) -> tuple[Ask, ...]:
        own = self._call.playbook.outcome(code)
        if own is not None:
            return own.requires
        word = OUTCOMES.get(code)
        return word.requires if word is not None else ()

    def _missing_facts(self, code: str) -> dict[str, FactValue]:
        own, known = self._call.playbook.outcome(code), self._call.state.facts
        wanted = own.requires_facts if own is not None else ()
        return {
            name: self._fact_value(self._call.playbook.facts[name]) for name in wanted if name not in known
        }

    def _reason(self, code: str) -> str:
        word = OUTCOMES.get(code)
        if word is not None and word.reasons is ReasonList.DISQUALIFICATION:
            return self._draw.choice(tuple(DISQUALIFICATIONS))
        kinds = [
            objection.kind
            for met in self._call.state.objections
            if met.result is not Result.SETTLED
            and (objection := self._call.playbook.objection(met.objection or ""))
        ]
        return (
            kinds[-1] if kinds else self._draw.choice(("price", "timing", "need", "status_quo", "brush_off"))
        )

    def _ahead(self) -> datetime:
        """A working hour within two weeks."""
        day = self._clock.now() + timedelta(days=self._draw.randint(1, 14))
        while day.weekday() > 4:
            day += timedelta(days=1)
        return day.replace(
            hour=self._draw.randint(8, 15), minute=self._draw.choice((0, 30)), second=0, microsecond=0
        )

    def _wait(self) -> None:
        self._clock.go_on(max(1.0, self._draw.lognormvariate(0, 0.5) * self._temper.seconds))

    def _chance(self, share: float) -> bool:
        return self._draw.random() < share

    def _words(self, choice: Mapping[str, tuple[str, ...]]) -> tuple[str, ...]:
        return choice["cs" if self._call.playbook.lang == "cs" else "en"]
