"""Reviews that are not sent yet come back as they were, one for each reviewer and call, until they are sent."""

from __future__ import annotations

from datetime import timedelta
from uuid import UUID

import pytest

from app.call.identity import new_call_id
from app.review.desk import Feedback, GivenFail, GivenMark, NotRecorded, ReviewDraft
from app.review.drafts import DraftUnreadable, Unsent, from_data, to_data
from app.review.scoring import Basis, Mark
from app.store.bulk import store_events
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
    with database.writing() as db:
        keys = list(db.execute(call.select().with_only_columns(call.c.key)).scalars())
        forget_reviews(db, keys)
    assert book.drafts("trainer") == frozenset()
