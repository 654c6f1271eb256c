"""What an edited workbook would change, as a table: the changes, then what is left out, then cells that cannot be taken."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from uuid import UUID

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QSize, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

from app.review.marks_back import MarkChange, TakingBack
from app.review.marks_back_words import bad_reason, change_words, mark_of
from app.ui.moments import day_words
from app.ui.review.take_back_scene import CallHead
from app.ui.review.taking_back import MOST_SHOWN
from app.ui.theme import Theme
from app.ui.words import ui_lang

_ROW = 34
_WIDTHS = (64, 124)
_PADDING = 8
"""Pixels (at 100 %) at each side of a cell, as the style sheet has it."""
_REASON = 2
"""Why a cell cannot be taken stands here, over all the columns that follow."""


class _Wrapping(QStyledItemDelegate):
    """Measures words in the room between the paddings of a cell, which Qt forgets when it breaks lines."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.padding = 0

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """As high as the words are in what room there is."""
        inner = QStyleOptionViewItem(option)
        inner.rect = option.rect.adjusted(0, 0, -2 * self.padding, 0)
        return super().sizeHint(inner, index)


class TakeBackTable(QTableWidget):
    """Only to read; arrows walk."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(0, 5, parent)
        self._found: TakingBack | None = None
        self._heads: Mapping[UUID, CallHead] = {}
        self.setShowGrid(False)
        self.setProperty("ruled", "true")
        self._wrapping = _Wrapping(self)
        self.setItemDelegate(self._wrapping)
        self.setWordWrap(True)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setTabKeyNavigation(False)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        head = self.horizontalHeader()
        head.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        head.setHighlightSections(False)
        for column in range(len(_WIDTHS), self.columnCount()):
            head.setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch)
        self.retranslate()

    def show_found(self, found: TakingBack | None, heads: Mapping[UUID, CallHead]) -> None:
        """Shows what was found."""
        if found is self._found and heads == self._heads:
            return
        self._found, self._heads = found, heads
        self._fill()

    def set_theme(self, theme: Theme) -> None:
        """Makes room for the text size."""
        self._wrapping.padding = theme.px(_PADDING)
        self.verticalHeader().setMinimumSectionSize(theme.px(_ROW))
        for place, width in enumerate(_WIDTHS):
            self.setColumnWidth(place, theme.px(width))

    def _fill(self) -> None:
        rows = list(self._rows(self._found)) if self._found is not None else []
        self.clearSpans()
        self.clearContents()
        self.setRowCount(len(rows))
        for place, row in enumerate(rows):
            if len(row) <= _REASON + 1:
                self.setSpan(place, _REASON, 1, self.columnCount() - _REASON)
            for column, words in enumerate(row):
                item = QTableWidgetItem(words)
                item.setToolTip(words)
                self.setItem(place, column, item)

    def _rows(self, found: TakingBack) -> Iterator[tuple[str, ...]]:
        lang = ui_lang()
        for one in found.changes[:MOST_SHOWN]:
            yield (one.cell, self.tr("Change"), *self._about(one, lang), change_words(one, lang))
        for one in found.conflicts[:MOST_SHOWN]:
            now = self.tr("here now: %1").replace("%1", mark_of(one.newest, one.card, lang))
            words = f"{change_words(one, lang)} ({now})"
            yield (one.cell, self.tr("Left out"), *self._about(one, lang), words)
        for bad in found.bad[:MOST_SHOWN]:
            yield (bad.cell, self.tr("Not taken"), bad_reason(bad, lang))

    def _about(self, one: MarkChange, lang: str) -> tuple[str, str]:
        head = self._heads.get(one.review.draft.call, CallHead("", None))
        day = day_words(head.started.astimezone()) if head.started is not None else ""
        call = " · ".join(part for part in (head.who, day) if part) or self.tr("erased call")
        return call, one.criterion.text.in_lang(lang)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Letters and Enter are the screen's."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) or (
            event.text().isprintable() and event.text()
        ):
            event.ignore()
            return
        super().keyPressEvent(event)

    def retranslate(self) -> None:
        """Says everything in the present language."""
        self.setHorizontalHeaderLabels(
            [
                self.tr("Cell"),
                self.tr("What happens"),
                self.tr("Call"),
                self.tr("Criterion"),
                self.tr("From → to"),
            ]
        )
        self.setAccessibleName(self.tr("What the file changes"))
        self._fill()

    def changeEvent(self, event: QEvent) -> None:
        """Speaks the new language."""
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
