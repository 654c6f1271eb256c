"""What the middle of the review desk shows at one moment: the timeline, the moments, the prompt under the slider."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING, Protocol

from app.ui.review.retelling import Moment
from app.ui.review.timeline import Timeline

if TYPE_CHECKING:
    from app.call.prompt import Prompt
    from app.review.desk import DeskRow, Opening


class Gap(StrEnum):
    """Why there is nothing to replay."""

    NONE = ""
    NOTHING_OPEN = "nothing_open"
    LOADING = "loading"
    TEXT_MISSING = "text_missing"
    NO_RECORD = "no_record"
    UNAVAILABLE = "unavailable"


@dataclass(frozen=True, slots=True)
class ReplayScene:
    """The whole middle. ``at`` is the slider in milliseconds; ``chosen`` the row of ``moments`` that it lies on or after.

    ``every_step``: lines that were simply said are listed too.
    """

    gap: Gap = Gap.NOTHING_OPEN
    row: DeskRow | None = None
    version: str = ""
    playbook_title: str = ""
    timeline: Timeline = field(default_factory=Timeline)
    moments: tuple[Moment, ...] = ()
    at: int = 0
    chosen: int = -1
    prompt: Prompt | None = None
    every_step: bool = False
    openings: tuple[Opening, ...] = ()


class ReplayView(Protocol):
    """The middle as the presenter sees it."""

    def show_replay(self, scene: ReplayScene) -> None:
        """Shows ``scene``."""
