"""What the screens beside the desk have in common: a bar with the way back, a list to pick from, parts side by side."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSplitter, QVBoxLayout, QWidget

from app.ui.key_events import action_for
from app.ui.keys import Action, Place
from app.ui.preferences import Preferences
from app.ui.type_scale import RHYTHM, TextRole
from app.ui.widgets import (
    ChipLook,
    KeyButton,
    Panel,
    PanelLook,
    PlainLabel,
    RowButton,
    ScrollColumn,
    Variant,
)


@dataclass(frozen=True, slots=True)
class RowWords:
    """What one row of a list says."""

    title: str
    detail: str = ""
    figure: str = ""
    chips: tuple[tuple[str, ChipLook], ...] = ()


_STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
_LEAST_SHARE = 0.42
"""Of a window that is too narrow, for the part that grows."""


class PickList(ScrollColumn):
    """Rows to pick from."""

    picked = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: list[RowButton] = []
        self._chosen = -1
        self.column.addStretch(1)

    def show_rows(self, rows: Sequence[RowWords], chosen: int) -> None:
        """Shows these rows, the one at ``chosen`` marked."""
        while len(self._rows) < len(rows):
            row = RowButton()
            row.clicked.connect(self._pressed)
            self.column.insertWidget(len(self._rows), row)
            self._rows.append(row)
        for place, row in enumerate(self._rows):
            row.setVisible(place < len(rows))
            if place < len(rows):
                one = rows[place]
                row.set_row(one.title, one.detail, one.figure, one.chips)
                row.set_chosen(place == chosen)
        if chosen != self._chosen and 0 <= chosen < len(rows):
            self.ensureWidgetVisible(self._rows[chosen])
        self._chosen = chosen

    def _pressed(self) -> None:
        row = self.sender()
        if isinstance(row, RowButton):
            self.picked.emit(self._rows.index(row))


class SideFrame(Panel):
    """A bar and under it parts side by side, each as wide as was said for it; Esc leaves.

    Its keys are those of the review desk, as they are set.
    """

    left = Signal()
    settings_wanted = Signal()
    key_sheet_wanted = Signal()

    def __init__(self, preferences: Preferences, parent: QWidget | None = None) -> None:
        super().__init__(PanelLook.GROUND, parent)
        self.preferences = preferences
        self._parts: list[QWidget] = []
        self._widths: list[int] = []
        self._growing: QWidget | None = None
        self.name = PlainLabel(role=TextRole.STRONG)
        self.leave = KeyButton(variant=Variant.QUIET)
        self.leave.clicked.connect(self.left)
        self._columns = QSplitter(Qt.Orientation.Horizontal)
        self._columns.setChildrenCollapsible(False)
        self._columns.setHandleWidth(1)
        self._columns.splitterMoved.connect(self._note_moved)
        self._moved = False
        bar = Panel(PanelLook.BAR_TOP)
        self.bar = QHBoxLayout(bar)
        self.bar.setContentsMargins(18, 8, 10, 8)
        self.bar.setSpacing(2 * RHYTHM)
        self.bar.addWidget(self.name)
        self.bar.addStretch(1)
        self.bar.addWidget(self.leave)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(bar)
        whole.addWidget(self._columns, 1)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def _note_moved(self, _place: int, _part: int) -> None:
        """Somebody has shared the room out by hand."""
        self._moved = True

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Shares the room out, unless somebody has done it by hand."""
        super().resizeEvent(event)
        if not self._moved:
            self.fit_parts()

    def add_button(self, button: KeyButton) -> None:
        """Puts a button into the bar, before the way back."""
        self.bar.insertWidget(self.bar.count() - 1, button)

    def add_part(self, part: QWidget, width: int, *, grows: bool = False) -> None:
        """Puts a part to the right of the others; ``width`` is in pixels at 100 %."""
        self._columns.addWidget(part)
        self._columns.setStretchFactor(self._columns.count() - 1, int(grows))
        self._parts.append(part)
        self._widths.append(width)
        if grows:
            self._growing = part

    def fit_parts(self) -> None:
        """Gives each part its width at the present text size.

        While the part that grows is away, the last one has its room; in a window that is too narrow for all, the others
        give way, so that the one that grows keeps its share.
        """
        last = len(self._widths) - 1
        parts = self._parts
        sizes = {
            part: self.preferences.theme.px(width) for part, width in zip(parts, self._widths, strict=True)
        }
        away = self._growing is not None and self._growing.isHidden()
        grows = parts[last] if away or self._growing is None else self._growing
        least = min(sizes[grows], round(_LEAST_SHARE * self._columns.width()))
        beside = [part for part in parts if part is not grows and not part.isHidden()]
        wanted = sum(sizes[part] for part in beside)
        room = self._columns.width() - least
        for part in beside if 0 < room < wanted else ():
            sizes[part] = sizes[part] * room // wanted
        sizes[grows] = max(least, self._columns.width() - sum(sizes[part] for part in beside))
        self._columns.setStretchFactor(last, int(parts[last] is grows))
        self._columns.setSizes([sizes[part] for part in parts])

    def show_growing(self, *, shown: bool) -> None:
        """Shows or hides the part that grows, and shares its room out anew."""
        if self._growing is not None and self._growing.isHidden() is shown:
            self._growing.setVisible(shown)
            self.fit_parts()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc leaves, F1 shows the keys, F2 the settings, Enter presses the button that has the focus."""
        action, focus = self.action(event), self.focusWidget()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and isinstance(focus, QAbstractButton):
            focus.click()
        elif action is Action.BACK:
            self.left.emit()
        elif action is Action.SETTINGS:
            self.settings_wanted.emit()
        elif action is Action.KEY_SHEET:
            self.key_sheet_wanted.emit()
        else:
            super().keyPressEvent(event)

    def action(self, event: QKeyEvent) -> Action | None:
        """What a key means here; asleep in texts as everywhere."""
        return action_for(event, self.preferences.keys, Place.REVIEW)

    def retranslate(self) -> None:
        """Says everything in the present language; screens say the rest."""

    def changeEvent(self, event: QEvent) -> None:
        """Speaks the new language."""
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)


def step_of(event: QKeyEvent, action: Action | None) -> int:
    """How far a key leads through the list at the left: one down, one up, or not at all."""
    if action in (Action.CALL_NEXT, Action.CALL_PREVIOUS):
        return 1 if action is Action.CALL_NEXT else -1
    return _STEPS.get(Qt.Key(event.key()), 0) if not event.modifiers() else 0


def side_column(*parts: QWidget) -> Panel:
    """The left part of a frame: ``parts`` under each other, the last one takes what room there is."""
    side = Panel(PanelLook.SIDE_LEFT)
    column = QVBoxLayout(side)
    column.setContentsMargins(12, 12, 12, 12)
    column.setSpacing(RHYTHM)
    for part in parts:
        column.addWidget(part, int(part is parts[-1]))
    return side
