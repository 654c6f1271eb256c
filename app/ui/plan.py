"""What one screen hands to the next: the call that is about to be made."""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from app.call.people import Direction, LeadCard

if TYPE_CHECKING:
    from app.playbook.model import Playbook
    from app.playbook.source import Source


_SEEDS = 2**31 - 1


def _drawn() -> int:
    """A seed that no rep can steer, from 1."""
    return 1 + int.from_bytes(os.urandom(8), "big") % _SEEDS


@dataclass(frozen=True, slots=True)
class CallPlan:
    """Whom to call with which playbook. ``attempt`` counts from 1; a ``sample`` call is practice with made-up data.

    ``direction`` is inbound when the customer rang us. ``unchecked``: whether the number asked not to be called could
    not be looked up. ``seed`` deals out wordings under test: the card before the call and the call have the same ones.
    """

    lead: LeadCard
    playbook: Playbook
    source: Source
    attempt: int = 1
    sample: bool = False
    direction: Direction = Direction.OUTBOUND
    unchecked: bool = False
    seed: int = field(default_factory=_drawn, compare=False)
