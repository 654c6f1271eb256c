"""What an outcome means beyond its call: a follow-up, a blocked number, the lead's own figures.

Each function sets things right from what is in the database now, so that an outcome taken back leaves no trace.
"""

from __future__ import annotations

from datetime import date, datetime, time

from sqlalchemy import Connection, func, select

from app.call.events import CallStarted, OutcomeRecorded
from app.store.number_keys import number_key
from app.store.rows import storable, to_millis
from app.store.tables import call, do_not_call, follow_up, lead, word

DO_NOT_CALL = "do_not_call"


def due_moment(when: str) -> datetime | None:
    """The moment that ``when`` (ISO 8601, local unless it says otherwise) means; a bare day means its beginning."""
    try:
        if len(when) == len("2026-11-24"):
            return datetime.combine(date.fromisoformat(when), time()).astimezone()
        return datetime.fromisoformat(when).astimezone()
    except (ValueError, OverflowError, OSError):
        return None


def settle_outcome(
    db: Connection,
    key: int,
    rep: int,
    started: CallStarted,
    outcome: OutcomeRecorded | None,
    at: datetime,
    country: str,
) -> None:
    """Makes follow-up and block of the call ``key`` say what ``outcome`` says; ``None`` takes them back."""
    db.execute(follow_up.delete().where(follow_up.c.call == key))
    db.execute(follow_up.update().where(follow_up.c.done_by == key).values(done_by=None))
    db.execute(do_not_call.delete().where(do_not_call.c.call == key))
    if outcome is None:
        return
    lead_key = db.execute(select(call.c.lead).where(call.c.key == key)).scalar_one()
    if lead_key is not None:
        _meet_earlier(db, key, lead_key, at)
    _promise(db, key, rep, lead_key, outcome, at)
    if outcome.outcome == DO_NOT_CALL:
        _block(db, key, started, at, country)


def _meet_earlier(db: Connection, key: int, lead_key: int, at: datetime) -> None:
    """This call was the follow-up that was promised before."""
    open_ones = follow_up.update().where(
        follow_up.c.lead == lead_key,
        follow_up.c.call != key,
        follow_up.c.done_by.is_(None),
        follow_up.c.made <= to_millis(at),
    )
    db.execute(open_ones.values(done_by=key))


def _promise(
    db: Connection, key: int, rep: int, lead_key: int | None, outcome: OutcomeRecorded, at: datetime
) -> None:
    due = due_moment(outcome.when)
    if due is None:
        return
    db.execute(
        follow_up.insert().values(
            call=key,
            lead=lead_key,
            rep=rep,
            due=to_millis(due),
            due_local=storable(outcome.when),
            what=storable(outcome.what),
            who=storable(outcome.who),
            made=to_millis(at),
        )
    )


def _block(db: Connection, key: int, started: CallStarted, at: datetime, country: str) -> None:
    written = (started.terms.number, started.lead.phone)
    numbers = {number for one in written if one and (number := number_key(one, country))}
    for number in sorted(numbers):
        db.execute(do_not_call.insert().values(number=number, since=to_millis(at), call=key, why=DO_NOT_CALL))


def refresh_lead(db: Connection, lead_key: int, at: datetime) -> None:
    """Counts the lead's calls, finds its last outcome and its next call again."""
    calls = select(func.count(), func.max(call.c.started)).where(call.c.lead == lead_key)
    attempts, last_call = db.execute(calls).one()
    newest = (
        select(word.c.text)
        .join(call, call.c.outcome == word.c.key)
        .where(call.c.lead == lead_key)
        .order_by(call.c.started.desc(), call.c.key.desc())
        .limit(1)
    )
    due = select(func.min(follow_up.c.due)).where(follow_up.c.lead == lead_key, follow_up.c.done_by.is_(None))
    db.execute(
        lead.update()
        .where(lead.c.key == lead_key)
        .values(
            attempts=attempts,
            last_call=last_call,
            last_outcome=db.execute(newest).scalar_one_or_none() or "",
            next_call=db.execute(due).scalar_one_or_none(),
            touched=to_millis(at),
        )
    )
