"""The playbooks of a folder as the program offers them: each with its last good version, however broken the file is."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from app.playbook.folder import playbook_files
from app.playbook.problems import Level, Problem
from app.playbook.seen import Glimpse, SeenFolder
from app.playbook.source import Source
from app.playbook.vocabulary import Lang

if TYPE_CHECKING:  # the reader is loaded when something is to be read
    from app.playbook.model import Playbook
    from app.playbook.reading import Reading
    from app.playbook.whole import Neighbourhood


class GoodVersions(Protocol):
    """Keeps, for each playbook file, the exact text of the last version without errors, also across restarts."""

    def remember(self, path: str, source: Source) -> None:
        """Keeps ``source`` as the last good version of the playbook at ``path``."""

    def recall(self, path: str) -> Source | None:
        """The last good version kept for ``path``, or ``None``."""


class NoGoodVersions:
    """Remembers nothing: a broken file then has no good version to serve in its place."""

    def remember(self, path: str, source: Source) -> None:
        """Forgets at once."""

    def recall(self, path: str) -> Source | None:  # noqa: ARG002 - the port's signature
        """Nothing."""
        return None


@dataclass(frozen=True, slots=True)
class Entry:
    """One playbook of the folder.

    Args:
        path: The file, relative to the playbooks folder, with forward slashes.
        reading: What came of the file as it is now.
        served: What calls are made with: the file itself, or its last good version; ``None`` when there is neither.
    """

    path: str
    reading: Reading
    served: Reading | None

    @property
    def playbook(self) -> Playbook | None:
        """The playbook that a call may use now."""
        return self.served.playbook if self.served is not None else None

    @property
    def source(self) -> Source | None:
        """The exact text of ``playbook``: what is pinned to a call."""
        return self.served.source if self.served is not None else None

    @property
    def is_last_good(self) -> bool:
        """Whether ``playbook`` is an earlier version because the file has errors now."""
        return self.served is not None and self.served is not self.reading

    @property
    def problems(self) -> tuple[Problem, ...]:
        """Everything found in the file as it is now."""
        return self.reading.problems

    @property
    def errors(self) -> tuple[Problem, ...]:
        """What keeps the file as it is now from being used."""
        return tuple(one for one in self.reading.problems if one.level is Level.ERROR)

    @property
    def id(self) -> str:
        """The playbook's id; the file's name when nothing can be read."""
        known = self._known
        return known.id if known is not None else Path(self.path).stem

    @property
    def lang(self) -> str:
        """The playbook's language; that of the folder's name when nothing can be read."""
        known = self._known
        if known is not None and known.lang:
            return known.lang
        folder = self.path.split("/", 1)[0]
        return folder if folder in set(Lang) else Lang.EN

    @property
    def title(self) -> str:
        """The playbook's title; the file's name when nothing can be read."""
        known = self._known
        return known.title if known is not None else Path(self.path).stem

    @property
    def _known(self) -> Playbook | None:
        return self.playbook or self.reading.draft


class Library:
    """The playbooks of one folder, read anew by ``refresh`` and never half.

    Args:
        folder: The playbooks folder.
        good: Where last good versions are kept.
        seen: What is known of the folder from last time; without it the folder is always read.
    """

    def __init__(self, folder: Path, good: GoodVersions, seen: SeenFolder | None = None) -> None:
        self.folder = folder
        self._good = good
        self._seen = seen
        self._entries: dict[str, Entry] = {}
        self._remembered: dict[str, str] = {}

    @property
    def entries(self) -> tuple[Entry, ...]:
        """What the last ``refresh`` found, in the order of paths; empty before the first."""
        return tuple(self._entries.values())

    def refresh(self) -> bool:
        """Reads the folder anew; files with the same content are not read twice.

        Returns:
            Whether anything changed since the last time: files, their problems, or what is served.
        """
        fresh = {entry.path: entry for entry in self._read()}
        changed = fresh != self._entries
        self._entries = fresh
        if changed and self._seen is not None:
            self._note(self._seen)
        return changed

    def glance(self) -> tuple[Glimpse, ...] | None:
        """The playbooks, without reading any, while the folder is as it was when all in it were sound.

        Returns:
            ``None`` when ``refresh`` is needed to tell.
        """
        return self._seen.recall(self.folder) if self._seen is not None and not self._entries else None

    def take(self, path: str) -> Entry | None:
        """The playbook at ``path`` as it is now; before the first ``refresh`` a sound one is read alone."""
        if not self._entries and path in {one.path for one in self.glance() or ()}:
            from app.playbook.whole import examine

            reading = examine(self.folder / path, self.folder)
            if reading.playbook is not None:
                return Entry(path, reading, reading)
        self.refresh()
        return self._entries.get(path)

    def _note(self, seen: SeenFolder) -> None:
        """Keeps for the next start what was found; nothing while anything is amiss."""
        if any(entry.playbook is None or entry.is_last_good for entry in self._entries.values()):
            seen.forget()
            return
        names = {path.relative_to(self.folder).as_posix() for path in playbook_files(self.folder)}
        rows = []
        for path, entry in self._entries.items():
            source = entry.reading.source
            names.update(file.path for file in source.files)
            rows.append(Glimpse(path, entry.id, entry.lang, entry.title, source.revision))
        seen.remember(self.folder, names, rows)

    def find(self, wanted: str, lang: str | None = None) -> Entry | None:
        """The entry with that path, or that id (in ``lang`` if there are several); ``None`` when there is none.

        Before the first ``refresh`` a sound playbook is read alone.
        """
        for one in self.glance() or ():
            if wanted == one.path or (wanted == one.id and lang in (None, one.lang)):
                return self.take(one.path)
        if wanted in self._entries:
            return self._entries[wanted]
        named = [entry for entry in self._entries.values() if entry.id == wanted]
        spoken = [entry for entry in named if entry.lang == lang]
        return next(iter(spoken or named), None)

    def _read(self) -> Iterator[Entry]:
        from app.playbook.whole import Neighbourhood, examine

        near = Neighbourhood.of(self.folder)
        for file in playbook_files(self.folder):
            reading = examine(file, self.folder, near)
            path = file.relative_to(self.folder).as_posix()
            if _is_shared_file(reading):
                continue
            yield Entry(path, reading, self._served(path, reading, near))

    def _served(self, path: str, reading: Reading, near: Neighbourhood) -> Reading | None:
        if reading.playbook is not None:
            self._remember(path, reading.source)
            return reading
        before = self._entries.get(path)
        if before is not None and before.served is not None:
            return before.served
        kept = self._good.recall(path)
        if kept is None:
            return None
        from app.playbook.whole import examine

        good = examine(kept, self.folder, near)
        return good if good.playbook is not None else None

    def _remember(self, path: str, source: Source) -> None:
        revision = source.revision
        if self._remembered.get(path) != revision:
            self._good.remember(path, source)
            self._remembered[path] = revision


def _is_shared_file(reading: Reading) -> bool:
    tree = reading.trees.get(reading.path)
    if tree is None or tree.root is None or reading.draft is not None:
        return False
    return not {"id", "stages"} & tree.root.entries.keys()
