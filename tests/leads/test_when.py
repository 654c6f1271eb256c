"""A rep's words become the moment that a colleague would write down."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.leads.when import When, read_when, when_at, when_from, when_on

PRAGUE = ZoneInfo("Europe/Prague")
NOW = datetime(2026, 11, 24, 11, 30, tzinfo=PRAGUE)
"""A Tuesday."""


def read(words: str, lang: str = "cs", now: datetime = NOW) -> str:
    found = read_when(words, now, lang)
    assert found is not None, words
    return found.iso.removesuffix(":00+01:00").removesuffix("+01:00") if found.moment else found.iso


CZECH = [
    ("zítra 9", "2026-11-25T09"),
    ("ZITRA V 9.30", "2026-11-25T09:30"),
    ("zejtra v devět hodin", "2026-11-25T09"),
    ("pozítří v 14:30", "2026-11-26T14:30"),
    ("v pátek", "2026-11-27"),
    ("pá 9-10", "2026-11-27T09"),
    ("v úterý", "2026-12-01"),
    ("út 9", "2026-12-01T09"),
    ("příští úterý odpoledne", "2026-12-01T14"),
    ("příští týden ve čtvrtek dopoledne", "2026-12-03T09"),
    ("přespříští týden", "2026-12-07"),
    ("za týden v úterý v 9", "2026-12-01T09"),
    ("za hodinu", "2026-11-24T12:30"),
    ("za hodinu a půl", "2026-11-24T13"),
    ("za půl hodiny", "2026-11-24T12"),
    ("za 1 h 20 min", "2026-11-24T12:50"),
    ("za 20 min", "2026-11-24T11:50"),
    ("za týden", "2026-12-01"),
    ("za čtrnáct dní v 9", "2026-12-08T09"),
    ("za měsíc", "2026-12-24"),
    ("za půl roku", "2027-05-24"),
    ("24.12.", "2026-12-24"),
    ("24. 12. 2026 9:00", "2026-12-24T09"),
    ("24.12.9:00", "2026-12-24T09"),
    ("24. prosince v 10", "2026-12-24T10"),
    ("24/12 9", "2026-12-24T09"),
    ("23.11.", "2027-11-23"),
    ("29. 2.", "2028-02-29"),
    ("15. v 9", "2026-12-15T09"),
    ("po 15.", "2026-12-16"),
    ("po 15. 1.", "2027-01-18"),
    ("po 30. 11. v 9", "2026-11-30T09"),
    ("po 9", "2026-11-30T09"),
    ("konec měsíce", "2026-11-30"),
    ("koncem ledna", "2027-01-29"),
    ("v lednu", "2027-01-01"),
    ("konec příštího týdne", "2026-12-04"),
    ("dopoledne", "2026-11-25T09"),
    ("odpoledne", "2026-11-24T14"),
    ("zítra ráno", "2026-11-25T08"),
    ("dnes večer", "2026-11-24T18"),
    ("zítra po obědě ve 2", "2026-11-25T14"),
    ("půl třetí", "2026-11-24T14:30"),
    ("zítra ve tři čtvrtě na tři", "2026-11-25T14:45"),
    ("9", "2026-11-25T09"),
    ("3", "2026-11-24T15"),
    ("ve 3 ráno", "2026-11-25T03"),
    ("zavolat zítra kolem 10", "2026-11-25T10"),
    ("ve středu mezi 9 a 11", "2026-11-25T09"),
    ("o víkendu", "2026-11-28"),
    ("po Novém roce", "2027-01-04"),
]
ENGLISH = [
    ("tomorrow 9", "2026-11-25T09"),
    ("tomorrow at nine", "2026-11-25T09"),
    ("tomorrow morning", "2026-11-25T09"),
    ("day after tomorrow 10", "2026-11-26T10"),
    ("next tue 3pm", "2026-12-01T15"),
    ("this monday", "2026-11-30"),
    ("thursday next week", "2026-12-03"),
    ("in 2 weeks", "2026-12-08"),
    ("in two weeks on monday", "2026-12-07"),
    ("in an hour and a half", "2026-11-24T13"),
    ("in half an hour", "2026-11-24T12"),
    ("20 min", "2026-11-24T11:50"),
    ("12/24 9am", "2026-12-24T09"),
    ("24/12", "2026-12-24"),
    ("Dec 24 9am", "2026-12-24T09"),
    ("24th of December at noon", "2026-12-24T12"),
    ("2026-12-24", "2026-12-24"),
    ("2026-12-24T09:30", "2026-12-24T09:30"),
    ("end of month", "2026-11-30"),
    ("end of the week", "2026-11-27"),
    ("mid january", "2027-01-15"),
    ("after the 15th", "2026-12-16"),
    ("after lunch", "2026-11-24T13"),
    ("tonight", "2026-11-24T18"),
    ("3am", "2026-11-25T03"),
    ("15:30", "2026-11-24T15:30"),
    ("0930", "2026-11-25T09:30"),
    ("half past two", "2026-11-24T14:30"),
    ("quarter to 3", "2026-11-24T14:45"),
    ("wed 10-11", "2026-11-25T10"),
    ("9.30", "2026-11-25T09:30"),
    ("call back friday after lunch", "2026-11-27T13"),
]


@pytest.mark.parametrize(("words", "iso"), CZECH)
def test_czech_words(words: str, iso: str) -> None:
    assert read(words) == iso


@pytest.mark.parametrize(("words", "iso"), ENGLISH)
def test_english_words(words: str, iso: str) -> None:
    assert read(words, "en") == iso


@pytest.mark.parametrize(
    "words",
    ["", "nevím", "maybe", "zítra pozítří", "zítra 9 10:30", "pátek 1.12.", "31. 2.", "35", "9:75", "za 9999 let", "²",
     "dnes 9", "24. 11. 9:00", "2025-01-01", "za hodinu v pátek", "po 15. po", "13pm", "zítra" * 100],
)  # fmt: skip
def test_no_date_past_or_contradicting_words_give_nothing(words: str) -> None:
    assert read_when(words, NOW, "cs") is None


def test_says_the_moment_back() -> None:
    assert _understood("zítra 9", "cs") == "středa 25. 11. v 9:00"
    assert _understood("ve 3 ráno", "cs") == "středa 25. 11. ve 03:00"
    assert _understood("2027-01-15", "cs") == "pátek 15. 1. 2027"
    assert _understood("next tue 3pm", "en") == "Tuesday 1 December at 3:00 pm"
    assert _understood("2027-01-15", "en") == "Friday 15 January 2027"


def _understood(words: str, lang: str) -> str:
    found = read_when(words, NOW, lang)
    assert found is not None
    return found.understood


def test_part_of_today_that_has_begun_means_soon() -> None:
    assert read("odpoledne", now=NOW.replace(hour=15, minute=10)) == "2026-11-24T15:30"
    assert read("odpoledne", now=NOW.replace(hour=17, minute=10)) == "2026-11-25T14"


def test_wall_time_stays_over_the_autumn_change() -> None:
    before = datetime(2026, 10, 24, 10, tzinfo=PRAGUE)
    found = read_when("zítra 9", before, "cs")
    assert found is not None
    assert found.iso == "2026-10-25T09:00+01:00"


def test_span_of_hours_counts_real_hours_over_a_change() -> None:
    before = datetime(2026, 3, 29, 1, 30, tzinfo=PRAGUE)
    found = read_when("za hodinu", before, "cs")
    assert found is not None
    assert found.iso == "2026-03-29T03:30+02:00"


def test_time_that_the_spring_change_leaves_out_moves_ahead() -> None:
    found = read_when("zítra 02:30", datetime(2026, 3, 28, 10, tzinfo=PRAGUE), "cs")
    assert found is not None
    assert found.iso == "2026-03-29T03:30+02:00"


def test_repeated_autumn_hour_means_the_one_still_ahead() -> None:
    second_pass = datetime(2026, 10, 25, 2, 40, fold=1, tzinfo=PRAGUE)
    found = read_when("02:50", second_pass, "cs")
    assert found is not None
    assert found.iso == "2026-10-25T02:50+01:00"


def test_calendar_choice_and_iso_round_trip() -> None:
    picked = when_at(datetime(2026, 12, 1, 15, tzinfo=PRAGUE), NOW, "en")
    assert when_from(picked.iso, NOW, "en") == picked
    day = when_on(date(2026, 12, 1), NOW, "cs")
    assert (day.moment, day.iso, when_from(day.iso, NOW, "cs")) == (None, "2026-12-01", day)
    assert when_from("2026-12-01T15:00", NOW, "en") == picked
    assert when_from("soon", NOW, "en") is None


MOMENTS = st.datetimes(
    datetime(2020, 1, 1),  # noqa: DTZ001 - the strategy adds the zone
    datetime(2060, 1, 1),  # noqa: DTZ001
    timezones=st.just(PRAGUE),
)
_PIECES = sorted({word for words, _ in CZECH + ENGLISH for word in words.split()})


def _holds(found: When | None, now: datetime, lang: str) -> None:
    if found is None:
        return
    assert found.day >= now.date()
    if found.moment is not None:
        assert found.moment.astimezone(UTC) >= now.astimezone(UTC)
        assert found.moment.tzinfo is now.tzinfo
        assert found.day == found.moment.date()
    again = read_when(found.understood, now, lang)
    assert again is not None, found.understood
    assert (again.moment, again.day) == (found.moment, found.day)


@given(
    words=st.lists(st.sampled_from(_PIECES), max_size=5).map(" ".join),
    now=MOMENTS,
    lang=st.sampled_from(["en", "cs"]),
)
def test_known_words_in_any_order_keep_the_promises(words: str, now: datetime, lang: str) -> None:
    _holds(read_when(words, now, lang), now, lang)


@given(words=st.text(max_size=60), now=MOMENTS, lang=st.sampled_from(["en", "cs", "de"]))
def test_any_text_keeps_the_promises(words: str, now: datetime, lang: str) -> None:
    _holds(read_when(words, now, lang), now, lang)


@given(now=MOMENTS, lang=st.sampled_from(["en", "cs"]), minutes=st.integers(1, 3 * 365 * 24 * 60))
def test_every_moment_ahead_is_read_back_from_its_words(now: datetime, lang: str, minutes: int) -> None:
    later = (
        (now.astimezone(UTC) + timedelta(minutes=minutes))
        .astimezone(PRAGUE)
        .replace(second=0, microsecond=0, fold=0)
    )
    if later.astimezone(UTC) >= now.astimezone(UTC):
        found = when_at(later, now, lang)
        again = read_when(found.understood, now, lang)
        assert again is not None
        assert again.moment == found.moment
