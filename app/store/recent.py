"""The last calls of this run, whole in memory: what is written again when the database's file was taken away."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Sequence
from typing import TYPE_CHECKING
from uuid import UUID

from app.playbook.source import Source

if TYPE_CHECKING:
    from app.call.events import Event

CALLS = 3
"""How many calls are remembered, the newest ones."""


class RecentCalls:
    """Collects what passes by."""

    def __init__(self) -> None:
        self._sources: dict[str, Source] = {}
        self._calls: OrderedDict[UUID, list[Event]] = OrderedDict()

    def add(self, items: Sequence[Source | Event]) -> None:
        """Remembers ``items``, and forgets the oldest call beyond ``CALLS``."""
        for item in items:
            if isinstance(item, Source):
                self._sources[item.revision] = item
            else:
                self._calls.setdefault(item.call, []).append(item)
        while len(self._calls) > CALLS:
            self._calls.popitem(last=False)

    def items(self) -> list[Source | Event]:
        """All that is remembered, in an order fit to be written."""
        return [*self._sources.values(), *(event for call in self._calls.values() for event in call)]
