"""Objections as they stand at a moment: the one being met step by step, and those met so far with their ends."""

from __future__ import annotations

from app.call import moves
from app.call.events import Result, Step
from app.call.prompt import ObjectionView, OpenObjection, Standing, StepView
from app.call.scope import CallScope
from app.call.spoken import UNLISTED, step_text
from app.call.state import ObjectionFrame, State
from app.call.story_cards import story_here

_STEPS = (Step.ACKNOWLEDGE, Step.ASK, Step.ANSWER, Step.CHECK)


def objection_now(scope: CallScope) -> ObjectionView | None:
    """The objection on the screen with its steps; ``None`` where none is."""
    playbook, state = scope.playbook, scope.state
    top = state.on_top
    if not isinstance(top, ObjectionFrame):
        return None
    objection = playbook.objection(top.objection or "")
    if objection is None:
        return _unlisted(scope, top)
    order = (*_STEPS, Step.EXHAUSTED) if top.step is Step.EXHAUSTED else _STEPS
    views = tuple(StepView(s, step_text(scope, objection, top, s), _standing(s, top.step)) for s in order)
    shown = tuple(view for view in views if view.text or view.standing is Standing.CURRENT)
    more = moves.next_response(playbook, state, objection, top) is not None
    return ObjectionView(
        objection.id,
        objection.kind,
        scope.text(objection.label),
        shown,
        top.step,
        top.response,
        more_answers=more,
        raised=state.raised(objection.id),
        story=story_here(playbook, state),
    )


def objections_met(scope: CallScope) -> tuple[OpenObjection, ...]:
    """Every objection of the call so far, in the order met."""
    found = []
    for met in scope.state.objections:
        objection = scope.playbook.objection(met.objection or "")
        label = scope.text(objection.label) if objection else met.text
        kind = objection.kind if objection else met.family
        found.append(OpenObjection(met.objection or "", kind, label, met.text, met.result, met.time))
    return tuple(found)


def open_objections(state: State) -> tuple[int, ...]:
    """Places in ``state.objections`` of those still open, each objection once, in the order met."""
    latest: dict[str, int] = {}
    for place, met in enumerate(state.objections):
        latest[met.objection or f"“{met.text}”"] = place
    return tuple(
        sorted(place for place in latest.values() if state.objections[place].result in (None, Result.OPEN))
    )


def _unlisted(scope: CallScope, top: ObjectionFrame) -> ObjectionView:
    """An objection that the playbook does not know: the steps say what to do instead of what to say."""
    lang = scope.playbook.lang
    steps = tuple(StepView(step, UNLISTED[step].in_lang(lang), _standing(step, top.step)) for step in _STEPS)
    met = scope.state.objections[top.record]
    return ObjectionView("", "", met.text, steps, top.step, None, more_answers=False, raised=1)


def _standing(step: Step, current: Step) -> Standing:
    order = (*_STEPS, Step.EXHAUSTED)
    if step is current:
        return Standing.CURRENT
    return Standing.DONE if order.index(step) < order.index(current) else Standing.AHEAD
