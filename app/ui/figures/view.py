"""How the figures look: names on the left, the chart and its table on the right, what must be known under them."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QImage, QKeyEvent, QPainter, QPixmap, QRegion, QResizeEvent
from PySide6.QtWidgets import QComboBox, QListWidget, QSplitter, QVBoxLayout, QWidget

from app.review.figure_words import ABOUT, NAMES, group_words, note_words
from app.review.figures import FigureName, Group
from app.ui.figures.chart import FigureChart
from app.ui.figures.scene import FiguresScene
from app.ui.figures.table import FigureTable
from app.ui.search_line import MistakeLabel, SearchLine
from app.ui.theme import Theme
from app.ui.type_scale import RHYTHM, TextRole
from app.ui.widgets import (
    FlowLayout,
    KeyButton,
    Panel,
    PanelLook,
    PlainLabel,
    ScrollColumn,
    TurningRow,
    WrappingLabel,
)
from app.ui.words import ui_lang, ui_locale

_LEAST = 900
"""Narrower than this (at 100 %) the table stands under the chart."""
_LEAST_BESIDE = 640
"""Narrower than this (at 100 %) the names stand over the figure, too."""
_LIST, _CHART, _TABLE = 220, 264, 626
_WIDEST_CHART = 420
"""Beside the table, the chart is as wide as the table lets it be, within these two bounds, until somebody moves the line."""
_ROOM_FOR_ALL = 70
_ALL = 1000
"""Chart and table take all the room there is; without them what is said stands at the top."""
_FINER, _ON_PAPER = 2, (620, 400)


class FigureList(QListWidget):
    """The names of the figures; letters are the screen's."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Only arrows and the like walk here."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) or (
            event.text().isprintable() and event.text()
        ):
            event.ignore()
            return
        super().keyPressEvent(event)


class FiguresView(Panel):
    """Shows a ``FiguresScene``."""

    chosen = Signal(object)
    group_chosen = Signal(object)
    copy_wanted = Signal()
    picture_wanted = Signal()
    export_wanted = Signal()
    stop_wanted = Signal()
    again_wanted = Signal()
    leave_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(PanelLook.GROUND, parent)
        self._scene = FiguresScene()
        self._theme = Theme()
        self.line = SearchLine()
        self.names = FigureList()
        self.groups = QComboBox()
        self.chart, self.table = FigureChart(), FigureTable()
        self._bar_name = PlainLabel(role=TextRole.STRONG)
        self._leave = KeyButton()
        self._mistake = MistakeLabel()
        self._title = WrappingLabel(role=TextRole.STRONG)
        self._about = WrappingLabel(role=TextRole.NOTE)
        self._state = WrappingLabel(role=TextRole.BODY)
        self._notes = WrappingLabel(role=TextRole.NOTE)
        self._copy, self._picture, self._stop = KeyButton(), KeyButton(), KeyButton()
        self._export, self._told = KeyButton(), WrappingLabel(role=TextRole.NOTE)
        self._line_moved = False
        self._lay_out()
        self._leave.clicked.connect(self.leave_wanted)
        self._copy.clicked.connect(self.copy_wanted)
        self._picture.clicked.connect(self.picture_wanted)
        self._export.clicked.connect(self.export_wanted)
        self._stop.clicked.connect(self._stop_clicked)
        self.names.currentRowChanged.connect(self._name_chosen)
        self.groups.activated.connect(self._group_chosen)
        self.line.table_wanted.connect(self.table.setFocus)
        self.setFocusProxy(self.names)
        self.set_theme(Theme())
        self.retranslate()

    def _lay_out(self) -> None:
        self.names.setProperty("plain_list", "true")
        self.names.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.groups.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.groups.setMinimumContentsLength(24)
        self._sides = QSplitter(Qt.Orientation.Horizontal)
        self._both = QSplitter(Qt.Orientation.Horizontal)
        for splitter in (self._sides, self._both):
            splitter.setChildrenCollapsible(False)
        left = Panel(PanelLook.SIDE_LEFT)
        column = QVBoxLayout(left)
        column.setContentsMargins(8, 12, 8, 8)
        column.addWidget(self.names)
        self._both.addWidget(self.chart)
        self._both.addWidget(self.table)
        self._both.splitterMoved.connect(self._move_line)
        self._sides.addWidget(left)
        self._sides.addWidget(self._figure_part())
        self._sides.setStretchFactor(1, 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self._top_bar())
        whole.addWidget(self._sides, 1)

    def _top_bar(self) -> QWidget:
        bar = Panel(PanelLook.BAR_TOP)
        inside = QVBoxLayout(bar)
        inside.setContentsMargins(18, 8, 10, 8)
        inside.setSpacing(4)
        turning = TurningRow(_ROOM_FOR_ALL)
        turning.row.setSpacing(2 * RHYTHM)
        turning.row.addWidget(self._bar_name)
        turning.row.addWidget(self.line, 1)
        turning.row.addWidget(self._leave)
        inside.addWidget(turning)
        inside.addWidget(self._mistake)
        return bar

    def _figure_part(self) -> QWidget:
        part = QWidget()
        column = QVBoxLayout(part)
        column.setContentsMargins(18, 12, 18, 12)
        column.setSpacing(6)
        buttons = QWidget()
        flow = FlowLayout(buttons, gap=6)
        for each in (self.groups, self._copy, self._picture, self._export, self._stop):
            flow.addWidget(each)
        self._under = ScrollColumn()
        self._under.column.addWidget(self._notes)
        self._under.column.addStretch(1)
        for widget, stretch in (
            (self._title, 0),
            (self._about, 0),
            (buttons, 0),
            (self._told, 0),
            (self._state, 0),
            (self._both, 1),
            (self._under, 0),
        ):
            column.addWidget(widget, _ALL * stretch)
        column.addStretch(1)
        return part

    # --- showing ---

    def show_scene(self, scene: FiguresScene) -> None:
        """Shows ``scene``."""
        self._scene = scene
        lang = ui_lang()
        self.line.show_line(scene.line)
        blocked = self.names.blockSignals(True)  # noqa: FBT003 - Qt's own
        self.names.setCurrentRow(list(FigureName).index(scene.chosen))
        self.names.blockSignals(blocked)
        self._title.setText(NAMES[scene.chosen].in_lang(lang))
        self._about.setText(ABOUT[scene.chosen].in_lang(lang))
        self._mistake.show_mistakes(scene.mistakes)
        self._show_groups(scene)
        shown = scene.shown
        rows = shown is not None and bool(shown.rows)
        words = self._state_words(scene)
        self._state.setText(words)
        self._state.setVisible(bool(words))
        self._both.setVisible(rows)
        self.chart.show_figure(shown if rows else None, scene.row, lang)
        self.chart.setAccessibleName(NAMES[scene.chosen].in_lang(lang))
        self.table.show_figure(shown if rows else None, scene.row, lang)
        self._share_room()
        notes = self._note_lines()
        self._notes.setText("\n".join(notes))
        self._under.setVisible(bool(notes))
        self._under.setMaximumHeight(self._theme.px(104))
        self._show_buttons(scene, rows=rows)

    def _show_buttons(self, scene: FiguresScene, *, rows: bool) -> None:
        self._copy.setVisible(rows)
        self._picture.setVisible(rows)
        self._copy.set_words(self.tr("Copied") if scene.copied else self.tr("Copy figures"), "C")
        self._picture.set_words(self.tr("Copy picture"), "P")
        self._export.setVisible(rows)
        self._export.set_words(self.tr("Export"), "E")
        told = self._told_words(scene)
        self._told.setText(told)
        self._told.setVisible(bool(told))
        self._stop.setVisible(scene.busy or scene.stopped or scene.troubled)
        self._stop.set_words(self.tr("Stop") if scene.busy else self.tr("Count again"))

    def _told_words(self, scene: FiguresScene) -> str:
        if scene.not_written:
            words = self.tr("%1 could not be written. Choose another place.")
            return words.replace("%1", scene.not_written)
        return self.tr("Written to %1.").replace("%1", scene.written) if scene.written else ""

    def _show_groups(self, scene: FiguresScene) -> None:
        groups = scene.groups
        self.groups.setVisible(len(groups) > 1)
        self.groups.clear()
        for group in groups:
            self.groups.addItem(self._group_words(group), group)
        if scene.group in groups:
            self.groups.setCurrentIndex(groups.index(scene.group))

    def _state_words(self, scene: FiguresScene) -> str:
        if scene.troubled:
            return self.tr("The calls cannot be read now. Try again in a moment.")
        if scene.busy:
            return self.tr("Counting…")
        if scene.stopped:
            return self.tr("Counting was stopped.")
        if scene.figure is None or scene.figure.rows:
            return ""
        if scene.figure.calls:
            return self.tr("These calls have nothing of this kind.")
        return self.tr("No call fits. Take a filter out, or look for something else.")

    def _note_lines(self) -> list[str]:
        figure = self._scene.shown
        if figure is None or not figure.rows:
            return []
        count = self.tr("%n call(s)", "", figure.calls).replace(
            str(figure.calls), ui_locale().toString(figure.calls)
        )
        return [count, *(note_words(figure, note, ui_lang()) for note in figure.notes)]

    def picture(self) -> QPixmap:
        """The chart with its name over it and what must be known under it."""
        chart = self.chart.grab()
        ratio = chart.devicePixelRatio()
        width, height = round(chart.width() / ratio), round(chart.height() / ratio)
        theme, line = self._theme, round(self._theme.size(TextRole.BODY) * 1.6)
        wrap = Qt.TextFlag.TextWordWrap
        notes = "\n".join(self._note_lines())
        room = self.fontMetrics().boundingRect(QRect(0, 0, width - 24, 10_000), wrap, notes).height()
        whole = QPixmap(round(width * ratio), round((height + 2 * line + room + 24) * ratio))
        whole.setDevicePixelRatio(ratio)
        whole.fill(theme.colour("panel"))
        painter = QPainter(whole)
        painter.setFont(self.font())
        painter.setPen(theme.colour("ink"))
        painter.drawText(QRect(12, 8, width - 24, 2 * line), wrap, self._heading())
        painter.drawPixmap(0, 2 * line, chart)
        painter.setPen(theme.colour("soft"))
        painter.drawText(QRect(12, 2 * line + height + 8, width - 24, room + 8), wrap, notes)
        painter.end()
        return whole

    def chart_picture(self) -> QImage:
        """The chart alone, on white, of one shape whatever the window's is, and twice as fine as on the screen: for paper."""
        chart = FigureChart()
        chart.set_theme(Theme())
        chart.resize(*_ON_PAPER)
        chart.show_figure(self._scene.shown, self._scene.row, ui_lang())
        picture = QImage(chart.size() * _FINER, QImage.Format.Format_RGB32)
        picture.setDevicePixelRatio(_FINER)
        picture.fill(Qt.GlobalColor.white)
        chart.render(picture, QPoint(), QRegion(), QWidget.RenderFlag.DrawChildren)
        chart.deleteLater()
        return picture

    def _heading(self) -> str:
        parts = [NAMES[self._scene.chosen].in_lang(ui_lang())]
        group = self._scene.group
        if group is not None:
            parts.append(self._group_words(group))
        if self._scene.line:
            parts.append(self._scene.line)
        return " — ".join(parts)

    def group_words(self) -> str:
        """The chosen group in words; empty where there is none."""
        group = self._scene.group
        return self._group_words(group) if group is not None else ""

    def _group_words(self, group: Group) -> str:
        figure = self._scene.figure
        return group_words(figure, group, ui_lang()) if figure is not None else group.playbook

    # --- room ---

    def set_theme(self, theme: Theme) -> None:
        """Draws in these colours, and makes room for the text size."""
        self._theme = theme
        self.chart.set_theme(theme)
        self.table.set_theme(theme)
        self._arrange()
        self.show_scene(self._scene)

    def is_narrow(self) -> bool:
        """Whether the table stands under the chart."""
        return self.width() < self._theme.px(_LEAST)

    def is_column(self) -> bool:
        """Whether the names stand over the figure."""
        return self.width() < self._theme.px(_LEAST_BESIDE)

    def _arrange(self) -> None:
        across, down = Qt.Orientation.Horizontal, Qt.Orientation.Vertical
        names, parts = down if self.is_column() else across, down if self.is_narrow() else across
        arranged = (self._sides.orientation(), self._both.orientation())
        if arranged != (names, parts) or not self._sides.property("arranged"):
            self._sides.setProperty("arranged", True)  # noqa: FBT003 - Qt's own
            self._sides.setOrientation(names)
            self._both.setOrientation(parts)
            px = self._theme.px
            self._sides.setSizes([px(120), px(600)] if self.is_column() else [px(_LIST), px(_CHART + _TABLE)])
            self._both.setSizes([px(_CHART), px(_CHART if self.is_narrow() else _TABLE)])

    def _share_room(self) -> None:
        """Gives the table what its words need, and the chart what is left."""
        if self.is_narrow() or self._line_moved or not self._both.isVisible():
            return
        px = self._theme.px
        room = sum(self._both.sizes())
        chart = max(px(_CHART), min(px(_WIDEST_CHART), room - self.table.whole_width()))
        if self._both.sizes()[0] != chart:
            self._both.setSizes([chart, room - chart])

    def _move_line(self) -> None:
        self._line_moved = True

    def resizeEvent(self, event: QResizeEvent) -> None:
        """One part under the other where there is no room."""
        super().resizeEvent(event)
        self._arrange()
        self._share_room()

    # --- presses ---

    def _name_chosen(self, row: int) -> None:
        if row >= 0:
            self.chosen.emit(list(FigureName)[row])

    def _group_chosen(self, place: int) -> None:
        group = self.groups.itemData(place)
        if isinstance(group, Group):
            self.group_chosen.emit(group)

    def _stop_clicked(self) -> None:
        (self.stop_wanted if self._scene.busy else self.again_wanted).emit()

    def retranslate(self) -> None:
        """Says everything in the present language."""
        self._bar_name.setText(self.tr("Figures"))
        self.names.setAccessibleName(self.tr("Figures"))
        self.groups.setAccessibleName(self.tr("Playbook and source"))
        self._leave.set_words(self.tr("Call review"), "Esc")
        blocked = self.names.blockSignals(True)  # noqa: FBT003 - Qt's own
        self.names.clear()
        self.names.addItems([NAMES[name].in_lang(ui_lang()) for name in FigureName])
        self.names.blockSignals(blocked)
        self.show_scene(self._scene)

    def changeEvent(self, event: QEvent) -> None:
        """Speaks the new language."""
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
