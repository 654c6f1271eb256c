"""What the inbox needs from the house, the view and whoever carries out what leaves the screen."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from app.call.events import NudgeKind
    from app.call.ports import CallBook, Clock
    from app.playbook.model import Playbook
    from app.review.ports import LessonBook, ProposalBook
    from app.ui.inbox.scene import InboxScene


class PlaybookShelf(Protocol):
    """The playbooks of the folder. Used from the worker only."""

    @property
    def folder(self) -> Path:
        """Where they lie."""

    def playbooks(self) -> Mapping[tuple[str, str], Playbook]:
        """Every usable playbook as it is now, by id and language."""


@dataclass(frozen=True, slots=True)
class Books:
    """Everything that the inbox reads."""

    proposals: ProposalBook
    lessons: LessonBook
    calls: CallBook
    shelf: PlaybookShelf
    clock: Clock


class InboxView(Protocol):
    """The screen as the presenter sees it."""

    def show_scene(self, scene: InboxScene) -> None:
        """Shows ``scene``."""


class Outside(Protocol):
    """Where what was chosen takes effect."""

    def copy(self, text: str) -> None:
        """Puts ``text`` on the clipboard."""

    def open_file(self, path: Path) -> bool:
        """Opens a file with the system's editor; ``False`` when there is none for it."""

    def switch_reminder(self, nudge: NudgeKind) -> None:
        """Turns a reminder off, or on again."""
