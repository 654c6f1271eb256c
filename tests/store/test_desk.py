"""The desk finds what a plain look at every call finds, in the same order, page by page, however it goes about it."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import NamedTuple
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import event, select, text

from app.call.people import LeadCard
from app.playbook.vocabulary import Mood
from app.review.desk import SavedView, Search, SearchStopped, SortBy
from app.review.query import Compare, Field, Filter, Query, read_query
from app.review.sampling import Risk
from app.review.scoring import Basis
from app.store.bulk import store_events
from app.store.database import Database, url_of
from app.store.desk import StoredDesk
from app.store.desk_plan import Way
from app.store.tables import call
from tests.store.desk_calls import NOW, SOURCE, Call, found, in_order, some_calls


class Many(NamedTuple):
    """Random calls in a database, and the keys that they have there."""

    database: Database
    calls: list[Call]
    keys: dict[object, int]

    def __repr__(self) -> str:
        return f"{len(self.calls)} calls"


@pytest.fixture(scope="module")
def many(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Many]:
    """A database with random calls, some with a score."""
    folder = tmp_path_factory.mktemp("desk")
    database = Database(url_of("", folder))
    database.prepare()
    calls = some_calls(7, 160)
    store_events(database, [one.tape.events for one in calls], [SOURCE])
    with database.writing() as db:
        keys: dict[object, int] = {UUID(bytes=bytes(row.id)): row.key for row in db.execute(select(call))}
        for place, one in enumerate(calls):
            if place % 7 == 0:
                one.score = float(place % 100)
                one.heard = place % 2 == 0
                said = {"score": one.score, "reviewed": 1 if one.heard else 2}
                db.execute(call.update().where(call.c.key == keys[one.tape.call]).values(**said))
    yield Many(database, calls, keys)
    database.close()


def _plain(field: Field, values: list[str]) -> st.SearchStrategy[Filter]:
    return st.builds(Filter, st.just(field), st.sampled_from(values), st.just(Compare.IS), st.booleans())


def _compared(field: Field, values: list[str]) -> st.SearchStrategy[Filter]:
    return st.builds(Filter, st.just(field), st.sampled_from(values), st.sampled_from(Compare), st.booleans())


FILTERS = st.one_of(
    _plain(Field.REP, ["eva", "PETR", "riha", "nobody"]),
    _plain(Field.OUTCOME, ["sale", "lost", "own_outcome", "meeting"]),
    _plain(Field.REASON, ["price", "need"]),
    _plain(Field.OBJECTION, ["price", "timing", "trust", "dear", "none_such"]),
    _plain(Field.OPEN, ["price", "timing", "later"]),
    _plain(Field.MOOD, [str(mood) for mood in Mood]),
    _plain(Field.BEGAN, [str(mood) for mood in Mood]),
    _plain(Field.ENDED, [str(mood) for mood in Mood]),
    _plain(Field.SOURCE, ["web", "zdar", "list"]),
    _plain(Field.CAMPAIGN, ["spring", "sale"]),
    _plain(Field.PLAYBOOK, ["desk", "mill"]),
    _plain(Field.LANG, ["en", "cs"]),
    _compared(Field.STAGE, ["opening", "close", "story"]),
    _plain(Field.MUST, ["missed"]),
    _plain(Field.FROM, ["2026-11-01", "2026-10-10"]),
    _plain(Field.TO, ["2026-11-01", "2026-10-10"]),
    _compared(Field.DAYS, ["7", "30", "1,5"]),
    _compared(Field.MINUTES, ["0", "1", "2", "1,5"]),
    _compared(Field.SCORE, ["7", "50", "98"]),
    _compared(Field.RECORD, ["7", "50", "98"]),
    _plain(Field.FLAGGED, ["yes", "no"]),
    _plain(Field.REVIEWED, ["yes", "no", "heard", "record"]),
    _plain(Field.SAMPLE, ["yes", "no"]),
)
QUERIES = st.builds(
    Query,
    st.lists(FILTERS, max_size=3).map(tuple),
    st.lists(
        st.sampled_from(["nov", "řího", "volat rano", "pobocky", "601", "zz", "dve pob", "…"]), max_size=2
    ).map(lambda words: tuple(word for word in words if word != "…")),
)


@given(QUERIES, st.sampled_from(SortBy), st.booleans(), st.sampled_from([0, 20_000]), st.integers(1, 60))
def test_a_search_finds_what_a_plain_look_finds(
    many: Many, query: Query, sort: SortBy, descending: bool, small: int, page: int
) -> None:
    database, calls, keys = many
    desk = StoredDesk(database, now=lambda: NOW, small=small)
    search = Search(query, sort, descending)
    wanted = [one.tape.call for one in in_order(found(calls, query), keys, sort, descending=descending)]
    seen: list[UUID] = []
    while rows := desk.rows(search, len(seen), page):
        seen += [row.call for row in rows]
    assert seen == wanted
    assert desk.count(search).calls == len(wanted)
    for first in (0, len(wanted) // 3, len(wanted) * 2 // 3, max(0, len(wanted) - page)):
        assert [row.call for row in desk.rows(search, first, page)] == wanted[first : first + page]


def test_rows_tell_what_was_recorded(many: Many) -> None:
    database, calls, _ = many
    desk = StoredDesk(database, now=lambda: NOW)
    rows = {row.call: row for row in desk.rows(Search(), 0, 1000)}
    assert len(rows) == len(calls)
    for one in calls:
        row = rows[one.tape.call]
        assert (row.started, row.talk_ms, row.rep, row.rep_name) == (
            one.started,
            one.talk_ms,
            one.rep.rep_id,
            one.rep.name,
        )
        assert (row.outcome, row.reason, row.score, row.reviewed, row.basis) == (
            one.outcome,
            one.reason,
            one.score,
            one.score is not None,
            None if one.score is None else Basis.HEARD if one.heard else Basis.RECORD_ONLY,
        )
        assert row.who == (one.lead.name or one.lead.company or one.lead.phone)
        assert (row.mood_start, row.mood_end) == (
            (str(one.moods[0]), str(one.moods[-1])) if one.moods else ("", "")
        )
        assert (row.last_stage, row.musts_asked, row.musts_total) == (one.stage, 2 - one.missed, 2)
        assert (row.objections_met, row.objections_open) == (
            len(one.raised),
            sum(not settled for _, _, settled in one.raised),
        )
        assert (row.flagged, row.sample, row.source) == (one.flagged, one.sample, one.lead.source)


@pytest.mark.parametrize(
    ("line", "sort", "way"),
    [
        ("", SortBy.TALK, Way.WALK),
        ("rep:eva", SortBy.STARTED, Way.WALK),
        ("flagged mood:angry", SortBy.STARTED, Way.KEYS),
        ("flagged", SortBy.CUSTOMER, Way.WALK),
        ("-objection:dear score>0", SortBy.CUSTOMER, Way.SCAN),
        ("objection:none_such", SortBy.CUSTOMER, Way.WALK),
        ("minutes>600", SortBy.STARTED, Way.INDEX),
        ("from:2026-11-25 flagged", SortBy.TALK, Way.INDEX),
        ("qqqq", SortBy.STARTED, Way.WORDS),
    ],
)
def test_the_way_is_chosen_by_how_many_rows_it_touches(many: Many, line: str, sort: SortBy, way: Way) -> None:
    database, *_ = many
    desk = StoredDesk(database, now=lambda: NOW, small=0)
    assert desk.plan(Search(read_query(line, NOW.date()), sort)).way is way


@pytest.mark.parametrize("sort", [SortBy.STARTED, SortBy.OUTCOME, SortBy.CUSTOMER])
def test_calls_that_come_meanwhile_neither_repeat_nor_hide_others(tmp_path: Path, sort: SortBy) -> None:
    database = Database(url_of("", tmp_path))
    database.prepare()
    calls = some_calls(3, 40)
    store_events(database, [one.tape.events for one in calls], [SOURCE])
    desk = StoredDesk(database, now=lambda: NOW)
    seen: list[UUID] = []
    while rows := desk.rows(Search(sort=sort), len(seen), 6):
        seen += [row.call for row in rows]
        later = some_calls(100 + len(seen), 1)
        store_events(database, [one.tape.events for one in later], [SOURCE])
    assert len(set(seen)) == len(seen)
    assert {one.tape.call for one in calls} <= set(seen)
    assert desk.count(Search(sort=sort)).calls > len(calls)
    database.close()


def test_a_call_under_way_is_not_on_the_desk(many: Many) -> None:
    database, calls, _ = many
    open_one = some_calls(5, 1)[0].tape
    store_events(database, [open_one.events[:-2]], [SOURCE])
    desk = StoredDesk(database, now=lambda: NOW)
    assert desk.count(Search()).calls == len(calls)


def test_a_search_is_stopped_from_another_thread(many: Many) -> None:
    database, *_ = many
    desk = StoredDesk(database, now=lambda: NOW)
    stopper = threading.Event()

    def slow(_connection: object, cursor: object, statement: str, *_more: object) -> None:
        if "call_desk_facts" in statement and not stopper.is_set():
            stopper.set()
            thread = threading.Thread(target=desk.stop)
            thread.start()
            thread.join()

    engine = database._engine
    event.listen(engine, "before_cursor_execute", slow)
    try:
        with pytest.raises(SearchStopped):
            desk.rows(Search(), 0, 10)
    finally:
        event.remove(engine, "before_cursor_execute", slow)
    assert desk.rows(Search(), 0, 10)


def test_known_values_are_those_that_occur(many: Many) -> None:
    known = StoredDesk(many[0], now=lambda: NOW).known()
    assert known[Field.REP] == ("Eva Nová", "Petr Říha", "x1")
    assert known[Field.SOURCE] == ("cold list", "Web", "Žďár fair")
    assert known[Field.PLAYBOOK] == ("desk", "mill")


def test_candidates_carry_their_risks(many: Many) -> None:
    database, calls, _ = many
    desk = StoredDesk(database, now=lambda: NOW)
    drawn = {one.call: one for one in desk.candidates(Search(), 1000)}
    assert len(drawn) == len(calls)
    for one in calls:
        risks = drawn[str(one.tape.call)].risks
        assert (Risk.ANGRY in risks) is (Mood.ANGRY in one.moods)
        assert (Risk.REP_FLAG in risks) is one.flagged
        assert Risk.NEW_REP not in risks


def test_views_are_kept_replaced_and_forgotten(database: Database) -> None:
    desk = StoredDesk(database)
    desk.keep_view("eva", SavedView("Žluté", "flagged"))
    desk.keep_view("eva", SavedView("Lost", "outcome:lost"))
    desk.keep_view("eva", SavedView("Lost", "outcome:lost mood:angry", SortBy.TALK, descending=False))
    assert desk.views("eva") == (
        SavedView("Lost", "outcome:lost mood:angry", SortBy.TALK, descending=False),
        SavedView("Žluté", "flagged"),
    )
    desk.drop_view("eva", "Lost")
    assert [view.name for view in desk.views("eva")] == ["Žluté"]
    assert desk.views("petr") == ()


def test_a_deleted_call_is_found_no_more(tmp_path: Path) -> None:
    database = Database(url_of("", tmp_path))
    database.prepare()
    calls = some_calls(9, 12)
    store_events(database, [one.tape.events for one in calls], [SOURCE])
    desk = StoredDesk(database, now=lambda: NOW + timedelta(days=1), small=0)
    with database.writing() as db:
        db.execute(call.delete())
    assert desk.count(Search()).calls == 0
    with database.reading() as db:
        left = "SELECT COUNT(*) FROM call_words WHERE call_words MATCH 'novak OR eva OR bob OR pekarna'"
        assert db.execute(text(left)).scalar_one() == 0
        assert db.execute(text("SELECT COUNT(*) FROM call_objection")).scalar_one() == 0
    assert LeadCard().display == ""
    database.close()
