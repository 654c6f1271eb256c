"""The rail of stages: where the call is, how far each stage has come, and how long it took."""

from __future__ import annotations

from app.call.prompt import RailStop, Standing
from app.call.question_card import counts
from app.call.scope import CallScope
from app.playbook.model import WRAP_UP, Stage
from app.playbook.vocabulary import STAGES


def stage_rail(scope: CallScope, time: int) -> tuple[RailStop, ...]:
    """The playbook's stages in order, wrap-up always last; ``time`` is the call's own time in milliseconds."""
    stops = [_stop(scope, stage, time) for stage in scope.playbook.stages]
    if scope.playbook.stage(WRAP_UP) is None:
        stops.append(_last_stop(scope, time))
    return tuple(stops)


def _stop(scope: CallScope, stage: Stage, time: int) -> RailStop:
    state = scope.state
    counted = [line for line in stage.lines if counts(scope, line)]
    passed = state.done | state.skipped
    return RailStop(
        stage.id,
        stage.title,
        _standing(scope, stage.id),
        state.stage_ms(stage.id, time),
        sum(1 for line in counted if line.ref in passed),
        len(counted),
        int((stage.budget_seconds or 0) * 1000),
    )


def _last_stop(scope: CallScope, time: int) -> RailStop:
    title = STAGES[WRAP_UP].in_lang(scope.playbook.lang)
    return RailStop(WRAP_UP, title, _standing(scope, WRAP_UP), scope.state.stage_ms(WRAP_UP, time), 0, 0)


def _standing(scope: CallScope, stage_id: str) -> Standing:
    if stage_id == scope.state.stage:
        return Standing.CURRENT
    return Standing.DONE if stage_id in scope.state.stages_seen else Standing.AHEAD
