"""What the outcome screen shows, as frozen values: one of three pages. Labels are in the window's language already."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from app.call.events import Result
from app.playbook.vocabulary import OutcomeGroup


@dataclass(frozen=True, slots=True)
class OutcomeRow:
    """One outcome to choose; ``digit`` is 0 while its group is closed."""

    id: str
    label: str
    digit: int = 0
    proposed: bool = False
    goal: bool = False


@dataclass(frozen=True, slots=True)
class GroupColumn:
    """One of the four groups; its digit opens it."""

    code: OutcomeGroup
    label: str
    digit: int
    rows: tuple[OutcomeRow, ...]
    is_open: bool = False


@dataclass(frozen=True, slots=True)
class ChooseScene:
    """Which outcome was it. ``suggested`` is what Enter takes; ``talk_ms`` is how long the call took."""

    lead: str
    talk_ms: int
    suggested: OutcomeRow | None
    groups: tuple[GroupColumn, ...]
    abandoned: bool = False


class FieldKind(StrEnum):
    """How a detail is entered."""

    WHEN = "when"
    TEXT = "text"
    NOTE = "note"
    AMOUNT = "amount"
    LIST = "list"


class FieldProblem(StrEnum):
    """What is wrong with a detail."""

    NONE = ""
    MISSING = "missing"
    NOT_UNDERSTOOD = "not_understood"


@dataclass(frozen=True, slots=True)
class FieldOption:
    """One thing to pick; ``digit`` is 0 when it is reached by pointing only."""

    code: str
    label: str
    digit: int
    chosen: bool = False


@dataclass(frozen=True, slots=True)
class FieldScene:
    """One detail of the outcome.

    Attributes:
        name: ``when``, ``who``, ``what``, ``value``, ``reason``, ``note``, or a fact.
        label: The fact's own label; empty for the house's details, which the view names itself.
        understood: What the words are taken for, said back.
        more: Further options are behind "more" (key 0).
        day: The day that a date field means.
    """

    name: str
    kind: FieldKind
    label: str = ""
    required: bool = False
    text: str = ""
    understood: str = ""
    options: tuple[FieldOption, ...] = ()
    more: bool = False
    problem: FieldProblem = FieldProblem.NONE
    hint: str = ""
    day: date | None = None


@dataclass(frozen=True, slots=True)
class ObjectionRow:
    """An objection that was still open at hang-up, or an unlisted one that has no kind yet.

    ``number`` is its place among those still open (0: not open any more).
    """

    number: int
    label: str
    family: str
    result: Result | None
    text: str = ""
    unlisted: bool = False


@dataclass(frozen=True, slots=True)
class OwnWords:
    """What the rep may still put in own words: lines said (name and words), and how many were put so already."""

    said: tuple[tuple[str, str], ...] = ()
    kept: int = 0


class Notice(StrEnum):
    """What just happened beside the record."""

    NONE = ""
    COPIED = "copied"
    SAVED = "saved"
    NOT_SAVED = "not_saved"


@dataclass(frozen=True, slots=True)
class DetailsScene:
    """The chosen outcome with what it asks for.

    ``current`` names the field with the caret, empty for none: then digits rate the call. ``notice_detail`` is a
    file's place or why it could not be written.
    """

    outcome: str
    label: str
    lead: str
    group: OutcomeGroup
    final: bool
    fields: tuple[FieldScene, ...]
    rating: int
    objections: tuple[ObjectionRow, ...]
    summary: str
    can_save: bool
    today: date
    current: str = ""
    notice: Notice = Notice.NONE
    notice_detail: str = ""
    own_words: OwnWords = OwnWords()

    @property
    def missing(self) -> tuple[FieldScene, ...]:
        """Fields that keep the outcome from being recorded and have been pointed out."""
        return tuple(field for field in self.fields if field.problem)

    @property
    def blocks_number(self) -> bool:
        """Whether recording it blocks the number everywhere."""
        return self.outcome == "do_not_call"


@dataclass(frozen=True, slots=True)
class DoneScene:
    """It is recorded: what is left is to take the summary and the follow-up along."""

    label: str
    lead: str
    follow_up: str
    summary: str
    can_save: bool
    blocked: bool = False
    notice: Notice = Notice.NONE
    notice_detail: str = ""


OutcomeScene = ChooseScene | DetailsScene | DoneScene
