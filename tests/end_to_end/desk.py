"""A whole Callcue for stories: the real window, real services, a real database file; driven by keys."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from app.call.live_call import LiveCall
from app.call.prompt import Prompt
from app.scripts.window import builder
from app.settings import Settings, save
from app.ui.live.screen import LiveScreen
from app.ui.outcome.screen import OutcomeScreen
from app.ui.program import Program
from app.ui.services import Services
from app.ui.today.scene import TodayScene

SHIPPED = Path(__file__).parents[2] / "playbooks"
PATIENCE_MS = 15_000
_NONE = Qt.KeyboardModifier.NoModifier
_KEYS = {
    "Enter": Qt.Key.Key_Return,
    "Space": Qt.Key.Key_Space,
    "Backspace": Qt.Key.Key_Backspace,
    "Esc": Qt.Key.Key_Escape,
    "Tab": Qt.Key.Key_Tab,
    "Right": Qt.Key.Key_Right,
    "Down": Qt.Key.Key_Down,
    **{f"F{number}": getattr(Qt.Key, f"Key_F{number}") for number in range(1, 13)},
}


@dataclass
class Desk:
    """One start of the program over the data folder ``home``."""

    app: QApplication
    home: Path
    settings: Settings
    wait: Callable[[Callable[[], bool]], None]
    role: str = ""
    seen: list[tuple[int, Prompt]] = field(default_factory=list)
    closed: bool = False

    def __post_init__(self) -> None:
        save(self.home, self.settings)
        self.program = Program(self.app, self.home, self.settings, self._build, role=self.role)
        self.frame = self.program.frame
        self.services: Services | None = None

    def _build(self) -> Services:
        self.services = builder(self.home)()
        return self.services

    def open(self) -> None:
        """Shows the window and waits until its lists are there."""
        self.frame.resize(780, 700)
        self.program.show()
        self.wait(lambda: self.screen_name() == "TodayScreen" and bool(self.today().playbooks))
        self.frame.activateWindow()

    def close(self) -> None:
        """Closes the window as a rep does; a second time does nothing."""
        if self.closed:
            return
        self.closed = True
        self.frame.close()
        self.program.close()

    def screen_name(self) -> str:
        return type(self.frame.current_screen()).__name__

    def await_screen(self, name: str) -> QWidget:
        self.wait(lambda: self.screen_name() == name)
        screen = self.frame.current_screen()
        assert screen is not None
        return screen

    def today(self) -> TodayScene:
        scene = self.await_screen("TodayScreen")._presenter.scene  # type: ignore[attr-defined]
        assert isinstance(scene, TodayScene)
        return scene

    def live(self) -> LiveScreen:
        screen = self.await_screen("LiveScreen")
        assert isinstance(screen, LiveScreen)
        return screen

    def outcome(self) -> OutcomeScreen:
        screen = self.await_screen("OutcomeScreen")
        assert isinstance(screen, OutcomeScreen)
        return screen

    def call(self) -> LiveCall:
        call = self.live().presenter._call
        assert isinstance(call, LiveCall)
        return call

    @property
    def prompt(self) -> Prompt:
        return self.call().prompt

    def focused(self) -> QWidget:
        return QApplication.focusWidget() or self.frame

    def press(self, *keys: str) -> None:
        """Presses keys by name or letter, noting what the live window shows after each."""
        for key in keys:
            code = _KEYS.get(key)
            if code is not None:
                QTest.keyClick(self.focused(), code)
            else:
                self.press_as(ord(key.upper()), key)
            self.note()

    def press_as(self, code: int, text: str) -> None:
        """Presses a key that another keyboard layout makes ``text`` of; Qt's code for a letter is its capital's."""
        target = self.focused()
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            QApplication.sendEvent(target, QKeyEvent(kind, code, _NONE, text))
        self.note()

    def write(self, text: str) -> None:
        """Types into the field that has the focus."""
        assert isinstance(self.focused(), QLineEdit), type(self.focused())
        for letter in text:
            self.press_as(ord(letter.upper()), letter)

    def note(self) -> None:
        """Keeps the prompt on the screen with the moment it belongs to."""
        if self.screen_name() == "LiveScreen":
            call = self.call()
            self.seen.append((call.events[-1].ms, call.prompt))

    def all_saved(self) -> None:
        """Waits until everything is on disk."""
        self.wait(lambda: self.live().presenter.scene.saved)


def shipped_copy(folder: Path) -> Path:
    """The shipped playbooks in a folder of the test's own."""
    shutil.copytree(SHIPPED, folder)
    return folder
