"""All keys on one sheet over the window: a help to the memory, and a labelled button for every act. Blocks nothing."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPalette, QShowEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from app.ui.keys import ACTIONS, AT_THE_DESK, GROUP_WORDS, MOOD_ACTIONS, OPTIONS, Action, ActionGroup, KeyMap
from app.ui.live.action_button import ActionButton
from app.ui.live.parts import Part, text_scale
from app.ui.live.sheet_button import SheetButton
from app.ui.type_scale import TextRole
from app.ui.widgets import PanelLook, PlainLabel, ScrollColumn, Variant
from app.ui.words import ui_lang

IN_A_CALL: frozenset[Action] = frozenset(
    {
        *OPTIONS,
        *MOOD_ACTIONS,
        Action.DONE,
        Action.SKIP,
        Action.UNDO,
        Action.REDO,
        Action.BACK,
        Action.LINE_PREVIOUS,
        Action.LINE_NEXT,
        Action.STAGE_PREVIOUS,
        Action.STAGE_NEXT,
        Action.DRIVE,
        Action.OBJECTION_BOARD,
        Action.STORY,
        Action.QUESTIONS,
        Action.CUSTOMER,
        Action.NEXT_STEP,
        Action.NOTE,
        Action.MORE,
        Action.TAKE_HINT,
        Action.KEEP_HELP,
        Action.FLAG,
        Action.REWORD,
        Action.HOLD,
        Action.END,
        Action.HELP_LEVEL,
        Action.COMPACT,
        Action.STRIP,
        Action.SEE_MORE,
        Action.DIAL,
        Action.SETTINGS,
        Action.KEY_SHEET,
    }
)
"""What keys can do while a call is on; the others belong to other screens."""

_COLUMN_WIDTH = 250
_RADIUS = 12.0


class KeySheet(Part):
    """The actions by group, in as many columns as fit."""

    def __init__(self, keys: KeyMap, parent: QWidget | None = None) -> None:
        super().__init__(PanelLook.CARD, keys, parent)
        self.heading = PlainLabel(role=TextRole.HEADING, parent=self)
        self.close_button = ActionButton(Action.KEY_SHEET, keys, Variant.QUIET, parent=self)
        self.buttons: dict[Action, SheetButton] = {}
        self.headings: dict[ActionGroup, PlainLabel] = {}
        top = QHBoxLayout()
        top.addWidget(self.heading, 1)
        top.addWidget(self.close_button)
        scroll = ScrollColumn(self)
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(16)
        self._grid.setVerticalSpacing(12)
        scroll.column.addLayout(self._grid)
        scroll.column.addStretch(1)
        self._groups = [self._group(group) for group in ActionGroup if group not in AT_THE_DESK]
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 10, 12, 12)
        column.addLayout(top)
        column.addWidget(scroll, 1)
        self.adopt(self.close_button)
        for button in self.buttons.values():
            button.acted.connect(self.acted)
        self._columns = 0
        self.hide()
        self.retranslate()

    def _group(self, group: ActionGroup) -> QWidget:
        box = QWidget(self)
        column = QVBoxLayout(box)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        heading = PlainLabel(role=TextRole.LABEL, parent=box)
        column.addWidget(heading)
        self.headings[group] = heading
        for action, word in ACTIONS.items():
            if word.group is group and action in IN_A_CALL:
                button = SheetButton(action, box)
                self.buttons[action] = button
                column.addWidget(button)
        column.addStretch(1)
        return box

    def make_ahead(self) -> Iterator[None]:
        """Gives every button its look and size while nothing is pressed, one a step."""
        for button in self.buttons.values():
            button.make_ahead()
            yield

    def fit(self, width: int) -> None:
        """Lays the groups out for a sheet ``width`` pixels wide."""
        columns = max(1, min(len(self._groups), int(width / (_COLUMN_WIDTH * text_scale(self)))))
        if columns == self._columns:
            return
        self._columns = columns
        for place, box in enumerate(self._groups):
            self._grid.removeWidget(box)
            self._grid.addWidget(box, place // columns, place % columns, Qt.AlignmentFlag.AlignTop)
        for at in range(len(self._groups)):
            self._grid.setColumnStretch(at, 1 if at < columns else 0)

    def showEvent(self, event: QShowEvent) -> None:
        """Nothing under it need be painted, where nobody could see it; style sheets would take that back before."""
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        super().showEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's signature
        """Draws the card as the style sheet would, and the ground behind its round corners."""
        painter, palette = QPainter(self), self.palette()
        painter.fillRect(self.rect(), palette.color(QPalette.ColorRole.Window))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(palette.color(QPalette.ColorRole.Mid))
        painter.setBrush(palette.color(QPalette.ColorRole.Light))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), _RADIUS, _RADIUS)

    def retranslate(self) -> None:
        """Sets the words."""
        lang = ui_lang()
        self.heading.setText(self.tr("Keys"))
        self.close_button.say(self.tr("Close"))
        self.setAccessibleName(self.tr("Keys"))
        for button in self.buttons.values():
            button.retranslate(self.keys)
        for group, heading in self.headings.items():
            heading.setText(GROUP_WORDS[group].in_lang(lang))
