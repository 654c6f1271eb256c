"""Makes believable calls up: who is called when, by whom, and what becomes of it; the same seed makes the same people."""

# ruff: noqa: S311 -- repeatable made-up data, no secrets

from __future__ import annotations

import random
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from typing import NamedTuple
from uuid import UUID

from app.bootstrap import playbooks_folder
from app.call.events import Event, OutcomeRecorded
from app.call.people import CallTerms, Direction, RepCard
from app.call.sample_calls import SampleCall, ToldAgain, some_temper, told_again, walked
from app.leads.sample_leads import sample_lead, sample_reps
from app.playbook.loading import playbook_files
from app.playbook.model import Playbook
from app.playbook.source import Source
from app.playbook.vocabulary import OUTCOMES
from app.playbook.whole import examine
from app.settings import Settings

_MOST_WALKED = 8_000
"""So many calls are walked one by one; beyond that, walked ones are told again with other people and another pace."""
_CALLS_A_DAY = 35
_FEWEST_DAYS, _MOST_DAYS = 20, 540
_FEWEST_REPS, _MOST_REPS = 8, 80
_WORKING_DAYS = 5 / 7
_CZECH = 0.6
_BY_SOURCE = {"cold list": "cold-outreach"}
_AFTER_SALE = (("complaint-rescue", 0.1), ("renewal-upsell", 0.14))
_FIRST = "inbound-lead"


Shelf = dict[tuple[str, str], tuple[Playbook, Source]]
"""Playbooks by id and language."""


def shelf() -> Shelf:
    """The playbooks that can be used; none when there are none."""
    folder = playbooks_folder(Settings())
    found: Shelf = {}
    for path in playbook_files(folder):
        reading = examine(path, folder)
        if reading.playbook is not None:
            found[reading.playbook.id, reading.playbook.lang] = (reading.playbook, reading.source)
    return found


class _Dial(NamedTuple):
    """One planned call: when (minutes before now, negative), to which lead, by how many tries."""

    at: int
    lead: int
    attempt: int


class Maker:
    """Plans who is called when, in the order of time, and makes each call up."""

    def __init__(self, shelf: Shelf, calls: int, seed: int, now: datetime) -> None:
        self._shelf = shelf
        self._count = calls
        self._seed = seed
        self._now = now.astimezone(UTC).replace(second=0, microsecond=0)
        self._days = min(_MOST_DAYS, max(_FEWEST_DAYS, calls // _CALLS_A_DAY))
        of_one = self._days * _WORKING_DAYS * _CALLS_A_DAY
        self._reps = sample_reps(min(_MOST_REPS, max(_FEWEST_REPS, round(calls / of_one))))
        self._draw = random.Random(f"{seed}:plan")
        self._kept: dict[tuple[str, str], list[tuple[Event, ...]]] = {}
        self._walked = 0
        self._closed: set[int] = set()
        self._next_lead = 0

    def calls(self) -> Iterator[tuple[Event, ...] | ToldAgain]:
        """Every call, earliest first."""
        for number, dial in enumerate(self._plan()):
            lead, attempt = dial.lead, dial.attempt
            if lead in self._closed:
                lead, attempt = self._fresh_lead(), 1
            call = self._call(number, lead, attempt, self._now + timedelta(minutes=dial.at))
            if _closes(call.walked if isinstance(call, ToldAgain) else call):
                self._closed.add(lead)
            yield call

    def _plan(self) -> list[_Dial]:
        """Every lead is dialled one to four times, in working hours of the days before now."""
        draw = self._draw
        days = self._days
        plan: list[_Dial] = []
        while len(plan) < self._count:
            lead = self._fresh_lead()
            day = draw.randrange(days)
            for attempt in range(1, draw.choices((1, 2, 3, 4), (55, 25, 13, 7))[0] + 1):
                if day < days:
                    plan.append(_Dial(self._working_minute(days - day), lead, attempt))
                day += draw.randint(1, 9)
        return sorted(plan[: self._count])

    def _working_minute(self, days_ago: int) -> int:
        """A minute of a working day ``days_ago`` days before now, at Czech office hours."""
        day = self._now - timedelta(days=days_ago)
        day -= timedelta(days=max(0, day.weekday() - 4))
        at = day.replace(hour=7, minute=0) + timedelta(minutes=self._draw.randrange(9 * 60))
        return int((min(at, self._now - timedelta(hours=1)) - self._now).total_seconds() // 60)

    def _fresh_lead(self) -> int:
        self._next_lead += 1
        return self._next_lead

    def _call(
        self, number: int, lead_number: int, attempt: int, start: datetime
    ) -> tuple[Event, ...] | ToldAgain:
        of_lead = random.Random(f"{self._seed}:lead:{lead_number}")
        lang = "cs" if of_lead.random() < _CZECH else "en"
        card = sample_lead(of_lead, lang)
        key = self._playbook_for(card.source, lang, of_lead)
        temper = some_temper(of_lead)
        direction = Direction.INBOUND if key[0] == "complaint-rescue" else Direction.OUTBOUND
        terms = CallTerms(direction, attempt=attempt, number=card.phone, lawful_basis=_basis(card.source))
        seed = random.Random(f"{self._seed}:call:{number}").randrange(1, 2**31)
        rep = self._rep(of_lead, start)
        sample = SampleCall(card, rep, terms, start, temper, seed)
        call = _call_id(start, seed, number)
        kept = self._kept.setdefault(key, [])
        if self._walked >= _MOST_WALKED and kept:
            return told_again(kept[seed % len(kept)], call, sample)
        self._walked += 1
        playbook, source = self._shelf[key]
        events = tuple(_renamed(event, call) for event in walked(playbook, source, sample))
        if self._count > _MOST_WALKED:
            kept.append(events)
        return events

    def _rep(self, of_lead: random.Random, start: datetime) -> RepCard:
        """A lead stays with one rep; holidays and illness aside."""
        own = of_lead.randrange(len(self._reps))
        return self._reps[(own + (start.toordinal() % 11 == 0)) % len(self._reps)]

    def _playbook_for(self, source: str, lang: str, of_lead: random.Random) -> tuple[str, str]:
        wanted = _BY_SOURCE.get(source, _FIRST)
        chance = of_lead.random()
        for name, share in _AFTER_SALE:
            if chance < share:
                wanted = name
                break
            chance -= share
        for key in ((wanted, lang), (_FIRST, lang)):
            if key in self._shelf:
                return key
        return next(iter(self._shelf))


def _basis(source: str) -> str:
    return "legitimate_interest" if source == "cold list" else "consent"


def _closes(events: tuple[Event, ...]) -> bool:
    last = events[-1].what
    word = OUTCOMES.get(last.outcome) if isinstance(last, OutcomeRecorded) else None
    return word is not None and word.final


def _renamed(event: Event, call: UUID) -> Event:
    return Event(call, event.seq, event.at, event.ms, event.cause, event.what)


def _call_id(start: datetime, seed: int, number: int) -> UUID:
    """A UUIDv7 (RFC 9562) whose random part comes from the seed, so that samples repeat."""
    draw = random.Random(f"{seed}:{number}")
    milliseconds = int(start.timestamp() * 1000) & (2**48 - 1)
    value = milliseconds << 80 | 0x7 << 76 | draw.getrandbits(12) << 64 | 0b10 << 62 | draw.getrandbits(62)
    return UUID(int=value)
