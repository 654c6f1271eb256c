"""A file beside the database for events that the database does not take now: JSON lines, each on disk before the next.

Every program in trouble writes a spool of its own and holds a lock on it; a spool whose program is gone is taken over
at the next start. A last line torn by a crash is passed over; other lines that cannot be read stay, set aside.
"""

from __future__ import annotations

import base64
import contextlib
import itertools
import json
import os
import secrets
import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO, TypeAlias
from uuid import UUID

from app.playbook.source import Source, SourceFile
from app.store.values import from_millis, to_millis

if TYPE_CHECKING:
    from app.call.events import Event

if sys.platform == "win32":
    import msvcrt

    def _try_lock(file: BinaryIO) -> None:
        file.seek(0x7FFFFFFF)
        msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
        file.seek(0, os.SEEK_END)
else:
    import fcntl

    def _try_lock(file: BinaryIO) -> None:
        fcntl.flock(file.fileno(), fcntl.LOCK_EX | fcntl.LOCK_NB)


_PATTERN = "*.spool-*.jsonl"
Item: TypeAlias = "Source | Event"


@dataclass(frozen=True, slots=True)
class Leftover:
    """What another run left: its items in order, and the number of lines that could not be read."""

    items: tuple[Item, ...]
    unreadable: int


class Spool:
    """The spool of one run of the program. Makes its file only when there is something to keep."""

    def __init__(self, folders: Sequence[Path], name: str, refuges: Sequence[Path] = ()) -> None:
        """``folders`` are tried in order; ``name`` is the database's, so that one can see what belongs together.

        ``refuges`` belong to this database alone; they are tried last, and made only when they are needed.
        """
        self._folders = tuple(dict.fromkeys((*folders, *refuges)))
        self._refuges = tuple(refuges)
        self._database = name
        run = secrets.token_hex(4)
        self._name, self._aside = f"{name}.spool-{run}.jsonl", f"{name}.refused-{run}.jsonl"
        self._own: dict[Path, BinaryIO] = {}
        self._latest: Path | None = None
        self._taken: list[tuple[Path, BinaryIO, int]] = []

    @property
    def path(self) -> Path | None:
        """The file that was written last, while there is one."""
        return self._latest / self._name if self._latest is not None else None

    @property
    def folder(self) -> Path | None:
        """Where what is kept lies: in this run's file, else in one that was taken over."""
        path = self.path or (self._taken[0][0] if self._taken else None)
        return path.parent if path is not None else None

    def add(self, items: Iterable[Item]) -> bool:
        """Appends ``items`` and syncs; ``False`` when no folder takes them. A part of a line is never left behind."""
        written = b"".join(spool_line(item) for item in items)
        return not written or any(self._append(folder, written) for folder in self._in_turn())

    def set_aside(self, items: Sequence[Item]) -> Path | None:
        """Keeps ``items`` in a file that no start brings in by itself; its folder, ``None`` when no folder takes them."""
        for folder in self._folders:
            try:
                self._ready(folder)
                with (folder / self._aside).open("ab") as file:
                    file.write(b"".join(spool_line(item) for item in items))
                    file.flush()
                    os.fsync(file.fileno())
            except OSError:
                continue
            return folder
        return None

    def another(self) -> Spool:
        """A spool of the same database with a file of its own."""
        return Spool(self._folders, self._database, self._refuges)

    def take_over(self) -> Leftover:
        """Reads the spools that other runs left behind and keeps them locked until ``clear``."""
        items: list[Item] = []
        unreadable = 0
        for path in self._left_behind():
            with contextlib.suppress(OSError):
                file = path.open("rb+")
                try:
                    _try_lock(file)
                except OSError:  # its program still runs and will bring the events in itself
                    file.close()
                    continue
                found = parsed_spool(file.read())
                self._taken.append((path, file, found.unreadable))
                items += found.items
                unreadable += found.unreadable
        return Leftover(_in_order(items), unreadable)

    def clear(self) -> None:
        """Drops what is in the database by now. Files with lines that could not be read are renamed, not deleted."""
        for path, file, unreadable in self._taken:
            file.close()
            with contextlib.suppress(OSError):
                if unreadable:
                    path.replace(path.with_suffix(".unreadable"))
                else:
                    path.unlink()
            self._leave(path.parent)
        self._taken.clear()
        for folder in tuple(self._own):
            self._drop(folder)
        self._latest = None

    def release(self) -> None:
        """Lets go of the files and leaves them for the next start."""
        for _path, file, _unreadable in self._taken:
            file.close()
        self._taken.clear()
        for file in self._own.values():
            file.close()
        self._own.clear()

    def _in_turn(self) -> list[Path]:
        """Folders to try, first the one that took the last items."""
        latest = [self._latest] if self._latest is not None else []
        return list(dict.fromkeys((*latest, *self._folders)))

    def _append(self, folder: Path, written: bytes) -> bool:
        file = self._own.get(folder) or self._opened(folder)
        if file is None:
            return False
        end = file.seek(0, os.SEEK_END)
        try:
            rest = memoryview(written)
            while rest:
                rest = rest[file.write(rest) :]
            os.fsync(file.fileno())
        except OSError:
            self._cut(folder, end)
            return False
        self._latest = folder
        return True

    def _opened(self, folder: Path) -> BinaryIO | None:
        try:
            self._ready(folder)
            handle = os.open(folder / self._name, os.O_CREAT | os.O_RDWR | getattr(os, "O_BINARY", 0), 0o600)
            file = os.fdopen(handle, "rb+", buffering=0)
            _try_lock(file)
            _sync_folder(folder)
        except OSError:
            return None
        self._own[folder] = file
        return file

    def _ready(self, folder: Path) -> None:
        if folder in self._refuges:
            folder.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            folder.mkdir(mode=0o700, exist_ok=True)

    def _cut(self, folder: Path, end: int) -> None:
        """Takes back what was half written; a file that holds nothing goes."""
        with contextlib.suppress(OSError):
            self._own[folder].truncate(end)
        if not end:
            self._drop(folder)

    def _drop(self, folder: Path) -> None:
        self._own.pop(folder).close()
        with contextlib.suppress(OSError):
            (folder / self._name).unlink()
        self._leave(folder)

    def _leave(self, folder: Path) -> None:
        """A refuge goes when nothing is in it any more."""
        if folder in self._refuges:
            with contextlib.suppress(OSError):
                folder.rmdir()

    def _left_behind(self) -> list[Path]:
        found: list[Path] = []
        for folder in self._folders:
            with contextlib.suppress(OSError):
                found += sorted(folder.glob(_PATTERN), key=lambda path: path.stat().st_mtime_ns)
        return [path for path in found if path.name != self._name]


def _in_order(items: Iterable[Item]) -> tuple[Item, ...]:
    """Texts first, then call by call in the order of events, whichever files they were spread over; each thing once."""
    sources: dict[str, Item] = {}
    calls: dict[UUID, dict[int, list[Item]]] = {}
    for item in items:
        if isinstance(item, Source):
            sources.setdefault(item.revision, item)
            continue
        same = calls.setdefault(item.call, {}).setdefault(item.seq, [])
        if item not in same:
            same.append(item)
    events = (found[seq] for found in calls.values() for seq in sorted(found))
    return (*sources.values(), *itertools.chain.from_iterable(events))


def waiting_files(folders: Iterable[Path]) -> list[Path]:
    """Spools in ``folders``, of running programs too."""
    return [path for folder in dict.fromkeys(folders) for path in sorted(folder.glob(_PATTERN))]


def set_aside(folders: Iterable[Path]) -> list[Path]:
    """Files in ``folders`` that no start brings in by itself: refused by the database, or with unreadable lines."""
    patterns = ("*.refused-*.jsonl", "*.spool-*.unreadable")
    every = dict.fromkeys(folders)
    return [path for folder in every for pattern in patterns for path in sorted(folder.glob(pattern))]


def spool_line(item: Item) -> bytes:
    """One item as a line of a spool."""
    return json.dumps(_plain(item), separators=(",", ":")).encode("ascii") + b"\n"


def _plain(item: Item) -> dict[str, Any]:
    if isinstance(item, Source):
        files = [[file.path, base64.b64encode(file.text).decode("ascii")] for file in item.files]
        return {"source": files}
    from app.call.events import to_data

    return {
        "call": item.call.hex,
        "seq": item.seq,
        "at": to_millis(item.at),
        "ms": item.ms,
        "cause": item.cause,
        "kind": item.kind,
        "data": to_data(item.what),
    }


def parsed_spool(content: bytes) -> Leftover:
    """The items of a spool file with this content, whatever its last line is like."""
    *lines, torn = content.split(b"\n")  # the last one is empty when its line is whole
    items: list[Item] = []
    unreadable = 0
    for line in lines:
        item = _item(line)
        if item is not None:
            items.append(item)
        elif line.strip():
            unreadable += 1
    last = _item(torn)
    return Leftover((*items, last) if last is not None else tuple(items), unreadable)


def _item(line: bytes) -> Item | None:
    """What ``line`` says; ``None`` when it cannot be read."""
    from app.call.events import Event, UnknownEvent, from_data

    try:
        raw = json.loads(line)
        if "source" in raw:
            return _source(raw)
        numbers = [raw[name] for name in ("seq", "at", "ms", "cause")]
        if any(type(number) is not int for number in numbers):
            return None
        seq, at, ms, cause = numbers
        what = from_data(str(raw["kind"]), raw["data"])
        return Event(UUID(str(raw["call"])), seq, from_millis(at), ms, cause, what)
    except (ValueError, KeyError, TypeError, OverflowError, RecursionError, UnknownEvent):
        return None


def _source(raw: dict[str, Any]) -> Source | None:
    files = tuple(SourceFile(str(path), base64.b64decode(text)) for path, text in raw["source"])
    return Source(files) if files else None


def _sync_folder(folder: Path) -> None:
    if os.name != "posix":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
