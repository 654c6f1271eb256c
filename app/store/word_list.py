"""Words that recur in many calls, kept once and known by a small number."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from sqlalchemy import Connection, select

from app.store.tables import word
from app.store.values import storable, upsert

LONGEST = 200
"""Longer words are cut; the events keep them whole."""

Numbering = Callable[[str], int]
"""Gives the number of a word."""


class WordList:
    """Numbers of words, remembered between transactions. After a rollback, ``forget``."""

    def __init__(self) -> None:
        self._known: dict[str, int] = {}

    def number(self, db: Connection, text: str) -> int:
        """The number of ``text``, given to it now if it has none yet."""
        known = self._known.get(text)
        if known is not None:
            return known
        kept = storable(text)[:LONGEST]
        wanted = select(word.c.key).where(word.c.text == kept)
        found: int | None = db.execute(wanted).scalar_one_or_none()
        if found is None:
            db.execute(upsert(db, word).values(text=kept).on_conflict_do_nothing())
            found = db.execute(wanted).scalar_one()
        assert found is not None
        self._known[text] = found
        return found

    def numbering(self, db: Connection) -> Numbering:
        """What gives the numbers of words in ``db``."""
        return partial(self.number, db)

    def forget(self) -> None:
        """Drops what is remembered."""
        self._known.clear()
