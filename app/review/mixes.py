"""Shares of a mix of groups: pooled, and the pairs that the mix alone turns round (Simpson's trap)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from app.review.figures import Group, Tally

LEAST = 10
"""Fewer cases than this in a group say nothing about a direction."""


@dataclass(frozen=True, slots=True)
class Reversal:
    """``first`` has the higher share in all, and in no group with enough cases of both."""

    first: tuple[str, ...]
    second: tuple[str, ...]
    groups: int


def pooled(tallies: Iterable[Tally]) -> dict[tuple[str, ...], tuple[int, int]]:
    """Cases and hits by codes, all groups together, in the order in which they came."""
    cells: dict[tuple[str, ...], tuple[int, int]] = {}
    for one in tallies:
        n, hits = cells.get(one.codes, (0, 0))
        cells[one.codes] = (n + one.n, hits + one.hits)
    return cells


def reversals(
    tallies: Sequence[Tally], most: int = 12, same: Callable[[tuple[str, ...]], object] = len
) -> tuple[Reversal, ...]:
    """Pairs of codes whose order in all is the reverse of that inside every group that has enough of both.

    Only pairs that are the ``same`` in what is not compared are looked at, among the ``most`` with most cases; the
    widest gap comes first.
    """
    cells = pooled(tallies)
    inside: dict[Group, list[Tally]] = defaultdict(list)
    for one in tallies:
        inside[one.group].append(one)
    groups = [pooled(part) for part in inside.values()]
    families: dict[object, list[tuple[str, ...]]] = defaultdict(list)
    for codes in sorted(cells, key=lambda codes: (-cells[codes][0], codes)):
        families[same(codes)].append(codes)
    found = [
        reversal
        for family in families.values()
        for pair in combinations(family[:most], 2)
        if (reversal := _reversal(pair, cells, groups)) is not None
    ]
    return tuple(
        sorted(found, key=lambda one: (_part(cells[one.second]) - _part(cells[one.first]), one.first))
    )


_Cells = Mapping[tuple[str, ...], tuple[int, int]]


def _reversal(
    pair: tuple[tuple[str, ...], tuple[str, ...]], cells: _Cells, groups: Sequence[_Cells]
) -> Reversal | None:
    first, second = sorted(pair, key=lambda codes: -_part(cells[codes]))
    if _part(cells[first]) == _part(cells[second]):
        return None
    gaps = [
        _part(group[first]) - _part(group[second])
        for group in groups
        if min(group.get(first, (0, 0))[0], group.get(second, (0, 0))[0]) >= LEAST
    ]
    return Reversal(first, second, len(gaps)) if len(gaps) > 1 and max(gaps) < 0 else None


def _part(cell: tuple[int, int]) -> float:
    n, hits = cell
    return hits / n if n else 0.0
