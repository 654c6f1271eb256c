"""Backups are whole, have names a person understands, and come back."""

from __future__ import annotations

import os
import sqlite3
from contextlib import closing
from datetime import datetime
from pathlib import Path

import pytest

from app.call import events as ev
from app.store import backups
from app.store.backups import KEPT, Occasion, Stopped, automatic, back_up, copy, daily, examine, restore
from app.store.calls import StoredCalls
from app.store.daily import DailyBackup
from app.store.database import Database, url_of
from app.store.journal import StoredJournal
from app.store.problems import BackupFailed
from tests.store.happenings import Tape

TODAY = datetime.now().astimezone().date().isoformat()


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "callcue.db"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "backups"


def test_a_backup_is_one_whole_file_also_in_the_middle_of_a_call(
    database: Database, journal: StoredJournal, path: Path, folder: Path
) -> None:
    tape = Tape()
    journal.append(tape.begin())
    assert journal.flush(5)
    made = back_up(path, folder, Occasion.DAILY)
    journal.append(tape.act(ev.Flagged()))
    assert journal.flush(5)

    assert made == folder / f"callcue-{TODAY}-daily.db"
    assert made.stat().st_mode & 0o777 == 0o600
    assert folder.stat().st_mode & 0o777 == 0o700
    assert [file.name for file in folder.iterdir()] == [made.name]
    assert examine(made).sound
    copied = Database(url_of(str(made), folder))
    assert StoredCalls(copied).events(tape.call) == tuple(tape.events[:3])
    copied.close()


def test_the_day_has_one_daily_backup(database: Database, path: Path, folder: Path) -> None:
    assert daily(path, folder) is not None
    assert daily(path, folder) is None
    assert len(automatic(path, folder)) == 1


def test_the_last_ten_are_kept_and_others_are_never_touched(
    database: Database, path: Path, folder: Path
) -> None:
    folder.mkdir()
    for name in ("my-own.db", f"callcue-{TODAY}-before-restore.db", f"other-{TODAY}-daily.db"):
        (folder / name).write_text("not ours to drop")
    made = []
    for number in range(KEPT + 3):
        made.append(back_up(path, folder, Occasion.BEFORE_UPDATE))
        os.utime(made[-1], (number, number))
    assert automatic(path, folder) == sorted(made[3:], key=lambda file: file.stat().st_mtime)
    assert len(list(folder.iterdir())) == KEPT + 3


def test_a_backup_that_is_stopped_leaves_nothing(
    database: Database, path: Path, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(backups, "_PAGES_AT_A_TIME", 1)

    def stop(left: int, total: int) -> None:
        if left < total / 2:
            raise Stopped

    with pytest.raises(Stopped):
        back_up(path, folder, Occasion.DAILY, stop)
    assert list(folder.iterdir()) == []


def test_what_a_killed_program_left_is_cleared_after_a_day(
    database: Database, path: Path, folder: Path
) -> None:
    folder.mkdir()
    stale, fresh = folder / "callcue-x.db.aa.part", folder / "callcue-x.db.bb.part"
    for part in (stale, fresh):
        part.write_text("half")
    os.utime(stale, (0, 0))
    back_up(path, folder, Occasion.DAILY)
    assert not stale.exists()
    assert fresh.exists()


def test_a_backup_into_an_impossible_place_is_told(database: Database, path: Path, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(BackupFailed, match="Choose another folder"):
        copy(path, tmp_path / "file" / "copy.db")
    with pytest.raises(BackupFailed):
        copy(tmp_path / "missing.db", tmp_path / "copy.db")
    assert not (tmp_path / "missing.db").exists()


def test_a_backup_comes_back_and_the_present_file_is_kept(
    database: Database, path: Path, folder: Path, tmp_path: Path
) -> None:
    kept, lost = Tape(), Tape()
    _record(database, kept)
    made = back_up(path, folder, Occasion.DAILY)
    _record(database, lost)
    database.close()

    aside = restore(made, path, folder)
    assert aside == folder / f"callcue-{TODAY}-before-restore.db"
    assert [row.call for row in StoredCalls(database).recent(9)] == [kept.call]
    before = Database(url_of(str(aside), tmp_path))
    assert {row.call for row in StoredCalls(before).recent(9)} == {kept.call, lost.call}
    before.close()
    assert made.exists()
    assert not list(tmp_path.glob("*.restored*"))


def _record(database: Database, tape: Tape) -> None:
    from app.store.bulk import store_events

    tape.begin()
    store_events(database, [tape.events])


def test_nothing_is_restored_while_the_database_is_open(
    database: Database, journal: StoredJournal, path: Path, folder: Path
) -> None:
    tape = Tape()
    journal.append(tape.begin())
    assert journal.flush(5)
    made = back_up(path, folder, Occasion.DAILY)
    with pytest.raises(BackupFailed, match="open in another program"):
        restore(made, path, folder)
    journal.append(tape.act(ev.Flagged()))
    assert journal.flush(5)
    assert StoredCalls(database).events(tape.call) == tuple(tape.events)


@pytest.mark.parametrize("content", [b"no database", b""])
def test_what_is_no_sound_database_is_not_restored(
    database: Database, path: Path, folder: Path, tmp_path: Path, content: bytes
) -> None:
    bad = tmp_path / "bad.db"
    bad.write_bytes(content)
    database.close()
    before = path.read_bytes()
    for backup in (bad, tmp_path / "missing.db"):
        with pytest.raises(BackupFailed, match="cannot be restored"):
            restore(backup, path, folder)
    assert path.read_bytes() == before


def test_a_backup_of_a_newer_program_is_not_restored(database: Database, path: Path, folder: Path) -> None:
    made = back_up(path, folder, Occasion.DAILY)
    with closing(sqlite3.connect(made)) as db:
        db.execute("UPDATE alembic_version SET version_num = '0099'")
        db.commit()
    database.close()
    with pytest.raises(BackupFailed, match="newer Callcue"):
        restore(made, path, folder)


def test_a_damaged_database_gives_way_to_a_backup(database: Database, path: Path, folder: Path) -> None:
    made = back_up(path, folder, Occasion.DAILY)
    database.close()
    damage = b"damage" * 1000
    path.write_bytes(damage)
    assert not examine(path).sound
    aside = restore(made, path, folder)
    assert aside is not None
    assert aside.read_bytes() == damage
    assert examine(path).sound


def test_the_daily_backup_is_made_by_itself(database: Database, path: Path, folder: Path) -> None:
    keeper = DailyBackup(path, folder, first_look=0)
    keeper.wait_for_first(10)
    keeper.close()
    assert [file.name for file in automatic(path, folder)] == [f"callcue-{TODAY}-daily.db"]


def test_closing_at_once_makes_no_backup(database: Database, path: Path, folder: Path) -> None:
    keeper = DailyBackup(path, folder)
    keeper.close()
    assert automatic(path, folder) == []
