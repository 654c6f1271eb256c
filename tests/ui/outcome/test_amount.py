"""Money as reps write it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.ui.outcome.amount import Amount, read_amount


@pytest.mark.parametrize(
    ("words", "value", "currency"),
    [
        ("12500", 12500, "CZK"),
        ("12 500", 12500, "CZK"),
        ("12 500 Kč", 12500, "CZK"),
        ("12.500,50 Kč", 12500.5, "CZK"),
        ("12 500,-", 12500, "CZK"),
        ("€1,200.50", 1200.5, "EUR"),
        ("1200 EUR", 1200, "EUR"),
        ("$ 1,200", 1200, "USD"),
        ("1,5", 1.5, "CZK"),
        ("12,5 tis. Kč", 12500, "CZK"),
        ("12k", 12000, "CZK"),
        ("1.2 mil.", 1200000, "CZK"),
        ("300 chf", 300, "CHF"),
    ],
)
def test_ways_to_write_an_amount(words: str, value: float, currency: str) -> None:
    assert read_amount(words, "CZK") == Amount(value, currency)


@pytest.mark.parametrize(
    "words", ["", "much", "1,23,4", "12,3456", "-5", "1 2 3 apples", "99999999999999999", "1.2.3", "²"]
)
def test_no_amounts(words: str) -> None:
    assert read_amount(words, "CZK") is None


@given(st.text(max_size=30))
def test_any_text_is_a_sane_amount_or_none(words: str) -> None:
    found = read_amount(words, "CZK")
    assert found is None or (found.value >= 0 and found.currency)
