"""The orders in which the desk walks through calls: stretches of an index, one after the other.

A column with few values (rep, outcome, mood) is walked value by value, newest calls first within each; a column with
many (time, talk, score, name) in one stretch. Either way a page is found by walking on from the last row of the one
before, and the end by walking backwards.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from sqlalchemy import Connection, text

from app.playbook.folding import fold
from app.playbook.vocabulary import OUTCOMES
from app.review.desk import SortBy
from app.review.scoring import Basis
from app.store.bases import REVIEWED
from app.store.desk_bits import FACET_OF_COLUMN, Facet
from app.store.desk_filters import CLOSED, Filters
from app.store.desk_words import DeskWords


@dataclass(frozen=True, slots=True)
class Stretch:
    """Calls that one index gives in order. ``condition`` picks them; ``column`` is what they are in order by.

    ``descending`` goes for the column and the key alike. ``by_name`` marks the index that lies on ``call_text``.
    ``group`` is the expression by whose ``value`` the stretches of an order are told apart; ``facet`` the same in bits.
    """

    index: str
    column: str
    descending: bool
    condition: str = ""
    by_name: bool = False
    group: str = "0"
    value: int = 0
    facet: Facet | None = None

    def table(self, *, hints: bool) -> str:
        """What to select from, so that the index is walked."""
        hint = f" INDEXED BY {self.index}" if hints else ""
        if self.by_name:
            join = "CROSS JOIN call AS c ON" if hints else "JOIN call AS c ON"
            return f"call_text AS s{hint} {join} c.key = s.call"
        return f"call AS c{hint}"

    @property
    def key(self) -> str:
        """The call's key as the index knows it."""
        return "s.call" if self.by_name else "c.key"

    def order(self, *, backwards: bool) -> str:
        """The ORDER BY terms."""
        way = "DESC" if self.descending is not backwards else "ASC"
        return f"{self.column} {way}, {self.key} {way}"

    def beyond(self, *, backwards: bool) -> str:
        """The condition of calls after (or before) the place ``:value``, ``:key``."""
        sign = "<" if self.descending is not backwards else ">"
        return f"({self.column}, {self.key}) {sign} (:value, :key)"


FACTS = "call_desk_facts"
"""Holds all that is filtered by, in order of time."""
SCORED = "call_desk_score"
_BY_BASIS = (
    f"CASE WHEN c.score IS NULL THEN 2 WHEN c.reviewed = {REVIEWED[Basis.RECORD_ONLY]} THEN 1 ELSE 0 END"
)
_HEARD = f"c.score IS NOT NULL AND c.reviewed <> {REVIEWED[Basis.RECORD_ONLY]}"
_RECORD = f"c.score IS NOT NULL AND c.reviewed = {REVIEWED[Basis.RECORD_ONLY]}"
_INDEXES: Mapping[SortBy, tuple[str, str]] = {
    SortBy.REP: ("call_desk_rep", "rep"),
    SortBy.OUTCOME: ("call_desk_outcome", "outcome"),
    SortBy.SOURCE: ("call_desk_source", "source"),
    SortBy.PLAYBOOK: ("call_desk_playbook", "playbook"),
    SortBy.MOOD: ("call_desk_mood", "mood_end"),
    SortBy.STAGE: ("call_desk_stage", "stage_rank"),
    SortBy.MUSTS: ("call_desk_musts", "musts_missed"),
    SortBy.OBJECTIONS: ("call_desk_objections", "met"),
}
INDEX_OF_COLUMN: Mapping[str, str] = {column: index for index, column in _INDEXES.values()} | {
    "started": FACTS,
    "talk_ms": "call_desk_talk",
    "reviewed": "call_desk_reviewed",
}


def stretches(
    db: Connection, words: DeskWords, sort: SortBy, filters: Filters, *, descending: bool
) -> tuple[Stretch, ...]:
    """The stretches of the order, first to last; values that the filters rule out are left away.

    By score, heard reviews come first and those of the record only after them, as the two are never mixed.
    """
    if sort is SortBy.STARTED:
        return (Stretch(FACTS, "c.started", descending),)
    if sort is SortBy.TALK:
        return (Stretch("call_desk_talk", "c.talk_ms", descending),)
    if sort is SortBy.CUSTOMER:
        return (Stretch("call_text_by_sort_name", "s.sort_name", descending, by_name=True),)
    if sort is SortBy.SCORE:
        return (
            Stretch(SCORED, "c.score", descending, _HEARD, group=_BY_BASIS),
            Stretch(SCORED, "c.score", descending, _RECORD, group=_BY_BASIS, value=1),
            Stretch(FACTS, "c.started", True, "c.score IS NULL", group=_BY_BASIS, value=2),  # noqa: FBT003
        )
    index, column = _INDEXES[sort]
    wanted = filters.chosen.get(column)
    values = [one for one in _values(db, index, column) if wanted is None or one in wanted]
    values.sort(key=_RANKS.get(sort, _by_number)(words), reverse=descending)
    return tuple(
        Stretch(
            index,
            "c.started",
            descending=True,
            condition=f"c.{column} = {one}",
            group=f"c.{column}",
            value=one,
            facet=FACET_OF_COLUMN[column],
        )
        for one in values
    )


def known_numbers(db: Connection, sort: SortBy) -> list[int]:
    """The values that occur in the column of a sort with few values."""
    return _values(db, *_INDEXES[sort])


def _values(db: Connection, index: str, column: str) -> list[int]:
    """The values that occur, by leaps through the index (a loose index scan)."""
    hint = f"INDEXED BY {index}" if db.dialect.name == "sqlite" else ""
    leap = f"SELECT MIN(c.{column}) FROM call AS c {hint} WHERE {CLOSED}"  # noqa: S608
    statement = f"WITH RECURSIVE seen(value) AS ({leap} UNION ALL SELECT ({leap} AND c.{column} > seen.value) FROM seen WHERE seen.value IS NOT NULL) SELECT value FROM seen WHERE value IS NOT NULL"  # noqa: S608 - names of ours
    return list(db.execute(text(statement)).scalars())


_Rank = Callable[[int], tuple[object, ...]]


def _by_number(_words: DeskWords) -> _Rank:
    return lambda value: (value,)


def _by_text(words: DeskWords) -> _Rank:
    return lambda value: (fold(words.text(value)), value)


def _by_rep(words: DeskWords) -> _Rank:
    return lambda value: (fold(words.rep(value)[1] or words.rep(value)[0]), value)


def _by_outcome(words: DeskWords) -> _Rank:
    places = {code: place for place, code in enumerate(OUTCOMES)}
    return lambda value: (places.get(words.text(value), len(places)), words.text(value), value)


_RANKS: Mapping[SortBy, Callable[[DeskWords], _Rank]] = {
    SortBy.REP: _by_rep,
    SortBy.OUTCOME: _by_outcome,
    SortBy.SOURCE: _by_text,
    SortBy.PLAYBOOK: _by_text,
}
"""Outcomes come as the vocabulary lists them, from not reached to closed; moods from storm to sun."""
