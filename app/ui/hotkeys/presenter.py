"""Takes and gives back the desktop's keys as the settings change. Knows no Qt and no desktop."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial

from app.ui.hotkeys.wishes import Chord, GlobalAction, Grabber, Lack, Refusal, Shortcut, Shortcuts, wishes_of

GrabberMaker = Callable[[], Grabber | Lack]


class ShortcutPresenter:
    """Holds what came of each wish; ``pressed`` is called with the action of a key that was pressed."""

    def __init__(self, make: GrabberMaker, pressed: Callable[[GlobalAction], None]) -> None:
        self._make = make
        self._pressed = pressed
        self._grabber: Grabber | Lack | None = None
        self._wishes: tuple[tuple[GlobalAction, str], ...] = ()
        self.shortcuts = Shortcuts()

    def wish(self, setting: Mapping[str, Sequence[str]]) -> bool:
        """These keys are wanted now and no others; ``False`` when they are the same as before."""
        wishes = wishes_of(setting)
        if wishes == self._wishes:
            return False
        self._wishes = wishes
        self._take()
        return True

    def look(self) -> Lack | None:
        """Whether this desktop gives keys at all; asks it when nobody has asked yet."""
        if self._grabber is None:
            self._grabber = self._make()
        return self._grabber if isinstance(self._grabber, Lack) else None

    def keys_moved(self) -> None:
        """The keyboard's layout changed: the same keys lie elsewhere now."""
        if self._wishes:
            self._take()

    def close(self) -> None:
        """Gives everything back."""
        if self._grabber is not None and not isinstance(self._grabber, Lack):
            self._grabber.close()
        self._grabber, self._wishes, self.shortcuts = None, (), Shortcuts()

    def _take(self) -> None:
        lack = self.look() if self._wishes else None
        grabber = self._grabber
        if grabber is None or isinstance(grabber, Lack):
            self.shortcuts = Shortcuts(lack, tuple(Shortcut(*wish) for wish in self._wishes) if lack else ())
            return
        grabber.release()
        seen: set[Chord] = set()
        each = []
        for action, text in self._wishes:
            chord = Chord.read(text)
            each.append(Shortcut(action, text, self._asked(grabber, chord, action, again=chord in seen)))
            seen.add(chord)
        self.shortcuts = Shortcuts(None, tuple(each))

    def _asked(self, grabber: Grabber, chord: Chord, action: GlobalAction, *, again: bool) -> Refusal | None:
        if chord.is_plain:
            return Refusal.TOO_PLAIN
        return Refusal.TAKEN if again else grabber.grab(chord, partial(self._pressed, action))
