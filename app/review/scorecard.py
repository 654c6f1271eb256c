"""A scorecard as values, and how it is read from its YAML file with a place for every mistake."""

from __future__ import annotations

import hashlib
import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import NoReturn

from app.playbook.problems import Place
from app.playbook.source import SourceFile
from app.playbook.tree import ListNode, MapNode, Node, ScalarNode, grow, place_of
from app.playbook.vocabulary import Label
from app.review.causes import CAUSES

CARD_LANGUAGE = "1"


class Scale(StrEnum):
    """How a criterion is marked."""

    YES_NO = "yes_no"
    THREE = "0-1-2"

    @property
    def top(self) -> int:
        """The best mark."""
        return 1 if self is Scale.YES_NO else 2


@dataclass(frozen=True, slots=True)
class Anchor:
    """What a mark looks like, with an example line."""

    mark: int
    text: Label
    example: Label


@dataclass(frozen=True, slots=True)
class Criterion:
    """One thing that is judged. ``computed`` names the evidence that the key log gives; ``na_when`` a reason code."""

    id: str
    text: Label
    scale: Scale
    weight: float
    anchors: tuple[Anchor, ...]
    needs_hearing: bool = False
    na_when: str = ""
    computed: str = ""


@dataclass(frozen=True, slots=True)
class Section:
    """Criteria that belong together."""

    id: str
    title: Label
    criteria: tuple[Criterion, ...]


@dataclass(frozen=True, slots=True)
class AutoFail:
    """A broken rule, shown apart from the score."""

    id: str
    text: Label


@dataclass(frozen=True, slots=True)
class Scorecard:
    """How calls are judged. ``revision`` is the SHA-256 of the file, so that a review keeps the card it was made with.

    Attributes:
        scored_from: Share of the weight, in per cent, that must apply for a call to be scored.
        na_reasons: Why a criterion may not apply.
        causes: What may be behind a bad mark; the usual ones where the file names none. Reviews keep the codes.
    """

    id: str
    version: str
    title: Label
    sections: tuple[Section, ...]
    revision: str
    scored_from: float = 60.0
    auto_fails: tuple[AutoFail, ...] = ()
    na_reasons: Mapping[str, Label] = field(default_factory=dict)
    causes: Mapping[str, Label] = field(default_factory=lambda: CAUSES)

    @property
    def criteria(self) -> tuple[Criterion, ...]:
        """All criteria in the card's order."""
        return tuple(one for section in self.sections for one in section.criteria)

    @property
    def total(self) -> float:
        """The weight of everything."""
        return sum(one.weight for one in self.criteria)

    def criterion(self, criterion_id: str) -> Criterion | None:
        """The criterion with this id."""
        return next((one for one in self.criteria if one.id == criterion_id), None)


class CardUnreadable(Exception):
    """A scorecard that cannot be used; the message says where and why in one sentence, ``words`` why in both languages."""

    def __init__(self, place: Place, en: str, cs: str) -> None:
        super().__init__(f"{place.file}:{place.line}:{place.column}: {en}.")
        self.place = place
        self.words = Label(en, cs)


def read_card(file: SourceFile) -> Scorecard:
    """Reads a scorecard.

    Raises:
        CardUnreadable: The file is no scorecard, or its weights or marks do not add up; names file, line and column.
    """
    tree = grow(file)
    if tree.problems or not isinstance(tree.root, MapNode):
        place = tree.problems[0].place if tree.problems else Place(file.path, 1, 1, 2)
        raise CardUnreadable(place, "this is no readable scorecard", "toto není čitelná hodnoticí karta")
    return _Card(tree.root).read(hashlib.sha256(file.text).hexdigest())


class _Card:
    """One scorecard being read."""

    def __init__(self, root: MapNode) -> None:
        self._root = root

    def read(self, revision: str) -> Scorecard:
        root = self._root
        if root.text("callcue") != CARD_LANGUAGE:
            self._refuse(root, "callcue", "a scorecard says 'callcue: 1'", "v kartě stojí „callcue: 1“")
        sections = tuple(self._section(node) for node in self._maps(root, "sections"))
        card = Scorecard(
            self._text(root, "id"),
            root.text("version") or "1",
            self._label(root, "title"),
            sections,
            revision,
            self._number(root, "scored_from") if root.value("scored_from") else 60.0,
            tuple(
                AutoFail(self._text(one, "id"), self._label(one, "text"))
                for one in self._maps(root, "auto_fails")
            ),
            self._reasons(),
        )
        self._agree(card)
        return card

    def _agree(self, card: Scorecard) -> None:
        wanted = self._number(self._root, "total") if self._root.value("total") else 100.0
        if abs(card.total - wanted) > 1e-9:
            self._refuse(
                self._root,
                "sections",
                f"the weights add up to {card.total:g} and not to {wanted:g}",
                f"váhy dávají dohromady {card.total:g}, a ne {wanted:g}",
            )
        ids = [one.id for one in card.criteria]
        twice = next((one for one in ids if ids.count(one) > 1), None)
        if twice is not None:
            self._refuse(
                self._root,
                "sections",
                f"two criteria are called '{twice}'",
                f"dvě kritéria se jmenují „{twice}“",
            )

    def _reasons(self) -> dict[str, Label]:
        node = self._root.value("na_reasons")
        return {key: self._label(node, key) for key in node.entries} if isinstance(node, MapNode) else {}

    def _section(self, node: MapNode) -> Section:
        criteria = tuple(self._criterion(one) for one in self._maps(node, "criteria"))
        return Section(self._text(node, "id"), self._label(node, "title"), criteria)

    def _criterion(self, node: MapNode) -> Criterion:
        try:
            scale = Scale(self._text(node, "scale"))
        except ValueError:
            self._refuse(node, "scale", "a scale is yes_no or 0-1-2", "stupnice je yes_no, nebo 0-1-2")
        weight = self._number(node, "weight")
        if weight <= 0:
            self._refuse(node, "weight", "a weight is more than 0", "váha je větší než 0")
        na_when = node.text("na_when") or ""
        reasons = self._root.value("na_reasons")
        if na_when and not (isinstance(reasons, MapNode) and na_when in reasons.entries):
            self._refuse(
                node,
                "na_when",
                f"no reason is called '{na_when}'",
                f"žádný důvod se nejmenuje „{na_when}“",
            )
        return Criterion(
            self._text(node, "id"),
            self._label(node, "text"),
            scale,
            weight,
            self._anchors(node, scale),
            node.text("needs_hearing") == "true",
            na_when,
            node.text("computed") or "",
        )

    def _anchors(self, node: MapNode, scale: Scale) -> tuple[Anchor, ...]:
        names = ("no", "yes") if scale is Scale.YES_NO else ("0", "1", "2")
        anchors = node.value("anchors")
        if not isinstance(anchors, MapNode) or set(anchors.entries) != set(names):
            listed = ", ".join(names)
            self._refuse(
                node,
                "anchors",
                f"every mark needs an anchor: {listed}",
                f"každá známka potřebuje popis: {listed}",
            )
        found = []
        for mark, name in enumerate(names):
            anchor = anchors.value(name)
            if not isinstance(anchor, MapNode):
                self._refuse(
                    anchors, name, "an anchor has a text and an example", "popis známky má text a příklad"
                )
            found.append(Anchor(mark, self._label(anchor, "text"), self._label(anchor, "example")))
        return tuple(found)

    def _maps(self, node: MapNode, key: str) -> Iterator[MapNode]:
        value = node.value(key)
        if value is None and key == "auto_fails":
            return
        if not isinstance(value, ListNode) or not value.items:
            self._refuse(node, key, f"'{key}' is a list", f"„{key}“ je seznam")
        for item in value.items:
            if not isinstance(item, MapNode):
                self._refuse(
                    node,
                    key,
                    f"'{key}' is a list of keys with values",
                    f"„{key}“ je seznam klíčů s hodnotami",
                )
            yield item

    def _text(self, node: MapNode, key: str) -> str:
        value = node.text(key)
        if not value:
            self._refuse(node, key, f"'{key}' is missing", f"chybí „{key}“")
        return value

    def _number(self, node: MapNode, key: str) -> float:
        try:
            number = float(self._text(node, key))
        except ValueError:
            number = math.nan
        if not math.isfinite(number):
            self._refuse(node, key, f"'{key}' is a number", f"„{key}“ je číslo")
        return number

    def _label(self, node: MapNode, key: str) -> Label:
        value: Node | None = node.value(key)
        if isinstance(value, ScalarNode) and value.value:
            return Label(value.value, value.value)
        if not isinstance(value, MapNode) or not value.text("en") or not value.text("cs"):
            self._refuse(
                node,
                key,
                f"'{key}' is a text, or one in each of en and cs",
                f"„{key}“ je text, nebo po jednom v en a cs",
            )
        return Label(value.text("en") or "", value.text("cs") or "")

    @staticmethod
    def _refuse(node: MapNode, key: str, en: str, cs: str) -> NoReturn:
        place = node.key_place(key) if key in node.entries else place_of(node)
        raise CardUnreadable(place, en, cs)
