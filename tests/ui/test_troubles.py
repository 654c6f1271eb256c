"""Troubles of the journal in words."""

from __future__ import annotations

import pytest

from app.call.ports import Trouble, TroubleKind
from app.playbook.vocabulary import Lang
from app.ui.troubles import trouble_words
from app.ui.words import Words


@pytest.mark.parametrize("kind", list(TroubleKind))
@pytest.mark.parametrize("spooled", [True, False])
def test_each_trouble_says_what_and_what_next(words: Words, kind: TroubleKind, *, spooled: bool) -> None:
    said = set()
    for lang in Lang:
        words.switch(lang)
        sentence = trouble_words(Trouble(kind, 3, spooled))
        assert "3" in sentence
        said.add(sentence)
    assert len(said) == 2


def test_one_step_is_one_step(words: Words) -> None:
    words.switch(Lang.EN)
    assert "1 step is safe" in trouble_words(Trouble(TroubleKind.DISK_FULL, 1, spooled=True))
    words.switch(Lang.CS)
    assert "5 kroků čeká" in trouble_words(Trouble(TroubleKind.DISK_FULL, 5, spooled=False))


def test_with_nothing_to_save_it_says_that_calls_can_be_made(words: Words) -> None:
    for lang, said in ((Lang.EN, "You can call"), (Lang.CS, "Volat můžete")):
        words.switch(lang)
        assert said in trouble_words(Trouble(TroubleKind.DISK_FULL, 0, spooled=True))


def test_a_file_in_another_place_is_named(words: Words) -> None:
    trouble = Trouble(TroubleKind.READ_ONLY, 2, spooled=True, folder="/somewhere/else")
    for lang, said in (
        (Lang.EN, "2 steps are kept in /somewhere/else"),
        (Lang.CS, "2 kroky jsou zatím v /somewhere/else"),
    ):
        words.switch(lang)
        assert said in trouble_words(trouble)


def test_refused_steps_are_not_promised_to_be_added(words: Words) -> None:
    trouble = Trouble(TroubleKind.REFUSED, 1, spooled=True, folder="/data")
    for lang, said in ((Lang.EN, "set aside in /data"), (Lang.CS, "odložený v /data")):
        words.switch(lang)
        assert said in trouble_words(trouble)
