"""A turn of the wheel over a choice changes nothing and is left to what lies around it."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication, QComboBox
from pytestqt.qtbot import QtBot

from app.ui.review.still import WheelPasser


def down() -> QWheelEvent:
    """Two notches down."""
    held = Qt.KeyboardModifier.NoModifier
    phase = Qt.ScrollPhase.NoScrollPhase
    here = QPointF(5, 5)
    return QWheelEvent(here, here, QPoint(), QPoint(0, -240), Qt.MouseButton.NoButton, held, phase, False)


def test_the_wheel_does_not_choose(qtbot: QtBot, looks: QApplication) -> None:
    plain, still = QComboBox(), QComboBox()
    for box in (plain, still):
        qtbot.addWidget(box)
        box.addItems(["one", "two", "three"])
    passer = WheelPasser(still)
    passer.watch(still)
    for box in (plain, still):
        QApplication.sendEvent(box, down())
    assert (plain.currentText(), still.currentText()) == ("two", "one")
    turn = down()
    assert passer.eventFilter(still, turn)
    assert not turn.isAccepted()
