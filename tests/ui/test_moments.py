"""Days and times in words, in both languages."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from app.playbook.vocabulary import Lang
from app.ui.moments import clock_words, day_words, long_day, moment_words
from app.ui.words import Words

NOW = datetime(2026, 11, 24, 12, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    ("lang", "days", "word"),
    [
        (Lang.EN, 0, "today"),
        (Lang.EN, -1, "yesterday"),
        (Lang.EN, 1, "tomorrow"),
        (Lang.CS, 0, "dnes"),
        (Lang.CS, -1, "včera"),
        (Lang.CS, 1, "zítra"),
    ],
)
def test_near_days_have_names(words: Words, lang: Lang, days: int, word: str) -> None:
    words.switch(lang)
    assert moment_words(NOW + timedelta(days=days), NOW).startswith(word)


def test_far_days_are_dates(words: Words) -> None:
    words.switch(Lang.CS)
    assert moment_words(NOW + timedelta(days=9), NOW).startswith("3. 12. ")
    assert "2026" not in moment_words(NOW + timedelta(days=9), NOW)
    assert moment_words(NOW - timedelta(days=365), NOW).startswith("24. 11. 2025 ")
    words.switch(Lang.EN)
    assert day_words(NOW) == "24 Nov 2026"
    assert long_day(NOW) == "Tuesday 24 November"


def test_lengths_of_time() -> None:
    assert [clock_words(ms) for ms in (-5, 0, 61_000, 3_661_000)] == ["0:00", "0:00", "1:01", "1:01:01"]
