"""Dates and next steps being typed, with no window."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from app.call.prompt import NextStep
from app.leads.when import read_when
from app.ui.next_step.step_draft import StepDraft
from app.ui.next_step.when_draft import WhenDraft

NOW = datetime(2026, 11, 24, 12, tzinfo=UTC)


def now() -> datetime:
    return NOW


@pytest.mark.parametrize("lang", ["en", "cs"])
def test_the_examples_are_understood(lang: str) -> None:
    draft = WhenDraft(now, lang)
    assert all(read_when(words, draft.local_now, lang) for words in draft.examples())


def test_words_and_meaning_stay_together() -> None:
    draft = WhenDraft(now, "en")
    assert (draft.understood, draft.is_wrong, draft.iso) == ("", False, "")
    draft.type("friday 2:30 pm")
    assert draft.understood == "Friday 27 November at 2:30 pm"
    assert draft.iso.startswith("2026-11-27T14:30")
    draft.type("whenever")
    assert (draft.is_wrong, draft.iso) == (True, "")


def test_picking_and_moving_days_keeps_the_time() -> None:
    draft = WhenDraft(now, "cs", "zítra 9")
    draft.pick_day(date(2026, 12, 1))
    assert draft.words == "úterý 1. 12. v 9:00"
    draft.move(7)
    assert draft.words == "úterý 8. 12. v 9:00"
    empty = WhenDraft(now, "cs")
    empty.move(1)
    assert empty.words == "středa 25. 11."
    empty.move(-30)
    assert empty.words == "úterý 24. 11."


def test_what_was_agreed_yesterday_is_said_anew() -> None:
    draft = WhenDraft(now, "en")
    draft.take("2026-11-25", "tomorrow")
    assert draft.words == "Wednesday 25 November"
    draft.take("", "in spring")
    assert draft.words == "in spring"


def test_a_step_needs_something_understood() -> None:
    draft = StepDraft(now, "en")
    draft.begin(NextStep(), "Sample Baker")
    assert draft.step() is None
    draft.when.type("whenever")
    assert draft.step() is None
    draft.when.type("friday")
    draft.what = " demo "
    assert draft.step() == NextStep("demo", "2026-11-27", "friday", "Sample Baker")


def test_a_step_may_have_no_date_yet() -> None:
    draft = StepDraft(now, "en")
    draft.begin(NextStep("offer", who="Mr Baker"), "Sample Baker")
    assert draft.step() == NextStep("offer", "", "", "Mr Baker")
