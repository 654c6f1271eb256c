"""One review on the coaching sheet: what was agreed, its tries, before against after, and what becomes of it."""

from __future__ import annotations

from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.review.coaching import Standing, StepHow
from app.ui.review.coach_scene import Entry
from app.ui.review.coach_words import entry_words
from app.ui.type_scale import TextRole
from app.ui.widgets import Chip, ChipLook, FlowLayout, KeyButton, Panel, PanelLook, Variant, WrappingLabel

_LOOKS = {
    Standing.OPEN: ChipLook.TONE,
    Standing.OVERDUE: ChipLook.ALARM,
    Standing.REACHED: ChipLook.GOOD,
    Standing.DROPPED: ChipLook.PLAIN,
}


class PlanPanel(Panel):
    """Shows an ``Entry``; a trainer says what became of its plan, and goes from a try to its call."""

    decided = Signal(object, object)
    call_wanted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(PanelLook.FIELD, parent)
        self._review = UUID(int=0)
        self._title = WrappingLabel(role=TextRole.STRONG)
        self._standing = Chip()
        self._about = WrappingLabel(role=TextRole.NOTE)
        self._said = WrappingLabel(role=TextRole.BODY)
        self._counted = WrappingLabel(role=TextRole.NOTE)
        self._links: list[KeyButton] = []
        self._calls: tuple[UUID, ...] = ()
        self._made = QWidget()
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
            self._made,
            self._tries,
            self._numbers,
            self._verdict,
            self._trails,
        ):
            column.addWidget(part)
        made = QVBoxLayout(self._made)
        made.setContentsMargins(0, 0, 0, 0)
        made.setSpacing(0)
        flow = FlowLayout(self._buttons, gap=4)
        for button in (self._reached, self._longer, self._dropped):
            flow.addWidget(button)
        column.addWidget(self._buttons)

    def show_entry(self, entry: Entry, *, own: bool) -> None:
        """Shows ``entry``; its own rep decides nothing."""
        self._review = entry.agreed.review.id
        words = entry_words(entry)
        calls = () if own or entry.effect is None else tuple(one.call for one in entry.effect.tries)
        self._link(calls, words.tries[: len(calls)])
        self._title.setText(words.title)
        self._standing.set_chip(words.standing, _LOOKS[entry.standing])
        self._standing.setVisible(bool(words.standing))
        texts = {
            self._about: words.about,
            self._said: "\n".join(part for part in (words.strength, words.change) if part),
            self._counted: words.counted,
            self._tries: "\n".join(words.tries[len(calls) :]),
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

    def _link(self, calls: tuple[UUID, ...], words: tuple[str, ...]) -> None:
        """Each try leads to its call."""
        column, self._calls = self._made.layout(), calls
        while column is not None and len(self._links) < len(calls):
            button = KeyButton(variant=Variant.QUIET)
            button.clicked.connect(self._want_call)
            self._links.append(button)
            column.addWidget(button)
            column.setAlignment(button, Qt.AlignmentFlag.AlignLeft)
        for place, button in enumerate(self._links):
            button.setVisible(place < len(calls))
            if place < len(calls):
                button.set_words(words[place])
                button.setAccessibleName(self.tr("Open the call: %1").replace("%1", words[place]))
        self._made.setVisible(bool(calls))

    def _want_call(self) -> None:
        pressed = self.sender()
        if isinstance(pressed, KeyButton) and pressed in self._links:
            self.call_wanted.emit(self._calls[self._links.index(pressed)])

    def tries(self) -> tuple[KeyButton, ...]:
        """The tries that lead to their calls."""
        return tuple(self._links[: len(self._calls)])

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
        tries = (one.text() for one in self.tries())
        return "\n".join((*(one.whole_text() for one in labels if not one.isHidden()), *tries))

    def _decide(self) -> None:
        hows = {
            self._reached: StepHow.REACHED,
            self._longer: StepHow.LONGER,
            self._dropped: StepHow.DROPPED,
        }
        pressed = self.sender()
        if isinstance(pressed, KeyButton):
            self.decided.emit(self._review, hows[pressed])
