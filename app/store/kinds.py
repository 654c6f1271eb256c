"""The small numbers that stand for kinds of events in the database; a number once given is never given again."""

from __future__ import annotations

from app.call.events import KINDS

NUMBER_OF_KIND: dict[str, int] = {kind: number for number, kind in enumerate(KINDS, start=1)}
"""From 1, in the order of ``events.KINDS``, to which new kinds are only ever appended."""

KIND_OF_NUMBER: dict[int, str] = {number: kind for kind, number in NUMBER_OF_KIND.items()}
