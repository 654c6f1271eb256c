"""The machine's own zone keeps wall time right over changes of the clock."""

from __future__ import annotations

import time
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from app.leads.zone import SystemZone, local_now

PRAGUE = ZoneInfo("Europe/Prague")

pytestmark = pytest.mark.skipif(
    not hasattr(time, "tzset"), reason="the zone of the process cannot be set here"
)


@pytest.fixture(autouse=True)
def _in_prague(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setenv("TZ", "Europe/Prague")
    time.tzset()
    yield
    monkeypatch.undo()
    time.tzset()


@pytest.mark.parametrize("hour", range(48))
@pytest.mark.parametrize(
    "day", [datetime(2026, 3, 28, 12, 30, tzinfo=UTC), datetime(2026, 10, 24, 12, 30, tzinfo=UTC)]
)
def test_agrees_with_the_zone_database_around_changes(day: datetime, hour: int) -> None:
    moment = day + timedelta(hours=hour)
    assert local_now(moment).isoformat() == moment.astimezone(PRAGUE).isoformat()


def test_wall_times_get_their_offset() -> None:
    zone = SystemZone()
    assert datetime(2026, 7, 1, 9, tzinfo=zone).utcoffset() == timedelta(hours=2)
    assert datetime(2026, 12, 1, 9, tzinfo=zone).utcoffset() == timedelta(hours=1)
    assert datetime(2026, 7, 1, 9, tzinfo=zone).tzname() == "CEST"
    assert datetime(2026, 7, 1, 9, tzinfo=zone).astimezone(UTC) == datetime(2026, 7, 1, 7, tzinfo=UTC)
