"""What every test gets: no display needed, no example against the clock, and no window may be left behind."""

from __future__ import annotations

import gc
import itertools
import os
import sys
from collections.abc import Iterator

import pytest
from hypothesis import settings

settings.register_profile("house", deadline=None)
settings.load_profile("house")

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")


FULL_COLLECTION_EVERY = 150
"""Tests between two walks of the whole heap."""
_tests = itertools.count(1)

# A worker's thread that happens to collect would take windows apart that only the main thread may touch (see
# app/ui/collector.py); so in tests too, cycles are collected on the main thread only, after each test.
gc.disable()


@pytest.fixture(autouse=True)
def _collect_on_the_main_thread() -> Iterator[None]:
    yield
    gc.collect(1 if next(_tests) % FULL_COLLECTION_EVERY else 2)


def _windows() -> set[object]:
    widgets = sys.modules.get("PySide6.QtWidgets")
    if widgets is None or widgets.QApplication.instance() is None:
        return set()
    return set(widgets.QApplication.topLevelWidgets())


def _delete_what_waits() -> None:
    core = sys.modules.get("PySide6.QtCore")
    if core is not None and core.QCoreApplication.instance() is not None:
        core.QCoreApplication.sendPostedEvents(None, core.QEvent.Type.DeferredDelete)


@pytest.fixture(autouse=True)
def _no_window_left_behind() -> Iterator[None]:
    before = _windows()
    yield
    _delete_what_waits()
    if _windows() - before:
        gc.collect()
        _delete_what_waits()
    left = _windows() - before
    assert not left, f"windows left behind: {left}"
