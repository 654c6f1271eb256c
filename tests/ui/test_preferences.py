"""Settings while the window is open: in force at once, saved behind the scenes."""

from __future__ import annotations

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from app.settings import Settings, Theme, load
from app.ui.keys import Action
from app.ui.preferences import Preferences
from app.ui.theme import ThemeName
from tests.ui.fakes import AtOnce

pytestmark = pytest.mark.usefixtures("qapp")


def test_a_change_holds_at_once_and_is_saved(tmp_path: Path, qtbot: QtBot) -> None:
    preferences = Preferences(tmp_path, Settings(), AtOnce())
    with qtbot.waitSignal(preferences.changed):
        preferences.change(theme=Theme.DARK, text_percent=150, keys={"skip": ("M",)})
    assert preferences.theme.name is ThemeName.DARK
    assert preferences.theme.text_percent == 150
    assert preferences.keys.cap(Action.SKIP) == "M"
    kept = load(tmp_path, {}).settings
    assert (kept.theme, kept.text_percent, dict(kept.keys)) == (Theme.DARK, 150, {"skip": ("M",)})


def test_nothing_is_told_when_nothing_changes(tmp_path: Path, qtbot: QtBot) -> None:
    preferences = Preferences(tmp_path, Settings(), AtOnce())
    with qtbot.assertNotEmitted(preferences.changed):
        preferences.change(text_percent=100)


def test_a_file_that_cannot_be_written_is_told_and_the_change_holds(tmp_path: Path, qtbot: QtBot) -> None:
    blocked = tmp_path / "home"
    blocked.write_text("a file where the folder should be")

    class Refusing(AtOnce):
        def run(self, work, then, failed=None):  # type: ignore[no-untyped-def]
            try:
                then(work())
            except OSError as error:
                assert failed(error)  # noqa: PT017 - the port's way of taking an error

    preferences = Preferences(blocked, Settings(), Refusing())
    with qtbot.waitSignal(preferences.not_saved):
        preferences.change(text_percent=200)
    assert preferences.settings.text_percent == 200
