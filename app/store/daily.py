"""Makes the day's backup while the program runs, after the start is over and without anybody waiting for it."""

from __future__ import annotations

import logging
import threading
from pathlib import Path

from app.store.backups import Stopped, daily
from app.store.problems import BackupFailed

FIRST_LOOK = 20.0
"""Seconds after the start."""
NEXT_LOOK = 3600.0
"""Seconds between looks whether a new day has begun."""

_log = logging.getLogger(__name__)


class DailyBackup:
    """A thread that looks now and then whether today's backup is there."""

    def __init__(self, path: Path, folder: Path, *, first_look: float = FIRST_LOOK) -> None:
        self._path = path
        self._folder = folder
        self._first_look = first_look
        self._stop = threading.Event()
        self._looked = threading.Event()
        self._thread = threading.Thread(target=self._run, name="daily backup", daemon=True)
        self._thread.start()

    def wait_for_first(self, timeout: float) -> bool:
        """Waits until the first look is over."""
        return self._looked.wait(timeout)

    def close(self) -> None:
        """Ends the thread; a backup that is not whole yet is dropped."""
        self._stop.set()
        self._thread.join(2.0)

    def _run(self) -> None:
        pause = self._first_look
        while not self._stop.wait(pause):
            pause = NEXT_LOOK
            try:
                daily(self._path, self._folder, self._go_on)
            except Stopped:
                return
            except BackupFailed as problem:
                _log.warning("No backup today: %s", problem)
            self._looked.set()

    def _go_on(self, _left: int, _total: int) -> None:
        if self._stop.is_set():
            raise Stopped
