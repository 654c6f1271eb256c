"""The calendar file says what was agreed, in any calendar and on any disk."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar

from app.leads.followup import FollowUp, calendar_text, file_name

STAMP = datetime(2026, 11, 24, 10, tzinfo=UTC)
PRAGUE = ZoneInfo("Europe/Prague")


def entry(follow_up: FollowUp) -> Any:
    calendar = Calendar.from_ical(calendar_text(follow_up, STAMP))
    return calendar.walk("VEVENT")[0]


def test_timed_entry_is_in_utc_and_reminds() -> None:
    event = entry(
        FollowUp(
            "01", datetime(2026, 11, 25, 9, tzinfo=PRAGUE), "Zavolat: Žaneta", "Přivést účetní,\nne dřív"
        )
    )
    assert event["dtstart"].dt == datetime(2026, 11, 25, 8, tzinfo=UTC)
    assert event["dtend"].dt == datetime(2026, 11, 25, 8, 30, tzinfo=UTC)
    assert (str(event["summary"]), str(event["description"])) == (
        "Zavolat: Žaneta",
        "Přivést účetní,\nne dřív",
    )
    assert str(event["uid"]) == "01@callcue"
    assert len(event.walk("VALARM")) == 1


def test_whole_day_entry_blocks_no_time() -> None:
    event = entry(FollowUp("01", date(2026, 12, 1), "Call"))
    assert event["dtstart"].dt == date(2026, 12, 1)
    assert event["dtend"].dt == date(2026, 12, 2)
    assert event["transp"] == "TRANSPARENT"
    assert not event.walk("VALARM")


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Call Jana", "2026-12-01 Call Jana.ics"),
        ('a/b\\c:d*e?"f<g>h|i', "2026-12-01 a b c d e f g h i.ics"),
        ("..", "2026-12-01.ics"),
    ],
)
def test_file_name_fits_every_disk(title: str, name: str) -> None:
    assert file_name(FollowUp("01", date(2026, 12, 1), title)) == name


@given(st.text(max_size=300), st.text(max_size=300))
def test_any_words_make_a_readable_file(title: str, notes: str) -> None:
    event = entry(FollowUp("01", date(2026, 12, 1), title, notes))
    assert event["dtstart"].dt == date(2026, 12, 1)
    assert "/" not in file_name(FollowUp("01", date(2026, 12, 1), title))
