"""The queue of calls to hear: repeatable, fair to every stratum, and risk kept apart from chance."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.review.sampling import Candidate, Risk, Why, queue

candidates = st.lists(
    st.builds(
        Candidate,
        st.uuids().map(str),
        st.sampled_from(("eva", "petr", "jan")),
        st.frozensets(st.sampled_from(list(Risk)), max_size=2),
    ),
    max_size=40,
    unique_by=lambda one: one.call,
)


@given(candidates, st.integers(0, 30), st.integers(), st.floats(0, 1), st.randoms())
def test_the_same_seed_gives_the_same_queue_in_any_order(
    pool: list[Candidate], size: int, seed: int, part: float, chance: object
) -> None:
    shuffled = list(pool)
    chance.shuffle(shuffled)  # type: ignore[attr-defined]
    found = queue(pool, size, seed, part)
    assert found == queue(shuffled, size, seed, part)
    assert len(found) == min(size, len(pool))
    assert len({one.call for one in found}) == len(found)
    assert all(one.risks for one in found if one.why is Why.FLAGGED)


def test_every_stratum_is_heard_before_one_is_heard_twice() -> None:
    pool = [Candidate(f"{rep}{place}", rep) for rep in ("eva", "petr", "jan") for place in range(20)]
    found = queue(pool, 6, seed=3, random_share=1)
    assert sorted(one.call[:-1].rstrip("0123456789") for one in found) == [
        "eva",
        "eva",
        "jan",
        "jan",
        "petr",
        "petr",
    ]


def test_risk_fills_the_rest_most_risks_first() -> None:
    pool = [Candidate(str(place), "eva") for place in range(20)]
    pool += [
        Candidate("both", "eva", frozenset({Risk.ANGRY, Risk.HUNG_UP})),
        Candidate("one", "eva", frozenset({Risk.ANGRY})),
    ]
    assert [one.call for one in queue(pool, 2, seed=1, random_share=0)] == ["both", "one"]
    topped_up = queue(pool, 5, seed=1, random_share=0)
    assert [one.why for one in topped_up].count(Why.RANDOM) == 3


def test_an_impossible_share_is_refused() -> None:
    with pytest.raises(ValueError, match="between 0 and 1"):
        queue([], 5, 1, 1.5)
