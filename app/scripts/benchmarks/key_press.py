"""From a key press to the painted prompt in the real live window, with a playbook of 5,000 lines."""

from __future__ import annotations

import gc
import time
from typing import TYPE_CHECKING

from app.playbook.vocabulary import Label
from app.scripts.benchmarks.measure import Measure, against, cpu_timed, middle, percentile, without_display

if TYPE_CHECKING:
    from app.scripts.benchmarks.live import LiveBench

_LINES, _OBJECTIONS = 5000, 2000
ROW = 12
"""Keys in a row; the ready-made scenes take turns with them row by row."""


def measure(*, quick: bool = False) -> tuple[Measure, ...]:
    """Real keys, in turn with the same widgets showing scenes that were made before."""
    without_display()
    from app.scripts.benchmarks.live import LiveBench

    bench = LiveBench(400 if quick else _LINES, 10 if quick else _OBJECTIONS)
    keys: list[float] = []
    constant: list[float] = []
    walls: list[float] = []
    gc.collect()
    try:
        for turn in range(2 if quick else 51):
            pressed, shown = _row_of_keys(bench), [cpu_timed(bench.show_constant) for _ in range(ROW)]
            if turn:
                keys += [cpu for cpu, _ in pressed]
                walls += [wall for _, wall in pressed]
                constant += shown
    finally:
        bench.close()
    half = (middle(keys), middle(constant))
    return (
        Measure(
            "key.p50",
            Label(
                "a key to its painted prompt, against the same widgets showing ready-made scenes (CPU)",
                "od klávesy k vykreslení, proti týmž prvkům s předem hotovým obsahem (CPU)",
            ),
            half[0] / half[1],
            2,
            detail=against(*half),
        ),
        Measure(
            "key.p99",
            Label(
                "a key to its painted prompt (CPU of the window's thread)",
                "od klávesy k vykreslení (CPU okna)",
            ),
            percentile(keys, 0.99),
            16,
            "ms",
            detail=f"by the clock {percentile(walls, 0.99):.3g} ms",
        ),
    )


def _row_of_keys(bench: LiveBench) -> list[tuple[float, float]]:
    """A row of keys as a rep presses them: processor and wall time of each, in ms.

    The call's own scene is shown first, untimed: no rep pays for the way back from a scene that was made for measuring.
    """
    found = []
    bench.show(bench.screen.presenter.scene)
    for _ in range(ROW):
        bench.be_in_a_call()
        while bench.make_ahead():
            pass
        begun = time.perf_counter_ns()
        cpu = cpu_timed(bench.press_next)
        found.append((cpu, (time.perf_counter_ns() - begun) / 1e6))
    return found
