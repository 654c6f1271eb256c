"""Wordings under test: both texts, how each did with its range, and what may be said so far in plain words."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.review.intervals import Share
from app.review.percents import percent_number
from app.review.wordings import ALPHA, Comparison, Verdict
from app.ui.inbox.scene import InboxScene, TrialCard
from app.ui.inbox.wording import share_words
from app.ui.type_scale import RHYTHM, TextRole
from app.ui.widgets import Chip, ChipLook, FlowLayout, Panel, PanelLook, ScrollColumn, WrappingLabel
from app.ui.words import ui_lang, ui_locale

_LETTERS = "ABCDEFGHI"
_LEAST_P = 0.001
"""Smaller than this says no more to anybody."""


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
        """Every clear difference, then in a sentence each what is alike so far and what nobody can tell yet."""
        open_yet = [one for one in trial.comparisons if one.verdict is Verdict.NOT_YET]
        alike = [one for one in open_yet if one.needed == 0]
        early = [one for one in open_yet if one.needed > 0]
        said = [self._better_words(one) for one in trial.comparisons if one not in open_yet]
        if alike:
            words = self.tr(
                "About equally good so far: %1; a difference of ten points would most likely have shown."
            )
            said.append(words.replace("%1", _pairs(alike)))
        if len(early) > 1:
            most = max(one.needed for one in early)
            words = self.tr("Not enough calls yet to tell apart %1; about %n more for each pair.", "", most)
            said.append(words.replace("%1", _pairs(early)))
        elif early:
            words = self.tr("Not enough calls yet to tell %1 from %2; about %n more.", "", early[0].needed)
            said.append(_named(words, early[0]))
        return said

    def _better_words(self, comparison: Comparison) -> str:
        words = self.tr("%1 does better than %2, by %3 points (p %4).")
        gap = percent_number(abs(comparison.gap.value), ui_lang())
        least = comparison.p < _LEAST_P
        shown = f"{'<' if least else '='} {ui_locale().toString(max(comparison.p, _LEAST_P), 'g', 2)}"
        words = words.replace("%3", gap).replace("%4", shown)
        return _named(words, comparison, better_first=True)

    def _basis_words(self, trial: TrialCard) -> str:
        words = (
            self.tr("Counts as a success when the call went on from this line's stage to another one.")
            if trial.is_line
            else self.tr("Counts as a success when the objection ended settled with this response said last.")
        )
        if len(trial.comparisons) > 1:
            more = self.tr(
                "With more than two wordings each pair must show more clearly (Holm's correction), so that the whole "
                "test claims a false difference no more often."
            )
            words = f"{words} {more}"
        if trial.left_out:
            left = self.tr("%n call(s) with earlier texts of these wordings left out.", "", trial.left_out)
            words = f"{words} {left}"
        return words


def _share(trial: TrialCard, place: int) -> Share:
    of_it = next(one for one in trial.comparisons if place in one.places)
    return of_it.first if of_it.places[0] == place else of_it.second


def _pairs(comparisons: list[Comparison]) -> str:
    """The pairs by their letters, as in ``A–B, B–C``."""
    return ", ".join("–".join(_LETTERS[place % 9] for place in one.places) for one in comparisons)


def _named(words: str, comparison: Comparison, *, better_first: bool = False) -> str:
    """``words`` with the two letters, in the order of the wordings or the better one first."""
    one, other = (_LETTERS[place % 9] for place in comparison.places)
    if better_first and comparison.verdict is Verdict.SECOND_BETTER:
        one, other = other, one
    return words.replace("%1", one).replace("%2", other)


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
                "No wording is under test. Write “try” with two or more wordings at a line or a response to begin."
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
