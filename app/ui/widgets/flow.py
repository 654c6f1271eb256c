"""A layout that puts things side by side and goes on in the next row when a row is full."""

from __future__ import annotations

from PySide6.QtCore import QMargins, QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget

from app.ui.type_scale import RHYTHM

_Rows = list[tuple[list[tuple[QLayoutItem, QSize]], int]]
"""Items with their sizes, row by row, each row with its height."""


class FlowLayout(QLayout):
    """Left to right, then down; each row as high as its highest item, items centred in it, or at its top."""

    def __init__(self, parent: QWidget | None = None, gap: int = RHYTHM, *, at_top: bool = False) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self._gap = gap
        self._known_rows: dict[int, _Rows] = {}
        self._known_heights: dict[int, int] = {}
        self._known_sizes: tuple[QSize, QSize] | None = None
        self._at_top = at_top
        self.setContentsMargins(QMargins(0, 0, 0, 0))

    def addItem(self, item: QLayoutItem) -> None:
        """Qt hands over an item."""
        self._items.append(item)

    def count(self) -> int:
        """How many items there are."""
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        """The item at ``index``, ``None`` past the end."""
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        """Removes and returns the item at ``index``."""
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        """It takes no more room than it needs."""
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        """Its height depends on its width."""
        return True

    def heightForWidth(self, width: int) -> int:
        """How high all rows are together at this width."""
        known = self._known_heights.get(width)
        if known is None:
            known = self._known_heights[width] = self._place(QRect(0, 0, width, 0), moving=False)
        return known

    def invalidate(self) -> None:
        """Something in here changed: what was remembered no longer holds."""
        self._known_rows.clear()
        self._known_heights.clear()
        self._known_sizes = None
        super().invalidate()

    def setGeometry(self, rect: QRect) -> None:
        """Places every item."""
        super().setGeometry(rect)
        self._place(rect, moving=True)

    def sizeHint(self) -> QSize:
        """One row if there is room."""
        return self._sizes()[0]

    def minimumSize(self) -> QSize:
        """As wide as the widest item."""
        return self._sizes()[1]

    def _sizes(self) -> tuple[QSize, QSize]:
        """What is wanted and what is needed; asked many times for one layout, so it is remembered."""
        if self._known_sizes is None:
            shown = [item for item in self._items if not item.isEmpty()]
            hints, least = [item.sizeHint() for item in shown], QSize()
            for item in shown:
                least = least.expandedTo(item.minimumSize())
            width = sum(size.width() for size in hints) + self._gap * max(0, len(hints) - 1)
            hint = QSize(width, max((size.height() for size in hints), default=0))
            self._known_sizes = hint + self._margins(), least + self._margins()
        return self._known_sizes

    def _margins(self) -> QSize:
        margins = self.contentsMargins()
        return QSize(margins.left() + margins.right(), margins.top() + margins.bottom())

    def _place(self, rect: QRect, *, moving: bool) -> int:
        margins = self.contentsMargins()
        inside = rect.marginsRemoved(margins)
        top = inside.top()
        for row, height in self._rows(inside.width()):
            if moving:
                self._place_row(row, inside.left(), top, height)
            top += height + self._gap
        used = max(0, top - inside.top() - self._gap)
        return used + margins.top() + margins.bottom()

    def _rows(self, width: int) -> _Rows:
        """The rows at this width; they are asked for many times too."""
        known = self._known_rows.get(width)
        if known is None:
            known = self._known_rows[width] = self._broken_into_rows(width)
        return known

    def _broken_into_rows(self, width: int) -> _Rows:
        rows: _Rows = []
        row: list[tuple[QLayoutItem, QSize]] = []
        used = 0
        for item in self._items:
            if item.isEmpty():
                continue
            size = item.sizeHint()
            size.setWidth(max(min(size.width(), width), item.minimumSize().width()))
            if item.hasHeightForWidth():
                size.setHeight(item.heightForWidth(size.width()))
            if row and used + size.width() > width:
                rows.append((row, max(each.height() for _, each in row)))
                row, used = [], 0
            row.append((item, size))
            used += size.width() + self._gap
        if row:
            rows.append((row, max(each.height() for _, each in row)))
        return rows

    def _place_row(self, row: list[tuple[QLayoutItem, QSize]], left: int, top: int, height: int) -> None:
        for item, size in row:
            down = 0 if self._at_top else (height - size.height()) // 2
            item.setGeometry(QRect(QPoint(left, top + down), size))
            left += size.width() + self._gap
