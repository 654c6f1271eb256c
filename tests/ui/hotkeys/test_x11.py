"""X11's keys on a real X server: pressed while another program has the focus, taken by another, given back."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.ui.hotkeys.desktop import desktop_grabber
from app.ui.hotkeys.wishes import Chord, Lack, Refusal
from app.ui.hotkeys.x11 import NoDisplay, X11Grabber, keysym

needs_server = pytest.mark.skipif(
    not (shutil.which("Xvfb") and shutil.which("xdotool")), reason="needs Xvfb and xdotool"
)


@pytest.fixture
def display(qapp: QApplication) -> Iterator[str]:
    read, write = os.pipe()
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(write), "-screen", "0", "320x240x24", "-nolisten", "tcp"],
        pass_fds=[write],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    os.close(write)
    with os.fdopen(read) as told:
        number = told.readline().strip()
    yield f":{number}"
    server.terminate()
    server.wait()


def press(display: str, chord: str) -> None:
    subprocess.run(["xdotool", "key", chord], env={**os.environ, "DISPLAY": display}, check=True)


@needs_server
def test_a_key_pressed_elsewhere_is_heard_once_also_with_caps_lock(display: str, qtbot: QtBot) -> None:
    heard: list[str] = []
    grabber = X11Grabber(display=display)
    assert grabber.grab(Chord.read("Ctrl+Alt+H"), lambda: heard.append("hold")) is None
    assert grabber.grab(Chord.read("F9"), lambda: heard.append("front")) is None
    press(display, "ctrl+alt+h")
    press(display, "h")
    press(display, "Caps_Lock")
    press(display, "ctrl+alt+h")
    press(display, "F9")
    qtbot.waitUntil(lambda: "front" in heard)
    assert heard == ["hold", "hold", "front"]
    grabber.close()


@needs_server
def test_a_key_of_another_program_is_refused_until_it_is_given_back(display: str) -> None:
    other, ours = X11Grabber(display=display), X11Grabber(display=display)
    assert other.grab(Chord.read("Ctrl+H"), lambda: None) is None
    assert ours.grab(Chord.read("Ctrl+H"), lambda: None) is Refusal.TAKEN
    assert ours.grab(Chord.read("Ctrl+J"), lambda: None) is None
    other.close()
    other.close()
    assert ours.grab(Chord.read("Ctrl+H"), lambda: None) is None
    assert ours.grab(Chord.read("Ctrl+F25"), lambda: None) is Refusal.NO_SUCH_KEY
    ours.close()


@needs_server
def test_given_back_is_no_longer_heard(display: str, qtbot: QtBot) -> None:
    heard: list[str] = []
    grabber = X11Grabber(display=display)
    grabber.grab(Chord.read("F9"), lambda: heard.append("old"))
    grabber.release()
    grabber.grab(Chord.read("F10"), lambda: heard.append("new"))
    press(display, "F9")
    press(display, "F10")
    qtbot.waitUntil(lambda: bool(heard))
    assert heard == ["new"]
    grabber.close()


@needs_server
def test_another_layout_asks_for_the_keys_anew(display: str, qtbot: QtBot) -> None:
    grabber = X11Grabber(display=display)
    with qtbot.waitSignal(grabber.keys_moved):
        # A letter that no key gives: xdotool lays it on a free key for a moment.
        subprocess.run(["xdotool", "type", "ž"], env={**os.environ, "DISPLAY": display}, check=True)
    heard: list[str] = []
    assert grabber.grab(Chord.read("Ctrl+J"), lambda: heard.append("j")) is None
    press(display, "ctrl+j")
    qtbot.waitUntil(lambda: heard == ["j"])
    grabber.close()


def test_without_a_server_that_is_said(qapp: QApplication) -> None:
    with pytest.raises(NoDisplay):
        X11Grabber(display=":4711")


@pytest.mark.parametrize(
    ("platform", "environment", "lack"),
    [
        ("wayland", {}, Lack.WAYLAND),
        ("xcb", {"WAYLAND_DISPLAY": "wayland-0"}, Lack.WAYLAND),
        ("cocoa", {}, Lack.MACOS),
        ("offscreen", {}, Lack.NO_DESKTOP),
    ],
)
def test_desktops_without_such_keys(platform: str, environment: dict[str, str], lack: Lack) -> None:
    assert desktop_grabber(platform, lambda: None, environment=environment) is lack


@pytest.mark.parametrize(
    ("name", "sign"), [("A", 0x61), ("1", 0x31), ("F1", 0xFFBE), ("Return", 0xFF0D), ("?", 0x3F)]
)
def test_signs(name: str, sign: int) -> None:
    assert keysym(name) == sign
