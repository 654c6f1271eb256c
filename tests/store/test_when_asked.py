"""A book that is made when something is first asked of it."""

from __future__ import annotations

import pytest

from app.store.when_asked import WhenAsked


class Book:
    """Counts how often one was made."""

    made = 0

    def __init__(self) -> None:
        Book.made += 1

    def answer(self, number: int) -> int:
        """Something to ask."""
        return number + 1


def test_it_is_made_once_and_only_when_asked() -> None:
    Book.made = 0
    book = WhenAsked(Book)
    assert Book.made == 0
    assert [book.answer(1), book.answer(2)] == [2, 3]
    assert Book.made == 1


def test_what_the_book_lacks_is_lacking() -> None:
    with pytest.raises(AttributeError):
        WhenAsked(Book).nothing_such()
