"""Counts what figures are made of: most over the narrow tables in one pass, the rest from the newest calls' events."""

from __future__ import annotations

import json
from collections.abc import Callable, Collection, Mapping
from datetime import UTC, datetime

from sqlalchemy import Connection, text

from app.call.events import UnknownEvent
from app.call.ports import BookUnavailable, TroubleKind
from app.playbook.source import Source
from app.review.desk import SortBy
from app.review.figures import Counted, FigureName
from app.review.query import Field, Query
from app.store.database import Database
from app.store.desk_bits import Facet
from app.store.desk_filters import Filters, read_filters
from app.store.desk_order import known_numbers
from app.store.desk_words import DeskWords
from app.store.figure_bits import FEWEST, BitCounts, bit_counts
from app.store.figure_counts import (
    attempts,
    first_attempts,
    funnel,
    moods,
    musts,
    next_steps,
    outcome_mix,
)
from app.store.figure_events import dead_lines, stage_times
from app.store.figure_fitting import Fitting
from app.store.figure_objections import handled_by, handlers, objections, wordings
from app.store.figure_weeks import outcomes
from app.store.sources import source_of
from app.store.stopping import StoppableReading

_COUNTING: Mapping[FigureName, Callable[[Fitting], Counted]] = {
    FigureName.OUTCOMES: outcomes,
    FigureName.OUTCOME_MIX: outcome_mix,
    FigureName.FUNNEL: funnel,
    FigureName.OBJECTIONS: objections,
    FigureName.HANDLERS: handlers,
    FigureName.WORDINGS: wordings,
    FigureName.HANDLED_BY: handled_by,
    FigureName.MUSTS: musts,
    FigureName.STAGE_TIME: stage_times,
    FigureName.MOODS: moods,
    FigureName.NEXT_STEPS: next_steps,
    FigureName.DEAD_LINES: dead_lines,
    FigureName.FIRST_ATTEMPT: first_attempts,
    FigureName.ATTEMPTS: attempts,
}


_NEWEST = text(
    "SELECT lang, revision FROM call WHERE status = 2 AND playbook = :playbook ORDER BY started DESC LIMIT :most"
)
_NEWEST_CALLS = 500
"""Among so many calls of a playbook its newest texts are looked for."""


_BY_KEYS = "c.key IN (SELECT value FROM json_each(:keys))"


def _now() -> datetime:
    return datetime.now(UTC)


class StoredFigures:
    """Implements ``FigureBook``. Real calls and made-up ones are never counted together unless the query says so."""

    def __init__(
        self, database: Database, *, now: Callable[[], datetime] = _now, fewest: int = FEWEST
    ) -> None:
        """``fewest``: with fewer calls than these all are looked at, as counting by bits does not pay."""
        self._reading = StoppableReading(database)
        self._now = now
        self._fewest = fewest
        self._words = DeskWords()

    def counted(self, name: FigureName, query: Query) -> Counted:
        """See ``FigureBook``."""
        with self._reading.reading() as db:
            filters = read_filters(db, self._words, query, self._now())
            if filters.impossible:
                return Counted()
            asked = bool(query.values(Field.SAMPLE) or query.values(Field.SAMPLE, negated=True))
            fitting = _fitting(db, self._words, filters, apart=not asked, fewest=self._fewest)
            if not fitting.calls:
                return Counted()
            try:
                return _COUNTING[name](fitting)
            except UnknownEvent as error:
                raise BookUnavailable(TroubleKind.DAMAGED) from error

    def texts(self, playbooks: Collection[str]) -> Mapping[tuple[str, str], Source]:
        """See ``FigureBook``; each playbook's newest calls are looked at."""
        found: dict[tuple[str, str], Source] = {}
        with self._reading.reading() as db:
            words = self._words.as_of(db)
            for number in known_numbers(db, SortBy.PLAYBOOK):
                name = words.text(number)
                if playbooks and name not in playbooks:
                    continue
                for lang, revision in _newest(db, number).items():
                    source = source_of(db, revision)
                    if source is not None:
                        found[name, words.text(lang)] = source
        return found

    def stop(self) -> None:
        """See ``FigureBook``."""
        self._reading.stop()


def _newest(db: Connection, playbook: int) -> dict[int, int]:
    """The key of the newest revision in each language, by the number of the language."""
    rows = db.execute(_NEWEST, {"playbook": playbook, "most": _NEWEST_CALLS})
    return {row.lang: row.revision for row in reversed(rows.all())}


def _fitting(db: Connection, words: DeskWords, filters: Filters, *, apart: bool, fewest: int) -> Fitting:
    bits = bit_counts(db, filters, fewest=fewest)
    if bits is not None:
        return _fitting_by_bits(db, words, filters, bits, apart=apart)
    free = "started" if any(one.column == "started" for one in filters.narrow) else ""
    where, params = filters.where(free), dict(filters.params)
    if filters.match and db.dialect.name == "sqlite":
        where += " AND c.key IN (SELECT rowid FROM call_words WHERE call_words MATCH :match)"
        params["match"] = filters.match
    count = (
        "SELECT COUNT(*), SUM(CASE WHEN c.sample THEN 1 ELSE 0 END), MAX(c.started) "  # noqa: S608
        f"FROM call AS c WHERE {where}"
    )
    calls, samples, newest = db.execute(text(count), params).one()
    if apart and samples and samples < calls:
        return Fitting(db, words, f"{where} AND NOT c.sample", params, calls - samples, newest)
    return Fitting(db, words, where, params, calls, newest or 0, sample=bool(samples))


def _fitting_by_bits(
    db: Connection, words: DeskWords, filters: Filters, bits: BitCounts, *, apart: bool
) -> Fitting:
    """The same without a look at each call: counted by bits, and looked up by their keys where they are few."""
    if not bits.calls:
        return Fitting(db, words, filters.where(), dict(filters.params), 0, 0)
    samples = bits.calls - (real := bits.without(Facet.SAMPLE, 1)).calls
    where, params = filters.where(), dict(filters.params)
    newest = _begun_last(db, where, params, bits)
    mixed = apart and 0 < samples < bits.calls
    if mixed:
        bits, where = real, f"{where} AND NOT c.sample"
    keys = bits.keys()
    if keys is not None:
        where, params = _BY_KEYS, {"keys": json.dumps(keys)}
    whole = not filters.all and not mixed
    sample = bool(samples) and not mixed
    return Fitting(db, words, where, params, bits.calls, newest, sample=sample, bits=bits, whole=whole)


def _begun_last(db: Connection, where: str, params: Mapping[str, str], bits: BitCounts) -> int:
    keys = bits.keys()
    if keys is not None:
        asked, given = f"SELECT MAX(c.started) FROM call AS c WHERE {_BY_KEYS}", {"keys": json.dumps(keys)}  # noqa: S608
    else:
        asked = f"SELECT c.started FROM call AS c WHERE {where} ORDER BY c.started DESC LIMIT 1"  # noqa: S608
        given = dict(params)
    return int(db.execute(text(asked), given).scalar_one())
