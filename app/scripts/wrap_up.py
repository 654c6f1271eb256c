"""After the call in the terminal: the outcome and what it asks for, each asked once, then recorded."""

from __future__ import annotations

from dataclasses import replace

from app.call.events import OutcomeRecorded
from app.call.live_call import LiveCall, OutcomeIncomplete
from app.call.outcome import missing_details
from app.call.ports import Clock
from app.call.summary import outcome_label
from app.call.wording import read_value
from app.playbook.vocabulary import OUTCOMES, Ask, Label, reasons_for
from app.scripts.talk import Talk

_HOW = Label("How did the call end?", "Jak hovor skončil?")
_WHICH = Label("number of the outcome", "číslo výsledku")
_REASON = Label("number of the reason", "číslo důvodu")
_ASKS = {
    Ask.WHO: Label("with whom", "s kým"),
    Ask.WHAT: Label("what was agreed", "co je domluveno"),
    Ask.VALUE: Label("value", "hodnota"),
    Ask.NOTE: Label("note", "poznámka"),
    Ask.WHEN: Label("when", "kdy"),
}
_NO_NUMBER = Label("That is no amount.", "To není částka.")
_NO_VALUE = Label("That cannot be a value of {0}.", "To nemůže být hodnota údaje {0}.")
_RATING = Label(
    "your own rating of the call, 1 to 5 (Enter for none)", "vaše hodnocení hovoru, 1 až 5 (Enter žádné)"
)
_RECORDED = Label("Recorded: {0}.", "Zapsáno: {0}.")


def wrap_up(call: LiveCall, talk: Talk, clock: Clock) -> None:
    """Asks for the outcome until one is recorded whole."""
    while True:
        talk.line(_HOW)
        choices = call.outcomes()
        lang = talk.page.lang
        rows = [
            outcome_label(call.playbook, one.id, lang) + (" ←" if one.proposed else "") for one in choices
        ]
        chosen = talk.choose(rows, _WHICH)
        if chosen is None:
            continue
        outcome = _rated(_completed(call, talk, clock, choices[chosen].id), talk)
        try:
            call.record(outcome)
        except OutcomeIncomplete:
            continue
        talk.line(_RECORDED, outcome_label(call.playbook, outcome.outcome, lang))
        return


def _completed(call: LiveCall, talk: Talk, clock: Clock, code: str) -> OutcomeRecorded:
    agreed = call.prompt.next_step
    outcome = OutcomeRecorded(
        code, when=agreed.when, when_words=agreed.when_words, who=agreed.who, what=agreed.what
    )
    for name in missing_details(call.playbook, call.state, outcome):
        outcome = _asked(call, talk, clock, outcome, name)
    return outcome


def _asked(call: LiveCall, talk: Talk, clock: Clock, outcome: OutcomeRecorded, name: str) -> OutcomeRecorded:
    """Asks for one missing detail; an empty answer leaves it missing."""
    if name == Ask.REASON:
        return replace(outcome, reason=_reason(talk, outcome.outcome))
    if name == Ask.WHEN:
        found = talk.moment(_ASKS[Ask.WHEN], clock)
        return replace(outcome, when=found[0].iso, when_words=found[1]) if found else outcome
    if name == Ask.VALUE:
        return replace(outcome, value=_amount(talk))
    if name == Ask.WHO:
        return replace(outcome, who=talk.ask(_ASKS[Ask.WHO]))
    if name == Ask.WHAT:
        return replace(outcome, what=talk.ask(_ASKS[Ask.WHAT]))
    if name == Ask.NOTE:
        return replace(outcome, note=talk.ask(_ASKS[Ask.NOTE]))
    return _with_fact(call, talk, outcome, name)


def _with_fact(call: LiveCall, talk: Talk, outcome: OutcomeRecorded, name: str) -> OutcomeRecorded:
    fact = call.playbook.facts[name]
    typed = talk.ask(Label(fact.label, fact.label))
    value = read_value(fact, typed)
    if value is None:
        if typed:
            talk.line(_NO_VALUE, fact.label)
        return outcome
    return replace(outcome, facts={**outcome.facts, name: value})


def _reason(talk: Talk, code: str) -> str:
    word = OUTCOMES.get(code)
    reasons = reasons_for(word) if word else {}
    if not reasons:
        return talk.ask(_ASKS[Ask.NOTE])
    chosen = talk.choose([label.in_lang(talk.page.lang) for label in reasons.values()], _REASON)
    return list(reasons)[chosen] if chosen is not None else ""


def _amount(talk: Talk) -> float | None:
    typed = talk.ask(_ASKS[Ask.VALUE]).replace(" ", "").replace(",", ".")
    if not typed:
        return None
    try:
        return float(typed)
    except ValueError:
        talk.line(_NO_NUMBER)
        return None


def _rated(outcome: OutcomeRecorded, talk: Talk) -> OutcomeRecorded:
    typed = talk.ask(_RATING)
    return replace(outcome, self_rating=int(typed)) if typed in ("1", "2", "3", "4", "5") else outcome
