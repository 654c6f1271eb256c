"""A list of calls printed into a PDF as its rows come, so that a long one needs no more memory than a page."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QMarginsF, QRectF, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QGuiApplication,
    QPageLayout,
    QPageSize,
    QPainter,
    QPdfWriter,
)

from app.review.out.view import PDF, made_whole
from app.review.printed import PRINTED, PrintedHead, printed_cells

if TYPE_CHECKING:
    from app.review.desk import DeskRow

Told = Callable[[int], None]
"""Told how many rows are written; may raise to stop the writing."""

_DOTS_PER_INCH = 150
_MARGIN_MM = 12.0
_TEXT_POINTS, _TITLE_POINTS = 7.0, 13.0
_GAP = 8.0
"""Dots between columns."""
_INK, _SOFT, _LINE = "#111111", "#555555", "#c8c8c8"


def write_table_pdf(path: Path, head: PrintedHead, rows: Iterable[DeskRow], told: Told | None = None) -> int:
    """Prints ``rows`` on pages of A4 across and returns how many; a file there before is replaced only when all went well.

    May run beside the main thread. Raises OSError when the file cannot be written, and what ``told`` raises.
    """
    with made_whole(path, (PDF,)) as part:
        part.open("wb").close()  # Qt tells nothing of a file that cannot be written
        writer = _writer(part, head.title)
        painter = QPainter()
        if not painter.begin(writer):
            raise OSError(part)
        try:
            return _Pages(writer, painter, head).write(rows, told)
        finally:
            painter.end()
            del writer  # closes the file, so that it can be given its name everywhere


def _writer(path: Path, title: str) -> QPdfWriter:
    writer = QPdfWriter(str(path))
    margins = QMarginsF(_MARGIN_MM, _MARGIN_MM, _MARGIN_MM, _MARGIN_MM)
    writer.setPageLayout(
        QPageLayout(
            QPageSize(QPageSize.PageSizeId.A4),
            QPageLayout.Orientation.Landscape,
            margins,
            QPageLayout.Unit.Millimeter,
        )
    )
    writer.setResolution(_DOTS_PER_INCH)
    writer.setTitle(title)
    return writer


@dataclass(frozen=True, slots=True)
class _Face:
    """A font with its measures on this paper."""

    font: QFont
    metrics: QFontMetricsF

    @classmethod
    def of(cls, writer: QPdfWriter, points: float, *, bold: bool = False) -> _Face:
        font = QFont(QGuiApplication.font())
        font.setPointSizeF(points)
        font.setBold(bold)
        return cls(font, QFontMetricsF(font, writer))

    @property
    def line(self) -> float:
        """Height of a row of text."""
        return self.metrics.height() * 1.25


class _Pages:
    """Lays rows under each other, begins pages, and repeats the header of the table on each."""

    def __init__(self, writer: QPdfWriter, painter: QPainter, head: PrintedHead) -> None:
        self._writer, self._painter, self._head = writer, painter, head
        self._text = _Face.of(writer, _TEXT_POINTS)
        self._bold = _Face.of(writer, _TEXT_POINTS, bold=True)
        self._title = _Face.of(writer, _TITLE_POINTS, bold=True)
        self._width, self._height = float(writer.width()), float(writer.height())
        self._columns = self._column_rects()
        self._bottom = self._height - self._text.line * 1.5
        self._y = 0.0
        self._page = 1

    def write(self, rows: Iterable[DeskRow], told: Told | None) -> int:
        """Draws everything; the last page is finished when there are no more rows."""
        self._heading()
        self._header()
        written = 0
        for row in rows:
            if self._y + self._text.line > self._bottom:
                self._next_page()
            self._row(printed_cells(row, self._head.lang), self._text, _INK)
            written += 1
            if told is not None:
                told(written)
        self._footer()
        return written

    def _column_rects(self) -> tuple[tuple[float, float], ...]:
        """Left edge and width of each column."""
        room = self._width - _GAP * (len(PRINTED) - 1)
        whole = sum(one.share for one in PRINTED)
        found, left = [], 0.0
        for one in PRINTED:
            width = room * one.share / whole
            found.append((left, width))
            left += width + _GAP
        return tuple(found)

    def _heading(self) -> None:
        self._words(self._head.title, self._title, _INK)
        for words in self._head.words:
            self._words(words, self._text, _SOFT)
        self._y += self._text.line

    def _words(self, words: str, face: _Face, colour: str) -> None:
        self._draw(QRectF(0, self._y, self._width, face.line), words, face, colour)
        self._y += face.line

    def _header(self) -> None:
        self._row([one.label.in_lang(self._head.lang) for one in PRINTED], self._bold, _INK)

    def _row(self, cells: Sequence[str], face: _Face, colour: str) -> None:
        for words, column, (left, width) in zip(cells, PRINTED, self._columns, strict=True):
            if words:
                self._draw(QRectF(left, self._y, width, face.line), words, face, colour, right=column.right)
        self._y += self._text.line
        self._painter.setPen(QColor(_LINE))
        self._painter.drawLine(0, round(self._y), round(self._width), round(self._y))

    def _draw(self, place: QRectF, words: str, face: _Face, colour: str, *, right: bool = False) -> None:
        side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
        flags = int(side | Qt.AlignmentFlag.AlignVCenter) | int(Qt.TextFlag.TextSingleLine)
        shown = face.metrics.elidedText(" ".join(words.split()), Qt.TextElideMode.ElideRight, place.width())
        self._painter.setFont(face.font)
        self._painter.setPen(QColor(colour))
        self._painter.drawText(place, flags, shown)

    def _next_page(self) -> None:
        self._footer()
        self._writer.newPage()
        self._page += 1
        self._y = 0.0
        self._header()

    def _footer(self) -> None:
        words = self._head.page(self._page, self._pages_in_all())
        place = QRectF(0, self._height - self._text.line, self._width, self._text.line)
        self._draw(place, words, self._text, _SOFT, right=True)

    def _pages_in_all(self) -> int:
        """How many pages the counted calls take; 0 where the count is only an estimate."""
        if not self._head.count.exact:
            return 0
        line = self._text.line
        top = self._title.line + line * (len(self._head.words) + 2)
        on_first, on_next = int((self._bottom - top) // line), int((self._bottom - line) // line)
        beyond = max(0, self._head.count.calls - on_first)
        return max(self._page, 1 + -(-beyond // on_next))
