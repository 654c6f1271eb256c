"""What phones tell is taken only when every part of it is as agreed."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.call.people import Direction
from app.leads.screen_pop import (
    LONGEST_ADDRESS,
    LONGEST_NAME,
    Pop,
    PopEvent,
    PopRefused,
    PopSlip,
    pop_of,
    read_address,
)

NUMBER = "%2B420777123456"


def test_a_whole_address() -> None:
    pop = read_address(
        f"callcue://call?number={NUMBER}&dir=out&event=answered&name=Sample%20Pek%C3%A1rna&duration=12"
    )
    assert (pop.number.e164, pop.number.display) == ("+420777123456", "777 123 456")
    assert (pop.direction, pop.event, pop.name) == (Direction.OUTBOUND, PopEvent.ANSWERED, "Sample Pekárna")


@pytest.mark.parametrize(
    "address",
    [
        "callcue://call?number=+420777123456",
        "callcue://call/?number=777123456",
        "CALLCUE://CALL?number=777%20123%20456",
        "callcue://call?number=tel:+420777123456",
        "callcue://call?number=00420777123456",
    ],
)
def test_numbers_as_phones_write_them(address: str) -> None:
    pop = read_address(address)
    assert pop.number.e164 == "+420777123456"
    assert (pop.direction, pop.event, pop.name) == (Direction.INBOUND, PopEvent.RINGING, "")


def test_local_numbers_belong_to_the_country_of_the_settings() -> None:
    assert read_address("callcue://call?number=0903123456", "SK").number.e164 == "+421903123456"


def test_a_name_that_a_phone_did_not_escape() -> None:
    assert read_address("callcue://call?number=777123456&name=Žaneta Ukázková").name == "Žaneta Ukázková"
    assert read_address("callcue://call?number=777123456&name=Sample+Bakery").name == "Sample Bakery"


@pytest.mark.parametrize(
    ("address", "slip"),
    [
        ("", PopSlip.ADDRESS),
        ("https://call?number=777123456", PopSlip.ADDRESS),
        ("callcue:call?number=777123456", PopSlip.ADDRESS),
        ("callcue://", PopSlip.VERB),
        ("callcue://open?number=777123456", PopSlip.VERB),
        ("callcue://call:80?number=777123456", PopSlip.VERB),
        ("callcue://me@call?number=777123456", PopSlip.VERB),
        ("callcue://call/now?number=777123456", PopSlip.ADDRESS),
        ("callcue://call?number=777123456#now", PopSlip.ADDRESS),
        ("callcue://call?number=777123456\n", PopSlip.ADDRESS),
        ("callcue://call?number=777123456&name=%zz", PopSlip.ADDRESS),
        ("callcue://call?number=777123456&name=%ff", PopSlip.ADDRESS),
        ("callcue://call?number=777123456&db=/etc", PopSlip.PARAMETER),
        ("callcue://call?number=777123456&&", PopSlip.TWICE),
        ("callcue://call?number=777123456&number=777123457", PopSlip.TWICE),
        ("callcue://call?number=777123456&", PopSlip.PARAMETER),
        ("callcue://call", PopSlip.NUMBER),
        ("callcue://call?number=", PopSlip.NUMBER),
        ("callcue://call?number=$number$", PopSlip.NUMBER),
        ("callcue://call?number=anonymous", PopSlip.NUMBER),
        ("callcue://call?number=12", PopSlip.NUMBER),
        ("callcue://call?number=" + "7" * 60, PopSlip.NUMBER),
        ("callcue://call?number=777123456&dir=sideways", PopSlip.DIRECTION),
        ("callcue://call?number=777123456&event=RINGING", PopSlip.EVENT),
        ("callcue://call?number=777123456&duration=-1", PopSlip.DURATION),
        ("callcue://call?number=777123456&duration=%D9%A1", PopSlip.DURATION),
        ("callcue://call?number=777123456&name=" + "a" * (LONGEST_NAME + 1), PopSlip.NAME),
        ("callcue://call?number=777123456&name=%E2%80%AEabc", PopSlip.NAME),
        ("callcue://call?number=777123456&name=a%0Ab", PopSlip.NAME),
        ("callcue://call?number=777123456&name=" + "a" * LONGEST_ADDRESS, PopSlip.ADDRESS),
    ],
)
def test_everything_else_is_refused(address: str, slip: PopSlip) -> None:
    with pytest.raises(PopRefused) as refused:
        read_address(address)
    assert refused.value.slip is slip
    assert refused.value.words.en != refused.value.words.cs


def test_the_same_as_arguments() -> None:
    assert pop_of({"number": "777 123 456", "dir": "in"}) == read_address("callcue://call?number=777123456")
    with pytest.raises(PopRefused):
        pop_of({"number": "777 123 456", "home": "/"})


@given(st.text(max_size=200).map(lambda text: "callcue://call?" + text) | st.text(max_size=200))
def test_any_text_at_all_is_a_pop_or_refused(text: str) -> None:
    try:
        pop = read_address(text)
    except PopRefused:
        return
    assert isinstance(pop, Pop)


@given(
    st.sampled_from(["+420777123456", "+421903123456", "+14155552671"]),
    st.sampled_from(list(Direction)),
    st.sampled_from(list(PopEvent)),
    st.text(st.characters(categories=["L", "N", "P"]), max_size=20),
)
def test_a_pop_survives_its_own_address(
    number: str, direction: Direction, event: PopEvent, name: str
) -> None:
    way = "in" if direction is Direction.INBOUND else "out"
    pop = pop_of({"number": number, "dir": way, "event": event, "name": name})
    assert read_address(pop.address) == pop
    assert pop.address.isascii()
