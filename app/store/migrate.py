"""Brings an older database up to this version with Alembic, after a backup; imported only when that is needed."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from alembic import command
from alembic.config import Config
from sqlalchemy import Connection
from sqlalchemy.exc import SQLAlchemyError

from app.store.backups import Occasion, back_up
from app.store.desk_entries import catch_up
from app.store.problems import BackupFailed, UpgradeFailed
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
        UpgradeFailed: The backup or a migration failed; the database is as it was.
    """
    from app.store.database import begun

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
                if database.path and db.exec_driver_sql("PRAGMA foreign_key_check").first():
                    raise _failed(database.label, found, copied)
    except SQLAlchemyError as error:
        raise _failed(database.label, found, copied) from error
    finally:
        database.close()


def _backed_up(database: Database) -> Path | None:
    if database.path is None or database.backups is None:
        return None
    try:
        return back_up(database.path, database.backups, Occasion.BEFORE_UPDATE)
    except BackupFailed as error:
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
