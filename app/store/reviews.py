"""Reviews in the database, with every version of every mark; what is sent is never overwritten."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, Row, Select, func, select

from app.call.identity import new_call_id
from app.call.people import RepCard
from app.playbook.source import SourceFile
from app.review.desk import (
    Comment,
    Correction,
    Dispute,
    DrawnQueue,
    Feedback,
    GivenMark,
    NotRecorded,
    Opening,
    Review,
    ReviewDraft,
    Ruling,
)
from app.review.scorecard import CardUnreadable, read_card
from app.review.scoring import Basis, Mark, MarkRefused, score
from app.store.bases import REVIEWED
from app.store.database import Database
from app.store.desk_tables import review_fail, review_words
from app.store.drafts import forget_drafts
from app.store.reps import rep_key
from app.store.review_answers import add_dispute, answers_to, rule, second_read
from app.store.review_desk import add_comment, comments_on, keep_queue, note_opening, openings_of, queue_of
from app.store.review_rows import TRAINER, call_key, fails_of, feedback_of, marks_of, review_key
from app.store.review_tables import review, review_mark, scorecard_revision
from app.store.rows import from_millis, optional_moment, storable, to_millis, typed, upsert
from app.store.tables import call, rep

OWN = 1
_PURPOSES = {False: TRAINER, True: OWN}
_reviewer = rep.alias("reviewer")


class StoredReviews:
    """Keeps reviews and what is said about them (implements ``ReviewBook``)."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def pin_card(self, file: SourceFile) -> None:
        """See ``ReviewBook``."""
        with self._database.writing() as db:
            pin(db, file)

    def card(self, revision: str) -> SourceFile | None:
        """See ``ReviewBook``."""
        with self._database.reading() as db:
            return pinned(db, revision)

    def reviews(self, call_id: UUID) -> tuple[Review, ...]:
        """See ``ReviewBook``."""
        wanted = reviews_where().where(call.c.id == call_id.bytes, review.c.session.is_(None))
        return self._read(wanted.order_by(review.c.sent.desc(), review.c.key.desc()))

    def of_rep(self, rep_id: str, limit: int = 20) -> tuple[Review, ...]:
        """See ``ReviewBook``."""
        reps = select(rep.c.key).where(rep.c.login == storable(rep_id))
        wanted = reviews_where().where(call.c.rep.in_(reps), review.c.purpose == TRAINER)
        return self._read(wanted.order_by(review.c.sent.desc(), review.c.key.desc()).limit(limit))

    def send(self, draft: ReviewDraft, at: datetime) -> Review:
        """See ``ReviewBook``. Raises NotRecorded when the call or the card is not in the database."""
        with self._database.writing() as db:
            key = add_review(db, draft, at, _PURPOSES[draft.own])
            forget_drafts(db, draft.reviewer, draft.call, _rated(db, draft) if draft.own else [None])
            settle_score(db, call_key(db, draft.call))
            return review_of(db, _one(db, key))

    def correct(self, review_id: UUID, mark: GivenMark, by: str, at: datetime) -> None:
        """See ``ReviewBook``; the review's score is reckoned anew. Raises NotRecorded when there is no such review."""
        with self._database.writing() as db:
            key = review_key(db, review_id)
            version = _newest_version(db, key, mark.mark.criterion) + 1
            db.execute(review_mark.insert().values(**mark_row(db, key, mark, version, by, at)))
            _settle(db, key)

    def take_back(self, corrections: Sequence[Correction], by: str, at: datetime) -> tuple[Correction, ...]:
        """See ``ReviewBook``. Raises NotRecorded when a review is not in the database."""
        with self._database.writing() as db:
            return taken_back(db, corrections, by, at)

    def history(self, review_id: UUID, criterion: str) -> tuple[GivenMark, ...]:
        """See ``ReviewBook``."""
        with self._database.reading() as db:
            return marks_of(db, review_key(db, review_id), criterion)

    # --- what is said about reviews and calls ---

    def dispute(self, dispute: Dispute) -> None:
        """See ``ReviewBook``. Raises NotRecorded when there is no such review."""
        with self._database.writing() as db:
            add_dispute(db, dispute)

    def disputes(self, review_id: UUID) -> tuple[Dispute, ...]:
        """See ``ReviewBook``."""
        with self._database.reading() as db:
            return answers_to(db, review_id)

    def decide(self, dispute: int, ruling: Ruling, answer: str, by: str, at: datetime) -> None:
        """See ``ReviewBook``."""
        with self._database.writing() as db:
            rule(db, dispute, ruling, answer, by, at)

    def second_read(self, fail: int, reader: str, confirmed: bool, answer: str, at: datetime) -> None:  # noqa: FBT001
        """See ``ReviewBook``."""
        with self._database.writing() as db:
            second_read(db, fail, reader, answer, at, confirmed=confirmed)

    def comment(self, comment: Comment) -> None:
        """See ``ReviewBook``. Raises NotRecorded when there is no such call."""
        with self._database.writing() as db:
            add_comment(db, comment)

    def comments(self, call_id: UUID) -> tuple[Comment, ...]:
        """See ``ReviewBook``."""
        with self._database.reading() as db:
            return comments_on(db, call_id)

    def note_opening(self, call_id: UUID, person: str, at: datetime) -> None:
        """See ``ReviewBook``. Raises NotRecorded when there is no such call."""
        with self._database.writing() as db:
            note_opening(db, call_id, person, at)

    def openings(self, call_id: UUID) -> tuple[Opening, ...]:
        """See ``ReviewBook``."""
        with self._database.reading() as db:
            return openings_of(db, call_id)

    def keep_queue(self, owner: str, queue: DrawnQueue, at: datetime) -> None:
        """See ``ReviewBook``; calls that are not recorded are left out."""
        with self._database.writing() as db:
            keep_queue(db, owner, queue, at)

    def queue(self, owner: str) -> DrawnQueue | None:
        """See ``ReviewBook``."""
        with self._database.reading() as db:
            return queue_of(db, owner)

    def _read(self, wanted: Select[Any]) -> tuple[Review, ...]:
        with self._database.reading() as db:
            return tuple(review_of(db, row) for row in db.execute(wanted).all())


# --- inside one transaction ---


def pin(db: Connection, file: SourceFile) -> None:
    """Keeps a scorecard under the SHA-256 of its text."""
    revision = bytes.fromhex(card_revision(file))
    row = upsert(db, scorecard_revision).values(
        revision=revision,
        path=storable(file.path),
        text=file.text,
        kept=to_millis(datetime.now().astimezone()),
    )
    db.execute(row.on_conflict_do_nothing())


def card_revision(file: SourceFile) -> str:
    """The revision that a scorecard file is known by."""
    return hashlib.sha256(file.text).hexdigest()


def pinned(db: Connection, revision: str) -> SourceFile | None:
    """The scorecard kept under ``revision``."""
    wanted = select(scorecard_revision).where(scorecard_revision.c.revision == _digest(revision))
    row = db.execute(wanted).first()
    return SourceFile(row.path, bytes(row.text)) if row else None


def add_review(
    db: Connection, draft: ReviewDraft, at: datetime, purpose: int, session: int | None = None
) -> int:
    """Keeps a review with all that is in it; returns its key."""
    card = db.execute(
        select(scorecard_revision.c.key).where(scorecard_revision.c.revision == _digest(draft.card_revision))
    ).scalar_one_or_none()
    if card is None:
        raise NotRecorded("The scorecard of this review was not kept before.")
    values = {
        "id": new_call_id(at).bytes,
        "call": call_key(db, draft.call),
        "reviewer": rep_key(db, RepCard(draft.reviewer)),
        "scorecard": card,
        "begun": to_millis(draft.begun or at),
        "sent": to_millis(at),
        "heard": draft.basis is Basis.HEARD,
        "score": draft.score,
        "purpose": purpose,
        "session": session,
    }
    key: int = db.execute(review.insert().values(**values).returning(review.c.key)).scalar_one()
    marks = [mark_row(db, key, mark, 1, draft.reviewer, at) for mark in draft.marks]
    if marks:
        db.execute(review_mark.insert(), marks)
    for fail in draft.fails:
        row = {"rule": storable(fail.rule)[:200], "seq": fail.seq, "quote": typed(fail.quote)}
        db.execute(review_fail.insert().values(review=key, at=to_millis(at), **row))
    if draft.feedback != Feedback():
        texts = ("strength", "situation", "behaviour", "effect", "plan", "due", "target")
        said = {name: typed(getattr(draft.feedback, name)) for name in texts}
        numbers = {name: getattr(draft.feedback, name) for name in ("tries", "strength_seq", "change_seq")}
        db.execute(review_words.insert().values(review=key, version=1, at=to_millis(at), **said, **numbers))
    return key


def mark_row(
    db: Connection, key: int, given: GivenMark, version: int, by: str, at: datetime
) -> dict[str, Any]:
    """The row of a mark."""
    return {
        "review": key,
        "criterion": storable(given.mark.criterion)[:200],
        "version": version,
        "mark": given.mark.value,
        "na_reason": storable(given.mark.na_reason),
        "seq": given.seq,
        "cause": storable(given.cause),
        "words": typed(given.words),
        "origin": storable(given.origin),
        "author": rep_key(db, RepCard(by)),
        "at": to_millis(at),
    }


def reviews_where() -> Select[Any]:
    """Sent reviews, to be narrowed down."""
    return (
        select(
            review,
            call.c.id.label("call_id"),
            _reviewer.c.login,
            _reviewer.c.name,
            scorecard_revision.c.revision.label("card"),
        )
        .join(call, call.c.key == review.c.call)
        .join(_reviewer, _reviewer.c.key == review.c.reviewer)
        .join(scorecard_revision, scorecard_revision.c.key == review.c.scorecard)
        .where(review.c.sent.is_not(None))
    )


def _rated(db: Connection, own: ReviewDraft) -> list[UUID | None]:
    """The trainers' reviews that a rep's own rating is set against (see ``fresh.own_rating``)."""
    found = db.execute(
        select(review.c.id)
        .join(scorecard_revision, scorecard_revision.c.key == review.c.scorecard)
        .where(review.c.call == call_key(db, own.call), review.c.purpose == TRAINER)
        .where(scorecard_revision.c.revision == _digest(own.card_revision))
        .where(review.c.heard.is_(own.basis is Basis.HEARD))
    )
    return [UUID(bytes=bytes(one)) for one in found.scalars()]


def _one(db: Connection, key: int) -> Row[Any]:
    return db.execute(reviews_where().where(review.c.key == key)).one()


def review_of(db: Connection, row: Row[Any]) -> Review:
    """The review in ``row`` with the newest version of each mark."""
    newest: dict[str, GivenMark] = {one.mark.criterion: one for one in marks_of(db, row.key)}
    draft = ReviewDraft(
        call=UUID(bytes=bytes(row.call_id)),
        reviewer=row.login,
        card_revision=bytes(row.card).hex(),
        basis=Basis.HEARD if row.heard else Basis.RECORD_ONLY,
        marks=tuple(newest.values()),
        fails=fails_of(db, row.key),
        feedback=feedback_of(db, row.key),
        score=row.score,
        begun=optional_moment(row.begun),
        own=row.purpose == OWN,
    )
    return Review(UUID(bytes=bytes(row.id)), from_millis(row.sent), draft, row.name)


def settle_score(db: Connection, key: int) -> None:
    """Makes the call's row say what its newest review says; a rep's own rating and calibration do not count."""
    newest = (
        select(review.c.score, review.c.heard)
        .where(review.c.call == key, review.c.purpose == TRAINER, review.c.sent.is_not(None))
        .order_by(review.c.sent.desc(), review.c.key.desc())
        .limit(1)
    )
    found: Sequence[Any] = db.execute(newest).all()
    values: dict[str, Any] = {"reviewed": 0, "score": None}
    if found:
        basis = Basis.HEARD if found[0].heard else Basis.RECORD_ONLY
        values = {"reviewed": REVIEWED[basis], "score": found[0].score}
    db.execute(call.update().where(call.c.key == key).values(**values))


def taken_back(
    db: Connection, corrections: Sequence[Correction], by: str, at: datetime
) -> tuple[Correction, ...]:
    """Adds the corrections whose marks are still as they were; gives back the others."""
    left: list[Correction] = []
    touched: dict[int, None] = {}
    for one in corrections:
        key = review_key(db, one.review)
        if _newest_version(db, key, one.mark.mark.criterion) != one.onto:
            left.append(one)
            continue
        db.execute(review_mark.insert().values(**mark_row(db, key, one.mark, one.onto + 1, by, at)))
        touched[key] = None
    for key in touched:
        _settle(db, key)
    return tuple(left)


def _newest_version(db: Connection, key: int, criterion: str) -> int:
    newest = select(func.coalesce(func.max(review_mark.c.version), 0)).where(
        review_mark.c.review == key, review_mark.c.criterion == storable(criterion)
    )
    version: int = db.execute(newest).scalar_one()
    return version


def _settle(db: Connection, key: int) -> None:
    """Reckons a review's score, and what its call's row says, after a change of marks."""
    _reckon(db, key)
    settle_score(db, db.execute(select(review.c.call).where(review.c.key == key)).scalar_one())


def _reckon(db: Connection, key: int) -> None:
    """Reckons a review's score from its newest marks; one whose card cannot be read keeps its score."""
    row = _one(db, key)
    file = pinned(db, bytes(row.card).hex())
    newest: dict[str, Mark] = {one.mark.criterion: one.mark for one in marks_of(db, key)}
    try:
        found = (
            score(read_card(file), newest, Basis.HEARD if row.heard else Basis.RECORD_ONLY) if file else None
        )
    except (CardUnreadable, MarkRefused):
        return
    if found is not None:
        db.execute(review.update().where(review.c.key == key).values(score=found.percent))


def _digest(revision: str) -> bytes:
    try:
        return bytes.fromhex(revision)
    except ValueError:
        return b""
