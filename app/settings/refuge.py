"""Where something may be kept for a while when the data folder cannot be written: places of this user alone."""

from __future__ import annotations

import hashlib
import os
import sys
import tempfile
from pathlib import Path


def refuges(what: str) -> tuple[Path, ...]:
    """Folders to be made when they are needed, the more lasting first; the same ones at every start for ``what``.

    ``what`` names the database, so that two of them never share a folder.
    """
    import platformdirs

    name = f"waiting-{hashlib.sha256(what.encode()).hexdigest()[:16]}"
    lasting = Path(platformdirs.user_state_dir("callcue", appauthor=False))
    passing = temporary_folder()
    return (lasting / name, passing / name) if passing is not None else (lasting / name,)


def temporary_folder() -> Path | None:
    """This user's own folder among the temporary ones, which need not exist yet; ``None`` when it is somebody else's."""
    if sys.platform == "win32":
        return Path(tempfile.gettempdir()) / "callcue"
    folder = Path(tempfile.gettempdir()) / f"callcue-{os.getuid()}"
    return folder if is_own(folder) or not os.path.lexists(folder) else None


def is_own(folder: Path) -> bool:
    """Whether ``folder`` is there and nobody else can put a file into it in our stead."""
    if sys.platform == "win32":
        return folder.is_dir()
    try:
        found = folder.lstat()
    except OSError:
        return False
    return folder.is_dir() and found.st_uid == os.getuid() and not found.st_mode & 0o022
