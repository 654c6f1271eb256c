"""Which objections to show first on the board."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from heapq import merge
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
            rest = (one for one in playbook.objections if stage not in one.likely)
            self._ranked[stage] = (*_named_in(playbook, stage), *rest)
        return self._ranked[stage]


def _named_in(playbook: Playbook, stage: str) -> list[Objection]:
    named = [one for one in playbook.objections if stage in one.likely]
    return sorted(named, key=lambda one: one.likely.index(stage))


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


@dataclass(frozen=True, slots=True)
class _Shares:
    """Shares of the objections that are named; all others have the same one, however many they are."""

    named: Mapping[str, float]
    each_other: float

    def of(self, objection: str) -> float:
        return self.named.get(objection, self.each_other)


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
        self._shares: dict[tuple[str, ...], _Shares] = {}
        self._ranked: dict[tuple[str, ...], tuple[Objection, ...]] = {}
        self._place: dict[str, int] = {}
        self._playbook: Playbook | None = None

    def order(
        self, playbook: Playbook, scope: CallScope, limit: int | None = None
    ) -> tuple[LikelyObjection, ...]:
        """The board at ``scope``; shares are given only with enough records behind them."""
        context = (scope.stage, str(scope.lead("source") or ""), scope.mood)
        shares = self._known(playbook, context)
        enough = sum(self._counts.get((scope.stage,), Counter()).values()) >= LEAST_TO_SHOW
        ranked = self._in_order(playbook, shares, context)
        return tuple(
            LikelyObjection(
                one.id,
                one.kind,
                scope.text(one.label),
                shares.of(one.id) if enough else None,
                scope.state.raised(one.id),
            )
            for one in islice(_fitting_first(ranked, scope), limit)
        )

    def shares(self, playbook: Playbook, stage: str, source: str, mood: str) -> dict[str, float]:
        """The share of each objection among those raised in this context; they sum to 1."""
        known = self._known(playbook, (stage, source, mood))
        return {one.id: known.of(one.id) for one in playbook.objections}

    def _known(self, playbook: Playbook, context: tuple[str, ...]) -> _Shares:
        """The coarser contexts are reckoned once: a mood that changes moves only the last step."""
        if self._playbook is not playbook:
            self._playbook, self._shares, self._ranked = playbook, {}, {}
            self._place = {one.id: at for at, one in enumerate(playbook.objections)}
        known = self._shares.get(context)
        if known is None:
            coarser = context[:-1]
            above = self._known(playbook, coarser) if coarser else _author_shares(playbook, context[0])
            self._shares[context] = known = self._shrunk(playbook, above, context)
        return known

    def _in_order(self, playbook: Playbook, shares: _Shares, context: tuple[str, ...]) -> Iterator[Objection]:
        """Likeliest first, equal ones as the file has them; the many that nothing is known of are not sorted at all."""
        if context not in self._ranked:
            named = (one for one in playbook.objections if one.id in shares.named)
            self._ranked[context] = tuple(sorted(named, key=lambda one: -shares.of(one.id)))
        rest = (one for one in playbook.objections if one.id not in shares.named)
        return merge(self._ranked[context], rest, key=lambda one: (-shares.of(one.id), self._place[one.id]))

    def _shrunk(self, playbook: Playbook, above: _Shares, context: tuple[str, ...]) -> _Shares:
        counts = self._counts.get(context)
        if not counts:
            return above
        met = {name: times for name, times in counts.items() if playbook.objection(name) is not None}
        total = sum(met.values()) + PRIOR_WEIGHT
        named = {
            name: (met.get(name, 0) + PRIOR_WEIGHT * above.of(name)) / total for name in (*above.named, *met)
        }
        return _Shares(named, PRIOR_WEIGHT * above.each_other / total)


def _author_shares(playbook: Playbook, stage: str) -> _Shares:
    """The author's order as a distribution."""
    named = _named_in(playbook, stage)
    others = len(playbook.objections) - len(named)
    weights = {one.id: 1.0 / place for place, one in enumerate(named, start=1)}
    mass = (1 - _UNLISTED_MASS) if named and others else 1.0
    total = sum(weights.values()) or 1.0
    left = (1 - mass) if named else 1.0
    shares = {objection: mass * weight / total for objection, weight in weights.items()}
    return _Shares(shares, left / others if others else 0.0)
