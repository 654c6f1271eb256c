"""Reviews that are not sent yet come back as they were, one for each reviewer and call, until they are sent."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from uuid import UUID, uuid4

import pytest

from app.call.identity import new_call_id
from app.review.calibrating import Calibration
from app.review.desk import Feedback, GivenFail, GivenMark, NotRecorded, ReviewDraft
from app.review.drafts import DraftUnreadable, Unsent, from_data, to_data
from app.review.scoring import Basis, Mark
from app.store.bulk import store_events
from app.store.calibrations import StoredCalibrations
from app.store.database import Database
from app.store.desk_tables import review_draft
from app.store.drafts import StoredDrafts
from app.store.erased_rows import forget_reviews
from app.store.reviews import StoredReviews
from app.store.tables import call
from tests.store.desk_calls import NOW, SOURCE, some_calls
from tests.store.test_reviews import CARD, CARD_READ, draft

LATER = NOW + timedelta(minutes=1)


@pytest.fixture
def calls(database: Database) -> list[UUID]:
    """Ids of some closed calls, the card pinned."""
    made = some_calls(11, 2)
    store_events(database, [one.tape.events for one in made], [SOURCE])
    StoredReviews(database).pin_card(CARD)
    return [one.tape.call for one in made]


def unsent(call_id: UUID, reviewer: str = "trainer", comment: str = "Tady „ticho“") -> Unsent:
    """A review half done."""
    marks = (
        GivenMark(Mark("must_asks", 0), "rushed", "nestihla", 4),
        GivenMark(Mark("checked", None, "no_objection")),
    )
    review = ReviewDraft(
        call_id,
        reviewer,
        CARD_READ.revision,
        Basis.HEARD,
        marks,
        (GivenFail("insult", "„…“", 9),),
        Feedback("klid", plan="nejdřív otázka", tries=4, due="2026-12-01", target="rule:dated_step"),
        begun=NOW,
    )
    return Unsent(review, LATER, comment)


def test_a_draft_comes_back_as_it_was(database: Database, calls: list[UUID]) -> None:
    book = StoredDrafts(database)
    book.keep_draft(unsent(calls[0], comment="first"))
    book.keep_draft(unsent(calls[0]))
    assert book.draft("trainer", calls[0]) == unsent(calls[0])
    assert book.draft("other", calls[0]) is None
    assert book.drafts("trainer") == {calls[0]}
    assert book.drafts("other") == frozenset()
    book.drop_draft("trainer", calls[0])
    assert book.drafts("trainer") == frozenset()


def test_sending_takes_only_the_own_draft_of_that_call_away(database: Database, calls: list[UUID]) -> None:
    book = StoredDrafts(database)
    for one in calls:
        book.keep_draft(unsent(one))
    book.keep_draft(unsent(calls[0], "other"))
    StoredReviews(database).send(draft(calls[0], own=True), NOW)
    assert book.drafts("trainer") == set(calls)
    StoredReviews(database).send(draft(calls[0]), NOW)
    assert book.drafts("trainer") == {calls[1]}
    assert book.drafts("other") == {calls[0]}


def test_own_and_blind_marks_of_a_call_are_drafts_of_their_own(database: Database, calls: list[UUID]) -> None:
    book, reviews = StoredDrafts(database), StoredReviews(database)
    answered = reviews.send(draft(calls[0], reviewer="other"), NOW)
    blind = uuid4()
    book.keep_draft(unsent(calls[0]))
    own = replace(unsent(calls[0]), about=answered.id)
    own = replace(own, review=replace(own.review, own=True, basis=answered.draft.basis))
    for one in (own, replace(unsent(calls[0], comment=""), about=blind), replace(own, about=uuid4())):
        book.keep_draft(one)
    assert book.draft("trainer", calls[0], answered.id) == own
    assert book.draft("trainer", calls[0]) == unsent(calls[0])
    assert book.drafts("trainer") == {calls[0]}
    reviews.send(draft(calls[0], own=True, basis=answered.draft.basis), NOW)
    assert book.draft("trainer", calls[0], answered.id) is None
    assert book.draft("trainer", calls[0]) is not None
    assert book.draft("trainer", calls[0], blind) is not None
    book.drop_draft("trainer", calls[0], blind)
    assert book.draft("trainer", calls[0], blind) is None
    assert book.drafts("trainer") == {calls[0]}


def test_blind_marks_that_are_sent_end_their_draft_and_no_other(
    database: Database, calls: list[UUID]
) -> None:
    book, sessions = StoredDrafts(database), StoredCalibrations(database)
    one, other = (
        Calibration(uuid4(), title, CARD_READ.revision, "trainer", NOW, tuple(calls)) for title in "ab"
    )
    for session in (one, other):
        sessions.begin(session)
        book.keep_draft(replace(unsent(calls[0]), about=session.id))
    book.keep_draft(unsent(calls[0]))
    sessions.send(one.id, draft(calls[0]), NOW)
    assert book.draft("trainer", calls[0], one.id) is None
    assert book.draft("trainer", calls[0], other.id) is not None
    assert book.drafts("trainer") == {calls[0]}


def test_a_call_that_is_gone_takes_no_draft(database: Database) -> None:
    with pytest.raises(NotRecorded):
        StoredDrafts(database).keep_draft(unsent(new_call_id(NOW)))


def test_a_draft_of_a_newer_program_is_left_alone(database: Database, calls: list[UUID]) -> None:
    book = StoredDrafts(database)
    book.keep_draft(unsent(calls[0]))
    with database.writing() as db:
        db.execute(review_draft.update().values(data='{"marks": 3}'))
    assert book.draft("trainer", calls[0]) is None
    data = to_data(unsent(calls[0]))
    assert from_data(data, "trainer", calls[0], LATER) == unsent(calls[0])
    with pytest.raises(DraftUnreadable):
        from_data({**data, "basis": "smelt"}, "trainer", calls[0], LATER)


def test_forgetting_what_reviews_say_forgets_drafts(database: Database, calls: list[UUID]) -> None:
    book = StoredDrafts(database)
    book.keep_draft(unsent(calls[0]))
    blind = uuid4()
    book.keep_draft(replace(unsent(calls[0]), about=blind))
    with database.writing() as db:
        keys = list(db.execute(call.select().with_only_columns(call.c.key)).scalars())
        forget_reviews(db, keys)
    assert book.drafts("trainer") == frozenset()
    assert book.draft("trainer", calls[0], blind) is None
