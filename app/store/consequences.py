"""What an outcome means beyond its call: a follow-up, a blocked number, the lead's own figures.

Each function sets things right from what is in the database now, so that an outcome taken back leaves no trace.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime, time
from typing import TYPE_CHECKING

from sqlalchemy import Connection, Update, bindparam, func, select

from app.store.number_keys import number_key
from app.store.tables import call, do_not_call, follow_up, lead, word
from app.store.values import storable, to_millis

if TYPE_CHECKING:
    from app.call.events import CallStarted, OutcomeRecorded

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
    row = follow_up_row(key, rep, lead_key, outcome, at)
    if row is not None:
        db.execute(follow_up.insert().values(**row))


def follow_up_row(
    key: int, rep: int, lead_key: int | None, outcome: OutcomeRecorded, at: datetime
) -> dict[str, object] | None:
    """The row of what was promised for later; ``None`` when no time was agreed."""
    due = due_moment(outcome.when) if outcome.when else None
    if due is None:
        return None
    return {
        "call": key,
        "lead": lead_key,
        "rep": rep,
        "due": to_millis(due),
        "due_local": storable(outcome.when),
        "what": storable(outcome.what),
        "who": storable(outcome.who),
        "made": to_millis(at),
    }


def _block(db: Connection, key: int, started: CallStarted, at: datetime, country: str) -> None:
    rows = block_rows(key, started, at, country)
    if rows:
        db.execute(do_not_call.insert(), rows)


def block_rows(key: int, started: CallStarted, at: datetime, country: str) -> list[dict[str, object]]:
    """Rows that block every number of the call: the one dialled and the lead's own."""
    written = (started.terms.number, started.lead.phone)
    numbers = {number for one in written if one and (number := number_key(one, country))}
    return [
        {"number": number, "since": to_millis(at), "call": key, "why": DO_NOT_CALL}
        for number in sorted(numbers)
    ]


def refresh_leads(db: Connection, touched: Mapping[int, datetime]) -> None:
    """Counts each lead's calls, finds its last outcome and its next call again; ``touched`` tells keys and when."""
    rows = [{"of_lead": key, "at": to_millis(at)} for key, at in touched.items()]
    if rows:
        db.execute(_REFRESH, rows)


def _figures() -> Update:
    calls_of_lead = call.c.lead == lead.c.key
    newest = (
        select(word.c.text)
        .join(call, call.c.outcome == word.c.key)
        .where(calls_of_lead)
        .order_by(call.c.started.desc(), call.c.key.desc())
        .limit(1)
    )
    due = select(func.min(follow_up.c.due)).where(
        follow_up.c.lead == lead.c.key, follow_up.c.done_by.is_(None)
    )
    return (
        lead.update()
        .where(lead.c.key == bindparam("of_lead"))
        .values(
            attempts=select(func.count()).where(calls_of_lead).scalar_subquery(),
            last_call=select(func.max(call.c.started)).where(calls_of_lead).scalar_subquery(),
            last_outcome=func.coalesce(newest.scalar_subquery(), ""),
            next_call=due.scalar_subquery(),
            touched=bindparam("at"),
        )
    )


_REFRESH = _figures()
