"""Tab in a column that scrolls: what has the keyboard is whole in sight, not its caret alone."""

from __future__ import annotations

from itertools import pairwise

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from app.ui.widgets import ScrollColumn


@pytest.mark.parametrize("height", range(100, 140, 4))
def test_what_tab_reaches_is_whole_in_sight(height: int, qtbot: QtBot, looks: QApplication) -> None:
    scroll = ScrollColumn()
    lines = [QLineEdit() for _ in range(12)]
    for line in lines:
        scroll.column.addWidget(line)
    qtbot.addWidget(scroll)
    scroll.resize(300, height)
    with qtbot.waitActive(scroll):
        scroll.show()
    port = scroll.viewport()

    def is_whole(line: QLineEdit) -> bool:
        top = line.mapTo(port, QPoint(0, 0)).y()
        return top >= 0 and top + line.height() <= port.height()

    lines[0].setFocus()
    for before, line in pairwise(lines):
        QTest.keyClick(before, Qt.Key.Key_Tab)
        assert line.hasFocus()
        qtbot.waitUntil(lambda: is_whole(line))  # noqa: B023
