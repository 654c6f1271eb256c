"""Which closed calls have which value, a bit for each call: joint shares and exact counts in a millisecond, on SQLite.

Bits are kept in blocks of neighbouring calls. Triggers note every block in which anything changed, whoever changed it;
such a block is read from the table itself until ``tidy`` has written it anew. So nobody who writes or deletes a call
needs to think of it. (Bitmap indexes: O'Neil, *Model 204 Architecture and Performance*, 1987.)
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import IntEnum
from typing import Any

from sqlalchemy import Connection, text

BLOCK = 2048
"""Calls of one block, by their keys; triggers say so too."""
_BYTES = BLOCK // 8
_MOST = sys.maxsize


class Facet(IntEnum):
    """What a bit may tell of a call; a number once given is never given again."""

    CLOSED = 0
    REP = 1
    OUTCOME = 2
    REASON = 3
    SOURCE = 4
    CAMPAIGN = 5
    PLAYBOOK = 6
    LANG = 7
    KIND = 8
    KIND_OPEN = 9
    MOOD = 10
    MOOD_START = 11
    MOOD_END = 12
    STAGE = 13
    STAGE_RANK = 14
    MISSED = 15
    MET = 16
    FLAGGED = 17
    REVIEWED = 18
    SAMPLE = 19


_VALUES: Mapping[str, Facet] = {
    "rep": Facet.REP,
    "outcome": Facet.OUTCOME,
    "reason": Facet.REASON,
    "source": Facet.SOURCE,
    "campaign": Facet.CAMPAIGN,
    "playbook": Facet.PLAYBOOK,
    "lang": Facet.LANG,
    "mood_start": Facet.MOOD_START,
    "mood_end": Facet.MOOD_END,
    "stage": Facet.STAGE,
    "stage_rank": Facet.STAGE_RANK,
    "musts_missed": Facet.MISSED,
    "met": Facet.MET,
    "flagged": Facet.FLAGGED,
    "reviewed": Facet.REVIEWED,
    "sample": Facet.SAMPLE,
}
_SETS: Mapping[str, Facet] = {"kinds": Facet.KIND, "kinds_open": Facet.KIND_OPEN, "moods": Facet.MOOD}
FACET_OF_COLUMN = _VALUES
"""The facets of columns with one value a call; where there is none, the value is 0."""
_COLUMNS = (*_VALUES, *_SETS)


@dataclass(frozen=True, slots=True)
class Among:
    """The closed calls whose value of ``facet`` is one of ``values``, or lies from ``low`` to ``high``."""

    facet: Facet
    values: frozenset[int] | None = None
    low: int = 0
    high: int = _MOST
    negated: bool = False

    def holds(self, value: int) -> bool:
        """Whether ``value`` is meant, before it is negated."""
        return value in self.values if self.values is not None else self.low <= value <= self.high

    @property
    def sql(self) -> str:
        """The same as a condition on ``desk_bits``."""
        if self.values is not None:
            listed = ", ".join(map(str, sorted(self.values))) or "NULL"
            return f"facet = {int(self.facet)} AND value IN ({listed})"
        return f"facet = {int(self.facet)} AND value BETWEEN {self.low} AND {self.high}"


class Bits:
    """The bits as they are at one moment of a connection."""

    def __init__(self, db: Connection) -> None:
        self._db = db
        self._fresh = {block: _reckoned(db, block) for block in stale_blocks(db)}
        last: int | None = db.execute(text("SELECT MAX(block) FROM desk_bits")).scalar_one()
        self._blocks = 1 + max((-1 if last is None else last, *self._fresh))
        self.closed = self.of(Among(Facet.CLOSED))

    def of(self, among: Among) -> int:
        """The bits of all calls that ``among`` means; that of a call stands at its key."""
        whole = bytearray(self._blocks * _BYTES)
        several: dict[int, int] = {}
        rows = self._db.exec_driver_sql(f"SELECT block, bits FROM desk_bits WHERE {among.sql}")  # noqa: S608
        seen: set[int] = set()
        for block, bits in rows:
            if block in self._fresh:
                continue
            if block in seen:
                several[block] = several.get(block, 0) | int.from_bytes(bits, "little")
            else:
                seen.add(block)
                whole[block * _BYTES : block * _BYTES + len(bits)] = bits
        for block, found in self._fresh.items():
            for (facet, value), these in found.items():
                if facet == among.facet and among.holds(value):
                    several[block] = several.get(block, 0) | these
        for block, these in several.items():
            there = slice(block * _BYTES, (block + 1) * _BYTES)
            whole[there] = (int.from_bytes(whole[there], "little") | these).to_bytes(_BYTES, "little")
        found_bits = int.from_bytes(whole, "little")
        return self.closed & ~found_bits if among.negated else found_bits

    def by_value(self, facet: Facet) -> dict[int, int]:
        """The bits of the closed calls by each value of ``facet`` that one of them has."""
        found: dict[int, bytearray] = {}
        asked = f"SELECT value, block, bits FROM desk_bits WHERE facet = {int(facet)}"  # noqa: S608
        rows = self._db.exec_driver_sql(asked)
        for value, block, bits in rows:
            if block not in self._fresh:
                whole = found.setdefault(value, bytearray(self._blocks * _BYTES))
                whole[block * _BYTES : block * _BYTES + len(bits)] = bits
        for block, reckoned in self._fresh.items():
            for (of, value), these in reckoned.items():
                if of == facet:
                    whole = found.setdefault(value, bytearray(self._blocks * _BYTES))
                    whole[block * _BYTES : (block + 1) * _BYTES] = these.to_bytes(_BYTES, "little")
        return {value: int.from_bytes(whole, "little") for value, whole in found.items()}

    def of_words(self, match: str) -> int:
        """The bits of the closed calls that the index over free words finds by ``match``."""
        whole = bytearray(self._blocks * _BYTES)
        found = text("SELECT rowid FROM call_words WHERE call_words MATCH :match")
        for key in self._db.execute(found, {"match": match}).scalars():
            if key >> 3 < len(whole):
                whole[key >> 3] |= 1 << (key & 7)
        return self.closed & int.from_bytes(whole, "little")

    def all_of(self, wanted: Iterable[Among]) -> int:
        """The bits of the calls that every one of ``wanted`` means."""
        found = self.closed
        for among in wanted:
            if not found:
                break
            found &= self.of(among)
        return found


def keys_in(bits: int) -> list[int]:
    """The keys of the calls in ``bits``, ascending."""
    written = bin(bits)[:1:-1]
    found: list[int] = []
    at = written.find("1")
    while at >= 0:
        found.append(at)
        at = written.find("1", at + 1)
    return found


def stale_blocks(db: Connection) -> list[int]:
    """The blocks in which something changed since they were written."""
    return list(db.exec_driver_sql("SELECT block FROM desk_stale ORDER BY block").scalars())


def tidy(db: Connection, *, most: int | None = None, told: Callable[[int], None] | None = None) -> int:
    """Writes blocks anew in which something changed, at most so many; returns how many. For SQLite alone."""
    if db.dialect.name != "sqlite":
        return 0
    waiting = stale_blocks(db)[:most]
    for done, block in enumerate(waiting, start=1):
        db.exec_driver_sql(f"DELETE FROM desk_bits WHERE block = {block}")  # noqa: S608
        rows = [
            (facet, value, block, bits.to_bytes((bits.bit_length() + 7) // 8, "little"))
            for (facet, value), bits in _reckoned(db, block).items()
        ]
        if rows:
            db.exec_driver_sql("INSERT INTO desk_bits (facet, value, block, bits) VALUES (?, ?, ?, ?)", rows)
        db.exec_driver_sql(f"DELETE FROM desk_stale WHERE block = {block}")  # noqa: S608
        if told:
            told(done)
    return len(waiting)


def _reckoned(db: Connection, block: int) -> dict[tuple[int, int], int]:
    """The bits of a block, from the table of calls itself."""
    first = block * BLOCK
    found: dict[tuple[int, int], int] = {}
    for key, *values in _calls(db, first):
        bit = 1 << (key - first)
        for pair in _pairs(values):
            found[pair] = found.get(pair, 0) | bit
    return found


def _calls(db: Connection, first: int) -> Iterable[Sequence[Any]]:
    columns = ", ".join(_COLUMNS)
    return db.exec_driver_sql(
        f"SELECT key, {columns} FROM call NOT INDEXED WHERE key BETWEEN {first} AND {first + BLOCK - 1} "  # noqa: S608
        "AND status = 2"
    )


def _pairs(values: Sequence[int | None]) -> Iterator[tuple[int, int]]:
    yield (Facet.CLOSED, 0)
    for facet, value in zip(_FACETS, values, strict=False):
        yield (facet, value or 0)
    for facet, bits in zip(_SETS.values(), values[len(_VALUES) :], strict=True):
        left = bits or 0
        while left:
            lowest = left & -left
            yield (facet, lowest)
            left -= lowest


_FACETS = tuple(_VALUES.values())
