"""Many closed calls put on the desk anew at once: after forgetting, and when an older program's reckoning is replaced.

What is there is read first and only what differs is written, as most of it stays and every column has its index.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby, islice
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, Row, select

from app.call.events import CallStarted, Event, UnknownEvent
from app.call.ports import CallStatus
from app.review.projection import PROJECTION, project
from app.store.desk_entries import (
    ENTER,
    LEAVE,
    WORDS,
    desk_columns,
    objection_rows,
    searched_words,
    sort_name,
)
from app.store.desk_tables import call_objection
from app.store.parts import PartsBook
from app.store.rows import event_of, to_millis
from app.store.tables import STATUS_NUMBERS, call, call_event, call_text
from app.store.word_list import WordList

AT_ONCE = 200
"""Calls whose events are held in memory together."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A closed call with all its events."""

    key: int
    revision: int
    events: Sequence[Event]


def renew_all(db: Connection, words: WordList, parts: PartsBook, entries: Sequence[Entry]) -> None:
    """Makes the places of ``entries`` on the desk say what their events say; one without a beginning is left alone."""
    keys = [one.key for one in entries]
    known = {row.key: row._asdict() for row in db.execute(select(call).where(call.c.key.in_(keys)))}
    said = {
        row.call: row._asdict() for row in db.execute(select(call_text).where(call_text.c.call.in_(keys)))
    }
    raised = _raised(db, keys)
    number = words.numbering(db)
    columns, texts, left, come = [], [], [], []
    for one in entries:
        started = one.events[0].what
        if not isinstance(started, CallStarted):
            continue
        figures = project(one.events, parts.of(db, one.revision))
        row = desk_columns(number, started, figures)
        if _differs(known[one.key], row):
            columns.append({"of_call": one.key, **row})
        text = {"words": searched_words(started.lead, figures), "sort_name": sort_name(started.lead)}
        if _differs(said[one.key], text):
            texts.append({"of_call": one.key, **text})
        objections = objection_rows(number, one.key, started, to_millis(one.events[0].at), figures)
        if objections != raised.get(one.key, []):
            left.append({"of_call": one.key})
            come += objections
    for statement, rows in ((ENTER, columns), (WORDS, texts), (LEAVE, left), (call_objection.insert(), come)):
        if rows:
            db.execute(statement, rows)


def _raised(db: Connection, keys: Sequence[int]) -> dict[int, list[dict[str, Any]]]:
    wanted = select(call_objection).where(call_objection.c.call.in_(keys))
    rows = db.execute(wanted.order_by(call_objection.c.call, call_objection.c.number))
    return {key: [row._asdict() for row in group] for key, group in groupby(rows, key=lambda row: row.call)}


def _differs(before: Mapping[str, Any], after: Mapping[str, Any]) -> bool:
    return any(before[name] != value for name, value in after.items())


def events_kept(db: Connection, keys: Iterable[int]) -> dict[int, list[Row[Any]]]:
    """The rows of the events of each call, in their order."""
    wanted = select(call_event).where(call_event.c.call.in_(list(keys)))
    rows = db.execute(wanted.order_by(call_event.c.call, call_event.c.seq))
    return {key: list(group) for key, group in groupby(rows, key=lambda row: row.call)}


def catch_up(db: Connection, told: Callable[[int], None] | None = None) -> int:
    """Reckons every closed call that was not, or by an older way; returns how many."""
    words, parts = WordList(), PartsBook()
    waiting = select(call.c.key, call.c.id, call.c.revision).where(
        call.c.status == STATUS_NUMBERS[CallStatus.CLOSED], call.c.projection != PROJECTION
    )
    done = 0
    for part in _parts(db.execute(waiting).all()):
        kept = events_kept(db, [row.key for row in part])
        entries = [made for row in part if (made := _entry(row, kept.get(row.key, []))) is not None]
        renew_all(db, words, parts, entries)
        done += len(entries)
        if told:
            told(done)
    return done


def _parts(rows: Sequence[Any]) -> Iterator[list[Any]]:
    waiting = iter(rows)
    while part := list(islice(waiting, AT_ONCE)):
        yield part


def _entry(row: Any, kept: Sequence[Any]) -> Entry | None:
    """The call in ``row``; ``None`` when one of its events cannot be read, or it has none."""
    call_id = UUID(bytes=bytes(row.id))
    try:
        events = [event_of(call_id, one) for one in kept]
    except UnknownEvent:
        return None
    return Entry(row.key, row.revision, events) if events else None
