"""Joins the inbox's looks and doings and owns both."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QEvent, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QVBoxLayout, QWidget

from app.call.events import NudgeKind
from app.review.proposals import Decision
from app.ui.background import Runner
from app.ui.inbox.detail import (
    ACCEPT_KEY,
    AGAIN_KEY,
    COPY_KEY,
    DECLINE_KEY,
    LATER_KEY,
    OPEN_KEY,
    REPLAY_KEY,
)
from app.ui.inbox.ports import Books
from app.ui.inbox.presenter import InboxPresenter
from app.ui.inbox.scene import InboxScene, Tab
from app.ui.inbox.view import InboxView
from app.ui.key_events import action_for, is_typing, key_press
from app.ui.keys import Action
from app.ui.preferences import Preferences
from app.ui.words import ui_lang

FIND_KEY = "/"


class InboxScreen(QWidget):
    """The manager's inbox; Esc or its button goes back to the start screen."""

    closed = Signal()
    settings_wanted = Signal()
    key_sheet_wanted = Signal()

    def __init__(
        self, preferences: Preferences, runner: Runner, books: Books, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._preferences = preferences
        self.view = InboxView(books.clock, self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.view)
        login = preferences.settings.login
        self.presenter = InboxPresenter(self.view, self, runner, manager=login, lang=ui_lang())
        self._connect()
        self._follow()
        self.setFocusProxy(self.view.proposals.search)
        self.presenter.show()
        self.presenter.serve(books)

    def _connect(self) -> None:
        view, presenter = self.view, self.presenter
        page, detail = view.proposals, view.proposals.detail
        view.back_wanted.connect(self.closed)
        view.tab_chosen.connect(presenter.show_tab)
        page.typed.connect(presenter.type_query)
        page.moved.connect(self._move_into_list)
        page.kind_chosen.connect(presenter.choose_kind)
        page.playbook_chosen.connect(presenter.choose_playbook)
        page.pile_chosen.connect(presenter.choose_pile)
        page.chosen.connect(presenter.choose)
        detail.decided.connect(presenter.decide)
        detail.copy_wanted.connect(presenter.copy)
        detail.open_wanted.connect(presenter.open_file)
        detail.replay_wanted.connect(presenter.open_replay)
        detail.replay_closed.connect(presenter.close_replay)
        view.reminders.switched.connect(presenter.switch_reminder)
        self._preferences.changed.connect(self._follow)

    @property
    def scene(self) -> InboxScene:
        """What is on the screen."""
        return self.presenter.scene

    # --- where the presenter's wishes take effect ---

    def copy(self, text: str) -> None:
        """Puts ``text`` on the clipboard."""
        QGuiApplication.clipboard().setText(text)

    def open_file(self, path: Path) -> bool:
        """Opens a file with the system's editor; ``False`` when there is none for it."""
        return QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))

    def switch_reminder(self, nudge: NudgeKind) -> None:
        """Turns a reminder off, or on again."""
        off = self._preferences.settings.quiet ^ {nudge}
        self._preferences.change(reminders_off=", ".join(one for one in NudgeKind if one in off))

    # --- keys ---

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Digits turn pages, letters decide; asleep while words to find are typed."""
        press = key_press(event)
        act: Callable[[], object] | None = None
        if press is not None:
            action = action_for(event, self._preferences.keys)
            if action is Action.BACK or press.chord == "Esc":
                act = self._go_back
            elif action is Action.SETTINGS:
                act = self.settings_wanted.emit
            elif action is Action.KEY_SHEET:
                act = self.key_sheet_wanted.emit
            elif press.chord == "Return":
                act = self._press_or_list
            elif not is_typing():
                act = self._acts().get(press.chord)
        if act is None:
            super().keyPressEvent(event)
            return
        act()

    def _acts(self) -> dict[str, Callable[[], object]]:
        presenter = self.presenter
        pages: dict[str, Callable[[], object]] = {
            str(place): partial(presenter.show_tab, tab) for place, tab in enumerate(Tab, start=1)
        }
        if self.scene.tab is not Tab.PROPOSALS:
            return pages
        return pages | {
            ACCEPT_KEY: partial(presenter.decide, Decision.ACCEPTED),
            LATER_KEY: partial(presenter.decide, Decision.LATER),
            DECLINE_KEY: partial(presenter.decide, Decision.DECLINED),
            AGAIN_KEY: partial(presenter.decide, Decision.NEW),
            COPY_KEY: presenter.copy,
            OPEN_KEY: presenter.open_file,
            REPLAY_KEY: partial(presenter.open_replay, 0),
            FIND_KEY: self.view.proposals.search.setFocus,
            "Down": partial(presenter.move, 1),
            "Up": partial(presenter.move, -1),
        }

    def _go_back(self) -> None:
        """Out of a call's text, out of a search that found something, then out of the inbox."""
        if self.presenter.close_replay():
            return
        if is_typing() and self.scene.query:
            self._to_list()
            return
        self.closed.emit()

    def _press_or_list(self) -> None:
        focus = self.focusWidget()
        if isinstance(focus, QAbstractButton):
            focus.click()
        else:
            self._to_list()

    def _move_into_list(self, by: int) -> None:
        """An arrow in the search line: the keys are the list's from here."""
        self.presenter.move(by)
        if self.scene.rows:
            self._to_list()

    def _to_list(self) -> None:
        page = self.view.proposals
        (page.list if page.list.isVisible() else page.piles[Decision.NEW]).setFocus()

    def _follow(self) -> None:
        self.view.set_keys(self._preferences.keys)
        self.presenter.set_reminders_off(self._preferences.settings.quiet)

    def changeEvent(self, event: QEvent) -> None:
        """Replays speak the new language too."""
        if event.type() is QEvent.Type.LanguageChange:
            self.presenter.speak(ui_lang())
        super().changeEvent(event)
