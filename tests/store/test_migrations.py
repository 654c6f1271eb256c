"""Older databases are brought up to date, all or nothing, with a backup before; newer ones are refused in words."""

from __future__ import annotations

import errno
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import date
from pathlib import Path
from types import SimpleNamespace

import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import inspect, select, text
from sqlalchemy.exc import OperationalError

from app.call.ports import BookUnavailable, TroubleKind
from app.review.desk import Search
from app.review.projection import PROJECTION
from app.review.query import read_query
from app.review.scoring import Basis
from app.store import versions
from app.store.backups import examine
from app.store.calls import StoredCalls
from app.store.database import Database, Prepared, begun, url_of
from app.store.desk import StoredDesk
from app.store.desk_bits import Bits, keys_in, stale_blocks
from app.store.desk_order import FACTS
from app.store.desk_tables import WORD_INDEX_NAME, metadata, review_draft
from app.store.leads import StoredLeads
from app.store.migrate import config
from app.store.problems import (
    DatabaseDamaged,
    DatabaseForeign,
    DatabaseNewer,
    DatabaseUnusable,
    StartProblem,
    StoreTrouble,
    UpgradeFailed,
)
from app.store.tables import call, call_text
from tests.store.older import FILE


@pytest.fixture
def older(tmp_path: Path) -> Iterator[Database]:
    """A copy of the database that the first version left."""
    shutil.copy(FILE, tmp_path / "callcue.db")
    made = Database(url_of("", tmp_path))
    yield made
    made.close()


def test_an_older_file_is_brought_up_to_date_after_a_backup(older: Database, tmp_path: Path) -> None:
    assert older.prepare() is Prepared.UPGRADED
    assert older.version() == versions.CURRENT
    assert older.prepare() is Prepared.READY
    (copied,) = (tmp_path / "backups").iterdir()
    assert copied.name.endswith("-before-update.db")
    assert examine(copied).version == "0001"
    assert examine(tmp_path / "callcue.db").sound


def test_what_was_recorded_before_is_all_there(older: Database) -> None:
    older.prepare()
    (row,) = StoredCalls(older).recent(10)
    assert (row.lead_name, row.outcome, row.talk_ms) == ("Žaneta", "do_not_call", 61000)
    assert [event.kind for event in StoredCalls(older).events(row.call)] == [
        "call_started",
        "call_ended",
        "outcome_recorded",
    ]
    source = StoredCalls(older).source("11" * 32)
    assert source is not None
    assert source.files[0].text == b"callcue: 1"


def test_what_was_recorded_before_is_on_the_desk(older: Database) -> None:
    older.prepare()
    with older.reading() as db:
        row = db.execute(
            select(call.c.projection, call_text.c.words, call_text.c.sort_name).join(call_text)
        ).one()
        found = db.execute(text("SELECT rowid FROM call_words WHERE call_words MATCH 'zan*'")).scalars().all()
    assert (row.projection, row.words, row.sort_name) == (PROJECTION, " zaneta 601 123 456", "zaneta")
    assert found == [1]


def test_a_customer_who_refused_before_the_list_is_on_the_list(older: Database) -> None:
    older.prepare()
    leads = StoredLeads(older)
    assert leads.is_blocked("601 123 456")
    (found,) = leads.search("žaneta", 5)
    assert found.blocked


@pytest.mark.parametrize("kind", ["fresh", "migrated"])
def test_tables_and_migrations_agree(kind: str, older: Database, tmp_path: Path) -> None:
    database = older if kind == "migrated" else Database(url_of(str(tmp_path / "fresh.db"), tmp_path))
    database.prepare()
    with database.connect() as db:
        context = MigrationContext.configure(db, opts={"compare_type": True, "include_name": _is_ours})
        assert compare_metadata(context, metadata) == []
    database.close()


def test_a_fresh_and_a_migrated_database_look_the_same(older: Database, tmp_path: Path) -> None:
    fresh = Database(url_of(str(tmp_path / "fresh.db"), tmp_path))
    fresh.prepare()
    older.prepare()
    looks = [_look(database) for database in (fresh, older)]
    assert looks[0] == looks[1]
    fresh.close()


def _is_ours(name: str | None, kind: str, _parents: object) -> bool:
    """Leaves out what SQLite alone has: its index over words, and the one that holds all that is searched."""
    return name != FACTS and (kind != "table" or not (name or "").startswith(WORD_INDEX_NAME))


def _look(database: Database) -> dict[str, object]:
    with database.connect() as db:
        seen = inspect(db)
        return {
            table: (
                [
                    (column["name"], str(column["type"]), column["nullable"])
                    for column in seen.get_columns(table)
                ],
                sorted((index["name"] or "", index["column_names"]) for index in seen.get_indexes(table)),
                sorted(key["name"] or "" for key in seen.get_foreign_keys(table)),
                seen.get_pk_constraint(table),
            )
            for table in seen.get_table_names()
        }


def test_revisions_are_the_scripts_in_order() -> None:
    scripts = ScriptDirectory.from_config(config())
    names = [script.revision for script in scripts.walk_revisions()]
    assert tuple(reversed(names)) == versions.REVISIONS


def test_a_migration_that_fails_leaves_the_file_as_it_was(older: Database, tmp_path: Path) -> None:
    with closing(sqlite3.connect(tmp_path / "callcue.db")) as db:
        db.execute("CREATE TABLE review (key INTEGER)")
    before = _dump(tmp_path / "callcue.db")
    for _ in range(3):
        with pytest.raises(UpgradeFailed, match="nothing in it was changed"):
            older.prepare()
    assert _dump(tmp_path / "callcue.db") == before
    assert len(list((tmp_path / "backups").iterdir())) == 1


def _dump(path: Path) -> list[str]:
    with closing(sqlite3.connect(path)) as db:
        return list(db.iterdump())


def test_no_upgrade_without_a_backup(older: Database, tmp_path: Path) -> None:
    (tmp_path / "backups").write_text("a file where the folder should be")
    with pytest.raises(UpgradeFailed, match="no backup could be made"):
        older.prepare()
    assert older.version() == "0001"


def test_an_older_file_waits_until_there_is_room(
    older: Database, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    before = _dump(tmp_path / "callcue.db")
    with monkeypatch.context() as patch:
        patch.setattr("app.store.room.shutil.disk_usage", lambda _folder: SimpleNamespace(free=100_000))
        with pytest.raises(StoreTrouble) as told:
            older.prepare()
        assert told.value.kind is TroubleKind.DISK_FULL
        with pytest.raises(BookUnavailable):  # tables of another version are not understood
            StoredLeads(older).is_blocked("+420 777 000 001")
        with pytest.raises(BookUnavailable), older.writing():
            pass
    assert _dump(tmp_path / "callcue.db") == before
    assert not (tmp_path / "backups").exists()
    assert older.prepare() is Prepared.UPGRADED
    assert not StoredLeads(older).is_blocked("+420 777 000 001")


def test_a_disk_that_fills_up_on_the_way_leaves_no_backup_behind(
    older: Database, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    before = _dump(tmp_path / "callcue.db")

    def full(*_: object) -> None:
        cause = sqlite3.OperationalError("database or disk is full")
        cause.sqlite_errorcode = sqlite3.SQLITE_FULL
        raise OperationalError("INSERT", {}, cause)

    with monkeypatch.context() as patch:
        patch.setattr("app.store.migrate.catch_up", full)
        with pytest.raises(StoreTrouble) as told:
            older.prepare()
    assert told.value.kind is TroubleKind.DISK_FULL
    assert list((tmp_path / "backups").iterdir()) == []
    assert _dump(tmp_path / "callcue.db") == before
    assert older.prepare() is Prepared.UPGRADED


def test_a_backup_that_finds_no_room_is_a_trouble_that_passes(
    older: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr("app.store.backups._sync", full)
        with pytest.raises(StoreTrouble) as told:
            older.prepare()
    assert told.value.kind is TroubleKind.DISK_FULL
    assert older.version() == "0001"


def test_an_older_file_that_another_program_writes_to_waits(older: Database, tmp_path: Path) -> None:
    impatient = Database(older.url, patience=0)
    with closing(sqlite3.connect(tmp_path / "callcue.db", isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(StoreTrouble) as told:
            impatient.prepare()
        other.execute("ROLLBACK")
    assert told.value.kind is TroubleKind.LOCKED
    assert impatient.prepare() is Prepared.UPGRADED
    impatient.close()


def test_a_newer_database_is_refused_in_words(database: Database, tmp_path: Path) -> None:
    with closing(sqlite3.connect(tmp_path / "callcue.db")) as db:
        db.execute("UPDATE alembic_version SET version_num = '0099'")
        db.commit()
    with pytest.raises(DatabaseNewer, match="newer Callcue") as refusal:
        database.prepare()
    assert "novější" in refusal.value.in_lang("cs")


def test_another_programs_database_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "other.db"
    with closing(sqlite3.connect(path)) as db:
        db.execute("CREATE TABLE notes (text)")
    before = path.read_bytes()
    with pytest.raises(DatabaseForeign), closing(Database(url_of(str(path), tmp_path))) as database:
        database.prepare()
    with closing(sqlite3.connect(path)) as db:
        assert [row[0] for row in db.execute("SELECT name FROM sqlite_master")] == ["notes"]
    assert len(path.read_bytes()) == len(before)


@pytest.mark.parametrize(
    "content", [b"this is no database at all" * 200, b"SQLite format 3\0" + b"\xff" * 8000]
)
def test_a_damaged_file_is_refused_in_words(content: bytes, tmp_path: Path) -> None:
    path = tmp_path / "callcue.db"
    path.write_bytes(content)
    with (
        pytest.raises(DatabaseDamaged, match="db restore"),
        closing(Database(url_of("", tmp_path))) as database,
    ):
        database.prepare()
    assert path.read_bytes() == content


@pytest.mark.parametrize("address", ["mysql://server/name", "postgresql://", "://", "sqlite://"])
def test_an_unusable_address_is_refused_in_words(address: str, tmp_path: Path) -> None:
    with pytest.raises(DatabaseUnusable, match="no database that Callcue can use"):
        url_of(address, tmp_path)


def test_a_folder_that_cannot_be_made_is_refused_in_words(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(StartProblem, match="CALLCUE_HOME"):
        Database(url_of("", tmp_path / "file" / "home")).prepare()


def test_what_is_made_is_for_its_owner_only(tmp_path: Path) -> None:
    database = Database(url_of("", tmp_path / "new"))
    assert database.prepare() is Prepared.CREATED
    assert (tmp_path / "new").stat().st_mode & 0o777 == 0o700
    assert {file.stat().st_mode & 0o777 for file in (tmp_path / "new").iterdir()} == {0o600}
    database.close()


def test_reviews_of_before_say_what_they_rest_on(older: Database) -> None:
    with older.connect() as db, begun(db):
        command.upgrade(config(db), "0011")
        db.execute(text("UPDATE call SET reviewed = 1, score = 50 WHERE key = 1"))
        db.execute(
            text(
                "INSERT INTO scorecard_revision (key, revision, path, text, kept) VALUES (1, x'11', 'a', x'', 1)"
            )
        )
        for key, (sent, heard, purpose) in enumerate([(1, 1, 0), (3, 0, 0), (4, 1, 1), (5, 1, 2)]):
            db.execute(
                text(
                    "INSERT INTO review (key, id, call, reviewer, scorecard, begun, sent, heard, purpose) "
                    "VALUES (:key, :id, 1, 1, 1, 1, :sent, :heard, :purpose)"
                ),
                {"key": key, "id": bytes([key] * 16), "sent": sent, "heard": heard, "purpose": purpose},
            )
    older.prepare()
    (row,) = StoredDesk(older, small=0).rows(Search(read_query("record:50", date(2026, 1, 1))), 0, 5)
    assert (row.score, row.basis) == (50, Basis.RECORD_ONLY)


def test_drafts_of_before_are_drafts_of_reviews(older: Database) -> None:
    with older.connect() as db, begun(db):
        command.upgrade(config(db), "0012")
        db.execute(text("INSERT INTO review_draft (reviewer, call, data, at) VALUES (1, 1, '{}', 5)"))
    older.prepare()
    with older.connect() as db:
        assert [tuple(one) for one in db.execute(select(review_draft))] == [(1, 1, "", "{}", 5)]


def test_bits_of_what_was_recorded_before_are_written(older: Database) -> None:
    older.prepare()
    with older.reading() as db:
        assert stale_blocks(db) == []
        assert keys_in(Bits(db).closed) == [1]
    assert StoredDesk(older, small=0).count(Search()).calls == 1
