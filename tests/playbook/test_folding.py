"""Folding makes spellings comparable."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.playbook.folding import fold


@pytest.mark.parametrize(
    ("written", "folded"),
    [
        ("Příliš žluťoučký kůň", "prilis zlutoucky kun"),
        ("Too EXPENSIVE", "too expensive"),
        ("Straße", "strasse"),
        ("ﬁne №7", "fine no7"),
        ("👍 ok", "👍 ok"),
        ("", ""),
    ],
)
def test_marks_and_case_are_gone(written: str, folded: str) -> None:
    assert fold(written) == folded


@given(st.text())
def test_folding_twice_changes_nothing(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(st.text(alphabet=st.characters(max_codepoint=0x17F, exclude_characters="ı")))
def test_case_never_matters_in_latin_script(text: str) -> None:
    assert fold(text.upper()) == fold(text.lower())
