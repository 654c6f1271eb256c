"""Keys of the whole desktop in the whole window: they act in the call and leave the focus alone; the settings tell."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from app.playbook.vocabulary import Lang, Mood
from app.settings import Language, Settings, Theme
from app.ui.hotkeys.keeper import GlobalKeys
from app.ui.hotkeys.wishes import Chord, GlobalAction, Lack
from app.ui.live.screen import LiveScreen
from app.ui.preferences import Preferences
from app.ui.settings.screen import SettingsScreen
from app.ui.words import Words
from tests.ui.fakes import AtOnce
from tests.ui.hotkeys.test_presenter import FakeGrabber
from tests.ui.test_journey import Window

KEYS = {
    "mood_rushed": ("Ctrl+Alt+D",),
    "objection_board": ("Ctrl+Alt+Q",),
    "front": ("F9",),
    "hold": ("Ctrl+H",),
}


@pytest.fixture
def window(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> Iterator[Window]:
    settings = Settings(language=Language.EN, theme=Theme.LIGHT, rep_name="Rep Example", global_keys=KEYS)
    made = Window(qtbot, qapp, tmp_path, settings)
    yield made
    made.close()
    qapp.setStyleSheet("")


def desktop_of(window: Window, *others: str) -> FakeGrabber:
    desktop = FakeGrabber(others=frozenset(others))
    window.program.journey.hotkeys._presenter._make = lambda: desktop
    return desktop


def press(desktop: FakeGrabber, chord: str) -> None:
    desktop.held[Chord.read(chord)]()


def test_in_a_call_keys_act_and_only_those_that_ask_bring_the_window(window: Window, qtbot: QtBot) -> None:
    desktop = desktop_of(window)
    window.open()
    window.start_call()
    live = window.screen_of("LiveScreen")
    assert isinstance(live, LiveScreen)
    other = QWidget()
    qtbot.addWidget(other)
    other.show()
    other.activateWindow()
    qtbot.waitUntil(other.isActiveWindow)
    press(desktop, "Ctrl+Alt+D")
    assert live.presenter.scene.prompt.mood is Mood.RUSHED
    assert other.isActiveWindow()
    press(desktop, "Ctrl+Alt+Q")
    assert live.presenter.scene.panel is not None
    qtbot.waitUntil(window.frame.isActiveWindow)


def test_outside_a_call_only_the_window_comes(window: Window, qtbot: QtBot) -> None:
    desktop = desktop_of(window)
    window.open()
    events = len(window.house.journal.events)
    press(desktop, "Ctrl+Alt+D")
    press(desktop, "F9")
    qtbot.waitUntil(window.frame.isActiveWindow)
    assert len(window.house.journal.events) == events


def test_a_key_of_another_program_is_told_in_the_banner_and_the_others_work(window: Window) -> None:
    desktop = desktop_of(window, "H")
    window.open()
    assert "Ctrl+H for “Hold” belongs to another program" in window.frame.banner.text()
    assert len(desktop.held) == 3


def test_keys_are_given_back_when_the_window_goes(window: Window) -> None:
    desktop = desktop_of(window)
    window.open()
    assert len(desktop.held) == 4
    window.frame.close()
    assert (desktop.held, desktop.closed) == ({}, True)


def settings_screen(qtbot: QtBot, home: Path, desktop: FakeGrabber | Lack) -> SettingsScreen:
    preferences = Preferences(home, Settings(language=Language.EN), AtOnce())
    keys = GlobalKeys(preferences, make=lambda: desktop)
    screen = SettingsScreen(preferences, hotkeys=keys)
    keys.setParent(screen)
    qtbot.addWidget(screen)
    screen.show()
    return screen


def test_a_key_is_set_by_pressing_it_and_says_when_it_cannot_be_had(
    qtbot: QtBot, looks: QApplication, tmp_path: Path
) -> None:
    screen = settings_screen(qtbot, tmp_path, FakeGrabber(others=frozenset({"H"})))
    row = screen.global_keys.row(GlobalAction.HOLD)
    held = Qt.KeyboardModifier.ControlModifier
    for key, wrong in ((Qt.Key.Key_H, "belongs to another program"), (Qt.Key.Key_J, "")):
        row.capture.click()
        QTest.keyClick(row.capture, key, held)
        assert wrong in row.wrong()
        assert bool(row.wrong()) == bool(wrong)
    assert dict(screen._preferences.settings.global_keys) == {"hold": ("Ctrl+J",)}
    row.off.click()
    assert dict(screen._preferences.settings.global_keys) == {}


def test_a_desktop_without_such_keys_is_told_and_nothing_can_be_set(
    qtbot: QtBot, looks: QApplication, words: Words, tmp_path: Path
) -> None:
    screen = settings_screen(qtbot, tmp_path, Lack.WAYLAND)
    assert "Under Wayland" in screen.global_keys.lack()
    assert not screen.global_keys.row(GlobalAction.FRONT).capture.isEnabled()
    words.switch(Lang.CS)
    qtbot.waitUntil(
        lambda: "Wayland" in screen.global_keys.lack() and "Under" not in screen.global_keys.lack()
    )
