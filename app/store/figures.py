"""What a call's row says of its events: read off the engine's fold, or reckoned at a tenth of the cost for whole calls."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from app.call import events as ev
from app.call.course import Course, fold
from app.call.events import Event, HelpLevel, OutcomeRecorded
from app.call.prompt import Phase
from app.playbook.model import WRAP_UP


@dataclass(frozen=True, slots=True)
class Figures:
    """How far a call is and what became of it."""

    phase: Phase
    talk_ms: int
    last_ms: int
    last_seq: int
    spoken_line: str
    outcome: OutcomeRecorded | None
    help: HelpLevel


def figures_of(course: Course) -> Figures:
    """The figures that the fold of a call's events shows."""
    state = course.state
    talk_ms = state.talk_ms(course.talk_time(course.last_ms))
    return Figures(
        state.phase, talk_ms, course.last_ms, course.last_seq, state.spoken_line, state.outcome, state.help
    )


def tally(events: Sequence[Event]) -> Figures:
    """The same figures from a whole call's events without building its states; with an undo in it, by the fold."""
    running = _Running()
    for event in events:
        if isinstance(event.what, ev.Undone):
            return figures_of(fold(events))
        running.take(event)
    return running.figures(events[-1])


@dataclass(slots=True)
class _Running:
    """The few things of ``state.State`` that the figures hang on, changed in place."""

    phase: Phase = Phase.TALK
    held: bool = False
    mark: int = 0
    booked: int = 0
    gap: int = 0
    line: str = ""
    frames: list[str | None] = field(default_factory=list)
    outcome: OutcomeRecorded | None = None
    help: HelpLevel = HelpLevel.CUES

    def take(self, event: Event) -> None:
        """One more event."""
        what = event.what
        time = max(0, event.ms - self.gap)
        match what:
            case ev.LineShown():
                self._show(what, time)
            case ev.LineDone() | ev.LineSkipped() | ev.LeftDetour() | ev.Answered():
                if self.frames and self.frames[-1] == what.line:
                    self.frames.pop()
            case ev.ObjectionRaised():
                self.frames.append(None)
            case ev.ObjectionEnded():
                if self.frames and self.frames[-1] is None:
                    self.frames.pop()
            case ev.StageEntered():
                self._book(time)
            case _:
                self._take_rare(event, time)

    def figures(self, last: Event) -> Figures:
        """What it all comes to."""
        talk_ms = self.booked + self._since_mark(max(0, last.ms - self.gap))
        on_top = next((frame for frame in self.frames[-1:] if frame is not None), self.line)
        return Figures(self.phase, talk_ms, last.ms, last.seq, on_top, self.outcome, self.help)

    def _show(self, what: ev.LineShown, time: int) -> None:
        if what.detour:
            self.frames.append(what.line)
            return
        if what.line == WRAP_UP:
            self._book(time)
        self.frames.clear()
        self.line = what.line

    def _take_rare(self, event: Event, time: int) -> None:
        match event.what:
            case ev.CallStarted(help=level):
                self.help, self.mark = level, time
            case ev.HelpChanged(help=level, line=""):
                self.help = level
            case ev.Held():
                self._book(time)
                self.held = True
            case ev.Resumed():
                self.held, self.mark = False, time
            case ev.CallEnded() | ev.Abandoned():
                self._book(time)
                self.phase, self.held = Phase.WRAP_UP, False
            case ev.OutcomeRecorded():
                self.phase, self.outcome = Phase.CLOSED, event.what
            case ev.Recovered(gap_ms=gap):
                self.gap += gap
            case _:
                pass

    def _book(self, time: int) -> None:
        self.booked += self._since_mark(time)
        if not self.held:
            self.mark = time

    def _since_mark(self, time: int) -> int:
        return 0 if self.held or self.phase is not Phase.TALK else max(0, time - self.mark)
