"""Reads a playbook from its exact bytes: the files it uses are merged in, every structural problem has its place."""

from __future__ import annotations

import gc
import posixpath
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TypeVar

from app.playbook.findings import Findings, quoted
from app.playbook.kept import kept
from app.playbook.model import ComplianceLine, Fact, Objection, Playbook, Story
from app.playbook.parts import Builder, Shared
from app.playbook.problems import Level, Place, Problem
from app.playbook.source import Source, SourceFile
from app.playbook.taking import Values
from app.playbook.tree import ListNode, MapNode, ScalarNode, Tree, grow, place_of

MOST_KEPT = 150_000
"""Nodes of readings that are kept: some 100 MB, or the shipped playbooks several times over."""
_SHARED_KEYS = frozenset({"facts", "objections", "stories", "compliance"})
_Part = TypeVar("_Part", Objection, Story, ComplianceLine)


@dataclass(frozen=True, slots=True, eq=False)
class Reading:
    """What came of reading one playbook.

    Args:
        source: The bytes that were read.
        problems: Everything found, in the order of the text.
        draft: The playbook as far as it could be made; for the checks, never for a call while there are errors.
        trees: Each file's tree by its path.
    """

    source: Source
    problems: tuple[Problem, ...]
    draft: Playbook | None = None
    trees: Mapping[str, Tree] = field(default_factory=dict)

    @property
    def playbook(self) -> Playbook | None:
        """The playbook, if it may be used: ``None`` when anything is an error."""
        return None if any(one.level is Level.ERROR for one in self.problems) else self.draft

    @property
    def path(self) -> str:
        """The playbook's own file, relative to the playbooks folder."""
        return self.source.path

    @property
    def texts(self) -> dict[str, str]:
        """Each file's text by its path."""
        return {path: tree.text for path, tree in self.trees.items()}


def _tree_weight(tree: Tree) -> int:
    return 1 + tree.nodes + len(tree.problems) + len(tree.text) // 64


@kept(_tree_weight, MOST_KEPT)
def tree_of(file: SourceFile) -> Tree:
    """The tree of one file; the same bytes are parsed once."""
    with collector_at_rest():
        return grow(file)


def weight(reading: Reading) -> int:
    """How much memory a reading takes, in nodes."""
    return sum(map(_tree_weight, reading.trees.values())) + len(reading.problems)


@kept(weight, MOST_KEPT)
def read(source: Source) -> Reading:
    """Reads a playbook wholly from memory; any bytes give a reading. The same source is read once.

    Structure is looked at here; what the playbook means is checked by ``whole.examine``.
    """
    with collector_at_rest():
        return _Reader(source).reading()


@contextmanager
def collector_at_rest() -> Iterator[None]:
    """Keeps the cycle collector from walking the whole program again and again while a big tree grows.

    What grew lives as long as the playbook, so it goes straight to the oldest generation (``freeze`` and
    ``unfreeze`` move it there without a walk). Together this halves the time of reading.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            if gc.get_freeze_count() == 0:
                gc.freeze()
                gc.unfreeze()
            gc.enable()


def used_paths(tree: Tree) -> Iterator[tuple[str, ScalarNode]]:
    """The texts under ``uses`` that look like paths, with their nodes."""
    listed = tree.root.value("uses") if tree.root is not None else None
    for item in listed.items if isinstance(listed, ListNode) else ():
        if isinstance(item, ScalarNode) and item.value:
            yield item.value, item


def resolved(path: str, base: str) -> str | None:
    """``path`` written in file ``base`` as a path from the playbooks folder; ``None`` when it leads out of it."""
    if "\\" in path or "\0" in path or path.startswith("/") or path[1:2] == ":":
        return None
    whole = posixpath.normpath(posixpath.join(posixpath.dirname(base), path))
    return None if whole == ".." or whole.startswith("../") else whole


class _Reader:
    """One reading: follows ``uses`` and merges what they bring."""

    def __init__(self, source: Source) -> None:
        self._source = source
        self._files = {file.path: file for file in source.files}
        self._findings = Findings()
        self._builder = Builder(self._findings)
        self._trees: dict[str, Tree] = {}
        self._merged: dict[str, Shared] = {}
        self._lang = ""

    def reading(self) -> Reading:
        """The whole reading."""
        path = self._source.path
        tree = self._tree(self._source.files[0])
        draft = None
        if tree.root is not None:
            is_shared = (
                _SHARED_KEYS & tree.root.entries.keys() and not {"id", "stages"} & tree.root.entries.keys()
            )
            values = self._builder.top(tree.root, "shared" if is_shared else "playbook")
            self._lang = values.get("lang", "")
            parts = self._with_used(tree, values, (path,))
            if not is_shared:
                draft = self._builder.playbook(tree.root, values, parts, tuple(self._trees)[1:])
        return Reading(
            self._source, in_order(self._findings.problems, tuple(self._trees)), draft, self._trees
        )

    def _tree(self, file: SourceFile) -> Tree:
        tree = tree_of(file)
        self._trees[file.path] = tree
        self._findings.extend(tree.problems)
        return tree

    def _with_used(self, tree: Tree, values: Values, trail: tuple[str, ...]) -> Shared:
        """What a file brings itself and what it uses; its own wins over what it uses, an earlier use over a later."""
        merged = self._builder.shared(values)
        for item in values.get("uses", ()):
            if not isinstance(item, ScalarNode) or not item.value:
                self._findings.error("CC012", _place(item), key="uses", expected="<path>", found="<nothing>")
                continue
            brought = self._used(item, tree.file.path, trail)
            if brought is not None:
                merged = self._merge(merged, brought, item.value)
        return merged

    def _used(self, item: ScalarNode, base: str, trail: tuple[str, ...]) -> Shared | None:
        place, path = place_of(item), resolved(item.value, base)
        if path is None:
            self._findings.error("CC042", place, path=quoted(item.value))
            return None
        if path in trail:
            chain = " → ".join((*trail[trail.index(path) :], path))
            self._findings.error("CC041", place, path=quoted(item.value), chain=chain)
            return None
        if path in self._merged:
            return self._merged[path]
        file = self._files.get(path)
        if file is None:
            self._findings.error("CC040", place, path=quoted(item.value), file=path)
            return None
        shared = self._shared_file(file, place, (*trail, path))
        self._merged[path] = shared
        return shared

    def _shared_file(self, file: SourceFile, place: Place, trail: tuple[str, ...]) -> Shared:
        tree = self._tree(file)
        if tree.root is None:
            return Shared()
        values = self._builder.top(tree.root, "shared")
        lang = values.get("lang", "")
        if lang and self._lang and lang != self._lang:
            self._findings.note("CC044", Level.WARNING, place, path=file.path, theirs=lang, ours=self._lang)
        return self._with_used(tree, values, trail)

    def _merge(self, own: Shared, used: Shared, path: str) -> Shared:
        for name, fact in used.facts.items():
            if name in own.facts and own.facts[name] is not fact:
                self._overrides(own.facts[name], name, "<facts>", path)
        return Shared(
            {**own.facts, **{name: fact for name, fact in used.facts.items() if name not in own.facts}},
            (*own.objections, *self._new("<objections>", own.objections, used.objections, path)),
            (*own.stories, *self._new("<stories>", own.stories, used.stories, path)),
            (*own.compliance, *self._new("<compliance>", own.compliance, used.compliance, path)),
        )

    def _new(self, what: str, own: tuple[_Part, ...], used: tuple[_Part, ...], path: str) -> list[_Part]:
        known = {one.id: one for one in own}
        for one in used:
            if one.id in known and known[one.id] is not one:
                self._overrides(known[one.id], one.id, what, path)
        return [one for one in used if one.id not in known]

    def _overrides(
        self, own: Objection | Story | ComplianceLine | Fact, name: str, what: str, path: str
    ) -> None:
        origin = own.origin
        place = Place(self._source.path, 1, 1, 2) if origin is None else _id_place(origin)
        self._findings.note("CC043", Level.INFO, place, id=name, what=what, path=path)


def _place(node: ScalarNode | ListNode | MapNode) -> Place:
    return node.place if isinstance(node, MapNode) else place_of(node)


def _id_place(origin: MapNode) -> Place:
    return origin.value_place("id") if "id" in origin.entries else origin.place


def in_order(problems: tuple[Problem, ...], files: tuple[str, ...]) -> tuple[Problem, ...]:
    """Problems as a reader meets them: file by file as they were read, then by line and column."""
    rank = {path: number for number, path in enumerate(files)}
    return tuple(
        sorted(
            problems, key=lambda one: (rank.get(one.place.file, len(rank)), one.place.line, one.place.column)
        )
    )
