"""The answering side of a question: its answers with their digits, a known answer to confirm, the customer's words."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from app.call.prompt import Option, Question
from app.ui.keys import OPTIONS, Action, KeyMap
from app.ui.live.action_button import ActionButton
from app.ui.live.key_field import KeyField
from app.ui.live.parts import Part, text_scale
from app.ui.type_scale import TextRole
from app.ui.widgets import PanelLook, PlainLabel, Variant, WrappingLabel
from app.ui.words import ui_lang

_TWO_COLUMNS_FROM = 340
_COLUMN_IN_STRIP = 150
_ROWS_IN_STRIP = 2
_STRIPPED_OPTIONS = 3
_GAP_IN_STRIP = 6


class QuestionCard(Part):
    """One question's answers, two abreast where there is room; three when the screen is stripped.

    Those are the first and the last ones: how to go on, and the ways out, which playbooks name last. The digits of the
    others go on working.
    """

    words_typed = Signal(str)
    words_entered = Signal()

    def __init__(self, keys: KeyMap, parent: QWidget | None = None) -> None:
        super().__init__(PanelLook.CARD, keys, parent)
        self._question: Question | None = None
        self._stripped = False
        self._columns = 2
        self._strip = self._slim = self._counted = False
        self._headed = True
        self.heading = WrappingLabel(role=TextRole.LABEL, parent=self)
        self.count = PlainLabel(role=TextRole.LABEL, parent=self)
        self.known = ActionButton(Action.DONE, keys, Variant.SELECTED, wrap=True, roomy=True, parent=self)
        self.options = [
            ActionButton(action, keys, cap_first=True, wrap=True, roomy=True, parent=self)
            for action in OPTIONS
        ]
        self._order = tuple(self.options)
        self.words = KeyField(self)
        self.words.typed.connect(self.words_typed)
        self.words.entered.connect(self.words_entered)
        self.adopt(self.known, *self.options)
        column = QVBoxLayout(self)
        self._grid = QGridLayout()
        column.addWidget(self.heading)
        column.addWidget(self.known)
        column.addLayout(self._grid)
        column.addWidget(self.words)
        self._column = column
        self._place_options()
        self.set_shape(slim=False, strip=False)
        self.retranslate()

    def set_shape(self, *, slim: bool, strip: bool, counted: bool = False, headed: bool = True) -> None:
        """Less air in narrow windows; in the strip no frame and no heading, for which ``count`` stands if ``counted``.

        Without ``headed`` the answers have the heading's room.
        """
        self._slim, self._strip, self._counted, self._headed = slim, strip, counted, headed and not strip
        self.set_look(PanelLook.PLAIN if strip else PanelLook.CARD)
        tight = slim and not headed
        air = (
            (0, 0, 0, 0) if strip else (6, 4, 6, 4) if tight else (12, 6, 12, 8) if slim else (18, 14, 18, 16)
        )
        self._column.setContentsMargins(*air)
        self._column.setSpacing(_GAP_IN_STRIP if strip or tight else 8 if slim else 10)
        self._grid.setSpacing(_GAP_IN_STRIP if strip or tight else 8)
        self._word()
        self._choose_columns()

    def show_question(self, question: Question | None, draft: str, *, stripped: bool) -> None:
        """Shows the answers; hidden when there is nothing to answer."""
        to_pick = question is not None and (bool(question.options) or not stripped)
        self.setVisible(to_pick)
        if question is None:
            self._question = None
            self.count.hide()
            return
        self.words.show_text(draft)
        if (question, stripped) == (self._question, self._stripped):
            return
        self._question, self._stripped = question, stripped
        self._show_options(question)
        self._word()
        self._choose_columns()

    def _show_options(self, question: Question) -> None:
        shown = _fewest(question.options) if self._stripped else question.options
        by_digit = {option.digit: option for option in shown}
        for digit, button in enumerate(self.options, start=1):
            option = by_digit.get(digit)
            if option is not None:
                button.say(option.label)
                button.set_variant(Variant.SELECTED if option.chosen else Variant.PLAIN)
            button.setVisible(option is not None)
        self.words.setVisible(question.free_text and not self._stripped)

    def retranslate(self) -> None:
        """Sets the words."""
        self._word()

    def _word(self) -> None:
        question = self._question
        if question is None:
            return
        heading = self.tr("Question %1 of %2").replace("%1", str(question.number))
        heading = heading.replace("%2", str(question.total))
        must = self.tr("must")
        for label in (self.heading, self.count):
            label.setText(f"{heading} · {must}" if question.must else heading)
        self.heading.setVisible(not self._stripped and self._headed)
        self.count.setVisible(not self._stripped and self._counted)
        if question.known is not None:
            self.known.say(self.tr("Known already: %1").replace("%1", question.known.value))
        self.known.setVisible(question.known is not None and not self._stripped)
        placeholder = (
            self.tr("In their words…") if question.options else self.tr("The answer in their words…")
        )
        name = self.tr("Answer in the customer's words")
        self.words.set_words(placeholder, self.keys.cap(Action.NOTE, ui_lang()), name)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """One column where two would squeeze the words."""
        super().resizeEvent(event)
        self._choose_columns()

    def _choose_columns(self) -> None:
        width, scale = self.width(), text_scale(self)
        columns = 2 if width >= _TWO_COLUMNS_FROM * scale else 1
        if self._strip and self._question is not None:
            wanted = -(-len(self._question.options) // _ROWS_IN_STRIP)
            columns = max(columns, min(wanted, int(width / (_COLUMN_IN_STRIP * scale))))
        order = self._in_order()
        if (columns, order) != (self._columns, self._order):
            self._columns, self._order = columns, order
            self._place_options()

    def minimumSizeHint(self) -> QSize:
        """Narrow windows get one column."""
        wanted = super().minimumSizeHint()
        return QSize(min(wanted.width(), 160), wanted.height())

    def _in_order(self) -> tuple[ActionButton, ...]:
        """By digit; where one between others is left out, those shown come first so that no place stays empty."""
        shown = [button for button in self.options if not button.isHidden()]
        if shown == self.options[: len(shown)]:
            return tuple(self.options)
        return (*shown, *(button for button in self.options if button.isHidden()))

    def _place_options(self) -> None:
        for button in self.options:
            self._grid.removeWidget(button)
        for place, button in enumerate(self._order):
            self._grid.addWidget(button, place // self._columns, place % self._columns, Qt.AlignmentFlag(0))
        for at in range(len(self.options)):
            self._grid.setColumnStretch(at, 1 if at < self._columns else 0)


def _fewest(options: tuple[Option, ...]) -> tuple[Option, ...]:
    if len(options) <= _STRIPPED_OPTIONS:
        return options
    return (options[0], *options[1 - _STRIPPED_OPTIONS :])
