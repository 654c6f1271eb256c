"""``callcue settings``."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from app.settings import catalogue
from tests.scripts.conftest import Run

Out = pytest.CaptureFixture[str]


@pytest.mark.parametrize("lang", ["en", "cs"])
def test_every_setting_is_told_with_its_words(lang: str, run: Run, capsys: Out) -> None:
    assert run("settings", "--lang", lang) == 0
    told = capsys.readouterr().out
    for one in catalogue():
        assert f"{one.name} = " in told
        assert one.words.in_lang(lang) in told


def test_values_as_json(run: Run, capsys: Out, shelf: Path) -> None:
    assert run("settings", "--json") == 0
    values = json.loads(capsys.readouterr().out)
    assert set(values) == {one.name for one in catalogue()}
    assert values["playbooks"] == str(shelf)


def test_a_file_that_cannot_be_read_is_told(run: Run, capsys: Out, tmp_path: Path) -> None:
    home = tmp_path / "home"
    home.mkdir()
    (home / "settings.json").write_text('{"theme": "pink"}', encoding="utf-8")
    assert run("settings") == 0
    assert "theme" in capsys.readouterr().err


@pytest.mark.parametrize(
    "words", [("settings",), ("calls",), ("check", "--lang", "cs"), ("explain", "CC001")]
)
@pytest.mark.usefixtures("shelf")
def test_every_command_tells_of_a_broken_file_once(
    run: Run, capsys: Out, tmp_path: Path, words: tuple[str, ...]
) -> None:
    home = tmp_path / "home"
    home.mkdir()
    (home / "settings.json").write_text('{"theme": "dark",', encoding="utf-8")
    run(*words)
    told = capsys.readouterr().err
    assert told.count("settings.json:1:18: ") == 1
    assert [file.name.startswith("settings-unreadable") for file in home.glob("*.json")].count(True) == 1
    run(*words)
    assert "settings.json" not in capsys.readouterr().err
