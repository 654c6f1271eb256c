"""Joins the figures' looks and doings and owns both."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QVBoxLayout, QWidget

from app.call.ports import Clock
from app.review.figure_words import NAMES
from app.ui.a11y import announce
from app.ui.background import Runner
from app.ui.figures.presenter import Books, FiguresPresenter
from app.ui.figures.scene import FiguresScene
from app.ui.figures.view import FiguresView
from app.ui.key_events import action_for, is_typing, key_press
from app.ui.keys import Action, KeyPress, Place
from app.ui.preferences import Preferences
from app.ui.words import ui_lang


class FiguresScreen(QWidget):
    """Figures of the calls that a search line finds; a row leads to its calls, Esc to all of them."""

    calls_wanted = Signal(str)
    settings_wanted = Signal()
    key_sheet_wanted = Signal()

    def __init__(
        self,
        preferences: Preferences,
        runner: Runner,
        clock: Clock,
        books: Books,
        line: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._preferences = preferences
        self.view = FiguresView(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.view)
        self.presenter = FiguresPresenter(self, self, runner, clock, books, lang=ui_lang())
        self._connect()
        self._follow()
        self.setFocusProxy(self.view.names)
        self.presenter.open(line)

    def _connect(self) -> None:
        view, presenter = self.view, self.presenter
        view.leave_wanted.connect(self._leave)
        view.chosen.connect(presenter.choose)
        view.group_chosen.connect(presenter.choose_group)
        view.copy_wanted.connect(presenter.copy)
        view.picture_wanted.connect(self._copy_picture)
        view.export_wanted.connect(self._ask_where)
        view.stop_wanted.connect(presenter.stop)
        view.again_wanted.connect(presenter.again)
        view.line.typed.connect(presenter.type_line)
        view.line.suggestions_wanted.connect(self._suggest)
        for part in (view.chart, view.table):
            part.opened.connect(presenter.open_row)
        view.chart.moved.connect(presenter.move_row)
        view.table.walked.connect(presenter.choose_row)
        self._preferences.changed.connect(self._follow)

    @property
    def scene(self) -> FiguresScene:
        """What is on the screen."""
        return self.presenter.scene

    # --- what the presenter tells ---

    def show_scene(self, scene: FiguresScene) -> None:
        """Shows ``scene``."""
        self.view.show_scene(scene)

    def copy(self, text: str) -> None:
        """Puts ``text`` on the clipboard."""
        QGuiApplication.clipboard().setText(text)
        announce(self, self.tr("Copied"))

    def show_calls(self, line: str) -> None:
        """Whoever listens shows the calls that ``line`` finds."""
        self.calls_wanted.emit(line)

    # --- keys and presses ---

    def _suggest(self, cursor: int) -> None:
        self.presenter.type_line(self.view.line.text())
        self.view.line.offer(self.presenter.suggest(cursor))

    def _copy_picture(self) -> None:
        QGuiApplication.clipboard().setPixmap(self.view.picture())
        announce(self, self.tr("Copied"))

    def _ask_where(self) -> None:
        """Where the figure shall go, and what kind of file it shall be."""
        shown = self.scene.shown
        if shown is None or not shown.rows:
            return
        from app.ui.paper import ask_where

        name = NAMES[self.scene.chosen].in_lang(ui_lang())
        kinds = {"xlsx": "Excel", "csv": "CSV", "pdf": "PDF"}
        ask_where(self, self.tr("Export the figure"), name, kinds).fileSelected.connect(self.export)

    def export(self, path: str) -> None:
        """Writes the figure to ``path``; a PDF has the chart as it is on the screen."""
        if Path(path).suffix.lower() == ".pdf":
            self._write_page(path)
        else:
            self.presenter.export(path, self.view.group_words())

    def _write_page(self, path: str) -> None:
        from app.review.out.figure_file import PICTURE, Asked, figure_page
        from app.ui.paper import Page, write_pdf

        scene = self.scene
        if scene.shown is None:
            return
        asked = Asked(scene.line, self.view.group_words())
        html = figure_page(scene.shown, ui_lang(), asked, picture=True)
        title = NAMES[scene.chosen].in_lang(ui_lang())
        try:
            write_pdf(path, Page(title, html, {PICTURE: self.view.chart_picture()}))
        except OSError:
            self.presenter.note_written("", path)
        else:
            self.presenter.note_written(path, "")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc goes back; letters copy, outside the search line."""
        press = key_press(event)
        action = action_for(event, self._preferences.keys, Place.REVIEW)
        act: Callable[[], object] | None = None
        if action is not None:
            act = {
                Action.SETTINGS: self.settings_wanted.emit,
                Action.KEY_SHEET: self.key_sheet_wanted.emit,
            }.get(action)
        if press is not None and act is None:
            act = self._chords().get(press)
            if act is None and not is_typing():
                act = self._single_keys().get(press)
        if act is None and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            focus = self.focusWidget()
            act = focus.click if isinstance(focus, QAbstractButton) else self.view.table.setFocus
        if act is None:
            super().keyPressEvent(event)
            return
        act()

    def _chords(self) -> Mapping[KeyPress, Callable[[], object]]:
        return {KeyPress("Esc"): self._back, KeyPress("F", ctrl=True): self._to_line}

    def _single_keys(self) -> Mapping[KeyPress, Callable[[], object]]:
        return {
            KeyPress("C"): self.presenter.copy,
            KeyPress("P"): self._copy_picture,
            KeyPress("E"): self._ask_where,
            KeyPress("/"): self._to_line,
            KeyPress("PgDown"): partial(self.presenter.move, 1),
            KeyPress("PgUp"): partial(self.presenter.move, -1),
        }

    def _to_line(self) -> None:
        self.view.line.setFocus()
        self.view.line.selectAll()

    def _back(self) -> None:
        """Out of the search line, then out of the figures."""
        if is_typing():
            self.view.names.setFocus()
        else:
            self._leave()

    def _leave(self) -> None:
        self.presenter.stop()
        self.calls_wanted.emit(self.scene.line)

    def _follow(self) -> None:
        self.view.set_theme(self._preferences.theme)

    def changeEvent(self, event: QEvent) -> None:
        """Speaks the new language."""
        if event.type() is QEvent.Type.LanguageChange:
            self.presenter.speak(ui_lang())
        super().changeEvent(event)
