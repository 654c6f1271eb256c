"""Keeps choices still while the wheel turns over them: it scrolls the column, and never changes what was chosen."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QWidget


class WheelPasser(QObject):
    """Hands the wheel's turns on to what lies around the widgets it watches; goes with its parent."""

    def watch(self, *widgets: QWidget) -> None:
        """Watches ``widgets``."""
        for widget in widgets:
            widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Refuses turns of the wheel, so that Qt offers them to the parent."""
        if event.type() is QEvent.Type.Wheel:
            event.ignore()
            return True
        return super().eventFilter(watched, event)
