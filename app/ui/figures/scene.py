"""The whole screen of figures as a frozen value."""

from __future__ import annotations

from dataclasses import dataclass, replace

from app.review.figures import Figure, FigureName, Group
from app.review.query import Mistake


@dataclass(frozen=True, slots=True)
class FiguresScene:
    """Everything on the screen. ``figure`` is ``None`` while it is counted; ``groups`` are those that it has rows of.

    ``written`` is the file that the figure was exported to, ``not_written`` one that could not be written.
    """

    chosen: FigureName = FigureName.OUTCOMES
    line: str = ""
    mistakes: tuple[Mistake, ...] = ()
    figure: Figure | None = None
    group: Group | None = None
    row: int = 0
    busy: bool = False
    stopped: bool = False
    troubled: bool = False
    copied: bool = False
    written: str = ""
    not_written: str = ""

    @property
    def groups(self) -> tuple[Group, ...]:
        """The groups to choose from, the one with most cases first."""
        rows = self.figure.rows if self.figure is not None else ()
        return tuple(dict.fromkeys(row.group for row in rows if row.group is not None))

    @property
    def shown(self) -> Figure | None:
        """The figure with the rows of the chosen group only."""
        if self.figure is None or self.group is None:
            return self.figure
        return replace(self.figure, rows=tuple(row for row in self.figure.rows if row.group == self.group))
