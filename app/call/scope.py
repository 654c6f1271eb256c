"""What conditions and merge fields of a playbook can ask about a call at one moment."""

from __future__ import annotations

from dataclasses import dataclass, field

from app.call.people import CallTerms, LeadCard, RepCard
from app.call.state import State
from app.call.wording import worded
from app.playbook import merge
from app.playbook.model import FactValue, Playbook
from app.playbook.vocabulary import CALL_FIELDS, LEAD_FIELDS, REP_FIELDS, Drive, Label, Lang, Mood


def drive_of(playbook: Playbook, state: State) -> Drive:
    """The drive now: locked and angry always pull; then the rep's switch, interest, the stage, and pull."""
    if playbook.push_locked or state.mood is Mood.ANGRY:
        return Drive.PULL
    if state.drive_override is not None:
        return state.drive_override
    if state.mood is Mood.INTERESTED:
        return Drive.PUSH
    stage = playbook.stage(state.stage)
    return (stage.drive if stage else None) or Drive.PULL


@dataclass(frozen=True, slots=True)
class CallScope:
    """A call as expressions see it (``playbook.conditions.Scope``). ``None`` means not known."""

    playbook: Playbook
    state: State
    known: dict[str, FactValue] = field(default_factory=dict)

    @classmethod
    def at(cls, playbook: Playbook, state: State) -> CallScope:
        """The scope at ``state``."""
        return cls(playbook, state, state.facts)

    @property
    def mood(self) -> str:
        """The customer's mood as tapped."""
        return self.state.mood

    @property
    def drive(self) -> str:
        """``pull`` or ``push``."""
        return drive_of(self.playbook, self.state)

    @property
    def stage(self) -> str:
        """The id of the stage that the call is in."""
        return self.state.stage

    def declares(self, name: str) -> bool:
        """Whether the playbook has a fact called ``name``."""
        return name in self.playbook.facts

    def fact(self, name: str) -> FactValue | None:
        """The value learnt so far."""
        return self.known.get(name)

    def lead(self, name: str) -> FactValue | None:
        """A field of the lead, ``extra.KEY`` for other imported columns."""
        started = self.state.started
        return lead_value(started.lead, name) if started else None

    def call(self, name: str) -> FactValue | None:
        """A field of the call's terms."""
        started = self.state.started
        return call_value(started.terms, name) if started else None

    def rep(self, name: str) -> FactValue | None:
        """A field of the rep."""
        started = self.state.started
        return rep_value(started.rep, name) if started else None

    def asked(self, line_ref: str) -> bool:
        """Whether the line was done in this call."""
        return self.state.asked(line_ref)

    def raised(self, objection_id: str) -> bool:
        """Whether the objection was raised in this call."""
        return self.state.raised(objection_id) > 0

    def answer(self, line_ref: str) -> str | None:
        """The id of the live answer to the line."""
        given = self.state.answer_to(line_ref)
        return given.answer if given else None

    def text(self, written: str) -> str:
        """``written`` with its merge fields filled in; an empty one shows as a marked gap."""
        return merge.render(written, self.words_for, self.gap)

    def words_for(self, name: str) -> str | None:
        """The words for a merge field, ``None`` when there are none."""
        lang = self.playbook.lang
        head, _, tail = name.partition(".")
        value: FactValue | None
        if not tail:
            value = self.fact(name)
            return None if value is None else worded(self.playbook.facts.get(name), value, lang, unit=False)
        value = self.lead(tail) if head == "lead" else self.call(tail) if head == "call" else self.rep(tail)
        return None if value is None else worded(None, value, lang)

    def gap(self, name: str) -> str:
        """The mark for a field with no value: its name in words between angle quotes."""
        return f"‹{field_words(self.playbook, name)}›"


def field_words(playbook: Playbook, name: str) -> str:
    """What a merge field or fact is called, in the playbook's language."""
    head, _, tail = name.partition(".")
    labels: dict[str, dict[str, Label]] = {"lead": LEAD_FIELDS, "call": CALL_FIELDS, "rep": REP_FIELDS}
    if tail:
        label = labels.get(head, {}).get(tail)
        return label.in_lang(Lang(playbook.lang)) if label else tail.removeprefix("extra.")
    fact = playbook.facts.get(name)
    return fact.label if fact else name


def lead_value(lead: LeadCard, name: str) -> str | None:
    """A lead's field as text; ``None`` when empty or unknown."""
    if name.startswith("extra."):
        return lead.extra.get(name.removeprefix("extra.")) or None
    if name not in LEAD_FIELDS:
        return None
    return str(getattr(lead, name)) or None


def call_value(terms: CallTerms, name: str) -> FactValue | None:
    """A field of the call's terms; ``None`` when empty or unknown."""
    if name not in CALL_FIELDS:
        return None
    value: FactValue = getattr(terms, name)
    return None if value == "" else str(value) if isinstance(value, str) else value


def rep_value(rep: RepCard, name: str) -> str | None:
    """A rep's field; ``None`` when empty or unknown."""
    if name not in REP_FIELDS:
        return None
    return str(getattr(rep, name)) or None
