"""``callcue calls``: recorded calls in a table or as JSON."""

from __future__ import annotations

import json
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import Engine, event

from app.store.bulk import store_events
from app.store.database import Database, url_of
from tests.scripts.conftest import Run
from tests.store.happenings import START, Tape


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


def test_a_filter_asks_the_database_as_often_for_many_calls_as_for_one(
    run: Run, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    database = Database(url_of("", tmp_path / "home"))
    database.prepare()
    made = [Tape(start=START + timedelta(hours=number)) for number in range(12)]
    for tape in made:
        tape.begin()
        tape.finish("sale")
    store_events(database, [tape.events for tape in made])
    database.close()
    asked = []
    for limit in ("1", "12"):
        statements: list[str] = []

        def remember(
            _db: object, _cursor: object, statement: str, *_more: object, kept: list[str] = statements
        ) -> None:
            kept.append(statement)

        event.listen(Engine, "before_cursor_execute", remember)
        assert run("calls", "outcome:sale", "--limit", limit) == 0
        event.remove(Engine, "before_cursor_execute", remember)
        assert len(capsys.readouterr().out.splitlines()) == int(limit)
        asked.append(sum("FROM call" in one for one in statements))
    assert asked[0] == asked[1] > 0


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
