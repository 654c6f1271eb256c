"""Figures of many calls: every one with its number of calls and its range, compared only among calls of a kind.

A *group* is one playbook with one source of leads. What invites comparing (objections, handlers, wordings, lines) is
reckoned inside each group. What only describes is pooled, and a note says so when groups are mixed, and names the pair
that a mix would turn round: Simpson's trap (Simpson 1951, JRSS B 13:238-241; Bickel et al. 1975, Science 187:398-404).
There is no talk share, no pace, no sentiment, and no one number for a rep; reps are listed by name, never by rank.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from app.playbook.label import Label
from app.review.intervals import Share
from app.review.query import Query, written
from app.review.wordings import Comparison

OLDER, NEWER = "older", "newer"
"""The halves of the weeks, where they are set against each other."""


class FigureName(StrEnum):
    """The figures, in the order in which they are offered."""

    OUTCOMES = "outcomes"
    OUTCOME_MIX = "outcome_mix"
    FUNNEL = "funnel"
    OBJECTIONS = "objections"
    HANDLERS = "handlers"
    WORDINGS = "wordings"
    HANDLED_BY = "handled_by"
    MUSTS = "musts"
    STAGE_TIME = "stage_time"
    MOODS = "moods"
    NEXT_STEPS = "next_steps"
    DEAD_LINES = "dead_lines"
    FIRST_ATTEMPT = "first_attempt"
    ATTEMPTS = "attempts"


class Shape(StrEnum):
    """What a figure is made of, and so how it is drawn."""

    SHARES = "shares"
    STACK = "stack"
    SPREAD = "spread"
    MATRIX = "matrix"


class CodeKind(StrEnum):
    """What the codes of rows stand for."""

    WEEK = "week"
    TIER = "tier"
    OUTCOME = "outcome"
    STAGE = "stage"
    OBJECTION = "objection"
    RESPONSE = "response"
    WORDING = "wording"
    REP = "rep"
    PLAYBOOK = "playbook"
    SOURCE = "source"
    MOOD_START = "mood_start"
    MOOD_END = "mood_end"
    LINE = "line"
    ATTEMPT = "attempt"


NamedCode = tuple[CodeKind, str, str]
"""What a code stands for, the id of its playbook (empty: any), and the code."""


class NoteKind(StrEnum):
    """What is said under a figure."""

    MIXED = "mixed"
    REVERSED = "reversed"
    WITHIN = "within"
    APART = "apart"
    NEWEST = "newest"
    LEFT_OUT = "left_out"
    SAMPLE = "sample"
    CUT = "cut"
    SHRUNK = "shrunk"
    PER_CONTACT = "per_contact"
    WIDER = "wider"


@dataclass(frozen=True, slots=True, order=True)
class Group:
    """Calls of one kind: one playbook and one source of leads."""

    playbook: str
    source: str


@dataclass(frozen=True, slots=True)
class Tally:
    """``hits`` of ``n`` cases that have these ``codes`` in one group."""

    group: Group
    codes: tuple[str, ...]
    n: int
    hits: int


@dataclass(frozen=True, slots=True)
class Values:
    """Measured values of the cases that have these ``codes`` in one group."""

    group: Group
    codes: tuple[str, ...]
    values: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class Trial:
    """One try of a wording under test, in the order of time; ``codes`` name playbook's line or response."""

    group: Group
    codes: tuple[str, ...]
    wording: int
    did_well: bool


@dataclass(frozen=True, slots=True)
class Counted:
    """What was counted for a figure. ``calls`` is how many calls fit; ``read`` how many of them were read (the newest).

    ``left_out`` counts cases that cannot be used, ``sample`` tells that the calls are made up.
    """

    calls: int = 0
    read: int = 0
    tallies: tuple[Tally, ...] = ()
    values: tuple[Values, ...] = ()
    trials: tuple[Trial, ...] = ()
    left_out: int = 0
    sample: bool = False


@dataclass(frozen=True, slots=True)
class Quartiles:
    """The middle of measured values, with the quarters below and above it; ``likely`` is the range of the middle itself."""

    low: float
    median: float
    high: float
    likely: tuple[float, float]


@dataclass(frozen=True, slots=True)
class FigureRow:
    """One number of a figure. ``group`` is ``None`` where groups are pooled.

    ``steadied`` is the share drawn towards its group's, for lists that tempt to rank; ``calls`` searches for the calls
    behind the number, among others too unless ``exact``.
    """

    codes: tuple[str, ...]
    n: int
    hits: int = 0
    share: Share | None = None
    quartiles: Quartiles | None = None
    steadied: float | None = None
    test: Comparison | None = None
    group: Group | None = None
    calls: Query = field(default_factory=Query)
    exact: bool = True

    def calls_query(self, lang: str) -> str:
        """The search line that leads to the calls behind the number."""
        return written(self.calls, lang)


@dataclass(frozen=True, slots=True)
class Note:
    """One thing to know about a figure; ``about`` fills the words."""

    kind: NoteKind
    about: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure as it is shown: rows with their ranges, and what must be known to read them.

    ``names`` are what playbooks call codes (see ``figure_names``).
    """

    name: FigureName
    shape: Shape
    kinds: tuple[CodeKind, ...]
    rows: tuple[FigureRow, ...] = ()
    notes: tuple[Note, ...] = ()
    calls: int = 0
    names: Mapping[NamedCode, Label] = field(default_factory=dict)
