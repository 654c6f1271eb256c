"""The review desk's way to recorded calls: pages, counts, known values, saved views."""

from __future__ import annotations

import contextlib
import sys
import threading
from collections import OrderedDict
from collections.abc import Callable, Mapping
from datetime import UTC, datetime

from sqlalchemy import Connection, select

from app.call.people import RepCard
from app.call.ports import BookUnavailable
from app.playbook.folding import fold
from app.playbook.vocabulary import Lang
from app.review.desk import Count, DeskRow, SavedView, Search, SortBy
from app.review.query import Field
from app.review.sampling import Candidate
from app.store.database import Database
from app.store.desk_bits import stale_blocks, tidy
from app.store.desk_filters import read_filters
from app.store.desk_order import known_numbers, stretches
from app.store.desk_plan import SMALL, Plan, Way, choose, narrowed
from app.store.desk_rows import candidates_of, rows_of
from app.store.desk_tables import saved_view
from app.store.desk_trail import Trail
from app.store.desk_words import DeskWords
from app.store.reps import rep_key
from app.store.rows import storable, to_millis, upsert
from app.store.stopping import StoppableReading
from app.store.tables import lead_source, rep

_TIDIED = 16
"""Blocks of bits that are written anew in one transaction; more than these are waited for by a search."""
_REMEMBERED = 8
"""How many searches are remembered, so that paging on is quick."""


def _now() -> datetime:
    return datetime.now(UTC)


class StoredDesk:
    """Finds recorded calls (implements ``CallDesk``): those whose outcome is known. May be used from several threads."""

    def __init__(self, database: Database, *, now: Callable[[], datetime] = _now, small: int = SMALL) -> None:
        """``small``: up to so many calls no thought is given to which way is short."""
        self._database = database
        self._stoppable = StoppableReading(database)
        self._now = now
        self._small = small
        self._words = DeskWords()
        self._trails: OrderedDict[Search, Trail] = OrderedDict()
        self._lock = threading.Lock()

    def rows(self, search: Search, first: int, limit: int) -> tuple[DeskRow, ...]:
        """See ``CallDesk``. Asked from 0 on, the search begins anew. Raises SearchStopped when it was stopped."""
        if first <= 0 and self._stale() > _TIDIED:
            self._tidy(sys.maxsize)
        with self._stoppable.reading() as db:
            trail = self._begun(db, search) if first <= 0 else self._trail(db, search)
            return rows_of(db, self._words, trail.page(db, max(0, first), limit))

    def count(self, search: Search) -> Count:
        """See ``CallDesk``; always exact. Raises SearchStopped when it was stopped."""
        with self._stoppable.reading() as db:
            found = Count(self._trail(db, search).count(db))
        if self._stale():
            self._tidy(_TIDIED)
        return found

    def candidates(self, search: Search, limit: int) -> tuple[Candidate, ...]:
        """See ``CallDesk``. Raises SearchStopped when it was stopped."""
        with self._stoppable.reading() as db:
            keys = self._begun(db, search).page(db, 0, limit)
            return candidates_of(db, self._words, keys, self._now())

    def known(self) -> Mapping[Field, tuple[str, ...]]:
        """See ``CallDesk``."""
        with self._stoppable.reading() as db:
            words = self._words.as_of(db)
            campaigns = db.execute(select(lead_source.c.campaign).distinct()).scalars().all()
            found = {
                Field.REP: {name or login for _, login, name in words.reps()},
                Field.SOURCE: {words.text(one) for one in known_numbers(db, SortBy.SOURCE)},
                Field.PLAYBOOK: {words.text(one) for one in known_numbers(db, SortBy.PLAYBOOK)},
                Field.CAMPAIGN: set(campaigns),
                Field.LANG: {str(lang) for lang in Lang},
            }
        return {
            one: tuple(sorted(values - {""}, key=lambda text: (fold(text), text)))
            for one, values in found.items()
        }

    def stop(self) -> None:
        """Stops what is being searched now, from any thread; whoever searches gets SearchStopped."""
        self._stoppable.stop()

    def plan(self, search: Search) -> Plan:
        """The way that a search would be gone, for measurements and tests."""
        with self._stoppable.reading() as db:
            return self._begun(db, search).plan

    # --- saved views ---

    def views(self, owner: str) -> tuple[SavedView, ...]:
        """See ``CallDesk``."""
        wanted = (
            select(saved_view)
            .join(rep, rep.c.key == saved_view.c.owner)
            .where(rep.c.login == storable(owner))
        )
        with self._database.reading() as db:
            found = [
                SavedView(row.name, row.line, _sort(row.sort), row.descending) for row in db.execute(wanted)
            ]
        return tuple(sorted(found, key=lambda one: (fold(one.name), one.name)))

    def keep_view(self, owner: str, view: SavedView) -> None:
        """See ``CallDesk``."""
        values = {
            "line": storable(view.line),
            "sort": str(view.sort),
            "descending": view.descending,
            "at": to_millis(self._now()),
        }
        with self._database.writing() as db:
            row = upsert(db, saved_view).values(
                owner=rep_key(db, RepCard(owner)), name=storable(view.name)[:200], **values
            )
            db.execute(row.on_conflict_do_update(index_elements=["owner", "name"], set_=values))

    def drop_view(self, owner: str, name: str) -> None:
        """See ``CallDesk``."""
        owners = select(rep.c.key).where(rep.c.login == storable(owner))
        with self._database.writing() as db:
            db.execute(
                saved_view.delete().where(
                    saved_view.c.owner.in_(owners), saved_view.c.name == storable(name)[:200]
                )
            )

    # --- inside ---

    def _trail(self, db: Connection, search: Search) -> Trail:
        with self._lock:
            known = self._trails.get(search)
        return known or self._begun(db, search)

    def _stale(self) -> int:
        """How many blocks of bits are to be written anew; none where bits are not kept."""
        with self._stoppable.reading() as db:
            return len(stale_blocks(db)) if db.dialect.name == "sqlite" else 0

    def _tidy(self, most: int) -> None:
        """Writes the bits of calls anew where something changed, a few blocks at a time so that nobody waits long."""
        left = most
        with contextlib.suppress(BookUnavailable):
            while left > 0:
                with self._database.writing() as db:
                    done = tidy(db, most=_TIDIED)
                left = left - done if done == _TIDIED else 0

    def _begun(self, db: Connection, search: Search) -> Trail:
        filters = read_filters(db, self._words, search.query, self._now())
        order = stretches(db, self._words, search.sort, filters, descending=search.descending)
        own_plan = db.dialect.name == "sqlite" and not filters.impossible
        fitting = narrowed(db, filters, small=self._small) if own_plan else None
        plan = choose(db, filters, order, fitting, small=self._small) if own_plan else Plan(Way.WALK)
        trail = Trail(filters, plan, order, fitting)
        with self._lock:
            self._trails[search] = trail
            self._trails.move_to_end(search)
            while len(self._trails) > _REMEMBERED:
                self._trails.popitem(last=False)
        return trail


def _sort(name: str) -> SortBy:
    return SortBy(name) if name in set(SortBy) else SortBy.STARTED
