"""What a rehearsed call needs of the world: a journal that keeps nothing and a clock that goes when it is told."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta

from app.call.events import Event
from app.call.ports import JournalListener
from app.playbook.source import Source

SECONDS_PER_STEP = 5
"""A rehearsed step takes this long, so that times read as in a call."""
_SOME_MORNING = datetime(2026, 1, 12, 9, 0, tzinfo=UTC)


class NoJournal:
    """Takes everything and keeps nothing (implements ``Journal``)."""

    def listen(self, listener: JournalListener) -> None:
        """Never tells anybody anything."""

    def pin(self, source: Source) -> None:
        """Keeps nothing."""

    def append(self, events: Sequence[Event]) -> None:
        """Keeps nothing."""

    def flush(self, timeout: float) -> bool:  # noqa: ARG002 - the port's signature
        """Nothing waits."""
        return True

    def close(self, timeout: float) -> bool:  # noqa: ARG002 - the port's signature
        """Nothing is left."""
        return True


class SteppedClock:
    """Stands still between steps (implements ``Clock``); a fixed start makes rehearsals repeat."""

    def __init__(self, start: datetime = _SOME_MORNING) -> None:
        self._now = start
        self._ms = 0

    def now(self) -> datetime:
        """The rehearsed time."""
        return self._now

    def monotonic_ms(self) -> int:
        """Milliseconds rehearsed so far."""
        return self._ms

    def go_on(self, seconds: float = SECONDS_PER_STEP) -> None:
        """Lets time pass."""
        self._now += timedelta(seconds=seconds)
        self._ms += round(seconds * 1000)
