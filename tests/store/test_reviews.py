"""Reviews come back as they were sent, with every version of every mark, and what is said about them."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path
from uuid import UUID

import pytest

from app.call.identity import new_call_id
from app.playbook.source import SourceFile
from app.review.agreement import agreement
from app.review.calibrating import AnchorNote, Calibration, StillBlind, leaning, units_by_criterion
from app.review.desk import (
    Comment,
    Correction,
    Dispute,
    DrawnQueue,
    Feedback,
    GivenFail,
    GivenMark,
    NotRecorded,
    Opening,
    ReviewDraft,
    Ruling,
    Search,
    SortBy,
)
from app.review.query import read_query
from app.review.sampling import Queued, Risk, Why
from app.review.scorecard import read_card
from app.review.scoring import Basis, Mark, score
from app.store.bulk import store_events
from app.store.calibrations import StoredCalibrations
from app.store.calls import StoredCalls
from app.store.database import Database
from app.store.desk import StoredDesk
from app.store.desk_tables import calibration_call
from app.store.reviews import StoredReviews
from tests.store.desk_calls import NOW, SOURCE, some_calls

CARD_FILE = Path(__file__).parents[2] / "playbooks" / "scorecards" / "sales.yaml"
CARD = SourceFile("scorecards/sales.yaml", CARD_FILE.read_bytes())
CARD_READ = read_card(CARD)
COMPLAINT = SourceFile("scorecards/complaint.yaml", CARD_FILE.with_name("complaint.yaml").read_bytes())
LATER = NOW + timedelta(hours=1)


@pytest.fixture
def calls(database: Database) -> list[UUID]:
    """Ids of some closed calls, the card pinned."""
    made = some_calls(11, 6)
    store_events(database, [one.tape.events for one in made], [SOURCE])
    StoredReviews(database).pin_card(CARD)
    return [one.tape.call for one in made]


def draft(call: UUID, value: int = 1, reviewer: str = "trainer", **more: object) -> ReviewDraft:
    """A heard review that gives ``value`` on everything."""
    marks = {one.id: Mark(one.id, min(value, one.scale.top)) for one in CARD_READ.criteria}
    first = next(iter(marks))
    fields: dict[str, object] = {
        "call": call,
        "reviewer": reviewer,
        "card_revision": CARD_READ.revision,
        "basis": Basis.HEARD,
        "marks": tuple(
            GivenMark(mark, "no_training" if mark.criterion == first else "", "řekl to pozdě", seq=3, at=NOW)
            for mark in marks.values()
        ),
        "fails": (GivenFail("false_claim", "„to je zdarma“", 4),),
        "feedback": Feedback("klid", "na začátku", "ptal se", "odpověď", "ticho", 3, "2026-12-01", 2, 3),
        "score": score(CARD_READ, marks, Basis.HEARD).percent,
        "begun": NOW - timedelta(minutes=9),
    }
    return ReviewDraft(**{**fields, **more})  # type: ignore[arg-type]


def test_a_review_comes_back_as_it_was_sent(database: Database, calls: list[UUID]) -> None:
    book = StoredReviews(database)
    sent = book.send(draft(calls[0]), NOW)
    (kept,) = book.reviews(calls[0])
    assert kept == sent
    wanted = draft(calls[0])
    assert kept.sent == NOW
    assert kept.draft.marks == tuple(replace(one, by="trainer") for one in wanted.marks)
    assert kept.draft.feedback == wanted.feedback
    assert (kept.draft.score, kept.draft.basis, kept.draft.begun) == (wanted.score, Basis.HEARD, wanted.begun)
    (fail,) = kept.draft.fails
    assert (fail.rule, fail.quote, fail.seq, fail.confirmed) == ("false_claim", "„to je zdarma“", 4, None)
    assert book.card(CARD_READ.revision) == CARD
    assert book.card("00" * 32) is None


def test_the_book_of_calls_knows_who_was_reviewed(database: Database, calls: list[UUID]) -> None:
    book = StoredCalls(database)
    (judged,) = book.summaries(calls[:1])
    assert not book.any_reviewed(judged.rep)
    StoredReviews(database).send(draft(calls[0]), NOW)
    assert book.any_reviewed(judged.rep)
    assert not book.any_reviewed("nobody")


def test_scores_heard_and_from_the_record_only_are_kept_apart(database: Database, calls: list[UUID]) -> None:
    book, desk = StoredReviews(database), StoredDesk(database, now=lambda: NOW)
    book.send(draft(calls[0], 1), NOW)
    book.send(draft(calls[1], 2, basis=Basis.RECORD_ONLY), NOW)

    def found(line: str, *, descending: bool = True) -> list[tuple[UUID, Basis | None]]:
        search = Search(read_query(line, NOW.date()), SortBy.SCORE, descending)
        return [(row.call, row.basis) for row in desk.rows(search, 0, 10)]

    heard, record = (calls[0], Basis.HEARD), (calls[1], Basis.RECORD_ONLY)
    for descending in (True, False):
        assert found("reviewed", descending=descending) == [heard, record]
    assert (found("score>0"), found("record>0")) == ([heard], [record])
    assert (found("reviewed:heard"), found("reviewed:record")) == ([heard], [record])
    book.send(draft(calls[1], 0), LATER)
    assert found("reviewed:record") == []


def test_the_table_shows_the_newest_trainers_score(database: Database, calls: list[UUID]) -> None:
    book, desk = StoredReviews(database), StoredDesk(database, now=lambda: NOW)
    book.send(draft(calls[0], 2, "rep", own=True), NOW)
    assert desk.count(Search(read_query("reviewed", NOW.date()))).calls == 0
    book.send(draft(calls[0], 2), NOW)
    book.send(draft(calls[0], 0), LATER)
    (row,) = desk.rows(Search(read_query("reviewed score<10", NOW.date())), 0, 10)
    assert (row.call, row.score, row.reviewed) == (calls[0], 0.0, True)
    assert [one.draft.own for one in book.reviews(calls[0])] == [False, False, True]
    assert len(book.of_rep(row.rep)) == 2


def test_a_corrected_mark_keeps_the_older_ones_and_moves_the_score(
    database: Database, calls: list[UUID]
) -> None:
    book = StoredReviews(database)
    sent = book.send(draft(calls[0], 2), NOW)
    criterion = CARD_READ.criteria[0].id
    assert sent.draft.score == 100
    book.correct(sent.id, GivenMark(Mark(criterion, 0), words="slyšeno znovu", seq=9), "head", LATER)
    first, second = book.history(sent.id, criterion)
    assert (first.version, first.mark.value, first.at) == (1, CARD_READ.criteria[0].scale.top, NOW)
    assert (second.version, second.mark.value, second.words, second.at) == (2, 0, "slyšeno znovu", LATER)
    assert (first.by, second.by) == ("trainer", "head")
    (kept,) = book.reviews(calls[0])
    assert len(kept.draft.marks) == len(CARD_READ.criteria)
    assert kept.draft.score == 100 - CARD_READ.criteria[0].weight
    (row,) = StoredDesk(database).rows(Search(read_query("reviewed", NOW.date())), 0, 5)
    assert row.score == kept.draft.score


def test_not_applicable_keeps_its_reason(database: Database, calls: list[UUID]) -> None:
    book = StoredReviews(database)
    mark = GivenMark(Mark(CARD_READ.criteria[0].id, None, "not_reached"), at=NOW)
    sent = book.send(draft(calls[0], marks=(mark,), score=None), NOW)
    assert sent.draft.marks == (replace(mark, by="trainer"),)
    assert sent.draft.score is None


def test_a_dispute_is_answered_once_and_may_be_reopened(database: Database, calls: list[UUID]) -> None:
    book = StoredReviews(database)
    sent = book.send(draft(calls[0]), NOW)
    criterion = CARD_READ.criteria[1].id
    book.dispute(Dispute(sent.id, criterion, "Ptal jsem se v 1:20.", "eva", NOW, seq=5))
    (waiting,) = book.disputes(sent.id)
    assert (waiting.ruling, waiting.words, waiting.seq) == (Ruling.WAITING, "Ptal jsem se v 1:20.", 5)
    book.decide(waiting.id, Ruling.KEPT, "Až po nabídce.", "trainer", LATER)
    with pytest.raises(NotRecorded, match="waits"):
        book.decide(waiting.id, Ruling.CHANGED, "", "trainer", LATER)
    book.dispute(Dispute(sent.id, criterion, "Je to i v poznámce.", "eva", LATER, reopens=waiting.id))
    first, second = book.disputes(sent.id)
    assert (first.ruling, first.answer) == (Ruling.KEPT, "Až po nabídce.")
    assert (second.reopens, second.ruling) == (first.id, Ruling.WAITING)
    assert (first.by, first.ruled_by, first.ruled) == ("eva", "trainer", LATER)
    assert (second.ruled_by, second.ruled) == ("", None)


def test_a_broken_rule_has_one_second_reader(database: Database, calls: list[UUID]) -> None:
    book = StoredReviews(database)
    (fail,) = book.send(draft(calls[0]), NOW).draft.fails
    with pytest.raises(NotRecorded, match="somebody else"):
        book.second_read(fail.id, "trainer", confirmed=True, answer="", at=LATER)
    book.second_read(fail.id, "head", confirmed=False, answer="Vytrženo.", at=LATER)
    with pytest.raises(NotRecorded, match="second reader"):
        book.second_read(fail.id, "head", confirmed=True, answer="", at=LATER)
    (kept,) = book.reviews(calls[0])[0].draft.fails
    assert (kept.reader, kept.confirmed, kept.answer, kept.read) == ("head", False, "Vytrženo.", LATER)


def test_comments_and_openings_are_kept(database: Database, calls: list[UUID]) -> None:
    book = StoredReviews(database)
    made = [Comment(calls[0], "trainer", "Tady zjistit.", NOW, 4), Comment(calls[0], "eva", "Dobře.", LATER)]
    for one in made:
        book.comment(one)
    found = book.comments(calls[0])
    assert [(one.author, one.words, one.at, one.seq) for one in found] == [
        (one.author, one.words, one.at, one.seq) for one in made
    ]
    book.note_opening(calls[0], "trainer", NOW)
    book.note_opening(calls[0], "head", LATER)
    assert book.openings(calls[0]) == (Opening("head", LATER), Opening("trainer", NOW))
    assert book.openings(calls[1]) == ()


def test_the_queue_shrinks_as_its_calls_are_reviewed(database: Database, calls: list[UUID]) -> None:
    book = StoredReviews(database)
    assert book.queue("trainer") is None
    book.send(draft(calls[1]), NOW - timedelta(days=1))
    drawn = (
        Queued(str(calls[0]), Why.RANDOM, frozenset()),
        Queued(str(calls[1]), Why.FLAGGED, frozenset({Risk.ANGRY, Risk.REP_FLAG})),
        Queued(str(new_call_id(NOW)), Why.RANDOM, frozenset()),
    )
    book.keep_queue("trainer", DrawnQueue(41, 0.6, "days:30", drawn), NOW)
    assert book.queue("trainer") == DrawnQueue(41, 0.6, "days:30", drawn[:2])
    book.send(draft(calls[0]), LATER)
    book.send(draft(calls[1], reviewer="other"), LATER)
    assert book.queue("trainer") == DrawnQueue(41, 0.6, "days:30", drawn[1:2])
    assert book.queue("other") is None


def test_what_is_not_recorded_is_refused(database: Database, calls: list[UUID]) -> None:
    book, stranger = StoredReviews(database), new_call_id(NOW)
    with pytest.raises(NotRecorded, match="call"):
        book.send(draft(stranger), NOW)
    with pytest.raises(NotRecorded, match="scorecard"):
        book.send(draft(calls[0], card_revision="ab" * 32), NOW)
    with pytest.raises(NotRecorded, match="review"):
        book.correct(stranger, GivenMark(Mark("x", 1)), "trainer", NOW)
    with pytest.raises(NotRecorded, match="call"):
        book.comment(Comment(stranger, "trainer", "…", NOW))
    assert book.reviews(stranger) == ()


def session(calls: list[UUID], at: datetime = NOW) -> Calibration:
    """A session over ``calls``."""
    cards = (CARD_READ.revision,) * len(calls)
    return Calibration(new_call_id(at), "Týden 48", CARD_READ.revision, "head", at, tuple(calls), cards=cards)


def test_a_session_is_blind_until_it_is_opened(database: Database, calls: list[UUID]) -> None:
    book, made = StoredCalibrations(database), session(calls[:2])
    book.begin(made)
    assert book.sessions() == (made,)
    for trainer, value in (("ann", 2), ("ben", 2), ("cyd", 0)):
        for call in calls[:2]:
            book.send(made.id, draft(call, value, trainer), NOW)
    with pytest.raises(StillBlind):
        book.reviews(made.id)
    assert book.progress(made.id) == {"ann": 2, "ben": 2, "cyd": 2}
    assert {one.draft.reviewer for one in book.own(made.id, "cyd")} == {"cyd"}
    with pytest.raises(NotRecorded):
        book.send(made.id, draft(calls[0], 1, "ann"), NOW)
    with pytest.raises(NotRecorded):
        book.send(made.id, draft(calls[5], 1, "ann"), NOW)
    book.open_up(made.id, LATER)
    found = book.reviews(made.id)
    assert len(found) == 6
    with pytest.raises(NotRecorded):
        book.send(made.id, draft(calls[1], 1, "dan"), LATER)
    units = units_by_criterion(found)
    assert set(units) == {(CARD_READ.revision, one.id) for one in CARD_READ.criteria}
    assert agreement(units[CARD_READ.revision, CARD_READ.criteria[0].id]).pairs == 6
    leans = leaning(found)
    assert leans["ann"][0] > 0 > leans["cyd"][0]
    assert leans["ann"][1] == 2 * len(CARD_READ.criteria)
    (kept,) = book.sessions()
    assert kept.opened == LATER
    note = AnchorNote(CARD_READ.criteria[0].id, "Jméno stačí.", "head", LATER, 1, CARD_READ.revision)
    book.note(made.id, note)
    assert book.notes(made.id) == (note,)


def test_each_call_of_a_session_is_marked_by_the_card_that_fits_it(
    database: Database, calls: list[UUID]
) -> None:
    reviews, book = StoredReviews(database), StoredCalibrations(database)
    reviews.pin_card(COMPLAINT)
    cards = (CARD_READ.revision, read_card(COMPLAINT).revision)
    made = replace(session(calls[:2]), cards=cards)
    book.begin(made)
    (kept,) = book.sessions()
    assert [kept.card_of(call) for call in calls[:2]] == list(cards)
    with pytest.raises(NotRecorded, match="scorecard"):
        book.begin(replace(session(calls[:1]), cards=("ab" * 32,)))


def test_a_session_of_an_earlier_version_has_one_card_for_all(database: Database, calls: list[UUID]) -> None:
    book, made = StoredCalibrations(database), session(calls[:2])
    book.begin(made)
    with database.writing() as db:
        db.execute(calibration_call.update().values(scorecard=None))
    (kept,) = book.sessions()
    assert kept.card_of(calls[1]) == CARD_READ.revision


def test_blind_reviews_count_nowhere_else(database: Database, calls: list[UUID]) -> None:
    book, made = StoredCalibrations(database), session(calls[:1])
    book.begin(made)
    book.send(made.id, draft(calls[0]), NOW)
    assert StoredReviews(database).reviews(calls[0]) == ()
    assert StoredDesk(database).count(Search(read_query("reviewed", NOW.date()))).calls == 0


def test_corrections_from_a_file_are_newer_versions_that_name_it(
    database: Database, calls: list[UUID]
) -> None:
    book = StoredReviews(database)
    sent = book.send(draft(calls[0]), NOW)
    first, second = (one.id for one in CARD_READ.criteria[:2])
    book.correct(sent.id, GivenMark(Mark(second, 0)), "jana", LATER)
    changes = [
        Correction(sent.id, GivenMark(Mark(first, 0), "habit", "z tabulky", origin="znamky.xlsx"), onto=1),
        Correction(sent.id, GivenMark(Mark(second, 1), origin="znamky.xlsx"), onto=1),
    ]
    assert book.take_back(changes, "petr", LATER) == (changes[1],)
    before, after = book.history(sent.id, first)
    assert (before.mark.value, before.origin) == (1, "")
    assert (after.mark.value, after.version, after.origin, after.at) == (0, 2, "znamky.xlsx", LATER)
    (kept,) = book.reviews(calls[0])
    newest = {one.mark.criterion: one.mark for one in kept.draft.marks}
    assert newest[second] == Mark(second, 0)
    assert kept.draft.score == score(CARD_READ, newest, Basis.HEARD).percent


def test_corrections_are_all_or_nothing(database: Database, calls: list[UUID]) -> None:
    book = StoredReviews(database)
    sent = book.send(draft(calls[0]), NOW)
    first = CARD_READ.criteria[0].id
    changes = [
        Correction(sent.id, GivenMark(Mark(first, 0)), onto=1),
        Correction(UUID(int=5), GivenMark(Mark(first, 0)), onto=1),
    ]
    with pytest.raises(NotRecorded):
        book.take_back(changes, "petr", LATER)
    assert len(book.history(sent.id, first)) == 1
