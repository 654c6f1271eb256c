"""The trainer's review as the rep reads it: the score, one strength, one change, what to try, and each mark to answer."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.review.scoring import FORMULA, Basis
from app.ui.moments import day_words
from app.ui.review.answer_row import AnswerRow
from app.ui.review.own_scene import OwnScene, OwnStage
from app.ui.review.step_words import broken_words
from app.ui.type_scale import RHYTHM, TextRole
from app.ui.widgets import Panel, PanelLook, PlainLabel, ScrollColumn, WrappingLabel


class OwnPanel(Panel):
    """Shows the marks of an ``OwnScene``."""

    disputed = Signal(str, str)
    moment_wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(PanelLook.SIDE_RIGHT, parent)
        self._scene = OwnScene()
        self._rows: list[AnswerRow] = []
        self._title = PlainLabel(role=TextRole.HEADING)
        self._about = WrappingLabel(role=TextRole.NOTE)
        self._feedback = WrappingLabel(role=TextRole.BODY)
        self._feedback.setContentsMargins(0, 0, 0, RHYTHM)
        self._broken = WrappingLabel(role=TextRole.ALARM)
        self._opened = WrappingLabel(role=TextRole.NOTE)
        self._scroll = ScrollColumn(gap=0)
        self._scroll.column.addWidget(self._feedback)
        self._scroll.column.addWidget(self._broken)
        self._scroll.column.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 14, 16, 14)
        column.setSpacing(6)
        for part in (self._title, self._about):
            column.addWidget(part)
        column.addWidget(self._scroll, 1)
        column.addStretch(0)
        column.addWidget(self._opened)
        self.retranslate()

    def show_scene(self, scene: OwnScene) -> None:
        """Shows the review once it may be read."""
        self._scene = scene
        reading = scene.stage is OwnStage.READ
        self._scroll.setVisible(reading)
        self._about.setText(self._about_words(scene) if reading else self._waiting_words(scene))
        self._opened.setText(self._opened_words(scene))
        self._feedback.setText(self._feedback_words(scene) if reading else "")
        broken = "\n".join(map(broken_words, scene.broken))
        self._broken.setText(broken)
        self._broken.setVisible(bool(broken))
        while len(self._rows) < len(scene.pairs):
            row = AnswerRow()
            row.disputed.connect(self.disputed)
            row.moment_wanted.connect(self.moment_wanted)
            self._rows.append(row)
            self._scroll.column.insertWidget(len(self._rows) + 1, row)
        for place, row in enumerate(self._rows):
            row.setVisible(place < len(scene.pairs))
            if place < len(scene.pairs):
                row.show_pair(scene.pairs[place])

    def take_caret(self) -> None:
        """Puts the caret to the first mark that can be answered."""
        for row in self._rows:
            if not row.isHidden() and row.take_caret():
                self._scroll.ensureWidgetVisible(row)
                return

    def _about_words(self, scene: OwnScene) -> str:
        row = scene.row
        if row is None:
            return ""
        draft = row.review.draft
        basis = self.tr("heard") if draft.basis is Basis.HEARD else self.tr("from the record only")
        score = self.tr("not scored") if draft.score is None else f"{draft.score:.0f}"
        who = row.review.reviewer_name or draft.reviewer
        parts = (who, day_words(row.review.sent.astimezone()), basis, score)
        return " · ".join(parts) + f"\n{FORMULA}"

    def _waiting_words(self, scene: OwnScene) -> str:
        return (
            self.tr("Pick a review on the left.")
            if scene.rows
            else self.tr("Nobody has reviewed your calls yet.")
        )

    def _feedback_words(self, scene: OwnScene) -> str:
        row = scene.row
        if row is None:
            return ""
        said = row.review.draft.feedback
        change = " → ".join(part for part in (said.situation, said.behaviour, said.effect) if part)
        lines = [
            (self.tr("Strength: %1"), said.strength),
            (self.tr("Change: %1"), change),
            (self.tr("To try: %1"), said.plan),
        ]
        words = [label.replace("%1", text) for label, text in lines if text]
        if said.plan and said.due:
            words.append(self.tr("%n try(s)", "", said.tries) + f" · {self._due_words(said.due)}")
        return "\n".join(words)

    @staticmethod
    def _due_words(due: str) -> str:
        try:
            return day_words(datetime.fromisoformat(due))
        except ValueError:
            return due

    def _opened_words(self, scene: OwnScene) -> str:
        if not scene.openings:
            return ""
        last = {one.person: one for one in reversed(scene.openings)}
        told = ", ".join(
            f"{one.name or one.person} ({day_words(one.at.astimezone())})" for one in last.values()
        )
        return self.tr("Who opened this call: %1").replace("%1", told)

    def retranslate(self) -> None:
        """Says everything in the present language."""
        self._title.setText(self.tr("The trainer's review"))
        self.show_scene(self._scene)

    def changeEvent(self, event: QEvent) -> None:
        """Speaks the new language."""
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
