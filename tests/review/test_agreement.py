"""Agreement between raters against Krippendorff's published example."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.review.agreement import Metric, Unit, agreement, alpha

_MISSING = 0
_RATERS = {  # Krippendorff 2011, section C: four observers, twelve units, missing data
    "A": (1, 2, 3, 3, 2, 1, 4, 1, 2, _MISSING, _MISSING, _MISSING),
    "B": (1, 2, 3, 3, 2, 2, 4, 1, 2, 5, _MISSING, 3),
    "C": (_MISSING, 3, 3, 3, 2, 3, 4, 2, 2, 5, 1, _MISSING),
    "D": (1, 2, 3, 3, 2, 4, 4, 1, 2, 5, 1, _MISSING),
}
UNITS: list[Unit] = [
    {rater: float(marks[place]) for rater, marks in _RATERS.items() if marks[place] != _MISSING}
    for place in range(12)
]


@pytest.mark.parametrize(
    ("metric", "published"), [(Metric.NOMINAL, 0.743), (Metric.ORDINAL, 0.815), (Metric.INTERVAL, 0.849)]
)
def test_alpha_is_the_published_one(metric: Metric, published: float) -> None:
    found = alpha(UNITS, metric)
    assert found is not None
    assert round(found, 3) == published


def test_the_range_holds_the_figure_and_repeats_with_the_seed() -> None:
    found = agreement(UNITS, seed=7)
    assert found.low is not None
    assert found.alpha is not None
    assert found.high is not None
    assert found.low <= found.alpha <= found.high
    assert found == agreement(UNITS, seed=7)


def test_raw_agreement_counts_pairs() -> None:
    found = agreement([{"a": 1, "b": 1, "c": 2}, {"a": 2, "b": 2}])
    assert (found.pairs, found.raw, found.too_few) == (4, 0.5, True)


def test_marks_that_are_all_alike_tell_nothing_of_chance() -> None:
    found = agreement([{"a": 2, "b": 2}, {"a": 2, "b": 2}])
    assert (found.raw, found.alpha, found.low) == (1.0, None, None)
    assert agreement([{"a": 1}]).pairs == 0


@given(st.lists(st.dictionaries(st.sampled_from("abcd"), st.sampled_from((0.0, 1.0, 2.0))), max_size=12))
def test_perfect_agreement_is_one_and_nothing_is_above_it(units: list[dict[str, float]]) -> None:
    found = alpha(units, Metric.ORDINAL)
    assert found is None or found <= 1 + 1e-9
    same = [dict.fromkeys(unit, 1.0 if place % 2 else 2.0) for place, unit in enumerate(units)]
    perfect = alpha(same, Metric.ORDINAL)
    assert perfect is None or perfect == pytest.approx(1)
