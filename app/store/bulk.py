"""Writes many whole calls in few large transactions: for sample data and imports, not for calls that are being made.

The rows are the same that the journal would write call by call (a test compares them); they are only drawn up in
memory first and put in by the thousand. The log is synced when it goes into the file, not at every transaction: after a
power cut the last transactions may be missing, but the file is sound (sqlite.org/pragma.html#pragma_synchronous).
"""

from __future__ import annotations

import contextlib
import sqlite3
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from itertools import islice
from typing import Any

from sqlalchemy import Connection, Table, bindparam, func, select
from sqlalchemy.exc import DBAPIError

from app.call.events import CallStarted, Event
from app.call.people import RepCard
from app.call.ports import BookUnavailable
from app.call.sample_calls import ToldAgain
from app.playbook.source import Source
from app.review.projection import PlaybookParts
from app.store.consequences import refresh_leads
from app.store.database import Database, begun
from app.store.desk_bits import tidy
from app.store.desk_tables import call_objection
from app.store.drafting import CALL_WORDS, OBJECTION_WORDS, Batch, CallDraft, Drafting
from app.store.leads import origin_key
from app.store.lessons import ClosedCall, Learning
from app.store.parts import PartsBook
from app.store.reckoned import EVENT_COLUMNS
from app.store.reps import rep_key
from app.store.sources import keep_source, name_revision
from app.store.tables import call, call_event, call_text, do_not_call, follow_up, lead, rep
from app.store.troubles import passing_trouble
from app.store.word_list import WordList

CALLS_A_TRANSACTION = 2_000
_AT_ONCE = 500
_BLOCKS_AT_ONCE = 64
_CACHE = "cache_size=-262144"
"""256 MiB of pages at most: what indexes are written to here and there stays in memory."""
_LOG = "wal_autocheckpoint=32768"
"""The log goes into the file whenever it has 128 MiB, so that a page changed often is written once."""

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
    keep_sources(database, sources)
    drafting = Drafting(country, _KeptParts(database).of)
    return store_batches(database, _batches(drafting, calls), progress=progress)


def keep_sources(database: Database, sources: Iterable[Source]) -> None:
    """Keeps the texts that calls were made with."""
    with database.writing() as db:
        for source in sources:
            keep_source(db, source, datetime.now(UTC))


def store_batches(database: Database, batches: Iterable[Batch], *, progress: Progress | None = None) -> int:
    """Writes calls that were drawn up, all batches of one drafting in their order; returns how many.

    Raises:
        BookUnavailable: The database cannot be written now; transactions before it are kept.
    """
    load = _Load()
    with _loading(database) as db:
        for batch in batches:
            with begun(db):
                load.write(db, batch)
            if progress:
                progress(load.calls)
        while True:
            with begun(db):
                if not tidy(db, most=_BLOCKS_AT_ONCE):
                    break
    return load.calls


def _batches(drafting: Drafting, calls: Iterable[Sequence[Event] | ToldAgain]) -> Iterator[Batch]:
    waiting = iter(calls)
    while part := list(islice(waiting, CALLS_A_TRANSACTION)):
        yield drafting.batch(part)


@contextlib.contextmanager
def _loading(database: Database) -> Iterator[Connection]:
    """A connection for many large transactions; it is not used again by others."""
    try:
        with database.connect() as db:
            try:
                _set(db, database, "synchronous=NORMAL", _CACHE, _LOG)
                yield db
            finally:
                db.rollback()
                _settle(db, database)
    except DBAPIError as error:
        trouble = passing_trouble(error, database.path)
        if trouble is None:
            raise
        raise BookUnavailable(trouble.kind) from error


def _settle(db: Connection, database: Database) -> None:
    """Brings the log into the file and onto the disk, and ends the connection with its settings."""
    with contextlib.suppress(sqlite3.OperationalError):  # whoever reads meanwhile only puts it off
        _set(db, database, "synchronous=FULL", "wal_checkpoint(TRUNCATE)")
    db.invalidate()


def _set(db: Connection, database: Database, *settings: str) -> None:
    """Tells SQLite, outside of a transaction."""
    connection: Any = db.connection.driver_connection
    if database.path:
        for setting in settings:
            connection.execute(f"PRAGMA {setting}").fetchall()


class _KeptParts:
    """What the playbooks of calls say of them, from the texts in the database."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._known: dict[str, PlaybookParts] = {}

    def of(self, started: CallStarted, at: datetime) -> PlaybookParts:
        """The parts of the playbook of a call."""
        revision = started.playbook_revision
        if revision not in self._known:
            with self._database.writing() as db:
                key = name_revision(db, revision, started.playbook, at)
                self._known[revision] = PartsBook().of(db, key)
        return self._known[revision]


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
    """One loading: what it knows of words, leads, reps and open promises from one transaction to the next."""

    def __init__(self) -> None:
        self.calls = 0
        self._words = WordList()
        self._parts = PartsBook()
        self._numbers: list[int | None] = [None]
        self._leads: dict[bytes, int] = {}
        self._origins: dict[tuple[str, ...], int] = {}
        self._reps: dict[str, int] = {}
        self._revisions: dict[str, int] = {}
        self._promised: dict[int, list[int]] = {}

    def write(self, db: Connection, batch: Batch) -> None:
        """Writes ``batch`` into the open transaction."""
        rows = _Rows()
        self._numbers += [self._words.number(db, word) for word in batch.words]
        next_call, next_lead = _next_key(db, call), _next_key(db, lead)
        self._recall_leads(db, batch.calls)
        for key, one in enumerate(batch.calls, start=next_call):
            next_lead = self._add(db, rows, key, next_lead, one)
        for table, put in (
            (lead, rows.leads),
            (call, rows.calls),
            (call_text, rows.texts),
        ):
            _put(db, table, put)
        _put_tuples(db, call_event, EVENT_COLUMNS, rows.events)
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
        self.calls += len(batch.calls)

    def _add(self, db: Connection, rows: _Rows, key: int, next_lead: int, one: CallDraft) -> int:
        """Adds the rows of one call; returns the next free key of a lead."""
        lead_key = self._lead_key(db, rows, one, next_lead)
        rep_of_call = self._rep_key(db, one.rep)
        numbers = self._numbers
        row = one.plain
        for name in CALL_WORDS:
            row[name] = numbers[one.words[name] or 0]
        row["key"], row["rep"], row["lead"] = key, rep_of_call, lead_key
        row["revision"] = self._revision_key(db, one)
        rows.calls.append(row)
        one.texts["call"] = key
        rows.texts.append(one.texts)
        for raised in one.objections:
            raised["call"] = key
            for name in OBJECTION_WORDS:
                raised[name] = numbers[raised[name] or 0]
            rows.objections.append(raised)
        rows.events += [(key, *row[1:]) for row in one.events]
        rows.helps[rep_of_call] = one.help
        self._conclude(rows, key, rep_of_call, lead_key, one)
        return max(next_lead, (lead_key or 0) + 1)

    def _conclude(
        self, rows: _Rows, key: int, rep_of_call: int, lead_key: int | None, one: CallDraft
    ) -> None:
        """What the outcome means for others: a promise made or met, a number blocked, the lead's figures."""
        if lead_key is not None:
            rows.touched[lead_key] = one.outcome_at or one.start
        if one.lessons is None or one.outcome_at is None:
            return
        if lead_key is not None:
            for promised in self._promised.pop(lead_key, ()):
                if promised in rows.promises:
                    rows.promises[promised]["done_by"] = key
                else:
                    rows.met_before.append({"promised": promised, "by": key})
        if one.promise is not None:
            of_call = {"call": key, "rep": rep_of_call, "lead": lead_key, "done_by": None}
            rows.promises[key] = one.promise | of_call
            if lead_key is not None:
                self._promised.setdefault(lead_key, []).append(key)
        rows.blocks += [{**block, "call": key} for block in one.blocks]
        sample = bool(one.plain["sample"])
        closed = ClosedCall(key, one.playbook, one.lang, sample, one.start, one.outcome_at)
        rows.learning.add(closed, one.lessons)

    def _recall_leads(self, db: Connection, calls: Sequence[CallDraft]) -> None:
        """Finds the leads of a batch that the database has already, in one look."""
        wanted = list({one.lead for one in calls if one.lead and one.lead not in self._leads})
        for first in range(0, len(wanted), _AT_ONCE):
            known = select(lead.c.id, lead.c.key).where(lead.c.id.in_(wanted[first : first + _AT_ONCE]))
            self._leads |= {bytes(row.id): row.key for row in db.execute(known)}

    def _lead_key(self, db: Connection, rows: _Rows, one: CallDraft, next_lead: int) -> int | None:
        if one.lead is None:
            return None
        known = self._leads.get(one.lead)
        if known is None:
            assert one.new_lead is not None, "whoever draws calls up tells of each lead first"
            known = self._leads[one.lead] = next_lead
            origin = self._origin_key(db, one.new_lead.origin)
            rows.leads.append({**one.new_lead.columns, "key": known, "origin": origin})
        return known

    def _origin_key(self, db: Connection, origin: tuple[str, ...]) -> int:
        known = self._origins.get(origin)
        if known is None:
            known = self._origins[origin] = origin_key(db, origin)
        return known

    def _rep_key(self, db: Connection, card: RepCard) -> int:
        known = self._reps.get(card.rep_id)
        if known is None:
            known = self._reps[card.rep_id] = rep_key(db, card)
        return known

    def _revision_key(self, db: Connection, one: CallDraft) -> int:
        known = self._revisions.get(one.revision)
        if known is None:
            known = name_revision(db, one.revision, one.playbook, one.start)
            self._revisions[one.revision] = known
            self._parts.of(db, known)
        return known


_MET = follow_up.update().where(follow_up.c.call == bindparam("promised")).values(done_by=bindparam("by"))


def _put(db: Connection, table: Table, rows: list[dict[str, Any]]) -> None:
    if not rows:
        return
    columns = tuple(rows[0])
    _put_tuples(db, table, columns, [tuple(row[name] for name in columns) for row in rows])


def _put_tuples(
    db: Connection, table: Table, columns: Sequence[str], rows: Sequence[tuple[Any, ...]]
) -> None:
    """SQLite's driver gets values as they are, which takes half the time."""
    if not rows:
        return
    if db.dialect.name == "sqlite":
        marks = ", ".join("?" * len(columns))
        names = ", ".join(f'"{name}"' for name in columns)
        db.exec_driver_sql(f"INSERT INTO {table.name} ({names}) VALUES ({marks})", list(rows))  # noqa: S608
    else:
        db.execute(table.insert(), [dict(zip(columns, row, strict=True)) for row in rows])


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
