"""Which events of a call stand, once what was taken back is left out."""

from __future__ import annotations

from collections.abc import Sequence

from app.call import events as ev
from app.call.events import Event


def kept_events(events: Sequence[Event]) -> tuple[Event, ...]:
    """The events that stand: those whose act was not undone (an undo that was itself undone does not count)."""
    undone: dict[int, int] = {}
    dropped: set[int] = set()
    for event in events:
        if isinstance(event.what, ev.Undone):
            aimed = event.what.cause
            if aimed in undone:
                dropped.discard(undone[aimed])
                undone[event.seq] = undone[aimed]
            else:
                dropped.add(aimed)
                undone[event.seq] = aimed
    return tuple(
        event for event in events if event.cause not in dropped and not isinstance(event.what, ev.Undone)
    )
