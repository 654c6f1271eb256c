"""What a call may propose for its playbook, as values; loads nothing of the call itself."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from app.call.step_name import OBJECTIONS

__all__ = ["OBJECTIONS", "Followed", "Hint", "Moment", "ProposalKind"]


class ProposalKind(StrEnum):
    """What a call proposes for the playbook."""

    OWN_WORDS = "own_words"
    UNLISTED = "unlisted"
    HEARD = "heard"


class Followed(StrEnum):
    """What came after the moment of a proposal."""

    ANSWERED = "answered"
    SETTLED = "settled"
    OPEN = "open"
    FINAL = "final"
    OUTCOME = "outcome"
    NOTHING = "nothing"


@dataclass(frozen=True, slots=True)
class Moment:
    """Where in a call it was: ``ms`` since the start; ``followed`` with ``words`` (an answer's code or the outcome's)."""

    seq: int
    ms: int
    stage: str
    line: str
    mood: str
    followed: Followed
    words: str = ""


@dataclass(frozen=True, slots=True)
class Hint:
    """One proposal out of one call. ``target`` is a line, a step of an objection, an objection, or empty (unlisted)."""

    kind: ProposalKind
    target: str
    words: str
    moment: Moment
    family: str = ""
