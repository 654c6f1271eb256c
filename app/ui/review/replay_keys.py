"""What keys do with a replay, wherever one is looked at: at the desk, beside another, or on the screens beside the desk."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Protocol

from app.ui.keys import Action


class Walked(Protocol):
    """A replay, or two that move together. ``by`` is 1 for the next and -1 for the one before."""

    def move(self, by: int) -> None:
        """By moments."""

    def next_objection(self, by: int = 1) -> None:
        """By objections."""

    def next_flag(self, by: int = 1) -> None:
        """By flags."""

    def next_stage(self, by: int = 1) -> None:
        """By stages."""


def walking_acts(replay: Walked) -> dict[Action, Callable[[], object]]:
    """The acts that walk through ``replay``."""
    return {
        Action.MOMENT_NEXT: partial(replay.move, 1),
        Action.MOMENT_PREVIOUS: partial(replay.move, -1),
        Action.OBJECTION_NEXT: partial(replay.next_objection, 1),
        Action.OBJECTION_PREVIOUS: partial(replay.next_objection, -1),
        Action.FLAG_NEXT: partial(replay.next_flag, 1),
        Action.FLAG_PREVIOUS: partial(replay.next_flag, -1),
        Action.REPLAY_STAGE_NEXT: partial(replay.next_stage, 1),
        Action.REPLAY_STAGE_PREVIOUS: partial(replay.next_stage, -1),
    }


def walk(action: Action | None, replay: Walked) -> bool:
    """Does what ``action`` does with ``replay``; whether it was one of these."""
    act = walking_acts(replay).get(action) if action is not None else None
    if act is None:
        return False
    act()
    return True
