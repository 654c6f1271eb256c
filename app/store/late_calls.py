"""Calls that were closed before Callcue kept what calls teach, read again a few at a time."""

from __future__ import annotations

import logging
from uuid import UUID

from sqlalchemy import Connection, func, select

from app.call.events import CallStarted, OutcomeRecorded, UnknownEvent
from app.review.lessons import lessons_of
from app.store.database import Database
from app.store.lesson_tables import late_lesson
from app.store.lessons import ClosedCall, Learning
from app.store.rows import event_of
from app.store.tables import call, call_event
from app.store.word_list import WordList

_log = logging.getLogger(__name__)


def still_late(database: Database) -> int:
    """How many closed calls have not taught yet. Raises BookUnavailable."""
    with database.reading() as db:
        return int(db.execute(select(func.count()).select_from(late_lesson)).scalar_one())


def teach_some(database: Database, most: int) -> int:
    """Lets the newest ``most`` late calls teach, in one transaction; returns how many there were.

    Calls that were asked are off the list for good, so this goes on where it was cut off. A call that cannot be read
    teaches nothing. Raises BookUnavailable.
    """
    with database.reading() as db:
        if db.execute(select(late_lesson.c.call).limit(1)).first() is None:
            return 0
    with database.writing() as db:
        rows = db.execute(
            select(call.c.key, call.c.id)
            .join(late_lesson, late_lesson.c.call == call.c.key)
            .order_by(call.c.key.desc())
            .limit(most)
        ).all()
        learning = Learning()
        for key, call_id in rows:
            _add(db, learning, key, UUID(bytes=bytes(call_id)))
        learning.write(db, WordList())
        db.execute(late_lesson.delete().where(late_lesson.c.call.in_([row.key for row in rows])))
    return len(rows)


def _add(db: Connection, learning: Learning, key: int, call_id: UUID) -> None:
    kept = select(call_event).where(call_event.c.call == key).order_by(call_event.c.seq)
    try:
        events = [event_of(call_id, row) for row in db.execute(kept)]
    except UnknownEvent as error:
        _log.warning("The call %s cannot be asked what it teaches: %s", call_id, error)
        return
    started = events[0].what if events else None
    ended = next((one.at for one in reversed(events) if isinstance(one.what, OutcomeRecorded)), None)
    if isinstance(started, CallStarted) and ended is not None:
        closed = ClosedCall(key, started.playbook, started.lang, started.sample, events[0].at, ended)
        learning.add(closed, lessons_of(events))
