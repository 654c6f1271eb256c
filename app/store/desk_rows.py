"""Rows of the desk's table, and candidates for its queue, from the keys of calls."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta
from itertools import islice
from statistics import median
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, Row, func, select

from app.playbook.vocabulary import Mood
from app.review.desk import DeskRow
from app.review.sampling import Candidate, Risk
from app.store.bases import BASIS_OF_REVIEWED
from app.store.desk_words import DeskWords
from app.store.kinds import KIND_BITS, MOOD_NUMBERS, MOOD_OF_NUMBER
from app.store.rows import from_millis, to_millis
from app.store.tables import call

NEW_FOR_DAYS = 30
"""So long after the first call a rep counts as new."""
BIG_TIMES = 2.0
"""A value this many times the usual one counts as big."""
_AT_ONCE = 500
_MOOD_TEXTS = {number: str(mood) for number, mood in MOOD_OF_NUMBER.items()}
_ANGRY = 1 << MOOD_NUMBERS[Mood.ANGRY]


_COLUMNS = (
    "c.key, c.id, c.started, c.talk_ms, c.rep, t.lead_name, t.company, t.phone, c.playbook, c.lang, c.source, c.outcome, "
    "c.reason, c.score, c.reviewed, c.flagged, c.sample, c.mood_start, c.mood_end, c.stage, c.musts_asked, "
    "c.musts_missed, c.met, c.met_open, c.value, c.self_rating"
)


def rows_of(db: Connection, words: DeskWords, keys: Sequence[int]) -> tuple[DeskRow, ...]:
    """The rows of ``keys`` in their order; calls that are gone are left out."""
    if not keys:
        return ()
    listed = ", ".join(map(str, keys))
    statement = (
        f"SELECT {_COLUMNS} FROM call AS c JOIN call_text AS t ON t.call = c.key WHERE c.key IN ({listed})"  # noqa: S608
    )
    found = {row[0]: _row(words, *row) for row in db.exec_driver_sql(statement).all()}
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
        wanted = select(call).where(call.c.key.in_(part))
        yield from db.execute(wanted)


def _row(
    words: DeskWords,
    key: int,
    call_id: bytes,
    started: int,
    talk_ms: int,
    rep: int,
    lead_name: str,
    company: str,
    phone: str,
    playbook: int,
    lang: int,
    source: int,
    outcome: int | None,
    reason: int | None,
    score: float | None,
    reviewed: int,
    flagged: int,
    sample: int,
    mood_start: int,
    mood_end: int,
    stage: int | None,
    asked: int,
    missed: int,
    met: int,
    met_open: int,
    value: float | None,
    self_rating: int,
) -> DeskRow:
    """The values of ``_COLUMNS`` in their order: a page must be drawn up in a few milliseconds."""
    text = words.text
    login, name = words.rep(rep)
    return DeskRow(
        UUID(bytes=bytes(call_id)),
        from_millis(started),
        talk_ms,
        login,
        name,
        lead_name or company or phone,
        company,
        text(playbook),
        text(lang),
        text(source),
        text(outcome),
        text(reason),
        score,
        bool(reviewed),
        bool(flagged),
        bool(sample),
        phone,
        key,
        _MOOD_TEXTS.get(mood_start, ""),
        _MOOD_TEXTS.get(mood_end, ""),
        text(stage),
        asked,
        asked + missed,
        met,
        met_open,
        value,
        self_rating,
        BASIS_OF_REVIEWED.get(reviewed),
    )
