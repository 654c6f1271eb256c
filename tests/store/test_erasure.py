"""Who is forgotten is nowhere in the file any more, byte by byte; what was counted stays counted."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from uuid import uuid4

import pytest
from sqlalchemy import func, select

from app.call import events as ev
from app.call.course import fold
from app.call.events import CallStarted, How, Result
from app.call.people import CallTerms, LeadCard, RepCard
from app.leads.lead import Lead, LeadDraft
from app.review.desk import Comment, SavedView, Search
from app.review.drafts import Unsent
from app.review.query import Query
from app.store.bulk import store_events
from app.store.calls import StoredCalls
from app.store.database import Database
from app.store.desk import StoredDesk
from app.store.desk_tables import review_draft, review_words, saved_view
from app.store.drafts import StoredDrafts
from app.store.erased_rows import Forgotten
from app.store.erasure import Erasure
from app.store.handing_out import customers_data, reps_data
from app.store.leads import StoredLeads
from app.store.review_tables import review_mark
from app.store.reviews import StoredReviews
from app.store.spool import parsed_spool, spool_line
from app.store.tables import call, do_not_call, follow_up
from tests.store.desk_calls import NOW, SOURCE
from tests.store.happenings import Tape
from tests.store.test_reviews import CARD, draft

NAME = "Xenofon"
SURNAME = "Quastlovský"
PHONE = "+420 777 314 159"
MAIL = "xenofon@quastl.example"
SAID = "jeho žena Kunhutička"
EVA = RepCard("eva-login", "Evelína Zvonečková", "Mlýn", "+420 602 271 828", "evelina@zvonec.example")
TRACES = (NAME, SURNAME, "quastlovsky", "777 314 159", "777314159", MAIL, "Kunhutička", "kunhuticka")


@pytest.fixture
def leads(database: Database) -> StoredLeads:
    return StoredLeads(database)


@pytest.fixture
def known(leads: StoredLeads) -> Lead:
    """The lead to be forgotten."""
    card = LeadCard(
        first_name=NAME,
        last_name=SURNAME,
        company="Quastlovský a syn",
        phone=PHONE,
        email=MAIL,
        source="web",
        campaign="spring",
        page=f"https://example.com/?mail={MAIL}",
        note=SAID,
    )
    return leads.keep(LeadDraft(card))


def made(card: LeadCard, outcome: str = "lost", days: int = 1, rep_card: RepCard = EVA) -> Tape:
    """A closed call with words in every place that takes some."""
    tape = Tape(start=NOW - timedelta(days=days))
    tape.begin(
        lead=card,
        rep=rep_card,
        terms=CallTerms(number=card.phone),
        playbook="desk",
        playbook_revision=SOURCE.revision,
    )
    tape.act(ev.Answered("opening.why", None, SAID, SAID, fact="why"))
    tape.act(ev.ObjectionRaised("dear", How.SEARCH, SAID))
    tape.act(ev.ObjectionEnded("dear", Result.OPEN))
    tape.act(ev.ObjectionRaised(None, How.UNLISTED, SAID))
    tape.act(ev.ObjectionEnded(None, Result.SETTLED))
    tape.act(ev.ObjectionNamed(SAID, "trust"))
    tape.act(ev.NoteWritten(1, f"{SAID}, {card.first_name}"))
    tape.act(ev.Flagged(SAID))
    tape.act(ev.Reworded("opening.hello", f"Dobrý den, {card.first_name}"))
    tape.act(ev.NextStepAgreed(SAID, "2026-12-01T09:00", f"zítra {SAID}", card.last_name))
    tape.finish(
        outcome,
        reason="price",
        when="2026-12-01T09:00",
        when_words=SAID,
        who=card.last_name,
        what=SAID,
        value=1500.0,
        note=SAID,
        facts={"why": SAID, "pieces": 3},
    )
    return tape


@pytest.fixture
def tapes(database: Database, known: Lead) -> list[Tape]:
    """Two calls with the one to be forgotten and one with somebody else, reviewed and talked about."""
    other = LeadCard(first_name="Jiná", last_name="Zákaznice", phone="601 123 456", source="web")
    card = replace(known.card, lead_id=str(known.id))
    calls = [made(card), made(replace(card, lead_id="")), made(other)]
    store_events(database, [one.events for one in calls], [SOURCE])
    book, desk = StoredReviews(database), StoredDesk(database)
    book.pin_card(CARD)
    said = replace(draft(calls[0].call).feedback, strength=SAID)
    marks = tuple(replace(one, words=SAID) for one in draft(calls[0].call).marks)
    book.send(draft(calls[0].call, feedback=said, marks=marks), NOW)
    book.comment(Comment(calls[0].call, "trainer", SAID, NOW))
    desk.keep_view("trainer", SavedView("mine", f'"{NAME} {SURNAME}"'))
    return calls


def whole_file(database: Database) -> bytes:
    assert database.path is not None
    folder: Path = database.path.parent
    return b"".join(one.read_bytes() for one in sorted(folder.glob("callcue.db*")))


def traces(database: Database, wanted: tuple[str, ...] = TRACES) -> list[str]:
    content = whole_file(database).lower()
    return [one for one in wanted if one.encode().lower() in content]


def figures(database: Database) -> list[tuple[object, ...]]:
    columns = [
        call.c[name]
        for name in (
            "talk_ms",
            "status",
            "outcome",
            "reason",
            "source",
            "kinds",
            "met",
            "met_open",
            "value",
            "score",
        )
    ]
    with database.reading() as db:
        return [tuple(row) for row in db.execute(select(*columns).order_by(call.c.key))]


def test_the_traces_are_there_before(database: Database, tapes: list[Tape]) -> None:
    assert set(traces(database)) >= {NAME, SURNAME, "quastlovsky", MAIL, "777 314 159"}


@pytest.mark.parametrize("who", [PHONE, "777314159", MAIL.upper()])
def test_a_customer_is_gone_from_the_file(who: str, database: Database, tapes: list[Tape]) -> None:
    before = figures(database)
    erasure = Erasure(database)
    person = erasure.customer(who)
    assert (len(person.leads), len(person.calls)) == (1, 2)
    done = erasure.forget_customer(person)
    assert (done.calls, done.leads, done.reviews, done.blocked) == (2, 1, 1, 0)
    assert erasure.scrub()
    left = [one for one in TRACES if one not in {"Kunhutička", "kunhuticka"}]
    assert traces(database, tuple(left)) == []
    assert figures(database) == before
    assert not erasure.customer(who).known


def test_words_of_others_stay(database: Database, tapes: list[Tape]) -> None:
    erasure = Erasure(database)
    erasure.forget_customer(erasure.customer(PHONE))
    kept = StoredCalls(database).events(tapes[2].call)
    assert list(kept) == tapes[2].events
    (found,) = (one for one in StoredCalls(database).recent(9, "zakaznice"))
    assert found.call == tapes[2].call


def test_what_is_left_of_a_call_still_reads(database: Database, tapes: list[Tape]) -> None:
    erasure = Erasure(database)
    erasure.forget_customer(erasure.customer(PHONE))
    kept = StoredCalls(database).events(tapes[0].call)
    state = fold(kept).state
    assert [one.kind for one in kept] == [one.kind for one in tapes[0].events]
    assert state.outcome is not None
    assert (state.outcome.outcome, state.outcome.reason, state.outcome.value) == ("lost", "price", 1500.0)
    assert state.outcome.facts == {"pieces": 3}
    started = kept[0].what
    assert isinstance(started, CallStarted)
    assert started.lead == LeadCard(source="web", campaign="spring")
    assert started.rep == EVA
    assert [(met.text, met.family) for met in state.objections if met.objection is None] == [("#1", "trust")]


def test_marks_stay_and_their_words_go(database: Database, tapes: list[Tape]) -> None:
    erasure = Erasure(database)
    (before,) = StoredReviews(database).reviews(tapes[0].call)
    erasure.forget_customer(erasure.customer(PHONE))
    (after,) = StoredReviews(database).reviews(tapes[0].call)
    assert [one.mark for one in after.draft.marks] == [one.mark for one in before.draft.marks]
    assert after.draft.score == before.draft.score
    with database.reading() as db:
        assert set(db.execute(select(review_mark.c.words)).scalars()) == {""}
        assert set(db.execute(select(review_words.c.strength)).scalars()) == {""}
        assert db.execute(select(saved_view.c.line)).scalar_one() == ""
        promises = db.execute(select(func.count()).select_from(follow_up)).scalar_one()
    assert promises == 1


def test_a_block_keeps_working_and_keeps_nothing_else(
    database: Database, leads: StoredLeads, known: Lead
) -> None:
    tape = made(replace(known.card, lead_id=str(known.id)), "do_not_call")
    store_events(database, [tape.events], [SOURCE])
    erasure = Erasure(database)
    done = erasure.forget_customer(erasure.customer(PHONE))
    assert done.blocked == 1
    assert erasure.scrub()
    assert traces(database, (NAME, SURNAME, MAIL, "777 314 159")) == []
    assert leads.is_blocked("777 314 159")
    with database.reading() as db:
        (row,) = db.execute(select(do_not_call)).all()
    assert (row.number, row.call) == ("+420777314159", None)


def test_a_rep_is_gone_and_their_calls_stay(database: Database, tapes: list[Tape]) -> None:
    erasure = Erasure(database)
    StoredDesk(database).keep_view(EVA.rep_id, SavedView("mine", "flagged"))
    person = erasure.rep(EVA.name)
    assert len(person.calls) == 3
    before = figures(database)
    assert erasure.forget_rep(person).reps == 1
    assert erasure.scrub()
    assert traces(database, (EVA.rep_id, EVA.name, "Zvonečková", "zvoneckova", EVA.phone, EVA.email)) == []
    assert figures(database) == before
    assert NAME in traces(database)
    assert not erasure.rep(EVA.name).known
    (row, *_) = StoredDesk(database).rows(Search(Query()), 0, 9)
    assert row.rep == f"erased-{person.rep}"


def test_a_trainer_who_is_forgotten_leaves_no_draft_about_calls_of_others(
    database: Database, tapes: list[Tape]
) -> None:
    StoredReviews(database).pin_card(CARD)
    book, erasure = StoredDrafts(database), Erasure(database)
    for reviewer in ("trainer", "other"):
        book.keep_draft(Unsent(draft(tapes[0].call, reviewer=reviewer), NOW, "Listen to"))
    erasure.forget_rep(erasure.rep("trainer"))
    with database.reading() as db:
        assert db.execute(select(func.count()).select_from(review_draft)).scalar_one() == 1
    assert book.drafts("other") == {tapes[0].call}


def test_words_are_forgotten_when_their_time_is_over(database: Database, known: Lead) -> None:
    card = replace(known.card, lead_id=str(known.id))
    old, new = made(card, days=400), made(card, days=10)
    store_events(database, [old.events, new.events], [SOURCE])
    erasure = Erasure(database)
    cut = NOW - timedelta(days=365)
    with erasure.trying():
        tried = erasure.forget_words_before(cut)
    assert tried.calls == 1
    assert list(StoredCalls(database).events(old.call)) == old.events
    assert erasure.forget_words_before(cut) == tried
    assert erasure.forget_words_before(cut) == Forgotten()
    first = StoredCalls(database).events(old.call)[0].what
    assert isinstance(first, CallStarted)
    assert first.lead == replace(card, note="")
    assert list(StoredCalls(database).events(new.call)) == new.events


def test_customers_are_forgotten_when_their_time_is_over(database: Database, known: Lead) -> None:
    card = replace(known.card, lead_id=str(known.id))
    store_events(database, [made(card, days=1200).events], [SOURCE])
    before = figures(database)
    erasure = Erasure(database)
    assert erasure.forget_customers_before(NOW - timedelta(days=1095)).calls == 1
    assert figures(database) == before
    assert erasure.forget_leads_before(NOW + timedelta(days=3650)).leads == 1
    assert erasure.scrub()
    assert traces(database) == []
    assert erasure.forget_customers_before(NOW - timedelta(days=1095)) == Forgotten()


def test_a_trial_says_exactly_what_is_then_forgotten(database: Database, leads: StoredLeads) -> None:
    kept = [leads.keep(LeadDraft(LeadCard(last_name=name, phone=f"60112345{name}"))) for name in "12345"]
    calls = [made(replace(one.card, lead_id=str(one.id)), "callback", days=1200) for one in kept[:3]]
    store_events(database, [one.events for one in calls], [SOURCE])
    erasure = Erasure(database)
    long_ago, later = NOW - timedelta(days=1095), NOW + timedelta(days=3650)

    def forgotten() -> list[Forgotten]:
        return [
            erasure.forget_words_before(long_ago),
            erasure.forget_customers_before(long_ago),
            erasure.forget_leads_before(later),
        ]

    with erasure.trying():
        alone = erasure.forget_leads_before(later)
    with erasure.trying():
        said = forgotten()
    assert alone.leads == 2  # the others have a call planned until their calls are forgotten
    assert said[2].leads == 5
    assert forgotten() == said
    assert forgotten() == [Forgotten()] * 3


def test_what_is_kept_about_a_person_is_handed_out(database: Database, tapes: list[Tape]) -> None:
    erasure = Erasure(database)
    told = customers_data(database, erasure.customer(MAIL))
    assert [one["last_name"] for one in told["leads"]] == [SURNAME]
    assert {one["call"] for one in told["calls"]} == {str(tapes[0].call), str(tapes[1].call)}
    assert SAID in str(told["calls"])
    assert len(told["follow_ups"]) == 2
    assert any(one["quotes"] for one in told["calls"])
    about = reps_data(database, erasure.rep(EVA.rep_id))
    assert about["rep"]["email"] == EVA.email
    assert len(about["calls"]) == 3
    assert SURNAME not in str(about)
    review = about["calls"][0]["reviews"][0]
    assert review["marks"]
    assert review["words"]["plan"] == "ticho"
    assert review["broken_rules"][0]["quote"]
    assert {one["cause"] for one in review["marks"]} == {"", "no_training"}
    assert review["plan_steps"] == []


def test_a_reviewer_is_handed_out_what_they_wrote_and_have_not_sent(
    database: Database, tapes: list[Tape]
) -> None:
    StoredReviews(database).pin_card(CARD)
    book, erasure, round_of = StoredDrafts(database), Erasure(database), uuid4()
    for reviewer in ("trainer", "other"):
        book.keep_draft(Unsent(draft(tapes[0].call, reviewer=reviewer), NOW, f"Heard by {reviewer}"))
    blind = draft(tapes[1].call, reviewer="trainer")
    book.keep_draft(Unsent(blind, NOW + timedelta(minutes=1), about=round_of))
    StoredDesk(database).keep_view("trainer", SavedView("mine", "flagged"))
    about = reps_data(database, erasure.rep("trainer"))
    whole, marked = about["drafts"]
    assert (whole["call"], whole["at"]) == (str(tapes[0].call), NOW.isoformat(timespec="milliseconds"))
    assert whole["draft"]["comment"] == "Heard by trainer"
    assert len(whole["draft"]["marks"]) == len(draft(tapes[0].call).marks) > 0
    assert (marked["call"], marked["about"]) == (str(tapes[1].call), str(round_of))
    assert about["saved_views"] == [{"name": "mine", "line": "flagged"}]
    assert "Heard by other" not in str(about)


def test_a_damaged_draft_is_handed_out_as_it_lies_there(database: Database, tapes: list[Tape]) -> None:
    StoredReviews(database).pin_card(CARD)
    StoredDrafts(database).keep_draft(Unsent(draft(tapes[0].call, reviewer="trainer"), NOW))
    with database.writing() as db:
        db.execute(review_draft.update().values(data="half of a"))
    (damaged,) = reps_data(database, Erasure(database).rep("trainer"))["drafts"]
    assert damaged["draft"] == "half of a"


def test_nobody_is_nobody(database: Database, tapes: list[Tape]) -> None:
    erasure = Erasure(database)
    assert not erasure.customer("").known
    assert not erasure.customer("159").known
    assert not erasure.customer("somebody@else.example").known
    assert not erasure.rep("nobody").known
    assert not erasure.rep("").known


def test_files_set_aside_forget_them_too(database: Database, tapes: list[Tape], tmp_path: Path) -> None:
    unknown = made(LeadCard(first_name=NAME, phone="777 314 159"))
    events = [*tapes[0].events, *tapes[2].events, *unknown.events]
    path = tmp_path / "callcue.db.refused-00.jsonl"
    path.write_bytes(b"".join(map(spool_line, events)) + b"not a line\n")
    (tmp_path / "callcue.db.refused-01.jsonl").write_bytes(spool_line(tapes[1].events[0]))
    erasure = Erasure(database)
    person = erasure.customer(PHONE)
    gone = len(tapes[0].events) + len(unknown.events) + 1
    assert erasure.forget_beside(PHONE, person, [tmp_path]) == gone
    left = parsed_spool(path.read_bytes())
    assert (list(left.items), left.unreadable) == (tapes[2].events, 1)
    assert sorted(tmp_path.glob("*.refused-*")) == [path]


def test_of_two_reps_with_one_name_none_is_taken(database: Database) -> None:
    tapes = [made(LeadCard(), rep_card=replace(EVA, rep_id=login, email="")) for login in ("e1", "e2")]
    store_events(database, [one.events for one in tapes], [SOURCE])
    person = Erasure(database).rep(EVA.name)
    assert (person.known, person.names) == (False, ("e1", "e2"))
    assert Erasure(database).rep("e2").known
