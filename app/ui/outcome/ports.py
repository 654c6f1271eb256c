"""What the outcome screen needs from the call, the view and the disk, so that each can be replaced in a test."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol
from uuid import UUID

from app.call.events import Event, OutcomeRecorded, Result
from app.call.prompt import OutcomeChoice, Prompt
from app.call.state import State
from app.playbook.model import Playbook
from app.ui.outcome.scene import OutcomeScene


class WrapUpCall(Protocol):
    """The call that has ended, as far as its outcome needs it; a ``LiveCall`` is one."""

    @property
    def call_id(self) -> UUID: ...
    @property
    def playbook(self) -> Playbook: ...
    @property
    def prompt(self) -> Prompt: ...
    @property
    def state(self) -> State: ...
    @property
    def last_seq(self) -> int: ...
    @property
    def events(self) -> Sequence[Event]: ...

    def outcomes(self) -> tuple[OutcomeChoice, ...]: ...
    def settle(self, number: int, result: Result) -> None: ...
    def name_unlisted(self, text: str, family: str) -> None: ...
    def reword(self, words: str, said: str = "") -> None: ...
    def undo(self) -> None: ...
    def record(self, outcome: OutcomeRecorded) -> None: ...


class OutcomeView(Protocol):
    """The screen as the presenter sees it."""

    def show_scene(self, scene: OutcomeScene) -> None:
        """Shows ``scene`` and puts the caret where ``DetailsScene.current`` says when that changed."""

    def show_saved(self, *, saved: bool, troubled: bool) -> None:
        """Tells whether everything is on disk for good, or kept from it."""

    def copy(self, text: str) -> None:
        """Puts ``text`` on the clipboard."""

    def announce_finished(self) -> None:
        """The rep is done here."""

    def announce_returned(self) -> None:
        """The hang-up was undone: the call goes on."""


class CalendarShelf(Protocol):
    """Where follow-up files are put."""

    def keep(self, name: str, data: bytes) -> str:
        """Writes the file and returns where it is now.

        Raises:
            OSError: It cannot be written there.
        """
