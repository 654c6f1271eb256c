"""Makes big believable playbooks from a seed, to measure with."""

from __future__ import annotations

import random
from collections.abc import Iterator

from app.playbook.vocabulary import OBJECTION_KINDS, TONES

_WORDS = tuple(
    str.split(
        "hours week order paper today number offer partner trouble result monthly start customer invoice booking shop "
        "garden bakery report season delivery email sheet people office answer reason question morning winter budget"
    )
)
_LINES_OF_A_STAGE = 8


def big_playbook(lines: int, objections: int, seed: int = 7) -> str:
    """A sound playbook in English of about ``lines`` lines of text with ``objections`` objections.

    Its shape is that of the shipped ones: mostly questions with two answers, mood wordings and tones; what the
    objections leave is filled with stages.

    Args:
        lines: The wanted length; objections take eleven lines each and come first.
        objections: How many objections.
        seed: Equal seeds give equal texts.
    """
    pick = random.Random(seed)  # noqa: S311 - made-up texts, no secrets
    end = [line for number in range(objections) for line in _objection(pick, number)]
    start = ["callcue: 1", "id: big", "lang: en", "title: A big playbook", "goal: meeting", "facts:"]
    start.append("  hours: {label: Hours a week, type: number, unit: h, min: 0}")
    start.append("stages:")
    stages = max(1, round((lines - len(start) - len(end) - 4) / (6 + 9 * _LINES_OF_A_STAGE)))
    for number in range(stages):
        start.extend(_stage(pick, number, stages))
    tail = ["outcomes: [meeting, callback, not_interested]"]
    return "\n".join([*start, "objections:", *end, *tail, ""]) if end else "\n".join([*start, *tail, ""])


def _text(pick: random.Random, words: int) -> str:
    chosen = [pick.choice(_WORDS) for _ in range(words)]
    return " ".join([chosen[0].capitalize(), *chosen[1:]])


def _stage(pick: random.Random, number: int, stages: int) -> Iterator[str]:
    yield f"  - id: stage_{number}"
    yield f"    title: {_text(pick, 2)}"
    yield f"    drive: {'pull' if number < stages - 1 else 'push'}"
    yield f"    tone: {pick.choice(tuple(TONES))}"
    yield "    lines:"
    for line in range(_LINES_OF_A_STAGE):
        yield f"      - id: line_{line}"
        yield f"        cue: [{_text(pick, 2)}, {_text(pick, 2)}]"
        yield f"        ask: {_text(pick, 11)}?"
        yield f'        moods: {{rushed: {{ask: "{_text(pick, 6)}?"}}, angry: skip}}'
        yield f"        do: {_text(pick, 7)}."
        yield "        tone: {name: curious, pause: 3s}"
        if line == 0 and number == 0:
            yield "        fact: hours"
            yield "        answers: [{id: few, label: Under two, value: 1}, {id: more, label: Two or more, value: 3}]"
            continue
        yield "        answers:"
        yield f"          - {{id: yes, label: {_text(pick, 3)}{_proposal(number, line, stages)}}}"
        yield f"          - {{id: no, label: {_text(pick, 3)}}}"
    yield f"    next: [{{to: {f'stage_{number + 1}' if number < stages - 1 else 'wrap_up'}}}]"


def _proposal(number: int, line: int, stages: int) -> str:
    is_last = number == stages - 1 and line == _LINES_OF_A_STAGE - 1
    return ", outcome: meeting" if is_last else ""


def _objection(pick: random.Random, number: int) -> Iterator[str]:
    yield f"  - id: objection_{number}"
    yield f"    kind: {pick.choice(tuple(OBJECTION_KINDS))}"
    yield f"    label: {_text(pick, 5)}"
    yield f"    heard: [{_text(pick, 3)} {number}, {_text(pick, 4)}, {_text(pick, 5)}]"
    yield f"    tone: {pick.choice(tuple(TONES))}"
    yield f"    acknowledge: {_text(pick, 9)}."
    yield f"    ask: {_text(pick, 7)}?"
    yield "    responses:"
    yield f"      - {{id: first, when: hours >= {pick.randint(1, 9)}, once: true, say: {_text(pick, 12)}}}"
    yield f"      - {{id: second, say: {_text(pick, 12)}}}"
    yield f"    check: {_text(pick, 6)}?"
