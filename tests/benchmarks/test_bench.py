"""``callcue bench``: that it measures and tells; never how fast this machine is."""

from __future__ import annotations

import json
import os
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from app.playbook.vocabulary import Label
from app.scripts.bench import BENCHMARKS, as_json, as_table
from app.scripts.benchmarks.measure import DATABASE, Measure, in_turn, machine, middle, percentile
from app.scripts.main import main
from app.store.database import Database, url_of

Out = pytest.CaptureFixture[str]


def test_a_goal_is_a_ceiling_or_a_floor() -> None:
    what = Label("w", "c")
    assert Measure("a", what, 1.0, 1.0).met
    assert not Measure("a", what, 1.1, 1.0).met
    assert Measure("a", what, 99.0, 98.0, "%", least=True).met
    assert not Measure("a", what, 97.0, 98.0, "%", least=True).met


def test_both_sides_take_turns() -> None:
    order: list[str] = []
    ones, others = in_turn(lambda: order.append("a"), lambda: order.append("b"), 3, warm=1)
    assert order == ["a", "b"] * 4
    assert (len(ones), len(others)) == (3, 3)


@pytest.mark.parametrize(("share", "value"), [(0.5, 50.0), (0.99, 99.0), (1.0, 100.0), (0.0, 1.0)])
def test_percentiles_are_of_nearest_rank(share: float, value: float) -> None:
    assert percentile([float(number) for number in range(100, 0, -1)], share) == value
    assert middle([3.0, 1.0, 2.0]) == 2.0


def test_the_table_and_json_tell_the_same() -> None:
    figures = [
        Measure("a.b", Label("one", "jedna"), 1.2345, 2, detail="1 / 2 ms"),
        Measure("a.c", Label("two", "dvě"), 50, 99, "%", least=True),
    ]
    table = as_table(figures, "en")
    for part in ("a.b", "1.23 x", "≤ 2 x", "ok", "≥ 99 %", "NOT MET"):
        assert part in table
    told = as_json(figures, "cs")
    assert told["machine"] == machine()
    assert [figure["met"] for figure in told["figures"]] == [True, False]  # type: ignore[attr-defined]


def test_names_that_do_not_exist(capsys: Out, tmp_path: object, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CALLCUE_HOME", str(tmp_path))
    assert main(["bench", "nothing", "--lang", "en"]) == 2
    assert "There is no benchmark 'nothing'. There is: start, key" in capsys.readouterr().err


@pytest.mark.parametrize("name", ["finder", "reading", "event", "desk"])
def test_a_quick_round_yields_every_figure(
    name: str, capsys: Out, tmp_path: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CALLCUE_HOME", str(tmp_path))
    assert main(["bench", name, "--quick", "--json"]) == 0
    figures = json.loads(capsys.readouterr().out)["figures"]
    assert figures
    assert all(figure["name"].startswith(name) and figure["value"] > 0 for figure in figures)


@pytest.mark.slow
def test_windows_are_measured_in_processes_of_their_own(tmp_path: object) -> None:
    environment = {**os.environ, "CALLCUE_HOME": str(tmp_path), "QT_QPA_PLATFORM": "offscreen"}
    done = subprocess.run(
        [
            sys.executable,
            "-m",
            "app",
            "bench",
            "start",
            "key",
            "search",
            "stall",
            "table",
            "--quick",
            "--json",
        ],
        capture_output=True,
        env=environment,
        check=True,
        timeout=240,
    )
    figures = json.loads(done.stdout)["figures"]
    assert {figure["name"].partition(".")[0] for figure in figures} == {
        "start",
        "memory",
        "key",
        "search",
        "stall",
        "table",
    }
    small = "table.memory"  # so few rows weigh nothing
    assert all(figure["value"] > 0 for figure in figures if figure["name"] != small)


def test_every_benchmark_has_its_module() -> None:
    assert set(BENCHMARKS) == {
        "start",
        "key",
        "finder",
        "search",
        "event",
        "reading",
        "stall",
        "desk",
        "figures",
        "table",
    }


def test_a_database_of_another_version_is_told_plainly(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Out
) -> None:
    with closing(Database(url_of("", tmp_path))) as database:
        database.prepare()
        assert database.path is not None
        with sqlite3.connect(database.path) as older:
            older.execute("UPDATE alembic_version SET version_num = '0001'")
        older.close()
        monkeypatch.setenv("CALLCUE_HOME", str(tmp_path))
        monkeypatch.setenv(DATABASE, str(database.path))
        assert main(["bench", "desk", "--quick"]) == 1
    assert "The database cannot be used" in capsys.readouterr().err
