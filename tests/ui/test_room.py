"""Nothing is cut off to 200 % text, in wide and narrow windows, and everything has a name for readers."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from app.call.ports import CallStatus
from app.playbook.vocabulary import Lang
from app.settings import Settings
from app.ui.icons import program_icon
from app.ui.key_sheet import KeySheet
from app.ui.keys import KeyMap
from app.ui.preferences import Preferences
from app.ui.settings.screen import SettingsScreen
from app.ui.theme import Theme, ThemeName
from app.ui.today.desk import Books
from app.ui.today.screen import TodayScreen
from app.ui.words import Words
from tests.fakes import FakeClock
from tests.ui.fakes import AtOnce, CallsInMemory, LeadsInMemory, ShelfInMemory, call, lead

SIZES = ((1180, 760), (420, 760))
LONG_NAME = "Přibyslava Nejedlá-Kolářová"


def today(preferences: Preferences) -> QWidget:
    screen = TodayScreen(preferences, AtOnce(), FakeClock())
    calls = CallsInMemory(call(1, CallStatus.LIVE), call(2, CallStatus.WRAP_UP), call(3))
    leads = LeadsInMemory(
        lead(1, LONG_NAME, "Mlékárna a sýrárna Horní Dolní", "+420 777 000 001", blocked=True)
    )
    screen.serve(Books(calls, leads, ShelfInMemory()))
    return screen


def sheet(preferences: Preferences) -> QWidget:
    return KeySheet(KeyMap())


MAKERS: tuple[Callable[[Preferences], QWidget], ...] = (today, sheet, SettingsScreen)


def cut_off(screen: QWidget) -> list[str]:
    return [
        f"{label.text()!r} {label.size()}"
        for label in screen.findChildren(QLabel)
        if label.isVisible() and label.text() and not _whole(label)
    ]


def _whole(label: QLabel) -> bool:
    if label.wordWrap():
        words = max(
            label.fontMetrics().horizontalAdvance(word) for word in re.split(r"[\s\u200b]+", label.text())
        )
        return label.height() >= label.heightForWidth(label.width()) and label.width() >= words
    return label.width() >= label.sizeHint().width() and label.height() >= label.fontMetrics().height()


@pytest.mark.parametrize("make", MAKERS, ids=("today", "keys", "settings"))
@pytest.mark.parametrize("percent", [100, 150, 200])
@pytest.mark.parametrize("size", SIZES, ids=("wide", "narrow"))
@pytest.mark.parametrize("lang", list(Lang))
def test_nothing_is_cut_off(
    qtbot: QtBot,
    looks: QApplication,
    words: Words,
    tmp_path: Path,
    make: Callable[[Preferences], QWidget],
    percent: int,
    size: tuple[int, int],
    lang: Lang,
) -> None:
    Theme(ThemeName.LIGHT, percent).apply(looks)
    words.switch(lang)
    preferences = Preferences(tmp_path, Settings(text_percent=percent, rep_name="Rep Example"), AtOnce())
    screen = make(preferences)
    qtbot.addWidget(screen)
    screen.resize(*size)
    screen.show()
    looks.sendPostedEvents()
    looks.processEvents()
    assert screen.width() == size[0], "the screen does not fit its window"
    for area in screen.findChildren(QScrollArea):
        inside = area.widget()
        assert inside is not None
        assert inside.width() <= area.viewport().width(), "something is too wide for the screen"
    assert cut_off(screen) == []


@pytest.mark.parametrize("make", MAKERS, ids=("today", "keys", "settings"))
def test_everything_that_takes_the_focus_has_a_name(
    qtbot: QtBot, looks: QApplication, tmp_path: Path, make: Callable[[Preferences], QWidget]
) -> None:
    screen = make(Preferences(tmp_path, Settings(rep_name=""), AtOnce()))
    qtbot.addWidget(screen)
    screen.show()
    nameless = [
        each
        for each in screen.findChildren(QWidget)
        if each.isVisible()
        and each.focusPolicy() != Qt.FocusPolicy.NoFocus
        and each.focusProxy() is None
        and not (each.accessibleName() or getattr(each, "text", str)())
    ]
    assert nameless == []


def test_the_program_has_a_face(qtbot: QtBot) -> None:
    icon = program_icon()
    assert len(icon.availableSizes()) == 7
    assert icon.pixmap(64).toImage().pixelColor(32, 4).name() == "#0b6e5f"
