"""What the worker prepares for a call: the card before it and the call itself say the same."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import cast

from app.call.brief import brief_of
from app.call.events import HelpLevel
from app.call.finder import Finder
from app.call.people import CallTerms
from app.playbook.whole import examine
from app.ui.calls_under_way import Prepared
from app.ui.plan import CallPlan
from app.ui.services import Services
from tests.builders import LEAD, REP, SOURCE
from tests.fakes import FakeClock, FakeJournal


@dataclass
class House:
    """What a call begins over."""

    journal: FakeJournal = field(default_factory=FakeJournal)
    clock: FakeClock = field(default_factory=FakeClock)


def test_the_card_shows_the_very_wording_under_test_that_the_call_begins_with() -> None:
    playbook = examine(Path("playbooks", "en", "cold-outreach.yaml")).playbook
    assert playbook is not None
    said = set()
    for _ in range(30):
        plan, terms = CallPlan(LEAD, playbook, SOURCE), CallTerms()
        prepared = Prepared(plan, terms, HelpLevel.FULL, Finder(playbook))
        call = prepared.begin(cast("Services", House()), REP)
        card = brief_of(playbook, LEAD, REP, terms, plan.seed)
        assert card.first_line == call.prompt.speech.text
        said.add(card.first_line)
    assert len(said) == 2


def test_equal_plans_are_equal_whatever_was_drawn_for_them() -> None:
    playbook = examine(Path("playbooks", "en", "cold-outreach.yaml")).playbook
    assert playbook is not None
    one, other = CallPlan(LEAD, playbook, SOURCE), CallPlan(LEAD, playbook, SOURCE)
    assert one == other
    assert one.seed != other.seed
    assert one.seed > 0
