"""What changed in meaning between two versions of a playbook: by ids, never by lines of text."""

from __future__ import annotations

import dataclasses
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from app.playbook.model import Line, LineKind, Playbook


class Part(StrEnum):
    """What kind of thing changed."""

    PLAYBOOK = "playbook"
    FACT = "fact"
    STAGE = "stage"
    LINE = "line"
    QUESTION = "question"
    ANSWER = "answer"
    OBJECTION = "objection"
    RESPONSE = "response"
    STORY = "story"
    COMPLIANCE = "compliance"
    OUTCOME = "outcome"


class Turn(StrEnum):
    """What became of it."""

    ADDED = "added"
    REMOVED = "removed"
    RENAMED = "renamed"
    CHANGED = "changed"
    MOVED = "moved"


@dataclass(frozen=True, slots=True)
class Detail:
    """One key that reads otherwise now; deeper keys are dotted (``moods.rushed.ask``), an empty text is none."""

    key: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Change:
    """One thing that changed. ``was`` is the old full name of a renamed one."""

    part: Part
    name: str
    turn: Turn
    details: tuple[Detail, ...] = ()
    was: str = ""


@dataclass(frozen=True, slots=True)
class _Item:
    part: Part
    parent: str
    values: Mapping[str, str]


_KEYS = {
    "trials": "try",
    "budget_seconds": "budget",
    "pause_seconds": "pause",
    "requires_facts": "requires",
    "push_locked": "push",
    "lawful_basis_required": "lawful_basis",
}
"""Fields of the model that are called otherwise in the language."""
_ASIDE = frozenset({"id", "ref", "origin"})
_CHILDREN = frozenset(
    {"stages", "lines", "answers", "objections", "responses", "stories", "compliance", "outcomes", "facts"}
)


def changes(old: Playbook, new: Playbook) -> tuple[Change, ...]:
    """What changed from ``old`` to ``new``, in the order of ``new``; what is gone comes last.

    Things are the same when their full names are, or when ``renames`` of ``new`` says so. What belongs to something
    added or removed is not listed on its own.
    """
    before, after = dict(_items(old)), dict(_items(new))
    renamed = _renamed(before, after, new.renames)
    found = [*_present(before, after, renamed), *_gone(before, after, renamed)]
    return tuple(found)


def _items(playbook: Playbook) -> Iterator[tuple[str, _Item]]:
    """Everything with an id, by its full name; an objection and a stage of one name are told apart by their kind."""
    yield playbook.id, _Item(Part.PLAYBOOK, "", _values(playbook))
    for fact in playbook.facts.values():
        yield f"fact:{fact.id}", _Item(Part.FACT, "", _values(fact))
    for stage in playbook.stages:
        yield stage.id, _Item(Part.STAGE, "", _values(stage))
        for line in stage.lines:
            part = Part.QUESTION if line.kind is LineKind.ASK else Part.LINE
            yield line.ref, _Item(part, stage.id, _values(line))
            for answer in line.answers:
                yield f"{line.ref}.{answer.id}", _Item(Part.ANSWER, line.ref, _values(answer))
    for objection in playbook.objections:
        key = f"objection:{objection.id}"
        yield key, _Item(Part.OBJECTION, "", _values(objection))
        for response in objection.responses:
            yield f"objection:{response.ref}", _Item(Part.RESPONSE, key, _values(response))
    for story in playbook.stories:
        yield f"story:{story.id}", _Item(Part.STORY, "", _values(story))
    for rule in playbook.compliance:
        yield rule.ref, _Item(Part.COMPLIANCE, "", _values(rule))
    for outcome in playbook.outcomes:
        yield f"outcome:{outcome.id}", _Item(Part.OUTCOME, "", _values(outcome))


def _values(thing: object) -> dict[str, str]:
    """What is written in one thing, key by key, without what has ids of its own."""
    values: dict[str, str] = {}
    for key, value in _fields(thing):
        if key not in _CHILDREN:
            _flatten(key, value, values)
    return values


def _fields(thing: object) -> Iterator[tuple[str, object]]:
    assert dataclasses.is_dataclass(thing)
    for one in dataclasses.fields(thing):
        if not one.compare or one.name in _ASIDE or (isinstance(thing, Line) and one.name == "kind"):
            continue
        value = getattr(thing, one.name)
        if isinstance(thing, Line) and one.name == "text":
            yield thing.kind.value, value
        else:
            yield _KEYS.get(one.name, one.name), value


def _flatten(key: str, value: object, into: dict[str, str]) -> None:
    if value is None or value == "" or value is False or value == ():
        return
    if isinstance(value, Mapping):
        for name, one in value.items():
            _flatten(f"{key}.{name}", one, into)
    elif dataclasses.is_dataclass(value) and not isinstance(value, type):
        for name, one in _fields(value):
            _flatten(f"{key}.{name}", one, into)
    elif isinstance(value, tuple) and any(dataclasses.is_dataclass(one) for one in value):
        for number, one in enumerate(value, start=1):
            _flatten(f"{key}.{number}", one, into)
    elif isinstance(value, tuple):
        into[key] = " · ".join([*([into[key]] if key in into else []), *map(str, value)])
    else:
        into[key] = _plain(value)


def _plain(value: object) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    return f"{value:g}" if isinstance(value, float) else str(value)


def _renamed(
    before: Mapping[str, _Item], after: Mapping[str, _Item], renames: Mapping[str, str]
) -> dict[str, str]:
    """For each new key the old one that it was, with what hangs below a renamed thing following it."""
    pairs = {new: old for old, new in renames.items()}
    found: dict[str, str] = {}
    for key in after:
        if key in before:
            continue
        kind, colon, name = key.rpartition(":")
        head, tail = name, ""
        while head:
            old = pairs.get(head)
            if old is not None and f"{kind}{colon}{old}{tail}" in before:
                found[key] = f"{kind}{colon}{old}{tail}"
                break
            head, dot, last = head.rpartition(".")
            tail = f"{dot}{last}{tail}"
    return found


def _present(
    before: Mapping[str, _Item], after: Mapping[str, _Item], renamed: Mapping[str, str]
) -> Iterator[Change]:
    moved = _moved(before, after, renamed)
    for key, item in after.items():
        old_key = renamed.get(key, key)
        old = before.get(old_key)
        if old is None and item.part is Part.PLAYBOOK:
            old_key, old = next(iter(before.items()))
        if old is None:
            if item.parent not in after or _is_known(item.parent, before, renamed):
                yield Change(item.part, _name(key), Turn.ADDED)
            continue
        details = _details(old.values, item.values)
        if old_key != key:
            yield Change(item.part, _name(key), Turn.RENAMED, details, _name(old_key))
        elif details:
            yield Change(item.part, _name(key), Turn.CHANGED, details)
        if key in moved:
            yield Change(item.part, _name(key), Turn.MOVED)


def _is_known(key: str, before: Mapping[str, _Item], renamed: Mapping[str, str]) -> bool:
    return renamed.get(key, key) in before


def _gone(
    before: Mapping[str, _Item], after: Mapping[str, _Item], renamed: Mapping[str, str]
) -> Iterator[Change]:
    kept = {*after, *renamed.values(), next(iter(before))}
    for key, item in before.items():
        if key not in kept and (not item.parent or item.parent in kept):
            yield Change(item.part, _name(key), Turn.REMOVED)


def _details(old: Mapping[str, str], new: Mapping[str, str]) -> tuple[Detail, ...]:
    keys = dict.fromkeys((*new, *old))
    return tuple(
        Detail(key, old.get(key, ""), new.get(key, "")) for key in keys if old.get(key) != new.get(key)
    )


def _moved(before: Mapping[str, _Item], after: Mapping[str, _Item], renamed: Mapping[str, str]) -> set[str]:
    """Things whose neighbours in common stand in another order now; the fewest that explain it."""
    place = {key: number for number, key in enumerate(before)}
    families: dict[str, list[str]] = {}
    for key, item in after.items():
        old = before.get(renamed.get(key, key))
        if old is not None and renamed.get(item.parent, item.parent) == old.parent:
            families.setdefault(f"{item.parent}/{_family(item.part)}", []).append(key)
    moved: set[str] = set()
    for keys in families.values():
        order = [place[renamed.get(key, key)] for key in keys]
        stay = _longest_rising(order)
        moved.update(key for key, number in zip(keys, order, strict=True) if number not in stay)
    return moved


def _family(part: Part) -> Part:
    return Part.LINE if part is Part.QUESTION else part


def _longest_rising(numbers: Sequence[int]) -> set[int]:
    """The longest rising subsequence (patience sorting)."""
    tops: list[int] = []
    under: dict[int, int | None] = {}
    for number in numbers:
        at = bisect_left(tops, number)
        under[number] = tops[at - 1] if at else None
        tops[at : at + 1] = [number]
    kept: set[int] = set()
    last: int | None = tops[-1] if tops else None
    while last is not None:
        kept.add(last)
        last = under[last]
    return kept


def _name(key: str) -> str:
    return key.rpartition(":")[2]
