"""The whole inbox as a frozen value."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from uuid import UUID

from app.call.conversation import Turn
from app.call.events import NudgeKind
from app.review.intervals import Share
from app.review.lessons import ProposalKind
from app.review.proposals import Decision, Place, Proposal, ProposalMoment
from app.review.wordings import Comparison


class Tab(StrEnum):
    """The three pages, in the order of their keys."""

    PROPOSALS = "proposals"
    WORDINGS = "wordings"
    REMINDERS = "reminders"


@dataclass(frozen=True, slots=True)
class ProposalRow:
    """One proposal with what the playbook says now. ``known``: the playbook says so by now; ``title`` is its name."""

    proposal: Proposal
    title: str
    says: str
    known: bool
    folded: str


@dataclass(frozen=True, slots=True)
class MomentRow:
    """One moment of the chosen proposal. ``stage`` and ``answer`` are in the words of the playbook."""

    moment: ProposalMoment
    stage: str
    answer: str


@dataclass(frozen=True, slots=True)
class Replay:
    """A call's text; ``seq`` is the event that it was opened for."""

    call: UUID
    seq: int
    turns: tuple[Turn, ...]


@dataclass(frozen=True, slots=True)
class Detail:
    """What is known of the chosen proposal. ``place`` tells the lines of YAML, unless its target is gone."""

    place: Place | None = None
    moments: tuple[MomentRow, ...] = ()
    replay: Replay | None = None


@dataclass(frozen=True, slots=True)
class TrialCard:
    """A line or response under test: its wordings each against each, corrected for the number of pairs.

    ``left_out`` counts calls that had other wordings here, before the playbook was changed.
    """

    title: str
    name: str
    is_line: bool
    wordings: tuple[str, ...]
    comparisons: tuple[Comparison, ...]
    left_out: int = 0
    sample: bool = False


@dataclass(frozen=True, slots=True)
class ReminderCard:
    """One kind of reminder: followed among shown, and whether it is switched off here."""

    nudge: NudgeKind
    followed: Share
    off: bool


@dataclass(frozen=True, slots=True)
class InboxScene:
    """Everything on the screen. ``rows`` are those that fit the filters; ``piles`` counts proposals by decision."""

    tab: Tab = Tab.PROPOSALS
    ready: bool = False
    troubled: bool = False
    query: str = ""
    kind: ProposalKind | None = None
    playbook: str = ""
    playbooks: tuple[tuple[str, str], ...] = ()
    pile: Decision = Decision.NEW
    piles: tuple[tuple[Decision, int], ...] = ()
    kinds: tuple[tuple[ProposalKind, int], ...] = ()
    rows: tuple[ProposalRow, ...] = ()
    chosen: int = -1
    detail: Detail = Detail()
    copied: bool = False
    unopened: str = ""
    trials: tuple[TrialCard, ...] = ()
    reminders: tuple[ReminderCard, ...] = ()

    @property
    def row(self) -> ProposalRow | None:
        """The chosen proposal."""
        return next((row for row in self.rows if row.proposal.key == self.chosen), None)
