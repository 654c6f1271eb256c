"""From the journal's thread to the window's: what was saved, what is in trouble, what is well again, as signals."""

from __future__ import annotations

from uuid import UUID

from PySide6.QtCore import QObject, Signal

from app.call.ports import Trouble


class JournalRelay(QObject):
    """A ``JournalListener``; connect to its signals from the main thread, where they arrive queued."""

    acknowledged = Signal(object, int)
    trouble_met = Signal(object)
    trouble_over = Signal()

    latest: tuple[UUID, int] | None = None
    """What was acknowledged last, for screens that are made after it was said."""

    def saved(self, call: UUID, seq: int) -> None:
        """Passes on that everything up to ``seq`` of ``call`` is on disk."""
        self.latest = (call, seq)
        self.acknowledged.emit(call, seq)

    def troubled(self, trouble: Trouble) -> None:
        """Passes on that writing fails."""
        self.trouble_met.emit(trouble)

    def recovered(self) -> None:
        """Passes on that everything is on disk again."""
        self.trouble_over.emit()
