"""What is wrong with a test or script file, as the checker of playbooks tells it; nothing is played."""

from __future__ import annotations

from dataclasses import replace

from app.call.trial_file import read_trials
from app.playbook.problems import Level, Place, Problem
from app.playbook.source import SourceFile
from app.playbook.vocabulary import Label

UNREADABLE_TEST = "CC050"
_ALONE = Label(
    "a test lies beside its playbook, but there is no '{name}' here",
    "test patří vedle svého scénáře, ale „{name}“ tu není",
)


def trial_problems(file: SourceFile) -> tuple[Problem, ...]:
    """Why the tests cannot be run, or the script not be played; nothing when they can."""
    found = read_trials(file)
    slips = (_problem(replace(one.place, file=file.path), one.words) for one in found.slips)
    return (*found.problems, *slips)


def alone(file: str, playbook: str) -> Problem:
    """The test ``file`` has no playbook so named beside it."""
    words = Label(_ALONE.en.format(name=playbook), _ALONE.cs.format(name=playbook))
    return _problem(Place(file, 1, 1, 2), words)


def _problem(place: Place, words: Label) -> Problem:
    told = {"en": words.en.rstrip("."), "cs": words.cs.rstrip(".")}
    return Problem(UNREADABLE_TEST, Level.ERROR, place, told)
