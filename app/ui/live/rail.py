"""The stages of the call on the left: what is done, where the talk is, how long each took, and what was learnt."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPalette, QPen, QPixmap
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from app.call.prompt import Captured, RailStop, Standing
from app.ui.keys import KeyMap
from app.ui.live.parts import Part, text_scale
from app.ui.live.wording import short_time
from app.ui.theme import set_look
from app.ui.type_scale import TextRole
from app.ui.widgets import PanelLook, PlainLabel, Variant, WrappingLabel

_RING = 1.8
_UNKNOWN_FACTS = 3


class StageDot(QWidget):
    """A ring for a stage ahead, a bright one for the current, a ticked disc for one that is done."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._standing = Standing.AHEAD
        self._picture = QPixmap()
        self._made_for: tuple[object, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def show_standing(self, standing: Standing) -> None:
        """Shows where the stage is relative to now."""
        if standing is not self._standing:
            self._standing = standing
            self.update()

    def sizeHint(self) -> QSize:
        """16 px, more with larger text."""
        side = round(16 * text_scale(self))
        return QSize(side, side)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's signature
        """Puts the picture of the dot on the screen; drawing it anew takes ten times as long."""
        made_for = (self._standing, self.size(), self.palette().cacheKey(), self.devicePixelRatioF())
        if made_for != self._made_for:
            self._made_for, self._picture = made_for, self._drawn()
        QPainter(self).drawPixmap(0, 0, self._picture)

    def _drawn(self) -> QPixmap:
        ratio = self.devicePixelRatioF()
        picture = QPixmap(self.size() * ratio)
        picture.setDevicePixelRatio(ratio)
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        palette, side = self.palette(), min(self.width(), self.height())
        room = QRectF(_RING, _RING, side - 2 * _RING, side - 2 * _RING)
        accent = palette.color(QPalette.ColorRole.Accent)
        if self._standing is Standing.DONE:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(accent)
            painter.drawEllipse(room.adjusted(-1, -1, 1, 1))
            painter.setPen(QPen(palette.color(QPalette.ColorRole.HighlightedText), side / 10))
            points = ((0.29, 0.52), (0.44, 0.66), (0.71, 0.36))
            painter.drawPolyline([QPointF(x * side, y * side) for x, y in points])
        else:
            current = self._standing is Standing.CURRENT
            ring = accent if current else palette.color(QPalette.ColorRole.PlaceholderText)
            painter.setPen(QPen(ring, _RING))
            painter.drawEllipse(room)
        painter.end()
        return picture


class Stop(QPushButton):
    """One stage; a click goes there."""

    chosen = Signal(int)

    def __init__(self, place: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.place = place
        self._stop: RailStop | None = None
        self.setProperty("key_button", "true")
        self.setProperty("variant", Variant.TAB.value)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self.dot = StageDot(self)
        self.title = WrappingLabel(parent=self)
        self.progress = WrappingLabel(role=TextRole.NOTE, parent=self)
        self.time = PlainLabel(role=TextRole.NOTE, parent=self)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self.title)
        words.addWidget(self.progress)
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 9, 8, 9)
        row.setSpacing(12)
        row.addWidget(self.dot)
        row.addLayout(words, 1)
        row.addWidget(self.time)
        for label in (self.title, self.progress, self.time):
            label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.clicked.connect(self._choose)

    def _choose(self) -> None:
        self.chosen.emit(self.place)

    def show_stop(self, stop: RailStop) -> None:
        """Shows the stage as it stands."""
        if stop == self._stop:
            return
        self._stop = stop
        current = stop.standing is Standing.CURRENT
        self.title.setText(stop.title)
        self.dot.show_standing(stop.standing)
        set_look(self, "variant", (Variant.TAB_ON if current else Variant.TAB).value)
        self.show_time(stop.ms)

    def show_time(self, ms: int) -> None:
        """Progress and time under the current stage, the time beside one that is done."""
        stop = self._stop
        if stop is None:
            return
        current, done = stop.standing is Standing.CURRENT, stop.standing is Standing.DONE and stop.ms > 0
        under = _progress(stop, ms) if current else ""
        beside = short_time(ms) if done else ""
        for label, text in ((self.progress, under), (self.time, beside)):
            if text != label.text():
                label.setText(text)
            label.setVisible(bool(text))
        self.setAccessibleName(", ".join(part for part in (stop.title, under, beside) if part))

    def sizeHint(self) -> QSize:
        """As high as the wrapped title needs."""
        layout = self.layout()
        return layout.sizeHint().expandedTo(QSize(32, 34)) if layout is not None else QSize(32, 34)

    def minimumSizeHint(self) -> QSize:
        """The least that cuts nothing off."""
        layout = self.layout()
        return layout.minimumSize().expandedTo(QSize(32, 34)) if layout is not None else QSize(32, 34)


class FactRow(QWidget):
    """One captured fact: its name small, its value under it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.label = WrappingLabel(role=TextRole.NOTE, parent=self)
        self.value = WrappingLabel(role=TextRole.FACT, parent=self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.label)
        column.addWidget(self.value)

    def show_fact(self, fact: Captured, unknown: str) -> None:
        """Shows the fact; ``unknown`` is said where there is no value yet."""
        self.label.setText(fact.label if fact.value else f"{fact.label} — {unknown}")
        self.value.setText(fact.value)
        self.value.setVisible(bool(fact.value))


class Rail(Part):
    """All stages and the captured facts. ``stage_chosen`` carries how many stages on (or back, negative) to go."""

    stage_chosen = Signal(int)

    def __init__(self, keys: KeyMap, parent: QWidget | None = None) -> None:
        super().__init__(PanelLook.PLAIN, keys, parent)
        self._rail: tuple[RailStop, ...] = ()
        self._facts: tuple[Captured, ...] = ()
        self.stops: list[Stop] = []
        self.rows: list[FactRow] = []
        self.heading = PlainLabel(role=TextRole.LABEL, parent=self)
        column = QVBoxLayout(self)
        column.setContentsMargins(10, 16, 10, 16)
        column.setSpacing(0)
        self._stops_column = QVBoxLayout()
        self._stops_column.setSpacing(1)
        self._facts_column = QVBoxLayout()
        self._facts_column.setSpacing(6)
        self._facts_column.setContentsMargins(8, 0, 8, 0)
        self.others = WrappingLabel(role=TextRole.NOTE, parent=self)
        self._facts_column.addWidget(self.heading)
        self._facts_column.addWidget(self.others)
        column.addLayout(self._stops_column)
        column.addSpacing(24)
        column.addLayout(self._facts_column)
        column.addStretch(1)
        self.retranslate()

    def show_rail(self, rail: tuple[RailStop, ...]) -> None:
        """Shows the stages."""
        if rail == self._rail:
            return
        self._rail = rail
        while len(self.stops) < len(rail):
            stop = Stop(len(self.stops), self)
            stop.chosen.connect(self._choose)
            self.stops.append(stop)
            self._stops_column.addWidget(stop)
        for stop, shown in zip(self.stops, rail, strict=False):
            stop.show_stop(shown)
        for place, stop in enumerate(self.stops):
            stop.setVisible(place < len(rail))

    def show_stage_time(self, ms: int) -> None:
        """The time in the current stage goes on."""
        for stop, shown in zip(self.stops, self._rail, strict=False):
            if shown.standing is Standing.CURRENT:
                stop.show_time(ms)

    def show_facts(self, facts: tuple[Captured, ...]) -> None:
        """Shows what was learnt."""
        if facts == self._facts:
            return
        self._facts = facts
        self._word_facts()

    def retranslate(self) -> None:
        """Sets the words."""
        self.setAccessibleName(self.tr("Stages"))
        self.heading.setText(self.tr("Captured"))
        self._word_facts()

    def _word_facts(self) -> None:
        self.heading.setVisible(bool(self._facts))
        shown, left_out = _worth_showing(self._facts)
        while len(self.rows) < len(shown):
            row = FactRow(self)
            self.rows.append(row)
            self._facts_column.insertWidget(len(self.rows), row)
        for row, fact in zip(self.rows, shown, strict=False):
            row.show_fact(fact, self.tr("not yet"))
        for place, row in enumerate(self.rows):
            row.setVisible(place < len(shown))
        self.others.setText(self.tr("and %n more", "", left_out) if left_out else "")
        self.others.setVisible(left_out > 0)

    def _choose(self, place: int) -> None:
        current = next((at for at, stop in enumerate(self._rail) if stop.standing is Standing.CURRENT), place)
        if place != current:
            self.stage_chosen.emit(place - current)


def _worth_showing(facts: tuple[Captured, ...]) -> tuple[tuple[Captured, ...], int]:
    """What is known, the next few that are not, and how many more there are."""
    known = tuple(fact for fact in facts if fact.value)
    unknown = tuple(fact for fact in facts if not fact.value)
    return (*known, *unknown[:_UNKNOWN_FACTS]), max(0, len(unknown) - _UNKNOWN_FACTS)


def _progress(stop: RailStop, ms: int) -> str:
    lines = f"{stop.lines_done}/{stop.lines_total}" if stop.lines_total else ""
    budget = f" / {short_time(stop.budget_ms)}" if stop.budget_ms else ""
    return " · ".join(part for part in (lines, f"{short_time(ms)}{budget}") if part)
