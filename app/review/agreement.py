"""How far raters agree on the same calls: raw agreement and Krippendorff's alpha with a range."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

LEAST_PAIRS = 20
"""Below this many pairs of marks the figure is called too few to read."""
RESAMPLES = 1000

Unit = Mapping[str, float]
"""Marks for one call (or one criterion of it): rater -> mark. Missing raters are simply absent."""


class Metric(StrEnum):
    """How far apart two marks are."""

    NOMINAL = "nominal"
    ORDINAL = "ordinal"
    INTERVAL = "interval"


@dataclass(frozen=True, slots=True)
class Agreement:
    """``raw``: share of pairs with the same mark. ``alpha``: 1 is perfect, 0 is chance; ``None`` when it is undefined.

    ``low`` and ``high`` bound alpha in 95 of 100 resamples of the units.
    """

    pairs: int
    raw: float | None
    alpha: float | None
    low: float | None
    high: float | None

    @property
    def too_few(self) -> bool:
        """Whether there are too few pairs to read anything from it."""
        return self.pairs < LEAST_PAIRS


def agreement(units: Sequence[Unit], metric: Metric = Metric.ORDINAL, *, seed: int = 0) -> Agreement:
    """Agreement over ``units``; those with fewer than two marks count for nothing.

    Krippendorff's alpha = 1 - D_o / D_e from the coincidence matrix (Krippendorff 2011, "Computing Krippendorff's
    Alpha-Reliability"); the range is a percentile bootstrap over units, repeatable through ``seed``.
    """
    paired = [unit for unit in units if len(unit) > 1]
    pairs = sum(len(unit) * (len(unit) - 1) // 2 for unit in paired)
    if not pairs:
        return Agreement(0, None, None, None, None)
    same = sum(count * (count - 1) // 2 for unit in paired for count in Counter(unit.values()).values())
    found = alpha(paired, metric)
    low, high = _range(paired, metric, seed) if found is not None else (None, None)
    return Agreement(pairs, same / pairs, found, low, high)


def alpha(units: Sequence[Unit], metric: Metric) -> float | None:
    """Krippendorff's alpha; ``None`` when all marks are alike, for then chance cannot be told from agreement."""
    coincidences, totals = _coincidences(units)
    n = sum(totals.values())
    values = sorted(totals)
    if n < 2 or len(values) < 2:
        return None
    apart = _metric(metric, values, totals)
    observed = sum(count * apart(a, b) for (a, b), count in coincidences.items())
    expected = sum(totals[a] * totals[b] * apart(a, b) for a in values for b in values) / (n - 1)
    return 1 - observed / expected if expected else None


def _coincidences(units: Sequence[Unit]) -> tuple[dict[tuple[float, float], float], dict[float, float]]:
    """How often each pair of values met within a unit, each unit weighing as many marks as it has."""
    pairs: dict[tuple[float, float], float] = {}
    totals: dict[float, float] = {}
    for unit in units:
        marks = Counter(unit.values())
        size = sum(marks.values())
        if size < 2:
            continue
        for a, times in marks.items():
            totals[a] = totals.get(a, 0.0) + times
            for b, others in marks.items():
                met = times * (others - (1 if a == b else 0)) / (size - 1)
                pairs[a, b] = pairs.get((a, b), 0.0) + met
    return pairs, totals


def _metric(
    metric: Metric, values: list[float], totals: Mapping[float, float]
) -> Callable[[float, float], float]:
    if metric is Metric.NOMINAL:
        return lambda a, b: 0.0 if a == b else 1.0
    if metric is Metric.INTERVAL:
        return lambda a, b: (a - b) ** 2
    below: dict[float, float] = {}
    so_far = 0.0
    for value in values:
        so_far += totals[value]
        below[value] = so_far - totals[value] / 2
    return lambda a, b: (below[a] - below[b]) ** 2


def _range(units: Sequence[Unit], metric: Metric, seed: int) -> tuple[float | None, float | None]:
    chance = random.Random(seed)  # noqa: S311 - resampling that must repeat, nothing secret
    found = []
    for _ in range(RESAMPLES):
        one = alpha(chance.choices(units, k=len(units)), metric)
        if one is not None:
            found.append(one)
    if not found:
        return None, None
    found.sort()
    return found[int(0.025 * len(found))], found[min(len(found) - 1, int(0.975 * len(found)))]
