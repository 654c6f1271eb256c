"""The card before the call: whom, what for, what must be asked, and what is not known yet."""

from __future__ import annotations

from app.call.events import CallStarted, HelpLevel
from app.call.people import CallTerms, LeadCard, RepCard
from app.call.prompt import Brief
from app.call.scope import CallScope
from app.call.spoken import speech_of
from app.call.state import State
from app.playbook import merge
from app.playbook.model import Playbook
from app.playbook.vocabulary import OUTCOMES, Lang


def brief_of(playbook: Playbook, lead: LeadCard, rep: RepCard, terms: CallTerms, seed: int = 0) -> Brief:
    """The card before the call that will have ``seed``, which deals out wordings under test."""
    started = CallStarted(playbook.id, playbook.lang, "", lead, rep, terms, HelpLevel.CUES, seed)
    scope = CallScope.at(playbook, State(started=started))
    lines = [line for stage in playbook.stages for line in stage.lines]
    goal = playbook.goal
    label = OUTCOMES[goal].label.in_lang(Lang(playbook.lang)) if goal in OUTCOMES else ""
    own = playbook.outcome(goal) if goal else None
    return Brief(
        lead,
        playbook.id,
        playbook.title or playbook.id,
        playbook.lang,
        goal,
        (own.label if own and own.label else label),
        speech_of(scope, lines[0], lines[0].ref).text if lines else "",
        tuple(
            " · ".join(scope.text(chunk) for chunk in line.cue) or scope.text(line.text)
            for line in lines
            if line.must
        ),
        tuple(scope.text(text) for text in playbook.prep),
        playbook.lawful_basis_required,
        _gaps(playbook, scope),
    )


def _gaps(playbook: Playbook, scope: CallScope) -> tuple[str, ...]:
    """Lead and rep fields that this playbook says aloud, are empty, and have no fallback; each once, in words."""
    texts = [line.text for stage in playbook.stages for line in stage.lines]
    texts += [text for one in playbook.objections for text in (one.acknowledge, one.ask, one.check)]
    found: dict[str, None] = {}
    for text in texts:
        for part in merge.fields_of(text):
            if part.fallback is None and "." in part.name and not scope.words_for(part.name):
                found[scope.gap(part.name)[1:-1]] = None
    return tuple(found)
