"""What a call's record says to who looks for calls: moods, flags, stage reached, must-asks, objections met.

Reckoned from the events alone in one pass (a test holds it to the engine's fold), with what the playbook of the time
says about its lines and objections.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from app.call import events as ev
from app.call.events import Event, How, Result
from app.call.standing import kept_events
from app.playbook.model import WRAP_UP, Playbook
from app.playbook.vocabulary import STAGES, START_MOOD, Mood

PROJECTION = 1
"""Counts up whenever calls that are recorded already must be reckoned anew."""

_BESIDE = {"hear": "discovery", "own": "story", "fix": "close", "verify": "next_step"}
"""Stages of a complaint and the stages of a sale that lie as far on."""
STAGE_RANKS: Mapping[str, int] = {
    code: 10 * (list(STAGES).index(_BESIDE.get(code, code)) + 1) for code in STAGES if code != "objection"
}
"""How far on each stage of the vocabulary is; stages of a playbook's own count as the one before them and a little."""


@dataclass(frozen=True, slots=True)
class PlaybookParts:
    """What a playbook says that its calls' events do not: stages in order, ``must`` lines, kinds of objections."""

    stages: tuple[str, ...] = ()
    musts: frozenset[str] = frozenset()
    kinds: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class ObjectionFact:
    """One raising of an objection. ``objection`` is ``None`` for an unlisted one; ``result`` while on the table.

    ``response`` is the last one shown, ``wording`` its place among wordings under test, ``ms`` the moment in the call.
    """

    objection: str | None
    text: str
    kind: str
    how: How
    stage: str
    mood: Mood
    ms: int
    result: Result | None = None
    response: str = ""
    wording: int | None = None


@dataclass(frozen=True, slots=True)
class Projection:
    """A call in few figures. ``moods`` are those tapped, in order; ``stage`` is the furthest one before wrap-up."""

    flagged: bool
    moods: tuple[Mood, ...]
    stage: str
    stage_rank: int
    musts_asked: int
    musts_total: int
    objections: tuple[ObjectionFact, ...]
    notes: tuple[str, ...]
    value: float | None
    self_rating: int

    @property
    def open(self) -> tuple[ObjectionFact, ...]:
        """The objections that were not settled."""
        return tuple(one for one in self.objections if one.result is not Result.SETTLED)


def parts_of(playbook: Playbook) -> PlaybookParts:
    """What ``playbook`` says of its lines and objections."""
    return PlaybookParts(
        tuple(stage.id for stage in playbook.stages),
        frozenset(line.ref for stage in playbook.stages for line in stage.lines if line.must),
        {one.id: one.kind for one in playbook.objections},
    )


def project(events: Sequence[Event], parts: PlaybookParts) -> Projection:
    """The figures of a call, from its beginning; what was undone does not count."""
    if any(isinstance(event.what, ev.Undone) for event in events):
        events = kept_events(events)
    running = _Running(parts)
    for event in events:
        running.take(event)
    return running.projection()


@dataclass(slots=True)
class _Raising:
    """An objection while the events go by."""

    raised: ev.ObjectionRaised
    stage: str
    mood: Mood
    ms: int
    result: Result | None = None
    response: str = ""
    wording: int | None = None
    family: str = ""


@dataclass(slots=True)
class _Running:
    """The few things of the engine's state that the figures hang on, changed in place."""

    parts: PlaybookParts
    stage: str = ""
    stages: dict[str, None] = field(default_factory=dict)
    mood: Mood = START_MOOD
    moods: list[Mood] = field(default_factory=list)
    flags: int = 0
    done: set[str] = field(default_factory=set)
    notes: dict[int, str] = field(default_factory=dict)
    raisings: list[_Raising] = field(default_factory=list)
    frames: list[str | int] = field(default_factory=list)
    outcome: ev.OutcomeRecorded | None = None

    def take(self, event: Event) -> None:
        """One more event."""
        what = event.what
        match what:
            case ev.LineShown():
                self._show(what)
            case ev.LineDone():
                self.done.add(what.line)
                self._leave(what.line)
            case ev.Answered():
                self.done.difference_update(what.drops)
                self.done.add(what.line)
                self._leave(what.line)
            case ev.LineSkipped() | ev.LeftDetour():
                self._leave(what.line)
            case ev.StageEntered():
                self._enter(what.stage)
            case ev.MoodTapped():
                self.mood = what.mood
                self.moods.append(what.mood)
            case ev.ObjectionRaised() | ev.ResponseShown() | ev.ObjectionEnded() | ev.ObjectionNamed():
                self._take_objection(what, event.ms)
            case ev.Flagged():
                self.flags += 1
            case ev.NoteWritten():
                self.notes[what.number] = what.text
            case ev.OutcomeRecorded():
                self.outcome = what
            case _:
                pass

    def projection(self) -> Projection:
        """What it all comes to."""
        stage, rank = self._furthest()
        notes = [self.notes[number] for number in sorted(self.notes) if self.notes[number]]
        outcome = self.outcome
        if outcome and outcome.note:
            notes.append(outcome.note)
        return Projection(
            flagged=self.flags > 0,
            moods=tuple(self.moods),
            stage=stage,
            stage_rank=rank,
            musts_asked=len(self.done & self.parts.musts),
            musts_total=len(self.parts.musts),
            objections=tuple(self._fact(one) for one in self.raisings),
            notes=tuple(notes),
            value=outcome.value if outcome else None,
            self_rating=outcome.self_rating if outcome else 0,
        )

    def _enter(self, stage: str) -> None:
        self.stage = stage
        self.stages[stage] = None

    def _show(self, what: ev.LineShown) -> None:
        if what.detour:
            self.frames.append(what.line)
            return
        if what.line == WRAP_UP:
            self._enter(WRAP_UP)
        self.frames.clear()

    def _leave(self, line: str) -> None:
        if self.frames and self.frames[-1] == line:
            self.frames.pop()

    def _take_objection(
        self, what: ev.ObjectionRaised | ev.ResponseShown | ev.ObjectionEnded | ev.ObjectionNamed, ms: int
    ) -> None:
        if isinstance(what, ev.ObjectionRaised):
            self.frames.append(len(self.raisings))
            self.raisings.append(_Raising(what, self.stage, self.mood, ms))
            return
        if isinstance(what, ev.ObjectionNamed):
            for one in self.raisings:
                if one.raised.objection is None and one.raised.text == what.text:
                    one.family = what.family
            return
        top = self.frames[-1] if self.frames else None
        if not isinstance(top, int):
            return
        one = self.raisings[top]
        if isinstance(what, ev.ResponseShown):
            if what.response is not None:
                one.response, one.wording = what.response, what.wording
            return
        one.result = what.result
        self.frames.pop()
        if one.raised.how is How.REOPENED:
            self._settle_earlier(top, what.result)

    def _settle_earlier(self, place: int, result: Result) -> None:
        """A reopened objection's result speaks for the raisings that had stayed open."""
        again = self.raisings[place].raised
        for earlier in self.raisings[:place]:
            raised = earlier.raised
            same = raised.objection == again.objection and (
                raised.objection is not None or raised.text == again.text
            )
            if same and earlier.result in (None, Result.OPEN):
                earlier.result = result

    def _fact(self, one: _Raising) -> ObjectionFact:
        objection = one.raised.objection
        kind = one.family if objection is None else self.parts.kinds.get(objection, "")
        return ObjectionFact(
            objection, one.raised.text, kind, one.raised.how, one.stage, one.mood, one.ms, one.result,
            one.response, one.wording,
        )  # fmt: skip

    def _furthest(self) -> tuple[str, int]:
        """The furthest stage before wrap-up and its rank; (``""``, 0) when none was entered."""
        order = list(dict.fromkeys((*self.parts.stages, *self.stages)))
        reached = [stage for stage in order if stage in self.stages and stage != WRAP_UP]
        if not reached:
            return "", 0
        return reached[-1], stage_rank(reached[-1], order)


def stage_rank(stage: str, order: Sequence[str] = ()) -> int:
    """How far on ``stage`` is; one that the vocabulary does not know counts by its place in ``order``, else 0."""
    known = STAGE_RANKS.get(stage)
    if known is not None or stage not in order:
        return known or 0
    rank = 0
    for one in order[: list(order).index(stage)]:
        rank = max(rank + 1 if one not in STAGE_RANKS else STAGE_RANKS[one], rank)
    return min(rank + 1, rank - rank % 10 + 9)
