"""Reading that can be stopped from another thread: whoever reads then gets SearchStopped."""

from __future__ import annotations

import contextlib
import threading
from collections.abc import Iterator
from typing import Any

from sqlalchemy import Connection
from sqlalchemy.exc import DBAPIError

from app.review.desk import SearchStopped
from app.store.database import Database


class StoppableReading:
    """Connections for reading, each of which ``stop`` can interrupt. May be used from several threads."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._lock = threading.Lock()
        self._running: dict[int, Any] = {}
        self._stopped: set[int] = set()

    def stop(self) -> None:
        """Stops everything that is being read now."""
        with self._lock:
            for number, connection in self._running.items():
                self._stopped.add(number)
                halt = getattr(connection, "interrupt", None) or connection.cancel
                halt()

    @contextlib.contextmanager
    def reading(self) -> Iterator[Connection]:
        """A connection to read from.

        Raises:
            SearchStopped: It was stopped meanwhile.
            BookUnavailable: The database cannot be read now.
        """
        with self._database.reading() as db:
            number, connection = id(db), db.connection.driver_connection
            with self._lock:
                self._running[number] = connection
            try:
                yield db
                self._not_stopped(number)
            except DBAPIError:
                self._not_stopped(number)
                raise
            finally:
                with self._lock:
                    self._running.pop(number, None)
                    self._stopped.discard(number)

    def _not_stopped(self, number: int) -> None:
        with self._lock:
            stopped = number in self._stopped
        if stopped:
            raise SearchStopped from None
