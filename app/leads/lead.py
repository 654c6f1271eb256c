"""Who may be called: a lead with where it came from, and the book that keeps leads."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from typing import Protocol
from uuid import UUID

from app.call.people import LeadCard


@dataclass(frozen=True, slots=True)
class Lead:
    """One person to call. ``phone_e164`` is the number in E.164, empty when it is not a valid number.

    ``blocked`` means the customer asked not to be called again; it holds for the number everywhere.
    """

    id: UUID
    card: LeadCard
    created: datetime
    phone_e164: str = ""
    attempts: int = 0
    last_call: datetime | None = None
    last_outcome: str = ""
    next_call: datetime | None = None
    blocked: bool = False
    sample: bool = False


@dataclass(frozen=True, slots=True)
class LeadDraft:
    """What a rep types before a call; everything but one of name, company or phone may be empty."""

    card: LeadCard = field(default_factory=LeadCard)


class LeadBook(Protocol):
    """Keeps leads. May be used from any thread but the journal's."""

    def search(self, words: str, limit: int) -> tuple[Lead, ...]:
        """Leads whose name, company, phone, e-mail or source contain every word (folded), last touched first.

        With no words: those due for a call first (earliest ``next_call``), then the newest.
        """

    def by_id(self, lead_id: UUID) -> Lead | None:
        """The lead with this id."""

    def by_phone(self, number: str) -> tuple[Lead, ...]:
        """Leads with this number, however it is written."""

    def keep(self, draft: LeadDraft) -> Lead:
        """Adds the lead, or completes the one with the same number; returns it as kept."""

    def is_blocked(self, number: str) -> bool:
        """Whether this number must not be called."""
