"""Draws a figure: shares with their ranges, weeks as stacks, quartiles, or a matrix. The table beside says the same."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

import pyqtgraph as pg
from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetrics,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.review.figure_words import (
    amount,
    cells,
    code_words,
    headings,
    short,
    short_row_name,
    tier_words,
)
from app.review.figures import CodeKind, Figure, FigureRow, Shape
from app.review.percents import percent
from app.ui.figures.plot import Plot
from app.ui.theme import Theme
from app.ui.type_scale import TextRole
from app.ui.widgets import FlowLayout, PlainLabel

MOST_BARS = 18
"""More bars than this are not drawn at once, nor more than have room; the chart moves with the chosen row."""
_LEAST_BARS = 3
_UNDER = 48
"""Pixels (at 100 %) that the lower axis takes."""
_TICK = 10
"""Pixels (at 100 %) between the lower axis and its words, and under them."""
_NAME_LETTERS, _FEWER_LETTERS = 24, 20
_NARROW = 300
"""Narrower than this (pixels at 100 %) names leave more of the chart to the bars."""
_SCALES = (0.2, 0.4, 1.0)
"""Shares are drawn from zero to one of these."""
_PERCENTS = [(part / 4, f"{25 * part} %") for part in range(5)]
_TIER_COLOURS = {"not_reached": "edge", "open": "do", "won": "good", "closed": "alarm"}
_STEPS = (1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 14400)
MOST_DATES = 5
"""As many dates as stand beside each other at double text in the narrowest chart."""


class FigureChart(QWidget):
    """Up and Down walk through the rows, Enter or a click opens one."""

    opened = Signal(int)
    moved = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._theme = Theme()
        self._figure: Figure | None = None
        self._row = 0
        self._lang = "en"
        self._first, self._bars = 0, MOST_BARS
        self._plot = Plot()
        self._plot.clicked.connect(self._clicked)
        self._legend = ChartLegend()
        column = QVBoxLayout(self)
        column.setContentsMargins(3, 3, 3, 3)
        column.setSpacing(4)
        column.addWidget(self._legend)
        column.addWidget(self._plot.widget, 1)
        self.setMinimumSize(180, 160)

    def set_theme(self, theme: Theme) -> None:
        """Draws in these colours and sizes."""
        self._theme = theme
        self._draw()

    def show_figure(self, figure: Figure | None, row: int, lang: str) -> None:
        """Draws ``figure`` with the row that is looked at marked."""
        if (figure, row, lang) == (self._figure, self._row, self._lang):
            return
        self._figure, self._row, self._lang = figure, row, lang
        self._draw()

    # --- drawing ---

    def _draw(self) -> None:
        theme, figure = self._theme, self._figure
        self._legend.show_parts(self._legend_parts(figure), theme)
        self._plot.clear(
            theme.colour("panel"), theme.colour("edge"), theme.colour("soft"), self._font(TextRole.NOTE)
        )
        if figure is None or not figure.rows:
            self.setAccessibleDescription("")
            return
        drawn = {
            Shape.SHARES: self._draw_shares,
            Shape.SPREAD: self._draw_spread,
            Shape.STACK: self._draw_stack,
            Shape.MATRIX: self._draw_matrix,
        }
        drawn[figure.shape](figure)
        self._describe(figure)

    def _font(self, role: TextRole) -> QFont:
        font = QFont(self._theme.font())
        font.setPixelSize(self._theme.size(role))
        return font

    def _legend_parts(self, figure: Figure | None) -> list[tuple[str, str]]:
        """Words and colours of what the stacks are made of, lowest first."""
        if figure is None or figure.shape is not Shape.STACK:
            return []
        return [(tier_words(tier, self._lang), _TIER_COLOURS.get(tier, "mood")) for tier in _axis(figure, 1)]

    def _window(self, figure: Figure) -> Sequence[FigureRow]:
        """The rows that are drawn: those around the chosen one."""
        line = self._theme.size(TextRole.NOTE) * 1.7
        room = int((self._plot.widget.height() - self._theme.px(_UNDER)) / line)
        self._bars = bars = max(_LEAST_BARS, min(MOST_BARS, room))
        last = max(0, len(figure.rows) - bars)
        self._first = min(last, self._row - self._row % bars)
        return figure.rows[self._first : self._first + bars]

    def _name_rows(self, figure: Figure, rows: Sequence[FigureRow], most: float) -> None:
        names = self._row_names(figure, rows)
        self._plot.set_left(list(enumerate(names)), self._width_of(names))
        self._plot.set_range((0, 1.06 * most), (-0.6, max(len(rows), 4) - 0.4), downwards=True)

    def _row_names(self, figure: Figure, rows: Sequence[FigureRow]) -> list[str]:
        letters = _NAME_LETTERS if self.width() >= self._theme.px(_NARROW) else _FEWER_LETTERS
        return [short_row_name(figure, row, self._lang, letters) for row in rows]

    def _name_below(self, ticks: Sequence[tuple[float, str]], *, to_the_end: bool = False) -> None:
        """Writes the words under the lower axis, and gives them the lines that they take.

        ``to_the_end``: the last word stands under the end of the axis and needs room beyond it.
        """
        lines = max((name.count("\n") + 1 for _, name in ticks), default=1)
        metrics = QFontMetrics(self._font(TextRole.NOTE))
        beyond = metrics.horizontalAdvance(ticks[-1][1]) * 2 // 3 if to_the_end and ticks else 0
        self._plot.set_below(ticks, lines * metrics.lineSpacing() + self._theme.px(_TICK), beyond)

    def _apart(self, ticks: Sequence[tuple[float, str]], names: Sequence[str]) -> Sequence[tuple[float, str]]:
        """Of evenly spaced numbers all, or every second or fourth one where they would touch beside ``names``."""
        metrics = QFontMetrics(self._font(TextRole.NOTE))
        widest = max(metrics.horizontalAdvance(words) for _, words in ticks)
        room = self._plot.widget.width() - self._width_of(names) - self._theme.px(_TICK) - widest
        each = widest + metrics.averageCharWidth()
        return next(
            (ticks[::step] for step in (1, 2) if each * len(ticks[::step]) <= room + widest), ticks[::4]
        )

    def _width_of(self, names: Sequence[str]) -> int:
        metrics = QFontMetrics(self._font(TextRole.NOTE))
        return max(map(metrics.horizontalAdvance, names), default=1) + self._theme.px(_TICK) + 8

    def _pen(self, token: str, width: float = 1.0) -> QPen:
        pen = QPen(self._theme.colour(token), self._theme.px(width))
        pen.setCosmetic(True)
        return pen

    def _draw_shares(self, figure: Figure) -> None:
        rows = self._window(figure)
        values = [row.share.value if row.share is not None else 0.0 for row in rows]
        chosen = self._row - self._first
        brushes = [self._theme.colour("accent" if at == chosen else "do_bar") for at in range(len(rows))]
        self._plot.add(
            pg.BarGraphItem(
                x0=[0] * len(rows),
                x1=values,
                y=list(range(len(rows))),
                height=0.56,
                brushes=brushes,
                pen=self._pen("panel"),
            )
        )
        for at, row in enumerate(rows):
            if row.share is not None:
                self._whisker(row.share.low, row.share.high, at)
            if row.steadied is not None:
                self._plot.add(self._dot(row.steadied, at, "mood"))
        highest = max((row.share.high for row in rows if row.share is not None), default=1.0)
        most = next(one for one in _SCALES if one >= highest)
        self._name_rows(figure, rows, most)
        shares = [(most * part / 4, percent(most * part / 4, self._lang)) for part in range(5)]
        self._name_below(self._apart(shares, self._row_names(figure, rows)), to_the_end=True)

    def _whisker(self, low: float, high: float, at: float) -> None:
        pen = self._pen("ink", 1.5)
        self._plot.add(pg.PlotDataItem([low, high], [at, at], pen=pen))
        for end in (low, high):
            self._plot.add(pg.PlotDataItem([end, end], [at - 0.14, at + 0.14], pen=pen))

    def _dot(self, x: float, y: float, token: str) -> Any:
        colour = self._theme.colour(token)
        return pg.ScatterPlotItem(
            [x], [y], size=self._theme.px(8), symbol="d", brush=colour, pen=self._pen("panel")
        )

    def _draw_spread(self, figure: Figure) -> None:
        rows = self._window(figure)
        longest = (
            max(
                (
                    max(row.quartiles.high, row.quartiles.likely[1])
                    for row in rows
                    if row.quartiles is not None
                ),
                default=1.0,
            )
            or 1.0
        )
        for at, row in enumerate(rows):
            middle = row.quartiles
            if middle is None:
                continue
            token = "accent" if at == self._row - self._first else "do_bar"
            bar = pg.BarGraphItem(
                x0=[middle.low],
                x1=[max(middle.high, middle.low + longest / 300)],
                y=[at],
                height=0.5,
                brush=self._theme.colour(token),
                pen=self._pen("panel"),
            )
            self._plot.add(bar)
            self._whisker(*middle.likely, at)
            pen = self._pen("ink", 2.5)
            self._plot.add(pg.PlotDataItem([middle.median] * 2, [at - 0.34, at + 0.34], pen=pen))
        self._name_rows(figure, rows, longest)
        apart = round_step(longest)
        steps = [apart * part for part in range(5) if apart * part <= longest]
        times = [(step, amount(figure, step, self._lang)) for step in steps]
        self._name_below(self._apart(times, self._row_names(figure, rows)), to_the_end=True)

    def _draw_stack(self, figure: Figure) -> None:
        weeks = list(dict.fromkeys(row.codes[0] for row in figure.rows))
        top = dict.fromkeys(weeks, 0.0)
        for at, row in enumerate(figure.rows):
            value = row.share.value if row.share is not None else 0.0
            week, tier = row.codes
            self._plot.add(
                pg.BarGraphItem(
                    x=[weeks.index(week)],
                    y0=[top[week]],
                    height=[value],
                    width=0.86,
                    brush=self._theme.colour(_TIER_COLOURS.get(tier, "mood")),
                    pen=self._pen("ink", 3) if at == self._row else self._pen("panel"),
                )
            )
            top[week] += value
        self._name_below([(at, self._day(weeks[at])) for at in named_places(len(weeks))])
        self._plot.set_left(_PERCENTS, self._width_of(["100 %"]))
        self._plot.set_range((-0.6, len(weeks) - 0.4), (0, 1.02), downwards=False)

    def _day(self, week: str) -> str:
        day = date.fromisoformat(week)
        return f"{day.day}. {day.month}." if self._lang == "cs" else f"{day.day} {day:%b}"

    def _draw_matrix(self, figure: Figure) -> None:
        starts, ends = _axis(figure, 0), _axis(figure, 1)
        for at, row in enumerate(figure.rows):
            value = row.share.value if row.share is not None else 0.0
            x, y = ends.index(row.codes[1]), starts.index(row.codes[0])
            fill = QColor(self._theme.colour("accent"))
            fill.setAlphaF(0.08 + 0.52 * value)
            cell = pg.BarGraphItem(
                x=[x],
                y0=[y - 0.45],
                height=[0.9],
                width=0.92,
                brush=fill,
                pen=self._pen("ink", 2.5) if at == self._row else self._pen("panel"),
            )
            self._plot.add(cell)
            words = pg.TextItem(
                percent(value, self._lang), color=self._theme.colour("ink"), anchor=(0.5, 0.5)
            )
            words.setFont(self._font(TextRole.NOTE))
            words.setPos(x, y)
            self._plot.add(words)
        names = [short(code_words(CodeKind.MOOD_START, one, self._lang), _NAME_LETTERS) for one in starts]
        self._plot.set_left(list(enumerate(names)), self._width_of(names))
        self._name_below(list(enumerate(self._ends(figure, self._width_of(names)))))
        self._plot.set_range((-0.5, len(ends) - 0.5), (-0.5, len(starts) - 0.5), downwards=True)

    def _ends(self, figure: Figure, left: int) -> list[str]:
        """The words under the columns of a matrix, every other one a line lower where they would touch."""
        words = [code_words(CodeKind.MOOD_END, one, self._lang) for one in _axis(figure, 1)]
        metrics = QFontMetrics(self._font(TextRole.NOTE))
        widest = max(map(metrics.horizontalAdvance, words)) + metrics.averageCharWidth()
        touching = widest * len(words) > self._plot.widget.width() - left
        return [f"\n{one}" if touching and place % 2 else one for place, one in enumerate(words)]

    def _describe(self, figure: Figure) -> None:
        if not 0 <= self._row < len(figure.rows):
            return
        said = cells(figure, figure.rows[self._row], self._lang)
        pairs = zip(headings(figure, self._lang), said, strict=True)
        self.setAccessibleDescription(", ".join(f"{head} {words}" for head, words in pairs if words))

    # --- pressing ---

    def row_at(self, x: float, y: float) -> int | None:
        """The row drawn at these values of the axes."""
        figure = self._figure
        if figure is None or not figure.rows:
            return None
        if figure.shape in (Shape.SHARES, Shape.SPREAD):
            place = self._first + round(y)
            return place if 0 <= round(y) < self._bars and place < len(figure.rows) else None
        if figure.shape is Shape.MATRIX:
            starts, ends = _axis(figure, 0), _axis(figure, 1)
            codes = _at(starts, round(y)), _at(ends, round(x))
            return next((at for at, row in enumerate(figure.rows) if row.codes == codes), None)
        week = _at(list(dict.fromkeys(row.codes[0] for row in figure.rows)), round(x))
        top = 0.0
        for at, row in enumerate(figure.rows):
            if row.codes[0] == week and row.share is not None:
                top += row.share.value
                if 0 <= y <= top:
                    return at
        return None

    def _clicked(self, event: Any) -> None:
        if event.button() is not Qt.MouseButton.LeftButton:
            return
        point = self._plot.value_at(event.scenePos())
        row = self.row_at(point.x(), point.y())
        if row is not None:
            self.opened.emit(row)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows walk through the rows, Enter opens."""
        by = {Qt.Key.Key_Up: -1, Qt.Key.Key_Left: -1, Qt.Key.Key_Down: 1, Qt.Key.Key_Right: 1}.get(
            Qt.Key(event.key())
        )
        if by is not None:
            self.moved.emit(by)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.opened.emit(self._row)
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """As many bars as have room."""
        super().resizeEvent(event)
        if event.size() != event.oldSize():
            self._draw()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Takes the focus."""
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        super().mousePressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """A ring around it while the keys are its own."""
        super().paintEvent(event)
        if self.hasFocus():
            painter = QPainter(self)
            painter.setPen(self._pen("focus", 2))
            painter.drawRoundedRect(self.rect().adjusted(1, 1, -2, -2), 6, 6)


class ChartLegend(QWidget):
    """Coloured squares with their words."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._flow = FlowLayout(self, gap=12)
        self._parts: list[tuple[QWidget, Swatch, PlainLabel]] = []
        self.hide()

    def show_parts(self, parts: Sequence[tuple[str, str]], theme: Theme) -> None:
        """Shows these words with their colours."""
        while len(self._parts) < len(parts):
            pair, square, label = QWidget(self), Swatch(), PlainLabel(role=TextRole.NOTE)
            row = QHBoxLayout(pair)
            row.setContentsMargins(0, 0, 0, 0)
            row.setSpacing(6)
            row.addWidget(square)
            row.addWidget(label)
            self._flow.addWidget(pair)
            self._parts.append((pair, square, label))
        for place, (pair, square, label) in enumerate(self._parts):
            pair.setVisible(place < len(parts))
            if place < len(parts):
                label.setText(parts[place][0])
                square.set_colour(theme.colour(parts[place][1]), theme.px(12))
        self.setVisible(bool(parts))


class Swatch(QWidget):
    """A square in one colour."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._colour = QColor()

    def set_colour(self, colour: QColor, size: int) -> None:
        """Takes another colour and size."""
        self._colour = colour
        self.setFixedSize(size, size)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Fills itself."""
        super().paintEvent(event)
        QPainter(self).fillRect(self.rect(), self._colour)


def _axis(figure: Figure, place: int) -> list[str]:
    return list(dict.fromkeys(row.codes[place] for row in figure.rows))


def _at(names: Sequence[str], place: int) -> str:
    return names[place] if 0 <= place < len(names) else ""


def named_places(count: int) -> tuple[int, ...]:
    """Which of ``count`` weeks in a row are named under their bars: the first, the last, and others between them.

    They are evenly spaced but for the last, which has more room, so that no two dates touch.
    """
    step = max(1, -(-count // MOST_DATES))
    return (*range(0, count - step, step), count - 1) if count else ()


def round_step(longest: float) -> float:
    """How far apart the times under an axis stand: a step that people count in, for at most four of them.

    ``longest`` is what the axis goes to, in the unit of the figure, seconds or minutes; sixty is the next unit of both.
    """
    return next((float(step) for step in _STEPS if longest <= 4 * step), longest / 4)
