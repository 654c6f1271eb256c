"""Reviews that are not sent yet, in the database, one for each reviewer, call and thing that it is about."""

from __future__ import annotations

import contextlib
import json
from collections.abc import Sequence
from uuid import UUID

from sqlalchemy import Connection, select

from app.call.people import RepCard
from app.review.drafts import DraftUnreadable, Unsent, from_data, to_data
from app.store.database import Database
from app.store.desk_tables import review_draft
from app.store.reps import rep_key
from app.store.review_rows import call_key
from app.store.rows import from_millis, storable, to_json, to_millis, upsert
from app.store.tables import call, rep


class StoredDrafts:
    """Keeps drafts in the database (implements ``DraftBook``)."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def keep_draft(self, unsent: Unsent) -> None:
        """See ``DraftBook``."""
        with self._database.writing() as db:
            said = {"data": storable(to_json(to_data(unsent))), "at": to_millis(unsent.at)}
            owner = rep_key(db, RepCard(unsent.review.reviewer))
            row = upsert(db, review_draft).values(
                reviewer=owner, call=call_key(db, unsent.review.call), about=_named(unsent.about), **said
            )
            db.execute(row.on_conflict_do_update(index_elements=["reviewer", "call", "about"], set_=said))

    def draft(self, reviewer: str, call_id: UUID, about: UUID | None = None) -> Unsent | None:
        """See ``DraftBook``."""
        wanted = (
            select(review_draft)
            .join(rep, rep.c.key == review_draft.c.reviewer)
            .join(call, call.c.key == review_draft.c.call)
            .where(rep.c.login == storable(reviewer), call.c.id == call_id.bytes)
            .where(review_draft.c.about == _named(about))
        )
        with self._database.reading() as db:
            row = db.execute(wanted).first()
        if row is None:
            return None
        with contextlib.suppress(DraftUnreadable, json.JSONDecodeError):
            return from_data(json.loads(row.data), reviewer, call_id, from_millis(row.at), about)
        return None

    def drop_draft(self, reviewer: str, call_id: UUID, about: UUID | None = None) -> None:
        """See ``DraftBook``."""
        with self._database.writing() as db:
            forget_drafts(db, reviewer, call_id, [about])

    def drafts(self, reviewer: str) -> frozenset[UUID]:
        """See ``DraftBook``."""
        wanted = (
            select(call.c.id)
            .join(review_draft, review_draft.c.call == call.c.key)
            .join(rep, rep.c.key == review_draft.c.reviewer)
            .where(rep.c.login == storable(reviewer), review_draft.c.about == "")
        )
        with self._database.reading() as db:
            return frozenset(UUID(bytes=bytes(one)) for one in db.execute(wanted).scalars())


def forget_drafts(db: Connection, reviewer: str, call_id: UUID, about: Sequence[UUID | None]) -> None:
    """Takes the drafts of ``reviewer`` for a call away that are about one of these, if there are any."""
    owners = select(rep.c.key).where(rep.c.login == storable(reviewer))
    calls = select(call.c.key).where(call.c.id == call_id.bytes)
    db.execute(
        review_draft.delete().where(
            review_draft.c.reviewer.in_(owners),
            review_draft.c.call.in_(calls),
            review_draft.c.about.in_([_named(one) for one in about]),
        )
    )


def _named(about: UUID | None) -> str:
    return str(about) if about is not None else ""
