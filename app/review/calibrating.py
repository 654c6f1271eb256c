"""Calibration: several trainers mark the same calls blind, then see each other and where they parted."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from itertools import combinations
from typing import Protocol
from uuid import UUID

from app.review.agreement import LEAST_PAIRS, Unit
from app.review.desk import Review, ReviewDraft
from app.review.scoring import Basis


@dataclass(frozen=True, slots=True)
class Calibration:
    """One session. ``opened`` is when its trainers might see each other's marks; ``None`` while they mark blind.

    ``cards`` are the revisions of the scorecards that fit ``calls``, in their order; without them all are marked by
    ``card_revision``, as in sessions of earlier versions.
    """

    id: UUID
    title: str
    card_revision: str
    owner: str
    at: datetime
    calls: tuple[UUID, ...]
    opened: datetime | None = None
    cards: tuple[str, ...] = ()

    def card_of(self, call: UUID) -> str:
        """The revision of the scorecard that this call is marked by."""
        known = dict(zip(self.calls, self.cards, strict=False))
        return known.get(call, self.card_revision)


@dataclass(frozen=True, slots=True)
class AnchorNote:
    """What the trainers agreed on about a criterion, or one mark of it (``anchor``), that had split them.

    ``card`` is the revision of the scorecard that the criterion is on; empty in notes of earlier versions.
    """

    criterion: str
    words: str
    author: str
    at: datetime
    anchor: int | None = None
    card: str = ""

    def is_about(self, card: str, criterion: str) -> bool:
        """Whether it was said of this criterion of this card."""
        return self.criterion == criterion and self.card in ("", card)


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


OnCard = tuple[str, str]
"""A scorecard's revision and one of its criteria: criteria of the same name on two cards are two things."""


def units_by_criterion(reviews: Iterable[Review]) -> dict[OnCard, list[Unit]]:
    """The marks of blind reviews as units for ``agreement``: a criterion's marks call by call; N/A is no mark.

    Marks of who heard the call and of who saw its record only are never in one unit: they rest on different things.
    """
    found: dict[OnCard, dict[tuple[UUID, Basis], dict[str, float]]] = {}
    for one in reviews:
        for given in one.draft.marks:
            if given.mark.value is not None:
                criterion = (one.draft.card_revision, given.mark.criterion)
                heard = (one.draft.call, one.draft.basis)
                of_call = found.setdefault(criterion, {}).setdefault(heard, {})
                of_call[one.draft.reviewer] = float(given.mark.value)
    return {criterion: list(calls.values()) for criterion, calls in found.items()}


def marks_by_trainer(
    reviews: Iterable[Review], card: str, criterion: str
) -> dict[str, tuple[int | None, ...]]:
    """Each trainer's marks on a criterion, call by call in one order for all; ``None`` where there is none."""
    found: dict[str, dict[UUID, int | None]] = {}
    calls: dict[UUID, None] = {}
    for one in reviews:
        if one.draft.card_revision != card:
            continue
        calls[one.draft.call] = None
        given = one.draft.given(criterion)
        marks = found.setdefault(one.draft.reviewer, {})
        marks[one.draft.call] = given.mark.value if given is not None else None
    return {who: tuple(marks.get(call) for call in calls) for who, marks in sorted(found.items())}


@dataclass(frozen=True, slots=True)
class Split:
    """How many pairs of trainers parted between these two marks."""

    low: int
    high: int
    pairs: int


def splits(units: Iterable[Unit]) -> tuple[Split, ...]:
    """Between which marks trainers parted, the most frequent first."""
    found: Counter[tuple[int, int]] = Counter()
    for unit in units:
        for one, other in combinations(sorted(unit.values()), 2):
            if one != other:
                found[int(one), int(other)] += 1
    return tuple(Split(low, high, pairs) for (low, high), pairs in found.most_common())


@dataclass(frozen=True, slots=True)
class Leaning:
    """How far a trainer's marks lay above the others' in one session, on how many marks."""

    at: datetime
    gap: float
    marks: int

    @property
    def too_few(self) -> bool:
        """Whether there are too few marks to read anything from it."""
        return self.marks < LEAST_PAIRS


def drift(sessions: Iterable[tuple[Calibration, Iterable[Review]]]) -> dict[str, tuple[Leaning, ...]]:
    """For each trainer the leaning in every opened session, oldest first: whether somebody grows stricter or milder."""
    found: dict[str, list[Leaning]] = {}
    for session, reviews in sorted(sessions, key=lambda one: one[0].at):
        for trainer, (gap, marks) in leaning(reviews).items():
            found.setdefault(trainer, []).append(Leaning(session.at, gap, marks))
    return {trainer: tuple(leanings) for trainer, leanings in found.items()}


def leaning(reviews: Iterable[Review]) -> dict[str, tuple[float, int]]:
    """How far each trainer's marks lie above (or below) the mean of the others' for the same call and criterion.

    Gives the mean difference in marks and the number of marks that it rests on; ``drift`` follows it over sessions.
    """
    gaps: dict[str, list[float]] = {}
    for units in units_by_criterion(reviews).values():
        for unit in units:
            for trainer, mark in unit.items():
                others = [other for name, other in unit.items() if name != trainer]
                if others:
                    gaps.setdefault(trainer, []).append(mark - sum(others) / len(others))
    return {trainer: (sum(found) / len(found), len(found)) for trainer, found in gaps.items()}
