"""Shares in per cent: little never reads as none, nearly all never as all."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.review.intervals import share
from app.review.percents import percent, percent_number


@pytest.mark.parametrize(
    ("hits", "n", "written"),
    [
        (0, 1500, "0 %"),
        (1, 5000, "<0.1 %"),
        (5, 1500, "0.3 %"),
        (1499, 150_000, "1 %"),
        (15, 1500, "1 %"),
        (465, 1500, "31 %"),
        (1485, 1500, "99 %"),
        (1495, 1500, "99.7 %"),
        (4999, 5000, ">99.9 %"),
        (1500, 1500, "100 %"),
    ],
)
def test_a_share_is_written_whole_unless_that_would_say_none_or_all(hits: int, n: int, written: str) -> None:
    assert percent(hits / n, "en") == written


def test_czech_has_its_comma() -> None:
    assert [percent(5 / 1500, "cs"), percent(1495 / 1500, "cs"), percent(1 / 5000, "cs")] == [
        "0,3 %",
        "99,7 %",
        "<0,1 %",
    ]


@given(st.integers(1, 100_000).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n))))
def test_only_none_reads_as_none_and_only_all_as_all(counts: tuple[int, int]) -> None:
    hits, n = counts
    found = share(hits, n)
    assert (percent_number(found.value, "en") == "0") == (hits == 0)
    assert (percent_number(found.value, "en") == "100") == (hits == n)
    assert (percent_number(found.low, "en") == "0") == (hits == 0)
    assert (percent_number(found.high, "en") == "100") == (hits == n)
