"""Presses the keys of a call in the live window with a real journal behind it, and times every turn of its event loop."""

from __future__ import annotations

import gc
import time
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEventLoop

from app.bootstrap import build_services
from app.scripts.benchmarks.live import LiveBench
from app.settings import Settings
from app.ui.collector import Collector
from app.ui.journal_relay import JournalRelay

_LINES, _OBJECTIONS = 5000, 2000
_BETWEEN_KEYS = 0.04


def stalls(home: Path, keys: int) -> list[float]:
    """Milliseconds of processor time of each turn of the event loop while ``keys`` keys are pressed.

    Processor time, not wall time: what other programs take from this machine is no stall of ours.
    """
    services = build_services(Settings(), home)
    relay = JournalRelay()
    services.journal.listen(relay)
    bench = LiveBench(_LINES, _OBJECTIONS, services.journal, relay)
    busy: list[float] = []
    # As in the program: what was loaded is set aside, and during a call only young objects are collected.
    gc.collect()
    gc.freeze()
    collector = Collector(_in_a_call)
    collector.begin()
    try:
        for _ in range(keys):
            bench.be_in_a_call()
            busy += _made_ahead(bench)
            busy.append(_turn(bench.press_next))
            until = time.monotonic() + _BETWEEN_KEYS
            while time.monotonic() < until:
                busy.append(_turn(_idle))
    finally:
        collector.end()
        gc.unfreeze()
        bench.close()
        services.close()
    return busy


def _made_ahead(bench: LiveBench) -> list[float]:
    """The turns in which the window makes ahead what panels will need; none once that is done."""
    busy: list[float] = []
    more = True

    def make() -> None:
        nonlocal more
        more = bench.make_ahead()

    while more:
        busy.append(_turn(make))
    return busy


def _in_a_call() -> bool:
    """Never at rest."""
    return False


def _turn(act: Callable[[], None]) -> float:
    start = time.thread_time_ns()
    act()
    return (time.thread_time_ns() - start) / 1e6


def _idle() -> None:
    QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents)
    time.sleep(0.001)
