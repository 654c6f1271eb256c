"""One criterion by keys alone: digits mark and go on, the minus says that it does not apply, arrows only go on."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.review.scorecard import Scale
from app.ui.review.criterion_row import CriterionRow
from app.ui.review.sheet import Missing
from tests.review.test_scorecard import shipped

Key = Qt.Key


@pytest.mark.parametrize(
    ("scale", "key", "mark", "by"),
    [
        (Scale.THREE, Key.Key_2, 2, 1),
        (Scale.YES_NO, Key.Key_0, 0, 1),
        (Scale.YES_NO, Key.Key_Minus, None, 1),
        (Scale.YES_NO, Key.Key_2, "none", 0),
        (Scale.THREE, Key.Key_Down, "none", 1),
        (Scale.THREE, Key.Key_Up, "none", -1),
    ],
)
def test_keys_mark_and_go_on(
    qtbot: QtBot, looks: QApplication, scale: Scale, key: Qt.Key, mark: object, by: int
) -> None:
    row = CriterionRow(next(one for one in shipped().criteria if one.scale is scale))
    qtbot.addWidget(row)
    marked: list[object] = []
    steps: list[int] = []

    def note_mark(_criterion: str, value: object) -> None:
        marked.append(value)

    def note_step(_criterion: str, step: int) -> None:
        steps.append(step)

    row.marked.connect(note_mark)
    row.stepped.connect(note_step)
    row.show()
    qtbot.waitExposed(row)
    row.take_caret(Missing.MARK)
    qtbot.keyClick(row.focusWidget(), key)  # type: ignore[no-untyped-call]
    assert marked == ([] if mark == "none" else [mark])
    assert steps == ([by] if by else [])
