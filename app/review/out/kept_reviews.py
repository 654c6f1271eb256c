"""Reviews with the scorecards that they were made with, for whoever writes them into files."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING
from uuid import UUID

from app.review.mark_sheet import Reviewed
from app.review.scorecard import CardUnreadable, Scorecard, read_card

if TYPE_CHECKING:
    from app.review.ports import ReviewBook


class KeptReviews:
    """Reads reviews of many calls; each scorecard is read once."""

    def __init__(self, book: ReviewBook) -> None:
        self._book = book
        self._cards: dict[str, Scorecard | None] = {}

    def of(self, call: UUID) -> Iterator[Reviewed]:
        """The reviews of a call, newest first; those whose scorecard cannot be read are left out."""
        for review in self._book.reviews(call):
            card = self.card(review.draft.card_revision)
            if card is not None:
                yield Reviewed(review, card)

    def card(self, revision: str) -> Scorecard | None:
        """The scorecard with this revision, if it is kept and can be read."""
        if revision not in self._cards:
            self._cards[revision] = self._read(revision)
        return self._cards[revision]

    def _read(self, revision: str) -> Scorecard | None:
        file = self._book.card(revision)
        try:
            return read_card(file) if file is not None else None
        except CardUnreadable:
            return None
