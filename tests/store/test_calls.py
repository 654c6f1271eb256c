"""The book of calls finds calls by words, outcome and id, newest first."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from itertools import pairwise
from uuid import UUID

import pytest
from sqlalchemy import event, text

from app.call.people import LeadCard, RepCard
from app.call.ports import BookUnavailable, TroubleKind
from app.store.bulk import store_events
from app.store.calls import StoredCalls
from app.store.database import Database
from app.store.kinds import NUMBER_OF_KIND
from tests.store.happenings import START, Tape


@pytest.fixture
def calls(database: Database) -> StoredCalls:
    made = []
    for number, (name, outcome) in enumerate([("Žaneta Říhová", "sale"), ("Bob", "lost"), ("Eve", "")]):
        tape = Tape(start=START + timedelta(days=number))
        tape.begin(
            lead=LeadCard(last_name=name, phone="601 123 456"),
            rep=RepCard("petra", "Petra Malá") if number else RepCard("jan"),
        )
        if outcome:
            tape.finish(outcome)
        made.append(tape.events)
    store_events(database, made)
    return StoredCalls(database)


@pytest.mark.parametrize(
    ("query", "names"),
    [
        ("", ["Eve", "Bob", "Žaneta Říhová"]),
        ("riho", ["Žaneta Říhová"]),
        ("mill BOB", ["Bob"]),
        ("sale", ["Žaneta Říhová"]),
        ("prohráno", ["Bob"]),
        ("601 jan", ["Žaneta Říhová"]),
        ("%", []),
        ("_", []),
    ],
)
def test_words_find_calls(calls: StoredCalls, query: str, names: list[str]) -> None:
    assert [row.lead_name for row in calls.recent(10, query)] == names


def test_as_many_as_asked_for(calls: StoredCalls) -> None:
    assert [row.lead_name for row in calls.recent(1)] == ["Eve"]


def test_unfinished_calls_by_rep(calls: StoredCalls) -> None:
    assert [row.lead_name for row in calls.unfinished("petra")] == ["Eve"]
    assert calls.unfinished("jan") == ()


def test_a_call_is_found_by_the_beginning_of_its_id(calls: StoredCalls) -> None:
    newest, middle, _ = calls.recent(10)
    assert calls.find("last") == (newest,)
    assert calls.find(str(middle.call)) == (middle,)
    assert calls.find(middle.call.hex.upper()) == (middle,)
    assert middle in calls.find(str(middle.call)[:8])
    assert calls.find(str(middle.call)[:3]) == ()
    assert calls.find("not an id") == ()
    assert calls.find("f" * 40) == ()


@contextmanager
def heard(database: Database) -> Iterator[list[str]]:
    """Collects the statements that the database is given."""
    statements: list[str] = []

    def remember(_db: object, _cursor: object, statement: str, *_more: object) -> None:
        statements.append(statement)

    event.listen(database._engine, "before_cursor_execute", remember)
    yield statements
    event.remove(database._engine, "before_cursor_execute", remember)


def test_how_long_to_wait_is_told_only_when_it_changes(database: Database) -> None:
    with heard(database) as statements:
        for opened in (
            database.reading,
            database.reading,
            database.writing,
            database.writing,
            database.reading,
        ):
            with opened() as db:
                db.exec_driver_sql("SELECT 1")
    told = [one for one in statements if one.startswith("PRAGMA busy_timeout")]
    begun = [one for one in statements if one.startswith("BEGIN")]
    assert len(begun) == 5
    assert len(told) <= 3
    assert all(first != second for first, second in pairwise(told))


def selects(statements: list[str]) -> int:
    """How many of them read."""
    return sum(one.startswith("SELECT") for one in statements)


def test_latest_calls_of_one_rep(calls: StoredCalls) -> None:
    assert [row.lead_name for row in calls.recent(10, "", "petra")] == ["Eve", "Bob"]
    assert [row.lead_name for row in calls.recent(1, "", "petra")] == ["Eve"]
    assert calls.recent(10, "", "nobody") == ()


def test_calls_tell_who_made_them(calls: StoredCalls) -> None:
    assert {(row.rep, row.rep_name) for row in calls.recent(10)} == {("petra", "Petra Malá"), ("jan", "")}


def test_many_calls_are_fetched_at_once_in_the_order_asked_for(
    database: Database, calls: StoredCalls
) -> None:
    newest, middle, oldest = calls.recent(10)
    with heard(database) as statements:
        found = calls.summaries([oldest.call, UUID(int=7), newest.call, oldest.call, middle.call])
    assert found == (oldest, newest, middle)
    assert selects(statements) == 1
    with heard(database) as statements:
        assert calls.summaries([]) == ()
        assert calls.summaries([UUID(int=number) for number in range(600)] + [middle.call]) == (middle,)
    assert selects(statements) == 2, "so many that they do not go into one statement"


def test_unfinished_calls_are_found_through_their_own_index(database: Database) -> None:
    with heard(database) as statements:
        StoredCalls(database).unfinished()
    with database.reading() as db:
        plan = db.execute(text(f"EXPLAIN QUERY PLAN {statements[-1]}")).all()
    assert any("call_unfinished" in str(row) for row in plan)


def test_events_of_a_newer_program_are_not_half_read(database: Database, calls: StoredCalls) -> None:
    newest = calls.recent(1)[0]
    with database.writing() as db:
        db.execute(text("UPDATE call_event SET kind = 9999 WHERE seq = 2"))
    with pytest.raises(BookUnavailable) as refusal:
        calls.events(newest.call)
    assert refusal.value.kind is TroubleKind.DAMAGED


def test_numbers_of_kinds_never_change() -> None:
    assert list(NUMBER_OF_KIND)[:28] == [
        "call_started",
        "stage_entered",
        "line_shown",
        "line_done",
        "line_skipped",
        "answered",
        "objection_raised",
        "response_shown",
        "objection_step_done",
        "objection_ended",
        "left_detour",
        "story_told",
        "mood_tapped",
        "drive_changed",
        "ask_waved",
        "help_changed",
        "note_written",
        "flagged",
        "reworded",
        "next_step_agreed",
        "held",
        "resumed",
        "undone",
        "call_ended",
        "outcome_recorded",
        "recovered",
        "abandoned",
        "objection_named",
    ]
    assert list(NUMBER_OF_KIND.values()) == list(range(1, len(NUMBER_OF_KIND) + 1))
