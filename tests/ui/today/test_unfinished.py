"""An unfinished call is in sight at the start, whatever the window and the text size."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from app.call.ports import CallStatus, CallSummary
from app.playbook.vocabulary import Lang
from app.settings import Settings
from app.ui.keys import Action, KeyMap
from app.ui.preferences import Preferences
from app.ui.theme import Theme, ThemeName
from app.ui.today.calls import UnfinishedCard
from app.ui.today.desk import Books
from app.ui.today.screen import TodayScreen
from app.ui.today.unfinished import UnfinishedBar
from app.ui.widgets import KeyButton
from app.ui.words import Words
from tests.fakes import FakeClock
from tests.ui.fakes import AtOnce, CallsInMemory, LeadsInMemory, ShelfInMemory, call, lead

SIZES = ((1180, 760), (420, 760))


def opened(
    qtbot: QtBot, tmp_path: Path, size: tuple[int, int], *calls: CallSummary, percent: int = 100
) -> TodayScreen:
    """The start screen over these calls."""
    preferences = Preferences(tmp_path, Settings(text_percent=percent, rep_name="Rep Example"), AtOnce())
    screen = TodayScreen(preferences, AtOnce(), FakeClock())
    leads = LeadsInMemory(*(lead(number, f"Sample {number}") for number in range(1, 9)))
    screen.serve(Books(CallsInMemory(*calls), leads, ShelfInMemory()))
    qtbot.addWidget(screen)
    screen.resize(*size)
    screen.show()
    QApplication.sendPostedEvents()
    QApplication.processEvents()
    return screen


def in_sight(screen: QWidget, part: QWidget) -> bool:
    """Whether nothing of ``part`` is scrolled away."""
    return part.isVisible() and part.visibleRegion().boundingRect().size() == part.size()


def resuming(screen: QWidget) -> list[KeyButton]:
    """The buttons in sight that name the key to an unfinished call."""
    key = KeyMap().cap(Action.RESUME, "en")
    return [
        one for one in screen.findChildren(KeyButton) if key in one.accessibleName() and in_sight(screen, one)
    ]


@pytest.mark.parametrize("status", [CallStatus.LIVE, CallStatus.WRAP_UP])
@pytest.mark.parametrize("percent", [100, 150, 200])
@pytest.mark.parametrize("size", SIZES, ids=("wide", "narrow"))
@pytest.mark.parametrize("lang", list(Lang))
def test_it_is_in_sight_and_so_is_the_search(
    qtbot: QtBot,
    looks: QApplication,
    words: Words,
    tmp_path: Path,
    status: CallStatus,
    percent: int,
    size: tuple[int, int],
    lang: Lang,
) -> None:
    Theme(ThemeName.LIGHT, percent).apply(looks)
    words.switch(lang)
    screen = opened(qtbot, tmp_path, size, call(1, status), percent=percent)
    assert len(resuming(screen)) == 1
    assert in_sight(screen, screen._view.whom.search)


def test_a_wide_window_shows_it_in_its_column_only(qtbot: QtBot, looks: QApplication, tmp_path: Path) -> None:
    screen = opened(qtbot, tmp_path, (1180, 760), call(1, CallStatus.LIVE))
    bar, card = screen.findChild(UnfinishedBar), screen.findChild(UnfinishedCard)
    assert isinstance(bar, UnfinishedBar)
    assert isinstance(card, UnfinishedCard)
    assert (bar.isVisible(), card.isVisible()) == (False, True)
    screen.resize(420, 760)
    QApplication.processEvents()
    assert bar.isVisible()


def test_nothing_unfinished_takes_no_room(qtbot: QtBot, looks: QApplication, tmp_path: Path) -> None:
    screen = opened(qtbot, tmp_path, (420, 760), call(1))
    bar = screen.findChild(UnfinishedBar)
    assert isinstance(bar, UnfinishedBar)
    assert not bar.isVisible()


@pytest.mark.parametrize(("status", "wanted"), [(CallStatus.LIVE, "go_on"), (CallStatus.WRAP_UP, "finish")])
def test_its_button_ends_it_well(
    qtbot: QtBot, looks: QApplication, tmp_path: Path, status: CallStatus, wanted: str
) -> None:
    unfinished = call(1, status)
    screen = opened(qtbot, tmp_path, (420, 760), unfinished)
    heard: list[object] = []
    signal = screen.go_on_wanted if wanted == "go_on" else screen.finish_wanted
    signal.connect(heard.append)
    (button,) = resuming(screen)
    button.click()
    assert heard == [unfinished.call]


@pytest.mark.parametrize("size", SIZES, ids=("wide", "narrow"))
def test_a_call_that_another_window_holds_is_named_and_left_alone(
    qtbot: QtBot, looks: QApplication, tmp_path: Path, size: tuple[int, int]
) -> None:
    held, free = call(1, CallStatus.LIVE, elsewhere=True), call(2, CallStatus.LIVE)
    screen = opened(qtbot, tmp_path, size, held, free)
    heard: list[object] = []
    screen.go_on_wanted.connect(heard.append)
    cards = screen.findChildren(UnfinishedCard)
    texts = [label.text() for label in cards[0].findChildren(QLabel) if not label.isHidden()]
    assert "Open in another window now" in texts
    assert all(button.isHidden() for button in cards[0].findChildren(KeyButton))
    screen._presenter.resume_first()
    assert heard == [free.call]


def test_when_all_are_held_elsewhere_the_key_does_nothing(
    qtbot: QtBot, looks: QApplication, tmp_path: Path
) -> None:
    screen = opened(qtbot, tmp_path, (420, 760), call(1, CallStatus.LIVE, elsewhere=True))
    heard: list[object] = []
    screen.go_on_wanted.connect(heard.append)
    screen._presenter.resume_first()
    assert heard == []
    bar = screen.findChild(UnfinishedBar)
    assert isinstance(bar, UnfinishedBar)
    assert not bar.isVisible()
