"""Answers to reviews: a rep's disputes with what came of them, and the second reader of a broken rule."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from sqlalchemy import Connection, select

from app.call.people import RepCard
from app.review.desk import Dispute, NotRecorded, Ruling
from app.store.desk_tables import review_dispute, review_fail
from app.store.reps import rep_key
from app.store.review_rows import review_key
from app.store.review_tables import review
from app.store.rows import from_millis, optional_moment, storable, to_millis, typed
from app.store.tables import rep

_decider = rep.alias("decider")


def add_dispute(db: Connection, dispute: Dispute) -> None:
    """Keeps a rep's answer to a mark."""
    values = {
        "review": review_key(db, dispute.review),
        "criterion": storable(dispute.criterion)[:200],
        "mark_version": dispute.mark_version,
        "words": typed(dispute.words),
        "seq": dispute.seq,
        "by": rep_key(db, RepCard(dispute.by)),
        "at": to_millis(dispute.at),
        "reopens": dispute.reopens,
    }
    db.execute(review_dispute.insert().values(**values))


def answers_to(db: Connection, review_id: UUID) -> tuple[Dispute, ...]:
    """All answers to the marks of a review, oldest first."""
    wanted = (
        select(
            review_dispute,
            rep.c.login,
            rep.c.name,
            _decider.c.login.label("decider"),
            _decider.c.name.label("decider_name"),
        )
        .join(rep, rep.c.key == review_dispute.c.by)
        .outerjoin(_decider, _decider.c.key == review_dispute.c.decided_by)
        .where(review_dispute.c.review == review_key(db, review_id))
        .order_by(review_dispute.c.at, review_dispute.c.key)
    )
    return tuple(
        Dispute(
            review_id,
            row.criterion,
            row.words,
            row.login,
            from_millis(row.at),
            row.seq,
            row.key,
            row.mark_version,
            Ruling(row.decision) if row.decision in set(Ruling) else Ruling.WAITING,
            row.answer,
            row.reopens,
            row.name,
            row.decider or "",
            row.decider_name or "",
            optional_moment(row.decided_at),
        )
        for row in db.execute(wanted)
    )


def rule(db: Connection, dispute: int, ruling: Ruling, answer: str, by: str, at: datetime) -> None:
    """Notes what came of a dispute, once: a later change of mind needs a reopened one."""
    waiting = review_dispute.update().where(review_dispute.c.key == dispute, review_dispute.c.decision == "")
    values = {
        "decision": str(ruling),
        "answer": typed(answer),
        "decided_by": rep_key(db, RepCard(by)),
        "decided_at": to_millis(at),
    }
    if not db.execute(waiting.values(**values)).rowcount:
        raise NotRecorded("There is no such dispute that waits for an answer.")


def second_read(
    db: Connection, fail: int, reader: str, answer: str, at: datetime, *, confirmed: bool
) -> None:
    """The second reader's finding on a broken rule, once, and never by whoever noted it."""
    noted_by = (
        select(rep.c.login)
        .join(review, review.c.reviewer == rep.c.key)
        .join(review_fail, review_fail.c.review == review.c.key)
        .where(review_fail.c.key == fail)
    )
    if db.execute(noted_by).scalar() == storable(reader):
        raise NotRecorded("The second reader of a broken rule is somebody else than the first.")
    waiting = review_fail.update().where(review_fail.c.key == fail, review_fail.c.confirmed.is_(None))
    values = {
        "reader": rep_key(db, RepCard(reader)),
        "confirmed": confirmed,
        "answer": typed(answer),
        "read_at": to_millis(at),
    }
    if not db.execute(waiting.values(**values)).rowcount:
        raise NotRecorded("There is no such broken rule that waits for a second reader.")
