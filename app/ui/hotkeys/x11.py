"""Keys of the whole desktop on X11: passive grabs on a connection of our own, so that nothing of Qt's is touched."""

from __future__ import annotations

import ctypes
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from PySide6.QtCore import QObject, QSocketNotifier, QTimer, Signal

from app.ui.hotkeys.wishes import Chord, Refusal
from app.ui.hotkeys.xcb import (
    ANY_HELD,
    ANY_KEY,
    ASYNC,
    KEY_PRESS,
    KEY_RELEASE,
    MAPPING_NOTIFY,
    KeyEvent,
    ScreenIterator,
    Xcb,
)

_HELD = {"Shift": 1, "Ctrl": 4, "Alt": 8, "Meta": 64}
_COUNTS = sum(_HELD.values())
_LOCKS = (0, 2, 16, 18)
"""Caps Lock and Num Lock are modifiers to X11: each key is grabbed with and without them."""
_KEYS = {
    "Space": 0x20, "Plus": 0x2B, "Comma": 0x2C, "Backspace": 0xFF08, "Tab": 0xFF09, "Return": 0xFF0D, "Esc": 0xFF1B,
    "Home": 0xFF50, "Left": 0xFF51, "Up": 0xFF52, "Right": 0xFF53, "Down": 0xFF54, "PageUp": 0xFF55,
    "PageDown": 0xFF56, "End": 0xFF57, "Insert": 0xFF63, "Delete": 0xFFFF,
}  # fmt: skip
_FIRST_F_KEY = 0xFFBE
_MOST_F_KEYS = 24
_LAYOUT_SETTLES_MS = 300
_KIND = 0x7F


def keysym(name: str) -> int | None:
    """X11's number of a key named as on an English keyboard (keysymdef.h)."""
    if name in _KEYS:
        return _KEYS[name]
    if name[:1] == "F" and name[1:].isdigit() and 1 <= int(name[1:]) <= _MOST_F_KEYS:
        return _FIRST_F_KEY + int(name[1:]) - 1
    return ord(name.lower()) if len(name) == 1 and "!" <= name <= "~" else None


class NoDisplay(Exception):
    """There is no X server to ask."""


@dataclass(frozen=True, slots=True)
class _Grab:
    code: int
    held: int


class X11Grabber(QObject):
    """Implements ``Grabber``. ``keys_moved`` comes when the keyboard's layout has changed: ask for everything anew.

    Raises OSError where the libraries are missing, ``NoDisplay`` where no server answers.
    """

    keys_moved = Signal()

    def __init__(self, parent: QObject | None = None, *, display: str | None = None) -> None:
        super().__init__(parent)
        self._xcb = Xcb()
        name = display.encode("ascii") if display is not None else None
        self._connection: int | None = self._xcb.core.xcb_connect(name, None)
        if self._xcb.core.xcb_connection_has_error(self._connection):
            self._xcb.core.xcb_disconnect(self._connection)
            raise NoDisplay
        self._roots = tuple(self._walk_roots())
        self._symbols: int = self._xcb.symbols.xcb_key_symbols_alloc(self._connection)
        self._presses: dict[_Grab, Callable[[], None]] = {}
        self._up: tuple[int, int] | None = None
        self._settled = QTimer(self)
        self._settled.setSingleShot(True)
        self._settled.setInterval(_LAYOUT_SETTLES_MS)
        self._settled.timeout.connect(self._read_layout)
        number = self._xcb.core.xcb_get_file_descriptor(self._connection)
        self._notifier = QSocketNotifier(number, QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._listen)

    def grab(self, chord: Chord, press: Callable[[], None]) -> Refusal | None:
        """See ``Grabber``."""
        sign = keysym(chord.key)
        code = self._code_of(sign) if sign is not None else None
        if code is None:
            return Refusal.NO_SUCH_KEY
        held = sum(_HELD[name] for name in chord.held)
        if not all(self._taken(root, code, held | lock) for root in self._roots for lock in _LOCKS):
            for root in self._roots:
                for lock in _LOCKS:
                    self._xcb.core.xcb_ungrab_key(self._connection, code, root, held | lock)
            self._xcb.core.xcb_flush(self._connection)
            return Refusal.TAKEN
        self._presses[_Grab(code, held)] = press
        return None

    def release(self) -> None:
        """See ``Grabber``."""
        self._presses = {}
        for root in self._roots:
            self._xcb.core.xcb_ungrab_key(self._connection, ANY_KEY, root, ANY_HELD)
        self._xcb.core.xcb_flush(self._connection)

    def close(self) -> None:
        """See ``Grabber``; the server takes back what the connection held."""
        if self._connection is None:
            return
        self.release()
        self._notifier.setEnabled(False)
        self._settled.stop()
        self._xcb.symbols.xcb_key_symbols_free(self._symbols)
        self._xcb.core.xcb_disconnect(self._connection)
        self._connection = None

    def _walk_roots(self) -> Iterator[int]:
        setup = self._xcb.core.xcb_get_setup(self._connection)
        screens: ScreenIterator = self._xcb.core.xcb_setup_roots_iterator(setup)
        while screens.rem:
            yield screens.data.contents.root
            self._xcb.core.xcb_screen_next(ctypes.byref(screens))

    def _code_of(self, sign: int) -> int | None:
        codes = self._xcb.symbols.xcb_key_symbols_get_keycode(self._symbols, sign)
        if not codes:
            return None
        first = ctypes.c_uint8.from_address(codes).value
        self._xcb.free(codes)
        return first or None

    def _taken(self, root: int, code: int, held: int) -> bool:
        core = self._xcb.core
        asked = core.xcb_grab_key_checked(self._connection, 0, root, held, code, ASYNC, ASYNC)
        error = core.xcb_request_check(self._connection, asked)
        if error:
            self._xcb.free(error)
        return not error

    def _listen(self) -> None:
        while self._connection is not None:
            address = self._xcb.core.xcb_poll_for_event(self._connection)
            if not address:
                break
            event = KeyEvent.from_address(address)
            kind, code, state, time = event.response_type & _KIND, event.detail, event.state, event.time
            self._xcb.free(address)
            self._hear(kind, code, state, time)
        if self._connection is not None and self._xcb.core.xcb_connection_has_error(self._connection):
            self._notifier.setEnabled(False)

    def _hear(self, kind: int, code: int, state: int, time: int) -> None:
        if kind == MAPPING_NOTIFY:
            self._settled.start()
        elif kind == KEY_RELEASE:
            self._up = code, time
        elif kind == KEY_PRESS and self._up != (code, time):
            # A key held down comes as up and down at the very same time, again and again.
            press = self._presses.get(_Grab(code, state & _COUNTS))
            if press is not None:
                press()

    def _read_layout(self) -> None:
        self._xcb.symbols.xcb_key_symbols_free(self._symbols)
        self._symbols = self._xcb.symbols.xcb_key_symbols_alloc(self._connection)
        self.keys_moved.emit()
