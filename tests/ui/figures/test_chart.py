"""What stands under a chart's bars."""

from __future__ import annotations

from itertools import pairwise

import pytest

from app.ui.figures.chart import MOST_DATES, named_places


@pytest.mark.parametrize("count", [1, 4, 5, 6, 9, 13, 26, 53])
def test_dates_under_weeks_are_few_and_evenly_spaced_from_the_first(count: int) -> None:
    places = list(named_places(count))
    assert places[0] == 0
    assert len(places) <= MOST_DATES
    assert len({later - earlier for earlier, later in pairwise(places)}) <= 1


def test_no_weeks_name_nothing() -> None:
    assert list(named_places(0)) == []
