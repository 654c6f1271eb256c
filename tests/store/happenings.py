"""Events by hand, a listener that remembers, and calls played through the real engine."""

from __future__ import annotations

import threading
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from uuid import UUID

from app.call import events as ev
from app.call.events import Event, Happening, HelpLevel
from app.call.identity import new_call_id
from app.call.people import CallTerms, LeadCard, RepCard
from app.call.ports import Trouble
from app.playbook.source import Source, SourceFile

START = datetime(2026, 11, 24, 9, 0, tzinfo=UTC)
SOURCE = Source((SourceFile("en/mill.yaml", b"callcue: 1\n"), SourceFile("shared/rows.yaml", b"\xffa\x00b")))
REP = RepCard("petra", "Petra Malá", "Mlýn", "+420 601 000 111", "petra@example.com")
LEAD = LeadCard(first_name="Žaneta", last_name="Říhová", company="Pekárna", phone="601 123 456", source="web")


def started(**more: object) -> ev.CallStarted:
    """A call's beginning; ``more`` replaces fields."""
    fields: dict[str, object] = {
        "playbook": "mill",
        "lang": "en",
        "playbook_revision": SOURCE.revision,
        "lead": LEAD,
        "rep": REP,
        "terms": CallTerms(),
        "help": HelpLevel.FULL,
    }
    return ev.CallStarted(**{**fields, **more})  # type: ignore[arg-type]


@dataclass
class Tape:
    """Records a call event by event, a second apart."""

    call: UUID = field(default_factory=lambda: new_call_id(START))
    start: datetime = START
    events: list[Event] = field(default_factory=list)

    def act(self, *happenings: Happening) -> tuple[Event, ...]:
        """One act with its consequences."""
        cause = len(self.events) + 1
        batch = []
        for what in happenings:
            seq = len(self.events) + 1
            ms = 1000 * (cause - 1)
            made = Event(self.call, seq, self.start + timedelta(milliseconds=ms), ms, cause, what)
            self.events.append(made)
            batch.append(made)
        return tuple(batch)

    def begin(self, **more: object) -> tuple[Event, ...]:
        """The first act."""
        return self.act(started(**more), ev.StageEntered("opening"), ev.LineShown("opening.hello"))

    def finish(self, outcome: str = "sale", **more: object) -> tuple[Event, ...]:
        """Hanging up and recording ``outcome``."""
        ended = self.act(ev.CallEnded())
        return (*ended, *self.act(ev.OutcomeRecorded(outcome, **more)))  # type: ignore[arg-type]


class Listener:
    """Remembers what the journal said."""

    def __init__(self) -> None:
        self.acknowledged: list[tuple[UUID, int]] = []
        self.troubles: list[Trouble] = []
        self.recoveries = 0

    def saved(self, call: UUID, seq: int) -> None:
        self.acknowledged.append((call, seq))

    def troubled(self, trouble: Trouble) -> None:
        self.troubles.append(trouble)

    def recovered(self) -> None:
        self.recoveries += 1


class Attentive(Listener):
    """A listener that can be waited for."""

    def __init__(self) -> None:
        super().__init__()
        self._heard = threading.Condition()

    def troubled(self, trouble: Trouble) -> None:
        with self._heard:
            super().troubled(trouble)
            self._heard.notify_all()

    def recovered(self) -> None:
        with self._heard:
            super().recovered()
            self._heard.notify_all()

    def hear_trouble(self, waiting: int = 0) -> Trouble:
        """The first trouble that speaks of at least ``waiting`` events."""
        with self._heard:
            assert self._heard.wait_for(lambda: any(one.waiting >= waiting for one in self.troubles), 10)
            return next(one for one in self.troubles if one.waiting >= waiting)

    def hear_recovery(self) -> None:
        """Returns when all is well again."""
        with self._heard:
            assert self._heard.wait_for(lambda: self.recoveries > 0, 10)
