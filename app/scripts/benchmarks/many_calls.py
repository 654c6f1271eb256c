"""The calls that the review desk is measured with: made up for it, or those of a database that is there."""

from __future__ import annotations

import contextlib
import os
import tempfile
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

from app.scripts.benchmarks.measure import CALLS, DATABASE
from app.scripts.making import Order, fill
from app.store.database import Database, url_of

_CALLS, _QUICK_CALLS = 100_000, 1_500


@contextlib.contextmanager
def many_calls(*, quick: bool) -> Iterator[Database]:
    """A database with many calls, gone afterwards if it was made for this."""
    address = os.environ.get(DATABASE, "")
    with (
        tempfile.TemporaryDirectory(prefix="callcue-bench-") as name,
        closing(Database(url_of(address, Path(name)))) as database,
    ):
        if not address:
            calls = _QUICK_CALLS if quick else int(os.environ.get(CALLS, _CALLS))
            database.prepare()
            fill(database, Order(calls, 1, datetime.now(UTC)))
        yield database
