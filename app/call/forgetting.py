"""What is left of a call when a person is to be forgotten: what was done and how it ended, but nobody's words or name."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace

from app.call import events as ev
from app.call.events import CallStarted, Happening
from app.call.people import LeadCard, RepCard
from app.playbook.model import FactValue

Change = Callable[[Happening], Happening]

WORDY_KINDS = frozenset(
    shape.kind
    for shape in (
        CallStarted,
        ev.Answered,
        ev.ObjectionRaised,
        ev.ObjectionNamed,
        ev.NoteWritten,
        ev.Flagged,
        ev.Reworded,
        ev.NextStepAgreed,
        ev.OutcomeRecorded,
    )
)
"""The kinds of events that anything is forgotten of."""


class Forgetting:
    """Forgets the free words of one call. Unlisted objections get numbers, so that they can still be told apart."""

    def __init__(self) -> None:
        self._numbers: dict[str, str] = {}

    def words(self, what: Happening) -> Happening:
        """``what`` without anything that somebody typed; answers picked, numbers, dates agreed and results stay."""
        match what:
            case ev.Answered():
                return self._answer(what)
            case ev.ObjectionRaised():
                text = self._number(what.text) if what.objection is None else ""
                return replace(what, text=text)
            case ev.ObjectionNamed():
                return replace(what, text=self._number(what.text))
            case ev.NoteWritten() | ev.Flagged():
                return replace(what, text="")
            case ev.Reworded():
                return replace(what, words="")
            case ev.NextStepAgreed():
                return replace(what, what="", when_words="", who="")
            case ev.OutcomeRecorded():
                facts = {name: value for name, value in what.facts.items() if not isinstance(value, str)}
                return replace(what, when_words="", who="", what="", note="", facts=facts)
            case CallStarted():
                return replace(what, lead=replace(what.lead, note=""))
            case _:
                return what

    def customer(self, what: Happening) -> Happening:
        """``what`` without words and without the customer; where they came from stays, the page's address does not."""
        if not isinstance(what, CallStarted):
            return self.words(what)
        lead = what.lead
        left = LeadCard(
            source=lead.source, medium=lead.medium, campaign=lead.campaign, ad=lead.ad, promise=lead.promise
        )
        return replace(what, lead=left, terms=replace(what.terms, number=""))

    def _answer(self, what: ev.Answered) -> ev.Answered:
        def kept(value: FactValue | None, picked: str | None) -> FactValue | None:
            return None if isinstance(value, str) and picked is None else value

        return replace(
            what,
            text="",
            value=kept(what.value, what.answer),
            old_text="",
            old_value=kept(what.old_value, what.old_answer),
        )

    def _number(self, text: str) -> str:
        if not text:
            return ""
        if text in self._numbers.values():
            return text
        return self._numbers.setdefault(text, f"#{len(self._numbers) + 1}")


def without_rep(alias: str) -> Change:
    """Puts ``alias`` in the place of the rep, and forgets what they said in their own words for lines and moments."""

    def change(what: Happening) -> Happening:
        match what:
            case CallStarted():
                return replace(what, rep=RepCard(alias))
            case ev.Reworded():
                return replace(what, words="")
            case ev.Flagged():
                return replace(what, text="")
            case _:
                return what

    return change


def is_of(started: Mapping[str, object], matches: Callable[[str, str], bool]) -> bool:
    """Whether the JSON of a ``call_started`` names a customer; ``matches`` is asked with a field's name and its text."""
    lead, terms = started.get("lead"), started.get("terms")
    card = lead if isinstance(lead, dict) else {}
    number = terms.get("number") if isinstance(terms, dict) else None
    fields = {name: card.get(name) for name in ("lead_id", "phone", "email")} | {"number": number}
    return any(isinstance(text, str) and text != "" and matches(name, text) for name, text in fields.items())
