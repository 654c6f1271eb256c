"""A window that takes part of a call by key and is then killed at once; run as a process of its own."""

from __future__ import annotations

import os
import signal
import sys
import time
from collections.abc import Callable
from pathlib import Path

from PySide6.QtTest import QTest

from app.settings import Language, Settings, home_folder
from app.ui.program import application
from tests.end_to_end.desk import Desk


def main() -> None:
    """Starts a call, answers two questions, waits for the disk, tells where it stands, and dies."""
    app = application(sys.argv[:1])
    home: Path = home_folder()
    desk = Desk(app, home, Settings(language=Language.EN, rep_name="Rep Example"), _wait)
    desk.open()
    desk.write("Sample Baker")
    desk.press("F5")
    desk.await_screen("BriefScreen")
    desk.press("Enter")
    desk.live()
    desk.press("1", "Space", "1")
    desk.all_saved()
    sys.stdout.write(f"{desk.prompt.line} {len(desk.call().state.answers)}\n")
    sys.stdout.flush()
    os.kill(os.getpid(), signal.SIGKILL)


def _wait(condition: Callable[[], bool]) -> None:
    until = time.monotonic() + 30
    while not condition():
        if time.monotonic() > until:
            raise TimeoutError("the window did not get there")
        QTest.qWait(10)
