"""Where the call goes from here: the way on through stages and lines (LANGUAGE.md, rules 6 and 8)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from app.call.events import CallEnded, Happening, LineShown, StageEntered
from app.call.scope import CallScope
from app.call.state import DEAD_END, State, apply
from app.call.trial import wording_place
from app.playbook.expressions import holds
from app.playbook.model import END, WRAP_UP, Line, Playbook, Stage


def offered(playbook: Playbook, state: State, line: Line, scope: CallScope | None = None) -> bool:
    """Whether ``line`` may be offered now: its condition holds and the mood does not pass it over."""
    change = line.moods.get(state.mood)
    if change is not None and change.skip:
        return False
    return line.when is None or holds(line.when, scope or CallScope.at(playbook, state))


def way_on(playbook: Playbook, state: State, line_ref: str, to: str | None) -> tuple[Happening, ...]:
    """What follows after ``line_ref``: to ``to`` if given, else the next line, else the stage's ``next``, else the next stage."""
    if to is not None:
        return way_to(playbook, state, to)
    line = playbook.line(line_ref)
    stage = playbook.stage(line_ref.partition(".")[0])
    if line is None or stage is None:
        return (LineShown(WRAP_UP),)
    return _from(playbook, state, stage, stage.lines.index(line) + 1)


def way_to(playbook: Playbook, state: State, target: str) -> tuple[Happening, ...]:
    """The way to a target of ``to``: a stage, a line, ``wrap_up`` or ``end``.

    A bare name is a line of the current stage, else a stage, else the only line of that name anywhere.
    """
    line = _line_named(playbook, playbook.stage(state.stage), target)
    if line is not None:
        stage = playbook.stage(line.ref.partition(".")[0])
        assert stage is not None, line.ref
        return _from(playbook, state, stage, stage.lines.index(line))
    stage = playbook.stage(target)
    if stage is not None:
        return _from(playbook, state, stage, 0)
    return _over(target, None)


def _over(target: str | None, proposal: str | None) -> tuple[Happening, ...]:
    """The talk is over; ``end`` hangs up as well."""
    farewell = LineShown(WRAP_UP, outcome=proposal)
    return (farewell, CallEnded()) if target == END else (farewell,)


def _line_named(playbook: Playbook, here: Stage | None, target: str) -> Line | None:
    if "." in target:
        return playbook.line(target)
    if here is not None:
        found = next((line for line in here.lines if line.id == target), None)
        if found is not None:
            return found
    if playbook.stage(target) is not None or target in (WRAP_UP, END):
        return None
    named = [line for stage in playbook.stages for line in stage.lines if line.id == target]
    return named[0] if len(named) == 1 else None


def _from(playbook: Playbook, state: State, stage: Stage, index: int) -> tuple[Happening, ...]:
    """The first line offered from ``index`` of ``stage`` on, with the stages entered on the way."""
    entered: list[Happening] = []
    proposal: str | None = None
    visited: set[str] = set()
    while True:
        if stage.id != state.stage:
            entered.append(StageEntered(stage.id))
            state = apply(state, entered[-1], state.mark)
        line = next((line for line in stage.lines[index:] if offered(playbook, state, line)), None)
        if line is not None:
            return (*entered, *_shown(playbook, state, line, proposal))
        if index == 0:
            if stage.id in visited:
                return (*entered, LineShown(DEAD_END, outcome=proposal))
            visited.add(stage.id)
        target, outcome = _next_of(playbook, state, stage)
        proposal = outcome or proposal
        aimed = _line_named(playbook, stage, target) if target is not None else None
        if target is None or (aimed is None and playbook.stage(target) is None):
            return (*entered, *_over(target, proposal))
        stage, index = _aim(playbook, aimed, target)
        if aimed is not None:
            if aimed.ref in visited:
                return (*entered, LineShown(DEAD_END, outcome=proposal))
            visited.add(aimed.ref)


def _aim(playbook: Playbook, line: Line | None, target: str) -> tuple[Stage, int]:
    stage = playbook.stage(line.ref.partition(".")[0] if line else target)
    assert stage is not None, target
    return stage, stage.lines.index(line) if line else 0


def _next_of(playbook: Playbook, state: State, stage: Stage) -> tuple[str | None, str | None]:
    """The target after the last line of ``stage`` and the outcome proposed on the way; no target: the end of the talk."""
    scope = CallScope.at(playbook, state)
    for way in stage.next:
        if holds(way.when, scope):
            return way.to, way.outcome
    after = playbook.stages[playbook.stages.index(stage) + 1 :]
    return (after[0].id if after else None), None


def _shown(playbook: Playbook, state: State, line: Line, proposal: str | None) -> Iterator[Happening]:
    """``line`` and, on top of it, the compliance lines that must be read before it (the first on top)."""
    yield LineShown(line.ref, outcome=proposal, wording=wording_place(state, line.trials, line.ref))
    for due in reversed(_compliance_due(playbook, state, line)):
        yield LineShown(due, detour=True)


def _compliance_due(playbook: Playbook, state: State, line: Line) -> list[str]:
    stage_id = line.ref.partition(".")[0]
    places = {None, stage_id, line.ref}
    scope = CallScope.at(playbook, state)
    return [
        one.ref
        for one in playbook.compliance
        if one.before in places
        and one.ref not in state.done
        and one.ref not in state.skipped
        and holds(one.when, scope)
    ]


def neighbour(playbook: Playbook, state: State, by: int) -> Line | None:
    """The line ``by`` places before or after the current one among those offered, across stages; ``None`` at the ends."""
    lines = [line for stage in playbook.stages for line in stage.lines]
    refs = [line.ref for line in lines]
    place = refs.index(state.line) if state.line in refs else len(lines)
    ahead = lines[place + 1 :] if by > 0 else lines[:place][::-1]
    return next((line for line in ahead if offered(playbook, replace(state, frames=()), line)), None)
