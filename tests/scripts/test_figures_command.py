"""``callcue figures``: tables and JSON of what recorded calls add up to."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from app.review.figures import FigureName
from app.store.bulk import store_events
from app.store.database import Database, url_of
from tests.scripts.conftest import Run
from tests.store.desk_calls import SOURCE, some_calls


@pytest.fixture
def house(tmp_path: Path) -> None:
    database = Database(url_of("", tmp_path / "home"))
    database.prepare()
    store_events(database, [one.tape.events for one in some_calls(3, 40)], [SOURCE])
    database.close()


@pytest.mark.usefixtures("house")
def test_all_figures_as_tables(run: Run, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("figures", "--lang", "en") == 0
    written = capsys.readouterr().out
    assert "Outcomes by week" in written
    assert "Likely range" in written
    assert "Compare only rows of the same playbook and source." in written


@pytest.mark.usefixtures("house")
def test_one_figure_in_czech_for_some_calls(run: Run, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("figures", "výsledek:prohráno", "--only", "outcome_mix", "--lang", "cs") == 0
    written = capsys.readouterr().out
    assert written.startswith("Výsledky\n")
    assert "100 %" in written
    assert "prodej" not in written


@pytest.mark.usefixtures("house")
def test_json_has_every_number_with_its_range_and_its_calls(
    run: Run, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("figures", "--json") == 0
    found = json.loads(capsys.readouterr().out)
    assert [one["figure"] for one in found] == [str(one) for one in FigureName]
    rows = [row for one in found for row in one["rows"]]
    assert rows
    assert all("n" in row and "calls" in row for row in rows)
    assert all(row["low"] <= row["share"] <= row["high"] for row in rows if "share" in row)


@pytest.mark.usefixtures("house")
def test_what_is_not_understood_is_said_with_a_guess(run: Run, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("figures", "outcom:lost") != 0
    assert "outcome" in capsys.readouterr().err


@pytest.mark.usefixtures("house")
def test_no_calls(run: Run, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("figures", "rep:nobody") == 1
    assert capsys.readouterr().err
