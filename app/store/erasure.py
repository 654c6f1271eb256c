"""Forgets people in the database: one customer, one rep, or everybody whose time is over. Figures stay, without a name.

A number that must not be called stays as it is, and nothing but the number: the block has to hold whatever is imported
later (GDPR, art. 17 (3) b and 21 (3)). A hash would not hide it, as all nine-digit numbers can be tried in seconds.
"""

from __future__ import annotations

import contextlib
import json
import sqlite3
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, fields
from datetime import datetime
from itertools import islice
from pathlib import Path
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Connection, Table, bindparam, func, or_, select

from app.call.events import CallStarted, UnknownEvent, to_data
from app.call.forgetting import WORDY_KINDS, Change, Forgetting, is_of, without_rep
from app.call.ports import CallStatus
from app.store.beside import forget_beside
from app.store.database import Database
from app.store.desk_entries import enter_kept
from app.store.desk_tables import (
    WORD_INDEX_NAME,
    review_dispute,
    review_fail,
    review_queue,
    review_words,
    saved_view,
)
from app.store.kinds import KIND_OF_NUMBER, NUMBER_OF_KIND
from app.store.number_keys import number_key
from app.store.parts import PartsBook
from app.store.proposals import take_hints_back
from app.store.recorder import call_texts
from app.store.rows import event_of, storable, to_json, to_millis
from app.store.tables import (
    STATUS_NUMBERS,
    call,
    call_event,
    call_text,
    comment,
    do_not_call,
    follow_up,
    lead,
    lead_source,
    proposal,
    proposal_moment,
    rep,
    review,
    review_mark,
)
from app.store.word_list import WordList

_AT_ONCE = 200
_PERSONAL = ("lead_id", "first_name", "last_name", "salutation", "company", "role", "phone", "email")
_STARTED = NUMBER_OF_KIND[CallStarted.kind]
_CLOSED = STATUS_NUMBERS[CallStatus.CLOSED]
_NEW_DATA = call_event.update().where(
    call_event.c.call == bindparam("of_call"), call_event.c.seq == bindparam("of_seq")
)
_WORDY = or_(
    call_event.c.kind.in_([NUMBER_OF_KIND[kind] for kind in WORDY_KINDS]),
    call_event.c.kind.not_in(list(KIND_OF_NUMBER)),
)
"""Events that may hold words, and those of a newer program, of which nobody can tell."""
_HAS_WORDS = _WORDY & or_(
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
_HAS_CUSTOMER = (call_event.c.kind == _STARTED) & or_(
    call_event.c.data.contains('"number":'),
    *(call_event.c.data.like(f'%"{name}":%"rep":{{%') for name in (*_PERSONAL, "page", "extra")),
)
"""The JSON is compact, and the customer stands in it before the rep."""
_FEWEST_DIGITS = 6
_SHORTEST_NAME = 4
"""Shorter ones occur in search lines that mean somebody else."""

Told = Callable[[int, int], None]
"""Told how many calls are done and how many there are."""


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


@dataclass(frozen=True, slots=True)
class Person:
    """Whom a word means: keys of leads and calls, or of one rep; ``names`` are the texts that people know them by."""

    leads: tuple[int, ...] = ()
    calls: tuple[int, ...] = ()
    rep: int | None = None
    names: tuple[str, ...] = ()

    @property
    def known(self) -> bool:
        """Whether there is anything about them."""
        return bool(self.leads or self.calls or self.rep is not None)


class Erasure:
    """Finds and forgets people. Every method raises BookUnavailable when the database cannot be used now."""

    def __init__(self, database: Database, *, country: str = "CZ") -> None:
        self._database = database
        self._country = country

    def customer(self, who: str) -> Person:
        """The customer with this lead's id, phone number or e-mail address."""
        with self._database.reading() as db:
            leads = [row for row in db.execute(select(lead)) if self._means(who, row)]
            ids = {str(UUID(bytes=bytes(row.id))) for row in leads}
            calls = set(_keys(db, call.c.lead.in_([row.key for row in leads])))
            started = select(call_event.c.call, call_event.c.data).where(
                call_event.c.seq == 1, call_event.c.kind == _STARTED
            )
            for key, data in db.execute(started):
                if is_of(_plain(data), lambda name, text: text in ids or self._same(who, name, text)):
                    calls.add(key)
            theirs = select(call_text.c.lead_name).where(call_text.c.call.in_(list(calls)))
            known_as = set(db.execute(theirs).scalars())
        for row in leads:
            known_as |= {f"{row.first_name} {row.last_name}".strip(), row.phone, row.email}
        names = tuple(sorted((known_as | {who}) - {""}))
        return Person(tuple(row.key for row in leads), tuple(sorted(calls)), names=names)

    def forget_beside(self, who: str, person: Person, folders: Iterable[Path]) -> int:
        """Forgets the customer in files set aside beside the database; returns how many events went."""
        with self._database.reading() as db:
            ids = db.execute(select(call.c.id).where(call.c.key.in_(person.calls))).scalars().all()
        return forget_beside(
            folders,
            {UUID(bytes=bytes(one)) for one in ids},
            lambda started: is_of(to_data(started), lambda name, text: self._same(who, name, text)),
        )

    def rep(self, who: str) -> Person:
        """The rep with this login, name or e-mail address."""
        wanted = storable(who).strip()
        if not wanted:
            return Person()
        same = or_(rep.c.login == wanted, rep.c.name == wanted, func.lower(rep.c.email) == wanted.lower())
        with self._database.reading() as db:
            row = db.execute(select(rep).where(same)).first()
            if row is None:
                return Person()
            calls = tuple(_keys(db, call.c.rep == row.key))
        return Person((), calls, row.key, tuple(text for text in (row.login, row.name, row.email) if text))

    def forget_customer(self, person: Person, told: Told | None = None) -> Forgotten:
        """Forgets a customer: their card in every call, all words of these calls, their lead, what was promised."""
        done = self._in_calls(person.calls, lambda _key: Forgetting().customer, _forget_customer_beside, told)
        with self._database.writing() as db:
            return done + self._forget_leads(db, person)

    def forget_rep(self, person: Person, told: Told | None = None) -> Forgotten:
        """Forgets a rep: their name in every call, their own words for lines, what reviews say to them, their views."""
        if person.rep is None:
            return Forgotten()
        alias = f"erased-{person.rep}"
        done = self._in_calls(person.calls, lambda _key: without_rep(alias), _forget_reviews, told)
        with self._database.writing() as db:
            blank = {"login": alias, "name": "", "company": "", "phone": "", "email": ""}
            db.execute(rep.update().where(rep.c.key == person.rep).values(**blank))
            db.execute(saved_view.delete().where(saved_view.c.owner == person.rep))
            _forget_searches(db, person.names)
            decided = proposal.update().where(proposal.c.decided_by.in_(person.names))
            db.execute(decided.values(decided_by=""))
        return done + Forgotten(reps=1)

    def forget_words_before(
        self, moment: datetime, *, dry: bool = False, told: Told | None = None
    ) -> Forgotten:
        """Forgets what was typed in calls that began before ``moment``; the customers stay."""
        calls = self._before(moment, _HAS_WORDS)
        return self._in_calls(
            calls, lambda _key: Forgetting().words, _forget_words_beside, told, dry=dry, thorough=False
        )

    def forget_customers_before(
        self, moment: datetime, *, dry: bool = False, told: Told | None = None
    ) -> Forgotten:
        """Forgets the customers of calls that began before ``moment``, with all words."""
        calls = self._before(moment, _HAS_WORDS | _HAS_CUSTOMER)
        return self._in_calls(
            calls, lambda _key: Forgetting().customer, _forget_customer_beside, told, dry=dry, thorough=False
        )

    def forget_leads_before(self, moment: datetime, *, dry: bool = False) -> Forgotten:
        """Deletes leads that nothing happened with since ``moment`` and that no call is planned for."""
        old = (lead.c.touched < to_millis(moment)) & lead.c.next_call.is_(None)
        with self._database.reading() as db:
            waiting = iter(db.execute(select(lead.c.key).where(old)).scalars().all())
        done = Forgotten()
        while part := tuple(islice(waiting, _AT_ONCE)):
            with self._rolled_back(dry=dry) as db:
                done += self._forget_leads(db, Person(part))
        return done

    def scrub(self) -> bool:
        """Rewrites the file so that nothing of what was deleted is left in it; ``False`` when another program is in the way."""
        self._database.close()
        if self._database.path is None:
            with self._database.connect() as db:
                db.execution_options(isolation_level="AUTOCOMMIT").exec_driver_sql("VACUUM")
            return True
        try:
            with contextlib.closing(sqlite3.connect(self._database.path, isolation_level=None)) as file:
                file.execute("PRAGMA secure_delete=ON")
                file.execute(f"INSERT INTO {WORD_INDEX_NAME}({WORD_INDEX_NAME}) VALUES ('optimize')")  # noqa: S608
                file.execute("VACUUM")
                busy: int = file.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()[0]
        except sqlite3.OperationalError:
            return False
        return not busy

    # --- within ---

    def _means(self, who: str, row: Any) -> bool:
        texts = (("lead_id", str(UUID(bytes=bytes(row.id)))), ("phone", row.phone), ("email", row.email))
        return any(text and self._same(who, name, text) for name, text in texts)

    def _same(self, who: str, name: str, text: str) -> bool:
        if name in {"phone", "number"}:
            wanted, found = _digits(who), _digits(text)
            if min(len(wanted), len(found)) < _FEWEST_DIGITS or wanted[-6:] != found[-6:]:
                return False
            return number_key(text, self._country) == number_key(who, self._country)
        return text.casefold() == who.strip().casefold()

    def _before(self, moment: datetime, holds: ColumnElement[bool]) -> tuple[int, ...]:
        """Calls that began before ``moment`` and have an event that looks as if there were something to forget."""
        wanted = (
            select(call.c.key)
            .join(call_event, call_event.c.call == call.c.key)
            .where(call.c.started < to_millis(moment), call_event.c.data.is_not(None), holds)
            .distinct()
            .order_by(call.c.key)
        )
        with self._database.reading() as db:
            return tuple(db.execute(wanted).scalars())

    def _in_calls(
        self,
        calls: Sequence[int],
        change_for: Callable[[int], Change],
        beside: Callable[[Connection, Sequence[int]], Forgotten],
        told: Told | None,
        *,
        dry: bool = False,
        thorough: bool = True,
    ) -> Forgotten:
        """Changes the events of ``calls`` and all that is made of them; ``thorough`` also where no event changed."""
        done, words, parts, waiting = Forgotten(), WordList(), PartsBook(), iter(calls)
        count = 0
        while part := list(islice(waiting, _AT_ONCE)):
            with self._rolled_back(dry=dry) as db:
                touched = []
                for key in part:
                    changed = _rewrite(db, key, change_for(key))
                    if changed or thorough:
                        _renew(db, words, parts, key)
                        touched.append(key)
                    done += Forgotten(calls=int(changed > 0), events=changed)
                done += beside(db, touched)
            words.forget()
            count += len(part)
            if told is not None:
                told(count, len(calls))
        return done

    @contextlib.contextmanager
    def _rolled_back(self, *, dry: bool) -> Iterator[Connection]:
        """A transaction whose changes stay, unless this is only to find out what would change."""
        with contextlib.suppress(_OnlyTried), self._database.writing() as db:
            if db.dialect.name == "sqlite":
                db.exec_driver_sql("PRAGMA secure_delete=ON")
            yield db
            if dry:
                raise _OnlyTried

    def _forget_leads(self, db: Connection, person: Person) -> Forgotten:
        theirs = select(lead).where(lead.c.key.in_(person.leads))
        rows = db.execute(theirs).all()
        origins = {row.origin for row in rows}
        numbers = {number_key(row.phone, self._country) for row in rows if row.phone}
        numbers |= {number_key(name, self._country) for name in person.names if _digits(name)}
        blocked = db.execute(
            select(func.count()).select_from(do_not_call).where(do_not_call.c.number.in_(numbers - {""}))
        ).scalar_one()
        promised = db.execute(follow_up.delete().where(follow_up.c.lead.in_(person.leads))).rowcount
        db.execute(call.update().where(call.c.lead.in_(person.leads)).values(lead=None))
        db.execute(lead.delete().where(lead.c.key.in_(person.leads)))
        used = select(lead.c.origin).where(lead.c.origin.in_(origins))
        db.execute(lead_source.delete().where(lead_source.c.key.in_(origins), lead_source.c.key.not_in(used)))
        _forget_searches(db, person.names)
        return Forgotten(leads=len(rows), follow_ups=promised, blocked=blocked)


class _OnlyTried(Exception):
    """Rolls a transaction back."""


def _rewrite(db: Connection, key: int, change: Change) -> int:
    """Changes the events of a call and returns how many differ; one that cannot be read loses all that it says."""
    call_id = UUID(bytes=bytes(db.execute(select(call.c.id).where(call.c.key == key)).scalar_one()))
    changed = []
    for row in db.execute(
        select(call_event).where(call_event.c.call == key).order_by(call_event.c.seq)
    ).all():
        try:
            what = event_of(call_id, row).what
            data = to_data(change(what))
            written = to_json(data) if data else None
        except UnknownEvent:
            written = None
        if written != row.data:
            changed.append({"of_call": key, "of_seq": row.seq, "data": written})
    if changed:
        db.execute(_NEW_DATA, changed)
    return len(changed)


def _renew(db: Connection, words: WordList, parts: PartsBook, key: int) -> None:
    """Makes the texts of a call and its place on the desk say what its events say now."""
    row = db.execute(select(call.c.id, call.c.status, call.c.revision).where(call.c.key == key)).one()
    call_id = UUID(bytes=bytes(row.id))
    first = db.execute(select(call_event).where(call_event.c.call == key, call_event.c.seq == 1)).first()
    started = None
    with contextlib.suppress(UnknownEvent):
        started = event_of(call_id, first).what if first is not None else None
    texts = {one.name: "" for one in call_text.c if one.name != "call"}
    if isinstance(started, CallStarted):
        texts |= call_texts(started)
    db.execute(call_text.update().where(call_text.c.call == key).values(**texts))
    if row.status == _CLOSED:
        enter_kept(db, words, parts, key, call_id, row.revision)


def _forget_words_beside(db: Connection, calls: Sequence[int]) -> Forgotten:
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
    return Forgotten(proposals=len(touched)) + _forget_reviews(db, calls)


def _forget_customer_beside(db: Connection, calls: Sequence[int]) -> Forgotten:
    """All words, and what ties these calls to a lead or to a number that must not be called."""
    db.execute(do_not_call.update().where(do_not_call.c.call.in_(calls)).values(call=None))
    leads = list(db.execute(select(call.c.lead).where(call.c.key.in_(calls))).scalars())
    promised = db.execute(follow_up.delete().where(follow_up.c.call.in_(calls))).rowcount
    open_ones = (follow_up.c.lead == lead.c.key) & follow_up.c.done_by.is_(None)
    due = select(func.min(follow_up.c.due)).where(open_ones).scalar_subquery()
    db.execute(lead.update().where(lead.c.key.in_(leads)).values(next_call=due))
    db.execute(call.update().where(call.c.key.in_(calls)).values(lead=None))
    return Forgotten(follow_ups=promised) + _forget_words_beside(db, calls)


def _forget_reviews(db: Connection, calls: Sequence[int]) -> Forgotten:
    """Words in reviews of these calls; marks and scores stay."""
    reviews = list(db.execute(select(review.c.key).where(review.c.call.in_(calls))).scalars())
    for table, names in (
        (review_mark, ("words",)),
        (review_fail, ("quote", "answer")),
        (review_words, ("strength", "situation", "behaviour", "effect", "plan")),
        (review_dispute, ("words", "answer")),
    ):
        _blank(db, table, names, table.c.review.in_(reviews))
    db.execute(comment.delete().where(comment.c.call.in_(calls)))
    return Forgotten(reviews=len(reviews))


def _blank(db: Connection, table: Table, names: Iterable[str], where: Any) -> None:
    db.execute(table.update().where(where).values(**dict.fromkeys(names, "")))


def _forget_searches(db: Connection, names: Iterable[str]) -> None:
    """Search lines that were kept with a name in them."""
    for name in names:
        if len(name) < _SHORTEST_NAME:
            continue
        for table in (saved_view, review_queue):
            named = table.c.line.contains(storable(name), autoescape=True)
            db.execute(table.update().where(named).values(line=""))


def _keys(db: Connection, where: Any) -> Iterable[int]:
    return db.execute(select(call.c.key).where(where).order_by(call.c.key)).scalars().all()


def _plain(data: str | None) -> dict[str, object]:
    try:
        found = json.loads(data or "{}")
    except json.JSONDecodeError:
        return {}
    return found if isinstance(found, dict) else {}


def _digits(text: str) -> str:
    return "".join(sign for sign in text if sign.isdecimal())
