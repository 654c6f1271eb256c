"""Coaching: the one behaviour that trainer and rep agreed on, what is counted for it, and what became of it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import TYPE_CHECKING, Protocol
from uuid import UUID

from app.playbook.vocabulary import Label

if TYPE_CHECKING:
    from app.playbook.model import Playbook
    from app.review.desk import Review
    from app.review.scorecard import Scorecard

RULES = {
    "asked_before_answering": Label(
        "Asked before answering an objection", "Otázka dřív než odpověď na námitku"
    ),
    "objections_checked": Label("Checked that an objection was settled", "Ověření, že je námitka vyřešená"),
    "interest_then_ask": Label("Asked for the step when interest showed", "Žádost o krok ve chvíli zájmu"),
    "dated_step": Label(
        "Next step with a date and a person, or an honest no",
        "Další krok s datem a člověkem, nebo poctivé ne",
    ),
    "must_asks": Label("Asked all required questions", "Položené všechny povinné otázky"),
}
"""Behaviours that the record of every call proves (see ``evidence``)."""


class TargetKind(StrEnum):
    """What a behaviour is counted from."""

    RULE = "rule"
    """The record of every call, by a rule of ``RULES``."""
    LINE = "line"
    """The record of every call: a required line of the playbook was asked."""
    CRITERION = "criterion"
    """Marks that trainers gave, so reviewed calls only."""


@dataclass(frozen=True, slots=True)
class Target:
    """What is counted for a plan. ``of`` is the rule, the line's full name or the criterion."""

    kind: TargetKind
    of: str

    @property
    def written(self) -> str:
        """As it is kept in a review."""
        return f"{self.kind}:{self.of}"


@dataclass(frozen=True, slots=True)
class Choice:
    """A target with its words, to choose from."""

    target: Target
    label: Label


def read_target(written: str) -> Target | None:
    """The target that ``written`` names; ``None`` for a plan in words only, or one of a newer program."""
    kind, _, of = written.partition(":")
    return Target(TargetKind(kind), of) if of and kind in set(TargetKind) else None


def choices(card: Scorecard | None, playbook: Playbook) -> tuple[Choice, ...]:
    """What a plan for a call with this playbook may be counted by: rules, required lines, then other criteria."""
    musts = (line for stage in playbook.stages for line in stage.lines if line.must)
    others = (one for one in (card.criteria if card is not None else ()) if one.computed not in RULES)
    return (
        *(Choice(Target(TargetKind.RULE, rule), label) for rule, label in RULES.items()),
        *(Choice(Target(TargetKind.LINE, line.ref), Label(line.text, line.text)) for line in musts),
        *(Choice(Target(TargetKind.CRITERION, one.id), one.text) for one in others),
    )


class StepHow(StrEnum):
    """What became of a plan."""

    REACHED = "reached"
    DROPPED = "dropped"
    LONGER = "longer"


@dataclass(frozen=True, slots=True)
class PlanStep:
    """One decision about a plan; ``due`` is its new ISO date when it was given longer."""

    how: StepHow
    by: str
    at: datetime
    due: str = ""


class Standing(StrEnum):
    """How a plan stands on a day."""

    OPEN = "open"
    OVERDUE = "overdue"
    REACHED = "reached"
    DROPPED = "dropped"


@dataclass(frozen=True, slots=True)
class Agreed:
    """A trainer's review as coaching sees it: its words, the call that they are about, and what became of the plan.

    Attributes:
        started: When the reviewed call began.
        sample: Whether that call is a made-up one; it is then compared with made-up ones only.
        steps: Decisions about the plan, oldest first; the newest counts.
        for_risk: Whether the call was queued for its risk; such reviews never enter shares with others.
    """

    review: Review
    playbook: str
    who: str
    started: datetime
    sample: bool = False
    steps: tuple[PlanStep, ...] = ()
    for_risk: bool = False

    @property
    def target(self) -> Target | None:
        """What is counted; ``None`` for words only."""
        return read_target(self.review.draft.feedback.target)

    @property
    def has_plan(self) -> bool:
        """Whether a behaviour was agreed."""
        return bool(self.review.draft.feedback.plan.strip())

    @property
    def due(self) -> str:
        """The ISO date that holds now."""
        longer = [one.due for one in self.steps if one.how is StepHow.LONGER and one.due]
        return longer[-1] if longer else self.review.draft.feedback.due

    def standing(self, today: date) -> Standing:
        """How the plan stands on ``today``."""
        last = self.steps[-1].how if self.steps else StepHow.LONGER
        if last is not StepHow.LONGER:
            return Standing.REACHED if last is StepHow.REACHED else Standing.DROPPED
        return Standing.OVERDUE if is_over(self.due, today) else Standing.OPEN


@dataclass(frozen=True, slots=True)
class Coached:
    """A rep whom trainers have reviewed. ``dues`` are the ISO dates of plans that are open still."""

    rep: str
    name: str
    dues: tuple[str, ...] = ()

    def overdue(self, today: date) -> int:
        """How many plans should have been looked at by now."""
        return sum(is_over(due, today) for due in self.dues)


@dataclass(frozen=True, slots=True)
class PastCall:
    """A closed call of the same rep and playbook."""

    call: UUID
    started: datetime
    who: str


class CoachingBook(Protocol):
    """What was agreed, and the calls to count. Every method raises BookUnavailable when the database cannot be used now."""

    def coached(self) -> tuple[Coached, ...]:
        """Everybody whom trainers have reviewed, by name."""

    def agreed(self, rep: str, limit: int = 20) -> tuple[Agreed, ...]:
        """Trainers' reviews of this rep's calls, newest first."""

    def calls_before(self, rep: str, one: Agreed, limit: int) -> tuple[PastCall, ...]:
        """The rep's last closed calls with the same playbook before the review was sent, newest first."""

    def calls_after(self, rep: str, one: Agreed, limit: int) -> tuple[PastCall, ...]:
        """The rep's next closed calls with the same playbook since the review was sent, oldest first."""

    def step(self, review: UUID, step: PlanStep) -> None:
        """Notes what became of a plan. Raises NotRecorded when there is no such review."""


def is_over(due: str, today: date) -> bool:
    """Whether the ISO date ``due`` lies before ``today``; no date never does."""
    try:
        return date.fromisoformat(due) < today
    except ValueError:
        return False


def overdue(everybody: Iterable[Coached], today: date) -> int:
    """How many plans of everybody should have been looked at by now."""
    return sum(one.overdue(today) for one in everybody)


def in_order(plans: Sequence[Agreed], today: date) -> tuple[Agreed, ...]:
    """Overdue plans first, then those under way, then the rest; each by when they were agreed, newest first."""

    def rank(one: Agreed) -> tuple[int, float]:
        ranks = {Standing.OVERDUE: 0, Standing.OPEN: 1}
        return ranks.get(one.standing(today), 2) if one.has_plan else 2, -one.review.sent.timestamp()

    return tuple(sorted(plans, key=rank))
