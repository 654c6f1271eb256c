"""The stages as a thin line of segments, where the window has no room for their names."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.call.prompt import RailStop, Standing


class Segments(QWidget):
    """The stages as a thin line of segments, for narrow windows; said in words to screen readers."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rail: tuple[RailStop, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_rail(self, rail: tuple[RailStop, ...]) -> None:
        """Shows the stages."""
        if rail == self._rail:
            return
        self._rail = rail
        current = next((stop for stop in rail if stop.standing is Standing.CURRENT), None)
        if current is not None:
            place = rail.index(current) + 1
            name = self.tr("Stage %1 of %2: %3")
            self.setAccessibleName(
                name.replace("%1", str(place)).replace("%2", str(len(rail))).replace("%3", current.title)
            )
            self.setToolTip(self.accessibleName())
        self.update()

    def sizeHint(self) -> QSize:
        """A thin line with air around it."""
        return QSize(120, 29)

    def minimumSizeHint(self) -> QSize:
        """May become short."""
        return QSize(40, 17)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's signature
        """Draws the segments: done and current ones bright."""
        count = len(self._rail)
        if not count:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        accent = self.palette().color(QPalette.ColorRole.Accent)
        line = self.palette().color(QPalette.ColorRole.Mid)
        gap, margin, height = 3.0, 14.0, 5.0
        width = (self.width() - 2 * margin - gap * (count - 1)) / count
        for place, stop in enumerate(self._rail):
            painter.setBrush(line if stop.standing is Standing.AHEAD else accent)
            left = margin + place * (width + gap)
            painter.drawRoundedRect(QRectF(left, (self.height() - height) / 2, width, height), 2.5, 2.5)
