"""Which acts may have a key of the whole desktop, how such a key is written, and what came of asking for it. No Qt."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

from app.playbook.label import Label
from app.ui.keys import ACTIONS, Action

_HELD = ("Ctrl", "Alt", "Meta", "Shift")


class GlobalAction(StrEnum):
    """What makes sense while the softphone has the focus; all but ``FRONT`` act in a call only."""

    FRONT = "front"
    OBJECTION_BOARD = "objection_board"
    DONE = "done"
    UNDO = "undo"
    HOLD = "hold"
    FLAG = "flag"
    MOOD_ANGRY = "mood_angry"
    MOOD_SCEPTICAL = "mood_sceptical"
    MOOD_RUSHED = "mood_rushed"
    MOOD_RESERVED = "mood_reserved"
    MOOD_UNSURE = "mood_unsure"
    MOOD_INTERESTED = "mood_interested"

    @property
    def in_call(self) -> Action | None:
        """What it does in a call; ``None`` when it only brings the window."""
        return None if self is GlobalAction.FRONT else Action(self.value)

    @property
    def brings_window(self) -> bool:
        """Whether who presses it wants to type into Callcue next; all others leave the focus where it is."""
        return self in (GlobalAction.FRONT, GlobalAction.OBJECTION_BOARD)

    def words(self, lang: str) -> str:
        """What it is called."""
        if self is GlobalAction.FRONT:
            return Label("Bring Callcue to the front", "Zobrazit Callcue v popředí").in_lang(lang)
        if self is GlobalAction.OBJECTION_BOARD:
            label = Label("Objection (brings the window)", "Námitka (zobrazí i okno)")
            return label.in_lang(lang)
        return ACTIONS[Action(self.value)].words.in_lang(lang)


class Refusal(StrEnum):
    """Why one key is not ours; the others are not touched by it."""

    TAKEN = "taken"
    TOO_PLAIN = "too_plain"
    NO_SUCH_KEY = "no_such_key"


class Lack(StrEnum):
    """Why this desktop gives no keys at all."""

    WAYLAND = "wayland"
    MACOS = "macos"
    NO_LIBRARY = "no_library"
    NO_DESKTOP = "no_desktop"


@dataclass(frozen=True, slots=True)
class Chord:
    """A key with what is held down beside it, named as in ``KeyPress``."""

    key: str
    held: frozenset[str] = frozenset()

    @classmethod
    def read(cls, text: str) -> Chord:
        """``Ctrl+Alt+H`` as the settings write it."""
        *held, key = text.split("+") if text != "+" else ["+"]
        return cls(key, frozenset(held))

    @property
    def is_plain(self) -> bool:
        """Whether taking it would keep people from typing elsewhere."""
        is_f_key = self.key[:1] == "F" and self.key[1:].isdigit()
        return not (is_f_key or self.held & {"Ctrl", "Alt", "Meta"}) or not self.held <= set(_HELD)


class Grabber(Protocol):
    """Asks the desktop for keys. Kept by whoever listens; used on the window's thread only."""

    def grab(self, chord: Chord, press: Callable[[], None]) -> Refusal | None:
        """``press`` is called at each press from now on; the reason when the key cannot be had."""

    def release(self) -> None:
        """Gives all keys back."""

    def close(self) -> None:
        """Gives all keys back for good."""


@dataclass(frozen=True, slots=True)
class Shortcut:
    """One wish and what came of it: ``refusal`` is ``None`` while the key is ours."""

    action: GlobalAction
    chord: str
    refusal: Refusal | None = None


@dataclass(frozen=True, slots=True)
class Shortcuts:
    """All wishes. ``lack`` says why none can be granted here."""

    lack: Lack | None = None
    each: tuple[Shortcut, ...] = ()

    def of(self, action: GlobalAction) -> Shortcut | None:
        """What came of the wish for ``action``."""
        return next((one for one in self.each if one.action is action), None)


def wishes_of(setting: Mapping[str, Sequence[str]]) -> tuple[tuple[GlobalAction, str], ...]:
    """The keys wished for, in the order of the actions; names that this version does not know are passed over."""
    return tuple(
        (action, chord) for action in GlobalAction for chord in setting.get(action.value, ()) if chord
    )
