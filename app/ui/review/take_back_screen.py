"""The screen that shows what an edited workbook would change, and keeps it when that is wanted."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.call.ports import Clock
from app.review.marks_back_words import no_marks_words
from app.ui.a11y import announce
from app.ui.background import Runner
from app.ui.key_events import key_press
from app.ui.keys import KeyPress, cap_of
from app.ui.preferences import Preferences
from app.ui.review.side_frame import SideFrame
from app.ui.review.take_back_scene import TakeBackScene, TakeBackState
from app.ui.review.take_back_table import TakeBackTable
from app.ui.review.taking_back import MOST_SHOWN, TakeBackPresenter
from app.ui.type_scale import TextRole
from app.ui.widgets import KeyButton, Panel, PanelLook, Variant, WrappingLabel
from app.ui.words import ui_lang, ui_locale

if TYPE_CHECKING:
    from app.call.ports import CallBook
    from app.review.ports import ReviewBook

_WIDTH = 1000
_LOOK_MS = 250
_ALL = 1000
"""The table takes all the room there is; without it everything stands at the top."""
_KEEP = KeyPress("Return", ctrl=True)


class TakeBackScreen(SideFrame):
    """One file; Ctrl+Enter keeps its changes, Esc leaves everything as it was."""

    def __init__(
        self, preferences: Preferences, runner: Runner, clock: Clock, parent: QWidget | None = None
    ) -> None:
        super().__init__(preferences, parent)
        self.table = TakeBackTable()
        self._file = WrappingLabel(role=TextRole.STRONG)
        self._state = WrappingLabel(role=TextRole.BODY)
        self._more = WrappingLabel(role=TextRole.NOTE)
        self.keep = KeyButton(variant=Variant.PRIMARY)
        self.stop = KeyButton()
        self.presenter = TakeBackPresenter(self, runner, clock, preferences.settings.rep)
        self._looking = QTimer(self)
        self._looking.setInterval(_LOOK_MS)
        self._lay_out()
        self._looking.timeout.connect(self.presenter.look)
        self.keep.clicked.connect(self.presenter.keep)
        self.stop.clicked.connect(self.presenter.stop)
        self.left.connect(self.presenter.stop)
        preferences.changed.connect(self._follow_preferences)
        self._follow_preferences()
        self.retranslate()
        self.show_take_back(self.presenter.scene)

    def _lay_out(self) -> None:
        part = Panel(PanelLook.GROUND)
        column = QVBoxLayout(part)
        column.setContentsMargins(18, 14, 18, 14)
        column.setSpacing(8)
        for widget in (self._file, self._state, self.table, self._more):
            column.addWidget(widget, _ALL if widget is self.table else 0)
        column.addWidget(self.stop, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)
        self.add_button(self.keep)
        self.add_part(part, _WIDTH, grows=True)

    def open(self, path: str, reviews: ReviewBook, calls: CallBook) -> None:
        """Reads the file."""
        self.presenter.open(path, reviews, calls)

    # --- what the presenter tells ---

    def show_take_back(self, scene: TakeBackScene) -> None:
        """Shows ``scene``."""
        reading = scene.state is TakeBackState.READING
        (self._looking.start if reading else self._looking.stop)()
        self._file.setText(Path(scene.path).name)
        words = self._words(scene)
        if words != self._state.whole_text() and not reading:
            announce(self, words)
        self._state.setText(words)
        found = scene.found if scene.state is not TakeBackState.KEPT or scene.late else None
        listed = found is not None and bool(found.changes or found.conflicts or found.bad)
        self.table.show_found(found, scene.heads)
        self.table.setVisible(listed)
        more = self._more_words(scene)
        self._more.setText(more)
        self._more.setVisible(bool(more))
        self.stop.setVisible(reading)
        changes = len(scene.found.changes) if scene.found is not None else 0
        self.keep.setVisible(changes > 0 and scene.state in (TakeBackState.READY, TakeBackState.KEEPING))
        self.keep.setEnabled(scene.state is TakeBackState.READY)
        self.keep.set_words(self.tr("Keep %n change(s)", "", changes), cap_of("Ctrl+Return", ui_lang()))

    def _words(self, scene: TakeBackScene) -> str:
        number = ui_locale().toString
        if scene.state is TakeBackState.READING:
            return self.tr("Reading the file… %1 rows so far.").replace("%1", number(scene.rows))
        if scene.state is TakeBackState.NO_MARKS and scene.problem is not None:
            return no_marks_words(scene.problem, Path(scene.path).name, ui_lang())
        if scene.state is TakeBackState.READY:
            return self._found_words(scene)
        return {
            TakeBackState.STOPPED: self.tr("Reading was stopped. Nothing was changed."),
            TakeBackState.KEEPING: self.tr("Keeping the changes…"),
            TakeBackState.KEPT: self._kept_words(scene),
            TakeBackState.VANISHED: self.tr(
                "A review was erased meanwhile, so nothing was changed. Open the file again."
            ),
            TakeBackState.TROUBLED: self.tr(
                "The database cannot be used now, so nothing was changed. Try again in a moment."
            ),
        }.get(scene.state, "")

    def _found_words(self, scene: TakeBackScene) -> str:
        found = scene.found
        if found is None:
            return ""
        same = self.tr("%n mark(s) stay as they are.", "", found.same)
        if not (found.changes or found.conflicts or found.bad):
            nothing = self.tr("The file changes nothing.")
            return f"{nothing} {same}"
        parts = [self.tr("%n mark(s) would change.", "", len(found.changes))]
        if found.conflicts:
            parts.append(
                self.tr(
                    "%n mark(s) were changed here since the export and are left out.",
                    "",
                    len(found.conflicts),
                )
            )
        if found.bad:
            parts.append(self.tr("%n cell(s) cannot be taken.", "", len(found.bad)))
        return " ".join((*parts, same))

    def _kept_words(self, scene: TakeBackScene) -> str:
        kept = self.tr("%n mark(s) were changed. The marks before stay in their history.", "", scene.kept)
        if not scene.late:
            return kept
        late = self.tr("%n mark(s) were changed here in the last moment and were left out.", "", scene.late)
        return f"{kept} {late}"

    def _more_words(self, scene: TakeBackScene) -> str:
        found = scene.found
        if found is None or scene.state is TakeBackState.KEPT:
            return ""
        hidden = sum(max(0, len(part) - MOST_SHOWN) for part in (found.changes, found.conflicts, found.bad))
        return self.tr("%n more row(s) are not listed here.", "", hidden) if hidden else ""

    # --- keys and looks ---

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl+Enter keeps, Esc leaves."""
        if key_press(event) == _KEEP:
            self.presenter.keep()
        else:
            super().keyPressEvent(event)

    def _follow_preferences(self) -> None:
        self.table.set_theme(self.preferences.theme)
        self.fit_parts()

    def retranslate(self) -> None:
        """Says everything in the present language."""
        self.name.setText(self.tr("Marks from a file"))
        self.leave.set_words(self.tr("Call review"), "Esc")
        self.stop.set_words(self.tr("Stop"))
        self.show_take_back(self.presenter.scene)
