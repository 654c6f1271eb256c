"""When the disk is full, the file is locked, read-only, gone or damaged: calls go on, and nothing is lost."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import event
from sqlalchemy.exc import OperationalError

from app.call import events as ev
from app.call.ports import TroubleKind
from app.store.calls import StoredCalls
from app.store.database import Database
from app.store.journal import StoredJournal
from app.store.spool import Spool, spool_line, waiting_files
from app.store.troubles import passing_trouble
from tests.store.happenings import SOURCE, Attentive, Tape


@pytest.fixture
def tape() -> Tape:
    return Tape()


@pytest.fixture
def listener(journal: StoredJournal) -> Attentive:
    heard = Attentive()
    journal.listen(heard)
    return heard


@pytest.fixture
def lock(database: Database, tmp_path: Path) -> Iterator[sqlite3.Connection]:
    """Another program, which can hold the database."""
    with closing(sqlite3.connect(tmp_path / "callcue.db", isolation_level=None)) as other:
        yield other


def test_a_locked_database_gets_everything_when_it_is_free(
    database: Database,
    journal: StoredJournal,
    tape: Tape,
    listener: Attentive,
    lock: sqlite3.Connection,
    tmp_path: Path,
) -> None:
    journal.pin(SOURCE)
    journal.append(tape.begin())
    assert journal.flush(5)
    lock.execute("BEGIN EXCLUSIVE")
    journal.append(tape.act(ev.LineDone("opening.hello")))
    journal.append(tape.act(ev.Flagged()))
    trouble = listener.hear_trouble(waiting=2)
    assert (trouble.kind, trouble.spooled) == (TroubleKind.LOCKED, True)
    assert len(waiting_files([tmp_path])) == 1
    assert listener.acknowledged == [(tape.call, 3)]
    assert journal.waiting(tape.call) == tuple(tape.events[3:])
    assert not journal.flush(0)

    lock.execute("ROLLBACK")
    listener.hear_recovery()
    assert journal.flush(5)
    assert StoredCalls(database).events(tape.call) == tuple(tape.events)
    assert listener.acknowledged[-1] == (tape.call, 5)
    assert waiting_files([tmp_path]) == []


def test_what_was_left_in_the_spool_comes_in_at_the_next_start(
    database: Database, tape: Tape, lock: sqlite3.Connection, tmp_path: Path
) -> None:
    first = StoredJournal(Database(database.url, patience=0), Spool((tmp_path,), "callcue.db"))
    lock.execute("BEGIN EXCLUSIVE")
    first.pin(SOURCE)
    first.append(tape.begin())
    assert not first.close(0.05)
    (left,) = waiting_files([tmp_path])
    assert left.stat().st_mode & 0o777 == 0o600
    lock.execute("ROLLBACK")

    second = StoredJournal(Database(database.url), Spool((tmp_path,), "callcue.db"))
    assert second.flush(5)
    calls = StoredCalls(database)
    assert calls.events(tape.call) == tuple(tape.events)
    assert calls.source(SOURCE.revision) == SOURCE
    assert waiting_files([tmp_path]) == []
    assert second.close(5)


def test_the_call_can_be_read_whole_while_events_wait(
    database: Database, journal: StoredJournal, tape: Tape, listener: Attentive, lock: sqlite3.Connection
) -> None:
    journal.append(tape.begin())
    assert journal.flush(5)
    lock.execute("BEGIN IMMEDIATE")
    journal.append(tape.act(ev.Flagged("here")))
    listener.hear_trouble()
    assert StoredCalls(database, journal.waiting).events(tape.call) == tuple(tape.events)
    lock.execute("ROLLBACK")


def test_a_torn_last_line_of_a_spool_is_passed_over(database: Database, tape: Tape, tmp_path: Path) -> None:
    lines = [spool_line(one) for one in tape.begin()]
    (tmp_path / "callcue.db.spool-0.jsonl").write_bytes(b"".join(lines) + lines[-1][:40])
    journal = StoredJournal(database, Spool((tmp_path,), "callcue.db"))
    assert journal.flush(5)
    assert StoredCalls(database).events(tape.call) == tuple(tape.events)
    assert waiting_files([tmp_path]) == []
    assert journal.close(5)


def test_a_spool_with_lines_that_cannot_be_read_is_not_thrown_away(
    database: Database, tape: Tape, tmp_path: Path
) -> None:
    lines = [spool_line(one) for one in tape.begin()]
    content = lines[0] + b'{"call": "future"}\n' + lines[1] + lines[2]
    (tmp_path / "callcue.db.spool-0.jsonl").write_bytes(content)
    journal = StoredJournal(database, Spool((tmp_path,), "callcue.db"))
    assert journal.flush(5)
    assert StoredCalls(database).events(tape.call) == tuple(tape.events)
    assert (tmp_path / "callcue.db.spool-0.unreadable").read_bytes() == content
    assert journal.close(5)


def test_a_spool_of_a_running_program_is_left_to_it(database: Database, tape: Tape, tmp_path: Path) -> None:
    running = Spool((tmp_path,), "callcue.db")
    assert running.add(tape.begin())
    journal = StoredJournal(database, Spool((tmp_path,), "callcue.db"))
    assert journal.flush(5)
    assert StoredCalls(database).events(tape.call) == ()
    assert len(waiting_files([tmp_path])) == 1
    assert journal.close(5)
    running.release()


def test_without_room_for_a_spool_events_wait_in_memory(
    database: Database, tape: Tape, lock: sqlite3.Connection, tmp_path: Path
) -> None:
    journal = StoredJournal(Database(database.url, patience=0), Spool((tmp_path / "missing",), "callcue.db"))
    listener = Attentive()
    journal.listen(listener)
    lock.execute("BEGIN EXCLUSIVE")
    journal.append(tape.begin())
    assert not listener.hear_trouble().spooled
    lock.execute("ROLLBACK")
    assert journal.flush(10)
    assert StoredCalls(database).events(tape.call) == tuple(tape.events)
    assert journal.close(5)


def test_a_full_database_gets_everything_when_there_is_room(
    database: Database, tape: Tape, tmp_path: Path
) -> None:
    room = [1]  # SQLite never goes below the pages that are there

    def limit(connection: Any, _record: object) -> None:
        connection.execute(f"PRAGMA max_page_count={room[0]}")

    own = Database(database.url, patience=0)
    event.listen(own._engine, "connect", limit)
    journal = StoredJournal(own, Spool((tmp_path,), "callcue.db"))
    listener = Attentive()
    journal.listen(listener)
    journal.append(tape.begin())
    journal.append(tape.act(ev.NoteWritten(1, "x" * 100_000)))
    trouble = listener.hear_trouble()
    assert (trouble.kind, trouble.spooled) == (TroubleKind.DISK_FULL, True)
    room[0] = 1_000_000
    listener.hear_recovery()
    assert journal.flush(5)
    assert StoredCalls(database).events(tape.call) == tuple(tape.events)
    assert journal.close(5)


def test_a_deleted_database_gets_the_whole_call_again(
    database: Database, journal: StoredJournal, tape: Tape, listener: Attentive, tmp_path: Path
) -> None:
    journal.pin(SOURCE)
    journal.append(tape.begin())
    assert journal.flush(5)
    for file in tmp_path.glob("callcue.db*"):
        file.unlink()
    journal.append(tape.act(ev.Flagged()))
    assert listener.hear_trouble().kind is TroubleKind.UNREACHABLE
    listener.hear_recovery()
    fresh = Database(database.url)
    assert StoredCalls(fresh).events(tape.call) == tuple(tape.events)
    assert StoredCalls(fresh).source(SOURCE.revision) == SOURCE
    fresh.close()


def test_two_programs_in_one_call_never_overwrite_each_other(
    database: Database, journal: StoredJournal, tape: Tape, listener: Attentive, tmp_path: Path
) -> None:
    journal.append(tape.begin())
    other = Tape(tape.call)
    other.events = list(tape.events)
    journal.append(tape.act(ev.Flagged("mine")))
    assert journal.flush(5)

    second = StoredJournal(Database(database.url), Spool((tmp_path,), "callcue.db"))
    second.listen(listener)
    second.append(other.act(ev.Flagged("theirs")))
    trouble = listener.hear_trouble()
    assert (trouble.kind, trouble.waiting) == (TroubleKind.REFUSED, 1)
    assert (trouble.spooled, trouble.folder) == (True, str(tmp_path))
    second.append(other.act(ev.Flagged("and more of theirs")))  # beyond what is kept, but not of the same way
    assert second.close(5)
    assert StoredCalls(database).events(tape.call) == tuple(tape.events)
    (aside,) = tmp_path.glob("*.refused-*.jsonl")
    assert aside.read_bytes() == b"".join(map(spool_line, other.events[-2:]))


def test_a_database_of_a_newer_program_ends_no_call(
    database: Database, tape: Tape, listener: Attentive, tmp_path: Path
) -> None:
    with closing(sqlite3.connect(tmp_path / "callcue.db", isolation_level=None)) as other:
        other.execute("UPDATE alembic_version SET version_num = '0099'")
    late = StoredJournal(Database(database.url), Spool((tmp_path,), "callcue.db"))
    late.listen(listener)
    late.append(tape.begin())
    trouble = listener.hear_trouble(waiting=3)
    assert (trouble.kind, trouble.spooled) == (TroubleKind.NEWER, True)
    assert not late.close(0.05)
    assert listener.acknowledged == []
    assert len(waiting_files([tmp_path])) == 1


def test_one_call_that_is_refused_does_not_keep_the_others_out(
    database: Database, journal: StoredJournal, listener: Attentive, tmp_path: Path
) -> None:
    whole, headless = Tape(), Tape()
    headless.begin()
    lost = headless.act(ev.Flagged())
    batch = whole.begin()
    journal.append((*lost, *batch))
    assert journal.flush(5)
    assert StoredCalls(database).events(whole.call) == batch
    assert listener.acknowledged == [(whole.call, 3)]
    (aside,) = tmp_path.glob("*.refused-*.jsonl")
    assert aside.read_bytes() == b"".join(map(spool_line, lost))


@pytest.mark.parametrize(
    ("code", "kind"),
    [
        (sqlite3.SQLITE_FULL, TroubleKind.DISK_FULL),
        (sqlite3.SQLITE_READONLY, TroubleKind.READ_ONLY),
        (sqlite3.SQLITE_READONLY_DBMOVED, TroubleKind.READ_ONLY),
        (sqlite3.SQLITE_PERM, TroubleKind.READ_ONLY),
        (sqlite3.SQLITE_BUSY_SNAPSHOT, TroubleKind.LOCKED),
        (sqlite3.SQLITE_LOCKED, TroubleKind.LOCKED),
        (sqlite3.SQLITE_CANTOPEN, TroubleKind.UNREACHABLE),
        (sqlite3.SQLITE_IOERR_FSYNC, TroubleKind.UNREACHABLE),
        (sqlite3.SQLITE_CORRUPT, TroubleKind.DAMAGED),
        (sqlite3.SQLITE_NOTADB, TroubleKind.DAMAGED),
        (sqlite3.SQLITE_CONSTRAINT, None),
    ],
)
def test_what_sqlite_raises_is_put_into_words(code: int, kind: TroubleKind | None) -> None:
    cause = sqlite3.OperationalError("words of the driver")
    cause.sqlite_errorcode = code
    trouble = passing_trouble(OperationalError("INSERT", {}, cause))
    assert (trouble.kind if trouble else None) is kind


def test_a_read_only_database_is_told_and_comes_back(
    database: Database, journal: StoredJournal, tape: Tape, listener: Attentive
) -> None:
    journal.append(tape.begin())
    assert journal.flush(5)
    connection = journal._connection
    assert connection is not None
    connection.exec_driver_sql("PRAGMA query_only=ON")
    connection.rollback()
    journal.append(tape.act(ev.Flagged()))
    assert listener.hear_trouble().kind is TroubleKind.READ_ONLY
    listener.hear_recovery()
    assert StoredCalls(database).events(tape.call) == tuple(tape.events)


_LIMITED = """
import resource, signal, sys
from pathlib import Path
from app.call import events as ev
from app.call.ports import TroubleKind
from app.store.calls import StoredCalls
from app.store.database import Database, url_of
from app.store.journal import StoredJournal
from app.store.spool import Spool
from tests.store.happenings import Attentive, Tape

home = Path(sys.argv[1])
database = Database(url_of("", home)); database.prepare()
journal = StoredJournal(database, Spool((home,), "callcue.db"))
heard, tape = Attentive(), Tape()
journal.listen(heard)
journal.append(tape.begin())
assert journal.flush(5)
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (20_000, resource.RLIM_INFINITY))
journal.append(tape.act(ev.NoteWritten(1, "x" * 40_000)))
trouble = heard.hear_trouble()
assert not trouble.spooled, trouble
assert trouble.kind in (TroubleKind.DISK_FULL, TroubleKind.UNREACHABLE), trouble
journal.append(tape.act(ev.Flagged()))
resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
heard.hear_recovery()
assert journal.flush(10)
assert StoredCalls(database).events(tape.call) == tuple(tape.events)
assert journal.close(5)
print("kept", len(tape.events))
"""


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs limits of POSIX")
def test_when_the_system_refuses_every_write_events_wait_in_memory(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", _LIMITED, str(tmp_path)],
        cwd=Path(__file__).parents[2],
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert (done.returncode, done.stdout) == (0, "kept 5\n"), done.stderr
