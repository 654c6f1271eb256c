"""How marks become a score: Σ weight × mark ÷ best mark, over Σ weight of what applies, in per cent.

What does not apply leaves numerator and denominator. Under the card's share of applicable weight a call is "not scored".
There is no bonus. Reviews of calls that were heard and reviews from the record alone are never mixed: the latter rate
only what needs no hearing and give a record index of their own.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from app.review.intervals import Share, share
from app.review.scorecard import Criterion, Scorecard

FORMULA = "100 × Σ (w × m ÷ max) ÷ Σ w"
"""Printed beside every score; the sums run over the criteria that apply."""


class Basis(StrEnum):
    """What a review rests on."""

    HEARD = "heard"
    RECORD_ONLY = "record_only"


@dataclass(frozen=True, slots=True)
class Mark:
    """One judgement: ``value`` on the criterion's scale, or ``None`` for "does not apply" with a reason."""

    criterion: str
    value: int | None
    na_reason: str = ""


@dataclass(frozen=True, slots=True)
class Score:
    """``percent`` is ``None`` when too little applies ("not scored"). ``missing`` criteria have no mark yet.

    ``earned`` and ``applicable`` are weights; ``possible`` is the weight of everything on this basis.
    """

    basis: Basis
    percent: float | None
    earned: float
    applicable: float
    possible: float
    missing: tuple[str, ...]

    @property
    def scored(self) -> bool:
        """Whether enough of the weight applied."""
        return self.percent is not None


class MarkRefused(ValueError):
    """A mark that the card does not allow; the message says why."""


def rated(card: Scorecard, basis: Basis) -> tuple[Criterion, ...]:
    """The criteria that a review on this basis rates."""
    return tuple(one for one in card.criteria if basis is Basis.HEARD or not one.needs_hearing)


def score(card: Scorecard, marks: Mapping[str, Mark], basis: Basis) -> Score:
    """The score of ``marks`` (by criterion).

    Raises:
        MarkRefused: A mark is off its scale, or names a criterion that this basis does not rate.
    """
    criteria = {one.id: one for one in rated(card, basis)}
    for mark in marks.values():
        _allow(criteria, mark)
    possible = sum(one.weight for one in criteria.values())
    earned = applicable = 0.0
    missing = []
    for one in criteria.values():
        mark_of = marks.get(one.id)
        if mark_of is None:
            missing.append(one.id)
        elif mark_of.value is not None:
            applicable += one.weight
            earned += one.weight * mark_of.value / one.scale.top
    enough = possible > 0 and applicable * 100 >= card.scored_from * possible
    percent = 100 * earned / applicable if enough and applicable else None
    return Score(basis, percent, earned, applicable, possible, tuple(missing))


def _allow(criteria: Mapping[str, Criterion], mark: Mark) -> None:
    criterion = criteria.get(mark.criterion)
    if criterion is None:
        raise MarkRefused(f"'{mark.criterion}' is not rated on this basis.")
    if mark.value is not None and not 0 <= mark.value <= criterion.scale.top:
        raise MarkRefused(f"'{mark.criterion}' takes 0 to {criterion.scale.top}, not {mark.value}.")


LEAST_FOR_AVERAGE = 10
"""Under this many reviews of a rep, show the calls and no average."""


@dataclass(frozen=True, slots=True)
class Standing:
    """Several scores of the same basis together. ``mean`` is ``None`` under ten scored reviews."""

    basis: Basis
    n: int
    mean: float | None
    passed: Share


def standing(scores: Sequence[Score], basis: Basis, pass_mark: float = 80.0) -> Standing:
    """The scored reviews on one basis together; others are left out, never mixed in."""
    known = [one.percent for one in scores if one.basis is basis and one.percent is not None]
    mean = sum(known) / len(known) if len(known) >= LEAST_FOR_AVERAGE else None
    return Standing(basis, len(known), mean, share(sum(one >= pass_mark for one in known), len(known)))
