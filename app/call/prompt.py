"""Everything a screen needs to show one moment of a call, as one frozen value.

Texts are in the playbook's language with merge fields filled in; codes (moods, tones, kinds, steps) are stable names
that each screen puts into its own language through ``playbook.vocabulary``.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from app.call.events import HelpLevel, NudgeKind, Result, Step
from app.call.people import CallTerms, LeadCard, RepCard
from app.playbook.model import FactType, LineKind
from app.playbook.vocabulary import Dial, Drive, Ending, Mood


class Phase(StrEnum):
    """Where the call as a whole is."""

    TALK = "talk"
    WRAP_UP = "wrap_up"
    CLOSED = "closed"


class Standing(StrEnum):
    """Where a thing is relative to now."""

    DONE = "done"
    CURRENT = "current"
    AHEAD = "ahead"


class Showing(StrEnum):
    """What kind of thing the middle of the screen shows."""

    LINE = "line"
    COMPLIANCE = "compliance"
    OBJECTION = "objection"
    FAREWELL = "farewell"
    DEAD_END = "dead_end"


@dataclass(frozen=True, slots=True)
class RailStop:
    """One stage on the rail; ``lines_done`` of ``lines_total`` counts lines offered, ``ms`` the time spent so far.

    ``budget_ms`` is 0 when the author gave none. The last stop, ``wrap_up``, is the house's own.
    """

    id: str
    title: str
    standing: Standing
    ms: int
    lines_done: int
    lines_total: int
    budget_ms: int = 0


@dataclass(frozen=True, slots=True)
class ToneBadge:
    """How to sound now: codes and dials; ``note`` is the author's own word. ``pause_seconds`` is 0 when unset."""

    tone: str
    pace: Dial
    energy: Dial
    pause: Dial
    pause_seconds: float
    ending: Ending
    note: str = ""


@dataclass(frozen=True, slots=True)
class Speech:
    """What to say now. ``cue`` are chunks to speak from; ``text`` is the full wording.

    ``do`` is an instruction, never read aloud; ``guide`` is longer help for novices. ``verbatim`` must be read as is.
    """

    kind: LineKind
    text: str
    cue: tuple[str, ...] = ()
    do: str = ""
    guide: str = ""
    verbatim: bool = False


@dataclass(frozen=True, slots=True)
class Option:
    """An answer to pick by its ``digit`` (1 to 9). ``chosen`` marks what was answered before."""

    id: str
    digit: int
    label: str
    chosen: bool = False


@dataclass(frozen=True, slots=True)
class KnownAnswer:
    """The question's fact is known already: one key confirms ``value``."""

    value: str


@dataclass(frozen=True, slots=True)
class Question:
    """The answering side of an asked line.

    ``number`` of ``total`` counts questions of the stage from 1. ``free_text`` tells whether words may be typed:
    always for a question without options, and beside the options for the customer's exact words.
    """

    number: int
    total: int
    must: bool
    options: tuple[Option, ...]
    free_text: bool
    written: str = ""
    known: KnownAnswer | None = None
    fact_type: FactType | None = None


@dataclass(frozen=True, slots=True)
class StepView:
    """One step of an objection; ``text`` may be empty when the author wrote none."""

    step: Step
    text: str
    standing: Standing


@dataclass(frozen=True, slots=True)
class ObjectionView:
    """The objection on top. ``id`` is empty for an unlisted one.

    ``results`` are always pickable by digit, in this order. ``more_answers``: another response of the ladder holds,
    so that "next" at the check brings it.
    """

    id: str
    kind: str
    label: str
    steps: tuple[StepView, ...]
    current: Step
    response: str | None
    more_answers: bool
    raised: int
    story: str | None = None
    results: tuple[Result, ...] = (Result.SETTLED, Result.OPEN, Result.FINAL)


@dataclass(frozen=True, slots=True)
class Crumb:
    """One place to come back to, outermost first."""

    kind: Showing
    label: str
    number: int = 0
    total: int = 0


@dataclass(frozen=True, slots=True)
class LikelyObjection:
    """A row of the objection board. ``share`` (0 to 1) is shown only when enough calls back it; else ``None``."""

    id: str
    kind: str
    label: str
    share: float | None = None
    times_raised: int = 0


@dataclass(frozen=True, slots=True)
class StoryCard:
    """A story with its texts filled in. ``fits_here`` marks the one that this line or response names."""

    id: str
    title: str
    who: str
    trouble: str
    result: str
    sample: bool
    told: bool
    fits_here: bool


@dataclass(frozen=True, slots=True)
class QuestionRow:
    """One row of the list of all questions and statements."""

    line: str
    stage: str
    kind: LineKind
    text: str
    must: bool
    asked: bool
    skipped: bool
    answer: str = ""


@dataclass(frozen=True, slots=True)
class Captured:
    """One fact on the side: ``value`` is worded for people, empty when not known yet."""

    fact: str
    label: str
    value: str


@dataclass(frozen=True, slots=True)
class OpenObjection:
    """An objection met in this call and how it stands (``None``: still on the table)."""

    id: str
    kind: str
    label: str
    text: str
    result: Result | None
    ms: int


@dataclass(frozen=True, slots=True)
class AskOffer:
    """The customer shows interest: the words that ask for the step, and two days to propose."""

    text: str
    days: tuple[date, date]


@dataclass(frozen=True, slots=True)
class NextStep:
    """What has been agreed so far."""

    what: str = ""
    when: str = ""
    when_words: str = ""
    who: str = ""


@dataclass(frozen=True, slots=True)
class OutcomeChoice:
    """An outcome that wrap-up offers. ``label`` is empty for a code of the vocabulary."""

    id: str
    group: str
    label: str
    requires: tuple[str, ...]
    missing_facts: tuple[str, ...]
    proposed: bool = False
    goal: bool = False


@dataclass(frozen=True, slots=True)
class MustView:
    """A must-ask and whether it was asked."""

    line: str
    text: str
    asked: bool


@dataclass(frozen=True, slots=True)
class Clocks:
    """Times at ``at_ms``: a screen adds what has passed since, unless ``held``.

    ``call_ms`` and ``stage_ms`` leave out holds and recovery gaps.
    """

    at_ms: int
    call_ms: int
    stage_ms: int
    held: bool
    gap_ms: int = 0


@dataclass(frozen=True, slots=True)
class NudgeView:
    """A quiet reminder: its kind, and the words of the line or objection that it means (may be empty)."""

    kind: NudgeKind
    about: str
    text: str


@dataclass(frozen=True, slots=True)
class Prompt:
    """One moment of a call, whole.

    Attributes:
        line: Full name of the line underneath (``wrap_up`` / ``dead_end`` when there is none).
        speech: The thing to say now, whatever is on top (in an objection: the current step's text).
        question: The answers of an asked line; ``None`` for statements and inside objections.
        objection: Set while an objection is on top.
        crumbs: Where "back" leads, outermost first; empty on the main way.
        stripped: The customer is angry: show the spoken line, the tone, three options and the end key only.
        ask: Offered while interest shows.
        next_up: A preview of the next line's wording; empty at the end.
        undo_kind: Kind of the act that Backspace takes back now; empty when there is none.
        redo_kind: Kind of the act that can be brought back; empty when there is none.
        announce: One sentence for a screen reader.
        nudge: A quiet reminder, gone with the next key.
        help_offer: The line went well often enough to show less of it: this level is offered.
        usual_help: The level to go back to while this line shows less than the others; ``None`` when it does not.
    """

    phase: Phase
    showing: Showing
    lead: LeadCard
    rep: RepCard
    terms: CallTerms
    playbook: str
    playbook_title: str
    lang: str
    help: HelpLevel
    line: str
    stage: str
    rail: tuple[RailStop, ...]
    tone: ToneBadge
    drive: Drive
    push_locked: bool
    mood: Mood
    mood_tapped: bool
    stripped: bool
    speech: Speech
    question: Question | None
    objection: ObjectionView | None
    crumbs: tuple[Crumb, ...]
    likely: tuple[LikelyObjection, ...]
    story: StoryCard | None
    captured: tuple[Captured, ...]
    next_up: str
    ask: AskOffer | None
    next_step: NextStep
    musts: tuple[MustView, ...]
    objections_met: tuple[OpenObjection, ...]
    notes: tuple[tuple[int, str], ...]
    clocks: Clocks
    undo_kind: str
    redo_kind: str
    proposed_outcome: str | None
    outcome: str | None
    announce: str
    nudge: NudgeView | None = None
    help_offer: HelpLevel | None = None
    usual_help: HelpLevel | None = None


@dataclass(frozen=True, slots=True)
class Brief:
    """The twenty-second card before the call."""

    lead: LeadCard
    playbook: str
    playbook_title: str
    lang: str
    goal: str | None
    goal_label: str
    first_line: str
    must_asks: tuple[str, ...]
    prep: tuple[str, ...]
    lawful_basis_required: bool
    gaps: tuple[str, ...] = field(default=())
