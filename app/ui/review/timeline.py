"""A whole call on one line: its stages, moods, drive, holds and breaks in the timeline's own milliseconds. Knows no Qt."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from app.call import events as ev
from app.call.course import Course, step
from app.call.events import Event, Happening
from app.call.scope import drive_of
from app.playbook.model import WRAP_UP, Playbook
from app.playbook.vocabulary import START_MOOD, Drive, Mood

Clock = Callable[[int], int]
"""The timeline's time of an event, by its number."""


@dataclass(frozen=True, slots=True)
class StageBar:
    """A stretch of the call in one stage, on the timeline's milliseconds."""

    stage: str
    title: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Dot:
    """An objection (or flag) on the timeline."""

    seq: int
    at: int
    words: str


@dataclass(frozen=True, slots=True)
class Break:
    """Where a crash or a shut-down cut the call; ``gap_ms`` passed there that the timeline leaves out."""

    at: int
    gap_ms: int


@dataclass(frozen=True, slots=True)
class Timeline:
    """A whole call at a glance. ``moods`` and ``drives`` are steps, the first at the start; ``holds`` have both ends."""

    length: int = 0
    bars: tuple[StageBar, ...] = ()
    objections: tuple[Dot, ...] = ()
    flags: tuple[Dot, ...] = ()
    notes: tuple[Dot, ...] = ()
    moods: tuple[tuple[int, Mood], ...] = ()
    drives: tuple[tuple[int, Drive], ...] = ()
    holds: tuple[tuple[int, int], ...] = ()
    breaks: tuple[Break, ...] = ()

    def stage_at(self, at: int) -> str:
        """Title of the stage at ``at`` milliseconds; empty before the first."""
        return next((bar.title for bar in reversed(self.bars) if bar.start <= at), "")

    def mood_at(self, at: int) -> Mood | None:
        """The mood as the rep had tapped it by then."""
        return next((mood for since, mood in reversed(self.moods) if since <= at), None)

    def drive_at(self, at: int) -> Drive | None:
        """Whether the call drew out or asked for a step then."""
        return next((drive for since, drive in reversed(self.drives) if since <= at), None)

    def hold_at(self, at: int) -> tuple[int, int] | None:
        """The hold that ``at`` lies in."""
        return next(((start, end) for start, end in self.holds if start <= at < end), None)


def clock_of(events: Sequence[Event]) -> tuple[int, ...]:
    """The timeline's time of each event: from the first one on, less the gaps of crashes."""
    times, gap = [], events[0].ms if events else 0
    for event in events:
        if isinstance(event.what, ev.Recovered):
            gap += event.what.gap_ms
        times.append(max(0, event.ms - gap))
    return tuple(times)


def stage_bars(
    kept: Sequence[Event], at: Clock, title: Callable[[str], str], length: int
) -> tuple[StageBar, ...]:
    """The stages one after the other, each as often as it was gone into."""
    entered: list[tuple[int, str]] = []
    for event in kept:
        stage = _stage_of(event.what)
        if stage and (not entered or entered[-1][1] != stage):
            entered.append((at(event.seq), stage))
    ends = [*(since for since, _ in entered[1:]), length][: len(entered)]
    return tuple(
        StageBar(stage, title(stage), start, max(start, end))
        for (start, stage), end in zip(entered, ends, strict=True)
    )


def _stage_of(what: Happening) -> str:
    if isinstance(what, ev.StageEntered):
        return what.stage
    return WRAP_UP if isinstance(what, ev.LineShown) and what.line == WRAP_UP else ""


def mood_steps(kept: Sequence[Event], at: Clock) -> tuple[tuple[int, Mood], ...]:
    """The mood from the start on, at each tap."""
    taps = ((at(event.seq), event.what.mood) for event in kept if isinstance(event.what, ev.MoodTapped))
    return ((0, START_MOOD), *taps)


def drive_steps(playbook: Playbook, events: Sequence[Event], at: Clock) -> tuple[tuple[int, Drive], ...]:
    """The drive from the start on, wherever it changed: by the rep's key, by a mood or by the stage."""
    steps: list[tuple[int, Drive]] = []
    course = Course()
    for event in events:
        course = step(course, event)
        drive = drive_of(playbook, course.state)
        if not steps or steps[-1][1] is not drive:
            steps.append((at(event.seq), drive))
    # What follows from one key happens at one time: only where it came to rest counts.
    rest = list(dict(steps).items())
    return tuple(one for place, one in enumerate(rest) if not place or rest[place - 1][1] is not one[1])


def hold_spans(kept: Sequence[Event], at: Clock, length: int) -> tuple[tuple[int, int], ...]:
    """Each hold from its start to its end, or to that of the call."""
    spans: list[tuple[int, int]] = []
    held: int | None = None
    for event in kept:
        if isinstance(event.what, ev.Held):
            held = at(event.seq)
        elif isinstance(event.what, ev.Resumed) and held is not None:
            spans.append((held, at(event.seq)))
            held = None
    return (*spans, (held, length)) if held is not None else tuple(spans)


def breaks_of(events: Sequence[Event], at: Clock) -> tuple[Break, ...]:
    """Where the call was cut off and gone on with."""
    return tuple(
        Break(at(event.seq), event.what.gap_ms) for event in events if isinstance(event.what, ev.Recovered)
    )
