"""What the start screen needs from the house, the view and whoever starts the call."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from uuid import UUID

    from app.playbook.model import Playbook
    from app.playbook.problems import Problem
    from app.playbook.source import Source
    from app.ui.plan import CallPlan
    from app.ui.today.scene import TodayScene


@dataclass(frozen=True, slots=True)
class Offer:
    """One playbook of the shelf. ``usable`` without ``fresh``: the file is broken and its last good version serves."""

    path: str
    id: str
    title: str
    lang: str
    usable: bool
    fresh: bool = True
    problems: tuple[Problem, ...] = ()


class Shelf(Protocol):
    """The playbooks that can be called with. May be used from any thread."""

    def offers(self) -> Sequence[Offer]:
        """Every playbook in the folder as it is now, by language and title."""

    def line_words(self, playbook: str, lang: str, line: str) -> str:
        """What a line says in a few words, as the playbook is now; empty when it has no such line."""

    def take(self, path: str) -> tuple[Playbook, Source] | None:
        """The newest good version of the playbook at ``path``; ``None`` when there never was one."""


class TodayView(Protocol):
    """The screen as the presenter sees it."""

    def show_scene(self, scene: TodayScene) -> None:
        """Shows ``scene``."""


class Stage(Protocol):
    """Where a chosen call goes on."""

    def begin(self, plan: CallPlan) -> None:
        """The rep wants to make this call."""

    def look_again_soon(self) -> None:
        """The lists could not be read: have them asked for again in a while."""

    def ask_for_answers_soon(self) -> None:
        """The lists are shown: have what nobody waits for asked for once they are painted."""

    def dial(self, number: str) -> None:
        """The rep wants this number dialled."""

    def go_on(self, call: UUID) -> None:
        """The rep wants to go on with an unfinished call."""

    def finish(self, call: UUID) -> None:
        """The rep wants to record the outcome of an unfinished call without going on."""

    def remember_playbook(self, path: str) -> None:
        """This playbook was chosen; it should be so next time."""

    def remember_rep(self, name: str, company: str) -> None:
        """The rep has said their name."""
