"""``callcue find``."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.scripts.conftest import Run

Out = pytest.CaptureFixture[str]


def test_hits_are_ranked_with_id_and_label(run: Run, shelf: Path, capsys: Out) -> None:
    assert run("find", "mill", "no", "budgt") == 0
    assert capsys.readouterr().out == ("1  price  objection  It is too expensive  (“no budget for it”)\n")


def test_json_tells_kind_id_label_score_and_phrase(run: Run, shelf: Path, capsys: Out) -> None:
    assert run("find", shelf / "en" / "mill.yaml", "hours", "--json", "--limit", "1") == 0
    (hit,) = json.loads(capsys.readouterr().out)
    assert hit["kind"] == "question"
    assert hit["id"] == "opening.hours"
    assert 0 < hit["score"] <= 1


def test_nothing_alike_is_no_failure(run: Run, shelf: Path, capsys: Out) -> None:
    assert run("find", "mill", "xyzzy") == 0
    told = capsys.readouterr()
    assert told.out == ""
    assert "unlisted objection" in told.err
    assert run("find", "mill", "xyzzy", "--json") == 0
    assert capsys.readouterr().out == "[]\n"


def test_a_playbook_that_is_not_there_is_told_with_the_nearest(run: Run, shelf: Path, capsys: Out) -> None:
    assert run("find", "mil", "x") == 1
    assert "is called 'mil'. Did you mean 'mill'?" in capsys.readouterr().err
    assert run("find", "quite-else", "x") == 1
    assert "There is: mill." in capsys.readouterr().err
    assert run("find", "no/such.yaml", "x") == 1
    assert capsys.readouterr().err == "There is no file no/such.yaml.\n"


def test_an_empty_folder_is_told(run: Run, tmp_path: Path, capsys: Out) -> None:
    (tmp_path / "none").mkdir()
    assert run("find", "mill", "x", "--playbooks", tmp_path / "none") == 1
    assert "There are no playbooks there." in capsys.readouterr().err


def test_a_broken_playbook_is_told_with_its_place(run: Run, shelf: Path, capsys: Out) -> None:
    path = shelf / "en" / "mill.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("to: close}", "to: clsoe}"), encoding="utf-8")
    assert run("find", "mill", "x") == 1
    told = capsys.readouterr().err
    assert "mill.yaml:22:59: error CC021" in told
    assert "Did you mean 'close'" in told
    assert "cannot be used" in told


@pytest.mark.parametrize("limit", ["0", "-1", "many"])
def test_a_limit_is_a_count(limit: str, run: Run, capsys: Out) -> None:
    assert run("find", "mill", "x", f"--limit={limit}") == 2
    assert "is not a whole number from 1" in capsys.readouterr().err


def test_of_two_languages_the_asked_one_is_searched(run: Run, shelf: Path, capsys: Out) -> None:
    (shelf / "cs").mkdir()
    english = (shelf / "en" / "mill.yaml").read_text(encoding="utf-8")
    czech = english.replace("lang: en", "lang: cs").replace("It is too expensive", "Je to moc drahé")
    (shelf / "cs" / "mill.yaml").write_text(czech, encoding="utf-8")
    run("find", "mill", "drahe", "--lang", "cs")
    assert "Je to moc drahé" in capsys.readouterr().out
    run("find", "mill", "expensive")
    assert "It is too expensive" in capsys.readouterr().out
