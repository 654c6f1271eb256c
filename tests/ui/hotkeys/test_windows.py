"""Windows' keys: what is asked of user32, and how its messages come back; no Windows is needed for either."""

from __future__ import annotations

import ctypes
from ctypes import wintypes
from dataclasses import dataclass, field
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication

from app.ui.hotkeys.windows import WM_HOTKEY, WindowsGrabber, virtual_key
from app.ui.hotkeys.wishes import Chord, Refusal

NO_REPEAT, CTRL, ALT = 0x4000, 2, 1


@dataclass
class User32:
    """Remembers what it was asked; key codes in ``others`` belong to another program."""

    others: frozenset[int] = frozenset()
    held: dict[int, tuple[int, int]] = field(default_factory=dict)

    def RegisterHotKey(self, window: Any, number: int, held: int, key: int) -> int:
        if key in self.others or (held, key) in self.held.values():
            return 0
        self.held[number] = (held, key)
        return 1

    def UnregisterHotKey(self, window: Any, number: int) -> int:
        return int(self.held.pop(number, None) is not None)


def say(grabber: WindowsGrabber, number: int, message: int = WM_HOTKEY) -> bool:
    said = wintypes.MSG()
    said.message, said.wParam = message, number
    taken, _ = grabber.filter.nativeEventFilter(b"windows_dispatcher_MSG", ctypes.addressof(said))
    return bool(taken)


def test_a_key_is_registered_without_repeating_and_its_message_is_heard(qapp: QApplication) -> None:
    user32, heard = User32(), []
    grabber = WindowsGrabber(user32)
    assert grabber.grab(Chord.read("Ctrl+Alt+H"), lambda: heard.append("hold")) is None
    assert user32.held == {1: (NO_REPEAT | CTRL | ALT, ord("H"))}
    assert say(grabber, 1)
    assert not say(grabber, 2)
    assert not say(grabber, 1, message=0x0100)
    assert heard == ["hold"]
    grabber.close()
    assert user32.held == {}


def test_a_key_of_another_program_is_refused_and_the_next_is_not(qapp: QApplication) -> None:
    grabber = WindowsGrabber(User32(others=frozenset({ord("H")})))
    assert grabber.grab(Chord.read("Ctrl+H"), lambda: None) is Refusal.TAKEN
    assert grabber.grab(Chord.read("Ctrl+J"), lambda: None) is None
    assert grabber.grab(Chord.read("Ctrl+F12"), lambda: None) is Refusal.NO_SUCH_KEY
    assert grabber.grab(Chord.read("Ctrl+ě"), lambda: None) is Refusal.NO_SUCH_KEY
    grabber.close()


@pytest.mark.parametrize(
    ("name", "code"), [("A", 0x41), ("7", 0x37), ("F1", 0x70), ("F24", 0x87), ("Space", 0x20)]
)
def test_virtual_keys(name: str, code: int) -> None:
    assert virtual_key(name) == code


def test_f25_is_no_key() -> None:
    assert virtual_key("F25") is None
