"""Only phones are dialled, only on this computer, and only numbers that can exist."""

from __future__ import annotations

from urllib.parse import urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.leads.dialling import CannotDial, DialSlip, dial_link, template_slip, words_of

NUMBER = "777 123 456"


@pytest.mark.parametrize(
    ("template", "url", "here"),
    [
        ("tel:{e164}", "tel:+420777123456", False),
        ("callto:{e164}", "callto:+420777123456", False),
        ("sip:{e164}@pbx.example;user=phone", "sip:+420777123456@pbx.example;user=phone", False),
        ("http://localhost:5678/make/{e164}", "http://localhost:5678/make/+420777123456", True),
        ("http://127.0.0.1:7900/call?to={e164}", "http://127.0.0.1:7900/call?to=%2B420777123456", True),
        ("http://[::1]:80/{e164}", "http://[::1]:80/+420777123456", True),
    ],
)
def test_a_template_becomes_an_address(template: str, url: str, here: bool) -> None:
    link = dial_link(template, NUMBER)
    assert (link.url, link.is_local_call) == (url, here)


def test_an_extension_goes_into_the_usual_address_only() -> None:
    assert dial_link("tel:{e164}", "+420 777 123 456 ext. 12").url == "tel:+420777123456;ext=12"
    assert dial_link("callto:{e164}", "+420 777 123 456 ext. 12").url == "callto:+420777123456"


@pytest.mark.parametrize(
    ("template", "slip"),
    [
        ("", DialSlip.NO_PLACE),
        ("tel:", DialSlip.NO_PLACE),
        ("{e164}", DialSlip.NOT_AN_ADDRESS),
        ("{e164}:tel", DialSlip.NOT_AN_ADDRESS),
        ("tel: {e164}", DialSlip.NOT_AN_ADDRESS),
        ("http://localhost\\@evil.example/{e164}", DialSlip.NOT_AN_ADDRESS),
        ("tel:{e164}" + "1" * 400, DialSlip.NOT_AN_ADDRESS),
        ("file:///{e164}", DialSlip.NOT_A_PHONE),
        ("javascript:{e164}", DialSlip.NOT_A_PHONE),
        ("http://evil.example/{e164}", DialSlip.NOT_HERE),
        ("http://localhost.evil.example/{e164}", DialSlip.NOT_HERE),
        ("http://localhost@evil.example/{e164}", DialSlip.NOT_HERE),
        ("http://localhost{e164}/", DialSlip.NOT_HERE),
        ("http://localhost:{e164}/", DialSlip.NOT_HERE),
        ("http://localhost:99999/{e164}", DialSlip.NOT_HERE),
        ("http://0.0.0.0/{e164}", DialSlip.NOT_HERE),
        ("http://[::ffff:8.8.8.8]/{e164}", DialSlip.NOT_HERE),
        ("https://localhost/{e164}", DialSlip.NOT_HERE),
    ],
)
def test_other_templates_are_refused_in_words(template: str, slip: DialSlip) -> None:
    assert template_slip(template) is slip
    with pytest.raises(CannotDial) as refused:
        dial_link(template, NUMBER)
    assert refused.value.slip is slip


@pytest.mark.parametrize(
    ("written", "slip"),
    [
        ("", DialSlip.NO_NUMBER),
        ("  ", DialSlip.NO_NUMBER),
        ("reception", DialSlip.NOT_A_NUMBER),
        ("12", DialSlip.NOT_A_NUMBER),
    ],
)
def test_what_is_no_number_is_refused_in_words(written: str, slip: DialSlip) -> None:
    with pytest.raises(CannotDial) as refused:
        dial_link("tel:{e164}", written)
    assert refused.value.slip is slip


@pytest.mark.parametrize("slip", list(DialSlip))
def test_every_refusal_has_words_in_both_languages(slip: DialSlip) -> None:
    words = words_of(slip)
    assert words.en.endswith((".", "…)."))
    assert words.cs.endswith((".", "…)."))
    assert words.en != words.cs


@given(st.text(max_size=40), st.text(max_size=40), st.sampled_from(["http", "HTTP", "https", "tel"]))
def test_no_http_address_ever_leaves_this_computer(before: str, after: str, scheme: str) -> None:
    template = f"{scheme}:{before}{{e164}}{after}"
    if template_slip(template) is not None:
        return
    link = dial_link(template, NUMBER)
    if link.is_local_call:
        assert urlsplit(link.url).hostname in {"localhost", "127.0.0.1", "::1"} or urlsplit(
            link.url
        ).hostname.startswith("127.")  # type: ignore[union-attr]
    assert link.url.isprintable()
    assert " " not in link.url
