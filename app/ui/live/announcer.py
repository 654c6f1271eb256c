"""Tells a screen reader what came on the screen, without moving the focus."""

from __future__ import annotations

from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QWidget


class Announcer:
    """Speaks for one widget through the platform's accessibility bridge."""

    def __init__(self, widget: QWidget) -> None:
        self._widget = widget

    def announce(self, sentence: str) -> None:
        """Has ``sentence`` read out when the reader has finished what it is at."""
        if sentence:
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self._widget, sentence))
