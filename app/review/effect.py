"""Whether what was agreed shows on the next calls: shares before and after with the range of their difference.

Compared are calls of one rep with one playbook; the unit is the call, as occasions inside one call are not independent. The
call that the plan was agreed on counts for neither side: it was picked because something in it went wrong, and what is picked
for being bad is better the next time by chance alone (regression to the mean: Barnett, van der Pols, Dobson 2005,
International Journal of Epidemiology 34:215-220). Shares have Wilson's range, their difference Newcombe's (see ``intervals``).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from app.call import events as ev
from app.call.events import Event
from app.playbook.model import Playbook
from app.playbook.vocabulary import Label
from app.review.coaching import Agreed, PastCall, Target, TargetKind
from app.review.desk import Review
from app.review.evidence import kept_events, observed
from app.review.intervals import Difference, Share, difference, share
from app.review.scorecard import Scorecard

LEAST_CALLS = 10
"""Calls that each side needs before they are compared; as for other shares in this program, a guess to be tried."""
MOST_CALLS = 30
"""Calls of each side that are looked at: some weeks of one playbook; a guess, to be tried."""


@dataclass(frozen=True, slots=True)
class Occasion:
    """A call in which there was an occasion for the behaviour. ``done``: it was there in all of them."""

    call: UUID
    started: datetime
    who: str
    done: bool


@dataclass(frozen=True, slots=True)
class Effect:
    """Before against after. ``change`` is ``None`` while either side has too few calls to compare.

    Attributes:
        tries: The first occasions after it was agreed, as many as were agreed on.
        reviewed_only: Only calls that trainers marked count, as the record cannot tell.
    """

    before: Share
    after: Share
    change: Difference | None
    tries: tuple[Occasion, ...]
    reviewed_only: bool = False


@dataclass(frozen=True, slots=True)
class MarkTrail:
    """A criterion that was not met in full, with its marks in later reviews on the same basis, oldest first."""

    criterion: Label
    best: int
    first: int
    later: tuple[tuple[datetime, int], ...]


def occasion(target: Target, playbook: Playbook, events: Sequence[Event]) -> bool | None:
    """Whether a call shows the behaviour; ``None`` where it gave no occasion, or the record alone cannot tell."""
    if target.kind is TargetKind.RULE:
        proof = observed(target.of, playbook, events)
        return None if proof is None or proof.mark.value is None else proof.counted == proof.of
    if target.kind is TargetKind.LINE:
        return _line_asked(target.of, playbook, events)
    return None


def _line_asked(ref: str, playbook: Playbook, events: Sequence[Event]) -> bool | None:
    """Whether the line was asked in a call that got to its stage; later names of the line are known."""
    line = playbook.line(playbook.renames.get(ref, ref))
    if line is None:
        return None
    kept = [event.what for event in kept_events(events)]
    if any(isinstance(what, ev.Answered | ev.LineDone) and what.line == line.ref for what in kept):
        return True
    stage = line.ref.partition(".")[0]
    return False if any(isinstance(what, ev.StageEntered) and what.stage == stage for what in kept) else None


def effect(
    one: Agreed,
    before: Iterable[PastCall],
    after: Iterable[PastCall],
    shows: Callable[[PastCall], bool | None],
    *,
    reviewed_only: bool = False,
) -> Effect:
    """What changed since the plan was agreed; ``shows`` tells of a call whether it shows the behaviour."""
    agreed_on = one.review.draft.call
    earlier = _occasions((call for call in before if call.call != agreed_on), shows)
    later = _occasions((call for call in after if call.call != agreed_on), shows)
    was, now = _share(earlier), _share(later)
    few = min(was.n, now.n) < LEAST_CALLS
    tries = later[: one.review.draft.feedback.tries]
    return Effect(was, now, None if few else difference(now, was), tries, reviewed_only)


def _occasions(calls: Iterable[PastCall], shows: Callable[[PastCall], bool | None]) -> tuple[Occasion, ...]:
    found = []
    for call in calls:
        done = shows(call)
        if done is not None:
            found.append(Occasion(call.call, call.started, call.who, done))
    return tuple(found)


def _share(found: Sequence[Occasion]) -> Share:
    return share(sum(one.done for one in found), len(found))


def marked(one: Agreed, everything: Iterable[Agreed], card: Scorecard) -> dict[UUID, bool]:
    """By call whether trainers gave the best mark on the plan's criterion, on the basis of the plan's review.

    Only calls with the same playbook count, and none that was queued for its risk; of several reviews of one call the
    newest does.
    """
    target, basis = one.target, one.review.draft.basis
    criterion = card.criterion(target.of) if target is not None else None
    found: dict[UUID, bool] = {}
    if criterion is None:
        return found
    for other in _comparable(one, everything):
        if other.for_risk or other.review.draft.basis is not basis:
            continue
        given = other.review.draft.given(criterion.id)
        if given is not None and given.mark.value is not None:
            found.setdefault(other.review.draft.call, given.mark.value >= criterion.scale.top)
    return found


def trails(one: Agreed, everything: Iterable[Agreed], card: Scorecard) -> tuple[MarkTrail, ...]:
    """The marks under the best of this review, and how they went on in later ones on the same card and basis."""
    draft = one.review.draft
    later = [
        other.review
        for other in _comparable(one, everything)
        if other.review.sent > one.review.sent
        and (other.review.draft.card_revision, other.review.draft.basis) == (draft.card_revision, draft.basis)
    ]
    later.sort(key=lambda review: review.sent)
    found = []
    for given in draft.marks:
        criterion, value = card.criterion(given.mark.criterion), given.mark.value
        if criterion is not None and value is not None and value < criterion.scale.top:
            marks = tuple(_later_marks(later, criterion.id))
            found.append(MarkTrail(criterion.text, criterion.scale.top, value, marks))
    return tuple(found)


def _later_marks(reviews: Iterable[Review], criterion: str) -> Iterable[tuple[datetime, int]]:
    for review in reviews:
        given = review.draft.given(criterion)
        if given is not None and given.mark.value is not None:
            yield review.sent, given.mark.value


def _comparable(one: Agreed, everything: Iterable[Agreed]) -> Iterable[Agreed]:
    wanted = (one.playbook, one.sample)
    return (other for other in everything if (other.playbook, other.sample) == wanted)
