"""What the start screen shows at one moment, as one frozen value."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import TYPE_CHECKING
from uuid import UUID

if TYPE_CHECKING:
    from app.call.people import LeadCard
    from app.call.ports import CallStatus
    from app.leads.dialling import DialSlip
    from app.playbook.problems import Problem


class Refusal(StrEnum):
    """Why a call cannot be started."""

    NONE = ""
    NOT_READY = "not_ready"
    NOT_OPENED = "not_opened"
    NOBODY = "nobody"
    BLOCKED = "blocked"
    NO_PLAYBOOK = "no_playbook"
    BROKEN_PLAYBOOK = "broken_playbook"
    NO_REP = "no_rep"


@dataclass(frozen=True, slots=True)
class Fields:
    """What is typed about the customer."""

    name: str = ""
    company: str = ""
    phone: str = ""
    source: str = ""

    @property
    def is_empty(self) -> bool:
        """Whether nobody can be told from it."""
        return not (self.name.strip() or self.company.strip() or self.phone.strip())


@dataclass(frozen=True, slots=True)
class LeadRow:
    """One lead in the list. ``next_call`` and ``last_call`` are UTC."""

    key: str
    card: LeadCard
    next_call: datetime | None = None
    last_call: datetime | None = None
    last_outcome: str = ""
    attempts: int = 0
    blocked: bool = False
    sample: bool = False


@dataclass(frozen=True, slots=True)
class CallRow:
    """One recorded call. ``line`` is where an unfinished one stopped, in its own words; three dots until they are known.

    ``elsewhere``: another window or a terminal holds it now. ``rep`` is who made it: the name, else the login.
    """

    call: UUID
    who: str
    company: str
    started: datetime
    talk_ms: int
    status: CallStatus
    outcome: str
    playbook: str
    line: str
    sample: bool
    elsewhere: bool = False
    rep: str = ""

    @property
    def customer(self) -> str:
        """Who it was with, and of which company."""
        return " · ".join(word for word in (self.who, self.company) if word)


@dataclass(frozen=True, slots=True)
class PlaybookRow:
    """One playbook to choose. ``problems`` are shown with their places."""

    path: str
    title: str
    lang: str
    usable: bool
    fresh: bool
    chosen: bool
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True)
class TodayScene:
    """The whole start screen.

    ``chosen`` is the index of the picked lead, -1 for somebody new. ``troubled``: the books cannot be read now.
    ``unopened``: they could not be opened at all.
    ``everyones``: the latest calls are everybody's, not the rep's only. ``dial_slip`` tells why the number was not dialled. ``taken`` are words of this rep that came into a playbook.
    ``reviews`` counts trainers' reviews of this rep's calls, ``fresh_reviews`` those not yet looked at.
    """

    ready: bool = False
    rep: str = ""
    rep_asked: bool = False
    query: str = ""
    leads: tuple[LeadRow, ...] = ()
    chosen: int = -1
    fields: Fields = Fields()
    playbooks: tuple[PlaybookRow, ...] = ()
    unfinished: tuple[CallRow, ...] = ()
    recent: tuple[CallRow, ...] = ()
    refusal: Refusal = Refusal.NONE
    busy: bool = False
    troubled: bool = False
    unopened: bool = False
    everyones: bool = False
    dial_slip: DialSlip | None = None
    taken: tuple[str, ...] = ()
    reviews: int = 0
    fresh_reviews: int = 0

    @property
    def lead(self) -> LeadRow | None:
        """The picked lead."""
        return self.leads[self.chosen] if 0 <= self.chosen < len(self.leads) else None

    @property
    def resumable(self) -> CallRow | None:
        """The newest unfinished call that no other window holds."""
        return next((call for call in self.unfinished if not call.elsewhere), None)

    @property
    def playbook(self) -> PlaybookRow | None:
        """The chosen playbook."""
        return next((row for row in self.playbooks if row.chosen), None)
