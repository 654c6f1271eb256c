"""Events by hand, a listener that remembers, folders that cannot be written, and calls played through the real engine."""

from __future__ import annotations

import errno
import os
import threading
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest

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


class Forbidden:
    """Folders in which nothing can be made, whoever runs the test."""

    def __init__(self, patch: pytest.MonkeyPatch, *folders: Path) -> None:
        self.folders = list(folders)
        self._open, self._access = os.open, os.access
        patch.setattr(os, "open", self._opened)
        patch.setattr(os, "access", self._accessible)

    def allow(self) -> None:
        self.folders.clear()

    def _refuses(self, path: Any) -> bool:
        return any(Path(path) == folder or folder in Path(path).parents for folder in self.folders)

    def _opened(self, path: Any, flags: int, *rest: Any, **more: Any) -> int:
        if flags & os.O_CREAT and self._refuses(path):
            raise PermissionError(errno.EACCES, "Permission denied")
        return self._open(path, flags, *rest, **more)

    def _accessible(self, path: Any, mode: int) -> bool:
        return not (mode & os.W_OK and self._refuses(path)) and self._access(path, mode)
