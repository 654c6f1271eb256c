"""Opening the window and what it holds in memory, against the least that PySide6 can open.

Measured from the second start on, as everywhere where Python may keep its compiled modules (``__pycache__``): each
kind of window is opened once before anything counts.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

from app.playbook.vocabulary import Label
from app.scripts.benchmarks.measure import Measure, against, middle, without_display

_SECONDS = 60
_EMPTY = Label("an empty painted PySide6 window", "prázdné vykreslené okno PySide6")


@dataclass(frozen=True, slots=True)
class Opened:
    """How long one window took from the start of its process (ms), and its resident memory (MiB)."""

    painted: float
    ready: float
    memory: float


def measure(*, quick: bool = False) -> tuple[Measure, ...]:
    """Each kind of window in turn, several times, in processes of their own."""
    without_display()
    with tempfile.TemporaryDirectory(prefix="callcue-bench-") as name:
        home = Path(name)
        for kind in () if quick else ("empty", "today", "live"):
            opened(kind, home)
        rounds = 1 if quick else 9
        empties, todays = [], []
        for _ in range(rounds):
            empties.append(opened("empty", home))
            todays.append(opened("today", home))
        lives = [opened("live", home) for _ in range(1 if quick else 3)]
    empty = middle([one.painted for one in empties])
    painted, ready = middle([one.painted for one in todays]), middle([one.ready for one in todays])
    bare, full = middle([one.memory for one in empties]), middle([one.memory for one in lives])
    return (
        _ratio("start.painted", Label("window painted", "okno vykreslené"), painted, empty, 1.5),
        _ratio(
            "start.ready",
            Label("database open and lists shown", "otevřená databáze a seznamy"),
            ready,
            empty,
            4,
        ),
        _ratio(
            "memory.live", Label("memory of the live window", "paměť okna s hovorem"), full, bare, 2.5, "MiB"
        ),
    )


def _ratio(name: str, what: Label, value: float, base: float, goal: float, unit: str = "ms") -> Measure:
    words = Label(f"{what.en}, against {_EMPTY.en}", f"{what.cs}, proti: {_EMPTY.cs}")
    return Measure(name, words, value / base, goal, detail=against(value, base, unit))


def opened(kind: str, home: Path) -> Opened:
    """Opens one window in a process of its own and waits for its figures.

    Compiled modules are kept, whatever the machine's own setting: else a developer's ``PYTHONDONTWRITEBYTECODE`` would
    have every start compile the whole program, which no user's start does.
    """
    environment = {
        **os.environ,
        "CALLCUE_HOME": str(home),
        "CALLCUE_LANG": "en",
        "CALLCUE_DB": "",
        "PYTHONDONTWRITEBYTECODE": "",
    }
    begun = time.monotonic_ns() / 1e6
    done = subprocess.run(  # noqa: S603  our own interpreter and module
        [sys.executable, "-m", "app.scripts.benchmarks.child", kind],
        capture_output=True,
        env=environment,
        cwd=Path(__file__).parents[3],
        timeout=_SECONDS,
        check=True,
        text=True,
    )
    figures = json.loads(done.stdout.strip().splitlines()[-1])
    return Opened(figures["painted"] - begun, figures["ready"] - begun, figures["memory"])
