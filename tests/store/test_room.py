"""A full or read-only place is recognised for what it is, its database is still read, and a spool leaves nothing behind."""

from __future__ import annotations

import errno
import os
import shutil
import sqlite3
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from sqlalchemy import event
from sqlalchemy.exc import OperationalError

from app.call.ports import BookUnavailable, TroubleKind
from app.store.calls import StoredCalls
from app.store.database import Database, Prepared, url_of
from app.store.journal import StoredJournal
from app.store.leads import StoredLeads
from app.store.problems import DatabaseUnusable, StoreTrouble
from app.store.room import LEAST_ROOM, kind_of, place_trouble
from app.store.spool import Spool, waiting_files
from app.store.troubles import passing_trouble
from tests.store.happenings import SOURCE, Attentive, Forbidden, Tape


class Usage(NamedTuple):
    total: int
    used: int
    free: int


class Disk:
    """A disk whose room the test decides about: what it has left, and whether SQLite can make its files beside."""

    def __init__(self, patch: pytest.MonkeyPatch) -> None:
        self.free = 10 * LEAST_ROOM
        patch.setattr(shutil, "disk_usage", self._usage)

    def fill(self) -> None:
        self.free = 0

    def clear(self) -> None:
        self.free = 10 * LEAST_ROOM

    def refuses(self, database: Database) -> None:
        """SQLite answers as it does on a disk that was full before it was asked."""
        event.listen(database._engine, "do_connect", self._connect)

    def _connect(self, *_: Any) -> None:
        if not self.free:
            error = sqlite3.OperationalError("disk I/O error")
            error.sqlite_errorcode = sqlite3.SQLITE_IOERR_SHMSIZE
            raise error

    def _usage(self, _folder: Path) -> Usage:
        return Usage(LEAST_ROOM * 100, LEAST_ROOM * 100 - self.free, self.free)


@pytest.fixture
def disk(monkeypatch: pytest.MonkeyPatch) -> Disk:
    return Disk(monkeypatch)


@pytest.fixture
def kept(tmp_path: Path) -> Tape:
    """A call in a database that was closed in peace, so that its log is gone."""
    tape = Tape()
    journal = StoredJournal(Database(url_of("", tmp_path)), Spool((tmp_path,), "callcue.db"))
    journal.pin(SOURCE)
    journal.append(tape.begin())
    assert journal.close(5)
    return tape


@pytest.fixture
def full(kept: Tape, disk: Disk, tmp_path: Path) -> Iterator[Database]:
    """That database on a disk that is full before the program starts."""
    assert kept.events
    made = Database(url_of("", tmp_path), patience=0)
    disk.refuses(made)
    disk.fill()
    yield made
    made.close()


def test_a_full_disk_is_seen_at_the_place(disk: Disk, tmp_path: Path) -> None:
    file = tmp_path / "callcue.db"
    assert place_trouble(file) is None
    disk.fill()
    assert place_trouble(file) is TroubleKind.DISK_FULL
    assert place_trouble(tmp_path / "missing" / "callcue.db") is None


def test_a_file_or_folder_without_the_right_to_write_is_seen(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    file = tmp_path / "callcue.db"
    refused: list[Path] = []
    monkeypatch.setattr(os, "access", lambda path, _mode: path not in refused)
    file.touch()
    assert place_trouble(file) is None
    refused.append(file)
    assert place_trouble(file) is TroubleKind.READ_ONLY
    refused[:] = [tmp_path]
    assert place_trouble(file) is TroubleKind.READ_ONLY


@pytest.mark.parametrize(
    ("number", "kind"),
    [
        (errno.ENOSPC, TroubleKind.DISK_FULL),
        (errno.EROFS, TroubleKind.READ_ONLY),
        (errno.EACCES, TroubleKind.READ_ONLY),
        (errno.ENOTDIR, None),
    ],
)
def test_what_the_system_raises_is_put_into_words(number: int, kind: TroubleKind | None) -> None:
    assert kind_of(OSError(number, "words of the system")) is kind
    assert kind_of(OSError("no number")) is None


def test_an_error_of_input_and_output_on_a_full_disk_is_a_full_disk(disk: Disk, tmp_path: Path) -> None:
    cause = sqlite3.OperationalError("disk I/O error")
    cause.sqlite_errorcode = sqlite3.SQLITE_IOERR_SHMSIZE
    error = OperationalError("SELECT", {}, cause)
    kinds = []
    for _ in range(2):
        trouble = passing_trouble(error, tmp_path / "callcue.db")
        assert trouble is not None
        kinds.append(trouble.kind)
        disk.fill()
    assert kinds == [TroubleKind.UNREACHABLE, TroubleKind.DISK_FULL]


def test_what_is_recorded_is_read_from_a_full_disk(full: Database, kept: Tape) -> None:
    assert full.prepare() is Prepared.READY
    assert StoredCalls(full).events(kept.call) == tuple(kept.events)
    assert not StoredLeads(full).is_blocked("+420 777 000 001")
    standing = full.standing_trouble()
    assert standing is not None
    assert standing.kind is TroubleKind.DISK_FULL
    with pytest.raises(BookUnavailable) as told, full.writing():
        pass
    assert told.value.kind is TroubleKind.DISK_FULL


def test_a_log_that_holds_something_is_never_passed_over(full: Database, tmp_path: Path) -> None:
    (tmp_path / "callcue.db-wal").write_bytes(b"something")
    with pytest.raises(StoreTrouble) as told:
        full.prepare()
    assert told.value.kind is TroubleKind.DISK_FULL


def test_a_trouble_that_stands_at_the_start_is_told_and_over_once_there_is_room(
    full: Database, disk: Disk, tmp_path: Path
) -> None:
    tape = Tape()
    journal = StoredJournal(
        full, Spool((tmp_path / "missing",), "callcue.db"), trouble=full.standing_trouble()
    )
    heard = Attentive()
    journal.listen(heard)
    trouble = heard.hear_trouble(waiting=0)
    assert trouble.kind is TroubleKind.DISK_FULL
    journal.pin(SOURCE)
    journal.append(tape.begin())
    trouble = heard.hear_trouble(waiting=3)
    assert (trouble.kind, trouble.spooled) == (TroubleKind.DISK_FULL, False)
    assert heard.acknowledged == []
    disk.clear()
    heard.hear_recovery()
    assert journal.flush(10)
    assert heard.acknowledged == [(tape.call, 3)]
    assert StoredCalls(full).events(tape.call) == tuple(tape.events)
    assert journal.close(5)


def test_a_trouble_with_nothing_to_write_is_over_without_an_event(
    full: Database, disk: Disk, tmp_path: Path
) -> None:
    journal = StoredJournal(full, Spool((tmp_path,), "callcue.db"), trouble=full.standing_trouble())
    heard = Attentive()
    journal.listen(heard)
    heard.hear_trouble(waiting=0)
    disk.clear()
    heard.hear_recovery()
    assert journal.close(5)
    assert journal.left_behind() is None


@pytest.mark.parametrize("spools", [True, False])
def test_closing_says_how_much_is_left_and_whether_a_file_has_it(
    full: Database, tmp_path: Path, *, spools: bool
) -> None:
    folder = tmp_path if spools else tmp_path / "missing"
    journal = StoredJournal(full, Spool((folder,), "callcue.db"), trouble=full.standing_trouble())
    journal.append(Tape().begin())
    assert not journal.close(0.05)
    left = journal.left_behind()
    assert left is not None
    assert (left.kind, left.waiting, left.spooled) == (TroubleKind.DISK_FULL, 3, spools)
    assert len(waiting_files([tmp_path])) == spools


def test_a_spool_that_cannot_be_written_leaves_no_file(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    spool = Spool((tmp_path,), "callcue.db")

    def full(_handle: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr("app.store.spool._sync_folder", lambda _folder: None)
        patch.setattr(os, "fsync", full)
        assert not spool.add(Tape().begin())
    assert list(tmp_path.iterdir()) == []
    assert spool.path is None
    assert spool.add(Tape().begin())
    spool.release()
    assert len(waiting_files([tmp_path])) == 1


def test_a_folder_in_the_place_of_the_file_is_told(tmp_path: Path) -> None:
    with pytest.raises(DatabaseUnusable) as told:
        Database(url_of(str(tmp_path), tmp_path)).prepare()
    assert str(tmp_path / "callcue.db") in told.value.in_lang("en")
    assert "složka" in told.value.in_lang("cs")


def test_no_room_for_a_new_database_is_a_trouble_that_passes(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    def full(*_: object) -> int:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr("app.store.database.os.open", full)
    with pytest.raises(StoreTrouble) as told:
        Database(url_of("", tmp_path)).prepare()
    assert told.value.kind is TroubleKind.DISK_FULL


# --- a folder that may only be read, without a database ---


def test_a_folder_that_may_only_be_read_is_a_trouble_that_passes(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    forbidden = Forbidden(monkeypatch, tmp_path)
    database = Database(url_of("", tmp_path))
    with pytest.raises(StoreTrouble) as told:
        database.prepare()
    assert told.value.kind is TroubleKind.READ_ONLY
    with pytest.raises(BookUnavailable) as unavailable:
        StoredCalls(database).recent(1)
    assert unavailable.value.kind is TroubleKind.READ_ONLY
    assert not (tmp_path / "callcue.db").exists()
    forbidden.allow()
    assert database.prepare() is Prepared.CREATED
    assert StoredCalls(database).recent(1) == ()
    database.close()


def test_events_find_a_refuge_that_is_named_and_come_home_from_it(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    home, refuge = tmp_path / "home", tmp_path / "state" / "waiting-1"
    home.mkdir()
    forbidden = Forbidden(monkeypatch, home)
    database, tape = Database(url_of("", home)), Tape()
    journal = StoredJournal(database, Spool((home,), "callcue.db", (refuge,)))
    heard = Attentive()
    journal.listen(heard)
    journal.append(tape.begin())
    trouble = heard.hear_trouble(waiting=3)
    assert (trouble.kind, trouble.spooled, trouble.folder) == (TroubleKind.READ_ONLY, True, str(refuge))
    assert not journal.close(0.05)
    left = journal.left_behind()
    assert left is not None
    assert (left.waiting, left.spooled, left.folder) == (3, True, str(refuge))
    assert heard.acknowledged == []
    assert len(waiting_files([refuge])) == 1
    forbidden.allow()
    again = StoredJournal(database, Spool((home,), "callcue.db", (refuge,)))
    assert again.flush(10)
    assert StoredCalls(database).events(tape.call) == tuple(tape.events)
    assert not refuge.exists()
    assert again.close(5)


def test_a_refuge_is_the_last_place_tried_and_is_not_made_in_vain(tmp_path: Path) -> None:
    refuge = tmp_path / "waiting"
    spool = Spool((tmp_path,), "callcue.db", (refuge,))
    assert spool.add([SOURCE])
    assert [spool.folder] == [tmp_path]
    assert not refuge.exists()
    spool.clear()
    assert spool.folder is None
    assert list(tmp_path.iterdir()) == []


def test_what_the_database_refuses_is_set_aside_in_the_refuge_too(tmp_path: Path) -> None:
    refuge = tmp_path / "state" / "waiting"
    spool = Spool((tmp_path / "missing",), "callcue.db", (refuge,))
    assert spool.set_aside(Tape().begin())
    assert [file.name.partition("-")[0] for file in refuge.iterdir()] == ["callcue.db.refused"]
