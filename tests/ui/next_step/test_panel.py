"""The next-step panel by keyboard alone."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QCalendarWidget,
    QLabel,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from app.call.prompt import NextStep
from app.playbook.vocabulary import Lang
from app.ui.next_step.panel import NextStepPanel
from app.ui.next_step.when_field import WhenField
from app.ui.theme import Theme
from app.ui.words import Words

Key = Qt.Key


class CountedField(WhenField):
    """Counts how often it is laid out anew."""

    times = 0

    def resizeEvent(self, event: QResizeEvent) -> None:
        self.times += 1
        super().resizeEvent(event)

    def calendar_width(self) -> int:
        return self._calendar.sizeHint().width()


def now() -> datetime:
    return datetime(2026, 11, 24, 12, tzinfo=UTC)


@pytest.fixture
def panel(qtbot: QtBot, looks: QApplication) -> NextStepPanel:
    panel = NextStepPanel(now)
    qtbot.addWidget(panel)
    panel.resize(760, 420)
    with qtbot.waitExposed(panel):
        panel.show()
    panel.activateWindow()
    panel.begin(NextStep(), "Sample Baker")
    panel.setFocus()
    return panel


def caret(panel: NextStepPanel) -> QLineEdit:
    focus = panel.focusWidget()
    assert isinstance(focus, QLineEdit)
    return focus


def said(panel: NextStepPanel) -> list[str]:
    return [label.text() for label in panel.findChildren(QLabel) if label.isVisible() and label.text()]


def test_words_then_enter_agree(qtbot: QtBot, panel: NextStepPanel) -> None:
    assert caret(panel).accessibleName() == "When"
    QTest.keyClicks(caret(panel), "friday 2:30 pm")
    assert "→ Friday 27 November at 2:30 pm" in said(panel)
    QTest.keyClick(caret(panel), Key.Key_Tab)
    with qtbot.waitSignal(panel.agreed) as got:
        QTest.keyClick(panel.focusWidget() or panel, Key.Key_Return)
    step = got.args[0]
    assert isinstance(step, NextStep)
    assert (step.when_words, step.who) == ("friday 2:30 pm", "Sample Baker")
    assert step.when.startswith("2026-11-27T14:30")


def test_other_words_are_typed_over_those_agreed_before(qtbot: QtBot, panel: NextStepPanel) -> None:
    QTest.keyClicks(caret(panel), "monday")
    with qtbot.waitSignal(panel.agreed) as got:
        QTest.keyClick(caret(panel), Key.Key_Return)
    step = got.args[0]
    assert isinstance(step, NextStep)
    panel.begin(step, "Sample Baker")
    QTest.keyClicks(caret(panel), "friday")
    assert caret(panel).text() == "friday"


def test_what_is_not_understood_is_not_agreed(qtbot: QtBot, panel: NextStepPanel) -> None:
    agreed: list[object] = []
    panel.agreed.connect(agreed.append)
    QTest.keyClick(caret(panel), Key.Key_Return)
    QTest.keyClicks(caret(panel), "whenever")
    QTest.keyClick(caret(panel), Key.Key_Return)
    assert agreed == []
    assert any("not understood" in text for text in said(panel))
    assert caret(panel).accessibleName() == "When"


def test_escape_closes(qtbot: QtBot, panel: NextStepPanel) -> None:
    with qtbot.waitSignal(panel.closed):
        QTest.keyClick(caret(panel), Key.Key_Escape)


def test_a_usual_step_is_one_press(qtbot: QtBot, panel: NextStepPanel) -> None:
    button = next(one for one in panel.findChildren(QPushButton) if one.accessibleName() == "meeting agreed")
    button.click()
    with qtbot.waitSignal(panel.agreed) as got:
        QTest.keyClick(caret(panel), Key.Key_Return)
    assert got.args[0] == NextStep("meeting agreed", "", "", "Sample Baker")


def test_the_calendar_picks_a_day(qtbot: QtBot, panel: NextStepPanel) -> None:
    QTest.keyClick(caret(panel), Key.Key_Down)
    calendar = panel.findChild(QCalendarWidget)
    assert isinstance(calendar, QCalendarWidget)
    assert calendar.selectedDate().day() == 25
    calendar.activated.emit(calendar.selectedDate().addDays(2))
    assert caret(panel).text() == "Friday 27 November"


def test_narrow_windows_fold_the_calendar_away(qtbot: QtBot, panel: NextStepPanel) -> None:
    calendar = panel.findChild(QCalendarWidget)
    assert isinstance(calendar, QCalendarWidget)
    assert calendar.isVisible()
    panel.resize(400, 420)
    QApplication.processEvents()
    shown = calendar.isVisible()
    assert not shown
    button = next(one for one in panel.findChildren(QPushButton) if one.accessibleName() == "Calendar")
    button.click()
    shown = calendar.isVisible()
    assert shown


def test_language_and_look_change_while_open(panel: NextStepPanel, looks: QApplication, words: Words) -> None:
    QTest.keyClicks(caret(panel), "tomorrow 9")
    words.switch(Lang.CS)
    Theme(text_percent=150).apply(looks)
    for _ in range(3):
        QApplication.processEvents()
    assert "→ středa 25. 11. v 9:00" in said(panel)
    calendar = panel.findChild(QCalendarWidget)
    assert isinstance(calendar, QCalendarWidget)
    assert calendar.locale().language().name == "Czech"


def test_the_calendar_comes_to_rest_where_a_scroll_bar_takes_its_room(
    qtbot: QtBot, looks: QApplication
) -> None:
    """It had come and gone with the scroll bar until the stack was used up, and the window died in the call."""
    for more in range(0, 24, 3):
        area, body = QScrollArea(), QWidget()
        qtbot.addWidget(area)
        area.setWidgetResizable(True)
        column, field = QVBoxLayout(body), CountedField(body)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(field)
        area.setWidget(body)
        area.resize(2 * field.calendar_width() + more, 100)
        with qtbot.waitExposed(area):
            area.show()
        for height in range(100, 420, 16):
            field.times = 0
            area.resize(area.width(), height)
            QApplication.processEvents()
            assert field.times < 10
