"""Makes calls up in a process beside, so that they are written while the next ones are being made."""

from __future__ import annotations

import contextlib
import gc
import signal
from collections.abc import Generator
from dataclasses import dataclass
from datetime import datetime
from itertools import islice
from multiprocessing import get_context
from typing import TYPE_CHECKING

from app.call.events import CallStarted
from app.playbook.source import Source
from app.review.projection import PlaybookParts, parts_of
from app.scripts.maker import Maker, Shelf, shelf
from app.store.bulk import keep_sources, store_batches
from app.store.drafting import Batch, Drafting

if TYPE_CHECKING:
    from multiprocessing.connection import Connection

    from app.store.database import Database

BESIDE_FROM = 20_000
"""Fewer calls are made sooner than a process has begun."""
_AT_ONCE = 2_000


@dataclass(frozen=True, slots=True)
class Order:
    """How many calls to make up, from which seed, up to which moment; ``country`` is where numbers are dialled."""

    calls: int
    seed: int
    now: datetime
    country: str = "CZ"


class MakingFailed(Exception):
    """The process beside ended before it was done."""


def sources(shelf: Shelf) -> list[Source]:
    """The exact texts that the calls are made with."""
    return [source for _, source in shelf.values()]


def batches(order: Order) -> Generator[Batch]:
    """The calls, drawn up batch by batch.

    Raises:
        MakingFailed: The process that many calls are made in ended before it was done.
    """
    return _made_beside(order) if order.calls >= BESIDE_FROM else _made(order)


def fill(database: Database, order: Order) -> None:
    """Stores the calls with their texts in a database that is there."""
    keep_sources(database, sources(shelf()))
    with contextlib.closing(batches(order)) as made:
        store_batches(database, made)


def _made(order: Order) -> Generator[Batch]:
    books = shelf()
    parts = {source.revision: parts_of(playbook) for playbook, source in books.values()}

    def of(started: CallStarted, _at: datetime) -> PlaybookParts:
        return parts[started.playbook_revision]

    drafting = Drafting(order.country, of)
    waiting = Maker(books, order.calls, order.seed, order.now).calls()
    while part := list(islice(waiting, _AT_ONCE)):
        yield drafting.batch(part)


def _made_beside(order: Order) -> Generator[Batch]:
    context = get_context("spawn")
    receiver, sender = context.Pipe(duplex=False)
    process = context.Process(target=_send, args=(order, sender), daemon=True)
    process.start()
    sender.close()  # so that the end is seen when the process dies
    try:
        while (batch := _received(receiver)) is not None:
            yield batch
    finally:
        receiver.close()
        process.terminate()
        process.join()


def _received(receiver: Connection) -> Batch | None:
    try:
        found: Batch | None = receiver.recv()
    except EOFError as error:
        raise MakingFailed from error
    return found


def _send(order: Order, sender: Connection) -> None:
    """Runs in the process beside. Ctrl+C is for the one that writes, which then ends this one."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    gc.disable()  # thousands of walked calls are kept to the end; looking through them again and again takes a sixth
    with contextlib.suppress(BrokenPipeError), sender:
        for batch in _made(order):
            sender.send(batch)
        sender.send(None)
