"""Figures of many calls: every tile for all calls and for some searches, against one counting scan of the call table.

A tile is one figure as it is counted and put together, without drawing. The calls are those of ``desk``.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date

from app.playbook.vocabulary import Label
from app.review.desk import Search
from app.review.figure_making import figure
from app.review.figures import FigureName
from app.review.query import Query, read_query
from app.scripts.benchmarks.desk import counting_scans
from app.scripts.benchmarks.many_calls import many_calls
from app.scripts.benchmarks.measure import Measure, Sample, against, middle, percentile, timed
from app.store.database import Database
from app.store.desk import StoredDesk
from app.store.figure_book import StoredFigures

_LINES = ("", "days:30", "playbook:inbound-lead source:web", "rep:petr", "outcome:lost objection:price")
_GOAL_RATIO, _GOAL_MS = 2.0, 100.0
_ENOUGH = 500_000
"""With fewer calls than this a counting scan takes a few milliseconds, and the ratio says nothing."""


def measure(*, quick: bool = False) -> Iterator[Measure]:
    """The slowest tile against the scan, and the ninety-fifth percentile over all of them."""
    with many_calls(quick=quick) as database:
        yield from _measured(database, 1 if quick else 3)


def _measured(database: Database, rounds: int) -> Iterator[Measure]:
    calls = StoredDesk(database).count(Search()).calls
    today = date.today()  # noqa: DTZ011 - the day on the wall, as the search line means it
    queries = [read_query(line, today) for line in _LINES]
    tiles = _tiles(StoredFigures(database), queries, rounds)
    scan = middle(counting_scans(database, rounds * 5))
    slowest = max(tiles, key=lambda name: percentile(tiles[name], 0.95))
    slow = percentile(tiles[slowest], 0.95)
    every = percentile([one for sample in tiles.values() for one in sample], 0.95)
    detail = f"{against(slow, scan)}, {slowest}"
    if calls >= _ENOUGH:
        yield Measure(
            "figures.ratio",
            Label(
                f"the slowest figure of {calls:,} calls: p95 against a counting scan",
                f"nejpomalejší přehled z {calls:,} hovorů: p95 proti sečtení tabulky",
            ),
            slow / scan,
            _GOAL_RATIO,
            detail=detail,
        )
    yield Measure(
        "figures.p95",
        Label(
            f"each figure for all of {calls:,} calls and for searches: p95",
            f"každý přehled ze všech {calls:,} hovorů i z hledání: p95",
        ),
        every,
        _GOAL_MS,
        "ms",
        detail=detail,
    )


def _tiles(book: StoredFigures, queries: list[Query], rounds: int) -> Mapping[FigureName, Sample]:
    found: dict[FigureName, Sample] = {name: [] for name in FigureName}
    for name, sample in found.items():
        for query in queries:
            sample += [timed(lambda: figure(name, book.counted(name, query), query)) for _ in range(rounds)]  # noqa: B023
    return found
