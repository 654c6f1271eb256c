"""Everything to do that has no button of its own in a narrow window: opens in place, like every other panel."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from app.call.prompt import Prompt
from app.playbook.vocabulary import Drive
from app.ui.keys import MOOD_ACTIONS, Action, KeyMap
from app.ui.live.action_button import ActionButton
from app.ui.live.parts import Part, text_scale
from app.ui.live.scene import Layout
from app.ui.widgets import PanelLook, ScrollColumn, Variant

_ACTS: tuple[Action, ...] = (
    Action.OBJECTION_BOARD,
    Action.NEXT_STEP,
    Action.QUESTIONS,
    Action.CUSTOMER,
    Action.STORY,
    Action.NOTE,
    Action.REWORD,
    Action.FLAG,
    Action.DRIVE,
    Action.HOLD,
    Action.HELP_LEVEL,
    Action.SKIP,
    Action.BACK,
    Action.REDO,
    Action.DIAL,
    Action.COMPACT,
    Action.STRIP,
    Action.SETTINGS,
    Action.KEY_SHEET,
)
"""The panels first, then what is done to the line and the call, then the window."""

_COLUMN_WIDTH = 150


class MorePage(Part):
    """A button for each act, in as many columns as fit; the moods too where the bar has no room for their words."""

    def __init__(self, keys: KeyMap, parent: QWidget | None = None) -> None:
        super().__init__(PanelLook.PLAIN, keys, parent)
        self._prompt: Prompt | None = None
        self._layout_now = Layout.FULL
        self._legend = False
        self._columns = 0
        self._placed: tuple[Action, ...] = ()
        self.buttons = {
            action: ActionButton(action, keys, Variant.PLAIN, cap_first=True, wrap=True, parent=self)
            for action in (*_ACTS, *MOOD_ACTIONS)
        }
        self.adopt(*self.buttons.values())
        scroll = ScrollColumn(self)
        self._grid = QGridLayout()
        self._grid.setSpacing(6)
        scroll.column.addLayout(self._grid)
        scroll.column.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(scroll)
        self._place()

    def set_layout(self, layout: Layout, *, legend: bool) -> None:
        """Tells the window's shape; ``legend``: the moods have no words anywhere else."""
        if (layout, legend) != (self._layout_now, self._legend):
            self._layout_now, self._legend = layout, legend
            self._place()
            self.retranslate()

    def show_prompt(self, prompt: Prompt) -> None:
        """Offers what makes sense now."""
        before, self._prompt = self._prompt, prompt
        if before is None or _told(before) != _told(prompt):
            self.retranslate()

    def retranslate(self) -> None:
        """Sets the words."""
        prompt = self._prompt
        if prompt is None:
            return
        pulls = prompt.drive is Drive.PULL
        self.buttons[Action.DRIVE].say(self.tr("Pull → push") if pulls else self.tr("Push → pull"))
        self.buttons[Action.HOLD].say(self.tr("Go on") if prompt.clocks.held else self.tr("Hold"))
        shape = {
            Layout.COMPACT: self.tr("Narrow window"),
            Layout.STRIP: self.tr("Strip"),
            Layout.FULL: self.tr("Full window"),
        }[self._layout_now.following]
        self.buttons[Action.COMPACT].say(shape)
        for action, words in self._short_words().items():
            self.buttons[action].say(words)
        for action, works in self._working(prompt).items():
            self.buttons[action].setEnabled(works)

    def _short_words(self) -> dict[Action, str]:
        return {
            Action.QUESTIONS: self.tr("Questions"),
            Action.CUSTOMER: self.tr("Customer"),
            Action.REWORD: self.tr("My words"),
            Action.FLAG: self.tr("Mark"),
            Action.HELP_LEVEL: self.tr("Help"),
            Action.SKIP: self.tr("Skip"),
            Action.BACK: self.tr("Back"),
            Action.REDO: self.tr("Redo"),
            Action.DIAL: self.tr("Dial"),
        }

    @staticmethod
    def _working(prompt: Prompt) -> dict[Action, bool]:
        return {
            Action.DRIVE: not prompt.push_locked,
            Action.SKIP: prompt.objection is None,
            Action.BACK: prompt.objection is not None or bool(prompt.crumbs),
            Action.REDO: bool(prompt.redo_kind),
            Action.DIAL: bool(prompt.terms.number or prompt.lead.phone),
        }

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Takes as many columns as fit."""
        super().resizeEvent(event)
        self._place()

    @property
    def _shown(self) -> tuple[Action, ...]:
        acts = tuple(
            act for act in _ACTS if act is not Action.STRIP or self._layout_now.following is not Layout.STRIP
        )
        return (*acts, *MOOD_ACTIONS) if self._legend else acts

    def _place(self) -> None:
        shown = self._shown
        columns = max(1, int(self.width() / (_COLUMN_WIDTH * text_scale(self))))
        if (columns, shown) == (self._columns, self._placed):
            return
        self._columns, self._placed = columns, shown
        for button in self.buttons.values():
            self._grid.removeWidget(button)
            button.hide()
        for place, action in enumerate(shown):
            self._grid.addWidget(self.buttons[action], place // columns, place % columns, Qt.AlignmentFlag(0))
            self.buttons[action].show()
        for at in range(12):
            self._grid.setColumnStretch(at, 1 if at < columns else 0)


def _told(prompt: Prompt) -> tuple[object, ...]:
    return (
        prompt.drive,
        prompt.clocks.held,
        prompt.push_locked,
        prompt.objection is None,
        bool(prompt.crumbs),
        prompt.redo_kind,
        prompt.terms.number or prompt.lead.phone,
    )
