"""Two wordings under test: found when they differ, and not when they do not, however often one looks."""

from __future__ import annotations

import random

from app.review.wordings import Verdict, compare, settled_trials


def trials(first: float, second: float, calls: int, seed: int) -> list[tuple[int, bool]]:
    chance = random.Random(seed)
    found = []
    for _ in range(calls):
        wording = chance.randrange(2)
        found.append((wording, chance.random() < (first, second)[wording]))
    return found


def test_too_few_calls_are_said_to_be_too_few() -> None:
    found = compare(trials(0.9, 0.1, 10, 1))
    assert found.verdict is Verdict.NOT_YET
    assert found.needed > 0


def test_a_clear_difference_is_found() -> None:
    found = compare(trials(0.7, 0.4, 400, 2))
    assert found.verdict is Verdict.FIRST_BETTER
    assert found.needed == 0
    assert compare([(1 - wording, settled) for wording, settled in trials(0.7, 0.4, 400, 2)]).verdict is (
        Verdict.SECOND_BETTER
    )


def test_looking_after_every_call_seldom_claims_a_difference_that_is_not_there() -> None:
    """Looks after each of 300 calls in 200 tests of equal wordings; a fixed 5 % test looked at so often claims many."""
    claimed = sum(compare(trials(0.5, 0.5, 300, seed)).verdict is not Verdict.NOT_YET for seed in range(200))
    assert claimed / 200 <= 0.05


def test_the_number_still_needed_falls_as_calls_come_in() -> None:
    early, later = compare(trials(0.5, 0.5, 100, 3)), compare(trials(0.5, 0.5, 600, 3))
    assert early.needed > later.needed


def test_no_calls_at_all() -> None:
    found = compare([])
    assert (found.p, found.verdict, found.first.n) == (1.0, Verdict.NOT_YET, 0)
    assert compare([(5, True)]) == found
    assert settled_trials([(None, True), (1, False)]) == [(1, False)]
