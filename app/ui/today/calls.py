"""The left of the start screen: calls that wait for their end, and the latest ones."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.call.ports import CallStatus
from app.playbook.vocabulary import OUTCOMES
from app.ui.moments import clock_words, moment_words
from app.ui.today.reviews_button import ReviewsButton
from app.ui.today.scene import CallRow, TodayScene
from app.ui.today.unfinished import UnfinishedPanel
from app.ui.type_scale import RHYTHM, TextRole
from app.ui.widgets import Panel, PanelLook, PlainLabel, WrappingLabel
from app.ui.words import ui_lang


class UnfinishedCard(UnfinishedPanel):
    """One call cut off: go on at the same line, or finish its record."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(PanelLook.CARD, parent, wrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 10, 12, 10)
        column.setSpacing(4)
        self._who = WrappingLabel(role=TextRole.STRONG)
        self._where = WrappingLabel(role=TextRole.NOTE)
        self._stopped = WrappingLabel(role=TextRole.NOTE)
        self._elsewhere = WrappingLabel(role=TextRole.DO)
        for part in (self._who, self._where, self._stopped, self._elsewhere):
            column.addWidget(part)
        column.addSpacing(4)
        column.addLayout(self.buttons())

    def show_call(self, call: CallRow, now: datetime, key: str) -> None:
        """Shows ``call``; ``key`` is the key that goes on with it."""
        self._who.setText(call.customer)
        words = (moment_words(call.started, now), clock_words(call.talk_ms), call.playbook)
        self._where.setText(" · ".join(word for word in words if word))
        self._stopped.setText(self.tr("at “%1”").replace("%1", call.line))
        self._stopped.setVisible(bool(call.line) and not call.elsewhere)
        self._elsewhere.setVisible(call.elsewhere)
        self._elsewhere.setText(self.tr("Open in another window now"))
        self.show_buttons(call, key)


class RecentLine(QWidget):
    """One recorded call in two lines."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(2, 2, 2, 4)
        column.setSpacing(0)
        self._who = WrappingLabel(role=TextRole.FACT)
        self._what = WrappingLabel(role=TextRole.NOTE)
        column.addWidget(self._who)
        column.addWidget(self._what)

    def show_call(self, call: CallRow, now: datetime, rep: str = "") -> None:
        """Shows ``call``; ``rep`` is named where calls of several are listed."""
        self._who.setText(call.customer)
        word = OUTCOMES.get(call.outcome)
        outcome = word.label.in_lang(ui_lang()) if word is not None else call.outcome
        sample = self.tr("sample") if call.sample else ""
        words = (moment_words(call.started, now), clock_words(call.talk_ms), outcome, rep, sample)
        self._what.setText(" · ".join(part for part in words if part))


class CallsColumn(Panel):
    """Unfinished calls first, then the latest."""

    go_on_wanted = Signal(object)
    finish_wanted = Signal(object)
    reviews_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(PanelLook.SIDE_LEFT, parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(RHYTHM)
        self._everyones = False
        self._unfinished = PlainLabel(role=TextRole.LABEL)
        self._cards_box, self._lines_box = QVBoxLayout(), QVBoxLayout()
        self._cards_box.setSpacing(RHYTHM)
        self._lines_box.setSpacing(RHYTHM)
        self._cards: list[UnfinishedCard] = []
        self._lines: list[RecentLine] = []
        self._recent = PlainLabel(role=TextRole.LABEL)
        self._empty = WrappingLabel(role=TextRole.NOTE)
        self._taken = WrappingLabel(role=TextRole.NOTE)
        self.reviews = ReviewsButton()
        self.reviews.clicked.connect(self.reviews_wanted)
        column.addWidget(self.reviews)
        column.addWidget(self._unfinished)
        column.addLayout(self._cards_box)
        column.addWidget(self._recent)
        column.addLayout(self._lines_box)
        column.addWidget(self._empty)
        column.addWidget(self._taken)
        column.addStretch(1)
        self.retranslate()

    def show_scene(self, scene: TodayScene, now: datetime, key: str) -> None:
        """Shows the left of ``scene``; ``key`` goes on with the first unfinished call."""
        if scene.everyones != self._everyones:
            self._everyones = scene.everyones
            self.retranslate()
        self._unfinished.setVisible(bool(scene.unfinished))
        while len(self._cards) < len(scene.unfinished):
            card = UnfinishedCard(self)
            card.go_on_wanted.connect(self.go_on_wanted)
            card.finish_wanted.connect(self.finish_wanted)
            self._cards.append(card)
            self._cards_box.addWidget(card)
        for index, card in enumerate(self._cards):
            card.setVisible(index < len(scene.unfinished))
            if index < len(scene.unfinished):
                call = scene.unfinished[index]
                card.show_call(call, now, key if call == scene.resumable else "")
        self._show_recent(scene, now)
        self.reviews.show_scene(scene)
        words = [
            self.tr("From your calls, taken into the playbook: “%1”").replace("%1", each)
            for each in scene.taken
        ]
        self._taken.setText("\n".join(words))
        self._taken.setVisible(bool(words))

    def _show_recent(self, scene: TodayScene, now: datetime) -> None:
        closed = [call for call in scene.recent if call.status is CallStatus.CLOSED]
        self._empty.setVisible(not scene.unopened and (scene.troubled or not closed))
        self._empty.setText(self._empty_words(scene))
        while len(self._lines) < len(closed):
            line = RecentLine(self)
            self._lines.append(line)
            self._lines_box.addWidget(line)
        for index, line in enumerate(self._lines):
            line.setVisible(index < len(closed))
            if index < len(closed):
                line.show_call(closed[index], now, closed[index].rep if scene.everyones else "")

    def _empty_words(self, scene: TodayScene) -> str:
        if scene.troubled:
            return self.tr("Your calls cannot be read now. They are looked for again by themselves.")
        if scene.everyones:
            return self.tr("Everyone's calls will be listed here, each with how it ended.")
        return self.tr("Your calls will be listed here, each with how it ended.")

    def retranslate(self) -> None:
        """Says everything in the present language."""
        self._unfinished.setText(self.tr("Unfinished"))
        whose = self.tr("Everyone's latest calls") if self._everyones else self.tr("Your latest calls")
        self._recent.setText(whose)

    def changeEvent(self, event: QEvent) -> None:
        """Speaks the new language."""
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
