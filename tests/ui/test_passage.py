"""The way between screens: what is dropped, what waits, and where the focus comes back to."""

from __future__ import annotations

from dataclasses import dataclass, field

from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from app.ui.passage import Passage


@dataclass(slots=True)
class FakeStage:
    """One screen in sight; remembers which were dropped."""

    screen: QWidget | None = None
    dropped: list[QWidget] = field(default_factory=list)

    def show_screen(self, screen: QWidget) -> None:
        self.screen = screen

    def drop_screen(self, screen: QWidget) -> None:
        self.dropped.append(screen)

    def current_screen(self) -> QWidget | None:
        return self.screen


@dataclass(slots=True)
class Way:
    """A passage over a fake stage, with how often home was renewed and the way changed."""

    passage: Passage
    stage: FakeStage
    home: QWidget
    renewed: list[bool]
    changes: list[bool]


def way(qtbot: QtBot) -> Way:
    home, stage = widget(qtbot), FakeStage()
    renewed: list[bool] = []
    changes: list[bool] = []

    def renew() -> None:
        renewed.append(True)

    def changed() -> None:
        changes.append(True)

    passage = Passage(stage, home, renew)
    passage.changed.connect(changed)
    stage.show_screen(home)
    return Way(passage, stage, home, renewed, changes)


def widget(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    return made


def test_the_next_screen_of_the_way_ends_the_one_before(qtbot: QtBot) -> None:
    on, first, second = way(qtbot), widget(qtbot), widget(qtbot)
    on.passage.pass_to(first)
    on.passage.pass_to(second)
    assert (on.passage.in_sight, on.passage.passing, on.stage.dropped) == (second, second, [first])
    on.passage.go_home()
    assert (on.passage.in_sight, on.passage.passing, on.stage.dropped) == (on.home, None, [first, second])
    assert (len(on.renewed), len(on.changes)) == (1, 3)


def test_a_step_aside_leads_back_to_where_it_began_with_the_focus_there(qtbot: QtBot) -> None:
    on, call, settings = way(qtbot), widget(qtbot), widget(qtbot)
    note = QLineEdit()
    QVBoxLayout(call).addWidget(note)
    on.passage.pass_to(call)
    call.show()
    note.setFocus()
    on.passage.step_aside(settings)
    assert (on.passage.in_sight, on.passage.passing, on.stage.dropped) == (settings, call, [])
    settings.setFocus()
    on.passage.come_back()
    assert (on.passage.in_sight, on.stage.dropped, on.renewed) == (call, [settings], [])
    assert call.focusWidget() is note


def test_steps_aside_are_gone_back_one_by_one_and_home_is_renewed(qtbot: QtBot) -> None:
    on, keys, settings = way(qtbot), widget(qtbot), widget(qtbot)
    on.passage.step_aside(settings)
    on.passage.step_aside(keys)
    on.passage.come_back()
    assert on.passage.in_sight is settings
    on.passage.come_back()
    assert (on.passage.in_sight, on.stage.dropped, len(on.renewed)) == (on.home, [keys, settings], 1)
    on.passage.come_back()
    assert (on.passage.in_sight, len(on.renewed)) == (on.home, 2)


def test_going_on_drops_what_was_stepped_aside_to(qtbot: QtBot) -> None:
    on, desk, figures, call = way(qtbot), widget(qtbot), widget(qtbot), widget(qtbot)
    on.passage.pass_to(desk)
    on.passage.step_aside(figures)
    on.passage.pass_to(call)
    assert (on.passage.in_sight, on.stage.dropped) == (call, [figures, desk])


def test_what_waits_beneath_can_be_forgotten(qtbot: QtBot) -> None:
    on, desk, figures, settings = way(qtbot), widget(qtbot), widget(qtbot), widget(qtbot)
    on.passage.pass_to(desk)
    on.passage.forget_beneath()
    assert on.stage.dropped == []
    on.passage.step_aside(figures)
    on.passage.step_aside(settings)
    on.passage.forget_beneath()
    assert (on.passage.in_sight, on.stage.dropped) == (settings, [figures, desk])
    on.passage.come_back()
    assert (on.passage.in_sight, on.stage.dropped) == (on.home, [figures, desk, settings])
