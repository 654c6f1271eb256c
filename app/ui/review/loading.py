"""What is read when a call is opened at the desk: the record, its pinned text, its card, reviews and comments. Knows no Qt."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING, Protocol
from uuid import UUID

from app.call.events import CallStarted
from app.call.reps import RepProfile
from app.playbook.reading import read
from app.playbook.vocabulary import Label
from app.review.coaching import Choice, choices
from app.review.evidence import Proof, computed
from app.review.scorecard import CardUnreadable, Scorecard, read_card
from app.ui.review.replay_scene import Gap
from app.ui.review.retelling import Retelling, retell

if TYPE_CHECKING:
    from collections.abc import Mapping

    from app.call.people import RepCard
    from app.call.ports import CallBook
    from app.call.reps import RepBook
    from app.playbook.model import Playbook
    from app.playbook.source import SourceFile
    from app.review.coaching import CoachingBook
    from app.review.desk import Comment, Dispute, Opening, Review
    from app.review.drafts import DraftBook, Unsent
    from app.review.ports import CallDesk, ReviewBook


@dataclass(frozen=True, slots=True)
class Card:
    """A scorecard with the file that it was read from."""

    scorecard: Scorecard
    file: SourceFile


def sign_in(reps: RepBook, person: RepCard) -> None:
    """Keeps the name of somebody who never called, so that their reviews and comments carry it. For the worker."""
    known = reps.by_id(person.rep_id)
    if person.name and (known is None or not known.card.name):
        reps.keep(RepProfile(person))


class CardShelf(Protocol):
    """The scorecards of the folder. May be used from any thread."""

    def card_for(self, playbook: Playbook) -> Card | None:
        """The card that calls with this playbook are judged by; ``None`` when there is none.

        Raises:
            CardUnreadable: There is one, and it cannot be used.
        """


@dataclass(frozen=True, slots=True)
class DeskBooks:
    """Everything that the desk reads from and writes to."""

    calls: CallBook
    desk: CallDesk
    reviews: ReviewBook
    cards: CardShelf
    drafts: DraftBook
    coaching: CoachingBook
    reps: RepBook | None = None


@dataclass(frozen=True, slots=True)
class OpenedCall:
    """One call with all that the desk shows of it. ``gap`` says why the parts are missing.

    ``fault`` tells where and why the card that is meant for the call cannot be used.
    ``choices`` are what a plan may be counted by; ``unsent`` is what this person has begun to say of the call.
    """

    call: UUID
    gap: Gap = Gap.NONE
    retelling: Retelling | None = None
    card: Card | None = None
    proofs: Mapping[str, Proof] = field(default_factory=dict)
    reviews: tuple[Review, ...] = ()
    disputes: tuple[Dispute, ...] = ()
    comments: tuple[Comment, ...] = ()
    openings: tuple[Opening, ...] = ()
    choices: tuple[Choice, ...] = ()
    unsent: Unsent | None = None
    fault: Label | None = None


def open_call(
    books: DeskBooks, call: UUID, lang: str, *, person: str, at: datetime, revision: str = ""
) -> OpenedCall:
    """Reads a call and notes who opened it; ``revision`` names the card of a review that is looked at again.

    Raises:
        BookUnavailable: The database cannot be used now.
    """
    events = books.calls.events(call)
    started = events[0].what if events else None
    if not isinstance(started, CallStarted):
        return OpenedCall(call, Gap.NO_RECORD)
    if person:
        books.reviews.note_opening(call, person, at)
    comments, openings = books.reviews.comments(call), books.reviews.openings(call)
    source = books.calls.source(started.playbook_revision)
    playbook = read(source).playbook if source is not None else None
    if playbook is None:
        return OpenedCall(call, Gap.TEXT_MISSING, comments=comments, openings=openings)
    reviews = books.reviews.reviews(call)
    card, fault = _card_or_fault(books, playbook, revision)
    return OpenedCall(
        call,
        Gap.NONE,
        retell(playbook, events, lang),
        card,
        computed(card.scorecard, playbook, events) if card is not None else {},
        reviews,
        tuple(one for review in reviews for one in books.reviews.disputes(review.id)),
        comments,
        openings,
        choices(card.scorecard if card is not None else None, playbook),
        fault=fault,
    )


def _card_or_fault(books: DeskBooks, playbook: Playbook, revision: str) -> tuple[Card | None, Label | None]:
    try:
        return card_of(books, playbook, revision), None
    except CardUnreadable as fault:
        return None, fault.told


def card_of(books: DeskBooks, playbook: Playbook, revision: str = "") -> Card | None:
    """The card that a review was made with, else the one of the folder. Raises CardUnreadable."""
    kept = books.reviews.card(revision) if revision else None
    if kept is not None:
        return Card(read_card(kept), kept)
    return books.cards.card_for(playbook)
