"""What trainers and reps agreed on, from the reviews in the database, and the calls that it is counted in."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Connection, Row, Select, func, select

from app.call.people import RepCard
from app.call.ports import CallStatus
from app.review.coaching import Agreed, Coached, PastCall, PlanStep, StepHow
from app.review.sampling import Why
from app.store.database import Database
from app.store.desk_tables import plan_step, review_queue, review_queue_item, review_words
from app.store.reps import rep_key
from app.store.review_rows import TRAINER, review_key
from app.store.review_tables import review
from app.store.reviews import review_of, reviews_where
from app.store.rows import from_millis, storable, to_millis
from app.store.tables import STATUS_NUMBERS, call, call_text, rep, word

_CLOSED = STATUS_NUMBERS[CallStatus.CLOSED]


class StoredCoaching:
    """Reads plans and keeps what became of them (implements ``CoachingBook``)."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def coached(self) -> tuple[Coached, ...]:
        """See ``CoachingBook``."""
        with self._database.reading() as db:
            reps = db.execute(_reviewed_reps()).all()
            dues = _open_dues(db)
        return tuple(Coached(row.login, row.name, tuple(sorted(dues.get(row.key, ())))) for row in reps)

    def agreed(self, rep_id: str, limit: int = 20) -> tuple[Agreed, ...]:
        """See ``CoachingBook``."""
        wanted = (
            reviews_where()
            .add_columns(
                call.c.started.label("call_started"),
                call.c.sample.label("call_sample"),
                word.c.text.label("playbook_name"),
                call_text.c.lead_name,
                call_text.c.company,
            )
            .join(word, word.c.key == call.c.playbook)
            .join(call_text, call_text.c.call == call.c.key)
            .where(call.c.rep.in_(_keys_of(rep_id)), review.c.purpose == TRAINER)
            .order_by(review.c.sent.desc(), review.c.key.desc())
            .limit(limit)
        )
        with self._database.reading() as db:
            return tuple(_agreed(db, row) for row in db.execute(wanted).all())

    def calls_before(self, rep_id: str, one: Agreed, limit: int) -> tuple[PastCall, ...]:
        """See ``CoachingBook``."""
        earlier = call.c.started < to_millis(one.review.sent)
        return self._calls(_alike(rep_id, one, earlier).order_by(call.c.started.desc()).limit(limit))

    def calls_after(self, rep_id: str, one: Agreed, limit: int) -> tuple[PastCall, ...]:
        """See ``CoachingBook``."""
        later = call.c.started >= to_millis(one.review.sent)
        return self._calls(_alike(rep_id, one, later).order_by(call.c.started).limit(limit))

    def step(self, review_id: UUID, step: PlanStep) -> None:
        """See ``CoachingBook``."""
        with self._database.writing() as db:
            values = {
                "review": review_key(db, review_id),
                "by": rep_key(db, RepCard(step.by)),
                "how": str(step.how),
                "due": storable(step.due),
                "at": to_millis(step.at),
            }
            db.execute(plan_step.insert().values(**values))

    def _calls(self, wanted: Select[Any]) -> tuple[PastCall, ...]:
        with self._database.reading() as db:
            return tuple(
                PastCall(UUID(bytes=bytes(row.id)), from_millis(row.started), row.lead_name or row.company)
                for row in db.execute(wanted)
            )


def _keys_of(rep_id: str) -> Select[Any]:
    return select(rep.c.key).where(rep.c.login == storable(rep_id))


def _reviewed_reps() -> Select[Any]:
    reviewed = (
        select(call.c.rep)
        .join(review, review.c.call == call.c.key)
        .where(review.c.purpose == TRAINER, review.c.sent.is_not(None))
    )
    return select(rep).where(rep.c.key.in_(reviewed)).order_by(func.lower(rep.c.name), rep.c.login)


def _open_dues(db: Connection) -> dict[int, list[str]]:
    """By rep the dates of the plans that nobody has closed."""
    plans = (
        select(call.c.rep, review.c.key, review_words.c.due)
        .join(review, review.c.call == call.c.key)
        .join(review_words, review_words.c.review == review.c.key)
        .where(review.c.purpose == TRAINER, review_words.c.plan != "")
        .order_by(review_words.c.version)
    )
    steps = _steps(db, None)
    found: dict[int, list[str]] = {}
    for row in db.execute(plans).all():
        taken = steps.get(row.key, [])
        if taken and taken[-1].how is not StepHow.LONGER:
            continue
        longer = [one.due for one in taken if one.due]
        found.setdefault(row.rep, []).append(longer[-1] if longer else row.due)
    return found


def _steps(db: Connection, of: int | None) -> dict[int, list[PlanStep]]:
    wanted = select(plan_step, rep.c.login).join(rep, rep.c.key == plan_step.c.by)
    if of is not None:
        wanted = wanted.where(plan_step.c.review == of)
    found: dict[int, list[PlanStep]] = {}
    for row in db.execute(wanted.order_by(plan_step.c.key)).all():
        if row.how in set(StepHow):
            step = PlanStep(StepHow(row.how), row.login, from_millis(row.at), row.due)
            found.setdefault(row.review, []).append(step)
    return found


def _agreed(db: Connection, row: Row[Any]) -> Agreed:
    return Agreed(
        review_of(db, row),
        row.playbook_name,
        row.lead_name or row.company,
        from_millis(row.call_started),
        bool(row.call_sample),
        tuple(_steps(db, row.key).get(row.key, ())),
        _was_for_risk(db, row),
    )


def _was_for_risk(db: Connection, row: Row[Any]) -> bool:
    """Whether the reviewer's queue had the call for its risk, in the last queue drawn before the review was sent."""
    why = (
        select(review_queue_item.c.why)
        .join(review_queue, review_queue.c.key == review_queue_item.c.queue)
        .where(
            review_queue_item.c.call == row.call,
            review_queue.c.owner == row.reviewer,
            review_queue.c.at <= row.sent,
        )
        .order_by(review_queue.c.key.desc())
        .limit(1)
    )
    return db.execute(why).scalar() == str(Why.FLAGGED)


def _alike(rep_id: str, one: Agreed, when: ColumnElement[bool]) -> Select[Any]:
    """Closed calls of the rep with the playbook of the plan."""
    return (
        select(call.c.id, call.c.started, call_text.c.lead_name, call_text.c.company)
        .join(word, word.c.key == call.c.playbook)
        .join(call_text, call_text.c.call == call.c.key)
        .where(
            call.c.rep.in_(_keys_of(rep_id)),
            call.c.status == _CLOSED,
            word.c.text == one.playbook,
            call.c.sample == one.sample,
            when,
        )
    )
