"""A column that scrolls up and down only, so that large text never squeezes anything."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from app.ui.type_scale import RHYTHM


class _Inside(QWidget):
    """What scrolls. Qt would keep it as high as its texts would like to be at widths of their own choice."""

    def minimumSizeHint(self) -> QSize:
        """Where the height follows from the width, that is all the height there is."""
        least = super().minimumSizeHint()
        return QSize(least.width(), 0) if self.hasHeightForWidth() else least


class ScrollColumn(QScrollArea):
    """Put things into ``column``; they get the whole width and as much height as they need."""

    def __init__(self, parent: QWidget | None = None, *, gap: int = RHYTHM) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        inside = _Inside()
        self.column = QVBoxLayout(inside)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(gap)
        self.setWidget(inside)
