"""Whether the place of a file lets itself be written now: what SQLite's own words for it often leave open.

On a full disk SQLite cannot make its shared index and calls that an I/O error (``SQLITE_IOERR_SHMSIZE``); in a folder
that may only be read it cannot open its log (``SQLITE_CANTOPEN``). So the place itself is looked at.
"""

from __future__ import annotations

import errno
import os
import shutil
from pathlib import Path

from app.call.ports import TroubleKind

LEAST_ROOM = 64 * 1024
"""Bytes without which nothing is begun: SQLite's shared index takes 32 KiB, the log of one act a few pages."""

_BY_ERRNO = {
    errno.ENOSPC: TroubleKind.DISK_FULL,
    getattr(errno, "EDQUOT", errno.ENOSPC): TroubleKind.DISK_FULL,
    errno.EROFS: TroubleKind.READ_ONLY,
    errno.EACCES: TroubleKind.READ_ONLY,
    errno.EPERM: TroubleKind.READ_ONLY,
}


def place_trouble(path: Path) -> TroubleKind | None:
    """What keeps the file at ``path`` and its neighbours from being written; ``None`` when nothing is seen."""
    folder = path.parent
    try:
        if path.exists() and not os.access(path, os.W_OK):
            return TroubleKind.READ_ONLY
        if not folder.exists():
            return None
        if not os.access(folder, os.W_OK):
            return TroubleKind.READ_ONLY
        return TroubleKind.DISK_FULL if shutil.disk_usage(folder).free < LEAST_ROOM else None
    except OSError:
        return None


def has_room_for(path: Path, size: int) -> bool:
    """Whether ``size`` more bytes fit beside the file at ``path``, as far as the system tells."""
    try:
        return shutil.disk_usage(path.parent).free >= size
    except OSError:
        return True


def kind_of(error: OSError) -> TroubleKind | None:
    """The trouble that passes behind ``error``; ``None`` for every other reason."""
    return _BY_ERRNO.get(error.errno) if error.errno is not None else None
