"""One act on the key sheet: a button that paints its key and its words itself, as the sheet has half a hundred of them."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from app.ui.keys import ACTIONS, Action, KeyMap
from app.ui.live.parts import text_scale
from app.ui.type_scale import SIZES, SMALLEST_TARGET, TextRole
from app.ui.words import ui_lang

_MARGIN, _GAP, _ABOVE = 10, 8, 5
_CAP_SIDE, _CAP_ABOVE = 5, 2
_CAP_RADIUS, _RADIUS = 4.0, 8.0
_HIGHEST = 1000
_IN_A_LINE = Qt.TextFlag.TextSingleLine | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_WRAPPED = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


@dataclass(frozen=True, slots=True)
class _Sizes:
    """What was measured in the present font, in pixels; ``line`` is wide enough for all words in one line."""

    cap_font: QFont
    cap: QSize
    before_words: int
    line: int
    least: int
    height: int


class SheetButton(QPushButton):
    """An action's keys and words. Readers are told a button with both; it is at least 32 px high and may take lines."""

    acted = Signal(Action)

    def __init__(self, action: Action, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.action = action
        self._words = self._caps = ""
        self._sizes: _Sizes | None = None
        self._heights: dict[int, int] = {}
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.clicked.connect(self._act)

    def _act(self) -> None:
        self.acted.emit(self.action)

    def retranslate(self, keys: KeyMap) -> None:
        """Puts keys and words in the language of the window."""
        lang = ui_lang()
        words, caps = ACTIONS[self.action].words.in_lang(lang), "  ".join(keys.caps(self.action, lang))
        if (words, caps) == (self._words, self._caps):
            return
        self._words, self._caps = words, caps
        self._forget_sizes()
        self.setAccessibleName(f"{words} ({caps})" if caps else words)
        self.updateGeometry()
        self.update()

    def words(self) -> str:
        """The words on the button."""
        return self._words

    def key(self) -> str:
        """The keys named on the button, empty when there are none."""
        return self._caps

    # -- how much room it takes ----------------------------------------------------------------------------------------

    def make_ahead(self) -> None:
        """Gives the button its font and measures its words while nothing is pressed."""
        self.ensurePolished()
        self._measured()

    def sizeHint(self) -> QSize:
        """One line."""
        return QSize(self._measured().line, SMALLEST_TARGET)

    def minimumSizeHint(self) -> QSize:
        """As narrow as the longest word."""
        return QSize(self._measured().least, SMALLEST_TARGET)

    def hasHeightForWidth(self) -> bool:
        """Words wrap."""
        return True

    def heightForWidth(self, width: int) -> int:
        """As many lines as the words need."""
        sizes = self._measured()
        if width >= sizes.line:
            return sizes.height
        if width not in self._heights:
            room = QRect(0, 0, max(1, width - sizes.before_words - _MARGIN), _HIGHEST)
            lines = self.fontMetrics().boundingRect(room, _WRAPPED, self._words)
            self._heights[width] = max(SMALLEST_TARGET, lines.height() + 2 * _ABOVE)
        return self._heights[width]

    def _measured(self) -> _Sizes:
        if self._sizes is None:
            self._sizes = self._measure()
        return self._sizes

    def _measure(self) -> _Sizes:
        metrics, scale = self.fontMetrics(), text_scale(self)
        cap_font = QFont(self.font())
        cap_font.setPixelSize(round(SIZES[TextRole.KEY] * scale))
        cap_font.setWeight(QFont.Weight.Medium)
        cap = QSize()
        if self._caps:
            caps = QFontMetrics(cap_font)
            side = 2 * round(_CAP_SIDE * scale) + 2
            cap = QSize(caps.horizontalAdvance(self._caps) + side, caps.height() + 2 * _CAP_ABOVE)
        before = _MARGIN + (cap.width() + _GAP if self._caps else 0)
        widest = max((metrics.horizontalAdvance(word) for word in self._words.split()), default=0)
        return _Sizes(
            cap_font=cap_font,
            cap=cap,
            before_words=before,
            line=before + metrics.horizontalAdvance(self._words) + _MARGIN + 1,
            least=before + widest + _MARGIN + 1,
            height=max(SMALLEST_TARGET, metrics.height() + 2 * _ABOVE),
        )

    def _forget_sizes(self) -> None:
        self._sizes = None
        self._heights.clear()

    # -- how it looks --------------------------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's signature
        """Draws the ground under the pointer, the ring of the focus, the key and the words."""
        painter, palette, sizes = QPainter(self), self.palette(), self._measured()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        whole = self.rect().adjusted(1, 1, -1, -1)
        if self.underMouse() or self.isDown():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(palette.color(QPalette.ColorRole.Midlight))
            painter.drawRoundedRect(whole, _RADIUS, _RADIUS)
        if self.hasFocus():
            painter.setPen(QPen(palette.color(QPalette.ColorRole.Accent), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(whole, _RADIUS, _RADIUS)
        ink = palette.color(QPalette.ColorRole.WindowText)
        how = _WRAPPED if self.width() < sizes.line else _IN_A_LINE
        painter.setPen(ink)
        painter.drawText(self.rect().adjusted(sizes.before_words, 0, -_MARGIN, 0), how, self._words)
        if self._caps:
            cap = QRect(QPoint(_MARGIN, (self.height() - sizes.cap.height()) // 2), sizes.cap)
            painter.setPen(palette.color(QPalette.ColorRole.Dark))
            painter.setBrush(palette.color(QPalette.ColorRole.Light))
            painter.drawRoundedRect(cap, _CAP_RADIUS, _CAP_RADIUS)
            painter.setPen(ink)
            painter.setFont(sizes.cap_font)
            painter.drawText(cap, Qt.AlignmentFlag.AlignCenter, self._caps)

    def changeEvent(self, event: QEvent) -> None:
        """Other text size, other room."""
        if event.type() is QEvent.Type.FontChange:
            self._forget_sizes()
            self.updateGeometry()
        super().changeEvent(event)
