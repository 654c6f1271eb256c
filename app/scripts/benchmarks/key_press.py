"""From a key press to the painted prompt in the real live window, with a playbook of 5,000 lines."""

from __future__ import annotations

import gc

from app.playbook.vocabulary import Label
from app.scripts.benchmarks.measure import Measure, against, middle, percentile, timed, without_display

_LINES, _OBJECTIONS = 5000, 100


def measure(*, quick: bool = False) -> tuple[Measure, ...]:
    """Real keys, in turn with the same widgets showing scenes that were made before."""
    without_display()
    from app.scripts.benchmarks.live import LiveBench

    bench = LiveBench(400 if quick else _LINES, 10 if quick else _OBJECTIONS)
    keys, constant = [], []
    gc.collect()
    try:
        for _ in range(10 if quick else 60):
            bench.be_in_a_call()
            bench.press_next()
            bench.show_constant()
        for _ in range(20 if quick else 600):
            bench.be_in_a_call()
            keys.append(timed(bench.press_next))
            constant.append(timed(bench.show_constant))
    finally:
        bench.close()
    half = (middle(keys), middle(constant))
    return (
        Measure(
            "key.p50",
            Label(
                "a key to its painted prompt, against the same widgets showing ready-made scenes",
                "od klávesy k vykreslení, proti týmž prvkům s předem hotovým obsahem",
            ),
            half[0] / half[1],
            2,
            detail=against(*half),
        ),
        Measure(
            "key.p99",
            Label("a key to its painted prompt", "od klávesy k vykreslení"),
            percentile(keys, 0.99),
            16,
            "ms",
        ),
    )
