"""``callcue diff``: changes in words and as JSON, with the calls that used what is gone."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.scripts.conftest import MILL, Run


@pytest.fixture
def newer(shelf: Path) -> Path:
    """The mill without its objection's second response and with another question."""
    path = shelf / "en" / "newer.yaml"
    text = MILL.replace("      - {id: monthly, say: Would monthly help?}\n", "")
    path.write_text(text.replace("does paper take you?", "does the paper take?"), encoding="utf-8")
    return path


def test_changes_in_words(run: Run, shelf: Path, newer: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("diff", shelf / "en" / "mill.yaml", newer) == 0
    assert capsys.readouterr().out.splitlines() == [
        "question opening.hours: changed: ask",
        "    ask: How many hours a week does paper take you? → How many hours a week does the paper take?",
        "response price.monthly: removed",
    ]


def test_changes_as_json(run: Run, shelf: Path, newer: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("diff", newer, shelf / "en" / "mill.yaml", "--format", "json") == 0
    told = json.loads(capsys.readouterr().out)
    assert [(one["part"], one["name"], one["change"]) for one in told] == [
        ("question", "opening.hours", "changed"),
        ("response", "price.monthly", "added"),
    ]
    assert told[0]["details"][0]["key"] == "ask"


def test_calls_that_used_what_is_gone_are_counted(
    run: Run, shelf: Path, script: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    without = shelf / "en" / "without.yaml"
    text = MILL.partition("objections:")[0] + "outcomes: [meeting, callback, not_interested]\n"
    without.write_text(text, encoding="utf-8")
    assert run("play", shelf / "en" / "mill.yaml", "--script", script) == 0
    capsys.readouterr()
    assert run("diff", shelf / "en" / "mill.yaml", without) == 0
    assert capsys.readouterr().out == "objection price: removed; recorded calls that used it: 1\n"
    assert run("diff", shelf / "en" / "mill.yaml", without, "--format", "json") == 0
    assert json.loads(capsys.readouterr().out)[0]["calls"] == 1


def test_nothing_changed(run: Run, shelf: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    mill = shelf / "en" / "mill.yaml"
    assert run("diff", mill, mill, "--lang", "cs") == 0
    assert capsys.readouterr().out == "Ve významu se nic nezměnilo.\n"
    assert not (tmp_path / "home" / "callcue.db").exists()


def test_files_that_cannot_be_used(run: Run, shelf: Path, capsys: pytest.CaptureFixture[str]) -> None:
    mill = shelf / "en" / "mill.yaml"
    assert run("diff", mill, shelf / "none.yaml") == 2
    assert "There is no" in capsys.readouterr().err
    (shelf / "en" / "broken.yaml").write_text("callcue: 1\n", encoding="utf-8")
    assert run("diff", mill, shelf / "en" / "broken.yaml") == 2
    assert "callcue check" in capsys.readouterr().err
