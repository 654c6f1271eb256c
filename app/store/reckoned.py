"""A whole call as it will lie in rows, reckoned from its events; calls told again are reckoned from those they retell."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from app.call import events as ev
from app.call.events import CallStarted, Event, OutcomeRecorded, to_data
from app.call.prompt import Phase
from app.call.sample_calls import ToldAgain
from app.review.lessons import Lessons, lessons_of
from app.review.projection import PlaybookParts, Projection, project
from app.store.figures import Figures, tally
from app.store.kinds import NUMBER_OF_KIND
from app.store.recorder import NoBeginning
from app.store.rows import event_row, to_json, to_millis

EVENT_COLUMNS = ("call", "seq", "kind", "cause", "ms", "at", "data")
_RECORDED = NUMBER_OF_KIND[OutcomeRecorded.kind]
_UNEVEN = (ev.Held, ev.Resumed, ev.Undone, ev.Recovered)
"""Kinds of events in whose calls time does not pass evenly."""

PartsOf = Callable[[CallStarted, datetime], PlaybookParts]
"""Finds what a call's playbook says of it."""


@dataclass(frozen=True, slots=True)
class Reckoned:
    """One call. ``events`` are rows in the order of ``EVENT_COLUMNS``, their first column still empty.

    ``closed`` is ``None`` for a call under way; ``outcome_at`` is when its outcome was recorded.
    """

    call: UUID
    start: datetime
    started: CallStarted
    figures: Figures
    closed: Projection | None
    lessons: Lessons | None
    outcome_at: datetime | None
    events: Sequence[tuple[Any, ...]]


def reckon(events: Sequence[Event], parts_of: PartsOf) -> Reckoned:
    """Reckons a call from its beginning on.

    Raises:
        NoBeginning: The first event is no beginning.
    """
    first = events[0]
    started = first.what
    if not isinstance(started, CallStarted):
        raise NoBeginning(f"The beginning of the call {first.call} is missing.")
    figures = tally(events)
    closed = project(events, parts_of(started, first.at)) if figures.phase is Phase.CLOSED else None
    outcome_at = next((one.at for one in reversed(events) if isinstance(one.what, OutcomeRecorded)), None)
    return Reckoned(
        first.call,
        first.at,
        started,
        figures,
        closed,
        lessons_of(events) if figures.outcome is not None else None,
        outcome_at if figures.outcome is not None else None,
        [tuple(event_row(0, one).values()) for one in events],
    )


class Retellings:
    """Reckons calls told again; remembers each walked call that is retold."""

    def __init__(self) -> None:
        self._known: dict[UUID, tuple[Reckoned, bool]] = {}

    def reckon(self, told: ToldAgain, parts_of: PartsOf) -> Reckoned:
        """As ``reckon`` would reckon ``told.events``."""
        walked = told.walked
        known = self._known.get(walked[0].call)
        if known is None:
            even = not any(isinstance(one.what, _UNEVEN) for one in walked) and walked[0].ms == 0
            known = self._known[walked[0].call] = (reckon(walked, parts_of), even)
        base, even = known
        return _again(base, told) if even else reckon(told.events, parts_of)


def _again(base: Reckoned, told: ToldAgain) -> Reckoned:
    pace, start = told.pace, to_millis(told.start)
    figures = base.figures
    rows = [
        (call, seq, kind, cause, (slower := round(ms * pace)), start + slower, data)
        for call, seq, kind, cause, ms, _, data in base.events
    ]
    rows[0] = (*rows[0][:6], to_json(to_data(told.started)))
    outcome_at = None
    if base.outcome_at is not None:
        recorded = next(row for row in reversed(rows) if row[2] == _RECORDED)
        outcome_at = told.start + timedelta(milliseconds=recorded[4])
    return Reckoned(
        told.call,
        told.start,
        told.started,
        replace(figures, talk_ms=round(figures.talk_ms * pace), last_ms=round(figures.last_ms * pace)),
        _slower(base.closed, pace) if base.closed else None,
        _taught(base.lessons, told) if base.lessons else None,
        outcome_at,
        rows,
    )


def _slower(closed: Projection, pace: float) -> Projection:
    if not closed.objections:
        return closed
    return replace(
        closed, objections=tuple(replace(one, ms=round(one.ms * pace)) for one in closed.objections)
    )


def _taught(lessons: Lessons, told: ToldAgain) -> Lessons:
    source, pace = told.started.lead.source, told.pace
    if not (lessons.met or lessons.hints):
        return lessons
    return replace(
        lessons,
        met=tuple(replace(one, source=source) for one in lessons.met),
        hints=tuple(
            replace(one, moment=replace(one.moment, ms=round(one.moment.ms * pace))) for one in lessons.hints
        ),
    )
