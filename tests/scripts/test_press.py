"""A key that the desktop gives to a command reaches the window, or it is said that there is none."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.settings import home_folder
from app.ui import doorbell
from app.ui.door import OneWindow, door_of
from app.ui.hotkeys.wishes import GlobalAction
from tests.scripts.conftest import Run


def test_without_a_window_that_is_said(run: Run, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("press", "hold") == 1
    assert "No window of Callcue is open" in capsys.readouterr().err


@pytest.mark.parametrize("answers", [True, False])
def test_the_open_window_is_told(run: Run, monkeypatch: pytest.MonkeyPatch, *, answers: bool) -> None:
    asked: list[object] = []

    def knocked(door: object, wish: object = None) -> bool:
        asked.append(wish)
        return answers

    monkeypatch.setattr(doorbell, "knock", knocked)
    claim = OneWindow(door_of(home_folder()))
    assert claim.is_first()
    assert run("press", "mood_rushed") == (0 if answers else 1)
    claim.give_up()
    assert asked == [GlobalAction.MOOD_RUSHED]


@pytest.mark.parametrize("words", [("press",), ("press", "end"), ("press", "hold", "hold")])
def test_other_acts_are_refused(run: Run, words: tuple[str, ...], tmp_path: Path) -> None:
    assert run(*words) == 2


def test_every_act_is_listed_in_the_help(run: Run, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("press", "--help") == 0
    said = capsys.readouterr().out
    assert all(action.value in said for action in GlobalAction)
