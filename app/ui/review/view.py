"""How the review desk looks as a whole: a bar on top; find, replay and score side by side under it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from app.call.ports import Clock
from app.ui.keys import Action, KeyMap
from app.ui.review.call_table import RowSource
from app.ui.review.exporting import ExportScene, ExportState
from app.ui.review.find_panel import FindPanel
from app.ui.review.find_scene import FindScene
from app.ui.review.history_panel import HistoryPanel
from app.ui.review.history_scene import HistoryScene
from app.ui.review.replay_pane import ReplayPane
from app.ui.review.replay_scene import Gap, ReplayScene
from app.ui.review.score_panel import ScorePanel
from app.ui.review.score_scene import ScoreScene
from app.ui.review.sheet import Lack
from app.ui.theme import Theme
from app.ui.type_scale import RHYTHM, TextRole
from app.ui.widgets import Banner, BannerLook, FlowLayout, KeyButton, Panel, PanelLook, PlainLabel, Variant
from app.ui.words import ui_lang, ui_locale

_FIND, _REPLAY, _SCORE = 430, 560, 290
_LEAST = 980
"""Narrower than this (at 100 %) one part shows at a time."""


class ReviewView(Panel):
    """Shows the three scenes of the desk."""

    print_wanted = Signal()
    leave_wanted = Signal()
    settings_wanted = Signal()
    calibration_wanted = Signal()
    coaching_wanted = Signal()
    figures_wanted = Signal()
    export_wanted = Signal()
    take_back_wanted = Signal()
    stop_wanted = Signal()
    told = Signal()

    def __init__(self, source: RowSource, clock: Clock, parent: QWidget | None = None) -> None:
        super().__init__(PanelLook.GROUND, parent)
        self.finder = FindPanel(source, clock)
        self._keys = KeyMap()
        self.replay = ReplayPane()
        self.replay.offer_compare()
        self.score, self.history = ScorePanel(), HistoryPanel()
        self._right = QStackedWidget()
        self._right.addWidget(self.score)
        self._right.addWidget(self.history)
        self._theme = Theme()
        self._shown = 0
        self._columns = QSplitter(Qt.Orientation.Horizontal)
        self._columns.setChildrenCollapsible(False)
        self._columns.setHandleWidth(1)
        for part, stretch in ((self.finder, 0), (self.replay, 1), (self._right, 0)):
            self._columns.addWidget(part)
            self._columns.setStretchFactor(self._columns.count() - 1, stretch)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        self._banner = Banner()
        self._banner.action_chosen.connect(self.stop_wanted)
        self._banner.closed.connect(self.told)
        self._told_export = ExportScene()
        self._writing = ""
        whole.addWidget(self._top_bar())
        whole.addWidget(self._banner)
        whole.addWidget(self._columns, 1)
        self.setFocusProxy(self.finder)
        self.set_theme(Theme())
        self.retranslate()

    def _top_bar(self) -> QWidget:
        bar = Panel(PanelLook.BAR_TOP)
        rows = QVBoxLayout(bar)
        rows.setContentsMargins(18, 8, 10, 8)
        rows.setSpacing(4)
        row = QHBoxLayout()
        row.setSpacing(2 * RHYTHM)
        rows.addLayout(row)
        self._name = PlainLabel(role=TextRole.STRONG)
        buttons = FlowLayout()
        self._print = KeyButton()
        self._leave, self._settings = KeyButton(variant=Variant.QUIET), KeyButton(variant=Variant.QUIET)
        row.addWidget(self._name, 1)
        self._tab_row = QWidget()
        tabs = FlowLayout(self._tab_row, gap=4)
        self._tabs = [KeyButton(variant=Variant.TAB) for _ in range(3)]
        for tab in self._tabs:
            tab.clicked.connect(self._tab_pressed)
            tabs.addWidget(tab)
        rows.addWidget(self._tab_row)
        row.addLayout(buttons)
        self._overdue = 0
        self._coach = KeyButton(variant=Variant.QUIET)
        self._coach.clicked.connect(self.coaching_wanted)
        self._calibrate = KeyButton(variant=Variant.QUIET)
        self._calibrate.clicked.connect(self.calibration_wanted)
        self._figures = KeyButton(variant=Variant.QUIET)
        self._figures.clicked.connect(self.figures_wanted)
        self._export = KeyButton()
        self._export.clicked.connect(self.export_wanted)
        self._take_back = KeyButton(variant=Variant.QUIET)
        self._take_back.clicked.connect(self.take_back_wanted)
        for button in (
            self._figures,
            self._coach,
            self._calibrate,
            self._leave,
            self._settings,
            self._take_back,
            self._print,
            self._export,
        ):
            buttons.addWidget(button)
        self._print.clicked.connect(self.print_wanted)
        self._leave.clicked.connect(self.leave_wanted)
        self._settings.clicked.connect(self.settings_wanted)
        return bar

    def show_find(self, scene: FindScene) -> None:
        """Shows the left."""
        self.finder.show_scene(scene)

    def rows_renewed(self) -> None:
        """Every row is another one now."""
        self.finder.renew()

    def rows_came(self, first: int, last: int) -> None:
        """These rows can be shown now."""
        self.finder.table.came(first, last)

    def set_keys(self, keys: KeyMap) -> None:
        """Names these keys."""
        self._keys = keys
        self.finder.set_keys(keys)
        self.replay.set_keys(keys)
        self.score.set_keys(keys)
        self.history.set_keys(keys)
        self.retranslate()

    def ask_for_second(self, who: str) -> None:
        """A second call is to be picked beside that with ``who``; empty: no longer."""
        if who:
            self._show_part(0)
        self.finder.show_picking(who)

    def row_under_focus(self) -> int | None:
        """The row of the table that the keyboard stands on; ``None`` while it is elsewhere."""
        table = self.finder.table
        index = table.currentIndex()
        return index.row() if table.hasFocus() and index.isValid() else None

    def show_replay(self, scene: ReplayScene) -> None:
        """Shows the middle."""
        opened = scene.row is not None and scene.gap is Gap.LOADING
        self.replay.show_scene(scene)
        if opened:
            self._show_part(1)
        elif scene.gap is Gap.NONE and self._tabs[1].hasFocus():
            self.replay.take_caret()
        self._print.setEnabled(scene.gap is Gap.NONE)
        self.finder.table.note_open(opened=scene.row is not None)

    def show_score(self, scene: ScoreScene) -> None:
        """Shows the right."""
        self.score.show_scene(scene)

    def show_history(self, scene: HistoryScene) -> None:
        """Shows the history of the marks in place of the sheet, or the sheet again; the keyboard goes along."""
        before = self._right.currentWidget() is self.history
        focus = QApplication.focusWidget()
        held = focus is not None and self._right.isAncestorOf(focus)
        self.history.show_scene(scene)
        if scene.shown is before:
            return
        self._right.setCurrentWidget(self.history if scene.shown else self.score)
        if scene.shown:
            self._show_part(2)
            self.history.take_caret()
        elif held:
            self.score.take_caret()

    def show_overdue(self, plans: int) -> None:
        """Tells how many plans should have been looked at by now."""
        self._overdue = plans
        words = self.tr("Coaching")
        if plans:
            words = f"{words} · " + self.tr("%n overdue", "", plans)
        self._coach.set_words(words, "P")
        self._coach.set_variant(Variant.PLAIN if plans else Variant.QUIET)

    def show_export(self, scene: ExportScene) -> None:
        """Tells how the export goes, with a way to stop it."""
        self._told_export = scene
        self._export.setEnabled(scene.state is not ExportState.WRITING)
        said = self._export_words(scene)
        before, self._writing = self._writing, scene.path if scene.state is ExportState.WRITING else ""
        if not said:
            self._banner.quieten()
        elif self._writing and before == self._writing:
            self._banner.go_on(said)
        else:
            bad = scene.state in (ExportState.TOO_MANY, ExportState.NOT_WRITTEN)
            look = BannerLook.WARNING if bad else BannerLook.INFO
            stop = self.tr("Stop") if self._writing else ""
            self._banner.say(said, look, action=stop, close=self.tr("Close"))

    def _export_words(self, scene: ExportScene) -> str:
        number = ui_locale().toString(scene.rows)
        done = self.tr("%n call(s) written to %1.", "", scene.rows).replace(str(scene.rows), number)
        words = {
            ExportState.IDLE: "",
            ExportState.WRITING: self.tr("Writing the calls to %1… %2 so far."),
            ExportState.DONE: done,
            ExportState.STOPPED: self.tr("The export was stopped; no file was left behind."),
            ExportState.TOO_MANY: self.tr(
                "Too many calls for one workbook. Narrow the search, or choose CSV."
            ),
            ExportState.NOT_WRITTEN: self.tr("%1 could not be written. Choose another place."),
        }
        return words[scene.state].replace("%2", number).replace("%1", scene.path)

    def point_at(self, lack: Lack) -> None:
        """Brings what is missing into sight."""
        self._show_part(2)
        self.score.point_at(lack)

    def set_theme(self, theme: Theme) -> None:
        """Draws in these colours, and makes room for the text size."""
        self.finder.set_theme(theme)
        self.replay.set_theme(theme)
        self._theme = theme
        self._columns.setSizes([theme.px(_FIND), theme.px(_REPLAY), theme.px(_SCORE)])
        self._arrange()

    def is_narrow(self) -> bool:
        """Whether one part shows at a time."""
        return self.width() < self._theme.px(_LEAST)

    def _arrange(self) -> None:
        narrow = self.is_narrow()
        self._tab_row.setVisible(narrow)
        self._name.setVisible(not narrow)
        for place, part in enumerate((self.finder, self.replay, self._right)):
            part.setVisible(not narrow or place == self._shown)
        for place, tab in enumerate(self._tabs):
            tab.set_variant(Variant.TAB_ON if place == self._shown else Variant.TAB)
            tab.setAccessibleDescription("✓" if place == self._shown else "")

    def _show_part(self, place: int) -> None:
        """Where one part shows at a time, the focus does not stay behind in one that goes out of sight."""
        before, self._shown = (self.finder, self.replay, self._right)[self._shown], place
        focus = QApplication.focusWidget()
        if self.is_narrow() and focus is not None and before.isAncestorOf(focus):
            self._tabs[place].setFocus()
        self._arrange()

    def show_finder(self) -> None:
        """Brings the search into sight, with the caret."""
        self._show_part(0)
        self.finder.line.setFocus()
        self.finder.line.selectAll()

    def show_marks(self) -> None:
        """Brings the scorecard into sight, with the focus on its first criterion."""
        self._show_part(2)
        self.score.take_caret()

    def show_comment(self) -> None:
        """Brings the replay into sight, with the caret in the comment."""
        self._show_part(1)
        self.replay.take_comment()

    def _tab_pressed(self) -> None:
        tab = self.sender()
        if isinstance(tab, KeyButton):
            self._show_part(self._tabs.index(tab))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """One part at a time where there is no room for three."""
        super().resizeEvent(event)
        self._arrange()

    def retranslate(self) -> None:
        """Says everything in the present language."""
        lang = ui_lang()
        self._name.setText(self.tr("Call review"))
        for tab, words in zip(
            self._tabs, (self.tr("Calls"), self.tr("Replay"), self.tr("Score")), strict=True
        ):
            tab.set_words(words)
        self._print.set_words(self.tr("Print"), self._keys.cap(Action.PRINT, lang))
        self._export.set_words(self.tr("Export"))
        self._take_back.set_words(self.tr("Import marks"))
        self._take_back.setToolTip(self.tr("Marks that were edited in an exported workbook"))
        self._calibrate.set_words(self.tr("Calibration"))
        self.show_overdue(self._overdue)
        self._figures.set_words(self.tr("Figures"), self._keys.cap(Action.FIGURES, lang))
        self._leave.set_words(self.tr("Calling"))
        self._leave.setToolTip(self.tr("To the screen that calls are made from"))
        self._settings.set_words(self.tr("Settings"), self._keys.cap(Action.SETTINGS, lang))
        if self._told_export.state is not ExportState.IDLE:
            self.show_export(self._told_export)

    def changeEvent(self, event: QEvent) -> None:
        """Speaks the new language."""
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
