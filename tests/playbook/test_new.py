"""A new playbook is sound from its first minute, whatever it is called."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.playbook.checks import check
from app.playbook.new import id_for, template
from app.playbook.reading import Reading, read
from app.playbook.source import Source, SourceFile


def reading_of(text: str) -> Reading:
    """The reading of one file."""
    return read(Source((SourceFile("new.yaml", text.encode()),)))


@pytest.mark.parametrize("lang", ["en", "cs"])
def test_nothing_is_wrong_with_it_but_its_sample_story(lang: str) -> None:
    reading = reading_of(template("My first call", lang))
    assert [one.code for one in (*reading.problems, *check(reading))] == ["CC109"]
    assert reading.playbook is not None
    assert (reading.playbook.id, reading.playbook.lang, reading.playbook.title) == (
        "my-first-call",
        lang,
        "My first call",
    )


def test_both_languages_are_sisters() -> None:
    english, czech = (reading_of(template("My first call", lang)) for lang in ("en", "cs"))
    assert czech.draft is not None
    found = check(english, sisters=[("cs.yaml", czech.draft)])
    assert [one.code for one in found] == ["CC109"]


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Příchozí poptávka", "prichozi-poptavka"),
        ("  2nd  call!! ", "playbook-2nd-call"),
        ("???", "playbook"),
        ("", "playbook"),
        ("A_b", "a-b"),
    ],
)
def test_ids_are_made_of_titles(title: str, name: str) -> None:
    assert id_for(title) == name


@given(
    st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs", "Cn", "Co"]), max_size=30),
    st.sampled_from(["en", "cs"]),
)
def test_any_title_gives_a_sound_playbook(title: str, lang: str) -> None:
    reading = reading_of(template(title, lang))
    assert reading.playbook is not None
    assert reading.playbook.title == (" ".join(title.split()) or reading.playbook.id)
