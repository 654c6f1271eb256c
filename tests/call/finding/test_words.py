"""Which known words a typed word may stand for."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from app.call.finding.words import Words, edits_for

WORDS = Words(["drahe", "draha", "cena", "cenik", "rozpocet", "na"])


def _plain(word: str, *, unfinished: bool) -> dict[str, float]:
    return {
        WORDS.known[number]: close for number, close in WORDS.as_written(word, unfinished=unfinished).items()
    }


def _edited(word: str, *, unfinished: bool) -> dict[str, float]:
    return {
        WORDS.known[number]: close for number, close in WORDS.with_edits(word, unfinished=unfinished).items()
    }


def test_the_word_itself_is_closest() -> None:
    assert _plain("cena", unfinished=False) == {"cena": 1.0}


def test_a_beginning_finds_all_that_begin_so_the_fuller_the_closer() -> None:
    found = _plain("cen", unfinished=True)
    assert set(found) == {"cena", "cenik"}
    assert found["cena"] > found["cenik"]


def test_an_unfinished_word_trusts_beginnings_more() -> None:
    assert _plain("cen", unfinished=True)["cena"] > _plain("cen", unfinished=False)["cena"]


def test_one_swap_one_gap_one_extra_one_wrong_letter() -> None:
    for typed in ("darhe", "drhe", "drrahe", "draje"):
        assert "drahe" in _edited(typed, unfinished=False)


def test_short_words_take_no_edits() -> None:
    assert edits_for("na") == 0
    assert _edited("ma", unfinished=False) == {}


def test_a_slip_in_an_unfinished_word_still_finds_the_beginning() -> None:
    assert "rozpocet" in _edited("rozpcoe", unfinished=True)
    assert "rozpocet" not in _edited("rzop", unfinished=False)


@given(st.text(max_size=12), st.booleans())
def test_closeness_is_a_share(word: str, unfinished: bool) -> None:
    for found in (
        WORDS.as_written(word, unfinished=unfinished),
        WORDS.with_edits(word, unfinished=unfinished),
    ):
        assert all(0.0 < close <= 1.0 for close in found.values())


def test_many_different_words_do_not_pile_up_in_memory() -> None:
    words = Words(["one", "two"])
    for number in range(2000):
        words.as_written(f"w{number}", unfinished=False)
    assert len(words._plain) <= 512
