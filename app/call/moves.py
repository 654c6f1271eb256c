"""What one key means at one moment: a playbook and a state give the happenings that the key makes.

The first happening is the act, the rest its consequences. An empty result means that the key has no meaning now.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from app.call import events as ev
from app.call.events import Happening, How, NudgeKind, Result, Step
from app.call.prompt import Phase
from app.call.route import neighbour, offered, way_on, way_to
from app.call.scope import CallScope
from app.call.state import DEAD_END, LineFrame, ObjectionFrame, ObjectionMet, State, apply
from app.call.trial import wording_place
from app.call.wording import read_value
from app.playbook.expressions import holds
from app.playbook.model import (
    WRAP_UP,
    Answer,
    FactType,
    FactValue,
    Line,
    LineKind,
    Objection,
    Playbook,
    Response,
)
from app.playbook.vocabulary import Drive, Mood

Moves = tuple[Happening, ...]
NOTHING: Moves = ()


def opening(playbook: Playbook, state: State) -> Moves:
    """The first stage and line of a call that has just started."""
    return way_to(playbook, state, playbook.stages[0].id)


# --- the main way -----------------------------------------------------------------------------------------------


def done(playbook: Playbook, state: State) -> Moves:
    """The line is said (or the step of an objection done): on to what follows."""
    top = state.on_top
    if isinstance(top, ObjectionFrame):
        return _objection_on(playbook, state, top)
    if state.line == DEAD_END and top is None:
        return (ev.LineShown(WRAP_UP),)
    if state.line == WRAP_UP and top is None:
        return (ev.CallEnded(),)
    line = playbook.line(state.spoken_line)
    known = known_answer(playbook, state, line) if line else None
    if line is not None and known is not None:
        return _answered(playbook, state, line, replace(known, confirmed=True))
    return _left(playbook, state, ev.LineDone(state.spoken_line))


def skip(playbook: Playbook, state: State) -> Moves:
    """The line is passed over."""
    if isinstance(state.on_top, ObjectionFrame) or state.spoken_line in (WRAP_UP, DEAD_END):
        return NOTHING
    return _left(playbook, state, ev.LineSkipped(state.spoken_line))


def _left(playbook: Playbook, state: State, act: ev.LineDone | ev.LineSkipped) -> Moves:
    if state.on_top is not None:
        return (act,)
    given = state.answer_to(act.line)
    answer = _option(playbook.line(act.line), given.answer) if given else None
    to = answer.to if answer and isinstance(act, ev.LineDone) else None
    return (act, *way_on(playbook, apply(state, act, state.mark), act.line, to))


def answer(playbook: Playbook, state: State, option: str | None, text: str = "") -> Moves:
    """The customer answered the line on the screen: an option by id, their own words, or both."""
    line = playbook.line(state.spoken_line)
    if line is None or line.kind is not LineKind.ASK or isinstance(state.on_top, ObjectionFrame):
        return NOTHING
    picked = _option(line, option)
    words = text.strip()
    if picked is None and (option is not None or not words):
        return NOTHING
    return _answered(playbook, state, line, _as_answered(playbook, line, picked, words))


def _option(line: Line | None, option: str | None) -> Answer | None:
    return next((one for one in line.answers if one.id == option), None) if line else None


def _as_answered(playbook: Playbook, line: Line, picked: Answer | None, words: str) -> ev.Answered:
    value = _value(playbook, line, picked) if picked else None
    if picked is None and line.fact in playbook.facts:
        value = read_value(playbook.facts[line.fact or ""], words)
    option = picked.id if picked else None
    return ev.Answered(
        line.ref, option, value, words, fact=line.fact, outcome=picked.outcome if picked else None
    )


def _value(playbook: Playbook, line: Line, picked: Answer) -> FactValue | None:
    """An option's value: its own, else what its id or label says to the line's fact."""
    fact = playbook.facts.get(line.fact or "")
    if picked.value is not None or fact is None:
        return picked.value
    if fact.type is FactType.TEXT:
        return picked.label
    by_id = read_value(fact, picked.id)
    return by_id if by_id is not None else read_value(fact, picked.label)


def known_answer(playbook: Playbook, state: State, line: Line) -> ev.Answered | None:
    """The answer that is known already, to be confirmed with one key; ``None`` when there is none."""
    given = state.answer_to(line.ref)
    if given is not None:
        return ev.Answered(
            line.ref, given.answer, given.value, given.text, fact=given.fact, outcome=given.outcome
        )
    if line.kind is not LineKind.ASK or line.fact is None:
        return None
    value = state.facts.get(line.fact)
    if value is None:
        return None
    picked = next((one for one in line.answers if _value(playbook, line, one) == value), None)
    return ev.Answered(
        line.ref,
        picked.id if picked else None,
        value,
        fact=line.fact,
        outcome=picked.outcome if picked else None,
    )


def _answered(playbook: Playbook, state: State, line: Line, what: ev.Answered) -> Moves:
    old = state.answer_to(line.ref)
    if old is not None:
        what = replace(what, old_answer=old.answer, old_value=old.value, old_text=old.text)
    what = replace(what, drops=_fallen(playbook, state, what))
    after = apply(state, what, state.mark)
    picked = _option(line, what.answer)
    if state.on_top is not None:
        return (what, *_raised_by(playbook, after, picked), *_moved_by_change(playbook, state, after))
    onward = way_on(playbook, after, line.ref, picked.to if picked else None)
    return (what, *onward, *_raised_by(playbook, after, picked))


def _raised_by(playbook: Playbook, state: State, picked: Answer | None) -> Moves:
    if picked is None or picked.objection is None:
        return NOTHING
    return raise_objection(playbook, state, picked.objection, How.ANSWER, picked.label)


def _fallen(playbook: Playbook, state: State, what: ev.Answered) -> tuple[str, ...]:
    """Lines whose answers hung on what ``what`` changes: their condition held before and does not hold after.

    Each fall may bring down others, so this repeats until nothing more falls.
    """
    before = CallScope.at(playbook, state)
    conditions = {
        given.line: line.when
        for given in state.answers
        if given.live and given.line != what.line and (line := playbook.line(given.line)) and line.when
    }
    held = {ref: when for ref, when in conditions.items() if holds(when, before)}
    fallen: tuple[str, ...] = ()
    while True:
        after = CallScope.at(playbook, apply(state, replace(what, drops=fallen), state.mark))
        now = tuple(ref for ref, when in held.items() if not holds(when, after))
        if set(now) <= set(fallen):
            return fallen
        fallen = (*fallen, *(ref for ref in now if ref not in fallen))


def _moved_by_change(playbook: Playbook, before: State, after: State) -> Moves:
    """An answer given out of order may close the line that waits underneath: then the call moves on from it."""
    line = playbook.line(after.line)
    if after.frames or line is None or offered(playbook, after, line) or not offered(playbook, before, line):
        return NOTHING
    return way_on(playbook, after, line.ref, None)


# --- moving about -----------------------------------------------------------------------------------------------


def go_line(playbook: Playbook, state: State, by: int) -> Moves:
    """The line before (-1) or after (+1), without calling the present one said or skipped."""
    if isinstance(state.on_top, ObjectionFrame):
        return NOTHING
    line = neighbour(playbook, state, by)
    if line is None:
        return NOTHING
    return way_to(playbook, state, line.ref)


def go_stage(playbook: Playbook, state: State, by: int) -> Moves:
    """The first line of the stage before (-1) or after (+1); parks whatever objection is on top."""
    ids = [stage.id for stage in playbook.stages]
    place = ids.index(state.stage) if state.stage in ids else len(ids)
    while 0 <= (place := place + by) < len(ids):
        stage = playbook.stages[place]
        line = next((line for line in stage.lines if offered(playbook, state, line)), None)
        if line is not None:
            return (*_parked(state), *way_to(playbook, state, line.ref))
    return NOTHING


def _parked(state: State) -> Moves:
    return tuple(
        ev.ObjectionEnded(frame.objection, Result.OPEN, frame.response)
        for frame in reversed(state.frames)
        if isinstance(frame, ObjectionFrame)
    )


def ask_now(playbook: Playbook, state: State, ref: str) -> Moves:
    """Takes a line out of order; it comes back to where the call was."""
    line = playbook.line(ref)
    if line is None or ref == state.spoken_line:
        return NOTHING
    return (ev.LineShown(ref, detour=True, wording=wording_place(state, line.trials, ref)),)


def back(playbook: Playbook, state: State) -> Moves:
    """Leaves the detour on top; an objection stays open. Compliance lines are done or skipped, never just left."""
    top = state.on_top
    if isinstance(top, ObjectionFrame):
        return end_objection(playbook, state, Result.OPEN, elsewhere=False)
    if isinstance(top, LineFrame) and not top.compliance:
        return (ev.LeftDetour(top.line),)
    return NOTHING


# --- objections -------------------------------------------------------------------------------------------------


def raise_objection(playbook: Playbook, state: State, objection_id: str, how: How, text: str = "") -> Moves:
    """The customer objects; the same objection already on top stays as it is."""
    objection = playbook.objection(objection_id)
    top = state.on_top
    if objection is None or (isinstance(top, ObjectionFrame) and top.objection == objection_id):
        return NOTHING
    first = _first_step(objection)
    raised = ev.ObjectionRaised(objection_id, how, text, first)
    if first is not Step.ANSWER:
        return (raised,)
    after = apply(state, raised, state.mark)
    frame = after.on_top
    assert isinstance(frame, ObjectionFrame), objection_id
    return (raised, *_next_response(playbook, after, objection, frame))


def raise_unlisted(text: str) -> Moves:
    """The customer objects with something that the playbook does not list."""
    return (ev.ObjectionRaised(None, How.UNLISTED, text.strip(), Step.ACKNOWLEDGE),)


def reopen(playbook: Playbook, state: State, met: ObjectionMet) -> Moves:
    """Comes back to an objection that stayed open."""
    if met.objection is None:
        return (ev.ObjectionRaised(None, How.REOPENED, met.text, Step.ACKNOWLEDGE),)
    return raise_objection(playbook, state, met.objection, How.REOPENED, met.text)


def settle(playbook: Playbook, met: ObjectionMet, result: Result) -> Moves:
    """After the call: how an objection that stayed open ended after all."""
    objection = playbook.objection(met.objection or "")
    outcome = objection.final.outcome if objection and result is Result.FINAL else None
    return (
        ev.ObjectionRaised(met.objection, How.REOPENED, met.text, Step.CHECK),
        ev.ObjectionEnded(met.objection, result, None, outcome),
    )


def _first_step(objection: Objection) -> Step:
    if objection.acknowledge:
        return Step.ACKNOWLEDGE
    return Step.ASK if objection.ask else Step.ANSWER


def next_response(
    playbook: Playbook, state: State, objection: Objection, frame: ObjectionFrame
) -> Response | None:
    """The next rung that holds and is not used up; ``once`` rungs are not offered again in the call."""
    scope = CallScope.at(playbook, state)
    for response in objection.responses:
        spent = response.id in frame.tried or (response.once and response.ref in state.used_responses)
        if not spent and holds(response.when, scope):
            return response
    return None


def _next_response(playbook: Playbook, state: State, objection: Objection, frame: ObjectionFrame) -> Moves:
    response = next_response(playbook, state, objection, frame)
    if response is not None:
        place = wording_place(state, response.trials, response.ref)
        return (ev.ResponseShown(objection.id, response.id, place),)
    if objection.exhausted is not None:
        return (ev.ResponseShown(objection.id, None),)
    return ()


def _objection_on(playbook: Playbook, state: State, frame: ObjectionFrame) -> Moves:
    objection = playbook.objection(frame.objection or "")
    if objection is None:
        return _unlisted_on(frame)
    if frame.step is Step.EXHAUSTED:
        return end_objection(playbook, state, Result.OPEN)
    if frame.step is Step.ACKNOWLEDGE and objection.ask:
        return (ev.ObjectionStepDone(objection.id, frame.step, Step.ASK),)
    if frame.step is Step.ANSWER:
        return (ev.ObjectionStepDone(objection.id, frame.step, Step.CHECK),)
    shown = _next_response(playbook, state, objection, frame)
    if shown:
        return (ev.ObjectionStepDone(objection.id, frame.step, Step.ANSWER), *shown)
    if frame.step is Step.CHECK:
        return end_objection(playbook, state, Result.OPEN)
    return (ev.ObjectionStepDone(objection.id, frame.step, Step.CHECK),)


_UNLISTED_ORDER = {Step.ACKNOWLEDGE: Step.ASK, Step.ASK: Step.ANSWER, Step.ANSWER: Step.CHECK}


def _unlisted_on(frame: ObjectionFrame) -> Moves:
    then = _UNLISTED_ORDER.get(frame.step)
    if then is None:
        return (ev.ObjectionEnded(None, Result.OPEN),)
    return (ev.ObjectionStepDone(None, frame.step, then),)


def end_objection(playbook: Playbook, state: State, result: Result, *, elsewhere: bool = True) -> Moves:
    """The objection on top ends; ``elsewhere=False`` comes back to the line whatever the author wrote."""
    top = state.on_top
    if not isinstance(top, ObjectionFrame):
        return NOTHING
    objection = playbook.objection(top.objection or "")
    to, outcome = _after(objection, top, result)
    ended = ev.ObjectionEnded(top.objection, result, top.response, outcome if elsewhere else None)
    if to is None or not elsewhere:
        return (ended,)
    after = apply(state, ended, state.mark)
    return (ended, *_parked(after), *way_to(playbook, after, to))


def _after(
    objection: Objection | None, frame: ObjectionFrame, result: Result
) -> tuple[str | None, str | None]:
    """Where an ended objection sends the call, and the outcome it proposes.

    A settled answer that leads where the end of the matter leads ("do not ring me again": promised, then wrap-up)
    proposes the outcome that the end proposes.
    """
    if result is Result.FINAL:
        final = objection.final if objection else None
        return (final.to if final and final.to else WRAP_UP), (final.outcome if final else None)
    if objection is None:
        return None, None
    if result is Result.SETTLED:
        response = next((one for one in objection.responses if one.id == frame.response), None)
        to = response.to if response else None
        return to, (objection.final.outcome if to is not None and to == objection.final.to else None)
    if frame.step is Step.EXHAUSTED and objection.exhausted is not None:
        return objection.exhausted.to, objection.exhausted.outcome
    return None, None


# --- mood, drive, the ask ---------------------------------------------------------------------------------------


def tap_mood(playbook: Playbook, state: State, mood: Mood) -> Moves:
    """A mood is sensed; a line that this mood passes over gives way to the next."""
    again = state.mood is mood and state.mood_tapped
    if again and not (mood is Mood.INTERESTED and state.ask_waved):
        return NOTHING
    tapped = ev.MoodTapped(mood)
    after = apply(state, tapped, state.mark)
    line = playbook.line(state.line)
    if state.frames or line is None or not _passed_over(line, mood) or _passed_over(line, state.mood):
        return (tapped,)
    return (tapped, *way_on(playbook, after, line.ref, None))


def _passed_over(line: Line, mood: Mood) -> bool:
    change = line.moods.get(mood)
    return change is not None and change.skip


def switch_drive(playbook: Playbook, state: State, now: Drive) -> Moves:
    """Between drawing out and asking; locked in complaints and while the customer is angry."""
    if playbook.push_locked or state.mood is Mood.ANGRY:
        return NOTHING
    return (ev.DriveChanged(Drive.PULL if now is Drive.PUSH else Drive.PUSH),)


def ask_target(playbook: Playbook, state: State) -> Line | None:
    """The line that asks for the step: the first question of the first asking stage (``close``, else a pushing one)."""
    named = [stage for stage in playbook.stages if stage.id == "close"]
    pushing = [stage for stage in playbook.stages if stage.drive is Drive.PUSH]
    last = [stage for stage in playbook.stages if stage.id == "next_step"]
    for stage in (*named, *pushing, *last):
        lines = [line for line in stage.lines if offered(playbook, state, line)]
        asking = next((line for line in lines if line.kind is LineKind.ASK), lines[0] if lines else None)
        if asking is not None:
            return asking
    return None


def ask_offered(playbook: Playbook, state: State) -> bool:
    """Whether interest shows and the ask is neither locked, waved away, nor made already."""
    if playbook.push_locked or state.ask_waved or state.phase is not Phase.TALK:
        return False
    if not (state.mood is Mood.INTERESTED and state.mood_tapped) or state.frames:
        return False
    target = ask_target(playbook, state)
    return target is not None and target.ref not in state.done and target.ref != state.line


def take_ask(playbook: Playbook, state: State, day: date) -> Moves:
    """The customer takes a proposed day: it is noted and the call goes to the line that asks."""
    target = ask_target(playbook, state)
    agreed = ev.NextStepAgreed(state.next_step.what, day.isoformat(), "", state.next_step.who)
    if target is None:
        return (agreed,)
    return (agreed, *way_to(playbook, state, target.ref))


def take_nudge(playbook: Playbook, state: State) -> Moves:
    """Does what the reminder on the screen is about."""
    nudge = state.nudge
    if nudge is None:
        return NOTHING
    if nudge.nudge is NudgeKind.OPEN_OBJECTION:
        met = next((one for one in state.objections if (one.objection or "") == nudge.about), None)
        return reopen(playbook, state, met) if met else NOTHING
    if nudge.nudge is NudgeKind.ASK_MISSING:
        return way_to(playbook, state, nudge.about)
    return ask_now(playbook, state, nudge.about)
