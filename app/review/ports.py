"""What review needs from the world outside: proposals, what is counted over all calls, the desk and its reviews."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Protocol
from uuid import UUID

if TYPE_CHECKING:
    from app.call.experience import LineExperience
    from app.call.likely import MetCount
    from app.playbook.source import Source, SourceFile
    from app.review.desk import (
        Comment,
        Correction,
        Count,
        DeskRow,
        Dispute,
        DrawnQueue,
        GivenMark,
        Opening,
        Review,
        ReviewDraft,
        Ruling,
        SavedView,
        Search,
    )
    from app.review.figures import Counted, FigureName
    from app.review.lessons import NudgeCount
    from app.review.proposals import Decision, Proposal, ProposalMoment
    from app.review.query import Field, Query
    from app.review.sampling import Candidate


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


class CallDesk(Protocol):
    """Finds recorded calls for review. Every method raises BookUnavailable when the database cannot be read now."""

    def rows(self, search: Search, first: int, limit: int) -> tuple[DeskRow, ...]:
        """The calls from the place ``first`` (from 0) on; fewer than ``limit`` at the end.

        Raises SearchStopped when it was stopped.
        """

    def count(self, search: Search) -> Count:
        """How many calls there are. Raises SearchStopped when it was stopped."""

    def stop(self) -> None:
        """Stops what is being searched now, from any thread; whoever searches gets SearchStopped."""

    def known(self) -> Mapping[Field, tuple[str, ...]]:
        """Values that occur in the records, for fields without codes: reps, sources, campaigns, playbooks."""

    def candidates(self, search: Search, limit: int) -> tuple[Candidate, ...]:
        """Calls that may be drawn into a queue, with their risks."""

    def views(self, owner: str) -> tuple[SavedView, ...]:
        """The saved views of ``owner`` by name."""

    def keep_view(self, owner: str, view: SavedView) -> None:
        """Keeps a view; one with the same name is replaced."""

    def drop_view(self, owner: str, name: str) -> None:
        """Forgets a view."""


class ReviewBook(Protocol):
    """Reviews with their whole history. Every method raises BookUnavailable when the database cannot be used now."""

    def pin_card(self, file: SourceFile) -> None:
        """Keeps the exact text of a scorecard under its revision."""

    def card(self, revision: str) -> SourceFile | None:
        """The scorecard that a review was made with."""

    def reviews(self, call: UUID) -> tuple[Review, ...]:
        """The sent reviews of a call, newest first."""

    def send(self, draft: ReviewDraft, at: datetime) -> Review:
        """Keeps a review; its card must have been pinned."""

    def correct(self, review: UUID, mark: GivenMark, by: str, at: datetime) -> None:
        """Adds a newer version of one mark; the older stays."""

    def take_back(self, corrections: Sequence[Correction], by: str, at: datetime) -> tuple[Correction, ...]:
        """Adds newer versions of many marks, all or nothing; gives back those left out because a newer mark is there."""

    def history(self, review: UUID, criterion: str) -> tuple[GivenMark, ...]:
        """All versions of one mark, oldest first."""

    def of_rep(self, rep: str, limit: int = 20) -> tuple[Review, ...]:
        """Trainers' reviews of this rep's calls, newest first."""

    def dispute(self, dispute: Dispute) -> None:
        """Keeps a rep's answer to a mark."""

    def disputes(self, review: UUID) -> tuple[Dispute, ...]:
        """All answers to the marks of a review, oldest first."""

    def decide(self, dispute: int, ruling: Ruling, answer: str, by: str, at: datetime) -> None:
        """Notes what came of a dispute."""

    def second_read(self, fail: int, reader: str, confirmed: bool, answer: str, at: datetime) -> None:  # noqa: FBT001
        """The second reader's finding on a broken rule."""

    def comment(self, comment: Comment) -> None:
        """Keeps a comment."""

    def comments(self, call: UUID) -> tuple[Comment, ...]:
        """The comments on a call, oldest first."""

    def note_opening(self, call: UUID, person: str, at: datetime) -> None:
        """Notes that somebody looked at a call."""

    def openings(self, call: UUID) -> tuple[Opening, ...]:
        """Who looked at a call, newest first."""

    def keep_queue(self, owner: str, queue: DrawnQueue, at: datetime) -> None:
        """Keeps a drawn queue as the present one of ``owner``."""

    def queue(self, owner: str) -> DrawnQueue | None:
        """The present queue of ``owner``, without the calls that ``owner`` has reviewed since."""


class FigureBook(Protocol):
    """Counts what figures are made of. Every method raises BookUnavailable when the database cannot be read now."""

    def counted(self, name: FigureName, query: Query) -> Counted:
        """What the figure ``name`` needs of the closed calls of ``query``. Raises SearchStopped when it was stopped."""

    def texts(self, playbooks: Collection[str]) -> Mapping[tuple[str, str], Source]:
        """The newest text that calls with these playbooks (all, when empty) were made with, by playbook and language."""

    def stop(self) -> None:
        """Stops what is being counted now, from any thread; whoever counts gets SearchStopped."""
