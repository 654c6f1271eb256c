"""Which known words a typed word may stand for, and how close each is.

Three ways, cheapest first: the word itself, words that begin with it, words within one or two edits of it. An edit is
a letter missing, added, wrong, or two neighbours swapped (optimal string alignment distance; Damerau, *A technique for
computer detection and correction of spelling errors*, CACM 7(3), 1964; computed by rapidfuzz).
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable

from rapidfuzz import process
from rapidfuzz.distance import OSA

Closeness = dict[int, float]
"""Known words by number, each with its closeness to the typed one: 1 is the word itself."""

_LAST_LETTER = "\U0010ffff"
_REMEMBERED = 512


class Words:
    """Every different word of a playbook's phrases, in alphabetical order; a word's number is its place there."""

    def __init__(self, words: Iterable[str]) -> None:
        self.known: list[str] = sorted(set(words))
        self._number = {word: number for number, word in enumerate(self.known)}
        self._by_length: dict[int, dict[int, str]] = defaultdict(dict)
        for number, word in enumerate(self.known):
            self._by_length[len(word)][number] = word
        self._beginnings: dict[int, dict[str, tuple[int, int]]] = {}
        self._plain: dict[tuple[str, bool], Closeness] = {}
        self._edited: dict[tuple[str, bool], Closeness] = {}

    def number(self, word: str) -> int:
        """The number of a known word."""
        return self._number[word]

    def as_written(self, word: str, *, unfinished: bool) -> Closeness:
        """Known words that ``word`` is or begins; ``unfinished`` words are expected to be beginnings."""
        key = (word, unfinished)
        found = self._plain.get(key)
        if found is None:
            found = _remember(self._plain, key, self._find_as_written(word, unfinished=unfinished))
        return found

    def with_edits(self, word: str, *, unfinished: bool) -> Closeness:
        """Known words, or beginnings of them when ``unfinished``, within the edits that ``word`` is long enough for."""
        key = (word, unfinished)
        found = self._edited.get(key)
        if found is None:
            found = _remember(self._edited, key, self._find_with_edits(word, unfinished=unfinished))
        return found

    def _find_as_written(self, word: str, *, unfinished: bool) -> Closeness:
        first, end = self._range(word)
        base = 0.85 if unfinished else 0.7
        rest = 0.97 - base
        size = len(word)
        found = {number: base + rest * size / len(self.known[number]) for number in range(first, end)}
        exact = self._number.get(word)
        if exact is not None:
            found[exact] = 1.0
        return found

    def _range(self, beginning: str) -> tuple[int, int]:
        return bisect_left(self.known, beginning), bisect_left(self.known, beginning + _LAST_LETTER)

    def _find_with_edits(self, word: str, *, unfinished: bool) -> Closeness:
        edits = edits_for(word)
        found: Closeness = {}
        if not edits:
            return found
        size = len(word)
        for length in range(size - edits, size + edits + 1):
            some = self._by_length.get(length)
            if some:
                for _, distance, number in process.extract(
                    word, some, scorer=OSA.distance, score_cutoff=edits, limit=None
                ):
                    found[number] = _closeness(distance, max(size, length))
        if unfinished and size >= 3:
            self._add_beginnings(word, edits, found)
        return found

    def _add_beginnings(self, word: str, edits: int, found: Closeness) -> None:
        size = len(word)
        for length in {size, size + 1} if edits == 1 else {size - 1, size, size + 1}:
            beginnings = self._beginnings_of(length)
            for beginning, distance, _ in process.extract(
                word, list(beginnings), scorer=OSA.distance, score_cutoff=edits, limit=None
            ):
                value = 0.95 * _closeness(distance, max(size, length))
                for number in range(*beginnings[beginning]):
                    if found.get(number, 0.0) < value:
                        found[number] = value

    def _beginnings_of(self, length: int) -> dict[str, tuple[int, int]]:
        beginnings = self._beginnings.get(length)
        if beginnings is None:
            beginnings = self._beginnings[length] = {}
            for number, word in enumerate(self.known):
                if len(word) > length:
                    beginning = word[:length]
                    first, _ = beginnings.get(beginning, (number, 0))
                    beginnings[beginning] = (first, number + 1)
        return beginnings


def edits_for(word: str) -> int:
    """How many edits ``word`` may be away: none under 3 letters, one under 6, else two."""
    size = len(word)
    if size < 3:
        return 0
    return 1 if size < 6 else 2


def _closeness(distance: float, size: int) -> float:
    return max(0.05, 1.0 - 2.2 * distance / (size + 1))


def _remember(shelf: dict[tuple[str, bool], Closeness], key: tuple[str, bool], found: Closeness) -> Closeness:
    if len(shelf) >= _REMEMBERED:
        shelf.clear()
    shelf[key] = found
    return found
