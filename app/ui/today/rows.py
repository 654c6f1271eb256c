"""From leads, calls and offers to rows of the start screen, and from what is typed to a customer. Knows no Qt."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, TypeAlias

from app.call.people import LeadCard
from app.ui.today.scene import CallRow, Fields, LeadRow, PlaybookRow

if TYPE_CHECKING:
    from app.call.ports import CallSummary
    from app.leads.lead import Lead
    from app.ui.today.ports import Offer

FEWEST_DIGITS = 3
USUAL_PLAYBOOK = "inbound-lead"
"""What a first-time rep is offered: a customer who asked to be called."""
NOT_READ_YET = "…"
"""Holds the place of a line's words until its playbook has been read."""
Place: TypeAlias = tuple[str, str, str]
"""A line: its playbook, the playbook's language, and the line's name."""
Lines: TypeAlias = Mapping[Place, str]
"""What lines say in a few words; empty where the playbook has no such line any more."""
_PHONE_SIGNS = frozenset("+0123456789 ()-/.")


def fields_of(query: str, typed: Fields, before: str) -> Fields:
    """A new customer by the words in the search field; what else was typed stays, unless it came from ``before``."""
    words = query.strip()
    name = "" if typed.name == before.strip() else typed.name
    phone = "" if typed.phone == before.strip() else typed.phone
    digits = sum(sign.isdigit() for sign in words)
    if digits >= FEWEST_DIGITS and set(words) <= _PHONE_SIGNS:
        return replace(typed, name=name, phone=words)
    return replace(typed, name=words, phone=phone)


def fields_from(card: LeadCard) -> Fields:
    """What is known of a lead, as fields."""
    return Fields(card.name, card.company, card.phone, card.source)


def card_with(card: LeadCard, fields: Fields) -> LeadCard:
    """``card`` as the rep left it; the name is taken apart only when it was changed."""
    changed = replace(
        card, company=fields.company.strip(), phone=fields.phone.strip(), source=fields.source.strip()
    )
    if fields.name.strip() == card.name:
        return changed
    first, _, last = fields.name.strip().partition(" ")
    return replace(changed, first_name=first, last_name=last.strip())


def lead_row(lead: Lead) -> LeadRow:
    """A lead as the list shows it."""
    return LeadRow(
        str(lead.id),
        lead.card,
        lead.next_call,
        lead.last_call,
        lead.last_outcome,
        lead.attempts,
        lead.blocked,
        lead.sample,
    )


def place_of(call: CallSummary) -> Place:
    """Where the call stopped."""
    return call.playbook, call.lang, call.last_line


def call_row(call: CallSummary, offers: Sequence[Offer], lines: Lines) -> CallRow:
    """A call as the list shows it, with its playbook's title; a line not looked up yet is three dots."""
    named = (offer.title for offer in offers if (offer.id, offer.lang) == (call.playbook, call.lang))
    return CallRow(
        call.call,
        call.lead_name or call.company or call.phone,
        call.company if call.lead_name else "",
        call.started,
        call.talk_ms,
        call.status,
        call.outcome,
        next(named, call.playbook),
        lines.get(place_of(call), NOT_READ_YET),
        call.sample,
        call.elsewhere,
        call.rep_name or call.rep,
    )


def playbook_rows(offers: tuple[Offer, ...], wanted: str, lang: str) -> tuple[PlaybookRow, ...]:
    """Playbooks in the window's language first; the one chosen last time, else the usual first one, is chosen."""
    offers = tuple(sorted(offers, key=lambda offer: offer.lang != lang))
    chosen = wanted if any(offer.path == wanted for offer in offers) else _first_usable(offers)
    return tuple(
        PlaybookRow(
            offer.path,
            offer.title,
            offer.lang,
            offer.usable,
            offer.fresh,
            offer.path == chosen,
            offer.problems,
        )
        for offer in offers
    )


def _first_usable(offers: tuple[Offer, ...]) -> str:
    usable = [offer.path for offer in offers if offer.usable]
    inbound = (path for path in usable if path.endswith(f"/{USUAL_PLAYBOOK}.yaml"))
    return next(inbound, usable[0] if usable else "")
