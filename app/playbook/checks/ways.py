"""Where the call can go: stages nothing leads to, loops with no way out, a goal out of reach, a must that is missed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from app.playbook.checks.book import Book
from app.playbook.checks.graph import Edge, Graph, reach, rings, shortest, unavoidable
from app.playbook.checks.margin import NOWHERE, Margin, key_place, value_place
from app.playbook.checks.solver import Pins, Solver
from app.playbook.model import Line, Objection, Stage
from app.playbook.problems import Place

_MOST_STEPS = 1_000_000
"""Edges walked in looking for ways round questions that must be asked; a huge file gets fewer of these warnings."""
_LONGEST_PATH = 10
"""Lines named in a message; the middle of a longer path is left out."""


def check(book: Book, margin: Margin, solver: Solver) -> None:
    """Note what is wrong with the ways through the call."""
    if not book.stages:
        return
    graph = Graph.of(book, solver)
    ways = _Ways(book, margin, graph)
    ways.behind_always()
    reachable = reach([graph.start, *ways.objection_targets()], ways.steps)
    ways.unreachable(reachable)
    ways.trapped(reachable)
    ways.goal()


@dataclass(frozen=True, slots=True)
class _Ways:
    book: Book
    margin: Margin
    graph: Graph

    def steps(self, node: int) -> list[int]:
        """The nodes that can follow ``node``."""
        return self.graph.targets[node]

    def objection_targets(self) -> Iterator[int]:
        """Where objections may send the call."""
        for objection, reference in self.book.objection_targets():
            target = self.book.meant(reference.name)
            if target is not None and self._may_be_raised(objection):
                yield self.graph.node_of(target)

    def _may_be_raised(self, objection: Objection) -> bool:
        condition = self.book.condition(objection.when)
        return condition is None or self.graph.solver.may_hold((condition,))

    def behind_always(self) -> None:
        """Ways on that an earlier one always takes before them."""
        for stage in self.book.stages.values():
            for way, edge in zip(stage.next, self.graph.ways(stage, self.graph.out), strict=False):
                own = edge._replace(refuted=())
                if edge.refuted and self.graph.is_open(own) and not self.graph.is_open(edge):
                    key = "when" if way.when is not None else "to"
                    self.margin.add("CC120", value_place(way.origin, key), to=way.to, stage=stage.id)
            for way in stage.next[_first_always(stage) + 1 :]:
                self.margin.add("CC120", value_place(way.origin, "to"), to=way.to, stage=stage.id)

    def unreachable(self, reachable: set[int]) -> None:
        """Stages that nothing leads to."""
        graph = self.graph
        found = {graph.stage_of(node) for node in reachable if node != graph.out}
        stages = list(self.book.stages.values())
        if len(found) == len(stages):
            return
        sources, named = self._sources(), self._stages_named()
        for index, stage in enumerate(stages):
            if stage.id in found:
                continue
            before = stages[index - 1]
            leads = self._leads(before)
            source = sources.get(stage.id) or named.get(stage.id, "")
            alone = stage.id in sources and source not in found
            reason = "<only_from>" if alone else "<blocked>" if source else "<jumped>"
            self.margin.add(
                "CC034",
                value_place(stage.origin, "id"),
                stage=stage.id,
                before=before.id,
                leads=", ".join(leads),
                source=source,
                reason=reason,
            )

    def _sources(self) -> dict[str, str]:
        """For each stage another one that leads to it."""
        graph, sources = self.graph, dict[str, str]()
        for node, edges in enumerate(graph.edges):
            here = graph.stage_of(node)
            for edge in edges:
                if graph.stage_of(edge.to) != here:
                    sources.setdefault(graph.stage_of(edge.to), here)
        return sources

    def _stages_named(self) -> dict[str, str]:
        """For each stage another one in which something names it, whether that can be taken or not."""
        named: dict[str, str] = {}
        for one in self.book.targets():
            target = self.book.target(one.name, one.stage)
            if target is not None and target.stage is not None and target.stage.id != one.stage:
                named.setdefault(target.stage.id, one.stage)
        return named

    def _leads(self, stage: Stage) -> list[str]:
        graph = self.graph
        nodes = [graph.spoken(line.ref) for line in stage.lines] + [graph.end(stage.id)]
        found = {graph.stage_of(to) or "wrap_up": None for node in nodes for to in self.steps(node)}
        return [one for one in found if one != stage.id]

    def trapped(self, reachable: set[int]) -> None:
        """Loops that only hanging up, skipping or an objection would end."""
        graph = self.graph
        back: list[list[int]] = [[] for _ in graph.edges]
        for node, targets in enumerate(graph.targets):
            for to in targets:
                back[to].append(node)
        stuck = reachable - reach([graph.out], lambda node: back[node])
        for ring in rings(stuck, self.steps):
            self._report_ring(ring)

    def _report_ring(self, ring: list[int]) -> None:
        graph, inside = self.graph, set(ring)
        jumps = [
            (node, edge)
            for node in ring
            for edge in graph.edges[node]
            if edge.origin is not None and edge.to in inside
        ]
        if not jumps:
            return
        node, edge = max(reversed(jumps), key=lambda one: (one[1].to <= one[0], one[0]))
        path = [node, *shortest(edge.to, node, lambda one: (to for to in self.steps(one) if to in inside))]
        names = self._names(path) or [graph.stage_of(one) for one in path]
        self.margin.add("CC035", value_place(edge.origin, "to"), path=_shown(names), to=_target(edge))

    def _names(self, path: list[int]) -> list[str]:
        names = [name for node in path if (name := self.graph.name(node))]
        return [*names, names[0]] if len(names) == 1 else names

    def goal(self) -> None:
        """A goal that is named and out of reach, and questions that must be asked on the way to it."""
        goal = self.book.playbook.goal
        if goal is None:
            return
        named = [one for one in self.book.proposals() if one.name == goal]
        if not named:
            return
        aim = _Aim(self.graph, goal, self.graph.out + 1)
        path = shortest(self.graph.start, aim.out, aim.steps)
        if path:
            if not self._dangling():
                self._musts(aim, path)
        elif not self._objection_gains(goal) and not self._gained_after_objection(aim):
            place = value_place(self.book.playbook.origin, "goal")
            at = value_place(named[0].origin, named[0].key)
            self.margin.add("CC036", place, goal=goal, line=str(at.line), path=_shown(self._furthest()))

    def _furthest(self) -> list[str]:
        """A way to the last line that can be reached."""
        graph = self.graph
        reachable = reach([graph.start], self.steps)
        last = max((node for node in reachable if graph.name(node)), default=graph.start)
        return self._names(shortest(graph.start, last, self.steps))

    def _dangling(self) -> bool:
        return any(self.book.target(one.name, one.stage) is None for one in self.book.targets())

    def _objection_gains(self, goal: str) -> bool:
        return any(
            one is not None and one.outcome == goal and self._may_be_raised(objection)
            for objection in self.book.playbook.objections
            for one in (objection.exhausted, objection.final)
        )

    def _gained_after_objection(self, aim: _Aim) -> bool:
        return aim.out in reach(self.objection_targets(), aim.steps)

    def _musts(self, aim: _Aim, path: list[int]) -> None:
        certain = unavoidable(path, aim.steps)
        walks = _MOST_STEPS // (1 + sum(map(len, self.graph.edges)))
        for line in self.graph.lines:
            node = self.graph.reached(line.ref)
            if not line.must or node in certain or aim.second(node) in certain:
                continue
            walks -= 1
            if walks < 0:
                return
            around = aim.avoiding(line, self._pins(line))
            if around:
                names = self._names([one % aim.layer for one in around])
                self.margin.add("CC107", _must_place(line), line=line.ref, path=_shown(names), goal=aim.goal)

    def _pins(self, line: Line) -> Pins:
        """What is not known, and was not asked, on a path that goes round ``line``."""
        pins: dict[tuple[str, str], bool | None] = {("asked", line.ref): False, ("answer", line.ref): None}
        if line.fact is not None and len(self.book.learners.get(line.fact, [])) == 1:
            pins["fact", line.fact] = None
        return pins


@dataclass(frozen=True, slots=True)
class _Aim:
    """The graph twice over: before and after something proposed the goal; the aim is to be out in the second."""

    graph: Graph
    goal: str
    layer: int
    """How far the second copy's nodes are from the first's."""

    @property
    def out(self) -> int:
        """The talk is over and the goal was proposed."""
        return self.second(self.graph.out)

    def second(self, node: int) -> int:
        """``node`` after the goal was proposed."""
        return node + self.layer

    def steps(self, node: int) -> Iterator[int]:
        """The nodes that can follow ``node``."""
        return (self._to(node, edge) for edge in self.graph.edges[node % self.layer])

    def _to(self, node: int, edge: Edge) -> int:
        return self.second(edge.to) if node >= self.layer or edge.outcome == self.goal else edge.to

    def avoiding(self, line: Line, pins: Pins) -> list[int]:
        """A path to the goal on which ``line`` never comes up."""
        names = {name for kind, name in pins if kind == "fact"}
        avoided = self.graph.reached(line.ref)

        def steps(node: int) -> Iterator[int]:
            for edge in self.graph.edges[node % self.layer]:
                if edge.to == avoided:
                    continue
                asked = any(
                    line.ref in one.lines or not names.isdisjoint(one.names)
                    for one in (*edge.hold, *edge.refuted)
                )
                if not asked or self.graph.is_open(edge, pins):
                    yield self._to(node, edge)

        return [] if self.graph.start == avoided else shortest(self.graph.start, self.out, steps)


def _first_always(stage: Stage) -> int:
    return next((index for index, way in enumerate(stage.next) if way.when is None), len(stage.next))


def _must_place(line: Line) -> Place:
    return NOWHERE if line.origin is None else key_place(line.origin, "must")


def _target(edge: Edge) -> str:
    return (edge.origin.text("to") or "") if edge.origin is not None else ""


def _shown(names: list[str]) -> str:
    if len(names) > _LONGEST_PATH:
        half = _LONGEST_PATH // 2
        names = [*names[:half], "…", *names[-half:]]
    return " → ".join(names)
