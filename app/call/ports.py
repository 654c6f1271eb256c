"""What a call needs from the world outside: a journal that never loses an event, and the book of past calls."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import TYPE_CHECKING, Protocol
from uuid import UUID

if TYPE_CHECKING:
    from app.call.events import Event
    from app.playbook.source import Source


class TroubleKind(StrEnum):
    """Why events cannot reach the disk now.

    ``NEWER``: a newer program has brought the database up to date. ``REFUSED``: the database is well, but does not take
    these events, which were set aside for good.
    """

    DISK_FULL = "disk_full"
    READ_ONLY = "read_only"
    LOCKED = "locked"
    UNREACHABLE = "unreachable"
    DAMAGED = "damaged"
    NEWER = "newer"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class Trouble:
    """The journal cannot write; events wait in memory and, when ``spooled``, in a file.

    ``waiting`` counts events not yet in the database. ``folder`` is where that file lies when it is not beside it.
    """

    kind: TroubleKind
    waiting: int
    spooled: bool
    detail: str = ""
    folder: str = ""


class JournalListener(Protocol):
    """Hears from the journal, on the journal's own thread: hand over to your own before touching a window."""

    def saved(self, call: UUID, seq: int) -> None:
        """Every event of ``call`` up to ``seq`` is on disk for good."""

    def troubled(self, trouble: Trouble) -> None:
        """Writing fails for now; the journal keeps trying."""

    def recovered(self) -> None:
        """Everything that waited is on disk."""


class Journal(Protocol):
    """Takes events and makes them durable, in order, off the caller's thread."""

    def listen(self, listener: JournalListener) -> None:
        """Adds a listener; it is told about every call."""

    def pin(self, source: Source) -> None:
        """Keeps the exact text of a playbook under its revision; must come before the call's first event."""

    def append(self, events: Sequence[Event]) -> None:
        """Queues the events of one act for one durable commit and returns at once; never raises."""

    def flush(self, timeout: float) -> bool:
        """Waits until everything queued is on disk; ``False`` when ``timeout`` seconds passed first."""

    def close(self, timeout: float) -> bool:
        """Flushes and ends the writer; ``False`` when events are left in the spool only."""


class CallStatus(StrEnum):
    """How far a recorded call is."""

    LIVE = "live"
    WRAP_UP = "wrap_up"
    CLOSED = "closed"


@dataclass(frozen=True, slots=True)
class CallSummary:
    """One row in a list of calls. ``outcome`` is empty until it is recorded; times are UTC.

    ``elsewhere`` tells, of unfinished calls, that another running program holds this one.
    """

    call: UUID
    started: datetime
    talk_ms: int
    status: CallStatus
    playbook: str
    playbook_revision: str
    lang: str
    rep: str
    lead_id: str
    lead_name: str
    company: str
    phone: str
    source: str
    outcome: str
    reason: str
    last_line: str
    last_ms: int
    sample: bool = False
    elsewhere: bool = False
    rep_name: str = ""
    """The rep's name as last known; empty when there was none."""


class CallBook(Protocol):
    """The recorded calls. May be used from any thread but the journal's."""

    def recent(self, limit: int, query: str = "", rep: str | None = None) -> tuple[CallSummary, ...]:
        """Newest first; ``query`` words must all occur (folded) in lead, company, phone, playbook, rep or outcome.

        Only those of ``rep`` (an id) when it is given.
        """

    def unfinished(self, rep: str | None = None) -> tuple[CallSummary, ...]:
        """Calls with no outcome yet, newest first; only those of ``rep`` (an id) when it is given."""

    def find(self, wanted: str) -> tuple[CallSummary, ...]:
        """Calls whose id starts with ``wanted`` (at least 4 characters); ``last`` means the newest."""

    def summaries(self, wanted: Sequence[UUID]) -> tuple[CallSummary, ...]:
        """These calls in the order asked for, each once; those that are not there are left out."""

    def events(self, call: UUID) -> tuple[Event, ...]:
        """All events of the call in order; empty when there is no such call."""

    def source(self, revision: str) -> Source | None:
        """The pinned text with this revision."""

    def last_help(self, rep: str) -> str | None:
        """The help level code in which this rep last worked."""

    def any_reviewed(self, rep: str) -> bool:
        """Whether there is a review of any call of this rep; what it says is told by the review desk's books."""


class Clock(Protocol):
    """Wall time and a monotonic counter, so that tests and replays can bring their own."""

    def now(self) -> datetime:
        """The time in UTC, with its zone."""

    def monotonic_ms(self) -> int:
        """Milliseconds that only ever grow."""


class BookUnavailable(Exception):
    """A book (calls, leads, reps) cannot be read or written now; calls can go on, as the journal keeps their events."""

    def __init__(self, kind: TroubleKind) -> None:
        super().__init__(f"The database cannot be used now ({kind}).")
        self.kind = kind
