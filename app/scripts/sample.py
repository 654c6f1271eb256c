"""``callcue sample``: fills an empty database with believable made-up calls, all marked as samples."""

# ruff: noqa: S311 -- repeatable made-up data, no secrets

from __future__ import annotations

import argparse
import random
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from uuid import UUID

from app.bootstrap import Services, playbooks_folder
from app.call.events import Event, OutcomeRecorded
from app.call.people import CallTerms, Direction, RepCard
from app.call.sample_calls import SampleCall, ToldAgain, some_temper, told_again, walked
from app.leads.sample_leads import sample_lead, sample_reps
from app.playbook.loading import playbook_files
from app.playbook.model import Playbook
from app.playbook.source import Source
from app.playbook.vocabulary import OUTCOMES, Label
from app.playbook.whole import examine
from app.scripts.commands import COMMANDS, Subparsers
from app.scripts.opened import opened_services
from app.scripts.parser import Parser, count
from app.scripts.stop import CLEAN, Stop
from app.settings import Settings

_ABOUT = Label(
    "Makes leads and calls up and records them as samples, so that everything can be tried on full lists.\n"
    "The same seed makes the same people; customers of different temper walk through the shipped playbooks.",
    "Vymyslí kontakty a hovory a zaznamená je jako ukázky, aby šlo všechno vyzkoušet na plných seznamech.\n"
    "Stejné semínko dá stejné lidi; zákazníci různé povahy projdou dodané scénáře.",
)
_CALLS = Label("how many calls (default: 500)", "kolik hovorů (výchozí: 500)")
_SEED = Label("the seed (default: 1)", "semínko (výchozí: 1)")
_ADD = Label("add to a database that has calls already", "přidat do databáze, která už hovory má")
_NOT_EMPTY = Label(
    "This database has calls already; made-up ones would mix with them. Choose another with --db or --home, or say --add.",
    "V této databázi už hovory jsou a vymyšlené by se s nimi smíchaly. Zvolte jinou pomocí --db nebo --home, "
    "nebo přidejte --add.",
)
_NO_PLAYBOOKS = Label(
    "There is no playbook in {folder} that can be used.", "Ve složce {folder} není použitelný scénář."
)
_DONE = Label(
    "Calls made up: {calls}. 'callcue calls' lists them.",
    "Vymyšleno hovorů: {calls}. Vypíše je „callcue calls“.",
)
_PROGRESS = Label("{done} of {all} calls", "{done} z {all} hovorů")

_MOST_WALKED = 8_000
"""So many calls are walked one by one; beyond that, walked ones are told again with other people and another pace."""
_CALLS_A_DAY = 35
_FEWEST_DAYS, _MOST_DAYS = 20, 540
_REPS = 8
_CZECH = 0.6
_BY_SOURCE = {"cold list": "cold-outreach"}
_AFTER_SALE = (("complaint-rescue", 0.1), ("renewal-upsell", 0.14))
_FIRST = "inbound-lead"


def add(subparsers: Subparsers) -> None:
    """Adds the command's parser."""
    lang = Parser.lang
    parser = subparsers.add_parser(
        "sample", help=COMMANDS["sample"].help.in_lang(lang), description=_ABOUT.in_lang(lang)
    )
    parser.add_argument("--calls", type=count, default=500, metavar="N", help=_CALLS.in_lang(lang))
    parser.add_argument("--seed", type=count, default=1, metavar="S", help=_SEED.in_lang(lang))
    parser.add_argument("--add", action="store_true", help=_ADD.in_lang(lang))
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Makes the calls up and stores them."""
    with opened_services(args) as services:
        if not args.add and services.calls.recent(1):
            raise Stop(_NOT_EMPTY.in_lang(args.lang))
        maker = Maker(shelf(args.lang), args.calls, args.seed, services.clock.now())
        stored = _store(services, maker, args.calls, args.lang)
    sys.stdout.write(_DONE.in_lang(args.lang).format(calls=stored) + "\n")
    return CLEAN


Shelf = dict[tuple[str, str], tuple[Playbook, Source]]
"""Playbooks by id and language."""


def shelf(lang: str) -> Shelf:
    folder = playbooks_folder(Settings())
    found: Shelf = {}
    for path in playbook_files(folder):
        reading = examine(path, folder)
        if reading.playbook is not None:
            found[reading.playbook.id, reading.playbook.lang] = (reading.playbook, reading.source)
    if not found:
        raise Stop(_NO_PLAYBOOKS.in_lang(lang).format(folder=folder))
    return found


def _store(services: Services, maker: Maker, calls: int, lang: str) -> int:
    from app.store.bulk import store_events

    assert services.database is not None, "commands open the real database"
    progress = _Progress(calls, lang)
    stored = store_events(
        services.database,
        maker.calls(),
        maker.sources,
        country=services.settings.country,
        progress=progress.told,
    )
    progress.over()
    return stored


class _Progress:
    """Tells how far it is: over and over on one line of a terminal, else in tenths."""

    def __init__(self, calls: int, lang: str) -> None:
        self._all = calls
        self._lang = lang
        self._on_line = sys.stderr.isatty()
        self._tenth = 0

    def told(self, done: int) -> None:
        """So many calls are stored."""
        text = _PROGRESS.in_lang(self._lang).format(done=f"{done:,}", all=f"{self._all:,}")
        tenth = done * 10 // self._all
        if self._on_line:
            sys.stderr.write(f"\r{text}")
            sys.stderr.flush()
        elif tenth > self._tenth:
            sys.stderr.write(text + "\n")
        self._tenth = tenth

    def over(self) -> None:
        """The line is finished."""
        if self._on_line:
            sys.stderr.write("\n")


@dataclass(frozen=True, slots=True, order=True)
class _Dial:
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
        self._reps = sample_reps(_REPS)
        self._draw = random.Random(f"{seed}:plan")
        self._kept: dict[tuple[str, str], list[tuple[Event, ...]]] = {}
        self._walked = 0
        self._closed: set[int] = set()
        self._next_lead = 0

    @property
    def sources(self) -> list[Source]:
        """The exact texts that the calls are made with."""
        return [source for _, source in self._shelf.values()]

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
        days = min(_MOST_DAYS, max(_FEWEST_DAYS, self._count // _CALLS_A_DAY))
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
