"""Help that fades: how a line went for a rep before, and when to offer to show less of it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from itertools import pairwise

from app.call import events as ev
from app.call.events import Event, HelpLevel
from app.call.standing import kept_events

WENT_WELL_TO_OFFER = 5
"""A line is offered with less help after it went well this often since it last did not (a starting guess)."""
DECLINES_DOUBLE = 2
"""Every refused offer doubles the number that the next one waits for."""


@dataclass(frozen=True, slots=True)
class LineExperience:
    """How one line went for one rep: well in a row, offers refused, and the level last taken for it."""

    well: int = 0
    declined: int = 0
    taken: HelpLevel | None = None


_LESS = {HelpLevel.FULL: HelpLevel.CUES, HelpLevel.CUES: HelpLevel.QUIET}


def less_help(level: HelpLevel, learnt: LineExperience) -> HelpLevel | None:
    """The level to offer in place of ``level``, or ``None`` when it is too early or there is no less."""
    needed = WENT_WELL_TO_OFFER * DECLINES_DOUBLE**learnt.declined
    return _LESS.get(level) if learnt.well >= needed else None


def experience(calls: Iterable[Iterable[Event]]) -> dict[str, LineExperience]:
    """What a rep's past calls, oldest first, say about each line.

    A line went well when it was said or answered and neither skipped nor put in other words in that call. One that
    did not go well starts again at nothing, and so does one whose full help was brought back with the help key.
    """
    learnt: dict[str, LineExperience] = {}
    for events in calls:
        _learn(learnt, list(events))
    return learnt


def _learn(learnt: dict[str, LineExperience], events: list[Event]) -> None:
    kept = [event.what for event in kept_events(events)]
    said = {what.line for what in kept if isinstance(what, ev.LineDone | ev.Answered)}
    badly = {what.line for what in kept if isinstance(what, ev.LineSkipped | ev.Reworded)}
    for line in said - badly:
        before = learnt.get(line, LineExperience())
        learnt[line] = replace(before, well=before.well + 1)
    for line in badly:
        learnt[line] = replace(learnt.get(line, LineExperience()), well=0, taken=None)
    for earlier, what in pairwise((None, *kept)):
        if isinstance(what, ev.HelpDeclined):
            before = learnt.get(what.line, LineExperience())
            brought_back = isinstance(earlier, ev.HelpChanged) and not earlier.line
            taken = None if brought_back else before.taken
            learnt[what.line] = replace(before, declined=before.declined + 1, taken=taken)
        elif isinstance(what, ev.HelpChanged) and what.line:
            before = learnt.get(what.line, LineExperience())
            learnt[what.line] = replace(before, well=0, taken=what.help)


def taken_levels(learnt: Mapping[str, LineExperience]) -> dict[str, HelpLevel]:
    """The lines for which a rep has taken less help, with the level."""
    return {line: one.taken for line, one in learnt.items() if one.taken is not None}
