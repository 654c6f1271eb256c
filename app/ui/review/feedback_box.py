"""One strength, one change as situation, behaviour and effect, and one behaviour to try by a date."""

from __future__ import annotations

from PySide6.QtCore import QDate, QEvent, Signal
from PySide6.QtWidgets import QComboBox, QDateEdit, QLineEdit, QSpinBox, QVBoxLayout, QWidget

from app.review.coaching import Choice, TargetKind, read_target
from app.review.desk import Feedback
from app.ui.review.sheet import Lack, Missing
from app.ui.review.still import WheelPasser
from app.ui.theme import set_look
from app.ui.type_scale import TextRole
from app.ui.widgets import PlainLabel, WrappingLabel
from app.ui.words import ui_lang, ui_locale

_PARTS = ("strength", "situation", "behaviour", "effect", "plan")
_MOST_TRIES = 9
_USUAL_DAYS = 7


class FeedbackBox(QWidget):
    """Tells each part as it is typed."""

    said = Signal(str, str)
    tries_planned = Signal(int)
    counted_by = Signal(str, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._fields = {part: QLineEdit() for part in _PARTS}
        self._heads = [PlainLabel(role=TextRole.LABEL) for _ in range(3)]
        self._help = WrappingLabel(role=TextRole.NOTE)
        self._feedback = Feedback()
        self._choices: tuple[Choice, ...] = ()
        self._target = QComboBox()
        self._target.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self._target.setMinimumContentsLength(8)
        self._counted = WrappingLabel(role=TextRole.NOTE)
        self._tries, self._due = QSpinBox(), QDateEdit()
        self._tries.setRange(1, _MOST_TRIES)
        self._tries.setButtonSymbols(QSpinBox.ButtonSymbols.NoButtons)
        self._due.setCalendarPopup(True)
        WheelPasser(self).watch(self._target, self._tries, self._due)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 6, 0, 6)
        column.setSpacing(4)
        column.addWidget(self._heads[0])
        column.addWidget(self._fields["strength"])
        column.addWidget(self._heads[1])
        for part in ("situation", "behaviour", "effect"):
            column.addWidget(self._fields[part])
        column.addWidget(self._heads[2])
        column.addWidget(self._target)
        column.addWidget(self._fields["plan"])
        column.addWidget(self._counted)
        column.addWidget(self._tries)
        column.addWidget(self._due)
        column.addWidget(self._help)
        for field in self._fields.values():
            field.textEdited.connect(self._typed)
        self._target.activated.connect(self._target_picked)
        self._tries.valueChanged.connect(self.tries_planned)
        self._due.dateChanged.connect(self._dated)
        self.retranslate()

    def offer(self, choices: tuple[Choice, ...]) -> None:
        """What a plan may be counted by."""
        if choices == self._choices:
            return
        self._choices = choices
        self._fill_target()

    def _fill_target(self) -> None:
        chosen = self._target.currentData() or ""
        self._target.clear()
        self._target.addItem(self.tr("In words only; nothing is counted"), "")
        for one in self._choices:
            self._target.addItem(one.label.in_lang(ui_lang()), one.target.written)
        self._target.setCurrentIndex(max(0, self._target.findData(chosen)))

    def show_feedback(self, feedback: Feedback, lacks: tuple[Lack, ...]) -> None:
        """Shows what was said, and what is missing."""
        self._feedback = feedback
        for part, field in self._fields.items():
            words = getattr(feedback, part)
            if field.text() != words:
                field.setText(words)
        missing = {one.what for one in lacks}
        set_look(self._fields["strength"], "wrong", "true" if Missing.STRENGTH in missing else "false")
        for part in ("situation", "behaviour", "effect"):
            wrong = Missing.CHANGE in missing and not getattr(feedback, part).strip()
            set_look(self._fields[part], "wrong", "true" if wrong else "false")
        self._target.setCurrentIndex(max(0, self._target.findData(feedback.target)))
        planned = bool(feedback.plan.strip())
        self._counted.setText(self._counted_words(feedback))
        self._counted.setVisible(planned)
        for piece in (self._tries, self._due):
            piece.setVisible(planned)
        blocked = self._tries.blockSignals(True), self._due.blockSignals(True)  # noqa: FBT003
        self._tries.setValue(feedback.tries)
        if feedback.due:
            self._due.setDate(QDate.fromString(feedback.due, "yyyy-MM-dd"))
        self._tries.blockSignals(blocked[0])
        self._due.blockSignals(blocked[1])

    def _counted_words(self, feedback: Feedback) -> str:
        target = read_target(feedback.target)
        if target is None:
            return self.tr("Nothing is counted; the coaching sheet shows later marks.")
        if target.kind is TargetKind.CRITERION:
            return self.tr("Counted from marks, so in reviewed calls only.")
        return self.tr("Counted from the record of the next calls.")

    def take_caret(self, what: Missing) -> None:
        """Puts the caret where something is missing."""
        order = ("strength",) if what is Missing.STRENGTH else ("situation", "behaviour", "effect")
        if what is Missing.PLAN_DATE:
            order = ("plan",)
        empty = [part for part in order if not self._fields[part].text().strip()]
        self._fields[(empty or list(order))[0]].setFocus()

    def _typed(self, words: str) -> None:
        field = self.sender()
        for part, each in self._fields.items():
            if each is field:
                self.said.emit(part, words)
        self._date_plan()

    def _target_picked(self, _: int) -> None:
        target = self._target.currentData() or ""
        self.counted_by.emit(target, self._target.currentText() if target else "")
        self._date_plan()

    def _date_plan(self) -> None:
        """A plan without a date gets the usual one."""
        if self._fields["plan"].text().strip() and not self._feedback.due:
            self._dated(QDate.currentDate().addDays(_USUAL_DAYS))

    def _dated(self, day: QDate) -> None:
        self.said.emit("due", day.toString("yyyy-MM-dd"))

    def retranslate(self) -> None:
        """Says everything in the present language."""
        heads = (self.tr("One strength"), self.tr("One change"), self.tr("One behaviour to try"))
        for label, words in zip(self._heads, heads, strict=True):
            label.setText(words)
        hints = {
            "strength": self.tr("What worked, in the rep's own words"),
            "situation": self.tr("Situation: when it happened"),
            "behaviour": self.tr("Behaviour: what was said or done"),
            "effect": self.tr("Effect: what it did to the customer"),
            "plan": self.tr("What exactly to try in the next calls"),
        }
        for part, hint in hints.items():
            self._fields[part].setPlaceholderText(hint)
            self._fields[part].setAccessibleName(hint)
        self._target.setAccessibleName(self.tr("What is counted to see whether it helped"))
        self._fill_target()
        self._tries.setSuffix(self.tr(" tries"))
        self._tries.setAccessibleName(self.tr("How many tries"))
        self._due.setAccessibleName(self.tr("By when"))
        self._due.setLocale(ui_locale())
        self._due.setDisplayFormat("d. M. yyyy" if ui_locale().name().startswith("cs") else "d MMM yyyy")
        self._help.setText(self.tr("About the task, never about the person."))

    def changeEvent(self, event: QEvent) -> None:
        """Speaks the new language."""
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
