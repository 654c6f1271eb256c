"""One review on the coaching sheet: what was agreed, its tries, before against after, and what becomes of it."""

from __future__ import annotations

from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.review.coaching import Standing, StepHow
from app.ui.review.coach_scene import Entry
from app.ui.review.coach_words import entry_words
from app.ui.type_scale import TextRole
from app.ui.widgets import Chip, ChipLook, FlowLayout, KeyButton, Panel, PanelLook, WrappingLabel

_LOOKS = {
    Standing.OPEN: ChipLook.TONE,
    Standing.OVERDUE: ChipLook.ALARM,
    Standing.REACHED: ChipLook.GOOD,
    Standing.DROPPED: ChipLook.PLAIN,
}


class PlanPanel(Panel):
    """Shows an ``Entry``; a trainer says what became of its plan."""

    decided = Signal(object, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(PanelLook.FIELD, parent)
        self._review = UUID(int=0)
        self._title = WrappingLabel(role=TextRole.STRONG)
        self._standing = Chip()
        self._about = WrappingLabel(role=TextRole.NOTE)
        self._said = WrappingLabel(role=TextRole.BODY)
        self._counted = WrappingLabel(role=TextRole.NOTE)
        self._tries = WrappingLabel(role=TextRole.BODY)
        self._numbers = WrappingLabel(role=TextRole.BODY)
        self._verdict = WrappingLabel(role=TextRole.STRONG)
        self._trails = WrappingLabel(role=TextRole.BODY)
        self._reached, self._longer, self._dropped = (KeyButton() for _ in range(3))
        self._buttons = QWidget()
        self._lay_out()
        self._reached.clicked.connect(self._decide)
        self._longer.clicked.connect(self._decide)
        self._dropped.clicked.connect(self._decide)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(6)
        head = QHBoxLayout()
        head.addWidget(self._title, 1)
        head.addWidget(self._standing)
        column.addLayout(head)
        for part in (
            self._about,
            self._said,
            self._counted,
            self._tries,
            self._numbers,
            self._verdict,
            self._trails,
        ):
            column.addWidget(part)
        flow = FlowLayout(self._buttons, gap=4)
        for button in (self._reached, self._longer, self._dropped):
            flow.addWidget(button)
        column.addWidget(self._buttons)

    def show_entry(self, entry: Entry, *, own: bool) -> None:
        """Shows ``entry``; its own rep decides nothing."""
        self._review = entry.agreed.review.id
        words = entry_words(entry)
        self._title.setText(words.title)
        self._standing.set_chip(words.standing, _LOOKS[entry.standing])
        self._standing.setVisible(bool(words.standing))
        texts = {
            self._about: words.about,
            self._said: "\n".join(part for part in (words.strength, words.change) if part),
            self._counted: words.counted,
            self._tries: "\n".join(words.tries),
            self._numbers: "\n".join(words.numbers),
            self._verdict: words.verdict,
            self._trails: "\n".join(words.trails),
        }
        for label, text in texts.items():
            label.setText(text)
            label.setVisible(bool(text))
        open_still = entry.standing in (Standing.OPEN, Standing.OVERDUE)
        self._buttons.setVisible(entry.agreed.has_plan and open_still and not own)
        self._name_buttons(words.title)

    def _name_buttons(self, title: str) -> None:
        told = (self.tr("Reached"), self.tr("Two more weeks"), self.tr("Drop it"))
        for button, words in zip((self._reached, self._longer, self._dropped), told, strict=True):
            button.set_words(words)
            button.setAccessibleName(f"{words}: {title}")

    def take_caret(self) -> None:
        """Puts the focus on the first decision."""
        self._reached.setFocus()

    def words(self) -> str:
        """Everything that it says, for readers and tests."""
        labels = (
            self._title,
            self._about,
            self._said,
            self._counted,
            self._tries,
            self._numbers,
            self._verdict,
            self._trails,
        )
        return "\n".join(one.whole_text() for one in labels if not one.isHidden())

    def _decide(self) -> None:
        hows = {
            self._reached: StepHow.REACHED,
            self._longer: StepHow.LONGER,
            self._dropped: StepHow.DROPPED,
        }
        pressed = self.sender()
        if isinstance(pressed, KeyButton):
            self.decided.emit(self._review, hows[pressed])
