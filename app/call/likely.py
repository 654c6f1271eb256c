"""Which objections to show first on the board."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice
from typing import Protocol

from app.call.events import BoardShown
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
        rows = islice(_fitting_first(self._for_stage(playbook, scope.stage), scope), limit)
        return tuple(
            LikelyObjection(one.id, one.kind, scope.text(one.label), times_raised=scope.state.raised(one.id))
            for one in rows
        )

    def _for_stage(self, playbook: Playbook, stage: str) -> tuple[Objection, ...]:
        if self._playbook is not playbook:
            self._playbook, self._ranked = playbook, {}
        if stage not in self._ranked:
            self._ranked[stage] = (*_named_in(playbook, stage), *_unnamed_in(playbook, stage))
        return self._ranked[stage]


def _named_in(playbook: Playbook, stage: str) -> list[Objection]:
    named = [one for one in playbook.objections if stage in one.likely]
    return sorted(named, key=lambda one: one.likely.index(stage))


def _unnamed_in(playbook: Playbook, stage: str) -> list[Objection]:
    return [one for one in playbook.objections if stage not in one.likely]


def _fitting_first(ranked: Iterable[Objection], scope: CallScope) -> Iterator[Objection]:
    """Asks conditions only as far as rows are taken: a board of seven need not try two thousand."""
    later: list[Objection] = []
    for one in ranked:
        if holds(one.when, scope):
            yield one
        else:
            later.append(one)
    yield from later


BOARD_ROWS = 7
"""Objections that stand beside the line at once."""
_SHARE_PLACES = 3


def board_of(rows: Iterable[LikelyObjection]) -> BoardShown:
    """What of a board is kept so that the same one can be shown again; shares to a tenth of a per cent."""
    shown = tuple(rows)
    shares = tuple(round(one.share, _SHARE_PLACES) for one in shown if one.share is not None)
    return BoardShown(tuple(one.id for one in shown), shares)


def recorded_board(scope: CallScope, board: BoardShown) -> tuple[LikelyObjection, ...]:
    """The rows of ``board``; those that the playbook does not have (a draft tried on old calls) are left out."""
    shares = (*board.shares, *(None for _ in board.objections))
    found = (
        (scope.playbook.objection(name), share) for name, share in zip(board.objections, shares, strict=False)
    )
    return tuple(
        LikelyObjection(one.id, one.kind, scope.text(one.label), share, scope.state.raised(one.id))
        for one, share in found
        if one is not None
    )


PRIOR_WEIGHT = 20.0
"""How many recorded objections the level above counts for (a starting guess, held against held-out calls in tests)."""
LEAST_TO_SHOW = 30
"""Shares are shown only when at least this many objections were recorded in the stage."""
_UNLISTED_MASS = 0.1


@dataclass(frozen=True, slots=True)
class MetCount:
    """How often an objection was raised from a stage, by leads of a source, in a mood."""

    stage: str
    source: str
    mood: str
    objection: str
    times: int


class RecordedOrder:
    """The author's order blended with what was recorded in this playbook.

    Hierarchical Dirichlet smoothing (MacKay and Peto 1995, "A hierarchical Dirichlet language model", Natural Language
    Engineering 1(3)): each finer context is shrunk towards the coarser one, ``p = (n + K * p_above) / (N + K)`` with
    ``n`` times the objection was raised in the context, ``N`` all objections raised in it and ``K`` = 20. The chain is
    author -> stage -> stage and source -> stage, source and mood. The author's own distribution gives the objections
    that name the stage weights 1, 1/2, 1/3 ... by place and shares a tenth among the rest. With no records at all the
    order is the author's.
    """

    def __init__(self, met: Iterable[MetCount]) -> None:
        self._counts: dict[tuple[str, ...], Counter[str]] = {}
        for one in met:
            for context in ((one.stage,), (one.stage, one.source), (one.stage, one.source, one.mood)):
                self._counts.setdefault(context, Counter())[one.objection] += one.times
        self._shares: dict[tuple[str, ...], dict[str, float]] = {}
        self._ranked: dict[tuple[str, ...], tuple[Objection, ...]] = {}
        self._playbook: Playbook | None = None

    def order(
        self, playbook: Playbook, scope: CallScope, limit: int | None = None
    ) -> tuple[LikelyObjection, ...]:
        """The board at ``scope``; shares are given only with enough records behind them."""
        context = (scope.stage, str(scope.lead("source") or ""), scope.mood)
        shares = self.shares(playbook, *context)
        enough = sum(self._counts.get((scope.stage,), Counter()).values()) >= LEAST_TO_SHOW
        ranked = self._ranked.get(context)
        if ranked is None:
            ranked = tuple(sorted(playbook.objections, key=lambda one: -shares[one.id]))
            self._ranked[context] = ranked
        return tuple(
            LikelyObjection(
                one.id,
                one.kind,
                scope.text(one.label),
                shares[one.id] if enough else None,
                scope.state.raised(one.id),
            )
            for one in islice(_fitting_first(ranked, scope), limit)
        )

    def shares(self, playbook: Playbook, stage: str, source: str, mood: str) -> dict[str, float]:
        """The share of each objection among those raised in this context; they sum to 1."""
        if self._playbook is not playbook:
            self._playbook, self._shares, self._ranked = playbook, {}, {}
        return self._at(playbook, (stage, source, mood))

    def _at(self, playbook: Playbook, context: tuple[str, ...]) -> dict[str, float]:
        """The coarser contexts are reckoned once: a mood that changes moves only the last step."""
        known = self._shares.get(context)
        if known is None:
            coarser = context[:-1]
            above = self._at(playbook, coarser) if coarser else _author_shares(playbook, context[0])
            self._shares[context] = known = self._shrunk(above, context)
        return known

    def _shrunk(self, above: dict[str, float], context: tuple[str, ...]) -> dict[str, float]:
        counts = self._counts.get(context)
        if not counts:
            return above
        listed = {objection: counts[objection] for objection in above if objection in counts}
        total = sum(listed.values()) + PRIOR_WEIGHT
        return {
            objection: (listed.get(objection, 0) + PRIOR_WEIGHT * p) / total for objection, p in above.items()
        }


def _author_shares(playbook: Playbook, stage: str) -> dict[str, float]:
    """The author's order as a distribution, in the order of the board."""
    named, rest = _named_in(playbook, stage), _unnamed_in(playbook, stage)
    weights = {one.id: 1.0 / place for place, one in enumerate(named, start=1)}
    mass = (1 - _UNLISTED_MASS) if named and rest else 1.0
    total = sum(weights.values()) or 1.0
    shares = {objection: mass * weight / total for objection, weight in weights.items()}
    left = (1 - mass) if named else 1.0
    return {**shares, **{one.id: left / len(rest) for one in rest}}
