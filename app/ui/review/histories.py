"""The histories of all marks of a review, as the desk and the rep's own screen show them. Knows no Qt."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from app.playbook.vocabulary import Label
from app.review.fresh import own_rating
from app.review.mark_history import MarkStep, mark_steps
from app.review.out.kept_reviews import KeptReviews
from app.review.scorecard import Scale, Scorecard

if TYPE_CHECKING:
    from app.review.desk import Dispute, GivenFail, GivenMark, Review
    from app.review.ports import ReviewBook


@dataclass(frozen=True, slots=True)
class MarkHistory:
    """One criterion with all that happened to its mark; ``reasons`` are the words for causes and for not applying."""

    label: Label
    scale: Scale = Scale.THREE
    steps: tuple[MarkStep, ...] = ()
    reasons: Mapping[str, Label] = field(default_factory=dict)

    @property
    def seq(self) -> int | None:
        """The moment that was pointed to last."""
        return next((one.seq for one in reversed(self.steps) if one.seq is not None), None)


@dataclass(frozen=True, slots=True)
class BrokenRule:
    """A rule that the trainer found broken, with what a second reader found."""

    rule: Label
    fail: GivenFail


@dataclass(frozen=True, slots=True)
class ReviewHistory:
    """A sent review with the histories of its marks; ``card`` is ``None`` where the one it was made with cannot be read."""

    review: Review
    card: Scorecard | None
    marks: tuple[MarkHistory, ...] = ()
    broken: tuple[BrokenRule, ...] = ()


def earlier_versions(book: ReviewBook, review: Review) -> dict[str, tuple[GivenMark, ...]]:
    """The older versions of marks that were corrected since, oldest first, by criterion. For the worker."""
    corrected = [one.mark.criterion for one in review.draft.marks if one.version > 1]
    return {name: book.history(review.id, name)[:-1] for name in corrected}


def mark_history(
    card: Scorecard | None,
    review: Review,
    given: GivenMark,
    earlier: Sequence[GivenMark],
    own: Review | None,
    disputes: Sequence[Dispute],
) -> MarkHistory:
    """The history of one mark of ``review``; ``own`` is the rep's rating beside it, ``disputes`` are those of the call."""
    name = given.mark.criterion
    criterion = card.criterion(name) if card is not None else None
    mine = own.draft.given(name) if own is not None else None
    if mine is not None and own is not None and mine.at is None:
        mine = replace(mine, at=own.sent, by=own.draft.reviewer, by_name=own.reviewer_name)
    said = [one for one in disputes if (one.review, one.criterion) == (review.id, name)]
    steps = mark_steps(review, (*earlier, given), mine, said)
    if card is None or criterion is None:
        return MarkHistory(Label(name, name), Scale.THREE, steps)
    return MarkHistory(criterion.text, criterion.scale, steps, {**card.causes, **card.na_reasons})


def broken_rules(card: Scorecard | None, review: Review) -> tuple[BrokenRule, ...]:
    """The rules that a review found broken."""
    rules = {one.id: one.text for one in card.auto_fails} if card is not None else {}
    return tuple(
        BrokenRule(rules.get(one.rule, Label(one.rule, one.rule)), one) for one in review.draft.fails
    )


def review_histories(
    book: ReviewBook, reviews: Sequence[Review], disputes: Sequence[Dispute]
) -> tuple[ReviewHistory, ...]:
    """The histories of the trainers' ``reviews`` of one call, newest first. For the worker."""
    cards = KeptReviews(book)
    theirs = (one for one in reviews if not one.draft.own)
    return tuple(_of(book, cards.card(one.draft.card_revision), one, reviews, disputes) for one in theirs)


def _of(
    book: ReviewBook,
    card: Scorecard | None,
    review: Review,
    reviews: Sequence[Review],
    disputes: Sequence[Dispute],
) -> ReviewHistory:
    earlier = earlier_versions(book, review)
    own = own_rating(reviews, review)
    marks = tuple(
        mark_history(card, review, one, earlier.get(one.mark.criterion, ()), own, disputes)
        for one in review.draft.marks
    )
    return ReviewHistory(review, card, marks, broken_rules(card, review))
