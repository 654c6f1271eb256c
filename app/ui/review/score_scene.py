"""What the right of the review desk shows at one moment: the sheet under way, what is missing, the queue."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Protocol

from app.review.scorecard import Scale
from app.ui.review.draft_state import DraftState
from app.ui.review.sheet import Lack, Sheet

if TYPE_CHECKING:
    from app.playbook.vocabulary import Label
    from app.review.coaching import Choice
    from app.review.desk import Dispute, DrawnQueue, GivenMark, Review
    from app.review.sampling import Queued


class SendState(StrEnum):
    """How far the sending is."""

    OPEN = "open"
    SENDING = "sending"
    SENT = "sent"
    NOT_KEPT = "not_kept"


@dataclass(frozen=True, slots=True)
class Waiting:
    """A disputed mark, or a broken rule for a second reader (``fail``). ``id`` is the dispute's or the finding's.

    ``marks`` are what the trainer and the rep gave where a mark is disputed, on the criterion's ``scale``; ``by`` is whoever
    said it, ``seq`` the moment that it points to.
    """

    id: int
    label: Label
    words: str
    fail: bool = False
    scale: Scale = Scale.THREE
    marks: tuple[GivenMark | None, GivenMark | None] | None = None
    by: str = ""
    seq: int | None = None


@dataclass(frozen=True, slots=True)
class ScoreScene:
    """The whole right side. ``sheet`` is ``None`` while no call is open or no card can be read.

    Attributes:
        card_fault: Where and why the scorecard of the open call cannot be used.
        lacks: What is missing; shown once sending was tried.
        reviews: Earlier reviews of this call, newest first.
        queued: Why the open call is in the queue, if it is.
        waiting: What about earlier reviews waits for an answer of this person.
        left: Calls of the queue still to be reviewed.
        choices: What a plan may be counted by.
        draft: Whether what is not sent yet is safe.
        others: Drafts of other calls.
    """

    sheet: Sheet | None = None
    no_card: bool = False
    card_fault: Label | None = None
    lacks: tuple[Lack, ...] = ()
    tried: bool = False
    state: SendState = SendState.OPEN
    reviews: tuple[Review, ...] = ()
    disputes: tuple[Dispute, ...] = ()
    queue: DrawnQueue | None = None
    queued: Queued | None = None
    left: int = 0
    waiting: tuple[Waiting, ...] = ()
    person: str = ""
    choices: tuple[Choice, ...] = ()
    draft: DraftState = DraftState.NONE
    others: int = 0


class ScoreView(Protocol):
    """The right of the desk as the presenter sees it."""

    def show_score(self, scene: ScoreScene) -> None:
        """Shows ``scene``."""

    def point_at(self, lack: Lack) -> None:
        """Brings what is missing into sight, with the caret."""
