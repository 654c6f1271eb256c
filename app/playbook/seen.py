"""What a playbooks folder held when it was last read whole and found sound, so that an unchanged one need not be read again."""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from app.playbook.folder import HOUSE_FILE, file_bytes, playbook_files, scorecard_names

_FORM = 1


@dataclass(frozen=True, slots=True)
class Glimpse:
    """One sound playbook of the folder, known without reading it: enough for a list."""

    path: str
    id: str
    lang: str
    title: str
    revision: str


class SeenFolder:
    """Remembers in a small file what a sound folder held; a doubt of any kind means that the folder is read.

    Args:
        file: Where it is kept.
        kept_revisions: The revisions whose texts are kept as last good versions, by path. A folder is known only while
            every one of its playbooks is among them, so that none lacks a good version when it breaks later.
    """

    def __init__(self, file: Path, kept_revisions: Callable[[], Mapping[str, str]]) -> None:
        self._file = file
        self._kept_revisions = kept_revisions

    def recall(self, folder: Path) -> tuple[Glimpse, ...] | None:
        """The playbooks of ``folder``, in the order of paths; ``None`` when it must be read."""
        try:
            record = json.loads(self._file.read_bytes())
            names = tuple(record["digests"])
            rows = tuple(Glimpse(**row) for row in record["playbooks"])
        except (OSError, ValueError, TypeError, KeyError):
            return None
        if record != _record(folder, names, rows):
            return None
        kept = self._kept_revisions()
        return rows if all(kept.get(row.path) == row.revision for row in rows) else None

    def remember(self, folder: Path, names: Iterable[str], rows: Iterable[Glimpse]) -> None:
        """``folder`` was read: every playbook in it is sound, and ``names`` are all the files that were looked at."""
        made = json.dumps(_record(folder, names, tuple(rows)), ensure_ascii=False)
        draft = self._file.with_name(f"{self._file.name}.{os.getpid()}")
        try:
            draft.write_text(made, encoding="utf-8")
            draft.replace(self._file)
        except OSError:  # it only spares time
            with contextlib.suppress(OSError):
                draft.unlink(missing_ok=True)

    def forget(self) -> None:
        """``folder`` is not sound (any more)."""
        with contextlib.suppress(OSError):
            self._file.unlink(missing_ok=True)


def _record(folder: Path, names: Iterable[str], rows: tuple[Glimpse, ...]) -> dict[str, Any]:
    """Everything that the verdict on a folder hangs on, as it is now."""
    fields = Glimpse.__slots__
    return {
        "form": _FORM,
        "program": _program(),
        "folder": os.path.abspath(folder),  # noqa: PTH100 - links stay as they are
        "listed": [path.relative_to(folder).as_posix() for path in playbook_files(folder)],
        "scorecards": sorted(scorecard_names(folder)),
        "digests": {name: _digest(folder / name) for name in sorted({HOUSE_FILE, *names})},
        "playbooks": [{name: getattr(row, name) for name in fields} for row in rows],
    }


def _digest(path: Path) -> str:
    found = file_bytes(path)
    return "" if found is None else hashlib.sha256(found).hexdigest()


def _program() -> str:
    """What reads and checks: another version of it may judge otherwise."""
    here = Path(__file__).parent
    marks = hashlib.sha256()
    for module in sorted(here.rglob("*.py*")):
        if module.suffix == ".py":
            about = module.stat()
            marks.update(f"{module.name}:{about.st_size}:{about.st_mtime_ns};".encode())
    return marks.hexdigest()
