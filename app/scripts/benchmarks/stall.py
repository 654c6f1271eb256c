"""The longest time that the window's thread is busy at once in a scripted call of ten minutes, written to a real database."""

from __future__ import annotations

import tempfile
from pathlib import Path

from app.playbook.vocabulary import Label
from app.scripts.benchmarks.durable import real_folder
from app.scripts.benchmarks.measure import Measure, percentile, without_display

_KEYS_OF_TEN_MINUTES = 150
"""A key every four seconds; pressed here every 40 ms, so that the journal is busier than in life."""


def measure(*, quick: bool = False) -> tuple[Measure, ...]:
    """Beats of a clock on the window's thread; a gap between them is a stall."""
    without_display()
    from app.scripts.benchmarks.heartbeat import stalls

    with tempfile.TemporaryDirectory(prefix="callcue-bench-", dir=real_folder()) as name:
        busy = stalls(Path(name), 20 if quick else _KEYS_OF_TEN_MINUTES)
    return (
        Measure(
            "stall.max",
            Label(
                "longest stall of the window's thread in a ten-minute call (processor time)",
                "nejdelší zaneprázdnění okna v desetiminutovém hovoru (čas procesoru)",
            ),
            max(busy),
            16,
            "ms",
            detail=f"p99 {percentile(busy, 0.99):.3g} ms",
        ),
    )
