"""Which way to keys of the whole desktop this system has."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Mapping

from PySide6.QtCore import QObject

from app.ui.hotkeys.wishes import Grabber, Lack


def desktop_grabber(
    platform: str,
    keys_moved: Callable[[], None],
    parent: QObject | None = None,
    environment: Mapping[str, str] = os.environ,
) -> Grabber | Lack:
    """What asks for keys here, or why nothing can. ``platform`` is Qt's name of the window system."""
    if platform == "windows":
        from app.ui.hotkeys.windows import WindowsGrabber, hot_key_calls

        calls = hot_key_calls()
        return WindowsGrabber(calls) if calls is not None else Lack.NO_LIBRARY
    if platform == "cocoa" or sys.platform == "darwin":
        return Lack.MACOS
    if platform.startswith("wayland") or environment.get("WAYLAND_DISPLAY"):
        return Lack.WAYLAND
    if platform != "xcb":
        return Lack.NO_DESKTOP
    from app.ui.hotkeys.x11 import NoDisplay, X11Grabber

    try:
        grabber = X11Grabber(parent)
    except OSError:
        return Lack.NO_LIBRARY
    except NoDisplay:
        return Lack.NO_DESKTOP
    grabber.keys_moved.connect(keys_moved)
    return grabber
