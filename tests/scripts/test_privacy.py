"""``callcue privacy``: what it says, what it asks, and what is left."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from app.call.people import LeadCard
from app.store.bulk import store_events
from app.store.database import Database, url_of
from tests.scripts.conftest import Run
from tests.store.desk_calls import SOURCE
from tests.store.happenings import Tape

Out = pytest.CaptureFixture[str]
CARD = LeadCard(first_name="Xenofon", last_name="Quastl", phone="+420 777 314 159", source="web")


@pytest.fixture
def tape(tmp_path: Path) -> Tape:
    """A call of two years ago in the command's own house."""
    database = Database(url_of("", tmp_path / "home"))
    database.prepare()
    made = Tape(start=datetime.now(UTC) - timedelta(days=730))
    made.begin(lead=CARD, playbook_revision=SOURCE.revision)
    made.finish("lost", note="má psa")
    store_events(database, [made.events], [SOURCE])
    database.close()
    return made


def holds(tmp_path: Path, words: str) -> bool:
    return any(words.encode() in one.read_bytes() for one in (tmp_path / "home").glob("callcue.db*"))


def test_erasing_asks_first(run: Run, tape: Tape, tmp_path: Path, capsys: Out) -> None:
    assert run("privacy", "erase-person", "777314159") == 1
    assert "Nothing was erased" in capsys.readouterr().out
    assert holds(tmp_path, "Xenofon")


def test_erasing_leaves_no_trace_and_says_what_went(
    run: Run, tape: Tape, tmp_path: Path, capsys: Out
) -> None:
    backups = tmp_path / "home" / "backups"
    backups.mkdir()
    (backups / "callcue-2026-11-20-daily.db").write_bytes(b"copy")
    (tmp_path / "home" / "callcue.db.refused-1.jsonl").write_bytes(b"")
    assert run("privacy", "erase-person", "777314159", "--yes") == 0
    told = capsys.readouterr().out
    assert "Erased: calls 1" in told
    assert "Backups in" in told
    assert "refused-1" in told
    assert not holds(tmp_path, "Xenofon")
    assert not holds(tmp_path, "777 314 159")
    assert run("privacy", "erase-person", "777314159", "--yes") == 1
    assert "Nothing is kept about" in capsys.readouterr().err


def test_a_person_is_handed_out(run: Run, tape: Tape, tmp_path: Path, capsys: Out) -> None:
    path = tmp_path / "person.json"
    assert run("privacy", "export-person", CARD.phone, path) == 0
    told = json.loads(path.read_text(encoding="utf-8"))
    assert told["calls"][0]["call"] == str(tape.call)
    assert run("privacy", "export-person", CARD.phone, path) == 1
    assert "exists already" in capsys.readouterr().err
    assert run("privacy", "export-person", "petra", tmp_path / "rep.json", "--rep") == 0
    assert "Xenofon" not in (tmp_path / "rep.json").read_text(encoding="utf-8")


def test_retention_says_and_then_does(run: Run, tape: Tape, tmp_path: Path, capsys: Out) -> None:
    assert run("privacy", "retention", "--notes", 365, "--calls", 1095, "--dry-run", "--lang", "cs") == 0
    told = capsys.readouterr().out
    assert told.startswith("Vymazalo by se:")
    assert "starší než 365 dní: hovory 1" in told
    assert "starších než 1095 dní: nic" in told
    assert holds(tmp_path, "má psa")
    assert run("privacy", "retention", "--notes", 365) == 0
    assert not holds(tmp_path, "má psa")
    assert holds(tmp_path, "Xenofon")
    assert run("privacy", "retention", "--calls", 365) == 0
    assert not holds(tmp_path, "Xenofon")


def test_what_is_missing_is_said(run: Run, tape: Tape, capsys: Out) -> None:
    assert run("privacy", "retention") == 2
    assert run("privacy", "retention", "--notes", 0) == 2
    assert run("privacy", "erase-person") == 2
    assert run("privacy", "export-person", "a") == 2
    assert run("privacy", "export-person", "a@b.example", "x.json") == 1
    assert "Traceback" not in capsys.readouterr().err
