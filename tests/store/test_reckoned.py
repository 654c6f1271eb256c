"""A call told again is reckoned as its events would be."""

from __future__ import annotations

from datetime import timedelta

import pytest

from app.call.events import CallStarted
from app.call.identity import new_call_id
from app.call.people import CallTerms, LeadCard, RepCard
from app.call.sample_calls import TEMPERS, SampleCall, told_again, walked
from app.review.projection import PlaybookParts, parts_of
from app.store.reckoned import Reckoned, Retellings, reckon
from tests.builders import mill_playbook
from tests.store.happenings import SOURCE, START


def _sample(seed: int, temper: int, name: str) -> SampleCall:
    card = LeadCard(first_name=name, source="fair" if name == "Eva" else "web", phone="601 123 456")
    return SampleCall(card, RepCard("petr"), CallTerms(), START + timedelta(days=seed), TEMPERS[temper], seed)


def _parts(_started: CallStarted, _at: object) -> PlaybookParts:
    return parts_of(mill_playbook())


@pytest.mark.parametrize("temper", range(len(TEMPERS)))
def test_a_call_told_again_is_reckoned_as_its_events_are(temper: int) -> None:
    retellings = Retellings()
    for seed in range(1, 25):
        events = walked(mill_playbook(), SOURCE, _sample(seed, temper, "Adam"))
        for other in (seed + 100, seed + 200):
            told = told_again(events, new_call_id(START), _sample(other, temper, "Eva"))
            quick, whole = retellings.reckon(told, _parts), reckon(told.events, _parts)
            assert _plain(quick) == _plain(whole)


def _plain(one: Reckoned) -> tuple[object, ...]:
    return (
        one.call,
        one.start,
        one.started,
        one.figures,
        one.closed,
        one.lessons,
        one.outcome_at,
        list(one.events),
    )
