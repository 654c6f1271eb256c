"""How events lie in rows: numbers and JSON; and beside them everything of ``values``."""

from __future__ import annotations

import json
from typing import Any
from uuid import UUID

from sqlalchemy import Row

from app.call.events import Event, UnknownEvent, from_data, to_data
from app.call.masking import mask
from app.store.kinds import KIND_OF_NUMBER, NUMBER_OF_KIND
from app.store.values import from_millis, optional_moment, storable, to_json, to_millis, upsert

__all__ = [
    "event_of",
    "event_row",
    "from_millis",
    "optional_moment",
    "storable",
    "to_json",
    "to_millis",
    "typed",
    "upsert",
]


def typed(text: str) -> str:
    """What a person typed, as it is kept: card and birth numbers masked, nothing in it that databases refuse."""
    return storable(mask(text))


def event_row(call: int, event: Event) -> dict[str, Any]:
    """The row of ``event`` in the call with the key ``call``."""
    data = to_data(event.what)
    return {
        "call": call,
        "seq": event.seq,
        "kind": NUMBER_OF_KIND[event.kind],
        "cause": event.cause,
        "ms": event.ms,
        "at": to_millis(event.at),
        "data": to_json(data) if data else None,
    }


def event_of(call: UUID, row: Row[Any]) -> Event:
    """The event that ``row`` of ``call_event`` holds.

    Raises:
        UnknownEvent: It was written by a newer program, or is damaged.
    """
    kind = KIND_OF_NUMBER.get(row.kind)
    if kind is None:
        raise UnknownEvent(f"This version knows no event with the number {row.kind}.")
    try:
        data = json.loads(row.data) if row.data else {}
    except json.JSONDecodeError as error:
        raise UnknownEvent(f"The event {row.seq} cannot be read: {error}.") from error
    return Event(call, row.seq, from_millis(row.at), row.ms, row.cause, from_data(kind, data))
