"""Playbook tests as their authors write them: from the YAML of a ``*.test.yaml`` (or of a script) to values with places."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from app.call.people import CallTerms, Direction, LeadCard, RepCard
from app.playbook.nearest import nearest
from app.playbook.problems import Place, Problem
from app.playbook.source import SourceFile
from app.playbook.tree import ListNode, MapNode, Node, ScalarNode, grow_list, place_of
from app.playbook.vocabulary import LAWFUL_BASES, Label

MOST_RUNS = 100_000
"""Walks that one file may ask for."""
_TRUTHS = {"true": True, "false": False}
_LEAD = tuple(spec.name for spec in dataclasses.fields(LeadCard) if spec.name not in ("lead_id", "extra"))
_REP = ("name", "company", "phone", "email")
_TERMS = tuple(spec.name for spec in dataclasses.fields(CallTerms))
_CASE = ("name", "lead", "rep", "call", "play", "expect")
_EXPECT = ("at", "said", "not_said", "facts", "outcome")
_WALKS = ("runs", "seed")


@dataclass(frozen=True, slots=True)
class Slip:
    """Something in a test file that cannot be used."""

    place: Place
    words: Label


@dataclass(frozen=True, slots=True)
class Expectation:
    """What must be so after the last step; ``None`` and empty mean that nothing is expected.

    ``facts`` are as written; an empty text means that the fact must not be known.
    """

    at: str | None = None
    said: tuple[str, ...] = ()
    not_said: tuple[str, ...] = ()
    facts: Mapping[str, str] = field(default_factory=dict)
    outcome: str | None = None


@dataclass(frozen=True, slots=True)
class Trial:
    """One test: who is rung, what happens step by step, and what must be so at the end."""

    name: str
    lead: LeadCard
    terms: CallTerms
    rep: RepCard
    steps: tuple[str, ...]
    expect: Expectation
    place: Place
    step_places: tuple[Place, ...] = ()


@dataclass(frozen=True, slots=True)
class Walks:
    """Random callers: how many, and the seed that makes them repeat."""

    runs: int
    seed: int
    place: Place


@dataclass(frozen=True, slots=True)
class TrialFile:
    """One test file as read. ``problems`` are of its YAML, ``slips`` of its meaning; with either nothing is run."""

    trials: tuple[Trial, ...] = ()
    walks: tuple[Walks, ...] = ()
    problems: tuple[Problem, ...] = ()
    slips: tuple[Slip, ...] = ()


class Unusable(Exception):
    """A part of the file that cannot be used."""

    def __init__(self, place: Place, en: str, cs: str) -> None:
        super().__init__(en)
        self.slip = Slip(place, Label(en, cs))


def read_trials(file: SourceFile) -> TrialFile:
    """Reads a test file, or a file with one scripted call; a plain list of steps is a call too."""
    items, problems = grow_list(file)
    if problems:
        return TrialFile(problems=problems)
    if items and all(isinstance(item, ScalarNode) for item in items):
        steps = tuple(item.value for item in items if isinstance(item, ScalarNode))
        places = tuple(place_of(item) for item in items)
        return TrialFile((_plain_trial(steps, places),))
    trials, walks, slips = [], [], []
    for item in items:
        try:
            found = _item(item)
        except Unusable as unusable:
            slips.append(unusable.slip)
            continue
        if isinstance(found, Walks):
            walks.append(found)
        else:
            trials.append(found)
    return TrialFile(tuple(trials), tuple(walks), (), tuple(slips))


def _plain_trial(steps: tuple[str, ...], places: tuple[Place, ...]) -> Trial:
    return Trial("", LeadCard(), CallTerms(), RepCard(), steps, Expectation(), places[0], places)


def _item(node: Node) -> Trial | Walks:
    entries = _mapping(node)
    if "walks" in entries.entries:
        _known_keys(entries, ("walks",))
        return _walks(_mapping(entries.value("walks")))
    _known_keys(entries, _CASE)
    play = entries.value("play")
    if not isinstance(play, ListNode):
        raise Unusable(
            entries.key_place("play"),
            "a test needs 'play', a list of steps.",
            "test potřebuje „play“, seznam kroků.",
        )
    name = entries.text("name") or ""
    return Trial(
        name,
        lead_from(entries.value("lead")),
        _terms(entries.value("call")),
        _rep(entries.value("rep")),
        tuple(_texts(play)),
        _expectation(entries.value("expect")),
        entries.value_place("name") if name else entries.place,
        tuple(place_of(item) for item in play.items),
    )


def lead_from(node: Node | None) -> LeadCard:
    """A lead from a mapping of its fields. Raises ``Unusable``."""
    if node is None:
        return LeadCard()
    entries = _mapping(node)
    _known_keys(entries, (*_LEAD, "extra"))
    fields = {name: _text(entries, name) for name in entries.entries if name != "extra"}
    extra = entries.value("extra")
    more = _mapping(extra) if extra is not None else None
    return LeadCard(**fields, extra={name: _text(more, name) for name in more.entries} if more else {})


def _rep(node: Node | None) -> RepCard:
    if node is None:
        return RepCard()
    entries = _mapping(node)
    _known_keys(entries, _REP)
    return RepCard("", **{name: _text(entries, name) for name in entries.entries})


def _terms(node: Node | None) -> CallTerms:
    if node is None:
        return CallTerms()
    entries = _mapping(node)
    _known_keys(entries, _TERMS)
    written = {name: _text(entries, name) for name in entries.entries}
    return CallTerms(
        Direction(_choice(entries, "direction", written.get("direction", "outbound"), list(Direction))),
        _TRUTHS[_choice(entries, "recorded", written.get("recorded", "false"), list(_TRUTHS))],
        _number(entries, "attempt", 1, 1000),
        written.get("number", ""),
        _choice(entries, "lawful_basis", written.get("lawful_basis", ""), ["", *LAWFUL_BASES]),
    )


def _expectation(node: Node | None) -> Expectation:
    if node is None:
        return Expectation()
    entries = _mapping(node)
    _known_keys(entries, _EXPECT)
    facts = entries.value("facts")
    known = _mapping(facts) if facts is not None else None
    return Expectation(
        entries.text("at"),
        tuple(_texts(entries.value("said"))),
        tuple(_texts(entries.value("not_said"))),
        {name: _text(known, name) for name in known.entries} if known else {},
        entries.text("outcome"),
    )


def _walks(entries: MapNode) -> Walks:
    _known_keys(entries, _WALKS)
    return Walks(_number(entries, "runs", 100, MOST_RUNS), _number(entries, "seed", 1, 2**31), entries.place)


def _mapping(node: Node | None) -> MapNode:
    if isinstance(node, MapNode):
        return node
    place = place_of(node) if node is not None else Place("", 1, 1, 2)
    raise Unusable(place, "here belong keys with values.", "sem patří klíče s hodnotami.")


def _known_keys(entries: MapNode, known: tuple[str, ...]) -> None:
    for name, (key, _) in entries.entries.items():
        if name not in known:
            near = nearest(name, known)
            listed = ", ".join(known)
            raise Unusable(
                place_of(key),
                f"'{name}' is no key here. "
                + (f"Did you mean '{near}'?" if near else f"There is: {listed}."),
                f"„{name}“ tu není klíč. "
                + (f"Nemělo tam být „{near}“?" if near else f"Na výběr je: {listed}."),
            )


def _text(entries: MapNode, key: str) -> str:
    text = entries.text(key)
    if text is None:
        raise Unusable(entries.value_place(key), f"'{key}' takes a text.", f"„{key}“ má být text.")
    return text


def _texts(node: Node | None) -> Iterator[str]:
    if node is None:
        return
    if isinstance(node, ScalarNode):
        yield node.value
        return
    for item in node.items if isinstance(node, ListNode) else (node,):
        if not isinstance(item, ScalarNode):
            place = item.place if isinstance(item, MapNode) else place_of(item)
            raise Unusable(
                place,
                "a step or a name is one text; put it in quotes when it has a colon.",
                "krok nebo jméno je jeden text; s dvojtečkou patří do uvozovek.",
            )
        yield item.value


def _number(entries: MapNode, key: str, default: int, most: int) -> int:
    text = entries.text(key)
    if text is None:
        return default
    if not (text.isascii() and text.isdigit() and int(text[:9]) <= most and len(text) < 10):
        raise Unusable(
            entries.value_place(key),
            f"'{key}' is a number from 0 to {most}.",
            f"„{key}“ je číslo od 0 do {most}.",
        )
    return int(text)


def _choice(entries: MapNode, key: str, word: str, known: list[str]) -> str:
    if word in known:
        return word
    listed = ", ".join(name for name in known if name)
    raise Unusable(
        entries.value_place(key), f"'{key}' is one of: {listed}.", f"„{key}“ je jedno z: {listed}."
    )
