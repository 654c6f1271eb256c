"""Which calls a trainer hears next: a fair random share, and apart from it those that carry a risk."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

DEFAULT_RANDOM_SHARE = 0.6


class Why(StrEnum):
    """Why a call is in the queue; random ones measure, flagged ones coach, and the two are never averaged together."""

    RANDOM = "random"
    FLAGGED = "flagged"


class Risk(StrEnum):
    """What makes a call worth hearing whatever chance says."""

    ANGRY = "angry"
    HUNG_UP = "hung_up"
    COMPLAINT = "complaint"
    BIG_VALUE = "big_value"
    NEW_REP = "new_rep"
    REP_FLAG = "rep_flag"


@dataclass(frozen=True, slots=True)
class Candidate:
    """A call that may be reviewed. ``stratum`` groups calls that must each be heard (rep and playbook, say)."""

    call: str
    stratum: str
    risks: frozenset[Risk] = frozenset()


@dataclass(frozen=True, slots=True)
class Queued:
    """A call in the queue, and why."""

    call: str
    why: Why
    risks: frozenset[Risk]


def queue(
    candidates: Iterable[Candidate], size: int, seed: int, random_share: float = DEFAULT_RANDOM_SHARE
) -> tuple[Queued, ...]:
    """At most ``size`` calls: ``random_share`` of them by chance within strata, the rest by risk.

    The same candidates and seed give the same queue in whatever order the candidates come. Places that one side cannot
    fill go to the other. A random call that also carries a risk counts as random.

    Raises:
        ValueError: ``random_share`` is not between 0 and 1.
    """
    if not 0 <= random_share <= 1:
        raise ValueError(f"a share of {random_share} is not between 0 and 1")
    pool = sorted(candidates, key=lambda one: one.call)
    wanted = round(size * random_share)
    drawn = _stratified(pool, wanted, seed)
    taken = {one.call for one in drawn}
    risky = sorted(
        (one for one in pool if one.risks and one.call not in taken),
        key=lambda one: (-len(one.risks), _lot(seed, one.call)),
    )[: size - len(drawn)]
    short = size - len(drawn) - len(risky)
    if short > 0:
        left = [one for one in pool if one.call not in taken and one not in risky]
        drawn = [*drawn, *_stratified(left, short, seed)]
    return (
        *(Queued(one.call, Why.RANDOM, one.risks) for one in drawn),
        *(Queued(one.call, Why.FLAGGED, one.risks) for one in risky),
    )


def _stratified(pool: Sequence[Candidate], wanted: int, seed: int) -> list[Candidate]:
    """Calls by lot, one from each stratum in turn, so that every stratum is heard before one is heard twice."""
    strata: dict[str, list[Candidate]] = {}
    for one in sorted(pool, key=lambda one: _lot(seed, one.call)):
        strata.setdefault(one.stratum, []).append(one)
    order = sorted(strata, key=lambda name: _lot(seed, name))
    drawn: list[Candidate] = []
    round_number = 0
    while len(drawn) < wanted and any(len(strata[name]) > round_number for name in order):
        drawn += [strata[name][round_number] for name in order if len(strata[name]) > round_number]
        round_number += 1
    return drawn[:wanted]


def _lot(seed: int, name: str) -> bytes:
    return hashlib.sha256(f"{seed}:{name}".encode()).digest()
