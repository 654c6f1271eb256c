"""What stands under a chart's bars."""

from __future__ import annotations

from itertools import pairwise

import pytest

from app.ui.figures.chart import MOST_DATES, named_places, round_step


@pytest.mark.parametrize("count", [1, 4, 5, 6, 9, 13, 26, 53])
def test_dates_under_weeks_are_few_and_evenly_spaced_from_the_first_to_the_last(count: int) -> None:
    places = list(named_places(count))
    assert (places[0], places[-1]) == (0, count - 1)
    assert len(places) <= MOST_DATES
    apart = [later - earlier for earlier, later in pairwise(places)]
    assert len(set(apart[:-1])) <= 1
    assert apart == sorted(apart), "no date is nearer to the last one than to the one before"


@pytest.mark.parametrize(
    ("longest", "step"), [(0.5, 1), (3, 1), (50, 15), (208, 60), (230, 60), (1500, 600), (100_000, 25_000)]
)
def test_times_under_an_axis_stand_as_people_count_them(longest: float, step: float) -> None:
    assert round_step(longest) == step


def test_no_weeks_name_nothing() -> None:
    assert list(named_places(0)) == []
