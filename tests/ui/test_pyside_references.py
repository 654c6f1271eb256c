"""PySide6 6.12.0 on Python 3.11 loses a reference at every slot call and paint, and aborts; ours must not (see README)."""

from __future__ import annotations

import os
import subprocess
import sys

CHILD = """
from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QApplication, QWidget


class Caller(QObject):
    called = Signal(int)


class Picture(QWidget):
    painted = heard = 0

    def hear(self, number: int) -> None:
        self.heard += 1

    def paintEvent(self, event: QPaintEvent) -> None:
        self.painted += 1


app = QApplication([])
caller, picture = Caller(), Picture()
caller.called.connect(picture.hear)
picture.resize(8, 8)
picture.show()
for number in range(20_000):
    caller.called.emit(number)
    picture.grab()
print(picture.heard, picture.painted >= 20_000)
"""


def test_20000_slot_calls_and_20000_paints_survive() -> None:
    done = subprocess.run(
        [sys.executable, "-c", CHILD],
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout.split() == ["20000", "True"]
