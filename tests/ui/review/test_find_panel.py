"""A long search shows that it goes on and can be stopped; a short one shows nothing of the kind."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from app.review.desk import Count
from app.ui.review import find_panel
from app.ui.review.find_panel import FindPanel
from app.ui.review.find_scene import FindScene
from tests.fakes import FakeClock


class _NoRows:
    def row(self, place: int) -> None:
        """There is none."""


def _panel(qtbot: QtBot) -> FindPanel:
    panel = FindPanel(_NoRows(), FakeClock())
    qtbot.addWidget(panel)
    with qtbot.waitExposed(panel):
        panel.show()
    return panel


def test_a_long_search_shows_progress_and_a_way_to_stop(qtbot: QtBot) -> None:
    panel = _panel(qtbot)
    panel.show_scene(FindScene(busy=True))
    assert panel.progress.isHidden()
    assert panel.stop.isHidden()
    qtbot.waitUntil(panel.progress.isVisible)
    assert panel.stop.accessibleName() == "Stop"
    with qtbot.waitSignal(panel.stop_wanted):
        panel.stop.click()
    panel.show_scene(FindScene(ready=True, stopped=True, shown=201))
    assert panel.progress.isHidden()
    assert panel.counted.text() == "Stopped before all calls were counted; these are the first."
    with qtbot.waitSignal(panel.again_wanted):
        panel.stop.click()
    panel.show_scene(FindScene(ready=True, stopped=True))
    assert panel.counted.text() == "The search was stopped."
    panel.show_scene(FindScene(ready=True, count=Count(3), shown=3))
    assert panel.stop.isHidden()
    assert panel.counted.text().startswith("3 ")


def test_a_short_search_shows_no_way_to_stop(qtbot: QtBot) -> None:
    panel = _panel(qtbot)
    panel.show_scene(FindScene(busy=True))
    panel.show_scene(FindScene(ready=True, count=Count(3), shown=3))
    panel.show_scene(FindScene(busy=True, ready=True))
    assert panel.stop.isHidden()
    assert find_panel.PATIENCE < 1000
