"""Leads are found however their names and numbers are written, and know what became of them."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from sqlalchemy import select

from app.call import events as ev
from app.call.people import CallTerms, LeadCard
from app.leads.lead import LeadDraft
from app.store.consequences import due_moment
from app.store.database import Database
from app.store.journal import StoredJournal
from app.store.leads import StoredLeads
from app.store.tables import follow_up
from tests.store.happenings import Tape


@pytest.fixture
def leads(database: Database) -> StoredLeads:
    return StoredLeads(database)


CARD = LeadCard(
    first_name="Žaneta",
    last_name="Říhová",
    company="Pekárna U Mlýna",
    phone="601 123 456",
    email="zaneta@example.com",
    source="web",
    campaign="podzim 100%",
    extra={"branch": "Kolín"},
)


def test_a_lead_comes_back_as_it_was_kept(leads: StoredLeads) -> None:
    kept = leads.keep(LeadDraft(CARD))
    found = leads.by_id(kept.id)
    assert found == kept
    assert found is not None
    assert found.card.lead_id == str(kept.id)
    assert found.phone_e164 == "+420601123456"
    assert (found.card.name, found.card.campaign, found.card.extra) == (
        "Žaneta Říhová",
        "podzim 100%",
        CARD.extra,
    )


@pytest.mark.parametrize(
    "words",
    [
        "zaneta",
        "ŘÍHOVÁ",
        "riho pekar",
        "mlyna web",
        "601123456",
        "+420 601",
        "601 123",
        "00420601",
        "zaneta@",
        "",
    ],
)
def test_any_way_of_looking_finds_it(leads: StoredLeads, words: str) -> None:
    kept = leads.keep(LeadDraft(CARD))
    leads.keep(LeadDraft(LeadCard(first_name="Other", phone="602 000 111")))
    assert kept in leads.search(words, 10)
    assert leads.search("nobody", 10) == ()
    assert leads.search("%", 10) == ()


@pytest.mark.parametrize("number", ["601123456", "+420 601 123 456", "00420 601 123 456"])
def test_the_same_number_is_the_same_lead(leads: StoredLeads, number: str) -> None:
    kept = leads.keep(LeadDraft(CARD))
    again = leads.keep(LeadDraft(LeadCard(phone=number, role="owner", extra={"size": "8"})))
    assert again.id == kept.id
    assert again.card.role == "owner"
    assert again.card.first_name == "Žaneta"
    assert again.card.extra == {"branch": "Kolín", "size": "8"}
    assert [one.id for one in leads.by_phone(number)] == [kept.id]


def test_a_number_that_no_network_gave_out_is_found_by_its_digits(leads: StoredLeads) -> None:
    kept = leads.keep(LeadDraft(LeadCard(company="Mill", phone="+420 000 683-993")))
    leads.keep(LeadDraft(LeadCard(company="Other", phone="+420 000 683 994")))
    assert [one.id for one in leads.by_phone("+420000683993")] == [kept.id]
    assert [one.id for one in leads.by_phone("(+420) 000 683 993")] == [kept.id]
    assert leads.by_phone("+") == ()


def test_leads_without_a_number_stay_apart(leads: StoredLeads) -> None:
    one, other = (leads.keep(LeadDraft(LeadCard(company="Mill"))) for _ in range(2))
    assert one.id != other.id
    assert leads.by_phone("") == ()


def test_calls_leave_their_mark_on_the_lead(leads: StoredLeads, journal: StoredJournal) -> None:
    kept = leads.keep(LeadDraft(CARD))
    tape = Tape()
    journal.append(tape.begin(lead=kept.card))
    journal.append(tape.finish("callback", when="2026-12-01T09:30"))
    assert journal.flush(5)
    found = leads.by_id(kept.id)
    assert found is not None
    assert (found.attempts, found.last_outcome, found.last_call) == (1, "callback", tape.start)
    assert found.next_call == datetime(2026, 12, 1, 9, 30).astimezone()
    fresh = leads.keep(LeadDraft(LeadCard(first_name="Newer", phone="602 000 111")))
    assert [one.id for one in leads.search("", 10)] == [kept.id, fresh.id]


def test_the_next_call_meets_what_was_promised(
    database: Database, leads: StoredLeads, journal: StoredJournal
) -> None:
    kept = leads.keep(LeadDraft(CARD))
    first, second = Tape(), Tape()
    journal.append(first.begin(lead=kept.card))
    journal.append(first.finish("callback", when="2026-12-01"))
    journal.append(second.begin(lead=kept.card))
    recorded = second.finish("sale")
    journal.append(recorded)
    assert journal.flush(5)
    found = leads.by_id(kept.id)
    assert found is not None
    assert (found.next_call, found.last_outcome) == (None, "sale")

    journal.append(second.act(ev.Undone(recorded[-1].seq)))
    assert journal.flush(5)
    found = leads.by_id(kept.id)
    assert found is not None
    assert found.next_call is not None
    with database.reading() as db:
        (promise,) = db.execute(select(follow_up))
    assert (promise.due_local, promise.done_by) == ("2026-12-01", None)


def test_do_not_call_blocks_the_number_everywhere_until_it_is_taken_back(
    leads: StoredLeads, journal: StoredJournal
) -> None:
    kept = leads.keep(LeadDraft(CARD))
    tape = Tape()
    journal.append(tape.begin(lead=kept.card, terms=CallTerms(number="+420 602 000 111")))
    recorded = tape.finish("do_not_call")
    journal.append(recorded)
    assert journal.flush(5)
    assert leads.is_blocked("00420601123456")
    assert leads.is_blocked("602000111")
    assert not leads.is_blocked("603 000 111")
    assert not leads.is_blocked("")
    found = leads.by_id(kept.id)
    assert found is not None
    assert found.blocked

    journal.append(tape.act(ev.Undone(recorded[-1].seq)))
    assert journal.flush(5)
    assert not leads.is_blocked("601123456")


@pytest.mark.parametrize(
    ("blocked", "typed"),
    [("+420 000 130 206", "000 130 206"), ("000130206", "+420 000 130 206"), ("000 130 206", "000130206")],
)
def test_a_number_that_no_network_has_given_out_is_blocked_with_and_without_prefix(
    leads: StoredLeads, journal: StoredJournal, blocked: str, typed: str
) -> None:
    tape = Tape()
    journal.append(tape.begin(terms=CallTerms(number=blocked)))
    journal.append(tape.finish("do_not_call"))
    assert journal.flush(5)
    assert leads.is_blocked(typed)
    assert not leads.is_blocked("206")
    assert not leads.is_blocked("000 130 207")


def test_a_person_without_a_number_is_not_called_again_either(
    leads: StoredLeads, journal: StoredJournal
) -> None:
    kept = leads.keep(LeadDraft(replace(CARD, phone="")))
    tape = Tape()
    journal.append(tape.begin(lead=kept.card))
    journal.append(tape.finish("do_not_call"))
    assert journal.flush(5)
    again = leads.keep(LeadDraft(replace(kept.card, phone="+420 604 000 111")))
    assert (again.id, again.blocked) == (kept.id, True)


def test_a_lead_that_the_database_lost_is_known_again_from_its_call(
    leads: StoredLeads, journal: StoredJournal
) -> None:
    tape = Tape()
    card = LeadCard(lead_id=str(tape.call), first_name="Back", phone="601 123 456")
    journal.append(tape.begin(lead=card))
    assert journal.flush(5)
    found = leads.by_id(tape.call)
    assert found is not None
    assert (found.card.first_name, found.attempts) == ("Back", 1)


@pytest.mark.parametrize("when", ["", "zítra", "2026-13-01", "2026-12-01T25:00"])
def test_what_is_no_moment_makes_no_promise(when: str) -> None:
    assert due_moment(when) is None


def test_a_moment_with_its_offset_is_taken_at_its_word() -> None:
    assert due_moment("2026-12-01T09:00+01:00") == datetime(2026, 12, 1, 8, tzinfo=UTC)
