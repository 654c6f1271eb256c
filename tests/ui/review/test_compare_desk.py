"""Two calls side by side on a real window, with the keyboard alone, at every size and in both languages."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from app.playbook.vocabulary import Lang
from app.settings import Settings
from app.ui.preferences import Preferences
from app.ui.review.call_table import CallTable
from app.ui.review.compare_scene import Side, Together
from app.ui.review.loading import DeskBooks
from app.ui.review.picking_note import PickingNote
from app.ui.review.screen import ReviewScreen
from app.ui.theme import Theme, ThemeName
from app.ui.words import Words
from tests.fakes import FakeClock
from tests.ui.fakes import AtOnce, CallsInMemory
from tests.ui.review.fakes import (
    TEXT,
    CoachingInMemory,
    DeskInMemory,
    DraftsInMemory,
    OneCard,
    ReviewsInMemory,
    recorded,
    row,
)

Key, Held = Qt.Key, Qt.KeyboardModifier


class Window:
    """A desk with two calls that can be replayed."""

    def __init__(self, qtbot: QtBot, home: Path, *, percent: int = 100, width: int = 1180) -> None:
        first, second = recorded(), recorded()
        self.desk = DeskInMemory(row(1, call=first.call_id), row(2, call=second.call_id, rep_name="Jan"))
        calls = CallsInMemory(events={one.call_id: one.events for one in (first, second)})
        calls.sources[TEXT.revision] = TEXT
        self.preferences = Preferences(
            home, Settings(rep_name="Trainer Example", text_percent=percent), AtOnce()
        )
        self.screen = ReviewScreen(self.preferences, AtOnce(), FakeClock())
        qtbot.addWidget(self.screen)
        self.screen.resize(width, 760)
        self.screen.serve(
            DeskBooks(calls, self.desk, ReviewsInMemory(), OneCard(), DraftsInMemory(), CoachingInMemory())
        )
        with qtbot.waitExposed(self.screen):
            self.screen.show()
        self.compare = self.screen._compare
        self.table = self.screen.findChildren(CallTable)[0]

    @property
    def asks(self) -> str:
        """What is asked above the table."""
        return self.screen.findChildren(PickingNote)[0].words()

    def press(self, key: Qt.Key, held: Qt.KeyboardModifier = Held.NoModifier) -> None:
        QTest.keyClick(QApplication.focusWidget() or self.screen, key, held)

    def both(self) -> None:
        """Opens the first call and puts the second one beside it, by keys."""
        self.table.setFocus()
        self.table.setCurrentIndex(self.table.model().index(0, 0))
        self.press(Key.Key_Return)
        self.press(Key.Key_Down)
        self.press(Key.Key_C)


@pytest.fixture
def window(qtbot: QtBot, looks: QApplication, tmp_path: Path) -> Window:
    return Window(qtbot, tmp_path)


def test_the_row_under_the_keyboard_comes_beside_the_open_call(window: Window) -> None:
    window.both()
    scene = window.compare.presenter.scene
    assert scene.on
    assert (scene.left.row, scene.right.row) == (window.desk.kept[0], window.desk.kept[1])
    focus = QApplication.focusWidget()
    assert window.compare.page is not None
    assert focus is window.compare.page.panes[Side.LEFT].moments


def test_the_button_asks_for_a_second_call_and_esc_calls_it_off(window: Window) -> None:
    window.table.opened.emit(0)
    window.screen._view.replay.compare_wanted.emit()
    assert "Sample Baker 1" in window.asks
    assert QApplication.focusWidget() is window.table
    window.press(Key.Key_Escape)
    assert window.asks == ""
    window.screen._view.replay.compare_wanted.emit()
    window.press(Key.Key_Down)
    window.press(Key.Key_Return)
    assert window.compare.is_on


def test_the_menu_of_a_row_puts_it_beside_the_open_call(window: Window) -> None:
    menu = window.table.row_menu(1)
    assert [one.isEnabled() for one in menu.actions()] == [True, False]
    window.table.opened.emit(0)
    assert [one.isEnabled() for one in window.table.row_menu(0).actions()] == [True, False]
    window.table.setCurrentIndex(window.table.model().index(1, 0))
    window.table.row_menu(1).actions()[1].trigger()
    assert window.compare.is_on


def test_keys_move_swap_link_and_leave(window: Window) -> None:
    window.both()
    does = window.compare.presenter
    window.press(Key.Key_O)
    at = does.scene.left.at
    assert (at > 0, does.scene.right.at) == (True, at)
    window.press(Key.Key_T)
    assert does.scene.together is Together.STAGE
    window.press(Key.Key_T)
    window.press(Key.Key_X)
    assert does.scene.active is Side.RIGHT
    assert window.compare.page is not None
    assert QApplication.focusWidget() is window.compare.page.panes[Side.RIGHT].moments
    window.press(Key.Key_B)
    window.press(Key.Key_S, Held.ShiftModifier)
    assert does.scene.right.at != at
    assert does.scene.left.at == at
    window.press(Key.Key_E)
    assert does.scene.left.every_step
    window.press(Key.Key_Escape)
    assert not window.compare.is_on
    assert window.screen.replay_scene.at == at


def test_the_side_that_the_focus_goes_to_takes_the_keys(window: Window) -> None:
    window.both()
    page = window.compare.page
    assert page is not None
    page.panes[Side.RIGHT].timeline.setFocus()
    assert window.compare.presenter.scene.active is Side.RIGHT


def test_keys_of_the_desk_can_be_set(window: Window) -> None:
    window.preferences.change(keys={"compare": ("W",)})
    window.both()
    assert not window.compare.is_on
    window.press(Key.Key_W)
    assert window.compare.is_on


def test_f1_and_f2_are_heard_at_the_desk_and_beside_two_calls(window: Window, qtbot: QtBot) -> None:
    for _ in range(2):
        with qtbot.waitSignal(window.screen.key_sheet_wanted):
            window.press(Key.Key_F1)
        with qtbot.waitSignal(window.screen.settings_wanted):
            window.press(Key.Key_F2)
        window.both()


@pytest.mark.parametrize("lang", list(Lang))
@pytest.mark.parametrize("percent", [100, 150, 200])
def test_nothing_is_cut_off(
    qtbot: QtBot, looks: QApplication, words: Words, tmp_path: Path, percent: int, lang: Lang
) -> None:
    Theme(ThemeName.DARK, percent).apply(looks)
    words.switch(lang)
    window = Window(qtbot, tmp_path, percent=percent)
    window.both()
    if window.asks:  # one part shows at a time: the table comes back for the second call
        window.press(Key.Key_Down)
        window.press(Key.Key_Return)
    looks.sendPostedEvents()
    looks.processEvents()
    page = window.compare.page
    assert page is not None
    assert (window.screen.width(), window.screen.height()) == (1180, 760)
    for label in page.findChildren(QLabel):
        if label.isVisible() and label.text() and not label.wordWrap():
            assert label.width() >= label.sizeHint().width(), label.text()
    shown = [pane for pane in page.panes.values() if pane.isVisible()]
    assert len(shown) == (1 if page.is_narrow() else 2)
    for pane in shown:
        assert pane.geometry().right() < page.width()
        assert pane.moments.height() > 40


def test_keys_go_on_when_the_next_call_is_opened(window: Window) -> None:
    window.table.opened.emit(0)
    window.screen._view.replay.take_caret()
    window.press(Key.Key_J)
    assert window.screen.replay_scene.row == window.desk.kept[1]
    assert QApplication.focusWidget() is window.screen._view.replay.moments
    window.press(Key.Key_O)
    assert window.screen.replay_scene.at > 0
    window.press(Key.Key_K)
    assert window.screen.replay_scene.row == window.desk.kept[0]
