"""Puts what a database driver raises into the few words that a person can act on."""

from __future__ import annotations

import sqlite3
from pathlib import Path

from sqlalchemy.exc import DBAPIError

from app.call.ports import TroubleKind
from app.store.problems import StoreTrouble
from app.store.room import place_trouble

_SQLITE = {
    sqlite3.SQLITE_FULL: TroubleKind.DISK_FULL,
    sqlite3.SQLITE_READONLY: TroubleKind.READ_ONLY,
    sqlite3.SQLITE_PERM: TroubleKind.READ_ONLY,
    sqlite3.SQLITE_BUSY: TroubleKind.LOCKED,
    sqlite3.SQLITE_LOCKED: TroubleKind.LOCKED,
    sqlite3.SQLITE_CORRUPT: TroubleKind.DAMAGED,
    sqlite3.SQLITE_NOTADB: TroubleKind.DAMAGED,
    sqlite3.SQLITE_CANTOPEN: TroubleKind.UNREACHABLE,
    sqlite3.SQLITE_IOERR: TroubleKind.UNREACHABLE,
}
PASSING = frozenset({TroubleKind.DISK_FULL, TroubleKind.READ_ONLY, TroubleKind.LOCKED})
"""What a person can put right while the program runs."""
_PRIMARY_CODE = 0xFF
"""SQLite's extended result codes carry the primary code in their lowest byte (sqlite.org/rescode.html)."""

_POSTGRES = {
    "53100": TroubleKind.DISK_FULL,
    "25006": TroubleKind.READ_ONLY,
    "42501": TroubleKind.READ_ONLY,
    "55P03": TroubleKind.LOCKED,
    "57014": TroubleKind.LOCKED,
    "40001": TroubleKind.LOCKED,
    "40P01": TroubleKind.LOCKED,
    "XX001": TroubleKind.DAMAGED,
    "XX002": TroubleKind.DAMAGED,
}
"""SQLSTATE codes (PostgreSQL manual, appendix A)."""


def passing_trouble(error: DBAPIError, path: Path | None = None) -> StoreTrouble | None:
    """The trouble behind ``error``; ``None`` when it is no matter of disk, lock or network but a fault in a statement.

    ``path`` is the database's file, where it is one: its place tells what SQLite only calls unreachable.
    """
    cause = error.orig
    if isinstance(cause, sqlite3.Error):
        return _of_sqlite(cause, path)
    state = getattr(cause, "sqlstate", None)
    if state in _POSTGRES:
        return StoreTrouble(_POSTGRES[state], _first_line(cause))
    gone = state is None or state[:2] in {"08", "53", "57", "58", "28", "3D"}
    if gone and type(cause).__name__ in {"OperationalError", "InterfaceError"}:
        return StoreTrouble(TroubleKind.UNREACHABLE, _first_line(cause))
    return None


def kind_behind(cause: sqlite3.Error) -> TroubleKind | None:
    """What SQLite itself says is in the way; ``None`` when it is a fault in a statement."""
    code = getattr(cause, "sqlite_errorcode", None)
    return None if code is None else _SQLITE.get(code & _PRIMARY_CODE)


def _of_sqlite(cause: sqlite3.Error, path: Path | None) -> StoreTrouble | None:
    kind = kind_behind(cause)
    if kind is TroubleKind.UNREACHABLE and path is not None:
        kind = place_trouble(path) or kind
    return StoreTrouble(kind, _first_line(cause)) if kind else None


def _first_line(cause: BaseException | None) -> str:
    return (str(cause).splitlines() or [""])[0]
