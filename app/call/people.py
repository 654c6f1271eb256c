"""Who talks to whom in a call, as it was known when the call began (a snapshot; later edits do not change it)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum


class Direction(StrEnum):
    """Who dialled."""

    OUTBOUND = "outbound"
    INBOUND = "inbound"


@dataclass(frozen=True, slots=True)
class LeadCard:
    """The customer. Empty strings mean unknown. ``lead_id`` is the lead's UUID as text, empty for a passer-by.

    ``extra`` holds other imported columns, reachable in playbooks as ``lead.extra.KEY``.
    """

    lead_id: str = ""
    first_name: str = ""
    last_name: str = ""
    salutation: str = ""
    company: str = ""
    role: str = ""
    phone: str = ""
    email: str = ""
    source: str = ""
    medium: str = ""
    campaign: str = ""
    ad: str = ""
    page: str = ""
    promise: str = ""
    note: str = ""
    extra: Mapping[str, str] = field(default_factory=dict)

    @property
    def name(self) -> str:
        """First and last name, whichever are known."""
        return " ".join(part for part in (self.first_name, self.last_name) if part)

    @property
    def display(self) -> str:
        """What to call this lead in a list: the name, else the company, else the number."""
        return self.name or self.company or self.phone


@dataclass(frozen=True, slots=True)
class RepCard:
    """The salesperson. ``rep_id`` is the local login or chosen name that calls are listed by."""

    rep_id: str = ""
    name: str = ""
    company: str = ""
    phone: str = ""
    email: str = ""

    @property
    def first_name(self) -> str:
        """The first word of the name."""
        return self.name.split(" ", 1)[0]


@dataclass(frozen=True, slots=True)
class CallTerms:
    """How this call is made. ``attempt`` counts from 1; ``lawful_basis`` is a vocabulary code or empty."""

    direction: Direction = Direction.OUTBOUND
    recorded: bool = False
    attempt: int = 1
    number: str = ""
    lawful_basis: str = ""
