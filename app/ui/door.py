"""Where the one window over a data folder is met, and who may open it. Needs no network parts of Qt, so that it is quick."""

from __future__ import annotations

import getpass
import hashlib
import os
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QLockFile

from app.settings.refuge import is_own, temporary_folder


@dataclass(frozen=True, slots=True)
class Door:
    """Where the one window is met: the socket's name and the file that says that it is open."""

    name: str
    lock: str


def door_of(home: Path) -> Door:
    """The door of the window over the data folder ``home``; only this user can reach it."""
    own = hashlib.sha256(f"{_user()}\n{home.expanduser().absolute()}".encode()).hexdigest()[:16]
    folder = _private_folder()
    lock = str(folder / f"callcue-{own}.lock")
    if sys.platform == "win32":
        return Door(f"callcue-{own}", lock)
    return Door(str(folder / f"callcue-{own}"), lock)


def _user() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        return "rep"


def _private_folder() -> Path:
    """A short path that belongs to this user alone: socket names have room for about a hundred signs."""
    runtime = os.environ.get("XDG_RUNTIME_DIR", "")
    if runtime and is_own(Path(runtime)):
        return Path(runtime)
    if sys.platform == "win32":
        return Path(tempfile.gettempdir())
    folder = temporary_folder()
    if folder is None:
        return Path(tempfile.mkdtemp(prefix="callcue-"))
    try:
        folder.mkdir(mode=0o700, exist_ok=True)
    except OSError:
        return Path(tempfile.gettempdir())
    return folder


class OneWindow:
    """Says whether this program may open the window. Keeps its claim until ``give_up``."""

    def __init__(self, door: Door) -> None:
        self._lock = QLockFile(door.lock)
        self._lock.setStaleLockTime(0)

    def is_first(self) -> bool:
        """Whether no window is open over these data. True as well where no claim can be kept (no such folder)."""
        if self._lock.isLocked() or self._lock.tryLock(0):
            return True
        return self._lock.error() is not QLockFile.LockError.LockFailedError

    def give_up(self) -> None:
        """The window is closed."""
        self._lock.unlock()
