"""Keeps many reviews in few transactions: for sample data, not for a review that somebody sends."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import datetime
from itertools import islice

from app.call.people import RepCard
from app.playbook.source import SourceFile
from app.review.desk import ReviewDraft
from app.store.database import Database
from app.store.reps import rep_key
from app.store.review_rows import TRAINER, call_key
from app.store.reviews import add_review, pin, settle_score

_AT_ONCE = 500


def store_reviews(
    database: Database,
    cards: Iterable[SourceFile],
    reviews: Iterable[tuple[ReviewDraft, datetime]],
    progress: Callable[[int], None] | None = None,
    trainers: Iterable[RepCard] = (),
) -> int:
    """Keeps trainers' reviews with the moments when they were sent, and the cards they were made with; returns how many.

    ``trainers`` are those of the reviewers whose names are known.

    Raises:
        BookUnavailable: The database cannot be written now; transactions before it are kept.
        NotRecorded: A call is not in the database.
    """
    with database.writing() as db:
        for card in cards:
            pin(db, card)
        for trainer in trainers:
            rep_key(db, trainer)
    done, waiting = 0, iter(reviews)
    while part := list(islice(waiting, _AT_ONCE)):
        with database.writing() as db:
            for draft, sent in part:
                add_review(db, draft, sent, TRAINER)
                settle_score(db, call_key(db, draft.call))
        done += len(part)
        if progress is not None:
            progress(done)
    return done
