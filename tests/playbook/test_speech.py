"""Seconds aloud: syllables of both languages, breaths, and fields that are not known yet."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.playbook.speech import seconds_aloud, syllables, words_of
from app.playbook.vocabulary import Lang


@pytest.mark.parametrize(
    ("text", "lang", "expected"),
    [
        ("", Lang.EN, 0),
        ("…", Lang.EN, 0),
        ("hours", Lang.EN, 1),
        ("a while", Lang.EN, 2),
        ("the people there", Lang.EN, 4),
        ("booking", Lang.EN, 2),
        ("Kolik hodin týdně vám dnes zabere papír?", Lang.CS, 13),
        ("čtvrtek", Lang.CS, 2),
        ("vlk", Lang.CS, 1),
        ("mouka", Lang.CS, 2),
        ("brzy", Lang.CS, 2),
        ("42", Lang.EN, 4),
    ],
)
def test_syllables(text: str, lang: Lang, expected: int) -> None:
    assert syllables(text, lang) == expected


def test_a_calm_english_minute_has_some_hundred_and_seventy_words() -> None:
    sentence = "Most of our customers were losing several hours every evening before they started using it."
    words = 60 / seconds_aloud(" ".join([sentence] * 20), "en") * len(sentence.split()) * 20
    assert 120 < words < 200


def test_a_breath_is_taken_at_the_end_of_a_sentence() -> None:
    assert seconds_aloud("One. Two.", "en") == pytest.approx(seconds_aloud("One two", "en") + 0.3)
    assert seconds_aloud("One... two", "en") == pytest.approx(seconds_aloud("One two", "en") + 0.3)


def test_a_field_is_one_word_and_takes_a_name_s_time() -> None:
    assert words_of("Hello {lead.first_name}, this is {rep.name|our team} – good day.") == [
        "Hello",
        "example,",
        "this",
        "is",
        "our",
        "team",
        "good",
        "day.",
    ]
    assert seconds_aloud("{lead.first_name}", "en") == seconds_aloud("example", "en")


@given(st.text(max_size=200), st.sampled_from(["en", "cs", "xx"]))
def test_any_text_takes_some_time(text: str, lang: str) -> None:
    assert seconds_aloud(text, lang) >= 0
    assert seconds_aloud(text + " word", lang) > seconds_aloud(text, lang) - 0.3
