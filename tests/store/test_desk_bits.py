"""The bits of calls say what the table of calls says, whoever changed it, written anew or not."""

from __future__ import annotations

import random
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import Connection

from app.store import bulk
from app.store.bulk import store_events
from app.store.database import Database, url_of
from app.store.desk_bits import FACET_OF_COLUMN, Among, Bits, Facet, keys_in, stale_blocks, tidy
from app.store.journal import StoredJournal
from app.store.tables import call
from tests.store.desk_calls import SOURCE, some_calls
from tests.store.happenings import Tape


@pytest.fixture
def full(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Database]:
    """Calls in two blocks."""
    database = Database(url_of("", tmp_path))
    database.prepare()
    calls = [one.tape.events for one in some_calls(3, 90)]
    store_events(database, calls[:30], [SOURCE])
    next_key = bulk._next_key
    monkeypatch.setattr(bulk, "_next_key", lambda db, table: next_key(db, table) + 2030)
    store_events(database, calls[30:])
    yield database
    database.close()


def _expect_what_the_table_says(db: Connection) -> None:
    bits = Bits(db)
    for column, facet in FACET_OF_COLUMN.items():
        rows = db.exec_driver_sql(f"SELECT key, COALESCE({column}, 0) FROM call WHERE status = 2").all()
        for value in {row[1] for row in rows}:
            wanted = sorted(key for key, one in rows if one == value)
            assert keys_in(bits.of(Among(facet, frozenset((value,))))) == wanted
            others = sorted(key for key, one in rows if one != value)
            assert keys_in(bits.of(Among(facet, frozenset((value,)), negated=True))) == others
    for column, facet in (("kinds", Facet.KIND), ("kinds_open", Facet.KIND_OPEN), ("moods", Facet.MOOD)):
        for bit in (1, 2, 4, 8, 64):
            found = db.exec_driver_sql(
                f"SELECT key FROM call WHERE status = 2 AND {column} & {bit} ORDER BY key"
            )
            assert keys_in(bits.of(Among(facet, frozenset((bit,))))) == list(found.scalars())


def test_bits_say_what_the_table_says_before_and_after_they_are_written(full: Database) -> None:
    with full.writing() as db:
        assert stale_blocks(db) == []
        _expect_what_the_table_says(db)
        db.execute(call.update().values(flagged=1 - call.c.flagged))
        assert stale_blocks(db) == [0, 1]
        _expect_what_the_table_says(db)
        assert tidy(db, most=1) == 1
        assert stale_blocks(db) == [1]
        _expect_what_the_table_says(db)
        tidy(db)
        assert stale_blocks(db) == []
        _expect_what_the_table_says(db)


def test_every_change_is_noticed_whoever_makes_it(full: Database) -> None:
    draw = random.Random(5)
    with full.writing() as db:
        for column in ("outcome", "flagged", "reviewed", "moods", "kinds", "stage_rank"):
            keys = list(db.exec_driver_sql("SELECT key FROM call ORDER BY key").scalars())
            db.execute(call.update().where(call.c.key == draw.choice(keys)).values({column: 1}))
            assert len(stale_blocks(db)) == 1
            _expect_what_the_table_says(db)
            tidy(db)
        db.execute(call.update().where(call.c.key == keys[0]).values(status=1))
        db.execute(call.delete().where(call.c.key == keys[-1]))
        assert stale_blocks(db) == [0, 1]
        _expect_what_the_table_says(db)
        tidy(db)
        _expect_what_the_table_says(db)


def test_a_call_under_way_disturbs_no_block_until_it_is_closed(
    database: Database, journal: StoredJournal
) -> None:
    tape = Tape()
    journal.append(tape.begin())
    assert journal.flush(5)
    with database.reading() as db:
        assert stale_blocks(db) == []
    journal.append(tape.finish("sale"))
    assert journal.flush(5)
    with database.reading() as db:
        assert stale_blocks(db) == [0]
        _expect_what_the_table_says(db)


def test_several_conditions_hold_together(full: Database) -> None:
    with full.reading() as db:
        wanted = (Among(Facet.MISSED, low=1), Among(Facet.FLAGGED, frozenset((1,))))
        rows = "SELECT key FROM call WHERE status = 2 AND musts_missed > 0 AND flagged = 1 ORDER BY key"
        assert keys_in(Bits(db).all_of(wanted)) == list(db.exec_driver_sql(rows).scalars())
        assert Bits(db).all_of((Among(Facet.REP, frozenset()),)) == 0
