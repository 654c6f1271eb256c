"""The whole history of one mark: the rep's own rating, the trainer's mark, corrections, disputes and rulings, in time."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from enum import StrEnum

from app.review.desk import Dispute, GivenMark, Review, Ruling

_LONG_AGO = datetime.min.replace(tzinfo=UTC)


class StepKind(StrEnum):
    """What happened to a mark."""

    OWN = "own"
    GIVEN = "given"
    CORRECTED = "corrected"
    TAKEN_BACK = "taken_back"
    DISPUTED = "disputed"
    REOPENED = "reopened"
    RULED = "ruled"


@dataclass(frozen=True, slots=True)
class MarkStep:
    """One thing that happened to a mark.

    Attributes:
        by: Login of whoever did it; ``name`` is the name that goes with it, empty when it is not known.
        mark: The mark from then on, where one was given; ``before`` is the one that it took the place of.
        words: Why, as it was written.
        seq: The event that it points to.
    """

    kind: StepKind
    at: datetime | None
    by: str
    name: str = ""
    mark: GivenMark | None = None
    before: GivenMark | None = None
    words: str = ""
    seq: int | None = None
    ruling: Ruling = Ruling.WAITING


def mark_steps(
    review: Review, versions: Sequence[GivenMark], own: GivenMark | None, disputes: Sequence[Dispute]
) -> tuple[MarkStep, ...]:
    """All that happened to one mark of ``review``, oldest first.

    Args:
        review: The trainer's review.
        versions: All versions of the mark, oldest first.
        own: What the rep gave for the same criterion.
        disputes: The rep's answers to this mark, oldest first.

    What a trainer said when a mark was changed by a ruling stands with the ruling alone.
    """
    steps = [_version(review, one, before) for before, one in zip((None, *versions), versions, strict=False)]
    answers = {(one.ruled, one.answer) for one in disputes}
    steps = [replace(one, words="") if (one.at, one.words) in answers else one for one in steps]
    if own is not None:
        steps.append(_given(StepKind.OWN, own, None))
    for one in disputes:
        kind = StepKind.DISPUTED if one.reopens is None else StepKind.REOPENED
        steps.append(MarkStep(kind, one.at, one.by, one.by_name, words=one.words, seq=one.seq))
        if one.ruling is not Ruling.WAITING:
            said = MarkStep(
                StepKind.RULED, one.ruled, one.ruled_by, one.ruled_name, words=one.answer, ruling=one.ruling
            )
            steps.append(said)
    return tuple(sorted(steps, key=_in_time))


def _version(review: Review, one: GivenMark, before: GivenMark | None) -> MarkStep:
    """A version of the trainer's mark; the first is that of the review as it was sent."""
    kind = StepKind.TAKEN_BACK if one.origin else StepKind.GIVEN if before is None else StepKind.CORRECTED
    step = _given(kind, one, before)
    if step.by or kind is not StepKind.GIVEN:
        return step
    return replace(step, at=one.at or review.sent, by=review.draft.reviewer, name=review.reviewer_name)


def _given(kind: StepKind, one: GivenMark, before: GivenMark | None) -> MarkStep:
    return MarkStep(kind, one.at, one.by, one.by_name, one, before, one.words, one.seq)


def _in_time(step: MarkStep) -> tuple[datetime, bool]:
    """A mark that was changed by a ruling stands after the ruling of the same moment."""
    return step.at or _LONG_AGO, step.kind in (StepKind.CORRECTED, StepKind.TAKEN_BACK)
