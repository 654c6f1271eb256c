"""New reviews of a rep's calls are in sight at the start, whatever the text size."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.playbook.vocabulary import Lang
from app.ui.theme import Theme, ThemeName
from app.ui.today.reviews_button import ReviewsButton
from app.ui.today.scene import TodayScene
from app.ui.today.view import TodayView
from app.ui.words import Words
from tests.fakes import FakeClock
from tests.ui.today.test_unfinished import in_sight


def view_at(qtbot: QtBot, looks: QApplication, percent: int, scene: TodayScene) -> TodayView:
    """The start screen with this scene in a window of the usual size."""
    theme = Theme(ThemeName.LIGHT, percent)
    theme.apply(looks)
    view = TodayView(FakeClock())
    qtbot.addWidget(view)
    view.set_theme(theme)
    view.resize(1180, 760)
    view.show_scene(scene)
    with qtbot.waitExposed(view):
        view.show()
    QApplication.processEvents()
    return view


@pytest.mark.parametrize("percent", [100, 150, 200])
@pytest.mark.parametrize("lang", list(Lang))
def test_new_reviews_are_told_once_and_in_sight(
    qtbot: QtBot, looks: QApplication, words: Words, percent: int, lang: Lang
) -> None:
    words.switch(lang)
    view = view_at(qtbot, looks, percent, TodayScene(reviews=3, fresh_reviews=2))
    (button,) = (one for one in view.findChildren(ReviewsButton) if one.isVisible())
    assert in_sight(view, button)
    assert "2" in button.words()
    with qtbot.waitSignal(view.calls.reviews_wanted):
        button.click()


@pytest.mark.parametrize("percent", [100, 150])
def test_reviews_that_are_not_new_stay_with_the_calls(
    qtbot: QtBot, looks: QApplication, percent: int
) -> None:
    view = view_at(qtbot, looks, percent, TodayScene(reviews=3))
    (button,) = (one for one in view.findChildren(ReviewsButton) if one.isVisible())
    assert view.calls.isAncestorOf(button)


@pytest.mark.parametrize("percent", [100, 150])
def test_without_reviews_there_is_nothing_to_press(qtbot: QtBot, looks: QApplication, percent: int) -> None:
    view = view_at(qtbot, looks, percent, TodayScene())
    assert not [one for one in view.findChildren(ReviewsButton) if one.isVisible()]
