"""Calibration: several trainers mark the same calls blind, then see each other and where they parted."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol
from uuid import UUID

from app.review.agreement import Unit
from app.review.desk import Review, ReviewDraft


@dataclass(frozen=True, slots=True)
class Calibration:
    """One session. ``opened`` is when its trainers might see each other's marks; ``None`` while they mark blind."""

    id: UUID
    title: str
    card_revision: str
    owner: str
    at: datetime
    calls: tuple[UUID, ...]
    opened: datetime | None = None


@dataclass(frozen=True, slots=True)
class AnchorNote:
    """What the trainers agreed on about a criterion, or one mark of it, that had split them."""

    criterion: str
    words: str
    author: str
    at: datetime
    anchor: int | None = None


class StillBlind(Exception):
    """A session whose trainers still mark blind: only their own marks may be seen."""


class CalibrationBook(Protocol):
    """Keeps sessions. Every method raises BookUnavailable when the database cannot be used now."""

    def begin(self, session: Calibration) -> None:
        """Keeps a session; its card must have been pinned."""

    def sessions(self) -> tuple[Calibration, ...]:
        """All sessions, newest first."""

    def send(self, session: UUID, draft: ReviewDraft, at: datetime) -> Review:
        """Keeps a trainer's blind review of one of the calls, once a trainer and call."""

    def progress(self, session: UUID) -> Mapping[str, int]:
        """How many of the calls each trainer has marked; tells no marks."""

    def own(self, session: UUID, trainer: str) -> tuple[Review, ...]:
        """The trainer's own reviews."""

    def open_up(self, session: UUID, at: datetime) -> None:
        """Lets the trainers see each other's marks from now on."""

    def reviews(self, session: UUID) -> tuple[Review, ...]:
        """Everybody's reviews. Raises StillBlind before the session was opened."""

    def note(self, session: UUID, note: AnchorNote) -> None:
        """Keeps what was agreed about a criterion."""

    def notes(self, session: UUID) -> tuple[AnchorNote, ...]:
        """What was agreed, oldest first."""


def units_by_criterion(reviews: Iterable[Review]) -> dict[str, list[Unit]]:
    """The marks of blind reviews as units for ``agreement``: a criterion's marks call by call; N/A is no mark."""
    found: dict[str, dict[UUID, dict[str, float]]] = {}
    for one in reviews:
        for given in one.draft.marks:
            if given.mark.value is not None:
                of_call = found.setdefault(given.mark.criterion, {}).setdefault(one.draft.call, {})
                of_call[one.draft.reviewer] = float(given.mark.value)
    return {criterion: list(calls.values()) for criterion, calls in found.items()}


def leaning(reviews: Iterable[Review]) -> dict[str, tuple[float, int]]:
    """How far each trainer's marks lie above (or below) the mean of the others' for the same call and criterion.

    Gives the mean difference in marks and the number of marks that it rests on; seen over sessions it shows drift.
    """
    gaps: dict[str, list[float]] = {}
    for units in units_by_criterion(reviews).values():
        for unit in units:
            for trainer, mark in unit.items():
                others = [other for name, other in unit.items() if name != trainer]
                if others:
                    gaps.setdefault(trainer, []).append(mark - sum(others) / len(others))
    return {trainer: (sum(found) / len(found), len(found)) for trainer, found in gaps.items()}
