"""Rows of a long table by pages: a few pages are kept, the others are asked for when they come into sight. Knows no Qt."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Sequence

from app.review.desk import DeskRow

PAGE = 200
"""Rows of one page."""
KEPT = 24
"""Pages that are kept; the one longest out of sight goes first."""


class Pages:
    """The rows known of one search, whose ``ticket`` tells answers to earlier searches apart."""

    def __init__(self, page: int = PAGE, kept: int = KEPT) -> None:
        self._page = page
        self._kept = kept
        self._rows: OrderedDict[int, tuple[DeskRow, ...]] = OrderedDict()
        self._asked: set[int] = set()
        self.ticket = 0

    @property
    def size(self) -> int:
        """Rows of one page."""
        return self._page

    def clear(self) -> int:
        """Forgets everything and gives the ticket of the next search."""
        self._rows.clear()
        self._asked.clear()
        self.ticket += 1
        return self.ticket

    def row(self, place: int) -> DeskRow | None:
        """The row at ``place``, ``None`` while its page is not here."""
        number, inside = divmod(place, self._page)
        rows = self._rows.get(number)
        if rows is None:
            return None
        self._rows.move_to_end(number)
        return rows[inside] if inside < len(rows) else None

    def wanted(self, place: int) -> int | None:
        """The page to ask for so that ``place`` can be shown; ``None`` when it is here or on its way."""
        number = place // self._page
        if number in self._rows or number in self._asked:
            return None
        self._asked.add(number)
        return number

    def put(self, number: int, rows: Sequence[DeskRow], ticket: int) -> bool:
        """A page has come; ``False`` when it belongs to an earlier search."""
        if ticket != self.ticket:
            return False
        self._asked.discard(number)
        self._rows[number] = tuple(rows)
        self._rows.move_to_end(number)
        while len(self._rows) > self._kept:
            self._rows.popitem(last=False)
        return True

    def give_up(self, ticket: int) -> None:
        """What was asked for did not come; it may be asked for again."""
        if ticket == self.ticket:
            self._asked.clear()

    def place_of(self, wanted: object) -> int | None:
        """Where the call with this id stands, if its page is here."""
        for number, rows in self._rows.items():
            for inside, row in enumerate(rows):
                if row.call == wanted:
                    return number * self._page + inside
        return None
