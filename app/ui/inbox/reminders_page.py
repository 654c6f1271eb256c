"""Reminders: how often each came up and was followed, with a switch, so that a useless one can be dropped."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from app.call.events import NudgeKind
from app.ui.inbox.scene import InboxScene, ReminderCard
from app.ui.inbox.wording import nudge_words, share_words
from app.ui.type_scale import RHYTHM, TextRole
from app.ui.widgets import Panel, PanelLook, ScrollColumn, WrappingLabel


class ReminderRow(Panel):
    """One kind of reminder."""

    switched = Signal(object)

    def __init__(self, nudge: NudgeKind, parent: QWidget | None = None) -> None:
        super().__init__(PanelLook.CARD, parent)
        self._nudge = nudge
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 14, 18, 14)
        column.setSpacing(4)
        self._name, self._when = WrappingLabel(role=TextRole.STRONG), WrappingLabel(role=TextRole.NOTE)
        self._figure = WrappingLabel(role=TextRole.BODY)
        self.switch = QCheckBox()
        for part in (self._name, self._when, self._figure, self.switch):
            column.addWidget(part)
        self.switch.clicked.connect(self._clicked)

    def show_card(self, card: ReminderCard) -> None:
        """Shows ``card``."""
        name, when = nudge_words(card.nudge)
        self._name.setText(name)
        self._when.setText(when)
        figure = (
            self.tr("Followed %1").replace("%1", share_words(card.followed))
            if card.followed.n
            else self.tr("It has not come up yet.")
        )
        self._figure.setText(figure)
        self.switch.setChecked(not card.off)
        self.switch.setText(self.tr("Show it in calls made on this computer"))
        self.switch.setAccessibleName(f"{name}: {self.switch.text()}")

    def _clicked(self) -> None:
        self.switched.emit(self._nudge)


class RemindersPage(QWidget):
    """All kinds, one under the other."""

    switched = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(24, 18, 24, 18)
        scroll = ScrollColumn(gap=2 * RHYTHM)
        self._about = WrappingLabel(role=TextRole.NOTE)
        scroll.column.addWidget(self._about)
        self.rows = {nudge: ReminderRow(nudge) for nudge in NudgeKind}
        for row in self.rows.values():
            row.switched.connect(self.switched)
            scroll.column.addWidget(row)
        scroll.column.addStretch(1)
        whole.addWidget(scroll)

    def show_scene(self, scene: InboxScene) -> None:
        """Shows the reminders of ``scene``."""
        self._about.setText(
            self.tr(
                "A reminder counts as followed when the rep did what it was about within two lines, "
                "because of it or of their own accord. Sample calls are not counted."
            )
        )
        cards = {card.nudge: card for card in scene.reminders}
        for nudge, row in self.rows.items():
            row.setVisible(nudge in cards)
            if nudge in cards:
                row.show_card(cards[nudge])
