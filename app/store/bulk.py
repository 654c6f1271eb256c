"""Writes many whole calls in few large transactions: for sample data and imports, not for calls that are being made.

The rows are the same that the journal would write call by call (a test compares them); they are only reckoned in
memory first and put in by the thousand.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from itertools import islice
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, Table, bindparam, func, select

from app.call.events import CallStarted, Event, OutcomeRecorded
from app.call.prompt import Phase
from app.playbook.source import Source
from app.review.lessons import lessons_of
from app.review.projection import project
from app.store.consequences import DO_NOT_CALL, block_rows, follow_up_row, refresh_leads
from app.store.database import Database
from app.store.desk_entries import NOT_ON_DESK, desk_columns, objection_rows, searched_words
from app.store.desk_tables import call_objection
from app.store.figures import tally
from app.store.leads import lead_row
from app.store.lessons import ClosedCall, Learning
from app.store.parts import PartsBook
from app.store.recorder import NoBeginning, call_texts, changing_columns, lasting_columns, lead_id_of
from app.store.reps import rep_key
from app.store.rows import event_row, to_millis
from app.store.sources import keep_source, name_revision
from app.store.tables import call, call_event, call_text, do_not_call, follow_up, lead, rep
from app.store.word_list import WordList

CALLS_A_TRANSACTION = 2_000

Progress = Callable[[int], None]
"""Told how many calls are written so far."""


def store_events(
    database: Database,
    calls: Iterable[Sequence[Event]],
    sources: Sequence[Source] = (),
    *,
    country: str = "CZ",
    progress: Progress | None = None,
) -> int:
    """Writes ``calls``, each whole from its ``call_started`` on, with leads, follow-ups and blocks; returns how many.

    Give calls of one lead in the order of their time. None may be in the database already.

    Raises:
        BookUnavailable: The database cannot be written now; transactions before it are kept.
        NoBeginning: A call does not begin with its start; transactions before it are kept.
    """
    load = _Load(country)
    waiting = iter(calls)
    with database.writing() as db:
        for source in sources:
            keep_source(db, source, datetime.now(UTC))
    while batch := list(islice(waiting, CALLS_A_TRANSACTION)):
        with database.writing() as db:
            load.write(db, batch)
        if progress:
            progress(load.calls)
    return load.calls


@dataclass(slots=True)
class _Rows:
    """What one transaction will put in."""

    leads: list[dict[str, Any]] = field(default_factory=list)
    calls: list[dict[str, Any]] = field(default_factory=list)
    texts: list[dict[str, Any]] = field(default_factory=list)
    events: list[dict[str, Any]] = field(default_factory=list)
    objections: list[dict[str, Any]] = field(default_factory=list)
    promises: dict[int, dict[str, Any]] = field(default_factory=dict)
    met_before: list[dict[str, int]] = field(default_factory=list)
    blocks: list[dict[str, Any]] = field(default_factory=list)
    touched: dict[int, datetime] = field(default_factory=dict)
    helps: dict[int, str] = field(default_factory=dict)
    learning: Learning = field(default_factory=Learning)


class _Load:
    """One loading: what it knows of leads, reps and open promises from one transaction to the next."""

    def __init__(self, country: str) -> None:
        self.calls = 0
        self._country = country
        self._words = WordList()
        self._parts = PartsBook()
        self._leads: dict[UUID, int] = {}
        self._reps: dict[str, int] = {}
        self._revisions: dict[str, int] = {}
        self._promised: dict[int, list[int]] = {}

    def write(self, db: Connection, batch: Sequence[Sequence[Event]]) -> None:
        """Writes ``batch`` into the open transaction."""
        rows = _Rows()
        next_call, next_lead = _next_key(db, call), _next_key(db, lead)
        for key, events in enumerate(batch, start=next_call):
            next_lead = self._add(db, rows, key, next_lead, events)
        _put(db, lead, rows.leads)
        _put(db, call, rows.calls)
        _put(db, call_text, rows.texts)
        _put(db, call_event, rows.events)
        _put(db, call_objection, rows.objections)
        _put(db, follow_up, list(rows.promises.values()))
        _put(db, do_not_call, rows.blocks)
        if rows.met_before:
            db.execute(_MET, rows.met_before)
        refresh_leads(db, rows.touched)
        rows.learning.write(db, self._words)
        for key, level in rows.helps.items():
            db.execute(rep.update().where(rep.c.key == key).values(help=level))
        _follow_keys(db)
        self.calls += len(batch)

    def _add(self, db: Connection, rows: _Rows, key: int, next_lead: int, events: Sequence[Event]) -> int:
        """Reckons the rows of one call; returns the next free key of a lead."""
        first = events[0]
        started = first.what
        if not isinstance(started, CallStarted):
            raise NoBeginning(f"The beginning of the call {first.call} is missing.")
        figures = tally(events)
        lead_key = self._lead_key(db, rows, started, first, next_lead)
        rep_of_call = self._rep_key(db, started)
        revision = self._revision_key(db, started, first.at)
        closed = project(events, self._parts.of(db, revision)) if figures.phase is Phase.CLOSED else None
        rows.calls.append(
            {
                **lasting_columns(db, self._words, first.call, started, first.at),
                **changing_columns(db, self._words, figures),
                **(desk_columns(db, self._words, started, closed) if closed else NOT_ON_DESK),
                "key": key,
                "rep": rep_of_call,
                "lead": lead_key,
                "revision": revision,
            }
        )
        words = searched_words(started.lead, closed) if closed else ""
        rows.texts.append({"call": key, **call_texts(started), "words": words})
        if closed:
            rows.objections += objection_rows(db, self._words, key, started, to_millis(first.at), closed)
        rows.events += [event_row(key, event) for event in events]
        rows.helps[rep_of_call] = figures.help.value
        self._conclude(rows, key, rep_of_call, lead_key, started, figures.outcome, events)
        return max(next_lead, (lead_key or 0) + 1)

    def _conclude(
        self,
        rows: _Rows,
        key: int,
        rep_of_call: int,
        lead_key: int | None,
        started: CallStarted,
        outcome: OutcomeRecorded | None,
        events: Sequence[Event],
    ) -> None:
        """What the outcome means for others: a promise made or met, a number blocked, the lead's figures."""
        if lead_key is not None:
            rows.touched[lead_key] = events[0].at if outcome is None else _moment_of_outcome(events)
        if outcome is None:
            return
        at = _moment_of_outcome(events)
        if lead_key is not None:
            for promised in self._promised.pop(lead_key, ()):
                if promised in rows.promises:
                    rows.promises[promised]["done_by"] = key
                else:
                    rows.met_before.append({"promised": promised, "by": key})
        promise = follow_up_row(key, rep_of_call, lead_key, outcome, at)
        if promise is not None:
            rows.promises[key] = {**promise, "done_by": None}
            if lead_key is not None:
                self._promised.setdefault(lead_key, []).append(key)
        if outcome.outcome == DO_NOT_CALL:
            rows.blocks += block_rows(key, started, at, self._country)
        rows.learning.add(ClosedCall(key, started, events[0].at, at), lessons_of(events))

    def _lead_key(
        self, db: Connection, rows: _Rows, started: CallStarted, first: Event, next_lead: int
    ) -> int | None:
        lead_id = lead_id_of(started.lead)
        if lead_id is None:
            return None
        known = self._leads.get(lead_id)
        if known is None:
            known = db.execute(select(lead.c.key).where(lead.c.id == lead_id.bytes)).scalar_one_or_none()
        if known is None:
            known = next_lead
            row = lead_row(db, started.lead, self._country)
            at = to_millis(first.at)
            rows.leads.append(
                {
                    **row,
                    "key": known,
                    "id": lead_id.bytes,
                    "created": at,
                    "touched": at,
                    "sample": started.sample,
                }
            )
        self._leads[lead_id] = known
        return known

    def _rep_key(self, db: Connection, started: CallStarted) -> int:
        known = self._reps.get(started.rep.rep_id)
        if known is None:
            known = self._reps[started.rep.rep_id] = rep_key(db, started.rep)
        return known

    def _revision_key(self, db: Connection, started: CallStarted, at: datetime) -> int:
        known = self._revisions.get(started.playbook_revision)
        if known is None:
            known = name_revision(db, started.playbook_revision, started.playbook, at)
            self._revisions[started.playbook_revision] = known
        return known


_MET = follow_up.update().where(follow_up.c.call == bindparam("promised")).values(done_by=bindparam("by"))


def _moment_of_outcome(events: Sequence[Event]) -> datetime:
    return next(event.at for event in reversed(events) if isinstance(event.what, OutcomeRecorded))


def _put(db: Connection, table: Table, rows: list[dict[str, Any]]) -> None:
    if rows:
        db.execute(table.insert(), rows)


def _next_key(db: Connection, table: Table) -> int:
    last: int | None = db.execute(select(func.max(table.c.key))).scalar_one()
    return (last or 0) + 1


def _follow_keys(db: Connection) -> None:
    """PostgreSQL's sequences do not see keys that were given; they go on after the last one."""
    if db.dialect.name == "sqlite":
        return
    for table in (call, lead):
        sequence = func.pg_get_serial_sequence(f'"{table.name}"', "key")
        db.execute(select(func.setval(sequence, select(func.max(table.c.key)).scalar_subquery())))
