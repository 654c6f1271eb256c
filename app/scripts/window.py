"""``callcue`` without a command: opens the window, data after the first picture."""

from __future__ import annotations

import sys
from argparse import Namespace
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from app.playbook.label import Label
from app.scripts.display import display_problem
from app.scripts.stop import CLEAN, Stop

if TYPE_CHECKING:
    from app.leads.screen_pop import Pop
    from app.settings import Settings, SettingsProblem
    from app.ui.door import Door
    from app.ui.services import Services

_BY_SIGNAL = 128
"""Shells add it to the number of the signal that ended a program."""
_NO_ANSWER = Label(
    "Callcue is open already but does not answer. Wait a moment and try again, or close it first.",
    "Callcue už je otevřené, ale neodpovídá. Chvíli počkejte a zkuste to znovu, nebo ho nejdřív zavřete.",
)


def run(args: Namespace, pop: Pop | None = None) -> int:
    """Opens the window and returns when it is closed; when one is open already, that one is shown instead.

    Settings and places come from the environment that main set. ``pop`` is what a phone program tells.

    Raises:
        DisplayMissing: No window can open here; the caller falls back to the terminal.
        Stop: A window is open over these data but does not answer.
    """
    problem = display_problem(getattr(args, "lang", "en"))
    if problem is not None:
        raise DisplayMissing(problem)
    from app.settings import home_folder, load
    from app.ui.door import OneWindow, door_of

    home = home_folder()
    door = door_of(home)
    claim = OneWindow(door)
    if not claim.is_first():
        if _tell_open_window(door, pop):
            return CLEAN
        # It may have been closed this very moment.
        if not claim.is_first():
            raise Stop(_NO_ANSWER.in_lang(getattr(args, "lang", "en")))
    try:
        slips = getattr(args, "settings_problems", ())
        return open_window(home, load(home).settings, door, pop, getattr(args, "role", None) or "", slips)
    finally:
        claim.give_up()


def _tell_open_window(door: Door, pop: Pop | None) -> bool:
    from app.ui.doorbell import knock

    return knock(door, pop)


class DisplayMissing(Exception):
    """No window can open here; the text says why and what to do."""


def open_window(
    home: Path,
    settings: Settings,
    door: Door | None = None,
    pop: Pop | None = None,
    role: str = "",
    slips: Sequence[SettingsProblem] = (),
) -> int:
    """The window's whole life. At ``door`` a second start and phone programs are heard.

    ``slips`` are what was wrong with the settings.
    """
    from app.ui.plain_imports import import_plainly
    from app.ui.start_rest import LONGEST_MS, StartRest

    rest = StartRest()
    from PySide6.QtCore import QTimer

    import_plainly()
    from app.ui.program import Program, application
    from app.ui.stop_signals import StopSignals

    app = application(sys.argv[:1])
    program = Program(app, home, settings, builder(home), role=role, slips=slips)
    for done in (rest.end, program.collector.begin):
        program.opened.connect(done)
        QTimer.singleShot(LONGEST_MS, done)
    program.show(door, pop)
    stop = StopSignals(program)
    stop.asked.connect(program.frame.close)
    stop.watch()
    code = app.exec()
    program.close()
    stop.close()
    rest.end()
    return _BY_SIGNAL + stop.number if stop.number else code


def builder(home: Path) -> Callable[[], Services]:
    """What opens the data; called on the worker, again whenever other places are set."""

    def build() -> Services:
        from app.bootstrap import build_services
        from app.settings import load
        from app.store.problems import StartProblem
        from app.ui.services import CannotOpen

        try:
            return build_services(load(home).settings, home)
        except StartProblem as problem:
            raise CannotOpen(problem.words) from problem

    return build
