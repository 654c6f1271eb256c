"""Who uses the program: a rep's profile, and the book that keeps it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from app.call.help_level import HelpLevel
from app.call.people import RepCard


@dataclass(frozen=True, slots=True)
class RepProfile:
    """A rep by the login that calls are listed under. ``help`` is ``None`` until the rep has worked once."""

    card: RepCard
    lang: str = ""
    help: HelpLevel | None = None


class RepBook(Protocol):
    """Keeps reps. May be used from any thread but the journal's."""

    def all(self) -> tuple[RepProfile, ...]:
        """Everybody who ever made a call or was kept, by name."""

    def by_id(self, rep_id: str) -> RepProfile | None:
        """The rep with this login."""

    def keep(self, profile: RepProfile) -> None:
        """Adds the rep, or replaces what was known of the one with the same login; no ``help`` leaves the last one."""
