"""The table of a figure: the same numbers as the chart, for eyes, keys and readers."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QModelIndex, QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableWidget, QTableWidgetItem, QWidget

from app.review.figure_words import cells, headings, named_columns, row_codes, short
from app.review.figures import Figure
from app.ui.theme import Theme
from app.ui.words import ui_locale

_ROW = 34
_LEAST = 96
"""Pixels (at 100 %) that a column of longer words takes at least."""
_APART = 12
"""Pixels (at 100 %) beside the words of a cell."""
_LETTERS = 44
"""Longer words are cut; the tooltip has them whole, with the code that the playbook has for them."""
_LINES_OF_CUT = 2
"""Words that are cut anyway take no more lines than these."""
_GROUP_COLUMNS = 2
"""Playbook and source come first; where all rows have the same, they stand over the table."""


class FigureTable(QTableWidget):
    """Up and Down walk; Enter, or a click, opens the calls behind the row."""

    opened = Signal(int)
    walked = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._figure: Figure | None = None
        self._lang = "en"
        self._heads: tuple[str, ...] = ()
        self._named: frozenset[int] = frozenset()
        self._lengths: list[list[int]] = []
        self._whole: list[int] = []
        self._fitting = False
        self._row, self._least, self._apart = _ROW, _LEAST, _APART
        self.setShowGrid(False)
        self.setWordWrap(True)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setTabKeyNavigation(False)
        self.setProperty("ruled", "true")
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().hide()
        head = self.horizontalHeader()
        head.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        head.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        head.setHighlightSections(False)
        self.clicked.connect(self._clicked)
        self.currentCellChanged.connect(self._walked)
        self.setMinimumSize(180, 120)
        self.retranslate()

    def show_figure(self, figure: Figure | None, row: int, lang: str) -> None:
        """Shows the rows of ``figure`` with one of them chosen."""
        blocked = self.blockSignals(True)  # noqa: FBT003 - Qt's own
        if (figure, lang) != (self._figure, self._lang):
            self._figure, self._lang = figure, lang
            self._fill(figure, lang)
        if self.currentRow() != row and 0 <= row < self.rowCount():
            self.setCurrentCell(row, self._first_column())
        self.blockSignals(blocked)

    def _fill(self, figure: Figure | None, lang: str) -> None:
        self._fitting = True
        self.clear()
        self._heads = headings(figure, lang) if figure is not None else ()
        rows = figure.rows if figure is not None else ()
        self.setColumnCount(len(self._heads))
        self._named = named = named_columns(figure) if figure is not None else frozenset()
        for column, head in enumerate(self._heads):
            self.setHorizontalHeaderItem(column, _sided(QTableWidgetItem(head), named=column in named))
        self.setRowCount(len(rows))
        alike = len({row.group for row in rows}) == 1 and rows[0].group is not None
        for column in range(len(self._heads)):
            self.setColumnHidden(column, alike and column < _GROUP_COLUMNS)
        for place, row in enumerate(rows):
            assert figure is not None
            codes = row_codes(figure, row, lang)
            for column, words in enumerate(cells(figure, row, lang)):
                item = _item(short(words, _LETTERS), named=column in named)
                code = codes[column] if column < len(codes) else ""
                item.setToolTip("\n".join(part for part in (words, code) if part))
                self.setItem(place, column, item)
        self._measure()
        self._fitting = False
        self._fit_columns()

    def _measure(self) -> None:
        """How wide the cells of each column are, all words of each on one line."""
        metrics = self.fontMetrics()
        self._lengths = [
            [metrics.horizontalAdvance(item.text()) if item is not None else 0 for item in column]
            for column in ([self.item(row, one) for row in range(self.rowCount())] for one in self._shown())
        ]

    def _shown(self) -> list[int]:
        return [column for column in range(self.columnCount()) if not self.isColumnHidden(column)]

    def _fit_columns(self) -> None:
        """Lets words take the room that the numbers leave, the longest ones alike; what is spare is the first one's.

        Where the room is small, headings over numbers take two lines, and then names do.
        """
        if self._fitting:
            return
        self._fitting = True  # headings in two lines, and tall rows, change the room
        shown, room = self._shown(), self.viewport().width()
        self._whole = wanted = self._wanted(shown, lines=1)
        if sum(wanted) > room:
            wanted = self._wanted(shown, lines=2)
        numbers = sum(width for column, width in zip(shown, wanted, strict=True) if column not in self._named)
        names = [width for column, width in zip(shown, wanted, strict=True) if column in self._named]
        most = max(self._least, _alike(names, room - numbers))
        widths = [
            min(width, most) if column in self._named else width
            for column, width in zip(shown, wanted, strict=True)
        ]
        spare = max(0, room - sum(widths))
        for place, (column, width) in enumerate(zip(shown, widths, strict=True)):
            self.setColumnWidth(column, width + (0 if place else spare))
        self._fit_rows(shown)
        self._fitting = False

    def whole_width(self) -> int:
        """Pixels in which everything has its room, all headings and names on one line."""
        bar = self.verticalScrollBar().sizeHint().width()
        return sum(self._whole) + bar + 2 * self.frameWidth()

    def _wanted(self, shown: Sequence[int], *, lines: int) -> list[int]:
        """How wide the columns would be, once the headings over numbers have taken so many lines."""
        head = self.horizontalHeader()
        for column in shown:
            item = self.horizontalHeaderItem(column)
            words = self._heads[column].replace(" ", "\n" if lines > 1 else " ", 1)
            if item is not None and column not in self._named and item.text() != words:
                item.setText(words)
        apart = 2 * self._apart
        return [
            max(head.sectionSizeHint(column), apart + max(lengths, default=0))
            for column, lengths in zip(shown, self._lengths, strict=True)
        ]

    def _fit_rows(self, shown: Sequence[int]) -> None:
        """Rows with words longer than their column take as many lines as those need."""
        usable = [self.columnWidth(column) - 2 * self._apart for column in shown]
        line = self.fontMetrics().lineSpacing()
        for row, lengths in enumerate(zip(*self._lengths, strict=True)):
            places = zip(shown, lengths, usable, strict=True)
            lines = max(
                (self._lines(row, column, width) for column, length, width in places if length > width),
                default=1,
            )
            height = self._row + line * (lines - 1)
            if self.rowHeight(row) != height:
                self.setRowHeight(row, height)

    def _lines(self, row: int, column: int, width: int) -> int:
        """How many lines the words of a cell take in so many pixels."""
        item, metrics = self.item(row, column), self.fontMetrics()
        words = item.text() if item is not None else ""
        if words.endswith("…"):
            return _LINES_OF_CUT
        taken = metrics.boundingRect(QRect(0, 0, max(1, width), 10_000), Qt.TextFlag.TextWordWrap, words)
        return max(1, round(taken.height() / metrics.lineSpacing()))

    def _first_column(self) -> int:
        shown = (column for column in range(self.columnCount()) if not self.isColumnHidden(column))
        return next(shown, 0)

    def set_theme(self, theme: Theme) -> None:
        """Makes room for the text size."""
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self._row, self._least, self._apart = theme.px(_ROW), theme.px(_LEAST), theme.px(_APART)
        self.verticalHeader().setDefaultSectionSize(self._row)
        self._measure()
        self._fit_columns()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fits the columns to the room."""
        super().resizeEvent(event)
        self._fit_columns()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens the row; letters are the screen's."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            if self.currentRow() >= 0:
                self.opened.emit(self.currentRow())
            return
        if event.text().isprintable() and event.text():
            event.ignore()
            return
        super().keyPressEvent(event)

    def _clicked(self, index: QModelIndex) -> None:
        self.opened.emit(index.row())

    def _walked(self, row: int, _column: int, before: int, _before_column: int) -> None:
        if row != before and row >= 0:
            self.walked.emit(row)

    def retranslate(self) -> None:
        """Says everything in the present language."""
        self.setAccessibleName(self.tr("The figure as a table"))
        self.setToolTip(self.tr("Enter or a click leads to the calls behind a row"))

    def changeEvent(self, event: QEvent) -> None:
        """Speaks the new language."""
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)


def _alike(widths: Sequence[int], room: int) -> int:
    """The most that each of ``widths`` may take so that all of them have ``room``: the shorter ones stay whole."""
    most = max(0, room)
    for place, width in enumerate(sorted(widths)):
        most = room // (len(widths) - place)
        if width > most:
            break
        room -= width
        most = width
    return most


def _item(words: str, *, named: bool) -> QTableWidgetItem:
    """A cell: names at the left, numbers at the right, with their thousands apart and on one line."""
    if not named:
        words = ui_locale().toString(int(words)) if words.isdigit() else words.replace(" ", "\u00a0")
    return _sided(QTableWidgetItem(words), named=named)


def _sided(item: QTableWidgetItem, *, named: bool) -> QTableWidgetItem:
    """A cell or a heading: names at the left, numbers at the right."""
    side = Qt.AlignmentFlag.AlignLeft if named else Qt.AlignmentFlag.AlignRight
    item.setTextAlignment(side | Qt.AlignmentFlag.AlignVCenter)
    return item
