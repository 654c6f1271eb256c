"""What reviews are made of, read from their rows."""

from __future__ import annotations

from uuid import UUID

from sqlalchemy import Connection, select

from app.review.desk import Feedback, GivenFail, GivenMark, NotRecorded
from app.review.scoring import Mark
from app.store.desk_tables import review_fail, review_words
from app.store.review_tables import review, review_mark
from app.store.rows import from_millis, optional_moment, storable
from app.store.tables import call, rep

TRAINER = 0


def call_key(db: Connection, call_id: UUID) -> int:
    """The key of the call. Raises NotRecorded when it is not in the database."""
    key: int | None = db.execute(select(call.c.key).where(call.c.id == call_id.bytes)).scalar_one_or_none()
    if key is None:
        raise NotRecorded("This call is not in the database (any more).")
    return key


def review_key(db: Connection, review_id: UUID) -> int:
    """The key of the review. Raises NotRecorded when it is not in the database."""
    key: int | None = db.execute(
        select(review.c.key).where(review.c.id == review_id.bytes)
    ).scalar_one_or_none()
    if key is None:
        raise NotRecorded("This review is not in the database (any more).")
    return key


def marks_of(db: Connection, key: int, criterion: str | None = None) -> tuple[GivenMark, ...]:
    """All versions of the marks of a review, in the order in which criteria were marked, oldest version first."""
    wanted = (
        select(review_mark, rep.c.login, rep.c.name)
        .outerjoin(rep, rep.c.key == review_mark.c.author)
        .where(review_mark.c.review == key)
    )
    if criterion is not None:
        wanted = wanted.where(review_mark.c.criterion == storable(criterion))
    return tuple(
        GivenMark(
            Mark(row.criterion, row.mark, row.na_reason),
            row.cause,
            row.words,
            row.seq,
            row.version,
            from_millis(row.at),
            row.origin,
            row.login or "",
            row.name or "",
        )
        for row in db.execute(wanted.order_by(review_mark.c.key))
    )


def fails_of(db: Connection, key: int) -> tuple[GivenFail, ...]:
    """The broken rules of a review."""
    wanted = (
        select(review_fail, rep.c.login, rep.c.name)
        .outerjoin(rep, rep.c.key == review_fail.c.reader)
        .where(review_fail.c.review == key, review_fail.c.withdrawn.is_(None))
        .order_by(review_fail.c.key)
    )
    return tuple(
        GivenFail(
            row.rule,
            row.quote,
            row.seq,
            row.key,
            row.login or "",
            row.confirmed,
            row.answer,
            row.name or "",
            optional_moment(row.read_at),
        )
        for row in db.execute(wanted)
    )


def feedback_of(db: Connection, key: int) -> Feedback:
    """The newest words of a review."""
    wanted = select(review_words).where(review_words.c.review == key).order_by(review_words.c.version.desc())
    row = db.execute(wanted.limit(1)).first()
    if row is None:
        return Feedback()
    return Feedback(
        row.strength,
        row.situation,
        row.behaviour,
        row.effect,
        row.plan,
        row.tries,
        row.due,
        row.strength_seq,
        row.change_seq,
        row.target,
    )
