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

from app.call.events import CallStarted, Event
from app.call.people import LeadCard
from app.call.sample_calls import ToldAgain
from app.playbook.source import Source
from app.review.projection import PlaybookParts
from app.store.consequences import DO_NOT_CALL, block_rows, follow_up_row, refresh_leads
from app.store.database import Database
from app.store.desk_entries import NOT_ON_DESK, desk_columns, objection_rows, searched_words
from app.store.desk_tables import call_objection
from app.store.leads import lead_row, origin_key, origin_of
from app.store.lessons import ClosedCall, Learning
from app.store.parts import PartsBook
from app.store.reckoned import EVENT_COLUMNS, Reckoned, Retellings, reckon
from app.store.recorder import call_texts, changing_columns, lasting_columns, lead_id_of
from app.store.reps import rep_key
from app.store.rows import to_millis
from app.store.sources import keep_source, name_revision
from app.store.tables import call, call_event, call_text, do_not_call, follow_up, lead, rep
from app.store.word_list import WordList

CALLS_A_TRANSACTION = 2_000
_AT_ONCE = 500

Progress = Callable[[int], None]
"""Told how many calls are written so far."""


def store_events(
    database: Database,
    calls: Iterable[Sequence[Event] | ToldAgain],
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
    events: list[tuple[Any, ...]] = field(default_factory=list)
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
        self._retellings = Retellings()
        self._leads: dict[UUID, int] = {}
        self._origins: dict[tuple[str, ...], int] = {}
        self._reps: dict[str, int] = {}
        self._revisions: dict[str, int] = {}
        self._promised: dict[int, list[int]] = {}

    def write(self, db: Connection, batch: Sequence[Sequence[Event] | ToldAgain]) -> None:
        """Writes ``batch`` into the open transaction."""
        rows = _Rows()
        next_call, next_lead = _next_key(db, call), _next_key(db, lead)
        calls = [self._reckoned(db, one) for one in batch]
        self._recall_leads(db, calls)
        for key, one in enumerate(calls, start=next_call):
            next_lead = self._add(db, rows, key, next_lead, one)
        _put(db, lead, rows.leads)
        _put(db, call, rows.calls)
        _put(db, call_text, rows.texts)
        _put_events(db, rows.events)
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

    def _reckoned(self, db: Connection, one: Sequence[Event] | ToldAgain) -> Reckoned:
        def parts_of(started: CallStarted, at: datetime) -> PlaybookParts:
            return self._parts.of(db, self._revision_key(db, started, at))

        return self._retellings.reckon(one, parts_of) if isinstance(one, ToldAgain) else reckon(one, parts_of)

    def _add(self, db: Connection, rows: _Rows, key: int, next_lead: int, one: Reckoned) -> int:
        """Adds the rows of one call; returns the next free key of a lead."""
        started, closed = one.started, one.closed
        lead_key = self._lead_key(db, rows, one, next_lead)
        rep_of_call = self._rep_key(db, started)
        rows.calls.append(
            {
                **lasting_columns(db, self._words, one.call, started, one.start),
                **changing_columns(db, self._words, one.figures),
                **(desk_columns(db, self._words, started, closed) if closed else NOT_ON_DESK),
                "key": key,
                "rep": rep_of_call,
                "lead": lead_key,
                "revision": self._revision_key(db, started, one.start),
            }
        )
        words = searched_words(started.lead, closed) if closed else ""
        rows.texts.append({"call": key, **call_texts(started), "words": words})
        if closed:
            rows.objections += objection_rows(db, self._words, key, started, to_millis(one.start), closed)
        rows.events += [(key, *row[1:]) for row in one.events]
        rows.helps[rep_of_call] = one.figures.help.value
        self._conclude(rows, key, rep_of_call, lead_key, one)
        return max(next_lead, (lead_key or 0) + 1)

    def _conclude(self, rows: _Rows, key: int, rep_of_call: int, lead_key: int | None, one: Reckoned) -> None:
        """What the outcome means for others: a promise made or met, a number blocked, the lead's figures."""
        outcome, at = one.figures.outcome, one.outcome_at
        if lead_key is not None:
            rows.touched[lead_key] = at or one.start
        if outcome is None or at is None or one.lessons is None:
            return
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
            rows.blocks += block_rows(key, one.started, at, self._country)
        rows.learning.add(ClosedCall(key, one.started, one.start, at), one.lessons)

    def _recall_leads(self, db: Connection, calls: Sequence[Reckoned]) -> None:
        """Finds the leads of a batch that the database has already, in one look."""
        ids = {found for one in calls if (found := lead_id_of(one.started.lead)) and found not in self._leads}
        wanted = [found.bytes for found in ids]
        for first in range(0, len(wanted), _AT_ONCE):
            known = select(lead.c.id, lead.c.key).where(lead.c.id.in_(wanted[first : first + _AT_ONCE]))
            self._leads |= {UUID(bytes=bytes(row.id)): row.key for row in db.execute(known)}

    def _lead_key(self, db: Connection, rows: _Rows, one: Reckoned, next_lead: int) -> int | None:
        card = one.started.lead
        lead_id = lead_id_of(card)
        if lead_id is None:
            return None
        known = self._leads.get(lead_id)
        if known is None:
            known = self._leads[lead_id] = next_lead
            at = to_millis(one.start)
            rows.leads.append(
                {
                    **lead_row(db, card, self._country, self._origin_key(db, card)),
                    "key": known,
                    "id": lead_id.bytes,
                    "created": at,
                    "touched": at,
                    "sample": one.started.sample,
                }
            )
        return known

    def _origin_key(self, db: Connection, card: LeadCard) -> int:
        origin = origin_of(card)
        known = self._origins.get(origin)
        if known is None:
            known = self._origins[origin] = origin_key(db, card)
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


def _put(db: Connection, table: Table, rows: list[dict[str, Any]]) -> None:
    if rows:
        db.execute(table.insert(), rows)


def _put_events(db: Connection, rows: list[tuple[Any, ...]]) -> None:
    """Events are nearly all there is to write, so SQLite's driver gets them as they are."""
    if not rows:
        return
    if db.dialect.name == "sqlite":
        marks = ", ".join("?" * len(EVENT_COLUMNS))
        columns = ", ".join(EVENT_COLUMNS)
        db.exec_driver_sql(f"INSERT INTO call_event ({columns}) VALUES ({marks})", rows)  # noqa: S608
    else:
        db.execute(call_event.insert(), [dict(zip(EVENT_COLUMNS, row, strict=True)) for row in rows])


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
