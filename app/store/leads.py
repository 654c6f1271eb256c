"""The book of leads in the database, and the rows that calls and imports share with it."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Connection, Row, Select, and_, exists, func, literal, or_, select

from app.call.identity import new_call_id
from app.call.people import LeadCard
from app.leads.lead import Lead, LeadDraft
from app.leads.numbers import e164
from app.playbook.folding import fold
from app.store.consequences import DO_NOT_CALL
from app.store.database import Database
from app.store.number_keys import number_key
from app.store.tables import do_not_call, lead, lead_source
from app.store.values import from_millis, optional_moment, storable, to_json, to_millis, upsert

_SHORTEST_END = 7
"""Digits that two numbers share at their ends to be the same where neither can be told from its digits."""
_PERSON = ("first_name", "last_name", "salutation", "company", "role", "phone", "email", "note")
_ORIGIN = ("source", "medium", "campaign", "ad", "page", "promise")


def lead_row(db: Connection, card: LeadCard, country: str) -> dict[str, Any]:
    """The columns of ``lead`` that ``card`` fills."""
    return {**lead_columns(card, country), "origin": origin_key(db, origin_of(card))}


def lead_columns(card: LeadCard, country: str) -> dict[str, Any]:
    """The columns of ``lead`` that ``card`` fills, but for the key of its source."""
    row: dict[str, Any] = {name: storable(getattr(card, name)) for name in _PERSON}
    row["phone_e164"] = e164(card.phone, country) if card.phone else ""
    row["extra"] = to_json(card.extra) if card.extra else ""
    searched = (card.name, card.company, card.phone, _digits(row["phone_e164"]), card.email, card.source)
    row["folded"] = storable(fold(" ".join(part for part in searched if part)))
    return row


def add_lead(
    db: Connection, lead_id: UUID, card: LeadCard, country: str, now: datetime, *, sample: bool = False
) -> int:
    """Adds a lead and returns its key."""
    millis = to_millis(now)
    row = lead_row(db, card, country)
    added = lead.insert().values(id=lead_id.bytes, created=millis, touched=millis, sample=sample, **row)
    key: int = db.execute(added.returning(lead.c.key)).scalar_one()
    return key


def contains_all(column: ColumnElement[str], words: str) -> list[ColumnElement[bool]]:
    """Conditions under which the folded ``column`` contains every one of ``words``."""
    return [column.contains(storable(word), autoescape=True) for word in fold(words).split()]


class StoredLeads:
    """Keeps leads in the database (implements ``LeadBook``)."""

    def __init__(self, database: Database, *, country: str = "CZ") -> None:
        self._database = database
        self._country = country

    def search(self, words: str, limit: int) -> tuple[Lead, ...]:
        """See ``LeadBook``. Raises BookUnavailable when the database cannot be read."""
        newest_first = (lead.c.touched.desc(), lead.c.key.desc())
        if not words.strip():
            return self._due_first(newest_first, limit)
        conditions = contains_all(lead.c.folded, words)
        digits = _digits(words)
        if len(digits) >= 3 and not words.translate(_NUMBER_SIGNS).strip():
            by_number = lead.c.folded.contains(digits.removeprefix("00"), autoescape=True)
            conditions = [or_(by_number, *conditions)]
        wanted = _leads().where(*conditions).order_by(*newest_first)
        with self._database.reading() as db:
            return tuple(_lead(row) for row in db.execute(wanted.limit(limit)))

    def _due_first(self, newest_first: Sequence[ColumnElement[Any]], limit: int) -> tuple[Lead, ...]:
        """All leads, those to be called first: each half along its own index, as sorting them all takes seconds."""
        due = _leads().where(lead.c.next_call.is_not(None)).order_by(lead.c.next_call, *newest_first)
        others = _leads().where(func.coalesce(lead.c.next_call, -1) == -1).order_by(*newest_first)
        with self._database.reading() as db:
            rows = db.execute(due.limit(limit)).all()
            more = db.execute(others.limit(limit - len(rows))).all() if len(rows) < limit else ()
            return tuple(_lead(row) for row in (*rows, *more))

    def by_id(self, lead_id: UUID) -> Lead | None:
        """See ``LeadBook``. Raises BookUnavailable when the database cannot be read."""
        with self._database.reading() as db:
            row = db.execute(_leads().where(lead.c.id == lead_id.bytes)).first()
        return _lead(row) if row else None

    def by_phone(self, number: str) -> tuple[Lead, ...]:
        """See ``LeadBook``. Raises BookUnavailable when the database cannot be read."""
        if not number.strip():
            return ()
        wanted = _leads().where(_has_number(number, self._country)).order_by(lead.c.touched.desc())
        with self._database.reading() as db:
            return tuple(_lead(row) for row in db.execute(wanted))

    def keep(self, draft: LeadDraft) -> Lead:
        """See ``LeadBook``. Raises BookUnavailable when the database cannot be written."""
        now = datetime.now(UTC)
        with self._database.writing() as db:
            found = self._same(db, draft.card)
            if found is None:
                lead_id = new_call_id(now)
                add_lead(db, lead_id, draft.card, self._country, now)
            else:
                lead_id = found.id
                merged = _completed(found.card, draft.card)
                row = lead_row(db, merged, self._country)
                db.execute(
                    lead.update().where(lead.c.id == lead_id.bytes).values(touched=to_millis(now), **row)
                )
            return _lead(db.execute(_leads().where(lead.c.id == lead_id.bytes)).one())

    def is_blocked(self, number: str) -> bool:
        """See ``LeadBook``. Raises BookUnavailable when the database cannot be read.

        Of numbers that no network has given out nobody knows where the prefix ends: those are the same here when one
        ends with the other. Rather one call too few than one to somebody who asked not to be called.
        """
        key = number_key(number, self._country)
        if not key:
            return False
        blocked = do_not_call.c.number
        same = blocked == key
        if key.isdecimal() and len(key) >= _SHORTEST_END:
            long_enough = func.length(blocked) >= _SHORTEST_END
            same = or_(
                same, blocked.endswith(key), and_(long_enough, literal(key).endswith(blocked)),
            )  # fmt: skip
        with self._database.reading() as db:
            return db.execute(select(exists().where(same))).scalar_one()

    def _same(self, db: Connection, card: LeadCard) -> Lead | None:
        """The lead that ``card`` speaks of: by its id, else by its number."""
        if card.lead_id:
            row = db.execute(_leads().where(lead.c.id == UUID(card.lead_id).bytes)).first()
            return _lead(row) if row else None
        if not number_key(card.phone, self._country):
            return None
        wanted = _leads().where(_has_number(card.phone, self._country)).order_by(lead.c.touched.desc())
        row = db.execute(wanted.limit(1)).first()
        return _lead(row) if row else None


_BETWEEN_DIGITS = "+-/(). \u00a0"
_NUMBER_SIGNS = str.maketrans("", "", "+-/().0123456789 \u00a0")


def _digits(text: str) -> str:
    return "".join(sign for sign in text if sign.isdecimal())


def _has_number(number: str, country: str) -> ColumnElement[bool]:
    """As networks know it; one that no network has given out by its digits, however each side groups them."""
    dialled, digits = e164(number, country), _digits(number)
    if dialled:
        return lead.c.phone_e164 == dialled
    written: ColumnElement[str] = lead.c.phone
    for sign in _BETWEEN_DIGITS:
        written = func.replace(written, sign, "")
    return written == digits if digits else lead.c.phone == storable(number)


def _completed(known: LeadCard, new: LeadCard) -> LeadCard:
    """``known`` with everything that ``new`` says; what ``new`` leaves empty stays."""
    said = {name: value for name in (*_PERSON, *_ORIGIN) if (value := getattr(new, name))}
    return replace(known, **said, extra={**known.extra, **new.extra})


def origin_of(card: LeadCard) -> tuple[str, ...]:
    """What tells one source of leads from another."""
    return tuple(getattr(card, name) for name in _ORIGIN)


def origin_key(db: Connection, origin: tuple[str, ...]) -> int:
    """The key of where a lead comes from (``origin_of``), which is added if it was not known."""
    texts = {name: storable(text) for name, text in zip(_ORIGIN, origin, strict=True)}
    digest = hashlib.sha256(json.dumps(texts).encode()).digest()
    wanted = select(lead_source.c.key).where(lead_source.c.digest == digest)
    found: int | None = db.execute(wanted).scalar_one_or_none()
    if found is None:
        db.execute(upsert(db, lead_source).values(digest=digest, **texts).on_conflict_do_nothing())
        found = db.execute(wanted).scalar_one()
    assert found is not None
    return found


def _leads() -> Select[Any]:
    """Leads with where they came from. A person without a number can ask not to be called, too."""
    by_number = exists().where(do_not_call.c.number == lead.c.phone_e164, lead.c.phone_e164 != "")
    blocked = or_(by_number, lead.c.last_outcome == DO_NOT_CALL)
    origin = [lead_source.c[name] for name in _ORIGIN]
    return select(lead, *origin, blocked.label("blocked")).join(
        lead_source, lead_source.c.key == lead.c.origin
    )


def _lead(row: Row[Any]) -> Lead:
    lead_id = UUID(bytes=bytes(row.id))
    texts = {name: getattr(row, name) for name in (*_PERSON, *_ORIGIN)}
    extra = json.loads(row.extra) if row.extra else {}
    return Lead(
        id=lead_id,
        card=LeadCard(lead_id=str(lead_id), extra=extra, **texts),
        created=from_millis(row.created),
        phone_e164=row.phone_e164,
        attempts=row.attempts,
        last_call=optional_moment(row.last_call),
        last_outcome=row.last_outcome,
        next_call=optional_moment(row.next_call),
        blocked=row.blocked,
        sample=row.sample,
    )
