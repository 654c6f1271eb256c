"""Pictures of what was recorded: the review desk, the figures and the inbox, over made-up calls."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from app.review.figures import FigureName
from app.ui.figures.screen import FiguresScreen
from app.ui.review.call_table import CallTable
from app.ui.review.moment_list import MomentList
from app.ui.review.screen import ReviewScreen

if TYPE_CHECKING:
    from app.scripts.screenshots import Stage

_CALLS, _SEED = 400, 7


def _filled(stage: Stage) -> None:
    """Made-up calls, the same ones each time."""
    from app.scripts.making import Order, fill

    fill(stage.services.database, Order(_CALLS, _SEED, stage.clock.now()))


def desk(stage: Stage) -> Iterator[Callable[[], bool]]:
    """The review desk with a call that met an objection, at the moment of its answer."""
    _filled(stage)
    stage.press(Qt.Key.Key_F3)
    yield stage.on("ReviewScreen")
    yield stage.settled()
    screen = stage.frame.current_screen()
    assert isinstance(screen, ReviewScreen)
    screen.find_calls("objection:price stage:close" if stage.lang == "en" else "námitka:cena fáze:závěr")
    yield stage.settled()
    yield stage.settled()
    table, moments = screen.findChild(CallTable), screen.findChild(MomentList)
    assert table is not None
    assert moments is not None
    table.opened.emit(0)
    yield lambda: bool(screen.replay_scene.moments)
    yield stage.settled()
    moments.setFocus()
    stage.press(Qt.Key.Key_O, "o")
    yield stage.settled()


def figures(stage: Stage) -> Iterator[Callable[[], bool]]:
    """How objections were settled, with ranges, chart and table."""
    _filled(stage)
    stage.press(Qt.Key.Key_F3)
    yield stage.on("ReviewScreen")
    screen = stage.frame.current_screen()
    assert isinstance(screen, ReviewScreen)
    screen.figures_wanted.emit("")
    yield stage.on("FiguresScreen")
    shown = stage.frame.current_screen()
    assert isinstance(shown, FiguresScreen)
    shown.presenter.choose(FigureName.OBJECTIONS)
    yield lambda: shown.scene.shown is not None and not shown.scene.busy
    yield stage.settled()


def inbox(stage: Stage) -> Iterator[Callable[[], bool]]:
    """What calls propose, beside wordings under test."""
    _filled(stage)
    stage.press(Qt.Key.Key_F8)
    yield stage.on("InboxScreen")
    yield stage.settled()
    stage.press(Qt.Key.Key_Down)
    yield stage.settled()
