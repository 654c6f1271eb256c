"""No card or birth number gets into the database's files or into a spool, however a call is recorded."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from app.call.events import OutcomeRecorded
from app.store.database import Database
from app.store.journal import StoredJournal
from app.store.spool import Spool
from tests.builders import begin

CARD = "4111 1111 1111 1111"
BIRTH = "850101/1233"


def taken(journal: StoredJournal) -> None:
    """A call with both numbers in it, closed."""
    call = begin(journal=journal)  # type: ignore[arg-type]
    call.write_note(1, f"platí {CARD}")
    call.reword(f"Jste {BIRTH}?")
    call.raise_unlisted(f"strhli jste z {CARD}")
    call.hang_up()
    call.record(OutcomeRecorded("not_interested", reason="price", note=BIRTH))


@pytest.mark.parametrize("locked", [False, True])
def test_neither_file_nor_spool_holds_them(locked: bool, database: Database, tmp_path: Path) -> None:
    assert database.path is not None
    holder = sqlite3.connect(database.path, isolation_level=None)
    if locked:
        holder.execute("BEGIN IMMEDIATE")
    journal = StoredJournal(Database(database.url, patience=0.05), Spool((tmp_path,), "callcue.db"))
    taken(journal)
    assert journal.flush(0.3 if locked else 10) is not locked
    journal.close(0.3 if locked else 10)
    content = b"".join(one.read_bytes() for one in sorted(tmp_path.glob("callcue.db*")))
    holder.close()
    assert b"1111 1111" not in content
    assert b"850101" not in content
    assert bool(list(tmp_path.glob("*.spool-*"))) is locked
    assert "••••".encode() in content or rb"\u2022\u2022" in content
