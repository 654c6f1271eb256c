"""Keys of the whole desktop: taken as the settings say, each failing on its own, given back at the end."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

import pytest

from app.playbook.vocabulary import Mood
from app.ui.hotkeys.presenter import ShortcutPresenter
from app.ui.hotkeys.wishes import Chord, GlobalAction, Grabber, Lack, Refusal, wishes_of
from app.ui.keys import MOOD_ACTIONS


@dataclass
class FakeGrabber:
    """A desktop on which some keys are somebody else's."""

    others: frozenset[str] = frozenset()
    held: dict[Chord, Callable[[], None]] = field(default_factory=dict)
    closed: bool = False

    def grab(self, chord: Chord, press: Callable[[], None]) -> Refusal | None:
        if chord.key in self.others:
            return Refusal.TAKEN
        self.held[chord] = press
        return None

    def release(self) -> None:
        self.held.clear()

    def close(self) -> None:
        self.release()
        self.closed = True


@dataclass
class Case:
    grabber: FakeGrabber
    pressed: list[GlobalAction] = field(default_factory=list)
    asked: int = 0
    presenter: ShortcutPresenter = field(init=False)

    def __post_init__(self) -> None:
        self.presenter = ShortcutPresenter(self._make, self.pressed.append)

    def _make(self) -> Grabber | Lack:
        self.asked += 1
        return self.grabber

    def press(self, chord: str) -> None:
        self.grabber.held[Chord.read(chord)]()


def test_without_wishes_the_desktop_is_never_asked() -> None:
    case = Case(FakeGrabber())
    assert not case.presenter.wish({})
    assert (case.asked, case.presenter.shortcuts.each) == (0, ())


def test_a_wished_key_tells_its_action() -> None:
    case = Case(FakeGrabber())
    assert case.presenter.wish({"hold": ("Ctrl+Alt+H",), "front": ("F8",)})
    case.press("Ctrl+Alt+H")
    case.press("F8")
    assert case.pressed == [GlobalAction.HOLD, GlobalAction.FRONT]


def test_each_key_fails_on_its_own() -> None:
    case = Case(FakeGrabber(others=frozenset({"H"})))
    case.presenter.wish({"hold": ("Ctrl+H",), "done": ("Ctrl+J",), "flag": ("B",), "undo": ("Ctrl+J",)})
    found = {one.action: one.refusal for one in case.presenter.shortcuts.each}
    assert found == {
        GlobalAction.DONE: None,
        GlobalAction.UNDO: Refusal.TAKEN,
        GlobalAction.HOLD: Refusal.TAKEN,
        GlobalAction.FLAG: Refusal.TOO_PLAIN,
    }
    case.press("Ctrl+J")
    assert case.pressed == [GlobalAction.DONE]


def test_other_wishes_give_the_old_keys_back() -> None:
    case = Case(FakeGrabber())
    case.presenter.wish({"hold": ("Ctrl+H",)})
    case.presenter.wish({"done": ("Ctrl+J",)})
    assert list(case.grabber.held) == [Chord.read("Ctrl+J")]
    case.presenter.wish({})
    assert not case.grabber.held


def test_a_moved_keyboard_asks_for_the_same_keys_again() -> None:
    case = Case(FakeGrabber())
    case.presenter.wish({"hold": ("Ctrl+H",)})
    case.grabber.others = frozenset({"H"})
    case.presenter.keys_moved()
    assert case.presenter.shortcuts.each[0].refusal is Refusal.TAKEN


def test_everything_is_given_back_at_the_end() -> None:
    case = Case(FakeGrabber())
    case.presenter.wish({"hold": ("Ctrl+H",)})
    case.presenter.close()
    assert (case.grabber.held, case.grabber.closed) == ({}, True)


def test_a_desktop_without_such_keys_says_why_and_is_asked_once() -> None:
    asked: list[int] = []

    def make() -> Lack:
        asked.append(1)
        return Lack.WAYLAND

    presenter = ShortcutPresenter(make, lambda _: None)
    presenter.wish({"hold": ("Ctrl+H",)})
    presenter.wish({"hold": ("Ctrl+J",)})
    assert presenter.shortcuts.lack is Lack.WAYLAND
    assert (presenter.look(), len(asked)) == (Lack.WAYLAND, 1)


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("H", True),
        ("Shift+H", True),
        ("Space", True),
        ("F9", False),
        ("Ctrl+H", False),
        ("Meta+Space", False),
    ],
)
def test_a_key_that_people_type_with_is_too_plain(text: str, plain: bool) -> None:
    assert Chord.read(text).is_plain is plain


def test_unknown_names_are_passed_over() -> None:
    assert wishes_of({"dance": ("F9",), "hold": ("F10",)}) == ((GlobalAction.HOLD, "F10"),)


def test_every_mood_and_only_acts_of_a_call() -> None:
    acts = {one.in_call for one in GlobalAction} - {None}
    assert {MOOD_ACTIONS[act] for act in acts if act in MOOD_ACTIONS} == set(Mood)
    assert [one for one in GlobalAction if one.in_call is None] == [GlobalAction.FRONT]
    assert {one for one in GlobalAction if one.brings_window} == {
        GlobalAction.FRONT,
        GlobalAction.OBJECTION_BOARD,
    }
