"""Ctrl+C in the terminal, or the system's wish that the program ends: the window closes as if by hand."""

from __future__ import annotations

import os
import signal
import sys
from types import FrameType
from typing import Any

from PySide6.QtCore import QObject, QSocketNotifier, Signal, Slot

SIGNALS = tuple(
    getattr(signal, name) for name in ("SIGINT", "SIGTERM", "SIGHUP", "SIGBREAK") if hasattr(signal, name)
)


class StopSignals(QObject):
    """``asked`` comes on the window's thread, between two of its doings. Owned by whoever runs the event loop."""

    asked = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.number = 0
        self._before: dict[int, Any] = {}
        self._pipe: tuple[int, int] | None = None
        self._notifier: QSocketNotifier | None = None

    def watch(self) -> None:
        """Listens from now on, instead of Python's own way, which would interrupt any slot."""
        for number in SIGNALS:
            if signal.getsignal(number) is not signal.SIG_IGN:
                self._before[number] = signal.signal(number, self._note)
        if sys.platform == "win32":  # there the window's timers let Python see a signal soon enough
            return
        self._pipe = os.pipe()
        for end in self._pipe:
            os.set_blocking(end, False)
        signal.set_wakeup_fd(self._pipe[1], warn_on_full_buffer=False)
        self._notifier = QSocketNotifier(self._pipe[0], QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._wake)

    def close(self) -> None:
        """Gives back what was taken."""
        for number, before in self._before.items():
            signal.signal(number, before)
        self._before.clear()
        if self._pipe is None:
            return
        signal.set_wakeup_fd(-1)
        if self._notifier is not None:
            self._notifier.setEnabled(False)
        for end in self._pipe:
            os.close(end)
        self._pipe = None

    def _note(self, number: int, _frame: FrameType | None) -> None:
        self.number = number
        if self._pipe is None:
            self.asked.emit()

    @Slot()
    def _wake(self) -> None:
        """The event loop runs Python code again, which lets the signal's handler run before this."""
        if self._pipe is not None:
            os.read(self._pipe[0], 64)
        if self.number:
            self.asked.emit()
