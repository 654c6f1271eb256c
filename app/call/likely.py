"""Which objections to show first on the board."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from typing import Protocol

from app.call.prompt import LikelyObjection
from app.call.scope import CallScope
from app.playbook.expressions import holds
from app.playbook.model import Objection, Playbook


class LikelyOrder(Protocol):
    """Ranks a playbook's objections for one moment, likeliest first; every objection occurs once."""

    def order(
        self, playbook: Playbook, scope: CallScope, limit: int | None = None
    ) -> tuple[LikelyObjection, ...]:
        """The board's first ``limit`` rows, or all of them."""


class AuthorOrder:
    """The author's order: those that name this stage in ``likely`` (earlier named, earlier shown), then the rest."""

    def __init__(self) -> None:
        self._playbook: Playbook | None = None
        self._ranked: dict[str, tuple[Objection, ...]] = {}

    def order(
        self, playbook: Playbook, scope: CallScope, limit: int | None = None
    ) -> tuple[LikelyObjection, ...]:
        """The board at ``scope``; objections whose condition does not hold go last."""
        rows = islice(self._in_order(playbook, scope), limit)
        return tuple(
            LikelyObjection(one.id, one.kind, scope.text(one.label), times_raised=scope.state.raised(one.id))
            for one in rows
        )

    def _in_order(self, playbook: Playbook, scope: CallScope) -> Iterator[Objection]:
        later: list[Objection] = []
        for one in self._for_stage(playbook, scope.stage):
            if holds(one.when, scope):
                yield one
            else:
                later.append(one)
        yield from later

    def _for_stage(self, playbook: Playbook, stage: str) -> tuple[Objection, ...]:
        if self._playbook is not playbook:
            self._playbook, self._ranked = playbook, {}
        if stage not in self._ranked:
            self._ranked[stage] = tuple(
                sorted(
                    playbook.objections,
                    key=lambda one: (
                        one.likely.index(stage) if stage in one.likely else len(playbook.stages) + 1
                    ),
                )
            )
        return self._ranked[stage]
