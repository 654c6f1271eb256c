"""Questions as they stand at a moment: the one on the screen with its answers, its place in the stage, and all of them."""

from __future__ import annotations

from app.call import moves
from app.call.prompt import KnownAnswer, Option, Question, QuestionRow
from app.call.route import offered
from app.call.scope import CallScope
from app.call.spoken import line_text
from app.call.state import ObjectionFrame, State
from app.call.wording import worded
from app.playbook.model import Line, LineKind, Playbook, Stage


def question_now(scope: CallScope) -> Question | None:
    """The question on the screen with what is known of its answer; ``None`` where nothing is asked."""
    playbook, state = scope.playbook, scope.state
    line = playbook.line(state.spoken_line)
    if line is None or line.kind is not LineKind.ASK or isinstance(state.on_top, ObjectionFrame):
        return None
    given = state.answer_to(line.ref)
    known = moves.known_answer(playbook, state, line)
    chosen = known.answer if known else None
    options = tuple(
        Option(one.id, digit, scope.text(one.label), one.id == chosen)
        for digit, one in enumerate(line.answers, start=1)
    )
    number, total = place_in_stage(scope, line)
    fact = playbook.facts.get(line.fact or "")
    return Question(
        number,
        total,
        line.must,
        options,
        free_text=True,
        written=given.text if given else "",
        known=_known(scope, line, known.value if known else None),
        fact_type=fact.type if fact else None,
    )


def question_rows(scope: CallScope) -> tuple[QuestionRow, ...]:
    """All lines of the playbook with what became of each, in the author's order."""
    return tuple(_row(scope, stage, line) for stage in scope.playbook.stages for line in stage.lines)


def place_in_stage(scope: CallScope, line: Line) -> tuple[int, int]:
    """The place of a question (from 1) among those of its stage that are offered or asked, and how many these are."""
    stage = scope.playbook.stage(line.ref.partition(".")[0])
    questions = [
        one
        for one in (stage.lines if stage else ())
        if one.kind is LineKind.ASK and (one is line or counts(scope, one))
    ]
    return questions.index(line) + 1, len(questions)


def counts(scope: CallScope, line: Line) -> bool:
    """Whether ``line`` is a part of this call: it was done, or its conditions hold now."""
    return line.ref in scope.state.done or offered(scope.playbook, scope.state, line, scope)


def _row(scope: CallScope, stage: Stage, line: Line) -> QuestionRow:
    state = scope.state
    return QuestionRow(
        line.ref,
        stage.title,
        line.kind,
        line_text(scope, line, line.ref),
        line.must,
        state.asked(line.ref),
        line.ref in state.skipped,
        _answer_words(scope.playbook, state, line),
    )


def _known(scope: CallScope, line: Line, value: object) -> KnownAnswer | None:
    words = _answer_words(scope.playbook, scope.state, line)
    if words:
        return KnownAnswer(words)
    if isinstance(value, str | int | float):
        return KnownAnswer(worded(scope.playbook.facts.get(line.fact or ""), value, scope.playbook.lang))
    return None


def _answer_words(playbook: Playbook, state: State, line: Line) -> str:
    given = state.answer_to(line.ref)
    if given is None:
        return ""
    label = next((one.label for one in line.answers if one.id == given.answer), "")
    if label:
        return label
    if given.value is None or given.text:
        return given.text
    return worded(playbook.facts.get(line.fact or ""), given.value, playbook.lang)
