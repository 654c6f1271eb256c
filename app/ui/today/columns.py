"""Columns that stand side by side where there is room and one under the other where there is not."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from app.ui.widgets import ScrollColumn


class Columns(ScrollColumn):
    """Give each column its share and its least comfortable width in pixels at the present text size."""

    turned = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, gap=0)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._row.setSpacing(0)
        self.column.addLayout(self._row, 1)
        self._columns: list[tuple[QWidget, int, int]] = []
        self._least = 0

    def add(self, column: QWidget, share: int, rank: int) -> None:
        """Puts ``column`` to the right of the others; when stacked, columns stand by ``rank`` from the top."""
        self._columns.append((column, share, rank))
        self._row.addWidget(column, share)

    def set_least_width(self, pixels: int) -> None:
        """Below this width the columns stand one under the other."""
        self._least = pixels
        self._arrange()

    def is_stacked(self) -> bool:
        """Whether the columns stand one under the other."""
        return self._row.direction() is QBoxLayout.Direction.TopToBottom

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Arranges anew."""
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        stacked = self.width() < self._least
        wanted = QBoxLayout.Direction.TopToBottom if stacked else QBoxLayout.Direction.LeftToRight
        if self._row.direction() is wanted:
            return
        self._row.setDirection(wanted)
        order = sorted(self._columns, key=_rank) if stacked else self._columns
        for column, share, _ in order:
            self._row.removeWidget(column)
            self._row.addWidget(column, 0 if stacked else share)
        self.turned.emit()


def _rank(column: tuple[QWidget, int, int]) -> int:
    return column[2]
