"""After hang-up: open objections get their end, unlisted ones a family, and the call a few lines for the CRM."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from zoneinfo import ZoneInfo

from app.call.events import HelpLevel, OutcomeRecorded, Result
from app.call.live_call import LiveCall
from app.call.prompt import NextStep, Phase, Prompt
from app.call.summary import CallNotes, moment_words, summary_of
from tests.builders import begin, mill_playbook

STARTED = datetime(2026, 11, 24, 10, 0, tzinfo=ZoneInfo("Europe/Prague"))


def now(call: LiveCall) -> Prompt:
    return call.prompt


def ended_call() -> LiveCall:
    """Hung up with one listed and one unlisted objection still open."""
    call = begin()
    call.raise_objection("price")
    call.back()
    call.raise_unlisted("Our dog ate it")
    call.end_objection(Result.OPEN)
    call.write_note(1, "Accountant\nknows the numbers.")
    call.hang_up()
    return call


def test_a_proposed_name_alone_is_no_next_step() -> None:
    call = ended_call()
    lead = now(call).lead.display
    alone = CallNotes(now(call), mill_playbook(), STARTED, OutcomeRecorded("meeting", who=lead))
    assert "Next step" not in summary_of(alone)
    assert f"with: {lead}" in summary_of(
        replace(alone, outcome=OutcomeRecorded("meeting", who=lead, what="tour"))
    )
    assert "with: Eva" in summary_of(replace(alone, outcome=OutcomeRecorded("referred", who="Eva")))


def test_an_open_objection_is_settled_after_the_call_and_undone() -> None:
    call = ended_call()
    call.settle(1, Result.SETTLED)
    assert [met.result for met in now(call).objections_met if met.id == "price"] == [Result.SETTLED] * 2
    assert now(call).phase is Phase.WRAP_UP
    call.undo()
    assert [met.result for met in now(call).objections_met if met.id == "price"] == [Result.OPEN]


def test_an_objection_final_after_the_call_proposes_its_outcome() -> None:
    call = ended_call()
    call.settle(1, Result.FINAL)
    assert call.outcomes()[0].id == "not_interested"


def test_settling_means_nothing_while_talking_or_out_of_range() -> None:
    call = begin()
    call.raise_objection("price")
    call.back()
    before = call.last_seq
    call.settle(1, Result.SETTLED)
    assert call.last_seq == before
    call.hang_up()
    before = call.last_seq
    call.settle(2, Result.SETTLED)
    assert call.last_seq == before


def test_an_unlisted_objection_gets_a_family_once() -> None:
    call = ended_call()
    call.name_unlisted("Our dog ate it", "status_quo")
    assert [met.kind for met in now(call).objections_met if not met.id] == ["status_quo"]
    before = call.last_seq
    call.name_unlisted("Our dog ate it", "status_quo")
    call.name_unlisted("Our dog ate it", "no_such_family")
    call.name_unlisted("never said", "price")
    assert call.last_seq == before


def test_the_summary_tells_the_whole_call() -> None:
    call = begin()
    call.set_help(HelpLevel.FULL)
    call.done()
    call.pick(1)
    call.pick(3)
    call.raise_objection("price")
    call.back()
    call.raise_unlisted("Our dog ate it")
    call.end_objection(Result.OPEN)
    call.hang_up()
    call.settle(1, Result.SETTLED)
    call.write_note(1, "Accountant\nknows the numbers.")
    call.agree(NextStep("demo", "2026-11-26T14:00+01:00", "thu 14", "Sample Baker"))
    outcome = OutcomeRecorded(
        "meeting", when="2026-11-25T09:00+01:00", value=12500.0, currency="CZK", note="Bring cake"
    )
    text = summary_of(CallNotes(now(call), mill_playbook(), STARTED, outcome))
    first, second, *rest = text.split("\n")
    assert first == "Sample Baker, Sample Bakery, +420 777 123 456"
    assert second.startswith("The mill · Tuesday 24 Nov 2026, 10:00 · ")
    assert rest == [
        "Outcome: meeting agreed",
        "Value: 12,500 CZK",
        "Next step: demo · Wednesday 25 Nov 2026, 09:00 · with: Sample Baker",
        "Learnt:",
        "- Hours a week: 8 h",
        "Objections:",
        "- It is too expensive (price): settled",
        "- Our dog ate it: open",
        "Notes:",
        "- Accountant knows the numbers.",
        "- Bring cake",
    ]


def test_the_summary_is_in_the_playbooks_language() -> None:
    playbook = replace(mill_playbook(), lang="cs")
    call = begin(playbook)
    call.hang_up()
    text = summary_of(CallNotes(now(call), playbook, STARTED, OutcomeRecorded("lost", reason="no_fit")))
    assert "úterý 24. 11. 2026 10:00" in text
    assert text.endswith("Výsledek: prohráno\nDůvod: nevhodné řešení")


def test_do_not_call_is_said_in_words() -> None:
    call = begin()
    call.hang_up()
    text = summary_of(CallNotes(now(call), mill_playbook(), STARTED, OutcomeRecorded("do_not_call")))
    assert "The customer asked not to be called again." in text


def test_moments_in_words() -> None:
    assert moment_words("2026-12-24", "cs") == "čtvrtek 24. 12. 2026"
    assert moment_words("2026-12-24T09:05+01:00", "en") == "Thursday 24 Dec 2026, 09:05"
    assert moment_words("soon", "en") == "soon"
