"""One database: how it is reached, made, brought up to date and asked, with SQLite in WAL mode or PostgreSQL.

SQLite runs with ``synchronous=FULL``: in WAL mode a commit is then exactly one sync of the log, and durable
(sqlite.org/pragma.html#pragma_synchronous, sqlite.org/wal.html). Where the disk is full or may only be read, a file
whose log is empty is still read, as one that nobody changes (sqlite.org/uri.html, ``immutable``).
"""

from __future__ import annotations

import contextlib
import os
import sqlite3
from collections.abc import Iterator
from enum import StrEnum
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event, inspect, text
from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import ArgumentError, DBAPIError, NoSuchModuleError
from sqlalchemy.pool import NullPool

from app.call.ports import BookUnavailable, TroubleKind
from app.playbook.file_words import why_refused
from app.store import versions
from app.store.problems import (
    DatabaseDamaged,
    DatabaseForeign,
    DatabaseNewer,
    DatabaseUnusable,
    StoreTrouble,
    UpgradeFailed,
)
from app.store.room import kind_of, place_trouble
from app.store.troubles import passing_trouble

FILE_NAME = "callcue.db"
PATIENCE = 2.0
"""Seconds that keeping something waits for another program's lock."""
READING_PATIENCE = 0.3
"""Seconds that reading waits for it: in WAL mode readers wait for nobody, but for who keeps the whole file to himself."""
_SQLITE = "sqlite"
_IMMEDIATE = "callcue_immediate"
_PATIENCE = "callcue_patience"
_VERSION_TABLE = "alembic_version"


class Prepared(StrEnum):
    """What had to be done before the database could be used."""

    READY = "ready"
    CREATED = "created"
    UPGRADED = "upgraded"


def url_of(address: str, home: Path) -> URL:
    """The database's URL from what a person set: nothing, a URL, or the path of a file.

    Raises:
        DatabaseUnusable: No database is reached by this address.
    """
    if not address:
        return URL.create(_SQLITE, database=str(home / FILE_NAME))
    if "://" not in address:
        return URL.create(_SQLITE, database=str(Path(address).expanduser().absolute()))
    try:
        url = make_url(address)
    except ArgumentError as error:
        raise _unusable(address) from error
    if url.drivername in {"postgresql", "postgres"}:
        url = url.set(drivername="postgresql+psycopg")
    if url.get_backend_name() not in {_SQLITE, "postgresql"} or not url.database:
        raise _unusable(address)
    return url


def _unusable(address: str) -> DatabaseUnusable:
    return DatabaseUnusable(
        f"'{address}' is no database that Callcue can use. Give the path of a file, or a URL such as "
        "postgresql+psycopg://user@server/name.",
        f"„{address}“ není databáze, kterou by Callcue uměl použít. Zadejte cestu k souboru, nebo adresu jako "
        "postgresql+psycopg://uzivatel@server/jmeno.",
    )


class Database:
    """A database by its URL. Opens nothing until it is asked; may be shared between threads."""

    def __init__(self, url: URL, *, patience: float | None = None) -> None:
        """``patience``: seconds that writing waits for another program's lock; ``PATIENCE`` when left out.

        Reading waits that long too, but never longer than ``READING_PATIENCE``.
        """
        self.url = url
        self.path = Path(url.database) if url.get_backend_name() == _SQLITE and url.database else None
        self.backups = self.path.parent / "backups" if self.path else None
        self._engine = _engine(url, PATIENCE if patience is None else patience)
        self._is_current = False
        self._not_upgraded: UpgradeFailed | None = None

    @property
    def label(self) -> str:
        """How to name this database to a person: its file, or its address without the password."""
        return str(self.path) if self.path else self.url.render_as_string(hide_password=True)

    def prepare(self) -> Prepared:
        """Makes the tables in a new database, brings an older one up to date, and leaves a current one alone.

        Raises:
            StartProblem: The database is newer, foreign, damaged, or cannot be upgraded.
            StoreTrouble: It cannot be reached or written now, which may pass.
        """
        if self.path:
            _expect_file(self.path)
        with self._told():
            found = self.version()
            if found == versions.CURRENT:
                self._is_current = True
                return Prepared.READY
            if found is None:
                made = self._create()
                self._is_current = True
                return made
        if found not in versions.REVISIONS:
            raise _newer(self.label, found)
        self._upgrade(found)
        self._is_current = True
        return Prepared.UPGRADED

    def _upgrade(self, found: str) -> None:
        """What failed once is not tried again by itself: each try leaves a backup, which would push older ones out."""
        from app.store.migrate import upgrade

        if self._not_upgraded is not None:
            raise self._not_upgraded
        try:
            with self._told():
                upgrade(self, found)
        except UpgradeFailed as failed:
            self._not_upgraded = failed
            raise

    def version(self) -> str | None:
        """The version of the tables; ``None`` in a database without any.

        Raises:
            DatabaseForeign: There are tables, but not Callcue's.
        """
        with self._readable() as db:
            names = inspect(db).get_table_names() if db.dialect.name != _SQLITE else _sqlite_tables(db)
            if not names:
                return None
            if _VERSION_TABLE not in names or "call_event" not in names:
                raise _foreign(self.label)
            return db.execute(text(f"SELECT version_num FROM {_VERSION_TABLE}")).scalar_one_or_none()  # noqa: S608

    @contextlib.contextmanager
    def reading(self) -> Iterator[Connection]:
        """A connection to read with.

        Raises:
            BookUnavailable: The database cannot be read now.
        """
        if self.path is not None and not os.path.exists(self.path):  # noqa: PTH110 - says no where it may not look; asked for, SQLite would make an empty file
            raise self._unavailable()
        with self._available(), self._readable() as db:
            self._expect_current(db)
            yield db

    @contextlib.contextmanager
    def writing(self) -> Iterator[Connection]:
        """A transaction that is committed at the end, and rolled back when something is raised.

        Raises:
            BookUnavailable: The database cannot be written now.
        """
        with self._available(), self._engine.connect() as db, begun(db):
            self._expect_current(db)
            yield db

    def standing_trouble(self) -> StoreTrouble | None:
        """What would keep this database from being written, as far as its place tells before anything is written."""
        kind = place_trouble(self.path) if self.path else None
        return StoreTrouble(kind, "seen before writing") if kind else None

    def connect(self) -> Connection:
        """A connection to keep; whoever asks closes it."""
        return self._engine.connect()

    def file_identity(self) -> tuple[int, int] | None:
        """Which file lies at the path now; ``None`` when there is none, or the database is no file."""
        if self.path is None:
            return None
        try:
            found = self.path.stat()
        except OSError:
            return None
        return found.st_dev, found.st_ino

    def close(self) -> None:
        """Closes what is open."""
        self._engine.dispose()

    def _create(self) -> Prepared:
        with self._engine.connect() as db, begun(db):
            if db.dialect.name != _SQLITE:
                db.execute(text("SELECT pg_advisory_xact_lock(7201944)"))
            if _has_tables(db):
                return Prepared.READY
            from app.store.desk_tables import (
                metadata,  # all tables, which a database that stands can wait for
            )

            metadata.create_all(db)
            db.execute(
                text(
                    f"CREATE TABLE {_VERSION_TABLE} "
                    "(version_num VARCHAR(32) NOT NULL CONSTRAINT alembic_version_pkc PRIMARY KEY)"
                )
            )
            stamp = text(f"INSERT INTO {_VERSION_TABLE} VALUES (:version)")  # noqa: S608
            db.execute(stamp, {"version": versions.CURRENT})
        return Prepared.CREATED

    def _expect_current(self, db: Connection) -> None:
        """Tables of another version are not understood: they wait until they can be brought up to date."""
        if self._is_current:
            return
        found = db.execute(text(f"SELECT version_num FROM {_VERSION_TABLE}")).scalar_one_or_none()  # noqa: S608
        if found != versions.CURRENT:
            raise self._unavailable()
        self._is_current = True

    def _unavailable(self) -> BookUnavailable:
        standing = self.standing_trouble()
        return BookUnavailable(standing.kind if standing else TroubleKind.UNREACHABLE)

    def _readable(self) -> Connection:
        """A connection to read with, also where SQLite cannot make the files that it usually wants beside its own."""
        try:
            return self._engine.connect()
        except DBAPIError as error:
            if self.path is None or not _can_be_read_still(self.path, error):
                raise
            return _still_engine(self.path).connect()

    @contextlib.contextmanager
    def _told(self) -> Iterator[None]:
        """Turns the driver's errors into troubles, and a damaged file into a reason not to start."""
        try:
            yield
        except DBAPIError as error:
            trouble = passing_trouble(error, self.path)
            if trouble is None:
                raise
            if trouble.kind is TroubleKind.DAMAGED:
                raise damaged(self.label) from error
            raise trouble from error

    @contextlib.contextmanager
    def _available(self) -> Iterator[None]:
        try:
            yield
        except DBAPIError as error:
            trouble = passing_trouble(error, self.path)
            if trouble is None and _no_such_table(error):
                trouble = self.standing_trouble() or StoreTrouble(TroubleKind.UNREACHABLE, "no tables yet")
            if trouble is None:
                raise
            raise BookUnavailable(trouble.kind) from error


@contextlib.contextmanager
def begun(db: Connection) -> Iterator[None]:
    """A write transaction on ``db`` that takes the lock at once, so that it never fails half-way for a lock."""
    if not db.get_execution_options().get(_IMMEDIATE):
        db.execution_options(**{_IMMEDIATE: True})
    with db.begin():
        yield


def damaged(label: str) -> DatabaseDamaged:
    """What to say about a file that is no sound database."""
    return DatabaseDamaged(
        f"The database {label} is damaged. 'callcue db check' says more; 'callcue db restore FILE' puts a backup "
        "back and keeps the damaged file aside.",
        f"Databáze {label} je poškozená. Více řekne „callcue db check“; „callcue db restore SOUBOR“ vrátí zálohu "
        "a poškozený soubor odloží stranou.",
    )


def _newer(label: str, found: str) -> DatabaseNewer:
    return DatabaseNewer(
        f"The database {label} was last used by a newer Callcue (tables {found}, this program knows "
        f"{versions.CURRENT}). Install the newer Callcue, or choose another database with --db.",
        f"Databázi {label} naposledy používal novější Callcue (tabulky {found}, tento program zná "
        f"{versions.CURRENT}). Nainstalujte novější Callcue, nebo volbou --db zvolte jinou databázi.",
    )


def _foreign(label: str) -> DatabaseForeign:
    return DatabaseForeign(
        f"The database {label} belongs to another program: it holds tables, but not Callcue's. "
        "Choose another one with --db.",
        f"Databáze {label} patří jinému programu: má tabulky, ale ne od Callcue. Volbou --db zvolte jinou.",
    )


def _expect_file(path: Path) -> None:
    """Makes the file when it is missing; a folder in its place is none."""
    try:
        is_folder, is_there = path.is_dir(), path.exists() and path.stat().st_size > 0
    except OSError as error:
        raise _not_made(path, error) from error
    if is_folder:
        raise DatabaseUnusable(
            f"{path} is a folder, not a database. Give --db the path of a file, such as {path / FILE_NAME}, "
            "or choose the whole data folder with --home.",
            f"{path} je složka, ne databáze. Zadejte za --db cestu k souboru, třeba {path / FILE_NAME}, "
            "nebo volbou --home zvolte celou složku s daty.",
        )
    if not is_there:
        _make_file(path)


def _make_file(path: Path) -> None:
    """An empty file that only its owner may read, in a folder of the same kind."""
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        os.close(os.open(path, os.O_CREAT | os.O_RDWR, 0o600))
    except OSError as error:
        kind = kind_of(error)
        if kind is not None:
            raise StoreTrouble(kind, str(error)) from error
        raise _not_made(path, error) from error


def _not_made(path: Path, error: OSError) -> DatabaseUnusable:
    why = why_refused(error)
    return DatabaseUnusable(
        f"The database {path} cannot be made: {why.en}. Set CALLCUE_HOME to a folder that you may write to.",
        f"Databázi {path} nelze vytvořit: {why.cs}. Nastavte CALLCUE_HOME na složku, do které smíte zapisovat.",
    )


def _engine(url: URL, patience: float) -> Engine:
    if url.get_backend_name() == _SQLITE:
        engine = create_engine(url, connect_args={"timeout": min(patience, READING_PATIENCE)})
        event.listen(engine, "connect", _set_up_sqlite)
        event.listen(engine, "begin", _Begin(patience))
        return engine
    try:
        return create_engine(
            url,
            pool_pre_ping=True,
            connect_args={
                "connect_timeout": max(2, int(patience)),
                "options": f"-c lock_timeout={max(1, int(patience * 1000))} -c timezone=UTC",
            },
        )
    except (ImportError, NoSuchModuleError) as error:
        raise DatabaseUnusable(
            "PostgreSQL needs a driver that is not installed. Install Callcue with it: pip install 'callcue[team]'.",
            "PostgreSQL potřebuje ovladač, který není nainstalován. Nainstalujte Callcue s ním: "
            "pip install 'callcue[team]'.",
        ) from error


def _can_be_read_still(path: Path, error: DBAPIError) -> bool:
    """Whether nothing but the lack of room or rights keeps the file from being read, and its log holds nothing."""
    trouble = passing_trouble(error, path)
    if trouble is None or trouble.kind not in {TroubleKind.DISK_FULL, TroubleKind.READ_ONLY}:
        return False
    log = path.with_name(f"{path.name}-wal")
    return path.is_file() and not (log.exists() and log.stat().st_size)


def _still_engine(path: Path) -> Engine:
    """Reads the file as it lies there, without locks and without files beside it; each connection opens it anew."""
    uri = f"{path.absolute().as_uri()}?immutable=1"

    def opened() -> sqlite3.Connection:
        return sqlite3.connect(uri, uri=True, isolation_level=None, check_same_thread=False)

    engine = create_engine("sqlite://", creator=opened, poolclass=NullPool)
    event.listen(engine, "begin", _Begin(0))
    return engine


def _set_up_sqlite(connection: Any, _record: object) -> None:
    connection.isolation_level = None
    try:
        _enter_wal(connection)
        connection.execute("PRAGMA synchronous=FULL")
        connection.execute("PRAGMA foreign_keys=ON")
        connection.execute("PRAGMA schema_version").fetchone()  # what cannot be read tells so here
    except sqlite3.Error:
        connection.close()
        raise


def _enter_wal(connection: Any) -> None:
    """A file that may only be read stays in the mode that it is in."""
    try:
        connection.execute("PRAGMA journal_mode=WAL")
    except sqlite3.OperationalError as error:
        if error.sqlite_errorcode in {sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED}:
            raise


class _Begin:
    """Begins a transaction, and sets how long it may wait for another program: longer to write than to read."""

    def __init__(self, patience: float) -> None:
        self._writing = f"PRAGMA busy_timeout={round(patience * 1000)}"
        self._reading = f"PRAGMA busy_timeout={round(min(patience, READING_PATIENCE) * 1000)}"

    def __call__(self, db: Connection) -> None:
        immediate = db.get_execution_options().get(_IMMEDIATE, False)
        patience = self._writing if immediate else self._reading
        if db.info.get(_PATIENCE) != patience:
            db.exec_driver_sql(patience)
            db.info[_PATIENCE] = patience
        db.exec_driver_sql("BEGIN IMMEDIATE" if immediate else "BEGIN")


def _sqlite_tables(db: Connection) -> list[str]:
    found = db.exec_driver_sql(
        "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"
    )
    return list(found.scalars())


def _has_tables(db: Connection) -> bool:
    return bool(_sqlite_tables(db) if db.dialect.name == _SQLITE else inspect(db).get_table_names())


def _no_such_table(error: DBAPIError) -> bool:
    return "no such table" in str(error.orig) or getattr(error.orig, "sqlstate", "") == "42P01"
