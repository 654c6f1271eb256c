"""Writes events into an open transaction, and with them everything that follows: the call's row, its lead, its rep."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, bindparam, select

from app.call.course import Course
from app.call.course import fold as fold_events
from app.call.events import CallStarted, Event
from app.call.people import LeadCard
from app.call.ports import CallStatus
from app.call.prompt import Phase
from app.playbook.folding import fold
from app.playbook.source import Source
from app.store.consequences import refresh_leads, settle_outcome
from app.store.desk_entries import enter_kept, sort_name, withdraw
from app.store.figures import Figures, figures_of
from app.store.leads import add_lead
from app.store.lessons import learn
from app.store.parts import PartsBook
from app.store.reps import rep_key
from app.store.rows import event_of, event_row, storable, to_millis
from app.store.sources import keep_source, name_revision
from app.store.tables import STATUS_NUMBERS, call, call_event, call_text, lead, rep
from app.store.word_list import Numbering, WordList

_STATUS_OF_PHASE = {
    Phase.TALK: CallStatus.LIVE,
    Phase.WRAP_UP: CallStatus.WRAP_UP,
    Phase.CLOSED: CallStatus.CLOSED,
}

_ADD_EVENTS = call_event.insert()
_RENEW_ROW = call.update().where(call.c.key == bindparam("of_call"))
"""Built once: every key press goes through these two."""

Item = Source | Event


def by_call(items: Sequence[Item]) -> list[list[Item]]:
    """``items`` in parts that can be written apart: first the sources, then each call's events."""
    sources: list[Item] = [item for item in items if isinstance(item, Source)]
    calls: dict[UUID, list[Item]] = {}
    for item in items:
        if isinstance(item, Event):
            calls.setdefault(item.call, []).append(item)
    return [part for part in (sources, *calls.values()) if part]


class NoBeginning(Exception):
    """Events of a call whose beginning is neither in the database nor among them."""


class Contradiction(Exception):
    """The database holds other events of the call under the same numbers: two programs went on with one call."""


@dataclass(frozen=True, slots=True)
class _Known:
    """A call that is in the database: its key, its rep, its lead, the fold of the events kept, and its row's columns."""

    key: int
    rep: int
    lead: int | None
    course: Course
    columns: Mapping[str, Any]


class Recorder:
    """Remembers the calls and words it has written. After a rollback, ``forget``: the database is what counts."""

    def __init__(self, *, country: str) -> None:
        self._country = country
        self._calls: dict[UUID, _Known] = {}
        self._split: set[UUID] = set()
        self._words = WordList()
        self._parts = PartsBook()

    def forget(self) -> None:
        """Drops what is remembered, to be read again from the database."""
        self._calls.clear()
        self._words.forget()
        self._parts.forget()

    def write(self, db: Connection, items: Sequence[Item]) -> None:
        """Writes ``items`` in order. Events that are there already (by call and seq) are left alone.

        Raises:
            NoBeginning: A call is unknown and its ``call_started`` is not among ``items``.
            Contradiction: Other events lie under the same call and seq already.
        """
        for item in items:
            if isinstance(item, Source):
                keep_source(db, item, datetime.now(UTC))
        for part in by_call(items):
            events = [item for item in part if isinstance(item, Event)]
            if events:
                self._write_call(db, events[0].call, events)

    def _write_call(self, db: Connection, call_id: UUID, events: Sequence[Event]) -> None:
        if call_id in self._split:
            raise Contradiction(f"The call {call_id} went on otherwise in another program.")
        known = self._calls.get(call_id) or self._read(db, call_id) or self._begin(db, call_id, events[0])
        again = [event for event in events if event.seq <= known.course.last_seq]
        if again:
            self._expect_same(db, known.key, again)
        fresh = [event for event in events if event.seq > known.course.last_seq]
        if not fresh:
            self._calls[call_id] = known
            return
        db.execute(_ADD_EVENTS, [event_row(known.key, event) for event in fresh])
        course = fold_events(fresh, known.course)
        columns = self._renew_row(db, known, course)
        self._draw_consequences(db, known, course, fresh[-1])
        self._calls[call_id] = replace(known, course=course, columns=columns)

    def _expect_same(self, db: Connection, key: int, events: Sequence[Event]) -> None:
        """Events that are there already must be the same ones: brought in from a spool, or tried again.

        From a contradiction on nothing of that call is taken: two ways of it must not be mixed.
        """
        wanted = [event.seq for event in events]
        rows = db.execute(select(call_event).where(call_event.c.call == key, call_event.c.seq.in_(wanted)))
        kept = {row.seq: row._asdict() for row in rows}
        for event in events:
            if kept.get(event.seq) != event_row(key, event):
                self._split.add(event.call)
                raise Contradiction(
                    f"Event {event.seq} of the call {event.call} was recorded otherwise before."
                )

    def _renew_row(self, db: Connection, known: _Known, course: Course) -> Mapping[str, Any]:
        """Sets what differs only, as a column left alone spares the pages of its indexes; returns all that may change."""
        columns = changing_columns(self._words.numbering(db), figures_of(course))
        changed = {name: value for name, value in columns.items() if value != known.columns.get(name)}
        db.execute(_RENEW_ROW, {"of_call": known.key, **changed})
        return columns

    def _read(self, db: Connection, call_id: UUID) -> _Known | None:
        row = db.execute(select(call).where(call.c.id == call_id.bytes)).first()
        if row is None:
            return None
        kept = select(call_event).where(call_event.c.call == row.key).order_by(call_event.c.seq)
        course = fold_events(event_of(call_id, one) for one in db.execute(kept))
        return _Known(row.key, row.rep, row.lead, course, row._asdict())

    def _begin(self, db: Connection, call_id: UUID, first: Event) -> _Known:
        started = first.what
        if not isinstance(started, CallStarted):
            raise NoBeginning(f"The beginning of the call {call_id} is missing.")
        rep_of_call = rep_key(db, started.rep)
        lead_of_call = self._lead_key(db, started.lead, first, sample=started.sample)
        row = {
            **lasting_columns(self._words.numbering(db), call_id, started, first.at),
            **changing_columns(self._words.numbering(db), figures_of(Course())),
            "rep": rep_of_call,
            "lead": lead_of_call,
            "revision": name_revision(db, started.playbook_revision, started.playbook, first.at),
        }
        key: int = db.execute(call.insert().values(**row).returning(call.c.key)).scalar_one()
        db.execute(call_text.insert().values(call=key, **call_texts(started)))
        return _Known(key, rep_of_call, lead_of_call, Course(), row)

    def _lead_key(self, db: Connection, card: LeadCard, first: Event, *, sample: bool) -> int | None:
        """The lead of the call; one that the database does not know (any more) is added from the card."""
        lead_id = lead_id_of(card)
        if lead_id is None:
            return None
        found: int | None = db.execute(
            select(lead.c.key).where(lead.c.id == lead_id.bytes)
        ).scalar_one_or_none()
        return found or add_lead(db, lead_id, card, self._country, first.at, sample=sample)

    def _draw_consequences(self, db: Connection, known: _Known, course: Course, last: Event) -> None:
        before, after = known.course.state, course.state
        begins = before.started is None
        if after.started is not None and (begins or before.help is not after.help):
            db.execute(rep.update().where(rep.c.key == known.rep).values(help=after.help.value))
        if after.started is not None and before.outcome != after.outcome:
            settle_outcome(db, known.key, known.rep, after.started, after.outcome, last.at, self._country)
            learn(db, self._words, known.key, last.call, known.course, course, last.at)
        if known.lead is not None and (begins or before.outcome != after.outcome):
            refresh_leads(db, {known.lead: last.at})
        if after.phase is Phase.CLOSED:
            revision = db.execute(select(call.c.revision).where(call.c.key == known.key)).scalar_one()
            enter_kept(db, self._words, self._parts, known.key, last.call, revision)
        elif before.phase is Phase.CLOSED:
            withdraw(db, known.key)


def lasting_columns(number: Numbering, call_id: UUID, started: CallStarted, at: datetime) -> dict[str, Any]:
    """The columns of ``call`` that its beginning sets, but for those that point to other tables."""
    return {
        "id": call_id.bytes,
        "playbook": number(started.playbook),
        "lang": number(started.lang),
        "started": to_millis(at),
        "source": number(started.lead.source),
        "sample": started.sample,
    }


def changing_columns(number: Numbering, figures: Figures) -> dict[str, Any]:
    """The columns of ``call`` that change while it goes on."""
    outcome = figures.outcome
    return {
        "status": STATUS_NUMBERS[_STATUS_OF_PHASE[figures.phase]],
        "talk_ms": figures.talk_ms,
        "last_ms": figures.last_ms,
        "last_seq": figures.last_seq,
        "last_line": number(figures.spoken_line),
        "outcome": number(outcome.outcome) if outcome else None,
        "reason": number(outcome.reason) if outcome and outcome.reason else None,
    }


def call_texts(started: CallStarted) -> dict[str, str]:
    """The texts of a call that lists show and search."""
    card = started.lead
    searched = (
        card.display,
        card.company,
        card.phone,
        started.playbook,
        started.rep.name,
        started.rep.rep_id,
    )
    return {
        "lead_id": storable(card.lead_id),
        "lead_name": storable(card.name),
        "company": storable(card.company),
        "phone": storable(card.phone),
        "folded": storable(fold(" ".join(part for part in searched if part))),
        "sort_name": sort_name(card),
    }


def lead_id_of(card: LeadCard) -> UUID | None:
    """The lead's id; ``None`` for a passer-by."""
    try:
        return UUID(card.lead_id)
    except ValueError:
        return None
