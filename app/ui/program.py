"""Puts the window's parts together: application, words, look, frame and journey; the window comes first, data after."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from app.call.clock import SystemClock
from app.call.ports import Clock
from app.settings import Settings
from app.ui.background import Background
from app.ui.bugs import BugWatch
from app.ui.frame import Frame
from app.ui.journey import Build, Journey
from app.ui.preferences import Preferences
from app.ui.theme import Theme
from app.ui.words import Words, lang_named


def application(arguments: list[str]) -> QApplication:
    """The application object, made once."""
    QGuiApplication.setDesktopFileName("callcue")
    made = QApplication(arguments)
    made.setApplicationName("callcue")
    made.setApplicationDisplayName("Callcue")
    return made


class Program(QObject):
    """Everything that lives as long as the window. Whoever makes it keeps it."""

    def __init__(
        self, app: QApplication, home: Path, settings: Settings, build: Build, *, clock: Clock | None = None
    ) -> None:
        super().__init__()
        self._app = app
        self.background = Background(self)
        self.preferences = Preferences(home, settings, self.background, self)
        self._words = Words(app)
        self._lang = lang_named(settings.language)
        self._theme = Theme()
        self._bugs = BugWatch(home, self)
        self._words.switch(self._lang)
        self._wear(self.preferences.theme)
        self.frame = Frame(self.preferences)
        self.journey = Journey(
            self.frame, self.preferences, self.background, clock or SystemClock(), build, self
        )
        self._bugs.bug_met.connect(self.journey.bug_met)
        self.preferences.changed.connect(self._follow)
        app.styleHints().colorSchemeChanged.connect(self._desktop_turned)

    def show(self) -> None:
        """Opens the window; its data are opened once it has been painted."""
        self._bugs.watch()
        self.frame.show()

    def close(self) -> None:
        """Gives back what was taken from Python and Qt."""
        self._bugs.close()
        self._words.close()
        self.frame.deleteLater()

    def _wear(self, theme: Theme) -> None:
        if theme != self._theme or not self._app.styleSheet():
            self._theme = theme
            theme.apply(self._app)

    def _follow(self) -> None:
        lang = lang_named(self.preferences.settings.language)
        if lang is not self._lang:
            self._lang = lang
            self._words.switch(lang)
            self.journey.retranslate()
        self._wear(self.preferences.theme)

    def _desktop_turned(self) -> None:
        self.preferences.follow_desktop()
