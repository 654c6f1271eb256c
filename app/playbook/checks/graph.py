"""The playbook as a graph: which line can follow which, given what conditions and moods allow.

Each line is two nodes, *reached* (it would be next) and *spoken* (it is offered); between them it may be passed over
by its condition or the mood. Each stage has an *end*, where its ways on part. Skipping, objections and hanging up are
no edges: nobody should need them to get on.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from app.playbook.checks.book import Book, Target
from app.playbook.checks.solver import MOOD, STAGE, Pins, Solver
from app.playbook.expressions import Expression
from app.playbook.model import Line, Stage
from app.playbook.tree import MapNode
from app.playbook.vocabulary import Mood

_MOODS = tuple(Mood)
MOST_BEFORE = 50
"""Conditions before one in a list that are taken into account; nobody writes as many."""


class Edge(NamedTuple):
    """A step from one node to another.

    ``hold`` must be true and ``refuted`` must not for it to be taken, in ``stage``. ``origin`` is the mapping whose
    ``to`` it comes from, if it is a jump. ``outcome`` is what it proposes, ``answer`` the answer that takes it.
    """

    to: int
    stage: str
    hold: tuple[Expression, ...] = ()
    refuted: tuple[Expression, ...] = ()
    origin: MapNode | None = None
    outcome: str | None = None
    answer: str = ""
    moods: tuple[Mood, ...] = ()
    """The moods in which it is open; empty: any."""


@dataclass(slots=True)
class Graph:
    """Nodes are numbers; ``out`` is the node behind the last one: the talk is over."""

    book: Book
    solver: Solver
    lines: list[Line] = field(default_factory=list)
    edges: list[list[Edge]] = field(default_factory=list)
    targets: list[list[int]] = field(default_factory=list)
    """The nodes that can follow each node."""
    out: int = 0
    """The node where the talk is over."""
    _number: dict[str, int] = field(default_factory=dict)
    _stages: list[Stage] = field(default_factory=list)
    _stage_number: dict[str, int] = field(default_factory=dict)

    @classmethod
    def of(cls, book: Book, solver: Solver) -> Graph:
        """The graph of a playbook, with every edge that its conditions leave open."""
        graph = cls(book, solver)
        graph._stages = list(book.stages.values())
        for stage in graph._stages:
            graph._stage_number[stage.id] = len(graph._stage_number)
            for line in stage.lines:
                graph._number.setdefault(line.ref, len(graph.lines))
                graph.lines.append(line)
        graph.out = 2 * len(graph.lines) + len(graph._stages)
        graph._build()
        return graph

    @property
    def start(self) -> int:
        """The node where the call begins."""
        return self.entry(self._stages[0]) if self._stages else self.out

    def reached(self, ref: str) -> int:
        """The node in which line ``ref`` would be next."""
        return 2 * self._number[ref]

    def spoken(self, ref: str) -> int:
        """The node in which line ``ref`` is offered."""
        return 2 * self._number[ref] + 1

    def end(self, stage_id: str) -> int:
        """The node behind the last line of a stage."""
        return 2 * len(self.lines) + self._stage_number[stage_id]

    def entry(self, stage: Stage) -> int:
        """The node in which a stage begins."""
        return self.reached(stage.lines[0].ref) if stage.lines else self.end(stage.id)

    def node_of(self, target: Target) -> int:
        """The node that a ``to`` leads to."""
        if target.line is not None:
            return self.reached(target.line.ref)
        return self.out if target.stage is None else self.entry(target.stage)

    def name(self, node: int) -> str:
        """The full name of the line spoken in ``node``, empty for any other node."""
        return self.lines[node // 2].ref if node < 2 * len(self.lines) and node % 2 else ""

    def stage_of(self, node: int) -> str:
        """The id of the stage that ``node`` belongs to, empty when the talk is over."""
        if node < 2 * len(self.lines):
            return self.lines[node // 2].ref.partition(".")[0]
        return self._stages[node - 2 * len(self.lines)].id if node < self.out else ""

    def is_open(self, edge: Edge, pins: Pins | None = None) -> bool:
        """Whether some moment of a call lets ``edge`` be taken, with ``pins`` given."""
        fixed = {STAGE: edge.stage, **(pins or {})}
        if not edge.moods:
            return self.solver.may_hold(edge.hold, edge.refuted, fixed)
        return any(
            self.solver.may_hold(edge.hold, edge.refuted, {**fixed, MOOD: mood.value}) for mood in edge.moods
        )

    def _build(self) -> None:
        for stage in self._stages:
            for index, line in enumerate(stage.lines):
                after = stage.lines[index + 1].ref if index + 1 < len(stage.lines) else None
                following = self.end(stage.id) if after is None else self.reached(after)
                self.edges.append(self._open(self._offers(stage, line, following)))
                self.edges.append(self._open(self._answers(stage, line, following)))
        for index, stage in enumerate(self._stages):
            after_stage = self._stages[index + 1] if index + 1 < len(self._stages) else None
            following = self.out if after_stage is None else self.entry(after_stage)
            self.edges.append(self._open(self.ways(stage, following)))
        self.edges.append([])
        self.targets = [[edge.to for edge in edges] for edges in self.edges]

    def _open(self, edges: Iterable[Edge]) -> list[Edge]:
        return [edge for edge in edges if not (edge.hold or edge.refuted) or self.is_open(edge)]

    def _offers(self, stage: Stage, line: Line, following: int) -> Iterable[Edge]:
        spoken = self.spoken(line.ref)
        condition = self.book.condition(line.when)
        skipped = tuple(mood for mood, change in line.moods.items() if change.skip)
        wanted = tuple(mood for mood in _MOODS if mood not in skipped) if skipped else ()
        conditions = () if condition is None else (condition,)
        if wanted or not skipped:
            yield Edge(spoken, stage.id, hold=conditions, moods=wanted)
        if skipped:
            yield Edge(following, stage.id, moods=skipped)
        elif line.when is not None:
            yield Edge(following, stage.id, refuted=conditions)

    def _answers(self, stage: Stage, line: Line, following: int) -> Iterable[Edge]:
        if not line.answers:
            yield Edge(following, stage.id)
        for answer in line.answers:
            target = None if answer.to is None else self.book.meant(answer.to, stage.id)
            if answer.to is not None and target is None:
                yield Edge(self.out, stage.id, answer=answer.id)
                continue
            to = following if target is None else self.node_of(target)
            origin = None if target is None else answer.origin
            yield Edge(to, stage.id, origin=origin, outcome=answer.outcome, answer=answer.id)

    def ways(self, stage: Stage, following: int) -> Iterable[Edge]:
        """The ways on from the end of a stage, in order, whether they can be taken or not; then the next stage."""
        before: list[Expression] = []
        for way in stage.next:
            condition = self.book.condition(way.when)
            target = self.book.meant(way.to, stage.id)
            to = self.out if target is None else self.node_of(target)
            hold = () if condition is None else (condition,)
            yield Edge(to, stage.id, hold, tuple(before), way.origin, way.outcome)
            if way.when is None:
                return
            if condition is not None and len(before) < MOST_BEFORE:
                before.append(condition)
        yield Edge(following, stage.id, refuted=tuple(before))


Steps = Callable[[int], Iterable[int]]


def reach(starts: Iterable[int], steps: Steps) -> set[int]:
    """Every node that can be come to from ``starts``."""
    seen = set(starts)
    waiting = list(seen)
    while waiting:
        for to in steps(waiting.pop()):
            if to not in seen:
                seen.add(to)
                waiting.append(to)
    return seen


def shortest(start: int, goal: int, steps: Steps) -> list[int]:
    """A shortest path from ``start`` to ``goal``, both included; empty when there is none."""
    came: dict[int, int] = {start: start}
    waiting = deque([start])
    while waiting:
        node = waiting.popleft()
        if node == goal:
            path = [node]
            while path[-1] != start:
                path.append(came[path[-1]])
            return path[::-1]
        for to in steps(node):
            if to not in came:
                came[to] = node
                waiting.append(to)
    return []


def unavoidable(path: Sequence[int], steps: Steps) -> set[int]:
    """The nodes of ``path`` that lie on every path from its first node to its last.

    One walk along the path: what can be reached beside it from the nodes before ``i`` tells whether ``i`` can be
    passed (single-pair dominators, linear in the edges).
    """
    place = {node: index for index, node in enumerate(path)}
    beside: set[int] = set()
    furthest = 0
    certain: set[int] = set()
    for index, node in enumerate(path):
        if furthest <= index:
            certain.add(node)
        waiting = [node]
        while waiting:
            for to in steps(waiting.pop()):
                if to in place:
                    furthest = max(furthest, place[to])
                elif to not in beside:
                    beside.add(to)
                    waiting.append(to)
    return certain


def rings(nodes: set[int], steps: Steps) -> list[list[int]]:
    """The groups of ``nodes`` in which each can be come to from each other and that nothing leaves.

    Kosaraju's two walks, without recursion. ``nodes`` must hold every step of its members.
    """
    order: list[int] = []
    seen: set[int] = set()
    for first in sorted(nodes):
        if first in seen:
            continue
        seen.add(first)
        walk = [(first, iter(list(steps(first))))]
        while walk:
            node, rest = walk[-1]
            for to in rest:
                if to not in seen:
                    seen.add(to)
                    walk.append((to, iter(list(steps(to)))))
                    break
            else:
                order.append(node)
                walk.pop()
    back: dict[int, list[int]] = {node: [] for node in nodes}
    for node in nodes:
        for to in steps(node):
            back[to].append(node)
    group: dict[int, int] = {}
    for number, node in enumerate(reversed(order)):
        if node in group:
            continue
        for member in reach([node], lambda one: [to for to in back[one] if to not in group]):
            group[member] = number
    members: dict[int, list[int]] = {}
    for node in sorted(nodes):
        members.setdefault(group[node], []).append(node)
    return [
        ring
        for number, ring in members.items()
        if all(group[to] == number for node in ring for to in steps(node))
    ]
