"""Builds the model of one file from its tree: stages, lines, objections, facts and the rest."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, TypeVar

from app.playbook import scalars
from app.playbook.fields import MAX_ANSWERS, SKIP
from app.playbook.findings import Findings, quoted
from app.playbook.making import maker
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
_answer_of, _line_of, _mood_change_of = maker(Answer), maker(Line), maker(MoodChange)
_objection_of, _response_of, _stage_of = maker(Objection), maker(Response), maker(Stage)
_tone_of, _way_on_of = maker(Tone), maker(WayOn)
_TONES = {name: Tone(name) for name in TONES}
_MOODS = {str(mood): mood for mood in Mood}
_ASKS = {str(ask): ask for ask in Ask}
_DIALS = {str(dial): dial for dial in Dial}
_OUTCOME_CODES = tuple(OUTCOMES)
_SKIPPED = MoodChange(skip=True)


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
            title=str(values.get("title", name)),
            version=values.get("version", ""),
            goal=values.get("goal"),
            tone=self._tone(values["tone"]) if "tone" in values else None,
            push_locked="push_locked" in values,
            prep=values.get("prep", ()),
            lawful_basis_required="lawful_basis_required" in values,
            facts=parts.facts,
            objections=parts.objections,
            stories=parts.stories,
            compliance=parts.compliance,
            outcomes=self._outcomes(values.get("outcomes")),
            scorecard=values.get("scorecard"),
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
        if "title" not in values:
            label = STAGES.get(name)
            values["title"] = label.in_lang(self._lang) if label is not None else name
        if "drive" in values:
            values["drive"] = Drive(values["drive"])
        if "tone" in values:
            values["tone"] = self._tone(values["tone"])

        def line(line_node: MapNode) -> tuple[str, Line] | None:
            return self._line(line_node, name)

        values["lines"] = self._many("lines", values, line)
        values["next"] = self._ways_on(values)
        return name, _stage_of(**values, origin=node)

    def _line(self, node: MapNode, stage: str) -> tuple[str, Line] | None:
        values = self._taker.take(node, "line")
        say, ask = values.pop("say", None), values.pop("ask", None)
        if (say is None) == (ask is None) or ("say" in node.entries and "ask" in node.entries):
            self._say_or_ask(node)
        name = values.get("id")
        if not name:
            return None
        self._spoken(node, values)
        if "needs_moods" in values:
            values["needs_moods"] = _mood_codes(values)
        if "answers" in values:
            values["answers"] = self._answers(values)
        kind = LineKind.ASK if say is None and ask is not None else LineKind.SAY
        return name, _line_of(ref=f"{stage}.{name}", kind=kind, text=say or ask or "", origin=node, **values)

    def _spoken(self, node: MapNode, values: Values) -> None:
        """What lines and responses have in common: tone, moods, wordings under test."""
        if "tone" in values:
            values["tone"] = self._tone(values["tone"])
        if "moods" in values:
            values["moods"] = self._moods(values["moods"])
        if "trials" in values and len(values["trials"]) == 1:
            written = quoted(values["trials"][0])
            self._findings.error("CC019", node.item_place("try", 0), value=written, expected="<two wordings>")

    def _say_or_ask(self, node: MapNode) -> None:
        if "say" in node.entries and "ask" in node.entries:
            self._findings.error("CC017", node.key_place("ask"), reason="<both>")
        elif not any(isinstance(node.value(key), ListNode | MapNode) for key in ("say", "ask")):
            empty = next((key for key in ("say", "ask") if key in node.entries), "")
            place = node.key_place(empty) if empty else node.value_place("id")
            self._findings.error("CC017", place, reason="<empty>" if empty else "<neither>", key=empty)

    def _answers(self, values: Values) -> tuple[Answer, ...]:
        nodes: list[Node] = values["answers"]
        if len(nodes) > MAX_ANSWERS:
            extra = nodes[MAX_ANSWERS]
            place = extra.place if isinstance(extra, MapNode) else place_of(extra)
            self._findings.error("CC018", place, count=str(len(nodes)), most=str(MAX_ANSWERS))
        fact = self._facts.get(values["fact"]) if "fact" in values else None

        def answer(node: MapNode) -> tuple[str, Answer] | None:
            return self._answer(node, fact)

        return self._many("answers", values, answer)

    def _answer(self, node: MapNode, fact: Fact | None) -> tuple[str, Answer] | None:
        values = self._taker.take(node, "answer")
        name = values.get("id")
        if not name:
            return None
        if "label" not in values:
            values["label"] = name
        if "value" in values:
            values["value"] = self._value(values["value"], fact)
        elif fact is not None:
            values["value"] = _implied(name, values["label"], fact)
        return name, _answer_of(origin=node, **values)

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
            if "to" in taken:
                ways.append(_way_on_of(origin=node, **taken))
        return tuple(ways)

    def _tone(self, node: ScalarNode | MapNode) -> Tone | None:
        if isinstance(node, ScalarNode):
            known = _TONES.get(node.value)
            if known is None:
                self._taker.unknown_code("tone", node, tuple(_TONES))
            return known
        taken = self._taker.take(node, "tone")
        for dial in ("pace", "energy"):
            if dial in taken:
                taken[dial] = _DIALS[taken[dial]]
        if "pause" in taken:
            pause = taken.pop("pause")
            taken["pause_seconds" if isinstance(pause, float) else "pause"] = (
                pause if isinstance(pause, float) else _DIALS[pause]
            )
        return _tone_of(origin=node, **taken)

    def _moods(self, node: MapNode) -> Mapping[Mood, MoodChange]:
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
        if "tone" in taken:
            taken["tone"] = self._tone(taken["tone"])
        return _mood_change_of(origin=node, **taken)

    def _objection(self, node: MapNode) -> tuple[str, Objection] | None:
        values = self._taker.take(node, "objection")
        name = values.get("id")
        if not name:
            return None

        def response(response_node: MapNode) -> tuple[str, Response] | None:
            return self._response(response_node, name)

        values.setdefault("kind", "")
        values.setdefault("label", name)
        if "pause" in values:
            values["pause_seconds"] = values.pop("pause")
        if "tone" in values:
            values["tone"] = self._tone(values["tone"])
        if "needs_moods" in values:
            values["needs_moods"] = _mood_codes(values)
        values["responses"] = self._many("responses", values, response)
        if "exhausted" in values:
            values["exhausted"] = self._exhausted(values["exhausted"])
        if "final" in values:
            final = values["final"]
            values["final"] = Final(origin=final, **self._taker.take(final, "final"))
        return name, _objection_of(origin=node, **values)

    def _response(self, node: MapNode, objection: str) -> tuple[str, Response] | None:
        values = self._taker.take(node, "response")
        name = values.get("id")
        if not name:
            return None
        values.setdefault("say", "")
        self._spoken(node, values)
        return name, _response_of(ref=f"{objection}.{name}", origin=node, **values)

    def _exhausted(self, node: MapNode) -> Exhausted:
        taken = self._taker.take(node, "exhausted")
        taken.setdefault("say", "")
        return Exhausted(origin=node, **taken)

    def _story(self, node: MapNode) -> tuple[str, Story] | None:
        values = self._taker.take(node, "story")
        name = values.get("id")
        return (name, Story(origin=node, **values)) if name else None

    def _compliance(self, node: MapNode) -> tuple[str, ComplianceLine] | None:
        values = self._taker.take(node, "compliance")
        name = values.get("id")
        if not name:
            return None
        values.setdefault("say", "")
        return name, ComplianceLine(ref=f"compliance.{name}", origin=node, **values)

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
            return _from_vocabulary(code, MapNode({}, node)) if code is not None else None
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
            label=str(values.get("label", "" if known else name)),
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
                facts[name] = Fact(name, name, origin=MapNode({}, key))
            else:
                self._taker.wrong_type(name, value, "<mapping>")
        return facts

    def _fact(self, name: str, node: MapNode) -> Fact:
        values = self._taker.take(node, "fact")
        kind = values["type"] = FactType(values.get("type", FactType.TEXT))
        values["options"] = self._texts_by_name("options", values.get("options"))
        if (
            kind is FactType.CHOICE
            and not values["options"]
            and not isinstance(node.value("options"), ListNode)
        ):
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
        values.setdefault("label", name)
        return Fact(id=name, origin=node, **values)

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


def _implied(name: str, label: str, fact: Fact) -> FactValue | None:
    """What an answer with no ``value`` says about a fact: the option with its id, yes or no, or its label as text."""
    if fact.type is FactType.CHOICE:
        return name if name in fact.options else None
    if fact.type is FactType.YES_NO:
        return {"yes": True, "no": False, "true": True, "false": False}.get(name)
    return label if fact.type is FactType.TEXT else None


def _mood_codes(values: Values) -> tuple[Mood, ...]:
    return tuple([_MOODS[code] for code in values["needs_moods"]])


def _from_vocabulary(code: str, origin: MapNode | None = None) -> Outcome:
    word = OUTCOMES[code]
    return Outcome(code, word.group, "", word.requires, origin=origin)


def _outcome_id(node: Any) -> str | None:
    if isinstance(node, ScalarNode):
        return node.value
    return node.text("id") if isinstance(node, MapNode) else None


def _plain(number: float | None, none: str) -> str:
    return none if number is None else f"{number:g}"
