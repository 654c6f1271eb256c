"""YAML as a tree with places, built from libyaml's events; a leaf of the tree is the event itself, nothing is copied."""

from __future__ import annotations

import io
import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import NamedTuple, TypeAlias, cast

import yaml
from yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    Event,
    MappingEndEvent,
    MappingStartEvent,
    NodeEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)

from app.playbook import decoding
from app.playbook.problems import Level, Place, Problem
from app.playbook.source import MAX_BYTES, SourceFile

MAX_DEPTH = 32
"""Mappings and lists inside each other, counted with what aliases stand for."""
MAX_NODES = 400_000
"""Keys, values and lists in one file; keeps the memory for any 4 MiB under some 300 MB."""
MAX_ALIASED = 20_000
"""Nodes that all aliases of a file may stand for together; a bomb has millions, an honest file some hundreds."""

MOST_PROBLEMS = 500
"""More problems than this in one file help nobody; the rest is left out."""

_TEXT_TAGS = frozenset({"!", "tag:yaml.org,2002:str"})

ScalarNode: TypeAlias = ScalarEvent
"""A leaf: ``value`` is the text as written; marks and style are libyaml's."""


class ListNode:
    """A list; it knows the event that it began with."""

    __slots__ = ("items", "start")

    def __init__(self, items: list[Node], start: Event) -> None:
        self.items = items
        self.start = start

    @property
    def mark(self) -> Mark:
        """Where it begins."""
        return cast("Mark", self.start.start_mark)


class MapNode:
    """A mapping: ``entries`` gives the key's own leaf and the value for each key, in the order written."""

    __slots__ = ("entries", "start")

    def __init__(self, entries: dict[str, tuple[ScalarNode, Node]], start: Event) -> None:
        self.entries = entries
        self.start = start

    @property
    def mark(self) -> Mark:
        """Where it begins."""
        return cast("Mark", self.start.start_mark)

    @property
    def file(self) -> str:
        """The file that it was read from, as in ``SourceFile.path``."""
        return self.mark.name

    @property
    def place(self) -> Place:
        """Its first key, or where it begins when it is empty."""
        for key, _ in self.entries.values():
            return place_of(key)
        return place_of(self)

    def value(self, key: str) -> Node | None:
        """What stands under ``key``, or ``None``."""
        entry = self.entries.get(key)
        return entry[1] if entry is not None else None

    def text(self, key: str) -> str | None:
        """The text under ``key``; ``None`` when there is none, or a list or mapping."""
        value = self.value(key)
        return value.value if isinstance(value, ScalarNode) else None

    def key_place(self, key: str) -> Place:
        """Where ``key`` itself is written; the mapping's own place when it is not."""
        entry = self.entries.get(key)
        return place_of(entry[0]) if entry is not None else self.place

    def value_place(self, key: str) -> Place:
        """Where the value of ``key`` is; its key when the value is empty, the mapping's place when there is no key."""
        entry = self.entries.get(key)
        if entry is None:
            return self.place
        key_node, value = entry
        if isinstance(value, ScalarNode) and not value.value:
            return place_of(key_node)
        return value.place if isinstance(value, MapNode) else place_of(value)

    def item_place(self, key: str, index: int) -> Place:
        """Where item ``index`` of the list under ``key`` is; the value's place when there is no such item."""
        value = self.value(key)
        if not isinstance(value, ListNode) or not 0 <= index < len(value.items):
            return self.value_place(key)
        item = value.items[index]
        return item.place if isinstance(item, MapNode) else place_of(item)


Node: TypeAlias = ScalarNode | ListNode | MapNode


class Mark:
    """What this program uses of libyaml's marks: the file's name, and line and column counted from 0."""

    name: str
    line: int
    column: int


@dataclass(frozen=True, slots=True, eq=False)
class Tree:
    """One file as read: its text, its top node (``None`` when it cannot be used), and what is wrong with its YAML."""

    file: SourceFile
    text: str
    root: MapNode | None
    problems: tuple[Problem, ...] = ()
    nodes: int = 0
    """How many keys, values and lists it has."""


def place_of(node: Node) -> Place:
    """The stretch of the first line that ``node`` covers; at least one column."""
    return _place_at(node if isinstance(node, ScalarNode) else node.start)


def grow(file: SourceFile) -> Tree:
    """Reads one file's YAML; any bytes give a tree or a problem with its place."""
    grown = _grown(file)
    top, problems = grown.top, grown.problems
    if top is None or isinstance(top, MapNode):
        return Tree(file, grown.text, top, problems, grown.nodes if top is not None else 0)
    found = "<list>" if isinstance(top, ListNode) else "<text>" if top.value else "<nothing>"
    return Tree(file, grown.text, None, (*problems, _problem("CC009", place_of(top), found=found)))


def grow_list(file: SourceFile) -> tuple[tuple[Node, ...], tuple[Problem, ...]]:
    """Reads a file whose top is a list, as test files are: its items, and what is wrong with its YAML.

    A file whose top is a single mapping counts as a list of one.
    """
    grown = _grown(file)
    top = grown.top
    if top is None:
        return (), grown.problems
    return tuple(top.items) if isinstance(top, ListNode) else (top,), grown.problems


class _Grown(NamedTuple):
    """What came of a file's bytes; ``top`` is ``None`` when they cannot be used."""

    text: str
    top: Node | None
    problems: tuple[Problem, ...]
    nodes: int = 0


def _grown(file: SourceFile) -> _Grown:
    if refuse_slow_yaml():
        unusable = _problem("CC045", Place(file.path, 1, 1, 2), path=file.path, reason="<no libyaml>")
        return _Grown("", None, (unusable,))
    text, problem = decoding.decoded(file, MAX_BYTES)
    if problem is not None:
        return _Grown(text, None, (problem,))
    grower = _Grower(file.path, text)
    try:
        top = grower.document()
        return _Grown(text, top, tuple(grower.problems), grower.nodes)
    except _RefusedError as refused:
        problem = refused.problem
    except yaml.reader.ReaderError as error:
        problem = decoding.unreadable(file.path, text, error)
    except yaml.MarkedYAMLError as error:
        problem = decoding.unparsed(file.path, text, error)
    return _Grown(text, None, (*grower.problems, problem))


def refuse_slow_yaml() -> str:
    """``""``, or the sentence that says why YAML cannot be read here: PyYAML was built without libyaml."""
    if yaml.__with_libyaml__:
        return ""
    return (
        "PyYAML was installed without libyaml, which Callcue needs. "
        "Reinstall it from a wheel: pip install --force-reinstall PyYAML"
    )


class _RefusedError(Exception):
    """The file cannot be used; carries the one reason."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.code)
        self.problem = problem


class _Named(io.BytesIO):
    """Bytes with a file name, so that libyaml writes the name into every mark."""

    def __init__(self, name: str, content: bytes) -> None:
        super().__init__(content)
        self.name = name


@dataclass(frozen=True, slots=True)
class _Anchored:
    """What an alias stands for: the node, how many nodes it holds and how deep it goes."""

    node: Node
    weight: int
    height: int


class _Grower:
    """Pulls events and grows nodes; counts depth, nodes and what aliases stand for."""

    def __init__(self, path: str, text: str) -> None:
        self.problems: list[Problem] = []
        parser = yaml.CLoader(_Named(path, text.encode()))
        self._next = cast("Callable[[], Event]", parser.get_event)
        self._path = path
        self.nodes = 0
        self._aliased = 0
        self._deepest = 0
        self._anchors: dict[str, _Anchored] = {}
        self._open: set[str] = set()

    def document(self) -> Node:
        """The top node of the one document of the file."""
        self._next()  # the stream's start
        if not isinstance(self._next(), DocumentStartEvent):
            raise _RefusedError(_problem("CC009", Place(self._path, 1, 1, 2), found="<nothing>"))
        top = self._node(self._next(), 1)
        self._next()  # the document's end
        after = self._next()
        if isinstance(after, DocumentStartEvent):
            raise _RefusedError(_problem("CC006", _place_at(after)))
        return top

    def _node(self, event: Event, depth: int) -> Node:
        """The node that begins with ``event``, which is no plain leaf; it will lie at ``depth``."""
        if isinstance(event, AliasEvent):
            return self._alias(event, depth)
        if not isinstance(event, ScalarEvent | MappingStartEvent | SequenceStartEvent):
            raise _RefusedError(_problem("CC001", _place_at(event), reason="<other>"))
        if event.tag is not None and event.tag not in _TEXT_TAGS:
            raise _RefusedError(_problem("CC046", _place_at(event), tag=event.tag))
        if event.anchor is not None:
            return self._anchored(event, event.anchor, depth)
        if isinstance(event, ScalarEvent):
            return event
        return self._map(event, depth) if isinstance(event, MappingStartEvent) else self._list(event, depth)

    def _map(self, start: Event, depth: int) -> MapNode:
        if depth > MAX_DEPTH or self._open:
            self._go_down(start, depth)
        entries: dict[str, tuple[ScalarNode, Node]] = {}
        following = self._next
        while True:
            key = following()
            if type(key) is not ScalarEvent or key.anchor is not None or key.tag is not None:
                if type(key) is MappingEndEvent:
                    break
                key = self._key(key, depth)
            value = following()
            if type(value) is ScalarEvent and value.anchor is None and value.tag is None:
                node: Node = value
            elif type(value) is MappingStartEvent and value.anchor is None and value.tag is None:
                node = self._map(value, depth + 1)
            else:
                node = self._node(value, depth + 1)
            name = key.value
            if name in entries:
                self._duplicate(key, entries[name][0])
            else:
                entries[name] = (key, node)
            if len(entries) > MAX_NODES // 2:
                break
        self._count(2 * len(entries) + 1, start)
        return MapNode(entries, start)

    def _list(self, start: Event, depth: int) -> ListNode:
        if depth > MAX_DEPTH or self._open:
            self._go_down(start, depth)
        items: list[Node] = []
        following = self._next
        while True:
            item = following()
            if type(item) is ScalarEvent and item.anchor is None and item.tag is None:
                items.append(item)
            elif type(item) is MappingStartEvent and item.anchor is None and item.tag is None:
                items.append(self._map(item, depth + 1))
            elif type(item) is SequenceEndEvent:
                break
            else:
                items.append(self._node(item, depth + 1))
            if len(items) > MAX_NODES:
                break
        self._count(len(items) + 1, start)
        return ListNode(items, start)

    def _go_down(self, start: Event, depth: int) -> None:
        if depth > MAX_DEPTH:
            raise _RefusedError(_problem("CC004", _place_at(start), most=str(MAX_DEPTH)))
        self._deepest = max(self._deepest, depth)

    def _count(self, nodes: int, start: Event) -> None:
        self.nodes += nodes
        if self.nodes > MAX_NODES:
            raise _RefusedError(_problem("CC003", _place_at(start), reason="<nodes>", most=str(MAX_NODES)))

    def _key(self, event: Event, depth: int) -> ScalarNode:
        """A key with an anchor or a tag, or an alias; a list or a mapping is refused unread."""
        node = self._node(event, depth + 1) if isinstance(event, ScalarEvent | AliasEvent) else None
        if isinstance(node, ScalarNode):
            return node
        raise _RefusedError(_problem("CC047", _place_at(event)))

    def _anchored(self, event: NodeEvent, anchor: str, depth: int) -> Node:
        nodes, aliased, deepest = self.nodes, self._aliased, self._deepest
        self._anchors.pop(anchor, None)
        self._open.add(anchor)
        self._deepest = depth - 1
        event.anchor = None
        node = self._node(event, depth)
        weight = 1 + self.nodes - nodes + self._aliased - aliased
        self._anchors[anchor] = _Anchored(node, weight, self._deepest - depth + 1)
        self._open.discard(anchor)
        self._deepest = max(self._deepest, deepest)
        return node

    def _alias(self, event: AliasEvent, depth: int) -> Node:
        name = event.anchor or ""
        known = self._anchors.get(name)
        if known is None:
            if name in self._open:
                raise _RefusedError(_problem("CC007", _place_at(event), name=name))
            raise _RefusedError(_problem("CC001", _place_at(event), reason="<alias>", name=name))
        self._aliased += known.weight
        if self._aliased > MAX_ALIASED:
            raise _RefusedError(_problem("CC008", _place_at(event), name=name, most=str(MAX_ALIASED)))
        reach = depth + known.height - 1
        if reach > MAX_DEPTH:
            raise _RefusedError(_problem("CC004", _place_at(event), most=str(MAX_DEPTH)))
        self._deepest = max(self._deepest, reach)
        return known.node

    def _duplicate(self, key: ScalarNode, first: ScalarNode) -> None:
        line = str(place_of(first).line)
        self.problems.append(_problem("CC005", place_of(key), key=key.value, line=line))
        if len(self.problems) > MOST_PROBLEMS:
            raise _RefusedError(self.problems.pop())


def _place_at(event: Event) -> Place:
    start, end = cast("Mark", event.start_mark), cast("Mark", event.end_mark)
    column = start.column + 1
    same_line = end.line == start.line and end.column > start.column
    return Place(start.name, start.line + 1, column, end.column + 1 if same_line else column + 1)


def _problem(code: str, place: Place, **words: str) -> Problem:
    return Problem(code, Level.ERROR, place, words)


_BREAK = re.compile("\r\n|[\r\n\x85\u2028\u2029]")


def lines_of(text: str) -> list[str]:
    """The lines of ``text`` as libyaml counts them: it also breaks at NEL, LS and PS."""
    return _BREAK.split(text)
