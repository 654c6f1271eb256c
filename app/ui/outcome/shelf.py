"""Where follow-up files go: the user's download folder, never over another file."""

from __future__ import annotations

from itertools import count
from pathlib import Path

from PySide6.QtCore import QStandardPaths


class DownloadShelf:
    """Writes into ``folder``, else into the desktop's download folder."""

    def __init__(self, folder: Path | None = None) -> None:
        self._folder = folder

    def keep(self, name: str, data: bytes) -> str:
        """Writes ``data`` and returns the file's full path; the same content again is not written twice.

        Raises:
            OSError: The folder cannot be made or written to.
        """
        folder = self._folder or _downloads()
        folder.mkdir(parents=True, exist_ok=True)
        stem, dot, ending = name.rpartition(".")
        for number in count(1):
            path = folder / (name if number == 1 else f"{stem} ({number}){dot}{ending}")
            if not path.exists():
                path.write_bytes(data)
                return str(path)
        raise AssertionError("numbers never end")


def _downloads() -> Path:
    place = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DownloadLocation)
    return Path(place) if place else Path.home()
