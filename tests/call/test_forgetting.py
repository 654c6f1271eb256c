"""What is forgotten of a call, and what stays."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.call import events as ev
from app.call.events import KINDS, Happening, How, to_data
from app.call.forgetting import WORDY_KINDS, Forgetting, is_of, without_rep
from app.call.people import CallTerms, LeadCard, RepCard

SECRET = "Kunhuta"
WORD_FIELDS = ("text", "old_text", "words", "when_words", "who", "what", "note")
STARTED = ev.CallStarted(
    "mill",
    "en",
    "",
    LeadCard(
        "id-1", "Kunhuta", "Nová", phone="601 123 456", source="web", page="https://kunhuta", note="Kunhuta"
    ),
    RepCard("eva", "Eva Zvonečková"),
    CallTerms(number="601 123 456", attempt=2),
    ev.HelpLevel.FULL,
)
SAID: tuple[Happening, ...] = (
    ev.Answered("a.b", None, SECRET, SECRET, "yes", 3, SECRET),
    ev.ObjectionRaised("price", How.SEARCH, SECRET),
    ev.ObjectionRaised(None, How.UNLISTED, SECRET),
    ev.ObjectionNamed(SECRET, "trust"),
    ev.NoteWritten(1, SECRET),
    ev.Flagged(SECRET),
    ev.Reworded("a.b", SECRET),
    ev.NextStepAgreed(SECRET, "2026-12-01", SECRET, SECRET),
    ev.OutcomeRecorded(
        "lost", when="2026-12-01", who=SECRET, note=SECRET, facts={"a": SECRET, "b": 2, "c": True}
    ),
)


@pytest.mark.parametrize("what", SAID, ids=lambda what: what.kind)
def test_nothing_typed_is_left(what: Happening) -> None:
    assert SECRET not in str(to_data(Forgetting().words(what)))
    assert SECRET not in str(to_data(Forgetting().customer(what)))


def test_these_are_all_the_kinds_that_anything_is_forgotten_of() -> None:
    assert {one.kind for one in SAID} | {STARTED.kind} == WORDY_KINDS
    held = [
        kind
        for kind, shape in KINDS.items()
        if kind not in WORDY_KINDS
        for name in WORD_FIELDS
        if hasattr(shape, name)
    ]
    assert held == []


def test_what_was_picked_counted_and_agreed_stays() -> None:
    forgetting = Forgetting()
    assert forgetting.words(SAID[0]) == ev.Answered("a.b", old_answer="yes", old_value=3)
    assert forgetting.words(SAID[-1]) == ev.OutcomeRecorded(
        "lost", when="2026-12-01", facts={"b": 2, "c": True}
    )
    assert forgetting.words(ev.Answered("a.b", "few", "under two")) == ev.Answered("a.b", "few", "under two")
    assert forgetting.words(ev.Held()) == ev.Held()


def test_unlisted_objections_can_still_be_told_apart_and_forgetting_twice_changes_nothing() -> None:
    once = Forgetting()
    first = once.words(ev.ObjectionRaised(None, How.UNLISTED, "one"))
    second = once.words(ev.ObjectionRaised(None, How.UNLISTED, "two"))
    named = once.words(ev.ObjectionNamed("one", "trust"))
    assert [one.text for one in (first, second, named)] == ["#1", "#2", "#1"]  # type: ignore[union-attr]
    again = Forgetting()
    assert [again.words(one) for one in (first, second, named)] == [first, second, named]


def test_the_customer_goes_and_where_they_came_from_stays() -> None:
    left = Forgetting().customer(STARTED)
    assert isinstance(left, ev.CallStarted)
    assert left.lead == LeadCard(source="web")
    assert left.terms == CallTerms(attempt=2)
    assert left.rep == STARTED.rep


def test_the_rep_goes_and_the_customer_stays() -> None:
    change = without_rep("erased-1")
    left = change(STARTED)
    assert isinstance(left, ev.CallStarted)
    assert (left.rep, left.lead) == (RepCard("erased-1"), STARTED.lead)
    assert change(ev.Reworded("a.b", "Dobrý den")) == ev.Reworded("a.b", "")
    assert change(ev.NoteWritten(1, "x")) == ev.NoteWritten(1, "x")


@given(st.recursive(st.text() | st.none() | st.integers(), lambda inner: st.dictionaries(st.text(), inner)))
def test_no_json_at_all_breaks_the_search(data: object) -> None:
    assert not is_of({"lead": data, "terms": data}, lambda _name, text: text == "nobody at all")


def test_a_customer_is_found_by_card_or_dialled_number() -> None:
    told = to_data(STARTED)
    assert is_of(told, lambda name, text: (name, text) == ("number", "601 123 456"))
    assert is_of(told, lambda name, text: (name, text) == ("lead_id", "id-1"))
    assert not is_of(told, lambda name, _text: name == "email")
