"""What the rep says at a moment: the wording of a line, of a compliance line, and of each step of an objection."""

from __future__ import annotations

from app.call import moves
from app.call.events import Step
from app.call.prompt import Speech
from app.call.scope import CallScope
from app.call.state import DEAD_END, ObjectionFrame, State
from app.call.trial import wording
from app.playbook.model import ComplianceLine, Line, LineKind, MoodChange, Objection, Playbook, Response
from app.playbook.vocabulary import Label

_FAREWELL = Label("Say goodbye, then end the call.", "Rozlučte se a ukončete hovor.")
_DEAD_END = Label(
    "The playbook has no line for this. Go on to wrap-up.",
    "Scénář tu nemá žádnou repliku. Přejděte k dokončení.",
)
UNLISTED = {
    Step.ACKNOWLEDGE: Label(
        "Let them finish. Say it back in their words.", "Nechte domluvit. Zopakujte to jejich slovy."
    ),
    Step.ASK: Label("Ask one honest question about it.", "Položte k tomu jednu poctivou otázku."),
    Step.ANSWER: Label(
        "Answer what you know; promise to find out the rest.", "Odpovězte, co víte; zbytek slibte zjistit."
    ),
    Step.CHECK: Label("Ask whether that settles it.", "Zeptejte se, jestli to tím je vyřešené."),
}
UNLISTED[Step.EXHAUSTED] = UNLISTED[Step.CHECK]
"""What to do at each step of an objection that is not in the playbook."""


def speech_of(scope: CallScope, line: Line, said_as: str) -> Speech:
    """What to say for ``line`` under the present mood; ``said_as`` decides which wording under test this call gets."""
    change = line.moods.get(scope.state.mood) or MoodChange()
    cue = change.cue if change.cue is not None else line.cue
    return Speech(
        line.kind,
        line_text(scope, line, said_as),
        tuple(scope.text(chunk) for chunk in cue),
        scope.text(change.do if change.do is not None else line.do),
        scope.text(line.guide),
        line.verbatim,
    )


def line_text(scope: CallScope, line: Line, said_as: str) -> str:
    """The words alone of what ``speech_of`` gives."""
    change = line.moods.get(scope.state.mood) or MoodChange()
    own = change.say if change.say is not None else change.ask
    return scope.text(own if own is not None else wording(scope.state, line.trials, said_as) or line.text)


def speech_now(scope: CallScope) -> Speech:
    """What to say at this moment, whatever is on the screen."""
    state, playbook = scope.state, scope.playbook
    top = state.on_top
    if isinstance(top, ObjectionFrame):
        return _objection_speech(scope, top)
    line = playbook.line(state.spoken_line)
    if line is not None:
        return speech_of(scope, line, line.ref)
    read = _compliance(playbook, state)
    if read is not None:
        return Speech(LineKind.SAY, scope.text(read.say), verbatim=True)
    label = _DEAD_END if state.line == DEAD_END else _FAREWELL
    return Speech(LineKind.SAY, label.in_lang(playbook.lang))


def step_text(scope: CallScope, objection: Objection, top: ObjectionFrame, step: Step) -> str:
    """The words for one step of ``objection``; empty where the author left it to the rep."""
    match step:
        case Step.ACKNOWLEDGE:
            return scope.text(objection.acknowledge)
        case Step.ASK:
            return scope.text(objection.ask)
        case Step.CHECK:
            return scope.text(objection.check)
        case Step.EXHAUSTED:
            return scope.text(objection.exhausted.say) if objection.exhausted else ""
    found = response_of(objection, top.response)
    response = found or moves.next_response(scope.playbook, scope.state, objection, top)
    return response_text(scope, response) if response else ""


def response_of(objection: Objection | None, response_id: str | None) -> Response | None:
    """The response of ``objection`` with this id, if there is one."""
    return next((one for one in objection.responses if one.id == response_id), None) if objection else None


def _compliance(playbook: Playbook, state: State) -> ComplianceLine | None:
    return next((one for one in playbook.compliance if one.ref == state.spoken_line), None)


def _objection_speech(scope: CallScope, top: ObjectionFrame) -> Speech:
    lang = scope.playbook.lang
    objection = scope.playbook.objection(top.objection or "")
    if objection is None:
        return Speech(LineKind.SAY, "", do=UNLISTED[top.step].in_lang(lang))
    response = response_of(objection, top.response)
    kind = LineKind.ASK if top.step in (Step.ASK, Step.CHECK) else LineKind.SAY
    text = step_text(scope, objection, top, top.step)
    do = _response_do(scope, response) if top.step is Step.ANSWER and response else ""
    unwritten = UNLISTED[top.step].in_lang(lang) if not text else ""
    return Speech(
        kind, text, do=scope.text(do or objection.do) or unwritten, guide=scope.text(objection.guide)
    )


def _response_do(scope: CallScope, response: Response) -> str:
    change = response.moods.get(scope.state.mood)
    return change.do if change is not None and change.do is not None else response.do


def response_text(scope: CallScope, response: Response) -> str:
    """The words of an answer to an objection, as the mood and the wording under test of this call have it."""
    change = response.moods.get(scope.state.mood) or MoodChange()
    own = change.say if change.say is not None else change.ask
    text = own if own is not None else wording(scope.state, response.trials, response.ref) or response.say
    return scope.text(text)
