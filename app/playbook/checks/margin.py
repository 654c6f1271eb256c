"""Notes in the margin of a playbook: what the checks find, each at its exact place, down to a word inside a text."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import TYPE_CHECKING, cast

from app.playbook.explain import page
from app.playbook.nearest import nearest
from app.playbook.problems import Level, Place, Problem
from app.playbook.tree import ListNode, ScalarNode, lines_of, place_of

if TYPE_CHECKING:
    from app.playbook.tree import MapNode, Mark, Node

NOWHERE = Place("", 1, 1, 2)
"""The place of things that were not read from a file."""
MOST_FINDINGS = 500
"""More of one code help nobody; the rest is left out."""
_LONGEST_SEARCHED = 20_000
"""In a longer text a word is not looked for; the text's own place must do."""
_MOST_COMPARED = 300_000
"""Names compared in looking for near ones, over all findings; beyond that nothing is suggested."""


class Margin:
    """Problems found so far in one playbook.

    Args:
        file: The playbook's own file; what comes from another is shared.
        texts: The text of each file by its name, to find a word inside a block of several lines.
        doubtful: Codes of unknown names that are not noted, because what they would name could not be read.
    """

    def __init__(self, file: str, texts: Mapping[str, str], doubtful: frozenset[str] = frozenset()) -> None:
        self.file = file
        self.problems: list[Problem] = []
        self.meant: set[str] = set()
        """Names that were probably meant by one that nothing has."""
        self._compared = 0
        self.tried = 0
        """How many findings there were, with those left out."""
        self._doubtful = doubtful
        self._texts = texts
        self._lines: dict[str, list[str]] = {}
        self._counts: dict[str, int] = {}

    def is_shared(self, origin: MapNode | None) -> bool:
        """Whether ``origin`` comes from a file that other playbooks may use too."""
        return origin is not None and origin.file != self.file

    def is_full(self, code: str) -> bool:
        """Whether enough was found of ``code``, so that looking on is of no use."""
        return self._counts.get(code, 0) >= MOST_FINDINGS

    def add(
        self, code: str, place: Place, *, near: str = "", near_place: Place | None = None, **words: str
    ) -> None:
        """Note one finding; ``near`` is the name that was probably meant, ``near_place`` where it is defined."""
        self.tried += 1
        self._counts[code] = self._counts.get(code, 0) + 1
        if self._counts[code] > MOST_FINDINGS:
            return
        found = page(code)
        level = found.level if found is not None else Level.ERROR
        line = near_place.line if near_place is not None and near_place.file == place.file else 0
        self.problems.append(Problem(code, level, place, words, near, line))

    def unknown(
        self, code: str, place: Place, name: str, known: Mapping[str, Place] | Collection[str], **words: str
    ) -> None:
        """Note that ``name`` is not among ``known``, with the nearest one that is."""
        self.tried += 1
        if code in self._doubtful or self.is_full(code):
            return
        near = self.near(name, known)
        self.meant.add(near)
        near_place = known.get(near) if isinstance(known, Mapping) else None
        self.add(code, place, near=near, near_place=near_place, name=name, **words)

    def near(self, name: str, known: Collection[str]) -> str:
        """The nearest of ``known``, or nothing when none is near or too much was compared already."""
        self._compared += len(known)
        return nearest(name, list(known)) if self._compared <= _MOST_COMPARED else ""

    def inside(self, node: Node | None, fallback: Place, start: int, length: int) -> Place:
        """The place of ``length`` characters from ``start`` of the text of ``node``; ``fallback`` if it is no text."""
        if not isinstance(node, ScalarNode):
            return fallback
        place = place_of(node)
        first, last = cast("Mark", node.start_mark), cast("Mark", node.end_mark)
        if first.line == last.line:
            around = last.column - first.column - len(node.value)
            if around in (0, 2):
                column = place.column + around // 2 + start
                return Place(place.file, place.line, column, column + length)
        return self._search(node, place, start, length)

    def _search(self, node: ScalarNode, place: Place, start: int, length: int) -> Place:
        """The piece as it stands in the file; escapes and folded lines move it, so it is looked for by its letters."""
        wanted = node.value[start : start + length]
        if not wanted.strip() or len(node.value) > _LONGEST_SEARCHED:
            return place
        first, last = cast("Mark", node.start_mark), cast("Mark", node.end_mark)
        ahead = node.value.count(wanted, 0, start)
        lines = self._lines_of(place.file)
        for number in range(first.line, min(last.line + 1, len(lines))):
            begin = first.column if number == first.line else 0
            end = last.column if number == last.line else len(lines[number])
            at = lines[number].find(wanted, begin, end)
            while at >= 0:
                if not ahead:
                    return Place(place.file, number + 1, at + 1, at + 1 + len(wanted))
                ahead -= 1
                at = lines[number].find(wanted, at + 1, end)
        return place

    def _lines_of(self, file: str) -> list[str]:
        if file not in self._lines:
            self._lines[file] = lines_of(self._texts.get(file, ""))
        return self._lines[file]


def value_place(origin: MapNode | None, key: str) -> Place:
    """Where the value of ``key`` is written."""
    return NOWHERE if origin is None else origin.value_place(key)


def key_place(origin: MapNode | None, key: str) -> Place:
    """Where ``key`` itself is written."""
    return NOWHERE if origin is None else origin.key_place(key)


def item_place(origin: MapNode | None, key: str, index: int) -> Place:
    """Where item ``index`` under ``key`` is written; a text that stands for a list of one is its own item."""
    return NOWHERE if origin is None else origin.item_place(key, index)


def text_node(origin: MapNode | None, key: str, index: int = -1) -> Node | None:
    """The leaf that a text was read from: under ``key``, or item ``index`` of the list there."""
    node = None if origin is None else origin.value(key)
    if isinstance(node, ListNode):
        return node.items[index] if 0 <= index < len(node.items) else None
    return node
