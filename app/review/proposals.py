"""What calls propose for a playbook, gathered over the team, and which lines of YAML would take a proposal in."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import TYPE_CHECKING
from uuid import UUID

from app.playbook.folding import fold, words_of
from app.playbook.model import Line, Objection, Playbook
from app.review.hints import OBJECTIONS, Moment, ProposalKind

if TYPE_CHECKING:  # what reads and writes YAML is loaded when a proposal is put into a file
    from app.playbook.tree import MapNode

LONGEST_FOLDED = 200
"""Equal proposals are known by this much of their folded words."""


class Decision(StrEnum):
    """What the manager made of a proposal."""

    NEW = "new"
    LATER = "later"
    ACCEPTED = "accepted"
    DECLINED = "declined"


@dataclass(frozen=True, slots=True)
class Proposal:
    """Equal proposals of all calls in one. ``credited`` is the name of the rep who came with it first."""

    key: int
    kind: ProposalKind
    playbook: str
    lang: str
    target: str
    words: str
    times: int
    first_seen: datetime
    last_seen: datetime
    family: str = ""
    decision: Decision = Decision.NEW
    decided_at: datetime | None = None
    credited: str = ""
    sample: bool = False


@dataclass(frozen=True, slots=True)
class ProposalMoment:
    """One of the moments that a proposal was seen in."""

    call: UUID
    at: datetime
    rep: str
    moment: Moment


@dataclass(frozen=True, slots=True)
class Place:
    """Lines to put into a playbook: ``text`` for line ``line`` of ``file``; ``replaces`` what is there now.

    ``inside``: what stands there is one entry among others between braces, and only that entry is meant.
    """

    file: str
    line: int
    text: str
    replaces: bool
    inside: bool = False


def folded_words(words: str) -> str:
    """What makes two proposals the same: their words in order, without case, diacritics and punctuation."""
    return (" ".join(words_of(words)) or fold(words).strip())[:LONGEST_FOLDED]


def already_there(playbook: Playbook, proposal: Proposal) -> bool:
    """Whether the playbook says so by now: a phrase close to one that is heard, or the very wording."""
    if proposal.kind is ProposalKind.OWN_WORDS:
        return folded_words(proposal.words) in {folded_words(text) for text in _texts(playbook, proposal)}
    if proposal.kind is ProposalKind.UNLISTED:
        return any(_is_close(proposal.words, phrase) for phrase in _all_heard(playbook.objections))
    objection = playbook.objection(proposal.target)
    return objection is not None and any(_is_close(proposal.words, one) for one in _all_heard((objection,)))


def current_text(playbook: Playbook, target: str) -> str:
    """What the playbook says at ``target`` now; an objection's label for an objection; empty when it is not there."""
    node = _node(playbook, target)
    if isinstance(node, Line):
        return node.text
    if isinstance(node, Objection):
        _, _, step = target.removeprefix(f"{OBJECTIONS}.").partition(".")
        responses = {one.id: one.say for one in node.responses}
        steps = {"acknowledge": node.acknowledge, "ask": node.ask, "check": node.check, "": node.label}
        exhausted = node.exhausted.say if node.exhausted else ""
        return responses.get(step) or steps.get(step, exhausted)
    return ""


def place_for(playbook: Playbook, proposal: Proposal) -> Place | None:
    """Where and what to write to take the proposal in; ``None`` when its target is no longer in the playbook."""
    if proposal.kind is ProposalKind.UNLISTED:
        return _new_objection(playbook, proposal)
    if proposal.kind is ProposalKind.HEARD:
        objection = playbook.objection(proposal.target)
        return _heard(objection.origin, proposal.words) if objection and objection.origin else None
    return _wording(playbook, proposal)


def _node(playbook: Playbook, target: str) -> Line | Objection | None:
    if target.startswith(f"{OBJECTIONS}."):
        return playbook.objection(target.split(".")[1])
    return playbook.line(target) or playbook.objection(target)


def _texts(playbook: Playbook, proposal: Proposal) -> tuple[str, ...]:
    node = _node(playbook, proposal.target)
    trials = node.trials if isinstance(node, Line) else ()
    if isinstance(node, Objection):
        trials = tuple(text for one in node.responses for text in (one.say, *one.trials))
    return (current_text(playbook, proposal.target), *trials)


def _all_heard(objections: tuple[Objection, ...]) -> list[str]:
    return [phrase for one in objections for phrase in (one.label, *one.heard)]


def _is_close(words: str, phrase: str) -> bool:
    """Whether each typed word is, begins, or nearly is (the beginning of) a word of ``phrase``: the finder needs no help."""
    known = words_of(phrase)
    return all(any(_nearly_begins(typed, one) for one in known) for typed in words_of(words))


def _nearly_begins(typed: str, word: str) -> bool:
    from rapidfuzz.distance import OSA

    from app.call.finding.words import edits_for

    edits = edits_for(typed)
    size = len(typed)
    beginnings = {word, *(word[:length] for length in range(size, size + edits + 1))}
    return any(OSA.distance(typed, one, score_cutoff=edits) <= edits for one in beginnings)


def _heard(origin: MapNode, words: str) -> Place:
    from app.playbook.tree import ListNode

    heard = origin.value("heard")
    if _is_flow(origin):
        items = [str(getattr(item, "value", "")) for item in getattr(heard, "items", ())]
        text = f"heard: [{', '.join(map(_flow, (*items, words)))}]"
        at = origin.key_place("heard")
        return Place(at.file, at.line, text, replaces=heard is not None, inside=True)
    if not isinstance(heard, ListNode):
        at = origin.value_place("label")
        return Place(at.file, at.line + 1, f"{' ' * _column(origin)}heard: [{_flow(words)}]", replaces=False)
    if getattr(heard.start, "flow_style", False):
        at = origin.key_place("heard")
        items = [*(str(getattr(item, "value", "")) for item in heard.items), words]
        text = f"{' ' * _column(origin)}heard: [{', '.join(map(_flow, items))}]"
        return Place(at.file, at.line, text, replaces=True)
    at = origin.item_place("heard", len(heard.items) - 1)
    indent = max(0, at.column - 3)
    return Place(at.file, at.line + 1, f"{' ' * indent}- {_block(words)}", replaces=False)


def _wording(playbook: Playbook, proposal: Proposal) -> Place | None:
    node = _node(playbook, proposal.target)
    if node is None or node.origin is None:
        return None
    origin, key = node.origin, "say"
    if isinstance(node, Line):
        key = str(node.kind)
    else:
        step = proposal.target.rpartition(".")[2]
        response = next((one for one in node.responses if one.id == step), None)
        if response is not None and response.origin is not None:
            origin = response.origin
        elif step in ("acknowledge", "ask", "check"):
            key = step
        elif node.exhausted is not None and node.exhausted.origin is not None:
            origin = node.exhausted.origin
    if origin.value(key) is None:
        return None
    at = origin.key_place(key)
    if _is_flow(origin):
        text = f"{key}: {_flow(proposal.words)}"
        return Place(at.file, at.line, text, replaces=True, inside=True)
    return Place(at.file, at.line, f"{' ' * _column(origin)}{key}: {_block(proposal.words)}", replaces=True)


def _new_objection(playbook: Playbook, proposal: Proposal) -> Place | None:
    last = next((one.origin for one in reversed(playbook.objections) if one.origin is not None), None)
    if last is None:
        return None
    name = "_".join(re.findall(r"[a-z0-9]+", fold(proposal.words))[:4]) or "new"
    ids = {one.id for one in playbook.objections}
    unique = next(
        f"{name}{end}" for end in ("", *(f"_{n}" for n in range(2, 99))) if f"{name}{end}" not in ids
    )
    indent = " " * max(0, last.mark.column - 2)
    lines = [
        f"- id: {unique}",
        f"  kind: {proposal.family or 'need'}",
        f"  label: {_block(proposal.words)}",
        f"  heard: [{_flow(proposal.words)}]",
    ]
    return Place(last.file, last.place.line, "\n".join(indent + line for line in lines), replaces=False)


def _is_flow(origin: MapNode) -> bool:
    """Whether a mapping is written between braces."""
    return bool(getattr(origin.start, "flow_style", False))


def _column(origin: MapNode) -> int:
    """Spaces before the keys of a mapping."""
    return origin.place.column - 1


def _block(words: str) -> str:
    """``words`` as YAML writes them after a key."""
    import yaml

    return yaml.safe_dump(
        {"k": " ".join(words.split())}, allow_unicode=True, width=10_000, default_flow_style=False
    )[3:].strip()


def _flow(words: str) -> str:
    """``words`` as YAML writes them between brackets."""
    import yaml

    written = yaml.safe_dump(
        [" ".join(words.split())], allow_unicode=True, width=10_000, default_flow_style=True
    )
    return written.strip()[1:-1]
