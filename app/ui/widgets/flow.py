"""A layout that puts things side by side and goes on in the next row when a row is full."""

from __future__ import annotations

from PySide6.QtCore import QMargins, QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget

from app.ui.type_scale import RHYTHM


class FlowLayout(QLayout):
    """Left to right, then down; each row as high as its highest item, items centred in it, or at its top."""

    def __init__(self, parent: QWidget | None = None, gap: int = RHYTHM, *, at_top: bool = False) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self._gap = gap
        self._heights: dict[int, int] = {}
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
        """How high all rows are together at this width; asked many times for one layout, so it is remembered."""
        height = self._heights.get(width)
        if height is None:
            height = self._heights[width] = self._place(QRect(0, 0, width, 0), moving=False)
        return height

    def invalidate(self) -> None:
        """Something in here changed: what was remembered no longer holds."""
        self._heights.clear()
        super().invalidate()

    def setGeometry(self, rect: QRect) -> None:
        """Places every item."""
        super().setGeometry(rect)
        self._place(rect, moving=True)

    def sizeHint(self) -> QSize:
        """One row if there is room."""
        shown = [item.sizeHint() for item in self._items if not item.isEmpty()]
        width = sum(size.width() for size in shown) + self._gap * max(0, len(shown) - 1)
        return QSize(width, max((size.height() for size in shown), default=0)) + self._margins()

    def minimumSize(self) -> QSize:
        """As wide as the widest item."""
        size = QSize()
        for item in self._items:
            if not item.isEmpty():
                size = size.expandedTo(item.minimumSize())
        return size + self._margins()

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

    def _rows(self, width: int) -> list[tuple[list[tuple[QLayoutItem, QSize]], int]]:
        rows: list[tuple[list[tuple[QLayoutItem, QSize]], int]] = []
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
