"""What one screen hands to the next: the call that is about to be made."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.call.people import Direction, LeadCard

if TYPE_CHECKING:
    from app.playbook.model import Playbook
    from app.playbook.source import Source


@dataclass(frozen=True, slots=True)
class CallPlan:
    """Whom to call with which playbook. ``attempt`` counts from 1; a ``sample`` call is practice with made-up data.

    ``direction`` is inbound when the customer rang us. ``unchecked``: whether the number asked not to be called could
    not be looked up.
    """

    lead: LeadCard
    playbook: Playbook
    source: Source
    attempt: int = 1
    sample: bool = False
    direction: Direction = Direction.OUTBOUND
    unchecked: bool = False
