"""A row whose parts stand one under the other where the words do not fit side by side."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from app.ui.type_scale import RHYTHM


class TurningRow(QWidget):
    """Turns by its width in letters of the present font, so that larger text turns it sooner."""

    def __init__(self, least_letters: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._least_letters = least_letters
        self.row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self.row.setContentsMargins(0, 0, 0, 0)
        self.row.setSpacing(RHYTHM)

    def is_turned(self) -> bool:
        """Whether the parts stand one under the other."""
        return self.row.direction() is QBoxLayout.Direction.TopToBottom

    def minimumSizeHint(self) -> QSize:
        """No wider than its widest part: it turns before it gets in the window's way."""
        items = [item for at in range(self.row.count()) if (item := self.row.itemAt(at)) is not None]
        whole = super().minimumSizeHint()
        return QSize(max((item.minimumSize().width() for item in items), default=0), whole.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Turns when the width asks for it."""
        super().resizeEvent(event)
        narrow = self.width() < self._least_letters * self.fontMetrics().averageCharWidth()
        wanted = QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight
        if self.row.direction() is not wanted:
            self.row.setDirection(wanted)
