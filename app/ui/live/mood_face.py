"""The six moods as small drawn faces, told apart by brows and mouth where words have no room."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent, QPalette, QPen, QPixmap
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from app.playbook.vocabulary import Mood
from app.ui.live.parts import text_scale

_SIDE = 18
_EYES = ((0.34, 0.46), (0.66, 0.46))
_EYE = 0.055
_Line = tuple[tuple[float, float], ...]

_BROWS: dict[Mood, tuple[_Line, ...]] = {
    Mood.ANGRY: (((0.22, 0.27), (0.42, 0.37)), ((0.78, 0.27), (0.58, 0.37))),
    Mood.SCEPTICAL: (((0.24, 0.35), (0.43, 0.35)), ((0.57, 0.29), (0.67, 0.22), (0.78, 0.28))),
    Mood.UNSURE: (((0.22, 0.36), (0.42, 0.28)), ((0.78, 0.36), (0.58, 0.28))),
}
_MOUTHS: dict[Mood, _Line] = {
    Mood.ANGRY: ((0.32, 0.76), (0.50, 0.56), (0.68, 0.76)),
    Mood.SCEPTICAL: ((0.34, 0.72), (0.50, 0.70), (0.68, 0.62)),
    Mood.RESERVED: ((0.34, 0.69), (0.50, 0.69), (0.66, 0.69)),
    Mood.UNSURE: (
        (0.30, 0.70),
        (0.37, 0.60),
        (0.44, 0.70),
        (0.50, 0.80),
        (0.57, 0.70),
        (0.63, 0.60),
        (0.70, 0.70),
    ),
    Mood.INTERESTED: ((0.28, 0.60), (0.50, 0.92), (0.72, 0.60)),
}
"""Points of curves in shares of the face, drawn through every second one; who is rushed shows a clock's hands."""
_HANDS: _Line = ((0.50, 0.24), (0.50, 0.52), (0.70, 0.64))


class MoodFace(QLabel):
    """One face, in the colour that the style sheet gives to words at its place, as high as a line of them."""

    def __init__(self, mood: Mood, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self._mood = mood
        self._picture = QPixmap()
        self._made_for: tuple[object, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def sizeHint(self) -> QSize:
        """Grows with the text."""
        side = round(_SIDE * text_scale(self))
        return QSize(side, side)

    def minimumSizeHint(self) -> QSize:
        """A face that is cut off is no face."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's signature
        """Puts the picture of the face on the screen; it is drawn anew for another size or theme only."""
        made_for = (self.size(), self.palette().cacheKey(), self.devicePixelRatioF())
        if made_for != self._made_for:
            self._made_for, self._picture = made_for, self._drawn()
        QPainter(self).drawPixmap(0, 0, self._picture)

    def _drawn(self) -> QPixmap:
        ratio, side = self.devicePixelRatioF(), min(self.width(), self.height())
        picture = QPixmap(self.size() * ratio)
        picture.setDevicePixelRatio(ratio)
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pen = QPen(self.palette().color(QPalette.ColorRole.WindowText), side / 13)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        painter.setPen(pen)
        painter.drawEllipse(QRectF(0, 0, side, side).adjusted(1, 1, -1, -1))
        if self._mood is Mood.RUSHED:
            painter.drawPolyline([QPointF(x * side, y * side) for x, y in _HANDS])
        else:
            self._draw_features(painter, side)
        painter.end()
        return picture

    def _draw_features(self, painter: QPainter, side: int) -> None:
        for line in (*_BROWS.get(self._mood, ()), _MOUTHS[self._mood]):
            painter.drawPath(_curve(line, side))
        painter.setBrush(painter.pen().color())
        painter.setPen(Qt.PenStyle.NoPen)
        for x, y in _EYES:
            painter.drawEllipse(QPointF(x * side, y * side), _EYE * side, _EYE * side)


def _curve(line: _Line, side: int) -> QPainterPath:
    points = [QPointF(x * side, y * side) for x, y in line]
    path = QPainterPath(points[0])
    if len(points) % 2 == 0:
        path.lineTo(points[1])
        return path
    for pull, end in zip(points[1::2], points[2::2], strict=True):
        path.quadTo(pull, end)
    return path
