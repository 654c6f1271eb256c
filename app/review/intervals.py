"""Honest ranges for shares and their differences, so that no figure stands alone."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass

Z_95 = 1.959963984540054
"""Two-sided 95 % quantile of the normal distribution."""


@dataclass(frozen=True, slots=True)
class Share:
    """``hits`` of ``n`` with a range. ``value``, ``low`` and ``high`` lie in 0 to 1; with ``n`` = 0 the range is all."""

    hits: int
    n: int
    value: float
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Difference:
    """One share less another, with a range (-1 to 1). ``clear`` when the range leaves zero out."""

    value: float
    low: float
    high: float

    @property
    def clear(self) -> bool:
        """Whether zero lies outside the range."""
        return self.low > 0 or self.high < 0


def share(hits: int, n: int, z: float = Z_95) -> Share:
    """A share with its score interval (Wilson 1927, JASA 22:209-212).

    Args:
        hits: Successes, 0 to ``n``.
        n: Trials, 0 or more.
        z: Normal quantile; 1.96 gives 95 %.

    Raises:
        ValueError: ``hits`` does not lie between 0 and ``n``.
    """
    if not 0 <= hits <= n:
        raise ValueError(f"{hits} of {n} is no share")
    if n == 0:
        return Share(0, 0, 0.0, 0.0, 1.0)
    p = hits / n
    spread = 1 + z * z / n
    middle = (p + z * z / (2 * n)) / spread
    half = z * math.sqrt(p * (1 - p) / n + z * z / (4 * n * n)) / spread
    low = 0.0 if hits == 0 else max(0.0, middle - half)
    high = 1.0 if hits == n else min(1.0, middle + half)
    return Share(hits, n, p, low, high)


def difference(after: Share, before: Share) -> Difference:
    """``after`` less ``before`` for independent samples (Newcombe 1998, Statistics in Medicine 17:873-890, method 10)."""
    value = after.value - before.value
    down = math.hypot(after.value - after.low, before.high - before.value)
    up = math.hypot(after.high - after.value, before.value - before.low)
    return Difference(value, max(-1.0, value - down), min(1.0, value + up))


def shrunk(shares: Mapping[str, Share]) -> dict[str, float]:
    """Each share drawn towards the whole, the more the fewer trials it rests on, for lists where ranks would mislead.

    Empirical Bayes with a beta prior fitted by the method of moments (Kleinman 1973, JASA 68:46-54): prior mean ``m`` is
    the pooled share, prior weight ``w`` comes from the spread between groups beyond chance; the estimate is
    ``(hits + w * m) / (n + w)``. When the groups differ no more than chance would, all get the pooled share.
    """
    known = {name: one for name, one in shares.items() if one.n}
    total = sum(one.n for one in known.values())
    if not total:
        return dict.fromkeys(shares, 0.0)
    mean = sum(one.hits for one in known.values()) / total
    weight = _prior_weight(list(known.values()), mean, total)
    if weight is None:
        return dict.fromkeys(shares, mean)
    return {name: (one.hits + weight * mean) / (one.n + weight) for name, one in shares.items()}


def _prior_weight(shares: list[Share], mean: float, total: int) -> float | None:
    """The prior's weight in trials; ``None`` when the groups show no spread beyond chance."""
    if len(shares) < 2 or mean in (0.0, 1.0):
        return None
    spread = sum(one.n * (one.value - mean) ** 2 for one in shares)
    chance = mean * (1 - mean) * (len(shares) - 1)
    room = total - sum(one.n**2 for one in shares) / total
    between = (spread - chance) / room if room > 0 else 0.0
    if between <= 0:
        return None
    return max(0.0, mean * (1 - mean) / between - 1)
