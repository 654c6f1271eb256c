"""What the coaching screen shows at one moment: whom trainers have reviewed, and one rep's sheet."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from datetime import date

    from app.playbook.vocabulary import Label
    from app.review.coaching import Agreed, Coached, Standing
    from app.review.effect import Effect, MarkTrail


@dataclass(frozen=True, slots=True)
class Entry:
    """One review on the sheet.

    Attributes:
        counted: What is counted, in words; ``None`` for a plan in words only.
        effect: Before and after; ``None`` where nothing is counted.
        trails: How the weak marks went on in later reviews.
    """

    agreed: Agreed
    standing: Standing
    playbook: str
    counted: Label | None = None
    effect: Effect | None = None
    trails: tuple[MarkTrail, ...] = ()


@dataclass(frozen=True, slots=True)
class CoachingSheet:
    """All that was agreed with one rep. ``hidden`` counts reviews that the rep has to answer before they are seen."""

    rep: str
    name: str
    today: date
    entries: tuple[Entry, ...] = ()
    hidden: int = 0


@dataclass(frozen=True, slots=True)
class CoachScene:
    """The whole screen. ``own``: a rep looks at their own sheet, so there is no list and nothing to decide."""

    own: bool = False
    ready: bool = False
    troubled: bool = False
    reps: tuple[Coached, ...] = ()
    chosen: int = -1
    reading: bool = False
    sheet: CoachingSheet | None = None
    today: date | None = None


class CoachView(Protocol):
    """The screen as its presenter sees it."""

    def show_coaching(self, scene: CoachScene) -> None:
        """Shows ``scene``."""
