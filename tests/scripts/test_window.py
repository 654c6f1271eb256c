"""Whether a window can open, told without loading Qt."""

from __future__ import annotations

import socket
import subprocess
import sys
import tempfile
from argparse import Namespace
from pathlib import Path

import pytest

from app.scripts import window
from app.scripts.display import display_problem, missing_libraries
from app.scripts.window import DisplayMissing

LINUX = pytest.mark.skipif(
    not sys.platform.startswith("linux"), reason="displays as X11 and Wayland have them"
)


def nothing(_: str) -> bool:
    return False


def everything(_: str) -> bool:
    return True


@LINUX
def test_no_display_is_told_in_both_languages() -> None:
    assert "no display" in str(display_problem("en", {}))
    assert "obrazovka" in str(display_problem("cs", {}))


@LINUX
def test_a_platform_without_a_display_needs_none() -> None:
    problem = display_problem("en", {"QT_QPA_PLATFORM": "offscreen"})
    assert problem is None or "libraries" in problem


@LINUX
@pytest.mark.parametrize(("lang", "words"), [("en", "does not answer"), ("cs", "neodpovídá")])
def test_a_display_that_is_gone_is_told_before_qt_gives_up(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, lang: str, words: str
) -> None:
    monkeypatch.setattr("app.scripts.display.missing_libraries", lambda *_: ())
    nobody = f"unix:{tmp_path / 'nobody'}"
    assert f"{nobody} {words}" in str(display_problem(lang, {"DISPLAY": nobody}))
    wayland = {"WAYLAND_DISPLAY": "wayland-7", "XDG_RUNTIME_DIR": str(tmp_path)}
    assert f"{tmp_path / 'wayland-7'} {words}" in str(display_problem(lang, wayland))


@LINUX
def test_one_display_that_answers_is_enough(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr("app.scripts.display.missing_libraries", lambda *_: ())
    with tempfile.TemporaryDirectory() as short, socket.socket(socket.AF_UNIX) as compositor:
        compositor.bind(f"{short}/wayland-0")
        compositor.listen()
        around = {"WAYLAND_DISPLAY": "wayland-0", "XDG_RUNTIME_DIR": short, "DISPLAY": "unix:/none"}
        assert display_problem("en", around) is None
        assert display_problem("en", {**around, "WAYLAND_DISPLAY": f"{short}/wayland-0"}) is None


@LINUX
def test_a_platform_that_qt_lacks_is_named() -> None:
    around = {"QT_QPA_PLATFORM": "nonsense", "DISPLAY": ":0"}
    assert "Qt has no 'nonsense'" in str(display_problem("en", around))
    assert "Qt nemá „nonsense“" in str(display_problem("cs", around))


def test_missing_libraries_are_named() -> None:
    assert "libxcb-cursor" in missing_libraries("", {"DISPLAY": ":0"}, nothing)
    assert "libxcb-cursor" not in missing_libraries("offscreen", {}, nothing)
    assert "libxcb-cursor" not in missing_libraries("", {"WAYLAND_DISPLAY": "wayland-0"}, nothing)
    assert missing_libraries("", {"DISPLAY": ":0"}, everything) == ()


@LINUX
def test_running_without_a_display_says_why(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    with pytest.raises(DisplayMissing, match="no display"):
        window.run(Namespace(lang="en"))


def test_asking_loads_no_qt() -> None:
    code = "import sys; from app.scripts.display import display_problem; display_problem(); print('PySide6' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"
