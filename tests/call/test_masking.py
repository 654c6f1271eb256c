"""Card and birth numbers are masked wherever they are typed; phones, dates, prices and other numbers are left alone."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.call.events import (
    KINDS,
    Answered,
    CallStarted,
    Event,
    Flagged,
    How,
    NoteWritten,
    ObjectionNamed,
    ObjectionRaised,
    OutcomeRecorded,
    Reworded,
    to_data,
)
from app.call.masking import is_birth_number, is_card_number, is_unfinished, mask, masked
from app.call.prompt import NextStep
from tests.builders import begin
from tests.fakes import FakeJournal

CARD = "4111 1111 1111 1111"
BIRTH = "850101/1233"
HIDDEN = "••••••/••••"


def luhn(begins: str, length: int, filling: str) -> str:
    """A number of ``length`` digits with the right check digit."""
    body = (begins + filling)[: length - 1].ljust(length - 1, "0")
    total = sum(sum(divmod(int(digit) * (2 - place % 2), 10)) for place, digit in enumerate(reversed(body)))
    return body + str(-total % 10)


CARDS = st.builds(
    lambda kind, filling: luhn(kind[0], kind[1], filling),
    st.sampled_from(
        [("4", 16), ("4", 13), ("4", 19), ("51", 16), ("2221", 16), ("37", 15), ("36", 14), ("67", 18)]
    ),
    st.text("0123456789", min_size=19, max_size=19),
)
AROUND = st.text(st.characters(exclude_categories=["Nd", "Cs"], exclude_characters="+/"), max_size=12)


@st.composite
def birth_numbers(draw: st.DrawFn) -> tuple[str, str]:
    """Six digits and three or four, as an office would give them out."""
    born = draw(st.dates(date(1900, 1, 1), date(2049, 12, 31)))
    mores = (0, 20, 50, 70) if born.year >= 2004 else (0, 50)
    begins = f"{born.year % 100:02}{born.month + draw(st.sampled_from(mores)):02}{born.day:02}"
    serial = f"{draw(st.integers(1, 999)):03}"
    if born.year < 1954:
        return begins, serial
    left = int(begins + serial) * 10 % 11
    check = -left % 11
    if check == 10:
        if born.year >= 1985:
            return begins, f"{serial[:2]}{(int(serial[2]) + 1) % 10}" + _check(begins + serial[:2], serial[2])
        check = 0
    return begins, f"{serial}{check}"


def _check(head: str, last: str) -> str:
    left = int(head + str((int(last) + 1) % 10)) * 10 % 11
    return str(-left % 11 % 10)


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        (f"card {CARD}, thanks", "card •••• 1111, thanks"),
        ("4111111111111111", "•••• 1111"),
        ("5555-5555-5555-4444", "•••• 4444"),
        ("3782 822463 10005", "•••• 0005"),
        ("4111.1111.1111.1111 exp 12/27", "•••• 1111 exp 12/27"),
        ("41 11 11 11 11 11 11 11", "•••• 1111"),
        ("4 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1", "•••• 1111"),
        ("4111 - 1111 - 1111 - 1111", "•••• 1111"),
        ("4111111111111111/1227", "•••• 1111/1227"),
        ("order 12345 4111 1111 1111 1111", "order 12345 •••• 1111"),
        (f"{CARD} or 5555 5555 5555 4444", "•••• 1111 or •••• 4444"),
        ("850101/1233", HIDDEN),
        ("8501011233", HIDDEN),
        ("850101 1233", HIDDEN),
        ("855101 / 1238", HIDDEN),
        ("780123/3540", HIDDEN),
        ("530101/123", HIDDEN),
        ("rč 530101123", f"rč {HIDDEN}"),
        ("r.č.: 530101123", f"r.č.: {HIDDEN}"),
        ("rodné číslo 530101123", f"rodné číslo {HIDDEN}"),
        ("DIČ CZ8501011233", f"DIČ CZ{HIDDEN}"),
    ],
)
def test_what_is_masked(typed: str, kept: str) -> None:
    assert mask(typed) == kept
    assert mask(kept) == kept


@pytest.mark.parametrize(
    "typed",
    [
        "+420 601 234 567",
        "+420601234567",
        "00420 601 234 567",
        "+49 1512 3456787",
        "00 49 1512 3456787",
        "601 234 567",
        "601234567",
        "530101123",
        "530 101 123",
        "601 234 567, 602 345 678, 603 456 789",
        "601234567 602345670",
        "24. 11. 2026 10:30 a 25. 11. 2026 11:30",
        "2026-11-24T10:30:00",
        "1 250 000 Kč, 4 500 000 Kč",
        "4.500.000,00",
        "objednávka 20261124001",
        "IČO 27082440, DIČ CZ27082440",
        "CZ65 0800 0000 1920 0014 5399",
        "CZ6508000000192000145399",
        "CZ12 4111 1111 1111 1111 0000",
        "SK31 1200 0000 1987 4263 7541",
        "DE89 3704 0044 0532 0130 00",
        "účet 8501011233/0800",
        "19-2000145399/0800",
        "411111-1111111111/0800",
        "41111111-1111-1111-1111-111111111111",
        "4111 1111 1111 1112",
        "1111111111111117",
        "41111111111111110000000",
        "851301/1230",
        "850230/1239",
        "850101/1234",
        "6.5 × 4 = 26 (celkem 1234567890)",
    ],
)
def test_what_is_left_alone(typed: str) -> None:
    assert mask(typed) == typed


def test_the_examples_that_must_not_count_are_close_misses() -> None:
    """Else the false alarms above would prove little."""
    assert is_birth_number("8501011233")
    assert is_birth_number("530101123")
    assert is_card_number("4111111111111111")
    assert not is_card_number("1111111111111117")


def test_a_remainder_of_ten_counts_before_1985_only() -> None:
    early = next(f"780123{serial:03}0" for serial in range(1000) if int(f"780123{serial:03}") % 11 == 10)
    late = next(f"860123{serial:03}0" for serial in range(1000) if int(f"860123{serial:03}") % 11 == 10)
    assert mask(early) == HIDDEN
    assert mask(late) == late


def test_months_with_more_added_count_since_2004_only() -> None:
    def first(begins: str) -> str:
        return next(f"{begins}{rest:04}" for rest in range(11) if int(f"{begins}{rest:04}") % 11 == 0)

    assert mask(first("052115")) == mask(first("057215")) == HIDDEN
    assert mask(first("032115")) == first("032115")


@given(before=AROUND, card=CARDS, sign=st.sampled_from(["", " ", "-", "\u00a0", "."]), after=AROUND)
def test_a_card_is_masked_in_any_text(before: str, card: str, sign: str, after: str) -> None:
    written = sign.join(card[place : place + 4] for place in range(0, 12, 4)) + sign + card[12:]
    if sign and len(card) < 15:
        written = card
    found = mask(f"{before} {written} {after}")
    assert written not in found
    assert f"•••• {card[-4:]}" in found


@given(before=AROUND, number=birth_numbers(), slash=st.booleans(), after=AROUND)
def test_a_birth_number_is_masked_in_any_text(
    before: str,
    number: tuple[str, str],
    slash: bool,
    after: str,
) -> None:
    if not is_birth_number("".join(number)):
        return
    written = ("/" if slash or len(number[1]) == 3 else "").join(number)
    found = mask(f"{before} {written} {after}")
    assert written not in found
    assert HIDDEN in found


@given(st.text("0123456789", min_size=13, max_size=19))
def test_digits_without_the_check_digit_are_never_masked(digits: str) -> None:
    wrong = digits[:-1] + str((int(luhn(digits[:-1], len(digits), "")[-1]) + 1) % 10)
    assert mask(f"no. {wrong}!") == f"no. {wrong}!"


@given(st.integers(200_000_000, 999_999_999))
def test_czech_phone_numbers_are_never_masked(number: int) -> None:
    spaced = f"{number:,}".replace(",", " ")
    for written in (str(number), spaced, f"+420{number}", f"+420 {spaced}", f"00420{number}"):
        assert mask(f"tel. {written}.") == f"tel. {written}."


@given(st.text())
def test_any_text_at_all_can_be_masked(text: str) -> None:
    if not any(sign.isdecimal() for sign in text):
        assert mask(text) == text
    mask(text)


def test_a_number_read_from_masked_words_is_no_fact() -> None:
    said = Answered("a.b", None, 4111111111111111, CARD, fact="pieces")
    assert masked(said) == replace(said, text="•••• 1111", value=None)
    picked = Answered("a.b", "few", 3, CARD, fact="pieces")
    assert masked(picked) == replace(picked, text="•••• 1111")


def test_every_kind_with_words_of_ones_own_is_masked() -> None:
    """A new kind of event with a text in it must be thought of here."""
    unmasked = {"call_started"}
    for kind, shape in KINDS.items():
        texts = {
            name
            for name, hint in shape.__annotations__.items()
            if hint == "str" and name in {"text", "old_text", "words", "when_words", "who", "what", "note"}
        }
        if not texts or kind in unmasked:
            continue
        values = dict.fromkeys(texts, CARD)
        others = {
            name: None if "None" in hint else How.KEY if hint == "How" else 1 if hint == "int" else "x"
            for name, hint in shape.__annotations__.items()
            if name not in texts and not hint.startswith("ClassVar") and not hasattr(shape, name)
        }
        slots = {name: value for name, value in others.items() if name in shape.__dataclass_fields__}
        needed = {
            name: slots.get(name, "x")
            for name, spec in shape.__dataclass_fields__.items()
            if spec.default is spec.default_factory and name not in texts
        }
        made = masked(shape(**values, **needed))  # type: ignore[arg-type]
        assert "1111 1111" not in str(to_data(made)), kind


def test_nothing_of_it_reaches_the_journal_or_the_screen() -> None:
    journal = FakeJournal()
    call = begin(journal=journal)
    call.write_note(1, f"pays by {CARD}")
    call.write_note(1, f"pays by {CARD}")
    call.flag(BIRTH)
    call.reword(f"Is {BIRTH} you?")
    call.agree(NextStep(what=f"charge {CARD}", who=BIRTH))
    call.agree(NextStep(what=f"charge {CARD}", who=BIRTH))
    call.raise_unlisted(f"you have {CARD} of mine")
    call.hang_up()
    call.record(
        OutcomeRecorded("not_interested", reason="price", note=f"born {BIRTH}", facts={"hours": CARD})
    )
    recorded = [event for event in journal.events if isinstance(event, Event)]
    told = " ".join(str(to_data(event.what)) for event in recorded) + repr(call.prompt)
    assert "1111 1111" not in told
    assert BIRTH not in told
    assert "•••• 1111" in told
    kinds = [type(event.what) for event in recorded]
    assert kinds.count(NoteWritten) == 1, "the same words again are not recorded again"
    assert {CallStarted, NoteWritten, Flagged, Reworded, ObjectionRaised, OutcomeRecorded} <= set(kinds)


def test_an_unlisted_objection_can_still_be_named() -> None:
    call = begin()
    call.raise_unlisted(f"you have {CARD} of mine")
    (met,) = call.state.objections
    call.name_unlisted(met.text, "privacy")
    assert isinstance(call.events[-1].what, ObjectionNamed)


@pytest.mark.parametrize(
    ("draft", "waits"),
    [
        ("card 4111 1111 1111 11", True),
        ("4111 1111 11", True),
        ("4111 1111 1111 1", True),
        ("850101/", True),
        ("850101/123", True),
        ("601 234 567", False),
        ("+420 601 234 567", False),
        ("24. 11. 2026", False),
        ("4111 1111 1111 1111 he says", False),
        ("", False),
    ],
)
def test_a_draft_waits_amid_a_number(draft: str, waits: bool) -> None:
    assert is_unfinished(draft) is waits
