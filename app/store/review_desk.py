"""What lies about on the desk: comments, who opened which call, and the present queue of each trainer."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from uuid import UUID

from sqlalchemy import Connection, select

from app.call.people import RepCard
from app.review.desk import Comment, DrawnQueue, NotRecorded, Opening
from app.review.sampling import Queued, Risk, Why
from app.store.desk_tables import call_opening, review_queue, review_queue_item
from app.store.reps import rep_key
from app.store.review_rows import TRAINER, call_key
from app.store.review_tables import comment, review
from app.store.rows import from_millis, storable, to_millis, typed
from app.store.tables import call, rep

_PER_CENT = 100


def add_comment(db: Connection, made: Comment) -> None:
    """Keeps a comment."""
    values = {
        "call": call_key(db, made.call),
        "author": rep_key(db, RepCard(made.author)),
        "seq": made.seq,
        "words": typed(made.words),
        "at": to_millis(made.at),
    }
    db.execute(comment.insert().values(**values))


def comments_on(db: Connection, call_id: UUID) -> tuple[Comment, ...]:
    """The comments on a call, oldest first."""
    wanted = (
        select(comment, rep.c.login, rep.c.name)
        .join(call, call.c.key == comment.c.call)
        .join(rep, rep.c.key == comment.c.author)
        .where(call.c.id == call_id.bytes)
        .order_by(comment.c.at, comment.c.key)
    )
    return tuple(
        Comment(call_id, row.login, row.words, from_millis(row.at), row.seq, row.name)
        for row in db.execute(wanted)
    )


def note_opening(db: Connection, call_id: UUID, person: str, at: datetime) -> None:
    """Notes that somebody looked at a call."""
    values = {"call": call_key(db, call_id), "person": rep_key(db, RepCard(person)), "at": to_millis(at)}
    db.execute(call_opening.insert().values(**values))


def openings_of(db: Connection, call_id: UUID) -> tuple[Opening, ...]:
    """Who looked at a call, newest first."""
    wanted = (
        select(rep.c.login, rep.c.name, call_opening.c.at)
        .join(call, call.c.key == call_opening.c.call)
        .join(rep, rep.c.key == call_opening.c.person)
        .where(call.c.id == call_id.bytes)
        .order_by(call_opening.c.at.desc(), call_opening.c.key.desc())
    )
    return tuple(Opening(row.login, from_millis(row.at), row.name) for row in db.execute(wanted))


def keep_queue(db: Connection, owner: str, queue: DrawnQueue, at: datetime) -> None:
    """Keeps a drawn queue; earlier ones stay for the record."""
    values = {
        "owner": rep_key(db, RepCard(owner)),
        "seed": queue.seed,
        "share": round(queue.random_share * _PER_CENT),
        "line": storable(queue.line),
        "at": to_millis(at),
    }
    key = db.execute(review_queue.insert().values(**values).returning(review_queue.c.key)).scalar_one()
    rows = [
        {
            "queue": key,
            "position": position,
            "call": found,
            "why": str(one.why),
            "risks": " ".join(sorted(one.risks)),
        }
        for position, (found, one) in enumerate(_recorded(db, queue))
    ]
    if rows:
        db.execute(review_queue_item.insert(), rows)


def _recorded(db: Connection, queue: DrawnQueue) -> Iterator[tuple[int, Queued]]:
    for one in queue.calls:
        try:
            yield call_key(db, UUID(one.call)), one
        except (NotRecorded, ValueError):
            continue


def queue_of(db: Connection, owner: str) -> DrawnQueue | None:
    """The newest queue of ``owner``, without the calls that ``owner`` has reviewed since it was drawn."""
    owners = select(rep.c.key).where(rep.c.login == storable(owner))
    newest = select(review_queue).where(review_queue.c.owner.in_(owners)).order_by(review_queue.c.key.desc())
    drawn = db.execute(newest.limit(1)).first()
    if drawn is None:
        return None
    done = select(review.c.call).where(
        review.c.reviewer.in_(owners), review.c.purpose == TRAINER, review.c.sent >= drawn.at
    )
    items = (
        select(review_queue_item, call.c.id)
        .join(call, call.c.key == review_queue_item.c.call)
        .where(review_queue_item.c.queue == drawn.key, review_queue_item.c.call.not_in(done))
        .order_by(review_queue_item.c.position)
    )
    left = tuple(
        Queued(str(UUID(bytes=bytes(row.id))), Why(row.why), frozenset(map(Risk, row.risks.split())))
        for row in db.execute(items)
    )
    return DrawnQueue(drawn.seed, drawn.share / _PER_CENT, drawn.line, left)
