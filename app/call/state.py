"""What is so at one moment of a call, and how one happening changes it: pure, with no playbook and no clock.

Times here are *talk times*: milliseconds since the start less the gaps of crashes (see ``course``).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from app.call import events as ev
from app.call.events import Happening, HelpLevel, How, Result, Step
from app.call.prompt import Phase
from app.call.step_name import step_name
from app.playbook.model import WRAP_UP, FactValue
from app.playbook.vocabulary import START_MOOD, Drive, Mood

DEAD_END = "dead_end"
COMPLIANCE = "compliance."


@dataclass(frozen=True, slots=True)
class LineFrame:
    """A line on top of the main way: a question asked out of order, or a compliance line."""

    line: str

    @property
    def compliance(self) -> bool:
        """Whether this is a line that must be read as written."""
        return self.line.startswith(COMPLIANCE)


@dataclass(frozen=True, slots=True)
class ObjectionFrame:
    """An objection on top. ``record`` is its place in ``State.objections``; ``tried`` the rungs shown in this raising."""

    objection: str | None
    record: int
    step: Step
    response: str | None = None
    tried: tuple[str, ...] = ()


Frame = LineFrame | ObjectionFrame


@dataclass(frozen=True, slots=True)
class AnswerGiven:
    """One answer as given; ``live`` until it is changed or what it hung on falls."""

    line: str
    answer: str | None
    value: FactValue | None
    text: str
    fact: str | None
    outcome: str | None
    time: int
    live: bool = True


@dataclass(frozen=True, slots=True)
class ObjectionMet:
    """One raising of an objection and how it stands (``result`` is ``None`` while it is on the table).

    ``family`` is the kind that the rep gave an unlisted one afterwards.
    """

    objection: str | None
    text: str
    how: How
    time: int
    result: Result | None = None
    responses: tuple[str, ...] = ()
    family: str = ""


@dataclass(frozen=True, slots=True)
class NudgeGiven:
    """A reminder that came up; ``spoken`` is how many lines had been said by then."""

    nudge: ev.NudgeKind
    about: str
    time: int
    spoken: int
    followed: bool = False


@dataclass(frozen=True, slots=True)
class State:
    """A call at one moment. Equal states show equal prompts."""

    started: ev.CallStarted | None = None
    phase: Phase = Phase.TALK
    stage: str = ""
    line: str = ""
    frames: tuple[Frame, ...] = ()
    answers: tuple[AnswerGiven, ...] = ()
    shown: frozenset[str] = frozenset()
    done: frozenset[str] = frozenset()
    skipped: frozenset[str] = frozenset()
    stages_seen: frozenset[str] = frozenset()
    objections: tuple[ObjectionMet, ...] = ()
    used_responses: frozenset[str] = frozenset()
    stories_told: tuple[str, ...] = ()
    mood: Mood = START_MOOD
    mood_tapped: bool = False
    drive_override: Drive | None = None
    ask_waved: bool = False
    help: HelpLevel = HelpLevel.CUES
    notes: tuple[tuple[int, str], ...] = ()
    flags: tuple[tuple[int, str], ...] = ()
    rewordings: tuple[tuple[str, str], ...] = ()
    next_step: ev.NextStepAgreed = field(default_factory=ev.NextStepAgreed)
    spoken: tuple[str, ...] = ()
    spoken_at_mood: int = 0
    nudge: ev.NudgeShown | None = None
    nudges: tuple[NudgeGiven, ...] = ()
    line_help: Mapping[str, HelpLevel] = field(default_factory=dict)
    help_offered: Mapping[str, HelpLevel] = field(default_factory=dict)
    help_declined: frozenset[str] = frozenset()
    outcome: ev.OutcomeRecorded | None = None
    proposal: str | None = None
    held: bool = False
    board: ev.BoardShown | None = None
    mark: int = 0
    stage_times: Mapping[str, int] = field(default_factory=dict)

    @property
    def on_top(self) -> Frame | None:
        """The innermost detour, if any."""
        return self.frames[-1] if self.frames else None

    @property
    def spoken_line(self) -> str:
        """Full name of the line on the screen: the innermost line detour, else the main way's."""
        top = self.on_top
        return top.line if isinstance(top, LineFrame) else self.line

    @property
    def spoken_words(self) -> str:
        """Full name of what is to be said now: the step of a listed objection on top, else ``spoken_line``."""
        top = self.on_top
        if not isinstance(top, ObjectionFrame) or top.objection is None:
            return self.spoken_line
        shown = top.response if top.step is Step.ANSWER else None
        return step_name(top.objection, top.step, shown or "")

    @property
    def facts(self) -> dict[str, FactValue]:
        """What is known now; the latest live answer to a fact wins."""
        known: dict[str, FactValue] = {}
        for given in self.answers:
            if given.live and given.fact and given.value is not None:
                known[given.fact] = given.value
        if self.outcome:
            known.update(self.outcome.facts)
        return known

    def answer_to(self, line: str) -> AnswerGiven | None:
        """The live answer to ``line``, if any."""
        return next((given for given in reversed(self.answers) if given.live and given.line == line), None)

    def asked(self, line: str) -> bool:
        """Whether ``line`` was said or answered (skipped does not count)."""
        return line in self.done

    def raised(self, objection: str) -> int:
        """How often ``objection`` was raised."""
        return sum(1 for met in self.objections if met.objection == objection)

    def talk_ms(self, time: int) -> int:
        """Talk time up to talk time ``time``, holds left out."""
        return sum(self.stage_times.values()) + self._running(time)

    def stage_ms(self, stage: str, time: int) -> int:
        """Time spent in ``stage`` up to ``time``, holds left out."""
        return self.stage_times.get(stage, 0) + (self._running(time) if stage == self.stage else 0)

    def _running(self, time: int) -> int:
        return 0 if self.held or self.phase is not Phase.TALK else max(0, time - self.mark)


def apply(state: State, what: Happening, time: int) -> State:
    """The state after ``what`` happened at talk time ``time`` (milliseconds)."""
    change = _CHANGES.get(type(what))
    return change(state, what, time) if change else state


def _started(state: State, what: ev.CallStarted, time: int) -> State:
    line_help = {line: HelpLevel(level) for line, level in what.line_help.items()}
    return replace(state, started=what, help=what.help, mark=time, line_help=line_help)


def _clocked(state: State, time: int) -> dict[str, Any]:
    """The fields that book the running time to the current stage."""
    spent = max(0, time - state.mark)
    if state.held or state.phase is not Phase.TALK or not spent:
        return {"mark": time} if not state.held else {}
    times = dict(state.stage_times)
    times[state.stage] = times.get(state.stage, 0) + spent
    return {"stage_times": times, "mark": time}


def _stage_entered(state: State, what: ev.StageEntered, time: int) -> State:
    return replace(
        state,
        **_clocked(state, time),
        stage=what.stage,
        stages_seen=state.stages_seen | {what.stage},
        drive_override=state.drive_override if what.stage == state.stage else None,
    )


def _line_shown(state: State, what: ev.LineShown, time: int) -> State:
    shown = state.shown | {what.line}
    if what.detour:
        return replace(state, shown=shown, frames=(*state.frames, LineFrame(what.line)))
    entered = _stage_entered(state, ev.StageEntered(WRAP_UP), time) if what.line == WRAP_UP else state
    return replace(entered, shown=shown, line=what.line, frames=(), proposal=what.outcome or entered.proposal)


def _popped(state: State, line: str) -> tuple[Frame, ...]:
    top = state.on_top
    return state.frames[:-1] if isinstance(top, LineFrame) and top.line == line else state.frames


def _line_done(state: State, what: ev.LineDone, _time: int) -> State:
    done, skipped = state.done | {what.line}, state.skipped - {what.line}
    spoken = (*state.spoken, what.line)
    return replace(state, done=done, skipped=skipped, spoken=spoken, frames=_popped(state, what.line))


def _line_skipped(state: State, what: ev.LineSkipped, _time: int) -> State:
    skipped = state.skipped if what.line in state.done else state.skipped | {what.line}
    return replace(state, skipped=skipped, frames=_popped(state, what.line))


def _left_detour(state: State, what: ev.LeftDetour, _time: int) -> State:
    return replace(state, frames=_popped(state, what.line))


def _answered(state: State, what: ev.Answered, time: int) -> State:
    fallen = {what.line, *what.drops}
    kept = tuple(
        replace(one, live=False) if one.live and one.line in fallen else one for one in state.answers
    )
    given = AnswerGiven(what.line, what.answer, what.value, what.text, what.fact, what.outcome, time)
    old = state.answer_to(what.line)
    withdrawn = old is not None and old.outcome is not None and old.outcome == state.proposal
    return replace(
        state,
        answers=(*kept, given),
        done=(state.done - set(what.drops)) | {what.line},
        spoken=(*state.spoken, what.line),
        skipped=state.skipped - {what.line},
        frames=_popped(state, what.line),
        proposal=what.outcome or (None if withdrawn else state.proposal),
    )


def _objection_raised(state: State, what: ev.ObjectionRaised, time: int) -> State:
    met = ObjectionMet(what.objection, what.text, what.how, time)
    frame = ObjectionFrame(what.objection, len(state.objections), what.step)
    return replace(state, objections=(*state.objections, met), frames=(*state.frames, frame))


def _response_shown(state: State, what: ev.ResponseShown, _time: int) -> State:
    top = state.on_top
    if not isinstance(top, ObjectionFrame):
        return state
    if what.response is None:
        return replace(state, frames=(*state.frames[:-1], replace(top, step=Step.EXHAUSTED, response=None)))
    met = state.objections[top.record]
    records = list(state.objections)
    records[top.record] = replace(met, responses=(*met.responses, what.response))
    frame = replace(top, step=Step.ANSWER, response=what.response, tried=(*top.tried, what.response))
    return replace(
        state,
        objections=tuple(records),
        frames=(*state.frames[:-1], frame),
        used_responses=state.used_responses | {f"{what.objection}.{what.response}"},
    )


def _step_done(state: State, what: ev.ObjectionStepDone, _time: int) -> State:
    top = state.on_top
    if not isinstance(top, ObjectionFrame):
        return state
    return replace(state, frames=(*state.frames[:-1], replace(top, step=what.then)))


def _objection_ended(state: State, what: ev.ObjectionEnded, _time: int) -> State:
    top = state.on_top
    if not isinstance(top, ObjectionFrame):
        return state
    records = list(state.objections)
    records[top.record] = replace(records[top.record], result=what.result)
    if records[top.record].how is How.REOPENED:
        _settle_earlier(records, top.record, what.result)
    return replace(
        state, objections=tuple(records), frames=state.frames[:-1], proposal=what.outcome or state.proposal
    )


def _settle_earlier(records: list[ObjectionMet], index: int, result: Result) -> None:
    """A reopened objection's result speaks for the raisings that had stayed open."""
    again = records[index]
    for place, met in enumerate(records[:index]):
        same = met.objection == again.objection and (met.objection is not None or met.text == again.text)
        if same and met.result in (None, Result.OPEN):
            records[place] = replace(met, result=result)


def _objection_named(state: State, what: ev.ObjectionNamed, _time: int) -> State:
    named = tuple(
        replace(met, family=what.family) if met.objection is None and met.text == what.text else met
        for met in state.objections
    )
    return replace(state, objections=named)


def _story_told(state: State, what: ev.StoryTold, _time: int) -> State:
    return replace(state, stories_told=(*state.stories_told, what.story))


def _mood_tapped(state: State, what: ev.MoodTapped, _time: int) -> State:
    return replace(state, mood=what.mood, mood_tapped=True, ask_waved=False, spoken_at_mood=len(state.spoken))


def _drive_changed(state: State, what: ev.DriveChanged, _time: int) -> State:
    return replace(state, drive_override=what.drive)


def _ask_waved(state: State, _what: ev.AskWaved, _time: int) -> State:
    return replace(state, ask_waved=True)


def _help_changed(state: State, what: ev.HelpChanged, _time: int) -> State:
    if what.line:
        return replace(state, line_help={**state.line_help, what.line: what.help})
    return replace(state, help=what.help, line_help={})


def _help_offered(state: State, what: ev.HelpOffered, _time: int) -> State:
    return replace(state, help_offered={**state.help_offered, what.line: what.help})


def _help_declined(state: State, what: ev.HelpDeclined, _time: int) -> State:
    return replace(state, help_declined=state.help_declined | {what.line})


def _nudge_shown(state: State, what: ev.NudgeShown, time: int) -> State:
    given = NudgeGiven(what.nudge, what.about, time, len(state.spoken))
    return replace(state, nudge=what, nudges=(*state.nudges, given))


def _nudge_followed(state: State, what: ev.NudgeFollowed, _time: int) -> State:
    nudges = tuple(
        replace(one, followed=True) if (one.nudge, one.about) == (what.nudge, what.about) else one
        for one in state.nudges
    )
    return replace(state, nudges=nudges)


def _note_written(state: State, what: ev.NoteWritten, _time: int) -> State:
    others = tuple(note for note in state.notes if note[0] != what.number)
    notes = (*others, (what.number, what.text)) if what.text else others
    return replace(state, notes=tuple(sorted(notes)))


def _flagged(state: State, what: ev.Flagged, time: int) -> State:
    return replace(state, flags=(*state.flags, (time, what.text)))


def _reworded(state: State, what: ev.Reworded, _time: int) -> State:
    return replace(state, rewordings=(*state.rewordings, (what.line, what.words)))


def _next_step(state: State, what: ev.NextStepAgreed, _time: int) -> State:
    return replace(state, next_step=what)


def _held(state: State, _what: ev.Held, time: int) -> State:
    return replace(state, **_clocked(state, time), held=True)


def _resumed(state: State, _what: ev.Resumed, time: int) -> State:
    return replace(state, held=False, mark=time)


def _call_ended(state: State, _what: ev.CallEnded | ev.Abandoned, time: int) -> State:
    return replace(state, **_clocked(state, time), phase=Phase.WRAP_UP, held=False)


def _outcome_recorded(state: State, what: ev.OutcomeRecorded, _time: int) -> State:
    return replace(state, phase=Phase.CLOSED, outcome=what)


_Change = Callable[[State, Any, int], State]


def _board_shown(state: State, what: ev.BoardShown, _time: int) -> State:
    return replace(state, board=what)


_CHANGES: Mapping[type[Happening], _Change] = {
    ev.CallStarted: _started,
    ev.StageEntered: _stage_entered,
    ev.LineShown: _line_shown,
    ev.LineDone: _line_done,
    ev.LineSkipped: _line_skipped,
    ev.LeftDetour: _left_detour,
    ev.Answered: _answered,
    ev.ObjectionRaised: _objection_raised,
    ev.ResponseShown: _response_shown,
    ev.ObjectionStepDone: _step_done,
    ev.ObjectionEnded: _objection_ended,
    ev.StoryTold: _story_told,
    ev.MoodTapped: _mood_tapped,
    ev.DriveChanged: _drive_changed,
    ev.AskWaved: _ask_waved,
    ev.HelpChanged: _help_changed,
    ev.HelpOffered: _help_offered,
    ev.HelpDeclined: _help_declined,
    ev.NudgeShown: _nudge_shown,
    ev.NudgeFollowed: _nudge_followed,
    ev.NoteWritten: _note_written,
    ev.Flagged: _flagged,
    ev.Reworded: _reworded,
    ev.NextStepAgreed: _next_step,
    ev.Held: _held,
    ev.Resumed: _resumed,
    ev.CallEnded: _call_ended,
    ev.Abandoned: _call_ended,
    ev.OutcomeRecorded: _outcome_recorded,
    ev.ObjectionNamed: _objection_named,
    ev.BoardShown: _board_shown,
}
