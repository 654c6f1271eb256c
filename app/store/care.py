"""Looks over a whole database: what is in it, and whether everything is as it should be."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import Connection, func, literal_column, or_, select

from app.call.ports import BookUnavailable, CallStatus
from app.store import versions
from app.store.backups import automatic, examine
from app.store.database import Database
from app.store.spool import set_aside, waiting_files
from app.store.tables import STATUS_NUMBERS, call, call_event, lead

_SHOWN = 5
"""How many faults of one kind are named."""


@dataclass(frozen=True, slots=True)
class Findings:
    """What ``check`` found; no ``faults`` means that all is well."""

    faults: tuple[str, ...]
    calls: int = 0
    events: int = 0


def check(database: Database) -> Findings:
    """Looks through the file for damage and through the calls for gaps.

    Raises:
        BookUnavailable: The database cannot be read now.
    """
    if database.path is not None:
        health = examine(database.path)
        if health.kept_by is not None:
            raise BookUnavailable(health.kept_by)
        if health.faults:
            return Findings(health.faults[:_SHOWN])
        if health.version not in versions.REVISIONS:
            return Findings((f"version {health.version} of the tables is not known",))
    with database.reading() as db:
        counted = (_count(db, call), _count(db, call_event))
        return Findings(tuple(_gaps(db)), *counted)


def facts(database: Database, home: Path, folders: Iterable[Path]) -> dict[str, object]:
    """What there is to say about a database, by short names. ``folders`` are those where spools may lie.

    Raises:
        BookUnavailable: The database cannot be read now.
    """
    found: dict[str, object] = {"database": database.label, "home": home}
    if database.path:
        found["size"] = _megabytes(database.path.stat().st_size)
    with database.reading() as db:
        found["calls"] = _count(db, call)
        open_ones = select(func.count()).where(call.c.status < STATUS_NUMBERS[CallStatus.CLOSED])
        found["unfinished"] = db.execute(open_ones).scalar_one()
        found["events"] = _count(db, call_event)
        found["leads"] = _count(db, lead)
    found["version"] = database.version()
    every = list(folders)
    waiting = waiting_files(every)
    places = ", ".join(dict.fromkeys(str(one.parent) for one in waiting))
    found["waiting"] = f"{len(waiting)} ({places})" if waiting else 0
    aside = set_aside(every)
    if aside:
        found["aside"] = ", ".join(map(str, aside))
    if database.path and database.backups:
        kept = automatic(database.path, database.backups)
        found["backups"] = f"{len(kept)} ({database.backups})"
        if kept:
            found["newest"] = kept[-1].name
    return found


def _gaps(db: Connection) -> list[str]:
    """Calls whose events do not run from 1 to the last without a gap, or whose row disagrees with them."""
    last = func.max(call_event.c.seq)
    found = (
        select(call.c.id)
        .outerjoin(call_event, call_event.c.call == call.c.key)
        .group_by(call.c.key, call.c.id, call.c.last_seq)
        .having(
            or_(
                func.count(call_event.c.seq) != last,
                func.coalesce(last, literal_column("0")) != call.c.last_seq,
            )
        )
        .limit(_SHOWN)
    )
    return [f"call {bytes(row.id).hex()}: events are missing" for row in db.execute(found)]


def _count(db: Connection, table: object) -> int:
    total: int = db.execute(select(func.count()).select_from(table)).scalar_one()  # type: ignore[arg-type]
    return total


def _megabytes(size: int) -> str:
    return f"{size / 1_000_000:.1f} MB"
