"""Rows of the desk's table, and candidates for its queue, from the keys of calls."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime, timedelta
from itertools import islice
from statistics import median
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, Row, func, select

from app.playbook.vocabulary import Mood
from app.review.desk import DeskRow
from app.review.sampling import Candidate, Risk
from app.store.desk_words import DeskWords
from app.store.kinds import KIND_BITS, MOOD_NUMBERS, MOOD_OF_NUMBER
from app.store.rows import from_millis, to_millis
from app.store.tables import call, call_text

NEW_FOR_DAYS = 30
"""So long after the first call a rep counts as new."""
BIG_TIMES = 2.0
"""A value this many times the usual one counts as big."""
_AT_ONCE = 500
_ANGRY = 1 << MOOD_NUMBERS[Mood.ANGRY]


def rows_of(db: Connection, words: DeskWords, keys: Sequence[int]) -> tuple[DeskRow, ...]:
    """The rows of ``keys`` in their order; calls that are gone are left out."""
    found = {row.key: _row(words, row) for row in _selected(db, keys)}
    return tuple(found[key] for key in keys if key in found)


def candidates_of(
    db: Connection, words: DeskWords, keys: Sequence[int], now: datetime
) -> tuple[Candidate, ...]:
    """The calls with their risks. Each rep with each playbook is a stratum."""
    rows = list(_selected(db, keys))
    values = [row.value for row in rows if row.value]
    big = BIG_TIMES * median(values) if values else float("inf")
    news = _new_reps(db, now)
    return tuple(
        Candidate(
            str(UUID(bytes=bytes(row.id))),
            f"{words.rep(row.rep)[0]}|{words.text(row.playbook)}",
            frozenset(_risks(words, row, big, news)),
        )
        for row in rows
    )


def _risks(words: DeskWords, row: Row[Any], big: float, news: frozenset[int]) -> Iterator[Risk]:
    if row.moods & _ANGRY:
        yield Risk.ANGRY
    if words.text(row.outcome) == "hung_up":
        yield Risk.HUNG_UP
    if row.kinds & KIND_BITS["complaint"]:
        yield Risk.COMPLAINT
    if row.value is not None and row.value >= big:
        yield Risk.BIG_VALUE
    if row.rep in news:
        yield Risk.NEW_REP
    if row.flagged:
        yield Risk.REP_FLAG


def _new_reps(db: Connection, now: datetime) -> frozenset[int]:
    since = to_millis(now - timedelta(days=NEW_FOR_DAYS))
    first = select(call.c.rep).group_by(call.c.rep).having(func.min(call.c.started) >= since)
    return frozenset(db.execute(first).scalars())


def _selected(db: Connection, keys: Sequence[int]) -> Iterator[Row[Any]]:
    waiting = iter(keys)
    while part := list(islice(waiting, _AT_ONCE)):
        wanted = (
            select(call, call_text.c.lead_name, call_text.c.company, call_text.c.phone)
            .join(call_text, call_text.c.call == call.c.key)
            .where(call.c.key.in_(part))
        )
        yield from db.execute(wanted)


def _row(words: DeskWords, row: Row[Any]) -> DeskRow:
    login, name = words.rep(row.rep)
    moods: Mapping[int, Mood] = MOOD_OF_NUMBER
    return DeskRow(
        call=UUID(bytes=bytes(row.id)),
        started=from_millis(row.started),
        talk_ms=row.talk_ms,
        rep=login,
        rep_name=name,
        who=row.lead_name or row.company or row.phone,
        company=row.company,
        playbook=words.text(row.playbook),
        lang=words.text(row.lang),
        source=words.text(row.source),
        outcome=words.text(row.outcome),
        reason=words.text(row.reason),
        score=row.score,
        reviewed=bool(row.reviewed),
        flagged=bool(row.flagged),
        sample=row.sample,
        phone=row.phone,
        key=row.key,
        mood_start=str(moods.get(row.mood_start, "")),
        mood_end=str(moods.get(row.mood_end, "")),
        last_stage=words.text(row.stage),
        musts_asked=row.musts_asked,
        musts_total=row.musts_asked + row.musts_missed,
        objections_met=row.met,
        objections_open=row.met_open,
        value=row.value,
        self_rating=row.self_rating,
    )
