"""What review needs from the world outside: the book of proposals and what is counted over all calls."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from app.call.experience import LineExperience
    from app.call.likely import MetCount
    from app.review.lessons import NudgeCount
    from app.review.proposals import Decision, Proposal, ProposalMoment


@dataclass(frozen=True, slots=True)
class TrialRow:
    """The wording that one call had. ``revision`` tells of which texts the wording is one."""

    wording: int
    did_well: bool
    revision: str


@dataclass(frozen=True, slots=True)
class TrialRows:
    """A line or response under test in the calls of one playbook, in the order in which they ended."""

    playbook: str
    lang: str
    name: str
    rows: tuple[TrialRow, ...]
    sample: bool = False


class ProposalBook(Protocol):
    """What calls proposed. Every method raises BookUnavailable when the database cannot be used now."""

    def proposals(self) -> tuple[Proposal, ...]:
        """All proposals, the newest seen first."""

    def moments(self, proposal: int, limit: int = 20) -> tuple[ProposalMoment, ...]:
        """The moments that a proposal was seen in, newest first."""

    def decide(self, proposal: int, decision: Decision, by: str, at: datetime) -> None:
        """Notes what was made of a proposal; accepted ones credit the rep who came with it first."""

    def taken(self, rep: str, limit: int = 3) -> tuple[Proposal, ...]:
        """Accepted proposals credited to ``rep``, newest first."""


class LessonBook(Protocol):
    """What recorded calls teach. Every method raises BookUnavailable when the database cannot be read now."""

    def met(self, playbook: str, *, sample: bool = False) -> tuple[MetCount, ...]:
        """How often each objection was met in calls with this playbook."""

    def experience(self, rep: str, playbook: str, lang: str) -> Mapping[str, LineExperience]:
        """How each line went in the rep's last calls with this playbook."""

    def trials(self) -> tuple[TrialRows, ...]:
        """Everything under test, with its results."""

    def nudges(self) -> tuple[NudgeCount, ...]:
        """Every kind of reminder with how often it was shown and followed, over all calls but samples."""
