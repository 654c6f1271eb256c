"""A month to pick a day from, in the window's colours and language."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QDate, QEvent, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QIcon, QPalette, QTextCharFormat
from PySide6.QtWidgets import QCalendarWidget, QSizePolicy, QTableView, QToolButton, QWidget

from app.ui.words import ui_locale


class DayCalendar(QCalendarWidget):
    """Days from today on; arrows move, Enter or a click picks."""

    day_picked = Signal(int, int, int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        self.setHorizontalHeaderFormat(QCalendarWidget.HorizontalHeaderFormat.ShortDayNames)
        self.setGridVisible(False)
        self.setFirstDayOfWeek(Qt.DayOfWeek.Monday)
        self.setDateEditEnabled(False)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.clicked.connect(self._tell)
        self.activated.connect(self._tell)
        for name in (
            "qt_calendar_prevmonth",
            "qt_calendar_nextmonth",
            "qt_calendar_monthbutton",
            "qt_calendar_yearbutton",
        ):
            button = self.findChild(QToolButton, name)
            if button is not None:
                button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.retranslate()

    def show_day(self, day: date | None, today: date) -> None:
        """Turns to ``day`` (today when there is none) without telling anybody."""
        with QSignalBlocker(self):
            self.setMinimumDate(QDate(today.year, today.month, today.day))
            shown = day or today
            if self.selectedDate() != QDate(shown.year, shown.month, shown.day):
                self.setSelectedDate(QDate(shown.year, shown.month, shown.day))

    def changeEvent(self, event: QEvent) -> None:
        """Follows the theme and the language."""
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.StyleChange):
            self._colour()
        elif event.type() is QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def retranslate(self) -> None:
        """Says everything in the present language."""
        self.setLocale(ui_locale())
        self.setFirstDayOfWeek(Qt.DayOfWeek.Monday)
        name = self.tr("Calendar")
        self.setAccessibleName(name)
        table = self.findChild(QTableView)
        if table is not None:
            table.setAccessibleName(name)
        for button, words in (("prevmonth", self.tr("Previous month")), ("nextmonth", self.tr("Next month"))):
            found = self.findChild(QToolButton, f"qt_calendar_{button}")
            if found is not None:
                found.setAccessibleName(words)
                found.setToolTip(words)
                found.setIcon(QIcon())
                found.setText("‹" if button == "prevmonth" else "›")
        self._colour()

    def _colour(self) -> None:
        palette = self.palette()
        plain, header = QTextCharFormat(), QTextCharFormat()
        plain.setForeground(palette.brush(QPalette.ColorGroup.Active, QPalette.ColorRole.WindowText))
        header.setForeground(palette.brush(QPalette.ColorGroup.Active, QPalette.ColorRole.PlaceholderText))
        if self.headerTextFormat() != header:
            self.setHeaderTextFormat(header)
        for day in (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday):
            if self.weekdayTextFormat(day) != plain:
                self.setWeekdayTextFormat(day, plain)

    def _tell(self, day: QDate) -> None:
        self.day_picked.emit(day.year(), day.month(), day.day())
