"""From a letter typed into the objection board to the painted hits, with 2,000 objections."""

from __future__ import annotations

from app.playbook.vocabulary import Label
from app.scripts.benchmarks.measure import Measure, against, cpu_timed, middle, percentile, without_display

_LINES, _OBJECTIONS = 26_000, 2000
_LONGEST = 8


def measure(*, quick: bool = False) -> tuple[Measure, ...]:
    """Letters, in turn with the same list showing hits that were found before."""
    without_display()
    from app.scripts.benchmarks.live import LiveBench

    bench = LiveBench(600 if quick else _LINES, 20 if quick else _OBJECTIONS)
    typed: list[float] = []
    constant: list[float] = []
    bench.open_board()
    try:
        labels = bench.labels
        for turn in range(3 if quick else 41):
            scenes = []
            for letter in labels[turn * 47 % len(labels)].lower()[:_LONGEST]:
                cpu = cpu_timed(lambda letter=letter: bench.type_letter(letter))  # type: ignore[misc]
                scenes.append(bench.screen.presenter.scene)
                if turn:
                    typed.append(cpu)
            bench.clear_search()
            for scene in scenes:
                cpu = cpu_timed(lambda scene=scene: bench.show(scene))  # type: ignore[misc]
                if turn:
                    constant.append(cpu)
            bench.clear_search()
    finally:
        bench.close()
    half = (middle(typed), middle(constant))
    return (
        Measure(
            "search.p50",
            Label(
                "a letter to painted hits, against the same list showing ready-made hits (CPU)",
                "od písmene k vykresleným nálezům, proti témuž seznamu s hotovými nálezy (CPU)",
            ),
            half[0] / half[1],
            2,
            detail=against(*half),
        ),
        Measure(
            "search.p99",
            Label("a letter to painted hits (CPU of the window's thread)", "od písmene k nálezům (CPU okna)"),
            percentile(typed, 0.99),
            16,
            "ms",
        ),
    )
