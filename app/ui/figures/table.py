"""The table of a figure: the same numbers as the chart, for eyes, keys and readers."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableWidget, QTableWidgetItem, QWidget

from app.review.figure_words import cells, headings, named_columns, row_codes, short
from app.review.figures import Figure
from app.ui.theme import Theme
from app.ui.words import ui_locale

_ROW = 34
_WIDEST = 124
"""Pixels (at 100 %) that a column takes at most where there is no room for all words, so that the numbers stay in sight."""
_LETTERS = 44
"""Longer words are cut; the tooltip has them whole, with the code that the playbook has for them."""
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
        self._widest = _WIDEST
        self.setShowGrid(False)
        self.setWordWrap(False)
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
        self.clear()
        heads = headings(figure, lang) if figure is not None else ()
        rows = figure.rows if figure is not None else ()
        self.setColumnCount(len(heads))
        named = named_columns(figure) if figure is not None else frozenset()
        for column, head in enumerate(heads):
            self.setHorizontalHeaderItem(column, _item(head, named=column in named))
        self.setRowCount(len(rows))
        alike = len({row.group for row in rows}) == 1 and rows[0].group is not None
        for column in range(len(heads)):
            self.setColumnHidden(column, alike and column < _GROUP_COLUMNS)
        for place, row in enumerate(rows):
            assert figure is not None
            codes = row_codes(figure, row, lang)
            for column, words in enumerate(cells(figure, row, lang)):
                item = _item(short(words, _LETTERS), named=column in named)
                code = codes[column] if column < len(codes) else ""
                item.setToolTip("\n".join(part for part in (words, code) if part))
                self.setItem(place, column, item)
        self._fit_columns()

    def _fit_columns(self) -> None:
        """Lets words take the room that the numbers leave, the longest ones alike; what is spare is the first one's."""
        head = self.horizontalHeader()
        shown = [column for column in range(self.columnCount()) if not self.isColumnHidden(column)]
        wanted = {one: max(self.sizeHintForColumn(one), head.sectionSizeHint(one)) for one in shown}
        left, widest = self.viewport().width(), 0
        for place, width in enumerate(sorted(wanted.values())):
            widest = min(width, left // (len(wanted) - place))
            left -= widest
        widths = {one: min(width, max(self._widest, widest)) for one, width in wanted.items()}
        spare = self.viewport().width() - sum(widths.values())
        for place, (column, width) in enumerate(widths.items()):
            self.setColumnWidth(column, width + (max(0, spare) if place == 0 else 0))

    def _first_column(self) -> int:
        shown = (column for column in range(self.columnCount()) if not self.isColumnHidden(column))
        return next(shown, 0)

    def set_theme(self, theme: Theme) -> None:
        """Makes room for the text size."""
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setDefaultSectionSize(theme.px(_ROW))
        self._widest = theme.px(_WIDEST)
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


def _item(words: str, *, named: bool) -> QTableWidgetItem:
    """A cell or a heading: names at the left, numbers at the right, with their thousands apart."""
    item = QTableWidgetItem(ui_locale().toString(int(words)) if words.isdigit() and not named else words)
    side = Qt.AlignmentFlag.AlignLeft if named else Qt.AlignmentFlag.AlignRight
    item.setTextAlignment(side | Qt.AlignmentFlag.AlignVCenter)
    return item
