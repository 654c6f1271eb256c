"""Forgets people in the database: one customer, one rep, or everybody whose time is over. Figures stay, without a name.

A number that must not be called stays as it is, and nothing but the number: the block has to hold whatever is imported
later (GDPR, art. 17 (3) b and 21 (3)). A hash would not hide it, as all nine-digit numbers can be tried in seconds.
"""

from __future__ import annotations

import contextlib
import json
import sqlite3
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import islice
from pathlib import Path
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Connection, func, or_, select

from app.call.events import to_data
from app.call.forgetting import Change, Forgetting, is_of, without_rep
from app.store.beside import forget_beside
from app.store.database import Database
from app.store.desk_tables import (
    WORD_INDEX_NAME,
    review_draft,
    saved_view,
)
from app.store.erased_rows import (
    HAS_CUSTOMER,
    HAS_WORDS,
    STARTED,
    Forgotten,
    change_calls,
    forget_customer_beside,
    forget_reviews,
    forget_searches,
    forget_words_beside,
)
from app.store.lesson_tables import proposal
from app.store.number_keys import number_key
from app.store.parts import PartsBook
from app.store.rows import storable, to_millis
from app.store.tables import call, call_event, call_text, do_not_call, follow_up, lead, lead_source, rep
from app.store.word_list import WordList

_AT_ONCE = 200
_FEWEST_DIGITS = 6

Told = Callable[[int, int], None]
"""Told how many calls are done and how many there are."""


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
        self._trial: Connection | None = None

    @contextlib.contextmanager
    def trying(self) -> Iterator[None]:
        """What is forgotten within is told as ever and then brought back: each step sees what those before it left."""
        with contextlib.suppress(_OnlyTried), self._database.writing() as db:
            self._trial = db
            try:
                yield
            finally:
                self._trial = None
            raise _OnlyTried

    def customer(self, who: str) -> Person:
        """The customer with this lead's id, phone number or e-mail address."""
        with self._database.reading() as db:
            leads = [row for row in db.execute(select(lead)) if self._means(who, row)]
            ids = {str(UUID(bytes=bytes(row.id))) for row in leads}
            calls = set(_keys(db, call.c.lead.in_([row.key for row in leads])))
            started = select(call_event.c.call, call_event.c.data).where(
                call_event.c.seq == 1, call_event.c.kind == STARTED
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
        """The rep with this login, name or e-mail address; of several nobody, with all their logins as ``names``."""
        wanted = storable(who).strip()
        if not wanted:
            return Person()
        same = or_(rep.c.login == wanted, rep.c.name == wanted, func.lower(rep.c.email) == wanted.lower())
        with self._database.reading() as db:
            rows = db.execute(select(rep).where(same).order_by(rep.c.login)).all()
            row = next((one for one in rows if one.login == wanted), rows[0] if len(rows) == 1 else None)
            if row is None:
                return Person(names=tuple(one.login for one in rows))
            calls = tuple(_keys(db, call.c.rep == row.key))
        return Person((), calls, row.key, tuple(text for text in (row.login, row.name, row.email) if text))

    def forget_customer(self, person: Person, told: Told | None = None) -> Forgotten:
        """Forgets a customer: their card in every call, all words of these calls, their lead, what was promised."""
        done = self._in_calls(person.calls, lambda _key: Forgetting().customer, forget_customer_beside, told)
        with self._database.writing() as db:
            return done + self._forget_leads(db, person)

    def forget_rep(self, person: Person, told: Told | None = None) -> Forgotten:
        """Forgets a rep: their name in every call, their own words for lines, what reviews say to them, their views and drafts."""
        if person.rep is None:
            return Forgotten()
        alias = f"erased-{person.rep}"
        done = self._in_calls(person.calls, lambda _key: without_rep(alias), forget_reviews, told)
        with self._database.writing() as db:
            blank = {"login": alias, "name": "", "company": "", "phone": "", "email": ""}
            db.execute(rep.update().where(rep.c.key == person.rep).values(**blank))
            db.execute(saved_view.delete().where(saved_view.c.owner == person.rep))
            db.execute(review_draft.delete().where(review_draft.c.reviewer == person.rep))
            forget_searches(db, person.names)
            decided = proposal.update().where(proposal.c.decided_by.in_(person.names))
            db.execute(decided.values(decided_by=""))
        return done + Forgotten(reps=1)

    def forget_words_before(self, moment: datetime, *, told: Told | None = None) -> Forgotten:
        """Forgets what was typed in calls that began before ``moment``; the customers stay."""
        calls = self._before(moment, HAS_WORDS)
        return self._in_calls(
            calls, lambda _key: Forgetting().words, forget_words_beside, told, thorough=False
        )

    def forget_customers_before(self, moment: datetime, *, told: Told | None = None) -> Forgotten:
        """Forgets the customers of calls that began before ``moment``, with all words."""
        calls = self._before(moment, HAS_WORDS | HAS_CUSTOMER)
        return self._in_calls(
            calls, lambda _key: Forgetting().customer, forget_customer_beside, told, thorough=False
        )

    def forget_leads_before(self, moment: datetime) -> Forgotten:
        """Deletes leads that nothing happened with since ``moment`` and that no call is planned for."""
        old = (lead.c.touched < to_millis(moment)) & lead.c.next_call.is_(None)
        with self._reading() as db:
            waiting = iter(db.execute(select(lead.c.key).where(old)).scalars().all())
        done = Forgotten()
        while part := tuple(islice(waiting, _AT_ONCE)):
            with self._writing() as db:
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
        with self._reading() as db:
            return tuple(db.execute(wanted).scalars())

    def _in_calls(
        self,
        calls: Sequence[int],
        change_for: Callable[[int], Change],
        beside: Callable[[Connection, Sequence[int]], Forgotten],
        told: Told | None,
        *,
        thorough: bool = True,
    ) -> Forgotten:
        """Changes the events of ``calls`` and all that is made of them; ``thorough`` also where no event changed."""
        done, words, parts, waiting = Forgotten(), WordList(), PartsBook(), iter(calls)
        count = 0
        while part := list(islice(waiting, _AT_ONCE)):
            with self._writing() as db:
                touched, changed = change_calls(db, words, parts, part, change_for, thorough=thorough)
                done += changed + beside(db, touched)
            words.forget()
            count += len(part)
            if told is not None:
                told(count, len(calls))
        return done

    @contextlib.contextmanager
    def _reading(self) -> Iterator[Connection]:
        if self._trial is not None:
            yield self._trial
            return
        with self._database.reading() as db:
            yield db

    @contextlib.contextmanager
    def _writing(self) -> Iterator[Connection]:
        if self._trial is not None:
            yield self._trial
            return
        with self._database.writing() as db:
            if db.dialect.name == "sqlite":
                db.exec_driver_sql("PRAGMA secure_delete=ON")
            yield db

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
        forget_searches(db, person.names)
        return Forgotten(leads=len(rows), follow_ups=promised, blocked=blocked)


class _OnlyTried(Exception):
    """Rolls a transaction back."""


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
