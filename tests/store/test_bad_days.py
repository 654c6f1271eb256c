"""Random days on which the database comes and goes and the program is started again: the record is whole at the end."""

from __future__ import annotations

import random
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from app.call import events as ev
from app.store.calls import StoredCalls
from app.store.care import check
from app.store.database import Database, url_of
from app.store.journal import StoredJournal
from app.store.spool import Spool, waiting_files
from tests.store.happenings import SOURCE, Listener, Tape

DAYS = 25
ACTS = 40


class Day:
    """One program after the other over one database, and another program that takes the lock now and then."""

    def __init__(self, home: Path, other: sqlite3.Connection, chance: random.Random) -> None:
        self.database = Database(url_of("", home), patience=0)
        self.database.prepare()
        self.heard = Listener()
        self.tapes: list[Tape] = []
        self._home = home
        self._other = other
        self._chance = chance
        self._locked = False
        self.journal = self._start()

    def act(self) -> None:
        """Something that may happen."""
        what = self._chance.randrange(10)
        if what == 0:
            self._begin()
        elif what == 1:
            self._turn_lock()
        elif what == 2:
            self._start_again()
        elif what == 3:
            self.journal.flush(0 if self._locked else 10)
        elif self.tapes:
            tape = self._chance.choice(self.tapes[-3:])
            self.journal.append(tape.act(ev.NoteWritten(1, "x" * self._chance.randrange(5000)), ev.Flagged()))

    def end(self) -> None:
        """The lock is given back and the last program closed in peace."""
        if self._locked:
            self._turn_lock()
        assert self.journal.flush(20)
        assert self.journal.close(10)
        self.database.close()

    def _start(self) -> StoredJournal:
        made = StoredJournal(Database(self.database.url, patience=0), Spool((self._home,), "callcue.db"))
        made.listen(self.heard)
        return made

    def _begin(self) -> None:
        self.tapes.append(Tape())
        self.journal.pin(SOURCE)
        self.journal.append(self.tapes[-1].begin())

    def _turn_lock(self) -> None:
        self._other.execute("ROLLBACK" if self._locked else "BEGIN IMMEDIATE")
        self._locked = not self._locked

    def _start_again(self) -> None:
        self.journal.close(0.01)
        self.journal = self._start()


@pytest.mark.parametrize("seed", range(DAYS))
def test_after_a_bad_day_the_record_is_whole(tmp_path: Path, seed: int) -> None:
    with closing(sqlite3.connect(tmp_path / "callcue.db", isolation_level=None)) as other:
        other.execute("PRAGMA journal_mode=WAL")
        day = Day(tmp_path, other, random.Random(seed))
        for _ in range(ACTS):
            day.act()
        day.end()
    calls = StoredCalls(day.database)
    for tape in day.tapes:
        assert calls.events(tape.call) == tuple(tape.events)
        assert (tape.call, len(tape.events)) in day.heard.acknowledged
    assert {row.call for row in calls.unfinished()} == {tape.call for tape in day.tapes}
    assert check(day.database).faults == ()
    assert waiting_files([tmp_path]) == []
    assert not list(tmp_path.glob("*.refused-*"))
    day.database.close()
