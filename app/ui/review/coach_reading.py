"""Reads a coaching sheet: what was agreed, and each call that it is counted in. For the worker; knows no Qt."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from app.call.events import CallStarted
from app.playbook.reading import read
from app.review.coaching import RULES, PastCall, TargetKind, in_order
from app.review.effect import MOST_CALLS, effect, marked, occasion, trails
from app.review.fresh import own_rating
from app.review.out.kept_reviews import KeptReviews
from app.ui.review.coach_scene import CoachingSheet, Entry

if TYPE_CHECKING:
    from datetime import date
    from uuid import UUID

    from app.call.events import Event
    from app.playbook.model import Playbook
    from app.playbook.vocabulary import Label
    from app.review.coaching import Agreed, Target
    from app.review.effect import Effect
    from app.review.scorecard import Scorecard
    from app.ui.review.loading import DeskBooks

MOST_REVIEWS = 40
"""Reviews that are looked through for one sheet; a guess, to be tried."""


def read_sheet(books: DeskBooks, rep: str, name: str, today: date, *, own: bool) -> CoachingSheet:
    """The sheet of one rep. A rep sees no review before they have rated the call themselves.

    Raises:
        BookUnavailable: The database cannot be used now.
    """
    every = books.coaching.agreed(rep, MOST_REVIEWS)
    seen = tuple(one for one in every if not own or _is_answered(books, one))
    reading = _Reading(books, rep, seen)
    entries = tuple(reading.entry(one, today) for one in in_order(seen, today))
    return CoachingSheet(rep, name, today, entries, len(every) - len(seen))


def _is_answered(books: DeskBooks, one: Agreed) -> bool:
    reviews = books.reviews.reviews(one.review.draft.call)
    return own_rating(reviews, one.review) is not None


@dataclass(slots=True)
class _Reading:
    """One sheet under way; what was read for one plan serves the next."""

    books: DeskBooks
    rep: str
    every: tuple[Agreed, ...]
    calls: dict[UUID, tuple[Playbook | None, tuple[Event, ...]]] = field(default_factory=dict)

    def entry(self, one: Agreed, today: date) -> Entry:
        """What there is to say of one review."""
        playbook, _ = self._call(one.review.draft.call)
        title = playbook.title if playbook is not None else one.playbook
        card, target = self._card(one), one.target
        counted = _label(target, playbook, card) if target is not None else None
        found = self._effect(one, target, card) if target is not None and one.has_plan else None
        weak = trails(one, self.every, card) if card is not None else ()
        return Entry(one, one.standing(today), title, counted, found, weak)

    def _effect(self, one: Agreed, target: Target, card: Scorecard | None) -> Effect | None:
        before = self.books.coaching.calls_before(self.rep, one, MOST_CALLS + 1)
        after = self.books.coaching.calls_after(self.rep, one, MOST_CALLS)
        if target.kind is not TargetKind.CRITERION:

            def recorded(call: PastCall) -> bool | None:
                playbook, events = self._call(call.call)
                return occasion(target, playbook, events) if playbook is not None else None

            return effect(one, before, after, recorded)
        if card is None:
            return None
        marks = marked(one, self.every, card)

        def reviewed(call: PastCall) -> bool | None:
            return marks.get(call.call)

        calls = [PastCall(two.review.draft.call, two.started, two.who) for two in reversed(self.every)]
        first = [call for call in calls if call.started < one.review.sent]
        then = [call for call in calls if call.started >= one.review.sent]
        return effect(one, _once(first), _once(then), reviewed, reviewed_only=True)

    def _call(self, call: UUID) -> tuple[Playbook | None, tuple[Event, ...]]:
        """A call with the text that it was made with."""
        if call not in self.calls:
            events = self.books.calls.events(call)
            started = events[0].what if events else None
            revision = started.playbook_revision if isinstance(started, CallStarted) else ""
            source = self.books.calls.source(revision) if revision else None
            self.calls[call] = (read(source).playbook if source is not None else None, events)
        return self.calls[call]

    def _card(self, one: Agreed) -> Scorecard | None:
        return KeptReviews(self.books.reviews).card(one.review.draft.card_revision)


def _once(calls: list[PastCall]) -> list[PastCall]:
    """Each call once, in order of time; several trainers may have reviewed one."""
    return sorted({call.call: call for call in calls}.values(), key=lambda call: call.started)


def _label(target: Target, playbook: Playbook | None, card: Scorecard | None) -> Label | None:
    from app.playbook.vocabulary import Label

    if target.kind is TargetKind.RULE:
        return RULES.get(target.of)
    if target.kind is TargetKind.LINE:
        from app.review.figure_names import line_words

        line = playbook.line(target.of) if playbook is not None else None
        return Label(line_words(line), line_words(line)) if line is not None else Label(target.of, target.of)
    criterion = card.criterion(target.of) if card is not None else None
    return criterion.text if criterion is not None else None
