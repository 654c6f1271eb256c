"""A recorded call as it was: the prompt that was on the screen at any moment, from the pinned text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from app.call.coach import Coach
from app.call.course import Course, fold, step
from app.call.events import Event
from app.call.likely import LikelyOrder
from app.call.prompt import Prompt
from app.playbook.model import Playbook


def prompt_at(
    playbook: Playbook, events: Sequence[Event], ms: int, likely: LikelyOrder | None = None
) -> Prompt | None:
    """The prompt ``ms`` milliseconds into the call; ``None`` before it began."""
    until = [event for event in events if event.ms <= ms]
    if not until:
        return None
    coach = Coach(playbook, likely) if likely else Coach(playbook)
    return coach.prompt(fold(until), until[-1].at.astimezone())


def prompts(playbook: Playbook, events: Sequence[Event]) -> Iterator[tuple[Event, Prompt]]:
    """Each act with the prompt that it led to, in order."""
    coach = Coach(playbook)
    course = Course()
    for place, event in enumerate(events):
        course = step(course, event)
        last_of_act = place + 1 == len(events) or events[place + 1].cause != event.cause
        if last_of_act:
            yield event, coach.prompt(course, event.at.astimezone())
