"""A signal of the system closes the window in its own time, and Python gets its handlers back."""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from app.ui.stop_signals import SIGNALS, StopSignals

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="no process sends itself signals there")


@pytest.fixture
def signals_heard() -> Iterator[None]:
    """Signals as a program finds them that was not started with some switched off, as by ``nohup``."""
    before = {one: signal.signal(one, signal.SIG_DFL) for one in SIGNALS}
    yield
    for one, handler in before.items():
        signal.signal(one, handler)


@pytest.mark.usefixtures("signals_heard")
@pytest.mark.parametrize("number", SIGNALS, ids=str)
def test_a_signal_is_told_on_the_windows_thread(qtbot: QtBot, number: signal.Signals) -> None:
    before = {one: signal.getsignal(one) for one in SIGNALS}
    stop = StopSignals()
    stop.watch()
    try:
        with qtbot.waitSignal(stop.asked):
            os.kill(os.getpid(), number)
        assert stop.number == number
    finally:
        stop.close()
    assert {one: signal.getsignal(one) for one in SIGNALS} == before
    stop.close()


def test_a_signal_that_the_system_has_switched_off_stays_so() -> None:
    before = signal.signal(signal.SIGHUP, signal.SIG_IGN)
    stop = StopSignals()
    try:
        stop.watch()
        assert signal.getsignal(signal.SIGHUP) is signal.SIG_IGN
    finally:
        stop.close()
        signal.signal(signal.SIGHUP, before)
