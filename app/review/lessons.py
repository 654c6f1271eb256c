"""What one closed call teaches: objections met, wordings tried, reminders followed, and words for the manager's inbox."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from app.call import events as ev
from app.call.events import Event, How, NudgeKind, Result, Step
from app.call.likely import MetCount
from app.call.standing import kept_events
from app.call.step_name import is_step, step_name
from app.playbook.model import WRAP_UP
from app.playbook.vocabulary import START_MOOD
from app.review.hints import Followed, Hint, Moment, ProposalKind

__all__ = [
    "Followed",
    "Hint",
    "Lessons",
    "Moment",
    "NudgeCount",
    "ProposalKind",
    "WordingTried",
    "lessons_of",
]

SHORTEST_SEARCH = 3
"""Fewer letters than this say nothing about how customers put an objection."""


@dataclass(frozen=True, slots=True)
class WordingTried:
    """A wording under test was used; a response did well when the objection ended settled after it as the last one
    shown, a line when the call went on from its stage to another one before wrap-up."""

    name: str
    wording: int
    did_well: bool


@dataclass(frozen=True, slots=True)
class NudgeCount:
    """How often a reminder came up and how often it was followed."""

    nudge: NudgeKind
    shown: int
    followed: int


@dataclass(frozen=True, slots=True)
class Lessons:
    """All that one call teaches."""

    met: tuple[MetCount, ...] = ()
    hints: tuple[Hint, ...] = ()
    tried: tuple[WordingTried, ...] = ()
    nudges: tuple[NudgeCount, ...] = ()


def lessons_of(events: Sequence[Event]) -> Lessons:
    """What the standing events of a call teach; acts that were undone teach nothing."""
    walk = _Walk()
    kept = kept_events(events)
    for event in kept:
        walk.take(event)
    return walk.lessons(kept)


@dataclass(slots=True)
class _Raised:
    """An objection that is being met."""

    objection: str | None
    step: str = Step.ACKNOWLEDGE
    response: str = ""


@dataclass(slots=True)
class _Tried:
    wording: int
    stage: str
    did_well: bool = False


@dataclass(frozen=True, slots=True)
class _At:
    """When words were last on the screen, and what was around them."""

    event: Event
    stage: str
    line: str
    mood: str


@dataclass(frozen=True, slots=True)
class _Found:
    """A hint whose end is not known yet. ``event`` is the rep's act, ``since`` the moment that it is about."""

    event: Event
    since: Event
    kind: ProposalKind
    target: str
    words: str
    stage: str
    line: str
    mood: str


@dataclass(slots=True)
class _Walk:
    """One pass over a call."""

    source: str = ""
    stage: str = ""
    line: str = ""
    mood: str = START_MOOD
    sensed: str = ""
    """The mood that the rep tapped; empty until then."""
    raised: list[_Raised] = field(default_factory=list)
    met: Counter[tuple[str, str, str]] = field(default_factory=Counter)
    lines: dict[str, _Tried] = field(default_factory=dict)
    responses: dict[str, _Tried] = field(default_factory=dict)
    nudges: dict[NudgeKind, list[int]] = field(default_factory=dict)
    found: list[_Found] = field(default_factory=list)
    families: dict[str, str] = field(default_factory=dict)
    shown: dict[str, _At] = field(default_factory=dict)
    over: bool = False

    def take(self, event: Event) -> None:
        """One more event."""
        match event.what:
            case ev.CallStarted(lead=lead):
                self.source = lead.source
            case ev.StageEntered(stage=stage):
                self._enter(stage)
            case ev.LineShown() as what:
                self._show(what)
                self._remember(event, what.line)
            case ev.MoodTapped(mood=mood):
                self.mood, self.sensed = mood, str(mood)
                self._tap(self.sensed)
            case ev.CallEnded():
                self.over = True
            case ev.Reworded(line=line, words=words):
                self._find(event, ProposalKind.OWN_WORDS, self._meant(line), words)
            case ev.ObjectionNamed(text=text, family=family):
                self.families[text] = family
            case ev.NudgeShown(nudge=nudge):
                self.nudges.setdefault(nudge, [0, 0])[0] += 1
            case ev.NudgeFollowed(nudge=nudge):
                self.nudges.setdefault(nudge, [0, 0])[1] += 1
            case _:
                self._take_objection(event)

    def _take_objection(self, event: Event) -> None:
        match event.what:
            case ev.ObjectionRaised() as what:
                self._raise(event, what)
            case ev.ResponseShown() as what:
                self._respond(what)
                self._remember(event, step_name(what.objection or "", Step.ANSWER, what.response or ""))
            case ev.ObjectionStepDone(then=then):
                if self.raised:
                    self.raised[-1].step = then
            case ev.ObjectionEnded(result=result):
                self._end(result)
            case _:
                pass

    def _enter(self, stage: str) -> None:
        if stage != WRAP_UP:
            for tried in self.lines.values():
                tried.did_well = tried.did_well or tried.stage != stage
        self.stage = stage

    def _show(self, what: ev.LineShown) -> None:
        self.line = what.line
        if not what.detour:
            self.raised.clear()
        if what.wording is not None:
            stage = what.line.partition(".")[0]
            self.lines.setdefault(what.line, _Tried(what.wording, stage))

    def _raise(self, event: Event, what: ev.ObjectionRaised) -> None:
        self.raised.append(_Raised(what.objection, what.step))
        if what.how is How.REOPENED:
            return
        if what.objection is None:
            self._find(event, ProposalKind.UNLISTED, "", what.text)
            return
        self.met[self.stage, self.mood, what.objection] += 1
        if what.how is How.SEARCH and len(what.text.strip()) >= SHORTEST_SEARCH:
            self._find(event, ProposalKind.HEARD, what.objection, what.text)

    def _respond(self, what: ev.ResponseShown) -> None:
        if not self.raised:
            return
        self.raised[-1].response = what.response or ""
        self.raised[-1].step = Step.ANSWER
        if what.response and what.wording is not None:
            name = f"{what.objection}.{what.response}"
            self.responses.setdefault(name, _Tried(what.wording, self.stage))

    def _end(self, result: Result) -> None:
        if not self.raised:
            return
        ended = self.raised.pop()
        tried = self.responses.get(f"{ended.objection}.{ended.response}")
        if tried is not None and result is Result.SETTLED:
            tried.did_well = True

    def _meant(self, line: str) -> str:
        """What was said in other words; older programs named the line beneath where a step of an objection was meant."""
        top = self.raised[-1] if self.raised else None
        if is_step(line) or top is None or top.objection is None:
            return line
        return step_name(top.objection, top.step, top.response if top.step == Step.ANSWER else "")

    def _remember(self, event: Event, name: str) -> None:
        self.shown[name] = _At(event, self.stage, self.line, self.sensed)

    def _tap(self, mood: str) -> None:
        """The mood is that of the words on the screen, too."""
        spoken = self._meant(self.line)
        if spoken in self.shown:
            self.shown[spoken] = replace(self.shown[spoken], mood=mood)

    def _find(self, event: Event, kind: ProposalKind, target: str, words: str) -> None:
        """Words said after the call belong to the moment when the line was on the screen."""
        if not words.strip():
            return
        at = _At(event, self.stage, self.line, self.sensed)
        if kind is ProposalKind.OWN_WORDS and self.over:
            at = self.shown.get(target, at)
        self.found.append(_Found(event, at.event, kind, target, words.strip(), at.stage, at.line, at.mood))

    def lessons(self, kept: Sequence[Event]) -> Lessons:
        """What it all comes to."""
        return Lessons(
            tuple(
                MetCount(stage, self.source, str(mood), objection, times)
                for (stage, mood, objection), times in self.met.items()
            ),
            tuple(self._hint(one, kept) for one in self.found),
            tuple(
                WordingTried(name, one.wording, one.did_well)
                for name, one in (*self.lines.items(), *self.responses.items())
            ),
            tuple(NudgeCount(nudge, *counts) for nudge, counts in self.nudges.items()),
        )

    def _hint(self, found: _Found, kept: Sequence[Event]) -> Hint:
        later = [event for event in kept if event.seq > found.since.seq]
        followed, words = _what_followed(found, later)
        moment = Moment(found.event.seq, found.since.ms, found.stage, found.line, found.mood, followed, words)
        return Hint(found.kind, found.target, found.words, moment, self.families.get(found.words, ""))


def _what_followed(found: _Found, later: Sequence[Event]) -> tuple[Followed, str]:
    """The next answer or end of an objection; failing that the call's outcome."""
    for what in _told(found, later):
        if isinstance(what, ev.Answered):
            return Followed.ANSWERED, what.answer or what.text
        if isinstance(what, ev.ObjectionEnded):
            return Followed(what.result.value), ""
        return Followed.OUTCOME, what.outcome
    return Followed.NOTHING, ""


def _told(
    found: _Found, later: Sequence[Event]
) -> Iterator[ev.Answered | ev.ObjectionEnded | ev.OutcomeRecorded]:
    about_objection = found.kind is not ProposalKind.OWN_WORDS
    for event in later:
        what = event.what
        if isinstance(what, ev.OutcomeRecorded):
            yield what
        elif about_objection:
            if isinstance(what, ev.ObjectionEnded) and (what.objection or "") == found.target:
                yield what
        elif isinstance(what, ev.Answered | ev.ObjectionEnded):
            yield what
