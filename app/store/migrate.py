"""Brings an older database up to this version with Alembic, after a backup; imported only when that is needed."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from alembic import command
from alembic.config import Config
from sqlalchemy import Connection
from sqlalchemy.exc import DBAPIError, SQLAlchemyError

from app.call.ports import TroubleKind
from app.store.backups import Occasion, back_up
from app.store.desk_bits import tidy
from app.store.desk_renewal import catch_up
from app.store.problems import BackupFailed, StoreTrouble, UpgradeFailed
from app.store.room import has_room_for
from app.store.troubles import PASSING, passing_trouble
from app.store.versions import CURRENT

if TYPE_CHECKING:
    from app.store.database import Database

_SCRIPTS = Path(__file__).parent / "migrations"


def config(connection: Connection | None = None) -> Config:
    """Alembic's configuration, made here instead of read from a file; migrations run on ``connection``."""
    made = Config()
    made.set_main_option("script_location", str(_SCRIPTS).replace("%", "%%"))
    made.set_main_option("path_separator", "os")
    made.attributes["connection"] = connection
    return made


def upgrade(database: Database, found: str, *, to: str = CURRENT) -> None:
    """Migrates from version ``found``, all or nothing; a SQLite file is backed up first.

    Raises:
        StoreTrouble: There is no room or no right to write now, or another program writes; the database is as it was.
        UpgradeFailed: The backup or a migration failed; the database is as it was.
    """
    from app.store.database import begun

    _expect_writable(database)
    copied = _backed_up(database)
    try:
        with database.connect() as db:
            if database.path:
                db.exec_driver_sql("PRAGMA foreign_keys=OFF")
                db.commit()
            with begun(db):
                command.upgrade(config(db), to)
                if to == CURRENT:
                    catch_up(db)
                    tidy(db)
                if database.path and db.exec_driver_sql("PRAGMA foreign_key_check").first():
                    raise _failed(database.label, found, copied)
    except SQLAlchemyError as error:
        trouble = passing_trouble(error, database.path) if isinstance(error, DBAPIError) else None
        if trouble is None or trouble.kind not in PASSING:
            raise _failed(database.label, found, copied) from error
        if (
            copied is not None
        ):  # it will be tried again: copies of the same state would push the daily ones out
            copied.unlink(missing_ok=True)
        raise trouble from error
    finally:
        database.close()


def _expect_writable(database: Database) -> None:
    """Looks before anything is copied, as this may be tried every few seconds. Raises StoreTrouble or DBAPIError."""
    from app.store.database import begun

    standing = database.standing_trouble()
    if standing is not None:
        raise standing
    if database.path is not None and not has_room_for(database.path, database.path.stat().st_size):
        raise StoreTrouble(TroubleKind.DISK_FULL, "no room for a backup")
    with database.connect() as db, begun(db):
        pass


def _backed_up(database: Database) -> Path | None:
    if database.path is None or database.backups is None:
        return None
    try:
        return back_up(database.path, database.backups, Occasion.BEFORE_UPDATE)
    except BackupFailed as error:
        if error.kind is not None and error.kind in PASSING:
            raise StoreTrouble(error.kind, str(error)) from error
        raise UpgradeFailed(
            f"The database was not brought up to date, because no backup could be made first. {error}",
            f"Databáze nebyla převedena na novou verzi, protože ji nešlo předem zálohovat. {error.words.cs}",
        ) from error


def _failed(label: str, found: str, copied: Path | None) -> UpgradeFailed:
    kept_en = f" A backup is in {copied}." if copied else ""
    kept_cs = f" Záloha je v {copied}." if copied else ""
    return UpgradeFailed(
        f"The database {label} could not be brought up to date from version {found}; nothing in it was changed."
        f"{kept_en} Free some space and try 'callcue db upgrade' again.",
        f"Databázi {label} nešlo převést z verze {found} na novou; nic se v ní nezměnilo.{kept_cs} "
        "Uvolněte místo a zkuste znovu „callcue db upgrade“.",
    )
