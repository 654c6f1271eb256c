"""The durable acknowledgement while wrapping up: the same words at the same corner as in the call."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.ui.type_scale import RHYTHM, TextRole
from app.ui.widgets import PlainLabel


class SavedMark(QWidget):
    """One line: saved, being saved, or kept from it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._saved, self._troubled = False, False
        self.label = PlainLabel(role=TextRole.SAVED, parent=self)
        row = QHBoxLayout(self)
        row.setContentsMargins(3 * RHYTHM, RHYTHM, 3 * RHYTHM, 0)
        row.addStretch(1)
        row.addWidget(self.label, 0, Qt.AlignmentFlag.AlignVCenter)
        self.retranslate()

    def show_saved(self, *, saved: bool, troubled: bool) -> None:
        """Everything is on disk for good (``saved``), or cannot be written for now (``troubled``)."""
        if (saved, troubled) != (self._saved, self._troubled):
            self._saved, self._troubled = saved, troubled
            self.retranslate()

    def retranslate(self) -> None:
        """Says it in the present language."""
        waiting = self.tr("Not saved yet") if self._troubled else self.tr("Saving…")
        self.label.setText(self.tr("✓ Saved") if self._saved else waiting)
        alarming = self._troubled and not self._saved
        self.label.set_role(TextRole.ALARM if alarming else TextRole.SAVED)

    def changeEvent(self, event: QEvent) -> None:
        """Follows the language."""
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
