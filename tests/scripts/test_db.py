"""``callcue db``: where the data is, whether it is sound, copies of it."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from app.store.bulk import store_events
from app.store.database import Database, url_of
from app.store.versions import CURRENT
from tests.scripts.conftest import Run
from tests.store.happenings import Tape


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """The database of the command's own house, with one call."""
    database = Database(url_of("", tmp_path / "home"))
    database.prepare()
    tape = Tape()
    tape.begin()
    store_events(database, [tape.events])
    database.close()
    return tmp_path / "home" / "callcue.db"


def test_info_before_there_is_anything(run: Run, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    assert run("db", "info") == 0
    assert "no database at" in capsys.readouterr().out
    assert not (tmp_path / "home").exists()


def test_info_counts(run: Run, path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("db", "info", "--lang", "cs") == 0
    out = capsys.readouterr().out
    assert str(path) in out
    assert {" ".join(line.split()) for line in out.splitlines()} >= {
        "Hovory 1",
        "Nedokončené hovory 1",
        "Události 3",
        f"Verze tabulek {CURRENT}",
    }


def test_a_sound_database(run: Run, path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("db", "check") == 0
    assert capsys.readouterr().out == "The database is sound: 1 calls, 3 events.\n"


def test_missing_events_are_found(run: Run, path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with closing(sqlite3.connect(path)) as db:
        db.execute("DELETE FROM call_event WHERE seq = 2")
        db.commit()
    assert run("db", "check") == 1
    assert "events are missing" in capsys.readouterr().err


@pytest.mark.parametrize("action", ["info", "check", "upgrade"])
def test_damage_is_told_without_a_traceback(
    run: Run, path: Path, action: str, capsys: pytest.CaptureFixture[str]
) -> None:
    path.write_bytes(b"damage" * 2000)
    assert run("db", action) == 1
    err = capsys.readouterr().err
    assert "callcue db restore FILE" in err
    assert len(err.splitlines()) == 1


def test_there_and_back(run: Run, path: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    copied = tmp_path / "copy.db"
    assert run("db", "backup", copied) == 0
    assert run("db", "backup", copied) == 1
    assert "exists already" in capsys.readouterr().err
    path.unlink()
    assert run("db", "restore", copied) == 0
    assert run("db", "check") == 0
    assert run("db", "restore", tmp_path / "nothing.db") == 1


@pytest.mark.parametrize("words", [("backup",), ("restore",), ("check", "x.db"), ("sing",)])
def test_a_wrong_command_line(run: Run, words: tuple[str, ...], capsys: pytest.CaptureFixture[str]) -> None:
    assert run("db", *words) == 2
    assert capsys.readouterr().err


def test_upgrade_makes_or_renews(run: Run, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("db", "upgrade") == 0
    assert f"up to date (version {CURRENT})" in capsys.readouterr().out
    assert (tmp_path / "home" / "callcue.db").exists()


def test_an_unusable_address(run: Run, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("db", "info", "--db", "mysql://server/name") == 1
    assert "no database that Callcue can use" in capsys.readouterr().err


@pytest.mark.usefixtures("path")
@pytest.mark.parametrize(
    "words", [("check",), ("info",), ("upgrade",), ("backup", "copy.db"), ("restore", "b.db")]
)
def test_while_another_program_keeps_the_database_nothing_false_is_said_of_it(
    run: Run,
    path: Path,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    words: tuple[str, ...],
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("app.store.backups.PATIENCE", 0.0)
    monkeypatch.setattr("app.store.database.PATIENCE", 0.05)
    assert run("db", "backup", "b.db") == 0
    capsys.readouterr()
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("PRAGMA locking_mode=EXCLUSIVE")
        other.execute("BEGIN EXCLUSIVE")
        assert run("db", *words) == 1
        other.execute("ROLLBACK")
    told = capsys.readouterr()
    assert "another program" in told.err
    assert "Found in" not in told.err
    assert told.out == ""
    assert not (tmp_path / "copy.db").exists()


def test_a_backup_that_is_not_there_is_no_damaged_one(
    run: Run, path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("db", "restore", path.with_name("missing.db")) == 1
    assert "there is no such file" in capsys.readouterr().err


def test_info_names_what_waits_and_what_was_set_aside(
    run: Run, path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("app.scripts.db.waiting_folders", lambda _database, _home: [path.parent / "else"])
    (path.parent / "else").mkdir()
    for name in ("callcue.db.spool-1.jsonl", "callcue.db.refused-1.jsonl"):
        (path.parent / "else" / name).touch()
    assert run("db", "info") == 0
    rows = {" ".join(line.split()) for line in capsys.readouterr().out.splitlines()}
    assert f"Waiting in spool files 1 ({path.parent / 'else'})" in rows
    assert f"Set aside {path.parent / 'else' / 'callcue.db.refused-1.jsonl'}" in rows
