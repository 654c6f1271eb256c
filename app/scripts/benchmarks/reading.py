"""Reading and checking a playbook of 5,000 lines, against PyYAML's C loader on the same text."""

from __future__ import annotations

import gc

import yaml

from app.playbook import reading as reader
from app.playbook import whole
from app.playbook.sampling import big_playbook
from app.playbook.source import Source, SourceFile
from app.playbook.vocabulary import Label
from app.scripts.benchmarks.measure import Measure, against, cpu_timed, in_turn, middle

_LINES, _OBJECTIONS = 5000, 100


def measure(*, quick: bool = False) -> tuple[Measure, ...]:
    """Reading, reading with checking, an unchanged file again, and checking again after one line changed."""
    lines, objections = (400, 10) if quick else (_LINES, _OBJECTIONS)
    text = big_playbook(lines, objections)
    makes = _Texts(text)
    rounds = 3 if quick else 11
    read, load = in_turn(makes.read, makes.load, rounds, clock=cpu_timed, before=_clean)
    checked, load2 = in_turn(makes.check, makes.load, rounds, clock=cpu_timed, before=_clean)
    whole.forget()
    again, load3 = in_turn(makes.again, makes.load, rounds, clock=cpu_timed)
    pairs = [(middle(a), middle(b)) for a, b in ((read, load), (checked, load2), (again, load3))]
    yaml_of = Label("against yaml.load(CSafeLoader) (CPU)", "proti yaml.load(CSafeLoader) (CPU)")
    names = (
        ("reading.read", Label("reading a playbook", "přečtení scénáře"), 0.2),
        ("reading.check", Label("reading and checking it", "přečtení a kontrola"), 0.5),
        ("reading.again", Label("an unchanged file again", "nezměněný soubor znovu"), 0.03),
    )
    found = [
        Measure(
            name,
            Label(f"{what.en} of {lines} lines, {yaml_of.en}", f"{what.cs} s {lines} řádky, {yaml_of.cs}"),
            own / base,
            goal,
            detail=against(own, base),
        )
        for (name, what, goal), (own, base) in zip(names, pairs, strict=True)
    ]
    return (
        *found,
        Measure(
            "reading.recheck",
            Label("check again after one line changed", "nová kontrola po změně jednoho řádku"),
            middle(checked),
            100,
            "ms",
        ),
    )


def _clean() -> None:
    """A heap without earlier readings: the collector would walk them, and one side would pay for the other's."""
    whole.forget()
    gc.collect()


class _Texts:
    """The same playbook over and over, each time with one line changed, so that nothing is answered from memory."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._turn = 0
        self._same = Source((SourceFile("en/big.yaml", text.encode()),))
        whole.examine(self._same)

    def _fresh(self) -> Source:
        self._turn += 1
        changed = self._text.replace("title: A big playbook", f"title: A big playbook {self._turn}", 1)
        return Source((SourceFile("en/big.yaml", changed.encode()),))

    def load(self) -> None:
        """The loader that everybody knows."""
        yaml.load(self._text.encode(), Loader=yaml.CSafeLoader)

    def read(self) -> None:
        """Structure only."""
        reader.read(self._fresh())

    def check(self) -> None:
        """Structure and meaning."""
        whole.examine(self._fresh())

    def again(self) -> None:
        """The same bytes as before."""
        whole.examine(self._same)
