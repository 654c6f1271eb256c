"""The program as it is, in a process of its own, that says on standard output what its pop bar says and when it comes forward."""

from __future__ import annotations

import os
import sys

from PySide6.QtCore import QTimer

from app.leads.screen_pop import Pop
from app.scripts.main import main
from app.ui import program
from app.ui.door import Door
from app.ui.frame import Frame


def say(*words: object) -> None:
    """One whole line to whoever listens."""
    os.write(1, (" ".join(map(str, words)) + "\n").encode())


class TellingFrame(Frame):
    """Says when it comes forward."""

    def come_forward(self) -> None:
        super().come_forward()
        say("forward")


class TellingProgram(program.Program):
    """Says that it listens, and what its bar says whenever that changes."""

    def show(self, door: Door | None = None, pop: Pop | None = None) -> None:
        self._said = ""
        self._watch = QTimer(self)
        self._watch.timeout.connect(self._look)
        self._watch.start(10)
        self.opened.connect(self._tell_open)
        super().show(door, pop)

    def _tell_open(self) -> None:
        say("open")

    def _look(self) -> None:
        text = self.frame.pop_bar.text()
        if text != self._said:
            self._said = text
            say("bar", text)


if __name__ == "__main__":
    program.Frame = TellingFrame  # type: ignore[attr-defined]
    program.Program = TellingProgram  # type: ignore[misc]
    raise SystemExit(main(sys.argv[1:]))
