"""Surfaces: panels, cards and thin rules."""

from __future__ import annotations

from enum import StrEnum

from PySide6.QtWidgets import QFrame, QWidget

from app.ui.theme import set_look


class PanelLook(StrEnum):
    """Which surface a panel is."""

    GROUND = "ground"
    PANEL = "panel"
    BAR_TOP = "bar_top"
    BAR_BOTTOM = "bar_bottom"
    SIDE_LEFT = "side_left"
    SIDE_RIGHT = "side_right"
    CARD = "card"
    FIELD = "field"
    STORY = "story"
    SELECTED = "selected"
    PLAIN = "plain"
    DO = "do"
    VERBATIM = "verbatim"
    STOP = "stop"


class Panel(QFrame):
    """A surface that other things stand on. The style sheet paints the ground of every frame that it has a rule for."""

    def __init__(self, look: PanelLook = PanelLook.PANEL, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("panel", look.value)

    def set_look(self, look: PanelLook) -> None:
        """Turns it into another surface."""
        set_look(self, "panel", look.value)


class Rule(QFrame):
    """A thin line between things."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("panel", "rule")
        self.setFixedHeight(1)
