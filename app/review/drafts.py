"""Reviews that are not sent yet: marks, words and a comment under way, kept for each reviewer and call until they are.

A trainer's review, the trainer's blind marks and a rep's own rating of one call are drafts of their own.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields
from datetime import datetime
from typing import Any, Protocol
from uuid import UUID

from app.call.masking import mask
from app.review.desk import Feedback, GivenFail, GivenMark, ReviewDraft
from app.review.scoring import Basis, Mark

_FEEDBACK = frozenset(one.name for one in fields(Feedback))


@dataclass(frozen=True, slots=True)
class Unsent:
    """A review as far as it is, and the comment that is being typed. ``at`` is when it was last changed.

    ``about`` is the review that a rep's own rating is set against, or the calibration that blind marks are for; ``None``
    for a trainer's review.
    """

    review: ReviewDraft
    at: datetime
    comment: str = ""
    about: UUID | None = None


class DraftUnreadable(ValueError):
    """A draft that a newer program wrote, or that is damaged."""


class DraftBook(Protocol):
    """Keeps drafts. Every method raises BookUnavailable when the database cannot be used now."""

    def keep_draft(self, unsent: Unsent) -> None:
        """Keeps a draft in place of the one before. Raises NotRecorded when there is no such call."""

    def draft(self, reviewer: str, call: UUID, about: UUID | None = None) -> Unsent | None:
        """The draft of ``reviewer`` for a call; ``None`` when there is none that can be read."""

    def drop_draft(self, reviewer: str, call: UUID, about: UUID | None = None) -> None:
        """Throws a draft away."""

    def drafts(self, reviewer: str) -> frozenset[UUID]:
        """The calls that ``reviewer`` has a draft of a trainer's review for."""


def to_data(unsent: Unsent) -> dict[str, Any]:
    """A draft as plain values with card and birth numbers masked; all else that ``from_data`` asks is kept beside it."""
    review = unsent.review
    return {
        "card": review.card_revision,
        "basis": str(review.basis),
        "marks": [_mark_data(one) for one in review.marks],
        "fails": [{"rule": one.rule, "quote": mask(one.quote), "seq": one.seq} for one in review.fails],
        "feedback": {
            name: mask(value) if isinstance(value, str) else value
            for name, value in asdict(review.feedback).items()
        },
        "begun": review.begun.isoformat() if review.begun is not None else "",
        "comment": mask(unsent.comment),
        "own": review.own,
    }


def from_data(
    data: Mapping[str, Any], reviewer: str, call: UUID, at: datetime, about: UUID | None = None
) -> Unsent:
    """The draft that ``to_data`` gave.

    Raises:
        DraftUnreadable: It is not what ``to_data`` gives.
    """
    try:
        review = ReviewDraft(
            call,
            reviewer,
            data["card"],
            Basis(data["basis"]),
            tuple(_mark(one) for one in data["marks"]),
            tuple(GivenFail(one["rule"], one["quote"], one["seq"]) for one in data["fails"]),
            Feedback(**{name: value for name, value in data["feedback"].items() if name in _FEEDBACK}),
            begun=datetime.fromisoformat(data["begun"]) if data["begun"] else None,
            own=bool(data.get("own", False)),
        )
        return Unsent(review, at, str(data["comment"]), about)
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise DraftUnreadable(f"The draft for the call {call} cannot be read: {error!r}.") from error


def _mark_data(one: GivenMark) -> dict[str, Any]:
    return {
        "criterion": one.mark.criterion,
        "value": one.mark.value,
        "na_reason": one.mark.na_reason,
        "cause": one.cause,
        "words": mask(one.words),
        "seq": one.seq,
    }


def _mark(data: Mapping[str, Any]) -> GivenMark:
    mark = Mark(str(data["criterion"]), data["value"], str(data["na_reason"]))
    return GivenMark(mark, str(data["cause"]), str(data["words"]), data["seq"])
