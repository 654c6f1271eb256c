"""What the card before the call shows, as one frozen value. Texts are the playbook's; labels the window's."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from app.call.people import LeadCard
from app.call.prompt import Brief
from app.leads.dialling import DialSlip


@dataclass(frozen=True, slots=True)
class BasisOption:
    """One lawful basis to pick by its digit."""

    code: str
    label: str
    digit: int
    chosen: bool = False


class Refusal(StrEnum):
    """Why the call cannot start."""

    NONE = ""
    DO_NOT_CALL = "do_not_call"
    NO_BASIS = "no_basis"


@dataclass(frozen=True, slots=True)
class BriefScene:
    """The card.

    Attributes:
        number: The number as it is read; empty when there is none.
        origin: Where the lead came from: source, campaign, ad, page; whichever are known.
        attempt: Which attempt it is, from 1.
        bases: To pick from; empty when the playbook asks for none.
        refusal: Why a start was refused, shown in words.
        blocked: The customer asked not to be called: there is no start at all.
        unchecked: Whether they asked so could not be looked up yet.
        dial_slip: Why the number was not dialled, shown in words.
    """

    brief: Brief
    number: str
    origin: tuple[str, ...]
    attempt: int
    bases: tuple[BasisOption, ...] = ()
    refusal: Refusal = Refusal.NONE
    blocked: bool = False
    sample: bool = False
    dial_slip: DialSlip | None = None
    unchecked: bool = False

    @property
    def lead(self) -> LeadCard:
        """Whom it is about."""
        return self.brief.lead

    @property
    def may_start(self) -> bool:
        """Whether Enter starts the call now."""
        return not self.blocked and (not self.bases or any(basis.chosen for basis in self.bases))
