"""The next step, agreed while the customer is still on the line: what, when, with whom."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from app.call.prompt import NextStep
from app.playbook.vocabulary import OUTCOMES
from app.ui.key_events import key_press
from app.ui.next_step.step_draft import StepDraft
from app.ui.next_step.when_draft import Now
from app.ui.next_step.when_field import WhenField
from app.ui.type_scale import RHYTHM, TextRole
from app.ui.widgets import FlowLayout, KeyButton, PlainLabel, ScrollColumn, Variant, WrappingLabel
from app.ui.words import ui_lang

_USUAL = ("callback", "meeting", "send_info", "offer", "trial")
"""Steps offered as buttons, by their outcome's name."""


class NextStepPanel(QWidget):
    """Lives over the lower half of the live window; ``begin`` opens it, ``agreed`` or ``closed`` ends it."""

    agreed = Signal(object)
    """The ``NextStep`` that Enter took."""
    closed = Signal()

    def __init__(self, now: Now, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._draft = StepDraft(now, ui_lang())
        self._title = PlainLabel(role=TextRole.HEADING, parent=self)
        self._when = WhenField(self)
        self._what, self._who = QLineEdit(self), QLineEdit(self)
        self._labels = [PlainLabel(role=TextRole.LABEL, parent=self) for _ in range(3)]
        self._usual = {code: KeyButton(parent=self) for code in _USUAL}
        self._problem = WrappingLabel(role=TextRole.ALARM, parent=self)
        self._take = KeyButton(variant=Variant.PRIMARY, parent=self)
        self._close = KeyButton(variant=Variant.PLAIN, parent=self)
        self._lay_out()
        self._when.typed.connect(self._type_when)
        self._when.moved.connect(self._move_when)
        self._when.day_picked.connect(self._pick_day)
        self._what.textEdited.connect(self._type_what)
        self._who.textEdited.connect(self._type_who)
        self._take.clicked.connect(self.take)
        self._close.clicked.connect(self.closed)
        for button in self._usual.values():
            button.clicked.connect(self._use)
        self.setFocusProxy(self._when)
        self._strip = False
        self.retranslate()

    def set_strip(self, *, strip: bool) -> None:
        """The strip has no height for a heading; the first field's name says what it is."""
        self._strip = strip
        self._title.setVisible(not strip)
        self.retranslate()

    def _lay_out(self) -> None:
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(RHYTHM)
        scroll = ScrollColumn(self)
        column = scroll.column
        column.addWidget(self._title)
        usual = QWidget(self)
        flow = FlowLayout(usual, gap=4)
        for button in self._usual.values():
            flow.addWidget(button)
        when, what, who = self._labels
        column.addWidget(when)
        column.addWidget(self._when)
        for label in (what, who):
            label.setContentsMargins(0, RHYTHM, 0, 0)
        for part in (what, self._what, usual, who, self._who):
            self._when.below.addWidget(part)
        column.addStretch(1)
        whole.addWidget(scroll, 1)
        whole.addWidget(self._problem)
        buttons = QWidget(self)
        row_of_buttons = FlowLayout(buttons)
        row_of_buttons.addWidget(self._take)
        row_of_buttons.addWidget(self._close)
        whole.addWidget(buttons)
        self.setTabOrder(self._when.edit, self._what)
        self.setTabOrder(self._what, self._who)
        self._problem.hide()

    def begin(self, step: NextStep, lead: str) -> None:
        """Opens with what was agreed so far; ``lead`` is the customer's name."""
        self._draft.begin(step, lead)
        self._show()
        self._when.edit.selectAll()  # other words are typed over those of before

    def take(self) -> None:
        """Enter: the step is agreed, unless the date is not understood."""
        step = self._draft.step()
        if step is not None:
            self.agreed.emit(step)
        elif self._draft.is_empty:
            self._complain(self.tr("Say when or what first, or close with Esc."))
        else:
            self._complain(
                self.tr("The date is not understood, or it is already past. Say it in other words.")
            )

    def _complain(self, sentence: str) -> None:
        self._problem.setText(sentence)
        self._problem.show()
        self._when.edit.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter agrees, Esc closes; other keys are text."""
        press = key_press(event)
        focus = self.focusWidget()
        if press is not None and press.chord == "Return" and isinstance(focus, KeyButton):
            focus.click()
        elif press is not None and press.chord == "Return":
            self.take()
        elif press is not None and press.chord == "Esc":
            self.closed.emit()
        else:
            super().keyPressEvent(event)

    def _type_when(self, words: str) -> None:
        self._draft.when.type(words)
        self._show()

    def _move_when(self, days: int) -> None:
        self._draft.when.move(days)
        self._show()

    def _pick_day(self, year: int, month: int, day: int) -> None:
        self._draft.when.pick_day(date(year, month, day))
        self._show()
        self._when.edit.setFocus()

    def _type_what(self, words: str) -> None:
        self._draft.what = words

    def _type_who(self, words: str) -> None:
        self._draft.who = words

    def _use(self) -> None:
        button = self.sender()
        if isinstance(button, KeyButton):
            self._draft.what = button.words()
            self._show()
            self._when.edit.setFocus()

    def _show(self) -> None:
        draft = self._draft
        found = draft.when.when
        self._problem.hide()
        self._when.show_when(
            draft.when.words,
            draft.when.understood,
            wrong=draft.when.is_wrong,
            examples=", ".join(draft.when.examples()),
            day=found.day if found is not None else None,
            today=draft.when.today,
        )
        for edit, text in ((self._what, draft.what), (self._who, draft.who)):
            if edit.text() != text:
                edit.setText(text)

    def changeEvent(self, event: QEvent) -> None:
        """Follows the language."""
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def retranslate(self) -> None:
        """Says everything in the present language."""
        self._draft.when.lang = ui_lang()
        self._title.setText(self.tr("Next step"))
        for label, words in zip(
            self._labels, (self.tr("When"), self.tr("What"), self.tr("Who")), strict=True
        ):
            label.setText(words)
        if self._strip:
            self._labels[0].setText(f"{self.tr('Next step')} · {self.tr('When')}")
        self._what.setAccessibleName(self.tr("What"))
        self._who.setAccessibleName(self.tr("Who"))
        for code, button in self._usual.items():
            button.set_words(OUTCOMES[code].label.in_lang(ui_lang()))
        self._take.set_words(self.tr("Agreed"), "⏎")
        self._close.set_words(self.tr("Close"), "Esc")
        self._show()
