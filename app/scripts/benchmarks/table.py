"""The table of many calls: jumping and paging down to painted rows against the same table with one constant row.

And its memory, against all rows held at once, each in a process of its own.
"""

from __future__ import annotations

import json
import os
import random
import subprocess
import sys
from collections.abc import Callable
from typing import TYPE_CHECKING, TypeVar

from app.playbook.vocabulary import Label
from app.scripts.benchmarks.child import memory_mib
from app.scripts.benchmarks.many_calls import many_calls
from app.scripts.benchmarks.measure import DATABASE, Measure, against, in_turn, middle, without_display

if TYPE_CHECKING:
    from app.review.desk import DeskRow
    from app.store.desk import StoredDesk
    from app.ui.review.call_table import CallTable, RowSource

_T = TypeVar("_T")
_PAGES_KEPT_BY_ALL = 5_000
_SECONDS = 900


def measure(*, quick: bool = False) -> tuple[Measure, ...]:
    """Places all over the table, the same ones on both sides."""
    without_display()
    with many_calls(quick=quick) as database:
        from app.store.desk import StoredDesk

        desk = StoredDesk(database)
        jump, page = _walked(desk, 5 if quick else 60)
        where = {DATABASE: database.url.render_as_string(hide_password=False)}
        paged, every, bare = (_memory(kind, where) for kind in ("pages", "all", "none"))
    return (
        Measure(
            "table.jump",
            Label(
                "a jump anywhere, to painted rows, against one constant row",
                "skok kamkoli až k vykresleným řádkům, proti jednomu stálému řádku",
            ),
            jump[0] / jump[1],
            3,
            detail=against(*jump),
        ),
        Measure(
            "table.page",
            Label(
                "a page down, to painted rows, against one constant row",
                "o stránku dolů až k vykresleným řádkům, proti jednomu stálému řádku",
            ),
            page[0] / page[1],
            1.5,
            detail=against(*page),
        ),
        Measure(
            "table.memory",
            Label(
                "memory after jumps all over, against all rows held",
                "paměť po skocích, proti všem řádkům v paměti",
            ),
            max(0.0, paged - bare) / max(0.1, every - bare),
            0.25,
            detail=against(paged - bare, every - bare, "MiB"),
        ),
    )


# --- jumping and paging ---


class _Now:
    """Does work in its place, so that what is measured is all there is to wait for."""

    def run(
        self,
        work: Callable[[], _T],
        then: Callable[[_T], None],
        failed: Callable[[Exception], bool] | None = None,
    ) -> None:
        """Works and answers at once."""
        del failed
        then(work())


class _Window:
    """The left of the desk, as far as a presenter needs it."""

    def __init__(self) -> None:
        self.table: CallTable | None = None
        self.shown = 0

    def show_find(self, scene: object) -> None:
        """How many rows there are."""
        self.shown = getattr(scene, "shown", 0)

    def rows_renewed(self) -> None:
        """All rows anew."""
        if self.table is not None:
            self.table.renew(self.shown, -1)

    def rows_came(self, first: int, last: int) -> None:
        """These rows came."""
        if self.table is not None:
            self.table.came(first, last)


class _One:
    """The same row everywhere."""

    def __init__(self, row: DeskRow | None) -> None:
        self._row = row

    def row(self, place: int) -> DeskRow | None:
        """That row."""
        del place
        return self._row


def _walked(desk: StoredDesk, rounds: int) -> tuple[tuple[float, float], tuple[float, float]]:
    """Middle times of both sides, for jumps and for paging down."""
    from PySide6.QtWidgets import QApplication

    from app.call.clock import SystemClock
    from app.ui.program import application
    from app.ui.review.finding import FindPresenter
    from app.ui.theme import Theme

    app = QApplication.instance() or application(["callcue"])  # another benchmark may have had one
    assert isinstance(app, QApplication), "one kind of application"
    Theme().apply(app)
    window = _Window()
    find = FindPresenter(window, _Now(), SystemClock(), _opened, lang="en")
    real = window.table = _table(find)
    find.serve(desk, "bench")
    constant = _table(_One(find.row(0)))
    constant.renew(find.scene.shown, -1)
    app.processEvents()  # shown at last
    draw = random.Random(1)  # noqa: S311 - repeatable places
    places = [draw.randrange(find.scene.shown) for _ in range(rounds + 4)]
    jump = in_turn(_through(real, places), _through(constant, places), rounds)
    steps = list(range(0, 30 * (rounds + 4), 14))
    page = in_turn(_through(real, steps), _through(constant, steps), rounds)
    return (middle(jump[0]), middle(jump[1])), (middle(page[0]), middle(page[1]))


def _opened(_row: DeskRow) -> None:
    """Nobody opens a call here."""


def _table(source: RowSource) -> CallTable:
    from app.call.clock import SystemClock
    from app.ui.review.call_table import CallTable

    table = CallTable(source, SystemClock())
    table.resize(420, 720)
    table.show()
    return table


def _through(table: CallTable, places: list[int]) -> Callable[[], None]:
    """Goes to the next place and paints it, twice where rows came meanwhile, as the window does."""
    waiting = iter(places)

    def go() -> None:
        table.scrollTo(table.model().index(next(waiting), 0), table.ScrollHint.PositionAtTop)
        table.viewport().repaint()
        table.viewport().repaint()

    return go


# --- memory ---


def _memory(kind: str, where: dict[str, str]) -> float:
    answer = subprocess.run(  # noqa: S603  this program's own module
        [sys.executable, "-m", __name__, kind],
        env=os.environ | where,
        capture_output=True,
        text=True,
        check=True,
        timeout=_SECONDS,
    )
    return float(json.loads(answer.stdout)["memory"])


def held(kind: str) -> float:
    """Resident memory (MiB) with no rows, with those of many jumps, or with all."""
    from app.review.desk import Search
    from app.store.desk import StoredDesk
    from app.ui.review.pages import Pages

    with many_calls(quick=True) as database:
        desk = StoredDesk(database)
        whole = desk.count(Search()).calls
        desk.rows(Search(), 0, 200)
        pages, every = Pages(), list[object]()
        ticket = pages.clear()
        if kind == "pages":
            draw = random.Random(1)  # noqa: S311 - repeatable places
            for _ in range(100):
                number = draw.randrange(max(1, whole // pages.size))
                pages.put(number, desk.rows(Search(), max(1, number * pages.size), pages.size), ticket)
        elif kind == "all":
            while rows := desk.rows(Search(), len(every), _PAGES_KEPT_BY_ALL):
                every.extend(rows)
        return memory_mib()


if __name__ == "__main__":
    sys.stdout.write(json.dumps({"memory": held(sys.argv[1])}) + "\n")
