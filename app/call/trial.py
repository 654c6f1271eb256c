"""Two wordings under test: which one this call gets, fixed from its first second to its last."""

from __future__ import annotations

import hashlib

from app.call.state import State


def wording_place(state: State, trials: tuple[str, ...], name: str) -> int | None:
    """The place (from 0) of the wording that this call gets of ``trials``; ``None`` when nothing is under test.

    Seeded assignment: SHA-256 of the call's seed and the line's (or response's) full name, modulo the number of
    wordings. It never changes within a call and needs no memory.
    """
    if not trials:
        return None
    seed = state.started.seed if state.started else 0
    digest = hashlib.sha256(f"{seed}:{name}".encode()).digest()
    return int.from_bytes(digest[:8], "big") % len(trials)


def wording(state: State, trials: tuple[str, ...], name: str) -> str | None:
    """The wording that this call gets; ``None`` when nothing is under test."""
    place = wording_place(state, trials, name)
    return None if place is None else trials[place]
