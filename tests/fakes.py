"""Stand-ins for the world outside: a clock that tests turn, a journal that only listens."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from uuid import UUID

from app.call.events import Event
from app.call.ports import JournalListener
from app.playbook.source import Source

START = datetime(2026, 11, 24, 9, 0, tzinfo=UTC)


class FakeClock:
    """Time that moves only when told to; one second per reading of the monotonic counter when ``ticking``."""

    def __init__(self, now: datetime = START, *, ticking: bool = False) -> None:
        self._now = now
        self._ms = 1_000_000
        self._ticking = ticking

    def now(self) -> datetime:
        return self._now

    def monotonic_ms(self) -> int:
        if self._ticking:
            self.pass_ms(1000)
        return self._ms

    def pass_ms(self, ms: int) -> None:
        self._now += timedelta(milliseconds=ms)
        self._ms += ms


class FakeJournal:
    """Keeps what it is given; acknowledges only when told to."""

    def __init__(self) -> None:
        self.events: list[Event] = []
        self.batches: list[tuple[Event, ...]] = []
        self.sources: dict[str, Source] = {}
        self.listeners: list[JournalListener] = []

    def listen(self, listener: JournalListener) -> None:
        self.listeners.append(listener)

    def pin(self, source: Source) -> None:
        self.sources[source.revision] = source

    def append(self, events: Sequence[Event]) -> None:
        self.events.extend(events)
        self.batches.append(tuple(events))

    def acknowledge(self) -> None:
        newest: dict[UUID, int] = {event.call: event.seq for event in self.events}
        for listener in self.listeners:
            for call, seq in newest.items():
                listener.saved(call, seq)

    def flush(self, timeout: float) -> bool:
        return True

    def close(self, timeout: float) -> bool:
        return True
