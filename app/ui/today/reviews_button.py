"""Leads a rep to the reviews of their calls, and says how many of them are new."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from app.ui.today.scene import TodayScene
from app.ui.widgets import KeyButton, Variant


class ReviewsButton(KeyButton):
    """Stands out while there are new ones; there is none of it while nobody has reviewed a call."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(wrap=True, parent=parent)

    def show_scene(self, scene: TodayScene) -> None:
        """Says how many reviews are new."""
        fresh = scene.fresh_reviews
        self.setVisible(bool(scene.reviews))
        self.set_words(
            self.tr("%n new review(s) of your calls", "", fresh) if fresh else self.tr("My reviews")
        )
        self.set_variant(Variant.SELECTED if fresh else Variant.PLAIN)
