"""Figures that only the events know, counted in the newest calls so that no search grows without end."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import groupby, islice
from typing import Any
from uuid import UUID

from sqlalchemy import Row, select

from app.call import events as ev
from app.call.events import Event, Happening
from app.call.standing import kept_events
from app.playbook.model import WRAP_UP
from app.review.figures import Counted, Group, Tally, Values
from app.review.projection import STAGE_RANKS
from app.store.figure_fitting import Fitting
from app.store.kinds import NUMBER_OF_KIND
from app.store.rows import event_of, from_millis
from app.store.tables import call_event

NEWEST_READ = 2_000
"""So many calls are read, the newest ones."""
_AT_ONCE = 250
_NO_LINES = frozenset({WRAP_UP, "dead_end"})
_TIMED = (
    ev.StageEntered,
    ev.LineShown,
    ev.Held,
    ev.Resumed,
    ev.Recovered,
    ev.CallEnded,
    ev.Abandoned,
    ev.OutcomeRecorded,
    ev.Undone,
)
_SPOKEN = (ev.LineShown, ev.LineSkipped, ev.Reworded, ev.Undone)


def stage_times(fitting: Fitting) -> Counted:
    """Seconds in each stage, holds and breaks left out; a stage that was come back to counts its whole time."""
    found: dict[tuple[Group, str], list[float]] = defaultdict(list)
    read = 0
    for group, events in _newest(fitting, _TIMED):
        read += 1
        for stage, ms in stage_ms(events).items():
            found[group, stage].append(ms / 1000)
    values = [Values(group, (stage,), tuple(seconds)) for (group, stage), seconds in found.items()]
    values.sort(key=lambda one: (STAGE_RANKS.get(one.codes[0], 999), one.codes, one.group))
    return Counted(fitting.calls, read, values=tuple(values), sample=fitting.sample)


def dead_lines(fitting: Fitting) -> Counted:
    """In how many of the calls that showed a line it was skipped or said in other words."""
    shown: Counter[tuple[Group, str]] = Counter()
    left: Counter[tuple[Group, str]] = Counter()
    read = 0
    for group, events in _newest(fitting, _SPOKEN):
        read += 1
        seen = {one.what.line for one in events if isinstance(one.what, ev.LineShown)} - _NO_LINES
        passed = {one.what.line for one in events if isinstance(one.what, ev.LineSkipped | ev.Reworded)}
        shown.update((group, line) for line in seen)
        left.update((group, line) for line in seen & passed)
    found = [Tally(group, (line,), n, left[group, line]) for (group, line), n in sorted(shown.items())]
    return fitting.counted(found, read)


def _newest(fitting: Fitting, kinds: Sequence[type]) -> Iterator[tuple[Group, tuple[Event, ...]]]:
    """The newest calls with those of their events that stand."""
    rows = fitting.rows(
        "SELECT c.key AS key, c.id AS id, c.playbook AS playbook, c.source AS source FROM call AS c "
        "WHERE {where} ORDER BY c.started DESC, c.key DESC LIMIT :most",
        most=NEWEST_READ,
    )
    numbers = [NUMBER_OF_KIND[kind.kind] for kind in kinds]  # type: ignore[attr-defined]
    known: dict[tuple[int, str | None], Happening] = {}
    waiting = iter(rows)
    while part := list(islice(waiting, _AT_ONCE)):
        ids = {row.key: UUID(bytes=bytes(row.id)) for row in part}
        wanted = (
            select(call_event)
            .where(call_event.c.call.in_(list(ids)), call_event.c.kind.in_(numbers))
            .order_by(call_event.c.call, call_event.c.seq)
        )
        found = {
            key: tuple(_event(ids[key], row, known) for row in group)
            for key, group in groupby(fitting.db.execute(wanted), key=lambda row: row.call)
        }
        for row in part:
            yield fitting.group(row), kept_events(found.get(row.key, ()))


def _event(call: UUID, row: Row[Any], known: dict[tuple[int, str | None], Happening]) -> Event:
    """The event in ``row``; calls of one playbook say the same again and again, which is read once."""
    what = known.get((row.kind, row.data))
    if what is not None:
        return Event(call, row.seq, from_millis(row.at), row.ms, row.cause, what)
    event = event_of(call, row)
    known[row.kind, row.data] = event.what
    return event


@dataclass(slots=True)
class _Clock:
    """Walks through a call and books the time of stages."""

    stage: str = ""
    since: int = 0
    held: bool = False
    gaps: int = 0
    booked: Counter[str] = field(default_factory=Counter)

    def take(self, event: Event) -> None:
        now = event.ms - self.gaps
        match event.what:
            case ev.StageEntered(stage=stage):
                self._go(stage, now)
            case ev.LineShown(line=line) if line == WRAP_UP:
                self._go("", now)
            case ev.CallEnded() | ev.Abandoned() | ev.OutcomeRecorded():
                self._go("", now)
            case ev.Held():
                self._go(self.stage, now)
                self.held = True
            case ev.Resumed():
                self.held, self.since = False, now
            case ev.Recovered(gap_ms=gap):
                self.gaps += gap
            case _:
                pass

    def _go(self, stage: str, now: int) -> None:
        if self.stage and not self.held:
            self.booked[self.stage] += max(0, now - self.since)
        self.stage, self.since = stage, now


def stage_ms(events: Sequence[Event]) -> dict[str, int]:
    """Milliseconds in each stage that was entered, from the events of a call that stand."""
    clock = _Clock()
    for event in events:
        clock.take(event)
    return dict(clock.booked)
