"""Begins a call, or opens again one that was cut off: what the worker does before the window shows it. Knows no Qt."""

from __future__ import annotations

import contextlib
from collections.abc import Collection
from dataclasses import dataclass
from uuid import UUID

from app.call.events import CallStarted, Event, HelpLevel, NudgeKind
from app.call.finder import Finder
from app.call.live_call import LiveCall, NotACall
from app.call.people import CallTerms, RepCard
from app.call.ports import BookUnavailable
from app.playbook.model import Playbook
from app.playbook.reading import read
from app.review.teaching import NOTHING, Taught, taught
from app.ui.plan import CallPlan
from app.ui.services import Services


class CannotGoOn(Exception):
    """The call cannot be opened again: its record or the playbook it was made with is not there."""


class NotToBeCalled(Exception):
    """The number asked not to be called, perhaps since it was picked."""


@dataclass(frozen=True, slots=True)
class Prepared:
    """Everything to begin with: how much help this rep last had, the finder, and what recorded calls teach."""

    plan: CallPlan
    terms: CallTerms
    help: HelpLevel
    finder: Finder
    taught: Taught = NOTHING

    def begin(self, services: Services, rep: RepCard, quiet: Collection[NudgeKind] = ()) -> LiveCall:
        """Begins the call with all reminders but ``quiet``; the first events are on their way to the disk."""
        return LiveCall.start(
            playbook=self.plan.playbook,
            source=self.plan.source,
            lead=self.plan.lead,
            rep=rep,
            terms=self.terms,
            help=self.help,
            journal=services.journal,
            clock=services.clock,
            seed=self.plan.seed,
            sample=self.plan.sample,
            likely=self.taught.likely,
            learnt=self.taught.learnt,
            quiet=quiet,
        )


@dataclass(frozen=True, slots=True)
class Reopened:
    """A call as it was recorded, with the very playbook it was made with."""

    playbook: Playbook
    events: tuple[Event, ...]
    finder: Finder
    taught: Taught = NOTHING

    def go_on(self, services: Services, quiet: Collection[NudgeKind] = ()) -> LiveCall:
        """Goes on where it stopped, with all reminders but ``quiet``; the gap is recorded.

        Raises:
            CannotGoOn: The record has no beginning.
        """
        try:
            return LiveCall.resume(
                playbook=self.playbook,
                events=self.events,
                journal=services.journal,
                clock=services.clock,
                likely=self.taught.likely,
                learnt=self.taught.learnt,
                quiet=quiet,
            )
        except NotACall as error:
            raise CannotGoOn from error


def prepare(services: Services, plan: CallPlan, terms: CallTerms, rep: str, usual: HelpLevel) -> Prepared:
    """Looks up how ``rep`` last worked and what calls teach, and builds the finder. For the worker.

    Raises:
        NotToBeCalled: The number is blocked.
    """
    last: str | None = None
    with contextlib.suppress(BookUnavailable):  # a call can begin while the database cannot be read
        _refuse_blocked(services, terms.number, plan.lead.phone)
        last = services.calls.last_help(rep)
    level = HelpLevel(last) if last in set(HelpLevel) else usual
    playbook = plan.playbook
    known = taught(services.lessons, rep, playbook.id, playbook.lang, sample=plan.sample)
    return Prepared(plan, terms, level, Finder(playbook), known)


def _refuse_blocked(services: Services, *numbers: str) -> None:
    if any(number and services.leads.is_blocked(number) for number in numbers):
        raise NotToBeCalled


def reopen(services: Services, call: UUID, *, talking: bool = True) -> Reopened:
    """Reads a recorded call and its pinned playbook. For the worker.

    Args:
        services: Where it is recorded.
        call: Which call.
        talking: The customer is to be talked to again, so that do-not-call is looked up anew; not for its record alone.

    Raises:
        NotToBeCalled: The number was blocked since the call was cut off.
        CannotGoOn: There is no such call, or its playbook's text is missing or unreadable for this version.
        BookUnavailable: The database cannot be read now.
    """
    events = services.calls.events(call)
    started = events[0].what if events else None
    if not isinstance(started, CallStarted):
        raise CannotGoOn
    source = services.calls.source(started.playbook_revision)
    playbook = read(source).playbook if source is not None else None
    if playbook is None:
        raise CannotGoOn
    if talking:
        _refuse_blocked(services, started.terms.number, started.lead.phone)
    known = taught(
        services.lessons, started.rep.rep_id, started.playbook, started.lang, sample=started.sample
    )
    return Reopened(playbook, events, Finder(playbook), known)
