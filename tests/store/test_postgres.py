"""The same store on PostgreSQL; runs where ``CALLCUE_TEST_POSTGRES`` names a server's empty database."""

from __future__ import annotations

import os
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from uuid import UUID

import pytest
from alembic import command
from sqlalchemy import create_engine, select, text

from app.call import events as ev
from app.call.people import LeadCard
from app.call.ports import BookUnavailable, TroubleKind
from app.leads.lead import LeadDraft
from app.review.coaching import PlanStep, Standing, StepHow
from app.review.desk import DrawnQueue, Search, SortBy
from app.review.figures import FigureName
from app.review.query import Field, read_query
from app.review.scoring import Basis
from app.store import versions
from app.store.bulk import store_events
from app.store.calls import StoredCalls
from app.store.care import check, facts
from app.store.coaching import StoredCoaching
from app.store.database import Database, Prepared, begun, url_of
from app.store.desk import StoredDesk
from app.store.drafts import StoredDrafts
from app.store.erased_rows import Forgotten
from app.store.erasure import Erasure
from app.store.figure_book import StoredFigures
from app.store.handing_out import customers_data
from app.store.journal import StoredJournal
from app.store.leads import StoredLeads
from app.store.migrate import config
from app.store.reviews import StoredReviews
from app.store.sources import StoredGoodVersions
from app.store.spool import Spool, waiting_files
from app.store.tables import call
from tests.store.desk_calls import NOW, found, in_order, some_calls
from tests.store.desk_calls import SOURCE as DESK_SOURCE
from tests.store.happenings import SOURCE, Attentive, Tape
from tests.store.test_coaching import calls_on, send
from tests.store.test_drafts import unsent
from tests.store.test_reviews import CARD, draft

ADDRESS = os.environ.get("CALLCUE_TEST_POSTGRES", "")
pytestmark = pytest.mark.skipif(not ADDRESS, reason="CALLCUE_TEST_POSTGRES names no server")


@pytest.fixture
def alone() -> Iterator[None]:
    """Waits until no other run of these tests, in another process, uses the same database."""
    engine = create_engine(ADDRESS)
    with engine.connect() as guard:
        guard.execute(text("SELECT pg_advisory_lock(1)"))
        yield
    engine.dispose()


@pytest.fixture
def server(alone: None, tmp_path: Path) -> Iterator[Database]:
    """The server's database, emptied."""
    made = Database(url_of(ADDRESS, tmp_path), patience=0.2)
    with made.connect() as db, begun(db):
        db.execute(text("DROP SCHEMA public CASCADE"))
        db.execute(text("CREATE SCHEMA public"))
    yield made
    made.close()


def test_calls_leads_and_playbooks_come_back(server: Database, tmp_path: Path) -> None:
    assert server.prepare() is Prepared.CREATED
    assert server.prepare() is Prepared.READY
    journal = StoredJournal(Database(server.url), Spool((tmp_path,), "callcue"))
    leads = StoredLeads(server)
    kept = leads.keep(LeadDraft(LeadCard(first_name="Žaneta", phone="601 123 456", source="web")))
    tape, loaded = Tape(), Tape()
    journal.pin(SOURCE)
    journal.append(tape.begin(lead=kept.card))
    journal.append(tape.act(ev.NoteWritten(1, "ěšč \ud800 \0")))
    recorded = tape.finish("do_not_call", when="2026-12-01T09:00")
    journal.append(recorded)
    assert journal.flush(5)
    loaded.begin()
    store_events(server, [loaded.events])
    journal.append(loaded.act(ev.Flagged()))
    later = Tape()
    journal.append(later.begin())
    assert journal.close(5)

    calls = StoredCalls(server)
    for one in (tape, loaded, later):
        assert calls.events(one.call) == tuple(one.events)
    assert calls.source(SOURCE.revision) == SOURCE
    assert {row.call for row in calls.unfinished("petra")} == {loaded.call, later.call}
    assert [row.call for row in calls.recent(10, "zaneta nevolat")] == [tape.call]
    found = leads.by_id(kept.id)
    assert found is not None
    assert (found.attempts, found.blocked, found.last_outcome) == (1, True, "do_not_call")
    assert leads.search("zaneta", 5) == (found,)
    StoredGoodVersions(server).remember("en/mill.yaml", SOURCE)
    assert StoredGoodVersions(server).recall("en/mill.yaml") == SOURCE
    assert check(server).faults == ()
    assert facts(server, tmp_path, [tmp_path])["calls"] == 3


_LINES = (
    "",
    "rep:eva outcome:lost",
    "objection:price -mood:angry",
    "open:later",
    "stage<story must:missed",
    "days:30 minutes>1",
    "from:2026-10-10 to:2026-11-01 flagged",
    "unreviewed sample:no campaign:spring",
    "score>5",
    "record<7",
    "reviewed:heard",
    'nov "volat rano"',
    "source:web lang:cs reason:price",
)


def test_the_desk_finds_the_same(server: Database) -> None:
    server.prepare()
    calls = some_calls(7, 90)
    store_events(server, [one.tape.events for one in calls], [DESK_SOURCE])
    with server.writing() as db:
        keys: dict[object, int] = {UUID(bytes=bytes(row.id)): row.key for row in db.execute(select(call))}
        for place, one in enumerate(calls[::5]):
            one.score, one.heard = float(place % 9), place % 2 == 0
            said = {"score": one.score, "reviewed": 1 if one.heard else 2}
            db.execute(call.update().where(call.c.key == keys[one.tape.call]).values(**said))
    desk = StoredDesk(server, now=lambda: NOW)
    for line in _LINES:
        query = read_query(line, NOW.date())
        assert not query.mistakes
        for sort in set(SortBy) - {SortBy.CUSTOMER}:  # names are collated as the server's language has it
            search = Search(query, sort, descending=sort is not SortBy.REP)
            ordered = in_order(found(calls, query), keys, sort, descending=search.descending)
            wanted = [one.tape.call for one in ordered]
            assert desk.count(search).calls == len(wanted)
            seen: list[UUID] = []
            while rows := desk.rows(search, len(seen), 7):
                seen += [row.call for row in rows]
            assert seen == wanted
            last = max(0, len(wanted) - 3)
            assert [row.call for row in desk.rows(search, last, 3)] == wanted[last:]
    assert {one.call for one in desk.candidates(Search(), 100)} == {str(one.tape.call) for one in calls}
    assert desk.known()[Field.PLAYBOOK] == ("desk", "mill")
    book = StoredReviews(server)
    book.pin_card(CARD)
    sent = book.send(draft(calls[0].tape.call, 2), NOW)
    assert book.reviews(calls[0].tape.call) == (sent,)
    book.keep_queue("trainer", DrawnQueue(1, 0.6, "", ()), NOW)
    assert book.queue("trainer") == DrawnQueue(1, 0.6, "", ())


def test_an_older_server_is_brought_up_to_date(server: Database) -> None:
    with server.connect() as db, begun(db):
        command.upgrade(config(db), "0001")
    assert server.version() == "0001"
    assert server.prepare() is Prepared.UPGRADED
    assert server.version() == versions.CURRENT


def test_a_lock_is_told_and_waited_for(server: Database, tmp_path: Path) -> None:
    server.prepare()
    journal = StoredJournal(Database(server.url, patience=0.05), Spool((tmp_path,), "callcue"))
    heard, tape = Attentive(), Tape()
    journal.listen(heard)
    with server.connect() as other, begun(other):
        other.execute(text("LOCK TABLE call_event, call IN ACCESS EXCLUSIVE MODE"))
        journal.append(tape.begin())
        trouble = heard.hear_trouble()
        assert (trouble.kind, trouble.spooled) == (TroubleKind.LOCKED, True)
    heard.hear_recovery()
    assert journal.close(5)
    assert StoredCalls(server).events(tape.call) == tuple(tape.events)
    assert waiting_files([tmp_path]) == []


def test_a_server_out_of_reach_is_told_and_spooled(tmp_path: Path) -> None:
    away = Database(url_of("postgresql://callcue@127.0.0.1:1/nowhere", tmp_path))
    journal = StoredJournal(away, Spool((tmp_path,), "callcue"))
    heard, tape = Attentive(), Tape()
    journal.listen(heard)
    journal.append(tape.begin())
    trouble = heard.hear_trouble()
    assert (trouble.kind, trouble.spooled) == (TroubleKind.UNREACHABLE, True)
    assert not journal.close(0.1)
    assert len(waiting_files([tmp_path])) == 1
    with pytest.raises(BookUnavailable):
        StoredCalls(away).recent(1)


def test_people_are_forgotten(server: Database) -> None:
    server.prepare()
    card = LeadCard(first_name="Xenofon", last_name="Quastl", phone="+420 777 314 159", source="web")
    kept = StoredLeads(server).keep(LeadDraft(card))
    tape = Tape()
    tape.begin(lead=kept.card, playbook_revision=SOURCE.revision)
    tape.act(ev.NoteWritten(1, "má psa"))
    tape.finish("do_not_call", note="má psa")
    store_events(server, [tape.events], [SOURCE])
    erasure = Erasure(server)
    person = erasure.customer("777314159")
    assert (len(person.leads), len(person.calls)) == (1, 1)
    assert customers_data(server, person)["do_not_call"][0]["number"] == "+420777314159"
    with erasure.trying():
        assert erasure.forget_words_before(NOW + timedelta(days=1)).calls == 1
    done = erasure.forget_customer(person)
    assert (done.calls, done.leads, done.blocked) == (1, 1, 1)
    assert erasure.scrub()
    assert not erasure.customer("777314159").known
    assert StoredLeads(server).is_blocked(card.phone)
    assert "Quastl" not in str(StoredCalls(server).events(tape.call))
    assert erasure.forget_customers_before(NOW + timedelta(days=1)) == Forgotten()
    assert erasure.forget_rep(erasure.rep("petra")).reps == 1


def test_figures_count_what_sqlite_counts(server: Database, tmp_path: Path) -> None:
    server.prepare()
    local = Database(url_of("", tmp_path))
    local.prepare()
    calls = some_calls(13, 80)
    for each in (server, local):
        store_events(each, [one.tape.events for one in calls], [DESK_SOURCE])
    there, here = (StoredFigures(each, now=lambda: NOW) for each in (server, local))
    for line in ("", "rep:eva -mood:angry", "Pekárna from:2026-10-01"):
        query = read_query(line, NOW.date())
        for name in FigureName:
            one, other = there.counted(name, query), here.counted(name, query)
            assert set(one.tallies) == set(other.tallies), (line, name)
            assert {(each.codes, each.group, tuple(sorted(each.values))) for each in one.values} == {
                (each.codes, each.group, tuple(sorted(each.values))) for each in other.values
            }
            assert (one.calls, one.read, one.left_out) == (other.calls, other.read, other.left_out)
    local.close()


def test_plans_and_drafts_come_back(server: Database) -> None:
    server.prepare()
    StoredReviews(server).pin_card(CARD)
    before, after = calls_on(server, [-2, -1]), calls_on(server, [1, 2])
    review = send(server, before[1])
    coaching = StoredCoaching(server)
    (one,) = coaching.agreed("eva")
    assert (one.due, one.standing(NOW.date())) == ("2026-11-20", Standing.OVERDUE)
    assert [past.call for past in coaching.calls_before("eva", one, 10)] == before[::-1]
    assert [past.call for past in coaching.calls_after("eva", one, 1)] == after[:1]
    coaching.step(review, PlanStep(StepHow.REACHED, "trainer", NOW))
    assert coaching.agreed("eva")[0].standing(NOW.date()) is Standing.REACHED
    assert [(known.rep, known.dues) for known in coaching.coached()] == [("eva", ())]
    drafts = StoredDrafts(server)
    for _ in range(2):
        drafts.keep_draft(unsent(before[0]))
    assert drafts.draft("trainer", before[0]) == unsent(before[0])
    assert drafts.drafts("trainer") == {before[0]}
    send(server, before[0])
    assert drafts.drafts("trainer") == frozenset()


def test_scores_are_kept_apart_without_bits(server: Database) -> None:
    """Bits of calls are SQLite's alone: the server keeps none and finds by its own statistics."""
    server.prepare()
    reviews, desk = StoredReviews(server), StoredDesk(server, now=lambda: NOW)
    reviews.pin_card(CARD)
    heard, record, _ = calls_on(server, [-3, -2, -1])
    reviews.send(draft(heard, 1), NOW)
    reviews.send(draft(record, 2, basis=Basis.RECORD_ONLY), NOW)

    def of(line: str) -> list[UUID]:
        search = Search(read_query(line, NOW.date()), SortBy.SCORE, descending=False)
        found = [row.call for row in desk.rows(search, 0, 10)]
        assert desk.count(search).calls == len(found)
        return found

    assert (of("reviewed"), of("score>0"), of("record>0")) == ([heard, record], [heard], [record])
    assert len(of("")) == 3
    with server.reading() as db:
        assert db.execute(text("SELECT COUNT(*) FROM desk_bits")).scalar_one() == 0
        assert db.execute(text("SELECT COUNT(*) FROM desk_stale")).scalar_one() == 0
