"""A scorecard as values, and its reading; ``card_file`` finds every mistake in its YAML file."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from app.playbook.problems import Place
from app.playbook.source import SourceFile
from app.playbook.vocabulary import Label
from app.review.causes import CAUSES

COMPUTED = (
    "must_asks",
    "asked_before_answering",
    "objections_checked",
    "interest_then_ask",
    "dated_step",
    "check_date",
)
"""Names that a card may put under ``computed``; ``evidence`` has the rule of each."""


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

    def __init__(self, place: Place, words: Label) -> None:
        self.place = place
        self.words = words
        super().__init__(self.told.en)

    @property
    def told(self) -> Label:
        """Where and why, in both languages."""
        place = f"{self.place.file}:{self.place.line}:{self.place.column}"
        return Label(f"{place}: {self.words.en}.", f"{place}: {self.words.cs}.")


def read_card(file: SourceFile) -> Scorecard:
    """Reads a scorecard; keys that nobody knows are passed over (``callcue check`` names them).

    Raises:
        CardUnreadable: The file is no scorecard, or its weights or marks do not add up; names file, line and column.
    """
    from app.playbook.explain import message
    from app.review.card_file import examine_card  # which needs the values above

    reading = examine_card(file)
    if reading.card is not None:
        return reading.card
    why = reading.fatal
    if why is None:
        words = Label("this is no readable scorecard", "toto není čitelná hodnoticí karta")
        raise CardUnreadable(Place(file.path, 1, 1, 2), words)
    raise CardUnreadable(why.place, Label(message(why).rstrip("."), message(why, "cs").rstrip(".")))
