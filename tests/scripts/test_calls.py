"""``callcue calls``: recorded calls in a table or as JSON."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from app.store.bulk import store_events
from app.store.database import Database, url_of
from tests.scripts.conftest import Run
from tests.store.happenings import Tape


@pytest.fixture
def tapes(tmp_path: Path) -> list[Tape]:
    """Two calls in the command's own house: one sold, one unfinished."""
    database = Database(url_of("", tmp_path / "home"))
    database.prepare()
    made = [Tape(), Tape()]
    for tape in made:
        tape.begin()
    made[0].finish("sale")
    store_events(database, [tape.events for tape in made])
    database.close()
    return made


def test_a_table(run: Run, tapes: list[Tape], capsys: pytest.CaptureFixture[str]) -> None:
    assert run("calls", "--lang", "cs") == 0
    newest, oldest = capsys.readouterr().out.splitlines()
    assert newest.startswith(str(tapes[1].call)[:13])
    assert newest.endswith("nedokončený: opening.hello")
    assert oldest.endswith("prodej")
    assert "Žaneta Říhová, Pekárna" in oldest


def test_json_holds_everything(run: Run, tapes: list[Tape], capsys: pytest.CaptureFixture[str]) -> None:
    assert run("calls", "sale", "--json") == 0
    (row,) = json.loads(capsys.readouterr().out)
    assert row["call"] == str(tapes[0].call)
    assert (row["started"], row["outcome"], row["status"]) == ("2026-11-24T09:00:00.000Z", "sale", "closed")


def test_filters_are_those_of_the_review_desk(
    run: Run, tapes: list[Tape], capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("calls", "outcome:sale", "--json") == 0
    (row,) = json.loads(capsys.readouterr().out)
    assert row["call"] == str(tapes[0].call)
    assert run("calls", "outcome:lost") == 1
    assert "No calls found" in capsys.readouterr().err


def test_a_filter_that_cannot_be_read_is_named_with_the_nearest(
    run: Run, tapes: list[Tape], capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("calls", "outcom:sale", "--lang", "en") == 2
    assert "'outcom:sale' is not understood in a search. Did you mean 'outcome'?" in capsys.readouterr().err


def test_limit(run: Run, tapes: list[Tape], capsys: pytest.CaptureFixture[str]) -> None:
    assert run("calls", "--limit", "1") == 0
    assert len(capsys.readouterr().out.splitlines()) == 1


def test_nothing_found(run: Run, tapes: list[Tape], capsys: pytest.CaptureFixture[str]) -> None:
    assert run("calls", "nobody") == 1
    assert run("calls", "nobody", "--json") == 1
    assert capsys.readouterr().out == "[]\n"


def test_a_damaged_database_is_not_told_to_wait(
    run: Run, tapes: list[Tape], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "home" / "callcue.db"
    sound = path.read_bytes()
    path.write_bytes(sound[:20_000] + b"\xff" * (len(sound) - 20_000))
    assert run("calls", "--lang", "en") == 1
    told = capsys.readouterr().err
    assert "is damaged" in told
    assert "callcue db restore FILE" in told
    assert "Try again" not in told


@pytest.mark.parametrize(
    "words",
    [
        ("calls",),
        ("show", "last"),
        ("figures",),
        ("export", "calls", "out.xlsx"),
        ("export", "figure", "funnel", "out.csv"),
        ("privacy", "export-person", "Eva", "out.json"),
    ],
)
def test_a_slip_in_the_databases_name_makes_no_empty_one(
    run: Run,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    words: tuple[str, ...],
) -> None:
    monkeypatch.chdir(tmp_path)
    assert run(*words, "--db", str(tmp_path / "calcue.db")) == 1
    assert f"no database at {tmp_path / 'calcue.db'}" in capsys.readouterr().err
    assert list(tmp_path.glob("calcue.db*")) == []
    assert list(tmp_path.glob("out.*")) == []
