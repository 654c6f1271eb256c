"""The journal: takes the events of a call at once and makes them durable on a thread of its own.

Every act becomes one transaction that is on disk when it is announced; only acts that are queued already share one.
When the database refuses, events stay in memory, go to a spool file beside it, and are brought in when it takes them
again: after a pause that grows, or at the next start.
"""

from __future__ import annotations

import logging
import threading
import time
from collections import deque
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID

from sqlalchemy import Connection
from sqlalchemy.exc import DBAPIError, SQLAlchemyError

from app.call.ports import JournalListener, Trouble, TroubleKind
from app.playbook.source import Source
from app.store.database import Database, begun
from app.store.problems import DatabaseDamaged, DatabaseNewer, StartProblem, StoreTrouble
from app.store.recent import RecentCalls
from app.store.spool import Spool
from app.store.troubles import passing_trouble

if TYPE_CHECKING:  # what writes calls is loaded by the journal's own thread when there is something to write
    from app.call.events import Event
    from app.store.claims import CallClaims
    from app.store.recorder import Item, Recorder

FIRST_PAUSE = 0.1
LONGEST_PAUSE = 4.0
"""Seconds between two tries to reach a database that refuses: doubling from the first to the longest."""

_LAST_WORDS = 1.0
"""Seconds that the writer has after ``close`` gave up, to put into the spool what is not there yet."""

_log = logging.getLogger(__name__)


class Refused(Exception):
    """The database is well but does not take these items: a fault in them or in the program."""


class StoredJournal:
    """Implements ``Journal`` over a database and a spool. Its thread starts at once and owns both."""

    def __init__(
        self,
        database: Database,
        spool: Spool,
        *,
        country: str = "CZ",
        trouble: StoreTrouble | None = None,
        claims: CallClaims | None = None,
    ) -> None:
        """``trouble``: what keeps the database from being written already; it is told and watched until it is over.

        ``claims`` learns which calls are under way here, so that no other program goes on with them.
        """
        self._claims = claims
        self._database = database
        self._spool = spool
        self._country = country
        self._recorder: Recorder | None = None
        self._changed = threading.Condition()
        self._listeners: tuple[JournalListener, ...] = ()
        self._queue: deque[tuple[Item, ...]] = deque()
        self._waiting: list[Item] = []
        self._pinned: set[str] = set()
        self._idle = False
        self._closing = False
        self._gave_up = False
        self._due = 0.0
        self._pause = FIRST_PAUSE
        self._trouble = trouble
        self._spooled = 0
        self._recent = RecentCalls()
        self._connection: Connection | None = None
        self._file: tuple[int, int] | None = None
        self._last_trouble: Trouble | None = None
        self._left_in: Path | None = None
        self._thread = threading.Thread(target=self._run, name="journal", daemon=True)
        self._thread.start()

    def listen(self, listener: JournalListener) -> None:
        """See ``Journal``."""
        with self._changed:
            self._listeners = (*self._listeners, listener)
            if self._trouble is not None:
                self._due = 0.0  # tried again now, so that who listens from here on hears of it
                self._changed.notify_all()

    def pin(self, source: Source) -> None:
        """See ``Journal``."""
        revision = source.revision
        with self._changed:
            if revision in self._pinned:
                return
            self._pinned.add(revision)
            self._queue.append((source,))
            self._changed.notify_all()

    def append(self, events: Sequence[Event]) -> None:
        """See ``Journal``."""
        with self._changed:
            self._queue.append(tuple(events))
            self._changed.notify_all()

    def flush(self, timeout: float) -> bool:
        """See ``Journal``."""
        with self._changed:
            return self._changed.wait_for(self._is_all_kept, timeout)

    def waiting(self, call: UUID) -> tuple[Event, ...]:
        """Events of ``call`` that are not known to be in the database yet, in order."""
        with self._changed:
            items = self._not_kept()
        return tuple(item for item in items if not isinstance(item, Source) and item.call == call)

    def left_behind(self) -> Trouble | None:
        """After ``close``: why events are not in the database, how many, and whether the spool has them."""
        return self._last_trouble

    def close(self, timeout: float) -> bool:
        """See ``Journal``."""
        with self._changed:
            self._closing = True
            self._due = 0.0
            self._changed.notify_all()
            self._changed.wait_for(self._is_over, timeout)
            self._gave_up = True
            self._changed.notify_all()
        self._thread.join(_LAST_WORDS)
        with self._changed:
            left = self._not_kept()
        if not left:
            return True
        in_time = not self._thread.is_alive()
        spooled = self._spooled == len(self._waiting) if in_time else self._leave_beside(left)
        kind = self._trouble.kind if self._trouble else TroubleKind.UNREACHABLE
        folder = self._elsewhere(self._left_in) if spooled else ""
        self._last_trouble = Trouble(kind, _events_in(left), spooled, folder=folder)
        return False

    def _is_all_kept(self) -> bool:
        return self._idle and not self._queue and not self._waiting

    def _is_over(self) -> bool:
        return self._is_all_kept() or not self._thread.is_alive()

    def _not_kept(self) -> list[Item]:
        return [*self._waiting, *(item for batch in self._queue for item in batch)]

    def _leave_beside(self, items: Sequence[Item]) -> bool:
        """The writer hangs in the database, so its items go to a spool of their own: kept twice counts once."""
        beside = self._spool.another()
        added = beside.add(items)
        self._left_in = beside.folder
        beside.release()
        return added

    def _elsewhere(self, folder: Path | None) -> str:
        """The spool's folder, when it is not the database's."""
        beside = self._database.path.parent if self._database.path else None
        return str(folder) if folder is not None and folder != beside else ""

    # What follows runs on the journal's own thread.

    def _run(self) -> None:
        leftover = self._spool.take_over()
        if leftover.unreadable:
            _log.warning("%d lines of a spool cannot be read; its file is kept.", leftover.unreadable)
        with self._changed:
            self._waiting += leftover.items
        self._spooled = len(leftover.items)
        while self._has_work():
            self._work()
        self._end()

    def _has_work(self) -> bool:
        """Waits until there is something to write, or to try again, and takes it; ``False`` when all is over."""
        with self._changed:
            while not self._queue:
                left = self._due - time.monotonic() if self._waiting or self._trouble else None
                if left is not None and left <= 0 and not self._gave_up:
                    self._idle = False
                    return True
                self._idle = True
                self._changed.notify_all()
                if self._gave_up or (self._closing and not self._waiting):
                    return False
                self._changed.wait(left)
            self._idle = False
            for batch in self._queue:
                self._waiting += batch
                self._recent.add(batch)
                self._claim(batch)
            self._queue.clear()
            return True

    def _claim(self, batch: Sequence[Item]) -> None:
        from app.call.events import CallStarted, OutcomeRecorded, Recovered

        for item in batch if self._claims is not None else ():
            if isinstance(item, Source) or self._claims is None:
                continue
            if isinstance(item.what, CallStarted | Recovered):
                self._claims.hold(item.call)
            elif isinstance(item.what, OutcomeRecorded):
                self._claims.release(item.call)

    def _work(self) -> None:
        if self._trouble and time.monotonic() < self._due:
            self._tell_trouble(self._trouble)
            return
        try:
            self._write_waiting()
        except StoreTrouble as trouble:
            self._trouble = trouble
            self._due = time.monotonic() + self._pause
            self._pause = min(self._pause * 2, LONGEST_PAUSE)
            self._tell_trouble(trouble)

    def _write_waiting(self) -> None:
        """Makes everything that waits durable; with nothing to write, looks whether it could be.

        Raises:
            StoreTrouble: The database refuses for now.
        """
        items = list(self._waiting)
        if not items:
            self._look()
            self._be_well()
            return
        try:
            self._commit(items)
        except Refused as refused:
            _log.exception("The database does not take a batch; it is tried call by call.")
            self._write_apart(items, refused)
            return
        self._kept(items)

    def _write_apart(self, items: Sequence[Item], refused: Refused) -> None:
        """Writes call by call, so that one bad call does not keep the others out; what is refused is set aside."""
        from app.store.recorder import by_call

        for part in by_call(items):
            try:
                self._commit(part)
            except Refused as error:
                aside = self._spool.set_aside(part)
                if aside is None:
                    raise StoreTrouble(TroubleKind.UNREACHABLE, str(error)) from error
                _log.exception("Events that the database does not take were set aside.")
                self._announce_trouble(
                    Trouble(
                        TroubleKind.REFUSED,
                        _events_in(part),
                        spooled=True,
                        detail=str(refused),
                        folder=str(aside),
                    )
                )
                self._drop(part)
            else:
                self._kept(part)

    def _commit(self, items: Sequence[Item]) -> None:
        """One transaction, durable when this returns."""
        from app.call.events import UnknownEvent
        from app.store.recorder import Contradiction, NoBeginning, Recorder

        if self._recorder is None:
            self._recorder = Recorder(country=self._country)
        try:
            connection = self._connected()
            with begun(connection):
                self._recorder.write(connection, items)
            self._expect_same_file()
        except DBAPIError as error:
            self._disconnect()
            trouble = passing_trouble(error, self._database.path)
            if trouble is None:
                raise Refused(str(error.orig)) from error
            raise trouble from error
        except (SQLAlchemyError, NoBeginning, Contradiction, UnknownEvent, TypeError, ValueError) as error:
            self._disconnect()
            raise Refused(str(error)) from error
        except StartProblem as error:
            self._disconnect()
            raise _no_start(error) from error
        except StoreTrouble:
            self._disconnect()
            raise

    def _look(self) -> None:
        """Asks for the lock and lets go of it again.

        Raises:
            StoreTrouble: The database would refuse.
        """
        standing = self._database.standing_trouble()
        if standing is not None:
            raise standing
        try:
            with begun(self._connected()):
                pass
        except DBAPIError as error:
            self._disconnect()
            raise passing_trouble(error, self._database.path) or StoreTrouble(
                TroubleKind.UNREACHABLE, str(error.orig)
            ) from error
        except StartProblem as error:
            self._disconnect()
            raise _no_start(error) from error

    def _connected(self) -> Connection:
        if self._connection is None:
            self._database.prepare()
            self._connection = self._database.connect()
            self._file = self._database.file_identity()
        return self._connection

    def _disconnect(self) -> None:
        if self._recorder is not None:
            self._recorder.forget()
        if self._connection is not None:
            self._connection.invalidate()
            self._connection.close()
            self._connection = None

    def _expect_same_file(self) -> None:
        """A file that was deleted or replaced meanwhile took the events with it: they are all still to be written."""
        if self._database.file_identity() == self._file:
            return
        with self._changed:
            again = self._recent.items()
            self._waiting = [*again, *(item for item in self._waiting if item not in again)]
            self._spooled = 0
        raise StoreTrouble(TroubleKind.UNREACHABLE, "the file of the database was moved or deleted")

    def _kept(self, items: Sequence[Item]) -> None:
        self._drop(items)
        last: dict[UUID, int] = {}
        for item in items:
            if not isinstance(item, Source):
                last[item.call] = item.seq
        for call, seq in last.items():
            for listener in self._listeners:
                _told(listener.saved, call, seq)
        if not self._waiting:
            self._be_well()

    def _drop(self, items: Sequence[Item]) -> None:
        with self._changed:
            if len(items) == len(self._waiting):
                self._waiting.clear()
            else:
                gone = set(map(id, items))
                self._waiting = [item for item in self._waiting if id(item) not in gone]
        self._spooled = 0  # whatever is left may be spooled again: twice kept counts once
        if not self._waiting:
            self._spool.clear()

    def _be_well(self) -> None:
        self._pause = FIRST_PAUSE
        if self._trouble is None:
            return
        self._trouble = None
        for listener in self._listeners:
            _told(listener.recovered)

    def _tell_trouble(self, trouble: StoreTrouble) -> None:
        if self._spool.add(self._waiting[self._spooled :]):
            self._spooled = len(self._waiting)
        spooled = self._spooled == len(self._waiting)
        folder = self._elsewhere(self._spool.folder) if spooled else ""
        self._announce_trouble(
            Trouble(trouble.kind, _events_in(self._waiting), spooled, trouble.detail, folder)
        )

    def _announce_trouble(self, trouble: Trouble) -> None:
        for listener in self._listeners:
            _told(listener.troubled, trouble)

    def _end(self) -> None:
        if self._waiting and self._spool.add(self._waiting[self._spooled :]):
            self._spooled = len(self._waiting)
        self._left_in = self._spool.folder
        self._spool.release()
        self._disconnect()
        self._database.close()
        if self._claims is not None:
            self._claims.close()
        with self._changed:
            self._changed.notify_all()


def _no_start(problem: StartProblem) -> StoreTrouble:
    """What would keep the program from starting is no reason to end a call."""
    kind = TroubleKind.DAMAGED if isinstance(problem, DatabaseDamaged) else TroubleKind.UNREACHABLE
    return StoreTrouble(TroubleKind.NEWER if isinstance(problem, DatabaseNewer) else kind, str(problem))


def _events_in(items: Sequence[Item]) -> int:
    return sum(not isinstance(item, Source) for item in items)


def _told(tell: Callable[..., None], *words: object) -> None:
    """A listener's own fault must not end the writing of events."""
    try:
        tell(*words)
    except Exception:  # noqa: BLE001  whatever it is, it is the listener's, and events come first
        _log.exception("A listener of the journal failed.")
