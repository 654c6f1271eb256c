"""Two wordings under test, read honestly: looking often does no harm, and "not enough calls yet" is a plain answer.

The test is the mixture sequential probability ratio test: its p-value is valid however often one looks (Johari, Koomen,
Pekelis and Walsh 2022, "Always Valid Inference", Operations Research 70(3)). Nothing is ever switched automatically.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from app.review.intervals import Difference, Share, difference, share

ALPHA = 0.05
"""How often a difference may be claimed where there is none."""
MIXING_SD = 0.1
"""Standard deviation of the differences that the test is tuned for: ten points of settled share."""
DIFFERENCE_SOUGHT = 0.1
"""The difference whose discovery the number of calls still needed is reckoned for."""
LEAST_PER_WORDING = 10
"""Fewer trials of a wording than this are never read."""


class Verdict(StrEnum):
    """What may be said of the two wordings."""

    FIRST_BETTER = "first_better"
    SECOND_BETTER = "second_better"
    NOT_YET = "not_yet"


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two wordings with their settled shares. ``p`` is always valid; ``needed`` counts calls still to come (a guess)."""

    first: Share
    second: Share
    gap: Difference
    p: float
    verdict: Verdict
    needed: int


def compare(trials: Sequence[tuple[int, bool]]) -> Comparison:
    """Compares wording 0 with wording 1 after ``trials``: (wording, settled) in the order in which they happened."""
    p = 1.0
    counts = [[0, 0], [0, 0]]
    for wording, settled in trials:
        if wording not in (0, 1):
            continue
        counts[wording][1] += 1
        counts[wording][0] += settled
        p = min(p, _p_now(counts))
    first, second = share(*counts[0]), share(*counts[1])
    gap = difference(first, second)
    verdict = Verdict.NOT_YET
    if p <= ALPHA:
        verdict = Verdict.FIRST_BETTER if gap.value > 0 else Verdict.SECOND_BETTER
    needed = (
        0 if verdict is not Verdict.NOT_YET else max(0, 2 * _per_wording(first, second) - first.n - second.n)
    )
    return Comparison(first, second, gap, p, verdict, needed)


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


def _per_wording(first: Share, second: Share) -> int:
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
        if log_ratio >= -math.log(ALPHA):
            return n
        n = n + max(1, n // 50)
    return n


def settled_trials(rows: Iterable[tuple[int | None, bool]]) -> list[tuple[int, bool]]:
    """The rows that belong to a wording under test, in order."""
    return [(wording, settled) for wording, settled in rows if wording is not None]
