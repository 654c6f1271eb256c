"""The table of calls: rows that come by pages, two lines to a cell, outcomes as chips, sorted by a click on a heading."""

from __future__ import annotations

from datetime import datetime
from typing import Any, Protocol
from uuid import UUID

from PySide6.QtCore import (
    QAbstractTableModel,
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QContextMenuEvent, QFont, QFontMetrics, QKeyEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QMenu,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from app.call.ports import Clock
from app.call.summary import reason_label
from app.playbook.vocabulary import OUTCOMES, OutcomeGroup
from app.review.desk import DeskRow, SortBy
from app.review.scoring import Basis
from app.ui.moments import moment_words
from app.ui.review.retelling import outcome_words
from app.ui.theme import Theme
from app.ui.type_scale import TextRole
from app.ui.words import ui_lang

_Index = QModelIndex | QPersistentModelIndex
_SAID = frozenset(
    {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole}
)
COLUMNS = (SortBy.STARTED, SortBy.CUSTOMER, SortBy.OUTCOME, SortBy.SCORE)
_WHEN, _WHO, _OUTCOME, _SCORE = range(4)
_OUTCOME_WIDTH, _OUTCOME_MOST, _NAMES_WIDTH = 144, 210, 240
"""Pixels (at 100 %): outcomes grow from the first to the second number where names keep the third."""
_ROW = 50
_LOOKS = {
    OutcomeGroup.WON: "good",
    OutcomeGroup.CLOSED: "alarm",
    OutcomeGroup.OPEN: "mood",
}
_GOOD = frozenset({"meeting", "offer", "trial", "referred"})
"""Open ends that are steps forward."""


class RowSource(Protocol):
    """Where the rows come from; ``None`` while a row is on its way."""

    def row(self, place: int) -> DeskRow | None:
        """The row at ``place``."""


def outcome_look(code: str) -> str:
    """The token that an outcome's chip is coloured with; empty for the plain look."""
    if code in _GOOD:
        return "good"
    word = OUTCOMES.get(code)
    return _LOOKS.get(word.group, "") if word is not None else ""


class CallTableModel(QAbstractTableModel):
    """Asks for rows when they come into sight and for no others."""

    def __init__(self, source: RowSource, clock: Clock, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._source = source
        self._clock = clock
        self._shown = 0
        self._drafts: frozenset[UUID] = frozenset()

    def mark_drafts(self, calls: frozenset[UUID]) -> None:
        """These calls have a review that is not sent yet."""
        if calls != self._drafts:
            self._drafts = calls
            self.came(0, self._shown - 1)

    def renew(self, shown: int) -> None:
        """Every row is another one, and there are ``shown`` of them."""
        self.beginResetModel()
        self._shown = shown
        self.endResetModel()

    def came(self, first: int, last: int) -> None:
        """These rows can be shown now."""
        bottom = min(last, self._shown - 1)
        if bottom >= first:
            self.dataChanged.emit(self.index(first, 0), self.index(bottom, len(COLUMNS) - 1))

    def row_at(self, place: int) -> DeskRow | None:
        """The row at ``place``, asked for when it is not here."""
        return self._source.row(place)

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        """How many there are, as far as is known."""
        return 0 if parent.isValid() else self._shown

    def columnCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        """When, customer, outcome, score."""
        return 0 if parent.isValid() else len(COLUMNS)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """The headings."""
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole and section == _SCORE:
            return int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        return (self.tr("When"), self.tr("Customer"), self.tr("Outcome"), self.tr("Score"))[section]

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """A cell in words: two lines to look at, one to hear; both whole under the mouse, where they may be cut off."""
        if role not in _SAID:
            return None
        row = self.row_at(index.row())
        if row is None:
            return "…"
        first, second = self.cell(row, index.column())
        parts = [part for part in (first, second) if part]
        return (", " if role == Qt.ItemDataRole.AccessibleTextRole else "\n").join(parts)

    def cell(self, row: DeskRow, column: int) -> tuple[str, str]:
        """The two lines of a cell."""
        if column == _WHEN:
            return _when(row.started, self._clock.now())
        if column == _WHO:
            about = [row.rep_name or row.rep, row.source or row.playbook]
            if row.sample:
                about.append(self.tr("sample"))
            return row.who or row.company or "—", " · ".join(part for part in about if part)
        if column == _OUTCOME:
            reason = reason_label(row.reason, ui_lang()) if row.reason else ""
            outcome = outcome_words(row.outcome, ui_lang()) if row.outcome else self.tr("unfinished")
            return " · ".join(part for part in (outcome, reason) if part), ""
        score = (
            self.tr("draft") if row.call in self._drafts else "—" if row.score is None else f"{row.score:.0f}"
        )
        return score, " ".join(part for part in ("⚑" if row.flagged else "", self._basis_words(row)) if part)

    def _basis_words(self, row: DeskRow) -> str:
        """What the score rests on; nothing where there is none to rest."""
        if row.score is None or row.basis is None or self.has_draft(row):
            return ""
        return self.tr("heard") if row.basis is Basis.HEARD else self.tr("record")

    def has_draft(self, row: DeskRow) -> bool:
        """Whether the call has a review that is not sent yet."""
        return row.call in self._drafts


def _when(started: datetime, now: datetime) -> tuple[str, str]:
    """The time over the day, as in ``14:22`` over ``today``."""
    words = moment_words(started, now)
    day, _, time = words.rpartition(" ")
    return time, day


class _CellLooks(QStyledItemDelegate):
    """Draws a cell."""

    def __init__(self, model: CallTableModel, parent: QWidget) -> None:
        super().__init__(parent)
        self._model = model
        self.theme = Theme()
        self.chosen = -1
        self.opened = False

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        """Two lines high."""
        return QSize(super().sizeHint(option, index).width(), self.theme.px(_ROW))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Draws the cell with a rule under it."""
        theme, box = self.theme, QRectF(option.rect)
        row = self._model.row_at(index.row())
        painter.save()
        painter.fillRect(box, theme.colour("accent_tint" if index.row() == self.chosen else "panel"))
        painter.fillRect(QRectF(box.left(), box.bottom() - 1, box.width(), 1), theme.colour("line"))
        room = box.adjusted(theme.px(12), theme.px(6), -theme.px(4), -theme.px(6))
        if row is None:
            painter.setPen(theme.colour("muted"))
            painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, "…")
        elif index.column() == _OUTCOME:
            self._paint_chip(painter, room, self._model.cell(row, _OUTCOME)[0], outcome_look(row.outcome))
        elif index.column() == _SCORE:
            self._paint_score(painter, room, row)
        else:
            self._paint_lines(painter, room, self._model.cell(row, index.column()))
        painter.restore()

    def _font(self, role: TextRole) -> QFont:
        font = self.theme.font()
        font.setPixelSize(self.theme.size(role))
        return font

    def _paint_lines(self, painter: QPainter, room: QRectF, lines: tuple[str, str]) -> None:
        half = room.height() / 2
        top, bottom = QRectF(room), QRectF(room)
        top.setHeight(half)
        bottom.setTop(room.top() + half)
        for words, place, role, colour in (
            (lines[0], top, TextRole.FACT, "ink"),
            (lines[1], bottom, TextRole.NOTE, "muted"),
        ):
            painter.setFont(self._font(role))
            painter.setPen(self.theme.colour(colour))
            cut = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, int(place.width()))
            painter.drawText(place, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, cut)

    def _paint_chip(self, painter: QPainter, room: QRectF, words: str, look: str) -> None:
        theme = self.theme
        font = self._font(TextRole.NOTE)
        metrics = QFontMetrics(font)
        cut = metrics.elidedText(words, Qt.TextElideMode.ElideRight, int(room.width() - theme.px(14)))
        width = metrics.horizontalAdvance(cut) + theme.px(14)
        height = metrics.height() + theme.px(5)
        chip = QRectF(room.left(), room.center().y() - height / 2, width, height)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(theme.colour(f"{look}_tint" if look else "line"))
        painter.setBrush(theme.colour(f"{look}_tint" if look else "field"))
        painter.drawRoundedRect(chip, 5, 5)
        painter.setFont(font)
        painter.setPen(theme.colour(look or "soft"))
        painter.drawText(chip, Qt.AlignmentFlag.AlignCenter, cut)

    def _paint_score(self, painter: QPainter, room: QRectF, row: DeskRow) -> None:
        cell, draft = self._model.cell(row, _SCORE), self._model.has_draft(row)
        painter.setFont(self._font(TextRole.NOTE if draft else TextRole.BODY))
        painter.setPen(self.theme.colour("story" if draft else "ink"))
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        place, basis = room.adjusted(0, 0, -self.theme.px(8), 0), cell[1].removeprefix("⚑").strip()
        upper, lower = QRectF(place), QRectF(place)
        if basis:
            upper.setHeight(room.height() / 2)
            lower.setTop(upper.bottom())
        painter.drawText(upper, right, cell[0])
        painter.setFont(self._font(TextRole.NOTE))
        if basis:
            painter.setPen(self.theme.colour("muted"))
            painter.drawText(lower, right, basis)
        if row.flagged:
            painter.setPen(self.theme.colour("story"))
            painter.drawText(upper, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, "⚑")


class CallTable(QTableView):
    """Up and Down walk; Enter, or a click, opens. Headings sort."""

    opened = Signal(int)
    compare_wanted = Signal(int)
    sort_wanted = Signal(object)

    def __init__(self, source: RowSource, clock: Clock, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = CallTableModel(source, clock, self)
        self._looks = _CellLooks(self._model, self)
        self.setModel(self._model)
        self.setItemDelegate(self._looks)
        self.setProperty("desk_list", "true")
        self.setShowGrid(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        self.verticalHeader().hide()
        head = self.horizontalHeader()
        head.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        head.setSectionResizeMode(_WHO, QHeaderView.ResizeMode.Stretch)
        head.setSectionsClickable(True)
        head.setHighlightSections(False)
        head.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        head.sectionClicked.connect(self._head_clicked)
        self.clicked.connect(self._clicked)
        self.set_theme(Theme())
        self.retranslate()

    def renew(self, shown: int, chosen: int) -> None:
        """Shows other rows."""
        self._model.renew(shown)
        self.choose(chosen)

    def mark_drafts(self, calls: frozenset[UUID]) -> None:
        """These calls have a review that is not sent yet."""
        self._model.mark_drafts(calls)

    def came(self, first: int, last: int) -> None:
        """These rows can be shown now."""
        self._model.came(first, last)

    def choose(self, place: int) -> None:
        """Marks the opened call."""
        self._looks.chosen = place
        if 0 <= place < self._model.rowCount() and self.currentIndex().row() != place:
            self.setCurrentIndex(self._model.index(place, 0))
        self.viewport().update()

    def show_order(self, sort: SortBy, *, descending: bool) -> None:
        """Marks the heading that it is sorted by."""
        head = self.horizontalHeader()
        if sort in COLUMNS:
            order = Qt.SortOrder.DescendingOrder if descending else Qt.SortOrder.AscendingOrder
            head.setSortIndicator(COLUMNS.index(sort), order)
        head.setSortIndicatorShown(sort in COLUMNS)

    def set_theme(self, theme: Theme) -> None:
        """Draws in these colours and sizes."""
        self._looks.theme = theme
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setDefaultSectionSize(theme.px(_ROW))
        for column, width in ((_WHEN, 72), (_OUTCOME, _OUTCOME_WIDTH), (_SCORE, 76)):
            self.setColumnWidth(column, theme.px(width))
        self._share_room()
        self.viewport().update()

    def _share_room(self) -> None:
        """Gives outcomes with their reasons more room where there is plenty for names."""
        px = self._looks.theme.px
        rest = self.viewport().width() - px(_NAMES_WIDTH) - px(72) - px(76)
        self.setColumnWidth(_OUTCOME, max(px(_OUTCOME_WIDTH), min(px(_OUTCOME_MOST), rest)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Shares the room anew."""
        super().resizeEvent(event)
        self._share_room()

    def retranslate(self) -> None:
        """Says everything in the present language."""
        self.setAccessibleName(self.tr("Calls"))
        self._model.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(COLUMNS) - 1)
        self.viewport().update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens the row; Left and Right are the screen's."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            if self.currentIndex().isValid():
                self.opened.emit(self.currentIndex().row())
            return
        if event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right) or (
            event.text().isprintable() and event.text()
        ):
            event.ignore()
            return
        super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """What can be done with a row: from the mouse where it points, from the keyboard on the present row."""
        by_mouse = event.reason() is QContextMenuEvent.Reason.Mouse
        index = self.indexAt(event.pos()) if by_mouse else self.currentIndex()
        if not index.isValid():
            return
        self.setCurrentIndex(index)
        menu = self.row_menu(index.row())
        below = self.visualRect(index).bottomLeft()
        menu.popup(event.globalPos() if by_mouse else self.viewport().mapToGlobal(below))

    def row_menu(self, place: int) -> QMenu:
        """The menu of the row at ``place``; it goes by itself once it is closed."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(self.tr("Open the call")).triggered.connect(self._open_current)
        beside = menu.addAction(self.tr("Put it beside the open call"))
        beside.setEnabled(self._looks.opened and place != self._looks.chosen)
        beside.triggered.connect(self._compare_current)
        return menu

    def _open_current(self) -> None:
        self.opened.emit(self.currentIndex().row())

    def _compare_current(self) -> None:
        self.compare_wanted.emit(self.currentIndex().row())

    def note_open(self, *, opened: bool) -> None:
        """Whether a call is open, perhaps one that is out of sight here."""
        self._looks.opened = opened

    def _clicked(self, index: QModelIndex) -> None:
        self.opened.emit(index.row())

    def _head_clicked(self, column: int) -> None:
        self.sort_wanted.emit(COLUMNS[column])

    def changeEvent(self, event: QEvent) -> None:
        """Speaks the new language."""
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
