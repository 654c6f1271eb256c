"""Which way to the calls of a search is short: a selective index, a walk through the sort's index, or one scan.

SQLite knows no joint shares of few-valued columns and is misled by them, so the share that a search keeps is looked up
in small samples, the rows that each way would touch are weighed, and the shortest way is prescribed. PostgreSQL is left
to its own statistics.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from sqlalchemy import Connection, text

from app.store.desk_filters import Filters
from app.store.desk_order import FACTS, INDEX_OF_COLUMN, Stretch

SMALL = 20_000
"""With fewer calls than this every way is short."""
PAGE = 200
"""How many calls a walk is expected to be asked for."""
_SCANNED, _ACROSS, _BY_NAME, _LOOKED_UP = 0.08, 1.2, 0.9, 0.4
"""Microseconds a row, as measured: through the index that holds all (in order of time), in another order, by name,
one by one through another index. In another order three times what a row takes, as what is searched rarely lies evenly
in it: the longest calls never ended early.
"""
_SHORT = 0.4
"""A walk is not worth a second thought up to so many microseconds for each call of a small database."""
_BLOCKS, _BLOCK, _TEXT_BLOCK = 48, 400, 80
_DRIVERS = (
    "rep",
    "outcome",
    "source",
    "playbook",
    "started",
    "talk_ms",
    "stage_rank",
    "musts_missed",
    "reviewed",
)


class Way(StrEnum):
    """How the calls of a search are reached."""

    WALK = "walk"
    INDEX = "index"
    WORDS = "words"
    OBJECTIONS = "objections"
    SCAN = "scan"


@dataclass(frozen=True, slots=True)
class Plan:
    """The way, with the ``column`` whose index is used on the way ``INDEX``."""

    way: Way
    column: str = ""

    def source(self, filters: Filters) -> str:
        """FROM and WHERE of the calls, for SQLite, in no order; not for walking."""
        if self.way is Way.INDEX:
            index = INDEX_OF_COLUMN[self.column]
            return f"call AS c INDEXED BY {index} WHERE {filters.where(self.column)}"
        keys = _KEYS.get(self.way)
        if keys is None:
            return f"call AS c INDEXED BY {FACTS} WHERE {filters.where()}"
        return f"call AS c NOT INDEXED WHERE c.key IN ({_keys(self.way, filters)}) AND {filters.where()}"


def _keys(way: Way, filters: Filters) -> str:
    numbers = ", ".join(str(number) for number in filters.objections)
    return _KEYS[way].replace(":objections", numbers)


_KEYS = {
    Way.WORDS: "SELECT rowid FROM call_words WHERE call_words MATCH :match",
    Way.OBJECTIONS: "SELECT o.call FROM call_objection o WHERE o.objection IN (:objections)",
}


def choose(db: Connection, filters: Filters, order: tuple[Stretch, ...], *, small: int = SMALL) -> Plan:
    """The way for ``filters`` in the present state of a SQLite database, to be shown in ``order``."""
    if not filters.all:
        return Plan(Way.WALK)
    last = db.execute(text("SELECT COALESCE(MAX(key), 0) FROM call")).scalar_one()
    if last <= small:
        return Plan(Way.WALK)
    sample = _sampled(db, filters, last)
    walk = _walked(order) * (min(last, PAGE / sample.kept) if sample.kept else last)
    if walk < _SHORT * small:
        return Plan(Way.WALK)
    ways = [(walk, Plan(Way.WALK)), (_SCANNED * last, Plan(Way.SCAN))]
    for column, share in sample.columns.items():
        ways.append(
            ((_SCANNED if column == "started" else _LOOKED_UP) * share * last, Plan(Way.INDEX, column))
        )
    best = min(ways, key=lambda one: one[0])
    return min((best, *_beyond(db, filters, int(best[0] / _LOOKED_UP))), key=lambda one: one[0])[1]


def _walked(order: tuple[Stretch, ...]) -> float:
    if all(one.index == FACTS for one in order):
        return _SCANNED
    return _BY_NAME if any(one.by_name for one in order) else _ACROSS


@dataclass(frozen=True, slots=True)
class _Sample:
    """Shares of all calls: what all filters keep, and what those on one indexed column keep."""

    kept: float
    columns: Mapping[str, float]


def _sampled(db: Connection, filters: Filters, last: int) -> _Sample:
    """The shares in blocks of neighbours spread over all calls."""
    step = max(1, last // _BLOCKS)
    size = _TEXT_BLOCK if filters.texts else _BLOCK
    blocks = ", ".join(f"({first}, {first + size - 1})" for first in range(1 + step // 2, last + 1, step))
    own = {column: [one.free() for one in filters.narrow if one.column == column] for column in _DRIVERS}
    if own["reviewed"] != ["c.reviewed = 1"]:
        own["reviewed"] = []
    columns = [column for column, conditions in own.items() if conditions]
    sums = "".join(f", COALESCE(SUM({' AND '.join(own[column])}), 0)" for column in columns)
    found, kept, *each = db.execute(
        text(
            f"WITH block(first, last) AS (VALUES {blocks}) SELECT COUNT(*), COALESCE(SUM({filters.where()}), 0){sums} "  # noqa: S608
            "FROM block CROSS JOIN call AS c NOT INDEXED ON c.key BETWEEN block.first AND block.last"
        ),
        dict(filters.params),
    ).one()
    shares = [number / found if found else 0.0 for number in (kept, *each)]
    return _Sample(shares[0], dict(zip(columns, shares[1:], strict=True)))


def _beyond(db: Connection, filters: Filters, most: int) -> list[tuple[float, Plan]]:
    """The ways through other tables, free words and objections, where they lead to at most ``most`` calls."""
    counted: list[tuple[int, Plan]] = []
    if filters.match:
        source = "call_words WHERE call_words MATCH :match"
        counted.append((_capped(db, source, filters, most), Plan(Way.WORDS)))
    if filters.objections:
        source = f"call_objection o WHERE o.objection IN ({', '.join(map(str, filters.objections))})"
        counted.append((_capped(db, source, filters, most), Plan(Way.OBJECTIONS)))
    return [(_LOOKED_UP * count, plan) for count, plan in counted if count <= most]


def _capped(db: Connection, source: str, filters: Filters, most: int) -> int:
    statement = f"SELECT COUNT(*) FROM (SELECT 1 FROM {source} LIMIT {most + 1})"  # noqa: S608
    params = {"match": filters.match} if ":match" in source else {}
    return int(db.execute(text(statement), params).scalar_one())
