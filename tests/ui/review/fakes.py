"""A review desk in memory: calls to find, and reviews kept as they are sent."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from app.call.ports import BookUnavailable, TroubleKind
from app.playbook.source import SourceFile
from app.review.desk import (
    Comment,
    Count,
    DeskRow,
    Dispute,
    DrawnQueue,
    GivenMark,
    Opening,
    Review,
    ReviewDraft,
    Ruling,
    SavedView,
    Search,
)
from app.review.query import Field
from app.review.sampling import Candidate
from tests.fakes import START


def row(number: int, **more: Any) -> DeskRow:
    """One call in the table."""
    values: dict[str, Any] = {
        "call": UUID(int=number),
        "started": START - timedelta(hours=number),
        "talk_ms": 90_000,
        "rep": "eva",
        "rep_name": "Eva",
        "who": f"Sample Baker {number}",
        "company": "Sample Bakery",
        "playbook": "mill",
        "lang": "en",
        "source": "web",
        "outcome": "lost",
        "reason": "price",
    }
    return DeskRow(**{**values, **more})


class DeskInMemory:
    """Finds every call whatever is asked; breaks when told to."""

    def __init__(self, *rows: DeskRow) -> None:
        self.kept = rows
        self.searches: list[Search] = []
        self.pages: list[int] = []
        self.saved: dict[str, SavedView] = {}
        self.candidates_kept: tuple[Candidate, ...] = ()
        self.counted: Count | None = None
        self.broken = False

    def rows(self, search: Search, first: int, limit: int) -> tuple[DeskRow, ...]:
        if self.broken:
            raise BookUnavailable(TroubleKind.LOCKED)
        self.searches.append(search)
        self.pages.append(first)
        return self.kept[first : first + limit]

    def count(self, search: Search) -> Count:
        if self.broken:
            raise BookUnavailable(TroubleKind.LOCKED)
        return self.counted or Count(len(self.kept))

    def known(self) -> Mapping[Field, tuple[str, ...]]:
        return {Field.REP: ("eva", "jan")}

    def candidates(self, search: Search, limit: int) -> tuple[Candidate, ...]:
        return self.candidates_kept[:limit]

    def views(self, owner: str) -> tuple[SavedView, ...]:
        return tuple(self.saved[name] for name in sorted(self.saved))

    def keep_view(self, owner: str, view: SavedView) -> None:
        self.saved[view.name] = view

    def drop_view(self, owner: str, name: str) -> None:
        self.saved.pop(name, None)


class ReviewsInMemory:
    """Keeps reviews, marks, answers and comments."""

    def __init__(self) -> None:
        self.cards: dict[str, SourceFile] = {}
        self.sent: list[Review] = []
        self.answers: list[Dispute] = []
        self.said: list[Comment] = []
        self.looked: list[tuple[UUID, Opening]] = []
        self.drawn: dict[str, DrawnQueue] = {}
        self.corrected: list[tuple[UUID, GivenMark]] = []
        self.second: list[tuple[int, bool]] = []
        self.broken = False

    def pin_card(self, file: SourceFile) -> None:
        self.cards[file.path] = file

    def card(self, revision: str) -> SourceFile | None:
        return next(iter(self.cards.values()), None)

    def reviews(self, call: UUID) -> tuple[Review, ...]:
        return tuple(one for one in reversed(self.sent) if one.draft.call == call)

    def send(self, draft: ReviewDraft, at: datetime) -> Review:
        if self.broken:
            raise BookUnavailable(TroubleKind.DISK_FULL)
        made = Review(UUID(int=1000 + len(self.sent)), at, draft, draft.reviewer)
        self.sent.append(made)
        return made

    def correct(self, review: UUID, mark: GivenMark, by: str, at: datetime) -> None:
        self.corrected.append((review, mark))

    def history(self, review: UUID, criterion: str) -> tuple[GivenMark, ...]:
        return tuple(mark for of, mark in self.corrected if of == review and mark.mark.criterion == criterion)

    def of_rep(self, rep: str, limit: int = 20) -> tuple[Review, ...]:
        return tuple(one for one in reversed(self.sent) if not one.draft.own)[:limit]

    def dispute(self, dispute: Dispute) -> None:
        self.answers.append(replace(dispute, id=len(self.answers) + 1))

    def disputes(self, review: UUID) -> tuple[Dispute, ...]:
        return tuple(one for one in self.answers if one.review == review)

    def decide(self, dispute: int, ruling: Ruling, answer: str, by: str, at: datetime) -> None:
        self.answers = [
            replace(one, ruling=ruling, answer=answer) if one.id == dispute else one for one in self.answers
        ]

    def second_read(self, fail: int, reader: str, confirmed: bool, answer: str, at: datetime) -> None:
        self.second.append((fail, confirmed))

    def comment(self, comment: Comment) -> None:
        self.said.append(comment)

    def comments(self, call: UUID) -> tuple[Comment, ...]:
        return tuple(one for one in self.said if one.call == call)

    def note_opening(self, call: UUID, person: str, at: datetime) -> None:
        self.looked.append((call, Opening(person, at)))

    def openings(self, call: UUID) -> tuple[Opening, ...]:
        return tuple(one for of, one in reversed(self.looked) if of == call)

    def keep_queue(self, owner: str, queue: DrawnQueue, at: datetime) -> None:
        self.drawn[owner] = queue

    def queue(self, owner: str) -> DrawnQueue | None:
        kept = self.drawn.get(owner)
        done = {str(one.draft.call) for one in self.sent}
        return replace(kept, calls=tuple(one for one in kept.calls if one.call not in done)) if kept else None
