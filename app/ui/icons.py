"""The program's own mark, drawn: a prompter's card with its cue and two lines under it."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap

from app.ui.theme import LIGHT

_SIZES = (16, 24, 32, 48, 64, 128, 256)
_BARS = ((0.22, 0.26, 0.56, 0.17), (0.22, 0.52, 0.44, 0.09), (0.22, 0.68, 0.32, 0.09))
"""Left, top, width and height as shares of the whole."""


def program_icon() -> QIcon:
    """The mark in the sizes that desktops ask for."""
    icon = QIcon()
    for size in _SIZES:
        icon.addPixmap(_mark(size))
    return icon


def _mark(size: int) -> QPixmap:
    picture = QPixmap(size, size)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(LIGHT.accent))
    painter.drawRoundedRect(QRectF(0, 0, size, size), size * 0.22, size * 0.22)
    painter.setBrush(QColor(LIGHT.on_accent))
    for left, top, width, height in _BARS:
        bar = QRectF(left * size, top * size, width * size, height * size)
        painter.drawRoundedRect(bar, bar.height() / 2, bar.height() / 2)
    painter.end()
    return picture
