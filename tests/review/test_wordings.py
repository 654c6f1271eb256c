"""Wordings under test: found when they differ, and not when they do not, however often one looks and many there are."""

from __future__ import annotations

import random

from app.review.wordings import ALPHA, Verdict, compare, compare_all


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


def of_many(shares: tuple[float, ...], calls: int, seed: int) -> list[tuple[int, bool]]:
    chance = random.Random(seed)
    drawn = (chance.randrange(len(shares)) for _ in range(calls))
    return [(wording, chance.random() < shares[wording]) for wording in drawn]


def test_three_wordings_are_compared_each_with_each() -> None:
    found = {one.places: one for one in compare_all(of_many((0.4, 0.7, 0.4), 900, 2), range(3))}
    assert list(found) == [(0, 1), (0, 2), (1, 2)]
    assert found[0, 1].verdict is Verdict.SECOND_BETTER
    assert found[1, 2].verdict is Verdict.FIRST_BETTER
    assert found[0, 2].verdict is Verdict.NOT_YET


def test_pairs_of_many_are_held_to_a_stricter_mark() -> None:
    drawn = of_many((0.5, 0.62, 0.5), 1200, 5)
    alone = {
        pair: compare([(pair.index(wording), settled) for wording, settled in drawn if wording in pair]).p
        for pair in ((0, 1), (0, 2), (1, 2))
    }
    corrected = {one.places: one.p for one in compare_all(drawn, range(3))}
    least, middle, most = sorted(alone, key=lambda pair: alone[pair])
    assert corrected[least] == min(1.0, 3 * alone[least])
    assert corrected[middle] == max(corrected[least], min(1.0, 2 * alone[middle]))
    assert corrected[most] == max(corrected[middle], alone[most])


def test_looking_after_every_call_at_four_equal_wordings_seldom_claims_anything() -> None:
    """As above with six pairs at once; each at five per cent alone would claim in many more of the tests."""
    tests = 200
    claimed = sum(
        any(
            one.verdict is not Verdict.NOT_YET
            for one in compare_all(of_many((0.5,) * 4, 400, seed), range(4))
        )
        for seed in range(tests)
    )
    assert claimed / tests <= ALPHA


def test_more_wordings_need_more_calls_a_pair() -> None:
    two, many = compare_all([], range(2)), compare_all([], range(5))
    assert many[0].needed > two[0].needed
    assert len(many) == 10


def test_the_order_of_equal_looks_at_two_wordings_is_as_before() -> None:
    drawn = of_many((0.7, 0.4), 400, 2)
    assert compare_all(drawn, (0, 1)) == (compare(drawn),)
