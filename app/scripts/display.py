"""Whether a window can open here: a display that answers, and what Qt loads for it. Loads no Qt to find out."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Mapping
from pathlib import Path

from app.playbook.label import Label

_HEADLESS = frozenset({"offscreen", "minimal", "vnc"})
_OTHER_NAMES = frozenset({"wayland-egl", "wayland-brcm"})
"""Platforms that have no plugin of their own."""
_LIBRARIES = ("libEGL.so.1", "libGL.so.1", "libxkbcommon.so.0", "libfontconfig.so.1", "libdbus-1.so.3")
_X11_LIBRARIES = ("libxcb-cursor.so.0", "libxcb-icccm.so.4", "libxcb-keysyms.so.1", "libxkbcommon-x11.so.0")
_NO_DISPLAY = Label(
    "There is no display here. Start Callcue in a desktop session, or with 'ssh -X' or xvfb-run, to get its window.",
    "Není tu žádná obrazovka. Okno se otevře v grafickém prostředí, přes „ssh -X“ nebo pomocí xvfb-run.",
)
_NO_LIBRARIES = Label(
    "The window needs system libraries that are missing here: {names}. 'make setup' installs them on Debian and Ubuntu.",
    "Okno potřebuje systémové knihovny, které tu chybějí: {names}. V Debianu a Ubuntu je doinstaluje „make setup“.",
)
_NO_REPLY = Label(
    "The display {name} does not answer. Start Callcue in a desktop session, or with 'ssh -X' or xvfb-run, to get its "
    "window.",
    "Obrazovka {name} neodpovídá. Okno se otevře v grafickém prostředí, přes „ssh -X“ nebo pomocí xvfb-run.",
)
_NO_PLATFORM = Label(
    "Qt has no '{name}' to open windows with. Take QT_QPA_PLATFORM out of the environment, or set it to xcb or wayland.",
    "Qt nemá „{name}“, čím by otevřelo okno. Zrušte proměnnou QT_QPA_PLATFORM, nebo v ní nastavte xcb či wayland.",
)


def display_problem(lang: str = "en", around: Mapping[str, str] | None = None) -> str | None:
    """Why no window can open here, in one or two sentences; ``None`` when one can. Loads no Qt."""
    if not sys.platform.startswith("linux"):
        return None
    environment = os.environ if around is None else around
    said = environment.get("QT_QPA_PLATFORM", "")
    platform = said.partition(":")[0]
    if said and not any(_has_platform(one.partition(":")[0]) for one in said.split(";")):
        return _NO_PLATFORM.in_lang(lang).format(name=said)
    displays = _displays(environment) if platform not in _HEADLESS else {}
    if platform not in _HEADLESS and not displays:
        return _NO_DISPLAY.in_lang(lang)
    missing = missing_libraries(platform, environment)
    if missing:
        return _NO_LIBRARIES.in_lang(lang).format(names=", ".join(missing))
    if displays and not any(answers(name) for name, answers in displays.items()):
        return _NO_REPLY.in_lang(lang).format(name=next(iter(displays)))
    return None


def _displays(environment: Mapping[str, str]) -> dict[str, Callable[[str], bool]]:
    """The displays that the environment names, each with what tells whether it answers."""
    wayland = environment.get("WAYLAND_DISPLAY", "")
    if wayland:
        wayland = str(Path(environment.get("XDG_RUNTIME_DIR", "")) / wayland)
    named = ((wayland, _wayland_answers), (environment.get("DISPLAY", ""), _x11_answers))
    return {name: answers for name, answers in named if name}


def _x11_answers(name: str) -> bool:
    """Whether the X server lets us in; without its library Qt itself has to find out."""
    import ctypes

    try:
        xcb = ctypes.CDLL("libxcb.so.1")
    except OSError:
        return True
    xcb.xcb_connect.argtypes, xcb.xcb_connect.restype = [ctypes.c_char_p, ctypes.c_void_p], ctypes.c_void_p
    xcb.xcb_connection_has_error.argtypes = xcb.xcb_disconnect.argtypes = [ctypes.c_void_p]
    connection = xcb.xcb_connect(os.fsencode(name), None)
    answers = not xcb.xcb_connection_has_error(connection)
    xcb.xcb_disconnect(connection)
    return answers


def _wayland_answers(path: str) -> bool:
    """Whether somebody listens at the compositor's socket."""
    import socket

    with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as tried:
        try:
            tried.connect(path)
        except OSError:
            return False
    return True


def _has_platform(name: str) -> bool:
    """Whether Qt's own package has this platform plugin; where it has none beside it, Qt itself has to find out."""
    from importlib.util import find_spec

    found = find_spec("PySide6")
    for place in (found.submodule_search_locations or ()) if found is not None else ():
        plugins = Path(place) / "Qt" / "plugins" / "platforms"
        if plugins.is_dir():
            return name in _OTHER_NAMES or (plugins / f"libq{name}.so").is_file()
    return True


def missing_libraries(
    platform: str, environment: Mapping[str, str], loads: Callable[[str], bool] | None = None
) -> tuple[str, ...]:
    """The system libraries that Qt's platform needs and that cannot be loaded here."""
    on_x11 = platform not in _HEADLESS and not environment.get("WAYLAND_DISPLAY")
    wanted = (*_LIBRARIES, *_X11_LIBRARIES) if on_x11 else _LIBRARIES
    can_load = loads or _loads
    return tuple(name.partition(".so")[0] for name in wanted if not can_load(name))


def _loads(name: str) -> bool:
    """Whether the library is here; Qt is about to load it anyway, so that looking costs nothing."""
    import ctypes

    try:
        ctypes.CDLL(name)
    except OSError:
        return False
    return True
