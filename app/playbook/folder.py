"""A playbooks folder as it lies on disk: which of its files are playbooks, and their bytes; nothing is read for meaning."""

from __future__ import annotations

import os
from enum import StrEnum
from pathlib import Path

from app.playbook.source import MAX_BYTES

HOUSE_FILE = "callcue.yaml"
"""The file that marks the playbooks folder and holds the house's settings."""
_FOLDER_NAME = "playbooks"
_OTHER_FOLDERS = frozenset({"shared", "scorecards", "scripts"})
ENDINGS = (".yaml", ".yml")
_MOST_LISTED = 2000


class Companion(StrEnum):
    """What lies beside playbooks and belongs to them."""

    TEST = "test"
    SCRIPT = "script"
    SCORECARD = "scorecard"


_FOLDER_OF_KIND = {Companion.SCRIPT: "scripts", Companion.SCORECARD: "scorecards"}


def playbooks_folder(path: Path) -> Path:
    """The playbooks folder of a file: nearest above with ``callcue.yaml``, else named ``playbooks``, else its own."""
    own = Path(os.path.abspath(path)).parent  # noqa: PTH100 - resolve() would follow links out of the folder
    above = (own, *own.parents)
    marked = (folder for folder in above if (folder / HOUSE_FILE).is_file())
    named = (folder for folder in above if folder.name == _FOLDER_NAME)
    return next(marked, None) or next(named, None) or own


def playbook_files(folder: Path) -> list[Path]:
    """The playbooks in a folder and below, in a fixed order: no shared files, scorecards, scripts, tests or hidden files."""
    found: list[Path] = []
    for base, folders, names in os.walk(folder):
        folders[:] = sorted(
            name for name in folders if name not in _OTHER_FOLDERS and not name.startswith(".")
        )
        found.extend(Path(base, name) for name in sorted(names) if is_playbook_name(Path(name)))
        if len(found) > _MOST_LISTED:
            break
    return found[:_MOST_LISTED]


def is_playbook_name(path: Path) -> bool:
    """Whether a file so named may hold a playbook or a shared part: no settings, test, scorecard or script."""
    is_other = path.parent.name in {"scorecards", "scripts"} or path.stem.endswith(".test")
    return (
        path.suffix in ENDINGS and not path.name.startswith(".") and path.name != HOUSE_FILE and not is_other
    )


def companion_files(folder: Path) -> list[Path]:
    """The tests, scripts and scorecards in a folder and below, in a fixed order; no hidden files."""
    found: list[Path] = []
    for base, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        found.extend(Path(base, name) for name in sorted(names) if companion_of(Path(base, name)) is not None)
        if len(found) > _MOST_LISTED:
            break
    return found[:_MOST_LISTED]


def companion_of(path: Path) -> Companion | None:
    """What a file so named is to playbooks; ``None`` for a playbook, a shared file, the settings, or none of these."""
    if path.suffix not in ENDINGS or path.name.startswith(".") or path.name == HOUSE_FILE:
        return None
    if path.stem.endswith(".test"):
        return Companion.TEST
    return next((kind for kind in _FOLDER_OF_KIND if path.parent.name == _FOLDER_OF_KIND[kind]), None)


def scorecard_names(folder: Path) -> frozenset[str]:
    """The names of the scorecards in the playbooks folder."""
    try:
        return frozenset(path.stem for path in (folder / "scorecards").iterdir() if path.suffix in ENDINGS)
    except OSError:
        return frozenset()


def file_bytes(path: Path) -> bytes | None:
    """A file's bytes, at most one more than a playbook may have; ``None`` when it cannot be read."""
    try:
        return bytes_of(path)
    except OSError:
        return None


def bytes_of(path: Path) -> bytes:
    """At most one byte more than a playbook may have: enough to refuse it, never a whole disk."""
    if path.exists() and not path.is_file():
        raise IsADirectoryError(str(path))
    with path.open("rb") as file:
        return file.read(MAX_BYTES + 1)
