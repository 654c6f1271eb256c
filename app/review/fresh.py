"""How many reviews wait for a rep, told to the start screen without loading the desk. Knows no Qt."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from app.review.desk import Review
    from app.review.ports import ReviewBook


def fresh_reviews(reviews: ReviewBook, rep: str) -> tuple[int, int]:
    """How many reviews the rep has, and how many wait for the rep's own rating. For the worker."""
    found = reviews.of_rep(rep)
    fresh = [one for one in found if own_rating(reviews.reviews(one.draft.call), one) is None]
    return len(found), len(fresh)


def own_rating(reviews: Sequence[Review], review: Review) -> Review | None:
    """The rep's own rating with the same card and basis as ``review``."""
    wanted = (review.draft.card_revision, review.draft.basis)
    return next(
        (one for one in reviews if one.draft.own and (one.draft.card_revision, one.draft.basis) == wanted),
        None,
    )
