"""A call that begins knows what recorded ones teach, and never waits for it."""

from __future__ import annotations

from app.call.experience import LineExperience
from app.call.likely import MetCount, RecordedOrder
from app.review.teaching import Taught, taught
from tests.ui.fakes import LessonsInMemory


def test_counts_and_experience_are_handed_over() -> None:
    book = LessonsInMemory()
    book.counts = (MetCount("opening", "web", "reserved", "price", 3),)
    book.learnt = {"opening.hello": LineExperience(well=2)}
    known = taught(book, "petra", "mill", "en")
    assert isinstance(known.likely, RecordedOrder)
    assert known.learnt == {"opening.hello": LineExperience(well=2)}


def test_without_records_the_author_decides() -> None:
    assert taught(LessonsInMemory(), "petra", "mill", "en", sample=True) == Taught()


def test_a_book_that_cannot_be_read_holds_up_no_call() -> None:
    book = LessonsInMemory()
    book.broken = True
    assert taught(book, "petra", "mill", "en") == Taught()
