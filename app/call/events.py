"""What happened in a call: immutable events, numbered and timed, and the only truth that a call's state is made of.

An **act** is what the rep (or the program, after a crash) did with one key; what follows from it (a stage entered, a
line shown) is recorded too, as further events with the same ``cause``: the sequence number of the act. Undo cancels a
cause, so one key takes back one key. Nothing is ever deleted or rewritten.

Beyond the list of the design there are more kinds, each because a screen could not be told word for word without it:
``help_changed``, ``next_step_agreed``, ``ask_waved``, ``left_detour``, ``nudge_shown``, ``nudge_followed``,
``help_offered``, ``help_declined`` and ``board_shown``.
"""

from __future__ import annotations

import dataclasses
import typing
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from types import UnionType
from typing import Any, ClassVar, get_args, get_origin, get_type_hints
from uuid import UUID

from app.call.help_level import HelpLevel as HelpLevel  # noqa: PLC0414 - part of this module too
from app.call.nudge_kind import NudgeKind as NudgeKind  # noqa: PLC0414 - part of this module too
from app.call.people import CallTerms, LeadCard, RepCard
from app.playbook.model import FactValue
from app.playbook.vocabulary import Drive, Mood


class Step(StrEnum):
    """The steps that meet an objection, in order; ``exhausted`` follows when no response is left."""

    ACKNOWLEDGE = "acknowledge"
    ASK = "ask"
    ANSWER = "answer"
    CHECK = "check"
    EXHAUSTED = "exhausted"


class Result(StrEnum):
    """How an objection ended: settled, parked until wrap-up, or the end of the matter."""

    SETTLED = "settled"
    OPEN = "open"
    FINAL = "final"


class How(StrEnum):
    """By what way an objection was raised."""

    KEY = "key"
    SEARCH = "search"
    UNLISTED = "unlisted"
    ANSWER = "answer"
    REOPENED = "reopened"


@dataclass(frozen=True, slots=True)
class CallStarted:
    """The call begins. ``playbook_revision`` pins the exact text (SHA-256 of the source).

    ``line_help`` holds the lines for which this rep has taken less help before, with the level's code.
    """

    kind: ClassVar[str] = "call_started"
    playbook: str
    lang: str
    playbook_revision: str
    lead: LeadCard
    rep: RepCard
    terms: CallTerms
    help: HelpLevel
    seed: int = 0
    sample: bool = False
    line_help: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class StageEntered:
    """The call is in this stage now."""

    kind: ClassVar[str] = "stage_entered"
    stage: str


@dataclass(frozen=True, slots=True)
class LineShown:
    """This line is on the screen: full name, ``compliance.<id>``, or ``wrap_up`` / ``dead_end``.

    ``detour`` marks a question asked out of order (or a compliance line), which comes back to where it left.
    ``outcome`` is what the way here proposes for wrap-up; ``wording`` is the place (from 0) of the wording under test.
    """

    kind: ClassVar[str] = "line_shown"
    line: str
    detour: bool = False
    outcome: str | None = None
    wording: int | None = None


@dataclass(frozen=True, slots=True)
class LineDone:
    """The rep said the line and went on."""

    kind: ClassVar[str] = "line_done"
    line: str


@dataclass(frozen=True, slots=True)
class LineSkipped:
    """The rep passed the line over; allowed, and never a failure."""

    kind: ClassVar[str] = "line_skipped"
    line: str


@dataclass(frozen=True, slots=True)
class Answered:
    """The customer answered ``line``: a picked ``answer`` and/or their own words.

    ``old_*`` is what it was before, ``confirmed`` that a known value was only nodded at. ``fact`` is what the value was
    learnt as, ``outcome`` what the answer proposes, ``drops`` the lines whose answers hung on the old one and fell.
    """

    kind: ClassVar[str] = "answered"
    line: str
    answer: str | None = None
    value: FactValue | None = None
    text: str = ""
    old_answer: str | None = None
    old_value: FactValue | None = None
    old_text: str = ""
    confirmed: bool = False
    fact: str | None = None
    outcome: str | None = None
    drops: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ObjectionRaised:
    """The customer objected. ``objection`` is ``None`` for an unlisted one, whose words are in ``text``."""

    kind: ClassVar[str] = "objection_raised"
    objection: str | None
    how: How
    text: str = ""
    step: Step = Step.ACKNOWLEDGE


@dataclass(frozen=True, slots=True)
class ResponseShown:
    """This rung of the ladder is on the screen; ``None`` stands for the exhausted text."""

    kind: ClassVar[str] = "response_shown"
    objection: str
    response: str | None
    wording: int | None = None


@dataclass(frozen=True, slots=True)
class ObjectionStepDone:
    """The rep finished a step of the objection on top and went to the next."""

    kind: ClassVar[str] = "objection_step_done"
    objection: str | None
    step: Step
    then: Step


@dataclass(frozen=True, slots=True)
class ObjectionEnded:
    """The objection on top is over with this result."""

    kind: ClassVar[str] = "objection_ended"
    objection: str | None
    result: Result
    response: str | None = None
    outcome: str | None = None


@dataclass(frozen=True, slots=True)
class LeftDetour:
    """The rep went back from a question asked out of order, unanswered."""

    kind: ClassVar[str] = "left_detour"
    line: str


@dataclass(frozen=True, slots=True)
class StoryTold:
    """The rep told this story."""

    kind: ClassVar[str] = "story_told"
    story: str


@dataclass(frozen=True, slots=True)
class MoodTapped:
    """The rep senses this mood now."""

    kind: ClassVar[str] = "mood_tapped"
    mood: Mood


@dataclass(frozen=True, slots=True)
class DriveChanged:
    """The rep switched between drawing out and asking for a step."""

    kind: ClassVar[str] = "drive_changed"
    drive: Drive


@dataclass(frozen=True, slots=True)
class AskWaved:
    """The rep waved the offered ask away; it comes back at the next tap of interest."""

    kind: ClassVar[str] = "ask_waved"


@dataclass(frozen=True, slots=True)
class HelpChanged:
    """The rep switched how much is written on the screen; with ``line``, for that line only (an offer was taken)."""

    kind: ClassVar[str] = "help_changed"
    help: HelpLevel
    line: str = ""


@dataclass(frozen=True, slots=True)
class NoteWritten:
    """A note as it reads now; the same number again replaces it (drafts are saved while typed)."""

    kind: ClassVar[str] = "note_written"
    number: int
    text: str


@dataclass(frozen=True, slots=True)
class Flagged:
    """The rep marked this moment for the trainer."""

    kind: ClassVar[str] = "flagged"
    text: str = ""


@dataclass(frozen=True, slots=True)
class Reworded:
    """The rep said a line in other words; kept for the manager.

    ``line`` is a line's full name or an objection's step (``step_name``); older programs wrote the line beneath an
    objection even when a step of it was meant.
    """

    kind: ClassVar[str] = "reworded"
    line: str
    words: str


@dataclass(frozen=True, slots=True)
class NextStepAgreed:
    """What was agreed to happen next. ``when`` is ISO 8601 local time (or date), ``when_words`` as the rep typed it."""

    kind: ClassVar[str] = "next_step_agreed"
    what: str = ""
    when: str = ""
    when_words: str = ""
    who: str = ""


@dataclass(frozen=True, slots=True)
class Held:
    """The clock stands still: the customer is on hold."""

    kind: ClassVar[str] = "held"


@dataclass(frozen=True, slots=True)
class Resumed:
    """The clock runs again."""

    kind: ClassVar[str] = "resumed"


@dataclass(frozen=True, slots=True)
class Undone:
    """Cancels the act ``cause``; aimed at an earlier ``undone``, it brings back what that one cancelled."""

    kind: ClassVar[str] = "undone"
    cause: int


@dataclass(frozen=True, slots=True)
class CallEnded:
    """The line is closed; what is left is the outcome."""

    kind: ClassVar[str] = "call_ended"


@dataclass(frozen=True, slots=True)
class OutcomeRecorded:
    """The final word on the call. ``self_rating`` is 1 to 5, 0 when the rep gave none."""

    kind: ClassVar[str] = "outcome_recorded"
    outcome: str
    reason: str = ""
    when: str = ""
    when_words: str = ""
    who: str = ""
    what: str = ""
    value: float | None = None
    currency: str = ""
    note: str = ""
    self_rating: int = 0
    facts: Mapping[str, FactValue] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Recovered:
    """The call goes on after a crash or shut-down; ``gap_ms`` passed meanwhile and does not count as talk."""

    kind: ClassVar[str] = "recovered"
    gap_ms: int


@dataclass(frozen=True, slots=True)
class Abandoned:
    """A call left unfinished was closed without going on; its outcome follows."""

    kind: ClassVar[str] = "abandoned"


@dataclass(frozen=True, slots=True)
class ObjectionNamed:
    """The rep put an unlisted objection (known by its ``text``) into a family of the vocabulary after the call."""

    kind: ClassVar[str] = "objection_named"
    text: str
    family: str


@dataclass(frozen=True, slots=True)
class NudgeShown:
    """A quiet reminder came up; ``about`` is the line or objection it means."""

    kind: ClassVar[str] = "nudge_shown"
    nudge: NudgeKind
    about: str = ""


@dataclass(frozen=True, slots=True)
class NudgeFollowed:
    """The rep did what the reminder was about, of their own accord or because of it."""

    kind: ClassVar[str] = "nudge_followed"
    nudge: NudgeKind
    about: str = ""


@dataclass(frozen=True, slots=True)
class HelpOffered:
    """The line went well often enough that showing less of it was offered."""

    kind: ClassVar[str] = "help_offered"
    help: HelpLevel
    line: str


@dataclass(frozen=True, slots=True)
class HelpDeclined:
    """The rep waved away the offer to see less of this line; counts against the offer, never the rep."""

    kind: ClassVar[str] = "help_declined"
    line: str


@dataclass(frozen=True, slots=True)
class BoardShown:
    """The likely objections beside the line, likeliest first, where recorded calls order them; kept when they change.

    What calls had taught by then is not known later, so the rows are. ``shares`` (0 to 1, by place) are empty when there
    were too few records to show any. A call without such events had the author's order, or is older than them.
    """

    kind: ClassVar[str] = "board_shown"
    objections: tuple[str, ...]
    shares: tuple[float, ...] = ()


Happening = (
    CallStarted
    | StageEntered
    | LineShown
    | LineDone
    | LineSkipped
    | Answered
    | ObjectionRaised
    | ResponseShown
    | ObjectionStepDone
    | ObjectionEnded
    | LeftDetour
    | StoryTold
    | MoodTapped
    | DriveChanged
    | AskWaved
    | HelpChanged
    | NoteWritten
    | Flagged
    | Reworded
    | NextStepAgreed
    | Held
    | Resumed
    | Undone
    | CallEnded
    | OutcomeRecorded
    | Recovered
    | Abandoned
    | ObjectionNamed
    | NudgeShown
    | NudgeFollowed
    | HelpOffered
    | HelpDeclined
    | BoardShown
)

KINDS: dict[str, type[Happening]] = {happening.kind: happening for happening in get_args(Happening)}
"""Every kind of event by its stable name. Order is stable too: new kinds go to the end of the union."""


@dataclass(frozen=True, slots=True)
class Event:
    """One recorded happening.

    Attributes:
        call: The call's UUIDv7.
        seq: Position in the call, from 1, without gaps.
        at: When, in UTC.
        ms: Milliseconds since the call started, from a monotonic clock.
        cause: ``seq`` of the act that this belongs to (its own for an act).
        what: What happened.
    """

    call: UUID
    seq: int
    at: datetime
    ms: int
    cause: int
    what: Happening

    @property
    def kind(self) -> str:
        """The stable name of what happened."""
        return self.what.kind


class UnknownEvent(Exception):
    """An event that this version cannot read: written by a newer program, or damaged."""


def to_data(what: Happening) -> dict[str, Any]:
    """The fields of ``what`` as JSON values, defaults left out. ``from_data`` reads them back."""
    return _plain(what)


def from_data(kind: str, data: Mapping[str, Any]) -> Happening:
    """Builds the happening called ``kind`` from JSON values.

    Raises:
        UnknownEvent: The kind or a field is unknown, a field is missing, or a value has the wrong shape.
    """
    shape = KINDS.get(kind)
    if shape is None:
        raise UnknownEvent(f"This version knows no event '{kind}'.")
    try:
        return typing.cast("Happening", _build(shape, data))
    except (TypeError, ValueError, AttributeError) as error:
        raise UnknownEvent(f"The event '{kind}' cannot be read: {error}.") from error


_DEFAULTS: dict[type, tuple[tuple[str, Any], ...]] = {}
_SIMPLE = (str, int, bool, float, type(None))


def _plain(value: Any) -> dict[str, Any]:
    defaults = _DEFAULTS.get(type(value))
    if defaults is None:
        specs = dataclasses.fields(value)
        defaults = _DEFAULTS[type(value)] = tuple((spec.name, spec.default) for spec in specs)
    found: dict[str, Any] = {}
    for name, default in defaults:
        part = getattr(value, name)
        if type(part) in _SIMPLE:
            if part != default:
                found[name] = part
        elif dataclasses.is_dataclass(part):
            found[name] = _plain(part)
        elif isinstance(part, Mapping):
            if part:
                found[name] = dict(part)
        elif part != default:
            found[name] = _scalar(part)
    return found


def _scalar(part: Any) -> Any:
    if isinstance(part, StrEnum):
        return str(part)
    return list(part) if isinstance(part, tuple) else part


_HINTS: dict[type, dict[str, Any]] = {}


def _build(shape: type, data: Mapping[str, Any]) -> object:
    hints = _HINTS.get(shape)
    if hints is None:
        hints = _HINTS[shape] = get_type_hints(shape)
    values = {name: _value(hints[name], part) if name in hints else part for name, part in data.items()}
    return shape(**values)


def _value(hint: Any, part: Any) -> Any:
    if isinstance(hint, type) and dataclasses.is_dataclass(hint):
        return _build(hint, part)
    if isinstance(hint, type) and issubclass(hint, StrEnum):
        return hint(part)
    if get_origin(hint) is tuple and isinstance(part, list):
        return tuple(part)
    if (
        get_origin(hint) is None
        and not isinstance(hint, UnionType)
        and isinstance(hint, type)
        and hint is not object
    ):
        return _checked(hint, part)
    return part


def _checked(hint: type, part: Any) -> Any:
    if hint in (str, int, bool, list) and not isinstance(part, hint):
        raise TypeError(f"{part!r} is not {hint.__name__}")
    return part
