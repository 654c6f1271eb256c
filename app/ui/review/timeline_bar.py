"""The timeline of a call, drawn in one widget: stages, objections, flags, the mood line, drive, holds, breaks, a slider.

It is a slider to a screen reader; the list of moments beside it says everything that is drawn here.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import (
    QBrush,
    QFontMetrics,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPolygonF,
)
from PySide6.QtWidgets import QAbstractSlider, QSizePolicy, QToolTip, QWidget

from app.playbook.vocabulary import MOODS, Drive, Mood
from app.ui.moments import clock_words
from app.ui.review.retelling import DRIVES, span_words
from app.ui.review.timeline import Break, Dot, Timeline
from app.ui.theme import Theme
from app.ui.words import ui_lang

_MOOD_STEPS = len(Mood) - 1
_STEP_MS, _PAGE_MS = 1000, 10_000
_NEAR = 7
_HEIGHT = 124


class TimelineBar(QAbstractSlider):
    """Up and Down move a second, Page Up and Down ten; Left and Right are left to the screen (previous, next moment)."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._line = Timeline()
        self._theme = Theme()
        self.setOrientation(Qt.Orientation.Horizontal)
        self.setSingleStep(_STEP_MS)
        self.setPageStep(_PAGE_MS)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.valueChanged.connect(self._moved)
        self.retranslate()

    def show_line(self, line: Timeline, at: int) -> None:
        """Shows a call and where the slider stands; tells nobody."""
        self._line = line
        blocked = self.blockSignals(True)  # noqa: FBT003 - Qt's own
        self.setRange(0, line.length)
        self.setValue(at)
        self.blockSignals(blocked)
        self._moved()

    def set_theme(self, theme: Theme) -> None:
        """Draws in these colours and sizes."""
        self._theme = theme
        self.updateGeometry()
        self.update()

    def retranslate(self) -> None:
        """Says everything in the present language."""
        self.setAccessibleName(self.tr("Place in the call"))
        self._moved()

    def _moved(self, _: int = 0) -> None:
        self.setAccessibleDescription(self._words_at(self.value()))
        self.update()

    def _words_at(self, at: int) -> str:
        """The time with all that is drawn there, in words."""
        line, lang = self._line, ui_lang()
        mood, drive, hold = line.mood_at(at), line.drive_at(at), line.hold_at(at)
        gone = next((one for one in line.breaks if abs(one.at - at) < _STEP_MS), None)
        parts = (
            clock_words(at),
            line.stage_at(at),
            MOODS[mood].label.in_lang(lang) if mood is not None else "",
            DRIVES[drive].in_lang(lang) if drive is not None else "",
            self._hold_words(hold) if hold is not None else "",
            self._break_words(gone) if gone is not None else "",
        )
        return ", ".join(part for part in parts if part)

    def _hold_words(self, hold: tuple[int, int]) -> str:
        return self.tr("on hold for %1").replace("%1", span_words(hold[1] - hold[0], ui_lang()))

    def _break_words(self, gone: Break) -> str:
        return self.tr("a break of %1 here").replace("%1", span_words(gone.gap_ms, ui_lang()))

    # --- measures ---

    def sizeHint(self) -> QSize:
        """As high as its bands."""
        return QSize(self._theme.px(320), self._theme.px(_HEIGHT))

    def minimumSizeHint(self) -> QSize:
        """Narrow is fine, low is not."""
        return QSize(self._theme.px(160), self._theme.px(_HEIGHT))

    def _x(self, at: float) -> float:
        length = max(1, self._line.length)
        return 1 + (self.width() - 2) * min(1.0, at / length)

    def _at(self, x: float) -> int:
        return round(self._line.length * max(0.0, min(1.0, (x - 1) / max(1, self.width() - 2))))

    # --- painting ---

    def paintEvent(self, _: QPaintEvent) -> None:
        """Draws the bands from top to bottom."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        px, theme = self._theme.px, self._theme
        font = self.font()
        font.setPixelSize(px(11))
        painter.setFont(font)
        painter.setPen(theme.colour("muted"))
        whole = QRectF(0, 0, self.width(), px(16))
        painter.drawText(whole, Qt.AlignmentFlag.AlignLeft, clock_words(0))
        painter.drawText(whole, Qt.AlignmentFlag.AlignRight, clock_words(self._line.length))
        self._paint_bars(painter, px(20), px(26))
        self._paint_holds(painter, px(20), px(26))
        self._paint_marks(painter, px(60))
        self._paint_moods(painter, px(74), px(30))
        self._paint_drives(painter, px(112), px(6))
        self._paint_breaks(painter, px(16))
        self._paint_slider(painter)
        if self.hasFocus():
            painter.setPen(QPen(theme.colour("focus"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, px(18), -1, -1), 6, 6)

    def _paint_bars(self, painter: QPainter, top: int, height: int) -> None:
        theme, metrics = self._theme, QFontMetrics(painter.font())
        for bar in self._line.bars:
            left, right = self._x(bar.start), self._x(bar.end)
            box = QRectF(left, top, max(2.0, right - left - 2), height)
            here = bar.start <= self.value() < bar.end
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour("accent" if here else "accent_tint"))
            painter.drawRoundedRect(box, 3, 3)
            room = box.adjusted(theme.px(8), 0, -theme.px(4), 0)
            if room.width() > theme.px(16):
                painter.setPen(theme.colour("on_accent" if here else "soft"))
                words = metrics.elidedText(bar.title, Qt.TextElideMode.ElideRight, int(room.width()))
                painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, words)

    def _paint_holds(self, painter: QPainter, top: int, height: int) -> None:
        """Hatched, so that they are told from bars without colour."""
        ground, mood = self._theme.colour("panel"), self._theme.colour("mood")
        ground.setAlpha(190)
        painter.setPen(QPen(mood, 1))
        for start, end in self._line.holds:
            box = QRectF(self._x(start), top, max(3.0, self._x(end) - self._x(start)), height)
            painter.fillRect(box, ground)
            painter.setBrush(QBrush(mood, Qt.BrushStyle.BDiagPattern))
            painter.drawRect(box)

    def _paint_drives(self, painter: QPainter, top: int, height: int) -> None:
        """A full band where the call asked for a step, a thin line where it drew out."""
        steps = self._line.drives
        ends = [*(at for at, _ in steps[1:]), self._line.length][: len(steps)]
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.colour("accent"))
        for (start, drive), end in zip(steps, ends, strict=True):
            tall = height if drive is Drive.PUSH else max(1, height // 4)
            left = self._x(start)
            painter.drawRect(QRectF(left, top + height - tall, max(1.0, self._x(end) - left), tall))

    def _paint_breaks(self, painter: QPainter, top: int) -> None:
        """A broken line through all bands, with what passed written over it where there is room."""
        metrics = QFontMetrics(painter.font())
        margin = metrics.horizontalAdvance(clock_words(self._line.length)) + self._theme.px(6)
        for one in self._line.breaks:
            x = self._x(one.at)
            painter.setPen(
                QPen(self._theme.colour("alarm"), max(1, self._theme.px(1.5)), Qt.PenStyle.DashLine)
            )
            painter.drawLine(QPointF(x, top), QPointF(x, self.height() - 2))
            words = f"+ {span_words(one.gap_ms, ui_lang())}"
            half = metrics.horizontalAdvance(words) / 2
            middle = max(margin + half, min(self.width() - margin - half, x))
            if self.width() > 2 * (margin + half):
                room = QRectF(middle - half - 1, 0, 2 * half + 2, top)
                painter.drawText(room, Qt.AlignmentFlag.AlignCenter, words)

    def _paint_marks(self, painter: QPainter, middle: int) -> None:
        theme = self._theme
        radius = theme.px(5)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("alarm"))
        for dot in self._line.objections:
            painter.drawEllipse(QPointF(self._x(dot.at), middle), radius, radius)
        painter.setBrush(theme.colour("do"))
        for dot in self._line.notes:
            box = QRectF(self._x(dot.at) - radius * 0.7, middle - radius * 0.7, radius * 1.4, radius * 1.4)
            painter.drawRect(box)
        painter.setBrush(theme.colour("story"))
        for dot in self._line.flags:
            x = self._x(dot.at)
            flag = [QPointF(x, middle - radius), QPointF(x + 2 * radius, middle), QPointF(x, middle + radius)]
            painter.drawPolygon(QPolygonF(flag))

    def _paint_moods(self, painter: QPainter, top: int, height: int) -> None:
        steps = self._line.moods
        if not steps or not self._line.length:
            return
        order = list(Mood)
        points: list[QPointF] = []
        ends = [*(at for at, _ in steps[1:]), self._line.length]
        for (start, mood), end in zip(steps, ends, strict=True):
            y = top + height - height * order.index(mood) / _MOOD_STEPS
            points += [QPointF(self._x(start), y), QPointF(self._x(end), y)]
        painter.setPen(QPen(self._theme.colour("mood"), max(2, self._theme.px(2))))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPolyline(QPolygonF(points))

    def _paint_slider(self, painter: QPainter) -> None:
        x = self._x(self.value())
        painter.setPen(QPen(self._theme.colour("ink"), max(2, self._theme.px(1.5))))
        painter.drawLine(QPointF(x, self._theme.px(14)), QPointF(x, self.height() - 2))

    # --- mouse and keys ---

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Takes the slider there."""
        if event.button() is Qt.MouseButton.LeftButton:
            self.setValue(self._at(event.position().x()))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Drags the slider, or names what lies under the pointer."""
        if event.buttons() & Qt.MouseButton.LeftButton:
            self.setValue(self._at(event.position().x()))
            return
        QToolTip.showText(event.globalPosition().toPoint(), self.words_under(event.position().x()), self)

    def words_under(self, x: float) -> str:
        """What lies ``x`` pixels from the left, in words: a dot by its own, else the time with all that is drawn there."""
        dot = self._dot_at(x)
        if dot is not None:
            return f"{clock_words(dot.at)} {dot.words}"
        near = next(
            (one for one in self._line.breaks if abs(self._x(one.at) - x) <= self._theme.px(_NEAR)), None
        )
        return self._words_at(self._at(x) if near is None else near.at)

    def _dot_at(self, x: float) -> Dot | None:
        dots = (*self._line.objections, *self._line.flags, *self._line.notes)
        return next((dot for dot in dots if abs(self._x(dot.at) - x) <= self._theme.px(_NEAR)), None)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """A slider's keys, but for Left and Right."""
        if event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            event.ignore()
            return
        super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Speaks the new language."""
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
