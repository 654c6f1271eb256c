"""How two calls side by side look: a bar with the way they move together, and two replays under it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget

from app.ui.a11y import announce
from app.ui.keys import Action, KeyMap
from app.ui.review.compare_scene import CompareScene, Side, Together
from app.ui.review.replay_pane import ReplayPane
from app.ui.theme import Theme
from app.ui.type_scale import RHYTHM, TextRole
from app.ui.widgets import (
    FlowLayout,
    KeyButton,
    Panel,
    PanelLook,
    PlainLabel,
    Rule,
    Variant,
    WrappingLabel,
)
from app.ui.words import ui_lang

_LEAST = 760
"""Narrower than this (at 100 %) one call shows at a time: the one that the keys act on."""


class ComparePage(Panel):
    """Shows a ``CompareScene``."""

    slid = Signal(object, int)
    chosen = Signal(object, int)
    every_step_wanted = Signal(bool)
    side_taken = Signal(object)
    way_chosen = Signal(object)
    swap_wanted = Signal()
    leave_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(PanelLook.GROUND, parent)
        self._scene = CompareScene()
        self._theme = Theme()
        self._keys = KeyMap()
        self.panes = {side: ReplayPane(compared=True) for side in Side}
        self._name, self._way = PlainLabel(role=TextRole.STRONG), PlainLabel(role=TextRole.NOTE)
        self.ways = {
            way: KeyButton(variant=Variant.TAB) for way in (Together.TIME, Together.STAGE, Together.APART)
        }
        self.swap_button, self.leave_button = KeyButton(), KeyButton()
        self._missing = WrappingLabel(role=TextRole.NOTE)
        self._lay_out()
        self._connect()
        self.setFocusProxy(self.panes[Side.LEFT].moments)
        self.retranslate()

    def _lay_out(self) -> None:
        bar = Panel(PanelLook.BAR_TOP)
        row = QHBoxLayout(bar)
        row.setContentsMargins(18, 8, 10, 8)
        row.setSpacing(2 * RHYTHM)
        row.addWidget(self._name, 1)
        buttons = FlowLayout(gap=4)
        buttons.addWidget(self._way)
        for button in (*self.ways.values(), self.swap_button, self.leave_button):
            buttons.addWidget(button)
        row.addLayout(buttons)
        both = QHBoxLayout()
        both.setContentsMargins(0, 0, 0, 0)
        both.setSpacing(0)
        self._between = QWidget()
        self._between.setFixedWidth(1)
        both.addWidget(self.panes[Side.LEFT], 1)
        both.addWidget(self._between)
        both.addWidget(self.panes[Side.RIGHT], 1)
        note = QHBoxLayout()
        note.setContentsMargins(22, 0, 22, 0)
        note.addWidget(self._missing)
        self._missing.setContentsMargins(0, 6, 0, 6)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(bar)
        column.addLayout(note)
        column.addLayout(both, 1)
        column.addWidget(Rule())

    def _connect(self) -> None:
        left, right = self.panes[Side.LEFT], self.panes[Side.RIGHT]
        left.timeline.valueChanged.connect(self._left_slid)
        right.timeline.valueChanged.connect(self._right_slid)
        left.moments.chosen.connect(self._left_chosen)
        right.moments.chosen.connect(self._right_chosen)
        for pane in self.panes.values():
            pane.every_step_wanted.connect(self.every_step_wanted)
        for button in self.ways.values():
            button.clicked.connect(self._way_pressed)
        self.swap_button.clicked.connect(self.swap_wanted)
        self.leave_button.clicked.connect(self.leave_wanted)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._focus_changed)

    # --- showing ---

    def show_scene(self, scene: CompareScene) -> None:
        """Shows ``scene``."""
        before, self._scene = self._scene, scene
        for side, pane in self.panes.items():
            if scene.of(side) is not before.of(side):
                pane.show_scene(scene.of(side))
            pane.show_active(active=side is scene.active)
        for way, button in self.ways.items():
            on = way is scene.together
            button.set_variant(Variant.TAB_ON if on else Variant.TAB)
            button.setAccessibleDescription("✓" if on else "")
        missing = self.tr("The other call never came to “%1”; it stands still.").replace("%1", scene.missing)
        self._missing.setText(missing if scene.missing else "")
        self._missing.setVisible(bool(scene.missing))
        if scene.missing and scene.missing != before.missing:
            announce(self, missing)
        self._arrange()

    def take_focus(self, side: Side) -> None:
        """Puts the focus into the moments of ``side``."""
        self.panes[side].take_caret()

    def set_theme(self, theme: Theme) -> None:
        """Draws in these colours and sizes."""
        self._theme = theme
        for pane in self.panes.values():
            pane.set_theme(theme)
        self._arrange()

    def set_keys(self, keys: KeyMap) -> None:
        """Names these keys."""
        self._keys = keys
        self.retranslate()

    def is_narrow(self) -> bool:
        """Whether one call shows at a time."""
        return self.width() < self._theme.px(_LEAST)

    def _arrange(self) -> None:
        narrow = self.is_narrow()
        for side, pane in self.panes.items():
            pane.setVisible(not narrow or side is self._scene.active)
        self._between.setVisible(not narrow)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """One call at a time where there is no room for two."""
        super().resizeEvent(event)
        self._arrange()

    # --- presses ---

    def _left_slid(self, at: int) -> None:
        self.slid.emit(Side.LEFT, at)

    def _right_slid(self, at: int) -> None:
        self.slid.emit(Side.RIGHT, at)

    def _left_chosen(self, place: int) -> None:
        self.chosen.emit(Side.LEFT, place)

    def _right_chosen(self, place: int) -> None:
        self.chosen.emit(Side.RIGHT, place)

    def _way_pressed(self) -> None:
        button = self.sender()
        way = next((one for one, each in self.ways.items() if each is button), None)
        if way is not None:
            self.way_chosen.emit(way)

    def _focus_changed(self, _: QWidget | None, now: QWidget | None) -> None:
        """The side that the focus is in is the one that the keys act on."""
        if now is None or not self.isVisible():
            return
        side = next((one for one, pane in self.panes.items() if pane.isAncestorOf(now)), None)
        if side is not None and side is not self._scene.active:
            self.side_taken.emit(side)

    # --- words ---

    def retranslate(self) -> None:
        """Says everything in the present language."""
        lang = ui_lang()
        self._name.setText(self.tr("Two calls side by side"))
        self._way.setText(self.tr("Move both:"))
        self.ways[Together.TIME].set_words(self.tr("by time"))
        self.ways[Together.STAGE].set_words(self.tr("by stage"))
        self.ways[Together.APART].set_words(self.tr("apart"), self._keys.cap(Action.MOVE_TOGETHER, lang))
        self.swap_button.set_words(self.tr("Other call"), self._keys.cap(Action.SWAP_SIDES, lang))
        self.swap_button.setToolTip(self.tr("The keys act on the other call"))
        self.leave_button.set_words(self.tr("Back to one call"), self._keys.cap(Action.BACK, lang))
        names = {Side.LEFT: self.tr("The call on the left"), Side.RIGHT: self.tr("The call on the right")}
        for side, pane in self.panes.items():
            pane.setAccessibleName(names[side])
        self.show_scene(self._scene)

    def changeEvent(self, event: QEvent) -> None:
        """Speaks the new language."""
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
