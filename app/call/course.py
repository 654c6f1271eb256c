"""A call's course: the fold of its events, with what can be undone and brought back.

The same fold drives the live window, replay, playbook tests, the terminal and recovery after a crash.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from app.call import events as ev
from app.call.events import Event
from app.call.state import State, apply

_NOT_UNDONE = (ev.CallStarted, ev.Recovered)


@dataclass(frozen=True, slots=True)
class Act:
    """One undoable key. ``other`` is the state on its far side; ``rest`` the acts beneath.

    On the way back (``past``) ``cause`` is the act's number and ``other`` the state before it. On the way forth
    (``future``) ``undone`` is the number of the event that took it back and ``other`` the state with it.
    """

    cause: int
    kind: str
    other: State
    rest: Act | None
    undone: int = 0


@dataclass(frozen=True, slots=True)
class Course:
    """The call so far. ``gap_ms`` is the time lost to crashes, which no clock counts."""

    state: State = field(default_factory=State)
    past: Act | None = None
    future: Act | None = None
    gap_ms: int = 0
    last_seq: int = 0
    last_ms: int = 0

    def talk_time(self, ms: int) -> int:
        """Milliseconds since the start, less crash gaps."""
        return max(0, ms - self.gap_ms)


def fold(events: Iterable[Event], course: Course | None = None) -> Course:
    """The course after ``events``, from the beginning or from ``course`` on. Deterministic; the input is not changed."""
    now = course or Course()
    for event in events:
        now = step(now, event)
    return now


def step(course: Course, event: Event) -> Course:
    """The course after one more event. An ``undone`` that cancels nothing known changes nothing."""
    timed = replace(course, last_seq=event.seq, last_ms=event.ms)
    what = event.what
    if isinstance(what, ev.Undone):
        return _undone(timed, what.cause, event.seq)
    if isinstance(what, ev.Recovered):
        return replace(timed, gap_ms=timed.gap_ms + what.gap_ms)
    before = (
        replace(course.state, nudge=None) if event.cause == event.seq and course.state.nudge else course.state
    )
    state = apply(before, what, course.talk_time(event.ms))
    if event.cause != event.seq or isinstance(what, _NOT_UNDONE):
        return replace(timed, state=state)
    return replace(
        timed, state=state, past=Act(event.cause, what.kind, course.state, course.past), future=None
    )


def _undone(course: Course, cause: int, seq: int) -> Course:
    past, future = course.past, course.future
    if past is not None and past.cause == cause:
        ahead = Act(cause, past.kind, course.state, future, undone=seq)
        return replace(course, state=past.other, past=past.rest, future=ahead)
    if future is not None and future.undone == cause:
        back = Act(future.cause, future.kind, course.state, past)
        return replace(course, state=future.other, past=back, future=future.rest)
    return course
