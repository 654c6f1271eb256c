"""What forgetting does to rows: the events of a call, all that is made of them, and what was written beside."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, fields, replace
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, Row, Table, bindparam, func, or_, select

from app.call.events import CallStarted, Event, UnknownEvent, to_data
from app.call.forgetting import WORDY_KINDS, Change
from app.call.ports import CallStatus
from app.store.desk_renewal import Entry, events_kept, renew_all
from app.store.desk_tables import (
    review_dispute,
    review_draft,
    review_fail,
    review_queue,
    review_words,
    saved_view,
)
from app.store.kinds import KIND_OF_NUMBER, NUMBER_OF_KIND
from app.store.lesson_tables import proposal, proposal_moment
from app.store.parts import PartsBook
from app.store.proposals import take_hints_back
from app.store.recorder import call_texts
from app.store.review_tables import comment, review, review_mark
from app.store.rows import event_of, storable, to_json
from app.store.tables import STATUS_NUMBERS, call, call_event, call_text, do_not_call, follow_up, lead
from app.store.word_list import WordList

_PERSONAL = ("lead_id", "first_name", "last_name", "salutation", "company", "role", "phone", "email")
STARTED = NUMBER_OF_KIND[CallStarted.kind]
_CLOSED = STATUS_NUMBERS[CallStatus.CLOSED]
_NEW_DATA = call_event.update().where(
    call_event.c.call == bindparam("of_call"), call_event.c.seq == bindparam("of_seq")
)
_NEW_TEXTS = call_text.update().where(call_text.c.call == bindparam("of_call"))
_WORDY = or_(
    call_event.c.kind.in_([NUMBER_OF_KIND[kind] for kind in WORDY_KINDS]),
    call_event.c.kind.not_in(list(KIND_OF_NUMBER)),
)
"""Events that may hold words, and those of a newer program, of which nobody can tell."""
HAS_WORDS = _WORDY & or_(
    *(
        call_event.c.data.contains(f'"{name}":')
        for name in (
            "text",
            "old_text",
            "old_value",
            "value",
            "words",
            "when_words",
            "who",
            "what",
            "note",
            "facts",
        )
    )
)
HAS_CUSTOMER = (call_event.c.kind == STARTED) & or_(
    call_event.c.data.contains('"number":'),
    *(call_event.c.data.like(f'%"{name}":%"rep":{{%') for name in (*_PERSONAL, "page", "extra")),
)
"""The JSON is compact, and the customer stands in it before the rep."""
_SHORTEST_NAME = 4
"""Shorter ones occur in search lines that mean somebody else."""


@dataclass(frozen=True, slots=True)
class Forgotten:
    """How much was forgotten. ``blocked`` says that a number stays in the list of numbers not to call."""

    calls: int = 0
    events: int = 0
    leads: int = 0
    follow_ups: int = 0
    reviews: int = 0
    proposals: int = 0
    reps: int = 0
    blocked: int = 0

    def __add__(self, other: Forgotten) -> Forgotten:
        return Forgotten(*(getattr(self, one.name) + getattr(other, one.name) for one in fields(Forgotten)))


def change_calls(
    db: Connection,
    words: WordList,
    parts: PartsBook,
    keys: Sequence[int],
    change_for: Callable[[int], Change],
    *,
    thorough: bool,
) -> tuple[list[int], Forgotten]:
    """Changes the events of these calls, and makes their texts and places on the desk say what the events say now.

    Returns the calls that were touched (with ``thorough`` all of them) and how much was forgotten in them. An event that
    cannot be read loses all that it says.
    """
    rows = db.execute(
        select(call.c.key, call.c.id, call.c.status, call.c.revision).where(call.c.key.in_(keys))
    )
    kept = events_kept(db, keys)
    touched: list[int] = []
    data: list[dict[str, Any]] = []
    texts: list[dict[str, Any]] = []
    bare: list[dict[str, Any]] = []
    entries: list[Entry] = []
    done = Forgotten()
    for row in rows.all():
        changed = _changed(row, kept.get(row.key, []), change_for(row.key))
        data += changed.data
        done += Forgotten(calls=int(bool(changed.data)), events=len(changed.data))
        if not changed.data and not thorough:
            continue
        touched.append(row.key)
        texts.append({"of_call": row.key, **_texts_of(changed.events)})
        if row.status == _CLOSED and changed.whole:
            entries.append(Entry(row.key, row.revision, changed.events))
        else:
            bare.append({"of_call": row.key, "words": ""})
    for statement, values in ((_NEW_DATA, data), (_NEW_TEXTS, texts), (_NEW_TEXTS, bare)):
        if values:
            db.execute(statement, values)
    renew_all(db, words, parts, entries)
    return touched, done


@dataclass(frozen=True, slots=True)
class _Changed:
    """The events of a call after a change: those that can be read, whether these are all, and the rows that differ."""

    events: tuple[Event, ...]
    whole: bool
    data: tuple[dict[str, Any], ...]


def _changed(of: Any, kept: Sequence[Row[Any]], change: Change) -> _Changed:
    call_id = UUID(bytes=bytes(of.id))
    events: list[Event] = []
    data: list[dict[str, Any]] = []
    for row in kept:
        written = row.data
        try:
            event = event_of(call_id, row)
            what = change(event.what)
            if what is not event.what:
                said = to_data(what)
                written = to_json(said) if said else None
            events.append(replace(event, what=what))
        except UnknownEvent:
            written = None
        if written != row.data:
            data.append({"of_call": of.key, "of_seq": row.seq, "data": written})
    return _Changed(tuple(events), len(events) == len(kept) > 0, tuple(data))


def _texts_of(events: Sequence[Event]) -> dict[str, Any]:
    """The texts of a call, but for the words that the desk looks through."""
    started = events[0].what if events else None
    blank = {one.name: "" for one in call_text.c if one.name not in {"call", "words"}}
    return blank | call_texts(started) if isinstance(started, CallStarted) else blank


def forget_words_beside(db: Connection, calls: Sequence[int]) -> Forgotten:
    """What was written of these calls elsewhere: promises, proposals, reviews, comments."""
    if not calls:
        return Forgotten()
    _blank(db, follow_up, ("what", "who"), follow_up.c.call.in_(calls))
    seen = select(proposal_moment.c.proposal).where(proposal_moment.c.call.in_(calls))
    touched = list(db.execute(seen).scalars())
    take_hints_back(db, calls)
    alone = (proposal.c.key.in_(touched), proposal.c.times == 0)
    for (key,) in db.execute(select(proposal.c.key).where(*alone)).all():
        db.execute(proposal.update().where(proposal.c.key == key).values(words="", folded=f"#{key}"))
    return Forgotten(proposals=len(touched)) + forget_reviews(db, calls)


def forget_customer_beside(db: Connection, calls: Sequence[int]) -> Forgotten:
    """All words, and what ties these calls to a lead or to a number that must not be called."""
    db.execute(do_not_call.update().where(do_not_call.c.call.in_(calls)).values(call=None))
    leads = list(db.execute(select(call.c.lead).where(call.c.key.in_(calls))).scalars())
    promised = db.execute(follow_up.delete().where(follow_up.c.call.in_(calls))).rowcount
    open_ones = (follow_up.c.lead == lead.c.key) & follow_up.c.done_by.is_(None)
    due = select(func.min(follow_up.c.due)).where(open_ones).scalar_subquery()
    db.execute(lead.update().where(lead.c.key.in_(leads)).values(next_call=due))
    db.execute(call.update().where(call.c.key.in_(calls)).values(lead=None))
    return Forgotten(follow_ups=promised) + forget_words_beside(db, calls)


def forget_reviews(db: Connection, calls: Sequence[int]) -> Forgotten:
    """Words in reviews of these calls; marks and scores stay."""
    reviews = list(db.execute(select(review.c.key).where(review.c.call.in_(calls))).scalars())
    for table, names in (
        (review_mark, ("words", "origin")),
        (review_fail, ("quote", "answer")),
        (review_words, ("strength", "situation", "behaviour", "effect", "plan")),
        (review_dispute, ("words", "answer")),
    ):
        _blank(db, table, names, table.c.review.in_(reviews))
    db.execute(comment.delete().where(comment.c.call.in_(calls)))
    db.execute(review_draft.delete().where(review_draft.c.call.in_(calls)))
    return Forgotten(reviews=len(reviews))


def _blank(db: Connection, table: Table, names: Iterable[str], where: Any) -> None:
    db.execute(table.update().where(where).values(**dict.fromkeys(names, "")))


def forget_searches(db: Connection, names: Iterable[str]) -> None:
    """Search lines that were kept with a name in them."""
    for name in names:
        if len(name) < _SHORTEST_NAME:
            continue
        for table in (saved_view, review_queue):
            named = table.c.line.contains(storable(name), autoescape=True)
            db.execute(table.update().where(named).values(line=""))
