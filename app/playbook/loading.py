"""From a path on disk to the exact bytes of a playbook and everything it uses, and to its reading."""

from __future__ import annotations

import os
from pathlib import Path

from app.playbook.folder import (
    ENDINGS,
    HOUSE_FILE,
    bytes_of,
    file_bytes,
    is_playbook_name,
    playbook_files,
    playbooks_folder,
    scorecard_names,
)
from app.playbook.problems import Level, Place, Problem
from app.playbook.reading import Reading, read, resolved, tree_of, used_paths
from app.playbook.source import Source, SourceFile

__all__ = [
    "ENDINGS",
    "HOUSE_FILE",
    "file_bytes",
    "is_playbook_name",
    "load",
    "playbook_files",
    "playbooks_folder",
    "scorecard_names",
    "source_of",
    "unopened",
]

_MOST_FILES = 200
"""Files that one playbook may use, directly or not."""


def load(path: Path, folder: Path | None = None) -> Reading:
    """Reads the playbook in ``path``; a file that cannot be opened gives a reading with that one problem.

    Args:
        path: The playbook's own file.
        folder: The playbooks folder, if it is known already.
    """
    source = source_of(path, folder)
    return source if isinstance(source, Reading) else read(source)


def source_of(path: Path, folder: Path | None = None) -> Source | Reading:
    """The bytes of ``path`` and of all it uses; the reading that says why when ``path`` cannot be opened."""
    home = folder if folder is not None else playbooks_folder(path)
    name = _name_in(path, home)
    try:
        own = bytes_of(path)
    except OSError as error:
        return Reading(Source((SourceFile(name, b""),)), (unopened(name, error),))
    files = {name: SourceFile(name, own)}
    waiting = [name]
    while waiting:
        tree = tree_of(files[waiting.pop(0)])
        for used, _ in used_paths(tree):
            wanted = resolved(used, tree.file.path)
            if wanted is None or wanted in files or len(files) >= _MOST_FILES:
                continue
            content = _used_bytes(home, wanted)
            if content is not None:
                files[wanted] = SourceFile(wanted, content)
                waiting.append(wanted)
    return Source(tuple(files.values()))


def unopened(name: str, error: OSError) -> Problem:
    """What to say of the file ``name`` that cannot be opened."""
    return Problem("CC045", Level.ERROR, Place(name, 1, 1, 2), {"path": name, "reason": _reason(error)})


def _name_in(path: Path, folder: Path) -> str:
    """The path from the playbooks folder with forward slashes; only the name for a file outside of it."""
    whole, home = os.path.abspath(path), os.path.abspath(folder)  # noqa: PTH100
    try:
        return Path(whole).relative_to(home).as_posix()
    except ValueError:
        return Path(whole).name


def _used_bytes(folder: Path, name: str) -> bytes | None:
    """A used file's bytes; ``None`` when it is missing, cannot be read, or a link leads out of the folder."""
    path = folder / name
    try:
        if not path.resolve().is_relative_to(folder.resolve()):
            return None
        return bytes_of(path)
    except (OSError, ValueError, RuntimeError):
        return None


def _reason(error: OSError) -> str:
    if isinstance(error, FileNotFoundError):
        return "<missing>"
    if isinstance(error, IsADirectoryError):
        return "<folder>"
    return "<closed>" if isinstance(error, PermissionError) else "<unreadable>"
