"""What the worker does for the start screen: reads the lists, keeps a lead, takes a playbook. Knows no Qt."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from app.call.identity import new_call_id
from app.call.people import Direction, LeadCard
from app.call.ports import BookUnavailable, CallBook, CallSummary
from app.ui.plan import CallPlan
from app.ui.today.rows import card_with, place_of
from app.ui.today.scene import Fields, LeadRow, Refusal

if TYPE_CHECKING:
    from app.leads.lead import Lead, LeadBook
    from app.review.ports import ProposalBook, ReviewBook
    from app.ui.today.ports import Offer, Shelf
    from app.ui.today.rows import Lines

LEADS_SHOWN = 20
CALLS_SHOWN = 12


@dataclass(frozen=True, slots=True)
class Books:
    """The books and the shelf, once they are open.

    ``everyones``: the latest calls of everybody are listed (a manager or trainer looks), not only those of ``rep``.
    """

    calls: CallBook
    leads: LeadBook
    shelf: Shelf
    proposals: ProposalBook | None = None
    rep: str = ""
    reviews: ReviewBook | None = None
    everyones: bool = False


@dataclass(frozen=True, slots=True)
class Lists:
    """Everything that the start screen lists. ``unreadable``: the books cannot be read now, so there are playbooks only."""

    leads: tuple[Lead, ...]
    unfinished: tuple[CallSummary, ...]
    recent: tuple[CallSummary, ...]
    offers: tuple[Offer, ...]
    unreadable: bool = False


@dataclass(frozen=True, slots=True)
class OfTheRep:
    """Words of the rep that came into a playbook, and how many reviews there are of the rep's calls, new ones apart."""

    taken: tuple[str, ...] = ()
    reviews: int = 0
    fresh: int = 0


@dataclass(frozen=True, slots=True)
class Start:
    """What came of trying to start: a plan, or why not."""

    plan: CallPlan | None = None
    refusal: Refusal = Refusal.NONE


def read_lists(books: Books, query: str) -> Lists:
    """Reads all lists anew; playbooks lie in a folder of their own and are there whatever becomes of the books."""
    offers = tuple(books.shelf.offers())
    try:
        return _from_books(books, query, offers)
    except BookUnavailable:
        return Lists((), (), (), offers, unreadable=True)


def _from_books(books: Books, query: str, offers: tuple[Offer, ...]) -> Lists:
    rep = books.rep or None
    return Lists(
        books.leads.search(query, LEADS_SHOWN),
        books.calls.unfinished(rep),
        books.calls.recent(CALLS_SHOWN, "", None if books.everyones else rep),
        offers,
    )


def lines_stopped_at(books: Books, calls: tuple[CallSummary, ...]) -> Lines:
    """Where unfinished calls stopped, in the words of their playbooks as they are now: these have to be read for it."""
    return {place_of(call): books.shelf.line_words(*place_of(call)) for call in calls}


def said_of_the_rep(books: Books) -> OfTheRep:
    """What trainers and managers said, which nobody waits for. Raises BookUnavailable.

    The book of reviews is slow to load and large: it is opened only for a rep who has some.
    """
    from app.review.fresh import fresh_reviews

    taken = books.proposals.taken(books.rep) if books.proposals is not None else ()
    reviews, fresh = 0, 0
    if books.reviews is not None and books.calls.any_reviewed(books.rep):
        reviews, fresh = fresh_reviews(books.reviews, books.rep)
    return OfTheRep(tuple(each.words for each in taken), reviews, fresh)


def prepared(books: Books, fields: Fields, row: LeadRow | None, path: str, direction: Direction) -> Start:
    """Looks at the do-not-call list, takes the playbook and keeps the lead.

    Where the books cannot be used the call begins all the same: its first event carries the lead, which is kept with it.
    """
    card = card_with(row.card if row else LeadCard(), fields)
    blocked = _is_blocked(books, card.phone) if card.phone else False
    if blocked:
        return Start(refusal=Refusal.BLOCKED)
    taken = books.shelf.take(path)
    if taken is None:
        return Start(refusal=Refusal.BROKEN_PLAYBOOK)
    lead = _kept(books, card)
    if lead is None:
        named = card if card.lead_id else replace(card, lead_id=str(new_call_id(datetime.now(UTC))))
        known = row or LeadRow("", named)
        return Start(
            CallPlan(
                named,
                *taken,
                attempt=known.attempts + 1,
                sample=known.sample,
                direction=direction,
                unchecked=blocked is None,
            )
        )
    if lead.blocked:
        return Start(refusal=Refusal.BLOCKED)
    return Start(
        CallPlan(lead.card, *taken, attempt=lead.attempts + 1, sample=lead.sample, direction=direction)
    )


def _is_blocked(books: Books, number: str) -> bool | None:
    """Whether the number asked not to be called; ``None`` when that cannot be looked up now."""
    try:
        return books.leads.is_blocked(number)
    except BookUnavailable:
        return None


def _kept(books: Books, card: LeadCard) -> Lead | None:
    """The lead in the book; ``None`` when the book cannot be written now."""
    from app.leads.lead import LeadDraft

    try:
        return books.leads.keep(LeadDraft(card))
    except BookUnavailable:
        return None


def sample(books: Books, path: str, lang: str) -> Start:
    """The plan of a practice call with a made-up customer."""
    taken = books.shelf.take(path)
    if taken is None:
        return Start(refusal=Refusal.BROKEN_PLAYBOOK)
    return Start(CallPlan(sample_lead(lang), *taken, sample=True))


def sample_lead(lang: str) -> LeadCard:
    """A made-up customer to practise with, named so that nobody takes it for a real one."""
    if lang == "cs":
        return LeadCard(
            first_name="Ukázka",
            last_name="Zkušební",
            company="Zkušební pekárna",
            role="jednatelka",
            source="Google Ads",
            campaign="ukázka",
            page="ceník",
        )
    return LeadCard(
        first_name="Sample",
        last_name="Customer",
        company="Sample Bakery",
        role="owner",
        source="Google Ads",
        campaign="sample",
        page="pricing",
    )
