"""Completions come unasked: until one is picked out, Enter and Esc are meant for the line and its screen."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from app.playbook.vocabulary import Lang
from app.review.query import Mistake, Suggestion
from app.ui.search_line import MistakeLabel, SearchLine
from app.ui.words import Words

Key = Qt.Key
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support grabbing the keyboard")


class _Screen(QWidget):
    pressed = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.line = SearchLine()
        QVBoxLayout(self).addWidget(self.line)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        self.pressed.emit(event.key())


@pytest.fixture
def screen(qtbot: QtBot, looks: QApplication) -> _Screen:
    made = _Screen()
    qtbot.addWidget(made)
    with qtbot.waitExposed(made):
        made.show()
    made.line.setFocus()
    made.line.setText("outcome:lost")
    made.line.offer((Suggestion("lost ", 8), Suggestion("lost twice ", 8)))
    assert QApplication.activePopupWidget() is not None
    return made


def _popup() -> QWidget:
    popup = QApplication.activePopupWidget()
    assert popup is not None
    return popup


def test_enter_goes_to_the_table_at_once(screen: _Screen, qtbot: QtBot) -> None:
    with qtbot.waitSignal(screen.line.table_wanted):
        QTest.keyClick(_popup(), Key.Key_Return)
    assert (screen.line.text(), QApplication.activePopupWidget()) == ("outcome:lost", None)


def test_esc_reaches_the_screen_at_once(screen: _Screen, qtbot: QtBot) -> None:
    with qtbot.waitSignal(screen.pressed) as pressed:
        QTest.keyClick(_popup(), Key.Key_Escape)
    assert (pressed.args, QApplication.activePopupWidget()) == ([Key.Key_Escape], None)


def test_enter_takes_in_a_completion_that_was_picked_out(screen: _Screen, qtbot: QtBot) -> None:
    QTest.keyClick(_popup(), Key.Key_Down)
    QTest.keyClick(_popup(), Key.Key_Down)
    with qtbot.assertNotEmitted(screen.line.table_wanted):
        QTest.keyClick(_popup(), Key.Key_Return)
    assert screen.line.text() == "outcome:lost twice "


def test_esc_closes_completions_once_one_was_picked_out(screen: _Screen, qtbot: QtBot) -> None:
    QTest.keyClick(_popup(), Key.Key_Down)
    with qtbot.assertNotEmitted(screen.pressed):
        QTest.keyClick(_popup(), Key.Key_Escape)
    assert QApplication.activePopupWidget() is None


def test_a_mistake_is_told_with_the_nearest_word_in_the_present_language(
    qtbot: QtBot, looks: QApplication, words: Words
) -> None:
    label = MistakeLabel()
    qtbot.addWidget(label)
    assert label.isHidden()
    label.show_mistakes((Mistake("outcom:sale", 0, "outcome"), Mistake("x:y", 12, "")))
    assert not label.isHidden()
    assert label.whole_text() == "“outcom:sale” is not understood and left out. Did you mean “outcome”?"
    words.switch(Lang.CS)
    QApplication.processEvents()
    assert label.whole_text() == "„outcom:sale“ nerozumíme, vynecháno. Nemělo tam být „outcome“?"
    label.show_mistakes((Mistake("vysledek:", 0, "výsledek"),))
    assert label.whole_text() == "Za „vysledek:“ chybí hodnota; zatím se to vynechává."
    label.show_mistakes((Mistake("x:y", 12, ""),))
    assert label.whole_text() == "„x:y“ nerozumíme, vynecháno."
    label.show_mistakes(())
    assert label.isHidden()
