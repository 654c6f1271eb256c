"""The words and people that a search line may name, kept in memory and read again when there are new ones."""

from __future__ import annotations

import threading
from collections.abc import Iterator

from sqlalchemy import Connection, func, select

from app.playbook.folding import fold
from app.store.desk_stages import OwnStages
from app.store.tables import rep, word


class DeskWords:
    """Numbers of words, and reps. May be used from several threads."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._texts: dict[int, str] = {}
        self._numbers: dict[str, int] = {}
        self._reps: dict[int, tuple[str, str]] = {}
        self.stages = OwnStages()

    def as_of(self, db: Connection) -> DeskWords:
        """Itself, with all that the database knows now."""
        newest = db.execute(select(func.max(word.c.key))).scalar_one() or 0
        with self._lock:
            if newest > max(self._texts, default=0):
                known = max(self._texts, default=0)
                for key, text in db.execute(select(word.c.key, word.c.text).where(word.c.key > known)):
                    self._texts[key] = text
                    self._numbers[text] = key
            self._reps = {
                row.key: (row.login, row.name)
                for row in db.execute(select(rep.c.key, rep.c.login, rep.c.name))
            }
        return self

    def text(self, number: int | None) -> str:
        """The word with this number; empty when there is none."""
        return self._texts.get(number or 0, "")

    def exact(self, text: str) -> tuple[int, ...]:
        """The number of exactly this word, if it is known."""
        found = self._numbers.get(text)
        return () if found is None else (found,)

    def called(self, wanted: str) -> frozenset[int]:
        """The numbers of words that begin, or have a word that begins, with ``wanted``; spelling does not matter."""
        with self._lock:
            known = list(self._texts.items())
        return frozenset(number for number, text in known if begins(wanted, text))

    def reps_called(self, wanted: str) -> frozenset[int]:
        """The keys of reps whose login or name begins with ``wanted``."""
        return frozenset(
            key for key, (login, name) in self._reps.items() if begins(wanted, login) or begins(wanted, name)
        )

    def rep(self, key: int) -> tuple[str, str]:
        """Login and name of a rep."""
        return self._reps.get(key, ("", ""))

    def reps(self) -> Iterator[tuple[int, str, str]]:
        """Key, login and name of everybody."""
        return ((key, login, name) for key, (login, name) in self._reps.items())


def begins(wanted: str, text: str) -> bool:
    """Whether ``text`` or one of its words begins with ``wanted``; spelling does not matter."""
    begun, folded = fold(wanted), fold(text)
    return bool(begun) and any(part.startswith(begun) for part in (folded, *folded.split()))
