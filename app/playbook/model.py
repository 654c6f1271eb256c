"""What a playbook says, as frozen values: the one shape that the reader makes and everybody else walks.

Texts stay exactly as written (merge fields unrendered, conditions unparsed): ``merge`` and ``expressions`` read them
when they are needed. Every node carries ``origin``, the place it was read from; it takes no part in comparisons.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

from app.playbook.vocabulary import Ask, Dial, Drive, Mood, OutcomeGroup

if TYPE_CHECKING:
    from app.playbook.tree import MapNode

WRAP_UP = "wrap_up"
"""Target of a ``to``: the talk is over, open objections are offered once more, then the outcome."""
END = "end"
"""Target of a ``to``: hang up at once, straight to the outcome."""


class LineKind(StrEnum):
    """A statement, or something that wants an answer."""

    SAY = "say"
    ASK = "ask"


class FactType(StrEnum):
    """What a fact may hold."""

    TEXT = "text"
    NUMBER = "number"
    MONEY = "money"
    DATE = "date"
    YES_NO = "yes_no"
    CHOICE = "choice"


FactValue = str | float | int | bool
"""A learnt value: text and choice codes as ``str``, dates as ISO 8601 ``str``, numbers and money as numbers."""


@dataclass(frozen=True, slots=True)
class Tone:
    """How to sound: a vocabulary name and dials that override it; ``pause_seconds`` wins over ``pause``."""

    name: str | None = None
    pace: Dial | None = None
    energy: Dial | None = None
    pause: Dial | None = None
    pause_seconds: float | None = None
    note: str = ""
    origin: MapNode | None = field(default=None, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class MoodChange:
    """What a line changes under one mood; ``None`` keeps the line's own, ``skip`` passes the line over."""

    skip: bool = False
    say: str | None = None
    ask: str | None = None
    cue: tuple[str, ...] | None = None
    do: str | None = None
    tone: Tone | None = None
    origin: MapNode | None = field(default=None, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Answer:
    """A key-picked reply; ``value`` is already of the line's fact's type when there is one."""

    id: str
    label: str
    value: FactValue | None = None
    to: str | None = None
    objection: str | None = None
    outcome: str | None = None
    origin: MapNode | None = field(default=None, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Line:
    """Text offered to be spoken; ``ref`` is its full dotted name (``discovery.hours``)."""

    id: str
    ref: str
    kind: LineKind
    text: str
    cue: tuple[str, ...] = ()
    do: str = ""
    guide: str = ""
    moods: Mapping[Mood, MoodChange] = field(default_factory=dict)
    needs_moods: tuple[Mood, ...] = ()
    tone: Tone | None = None
    budget_seconds: float | None = None
    must: bool = False
    when: str | None = None
    fact: str | None = None
    verbatim: bool = False
    story: str | None = None
    answers: tuple[Answer, ...] = ()
    trials: tuple[str, ...] = ()
    origin: MapNode | None = field(default=None, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class WayOn:
    """One entry of a stage's ``next``: where to go when ``when`` holds (no ``when``: always)."""

    to: str
    when: str | None = None
    outcome: str | None = None
    origin: MapNode | None = field(default=None, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Stage:
    """A named part of a call."""

    id: str
    title: str
    lines: tuple[Line, ...]
    drive: Drive | None = None
    tone: Tone | None = None
    budget_seconds: float | None = None
    next: tuple[WayOn, ...] = ()
    origin: MapNode | None = field(default=None, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Response:
    """One rung of an objection's ladder; ``ref`` is ``objection.response``."""

    id: str
    ref: str
    say: str
    when: str | None = None
    once: bool = False
    story: str | None = None
    to: str | None = None
    tone: Tone | None = None
    do: str = ""
    moods: Mapping[Mood, MoodChange] = field(default_factory=dict)
    trials: tuple[str, ...] = ()
    origin: MapNode | None = field(default=None, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Exhausted:
    """What to say when no response is left."""

    say: str
    to: str | None = None
    outcome: str | None = None
    origin: MapNode | None = field(default=None, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Final:
    """Where the call goes when an objection ends for good; the default is wrap-up with no proposal."""

    outcome: str | None = None
    to: str | None = None
    origin: MapNode | None = field(default=None, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Objection:
    """A reason not to go on and the steps that meet it: acknowledge, ask, responses, check."""

    id: str
    kind: str
    label: str
    heard: tuple[str, ...] = ()
    likely: tuple[str, ...] = ()
    when: str | None = None
    tone: Tone | None = None
    pause_seconds: float | None = None
    acknowledge: str = ""
    ask: str = ""
    responses: tuple[Response, ...] = ()
    check: str = ""
    exhausted: Exhausted | None = None
    do: str = ""
    guide: str = ""
    needs_moods: tuple[Mood, ...] = ()
    final: Final = Final()
    origin: MapNode | None = field(default=None, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Story:
    """Who, trouble, result: at most 45 s aloud, then a question."""

    id: str
    title: str = ""
    who: str = ""
    trouble: str = ""
    result: str = ""
    sample: bool = False
    origin: MapNode | None = field(default=None, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class ComplianceLine:
    """A line that must be read as written, before a stage or a line; ``ref`` is ``compliance.<id>``."""

    id: str
    ref: str
    say: str
    before: str | None = None
    when: str | None = None
    origin: MapNode | None = field(default=None, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Outcome:
    """How a call of this playbook may end: a vocabulary code, or the house's own.

    ``label`` is empty for a vocabulary code (its label is then the vocabulary's). ``requires_facts`` are facts
    that must be known or entered before this outcome is recorded.
    """

    id: str
    group: OutcomeGroup
    label: str = ""
    requires: tuple[Ask, ...] = ()
    requires_facts: tuple[str, ...] = ()
    origin: MapNode | None = field(default=None, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Fact:
    """A typed thing that a call may learn; a column in review and exports. ``options`` maps choice codes to labels."""

    id: str
    label: str
    type: FactType = FactType.TEXT
    unit: str = ""
    min: float | None = None
    max: float | None = None
    currency: str = ""
    options: Mapping[str, str] = field(default_factory=dict)
    crm: str = ""
    origin: MapNode | None = field(default=None, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Playbook:
    """The guide to one kind of call in one language, with everything it ``uses`` already merged in."""

    id: str
    lang: str
    stages: tuple[Stage, ...]
    title: str = ""
    version: str = ""
    goal: str | None = None
    tone: Tone | None = None
    push_locked: bool = False
    prep: tuple[str, ...] = ()
    lawful_basis_required: bool = False
    facts: Mapping[str, Fact] = field(default_factory=dict)
    objections: tuple[Objection, ...] = ()
    stories: tuple[Story, ...] = ()
    compliance: tuple[ComplianceLine, ...] = ()
    outcomes: tuple[Outcome, ...] = ()
    scorecard: str | None = None
    renames: Mapping[str, str] = field(default_factory=dict)
    uses: tuple[str, ...] = ()
    origin: MapNode | None = field(default=None, compare=False, repr=False)
    _lines: dict[str, Line] = field(default_factory=dict, init=False, compare=False, repr=False)
    _objections: dict[str, Objection] = field(default_factory=dict, init=False, compare=False, repr=False)

    def stage(self, stage_id: str) -> Stage | None:
        """The stage called ``stage_id``, or ``None``."""
        return next((stage for stage in self.stages if stage.id == stage_id), None)

    def line(self, ref: str) -> Line | None:
        """The line with the full name ``ref`` (``stage.line``), or ``None``."""
        if not self._lines:
            self._lines.update(
                (f"{stage.id}.{line.id}", line)
                for stage in reversed(self.stages)
                for line in reversed(stage.lines)
            )
        return self._lines.get(ref)

    def objection(self, objection_id: str) -> Objection | None:
        """The objection called ``objection_id``, or ``None``."""
        if not self._objections:
            self._objections.update((one.id, one) for one in reversed(self.objections))
        return self._objections.get(objection_id)

    def story(self, story_id: str) -> Story | None:
        """The story called ``story_id``, or ``None``."""
        return next((one for one in self.stories if one.id == story_id), None)

    def outcome(self, outcome_id: str) -> Outcome | None:
        """The outcome called ``outcome_id``, or ``None``."""
        return next((one for one in self.outcomes if one.id == outcome_id), None)
