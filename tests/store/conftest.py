"""A database in a folder of the test's own, and happenings to put into it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from app.store.database import Database, url_of
from app.store.journal import StoredJournal
from app.store.spool import Spool


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    """An empty database with all its tables."""
    made = Database(url_of("", tmp_path), patience=0.05)
    made.prepare()
    yield made
    made.close()


@pytest.fixture
def journal(database: Database, tmp_path: Path) -> Iterator[StoredJournal]:
    """A journal into ``database``."""
    made = StoredJournal(Database(database.url, patience=0.05), Spool((tmp_path,), "callcue.db"))
    yield made
    made.close(5)
