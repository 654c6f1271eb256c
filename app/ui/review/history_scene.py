"""What the desk shows of the history of an open call's marks."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from app.ui.review.histories import ReviewHistory


@dataclass(frozen=True, slots=True)
class HistoryScene:
    """``shown``: the history stands in place of the sheet; ``troubled``: it cannot be read now."""

    shown: bool = False
    troubled: bool = False
    reviews: tuple[ReviewHistory, ...] = ()


class HistoryView(Protocol):
    """Where it is seen."""

    def show_history(self, scene: HistoryScene) -> None:
        """Shows it in place of the sheet, or the sheet again."""
