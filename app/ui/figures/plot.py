"""A plain plot: one box with an axis on the left and one below; without pyqtgraph's menus, panning and zooming."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pyqtgraph as pg
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QFont, QPen
from PySide6.QtWidgets import QWidget

Ticks = Sequence[tuple[float, str]]
_OVER_THE_ENDS = 60
"""So many pixels words at the ends of the lower axis may stand out; pyqtgraph leaves out what stands out more."""


class Plot:
    """What a chart draws into; ``widget`` shows it."""

    def __init__(self) -> None:
        self._shown: Any = pg.GraphicsLayoutWidget()
        self._shown.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._shown.ci.layout.setSpacing(0)
        self._margins: tuple[float, float, float, float] = self._shown.ci.layout.getContentsMargins()
        self.box: Any = pg.ViewBox(enableMenu=False, enableMouse=False)
        self._left, self._below = pg.AxisItem("left"), pg.AxisItem("bottom")
        self._shown.addItem(self._left, 0, 0)
        self._shown.addItem(self.box, 0, 1)
        self._shown.addItem(self._below, 1, 1)
        for axis in (self._left, self._below):
            axis.linkToView(self.box)
        self._below.setStyle(hideOverlappingLabels=_OVER_THE_ENDS)

    @property
    def widget(self) -> QWidget:
        """What is put into a layout."""
        widget: QWidget = self._shown
        return widget

    @property
    def clicked(self) -> Any:
        """Signal of the scene; its event has ``scenePos``."""
        return self._shown.scene().sigMouseClicked

    def value_at(self, place: QPointF) -> QPointF:
        """The values of the axes at a place of the scene."""
        point: QPointF = self.box.mapSceneToView(place)
        return point

    def place_of(self, x: float, y: float) -> QPointF:
        """The place in the scene of values of the axes."""
        point: QPointF = self.box.mapViewToScene(QPointF(x, y))
        return point

    @property
    def items(self) -> Sequence[Any]:
        """What is drawn."""
        found: Sequence[Any] = self.box.addedItems
        return found

    def clear(self, ground: QColor, line: QColor, ink: QColor, font: QFont) -> None:
        """Takes everything away and takes these colours."""
        self.box.clear()
        self._shown.setBackground(ground)
        for axis in (self._left, self._below):
            axis.setPen(QPen(line))
            axis.setTextPen(QPen(ink))
            axis.setTickFont(font)
            axis.setTicks([[]])

    def add(self, item: Any) -> None:
        """Draws ``item`` too."""
        self.box.addItem(item)

    def set_left(self, ticks: Ticks, width: int) -> None:
        """The words on the left axis."""
        self._left.setTicks([list(ticks)])
        self._left.setWidth(width)

    def set_below(self, ticks: Ticks, height: int, beyond: int = 0) -> None:
        """The words on the axis below; ``beyond``: pixels at the right that the last of them needs outside the box."""
        self._below.setTicks([list(ticks)])
        self._below.setHeight(height)
        margins = self._margins
        self._shown.ci.layout.setContentsMargins(margins[0], margins[1], max(margins[2], beyond), margins[3])

    def set_range(self, x: tuple[float, float], y: tuple[float, float], *, downwards: bool) -> None:
        """What the axes go from and to; ``downwards``: the left axis begins at the top."""
        self.box.invertY(downwards)
        self.box.setRange(xRange=x, yRange=y, padding=0)
