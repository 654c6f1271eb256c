"""Calibration sessions in the database: blind until they are opened."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, Row, func, select

from app.call.people import RepCard
from app.review.calibrating import AnchorNote, Calibration, StillBlind
from app.review.desk import NotRecorded, Review, ReviewDraft
from app.store.database import Database
from app.store.desk_tables import calibration, calibration_call, calibration_note
from app.store.drafts import forget_drafts
from app.store.reps import rep_key
from app.store.review_rows import call_key
from app.store.review_tables import review, scorecard_revision
from app.store.reviews import add_review, review_of, reviews_where
from app.store.rows import from_millis, optional_moment, storable, to_millis, typed
from app.store.tables import call, rep

CALIBRATION = 2


class StoredCalibrations:
    """Keeps sessions in the database (implements ``CalibrationBook``)."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def begin(self, session: Calibration) -> None:
        """See ``CalibrationBook``. Raises NotRecorded when a call or the card is not in the database."""
        with self._database.writing() as db:
            values = {
                "id": session.id.bytes,
                "title": storable(session.title),
                "scorecard": _card_key(db, session.card_revision),
                "owner": rep_key(db, RepCard(session.owner)),
                "at": to_millis(session.at),
            }
            key = db.execute(calibration.insert().values(**values).returning(calibration.c.key)).scalar_one()
            rows = [
                {
                    "session": key,
                    "call": call_key(db, one),
                    "position": position,
                    "scorecard": _card_key(db, session.card_of(one)),
                }
                for position, one in enumerate(dict.fromkeys(session.calls))
            ]
            if rows:
                db.execute(calibration_call.insert(), rows)

    def sessions(self) -> tuple[Calibration, ...]:
        """See ``CalibrationBook``."""
        wanted = (
            select(calibration, rep.c.login, scorecard_revision.c.revision)
            .join(rep, rep.c.key == calibration.c.owner)
            .join(scorecard_revision, scorecard_revision.c.key == calibration.c.scorecard)
            .order_by(calibration.c.at.desc(), calibration.c.key.desc())
        )
        with self._database.reading() as db:
            return tuple(_session(db, row) for row in db.execute(wanted).all())

    def send(self, session: UUID, draft: ReviewDraft, at: datetime) -> Review:
        """See ``CalibrationBook``. Raises NotRecorded when the call is not of the session, or was marked already."""
        with self._database.writing() as db:
            key, opened = _found(db, session)
            trainer, marked = rep_key(db, RepCard(draft.reviewer)), call_key(db, draft.call)
            of_session = select(calibration_call.c.call).where(
                calibration_call.c.session == key, calibration_call.c.call == marked
            )
            before = select(review.c.key).where(
                review.c.session == key, review.c.call == marked, review.c.reviewer == trainer
            )
            if opened is not None or db.execute(of_session).first() is None or db.execute(before).first():
                raise NotRecorded("This call cannot be marked (any more) in this session.")
            added = add_review(db, draft, at, CALIBRATION, key)
            forget_drafts(db, draft.reviewer, draft.call, [session])
            return review_of(db, db.execute(reviews_where().where(review.c.key == added)).one())

    def progress(self, session: UUID) -> dict[str, int]:
        """See ``CalibrationBook``."""
        with self._database.reading() as db:
            key, _ = _found(db, session)
            counted = (
                select(rep.c.login, func.count())
                .join(rep, rep.c.key == review.c.reviewer)
                .where(review.c.session == key)
                .group_by(rep.c.login)
                .order_by(rep.c.login)
            )
            return {row[0]: int(row[1]) for row in db.execute(counted)}

    def own(self, session: UUID, trainer: str) -> tuple[Review, ...]:
        """See ``CalibrationBook``."""
        with self._database.reading() as db:
            key, _ = _found(db, session)
            return tuple(one for one in _reviews(db, key) if one.draft.reviewer == trainer)

    def open_up(self, session: UUID, at: datetime) -> None:
        """See ``CalibrationBook``; a session opened before stays as it is."""
        with self._database.writing() as db:
            key, _ = _found(db, session)
            closed = calibration.update().where(calibration.c.key == key, calibration.c.opened.is_(None))
            db.execute(closed.values(opened=to_millis(at)))

    def reviews(self, session: UUID) -> tuple[Review, ...]:
        """See ``CalibrationBook``."""
        with self._database.reading() as db:
            key, opened = _found(db, session)
            if opened is None:
                raise StillBlind
            return _reviews(db, key)

    def note(self, session: UUID, note: AnchorNote) -> None:
        """See ``CalibrationBook``."""
        with self._database.writing() as db:
            key, _ = _found(db, session)
            values = {
                "session": key,
                "criterion": storable(note.criterion)[:200],
                "anchor": note.anchor,
                "words": typed(note.words),
                "author": rep_key(db, RepCard(note.author)),
                "at": to_millis(note.at),
                "scorecard": _card_key(db, note.card) if note.card else None,
            }
            db.execute(calibration_note.insert().values(**values))

    def notes(self, session: UUID) -> tuple[AnchorNote, ...]:
        """See ``CalibrationBook``."""
        with self._database.reading() as db:
            key, _ = _found(db, session)
            wanted = (
                select(calibration_note, rep.c.login, scorecard_revision.c.revision)
                .join(rep, rep.c.key == calibration_note.c.author)
                .outerjoin(scorecard_revision, scorecard_revision.c.key == calibration_note.c.scorecard)
                .where(calibration_note.c.session == key)
                .order_by(calibration_note.c.at, calibration_note.c.key)
            )
            return tuple(
                AnchorNote(
                    row.criterion,
                    row.words,
                    row.login,
                    from_millis(row.at),
                    row.anchor,
                    bytes(row.revision).hex() if row.revision is not None else "",
                )
                for row in db.execute(wanted)
            )


def _card_key(db: Connection, revision: str) -> int:
    wanted = select(scorecard_revision.c.key).where(scorecard_revision.c.revision == bytes.fromhex(revision))
    key: int | None = db.execute(wanted).scalar_one_or_none()
    if key is None:
        raise NotRecorded("The scorecard of this session was not kept before.")
    return key


def _found(db: Connection, session: UUID) -> tuple[int, int | None]:
    row = db.execute(
        select(calibration.c.key, calibration.c.opened).where(calibration.c.id == session.bytes)
    ).first()
    if row is None:
        raise NotRecorded("This session is not in the database (any more).")
    return row.key, row.opened


def _reviews(db: Connection, key: int) -> tuple[Review, ...]:
    wanted = reviews_where().where(review.c.session == key).order_by(review.c.key)
    return tuple(review_of(db, row) for row in db.execute(wanted).all())


def _session(db: Connection, row: Row[Any]) -> Calibration:
    calls = (
        select(call.c.id, scorecard_revision.c.revision)
        .join(calibration_call, calibration_call.c.call == call.c.key)
        .outerjoin(scorecard_revision, scorecard_revision.c.key == calibration_call.c.scorecard)
        .where(calibration_call.c.session == row.key)
        .order_by(calibration_call.c.position)
    )
    revision = bytes(row.revision).hex()
    marked = db.execute(calls).all()
    return Calibration(
        UUID(bytes=bytes(row.id)),
        row.title,
        revision,
        row.login,
        from_millis(row.at),
        tuple(UUID(bytes=bytes(one.id)) for one in marked),
        optional_moment(row.opened),
        tuple(bytes(one.revision).hex() if one.revision is not None else revision for one in marked),
    )
