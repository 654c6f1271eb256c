"""Which calls are being held right now, by which program: a locked file for each, which a killed program lets go of."""

from __future__ import annotations

import contextlib
import os
import sys
import threading
from collections.abc import Iterable
from pathlib import Path
from uuid import UUID

FOLDER = "under-way"
"""Name of the folder with the locked files, in the data folder."""

if sys.platform == "win32":
    import msvcrt

    def _lock(file: int) -> None:
        msvcrt.locking(file, msvcrt.LK_NBLCK, 1)

else:
    import fcntl

    def _lock(file: int) -> None:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)


class CallClaims:
    """The calls that this program holds, and whether another one holds a call. From any thread.

    A folder that cannot be written means that nothing is known: no call is held then, by nobody.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._held: dict[UUID, int] = {}
        self._guard = threading.Lock()

    def hold(self, call: UUID) -> bool:
        """Claims ``call``; ``False`` when another program has it, or when no claim can be kept."""
        with self._guard:
            if call in self._held:
                return True
            with contextlib.suppress(OSError):
                self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
                file = os.open(self._file(call), os.O_RDWR | os.O_CREAT, 0o600)
                if _is_locked(file):
                    self._held[call] = file
                    return True
            return False

    def release(self, call: UUID) -> None:
        """The call is over."""
        with self._guard:
            self._let_go((call,))

    def is_elsewhere(self, call: UUID) -> bool:
        """Whether another running program holds ``call``."""
        with self._guard:
            if call in self._held:
                return False
            try:
                file = os.open(self._file(call), os.O_RDWR)
            except OSError:
                return False
            if not _is_locked(file):
                return True
            os.close(file)
            return False

    def close(self) -> None:
        """Lets go of everything."""
        with self._guard:
            self._let_go(tuple(self._held))

    def _let_go(self, calls: Iterable[UUID]) -> None:
        for call in calls:
            file = self._held.pop(call, None)
            if file is None:
                continue
            removed = self._removed(call)
            os.close(file)
            if not removed:
                self._removed(call)

    def _removed(self, call: UUID) -> bool:
        """Removes the file while it is locked, so that nobody else's goes; Windows lets go of it only when it is closed."""
        try:
            self._file(call).unlink()
        except OSError:
            return False
        return True

    def _file(self, call: UUID) -> Path:
        return self._folder / f"{call.hex}.lock"


def _is_locked(file: int) -> bool:
    """Locks the file; ``False``, and closed, when somebody else has it locked."""
    try:
        _lock(file)
    except OSError:
        os.close(file)
        return False
    return True
