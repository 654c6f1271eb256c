"""Which way to the calls of a search is short: a selective index, a walk through the sort's index, or one scan.

SQLite knows no joint shares of few-valued columns and is misled by them, so the share that a search keeps is read off
the bits of calls, or looked up in small samples where bits do not say it; the rows that each way would touch are weighed,
and the shortest way is prescribed. PostgreSQL is left to its own statistics.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from sqlalchemy import Connection, text

from app.store.desk_bits import Bits
from app.store.desk_filters import Filters
from app.store.desk_order import FACTS, INDEX_OF_COLUMN, Stretch

SMALL = 20_000
"""With fewer calls than this every way is short."""
PAGE = 200
"""How many calls a walk is expected to be asked for."""
_SCANNED, _ACROSS, _BY_NAME, _LOOKED_UP, _READ = 0.09, 0.27, 2.0, 1.5, 2.5
"""Microseconds a row, as measured: through an index that holds all (in order of time), in another order, by name, one by
one through the table, and its texts. In another order three times what a row takes, as what is searched rarely lies evenly
in it: the longest calls never ended early.
"""
_NAMED = 0.4
"""By name where bits say which calls fit."""
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
    KEYS = "keys"
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
        if self.way not in _KEYS:
            return f"call AS c INDEXED BY {FACTS} WHERE {filters.where()}"
        return f"call AS c NOT INDEXED WHERE c.key IN ({_keys(self.way, filters)}) AND {filters.where()}"


def _keys(way: Way, filters: Filters) -> str:
    numbers = ", ".join(str(number) for number in filters.objections)
    return _KEYS[way].replace(":objections", numbers)


_KEYS = {
    Way.KEYS: "SELECT value FROM json_each(:keys)",
    Way.WORDS: "SELECT rowid FROM call_words WHERE call_words MATCH :match",
    Way.OBJECTIONS: "SELECT o.call FROM call_objection o WHERE o.objection IN (:objections)",
}


def narrowed(db: Connection, filters: Filters, *, small: int = SMALL) -> int | None:
    """The bits of the calls that may fit: exactly those where ``filters.only_bits``. ``None`` where bits do not pay."""
    if db.dialect.name != "sqlite" or _last(db) <= small:
        return None
    return Bits(db).all_of(filters.in_bits)


def choose(
    db: Connection,
    filters: Filters,
    order: tuple[Stretch, ...],
    fitting: int | None = None,
    *,
    small: int = SMALL,
) -> Plan:
    """The way for ``filters`` in the present state of a SQLite database, to be shown in ``order``.

    ``fitting`` are the bits of the calls that may fit.
    """
    last = _last(db)
    if not filters.all or last <= small:
        return Plan(Way.WALK)
    n = last if fitting is None else fitting.bit_count()
    keys = (_by_keys(filters, order) * n, Plan(Way.KEYS))
    if filters.only_bits:
        walk = _walked(order, filters) * min(last, PAGE * last / n if n else last)
        return min((walk, Plan(Way.WALK)), keys, key=lambda one: one[0])[1]
    if keys[0] < _SHORT * small / 10:
        return keys[1]
    return min(keys, _by_sample(db, filters, order, last, small), key=lambda one: one[0])[1]


def _last(db: Connection) -> int:
    return int(db.execute(text("SELECT COALESCE(MAX(key), 0) FROM call")).scalar_one())


def _by_keys(filters: Filters, order: tuple[Stretch, ...]) -> float:
    """Microseconds for each call that is looked up by its key."""
    texts = int(any(one.by_name for one in order)) + len(filters.texts)
    return _LOOKED_UP + _READ * texts


def _by_sample(
    db: Connection, filters: Filters, order: tuple[Stretch, ...], last: int, small: int
) -> tuple[float, Plan]:
    """The shortest way where bits do not say all, by what samples tell of the share that is kept."""
    sample = _sampled(db, filters, last)
    read = _READ * sample.narrow if filters.texts else 0.0
    walk = (_walked(order, filters) + read) * (min(last, PAGE / sample.kept) if sample.kept else last)
    if walk < _SHORT * small:
        return walk, Plan(Way.WALK)
    ways = [(walk, Plan(Way.WALK)), ((_SCANNED + read) * last, Plan(Way.SCAN))]
    for column, share in sample.columns.items():
        ways.append(((_SCANNED + read) * share * last, Plan(Way.INDEX, column)))
    best = min(ways, key=lambda one: one[0])
    return min((best, *_beyond(db, filters, int(best[0] / _LOOKED_UP))), key=lambda one: one[0])


def _walked(order: tuple[Stretch, ...], filters: Filters) -> float:
    if all(one.index == FACTS for one in order):
        return _SCANNED
    if any(one.by_name for one in order):
        return _NAMED if filters.only_bits else _BY_NAME
    return _ACROSS


@dataclass(frozen=True, slots=True)
class _Sample:
    """Shares of all calls: what all filters keep, what those on the narrow table keep, and those on one indexed column."""

    kept: float
    narrow: float
    columns: Mapping[str, float]


def _sampled(db: Connection, filters: Filters, last: int) -> _Sample:
    """The shares in blocks of neighbours spread over all calls."""
    step = max(1, last // _BLOCKS)
    size = _TEXT_BLOCK if filters.texts else _BLOCK
    blocks = ", ".join(f"({first}, {first + size - 1})" for first in range(1 + step // 2, last + 1, step))
    own = {column: [one.free() for one in filters.narrow if one.column == column] for column in _DRIVERS}
    if own["reviewed"] != ["c.reviewed > 0"]:
        own["reviewed"] = []
    columns = [column for column, conditions in own.items() if conditions]
    sums = "".join(f", COALESCE(SUM({' AND '.join(own[column])}), 0)" for column in columns)
    narrow = " AND ".join(one.bound() for one in filters.narrow) or "1"
    found, kept, few, *each = db.execute(
        text(
            f"WITH block(first, last) AS (VALUES {blocks}) SELECT COUNT(*), COALESCE(SUM({filters.where()}), 0), "  # noqa: S608
            f"COALESCE(SUM({narrow}), 0){sums} "
            "FROM block CROSS JOIN call AS c NOT INDEXED ON c.key BETWEEN block.first AND block.last"
        ),
        dict(filters.params),
    ).one()
    shares = [number / found if found else 0.0 for number in (kept, few, *each)]
    return _Sample(shares[0], shares[1], dict(zip(columns, shares[2:], strict=True)))


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
