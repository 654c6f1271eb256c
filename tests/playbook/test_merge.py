"""Merge fields: filled in, fallen back on, or shown as a gap; never a failure."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.playbook.merge import Field, Stray, fields_of, parts, plain, render

VALUES = {"lead.first_name": "Ana", "hours": "3", "lead.page": "", "rep.name": "{lead.first_name}"}


def shown(text: str) -> str:
    return render(text, VALUES.get, lambda name: f"‹{name}›")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", ""),
        ("No field.", "No field."),
        ("Hello {lead.first_name}!", "Hello Ana!"),
        ("{hours} h", "3 h"),
        ("{ hours } h", "3 h"),
        ("At {lead.page|our page}.", "At our page."),
        ("At {lead.page| our page }.", "At our page."),
        ("At {lead.page}.", "At ‹lead.page›."),
        ("At {lead.page|}.", "At ."),
        ("{lead.first_name|you}", "Ana"),
        ("{{lead.first_name}}", "{lead.first_name}"),
        ("{{{hours}}}", "{3}"),
        ("a } b { c", "a } b { c"),
        ("{}", "{}"),
        ("{two words}", "{two words}"),
        ("{a{b}", "{a‹b›"),
        ("{rep.name}", "{lead.first_name}"),
        ("{lead.extra.Size}", "‹lead.extra.Size›"),
    ],
)
def test_fields_are_filled_in(text: str, expected: str) -> None:
    assert shown(text) == expected


def test_fields_and_stray_braces_know_their_place() -> None:
    text = "Hi {lead.page|you}, } {hours}"
    assert fields_of(text) == (Field("lead.page", "you", 3, 18), Field("hours", None, 22, 29))
    assert [one for one in parts(text) if isinstance(one, Stray)] == [Stray("}", 20, 21)]
    assert [text[one.start : one.end] for one in fields_of(text)] == ["{lead.page|you}", "{hours}"]


def test_plain_text_for_counting_has_fallbacks_and_stand_ins() -> None:
    assert plain("At {lead.page|our page}, {hours} h") == "At our page, … h"


@given(st.text(alphabet="ab{}|. ", max_size=40))
def test_no_text_fails_and_all_of_it_is_shown_or_named(text: str) -> None:
    pieces = parts(text)
    rebuilt = "".join(
        text[one.start : one.end]
        if isinstance(one, Field | Stray)
        else one.replace("{", "{{").replace("}", "}}")
        for one in pieces
    )
    assert parts(rebuilt) == pieces or "{{" in text or "}}" in text
    assert isinstance(shown(text), str)


@given(st.text(max_size=40))
def test_escaped_text_comes_back_as_it_was(text: str) -> None:
    assert shown(text.replace("{", "{{").replace("}", "}}")) == text
