"""Whole calls on a real window with the left hand alone, and by what a screen reader is told alone."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from app.call import events as ev
from app.call.events import HelpLevel
from app.call.live_call import LiveCall
from app.call.prompt import Phase, Showing
from app.playbook.vocabulary import Mood
from app.settings import Settings, Theme
from app.ui.live.announcer import Announcer
from app.ui.widgets import KeyButton
from tests.end_to_end.desk import PATIENCE_MS, Desk

_SHIFT = Qt.KeyboardModifier.ShiftModifier
_KEYS = {
    **{letter: getattr(Qt.Key, f"Key_{letter}") for letter in "QWERTASDFGXCVB"},
    **{str(digit): getattr(Qt.Key, f"Key_{digit}") for digit in range(1, 6)},
    **{f"F{number}": getattr(Qt.Key, f"Key_F{number}") for number in range(1, 6)},
    "Space": Qt.Key.Key_Space,
    "Tab": Qt.Key.Key_Tab,
    "Esc": Qt.Key.Key_Escape,
}
"""What the left hand reaches, with Shift beside it."""


@pytest.fixture
def desk(qtbot: QtBot, qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Desk]:
    """A window on a data folder of its own, on the sample call of the shipped playbook."""
    for name in ("CALLCUE_DB", "CALLCUE_PLAYBOOKS", "CALLCUE_LANG"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("CALLCUE_HOME", str(tmp_path))

    def wait(condition: object) -> None:
        assert callable(condition)
        qtbot.waitUntil(condition, timeout=PATIENCE_MS)

    settings = Settings(theme=Theme.LIGHT, rep_name="Rep Example", help_level=HelpLevel.CUES)
    one = Desk(qapp, tmp_path, settings, wait)
    one.open()
    one.write("Sample Baker")
    one.press("F5")
    one.await_screen("BriefScreen")
    yield one
    one.close()
    qapp.setStyleSheet("")


def left(desk: Desk, *chords: str) -> None:
    """Presses keys of the left hand and no others."""
    for chord in chords:
        *held, key = chord.split("+")
        assert held in ([], ["Shift"])
        QTest.keyClick(desk.focused(), _KEYS[key], _SHIFT if held else Qt.KeyboardModifier.NoModifier)
        desk.note()


def test_the_left_hand_alone_makes_a_call_from_opening_to_outcome(desk: Desk) -> None:
    left(desk, "Space")
    desk.live()
    desk.note()
    left(desk, "D", "S", "1", "Q", "1", "Space", "Space", "Space", "1")
    assert desk.prompt.objections_met[0].result == "settled"
    left(desk, "E", "Esc", "R", "Esc", "C", "C", "W", "B", "V", "Shift+F", "Shift+F")
    line = desk.prompt.line
    left(desk, "X", "Shift+X")
    assert desk.prompt.line == line
    left(desk, "Shift+D", "Shift+A", "Shift+S", "Shift+W", "Tab", "Tab", "Esc", "Shift+G")
    assert desk.prompt.mood is Mood.INTERESTED
    for _ in range(200):
        if desk.prompt.showing is Showing.FAREWELL or desk.prompt.phase is not Phase.TALK:
            break
        question = desk.prompt.question
        left(desk, "1" if question and question.options and question.known is None else "Space")
    assert desk.prompt.showing is Showing.FAREWELL
    call = desk.call()
    left(desk, "Shift+Esc")
    desk.outcome()
    kinds = {event.what.kind for event in call.events}
    left(desk, "4", "1", "1")
    for _ in range(60):
        if desk.screen_name() != "OutcomeScreen":
            break
        focus = desk.focused()
        ready = isinstance(focus, KeyButton) and focus.key() == "⏎" and focus.isEnabled()
        left(desk, "Space" if ready else "Tab")
    desk.await_screen("TodayScreen")
    assert call.prompt.phase is Phase.CLOSED
    assert {ev.Held.kind, ev.Flagged.kind, ev.DriveChanged.kind, ev.CallEnded.kind} <= kinds


class Reader(Announcer):
    """Hears what a screen reader hears."""

    heard: list[str]

    def announce(self, sentence: str) -> None:
        super().announce(sentence)
        self.heard.append(sentence)


def spoken_of(thing: QAccessibleInterface) -> tuple[str, QAccessible.Role]:
    """The name and the role of a thing in the tree."""
    return thing.text(QAccessible.Text.Name), thing.role()


def tree(thing: QAccessibleInterface) -> Iterator[QAccessibleInterface]:
    """Everything that a reader can reach, itself included."""
    if thing.state().invisible:
        return
    yield thing
    for at in range(thing.childCount()):
        child = thing.child(at)
        if child is not None and child.isValid():
            yield from tree(child)


def gone_on(call: LiveCall, before: int) -> bool:
    """Whether anything happened in the call since."""
    return call.last_seq > before


def press_named(desk: Desk, beginning: str) -> None:
    """Presses the button whose name begins so, through the tree, as a reader's user does."""
    root = QAccessible.queryAccessibleInterface(desk.frame)
    for thing in tree(root):
        name, role = spoken_of(thing)
        if role is QAccessible.Role.Button and name.startswith(beginning) and not thing.state().disabled:
            action = thing.actionInterface()
            assert action is not None
            call = desk.call()
            before = call.last_seq
            action.doAction("Press")
            desk.wait(partial(gone_on, call, before))
            desk.note()
            return
    pytest.fail(f"no button called {beginning!r}")


def test_a_call_is_made_by_the_screen_readers_tree_alone(desk: Desk) -> None:
    desk.press("Enter")
    screen = desk.live()
    reader = Reader(screen)
    reader.heard = []
    screen._announcer = reader
    for _ in range(200):
        prompt = desk.prompt
        if prompt.showing is Showing.FAREWELL or prompt.phase is not Phase.TALK:
            break
        names = [spoken_of(thing)[0] for thing in tree(QAccessible.queryAccessibleInterface(screen))]
        assert prompt.speech.text in names
        options = prompt.question.options if prompt.question else ()
        if options and prompt.question and prompt.question.known is None:
            press_named(desk, f"{options[0].label} (1)")
        else:
            press_named(desk, "Confirm (" if prompt.question and prompt.question.known else "Next (")
        if desk.prompt.announce != prompt.announce:
            assert desk.prompt.announce in reader.heard
    assert desk.prompt.showing is Showing.FAREWELL
    press_named(desk, "End")
    desk.outcome()


_CONTROLS = {
    QAccessible.Role.Button,
    QAccessible.Role.CheckBox,
    QAccessible.Role.ComboBox,
    QAccessible.Role.EditableText,
    QAccessible.Role.RadioButton,
}


def controls(screen: QWidget) -> list[str]:
    """The names of everything on a screen that can be pressed or written into."""
    things = tree(QAccessible.queryAccessibleInterface(screen))
    return [thing.text(QAccessible.Text.Name).strip() for thing in things if thing.role() in _CONTROLS]


def test_every_control_before_and_after_a_call_has_a_name(desk: Desk) -> None:
    card = controls(desk.await_screen("BriefScreen"))
    assert any(name.startswith("Start the call") for name in card)
    desk.press("Enter")
    desk.live()
    desk.press("F12")
    choice = controls(desk.outcome())
    assert {"Busy", "Lost"} <= set(choice)
    desk.press("4", "2")
    details = controls(desk.outcome())
    assert any("⏎" in name for name in details)
    desk.press("1", "Enter")
    done = controls(desk.outcome())
    assert done != details
    for names in (card, choice, details, done):
        assert len(names) >= 3
        assert all(names), names


def test_every_control_in_a_call_has_a_name_and_its_own_role(desk: Desk) -> None:
    desk.press("Enter")
    screen = desk.live()
    roles = {QAccessible.Role.Button, QAccessible.Role.EditableText}
    found = [
        spoken_of(thing)
        for thing in tree(QAccessible.queryAccessibleInterface(screen))
        if thing.role() in roles
    ]
    assert len(found) > 20
    assert all(name.strip() for name, _ in found)
