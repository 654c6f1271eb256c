"""Plans come from reviews, with what became of them; the calls that they are counted in are the rep's own, of one playbook."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta
from uuid import UUID

import pytest

from app.call.identity import new_call_id
from app.call.people import RepCard
from app.review.coaching import PlanStep, Standing, StepHow, Target, TargetKind, overdue
from app.review.desk import Feedback, NotRecorded
from app.store.bulk import store_events
from app.store.coaching import StoredCoaching
from app.store.database import Database
from app.store.reviews import StoredReviews
from tests.store.desk_calls import NOW, SOURCE
from tests.store.happenings import Tape
from tests.store.test_reviews import CARD, draft

TODAY = NOW.date()
PLAN = Feedback("klid", plan="otázka dřív", due="2026-11-20", target="rule:dated_step")


def calls_on(
    database: Database, days: list[int], rep: str = "eva", playbook: str = "desk", *, sample: bool = False
) -> list[UUID]:
    """Closed calls that began so many days after NOW."""
    tapes = []
    for day in days:
        tape = Tape(start=NOW + timedelta(days=day))
        tape.begin(
            rep=RepCard(rep, rep.title()), playbook=playbook, playbook_revision=SOURCE.revision, sample=sample
        )
        tape.finish("lost", reason="price")
        tapes.append(tape)
    store_events(database, [one.events for one in tapes], [SOURCE])
    return [one.call for one in tapes]


@pytest.fixture
def book(database: Database) -> StoredCoaching:
    """The book, the card pinned."""
    StoredReviews(database).pin_card(CARD)
    return StoredCoaching(database)


def send(database: Database, call: UUID, feedback: Feedback = PLAN, at: datetime = NOW) -> UUID:
    return StoredReviews(database).send(draft(call, feedback=feedback), at).id


def test_a_plan_is_read_with_its_call_and_what_is_counted(database: Database, book: StoredCoaching) -> None:
    (call,) = calls_on(database, [-1])
    send(database, call)
    (one,) = book.agreed("eva")
    assert (one.playbook, one.started, one.sample) == ("desk", NOW - timedelta(days=1), False)
    assert one.target == Target(TargetKind.RULE, "dated_step")
    assert (one.due, one.standing(TODAY)) == ("2026-11-20", Standing.OVERDUE)
    assert book.agreed("petr") == ()


def test_what_became_of_a_plan_is_added_and_the_newest_counts(
    database: Database, book: StoredCoaching
) -> None:
    (call,) = calls_on(database, [-1])
    review = send(database, call)
    (known,) = book.coached()
    assert (known.rep, known.name, known.dues) == ("eva", "Eva", ("2026-11-20",))
    assert overdue([known], TODAY) == 1
    book.step(review, PlanStep(StepHow.LONGER, "trainer", NOW, "2026-12-08"))
    (one,) = book.agreed("eva")
    assert (one.due, one.standing(TODAY)) == ("2026-12-08", Standing.OPEN)
    assert overdue(book.coached(), TODAY) == 0
    book.step(review, PlanStep(StepHow.REACHED, "trainer", NOW))
    (one,) = book.agreed("eva")
    assert one.standing(TODAY) is Standing.REACHED
    assert [step.how for step in one.steps] == [StepHow.LONGER, StepHow.REACHED]
    assert book.coached()[0].dues == ()
    with pytest.raises(NotRecorded):
        book.step(new_call_id(NOW), PlanStep(StepHow.REACHED, "trainer", NOW))


def test_a_review_without_a_plan_has_no_date_to_miss(database: Database, book: StoredCoaching) -> None:
    (call,) = calls_on(database, [-1])
    send(database, call, replace(PLAN, plan="", due=""))
    (known,) = book.coached()
    assert known.dues == ()
    assert not book.agreed("eva")[0].has_plan


def test_compared_are_calls_of_this_rep_with_this_playbook_and_no_samples_among_true_ones(
    database: Database, book: StoredCoaching
) -> None:
    earlier = calls_on(database, [-3, -2, -1])
    later = calls_on(database, [1, 2, 3])
    calls_on(database, [-2, 2], rep="petr")
    calls_on(database, [-2, 2], playbook="other")
    calls_on(database, [-2, 2], sample=True)
    send(database, earlier[0])
    (one,) = book.agreed("eva")
    assert [past.call for past in book.calls_before("eva", one, 10)] == list(reversed(earlier))
    assert [past.call for past in book.calls_after("eva", one, 2)] == later[:2]
