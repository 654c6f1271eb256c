"""How far trainers agreed on one criterion, with its range, and what was agreed about it since."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from app.review.agreement import LEAST_PAIRS, Agreement
from app.review.calibrating import Split
from app.review.percents import percent_number
from app.review.scorecard import Scale
from app.ui.review.calibrate_scene import CriterionAgreement
from app.ui.review.still import WheelPasser
from app.ui.type_scale import TextRole
from app.ui.widgets import KeyButton, Rule, WrappingLabel
from app.ui.words import ui_lang, ui_locale


class AgreementRow(QWidget):
    """Shows a ``CriterionAgreement``; takes a note."""

    noted = Signal(str, str, object, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._row: CriterionAgreement | None = None
        self._offered: tuple[object, ...] = ()
        self._words = WrappingLabel(role=TextRole.BODY)
        self._figures = WrappingLabel(role=TextRole.NOTE)
        self._marks = WrappingLabel(role=TextRole.NOTE)
        self._parted = WrappingLabel(role=TextRole.BODY)
        self._anchor = QComboBox()
        self._anchor.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self._anchor.setMinimumContentsLength(6)
        WheelPasser(self).watch(self._anchor)
        self._notes = WrappingLabel(role=TextRole.NOTE)
        self._note, self._keep = QLineEdit(), KeyButton()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 6, 0, 6)
        column.setSpacing(4)
        for part in (self._words, self._figures, self._marks, self._parted, self._notes, self._anchor):
            column.addWidget(part)
        line = QHBoxLayout()
        line.addWidget(self._note, 1)
        line.addWidget(self._keep)
        column.addLayout(line)
        column.addWidget(Rule())
        self._note.returnPressed.connect(self._give)
        self._keep.clicked.connect(self._give)

    def show_row(self, row: CriterionAgreement) -> None:
        """Shows the figures of one criterion."""
        self._row = row
        words = row.criterion.text.in_lang(ui_lang())
        of_card = f" ({row.of_card.in_lang(ui_lang())})" if row.of_card is not None else ""
        self._words.setText(f"{words}{of_card}")
        self._figures.setText(self.figures(row.found))
        self._marks.setText("\n".join(self._marks_words(row, who) for who in row.marks))
        parted = "\n".join(self._parted_words(row, one) for one in row.parted)
        self._parted.setText(parted)
        self._parted.setVisible(bool(parted))
        self._offer_anchors(row, words)
        notes = "\n".join(f"{one.author}{self._about(row, one.anchor)}: {one.words}" for one in row.notes)
        self._notes.setText(notes)
        self._notes.setVisible(bool(notes))
        hint = self.tr("What do we agree on from now on?")
        self._note.setPlaceholderText(hint)
        self._note.setAccessibleName(f"{words}: {hint}")
        self._keep.set_words(self.tr("Note"))
        self._keep.setAccessibleName(self.tr("Keep the note on: %1").replace("%1", words))

    def _marks_words(self, row: CriterionAgreement, who: str) -> str:
        """One trainer's marks, call by call."""
        marks = ("—" if mark is None else self._mark(row, mark) for mark in row.marks[who])
        return f"{who}: {' · '.join(marks)}"

    def _parted_words(self, row: CriterionAgreement, one: Split) -> str:
        words = self.tr("Parted between “%1” and “%2”: %n pair(s)", "", one.pairs)
        return words.replace("%1", self._mark(row, one.low)).replace("%2", self._mark(row, one.high))

    def _mark(self, row: CriterionAgreement, mark: int) -> str:
        if row.criterion.scale is Scale.YES_NO:
            return self.tr("yes") if mark else self.tr("no")
        return str(mark)

    def _about(self, row: CriterionAgreement, anchor: int | None) -> str:
        return "" if anchor is None else f" ({self._mark(row, anchor)})"

    def _offer_anchors(self, row: CriterionAgreement, words: str) -> None:
        """The note is about one anchor, at first that of the mark where most parted, or about the whole criterion."""
        known = (row.card, row.criterion.id, row.parted, ui_lang())
        if known == self._offered:
            return
        self._offered = known
        self._anchor.clear()
        self._anchor.addItem(self.tr("About the criterion as a whole"), None)
        for one in row.criterion.anchors:
            self._anchor.addItem(f"{self._mark(row, one.mark)} · {one.text.in_lang(ui_lang())}", one.mark)
        self._anchor.setCurrentIndex(self._anchor.findData(row.parted[0].low) if row.parted else 0)
        self._anchor.setAccessibleName(self.tr("What the note is about: %1").replace("%1", words))

    def figures(self, found: Agreement) -> str:
        """The figures in words; under the least number of pairs only that they are too few."""
        pairs = self.tr("%n pair(s) of marks", "", found.pairs)
        if found.too_few:
            return (
                self.tr("%1: too few to read (at least %2)")
                .replace("%1", pairs)
                .replace("%2", str(LEAST_PAIRS))
            )
        raw = self.tr("same mark in %1 %").replace("%1", percent_number(found.raw or 0.0, ui_lang()))
        if found.alpha is None:
            return f"{pairs} · {raw} · " + self.tr("alpha undefined: all marks are alike")
        low, high = found.low or 0.0, found.high or 0.0
        alpha = self.tr("Krippendorff's alpha %1 (%2 to %3)").replace("%1", _signed(found.alpha))
        alpha = alpha.replace("%2", _signed(low)).replace("%3", _signed(high))
        return f"{pairs} · {raw} · {alpha}"

    def _give(self) -> None:
        words = self._note.text().strip()
        if words and self._row is not None:
            self._note.clear()
            self.noted.emit(self._row.card, self._row.criterion.id, self._anchor.currentData(), words)

    def changeEvent(self, event: QEvent) -> None:
        """Speaks the new language."""
        if event.type() is QEvent.Type.LanguageChange and self._row is not None:
            self.show_row(self._row)
        super().changeEvent(event)


def _signed(value: float) -> str:
    """Two decimals, with the minus that numbers have in print."""
    return ui_locale().toString(value, "f", 2).replace("-", "−")
