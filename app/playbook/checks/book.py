"""A playbook with every name looked up in one step, and every condition and reference listed once."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from typing import NamedTuple

from app.playbook.checks.margin import NOWHERE, item_place, value_place
from app.playbook.expressions import Expression, ExpressionError, parse
from app.playbook.model import END, WRAP_UP, ComplianceLine, Line, Objection, Outcome, Playbook, Stage, Story
from app.playbook.nearest import nearest
from app.playbook.problems import Place
from app.playbook.tree import MapNode
from app.playbook.vocabulary import OUTCOMES


class When(NamedTuple):
    """A condition in the playbook: where it is written, and the stage it is asked in (empty: in any)."""

    text: str
    origin: MapNode | None
    stage: str
    given: str | None = None
    """Another condition that holds whenever this one is asked (that of the response's objection)."""


class Reference(NamedTuple):
    """A name of something else: where it is written, and the stage it is used in."""

    name: str
    origin: MapNode | None
    key: str
    stage: str = ""
    item: int = -1
    """Which item of the list under ``key``, or -1."""


@dataclass(frozen=True, slots=True)
class Target:
    """Where a ``to`` leads: a line, a stage, or out of the talk (neither)."""

    stage: Stage | None = None
    line: Line | None = None

    @property
    def leaves(self) -> bool:
        """Whether the talk is over."""
        return self.stage is None


MOST_CONDITIONS = 2000
"""Different conditions in one playbook; more are refused, so that checking while typing stays quick."""
_MOST_MEANT = 300_000
"""Names compared in guessing what wrong targets mean; beyond that they mean nothing."""


@dataclass(frozen=True)
class Book:
    """Look-ups over one playbook."""

    playbook: Playbook
    stages: dict[str, Stage] = field(default_factory=dict)
    lines: dict[str, Line] = field(default_factory=dict)
    by_line_id: dict[str, list[Line]] = field(default_factory=dict)
    objections: dict[str, Objection] = field(default_factory=dict)
    stories: dict[str, Story] = field(default_factory=dict)
    outcomes: dict[str, Outcome] = field(default_factory=dict)
    rules: dict[str, ComplianceLine] = field(default_factory=dict)
    learners: dict[str, list[Line]] = field(default_factory=dict)
    """The lines that learn each fact."""

    @classmethod
    def of(cls, playbook: Playbook) -> Book:
        """The look-ups of ``playbook``; the first of two equal ids counts."""
        book = cls(playbook)
        for stage in playbook.stages:
            book.stages.setdefault(stage.id, stage)
            for line in stage.lines:
                book.lines.setdefault(line.ref, line)
                book.by_line_id.setdefault(line.id, []).append(line)
                if line.fact is not None:
                    book.learners.setdefault(line.fact, []).append(line)
        for objection in playbook.objections:
            book.objections.setdefault(objection.id, objection)
        for story in playbook.stories:
            book.stories.setdefault(story.id, story)
        for outcome in playbook.outcomes:
            book.outcomes.setdefault(outcome.id, outcome)
        for rule in playbook.compliance:
            book.rules.setdefault(rule.ref, rule)
        return book

    def condition(self, text: str | None) -> Expression | None:
        """The condition read; ``None`` when there is none, it cannot be read, or there are too many."""
        if text is None:
            return None
        if text not in self._conditions:
            self._conditions[text] = _read(text) if len(self._conditions) < MOST_CONDITIONS else None
        return self._conditions[text]

    @property
    def has_too_many_conditions(self) -> bool:
        """Whether some conditions were left unread."""
        return len(self._conditions) > MOST_CONDITIONS

    @cached_property
    def _conditions(self) -> dict[str, Expression | None]:
        return {}

    def is_spoken(self, ref: str) -> bool:
        """Whether ``ref`` is the full name of a line or a compliance line."""
        return ref in self.lines or ref in self.rules

    def meant(self, name: str, stage_id: str = "") -> Target | None:
        """What ``to: name`` leads to, with a slip of the pen forgiven; ``None`` when nothing is near."""
        target = self.target(name, stage_id)
        if target is not None:
            return target
        if name not in self._near:
            known = self._line_names if "." in name else self._stage_names
            may = (len(self._near) + 1) * len(known) <= _MOST_MEANT
            self._near[name] = nearest(name, known) if may else ""
        near = self._near[name]
        return self.target(near, stage_id) if near else None

    @cached_property
    def _near(self) -> dict[str, str]:
        return {}

    @cached_property
    def _line_names(self) -> list[str]:
        return list(self.lines)

    @cached_property
    def _stage_names(self) -> list[str]:
        return [*self.stages, WRAP_UP, END]

    def target(self, name: str, stage_id: str = "") -> Target | None:
        """What ``to: name`` written in ``stage_id`` leads to; ``None`` when there is no such thing.

        A dotted name is a line. A bare one is a line of the same stage, else a stage, else ``wrap_up`` or ``end``,
        else the only line of that name anywhere: as the call engine takes it.
        """
        if "." in name:
            return self._line_target(self.lines.get(name))
        near = self.lines.get(f"{stage_id}.{name}") if stage_id else None
        if near is not None:
            return self._line_target(near)
        stage = self.stages.get(name)
        if stage is not None:
            return Target(stage)
        if name in (WRAP_UP, END):
            return Target()
        named = self.by_line_id.get(name, [])
        return self._line_target(named[0]) if len(named) == 1 else None

    def _line_target(self, line: Line | None) -> Target | None:
        return None if line is None else Target(self.stages[line.ref.partition(".")[0]], line)

    def whens(self) -> Iterator[When]:
        """Every condition, in the order of the playbook."""
        for stage in self.playbook.stages:
            for line in stage.lines:
                if line.when is not None:
                    yield When(line.when, line.origin, stage.id)
            for way in stage.next:
                if way.when is not None:
                    yield When(way.when, way.origin, stage.id)
        for objection in self.playbook.objections:
            if objection.when is not None:
                yield When(objection.when, objection.origin, "")
            for response in objection.responses:
                if response.when is not None:
                    yield When(response.when, response.origin, "", objection.when)
        for rule in self.playbook.compliance:
            if rule.when is not None:
                yield When(rule.when, rule.origin, "")

    def targets(self) -> Iterator[Reference]:
        """Every ``to``."""
        for stage in self.playbook.stages:
            for line in stage.lines:
                for answer in line.answers:
                    if answer.to is not None:
                        yield Reference(answer.to, answer.origin, "to", stage.id)
            for way in stage.next:
                yield Reference(way.to, way.origin, "to", stage.id)
        for _, reference in self.objection_targets():
            yield reference

    def objection_targets(self) -> Iterator[tuple[Objection, Reference]]:
        """Every ``to`` of an objection: of its responses, its last word and its final end."""
        for objection in self.playbook.objections:
            for one in (*objection.responses, objection.exhausted, objection.final):
                if one is not None and one.to is not None:
                    yield objection, Reference(one.to, one.origin, "to")

    def proposals(self) -> Iterator[Reference]:
        """Every ``outcome`` that something proposes."""
        for stage in self.playbook.stages:
            for line in stage.lines:
                for answer in line.answers:
                    if answer.outcome is not None:
                        yield Reference(answer.outcome, answer.origin, "outcome", stage.id)
            for way in stage.next:
                if way.outcome is not None:
                    yield Reference(way.outcome, way.origin, "outcome", stage.id)
        for objection in self.playbook.objections:
            for one in (objection.exhausted, objection.final):
                if one is not None and one.outcome is not None:
                    yield Reference(one.outcome, one.origin, "outcome")

    def told(self) -> Iterator[Reference]:
        """Every ``story`` that a line or a response names."""
        for stage in self.playbook.stages:
            for line in stage.lines:
                if line.story is not None:
                    yield Reference(line.story, line.origin, "story", stage.id)
        for objection in self.playbook.objections:
            for response in objection.responses:
                if response.story is not None:
                    yield Reference(response.story, response.origin, "story")

    def fact_place(self, fact_id: str) -> Place:
        """Where a fact's name is written: its key under ``facts`` when it is in the playbook's own file."""
        fact = self.playbook.facts.get(fact_id)
        if fact is None or fact.origin is None:
            return NOWHERE
        facts = self.playbook.origin.value("facts") if self.playbook.origin is not None else None
        if isinstance(facts, MapNode) and facts.value(fact_id) is fact.origin:
            return facts.key_place(fact_id)
        return fact.origin.place

    @cached_property
    def fact_places(self) -> dict[str, Place]:
        """Where each fact's name is written."""
        return {fact_id: self.fact_place(fact_id) for fact_id in self.playbook.facts}

    @cached_property
    def story_places(self) -> dict[str, Place]:
        """Where each story's id is written."""
        return {key: value_place(one.origin, "id") for key, one in self.stories.items()}

    @cached_property
    def objection_places(self) -> dict[str, Place]:
        """Where each objection's id is written."""
        return {key: value_place(one.origin, "id") for key, one in self.objections.items()}

    @cached_property
    def outcome_places(self) -> dict[str, Place]:
        """Where each outcome is declared; nowhere for the vocabulary's, when the playbook lists none."""
        places = {}
        for index, one in enumerate(self.playbook.outcomes):
            named = one.origin is not None and one.origin.value("id") is not None
            places[one.id] = (
                value_place(one.origin, "id")
                if named
                else item_place(self.playbook.origin, "outcomes", index)
            )
        return places or dict.fromkeys(OUTCOMES, NOWHERE)

    @cached_property
    def stage_places(self) -> dict[str, Place]:
        """Where each stage's id is written."""
        return {one.id: value_place(one.origin, "id") for one in self.stages.values()}

    @cached_property
    def line_places(self) -> dict[str, Place]:
        """Where each line's id is written, by full name."""
        return {ref: value_place(one.origin, "id") for ref, one in self.lines.items()}

    def places_in(self, stage_id: str) -> dict[str, Place]:
        """Where the ids of a stage's lines are written, by their bare ids."""
        if stage_id not in self._in_stage:
            lines = self.stages[stage_id].lines
            self._in_stage[stage_id] = {line.id: value_place(line.origin, "id") for line in lines}
        return self._in_stage[stage_id]

    @cached_property
    def _in_stage(self) -> dict[str, dict[str, Place]]:
        return {}

    @cached_property
    def full_names(self) -> dict[str, Place]:
        """The full dotted name of everything that has an id, with its place."""
        names = dict(self.fact_places)
        for story in self.playbook.stories:
            names[story.id] = value_place(story.origin, "id")
        for outcome in self.playbook.outcomes:
            names[outcome.id] = value_place(outcome.origin, "id")
        for rule in self.playbook.compliance:
            names[rule.ref] = value_place(rule.origin, "id")
        for objection in self.playbook.objections:
            names[objection.id] = value_place(objection.origin, "id")
            for response in objection.responses:
                names[response.ref] = value_place(response.origin, "id")
        for stage in self.playbook.stages:
            names[stage.id] = value_place(stage.origin, "id")
            for line in stage.lines:
                names[line.ref] = value_place(line.origin, "id")
                for answer in line.answers:
                    names[f"{line.ref}.{answer.id}"] = value_place(answer.origin, "id")
        return names


def _read(text: str) -> Expression | None:
    try:
        return parse(text)
    except ExpressionError:
        return None
