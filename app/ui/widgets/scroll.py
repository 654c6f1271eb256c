"""A column that scrolls up and down only, so that large text never squeezes anything."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtWidgets import QApplication, QFrame, QLayout, QScrollArea, QVBoxLayout, QWidget

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

    def focusNextPrevChild(self, following: bool) -> bool:  # noqa: FBT001 - Qt's own
        """Tab brings what it reaches into sight, once more when what opens or closes with the focus is laid out."""
        moved = super().focusNextPrevChild(following)
        QTimer.singleShot(0, self, self._follow_focus)
        return moved

    def _follow_focus(self) -> None:
        focus = QApplication.focusWidget()
        if focus is not None and self.isAncestorOf(focus):
            self._show_whole(focus)

    def _show_whole(self, part: QWidget) -> None:
        """Qt would be content with the caret of a line of text in sight."""
        inside = self.widget()
        if inside is None:
            return
        middle = part.mapTo(inside, part.rect().center())
        room = self.viewport().height()
        self.ensureVisible(middle.x(), middle.y(), 0, min(part.height() // 2 + RHYTHM, room // 2))


def taken_out(layout: QLayout) -> Iterator[QWidget]:
    """Takes everything out of ``layout``, and gives the parts among it: what becomes of them is the caller's to say."""
    while layout.count():
        item = layout.takeAt(0)
        part = item.widget() if item is not None else None
        if part is not None:
            yield part
