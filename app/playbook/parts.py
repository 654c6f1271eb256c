"""Builds the model of one file from its tree: stages, lines, objections, facts and the rest."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, TypeVar

from app.playbook import scalars
from app.playbook.fields import MAX_ANSWERS, SKIP
from app.playbook.findings import Findings, quoted
from app.playbook.model import (
    Answer,
    ComplianceLine,
    Exhausted,
    Fact,
    FactType,
    FactValue,
    Final,
    Line,
    LineKind,
    MoodChange,
    Objection,
    Outcome,
    Playbook,
    Response,
    Stage,
    Story,
    Tone,
    WayOn,
)
from app.playbook.taking import Taker, Values
from app.playbook.tree import ListNode, MapNode, Node, ScalarNode, place_of
from app.playbook.vocabulary import OUTCOMES, STAGES, TONES, Ask, Dial, Drive, Mood, OutcomeGroup

_Made = TypeVar("_Made")
_TONES = {name: Tone(name) for name in TONES}
_MOODS = {str(mood): mood for mood in Mood}
_ASKS = {str(ask): ask for ask in Ask}
_DIALS = {str(dial): dial for dial in Dial}
_OUTCOME_CODES = tuple(OUTCOMES)
_NO_MOODS: Mapping[Mood, MoodChange] = {}
_SKIPPED = MoodChange(skip=True)
_ID = re.compile(r"[a-z][a-z0-9_]*")


@dataclass(frozen=True, slots=True)
class Shared:
    """What a file brings that other files may use: facts, objections, stories, compliance lines."""

    facts: Mapping[str, Fact] = field(default_factory=dict)
    objections: tuple[Objection, ...] = ()
    stories: tuple[Story, ...] = ()
    compliance: tuple[ComplianceLine, ...] = ()


class Builder:
    """Turns nodes into the model; a part that has no id is left out, anything else is made as well as it can be."""

    def __init__(self, findings: Findings) -> None:
        self._findings = findings
        self._taker = Taker(findings)
        self._facts: Mapping[str, Fact] = {}
        self._lang = ""

    def top(self, node: MapNode, shape: str) -> Values:
        """The values of a whole file."""
        return self._taker.take(node, shape)

    def shared(self, values: Values) -> Shared:
        """The sharable parts of a file."""
        return Shared(
            self._named_facts(values.get("facts")),
            self._many("objections", values, self._objection),
            self._many("stories", values, self._story),
            self._many("compliance", values, self._compliance),
        )

    def playbook(
        self, node: MapNode, values: Values, parts: Shared, uses: tuple[str, ...]
    ) -> Playbook | None:
        """The playbook with ``parts`` merged in; ``None`` when it has no id."""
        name = values.get("id")
        if not name:
            return None
        self._facts, self._lang = parts.facts, values.get("lang", "")
        return Playbook(
            id=name,
            lang=self._lang,
            stages=self._many("stages", values, self._stage),
            title=values.get("title") or name,
            version=values.get("version", ""),
            goal=values.get("goal") or None,
            tone=self._tone(values),
            push_locked="push" in values,
            prep=values.get("prep", ()),
            lawful_basis_required="lawful_basis" in values,
            facts=parts.facts,
            objections=parts.objections,
            stories=parts.stories,
            compliance=parts.compliance,
            outcomes=self._outcomes(values.get("outcomes")),
            scorecard=values.get("scorecard") or None,
            renames=self._texts_by_name("renames", values.get("renames")),
            uses=uses,
            origin=node,
        )

    def _many(
        self, key: str, values: Values, make: Callable[[MapNode], tuple[str, _Made] | None]
    ) -> tuple[_Made, ...]:
        nodes: list[Node] | None = values.get(key)
        if not nodes:
            return ()
        made: dict[str, _Made] = {}
        for node in self._taker.maps(key, nodes):
            one = make(node)
            if one is None:
                continue
            if one[0] in made:
                self._duplicate(key, node, one[0], nodes)
            else:
                made[one[0]] = one[1]
        return tuple(made.values())

    def _duplicate(self, key: str, node: MapNode, name: str, nodes: list[Node]) -> None:
        first = next(one for one in nodes if isinstance(one, MapNode) and one.text("id") == name)
        line = str(first.value_place("id").line)
        self._findings.error("CC014", node.value_place("id"), id=quoted(name), what=f"<{key}>", line=line)

    def _stage(self, node: MapNode) -> tuple[str, Stage] | None:
        values = self._taker.take(node, "stage")
        name = values.get("id")
        if not name:
            return None
        label = STAGES.get(name)

        def line(line_node: MapNode) -> tuple[str, Line] | None:
            return self._line(line_node, name)

        return name, Stage(
            id=name,
            title=values.get("title") or (label.in_lang(self._lang) if label is not None else name),
            lines=self._many("lines", values, line),
            drive=Drive(values["drive"]) if "drive" in values else None,
            tone=self._tone(values),
            budget_seconds=values.get("budget"),
            next=self._ways_on(values),
            origin=node,
        )

    def _line(self, node: MapNode, stage: str) -> tuple[str, Line] | None:
        values = self._taker.take(node, "line")
        say, ask = values.get("say"), values.get("ask")
        if (say is None) == (ask is None) or not (say or ask):
            self._say_or_ask(node)
        name = values.get("id")
        if not name:
            return None
        fact = values.get("fact") or None
        return name, Line(
            id=name,
            ref=f"{stage}.{name}",
            kind=LineKind.ASK if say is None and ask is not None else LineKind.SAY,
            text=say or ask or "",
            cue=values.get("cue", ()),
            do=values.get("do", ""),
            guide=values.get("guide", ""),
            moods=self._moods(values),
            needs_moods=_mood_codes(values),
            tone=self._tone(values),
            budget_seconds=values.get("budget"),
            must=values.get("must", False),
            when=values.get("when") or None,
            fact=fact,
            verbatim=values.get("verbatim", False),
            story=values.get("story") or None,
            answers=self._answers(values, fact) if "answers" in values else (),
            trials=self._trials(node, values),
            origin=node,
        )

    def _say_or_ask(self, node: MapNode) -> None:
        if "say" in node.entries and "ask" in node.entries:
            self._findings.error("CC017", node.key_place("ask"), reason="<both>")
        elif not any(isinstance(node.value(key), ListNode | MapNode) for key in ("say", "ask")):
            empty = next((key for key in ("say", "ask") if key in node.entries), "")
            place = node.key_place(empty) if empty else node.value_place("id")
            self._findings.error("CC017", place, reason="<empty>" if empty else "<neither>", key=empty)

    def _answers(self, values: Values, fact_name: str | None) -> tuple[Answer, ...]:
        nodes: list[Node] = values["answers"]
        if len(nodes) > MAX_ANSWERS:
            extra = nodes[MAX_ANSWERS]
            place = extra.place if isinstance(extra, MapNode) else place_of(extra)
            self._findings.error("CC018", place, count=str(len(nodes)), most=str(MAX_ANSWERS))
        fact = self._facts.get(fact_name) if fact_name is not None else None

        def answer(node: MapNode) -> tuple[str, Answer] | None:
            return self._answer(node, fact)

        return self._many("answers", values, answer)

    def _answer(self, node: MapNode, fact: Fact | None) -> tuple[str, Answer] | None:
        values = self._taker.take(node, "answer")
        name = values.get("id")
        if not name:
            return None
        label = values.get("label") or name
        written = values.get("value")
        value = _implied(name, label, fact) if written is None else self._value(written, fact)
        return name, Answer(
            name,
            label,
            value,
            values.get("to") or None,
            values.get("objection") or None,
            values.get("outcome") or None,
            node,
        )

    def _value(self, node: ScalarNode, fact: Fact | None) -> FactValue | None:
        value = scalars.value_of(node.value, fact)
        if fact is None:
            return value
        if value is None and fact.type is FactType.CHOICE:
            self._taker.unknown_code("value", node, tuple(fact.options))
        elif value is None:
            self._findings.error(
                "CC019", place_of(node), value=quoted(node.value), expected=f"<{fact.type}>", fact=fact.id
            )
        elif not scalars.in_range(value, fact):
            bounds = {"min": _plain(fact.min, "−∞"), "max": _plain(fact.max, "∞")}
            self._findings.error(
                "CC019", place_of(node), value=quoted(node.value), expected="<range>", fact=fact.id, **bounds
            )
            return None
        return value

    def _ways_on(self, values: Values) -> tuple[WayOn, ...]:
        nodes: list[Node] | None = values.get("next")
        if not nodes:
            return ()
        ways = []
        for node in self._taker.maps("next", nodes):
            taken = self._taker.take(node, "way_on")
            if taken.get("to"):
                ways.append(WayOn(taken["to"], taken.get("when") or None, taken.get("outcome") or None, node))
        return tuple(ways)

    def _tone(self, values: Values) -> Tone | None:
        node: Node | None = values.get("tone")
        if node is None or isinstance(node, ListNode):
            return None
        if isinstance(node, ScalarNode):
            code = self._taker.code("tone", node, tuple(TONES)) if node.value not in _TONES else node.value
            return _TONES[code] if code is not None else None
        taken = self._taker.take(node, "tone")
        pause = taken.get("pause")
        return Tone(
            taken.get("name"),
            _DIALS.get(taken.get("pace", "")),
            _DIALS.get(taken.get("energy", "")),
            _DIALS.get(pause) if isinstance(pause, str) else None,
            pause if isinstance(pause, float) else None,
            taken.get("note", ""),
            node,
        )

    def _moods(self, values: Values) -> Mapping[Mood, MoodChange]:
        node: MapNode | None = values.get("moods")
        if node is None:
            return _NO_MOODS
        changes: dict[Mood, MoodChange] = {}
        for code, (key, value) in node.entries.items():
            mood = _MOODS.get(code)
            if mood is None:
                self._taker.unknown_code("moods", key, tuple(_MOODS))
            elif isinstance(value, MapNode):
                changes[mood] = self._mood_change(value)
            elif isinstance(value, ScalarNode) and value.value == SKIP:
                changes[mood] = _SKIPPED
            else:
                self._taker.wrong_type(code, value, "<skip or mapping>")
        return changes

    def _mood_change(self, node: MapNode) -> MoodChange:
        taken = self._taker.take(node, "mood")
        return MoodChange(
            skip=False,
            say=taken.get("say") or None,
            ask=taken.get("ask") or None,
            cue=taken.get("cue"),
            do=taken.get("do"),
            tone=self._tone(taken),
            origin=node,
        )

    def _trials(self, node: MapNode, values: Values) -> tuple[str, ...]:
        trials: tuple[str, ...] = values.get("try", ())
        if len(trials) == 1:
            self._findings.error(
                "CC019", node.item_place("try", 0), value=quoted(trials[0]), expected="<two wordings>"
            )
        return trials

    def _objection(self, node: MapNode) -> tuple[str, Objection] | None:
        values = self._taker.take(node, "objection")
        name = values.get("id")
        if not name:
            return None

        def response(response_node: MapNode) -> tuple[str, Response] | None:
            return self._response(response_node, name)

        return name, Objection(
            id=name,
            kind=values.get("kind", ""),
            label=values.get("label") or name,
            heard=values.get("heard", ()),
            likely=values.get("likely", ()),
            when=values.get("when") or None,
            tone=self._tone(values),
            pause_seconds=values.get("pause"),
            acknowledge=values.get("acknowledge", ""),
            ask=values.get("ask", ""),
            responses=self._many("responses", values, response),
            check=values.get("check", ""),
            exhausted=self._exhausted(values),
            do=values.get("do", ""),
            guide=values.get("guide", ""),
            needs_moods=_mood_codes(values),
            final=self._final(values),
            origin=node,
        )

    def _response(self, node: MapNode, objection: str) -> tuple[str, Response] | None:
        values = self._taker.take(node, "response")
        name = values.get("id")
        if not name:
            return None
        return name, Response(
            id=name,
            ref=f"{objection}.{name}",
            say=values.get("say", ""),
            when=values.get("when") or None,
            once=values.get("once", False),
            story=values.get("story") or None,
            to=values.get("to") or None,
            tone=self._tone(values),
            do=values.get("do", ""),
            moods=self._moods(values),
            trials=self._trials(node, values),
            origin=node,
        )

    def _exhausted(self, values: Values) -> Exhausted | None:
        node: MapNode | None = values.get("exhausted")
        if node is None:
            return None
        taken = self._taker.take(node, "exhausted")
        return Exhausted(taken.get("say", ""), taken.get("to") or None, taken.get("outcome") or None, node)

    def _final(self, values: Values) -> Final:
        node: MapNode | None = values.get("final")
        if node is None:
            return Final()
        taken = self._taker.take(node, "final")
        return Final(taken.get("outcome") or None, taken.get("to") or None, node)

    def _story(self, node: MapNode) -> tuple[str, Story] | None:
        values = self._taker.take(node, "story")
        name = values.get("id")
        return (name, Story(**values, origin=node)) if name else None

    def _compliance(self, node: MapNode) -> tuple[str, ComplianceLine] | None:
        values = self._taker.take(node, "compliance")
        name = values.get("id")
        if not name:
            return None
        before, when = values.get("before") or None, values.get("when") or None
        return name, ComplianceLine(name, f"compliance.{name}", values.get("say", ""), before, when, node)

    def _outcomes(self, nodes: list[Node] | None) -> tuple[Outcome, ...]:
        if not nodes:
            return tuple(_from_vocabulary(code) for code in OUTCOMES)
        found: dict[str, Outcome] = {}
        for node in nodes:
            outcome = self._outcome(node)
            if outcome is None:
                continue
            if outcome.id in found:
                place = node.value_place("id") if isinstance(node, MapNode) else place_of(node)
                first = next(one for one in nodes if _outcome_id(one) == outcome.id)
                line = first.value_place("id").line if isinstance(first, MapNode) else place_of(first).line
                self._findings.error("CC014", place, id=quoted(outcome.id), what="<outcomes>", line=str(line))
            else:
                found[outcome.id] = outcome
        return tuple(found.values())

    def _outcome(self, node: Node) -> Outcome | None:
        if isinstance(node, ListNode):
            self._taker.wrong_type("outcomes", node, "<text or mapping>")
            return None
        if isinstance(node, ScalarNode):
            code = self._taker.code("outcomes", node, _OUTCOME_CODES)
            return _from_vocabulary(code) if code is not None else None
        values = self._taker.take(node, "outcome")
        name = values.get("id")
        if not name:
            return None
        known = OUTCOMES.get(name)
        asks, facts = self._requires(values.get("requires"))
        given = "requires" in values
        group = (
            OutcomeGroup(values["group"])
            if "group" in values
            else known.group
            if known
            else OutcomeGroup.OPEN
        )
        return Outcome(
            id=name,
            group=group,
            label=values.get("label") or ("" if known else name),
            requires=known.requires if known and not given else asks,
            requires_facts=facts,
            origin=node,
        )

    def _requires(self, nodes: list[Node] | None) -> tuple[tuple[Ask, ...], tuple[str, ...]]:
        asks: list[Ask] = []
        facts: list[str] = []
        for node in nodes or ():
            if not isinstance(node, ScalarNode):
                self._taker.wrong_type("requires", node, "<text>")
            elif node.value in _ASKS:
                asks.append(_ASKS[node.value])
            else:
                facts.append(node.value)
        return tuple(asks), tuple(facts)

    def _named_facts(self, node: MapNode | None) -> Mapping[str, Fact]:
        facts: dict[str, Fact] = {}
        for name, (key, value) in node.entries.items() if node is not None else ():
            if not self._taker.good_id(name, place_of(key)):
                continue
            if isinstance(value, MapNode):
                facts[name] = self._fact(name, value)
            elif isinstance(value, ScalarNode) and not value.value:
                facts[name] = Fact(name, name)
            else:
                self._taker.wrong_type(name, value, "<mapping>")
        return facts

    def _fact(self, name: str, node: MapNode) -> Fact:
        values = self._taker.take(node, "fact")
        kind = FactType(values.get("type", FactType.TEXT))
        options = self._texts_by_name("options", values.get("options"))
        if kind is FactType.CHOICE and not options and not isinstance(node.value("options"), ListNode):
            reason = "<empty>" if "options" in node.entries else "<absent>"
            self._findings.error(
                "CC011", node.value_place("type"), key="options", shape="<choice>", reason=reason
            )
        least, most = values.get("min"), values.get("max")
        if least is not None and most is not None and least > most:
            written = quoted(node.text("max") or "")
            self._findings.error(
                "CC019",
                node.value_place("max"),
                value=written,
                expected="<over min>",
                min=_plain(least, ""),
                fact=name,
            )
        return Fact(
            id=name,
            label=values.get("label") or name,
            type=kind,
            unit=values.get("unit", ""),
            min=least,
            max=most,
            currency=values.get("currency", ""),
            options=options,
            crm=values.get("crm", ""),
            origin=node,
        )

    def _texts_by_name(self, key: str, node: MapNode | None) -> Mapping[str, str]:
        texts: dict[str, str] = {}
        for name, (key_node, value) in node.entries.items() if node is not None else ():
            if not isinstance(value, ScalarNode):
                self._taker.wrong_type(name or key, value, "<text>")
            elif not name:
                self._taker.wrong_type(key, key_node, "<text>")
            else:
                texts[name] = value.value or name
        return texts


def _implied(name: str, label: str, fact: Fact | None) -> FactValue | None:
    """What an answer with no ``value`` says about a fact: the option with its id, yes or no, or its label as text."""
    if fact is None:
        return None
    if fact.type is FactType.CHOICE:
        return name if name in fact.options else None
    if fact.type is FactType.YES_NO:
        return {"yes": True, "no": False, "true": True, "false": False}.get(name)
    return label if fact.type is FactType.TEXT else None


def _mood_codes(values: Values) -> tuple[Mood, ...]:
    return tuple(_MOODS[code] for code in values["needs_moods"]) if "needs_moods" in values else ()


def _from_vocabulary(code: str) -> Outcome:
    word = OUTCOMES[code]
    return Outcome(code, word.group, "", word.requires)


def _outcome_id(node: Any) -> str | None:
    if isinstance(node, ScalarNode):
        return node.value
    return node.text("id") if isinstance(node, MapNode) else None


def _plain(number: float | None, none: str) -> str:
    return none if number is None else f"{number:g}"
