"""What a benchmark yields, and the fair way to compare two things: turn by turn in one run, middle values kept."""

from __future__ import annotations

import gc
import math
import os
import platform
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from statistics import median

from app.playbook.vocabulary import Label


@dataclass(frozen=True, slots=True)
class Measure:
    """One figure with its goal.

    Attributes:
        name: Stable name, ``benchmark.figure``.
        what: What was measured against what.
        value: The figure in ``unit``: ``x`` (a ratio), ``ms``, or ``%``.
        goal: The bound in the same unit.
        least: Whether ``value`` must be at least ``goal`` rather than at most.
        detail: The two sides as measured, for people.
    """

    name: str
    what: Label
    value: float
    goal: float
    unit: str = "x"
    least: bool = False
    detail: str = ""

    @property
    def met(self) -> bool:
        """Whether the goal is met."""
        return self.value >= self.goal if self.least else self.value <= self.goal


Sample = list[float]

CALLS, DATABASE = "CALLCUE_BENCH_CALLS", "CALLCUE_BENCH_DATABASE"
"""Variables that say how many calls to make up for the desk, and which database to look at instead."""


def in_turn(
    one: Callable[[], object],
    other: Callable[[], object],
    rounds: int,
    *,
    warm: int = 2,
    clock: Callable[[Callable[[], object]], float] | None = None,
    before: Callable[[], object] | None = None,
) -> tuple[Sample, Sample]:
    """Milliseconds that each side takes, ``rounds`` times, one after the other after some warm-up.

    ``clock`` is ``timed`` (wall time) when left out, or ``cpu_timed``. ``before`` is done before each side, untimed, so
    that neither works beside what the other left in memory.
    """
    measured, prepare = clock or timed, before or _nothing
    for _ in range(warm):
        one()
        other()
    gc.collect()
    ones: Sample = []
    others: Sample = []
    for _ in range(rounds):
        prepare()
        ones.append(measured(one))
        prepare()
        others.append(measured(other))
    return ones, others


def _nothing() -> None:
    """Both sides begin as they are."""


def timed(act: Callable[[], object]) -> float:
    """Milliseconds of wall time."""
    start = time.perf_counter_ns()
    act()
    return (time.perf_counter_ns() - start) / 1e6


def cpu_timed(act: Callable[[], object]) -> float:
    """Milliseconds of this thread's processor time."""
    start = time.thread_time_ns()
    act()
    return (time.thread_time_ns() - start) / 1e6


def percentile(sample: Sequence[float], share: float) -> float:
    """The value that ``share`` (0 to 1) of the sample does not exceed (nearest rank)."""
    ordered = sorted(sample)
    return ordered[max(0, math.ceil(share * len(ordered) - 1e-9) - 1)]


def middle(sample: Sequence[float]) -> float:
    """The median."""
    return median(sample)


def against(value: float, base: float, unit: str = "ms") -> str:
    """Both sides of a ratio in words: ``1.52 / 7.68 ms``."""
    return f"{value:.4g} / {base:.4g} {unit}"


def without_display() -> None:
    """Where there is no display, Qt paints into memory; its grumbling about that is hushed."""
    if sys.platform == "linux" and not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")):
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
        os.environ.setdefault("QT_LOGGING_RULES", "*.warning=false")


def machine() -> str:
    """This machine in a line: processor, cores, memory, system, Python."""
    parts = [_processor(), f"{os.cpu_count()} cores", _memory(), platform.platform(terse=True)]
    return ", ".join(part for part in [*parts, f"Python {sys.version.split()[0]}"] if part)


def _processor() -> str:
    try:
        with open("/proc/cpuinfo", encoding="utf-8", errors="replace") as file:  # noqa: PTH123  no path of ours
            for line in file:
                if line.startswith("model name"):
                    return line.partition(":")[2].strip()
    except OSError:
        return platform.processor()
    return platform.processor() or platform.machine()


def _memory() -> str:
    try:
        total = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES")
    except (AttributeError, ValueError, OSError):
        return ""
    return f"{total / 2**30:.0f} GiB"
