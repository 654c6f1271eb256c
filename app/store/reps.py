"""The book of reps in the database, and the row that calls share with it."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Connection, Row, select

from app.call.help_level import HelpLevel
from app.call.people import RepCard
from app.call.reps import RepProfile
from app.store.database import Database
from app.store.tables import rep
from app.store.values import storable, upsert

_TEXTS = ("name", "company", "phone", "email")


def rep_key(db: Connection, card: RepCard) -> int:
    """The key of the rep, who is added, or completed by what ``card`` says."""
    said = {name: storable(text) for name in _TEXTS if (text := getattr(card, name))}
    row = upsert(db, rep).values(login=storable(card.rep_id), **said)
    if said:
        db.execute(row.on_conflict_do_update(index_elements=["login"], set_=said))
    else:
        db.execute(row.on_conflict_do_nothing())
    key: int = db.execute(select(rep.c.key).where(rep.c.login == storable(card.rep_id))).scalar_one()
    return key


class StoredReps:
    """Keeps reps in the database (implements ``RepBook``)."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def all(self) -> tuple[RepProfile, ...]:
        """See ``RepBook``. Raises BookUnavailable when the database cannot be read."""
        with self._database.reading() as db:
            return tuple(_profile(row) for row in db.execute(select(rep).order_by(rep.c.name, rep.c.login)))

    def by_id(self, rep_id: str) -> RepProfile | None:
        """See ``RepBook``. Raises BookUnavailable when the database cannot be read."""
        with self._database.reading() as db:
            row = db.execute(select(rep).where(rep.c.login == storable(rep_id))).first()
        return _profile(row) if row else None

    def keep(self, profile: RepProfile) -> None:
        """See ``RepBook``. Raises BookUnavailable when the database cannot be written."""
        card = profile.card
        texts = {name: storable(getattr(card, name)) for name in _TEXTS}
        values = {**texts, "lang": profile.lang} | ({"help": profile.help.value} if profile.help else {})
        with self._database.writing() as db:
            row = upsert(db, rep).values(login=storable(card.rep_id), **values)
            db.execute(row.on_conflict_do_update(index_elements=["login"], set_=values))


def _profile(row: Row[Any]) -> RepProfile:
    card = RepCard(row.login, row.name, row.company, row.phone, row.email)
    return RepProfile(card, row.lang, HelpLevel(row.help) if row.help in set(HelpLevel) else None)
