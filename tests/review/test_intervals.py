"""Ranges for shares against published figures, and what must hold for any."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.review.intervals import difference, share, shrunk


def test_four_of_five_passed_means_38_to_96_percent() -> None:
    found = share(4, 5)
    assert (round(found.low, 2), round(found.high, 2)) == (0.38, 0.96)


def test_newcombes_own_example() -> None:
    """56/70 against 48/80 gives 0.0524 to 0.3339 (Newcombe 1998, table II, method 10)."""
    found = difference(share(56, 70), share(48, 80))
    assert (round(found.low, 4), round(found.high, 4)) == (0.0524, 0.3339)
    assert found.clear


@given(st.integers(0, 2000).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n))))
def test_a_share_lies_within_its_range(counts: tuple[int, int]) -> None:
    found = share(*counts)
    assert 0 <= found.low <= found.value <= found.high <= 1


def test_nothing_tried_leaves_everything_open() -> None:
    assert (share(0, 0).low, share(0, 0).high) == (0.0, 1.0)


@pytest.mark.parametrize("counts", [(-1, 3), (4, 3)])
def test_impossible_counts_are_refused(counts: tuple[int, int]) -> None:
    with pytest.raises(ValueError, match="no share"):
        share(*counts)


def test_few_trials_are_drawn_further_than_many() -> None:
    found = shrunk({"few": share(2, 2), "many": share(160, 200), "low": share(40, 200), "none": share(0, 0)})
    pooled = 202 / 402
    assert pooled < found["few"] < 1
    assert abs(found["many"] - 0.8) < abs(found["few"] - 1)
    assert found["none"] == pytest.approx(pooled)


def test_groups_that_differ_by_chance_only_get_the_pooled_share() -> None:
    assert set(shrunk({"a": share(5, 10), "b": share(6, 10), "c": share(5, 10)}).values()) == {16 / 30}


@given(
    st.lists(
        st.integers(1, 50).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n))), min_size=1, max_size=8
    )
)
def test_drawn_shares_stay_between_their_own_and_the_pooled(counts: list[tuple[int, int]]) -> None:
    shares = {str(place): share(*one) for place, one in enumerate(counts)}
    pooled = sum(hits for hits, _ in counts) / sum(n for _, n in counts)
    for name, found in shrunk(shares).items():
        low, high = sorted((shares[name].value, pooled))
        assert low - 1e-9 <= found <= high + 1e-9
