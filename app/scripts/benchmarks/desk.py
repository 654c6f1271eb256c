"""The review desk on many calls: first pages, sorts, filters and the end, against one counting scan of the call table.

Made-up calls are stored for it, a hundred thousand or as many as ``--calls`` says; with ``CALLCUE_BENCH_DATABASE`` a
database that is there already is looked at.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from datetime import date
from functools import partial

from sqlalchemy import text

from app.playbook.vocabulary import Label
from app.review.desk import Search, SortBy
from app.review.query import read_query
from app.scripts.benchmarks.many_calls import many_calls
from app.scripts.benchmarks.measure import Measure, Sample, against, middle, percentile, timed
from app.store.database import Database
from app.store.desk import StoredDesk

PAGE = 200
_LINES = (
    "rep:petr",
    "outcome:lost",
    "objection:price mood:angry",
    "outcome:lost objection:price",
    'source:"cold list" outcome:not_interested',
    "stage<close must:missed flagged",
    "unreviewed days:30",
    "open:price -mood:interested lang:cs minutes>3",
    "rep:eva outcome:hung_up mood:angry objection:trust",
    "ukazk",
    "pekarna inventuru",
    "minutes>45",
    "playbook:renewal outcome:cancelled",
)
_GOAL_RATIO, _GOAL_MS = 2.0, 100.0
_ENOUGH = 500_000
"""With fewer calls than this the scan takes less than drawing up 200 rows, and the ratio says nothing."""


def measure(*, quick: bool = False) -> Iterator[Measure]:
    """Ninety-fifth percentiles over many different searches."""
    with many_calls(quick=quick) as database:
        yield from _measured(database, 1 if quick else 3)


def _measured(database: Database, rounds: int) -> Iterator[Measure]:
    desk = StoredDesk(database)
    today = date.today()  # noqa: DTZ011 - the day on the wall, as the search line means it
    lines = [read_query(line, today) for line in _LINES]
    calls = desk.count(Search()).calls
    scan = counting_scans(database, rounds * 5)
    searches = {
        "first": [Search(), *(Search(line) for line in lines)],
        "sort": [Search(sort=sort, descending=down) for sort in SortBy for down in (True, False)],
        "filter": [Search(line, sort) for line in lines for sort in SortBy],
    }
    for name, group in searches.items():
        found = _pages(desk, group, rounds)
        yield from _figures(calls, name, f"{_WHATS[name].en}, {calls:,} calls", _WHATS[name].cs, found, scan)
    ends = _ends(
        desk, [*searches["first"], *searches["sort"], *searches["filter"][:: len(SortBy) + 1]], rounds
    )
    yield from _figures(calls, "end", f"{_WHATS['end'].en}, {calls:,} calls", _WHATS["end"].cs, ends, scan)


_WHATS = {
    "first": Label(
        "the first 200 calls of a search, newest first", "prvních 200 hovorů hledání od nejnovějších"
    ),
    "sort": Label("the first 200 calls in each order", "prvních 200 hovorů v každém řazení"),
    "filter": Label(
        "the first 200 calls of each search in each order", "prvních 200 hovorů hledání v každém řazení"
    ),
    "end": Label("the last 200 calls once they are counted", "posledních 200 hovorů, jakmile jsou spočítány"),
}


def counting_scans(database: Database, rounds: int) -> Sample:
    """How long it takes to count the calls, in milliseconds.

    On a connection of its own, with SQLite's usual cache: one that has all pages in memory counts without reading.
    """
    hint = "NOT INDEXED" if database.path else ""
    with closing(Database(database.url)) as plain, plain.reading() as db:
        statement = text(f"SELECT COUNT(*) FROM call AS c {hint}")  # noqa: S608
        return [timed(lambda: db.execute(statement).scalar_one()) for _ in range(rounds)]


def _pages(desk: StoredDesk, searches: list[Search], rounds: int) -> Sample:
    for search in searches:
        desk.rows(search, 0, PAGE)
    return [timed(partial(desk.rows, search, 0, PAGE)) for _ in range(rounds) for search in searches]


def _ends(desk: StoredDesk, searches: list[Search], rounds: int) -> Sample:
    found: Sample = []
    for search in searches:
        for _ in range(rounds):
            desk.rows(search, 0, PAGE)
            last = max(0, desk.count(search).calls - PAGE)
            found.append(timed(partial(desk.rows, search, last, PAGE)))
    return found


def _figures(calls: int, name: str, en: str, cs: str, found: Sample, scan: Sample) -> Iterator[Measure]:
    slow, base = percentile(found, 0.95), middle(scan)
    detail = against(slow, base) + f", p50 {middle(found):.3g} ms"
    if calls >= _ENOUGH:
        yield Measure(
            f"desk.{name}.ratio",
            Label(f"{en}: p95 against a counting scan", f"{cs}: p95 proti sečtení tabulky"),
            slow / base,
            _GOAL_RATIO,
            detail=detail,
        )
    yield Measure(f"desk.{name}.p95", Label(f"{en}: p95", f"{cs}: p95"), slow, _GOAL_MS, "ms", detail=detail)
