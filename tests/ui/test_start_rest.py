"""The collector rests while the program is loaded, and works again afterwards."""

from __future__ import annotations

import gc
from collections.abc import Iterator

import pytest

from app.ui.start_rest import StartRest


@pytest.fixture(autouse=True)
def _collector_as_before() -> Iterator[None]:
    was_on = gc.isenabled()
    yield
    gc.unfreeze()
    (gc.enable if was_on else gc.disable)()


def test_the_collector_rests_and_works_again() -> None:
    gc.enable()
    rest = StartRest()
    assert not gc.isenabled()
    rest.end()
    assert gc.isenabled()
    assert gc.get_freeze_count() > 0


def test_it_ends_once() -> None:
    gc.enable()
    rest = StartRest()
    rest.end()
    gc.disable()
    rest.end()
    assert not gc.isenabled()


def test_a_collector_that_somebody_switched_off_is_left_alone() -> None:
    gc.disable()
    StartRest().end()
    assert not gc.isenabled()
