"""Pages of rows: asked for once, kept for a while, and answers to earlier searches dropped."""

from __future__ import annotations

from app.ui.review.pages import Pages
from tests.ui.review.fakes import row


def test_a_page_is_asked_for_once_until_it_comes() -> None:
    pages = Pages(page=2, kept=2)
    ticket = pages.clear()
    assert pages.wanted(3) == 1
    assert pages.wanted(2) is None
    assert pages.put(1, (row(1), row(2)), ticket)
    assert pages.row(3) == row(2)
    assert pages.wanted(3) is None


def test_an_answer_to_an_earlier_search_is_dropped() -> None:
    pages = Pages(page=2)
    old = pages.clear()
    pages.clear()
    assert not pages.put(0, (row(1),), old)
    assert pages.row(0) is None


def test_the_page_longest_out_of_sight_goes_first_and_can_be_asked_for_again() -> None:
    pages = Pages(page=1, kept=2)
    ticket = pages.clear()
    pages.put(0, (row(1),), ticket)
    pages.put(1, (row(2),), ticket)
    assert pages.row(0) is not None
    pages.put(2, (row(3),), ticket)
    assert pages.row(1) is None
    assert pages.wanted(1) == 1
    assert pages.row(0) == row(1)


def test_after_a_failure_everything_may_be_asked_for_again() -> None:
    pages = Pages(page=1)
    ticket = pages.clear()
    assert pages.wanted(0) == 0
    pages.give_up(ticket)
    assert pages.wanted(0) == 0
