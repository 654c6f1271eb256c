"""Whether a text is in the other language: Czech by its letters, English by its commonest words."""

from __future__ import annotations

import re

from app.playbook.vocabulary import Lang

_CZECH = frozenset("ěščřžýůťďňáíéúó")
_CZECH_SHARE = 0.06
"""In Czech prose about one letter in seven has a mark; a Czech name in an English sentence stays under this."""
_FEWEST_MARKED = 3
_ENGLISH = frozenset(
    [
        "the",
        "and",
        "you",
        "your",
        "is",
        "are",
        "what",
        "how",
        "of",
        "for",
        "that",
        "with",
        "it",
        "we",
        "this",
        "have",
        "would",
        "can",
        "i",
        "not",
        "from",
        "they",
        "who",
        "when",
        "which",
        "do",
        "does",
        "will",
        "was",
        "our",
        "be",
        "about",
        "just",
        "my",
        "at",
        "or",
        "if",
    ]
)
_ENGLISH_SHARE = 0.3
_FEWEST_ENGLISH = 3
_SHORTEST = 15
_WORD = re.compile(r"[a-z]+")


def other_language(text: str, lang: str) -> bool:
    """Whether ``text`` is surely not in ``lang``; short or doubtful texts are given the benefit."""
    if len(text) < _SHORTEST:
        return False
    if lang == Lang.EN:
        return not text.isascii() and _is_czech(text)
    return text.isascii() and _is_english(text)


def _is_czech(text: str) -> bool:
    """By marked letters, those of names left out."""
    marked = sum(letter in _CZECH for word in text.split() if word[0].islower() for letter in word)
    return marked >= _FEWEST_MARKED and marked >= _CZECH_SHARE * sum(map(str.isalpha, text))


def _is_english(text: str) -> bool:
    words = _WORD.findall(text.lower())
    common = sum(word in _ENGLISH for word in words)
    return common >= _FEWEST_ENGLISH and common >= _ENGLISH_SHARE * len(words)
