"""A row of a list that can be picked: title, detail that wraps, chips, and a figure at the end."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from app.ui.theme import set_look
from app.ui.type_scale import SMALLEST_TARGET, TextRole
from app.ui.widgets.flow import FlowLayout
from app.ui.widgets.labels import Chip, ChipLook, WrappingLabel

_ROOM_FOR_CHIPS = 2.5


class RowButton(QPushButton):
    """Picked with a click or Space; ``set_chosen`` shows which row is the one."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("variant", "row")
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setMinimumHeight(SMALLEST_TARGET)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._row = row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        row.setContentsMargins(12, 7, 12, 7)
        row.setSpacing(12)
        texts = QVBoxLayout()
        texts.setSpacing(1)
        self._title = WrappingLabel(role=TextRole.BODY, parent=self)
        self._detail = WrappingLabel(role=TextRole.NOTE, parent=self)
        texts.addWidget(self._title)
        texts.addWidget(self._detail)
        row.addLayout(texts, 3)
        self._chips = QWidget(self)
        self._flow = FlowLayout(self._chips, gap=4)
        self._figure = WrappingLabel(role=TextRole.NOTE, parent=self)
        self._figure.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self._chips, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self._figure, 0, Qt.AlignmentFlag.AlignVCenter)
        for part in (self._title, self._detail, self._chips, self._figure):
            part.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def set_row(
        self, title: str, detail: str = "", figure: str = "", chips: Sequence[tuple[str, ChipLook]] = ()
    ) -> None:
        """Shows other words."""
        self._title.setText(title)
        self._detail.setText(detail)
        self._detail.setVisible(bool(detail))
        self._figure.setText(figure)
        self._figure.setVisible(bool(figure))
        self._show_chips(chips)
        words = (title, detail, *(text for text, _ in chips), figure)
        self.setAccessibleName(", ".join(word for word in words if word))
        self.updateGeometry()

    def _show_chips(self, chips: Sequence[tuple[str, ChipLook]]) -> None:
        while self._flow.count() < len(chips):
            self._flow.addWidget(Chip(parent=self._chips))
        for index in range(self._flow.count()):
            item = self._flow.itemAt(index)
            chip = item.widget() if item is not None else None
            if isinstance(chip, Chip):
                chip.setVisible(index < len(chips))
                if index < len(chips):
                    chip.set_chip(*chips[index])
        self._chips.setVisible(bool(chips))

    def title(self) -> str:
        """The row's first words."""
        return self._title.whole_text()

    def set_chosen(self, chosen: bool) -> None:  # noqa: FBT001 - a property's setter
        """Marks the row as the picked one, also for readers."""
        set_look(self, "variant", "row_on" if chosen else "row")
        self.setAccessibleDescription("✓" if chosen else "")

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Puts the chips under the texts where both do not fit side by side."""
        super().resizeEvent(event)
        beside = self._chips.sizeHint().width() if not self._chips.isHidden() else 0
        narrow = self.width() < beside * _ROOM_FOR_CHIPS
        wanted = QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight
        if self._row.direction() is not wanted:
            self._row.setDirection(wanted)
            self._row.setSpacing(4 if narrow else 12)

    def sizeHint(self) -> QSize:
        """What the texts want."""
        layout = self.layout()
        return layout.sizeHint() if layout is not None else super().sizeHint()

    def minimumSizeHint(self) -> QSize:
        """No wider than its widest part, for the chips go under the texts where there is no room beside them."""
        items = [item for at in range(self._row.count()) if (item := self._row.itemAt(at)) is not None]
        widest = max((item.minimumSize().width() for item in items if not item.isEmpty()), default=0)
        margins = self._row.contentsMargins()
        return QSize(widest + margins.left() + margins.right(), self._row.minimumSize().height())
