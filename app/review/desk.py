"""What the review desk reads and writes, as values: rows of the table, saved views, reviews, disputes, queues."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from uuid import UUID

from app.review.query import Query
from app.review.sampling import Queued
from app.review.scoring import Basis, Mark


class SortBy(StrEnum):
    """What the table may be sorted by."""

    STARTED = "started"
    CUSTOMER = "customer"
    OUTCOME = "outcome"
    SCORE = "score"
    TALK = "talk"
    REP = "rep"
    SOURCE = "source"
    PLAYBOOK = "playbook"
    MOOD = "mood"
    STAGE = "stage"
    MUSTS = "musts"
    OBJECTIONS = "objections"


@dataclass(frozen=True, slots=True)
class Search:
    """Which calls, in which order; the newest first unless said otherwise."""

    query: Query = field(default_factory=Query)
    sort: SortBy = SortBy.STARTED
    descending: bool = True


@dataclass(frozen=True, slots=True)
class Count:
    """How many calls a search finds; ``exact`` or an estimate that must be shown as one."""

    calls: int
    exact: bool = True


@dataclass(frozen=True, slots=True)
class DeskRow:
    """One call in the table. Times are UTC.

    ``score`` is that of the newest sent review and ``basis`` what that one rests on: scores of both kinds are never mixed.
    """

    call: UUID
    started: datetime
    talk_ms: int
    rep: str
    rep_name: str
    who: str
    company: str
    playbook: str
    lang: str
    source: str
    outcome: str
    reason: str
    score: float | None = None
    reviewed: bool = False
    flagged: bool = False
    sample: bool = False
    phone: str = ""
    key: int = 0
    mood_start: str = ""
    mood_end: str = ""
    last_stage: str = ""
    musts_asked: int = 0
    musts_total: int = 0
    objections_met: int = 0
    objections_open: int = 0
    value: float | None = None
    self_rating: int = 0
    basis: Basis | None = None


class NotRecorded(Exception):
    """A call, review, scorecard or dispute that is not in the database, or is settled already; the message says which."""


class SearchStopped(Exception):
    """A search was stopped from another thread before it was done."""


@dataclass(frozen=True, slots=True)
class SavedView:
    """A search line kept under a name."""

    name: str
    line: str
    sort: SortBy = SortBy.STARTED
    descending: bool = True


@dataclass(frozen=True, slots=True)
class DrawnQueue:
    """A drawn sample: the same seed, share and search give the same calls again."""

    seed: int
    random_share: float
    line: str
    calls: tuple[Queued, ...]


@dataclass(frozen=True, slots=True)
class GivenMark:
    """A mark with what the trainer says of it.

    Attributes:
        cause: Root cause of a bad mark, a code of ``causes``; empty when there is none.
        words: Why a computed mark was corrected, or a remark.
        seq: The event that the mark points to.
        version: Counts up with every change; older versions are kept.
        origin: Name of the file that the mark was taken from; empty when it was given in the window.
        by: Login of whoever gave this version, once it is kept; ``by_name`` is the name that goes with it.
    """

    mark: Mark
    cause: str = ""
    words: str = ""
    seq: int | None = None
    version: int = 1
    at: datetime | None = None
    origin: str = ""
    by: str = ""
    by_name: str = ""


@dataclass(frozen=True, slots=True)
class Correction:
    """A newer version of one mark of ``review``, to be added only while ``onto`` (0: no mark) is the newest."""

    review: UUID
    mark: GivenMark
    onto: int


@dataclass(frozen=True, slots=True)
class GivenFail:
    """A broken rule with the quoted moment. ``confirmed`` is what the second ``reader`` found at ``read``, ``None`` until then."""

    rule: str
    quote: str
    seq: int | None = None
    id: int = 0
    reader: str = ""
    confirmed: bool | None = None
    answer: str = ""
    reader_name: str = ""
    read: datetime | None = None


@dataclass(frozen=True, slots=True)
class Feedback:
    """One strength, one change as situation, behaviour and effect, and one behaviour to try by ``due`` (ISO date).

    ``target`` says what is counted to see whether it helped (see ``coaching``); empty for a plan in words only.
    """

    strength: str = ""
    situation: str = ""
    behaviour: str = ""
    effect: str = ""
    plan: str = ""
    tries: int = 3
    due: str = ""
    strength_seq: int | None = None
    change_seq: int | None = None
    target: str = ""


@dataclass(frozen=True, slots=True)
class ReviewDraft:
    """A review as it is sent. ``own`` is a rep's rating of their own call, kept apart from trainers' reviews."""

    call: UUID
    reviewer: str
    card_revision: str
    basis: Basis
    marks: tuple[GivenMark, ...]
    fails: tuple[GivenFail, ...] = ()
    feedback: Feedback = field(default_factory=Feedback)
    score: float | None = None
    begun: datetime | None = None
    own: bool = False

    def given(self, criterion: str) -> GivenMark | None:
        """The mark for this criterion, if one was given."""
        return next((one for one in self.marks if one.mark.criterion == criterion), None)


@dataclass(frozen=True, slots=True)
class Review:
    """A review as it was kept, with the newest version of each mark."""

    id: UUID
    sent: datetime
    draft: ReviewDraft
    reviewer_name: str = ""


class Ruling(StrEnum):
    """What came of a dispute."""

    WAITING = ""
    KEPT = "keep"
    CHANGED = "change"
    PARTIAL = "partial"


@dataclass(frozen=True, slots=True)
class Dispute:
    """A rep's answer to one mark. A reopened one names the one before; ``ruled_by`` tells who gave the ``ruling``, when ``ruled``."""

    review: UUID
    criterion: str
    words: str
    by: str
    at: datetime
    seq: int | None = None
    id: int = 0
    mark_version: int = 1
    ruling: Ruling = Ruling.WAITING
    answer: str = ""
    reopens: int | None = None
    by_name: str = ""
    ruled_by: str = ""
    ruled_name: str = ""
    ruled: datetime | None = None


@dataclass(frozen=True, slots=True)
class Comment:
    """A trainer's or rep's words, pinned to the event ``seq`` or to the whole call."""

    call: UUID
    author: str
    words: str
    at: datetime
    seq: int | None = None
    author_name: str = ""


@dataclass(frozen=True, slots=True)
class Opening:
    """Somebody looked at a call."""

    person: str
    at: datetime
    name: str = ""
