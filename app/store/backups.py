"""Copies of a SQLite database that are whole at every moment, named so that a person knows what they are.

They are made with SQLite's own backup interface (sqlite.org/backup.html), so a call can go on meanwhile.
"""

from __future__ import annotations

import contextlib
import os
import re
import secrets
import sqlite3
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from pathlib import Path

from app.call.ports import TroubleKind
from app.playbook.file_words import why_refused
from app.store import versions
from app.store.problems import BackupFailed
from app.store.room import kind_of
from app.store.troubles import PASSING, kind_behind

KEPT = 10
"""How many automatic backups stay; the oldest go first."""

PATIENCE = 5.0
"""Seconds that a copy waits for a program that keeps the database to itself."""
_PAGES_AT_A_TIME = 2_000
_DAY = 86_400.0
_AUTOMATIC = r"-\d{4}-\d\d-\d\d-(daily|before-update)(-\d+)?\.db"

Progress = Callable[[int, int], None]
"""Told pages left and pages in all; may raise ``Stopped``."""


class Occasion(StrEnum):
    """Why a backup was made; part of its name."""

    DAILY = "daily"
    BEFORE_UPDATE = "before-update"
    BEFORE_RESTORE = "before-restore"


class Stopped(Exception):
    """Raised by a ``Progress`` to stop a backup; what was written so far is removed."""


@dataclass(frozen=True, slots=True)
class Health:
    """What a look through a database file found.

    ``faults`` are SQLite's own words; ``version`` is ``None`` if unknown. ``kept_by`` is what kept it from being looked
    at, which may pass.
    """

    version: str | None
    faults: tuple[str, ...]
    kept_by: TroubleKind | None = None

    @property
    def sound(self) -> bool:
        """Whether the file can be used by this program."""
        return not self.faults and self.version in versions.REVISIONS


def back_up(path: Path, folder: Path, occasion: Occasion, progress: Progress | None = None) -> Path:
    """Copies the database at ``path`` into ``folder`` under a name of its own, and drops the oldest copies over ``KEPT``.

    Raises:
        BackupFailed: The copy could not be written.
    """
    target = _free_name(path, folder, occasion)
    copy(path, target, progress)
    for old in (*automatic(path, folder)[:-KEPT], *_left_unfinished(folder)):
        with contextlib.suppress(OSError):
            old.unlink()
    return target


def daily(path: Path, folder: Path, progress: Progress | None = None) -> Path | None:
    """Makes today's backup if there is none yet.

    Raises:
        BackupFailed: The copy could not be written.
    """
    if (folder / _name(path, Occasion.DAILY)).exists():
        return None
    return back_up(path, folder, Occasion.DAILY, progress)


def automatic(path: Path, folder: Path) -> list[Path]:
    """The automatic backups of the database at ``path`` in ``folder``, oldest first."""
    pattern = re.compile(re.escape(path.stem) + _AUTOMATIC)
    found = [file for file in folder.glob("*.db") if pattern.fullmatch(file.name)]
    return sorted(found, key=lambda file: (file.stat().st_mtime_ns, file.name))


def _left_unfinished(folder: Path) -> list[Path]:
    """Beginnings of copies whose program was killed: nothing has been added to them for a day."""
    return [part for part in folder.glob("*.db.*.part") if time.time() - part.stat().st_mtime > _DAY]


def copy(path: Path, target: Path, progress: Progress | None = None) -> None:
    """Copies a whole, self-contained database to ``target``; nothing is left behind when it fails.

    Raises:
        BackupFailed: ``target`` cannot be written or ``path`` cannot be read.
        Stopped: ``progress`` raised it.
    """
    part = target.with_name(f"{target.name}.{secrets.token_hex(4)}.part")
    try:
        target.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        os.close(os.open(part, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))
        _copy_pages(path, part, progress)
        _sync(part)
        part.replace(target)
    except (OSError, sqlite3.Error) as error:
        raise _not_copied(path, target, error) from error
    finally:
        with contextlib.suppress(OSError):
            part.unlink(missing_ok=True)


def examine(path: Path) -> Health:
    """Looks through the whole file: is it SQLite, sound, and of a version that this program knows?"""
    try:
        with contextlib.closing(sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)) as db:
            faults = [str(row[0]) for row in db.execute("PRAGMA integrity_check(20)") if row[0] != "ok"]
            faults += [f"foreign key: {row[0]} {row[1]}" for row in db.execute("PRAGMA foreign_key_check")]
            found = db.execute("SELECT version_num FROM alembic_version").fetchone()
            return Health(found[0] if found else None, tuple(faults))
    except sqlite3.Error as error:
        kind = kind_behind(error)
        return Health(None, (str(error),), kind if kind in PASSING else None)


def restore(backup: Path, path: Path, folder: Path) -> Path | None:
    """Puts ``backup`` in the place of the database at ``path``; returns where the present file was put aside.

    Raises:
        BackupFailed: The backup is not sound, or another program has the database open. Nothing was changed then.
    """
    _expect_sound(backup)
    fresh = path.with_name(path.name + ".restored")
    copy(backup, fresh)
    try:
        aside = _put_aside(path, folder) if path.exists() else None
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        fresh.replace(path)
        _sync(path)
    except OSError as error:
        raise _not_copied(backup, path, error) from error
    finally:
        with contextlib.suppress(OSError):
            fresh.unlink(missing_ok=True)
    return aside


def _copy_pages(path: Path, part: Path, progress: Progress | None) -> None:
    last_moved = time.monotonic()

    def tell(status: int, remaining: int, total: int) -> None:
        nonlocal last_moved
        if status not in {sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED}:
            last_moved = time.monotonic()
        elif time.monotonic() - last_moved > PATIENCE:
            raise _held(path)
        if progress:
            progress(remaining, total)

    source_uri = f"{path.absolute().as_uri()}?mode=ro"
    with (
        contextlib.closing(sqlite3.connect(source_uri, uri=True)) as source,
        contextlib.closing(sqlite3.connect(part)) as target,
    ):
        source.backup(target, pages=_PAGES_AT_A_TIME, progress=tell)
        target.execute("PRAGMA journal_mode=DELETE")


def _expect_sound(backup: Path) -> None:
    if not backup.is_file():
        raise BackupFailed(
            f"{backup} cannot be restored: there is no such file.",
            f"{backup} nelze obnovit: takový soubor není.",
        )
    health = examine(backup)
    if health.sound:
        return
    if not health.faults:
        raise BackupFailed(
            f"{backup} cannot be restored: it is of version {health.version}, which this program does not know. "
            "Install a newer Callcue.",
            f"{backup} nelze obnovit: má verzi {health.version}, kterou tento program nezná. "
            "Nainstalujte novější Callcue.",
        )
    raise BackupFailed(
        f"{backup} cannot be restored: it is no sound Callcue database ({health.faults[0]}). Choose another backup.",
        f"{backup} nelze obnovit: není to zdravá databáze Callcue ({health.faults[0]}). Zvolte jinou zálohu.",
    )


def _put_aside(path: Path, folder: Path) -> Path:
    """Moves the present database, made one single file if it is sound, into ``folder``."""
    with _whole(path):
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        target = _free_name(path, folder, Occasion.BEFORE_RESTORE)
        for suffix in ("-wal", "-shm", ""):
            part = path.with_name(path.name + suffix)
            if part.exists():
                part.replace(target.with_name(target.name + suffix))
    return target


@contextlib.contextmanager
def _whole(path: Path) -> Iterator[None]:
    """Leaves WAL mode, which SQLite grants only to the one program that has the file open.

    A damaged file is taken as it is.
    """
    try:
        with contextlib.closing(sqlite3.connect(path, timeout=0.5)) as db:
            db.execute("PRAGMA journal_mode=DELETE")
    except sqlite3.DatabaseError as error:
        if error.sqlite_errorcode in {sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED}:
            raise _held(path) from error
    yield


def _held(path: Path) -> BackupFailed:
    return BackupFailed(
        f"The database {path} is open in another program. Close all windows of Callcue and try again.",
        f"Databázi {path} má otevřenou jiný program. Zavřete všechna okna Callcue a zkuste to znovu.",
        TroubleKind.LOCKED,
    )


def _name(path: Path, occasion: Occasion, number: int = 1) -> str:
    """``callcue-2026-11-24-daily.db``, from the second of a day on with its number."""
    day = date.today().isoformat()  # noqa: DTZ011  the day on the wall, as a person looks for it
    return f"{path.stem}-{day}-{occasion}" + (f"-{number}.db" if number > 1 else ".db")


def _free_name(path: Path, folder: Path, occasion: Occasion) -> Path:
    number = 1
    while (target := folder / _name(path, occasion, number)).exists():
        number += 1
    return target


def _sync(path: Path) -> None:
    with path.open("rb+") as file:
        os.fsync(file.fileno())
    if os.name == "posix":
        folder = os.open(path.parent, os.O_RDONLY)
        try:
            os.fsync(folder)
        finally:
            os.close(folder)


def _not_copied(path: Path, target: Path, error: Exception) -> BackupFailed:
    why = why_refused(error)
    return BackupFailed(
        f"{path} could not be copied to {target}: {why.en}. Choose another folder or free some space.",
        f"{path} nelze zkopírovat do {target}: {why.cs}. Zvolte jinou složku nebo uvolněte místo.",
        _kind(error),
    )


def _kind(error: Exception) -> TroubleKind | None:
    if isinstance(error, OSError):
        return kind_of(error)
    return kind_behind(error) if isinstance(error, sqlite3.Error) else None
