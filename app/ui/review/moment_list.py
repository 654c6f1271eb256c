"""The list of moments: time, a dot by kind, words with the weighty part in bold, and a softer second line."""

from __future__ import annotations

from html import escape
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QPointF,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QPainter, QResizeEvent, QTextDocument
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from app.ui.moments import clock_words
from app.ui.review.retelling import Moment, Sort
from app.ui.theme import Theme
from app.ui.type_scale import TextRole

_Index = QModelIndex | QPersistentModelIndex
_TIME, _DOT, _WORDS, _PAD = 60, 80, 100, 7
_DOT_COLOURS = {
    Sort.OBJECTION: "alarm",
    Sort.MOOD: "mood",
    Sort.FLAG: "story",
    Sort.STORY: "story",
    Sort.NOTE: "do",
    Sort.OWN_WORDS: "do",
    Sort.STEP: "good",
    Sort.READ: "good",
    Sort.OUTCOME: "ink",
    Sort.END: "ink",
}


class MomentModel(QAbstractListModel):
    """The moments as Qt wants them; readers hear the whole row."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.moments: tuple[Moment, ...] = ()

    def show_moments(self, moments: tuple[Moment, ...]) -> None:
        """Shows other moments."""
        self.beginResetModel()
        self.moments = moments
        self.endResetModel()

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        """How many there are."""
        return 0 if parent.isValid() else len(self.moments)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The words of a row."""
        if not index.isValid() or index.row() >= len(self.moments):
            return None
        moment = self.moments[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return moment.words
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{clock_words(moment.at)}, {moment.words}"
        return None


class _MomentLooks(QStyledItemDelegate):
    """Draws a row."""

    def __init__(self, model: MomentModel, parent: QListView) -> None:
        super().__init__(parent)
        self._model = model
        self._list = parent
        self.theme = Theme()
        self.chosen = -1

    def _document(self, moment: Moment, width: float) -> QTextDocument:
        colours = self.theme.colours
        document = QTextDocument()
        font = self.theme.font()
        font.setPixelSize(self.theme.size(TextRole.FACT))
        document.setDefaultFont(font)
        document.setDocumentMargin(0)
        head = f"{escape(moment.lead)}<b>{escape(moment.strong)}</b>{escape(moment.tail)}"
        if moment.taken_back:
            head = f"<s>{head}</s>"
        quiet = moment.sort is Sort.LINE or moment.taken_back
        detail = f'<div style="color:{colours.soft}">{escape(moment.detail)}</div>' if moment.detail else ""
        if moment.sort is Sort.COMMENT:
            head = f"<b>{escape(moment.strong)}</b> · {escape(clock_words(moment.at))}"
            detail = f"<div>{escape(moment.detail)}</div>"
        document.setHtml(f'<div style="color:{colours.soft if quiet else colours.ink}">{head}</div>{detail}')
        document.setTextWidth(max(40.0, width))
        return document

    def _room(self, moment: Moment) -> float:
        """How wide the words may run."""
        left = self.theme.px(_WORDS) + (self.theme.px(10) if moment.sort is Sort.COMMENT else 0)
        return self._list.viewport().width() - left - self.theme.px(18)

    def sizeHint(self, _: QStyleOptionViewItem, index: _Index) -> QSize:
        """As high as the words are at this width."""
        moment = self._model.moments[index.row()]
        pad = _PAD * 2 if moment.sort is Sort.COMMENT else _PAD
        height = self._document(moment, self._room(moment)).size().height() + 2 * self.theme.px(pad)
        return QSize(self._list.viewport().width(), max(32, round(height)))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Draws the row."""
        moment = self._model.moments[index.row()]
        theme, box = self.theme, QRectF(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if index.row() == self.chosen:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour("accent_tint"))
            painter.drawRoundedRect(box.adjusted(2, 1, -2, -1), 8, 8)
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(theme.colour("focus"))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(box.adjusted(2, 1, -2, -1), 8, 8)
        if moment.sort is Sort.COMMENT:
            self._paint_comment(painter, box, moment)
        else:
            self._paint_row(painter, box, moment)
        painter.restore()

    def _paint_row(self, painter: QPainter, box: QRectF, moment: Moment) -> None:
        theme = self.theme
        font = theme.font()
        font.setPixelSize(theme.size(TextRole.FACT))
        painter.setFont(font)
        painter.setPen(theme.colour("muted"))
        top = box.top() + theme.px(_PAD)
        line = painter.fontMetrics().height()
        times = QRectF(box.left(), top, theme.px(_TIME), line)
        painter.drawText(
            times, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop, clock_words(moment.at)
        )
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour(_DOT_COLOURS.get(moment.sort, "muted")))
        radius = theme.px(5 if moment.sort is not Sort.LINE else 3)
        painter.drawEllipse(QPointF(box.left() + theme.px(_DOT), top + line / 2), radius, radius)
        painter.translate(box.left() + theme.px(_WORDS), top)
        self._document(moment, self._room(moment)).drawContents(painter)

    def _paint_comment(self, painter: QPainter, box: QRectF, moment: Moment) -> None:
        theme = self.theme
        left = theme.px(_WORDS) - theme.px(10)
        card = box.adjusted(left, theme.px(4), -theme.px(10), -theme.px(4))
        painter.setPen(theme.colour("line"))
        painter.setBrush(theme.colour("panel"))
        painter.drawRoundedRect(card, 10, 10)
        painter.translate(card.left() + theme.px(12), box.top() + theme.px(_PAD * 2))
        self._document(moment, self._room(moment)).drawContents(painter)


class MomentList(QListView):
    """Shows moments; the arrow keys Up and Down walk, and the one walked to is chosen."""

    chosen = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = MomentModel(self)
        self.setModel(self._model)
        self._looks = _MomentLooks(self._model, self)
        self.setItemDelegate(self._looks)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setProperty("plain_list", "true")
        self.clicked.connect(self._clicked)

    def show_moments(self, moments: tuple[Moment, ...], chosen: int) -> None:
        """Shows moments with one of them chosen (-1: none yet)."""
        if moments != self._model.moments:
            self._model.show_moments(moments)
        self._looks.chosen = chosen
        if 0 <= chosen < len(moments):
            index = self._model.index(chosen)
            if self.currentIndex().row() != chosen:
                self.setCurrentIndex(index)
            self.scrollTo(index)
        self.viewport().update()

    def set_theme(self, theme: Theme) -> None:
        """Draws in these colours and sizes."""
        self._looks.theme = theme
        self.scheduleDelayedItemsLayout()
        self.viewport().update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Up and Down choose; all else is the screen's."""
        steps = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
        step = steps.get(Qt.Key(event.key()))
        if step is None:
            event.ignore()
            return
        place = max(0, min(len(self._model.moments) - 1, self._looks.chosen + step))
        if self._model.moments:
            self.chosen.emit(place)

    def _clicked(self, index: QModelIndex) -> None:
        self.chosen.emit(index.row())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Rows are as high as their words at the new width."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.scheduleDelayedItemsLayout()
        if 0 <= self._looks.chosen < self._model.rowCount():
            self.scrollTo(self._model.index(self._looks.chosen))
