"""Python's cycle collector on the window's own thread only, between keys.

Left to itself, it runs in whatever thread happens to allocate: on the journal's or a worker's thread it would take apart
windows that only the main thread may touch, which ends the process. So automatic collection is off while a window is
open, and a timer of the main thread does the work in small pieces instead. (Qt: a QObject may be deleted only in the
thread it lives in.)
"""

from __future__ import annotations

import gc
from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer

PAUSE_MS = 1_000
"""How often it looks whether there is something to do."""
OLD_ROUNDS = 30
"""The oldest objects are walked after this many looks, at the earliest, and never during a call."""


class Collector(QObject):
    """Collects young objects whenever they are due, and old ones seldom and only when ``at_rest`` says so."""

    def __init__(self, at_rest: Callable[[], bool], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._at_rest = at_rest
        self._working = False
        self._looks = 0
        self._timer = QTimer(self)
        self._timer.setInterval(PAUSE_MS)
        self._timer.timeout.connect(self.look)

    def begin(self) -> None:
        """From now on only this collects. A second time does nothing."""
        if self._working or not gc.isenabled():
            return
        self._working = True
        gc.disable()
        self._timer.start()

    def look(self) -> int:
        """Does what is due; gives the generation that was collected, or -1."""
        self._looks += 1
        if self._looks >= OLD_ROUNDS and self._at_rest():
            self._looks = 0
            gc.collect(2)
            return 2
        counts, thresholds = gc.get_count(), gc.get_threshold()
        for generation in (1, 0):
            if counts[generation] > thresholds[generation] > 0:
                gc.collect(generation)
                return generation
        return -1

    def end(self) -> None:
        """Leaves things as they were found."""
        self._timer.stop()
        if self._working:
            self._working = False
            gc.enable()
