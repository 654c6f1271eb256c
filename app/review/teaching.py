"""What a call that is about to begin can know from recorded ones: the board's order and how each line went for the rep."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from app.call.experience import LineExperience
from app.call.likely import LikelyOrder, RecordedOrder
from app.call.ports import BookUnavailable
from app.review.ports import LessonBook


@dataclass(frozen=True, slots=True)
class Taught:
    """For ``LiveCall.start`` and ``resume``; ``None`` leaves the board in the author's order."""

    likely: LikelyOrder | None = None
    learnt: Mapping[str, LineExperience] = field(default_factory=dict)


NOTHING = Taught()
"""As if no call had ever been recorded."""


def taught(lessons: LessonBook, rep: str, playbook: str, lang: str, *, sample: bool = False) -> Taught:
    """What recorded calls teach for one with this playbook; nothing when the book cannot be read.

    A call must never wait for statistics. A sample call looks at sample calls where there are no others.
    """
    try:
        met = lessons.met(playbook) or (lessons.met(playbook, sample=True) if sample else ())
        learnt = lessons.experience(rep, playbook, lang)
    except BookUnavailable:
        return NOTHING
    return Taught(RecordedOrder(met) if met else None, learnt)
