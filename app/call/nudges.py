"""Quiet reminders: when one is due, and whether it was followed. At most one in twenty seconds, each once a call."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from app.call import events as ev
from app.call import moves
from app.call.events import Happening, How, NudgeFollowed, NudgeKind, NudgeShown, Result
from app.call.prompt import Phase
from app.call.route import offered
from app.call.state import State
from app.playbook.model import WRAP_UP, LineKind, Playbook

LEAST_PAUSE_MS = 20_000
"""A reminder more often than this would itself be a distraction (the design's own figure)."""
STATEMENTS_IN_A_ROW = 2
LINES_AFTER_INTEREST = 2
LINES_TO_FOLLOW = 2
"""A reminder counts as followed when it is acted on within this many lines."""


def due(
    playbook: Playbook, state: State, time: int, turned_off: Collection[NudgeKind] = ()
) -> NudgeShown | None:
    """The reminder to show at talk time ``time``, if any; the first kind that fits wins."""
    if state.phase is not Phase.TALK or state.frames or state.held:
        return None
    if state.nudges and time - state.nudges[-1].time < LEAST_PAUSE_MS:
        return None
    given = {(one.nudge, one.about) for one in state.nudges}
    for shown in _candidates(playbook, state):
        if shown.nudge not in turned_off and (shown.nudge, shown.about) not in given:
            return shown
    return None


def _candidates(playbook: Playbook, state: State) -> Iterator[NudgeShown]:
    yield from _ask_missing(playbook, state)
    yield from _must_open(playbook, state)
    yield from _two_statements(playbook, state)
    yield from _open_objection(state)


def _ask_missing(playbook: Playbook, state: State) -> Iterator[NudgeShown]:
    """Interest was tapped and the ask has not come within two lines."""
    waited = len(state.spoken) - state.spoken_at_mood >= LINES_AFTER_INTEREST
    if waited and moves.ask_offered(playbook, state):
        target = moves.ask_target(playbook, state)
        if target is not None:
            yield NudgeShown(NudgeKind.ASK_MISSING, target.ref)


def _must_open(playbook: Playbook, state: State) -> Iterator[NudgeShown]:
    """The close begins while a must-ask of an earlier stage is open."""
    target = moves.ask_target(playbook, state)
    if target is None or state.stage != target.ref.partition(".")[0] or playbook.push_locked:
        return
    for stage in playbook.stages:
        if stage.id == state.stage:
            return
        for line in stage.lines:
            if line.must and not state.asked(line.ref) and offered(playbook, state, line):
                yield NudgeShown(NudgeKind.MUST_OPEN, line.ref)


def _two_statements(playbook: Playbook, state: State) -> Iterator[NudgeShown]:
    """Two statements went by with no question, and another statement is up."""
    here = playbook.line(state.line)
    if here is None or here.kind is LineKind.ASK or len(state.spoken) < STATEMENTS_IN_A_ROW:
        return
    said = [playbook.line(ref) for ref in state.spoken[-STATEMENTS_IN_A_ROW:]]
    if not all(line is not None and line.kind is LineKind.SAY for line in said):
        return
    for stage in playbook.stages:
        if stage.id != state.stage:
            continue
        for line in stage.lines:
            is_open = not state.asked(line.ref) and line.ref not in state.skipped
            if line.kind is LineKind.ASK and is_open and offered(playbook, state, line):
                yield NudgeShown(NudgeKind.TWO_STATEMENTS, line.ref)
                return
    yield NudgeShown(NudgeKind.TWO_STATEMENTS)


def _open_objection(state: State) -> Iterator[NudgeShown]:
    """The goodbye has come while an objection is open."""
    if state.line != WRAP_UP:
        return
    for met in state.objections:
        if met.result in (None, Result.OPEN) and met.how is not How.REOPENED:
            yield NudgeShown(NudgeKind.OPEN_OBJECTION, met.objection or "")
            return


def followed(
    playbook: Playbook, before: State, happenings: tuple[Happening, ...]
) -> tuple[NudgeFollowed, ...]:
    """Which earlier reminders these happenings fulfil."""
    found: list[NudgeFollowed] = []
    for given in before.nudges:
        if given.followed or len(before.spoken) - given.spoken > LINES_TO_FOLLOW:
            continue
        mark = NudgeFollowed(given.nudge, given.about)
        if mark not in found and any(_fulfils(playbook, mark, one) for one in happenings):
            found.append(mark)
    return tuple(found)


def _fulfils(playbook: Playbook, nudge: NudgeFollowed, what: Happening) -> bool:
    if nudge.nudge is NudgeKind.OPEN_OBJECTION:
        return isinstance(what, ev.ObjectionRaised) and (what.objection or "") == nudge.about
    if nudge.nudge is NudgeKind.ASK_MISSING:
        return isinstance(what, ev.LineShown) and what.line == nudge.about
    if nudge.nudge is NudgeKind.MUST_OPEN:
        return isinstance(what, ev.Answered | ev.LineDone) and what.line == nudge.about
    line = playbook.line(what.line) if isinstance(what, ev.Answered | ev.LineDone) else None
    return line is not None and line.kind is LineKind.ASK
