"""A long search shows that it goes on and can be stopped; a short one shows nothing of the kind."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QApplication, QListView
from pytestqt.qtbot import QtBot

from app.review.desk import Count
from app.review.query import Field, Suggestion
from app.ui.review import find_panel
from app.ui.review.find_panel import FindPanel
from app.ui.review.find_scene import FilterChip, FindScene, Toggle
from app.ui.type_scale import SMALLEST_TARGET
from app.ui.widgets import KeyButton
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


@pytest.mark.qt_log_ignore("This plugin does not support grabbing the keyboard")
def test_completions_stand_in_a_frame_below_the_line(qtbot: QtBot, looks: QApplication) -> None:
    panel = _panel(qtbot)
    panel.line.offer((Suggestion("outcome:", 0),))
    popup = QApplication.activePopupWidget()
    assert isinstance(popup, QListView)
    assert popup.property("completions") == "true"
    assert 'QListView[completions="true"] { border: 1px solid' in looks.styleSheet()
    line = panel.line.mapToGlobal(QPoint(0, panel.line.height()))
    assert popup.mapToGlobal(QPoint(0, 0)).y() > line.y()
    panel.line.offer(())


def test_filters_are_pills_and_views_stand_beside_the_count(qtbot: QtBot) -> None:
    panel = _panel(qtbot)
    quick = (Toggle(Field.FLAGGED, "yes", "Flagged", on=False),)
    chips = (FilterChip("outcome:lost", "outcome lost"),)
    panel.show_scene(FindScene(ready=True, line="outcome:lost", chips=chips, quick=quick, count=Count(1)))
    pills = {one.words() for one in panel.findChildren(KeyButton) if one.property("pill") == "true"}
    assert pills == {"outcome lost ✕", "+ Flagged", "+ filter", "Views"}
    views = next(one for one in panel.findChildren(KeyButton) if one.words() == "Views")
    assert views.geometry().center().y() == panel.counted.geometry().center().y()
    assert all(one.height() >= SMALLEST_TARGET for one in panel.findChildren(KeyButton) if one.isVisible())
