"""Reviews that are not sent yet: marks, words and a comment under way, kept for each reviewer and call until they are."""

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
    """A review as far as it is, and the comment that is being typed. ``at`` is when it was last changed."""

    review: ReviewDraft
    at: datetime
    comment: str = ""


class DraftUnreadable(ValueError):
    """A draft that a newer program wrote, or that is damaged."""


class DraftBook(Protocol):
    """Keeps drafts. Every method raises BookUnavailable when the database cannot be used now."""

    def keep_draft(self, unsent: Unsent) -> None:
        """Keeps a draft in place of the one before. Raises NotRecorded when there is no such call."""

    def draft(self, reviewer: str, call: UUID) -> Unsent | None:
        """The draft of ``reviewer`` for a call; ``None`` when there is none that can be read."""

    def drop_draft(self, reviewer: str, call: UUID) -> None:
        """Throws a draft away."""

    def drafts(self, reviewer: str) -> frozenset[UUID]:
        """The calls that ``reviewer`` has a draft for."""


def to_data(unsent: Unsent) -> dict[str, Any]:
    """A draft as plain values with card and birth numbers masked; call, reviewer and time are kept beside it."""
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
    }


def from_data(data: Mapping[str, Any], reviewer: str, call: UUID, at: datetime) -> Unsent:
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
        )
        return Unsent(review, at, str(data["comment"]))
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
