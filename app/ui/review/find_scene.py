"""What the left of the review desk shows at one moment: the search line, its chips, how many calls, in which order."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol
from uuid import UUID

from app.review.desk import Count, SavedView, SortBy
from app.review.query import Field, Mistake


@dataclass(frozen=True, slots=True)
class FilterChip:
    """One filter as a chip. ``code`` is how it is written in the line, ``words`` how it is said."""

    code: str
    words: str


@dataclass(frozen=True, slots=True)
class Toggle:
    """A filter that one press puts in or takes out. ``field`` groups them in the menu."""

    field: Field
    value: str
    words: str
    on: bool


@dataclass(frozen=True, slots=True)
class FindScene:
    """The whole left side but the rows, which are asked for one by one.

    ``count`` is ``None`` until it is known; ``chosen`` is the place of the opened call, -1 when it is out of sight;
    ``drafts`` are the calls that have a review which is not sent yet. ``busy`` while calls are looked for or counted,
    ``stopped`` when that was ended before its time: then only those found until then are shown.
    """

    ready: bool = False
    busy: bool = False
    stopped: bool = False
    troubled: bool = False
    line: str = ""
    chips: tuple[FilterChip, ...] = ()
    mistakes: tuple[Mistake, ...] = ()
    toggles: tuple[Toggle, ...] = ()
    quick: tuple[Toggle, ...] = ()
    count: Count | None = None
    shown: int = 0
    sort: SortBy = SortBy.STARTED
    descending: bool = True
    views: tuple[SavedView, ...] = ()
    chosen: int = -1
    drafts: frozenset[UUID] = frozenset()


class FindView(Protocol):
    """The left of the desk as the presenter sees it."""

    def show_find(self, scene: FindScene) -> None:
        """Shows ``scene``."""

    def rows_renewed(self) -> None:
        """Every row is another one now."""

    def rows_came(self, first: int, last: int) -> None:
        """These places can be shown now."""
