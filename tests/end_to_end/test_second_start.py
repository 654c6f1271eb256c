"""Two real programs: the second start finds the first window, tells it what it knows, and leaves."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
pytestmark = [pytest.mark.slow, pytest.mark.skipif(sys.platform == "win32", reason="needs POSIX signals")]
POP = "callcue://call?number=%2B420777123456&dir=in&event=ringing&name=Sample%20Bakery"
BAR = "bar Ringing: 777 123 456 – Sample Bakery. Open?"


class House:
    """A data folder, and programs that are started over it."""

    def __init__(self, home: Path) -> None:
        self.home = home
        self.around = {
            **os.environ,
            "CALLCUE_HOME": str(home),
            "CALLCUE_LANG": "en",
            "QT_QPA_PLATFORM": "offscreen",
            "PYTHONPATH": str(ROOT),
        }
        for name in ("CALLCUE_DB", "CALLCUE_PLAYBOOKS", "XDG_RUNTIME_DIR"):
            self.around.pop(name, None)
        self.started: list[subprocess.Popen[str]] = []

    def open(self, *words: str) -> subprocess.Popen[str]:
        program = [sys.executable, "-m", "tests.end_to_end.first_window", *words]
        first = subprocess.Popen(program, cwd=ROOT, env=self.around, stdout=subprocess.PIPE, text=True)
        self.started.append(first)
        return first

    def again(self, *words: str) -> subprocess.CompletedProcess[str]:
        program = [sys.executable, "-m", "app", *words]
        return subprocess.run(
            program, cwd=ROOT, env=self.around, capture_output=True, text=True, timeout=60, check=False
        )

    def close(self) -> None:
        for program in self.started:
            program.kill()
            program.wait()
            if program.stdout is not None:
                program.stdout.close()


@pytest.fixture
def house(tmp_path: Path) -> Iterator[House]:
    made = House(tmp_path / "home")
    yield made
    made.close()


def said(program: subprocess.Popen[str], line: str) -> None:
    """Waits for ``line``, passing over others; a program that says nothing for a minute is ended."""
    assert program.stdout is not None
    patience = threading.Timer(60, program.kill)
    patience.start()
    try:
        for heard in program.stdout:
            if heard.strip() == line:
                return
    finally:
        patience.cancel()
        patience.join()
    raise AssertionError(f"never said {line!r}; ended with {program.wait()}")


def test_a_second_start_tells_the_first_window_and_leaves(house: House) -> None:
    first = house.open()
    said(first, "open")
    second = house.again()
    assert (second.returncode, second.stdout, second.stderr) == (0, "", "")
    said(first, "forward")
    for words in ([POP], ["pop", "--number", "777 123 456", "--name", "Sample Bakery"]):
        assert house.again(*words).returncode == 0
        said(first, BAR)
        assert house.again("pop", "--number", "777123456", "--event", "ended").returncode == 0
        said(first, "bar")
    hostile = house.again("callcue://call?number=777123456&exec=rm")
    assert hostile.returncode == 2
    assert "refused" in hostile.stderr
    assert "parameter" in (house.home / "logs" / "refused.log").read_text(encoding="utf-8")
    assert first.poll() is None


def test_after_a_kill_the_next_start_opens_the_window_and_shows_who_rings(house: House) -> None:
    first = house.open()
    said(first, "open")
    first.kill()
    first.wait()
    again = house.open(POP)
    said(again, BAR)


def test_the_end_of_a_call_opens_no_window(house: House) -> None:
    done = house.again("pop", "--number", "777123456", "--event", "ended")
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
