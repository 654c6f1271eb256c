"""Reads a scorecard from its YAML file and finds every mistake in it with its place, in the words of the playbook language."""

from __future__ import annotations

import hashlib
import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from app.playbook import scalars
from app.playbook.fields import LANGUAGE_VERSION
from app.playbook.findings import Findings, quoted
from app.playbook.problems import Place, Problem
from app.playbook.reading import tree_of
from app.playbook.source import SourceFile
from app.playbook.taking import Taker
from app.playbook.tree import ListNode, MapNode, Node, ScalarNode, Tree, place_of
from app.playbook.vocabulary import Label
from app.review.causes import CAUSES
from app.review.scorecard import COMPUTED, Anchor, AutoFail, Criterion, Scale, Scorecard, Section

UNUSABLE = "CC051"
_LANGS = ("en", "cs")
_MARKS = {Scale.YES_NO: ("no", "yes"), Scale.THREE: ("0", "1", "2")}
_USUAL_TOTAL = 100.0
_USUAL_LEAST = 60.0
_PASSED_OVER = frozenset({"CC010", "CC013"})
"""Codes that do not keep a card from being used: cards that were pinned when nobody looked at keys and ids stay readable."""
_NO_LABEL = Label("", "")


@dataclass(frozen=True, slots=True)
class _Shape:
    """The keys of one kind of mapping."""

    name: str
    required: tuple[str, ...]
    optional: tuple[str, ...] = ()

    @property
    def keys(self) -> tuple[str, ...]:
        return (*self.required, *self.optional)


_CARD = _Shape(
    "card",
    ("callcue", "id", "title", "sections"),
    ("version", "total", "scored_from", "na_reasons", "causes", "auto_fails"),
)
_SECTION = _Shape("section", ("id", "title", "criteria"))
_CRITERION = _Shape(
    "criterion",
    ("id", "text", "scale", "weight", "anchors"),
    ("needs_hearing", "na_when", "computed"),
)
_ANCHOR = _Shape("anchor", ("text", "example"))
_AUTO_FAIL = _Shape("auto_fail", ("id", "text"))


@dataclass(frozen=True, slots=True)
class CardReading:
    """What came of a scorecard file. ``card`` is ``None`` while a mistake keeps it from being used."""

    card: Scorecard | None
    problems: tuple[Problem, ...]
    tree: Tree

    @property
    def fatal(self) -> Problem | None:
        """The first problem that keeps the card from being used."""
        return next((one for one in self.problems if one.code not in _PASSED_OVER), None)


def examine_card(file: SourceFile) -> CardReading:
    """Reads a scorecard whole; any bytes give a reading."""
    tree = tree_of(file)
    findings = Findings()
    findings.extend(tree.problems)
    made = _Reader(findings).card(tree.root, file) if tree.root is not None else None
    reading = CardReading(made, findings.problems, tree)
    return reading if reading.fatal is None else CardReading(None, findings.problems, tree)


class _Reader:
    """Takes a card apart; what is wrong is reported and left out."""

    def __init__(self, findings: Findings) -> None:
        self._findings = findings
        self._taker = Taker(findings)
        self._criteria: list[MapNode] = []
        self._all_weigh = True

    def card(self, root: MapNode, file: SourceFile) -> Scorecard:
        """The card, as well as it can be made."""
        self._keys(root, _CARD)
        self._language(root)
        reasons, causes = self._labels(root, "na_reasons"), self._labels(root, "causes")
        parts = self._maps(root, "sections")
        sections = tuple(self._section(one, reasons) for one in parts)
        rules = self._maps(root, "auto_fails")
        self._unique(parts, "sections")
        self._unique(self._criteria, "criteria")
        self._unique(rules, "auto_fails")
        total = self._number(root, "total", _USUAL_TOTAL)
        card = Scorecard(
            self._id(root),
            root.text("version") or "1",
            self._label(root, "title"),
            sections,
            hashlib.sha256(file.text).hexdigest(),
            self._number(root, "scored_from", _USUAL_LEAST),
            tuple(self._auto_fail(one) for one in rules),
            reasons,
            causes or CAUSES,
        )
        if self._all_weigh and abs(card.total - total) > 1e-9:
            self._refuse(
                root.key_place("sections"),
                f"the weights add up to {card.total:g} and not to {total:g}",
                f"váhy dávají dohromady {card.total:g}, a ne {total:g}",
            )
        return card

    def _language(self, root: MapNode) -> None:
        version = root.text("callcue")
        if version and version != LANGUAGE_VERSION:
            words = {"version": quoted(version), "known": LANGUAGE_VERSION}
            self._findings.suggest("CC016", root.value_place("callcue"), LANGUAGE_VERSION, **words)

    def _section(self, node: MapNode, reasons: Mapping[str, Label]) -> Section:
        self._keys(node, _SECTION)
        nodes = self._maps(node, "criteria")
        self._criteria += nodes
        criteria = tuple(self._criterion(one, reasons) for one in nodes)
        return Section(self._id(node), self._label(node, "title"), criteria)

    def _criterion(self, node: MapNode, reasons: Mapping[str, Label]) -> Criterion:
        self._keys(node, _CRITERION)
        scale = self._code(node, "scale", tuple(Scale))
        return Criterion(
            self._id(node),
            self._label(node, "text"),
            Scale(scale or Scale.THREE),
            self._weight(node),
            self._anchors(node, Scale(scale)) if scale else (),
            self._truth(node, "needs_hearing"),
            self._code(node, "na_when", tuple(reasons)),
            self._code(node, "computed", COMPUTED),
        )

    def _auto_fail(self, node: MapNode) -> AutoFail:
        self._keys(node, _AUTO_FAIL)
        return AutoFail(self._id(node), self._label(node, "text"))

    def _anchors(self, node: MapNode, scale: Scale) -> tuple[Anchor, ...]:
        anchors = node.value("anchors")
        if anchors is None or not isinstance(anchors, MapNode):
            self._must_be(anchors, "anchors", "<mapping>")
            return ()
        shape = _Shape("anchors", _MARKS[scale])
        self._keys(anchors, shape)
        found = []
        for mark, name in enumerate(shape.required):
            anchor = anchors.value(name)
            if isinstance(anchor, MapNode):
                self._keys(anchor, _ANCHOR)
                found.append(Anchor(mark, self._label(anchor, "text"), self._label(anchor, "example")))
            else:
                self._must_be(anchor, name, "<mapping>")
        return tuple(found)

    # --- values ---

    def _weight(self, node: MapNode) -> float:
        weight = self._number(node, "weight", math.nan)
        if math.isnan(weight):
            self._all_weigh = False
        elif weight <= 0:
            self._all_weigh = False
            self._refuse(
                node.value_place("weight"),
                f"a weight is more than 0, here is {weight:g}",
                f"váha je větší než 0, tady je {weight:g}",
            )
        return weight

    def _id(self, node: MapNode) -> str:
        text = node.text("id") or ""
        if text:
            self._taker.good_id(text, node.value_place("id"))
        return text

    def _code(self, node: MapNode, key: str, known: tuple[str, ...]) -> str:
        value = node.value(key)
        if value is None:
            return ""
        if not isinstance(value, ScalarNode):
            self._must_be(value, key, "<text>")
            return ""
        if value.value and value.value not in known:
            words = {"key": key, "value": quoted(value.value), "known": ", ".join(known)}
            self._findings.error("CC015", place_of(value), known, value.value, **words)
            return ""
        return value.value

    def _number(self, node: MapNode, key: str, usual: float) -> float:
        value = node.value(key)
        if value is None or (isinstance(value, ScalarNode) and not value.value):
            return usual
        number = scalars.number(value.value) if isinstance(value, ScalarNode) else None
        if number is None:
            self._must_be(value, key, "<number>")
            return usual
        return float(number)

    def _truth(self, node: MapNode, key: str) -> bool:
        value = node.value(key)
        truth = scalars.yes_no(value.value) if isinstance(value, ScalarNode) else None
        if value is not None and truth is None:
            self._must_be(value, key, "<yes_no>")
        return bool(truth)

    def _label(self, node: MapNode, key: str) -> Label:
        """A text for both languages, or one in each."""
        value = node.value(key)
        if isinstance(value, ScalarNode):
            return Label(value.value, value.value)
        if not isinstance(value, MapNode):
            self._must_be(value, key, "<label>")
            return _NO_LABEL
        self._keys(value, _Shape("label", _LANGS))
        return Label(value.text("en") or "", value.text("cs") or "")

    def _labels(self, node: MapNode, key: str) -> dict[str, Label]:
        """Codes to texts."""
        value = node.value(key)
        if value is None or (isinstance(value, ScalarNode) and not value.value):
            return {}
        if not isinstance(value, MapNode):
            self._must_be(value, key, "<mapping>")
            return {}
        return {code: self._label(value, code) for code in value.entries}

    def _maps(self, node: MapNode, key: str) -> list[MapNode]:
        """The mappings of a list; what is none is reported."""
        value = node.value(key)
        if not isinstance(value, ListNode):
            self._must_be(value, key, "<list>")
            return []
        return self._taker.maps(key, value.items)

    # --- what is wrong ---

    def _refuse(self, place: Place, en: str, cs: str) -> None:
        """Reports what scorecards alone can do wrong."""
        self._findings.error(UNUSABLE, place, en=en, cs=cs)

    def _keys(self, node: MapNode, shape: _Shape) -> None:
        """Reports unknown and missing keys."""
        for key, (key_node, _) in node.entries.items():
            if key not in shape.keys:
                words = {"key": quoted(key), "shape": f"<{shape.name}>", "known": ", ".join(shape.keys)}
                self._findings.error("CC010", place_of(key_node), shape.keys, key, **words)
        for key in shape.required:
            value = node.value(key)
            if value is None or _is_empty(value):
                place = node.place if value is None else node.key_place(key)
                reason = "<absent>" if value is None else "<empty>"
                self._findings.error("CC011", place, key=key, shape=f"<{shape.name}>", reason=reason)

    def _must_be(self, node: Node | None, key: str, expected: str) -> None:
        """Reports a value of another kind; one that is missing or empty was reported already."""
        if node is None or _is_empty(node):
            return
        place = node.place if isinstance(node, MapNode) else place_of(node)
        found = f"'{quoted(node.value)}'" if isinstance(node, ScalarNode) else _kind_of(node)
        self._findings.error("CC012", place, key=quoted(key), expected=expected, found=found)

    def _unique(self, nodes: Iterable[MapNode], what: str) -> None:
        first: dict[str, MapNode] = {}
        for node in nodes:
            name = node.text("id") or ""
            if name in first:
                line = str(first[name].value_place("id").line)
                self._findings.error(
                    "CC014", node.value_place("id"), id=quoted(name), what=f"<{what}>", line=line
                )
            elif name:
                first[name] = node


def _is_empty(node: Node) -> bool:
    return (isinstance(node, ScalarNode) and not node.value) or (
        isinstance(node, ListNode) and not node.items
    )


def _kind_of(node: Node) -> str:
    return "<a list>" if isinstance(node, ListNode) else "<a mapping>"
