"""Whether a window can open, told without loading Qt."""

from __future__ import annotations

import subprocess
import sys
from argparse import Namespace

import pytest

from app.scripts import window
from app.scripts.window import DisplayMissing, display_problem, missing_libraries

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
    code = "import sys; from app.scripts.window import display_problem; display_problem(); print('PySide6' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"
