"""The book of calls in the database."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any
from uuid import UUID

from sqlalchemy import ColumnElement, Row, Select, func, literal_column, or_, select

from app.call.ports import BookUnavailable, CallSummary, TroubleKind
from app.playbook.folding import fold
from app.playbook.source import Source
from app.playbook.vocabulary import OUTCOMES
from app.store.database import Database
from app.store.sources import revision_key, source_of
from app.store.tables import (
    STATUS_OF_NUMBER,
    call,
    call_event,
    call_text,
    playbook_revision,
    rep,
    word,
)
from app.store.values import from_millis, storable

if TYPE_CHECKING:
    from app.call.events import Event
    from app.store.claims import CallClaims

SHORTEST_ID = 4
"""How many characters of an id must be given to look for it."""
_AT_ONCE = 500
"""How many calls one statement fetches: the most values that any SQLite and PostgreSQL take is far above."""

_playbook, _lang, _last_line = word.alias("playbook"), word.alias("lang"), word.alias("last_line")
_outcome, _reason, _source = word.alias("outcome"), word.alias("reason"), word.alias("source")
_CLOSED: ColumnElement[int] = literal_column("2")
"""``CallStatus.CLOSED`` written out, so that SQLite may use the index over unfinished calls."""


def nothing_waits(_call: UUID) -> tuple[Event, ...]:
    """For a journal that keeps everything at once."""
    return ()


class StoredCalls:
    """Reads recorded calls (implements ``CallBook``)."""

    def __init__(
        self,
        database: Database,
        waiting: Callable[[UUID], tuple[Event, ...]] = nothing_waits,
        claims: CallClaims | None = None,
    ) -> None:
        """``waiting`` tells the events of a call that the journal has not brought into the database yet.

        ``claims`` tells which calls another running program holds.
        """
        self._database = database
        self._waiting = waiting
        self._claims = claims

    def recent(self, limit: int, query: str = "", rep_id: str | None = None) -> tuple[CallSummary, ...]:
        """See ``CallBook``. Raises BookUnavailable when the database cannot be read."""
        wanted = _summaries().where(*(_mentions(part) for part in fold(query).split()))
        if rep_id is not None:
            wanted = wanted.where(rep.c.login == storable(rep_id))
        return self._read(wanted.order_by(call.c.started.desc(), call.c.key.desc()).limit(limit))

    def unfinished(self, rep_id: str | None = None) -> tuple[CallSummary, ...]:
        """See ``CallBook``. Raises BookUnavailable when the database cannot be read."""
        wanted = _summaries().where(call.c.status < _CLOSED)
        if rep_id is not None:
            wanted = wanted.where(rep.c.login == storable(rep_id))
        found = self._read(wanted.order_by(call.c.started.desc(), call.c.key.desc()))
        claims = self._claims
        if claims is None:
            return found
        return tuple(replace(each, elsewhere=claims.is_elsewhere(each.call)) for each in found)

    def find(self, wanted: str) -> tuple[CallSummary, ...]:
        """See ``CallBook``. Raises BookUnavailable when the database cannot be read."""
        if wanted == "last":
            return self.recent(1)
        digits = wanted.replace("-", "").lower()
        if len(digits) < SHORTEST_ID or len(digits) > 32 or set(digits) - set("0123456789abcdef"):
            return ()
        lowest, highest = bytes.fromhex(digits.ljust(32, "0")), bytes.fromhex(digits.ljust(32, "f"))
        return self._read(
            _summaries().where(call.c.id.between(lowest, highest)).order_by(call.c.started.desc())
        )

    def summaries(self, wanted: Sequence[UUID]) -> tuple[CallSummary, ...]:
        """See ``CallBook``. Raises BookUnavailable when the database cannot be read."""
        ids = [one.bytes for one in dict.fromkeys(wanted)]
        batches = (ids[first : first + _AT_ONCE] for first in range(0, len(ids), _AT_ONCE))
        found = {
            each.call: each
            for batch in batches
            for each in self._read(_summaries().where(call.c.id.in_(batch)))
        }
        return tuple(found[one] for one in dict.fromkeys(wanted) if one in found)

    def events(self, call_id: UUID) -> tuple[Event, ...]:
        """See ``CallBook``. Raises BookUnavailable when the database or an event cannot be read."""
        from app.call.events import UnknownEvent
        from app.store.rows import event_of

        rows = (
            select(call_event)
            .join(call, call.c.key == call_event.c.call)
            .where(call.c.id == call_id.bytes)
            .order_by(call_event.c.seq)
        )
        waiting = self._waiting(call_id)
        try:
            with self._database.reading() as db:
                kept = tuple(event_of(call_id, row) for row in db.execute(rows))
        except UnknownEvent as error:
            raise BookUnavailable(TroubleKind.DAMAGED) from error
        last = kept[-1].seq if kept else 0
        return (*kept, *(event for event in waiting if event.seq > last))

    def source(self, revision: str) -> Source | None:
        """See ``CallBook``. Raises BookUnavailable when the database cannot be read."""
        with self._database.reading() as db:
            key = revision_key(db, revision)
            return None if key is None else source_of(db, key)

    def last_help(self, rep_id: str) -> str | None:
        """See ``CallBook``. Raises BookUnavailable when the database cannot be read."""
        with self._database.reading() as db:
            found = db.execute(select(rep.c.help).where(rep.c.login == storable(rep_id))).scalar_one_or_none()
        return found or None

    def any_reviewed(self, rep_id: str) -> bool:
        """See ``CallBook``. Raises BookUnavailable when the database cannot be read."""
        reps = select(rep.c.key).where(rep.c.login == storable(rep_id))
        judged = select(call.c.key).where(call.c.rep.in_(reps), call.c.reviewed != 0).limit(1)
        with self._database.reading() as db:
            return db.execute(judged).scalar_one_or_none() is not None

    def count(self) -> int:
        """How many calls there are."""
        with self._database.reading() as db:
            total: int = db.execute(select(func.count()).select_from(call)).scalar_one()
        return total

    def _read(self, wanted: Select[Any]) -> tuple[CallSummary, ...]:
        with self._database.reading() as db:
            return tuple(_summary(row) for row in db.execute(wanted))


def _mentions(part: str) -> ColumnElement[bool]:
    """Whether a call's texts or its outcome, by code or by either label, contain the folded ``part``."""
    codes = [
        code
        for code, outcome in OUTCOMES.items()
        if part in code or part in fold(outcome.label.en) or part in fold(outcome.label.cs)
    ]
    return or_(
        call_text.c.folded.contains(storable(part), autoescape=True),
        _outcome.c.text.contains(storable(part), autoescape=True),
        _outcome.c.text.in_(codes),
    )


def _summaries() -> Select[Any]:
    return (
        select(
            call,
            call_text,
            playbook_revision.c.revision.label("revision_bytes"),
            rep.c.login,
            rep.c.name.label("rep_name"),
            _playbook.c.text.label("playbook_text"),
            _lang.c.text.label("lang_text"),
            _source.c.text.label("source_text"),
            _last_line.c.text.label("line_text"),
            _outcome.c.text.label("outcome_text"),
            _reason.c.text.label("reason_text"),
        )
        .join(call_text, call_text.c.call == call.c.key)
        .join(rep, rep.c.key == call.c.rep)
        .join(playbook_revision, playbook_revision.c.key == call.c.revision)
        .join(_playbook, _playbook.c.key == call.c.playbook)
        .join(_lang, _lang.c.key == call.c.lang)
        .join(_source, _source.c.key == call.c.source)
        .join(_last_line, _last_line.c.key == call.c.last_line)
        .outerjoin(_outcome, _outcome.c.key == call.c.outcome)
        .outerjoin(_reason, _reason.c.key == call.c.reason)
    )


def _summary(row: Row[Any]) -> CallSummary:
    return CallSummary(
        call=UUID(bytes=bytes(row.id)),
        started=from_millis(row.started),
        talk_ms=row.talk_ms,
        status=STATUS_OF_NUMBER[row.status],
        playbook=row.playbook_text,
        playbook_revision=bytes(row.revision_bytes).hex(),
        lang=row.lang_text,
        rep=row.login,
        lead_id=row.lead_id,
        lead_name=row.lead_name,
        company=row.company,
        phone=row.phone,
        source=row.source_text,
        outcome=row.outcome_text or "",
        reason=row.reason_text or "",
        last_line=row.line_text,
        last_ms=row.last_ms,
        sample=row.sample,
        rep_name=row.rep_name,
    )
