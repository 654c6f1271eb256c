"""Stand-ins for the frame's surroundings: work done at once or on demand, books in memory, a shelf with playbooks."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any, TypeVar
from uuid import UUID

from app.call.events import Event, NudgeKind
from app.call.experience import LineExperience
from app.call.likely import MetCount
from app.call.people import LeadCard
from app.call.ports import BookUnavailable, CallStatus, CallSummary, TroubleKind
from app.call.reps import RepProfile
from app.leads.lead import Lead, LeadDraft
from app.playbook.model import Playbook
from app.playbook.source import Source
from app.review.desk import SearchStopped
from app.review.lessons import NudgeCount
from app.review.out.view import UnknownKind
from app.review.ports import TrialRows
from app.review.proposals import Decision, Proposal, ProposalMoment
from app.ui.today.ports import Offer
from tests.builders import SOURCE, mill_playbook
from tests.fakes import START

_T = TypeVar("_T")


class AtOnce:
    """Runs work in place."""

    def run(
        self,
        work: Callable[[], _T],
        then: Callable[[_T], None],
        failed: Callable[[Exception], bool] | None = None,
    ) -> None:
        try:
            answer = work()
        except (BookUnavailable, OSError, SearchStopped, UnknownKind) as error:
            if failed is None or not failed(error):
                raise
            return
        then(answer)


class Later:
    """Keeps work until told to do it, in any order."""

    def __init__(self) -> None:
        self.waiting: list[Callable[[], None]] = []

    def run(
        self,
        work: Callable[[], _T],
        then: Callable[[_T], None],
        failed: Callable[[Exception], bool] | None = None,
    ) -> None:
        def errand() -> None:
            AtOnce().run(work, then, failed)

        self.waiting.append(errand)

    def work(self, index: int = 0) -> None:
        self.waiting.pop(index)()


def lead(number: int, name: str, company: str = "", phone: str = "", **more: Any) -> Lead:
    first, _, last = name.partition(" ")
    card = LeadCard(
        lead_id=str(UUID(int=number)), first_name=first, last_name=last, company=company, phone=phone
    )
    return Lead(UUID(int=number), card, START, **more)


class LeadsInMemory:
    """A book of leads; breaks when told to."""

    def __init__(self, *leads: Lead) -> None:
        self.leads = list(leads)
        self.blocked: set[str] = set()
        self.kept: list[LeadDraft] = []
        self.broken = False

    def search(self, words: str, limit: int) -> tuple[Lead, ...]:
        self._look()
        wanted = words.casefold().split()
        texts = {
            each.id: f"{each.card.name} {each.card.company} {each.card.phone}".casefold()
            for each in self.leads
        }
        return tuple(each for each in self.leads if all(word in texts[each.id] for word in wanted))[:limit]

    def by_id(self, lead_id: UUID) -> Lead | None:
        return next((each for each in self.leads if each.id == lead_id), None)

    def by_phone(self, number: str) -> tuple[Lead, ...]:
        return tuple(each for each in self.leads if each.card.phone == number)

    def keep(self, draft: LeadDraft) -> Lead:
        self._look()
        self.kept.append(draft)
        known = next((each for each in self.leads if str(each.id) == draft.card.lead_id), None)
        return known or Lead(UUID(int=99), draft.card, START)

    def is_blocked(self, number: str) -> bool:
        self._look()
        return number in self.blocked

    def _look(self) -> None:
        if self.broken:
            raise BookUnavailable(TroubleKind.LOCKED)


def call(number: int, status: CallStatus = CallStatus.CLOSED, **more: Any) -> CallSummary:
    values: dict[str, Any] = {
        "call": UUID(int=number),
        "started": START - timedelta(hours=number),
        "talk_ms": 90_000,
        "status": status,
        "playbook": "mill",
        "playbook_revision": SOURCE.revision,
        "lang": "en",
        "rep": "rep",
        "lead_id": "",
        "lead_name": "Sample Baker",
        "company": "Sample Bakery",
        "phone": "",
        "source": "",
        "outcome": "callback" if status is CallStatus.CLOSED else "",
        "reason": "",
        "last_line": "discovery.hours",
        "last_ms": 90_000,
    }
    return CallSummary(**{**values, **more})


class CallsInMemory:
    """A book of calls."""

    def __init__(self, *calls: CallSummary, events: dict[UUID, tuple[Event, ...]] | None = None) -> None:
        self.calls = list(calls)
        self.recorded = events or {}
        self.sources: dict[str, Source] = {}
        self.reviewed_reps: set[str] = set()

    def recent(self, limit: int, query: str = "", rep: str | None = None) -> tuple[CallSummary, ...]:
        return tuple(each for each in self.calls if rep in (None, each.rep))[:limit]

    def unfinished(self, rep: str | None = None) -> tuple[CallSummary, ...]:
        return tuple(
            each for each in self.calls if each.status is not CallStatus.CLOSED and rep in (None, each.rep)
        )

    def find(self, wanted: str) -> tuple[CallSummary, ...]:
        return ()

    def summaries(self, wanted: Sequence[UUID]) -> tuple[CallSummary, ...]:
        known = {each.call: each for each in self.calls}
        return tuple(known[one] for one in wanted if one in known)

    def events(self, call: UUID) -> tuple[Event, ...]:
        return self.recorded.get(call, ())

    def source(self, revision: str) -> Source | None:
        return self.sources.get(revision)

    def last_help(self, rep: str) -> str | None:
        return None

    def any_reviewed(self, rep: str) -> bool:
        return rep in self.reviewed_reps


class RepsInMemory:
    """Nobody yet."""

    def __init__(self) -> None:
        self.profiles: dict[str, RepProfile] = {}

    def all(self) -> tuple[RepProfile, ...]:
        return tuple(self.profiles.values())

    def by_id(self, rep_id: str) -> RepProfile | None:
        return self.profiles.get(rep_id)

    def keep(self, profile: RepProfile) -> None:
        self.profiles[profile.card.rep_id] = profile


class LessonsInMemory:
    """What calls taught, as given; breaks when told to."""

    def __init__(self) -> None:
        self.counts: tuple[MetCount, ...] = ()
        self.learnt: dict[str, LineExperience] = {}
        self.trial_rows: tuple[TrialRows, ...] = ()
        self.reminders: tuple[NudgeCount, ...] = tuple(NudgeCount(kind, 0, 0) for kind in NudgeKind)
        self.broken = False

    def met(self, playbook: str, *, sample: bool = False) -> tuple[MetCount, ...]:
        self._look()
        return () if sample else self.counts

    def experience(self, rep: str, playbook: str, lang: str) -> dict[str, LineExperience]:
        return self.learnt

    def trials(self) -> tuple[TrialRows, ...]:
        return self.trial_rows

    def nudges(self) -> tuple[NudgeCount, ...]:
        return self.reminders

    def _look(self) -> None:
        if self.broken:
            raise BookUnavailable(TroubleKind.LOCKED)


class ProposalsInMemory:
    """A book of proposals; breaks when told to."""

    def __init__(self, *proposals: Proposal, moments: Sequence[ProposalMoment] = ()) -> None:
        self.kept = list(proposals)
        self.seen = tuple(moments)
        self.broken = False

    def proposals(self) -> tuple[Proposal, ...]:
        if self.broken:
            raise BookUnavailable(TroubleKind.LOCKED)
        return tuple(self.kept)

    def moments(self, proposal: int, limit: int = 20) -> tuple[ProposalMoment, ...]:
        return self.seen[:limit]

    def decide(self, proposal: int, decision: Decision, by: str, at: datetime) -> None:
        if self.broken:
            raise BookUnavailable(TroubleKind.LOCKED)
        self.kept = [
            replace(one, decision=decision, decided_at=at) if one.key == proposal else one
            for one in self.kept
        ]

    def taken(self, rep: str, limit: int = 3) -> tuple[Proposal, ...]:
        return tuple(one for one in self.kept if one.decision is Decision.ACCEPTED)[:limit]


class ShelfInMemory:
    """Offers the mill in English, and others by wish."""

    def __init__(self, *offers: Offer) -> None:
        self.own = offers or (Offer("en/mill.yaml", "mill", "The mill", "en", usable=True),)
        self.lines_asked: list[str] = []

    def offers(self) -> Sequence[Offer]:
        return self.own

    def line_words(self, playbook: str, lang: str, line: str) -> str:
        self.lines_asked.append(line)
        return "hours a week" if line == "discovery.hours" else ""

    def take(self, path: str) -> tuple[Playbook, Source] | None:
        offer = next((each for each in self.own if each.path == path), None)
        return (mill_playbook(), SOURCE) if offer is not None and offer.usable else None
