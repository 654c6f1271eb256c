"""The settings in force while the window is open: changed at once, told to whoever listens, saved behind the scenes."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from app.settings import Settings, save
from app.ui.background import Runner
from app.ui.theme import Theme, ThemeName, system_theme, theme_named, theme_of_ground

if TYPE_CHECKING:
    from app.ui.keys import KeyMap


class Preferences(QObject):
    """Holds the settings. ``changed`` carries nothing: read ``settings``, ``keys`` or ``theme`` anew."""

    changed = Signal()
    keys_changed = Signal(object)
    """The new ``KeyMap``, for screens that are told their keys."""
    not_saved = Signal(str)

    def __init__(self, home: Path, settings: Settings, runner: Runner, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.home = home
        self._runner = runner
        self.settings = settings
        self._keys: KeyMap | None = None

    @property
    def keys(self) -> KeyMap:
        """The keys in force."""
        if self._keys is None:
            from app.ui.keys import KeyMap

            self._keys = KeyMap.from_setting(self.settings.keys)
        return self._keys

    @property
    def theme(self) -> Theme:
        """The look that the settings ask for, on this desktop, now."""
        return self._theme(system_theme)

    @property
    def first_theme(self) -> Theme:
        """The look of the first picture, found without loading more; ``theme`` may know better afterwards."""
        return self._theme(theme_of_ground)

    def _theme(self, of_desktop: Callable[[], ThemeName]) -> Theme:
        return Theme(theme_named(self.settings.theme, of_desktop), self.settings.text_percent)

    def change(self, **values: Any) -> None:
        """Puts other values of ``Settings`` fields in force and saves them."""
        settings = replace(self.settings, **values)
        if settings == self.settings:
            return
        rekeyed = settings.keys != self.settings.keys
        self.settings = settings
        self._keys = None
        self.changed.emit()
        if rekeyed:
            self.keys_changed.emit(self.keys)
        self._runner.run(partial(save, self.home, settings), self._saved, self._failed)

    def keep_at_close(self, **values: Any) -> None:
        """Saves at once, on the calling thread, when the window goes; what cannot be written is left as it was."""
        self.settings = replace(self.settings, **values)
        with suppress(OSError):
            save(self.home, self.settings)

    def follow_desktop(self) -> None:
        """The desktop turned light or dark."""
        self.changed.emit()

    def _saved(self, _: None) -> None:
        """Nothing to show: saving is silent when it works."""

    def _failed(self, error: Exception) -> bool:
        if not isinstance(error, OSError):
            return False
        self.not_saved.emit(error.strerror or str(error))
        return True
