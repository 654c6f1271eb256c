"""A recorded call retold for the review desk: its timeline and its moments in order, from the events and the exact text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from app.call import events as ev
from app.call.course import Course, step
from app.call.events import Event, How, Result, Step
from app.call.prompt import Prompt
from app.call.replay import prompt_at
from app.call.scope import CallScope
from app.call.spoken import line_text, response_text
from app.call.state import COMPLIANCE
from app.call.summary import moment_words, outcome_label, reason_label
from app.playbook.model import Playbook
from app.playbook.vocabulary import MOODS, OBJECTION_KINDS, OUTCOMES, STAGES, Drive, Label
from app.review.evidence import kept_events
from app.ui.review.timeline import (
    Dot,
    Timeline,
    breaks_of,
    clock_of,
    drive_steps,
    hold_spans,
    mood_steps,
    stage_bars,
)

_LONGEST_WORDS = 72


class Sort(StrEnum):
    """What kind of moment it was; each has a look of its own in list and timeline."""

    LINE = "line"
    ANSWER = "answer"
    SKIPPED = "skipped"
    READ = "read"
    OBJECTION = "objection"
    MOOD = "mood"
    DRIVE = "drive"
    STORY = "story"
    NOTE = "note"
    FLAG = "flag"
    OWN_WORDS = "own_words"
    HOLD = "hold"
    STEP = "step"
    END = "end"
    OUTCOME = "outcome"
    COMMENT = "comment"


QUIET = frozenset({Sort.LINE})
"""Moments that are left out until every step is wanted."""


@dataclass(frozen=True, slots=True)
class Moment:
    """One row of the list. ``lead``, ``strong`` and ``tail`` are read on end, ``strong`` in bold; ``detail`` is soft.

    Attributes:
        seq: Number of the event; a pinned comment carries that of the moment it is pinned to.
        ms: The event's own time, for looking up the prompt.
        at: Milliseconds on the timeline, less what a crash cost.
        taken_back: The rep undid it.
    """

    seq: int
    ms: int
    at: int
    sort: Sort
    strong: str
    lead: str = ""
    tail: str = ""
    detail: str = ""
    taken_back: bool = False

    @property
    def words(self) -> str:
        """The whole row as one text."""
        head = f"{self.lead}{self.strong}{self.tail}"
        return f"{head}. {self.detail}" if self.detail else head


@dataclass(frozen=True, slots=True)
class Retelling:
    """A call retold. ``prompt_at`` answers what the rep saw at any moment of the timeline."""

    playbook: Playbook
    events: tuple[Event, ...]
    clock: tuple[int, ...]
    timeline: Timeline
    moments: tuple[Moment, ...]

    def prompt_at(self, at: int) -> Prompt | None:
        """The very prompt that was on the screen ``at`` milliseconds into the timeline."""
        place = self._place(at)
        return None if place is None else prompt_at(self.playbook, self.events, self.events[place].ms)

    def event_at(self, at: int) -> Event | None:
        """The last event at or before ``at``."""
        place = self._place(at)
        return None if place is None else self.events[place]

    def at_of(self, seq: int) -> int | None:
        """Where the event ``seq`` lies on the timeline."""
        return next((at for at, one in zip(self.clock, self.events, strict=True) if one.seq == seq), None)

    def _place(self, at: int) -> int | None:
        reached = [place for place, time in enumerate(self.clock) if time <= at]
        return reached[-1] if reached else None


def retell(playbook: Playbook, events: Sequence[Event], lang: str) -> Retelling:
    """Retells a call; words about it are in ``lang``, what was said stays in the playbook's language."""
    every = tuple(events)
    clock = clock_of(every)
    kept = kept_events(every)
    teller = _Teller(playbook, every, dict(zip((one.seq for one in every), clock, strict=True)), lang)
    moments = teller.moments({one.seq for one in kept})
    return Retelling(
        playbook, every, clock, _timeline(kept, every, clock, teller, moments, playbook), moments
    )


def _timeline(
    kept: Sequence[Event],
    events: Sequence[Event],
    clock: Sequence[int],
    teller: _Teller,
    moments: Sequence[Moment],
    playbook: Playbook,
) -> Timeline:
    length = clock[-1] if clock else 0
    stands = [moment for moment in moments if not moment.taken_back]
    return Timeline(
        length,
        stage_bars(kept, teller.at, teller.stage, length),
        _dots(stands, Sort.OBJECTION),
        _dots(stands, Sort.FLAG),
        (*_dots(stands, Sort.NOTE), *_dots(stands, Sort.OWN_WORDS)),
        mood_steps(kept, teller.at),
        drive_steps(playbook, events, teller.at),
        hold_spans(kept, teller.at, length),
        breaks_of(events, teller.at),
    )


def _dots(moments: Sequence[Moment], sort: Sort) -> tuple[Dot, ...]:
    return tuple(Dot(one.seq, one.at, one.words) for one in moments if one.sort is sort)


_OBJECTION = Label("Objection: {0}", "Námitka: {0}")
_UNLISTED = Label("Objection not in the list: {0}", "Námitka mimo seznam: {0}")
_NO_WORDS = Label("(no words)", "(beze slov)")
_RESPONSE = Label(" → answer “{0}”", " → odpověď „{0}“")
_RESULTS: dict[Result | None, Label] = {
    Result.SETTLED: Label(" · settled after {0}", " · vyřešeno za {0}"),
    Result.OPEN: Label(" · left open after {0}", " · zůstává otevřená po {0}"),
    Result.FINAL: Label(" → the end of the matter", " → konec věci"),
    None: Label(" · on the table to the end", " · na stole až do konce"),
}
_REOPENED = Label("Raised again. ", "Vznesena znovu. ")
_PASSED = Label("Passed over: {0}", "Přeskočeno: {0}")
_ANSWERED_AFTER = Label("answered after {0}", "odpověď za {0}")
_STEPS = {
    Step.ACKNOWLEDGE: Label("acknowledge", "uznat"),
    Step.ASK: Label("ask", "zeptat se"),
    Step.CHECK: Label("check", "ověřit"),
}
_SKIPPED = Label("Skipped: ", "Přeskočeno: ")
_NOT_READ = Label("Exact words not read: ", "Závazné znění nepřečteno: ")
_READ = Label("Read word for word: ", "Přečteno přesně: ")
_BEFORE = Label("Changed; before: {0}", "Změněno, předtím: {0}")
_CONFIRMED = Label("Confirmed as known.", "Potvrzeno, jak už víme.")
_CUSTOMER_WORDS = Label("In the customer's words: {0}", "Slovy zákazníka: {0}")
_MOOD = Label("Mood: ", "Naladění: ")
DRIVES = {Drive.PULL: Label("Drawing out", "Tah"), Drive.PUSH: Label("Asking for a step", "Tlak")}
"""How the two drives are told."""
_STORY = Label("Story: ", "Příběh: ")
_NOTE = Label("Note: ", "Poznámka: ")
_FLAG = Label("Flagged by the rep", "Označeno obchodníkem")
_OWN_WORDS = Label("Own words: ", "Vlastními slovy: ")
_INSTEAD = Label("Instead of: {0}", "Místo: {0}")
_HELD = Label("On hold", "Podržení hovoru")
_STEP = Label("Next step: ", "Další krok: ")
_END = Label("Call ended", "Konec hovoru")
_ABANDONED = Label("Call closed without going on", "Hovor uzavřen bez pokračování")
_RECOVERED = Label("Gone on after a break of {0}", "Pokračování po přerušení {0}")
_OUTCOME = Label("Outcome: ", "Výsledek: ")
_TAKEN_BACK = Label("Taken back.", "Vzato zpět.")
_SECONDS = Label("{0} s", "{0} s")
_MINUTES = Label("{0} min", "{0} min")
_SAID = Label("Said: ", "Řečeno: ")


@dataclass(slots=True)
class _Run:
    """An objection from raised to ended, while the events go by."""

    raised: Event
    what: ev.ObjectionRaised
    walked: set[Step] = field(default_factory=set)
    response: str = ""
    shown: int = 0
    answered: int | None = None
    result: Result | None = None
    ended: int = 0


def _scopes(playbook: Playbook, events: Sequence[Event]) -> Iterator[tuple[int, CallScope]]:
    """What was known just before each event."""
    course = Course()
    for event in events:
        yield event.seq, CallScope.at(playbook, course.state)
        course = step(course, event)


class _Teller:
    """Words each moment; knows what the lines of the playbook said in this call."""

    def __init__(self, playbook: Playbook, events: Sequence[Event], clock: dict[int, int], lang: str) -> None:
        self._playbook = playbook
        self._events = events
        self._clock = clock
        self._lang = lang
        self._lines = {line.ref: line for stage in playbook.stages for line in stage.lines}
        self._read_aloud = {one.ref: one.say for one in playbook.compliance}
        self._scopes = dict(_scopes(playbook, events))
        self._held = dict(hold_spans(kept_events(events), self.at, max(clock.values(), default=0)))

    def at(self, seq: int) -> int:
        """The timeline's time of an event."""
        return self._clock[seq]

    def stage(self, stage: str) -> str:
        """A stage's title, as the playbook has it."""
        own = next((one.title for one in self._playbook.stages if one.id == stage), "")
        known = STAGES.get(stage)
        return own or (known.in_lang(self._lang) if known else stage)

    def moments(self, kept: set[int]) -> tuple[Moment, ...]:
        """Every moment worth a row, in order; what was undone is there too, marked."""
        runs = {one.raised.seq: one for one in self._runs(kept)}
        found: list[Moment] = []
        for event in self._events:
            run = runs.get(event.seq)
            told = (self._objection(run),) if run else self._told(event)
            found += [self._marked(moment, taken_back=event.seq not in kept) for moment in told]
        return tuple(found)

    def _marked(self, moment: Moment, *, taken_back: bool) -> Moment:
        if not taken_back:
            return moment
        detail = " ".join(part for part in (moment.detail, self._say(_TAKEN_BACK)) if part)
        return Moment(
            moment.seq, moment.ms, moment.at, moment.sort, moment.strong, moment.lead, moment.tail, detail,
            taken_back=True,
        )  # fmt: skip

    def _runs(self, kept: set[int]) -> Iterator[_Run]:
        """Each raising with what came of it; one that was undone stands alone."""
        on_top: list[_Run] = []
        for event in self._events:
            what = event.what
            if isinstance(what, ev.ObjectionRaised):
                run = _Run(event, what)
                yield run
                if event.seq in kept:
                    on_top.append(run)
            elif event.seq in kept and on_top:
                self._go_on(on_top, event)

    @staticmethod
    def _go_on(on_top: list[_Run], event: Event) -> None:
        run, what = on_top[-1], event.what
        if isinstance(what, ev.ObjectionStepDone):
            run.walked.add(what.step)
            if what.then is Step.CHECK:
                run.walked.add(what.then)  # its result is picked right there, so that it is never "done"
        elif isinstance(what, ev.ResponseShown):
            run.response = what.response or run.response
            run.shown = event.seq
            run.answered = event.ms if run.answered is None else run.answered
        elif isinstance(what, ev.ObjectionEnded):
            run.result, run.ended = what.result, event.ms
            on_top.pop()

    def _objection(self, run: _Run) -> Moment:
        objection = self._playbook.objection(run.what.objection or "")
        if objection is not None:
            label_then = self._then(run.raised.seq).text(objection.label)
            strong = self._say(_OBJECTION, label_then or self._kind(objection.kind))
        else:
            label = _UNLISTED if run.what.objection is None else _OBJECTION
            strong = self._say(label, run.what.text or run.what.objection or self._say(_NO_WORDS))
        tail = self._say(_RESPONSE, self._response(run)) if run.response else ""
        tail += self._say(_RESULTS[run.result], self._span(run.ended - run.raised.ms))
        return self._moment(run.raised, Sort.OBJECTION, strong, tail=tail, detail=self._how(run))

    def _how(self, run: _Run) -> str:
        again = self._say(_REOPENED) if run.what.how is How.REOPENED else ""
        missing = [word for step, word in _STEPS.items() if step not in run.walked and self._has(run, step)]
        parts = []
        if run.result is not None and missing:
            parts.append(self._say(_PASSED, ", ".join(self._say(word) for word in missing)))
        if run.answered is not None and missing:
            parts.append(self._say(_ANSWERED_AFTER, self._span(run.answered - run.raised.ms)))
        joined = ", ".join(parts)
        return f"{again}{joined}.".strip() if joined else again.strip()

    def _has(self, run: _Run, step: Step) -> bool:
        """Whether the author wrote this step, so that passing it over means something."""
        objection = self._playbook.objection(run.what.objection or "")
        if objection is None:
            return False
        return bool({
            Step.ACKNOWLEDGE: objection.acknowledge, Step.ASK: objection.ask, Step.CHECK: objection.check,
        }.get(step))  # fmt: skip

    def _response(self, run: _Run) -> str:
        objection = self._playbook.objection(run.what.objection or "")
        responses = objection.responses if objection else ()
        found = next((one for one in responses if one.id == run.response), None)
        return run.response if found is None else _short(response_text(self._then(run.shown), found))

    def _then(self, seq: int) -> CallScope:
        """What was known just before the event ``seq``."""
        return self._scopes[seq]

    def _kind(self, code: str) -> str:
        kind = OBJECTION_KINDS.get(code)
        return kind.label.in_lang(self._lang) if kind else code

    def _told(self, event: Event) -> Iterator[Moment]:
        what = event.what
        match what:
            case ev.LineDone() if self._exact(what.line):
                yield self._moment(event, Sort.READ, self._line(event, what.line), lead=self._say(_READ))
            case ev.LineDone():
                yield self._moment(
                    event, Sort.LINE, "", lead=self._say(_SAID), tail=self._line(event, what.line)
                )
            case ev.LineSkipped():
                lead = self._say(_NOT_READ if self._exact(what.line) else _SKIPPED)
                yield self._moment(event, Sort.SKIPPED, self._line(event, what.line), lead=lead)
            case ev.Answered():
                yield self._answered(event, what)
            case ev.Reworded():
                instead = self._say(_INSTEAD, self._line(event, what.line))
                yield self._moment(
                    event, Sort.OWN_WORDS, what.words, lead=self._say(_OWN_WORDS), detail=instead
                )
            case ev.OutcomeRecorded():
                yield self._outcome(event, what)
            case _:
                yield from self._noted(event)

    def _exact(self, ref: str) -> bool:
        """Whether the line had to be read as written."""
        line = self._playbook.line(ref)
        return line.verbatim if line is not None else ref.startswith(COMPLIANCE)

    def _noted(self, event: Event) -> Iterator[Moment]:
        what = event.what
        match what:
            case ev.MoodTapped():
                mood = MOODS[what.mood].label.in_lang(self._lang)
                yield self._moment(event, Sort.MOOD, mood, lead=self._say(_MOOD))
            case ev.DriveChanged():
                yield self._moment(event, Sort.DRIVE, self._say(DRIVES[what.drive]))
            case ev.StoryTold():
                story = self._playbook.story(what.story)
                title = self._then(event.seq).text(story.title) if story else ""
                yield self._moment(event, Sort.STORY, title or what.story, lead=self._say(_STORY))
            case ev.NoteWritten() if what.text:
                yield self._moment(event, Sort.NOTE, "", lead=self._say(_NOTE), tail=what.text)
            case ev.Flagged():
                yield self._moment(event, Sort.FLAG, self._say(_FLAG), detail=what.text)
            case ev.Held():
                end = self._held.get(self.at(event.seq))
                span = "" if end is None else f" · {self._span(end - self.at(event.seq))}"
                yield self._moment(event, Sort.HOLD, self._say(_HELD), tail=span)
            case ev.NextStepAgreed():
                words = _parts(what.what, what.when, what.when_words, what.who, self._lang)
                yield self._moment(event, Sort.STEP, words, lead=self._say(_STEP))
            case ev.CallEnded():
                yield self._moment(event, Sort.END, self._say(_END))
            case ev.Abandoned():
                yield self._moment(event, Sort.END, self._say(_ABANDONED))
            case ev.Recovered():
                yield self._moment(event, Sort.HOLD, self._say(_RECOVERED, self._span(what.gap_ms)))
            case _:
                return

    def _answered(self, event: Event, what: ev.Answered) -> Moment:
        now = self._answer(event, what.line, what.answer, what.value, what.text)
        before = self._answer(event, what.line, what.old_answer, what.old_value, what.old_text)
        parts = []
        if before and before != now:
            parts.append(self._say(_BEFORE, before))
        if what.answer and what.text and what.text != now:
            parts.append(self._say(_CUSTOMER_WORDS, what.text))
        if what.confirmed:
            parts.append(self._say(_CONFIRMED))
        return self._moment(
            event, Sort.ANSWER, now or "—", lead=f"{self._line(event, what.line)} → ", detail=". ".join(parts)
        )

    def _answer(self, event: Event, line: str, answer: str | None, value: object, text: str) -> str:
        answers = self._lines[line].answers if line in self._lines else ()
        label = next((one.label for one in answers if one.id == answer), "")
        return self._then(event.seq).text(label) or text or ("" if value is None else str(value))

    def _line(self, event: Event, ref: str) -> str:
        """A line by its cue, else by its text, as they were filled in then."""
        line, scope = self._lines.get(ref), self._then(event.seq)
        if line is None:
            return _short(scope.text(self._read_aloud[ref])) if ref in self._read_aloud else ref
        return " · ".join(map(scope.text, line.cue)) or _short(line_text(scope, line, line.ref))

    def _outcome(self, event: Event, what: ev.OutcomeRecorded) -> Moment:
        reason = reason_label(what.reason, self._lang) if what.reason else ""
        strong = " · ".join(
            part for part in (outcome_label(self._playbook, what.outcome, self._lang), reason) if part
        )
        step = _parts(what.what, what.when, what.when_words, what.who, self._lang)
        return self._moment(
            event,
            Sort.OUTCOME,
            strong,
            lead=self._say(_OUTCOME),
            tail=f", {self._say(_STEP).lower()}{step}" if step else "",
            detail=what.note,
        )

    def _moment(
        self, event: Event, sort: Sort, strong: str, *, lead: str = "", tail: str = "", detail: str = ""
    ) -> Moment:
        return Moment(event.seq, event.ms, self.at(event.seq), sort, strong, lead, tail, detail)

    def _say(self, label: Label, words: str = "") -> str:
        return label.in_lang(self._lang).replace("{0}", words)

    def _span(self, ms: int) -> str:
        return span_words(ms, self._lang)


def span_words(ms: int, lang: str) -> str:
    """A stretch of time as people say it: tenths under ten seconds, then seconds, then minutes."""
    seconds = max(0, ms) / 1000
    if seconds < 10:
        number = f"{seconds:.1f}".removesuffix(".0")
        return _SECONDS.in_lang(lang).replace("{0}", number.replace(".", ",") if lang == "cs" else number)
    if seconds < 120:
        return _SECONDS.in_lang(lang).replace("{0}", str(round(seconds)))
    return _MINUTES.in_lang(lang).replace("{0}", str(round(seconds / 60)))


def outcome_words(code: str, lang: str) -> str:
    """An outcome's label; a code of a playbook's own stays as it is."""
    word = OUTCOMES.get(code)
    return word.label.in_lang(lang) if word is not None else code


def _short(text: str) -> str:
    words = " ".join(text.split())
    return words if len(words) <= _LONGEST_WORDS else f"{words[: _LONGEST_WORDS - 1].rstrip()}…"


def _parts(what: str, when: str, when_words: str, who: str, lang: str) -> str:
    return ", ".join(part for part in (what, moment_words(when, lang) if when else when_words, who) if part)
