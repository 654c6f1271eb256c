"""What the live window shows at one moment: the call's prompt and the window's own state, as one frozen value."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from app.call.ports import Trouble
from app.call.prompt import Prompt, StoryCard
from app.ui.live.note_chips import NoteChip


class Layout(StrEnum):
    """The three shapes of the window; F11 goes round them in this order."""

    FULL = "full"
    COMPACT = "compact"
    STRIP = "strip"

    @property
    def following(self) -> Layout:
        """The shape that F11 asks for next."""
        shapes = tuple(Layout)
        return shapes[(shapes.index(self) + 1) % len(shapes)]


class Panel(StrEnum):
    """What may lie over the lower half; the spoken line always stays in sight."""

    OBJECTIONS = "objections"
    STORIES = "stories"
    QUESTIONS = "questions"
    CUSTOMER = "customer"
    NEXT_STEP = "next_step"
    NOTES = "notes"
    REWORD = "reword"
    MORE = "more"


class Field(StrEnum):
    """Where the caret may be; ``NONE`` means that the keys work the call."""

    NONE = "none"
    ANSWER = "answer"
    NOTE = "note"
    SEARCH = "search"
    STEP = "step"
    REWORD = "reword"


class RowRole(StrEnum):
    """What picking a row of a panel does."""

    OBJECTION = "objection"
    KIND = "kind"
    REST = "rest"
    UNLISTED = "unlisted"
    STORY = "story"
    QUESTION = "question"


@dataclass(frozen=True, slots=True)
class Row:
    """One row to pick. ``digit`` is 0 when no digit reaches it; ``kind`` is a code that the view words.

    ``heading`` is set on the first row of a group. ``detail`` stands small beside the label;
    ``found`` marks what a search brought among other kinds of things.
    """

    role: RowRole
    ref: str
    label: str
    digit: int = 0
    kind: str = ""
    detail: str = ""
    heading: str = ""
    share: float | None = None
    must: bool = False
    done: bool = False
    found: bool = False
    fits_best: bool = False
    """Whether Enter takes this row although others stand above it."""


@dataclass(frozen=True, slots=True)
class PanelScene:
    """An open panel. ``current`` is the highlighted row, -1 when none; ``branch`` is the opened kind of objection."""

    panel: Panel
    query: str = ""
    rows: tuple[Row, ...] = ()
    current: int = -1
    branch: str = ""
    stories: tuple[StoryCard, ...] = ()

    @property
    def picked(self) -> Row | None:
        """The highlighted row."""
        return self.rows[self.current] if 0 <= self.current < len(self.rows) else None


class NoticeKind(StrEnum):
    """What the corner has to say for a few seconds."""

    UNDONE = "undone"
    REDONE = "redone"
    REWORDED = "reworded"
    ASK_WAVED = "ask_waved"
    NOT_TAKEN = "not_taken"
    FLAGGED = "flagged"
    NOT_DIALLED = "not_dialled"


@dataclass(frozen=True, slots=True)
class Notice:
    """A short word in the corner. ``act`` is the kind of event it is about, or why nothing was dialled."""

    kind: NoticeKind
    number: int
    act: str = ""


@dataclass(frozen=True, slots=True)
class NoteLine:
    """The note being written. ``saved`` tells whether the draft is recorded as it reads."""

    number: int
    text: str = ""
    saved: bool = True


@dataclass(frozen=True, slots=True)
class Times:
    """The clocks as they read now, in milliseconds; ``gap_ms`` is what a crash left out."""

    call_ms: int
    stage_ms: int
    held: bool
    gap_ms: int = 0


@dataclass(frozen=True, slots=True)
class Scene:
    """Everything on the screen.

    Attributes:
        saved: Every event of the call is on disk for good.
        trouble: Set while the journal cannot write.
        chips: What a tap would note.
        ask_digits: Digits that take the two offered days; empty when the answers need them all or nothing is offered.
    """

    prompt: Prompt
    note: NoteLine
    panel: PanelScene | None = None
    saved: bool = True
    trouble: Trouble | None = None
    notice: Notice | None = None
    key_sheet: bool = False
    ask_digits: tuple[int, ...] = ()
    answer_draft: str = ""
    chips: tuple[NoteChip, ...] = ()
