"""Books that count nothing but give made figures, and note what they are asked."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import cast

from app.call.ports import BookUnavailable, TroubleKind
from app.playbook.source import Source
from app.review.desk import SearchStopped
from app.review.figures import Counted, FigureName, Group, Tally, Trial, Values
from app.review.ports import CallDesk
from app.review.query import Field, Query
from app.ui.figures.presenter import Books

WEB, FAIR = Group("inbound", "web"), Group("inbound", "fair")


def counted(name: FigureName) -> Counted:
    """A little of everything, by the codes of the figure."""
    values, tallies, trials = (), (), ()  # type: tuple[Values, ...], tuple[Tally, ...], tuple[Trial, ...]
    if name in (FigureName.STAGE_TIME, FigureName.FIRST_ATTEMPT):
        codes = [("opening",), ("close",)] if name is FigureName.STAGE_TIME else [("inbound", "web")]
        values = tuple(Values(WEB, each, (30.0, 60.0, 90.0)) for each in codes)
    elif name is FigureName.WORDINGS:
        trials = tuple(Trial(WEB, ("opening.hello (en)",), at % 2, at % 3 == 0) for at in range(12))
    else:
        tallies = tuple(_tallies(name))
    return Counted(1234, 1234, tallies, values, trials)


def _tallies(name: FigureName) -> list[Tally]:
    one, two = _CODES.get(name, (("callback",), ("meeting",)))
    return [
        Tally(WEB, one, 40, 10),
        Tally(WEB, two, 40, 30),
        Tally(FAIR, one, 30, 15),
        Tally(FAIR, two, 30, 15),
    ]


_CODES: Mapping[FigureName, tuple[tuple[str, ...], tuple[str, ...]]] = {
    FigureName.OUTCOMES: (("2026-11-09", "open"), ("2026-11-09", "won")),
    FigureName.FUNNEL: (("opening",), ("close",)),
    FigureName.OBJECTIONS: (("price",), ("trust",)),
    FigureName.HANDLERS: (("dear", "one"), ("dear", "two")),
    FigureName.HANDLED_BY: (("price", "Eva"), ("price", "Petr")),
    FigureName.MUSTS: (("inbound", "web"), ("inbound", "fair")),
    FigureName.MOODS: (("angry", "angry"), ("angry", "interested")),
    FigureName.DEAD_LINES: (("opening.hello",), ("close.ask",)),
    FigureName.ATTEMPTS: (("1",), ("2",)),
}


class FakeFigures:
    """Implements ``FigureBook`` from ``counted``; breaks, is empty, or is stopped when told to."""

    def __init__(self) -> None:
        self.asked: list[tuple[FigureName, Query]] = []
        self.stops = 0
        self.broken = False
        self.empty = False
        self.stopping = False

    def counted(self, name: FigureName, query: Query) -> Counted:
        self.asked.append((name, query))
        if self.broken:
            raise BookUnavailable(TroubleKind.LOCKED)
        if self.stopping:
            raise SearchStopped
        return Counted() if self.empty else counted(name)

    def texts(self, playbooks: Collection[str]) -> Mapping[tuple[str, str], Source]:
        return {}

    def stop(self) -> None:
        self.stops += 1


class FakeDesk:
    """Only what the search line may name."""

    def known(self) -> Mapping[Field, tuple[str, ...]]:
        return {Field.REP: ("Eva Nová",), Field.SOURCE: ("web", "fair")}


def books(figures: FakeFigures) -> Books:
    return Books(figures, cast("CallDesk", FakeDesk()))
