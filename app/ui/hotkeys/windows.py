"""Keys of the whole desktop on Windows: RegisterHotKey, whose presses come as messages to the window's thread.

https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-registerhotkey
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from ctypes import wintypes
from typing import Any, Protocol

from PySide6.QtCore import QAbstractNativeEventFilter, QCoreApplication

from app.ui.hotkeys.wishes import Chord, Refusal

WM_HOTKEY = 0x0312
_NO_REPEAT = 0x4000
_HELD = {"Alt": 1, "Ctrl": 2, "Shift": 4, "Meta": 8}
_KEYS = {
    "Backspace": 0x08, "Tab": 0x09, "Return": 0x0D, "Esc": 0x1B, "Space": 0x20, "PageUp": 0x21, "PageDown": 0x22,
    "End": 0x23, "Home": 0x24, "Left": 0x25, "Up": 0x26, "Right": 0x27, "Down": 0x28, "Insert": 0x2D, "Delete": 0x2E,
    "Plus": 0xBB, "Comma": 0xBC, "-": 0xBD, ".": 0xBE,
}  # fmt: skip
_FIRST_F_KEY = 0x70
_MOST_F_KEYS = 24
_DEBUGGERS_OWN = "F12"


class HotKeyCalls(Protocol):
    """The two functions of user32 that are needed."""

    def RegisterHotKey(self, window: Any, number: int, held: int, key: int) -> int:
        """Not 0 when the key is ours."""

    def UnregisterHotKey(self, window: Any, number: int) -> int:
        """Gives it back."""


def virtual_key(name: str) -> int | None:
    """The virtual-key code of a key named as on an English keyboard."""
    if name in _KEYS:
        return _KEYS[name]
    if name[:1] == "F" and name[1:].isdigit() and 1 <= int(name[1:]) <= _MOST_F_KEYS:
        return _FIRST_F_KEY + int(name[1:]) - 1
    return ord(name) if len(name) == 1 and name.isascii() and name.isalnum() else None


class _Presses(QAbstractNativeEventFilter):
    """Picks the messages about our keys out of the thread's queue."""

    def __init__(self, heard: Callable[[int], bool]) -> None:
        super().__init__()
        self._heard = heard

    def nativeEventFilter(self, kind: Any, message: Any) -> Any:
        """See Qt."""
        if bytes(kind) not in (b"windows_dispatcher_MSG", b"windows_generic_MSG"):
            return False, 0
        said = wintypes.MSG.from_address(int(message))
        return said.message == WM_HOTKEY and self._heard(int(said.wParam)), 0


class WindowsGrabber:
    """Implements ``Grabber``."""

    def __init__(self, user32: HotKeyCalls) -> None:
        self._user32 = user32
        self._presses: dict[int, Callable[[], None]] = {}
        self.filter = _Presses(self._heard)
        app = QCoreApplication.instance()
        if app is not None:
            app.installNativeEventFilter(self.filter)

    def grab(self, chord: Chord, press: Callable[[], None]) -> Refusal | None:
        """See ``Grabber``. F12 belongs to debuggers, whatever is held with it."""
        key = virtual_key(chord.key)
        if key is None or chord.key == _DEBUGGERS_OWN:
            return Refusal.NO_SUCH_KEY
        held = _NO_REPEAT
        for name in chord.held:
            held |= _HELD[name]
        number = len(self._presses) + 1
        if not self._user32.RegisterHotKey(None, number, held, key):
            return Refusal.TAKEN
        self._presses[number] = press
        return None

    def release(self) -> None:
        """See ``Grabber``."""
        for number in self._presses:
            self._user32.UnregisterHotKey(None, number)
        self._presses = {}

    def close(self) -> None:
        """See ``Grabber``."""
        self.release()
        app = QCoreApplication.instance()
        if app is not None:
            app.removeNativeEventFilter(self.filter)

    def _heard(self, number: int) -> bool:
        press = self._presses.get(number)
        if press is not None:
            press()
        return press is not None


def hot_key_calls() -> HotKeyCalls | None:
    """Those of this system; ``None`` where there is no Windows."""
    if sys.platform == "win32":
        import ctypes

        calls: HotKeyCalls = ctypes.windll.user32
        return calls
    return None
