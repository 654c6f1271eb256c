"""``callcue new``: writes a playbook that the other commands take, and never over another file."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.scripts.conftest import Run


@pytest.mark.parametrize("lang", ["en", "cs"])
def test_a_new_playbook_checks_clean(
    lang: str, run: Run, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "playbooks" / lang / "my-call.yaml"
    assert run("new", path, "--lang", lang) == 0
    assert str(path) in capsys.readouterr().out
    assert "id: my-call" in path.read_text("utf-8")
    assert run("check", path, "--strict") == 0


def test_a_title_of_ones_own(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "call.yaml"
    assert run("new", path, "--title", 'The "big" call') == 0
    assert 'title: "The \\"big\\" call"' in path.read_text("utf-8")


def test_nothing_is_overwritten(run: Run, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "call.yaml"
    path.write_text("mine", encoding="utf-8")
    assert run("new", path) == 1
    assert "is there already" in capsys.readouterr().err
    assert path.read_text("utf-8") == "mine"


def test_a_name_without_an_ending(run: Run, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("new", tmp_path / "call") == 2
    assert "call.yaml" in capsys.readouterr().err


def test_a_place_that_cannot_be_written(run: Run, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    assert run("new", tmp_path / "file" / "call.yaml") == 1
    assert "cannot be written" in capsys.readouterr().err


def test_a_name_with_a_space_can_be_pasted(
    run: Run, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "my call.yaml"
    assert run("new", path, "--lang", "en") == 0
    assert f"callcue check '{path}'" in capsys.readouterr().out
