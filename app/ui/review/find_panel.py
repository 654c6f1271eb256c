"""The left of the review desk: search line, chips, filters, saved views, how many calls, and the table."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QInputDialog, QMenu, QProgressBar, QVBoxLayout, QWidget

from app.call.ports import Clock
from app.review.query import FIELD_WORDS, Field
from app.ui.keys import KeyMap
from app.ui.review.call_table import CallTable, RowSource
from app.ui.review.find_scene import FindScene, Toggle
from app.ui.review.picking_note import PickingNote
from app.ui.search_line import MistakeLabel, SearchLine
from app.ui.theme import Theme
from app.ui.type_scale import RHYTHM, TextRole
from app.ui.widgets import FlowLayout, KeyButton, Panel, PanelLook, Variant, WrappingLabel
from app.ui.words import ui_lang, ui_locale

_CROSS = "✕"
_NAME_LETTERS = 56
PATIENCE = 400
"""Milliseconds after which a search counts as long: its progress and the way to stop it come into sight."""


class FindPanel(Panel):
    """Shows a ``FindScene``."""

    filter_toggled = Signal(object, str)
    chip_dropped = Signal(str)
    cleared = Signal()
    view_used = Signal(str)
    view_kept = Signal(str)
    view_dropped = Signal(str)
    picking_stopped = Signal()
    stop_wanted = Signal()
    again_wanted = Signal()

    def __init__(self, source: RowSource, clock: Clock, parent: QWidget | None = None) -> None:
        super().__init__(PanelLook.SIDE_LEFT, parent)
        self._scene = FindScene()
        self.line = SearchLine()
        self.table = CallTable(source, clock)
        self._chips: list[KeyButton] = []
        self._quick: list[KeyButton] = []
        self._more, self._views = KeyButton(pill=True), KeyButton(pill=True)
        self._mistake = MistakeLabel()
        self.counted = WrappingLabel(role=TextRole.NOTE)
        self._empty = WrappingLabel(role=TextRole.BODY)
        self._picking = PickingNote()
        self._picking.stopped.connect(self.picking_stopped)
        self._clear, self.stop = KeyButton(), KeyButton()
        self.progress = QProgressBar()
        self._patience = QTimer(self, singleShot=True, interval=PATIENCE)
        self._lay_out()
        self._more.clicked.connect(self._show_filters)
        self._views.clicked.connect(self._show_views)
        self._clear.clicked.connect(self.cleared)
        self.stop.clicked.connect(self._stop_clicked)
        self._patience.timeout.connect(self._show_progress)
        self.line.table_wanted.connect(self._to_table)
        self.setFocusProxy(self.line)
        self.retranslate()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 12, 0, 0)
        column.setSpacing(RHYTHM)
        top = QVBoxLayout()
        top.setContentsMargins(12, 0, 12, 0)
        top.setSpacing(6)
        top.addWidget(self._picking)
        top.addWidget(self.line)
        chips = QWidget()
        self._flow = FlowLayout(chips, gap=6)
        self._flow.addWidget(self._more)
        top.addWidget(chips)
        top.addWidget(self._mistake)
        found = QHBoxLayout()
        found.addWidget(self.counted, 1)
        found.addWidget(self.stop)
        found.addWidget(self._views)
        top.addLayout(found)
        self.progress.setRange(0, 0)
        self.progress.setTextVisible(False)
        top.addWidget(self.progress)
        column.addLayout(top)
        column.addWidget(self.table, 1)
        self._nothing = QWidget()
        nothing = QVBoxLayout(self._nothing)
        nothing.setContentsMargins(16, 16, 16, 16)
        nothing.addWidget(self._empty)
        row = QHBoxLayout()
        row.addWidget(self._clear)
        row.addStretch(1)
        nothing.addLayout(row)
        nothing.addStretch(1)
        column.addWidget(self._nothing, 1)

    def show_scene(self, scene: FindScene) -> None:
        """Shows ``scene``."""
        before, self._scene = self._scene, scene
        self.line.show_line(scene.line)
        self._show_chips(scene)
        self._mistake.show_mistakes(scene.mistakes)
        self.counted.setText(self._count_words(scene))
        self._follow_search(scene)
        self.table.mark_drafts(scene.drafts)
        self.table.show_order(scene.sort, descending=scene.descending)
        if before.chosen != scene.chosen:
            self.table.choose(scene.chosen)
        empty = self._empty_words(scene)
        self._empty.setText(empty)
        self._nothing.setVisible(bool(empty))
        self.table.setVisible(not empty)
        self._clear.setVisible(scene.ready and bool(scene.line))
        self._views.setVisible(bool(scene.views) or bool(scene.line))

    def _follow_search(self, scene: FindScene) -> None:
        """A short search comes and goes without a flicker; a long one shows that it goes on and can be stopped."""
        if not scene.busy:
            self._patience.stop()
        elif not self._patience.isActive() and self.progress.isHidden():
            self._patience.start()
        long = scene.busy and not self.progress.isHidden()
        self.progress.setVisible(long)
        self.stop.setVisible(long or scene.stopped)
        self.stop.set_words(self.tr("Stop") if scene.busy else self.tr("Look again"))

    def _show_progress(self) -> None:
        self.progress.show()
        self._follow_search(self._scene)

    def _stop_clicked(self) -> None:
        (self.stop_wanted if self._scene.busy else self.again_wanted).emit()

    def renew(self) -> None:
        """Every row is another one now."""
        self.table.renew(self._scene.shown, self._scene.chosen)

    def set_theme(self, theme: Theme) -> None:
        """Makes room for the text size."""
        self.table.set_theme(theme)

    def _show_chips(self, scene: FindScene) -> None:
        idle = [one for one in scene.quick if not one.on]
        while len(self._chips) < len(scene.chips):
            self._chips.append(self._chip(self._chip_clicked, Variant.PLAIN))
        while len(self._quick) < len(scene.quick):
            self._quick.append(self._chip(self._quick_clicked, Variant.QUIET))
        for place, chip in enumerate(self._chips):
            chip.setVisible(place < len(scene.chips))
            if place < len(scene.chips):
                chip.set_words(f"{scene.chips[place].words} {_CROSS}")
                name = self.tr("Remove filter: %1").replace("%1", scene.chips[place].words)
                chip.setAccessibleName(name)
        for place, button in enumerate(self._quick):
            button.setVisible(place < len(idle))
            if place < len(idle):
                button.set_words(f"+ {idle[place].words}")
                button.setAccessibleName(self.tr("Add filter: %1").replace("%1", idle[place].words))

    def _chip(self, pressed: Callable[[], None], variant: Variant) -> KeyButton:
        """One more button in the flow: filters that hold come first, then those to add, then the menu of all."""
        chip = KeyButton(variant=variant, pill=True)
        chip.clicked.connect(pressed)
        self._flow.addWidget(chip)
        for button in (*(self._quick if variant is Variant.PLAIN else ()), self._more):
            self._flow.removeWidget(button)
            self._flow.addWidget(button)
        return chip

    def _chip_clicked(self) -> None:
        chip = self.sender()
        if isinstance(chip, KeyButton) and chip in self._chips:
            self.chip_dropped.emit(self._scene.chips[self._chips.index(chip)].code)

    def _quick_clicked(self) -> None:
        button = self.sender()
        if isinstance(button, KeyButton) and button in self._quick:
            one = [each for each in self._scene.quick if not each.on][self._quick.index(button)]
            self.filter_toggled.emit(one.field, one.value)

    # --- menus ---

    def _show_filters(self) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        fields: dict[Field, list[Toggle]] = {}
        for toggle in self._scene.toggles:
            fields.setdefault(toggle.field, []).append(toggle)
        for field, toggles in fields.items():
            part = menu.addMenu(FIELD_WORDS[field].in_lang(ui_lang()))
            for toggle in toggles:
                action = part.addAction(toggle.words)
                action.setCheckable(True)
                action.setChecked(toggle.on)
                action.setData((field, toggle.value))
        menu.triggered.connect(self._filter_chosen)
        menu.popup(self._more.mapToGlobal(QPoint(0, self._more.height())))

    def _filter_chosen(self, action: QAction) -> None:
        data = action.data()
        if isinstance(data, tuple):
            self.filter_toggled.emit(Field(data[0]), data[1])

    def _show_views(self) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for view in self._scene.views:
            menu.addAction(view.name).setData(("use", view.name))
        if self._scene.views:
            menu.addSeparator()
        keep = menu.addAction(self.tr("Save this view…"))
        keep.setData(("keep", ""))
        keep.setEnabled(bool(self._scene.line))
        if self._scene.views:
            drop = menu.addMenu(self.tr("Forget a view"))
            for view in self._scene.views:
                drop.addAction(view.name).setData(("drop", view.name))
        menu.triggered.connect(self._view_chosen)
        menu.popup(self._views.mapToGlobal(QPoint(0, self._views.height())))

    def _view_chosen(self, action: QAction) -> None:
        data = action.data()
        if not isinstance(data, tuple):
            return
        what, name = data
        if what == "use":
            self.view_used.emit(name)
        elif what == "drop":
            self.view_dropped.emit(name)
        else:
            self._ask_name()

    def _ask_name(self) -> None:
        dialog = QInputDialog(self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setWindowTitle(self.tr("Save this view"))
        words = self.tr("What shall it be called?")
        if self._scene.views:
            words += " " + self.tr("A view of the same name is replaced.")
        dialog.setLabelText(words)
        dialog.resize(_NAME_LETTERS * self.fontMetrics().averageCharWidth(), dialog.sizeHint().height())
        dialog.textValueSelected.connect(self.view_kept)
        dialog.open()

    # --- words ---

    def _count_words(self, scene: FindScene) -> str:
        if scene.troubled:
            return self.tr("The calls cannot be read now. Try again in a moment.")
        if scene.stopped:
            return self._stopped_words(scene)
        if not scene.ready or (scene.count is None and not scene.shown):
            return self.tr("Looking for calls…")
        if scene.count is None:
            return self.tr("Counting…")
        number = ui_locale().toString(scene.count.calls)
        if scene.count.exact:
            return self.tr("%n call(s)", "", scene.count.calls).replace(str(scene.count.calls), number)
        return self.tr("about %1 calls (an estimate)").replace("%1", number)

    def _stopped_words(self, scene: FindScene) -> str:
        if not scene.shown:
            return self.tr("The search was stopped.")
        return self.tr("Stopped before all calls were counted; these are the first.")

    def _empty_words(self, scene: FindScene) -> str:
        if not scene.ready or scene.shown or scene.count is None or scene.count.calls:
            return ""
        if scene.line:
            return self.tr("No call fits. Take a filter out, or look for something else.")
        return self.tr("No calls yet. They come here once their outcome is recorded.")

    def set_keys(self, keys: KeyMap) -> None:
        """Names these keys."""
        self._picking.set_keys(keys)

    def show_picking(self, who: str) -> None:
        """A second call is to be picked for the one with ``who``; empty: no longer."""
        self._picking.show_for(who)
        if who:
            self._to_table()

    def leave_text(self) -> bool:
        """Takes the caret out of the search line; whether there is anything else here to go to."""
        if not self.table.isHidden():
            self.table.setFocus()
        elif not self._clear.isHidden():
            self._clear.setFocus()
        else:
            return False
        return True

    def _to_table(self) -> None:
        if not self.table.isHidden():
            self.table.setFocus()
            if not self.table.currentIndex().isValid() and self._scene.shown:
                self.table.setCurrentIndex(self.table.model().index(0, 0))

    def retranslate(self) -> None:
        """Says everything in the present language."""
        self._more.set_words(self.tr("+ filter"))
        self._more.setAccessibleName(self.tr("Add a filter"))
        self._views.set_words(self.tr("Views"))
        self._clear.set_words(self.tr("Show all calls"))
        self.progress.setAccessibleName(self.tr("Looking for calls…"))
        self.progress.hide()
        self.show_scene(self._scene)

    def changeEvent(self, event: QEvent) -> None:
        """Speaks the new language."""
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
