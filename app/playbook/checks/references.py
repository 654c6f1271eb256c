"""Names of something else: stages, lines, stories, objections, facts, outcomes, scorecards, renamed ids."""

from __future__ import annotations

from collections import ChainMap
from collections.abc import Collection, Iterator

from app.playbook.checks.book import Book, Reference
from app.playbook.checks.margin import NOWHERE, Margin, item_place, value_place
from app.playbook.model import END, WRAP_UP
from app.playbook.problems import Place
from app.playbook.tree import ListNode, MapNode, ScalarNode, place_of
from app.playbook.vocabulary import OUTCOMES

_EXITS = dict.fromkeys((WRAP_UP, END), NOWHERE)


def check(book: Book, margin: Margin, scorecards: Collection[str] | None) -> None:
    """Note every name that nothing is called by.

    Args:
        book: The playbook.
        margin: Where to note it.
        scorecards: The names of the scorecards there are, ``None`` when that is not known.
    """
    _targets(book, margin)
    _simple(book, margin)
    _outcomes(book, margin)
    _scorecard(book, margin, scorecards)
    _renames(book, margin)


def unknown_target(
    book: Book, margin: Margin, place: Place, name: str, stage_id: str = "", *, exits: bool
) -> None:
    """Note that no stage (or, for a dotted name, no line) is called ``name``."""
    if "." in name:
        margin.unknown("CC022", place, name, book.line_places)
        return
    if margin.is_full("CC021"):
        return
    known = [book.stage_places]
    if stage_id:
        known.append(book.places_in(stage_id))
    if exits:
        known.append(_EXITS)
    twins = book.by_line_id.get(name, [])
    if len(twins) > 1:
        margin.add(
            "CC022", place, near=twins[0].ref, near_place=value_place(twins[0].origin, "id"), name=name
        )
        return
    margin.unknown("CC021", place, name, ChainMap(*known))


def _targets(book: Book, margin: Margin) -> None:
    for one in book.targets():
        if book.target(one.name, one.stage) is None:
            unknown_target(book, margin, value_place(one.origin, one.key), one.name, one.stage, exits=True)
    for rule in book.playbook.compliance:
        before = rule.before
        if before is None or before in book.stages or before in book.lines:
            continue
        unknown_target(book, margin, value_place(rule.origin, "before"), before, exits=False)
    for objection in book.playbook.objections:
        for index, stage_id in enumerate(objection.likely):
            if stage_id in book.stages:
                continue
            place = item_place(objection.origin, "likely", index)
            if margin.is_shared(objection.origin):
                margin.unknown("CC119", place, stage_id, book.stage_places, objection=objection.id)
            else:
                margin.unknown("CC021", place, stage_id, book.stage_places)


def _simple(book: Book, margin: Margin) -> None:
    for one in book.told():
        if one.name not in book.stories:
            margin.unknown("CC023", value_place(one.origin, one.key), one.name, book.story_places)
    for stage in book.playbook.stages:
        for line in stage.lines:
            if line.fact is not None and line.fact not in book.playbook.facts:
                unknown_fact(book, margin, value_place(line.origin, "fact"), line.fact)
            for answer in line.answers:
                if answer.objection is not None and answer.objection not in book.objections:
                    unknown_objection(book, margin, value_place(answer.origin, "objection"), answer.objection)


def unknown_fact(book: Book, margin: Margin, place: Place, name: str) -> None:
    """Note that no fact is called ``name``."""
    margin.unknown("CC025", place, name, book.fact_places)


def unknown_objection(book: Book, margin: Margin, place: Place, name: str) -> None:
    """Note that no objection is called ``name``."""
    margin.unknown("CC024", place, name, book.objection_places)


def _outcomes(book: Book, margin: Margin) -> None:
    for one in _proposed(book):
        if one.name in book.outcomes:
            continue
        place = value_place(one.origin, one.key)
        if not book.outcomes and one.name in OUTCOMES:
            continue
        margin.unknown("CC026", place, one.name, book.outcome_places)
    for outcome in book.playbook.outcomes:
        places = _required_places(outcome.origin)
        for fact_id in outcome.requires_facts:
            place = places.get(fact_id, NOWHERE)
            if fact_id not in book.playbook.facts:
                unknown_fact(book, margin, place, fact_id)
            elif fact_id not in book.learners:
                margin.add("CC037", place, outcome=outcome.id, fact=fact_id)


def _proposed(book: Book) -> Iterator[Reference]:
    if book.playbook.goal is not None:
        yield Reference(book.playbook.goal, book.playbook.origin, "goal")
    yield from book.proposals()


def _required_places(origin: MapNode | None) -> dict[str, Place]:
    node = None if origin is None else origin.value("requires")
    items = node.items if isinstance(node, ListNode) else []
    return {one.value: place_of(one) for one in items if isinstance(one, ScalarNode)}


def _scorecard(book: Book, margin: Margin, scorecards: Collection[str] | None) -> None:
    name = book.playbook.scorecard
    if name is not None and scorecards is not None and name not in scorecards:
        margin.unknown("CC027", value_place(book.playbook.origin, "scorecard"), name, sorted(scorecards))


def _renames(book: Book, margin: Margin) -> None:
    renames = book.playbook.renames
    if not renames:
        return
    names = book.full_names
    node = None if book.playbook.origin is None else book.playbook.origin.value("renames")
    origin = node if isinstance(node, MapNode) else None
    for old, new in renames.items():
        if new not in names and new not in renames:
            margin.unknown("CC028", value_place(origin, old), new, names)
