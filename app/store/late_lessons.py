"""Lets calls teach that were closed before Callcue kept what calls teach: in the background, or while somebody looks on."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable
from typing import TYPE_CHECKING

from app.call.ports import BookUnavailable
from app.store.problems import StartProblem

if TYPE_CHECKING:
    from app.store.database import Database

FIRST_LOOK = 30.0
"""Seconds after the start."""
NEXT_LOOK = 60.0
"""Seconds until the next try when the database could not be used."""
BETWEEN = 0.25
"""Seconds of rest after each few calls, so that a call under way never waits for this."""
A_FEW = 10
"""Calls in one transaction beside the window."""
MANY = 200
"""Calls in one transaction when somebody watches the progress."""

_log = logging.getLogger(__name__)


def teach_all(database: Database, told: Callable[[int, int], None]) -> int:
    """Lets all late calls teach; ``told`` hears how many are left, and of how many. Raises BookUnavailable."""
    from app.store.late_calls import still_late, teach_some

    total = still_late(database)
    done = 0
    while now := teach_some(database, MANY):
        done += now
        told(max(0, total - done), total)
    return done


class LateLessons:
    """A thread that lets late calls teach while the program runs, and ends when none is left."""

    def __init__(
        self, database: Database, *, first_look: float = FIRST_LOOK, between: float = BETWEEN
    ) -> None:
        self._database = database
        self._first_look, self._between = first_look, between
        self._stop = threading.Event()
        self._thread = threading.Thread(target=self._run, name="late lessons", daemon=True)
        self._thread.start()

    def wait(self, timeout: float) -> bool:
        """Waits until no call is late; ``False`` when that took longer than ``timeout`` seconds."""
        self._thread.join(timeout)
        return not self._thread.is_alive()

    def close(self) -> None:
        """Ends the thread; what is left is gone on with at the next start."""
        self._stop.set()
        self._thread.join(2.0)

    def _run(self) -> None:
        pause = self._first_look
        while not self._stop.wait(pause):
            from app.store.late_calls import teach_some

            try:
                if not teach_some(self._database, A_FEW):
                    return
                pause = self._between
            except (BookUnavailable, StartProblem) as problem:
                _log.info("Older calls wait to be read: %s", problem)
                pause = NEXT_LOOK
