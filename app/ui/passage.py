"""Which screen is in sight, and which ones wait beneath it to be come back to."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget


class Stage(Protocol):
    """What has room for one screen at a time."""

    def show_screen(self, screen: QWidget) -> None:
        """Puts ``screen`` in sight; the one before stays."""

    def drop_screen(self, screen: QWidget) -> None:
        """Takes ``screen`` away for good."""

    def current_screen(self) -> QWidget | None:
        """The screen in sight."""


class Passage(QObject):
    """The way between screens: home, one screen after another, and steps aside that lead back to where they began."""

    changed = Signal()
    """Another screen is in sight."""

    def __init__(
        self, stage: Stage, home: QWidget, renew_home: Callable[[], None], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._stage = stage
        self._home = home
        self._renew_home = renew_home
        self._passing: QWidget | None = None
        self._aside: list[QWidget] = []

    @property
    def passing(self) -> QWidget | None:
        """The screen of the way itself, even while another was stepped aside to; ``None`` at home."""
        return self._passing

    @property
    def in_sight(self) -> QWidget | None:
        """The screen that is seen."""
        return self._stage.current_screen()

    def pass_to(self, screen: QWidget) -> None:
        """Goes on to ``screen``; what was in sight or beneath is done with."""
        before, self._passing = self._passing, None if screen is self._home else screen
        gone, self._aside = [*self._aside, *([before] if before is not None else [])], []
        self._show(screen)
        for one in gone:
            self._stage.drop_screen(one)

    def go_home(self) -> None:
        """Back to the start screen, as things are now."""
        self._renew_home()
        self.pass_to(self._home)

    def step_aside(self, screen: QWidget) -> None:
        """Shows ``screen`` over the one in sight, which stays as it is to be come back to."""
        self._aside.append(screen)
        self._show(screen)

    def come_back(self) -> None:
        """Back to what was in sight before the last step aside, with the focus where it was."""
        if not self._aside:
            self.go_home()
            return
        gone = self._aside.pop()
        screen = self._beneath()
        focus = screen.focusWidget()
        if screen is self._home:
            self._renew_home()
        self._show(screen)
        if focus is not None and screen is not self._home:
            focus.setFocus()
        self._stage.drop_screen(gone)

    def forget_beneath(self) -> None:
        """The way back from the screen in sight leads home: what waits beneath is no longer true."""
        stale = [*self._aside[:-1], *([self._passing] if self._passing is not None else [])]
        if self._aside:
            self._aside, self._passing = self._aside[-1:], None
            for one in stale:
                self._stage.drop_screen(one)

    def _show(self, screen: QWidget) -> None:
        self._stage.show_screen(screen)
        self.changed.emit()

    def _beneath(self) -> QWidget:
        """What would be in sight without the screen that is to be closed."""
        return self._aside[-1] if self._aside else self._passing or self._home
