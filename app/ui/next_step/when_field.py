"""A field for date words, with what they are taken for under it and a calendar beside or below."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QLineEdit, QStyle, QVBoxLayout, QWidget

from app.ui.next_step.calendar import DayCalendar
from app.ui.theme import set_look
from app.ui.type_scale import RHYTHM, TextRole
from app.ui.widgets import KeyButton, Variant, WrappingLabel

_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1, Qt.Key.Key_PageUp: -7, Qt.Key.Key_PageDown: 7}


class WhenField(QWidget):
    """Holds no truth: says what was typed, picked or moved, and shows what it is told.

    What is put into ``below`` stands under the words, with the calendar beside it.
    """

    typed = Signal(str)
    day_picked = Signal(int, int, int)
    moved = Signal(int)
    entered = Signal()

    def __init__(self, parent: QWidget | None = None, *, with_calendar: bool = True) -> None:
        super().__init__(parent)
        self.edit = QLineEdit(self)
        self.edit.textEdited.connect(self.typed)
        self.edit.installEventFilter(self)
        self._understood = WrappingLabel(role=TextRole.BODY, parent=self)
        self._calendar = DayCalendar(self)
        self._calendar.day_picked.connect(self.day_picked)
        self._with_calendar, self._narrow, self._unfolded = with_calendar, False, False
        self._unfold = KeyButton(variant=Variant.QUIET, parent=self)
        self._unfold.clicked.connect(self._turn)
        words = QVBoxLayout()
        words.setContentsMargins(0, 0, 0, 0)
        words.setSpacing(4)
        words.addWidget(self.edit)
        words.addWidget(self._understood)
        words.addWidget(self._unfold, 0, Qt.AlignmentFlag.AlignLeft)
        self.below = QVBoxLayout()
        self.below.setSpacing(RHYTHM)
        words.addLayout(self.below)
        words.addStretch(1)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(2 * RHYTHM)
        self._row.addLayout(words, 1)
        self._row.addWidget(self._calendar, 0, Qt.AlignmentFlag.AlignTop)
        self.setFocusProxy(self.edit)
        self._arrange()
        self._state: tuple[str, str, bool, str] = ("", "", False, "")
        self.retranslate()

    def show_when(
        self, words: str, understood: str, *, wrong: bool, examples: str, day: date | None, today: date
    ) -> None:
        """Shows the words, what they are taken for (or that they are not understood), and the day on the calendar."""
        self._state = (words, understood, wrong, examples)
        if self.edit.text() != words:
            self.edit.setText(words)
        set_look(self.edit, "wrong", "true" if wrong else "false")
        self._calendar.show_day(day, today)
        self._say()

    def understood(self) -> str:
        """The words under the field."""
        return self._understood.whole_text()

    def retranslate(self) -> None:
        """Says everything in the present language."""
        self.edit.setAccessibleName(self.tr("When"))
        self._unfold.set_words(self.tr("Calendar"))
        self._say()

    def _say(self) -> None:
        _, understood, wrong, examples = self._state
        if understood:
            text, role = f"→ {understood}", TextRole.SAVED
        elif wrong:
            text = self.tr("Not understood, or already past. Try: %1").replace("%1", examples)
            role = TextRole.ALARM
        else:
            text, role = self.tr("In your own words: %1").replace("%1", examples), TextRole.NOTE
        self._understood.setText(text)
        self._understood.set_role(role)
        self.edit.setAccessibleDescription(text)

    def changeEvent(self, event: QEvent) -> None:
        """Follows the language."""
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The calendar stands beside where there is room; else it is folded away below."""
        self._narrow = self._is_narrow(event.size().width())
        self._arrange()
        super().resizeEvent(event)

    def _is_narrow(self, width: int) -> bool:
        """Widens again only past a scroll bar's breadth: the calendar may call for one, and would else come and go for ever."""
        wanted = self._calendar.sizeHint().width() * 2
        bar = self.style().pixelMetric(QStyle.PixelMetric.PM_ScrollBarExtent, None, self)
        return width < wanted + (2 * bar if self._narrow else 0)

    def _turn(self) -> None:
        self._unfolded = not self._unfolded
        self._arrange()
        if self._unfolded:
            self._calendar.setFocus()

    def _arrange(self) -> None:
        wanted = QBoxLayout.Direction.TopToBottom if self._narrow else QBoxLayout.Direction.LeftToRight
        if self._row.direction() != wanted:
            self._row.setDirection(wanted)
        self._unfold.setVisible(self._with_calendar and self._narrow)
        self._calendar.setVisible(self._with_calendar and (self._unfolded or not self._narrow))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Up and down move the day; the caret's arrival is told."""
        if event.type() is QEvent.Type.FocusIn:
            self.entered.emit()
        elif isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            step = _STEPS.get(Qt.Key(event.key()))
            if step is not None and event.modifiers() in (
                Qt.KeyboardModifier.NoModifier,
                Qt.KeyboardModifier.KeypadModifier,
            ):
                self.moved.emit(step)
                return True
        return super().eventFilter(watched, event)
