"""The way through one search, remembered from page to page: where pages ended, and how long each stretch is.

Going on from where a page ended neither repeats nor misses a call when others are recorded meanwhile.
"""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import accumulate, islice
from typing import Any

from sqlalchemy import Connection, text

from app.store.desk_bits import Among, Bits, keys_in
from app.store.desk_filters import CLOSED, Filters
from app.store.desk_order import FACTS, SCORED, Stretch
from app.store.desk_plan import Plan, Way

_MOST_PLACES = 512


@dataclass(frozen=True, slots=True)
class Place:
    """Just behind a row: the stretch's number, the row's value there, and its key."""

    stretch: int
    value: Any
    key: int


@dataclass(slots=True)
class Trail:
    """One search under way. May be used from several threads.

    ``fitting`` are the bits of the calls that may fit, where they are known.
    """

    filters: Filters
    plan: Plan
    stretches: tuple[Stretch, ...]
    fitting: int | None = None
    keys: Sequence[int] | None = None
    sizes: tuple[int, ...] | None = None
    _byte_of: bytes = b""
    _places: dict[int, Place] = field(default_factory=dict)
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def page(self, db: Connection, first: int, limit: int) -> list[int]:
        """The keys of at most ``limit`` calls from the place ``first`` on."""
        if self.filters.impossible or limit <= 0:
            return []
        if self.plan.way is not Way.WALK:
            if self.keys is None:
                self.keys = self._all_keys(db)
            return list(self.keys[first : first + limit])
        found = self._walked(db, first, limit)
        if found:
            with self._lock:
                if len(self._places) >= _MOST_PLACES:
                    self._places.clear()
                self._places[first + len(found)] = found[-1]
        return [place.key for place in found]

    def count(self, db: Connection) -> int:
        """How many calls there are, exactly."""
        if self.filters.impossible:
            return 0
        if self.plan.way is not Way.WALK:
            if self.keys is None:
                self.keys = self._all_keys(db)
            return len(self.keys)
        self.sizes = self._measured(db)
        return sum(self.sizes)

    # --- few calls: all of them at once ---

    def _all_keys(self, db: Connection) -> list[int]:
        names = any(one.by_name for one in self.stretches)
        source = self.plan.source(self.filters)
        if names:
            source = source.replace(" WHERE ", " CROSS JOIN call_text AS s ON s.call = c.key WHERE ", 1)
        statement = f"SELECT c.key FROM {source} ORDER BY {_whole_order(self.stretches)}"  # noqa: S608
        params = self._params(statement)
        if self.plan.way is Way.KEYS:
            params["keys"] = json.dumps(keys_in(self.fitting or 0))
        return list(db.execute(text(statement), params).scalars())

    # --- many calls: walking ---

    def _walked(self, db: Connection, first: int, limit: int) -> list[Place]:
        start = self._nearest(first)
        if self.sizes is None:
            return self._forth(db, start[1], first - start[0], limit)
        ends = list(accumulate(self.sizes))
        number = next((place for place, end in enumerate(ends) if first < end), None)
        if number is None:
            return []
        begin = ends[number] - self.sizes[number]
        into, left = first - begin, ends[number] - first
        if first - start[0] <= min(into, left):
            return self._forth(db, start[1], first - start[0], limit)
        if into <= left:
            return self._forth(db, Place(number, None, 0), into, limit)
        here = min(limit, left)
        found = self._stretch(db, number, None, left - here, here, backwards=True)[::-1]
        more = (
            self._forth(db, Place(number + 1, None, 0), 0, limit - here) if len(found) == here < limit else []
        )
        return found + more

    def _nearest(self, first: int) -> tuple[int, Place]:
        with self._lock:
            passed = [offset for offset in self._places if offset <= first]
            if not passed:
                return 0, Place(0, None, 0)
            return max(passed), self._places[max(passed)]

    def _forth(self, db: Connection, start: Place, skip: int, limit: int) -> list[Place]:
        """``limit`` rows after ``start``, ``skip`` of them left out first."""
        found: list[Place] = []
        for number in range(start.stretch, len(self.stretches)):
            after = start if number == start.stretch and start.value is not None else None
            rows = self._stretch(db, number, after, skip, limit - len(found), backwards=False)
            if skip and not rows:
                skip -= self._passed(db, number, after, skip)
            elif rows:
                skip = 0
            found += rows
            if len(found) >= limit:
                break
        return found

    def _stretch(
        self, db: Connection, number: int, after: Place | None, skip: int, limit: int, *, backwards: bool
    ) -> list[Place]:
        if limit <= 0:
            return []
        one = self.stretches[number]
        if one.by_name and self.fitting is not None and self.filters.only_bits:
            return list(islice(self._named(db, number, after, backwards=backwards), skip, skip + limit))
        statement = (
            f"SELECT {one.column}, {one.key} FROM {self._source(db, one, after, backwards=backwards)} "  # noqa: S608
            f"ORDER BY {one.order(backwards=backwards)} LIMIT {limit} OFFSET {skip}"
        )
        rows = db.execute(text(statement), self._params(statement, after))
        return [Place(number, value, key) for value, key in rows]

    def _named(self, db: Connection, number: int, after: Place | None, *, backwards: bool) -> Iterator[Place]:
        """The calls by name: bits tell which fit, so that none is looked up for that."""
        one = self.stretches[number]
        bits = self._byte_of
        if not bits and self.fitting:
            bits = self._byte_of = self.fitting.to_bytes((self.fitting.bit_length() + 7) // 8, "little")
        beyond = f"WHERE {one.beyond(backwards=backwards)} " if after is not None else ""
        statement = (
            f"SELECT {one.column}, s.call FROM call_text AS s INDEXED BY {one.index} {beyond}"  # noqa: S608
            f"ORDER BY {one.order(backwards=backwards)}"
        )
        rows = db.execute(text(statement), self._params(statement, after))
        whole = len(bits) * 8
        for value, key in rows:
            if key < whole and bits[key >> 3] >> (key & 7) & 1:
                yield Place(number, value, key)

    def _passed(self, db: Connection, number: int, after: Place | None, most: int) -> int:
        """How many rows of a stretch were left out, when all were."""
        if self.stretches[number].by_name and self.fitting is not None and self.filters.only_bits:
            return min(most, sum(1 for _ in self._named(db, number, after, backwards=False)))
        source = self._source(db, self.stretches[number], after, backwards=False)
        statement = f"SELECT COUNT(*) FROM (SELECT 1 FROM {source} LIMIT {most}) AS passed"  # noqa: S608
        return int(db.execute(text(statement), self._params(statement, after)).scalar_one())

    def _source(self, db: Connection, one: Stretch, after: Place | None, *, backwards: bool) -> str:
        parts = [self.filters.where() if db.dialect.name == "sqlite" else _free(self.filters)]
        if one.condition:
            parts.append(one.condition)
        if after is not None:
            parts.append(one.beyond(backwards=backwards))
        return f"{one.table(hints=db.dialect.name == 'sqlite')} WHERE {' AND '.join(parts)}"

    def _measured(self, db: Connection) -> tuple[int, ...]:
        """How many calls there are in each stretch."""
        if self.fitting is not None and (self.filters.only_bits or self.filters.by_index):
            return self._told_by_bits(db)
        group = self.stretches[0].group if self.stretches else "0"
        sqlite = db.dialect.name == "sqlite"
        if not sqlite:
            source = f"call AS c WHERE {_free(self.filters)}"
        elif self.filters.all:
            source = f"call AS c INDEXED BY {FACTS} WHERE {self.filters.where('started')}"
        else:
            index = next(
                (
                    one.index
                    for one in self.stretches
                    if one.index.startswith("call_desk_")
                    and one.index != SCORED
                    and group != "0"
                    and one.value
                ),
                "",
            )
            source = f"call AS c INDEXED BY {index or 'call_desk_musts'} WHERE {CLOSED}"
        if group == "0":
            statement = f"SELECT 0, COUNT(*) FROM {source}"  # noqa: S608
        else:
            statement = f"SELECT {group}, COUNT(*) FROM {source} GROUP BY 1"  # noqa: S608
        counted: Mapping[int, int] = {
            int(value): n for value, n in db.execute(text(statement), self._params(statement))
        }
        return tuple(counted.get(one.value, 0) for one in self.stretches)

    def _told_by_bits(self, db: Connection) -> tuple[int, ...]:
        bits = Bits(db)
        fitting = bits.all_of(self.filters.in_bits)
        if self.filters.by_index:
            fitting &= bits.of_words(self.filters.by_index)
        if len(self.stretches) == 1 and not self.stretches[0].condition:
            return (fitting.bit_count(),)
        if self.stretches and self.stretches[0].facet is None:
            scored = f"call AS c INDEXED BY {SCORED} WHERE c.score IS NOT NULL AND {self.filters.where()}"
            counting = f"SELECT {self.stretches[0].group}, COUNT(*) FROM {scored} GROUP BY 1"  # noqa: S608
            counted = {int(value): int(n) for value, n in db.execute(text(counting), self._params(counting))}
            known = tuple(counted.get(one.value, 0) for one in self.stretches[:-1])
            return (*known, fitting.bit_count() - sum(known))
        return tuple(
            (fitting & bits.of(Among(one.facet, frozenset((one.value,))))).bit_count()
            for one in self.stretches
            if one.facet is not None
        )

    def _params(self, statement: str, after: Place | None = None) -> dict[str, Any]:
        params: dict[str, Any] = dict(self.filters.params)
        if after is not None:
            params |= {"value": after.value, "key": after.key}
        if ":match" in statement:
            params["match"] = self.filters.match
        return params


def _free(filters: Filters) -> str:
    return " AND ".join((CLOSED, *(one.free() for one in filters.all)))


def _whole_order(stretches: Sequence[Stretch]) -> str:
    """The order over all stretches in one ORDER BY."""
    if not stretches:
        return "c.key"
    if len(stretches) == 1:
        return stretches[0].order(backwards=False)
    whens = " ".join(f"WHEN {one.value} THEN {place}" for place, one in enumerate(stretches))
    first = f"CASE {stretches[0].group} {whens} ELSE {len(stretches)} END"
    if all(one.column == stretches[0].column for one in stretches):
        return f"{first}, {stretches[0].order(backwards=False)}"
    within: list[str] = []
    for one in stretches:
        sign = "-" if one.descending else ""
        of_this = f"CASE WHEN {one.group} = {one.value} THEN "
        within += [f"{of_this}{sign}{one.column} END", f"{of_this}{sign}{one.key} END"]
    return ", ".join((first, *within))
