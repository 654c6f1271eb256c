"""Takes one mapping apart by its declared shape: unknown, missing and wrongly typed keys are found here."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, TypeAlias

from app.playbook import fields, scalars
from app.playbook.fields import Field, Kind, Shape
from app.playbook.findings import Findings, quoted
from app.playbook.problems import Place
from app.playbook.tree import ListNode, MapNode, Node, ScalarNode, place_of

Values: TypeAlias = dict[str, Any]
"""What a mapping holds, by the model's names of the keys: texts, numbers, tuples of texts; nodes where a shape lies
deeper. Empty texts are left out, so that the model's defaults hold."""

_MODEL_NAMES = {
    "budget": "budget_seconds",
    "try": "trials",
    "push": "push_locked",
    "lawful_basis": "lawful_basis_required",
}
"""Keys that the model calls otherwise."""

_ID = re.compile(fields.ID_PATTERN)
_PLAYBOOK_ID = re.compile(fields.PLAYBOOK_ID_PATTERN)
_NOT_ID = re.compile(r"[^a-z0-9_]+")
_YES = {"yes": "true", "y": "true", "on": "true", "1": "true", "ano": "true"}
_NO = {"no": "false", "n": "false", "off": "false", "0": "false", "ne": "false"}
_TRUTH_WORDS = {**_YES, **_NO}


class Taker:
    """Takes mappings apart and writes down what does not fit."""

    def __init__(self, findings: Findings) -> None:
        self.findings = findings

    def take(self, node: MapNode, shape: str) -> Values:
        """The values of ``node`` by key; what is wrong is left out and reported."""
        plan = _PLANS[shape]
        plain, steps = plan.plain, plan.steps
        values: Values = {}
        for key, (key_node, value) in node.entries.items():
            if key in plain and type(value) is ScalarNode:
                if value.value:
                    values[key] = value.value
            elif key in steps:
                name, read, field = steps[key]
                taken = read(self, field, key_node, value)
                if taken is not None:
                    values[name] = taken
            else:
                self._unknown_key(key_node, plan.shape)
        for key in plan.required:
            if key not in values or not values[key]:
                self._missing(node, plan.shape, key)
        return values

    def maps(self, owner: str, nodes: list[Node]) -> list[MapNode]:
        """The mappings among the items of a list; anything else is reported."""
        found = [node for node in nodes if isinstance(node, MapNode)]
        if len(found) < len(nodes):
            for node in nodes:
                if not isinstance(node, MapNode):
                    self.wrong_type(owner, node, "<mapping>")
        return found

    def good_id(self, text: str, place: Place, pattern: re.Pattern[str] = _ID) -> bool:
        """Whether ``text`` may be an id; if not it is reported with a spelling that may."""
        if pattern.fullmatch(text) is not None:
            return True
        plain = _NOT_ID.sub("_", text.lower()).strip("_0123456789")[:40]
        self.findings.suggest("CC013", place, plain, id=quoted(text))
        return False

    def code(self, key: str, node: ScalarNode, codes: tuple[str, ...]) -> str | None:
        """The code written in ``node``, if it is one of ``codes``."""
        text = node.value
        if text in codes:
            return text
        self.unknown_code(key, node, codes)
        return None

    def unknown_code(self, key: str, node: ScalarNode, codes: tuple[str, ...]) -> None:
        """Reports a code that is none of ``codes``."""
        known = quoted_codes(codes)
        self.findings.error(
            "CC015", place_of(node), codes, node.value, key=key, value=quoted(node.value), known=known
        )

    def wrong_type(self, key: str, node: Node, expected: str, suggestion: str = "") -> None:
        """Reports a value that is not what ``key`` takes."""
        place = node.place if isinstance(node, MapNode) else place_of(node)
        self.findings.suggest(
            "CC012", place, suggestion, key=quoted(key), expected=expected, found=_found(node)
        )

    def _unknown_key(self, key: ScalarNode, shape: Shape) -> None:
        self.findings.error(
            "CC010",
            place_of(key),
            shape.keys,
            key.value,
            key=quoted(key.value),
            shape=f"<{shape.name}>",
            known=", ".join(shape.keys),
        )

    def _missing(self, node: MapNode, shape: Shape, key: str) -> None:
        value = node.value(key)
        if isinstance(value, ScalarNode) and value.value:
            return  # of the wrong type, and reported as such
        if isinstance(value, MapNode) or (isinstance(value, ListNode) and value.items):
            return
        reason = "<absent>" if value is None else "<empty>"
        place = node.place if value is None else node.key_place(key)
        self.findings.error("CC011", place, key=key, shape=f"<{shape.name}>", reason=reason)


def quoted_codes(codes: tuple[str, ...]) -> str:
    """A list of codes for a message."""
    return ", ".join(codes)


def _found(node: Node) -> str:
    if isinstance(node, ListNode):
        return "<a list>"
    if isinstance(node, ScalarNode):
        return f"'{quoted(node.value)}'" if node.value else "<nothing>"
    values = [value for _, value in node.entries.values()]
    only_keys = values and all(isinstance(value, ScalarNode) and not value.value for value in values)
    return "<a merge field>" if only_keys else "<a mapping>"


_Reader: TypeAlias = Callable[[Taker, Field, ScalarNode, Node], Any]


@dataclass(frozen=True, slots=True)
class _Plan:
    """How one shape is taken: keys whose text is kept as written, and a reader for each key."""

    shape: Shape
    plain: frozenset[str]
    steps: Mapping[str, tuple[str, _Reader, Field]]
    required: tuple[str, ...]


def _text(taker: Taker, field: Field, _key: ScalarNode, node: Node) -> str | None:
    if isinstance(node, ScalarNode):
        return node.value
    taker.wrong_type(field.key, node, "<text>")
    return None


def _id(taker: Taker, field: Field, key: ScalarNode, node: Node) -> str | None:
    if not isinstance(node, ScalarNode):
        return _text(taker, field, key, node)
    text = node.value
    if not (text.isidentifier() and text.isascii() and text.islower()) or text[0] == "_":
        if not text:
            return None
        taker.good_id(text, place_of(node))
    return text


def _playbook_id(taker: Taker, field: Field, key: ScalarNode, node: Node) -> str | None:
    text = _text(taker, field, key, node)
    if text:
        taker.good_id(text, place_of(node), _PLAYBOOK_ID)
    return text


def _version(taker: Taker, field: Field, key: ScalarNode, node: Node) -> str | None:
    text = _text(taker, field, key, node)
    if text and text != fields.LANGUAGE_VERSION:
        taker.findings.suggest(
            "CC016",
            place_of(node),
            fields.LANGUAGE_VERSION,
            version=quoted(text),
            known=fields.LANGUAGE_VERSION,
        )
    return text


def _typed(convert: Callable[[str], Any], expected: str, hint: Callable[[str], str]) -> _Reader:
    def read(taker: Taker, field: Field, _key: ScalarNode, node: Node) -> Any:
        if isinstance(node, ScalarNode):
            if not node.value:
                return None
            value = convert(node.value)
            if value is not None:
                return value
        taker.wrong_type(field.key, node, expected, hint(node.value) if isinstance(node, ScalarNode) else "")
        return None

    return read


def _number_hint(text: str) -> str:
    plain = text.replace(",", ".").replace(" ", "").replace("\u00a0", "")
    return plain if scalars.number(plain) is not None else ""


def _truth_hint(text: str) -> str:
    lower = text.lower()
    return lower if lower in {"true", "false"} else _TRUTH_WORDS.get(lower, "")


def _duration_hint(text: str) -> str:
    plain = text.strip().lower().replace(" ", "").replace(",", ".")
    plain = re.sub(r"(?<=\d)(sec|min|hour|hod)[a-z]*", lambda found: found.group()[0], plain)
    plain = f"{plain}s" if scalars.number(plain) is not None else plain
    return plain if scalars.duration(plain) is not None else ""


def _code(taker: Taker, field: Field, _key: ScalarNode, node: Node) -> str | None:
    if isinstance(node, ScalarNode):
        return taker.code(field.key, node, field.codes) if node.value else None
    taker.wrong_type(field.key, node, "<text>")
    return None


def _dial(taker: Taker, field: Field, _key: ScalarNode, node: Node) -> str | None:
    if isinstance(node, ScalarNode) and node.value in fields.DIAL_WORDS:
        return fields.DIAL_WORDS[node.value]
    _not_a_dial(taker, field, node, "<dial>")
    return None


def _pause(taker: Taker, field: Field, _key: ScalarNode, node: Node) -> str | float | None:
    if isinstance(node, ScalarNode):
        if node.value in fields.DIAL_WORDS:
            return fields.DIAL_WORDS[node.value]
        seconds = scalars.duration(node.value)
        if seconds is None:
            seconds = scalars.number(node.value)
        if seconds is not None and seconds >= 0:
            return float(seconds)
    _not_a_dial(taker, field, node, "<pause>")
    return None


def _not_a_dial(taker: Taker, field: Field, node: Node, expected: str) -> None:
    lone_dash = isinstance(node, ListNode) and all(
        isinstance(item, ScalarNode) and not item.value for item in node.items
    )
    taker.wrong_type(field.key, node, expected, '"-"' if lone_dash else "")


def _texts(taker: Taker, field: Field, key: ScalarNode, node: Node) -> tuple[str, ...] | None:
    items = _items(taker, field, key, node)
    if items is None:
        return None
    texts = tuple([item.value for item in items if type(item) is ScalarNode and item.value])
    if len(texts) < len(items):
        for item in items:
            if not isinstance(item, ScalarNode) or not item.value:
                taker.wrong_type(field.key, item, "<text>")
    return texts


def _codes(taker: Taker, field: Field, key: ScalarNode, node: Node) -> tuple[str, ...] | None:
    items = _items(taker, field, key, node)
    if items is None:
        return None
    found: list[str] = []
    for item in items:
        if not isinstance(item, ScalarNode):
            taker.wrong_type(field.key, item, "<text>")
        elif item.value in field.codes:
            found.append(item.value)
        else:
            taker.unknown_code(field.key, item, field.codes)
    return tuple(found)


def _items(taker: Taker, field: Field, _key: ScalarNode, node: Node) -> list[Node] | None:
    if isinstance(node, ListNode):
        return node.items
    if isinstance(node, ScalarNode) and not node.value:
        return None
    taker.wrong_type(field.key, node, "<list>", _list_hint(field, node))
    return None


def _list_hint(field: Field, node: Node) -> str:
    """The text as a list of one, where a list may hold texts."""
    holds_texts = field.kind is not Kind.MANY
    return f"[{node.value}]" if holds_texts and isinstance(node, ScalarNode) and len(node.value) < 40 else ""


def _list(taker: Taker, field: Field, key: ScalarNode, node: Node) -> list[Node] | None:
    return _items(taker, field, key, node)


def _mapping(taker: Taker, field: Field, _key: ScalarNode, node: Node) -> MapNode | None:
    if isinstance(node, MapNode):
        return node
    if not isinstance(node, ScalarNode) or node.value:
        taker.wrong_type(field.key, node, "<mapping>")
    return None


def _text_or_mapping(taker: Taker, field: Field, _key: ScalarNode, node: Node) -> Node | None:
    if isinstance(node, ListNode):
        taker.wrong_type(field.key, node, "<text or mapping>")
        return None
    return node if isinstance(node, MapNode) or node.value else None


def _scalar(taker: Taker, field: Field, _key: ScalarNode, node: Node) -> ScalarNode | None:
    if isinstance(node, ScalarNode):
        return node if node.value else None
    taker.wrong_type(field.key, node, "<text>")
    return None


_READERS: dict[Kind, _Reader] = {
    Kind.TEXT: _text,
    Kind.PROSE: _text,
    Kind.EXPRESSION: _text,
    Kind.REFERENCE: _text,
    Kind.ID: _id,
    Kind.PLAYBOOK_ID: _playbook_id,
    Kind.VERSION: _version,
    Kind.NUMBER: _typed(scalars.number, "<number>", _number_hint),
    Kind.YES_NO: _typed(scalars.yes_no, "<yes_no>", _truth_hint),
    Kind.DURATION: _typed(scalars.duration, "<duration>", _duration_hint),
    Kind.CODE: _code,
    Kind.DIAL: _dial,
    Kind.PAUSE: _pause,
    Kind.TEXTS: _texts,
    Kind.PROSES: _texts,
    Kind.REFERENCES: _texts,
    Kind.CODES: _codes,
    Kind.PATHS: _list,
    Kind.TONE: _text_or_mapping,
    Kind.MOODS: _mapping,
    Kind.ONE: _mapping,
    Kind.MANY: _list,
    Kind.NAMED: _mapping,
    Kind.OUTCOMES: _list,
    Kind.REQUIRES: _list,
    Kind.LABELS: _mapping,
    Kind.RENAMES: _mapping,
    Kind.VALUE: _scalar,
}
_PLAIN = frozenset({Kind.TEXT, Kind.PROSE, Kind.EXPRESSION, Kind.REFERENCE})


def _plan(shape: Shape) -> _Plan:
    plain = frozenset(field.key for field in shape.fields if field.kind in _PLAIN)
    steps = {
        field.key: (_MODEL_NAMES.get(field.key, field.key), _READERS[field.kind], field)
        for field in shape.fields
    }
    return _Plan(shape, plain, steps, tuple(field.key for field in shape.fields if field.required))


_PLANS = {name: _plan(shape) for name, shape in fields.SHAPES.items()}
