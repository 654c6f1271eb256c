"""Wordings under test, read honestly: looking often does no harm, and "not enough calls yet" is a plain answer.

The test of two wordings is the mixture sequential probability ratio test: its p-value is valid however often one looks
(Johari, Koomen, Pekelis and Walsh 2022, "Always Valid Inference", Operations Research 70(3)). More than two wordings are
compared each with each, and the p-values are corrected for their number by Holm's step-down rule (Holm 1979, "A Simple
Sequentially Rejective Multiple Test Procedure", Scandinavian Journal of Statistics 6(2)), which needs nothing of how the
pairs hang together. As every single p-value is valid whenever one looks, so is the corrected one: a difference that is
not there is claimed in at most ``ALPHA`` of all tests, however many wordings each has. Nothing is ever switched
automatically.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import combinations

from app.review.intervals import Difference, Share, difference, share

ALPHA = 0.05
"""In how many of all tests a difference may be claimed where there is none."""
MIXING_SD = 0.1
"""Standard deviation of the differences that the test is tuned for: ten points of settled share."""
DIFFERENCE_SOUGHT = 0.1
"""The difference whose discovery the number of calls still needed is reckoned for."""
LEAST_PER_WORDING = 10
"""Fewer trials of a wording than this are never read."""


class Verdict(StrEnum):
    """What may be said of two wordings."""

    FIRST_BETTER = "first_better"
    SECOND_BETTER = "second_better"
    NOT_YET = "not_yet"


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two wordings with their settled shares.

    ``p`` is always valid and corrected for the number of pairs; ``needed`` counts calls of these two still to come (a
    guess). ``places`` are the wordings' places in ``try``.
    """

    first: Share
    second: Share
    gap: Difference
    p: float
    verdict: Verdict
    needed: int
    places: tuple[int, int] = (0, 1)


def compare(trials: Sequence[tuple[int, bool]]) -> Comparison:
    """Compares wording 0 with wording 1 after ``trials``: (wording, settled) in the order in which they happened."""
    (only,) = compare_all(trials, (0, 1))
    return only


def compare_all(trials: Sequence[tuple[int, bool]], places: Sequence[int]) -> tuple[Comparison, ...]:
    """Compares the wordings at ``places`` each with each, in that order; trials of others are passed over."""
    pairs = list(combinations(places, 2))
    counted = [_counted(trials, pair) for pair in pairs]
    corrected = _holm([p for _, _, p in counted])
    return tuple(
        _comparison(first, second, p, pair, len(pairs))
        for (first, second, _), p, pair in zip(counted, corrected, pairs, strict=True)
    )


def _counted(trials: Sequence[tuple[int, bool]], pair: tuple[int, int]) -> tuple[Share, Share, float]:
    p = 1.0
    counts = [[0, 0], [0, 0]]
    for wording, settled in trials:
        if wording not in pair:
            continue
        mine = counts[pair.index(wording)]
        mine[1] += 1
        mine[0] += settled
        p = min(p, _p_now(counts))
    return share(*counts[0]), share(*counts[1]), p


def _holm(found: Sequence[float]) -> list[float]:
    """Each p-value corrected for their number: the least counts for all, the next for all but one, and so on."""
    corrected, least = [1.0] * len(found), 0.0
    for rank, place in enumerate(sorted(range(len(found)), key=lambda one: found[one])):
        least = max(least, min(1.0, (len(found) - rank) * found[place]))
        corrected[place] = least
    return corrected


def _comparison(first: Share, second: Share, p: float, places: tuple[int, int], pairs: int) -> Comparison:
    gap = difference(first, second)
    if p <= ALPHA:
        verdict = Verdict.FIRST_BETTER if gap.value > 0 else Verdict.SECOND_BETTER
        return Comparison(first, second, gap, p, verdict, 0, places)
    needed = max(0, 2 * _per_wording(first, second, ALPHA / pairs) - first.n - second.n)
    return Comparison(first, second, gap, p, Verdict.NOT_YET, needed, places)


def _p_now(counts: list[list[int]]) -> float:
    """The reciprocal of the mixture likelihood ratio of the present counts, at most 1."""
    (hits_a, n_a), (hits_b, n_b) = counts
    if min(n_a, n_b) < LEAST_PER_WORDING:
        return 1.0
    p_a, p_b = (hits_a + 0.5) / (n_a + 1), (hits_b + 0.5) / (n_b + 1)
    variance = p_a * (1 - p_a) / n_a + p_b * (1 - p_b) / n_b
    mixed = variance + MIXING_SD**2
    gap = hits_a / n_a - hits_b / n_b
    log_ratio = 0.5 * math.log(variance / mixed) + gap * gap * MIXING_SD**2 / (2 * variance * mixed)
    return min(1.0, math.exp(-log_ratio))


def _per_wording(first: Share, second: Share, alpha: float) -> int:
    """Trials per wording after which a difference of ``DIFFERENCE_SOUGHT`` at the pooled share would be claimed."""
    pooled = (first.hits + second.hits + 1) / (first.n + second.n + 2)
    unit = 2 * pooled * (1 - pooled)
    n = LEAST_PER_WORDING
    while n < 1_000_000:
        variance = unit / n
        mixed = variance + MIXING_SD**2
        log_ratio = 0.5 * math.log(variance / mixed) + DIFFERENCE_SOUGHT**2 * MIXING_SD**2 / (
            2 * variance * mixed
        )
        if log_ratio >= -math.log(alpha):
            return n
        n = n + max(1, n // 50)
    return n
