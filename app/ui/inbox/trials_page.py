"""Wordings under test: both texts, how each did with its range, and what may be said so far in plain words."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.review.intervals import Share
from app.review.wordings import ALPHA, Comparison, Verdict
from app.ui.inbox.scene import InboxScene, TrialCard
from app.ui.inbox.wording import share_words
from app.ui.type_scale import RHYTHM, TextRole
from app.ui.widgets import Chip, ChipLook, FlowLayout, Panel, PanelLook, ScrollColumn, WrappingLabel
from app.ui.words import ui_locale

_LETTERS = "ABCDEFGHI"


class ComparisonCard(Panel):
    """One test."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(PanelLook.CARD, parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 14, 18, 14)
        column.setSpacing(RHYTHM)
        self._title, self._sample = WrappingLabel(role=TextRole.STRONG), Chip()
        self._texts = QVBoxLayout()
        self._labels: list[tuple[WrappingLabel, WrappingLabel]] = []
        self._verdict = WrappingLabel(role=TextRole.BODY)
        self._basis = WrappingLabel(role=TextRole.NOTE)
        chips = FlowLayout()
        chips.addWidget(self._sample)
        column.addWidget(self._title)
        column.addLayout(chips)
        column.addLayout(self._texts)
        column.addWidget(self._verdict)
        column.addWidget(self._basis)

    def show_trial(self, trial: TrialCard) -> None:
        """Shows ``trial``."""
        self._title.setText(f"{trial.title} · {trial.name}")
        self._sample.set_chip(self.tr("sample calls"), ChipLook.STORY)
        self._sample.setVisible(trial.sample)
        while len(self._labels) < len(trial.wordings):
            pair = WrappingLabel(role=TextRole.BODY), WrappingLabel(role=TextRole.FACT)
            self._labels.append(pair)
            for label in pair:
                self._texts.addWidget(label)
        for place, (text, figure) in enumerate(self._labels):
            for label in (text, figure):
                label.setVisible(place < len(trial.wordings))
            if place < len(trial.wordings):
                text.setText(f"{_LETTERS[place % 9]}  {trial.wordings[place]}")
                figure.setText(share_words(_share(trial, place)))
        self._verdict.setText("\n".join(self._verdicts(trial)))
        self._basis.setText(self._basis_words(trial))
        self.setAccessibleName(f"{trial.title}, {trial.name}. {self._verdict.whole_text()}")

    def _verdicts(self, trial: TrialCard) -> list[str]:
        return [
            self._verdict_words(one, _LETTERS[place % 9])
            for place, one in enumerate(trial.comparisons, start=1)
        ]

    def _verdict_words(self, comparison: Comparison, letter: str) -> str:
        if comparison.verdict is Verdict.NOT_YET:
            words = self.tr("Not enough calls yet to tell A from %1; about %n more.", "", comparison.needed)
            if comparison.needed == 0:
                words = self.tr(
                    "A and %1 do about equally well so far; a difference of ten points would most likely have shown."
                )
            return words.replace("%1", letter)
        better, worse = ("A", letter) if comparison.verdict is Verdict.FIRST_BETTER else (letter, "A")
        gap = round(100 * abs(comparison.gap.value))
        words = self.tr("%1 does better than %2, by %3 points (p = %4).")
        shown = ui_locale().toString(comparison.p, "g", 2)
        for sign, value in (("%1", better), ("%2", worse), ("%3", str(gap)), ("%4", shown)):
            words = words.replace(sign, value)
        return words

    def _basis_words(self, trial: TrialCard) -> str:
        words = (
            self.tr("Counts as a success when the call went on from this line's stage to another one.")
            if trial.is_line
            else self.tr("Counts as a success when the objection ended settled with this response said last.")
        )
        if trial.left_out:
            left = self.tr("%n call(s) with earlier texts of these wordings left out.", "", trial.left_out)
            words = f"{words} {left}"
        return words


def _share(trial: TrialCard, place: int) -> Share:
    if place == 0:
        return trial.comparisons[0].first
    return trial.comparisons[place - 1].second


class TrialsPage(QWidget):
    """All tests, one under the other."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(24, 18, 24, 18)
        scroll = ScrollColumn(gap=2 * RHYTHM)
        self._about, self._empty = WrappingLabel(role=TextRole.NOTE), WrappingLabel(role=TextRole.BODY)
        self._box = QVBoxLayout()
        self._box.setSpacing(2 * RHYTHM)
        self.cards: list[ComparisonCard] = []
        scroll.column.addWidget(self._about)
        scroll.column.addWidget(self._empty)
        scroll.column.addLayout(self._box)
        scroll.column.addStretch(1)
        whole.addWidget(scroll)

    def show_scene(self, scene: InboxScene) -> None:
        """Shows the tests of ``scene``."""
        self._about.setText(
            self.tr(
                "Each call gets one of the wordings by lot and keeps it. You may look as often as you like: "
                "the test allows for it and claims a difference where there is none in at most %1 of 100 tests. "
                "Nothing is ever switched by itself."
            ).replace("%1", str(round(100 * ALPHA)))
        )
        self._empty.setText(
            self.tr(
                "No wording is under test. Write “try” with two wordings at a line or a response to begin."
            )
        )
        self._empty.setVisible(scene.ready and not scene.trials)
        while len(self.cards) < len(scene.trials):
            card = ComparisonCard(self)
            self.cards.append(card)
            self._box.addWidget(card)
        for place, card in enumerate(self.cards):
            card.setVisible(place < len(scene.trials))
            if place < len(scene.trials):
                card.show_trial(scene.trials[place])
