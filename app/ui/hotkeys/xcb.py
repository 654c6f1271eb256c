"""The few functions of libxcb that grabbing keys takes, with their C types. Both libraries come with Qt's own X11 support.

https://xcb.freedesktop.org/manual/ and https://www.x.org/releases/X11R7.7/doc/xproto/x11protocol.html
"""

from __future__ import annotations

import ctypes
from ctypes import POINTER, Structure, c_char_p, c_int, c_int16, c_uint8, c_uint16, c_uint32, c_void_p
from ctypes.util import find_library
from typing import Any

KEY_PRESS, KEY_RELEASE, MAPPING_NOTIFY = 2, 3, 34
ANY_KEY, ANY_HELD, ASYNC = 0, 0x8000, 1


class Cookie(Structure):
    """The number of a request whose error can be asked for."""

    _fields_ = (("sequence", c_uint32),)


class Screen(Structure):
    """The beginning of a screen; the root window is all that is read."""

    _fields_ = (("root", c_uint32),)


class ScreenIterator(Structure):
    """Walks a display's screens."""

    _fields_ = (("data", POINTER(Screen)), ("rem", c_int), ("index", c_int))


class KeyEvent(Structure):
    """A key went down or up."""

    _fields_ = (
        ("response_type", c_uint8),
        ("detail", c_uint8),
        ("sequence", c_uint16),
        ("time", c_uint32),
        ("root", c_uint32),
        ("event", c_uint32),
        ("child", c_uint32),
        ("root_x", c_int16),
        ("root_y", c_int16),
        ("event_x", c_int16),
        ("event_y", c_int16),
        ("state", c_uint16),
        ("same_screen", c_uint8),
        ("pad", c_uint8),
    )


class Xcb:
    """Both libraries, loaded. Raises OSError when this machine lacks one."""

    def __init__(self) -> None:
        self.core = _library("xcb", "libxcb.so.1")
        self.symbols = _library("xcb-keysyms", "libxcb-keysyms.so.1")
        self._free = ctypes.CDLL(None).free
        self._free.argtypes, self._free.restype = [c_void_p], None
        core, symbols = self.core, self.symbols
        declared: tuple[tuple[Any, list[Any], Any], ...] = (
            (core.xcb_connect, [c_char_p, POINTER(c_int)], c_void_p),
            (core.xcb_connection_has_error, [c_void_p], c_int),
            (core.xcb_disconnect, [c_void_p], None),
            (core.xcb_get_file_descriptor, [c_void_p], c_int),
            (core.xcb_get_setup, [c_void_p], c_void_p),
            (core.xcb_setup_roots_iterator, [c_void_p], ScreenIterator),
            (core.xcb_screen_next, [POINTER(ScreenIterator)], None),
            (core.xcb_poll_for_event, [c_void_p], c_void_p),
            (core.xcb_flush, [c_void_p], c_int),
            (core.xcb_request_check, [c_void_p, Cookie], c_void_p),
            (
                core.xcb_grab_key_checked,
                [c_void_p, c_uint8, c_uint32, c_uint16, c_uint8, c_uint8, c_uint8],
                Cookie,
            ),
            (core.xcb_ungrab_key, [c_void_p, c_uint8, c_uint32, c_uint16], Cookie),
            (symbols.xcb_key_symbols_alloc, [c_void_p], c_void_p),
            (symbols.xcb_key_symbols_free, [c_void_p], None),
            (symbols.xcb_key_symbols_get_keycode, [c_void_p, c_uint32], c_void_p),
        )
        for function, takes, gives in declared:
            function.argtypes, function.restype = takes, gives

    def free(self, address: int) -> None:
        """Gives memory back that the libraries handed out."""
        self._free(address)


def _library(name: str, usual: str) -> ctypes.CDLL:
    try:
        return ctypes.CDLL(usual)
    except OSError:
        return ctypes.CDLL(find_library(name) or usual)
