"""The right of the start screen: a playbook with a mistake is named with its place, where it is in sight."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from app.playbook.problems import Level, Place, Problem
from app.ui.today.scene import PlaybookRow, TodayScene
from app.ui.today.what import WhatColumn
from app.ui.widgets import WrappingLabel

MISTAKE = Problem("CC010", Level.ERROR, Place("en/mill.yaml", 41, 5, 9), {"what": "line", "key": "sayy"})
ROWS = tuple(
    PlaybookRow(f"en/book{at}.yaml", f"Book {at}", "en", usable=True, fresh=True, chosen=False)
    for at in range(9)
)


@pytest.mark.parametrize("usable", [True, False])
def test_a_mistake_is_told_with_its_place_above_the_list(
    qtbot: QtBot, looks: QApplication, *, usable: bool
) -> None:
    column = WhatColumn()
    qtbot.addWidget(column)
    broken = PlaybookRow(
        "en/mill.yaml", "The mill", "en", chosen=True, usable=usable, fresh=False, problems=(MISTAKE,)
    )
    column.show_scene(TodayScene(playbooks=(*ROWS, broken)))
    column.resize(300, 760)
    with qtbot.waitExposed(column):
        column.show()
    rows = [row for row in column.findChildren(QPushButton) if row.isVisible()]
    (told,) = [row.accessibleName() for row in rows if "mill.yaml:41" in row.accessibleName()]
    assert ("last good version" in told) is usable
    (place,) = [
        label
        for label in column.findChildren(QLabel)
        if isinstance(label, WrappingLabel) and "en/mill.yaml:41:5: " in label.whole_text()
    ]
    assert place.isVisible()
    assert place.y() < min(row.y() for row in rows)
