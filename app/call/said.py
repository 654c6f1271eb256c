"""What was said in a call, to choose from when a rep says afterwards which line did not work."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from app.call.scope import CallScope
from app.call.state import State
from app.call.step_name import step_name
from app.playbook.model import Playbook

MOST_SAID = 30
"""More than this nobody looks through while the next customer waits."""


@dataclass(frozen=True, slots=True)
class Said:
    """A line, or an answer to an objection, by its full name (as ``Reworded.line`` has it) with its words."""

    name: str
    text: str


def said(playbook: Playbook, state: State) -> tuple[Said, ...]:
    """Lines that were said, the newest first, then answers to objections; each once, as the playbook words it."""
    scope = CallScope.at(playbook, state)
    found = (Said(name, scope.text(text)) for name, text in _written(playbook, state))
    return tuple(one for one in found if one.text)[:MOST_SAID]


def _written(playbook: Playbook, state: State) -> Iterator[tuple[str, str]]:
    for name in dict.fromkeys(reversed(state.spoken)):
        line = playbook.line(name)
        if line is not None:
            yield name, line.text
    for objection in playbook.objections:
        for response in objection.responses:
            if response.ref in state.used_responses:
                yield step_name(objection.id, "", response.id), response.say
