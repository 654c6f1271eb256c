"""Calls that were closed before Callcue kept what calls teach: read again later, once each, and in nobody's way."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from alembic import command
from sqlalchemy import select, text

from app.call import events as ev
from app.call.events import NudgeKind
from app.review.lessons import NudgeCount
from app.store.database import Database, begun, url_of
from app.store.journal import StoredJournal
from app.store.kinds import NUMBER_OF_KIND
from app.store.late_calls import still_late, teach_some
from app.store.late_lessons import LateLessons, teach_all
from app.store.lesson_tables import (
    late_lesson,
    nudge_count,
    objection_count,
    proposal,
    proposal_moment,
    wording_trial,
)
from app.store.lessons import StoredLessons
from app.store.migrate import config
from app.store.proposals import StoredProposals
from app.store.spool import Spool
from app.store.tables import call, call_event
from tests.store.happenings import Tape
from tests.store.older import FILE
from tests.store.test_lessons import keep, seen, talked

TAUGHT = (objection_count, nudge_count, wording_trial, proposal_moment, proposal)


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    made = Database(url_of("", tmp_path))
    made.prepare()
    yield made
    made.close()


@pytest.fixture
def journal(database: Database, tmp_path: Path) -> Iterator[StoredJournal]:
    made = StoredJournal(Database(database.url), Spool([tmp_path], "callcue"))
    yield made
    made.close(5)


def all_taught(database: Database) -> tuple[object, ...]:
    books = StoredLessons(database)
    return (
        sorted(books.met("mill"), key=str),
        books.trials(),
        books.nudges(),
        seen(StoredProposals(database).proposals()),
    )


def make_late(database: Database) -> None:
    """As if all calls had been closed by a program that kept nothing of what they teach."""
    with database.writing() as db:
        for table in TAUGHT:
            db.execute(table.delete())
        db.execute(late_lesson.insert().from_select(["call"], select(call.c.key)))


def calls_by_two_hands(journal: StoredJournal) -> tuple[Tape, ...]:
    tapes = tuple(
        talked(hours, words) for hours, words in enumerate(("costs a fortune", "way too dear", "no money"))
    )
    keep(journal, *tapes)
    return tapes


def test_late_calls_teach_just_what_they_would_have_taught(
    database: Database, journal: StoredJournal
) -> None:
    calls_by_two_hands(journal)
    before = all_taught(database)
    make_late(database)
    assert all_taught(database) != before
    told: list[tuple[int, int]] = []
    assert teach_all(database, lambda left, total: told.append((left, total))) == 3
    assert all_taught(database) == before
    assert told == [(0, 3)]
    assert teach_all(database, lambda left, total: None) == 0


def test_what_was_cut_off_goes_on_and_counts_nothing_twice(
    database: Database, journal: StoredJournal
) -> None:
    calls_by_two_hands(journal)
    before = all_taught(database)
    make_late(database)
    assert teach_some(database, 1) == 1
    assert still_late(database) == 2
    thread = LateLessons(database, first_look=0, between=0)
    assert thread.wait(20)
    assert (still_late(database), all_taught(database)) == (0, before)
    thread.close()


def test_a_late_call_whose_outcome_is_taken_back_takes_nothing_away(
    database: Database, journal: StoredJournal
) -> None:
    first, *_ = calls_by_two_hands(journal)
    make_late(database)
    recorded = next(one for one in first.events if isinstance(one.what, ev.OutcomeRecorded))
    undone = first.act(ev.Undone(recorded.seq))
    for event in undone:
        journal.append((event,))
    assert journal.flush(10)
    assert still_late(database) == 2
    teach_all(database, lambda left, total: None)
    (met,) = StoredLessons(database).met(first.events[0].what.playbook)  # type: ignore[union-attr]
    assert met.times == 2
    shown = {one.nudge: one.shown for one in StoredLessons(database).nudges()}
    assert shown[NudgeKind.MUST_OPEN] == 2


def test_a_call_that_cannot_be_read_teaches_nothing_and_holds_nobody_up(
    database: Database, journal: StoredJournal
) -> None:
    calls_by_two_hands(journal)
    make_late(database)
    with database.writing() as db:
        newest = db.execute(select(call.c.key).order_by(call.c.key.desc()).limit(1)).scalar_one()
        broken = call_event.update().where(
            call_event.c.call == newest, call_event.c.kind == NUMBER_OF_KIND["objection_raised"]
        )
        db.execute(broken.values(kind=9999))
    teach_all(database, lambda left, total: None)
    assert still_late(database) == 0
    assert NudgeCount(NudgeKind.MUST_OPEN, 2, 0) in StoredLessons(database).nudges()


def test_an_older_file_lists_its_closed_calls(tmp_path: Path) -> None:
    shutil.copy(FILE, tmp_path / "callcue.db")
    older = Database(url_of("", tmp_path))
    older.prepare()
    assert still_late(older) == 1
    assert teach_all(older, lambda left, total: None) == 1
    older.close()


@pytest.mark.parametrize("traces", [True, False])
def test_a_file_that_has_taught_already_lists_the_calls_from_before_its_first_trace(
    tmp_path: Path, database: Database, journal: StoredJournal, *, traces: bool
) -> None:
    calls_by_two_hands(journal)
    with database.writing() as db:
        oldest = select(call.c.key).order_by(call.c.started).limit(1).scalar_subquery()
        db.execute(proposal_moment.delete().where(proposal_moment.c.call == oldest))
        db.execute(wording_trial.delete().where(wording_trial.c.call == oldest))
        if not traces:
            db.execute(proposal_moment.delete())
            db.execute(wording_trial.delete())
        db.execute(text("DROP TABLE late_lesson"))
        db.execute(text("UPDATE alembic_version SET version_num = '0009'"))
    with database.connect() as db, begun(db):
        command.upgrade(config(db), "0010")
    assert still_late(database) == (1 if traces else 0)
