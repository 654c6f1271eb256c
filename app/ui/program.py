"""Puts the window's parts together: application, words, look, frame and journey; the window comes first, data after."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QUrl, Signal
from PySide6.QtGui import QFileOpenEvent, QGuiApplication
from PySide6.QtWidgets import QApplication

from app.ui.background import Background
from app.ui.bugs import BugWatch
from app.ui.collector import Collector
from app.ui.frame import Frame
from app.ui.preferences import Preferences
from app.ui.theme import Theme
from app.ui.words import Words, lang_named

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.call.ports import Clock
    from app.leads.screen_pop import Pop
    from app.settings import Settings, SettingsProblem
    from app.ui.door import Door
    from app.ui.doorbell import Doorbell
    from app.ui.journey import Build, Journey


class LinkApplication(QApplication):
    """Hears addresses that macOS hands to a program that runs already; they come as events, not as arguments."""

    address_opened = Signal(str)

    def event(self, event: QEvent) -> bool:
        """Passes ``callcue:`` addresses on."""
        if event.type() is QEvent.Type.FileOpen and isinstance(event, QFileOpenEvent):
            self.address_opened.emit(event.url().toString(QUrl.ComponentFormattingOption.FullyEncoded))
            return True
        return super().event(event)


def application(arguments: list[str]) -> QApplication:
    """The application object, made once."""
    QGuiApplication.setDesktopFileName("callcue")
    made = LinkApplication(arguments) if sys.platform == "darwin" else QApplication(arguments)
    made.setApplicationName("callcue")
    made.setApplicationDisplayName("Callcue")
    return made


class Program(QObject):
    """Everything that lives as long as the window. Whoever makes it keeps it.

    The first picture is the empty frame; the screens are loaded and the data opened right after it. ``opened`` comes
    when the start screen has its books.
    """

    opened = Signal()

    def __init__(
        self,
        app: QApplication,
        home: Path,
        settings: Settings,
        build: Build,
        *,
        clock: Clock | None = None,
        role: str = "",
        slips: Sequence[SettingsProblem] = (),
    ) -> None:
        """``slips`` are what was wrong with the settings, said once the lists are there."""
        super().__init__()
        self._role = role
        self._slips = tuple(slips)
        self._app = app
        self.background = Background(self)
        self.preferences = Preferences(home, settings, self.background, self)
        self._words = Words(app)
        self._lang = lang_named(settings.language)
        self._theme: Theme | None = None
        self._bugs = BugWatch(home, self)
        self._words.switch(self._lang)
        self._wear(self.preferences.first_theme)
        self.frame = Frame(self.preferences)
        self._build, self._clock = build, clock
        self._journey: Journey | None = None
        self._door: Door | None = None
        self._doorbell: Doorbell | None = None
        self.collector = Collector(self._at_rest, self)
        self.frame.painted.connect(self._furnish)
        if isinstance(app, LinkApplication):
            app.address_opened.connect(self._address_opened)
        self.preferences.changed.connect(self._follow)
        app.styleHints().colorSchemeChanged.connect(self._desktop_turned)

    @property
    def journey(self) -> Journey:
        """The screens and their way; made when first asked for."""
        if self._journey is None:
            from app.call.clock import SystemClock
            from app.ui.journey import Journey

            clock = self._clock or SystemClock()
            self._journey = Journey(
                self.frame, self.preferences, self.background, clock, self._build, self, role=self._role
            )
            self._journey.opened.connect(self.opened)
            self._journey.opened.connect(self._tell_slips)
            self._bugs.bug_met.connect(self._journey.bug_met)
        return self._journey

    def _furnish(self) -> None:
        """The frame has been painted: now everything else."""
        self._wear(self.preferences.theme)
        self.journey.open()
        self._listen()
        from app.ui.icons import program_icon  # the worker has begun by now

        self._app.setWindowIcon(program_icon())

    def _tell_slips(self) -> None:
        slips, self._slips = self._slips, ()
        if slips and self._journey is not None:
            self._journey.settings_unread(slips)

    def show(self, door: Door | None = None, pop: Pop | None = None) -> None:
        """Opens the window; its data are opened once it has been painted, and then ``door`` is listened at.

        ``pop`` is the call that it was started for.
        """
        self._bugs.watch()
        self._door = door
        if pop is not None:
            self.journey.phone.meet(pop)
        self.frame.show()

    def _at_rest(self) -> bool:
        """Whether no customer is on the line."""
        return self._journey is None or not self._journey.in_call()

    def _listen(self) -> None:
        if self._door is None or self._doorbell is not None:
            return
        from app.ui.doorbell import Doorbell

        self._doorbell = bell = Doorbell(self._door, self)
        bell.focus_wanted.connect(self.frame.come_forward)
        bell.pop_heard.connect(self.journey.phone.meet)
        bell.pressed.connect(self.journey.hotkeys.press)
        bell.refused.connect(self._bugs.note_refused)
        if not bell.open():
            self._bugs.note_refused("no door can be opened; a second start will not find this window")

    def _address_opened(self, address: str) -> None:
        """The desktop handed an address over (macOS)."""
        from app.leads.screen_pop import PopRefused, read_address

        try:
            pop = read_address(address, self.preferences.settings.country)
        except PopRefused as refused:
            self._bugs.note_refused(f"{refused.slip}: {address[:120]!r}")
            return
        self.journey.phone.meet(pop)

    def close(self) -> None:
        """Gives back what was taken from Python and Qt."""
        if self._doorbell is not None:
            self._doorbell.close()
        self.collector.end()
        self._bugs.close()
        self._words.close()
        self.frame.deleteLater()

    def _wear(self, theme: Theme) -> None:
        if theme != self._theme:
            self._theme = theme
            theme.apply(self._app)

    def _follow(self) -> None:
        lang = lang_named(self.preferences.settings.language)
        if lang is not self._lang:
            self._lang = lang
            self._words.switch(lang)
            if self._journey is not None:
                self._journey.retranslate()
        self._wear(self.preferences.theme)

    def _desktop_turned(self) -> None:
        self.preferences.follow_desktop()
