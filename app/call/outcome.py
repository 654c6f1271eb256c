"""What an outcome still asks for before it can be recorded."""

from __future__ import annotations

from app.call.events import OutcomeRecorded
from app.call.state import State
from app.playbook.model import Playbook
from app.playbook.vocabulary import OUTCOMES, Ask

OUTCOME = "outcome"


def missing_details(playbook: Playbook, state: State, outcome: OutcomeRecorded) -> tuple[str, ...]:
    """Required details that are neither given nor known, in the order asked; ``outcome`` itself when it is unknown."""
    own = playbook.outcome(outcome.outcome)
    word = OUTCOMES.get(outcome.outcome)
    if own is None and word is None:
        return (OUTCOME,)
    requires = own.requires if own is not None else word.requires if word is not None else ()
    given: dict[Ask, object] = {
        Ask.WHEN: outcome.when,
        Ask.WHO: outcome.who,
        Ask.WHAT: outcome.what,
        Ask.VALUE: outcome.value is not None,
        Ask.REASON: outcome.reason,
        Ask.NOTE: outcome.note,
    }
    missing = [str(ask) for ask in requires if not given[ask]]
    known = {**state.facts, **outcome.facts}
    return (*missing, *(fact for fact in (own.requires_facts if own else ()) if fact not in known))
