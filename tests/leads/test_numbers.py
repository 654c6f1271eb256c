"""Phone numbers are found again however they are written."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.leads.numbers import e164, read_number, shown


@pytest.mark.parametrize(
    "written",
    ["601 123 456", "601123456", "+420 601 123 456", "00420601123456", "tel:+420601123456", "(601) 123-456", " 601/123/456 "],
)  # fmt: skip
def test_many_ways_to_write_one_number(written: str) -> None:
    assert e164(written, "cz") == "+420601123456"


def test_display_leaves_the_home_prefix_out() -> None:
    assert shown("+420601123456") == "601 123 456"
    assert shown("+420601123456", "GB") == "+420 601 123 456"
    assert shown("020 7946 0018", "GB") == "020 7946 0018"


def test_country_and_link() -> None:
    number = read_number("020 7946 0018 ext. 12", "GB")
    assert number is not None
    assert (number.country, number.extension, number.uri) == ("GB", "12", "tel:+442079460018;ext=12")


@pytest.mark.parametrize("written", ["", "neznámé", "12", "+", "999999999999999999", "+000"])
def test_what_is_no_number_stays_as_written(written: str) -> None:
    assert e164(written) == ""
    assert shown(written) == written.strip()


def test_possible_but_never_given_out_is_not_trusted() -> None:
    number = read_number("123 456 789")
    assert number is not None
    assert not number.valid
    assert e164("123 456 789") == ""


@given(st.text(max_size=40))
def test_any_text_gives_a_number_that_reads_back_or_nothing(text: str) -> None:
    number = read_number(text)
    if number is not None:
        again = read_number(number.e164)
        assert again is not None
        assert again.e164 == number.e164
