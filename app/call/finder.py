"""Finds an objection, story or question from a few hasty letters: typos, swaps, prefixes, no diacritics, any order.

An index in memory over every phrase of a playbook: objections' labels and what was heard, stories' titles, questions'
words. A query's words are matched to known words first (``finding.words``), items are weighed by what matched, and the
best few are ranked by how well a single phrase of theirs fits. A word counts by its inverse document frequency (Spärck
Jones, *A statistical interpretation of term specificity*, Journal of Documentation 28(1), 1972), damped so that a rare
word with a slip in it does not beat two plain ones. The constants were tuned on one half of the made-up queries of the
benchmark ``finder`` and are measured on the other.
"""

from __future__ import annotations

import math
import re
from bisect import insort
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from heapq import nlargest

from app.call.finding.words import Words
from app.playbook.folding import words_of
from app.playbook.model import LineKind, Playbook

__all__ = ["Findable", "Finder", "Found", "Kind", "findables", "words_of"]


class Kind(StrEnum):
    """What can be found."""

    OBJECTION = "objection"
    STORY = "story"
    QUESTION = "question"


@dataclass(frozen=True, slots=True)
class Found:
    """One hit. ``id`` is an objection's or story's id, or a question's full name; ``score`` runs from 0 to 1.

    ``matched`` is the phrase that fits best, as its author wrote it; ``covered`` the share (0 to 1) of the typed letters
    that the hit's words account for. A hit on small words alone scores well and covers little.
    """

    kind: Kind
    id: str
    label: str
    score: float
    matched: str
    covered: float


@dataclass(frozen=True, slots=True)
class Findable:
    """Something to find and every phrase that people may call it by; the first one is usually its label."""

    kind: Kind
    id: str
    label: str
    phrases: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Phrase:
    written: str
    words: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class _Typed:
    """A word of the query with the known words that it may stand for, and what each of them is worth to an item."""

    worth: dict[int, float]
    weight: float
    size: int


_PART_OF_KIND = {Kind.OBJECTION: 1.0, Kind.STORY: 0.85, Kind.QUESTION: 0.85}
_SURE = 0.82
_RANKED = 80
_MOST_WORDS = 12
_ROUNDING = 1 - 1e-9
_MERGE_FIELD = re.compile(r"\{[^{}|]*(?:\|([^{}]*))?\}")


class Finder:
    """The index of one playbook (or of any things). Made once when a call opens; ``find`` runs at every key stroke."""

    def __init__(self, searched: Playbook | Iterable[Findable]) -> None:
        self._items = findables(searched) if isinstance(searched, Playbook) else tuple(searched)
        spelled = [[(phrase, words_of(phrase)) for phrase in item.phrases] for item in self._items]
        self._words = Words(word for phrases in spelled for _, words in phrases for word in words)
        self._phrases: list[tuple[_Phrase, ...]] = []
        postings: dict[int, list[int]] = defaultdict(list)
        for number, phrases in enumerate(spelled):
            kept = tuple(_Phrase(text, tuple(map(self._words.number, words))) for text, words in phrases)
            self._phrases.append(kept)
            for word in {word for phrase in kept for word in phrase.words}:
                postings[word].append(number)
        self._postings = [tuple(postings[word]) for word in range(len(self._words.known))]
        total = len(self._items) + 1
        self._weight = [_weight(total, len(items)) for items in self._postings]
        self._rarest = _weight(total, 1)
        self._part = [_PART_OF_KIND[item.kind] for item in self._items]

    def find(self, query: str, limit: int = 9) -> tuple[Found, ...]:
        """The ``limit`` best hits for ``query``, best first; equally good objections come before the rest.

        The last word counts as unfinished unless something that is no letter follows it. A query with no letter or
        digit, or with nothing alike in the playbook, finds nothing.
        """
        spelled = words_of(query)[:_MOST_WORDS]
        if not spelled or limit < 1:
            return ()
        unfinished = query[-1:].isalnum()
        plain = self._typed(spelled, unfinished=unfinished, edits=False)
        found = self._ranked(plain, limit)
        if found and found[0].score >= _SURE:
            return found
        return self._ranked(self._typed(spelled, unfinished=unfinished, edits=True), limit)

    def _typed(self, spelled: Sequence[str], *, unfinished: bool, edits: bool) -> list[_Typed]:
        typed = []
        last = len(spelled) - 1
        for place, word in enumerate(spelled):
            open_end = unfinished and place == last
            close = self._words.as_written(word, unfinished=open_end)
            if edits:
                close = {**self._words.with_edits(word, unfinished=open_end), **close}
            weight = max((self._weight[number] for number in close), default=self._rarest)
            worth = {number: value * self._weight[number] for number, value in close.items()}
            typed.append(_Typed(worth, weight, len(word)))
        return typed

    def _ranked(self, typed: Sequence[_Typed], limit: int) -> tuple[Found, ...]:
        whole = sum(word.weight for word in typed)
        meant = frozenset(number for word in typed for number in word.worth)
        hits: list[tuple[float, int, int]] = []
        for most, number in self._candidates(typed):
            if len(hits) >= limit and most < -hits[limit - 1][0] * whole * _ROUNDING:
                break
            score, phrase = self._judged(number, typed, meant)
            insort(hits, (-score / whole, number, phrase))
        return tuple(self._found(-score, number, phrase, typed) for score, number, phrase in hits[:limit])

    def _candidates(self, typed: Sequence[_Typed]) -> list[tuple[float, int]]:
        """The items worth a closer look, each with the most that it can come to, the greatest first.

        That is the sum of what matched anywhere in them: a single phrase can fit no better.
        """
        sums: dict[int, float] = {}
        matched = [word for word in typed if word.worth]
        matched.sort(key=lambda word: -word.weight)
        for word in matched:
            best: dict[int, float] = {}
            for value, number in sorted((value, number) for number, value in word.worth.items()):
                best.update(dict.fromkeys(self._postings[number], value))
            _add(sums, best)
        chosen = sums if len(sums) <= _RANKED else nlargest(_RANKED, sums, key=sums.__getitem__)
        return sorted(((sums[one] * self._part[one], one) for one in chosen), reverse=True)

    def _judged(self, number: int, typed: Sequence[_Typed], meant: frozenset[int]) -> tuple[float, int]:
        """What an item comes to, and the number of its best phrase."""
        anywhere = [0.0] * len(typed)
        best, best_phrase = 0.0, 0
        for place, phrase in enumerate(self._phrases[number]):
            words = phrase.words
            if meant.isdisjoint(words):
                continue
            score, covered = 0.0, set()
            for order, word in enumerate(typed):
                value, at = 0.0, -1
                for one in words:
                    worth = word.worth.get(one, 0.0)
                    if worth > value:
                        value, at = worth, one
                if value:
                    score += value
                    covered.add(at)
                    anywhere[order] = max(anywhere[order], value)
            score *= 0.82 + 0.18 * len(covered) / len(words)
            if score > best:
                best, best_phrase = score, place
        return self._part[number] * (0.85 * best + 0.15 * sum(anywhere)), best_phrase

    def _found(self, score: float, number: int, phrase: int, typed: Sequence[_Typed]) -> Found:
        item = self._items[number]
        return Found(
            item.kind,
            item.id,
            item.label,
            min(score, 1.0),
            item.phrases[phrase],
            self._covered(number, typed),
        )

    def _covered(self, number: int, typed: Sequence[_Typed]) -> float:
        """The share of the typed letters that words of the item stand for, each as far as it is close."""
        words = {word for phrase in self._phrases[number] for word in phrase.words}
        letters = 0.0
        for one in typed:
            close = (value / self._weight[word] for word, value in one.worth.items() if word in words)
            letters += one.size * max(close, default=0.0)
        return letters / sum(one.size for one in typed)


def findables(playbook: Playbook) -> tuple[Findable, ...]:
    """Everything of ``playbook`` that can be found: objections, then stories, then questions."""
    objections = [
        Findable(Kind.OBJECTION, one.id, label, _different((label, *one.heard)))
        for one in playbook.objections
        for label in (_without_fields(one.label),)
    ]
    stories = [
        Findable(Kind.STORY, one.id, title, _different((title, _without_fields(one.who))))
        for one in playbook.stories
        for title in (_without_fields(one.title) or one.id,)
    ]
    questions = [
        Findable(
            Kind.QUESTION, line.ref, _without_fields(line.text), _different((_without_fields(line.text),))
        )
        for stage in playbook.stages
        for line in stage.lines
        if line.kind is LineKind.ASK
    ]
    return (*objections, *stories, *questions)


def _weight(total: int, holders: int) -> float:
    return math.pow(math.log(1.0 + total / (holders + 0.5)), 0.6)


def _different(phrases: Sequence[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(phrase for phrase in phrases if phrase))


def _without_fields(text: str) -> str:
    return " ".join(_MERGE_FIELD.sub(r"\1", text).split())


def _add(sums: dict[int, float], more: dict[int, float]) -> None:
    if not sums:
        sums.update(more)
        return
    for number, value in more.items():
        sums[number] = sums.get(number, 0.0) + value
