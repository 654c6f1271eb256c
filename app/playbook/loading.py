"""From a path on disk to the exact bytes of a playbook and everything it uses, and to its reading."""

from __future__ import annotations

import os
from pathlib import Path

from app.playbook.problems import Level, Place, Problem
from app.playbook.reading import Reading, read, resolved, tree_of, used_paths
from app.playbook.source import Source, SourceFile
from app.playbook.tree import MAX_BYTES

HOUSE_FILE = "callcue.yaml"
"""The file that marks the playbooks folder and holds the house's settings."""
_FOLDER_NAME = "playbooks"
_MOST_FILES = 200
"""Files that one playbook may use, directly or not."""
_OTHER_FOLDERS = frozenset({"shared", "scorecards", "scripts"})
_ENDINGS = (".yaml", ".yml")
_MOST_LISTED = 2000


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
        path.suffix in _ENDINGS and not path.name.startswith(".") and path.name != HOUSE_FILE and not is_other
    )


def scorecard_names(folder: Path) -> frozenset[str]:
    """The names of the scorecards in the playbooks folder."""
    try:
        return frozenset(path.stem for path in (folder / "scorecards").iterdir() if path.suffix in _ENDINGS)
    except OSError:
        return frozenset()


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
        own = _bytes_of(path)
    except OSError as error:
        words = {"path": name, "reason": _reason(error)}
        source = Source((SourceFile(name, b""),))
        return Reading(source, (Problem("CC045", Level.ERROR, Place(name, 1, 1, 2), words),))
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
        return _bytes_of(path)
    except (OSError, ValueError, RuntimeError):
        return None


def file_bytes(path: Path) -> bytes | None:
    """A file's bytes, at most one more than a playbook may have; ``None`` when it cannot be read."""
    try:
        return _bytes_of(path)
    except OSError:
        return None


def _bytes_of(path: Path) -> bytes:
    """At most one byte more than a playbook may have: enough to refuse it, never a whole disk."""
    if path.exists() and not path.is_file():
        raise IsADirectoryError(str(path))
    with path.open("rb") as file:
        return file.read(MAX_BYTES + 1)


def _reason(error: OSError) -> str:
    if isinstance(error, FileNotFoundError):
        return "<missing>"
    if isinstance(error, IsADirectoryError):
        return "<folder>"
    return "<closed>" if isinstance(error, PermissionError) else "<unreadable>"
