"""Cycles are collected on the main thread only, in small pieces, and the long walk waits for the end of a call."""

from __future__ import annotations

import gc
import threading
import weakref
from collections.abc import Iterator
from typing import ClassVar

import pytest
from pytestqt.qtbot import QtBot

from app.ui.collector import OLD_ROUNDS, Collector


class Knot:
    """An object that only the collector can free; it notes the thread that does."""

    freed_in: ClassVar[list[int]] = []

    def __init__(self) -> None:
        self.me = self
        weakref.finalize(self, lambda: Knot.freed_in.append(threading.get_ident()))


@pytest.fixture(autouse=True)
def _collector_as_before() -> Iterator[None]:
    was_on = gc.isenabled()
    Knot.freed_in = []
    gc.collect()
    yield
    (gc.enable if was_on else gc.disable)()


def litter() -> None:
    """Makes enough knots for a collection to be due."""
    for _ in range(3 * gc.get_threshold()[0]):
        Knot()


def test_a_working_thread_frees_nothing_and_the_main_thread_does(qtbot: QtBot) -> None:
    gc.enable()
    collector = Collector(lambda: False)
    collector.begin()
    worker = threading.Thread(target=litter)
    worker.start()
    worker.join()
    assert Knot.freed_in == []
    qtbot.waitUntil(lambda: bool(Knot.freed_in), timeout=5_000)
    assert set(Knot.freed_in) == {threading.main_thread().ident}
    collector.end()
    assert gc.isenabled()


def test_old_objects_are_walked_seldom_and_never_during_a_call() -> None:
    gc.enable()
    busy = True
    collector = Collector(lambda: not busy)
    collector.begin()
    assert 2 not in {collector.look() for _ in range(2 * OLD_ROUNDS)}
    busy = False
    assert collector.look() == 2
    assert collector.look() != 2
    collector.end()


def test_a_collector_that_somebody_switched_off_stays_off() -> None:
    gc.disable()
    collector = Collector(lambda: True)
    collector.begin()
    collector.end()
    assert not gc.isenabled()
