"""Everything that the database holds about one person, as plain values to hand out (GDPR, art. 15 and 20)."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, select

from app.call.events import UnknownEvent, to_data
from app.store.database import Database
from app.store.desk_tables import plan_step, review_dispute, review_draft, review_fail, saved_view
from app.store.erasure import Person
from app.store.kinds import KIND_OF_NUMBER
from app.store.review_rows import feedback_of
from app.store.review_tables import comment, review, review_mark
from app.store.rows import event_of, from_millis
from app.store.tables import call, call_event, do_not_call, follow_up, lead, lead_source, rep, word

_outcome = word.alias("outcome_word")


def customers_data(database: Database, person: Person) -> dict[str, Any]:
    """What is kept about a customer: leads, calls with every event and what was said of them, promises, whether their number is blocked.

    Raises:
        BookUnavailable: The database cannot be read now.
    """
    with database.reading() as db:
        leads = [_lead(row) for row in db.execute(_leads(person))]
        promised = select(follow_up).where(
            follow_up.c.lead.in_(person.leads) | follow_up.c.call.in_(person.calls)
        )
        numbers = [one["phone_e164"] for one in leads if one["phone_e164"]]
        blocked = select(do_not_call).where(
            do_not_call.c.number.in_(numbers) | do_not_call.c.call.in_(person.calls)
        )
        return {
            "leads": leads,
            "calls": [_call(db, key, whole=True) for key in person.calls],
            "follow_ups": [
                {"due": row.due_local, "what": row.what, "who": row.who} for row in db.execute(promised)
            ],
            "do_not_call": [
                {"number": row.number, "since": _moment(row.since)} for row in db.execute(blocked)
            ],
        }


def reps_data(database: Database, person: Person) -> dict[str, Any]:
    """What is kept about a rep: who they are, their calls without the customers, their reviews, and what they wrote themselves.

    Written are comments, reviews that are not sent yet, and searches that were saved.

    Raises:
        BookUnavailable: The database cannot be read now.
    """
    with database.reading() as db:
        row = db.execute(select(rep).where(rep.c.key == person.rep)).one()
        said = select(comment).where(comment.c.author == person.rep).order_by(comment.c.key)
        return {
            "rep": {name: value for name, value in row._asdict().items() if name != "key"},
            "calls": [_call(db, key, whole=False) for key in person.calls],
            "comments": [{"at": _moment(one.at), "words": one.words} for one in db.execute(said)],
            "drafts": _drafts(db, person.rep),
            "saved_views": _saved_views(db, person.rep),
        }


def _drafts(db: Connection, reviewer: int | None) -> list[dict[str, Any]]:
    """Reviews that are not sent yet; one that is damaged is handed out as it lies there."""
    kept = (
        select(review_draft.c.at, review_draft.c.about, review_draft.c.data, call.c.id)
        .join(call, call.c.key == review_draft.c.call)
        .where(review_draft.c.reviewer == reviewer)
        .order_by(review_draft.c.at, review_draft.c.call, review_draft.c.about)
    )
    found = []
    for row in db.execute(kept):
        try:
            written: object = json.loads(row.data)
        except json.JSONDecodeError:
            written = row.data
        about = {"about": row.about} if row.about else {}
        found.append(
            {"at": _moment(row.at), "call": str(UUID(bytes=bytes(row.id))), **about, "draft": written}
        )
    return found


def _saved_views(db: Connection, owner: int | None) -> list[dict[str, Any]]:
    kept = select(saved_view).where(saved_view.c.owner == owner).order_by(saved_view.c.name)
    return [{"name": one.name, "line": one.line} for one in db.execute(kept)]


def _leads(person: Person) -> Any:
    return (
        select(
            lead, *(lead_source.c[name] for name in ("source", "medium", "campaign", "ad", "page", "promise"))
        )
        .join(lead_source, lead_source.c.key == lead.c.origin)
        .where(lead.c.key.in_(person.leads))
    )


def _lead(row: Any) -> dict[str, Any]:
    kept = {
        name: value
        for name, value in row._asdict().items()
        if name not in {"key", "origin", "folded", "id", "created", "touched", "last_call", "next_call"}
    }
    return {"id": str(UUID(bytes=bytes(row.id))), "created": _moment(row.created), **kept}


def _call(db: Connection, key: int, *, whole: bool) -> dict[str, Any]:
    wanted = (
        select(call.c.id, call.c.started, call.c.talk_ms, call.c.self_rating, _outcome.c.text)
        .outerjoin(_outcome, _outcome.c.key == call.c.outcome)
        .where(call.c.key == key)
    )
    row = db.execute(wanted).one()
    call_id = UUID(bytes=bytes(row.id))
    found: dict[str, Any] = {
        "call": str(call_id),
        "started": _moment(row.started),
        "talk_ms": row.talk_ms,
        "outcome": row.text or "",
    }
    if whole:
        return {**found, "events": _events(db, key, call_id), **_said_of(db, key)}
    return {**found, "self_rating": row.self_rating, "reviews": _reviews(db, key)}


def _said_of(db: Connection, key: int) -> dict[str, Any]:
    """What others wrote about a call: comments, and what was quoted from it; marks are about the rep."""
    said = select(comment.c.words).where(comment.c.call == key).order_by(comment.c.key)
    quoted = (
        select(review_fail.c.quote)
        .join(review, review.c.key == review_fail.c.review)
        .where(review.c.call == key)
        .order_by(review_fail.c.key)
    )
    return {
        "comments": [words for words in db.execute(said).scalars() if words],
        "quotes": [words for words in db.execute(quoted).scalars() if words],
    }


def _answers(db: Connection, key: int) -> dict[str, Any]:
    """Broken rules of a review with their quotes, and what the rep and the trainer said of its marks."""
    fails = select(review_fail).where(review_fail.c.review == key).order_by(review_fail.c.key)
    disputes = select(review_dispute).where(review_dispute.c.review == key).order_by(review_dispute.c.key)
    return {
        "broken_rules": [
            {"rule": one.rule, "quote": one.quote, "answer": one.answer} for one in db.execute(fails)
        ],
        "disputes": [
            {"criterion": one.criterion, "words": one.words, "decision": one.decision, "answer": one.answer}
            for one in db.execute(disputes)
        ],
    }


def _events(db: Connection, key: int, call_id: UUID) -> list[dict[str, Any]]:
    rows = db.execute(select(call_event).where(call_event.c.call == key).order_by(call_event.c.seq)).all()
    found = []
    for row in rows:
        try:
            data: object = to_data(event_of(call_id, row).what)
        except UnknownEvent:
            data = row.data
        found.append({"ms": row.ms, "kind": KIND_OF_NUMBER.get(row.kind, str(row.kind)), "data": data})
    return found


def _reviews(db: Connection, key: int) -> list[dict[str, Any]]:
    sent = select(review).where(review.c.call == key, review.c.sent.is_not(None)).order_by(review.c.key)
    return [
        {
            "sent": _moment(row.sent),
            "score": row.score,
            "words": _words(db, row.key),
            **_answers(db, row.key),
            "plan_steps": [
                {"at": _moment(step.at), "how": step.how, "due": step.due}
                for step in db.execute(
                    select(plan_step).where(plan_step.c.review == row.key).order_by(plan_step.c.key)
                )
            ],
            "marks": [
                {
                    "criterion": mark.criterion,
                    "version": mark.version,
                    "mark": mark.mark,
                    "words": mark.words,
                    "cause": mark.cause,
                    "from_file": mark.origin,
                }
                for mark in db.execute(
                    select(review_mark)
                    .where(review_mark.c.review == row.key)
                    .order_by(review_mark.c.criterion, review_mark.c.version)
                )
            ],
        }
        for row in db.execute(sent).all()
    ]


def _words(db: Connection, key: int) -> dict[str, Any]:
    """What the review says in words: strength, change and plan."""
    said = feedback_of(db, key)
    return {name: value for name, value in asdict(said).items() if value and name != "tries"}


def _moment(millis: int) -> str:
    return from_millis(millis).isoformat(timespec="milliseconds")
