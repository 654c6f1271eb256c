"""Keys of the whole desktop while the window is open: takes those that the settings name and tells when one is pressed."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication

from app.ui.hotkeys.desktop import desktop_grabber
from app.ui.hotkeys.presenter import GrabberMaker, ShortcutPresenter
from app.ui.hotkeys.wishes import GlobalAction, Grabber, Lack, Shortcuts
from app.ui.hotkeys.wording import troubles_words
from app.ui.keys import Action
from app.ui.preferences import Preferences


class GlobalKeys(QObject):
    """Owned by the journey. Nothing is loaded or asked for until the settings name a key.

    ``act_wanted`` carries an ``Action`` for the call, ``window_wanted`` asks for the window, ``refused`` carries the
    sentences about keys that could not be had, ``changed`` tells that ``shortcuts`` are others.
    """

    act_wanted = Signal(Action)
    window_wanted = Signal()
    refused = Signal(str)
    changed = Signal()

    def __init__(
        self, preferences: Preferences, parent: QObject | None = None, make: GrabberMaker | None = None
    ) -> None:
        super().__init__(parent)
        self._preferences = preferences
        self._presenter = ShortcutPresenter(make or self._grabber, self.press)
        preferences.changed.connect(self._follow)

    @property
    def shortcuts(self) -> Shortcuts:
        """What came of each wish."""
        return self._presenter.shortcuts

    def look(self) -> Lack | None:
        """Why this desktop gives no keys; ``None`` when it does."""
        return self._presenter.look()

    def begin(self) -> None:
        """Takes the keys that the settings name."""
        self._follow()

    def close(self) -> None:
        """Gives all keys back."""
        self._presenter.close()

    def _follow(self) -> None:
        if self._presenter.wish(self._preferences.settings.global_keys):
            self._tell()

    def _keys_moved(self) -> None:
        before = self.shortcuts
        self._presenter.keys_moved()
        if self.shortcuts != before:
            self._tell()

    def _tell(self) -> None:
        self.changed.emit()
        words = troubles_words(self.shortcuts)
        if words:
            self.refused.emit(words)

    def press(self, action: GlobalAction) -> None:
        """Does what the key stands for; also for keys that the desktop itself holds (``callcue press``)."""
        if action.brings_window:
            self.window_wanted.emit()
        if action.in_call is not None:
            self.act_wanted.emit(action.in_call)

    def _grabber(self) -> Grabber | Lack:
        return desktop_grabber(QGuiApplication.platformName(), self._keys_moved, self)
