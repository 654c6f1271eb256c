"""What an edited sheet of marks would change: each mark's old and new value, cells that say nothing, and conflicts.

A row names its review, criterion and the version of the mark that was written out. Only a value that differs from that
version is an edit. Where a newer version is there meanwhile, the edit is a conflict and is left out.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol
from uuid import UUID

from app.playbook.vocabulary import Label
from app.review.desk import Correction, GivenMark, Review
from app.review.mark_sheet import MarkColumn
from app.review.marks_edited import BadWhy, EditedRow, Refused, alike, whole
from app.review.out.kept_reviews import KeptReviews
from app.review.out.marks_reading import CellValue, MarksFile, Oddity, SheetRow
from app.review.scorecard import Criterion, Scorecard
from app.review.scoring import rated

if TYPE_CHECKING:
    from app.review.ports import ReviewBook


class Told(Protocol):
    """Told how many rows are looked at; may raise to stop."""

    def __call__(self, rows: int, /) -> None:
        """``rows`` are done."""


@dataclass(frozen=True, slots=True)
class BadCell:
    """A cell that cannot be taken, by its address; ``value`` is what stands there, ``wanted`` what may."""

    cell: str
    why: BadWhy
    value: str = ""
    wanted: tuple[Label, ...] = ()


@dataclass(frozen=True, slots=True)
class MarkChange:
    """One mark that the file changes. ``before`` is the version written out, ``newest`` the one there now."""

    cell: str
    review: Review
    card: Scorecard
    criterion: Criterion
    before: GivenMark | None
    newest: GivenMark | None
    after: GivenMark

    @property
    def conflict(self) -> bool:
        """Whether somebody has changed the mark since it was written out."""
        return _version(self.before) != _version(self.newest)

    @property
    def correction(self) -> Correction:
        """The change as the book takes it."""
        return Correction(self.review.id, self.after, _version(self.newest))


@dataclass(frozen=True, slots=True)
class TakingBack:
    """What a file would do. ``same`` counts the marks that stay as they are."""

    file: str
    changes: tuple[MarkChange, ...] = ()
    conflicts: tuple[MarkChange, ...] = ()
    bad: tuple[BadCell, ...] = ()
    same: int = 0


def taking_back(file: MarksFile, book: ReviewBook, told: Told | None = None) -> TakingBack:
    """Compares the file with what is kept. Raises BookUnavailable when the database cannot be read now."""
    comparison = _Comparison(file, book)
    for number, row in enumerate(file.rows, 1):
        comparison.take(row)
        if told is not None:
            told(number)
    return comparison.answer()


class _Comparison:
    """One file against one book."""

    def __init__(self, file: MarksFile, book: ReviewBook) -> None:
        self._file = file
        self._book = book
        self._kept = KeptReviews(book)
        self._reviews: dict[UUID, Review] = {}
        self._calls: set[UUID] = set()
        self._seen: dict[tuple[UUID, str], None] = {}
        self._changes: list[MarkChange] = []
        self._bad: list[BadCell] = []
        self._same = 0

    def answer(self) -> TakingBack:
        return TakingBack(
            self._file.name,
            tuple(one for one in self._changes if not one.conflict),
            tuple(one for one in self._changes if one.conflict),
            tuple(self._bad),
            self._same,
        )

    def take(self, row: SheetRow) -> None:
        """One more row."""
        try:
            change = self._compared(row)
        except Refused as refused:
            value = row[refused.column]
            shown = "" if value is None or isinstance(value, Oddity) else str(value)
            self._bad.append(BadCell(row.address(refused.column), refused.why, shown, refused.wanted))
            return
        if change is None:
            self._same += 1
        else:
            self._changes.append(change)

    def _compared(self, row: SheetRow) -> MarkChange | None:
        review = self._review(row)
        card, criterion = self._criterion(row, review)
        version = whole(row[MarkColumn.VERSION])
        newest = review.draft.given(criterion.id)
        before = self._version(review, criterion.id, version, newest)
        after = EditedRow(self._file, row, card, criterion, before).mark()
        if after is None or (newest is not None and alike(after, newest)):
            return None
        if review.draft.own:
            raise Refused(MarkColumn.MARK, BadWhy.OWN)
        if (review.id, criterion.id) in self._seen:
            raise Refused(MarkColumn.CRITERION_ID, BadWhy.TWICE)
        self._seen[review.id, criterion.id] = None
        return MarkChange(row.address(MarkColumn.MARK), review, card, criterion, before, newest, after)

    def _review(self, row: SheetRow) -> Review:
        wanted = _id(row[MarkColumn.REVIEW])
        if wanted is None:
            raise Refused(MarkColumn.REVIEW, BadWhy.NO_ID)
        if wanted not in self._reviews:
            call = _id(row[MarkColumn.CALL])
            if call is None:
                raise Refused(MarkColumn.CALL, BadWhy.NO_ID)
            self._read(call)
        if wanted not in self._reviews:
            raise Refused(MarkColumn.REVIEW, BadWhy.NOT_FOUND)
        return self._reviews[wanted]

    def _read(self, call: UUID) -> None:
        if call not in self._calls:
            self._calls.add(call)
            self._reviews |= {one.id: one for one in self._book.reviews(call)}

    def _criterion(self, row: SheetRow, review: Review) -> tuple[Scorecard, Criterion]:
        card = self._kept.card(review.draft.card_revision)
        wanted = row[MarkColumn.CRITERION_ID]
        allowed = rated(card, review.draft.basis) if card is not None else ()
        criterion = next((one for one in allowed if one.id == wanted), None)
        if card is None or criterion is None:
            raise Refused(MarkColumn.CRITERION_ID, BadWhy.NO_CRITERION)
        return card, criterion

    def _version(
        self, review: Review, criterion: str, version: int | None, newest: GivenMark | None
    ) -> GivenMark | None:
        """The mark as it was written out."""
        if version is None or version > _version(newest):
            raise Refused(MarkColumn.VERSION, BadWhy.NO_VERSION)
        if version == 0:
            return None
        if newest is not None and newest.version == version:
            return newest
        for one in self._book.history(review.id, criterion):
            if one.version == version:
                return one
        raise Refused(MarkColumn.VERSION, BadWhy.NO_VERSION)


def _id(cell: CellValue) -> UUID | None:
    try:
        return UUID(cell) if isinstance(cell, str) and not isinstance(cell, Oddity) else None
    except ValueError:
        return None


def _version(given: GivenMark | None) -> int:
    return given.version if given is not None else 0


def by_review(changes: tuple[MarkChange, ...]) -> Iterator[tuple[Review, tuple[MarkChange, ...]]]:
    """Changes of each review together, in the file's order."""
    found: dict[UUID, list[MarkChange]] = {}
    for one in changes:
        found.setdefault(one.review.id, []).append(one)
    for group in found.values():
        yield group[0].review, tuple(group)
