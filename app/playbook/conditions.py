"""The parts that a condition is made of, and how each is answered: true, false, or not known yet."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

from app.playbook.model import FactValue


class Scope(Protocol):
    """What a condition may ask about the call; ``None`` always means "not known".

    Names after the dot are given without it: ``lead.first_name`` asks ``lead("first_name")`` and
    ``lead.extra.size`` asks ``lead("extra.size")``.
    """

    @property
    def mood(self) -> str:
        """The customer's mood as the rep tapped it."""

    @property
    def drive(self) -> str:
        """``pull`` or ``push``."""

    @property
    def stage(self) -> str:
        """The id of the stage that the call is in."""

    def declares(self, name: str) -> bool:
        """Whether the playbook has a fact called ``name``; any other bare word stands for itself."""

    def fact(self, name: str) -> FactValue | None:
        """The value learnt so far."""

    def lead(self, name: str) -> FactValue | None:
        """A field of the lead."""

    def call(self, name: str) -> FactValue | None:
        """A field of the call."""

    def rep(self, name: str) -> FactValue | None:
        """A field of the rep."""

    def asked(self, line_ref: str) -> bool:
        """Whether the line was done in this call."""

    def raised(self, objection_id: str) -> bool:
        """Whether the objection was raised in this call."""

    def answer(self, line_ref: str) -> str | None:
        """The id of the answer given to the line."""


class Kind(StrEnum):
    """What a name in a condition is the name of."""

    FACT = "fact"
    LEAD = "lead"
    CALL = "call"
    REP = "rep"
    MOOD = "mood"
    DRIVE = "drive"
    STAGE = "stage"


class Question(StrEnum):
    """The four things that a condition may ask with brackets."""

    KNOWN = "known"
    ASKED = "asked"
    RAISED = "raised"
    ANSWER = "answer"


class Comparison(StrEnum):
    """How two values are compared."""

    EQUAL = "=="
    DIFFERENT = "!="
    LESS = "<"
    AT_MOST = "<="
    MORE = ">"
    AT_LEAST = ">="
    IN = "in"
    NOT_IN = "not in"


@dataclass(frozen=True, slots=True)
class Literal:
    """A value written in the condition; ``start`` and ``end`` count characters of its text."""

    value: FactValue
    start: int
    end: int

    def value_in(self, scope: Scope) -> FactValue | None:  # noqa: ARG002 - the shape of every operand
        """The value as written."""
        return self.value

    def truth(self, scope: Scope) -> bool | None:  # noqa: ARG002 - the shape of every condition
        """What the value says when it stands alone."""
        return bool(self.value)


@dataclass(frozen=True, slots=True)
class Name:
    """A fact, or a field of the lead, the call, the rep, or the state of the call.

    A bare word that is no fact of the playbook stands for itself, so that ``decides == partner`` reads as it is
    written.
    """

    kind: Kind
    name: str
    start: int
    end: int

    @property
    def full(self) -> str:
        """The name as written: ``hours``, ``lead.source``, ``mood``."""
        return f"{self.kind}.{self.name}" if self.kind in _WITH_FIELDS else self.name

    def value_in(self, scope: Scope) -> FactValue | None:
        """The value now; an empty text counts as not known."""
        if self.kind is Kind.FACT and not scope.declares(self.name):
            return self.name
        return self.known_value(scope)

    def known_value(self, scope: Scope) -> FactValue | None:
        """The value now, with a bare word that is no fact counted as not known."""
        match self.kind:
            case Kind.FACT:
                value = scope.fact(self.name) if scope.declares(self.name) else None
            case Kind.LEAD:
                value = scope.lead(self.name)
            case Kind.CALL:
                value = scope.call(self.name)
            case Kind.REP:
                value = scope.rep(self.name)
            case Kind.MOOD:
                value = scope.mood
            case Kind.DRIVE:
                value = scope.drive
            case Kind.STAGE:
                value = scope.stage
        return None if value == "" else value

    def truth(self, scope: Scope) -> bool | None:
        """A name standing alone holds for yes, a text that is there, and a number that is not zero."""
        value = self.known_value(scope)
        return None if value is None else bool(value)


_WITH_FIELDS = frozenset({Kind.LEAD, Kind.CALL, Kind.REP})


@dataclass(frozen=True, slots=True)
class Asking:
    """``known(x)``, ``asked(line)``, ``raised(objection)`` or ``answer(line)``.

    ``start`` and ``end`` are those of the name in the brackets; ``target`` is that name, and for ``known`` also the
    ``named`` value.
    """

    question: Question
    target: str
    start: int
    end: int
    named: Name | None = None

    def value_in(self, scope: Scope) -> FactValue | None:
        """The answer's id for ``answer``, else yes or no."""
        match self.question:
            case Question.KNOWN:
                return self.named is not None and self.named.known_value(scope) is not None
            case Question.ASKED:
                return scope.asked(self.target)
            case Question.RAISED:
                return scope.raised(self.target)
            case Question.ANSWER:
                return scope.answer(self.target)

    def truth(self, scope: Scope) -> bool | None:
        """Yes or no; ``answer`` alone is unknown until there is one."""
        value = self.value_in(scope)
        return None if value is None else bool(value)


Operand = Literal | Name | Asking


@dataclass(frozen=True, slots=True)
class Listing:
    """The values that ``in`` may choose from."""

    items: tuple[Operand, ...]


@dataclass(frozen=True, slots=True)
class Compared:
    """``a < b <= c``: a chain that holds when each link holds."""

    first: Operand
    links: tuple[tuple[Comparison, Operand | Listing], ...]

    def truth(self, scope: Scope) -> bool | None:
        """All links together."""
        left = self.first.value_in(scope)
        result: bool | None = True
        for comparison, other in self.links:
            if isinstance(other, Listing):
                link = _among(left, [item.value_in(scope) for item in other.items])
                right = None
            else:
                right = other.value_in(scope)
                link = compare(comparison, left, right)
            if isinstance(other, Listing) and comparison is Comparison.NOT_IN:
                link = None if link is None else not link
            if link is False:
                return False
            if link is None:
                result = None
            left = right
        return result


@dataclass(frozen=True, slots=True)
class Every:
    """``a and b``."""

    parts: tuple[Condition, ...]

    def truth(self, scope: Scope) -> bool | None:
        """False as soon as one part is false; unknown when none is false and one is unknown."""
        result: bool | None = True
        for part in self.parts:
            truth = part.truth(scope)
            if truth is False:
                return False
            if truth is None:
                result = None
        return result


@dataclass(frozen=True, slots=True)
class Either:
    """``a or b``."""

    parts: tuple[Condition, ...]

    def truth(self, scope: Scope) -> bool | None:
        """True as soon as one part is true; unknown when none is true and one is unknown."""
        result: bool | None = False
        for part in self.parts:
            truth = part.truth(scope)
            if truth is True:
                return True
            if truth is None:
                result = None
        return result


@dataclass(frozen=True, slots=True)
class Opposite:
    """``not a``."""

    part: Condition

    def truth(self, scope: Scope) -> bool | None:
        """The opposite; unknown stays unknown."""
        truth = self.part.truth(scope)
        return None if truth is None else not truth


Condition = Literal | Name | Asking | Compared | Every | Either | Opposite


def compare(comparison: Comparison, left: FactValue | None, right: FactValue | None) -> bool | None:
    """Compare two values; one that is not known, or of another type than its partner, makes the result unknown."""
    if left is None or right is None:
        return None
    if comparison in (Comparison.IN, Comparison.NOT_IN):
        if not isinstance(left, str) or not isinstance(right, str):
            return None
        return (left in right) is (comparison is Comparison.IN)
    pair = _alike(left, right)
    if pair is None:
        return None
    if comparison is Comparison.EQUAL:
        return pair[0] == pair[1]
    if comparison is Comparison.DIFFERENT:
        return pair[0] != pair[1]
    return _ordered(comparison, *pair)


_ORDERS: dict[Comparison, Callable[[int], bool]] = {
    Comparison.LESS: lambda order: order < 0,
    Comparison.AT_MOST: lambda order: order <= 0,
    Comparison.MORE: lambda order: order > 0,
    Comparison.AT_LEAST: lambda order: order >= 0,
}


def _ordered(comparison: Comparison, left: FactValue, right: FactValue) -> bool | None:
    if isinstance(left, bool) or isinstance(right, bool):
        return None
    holds = _ORDERS[comparison]
    if isinstance(left, str):
        return holds((left > right) - (left < right)) if isinstance(right, str) else None
    return None if isinstance(right, str) else holds((left > right) - (left < right))


def _among(value: FactValue | None, choices: list[FactValue | None]) -> bool | None:
    if value is None:
        return None
    result: bool | None = False
    for choice in choices:
        same = compare(Comparison.EQUAL, value, choice)
        if same:
            return True
        if same is None:
            result = None
    return result


def _alike(left: FactValue, right: FactValue) -> tuple[FactValue, FactValue] | None:
    """Both values as one type: imported columns are text, so a text that reads as a number or yes/no counts as one."""
    if isinstance(left, str) and not isinstance(right, str):
        read = _read_as(left, right)
        return None if read is None else (read, right)
    if isinstance(right, str) and not isinstance(left, str):
        read = _read_as(right, left)
        return None if read is None else (left, read)
    if isinstance(left, bool) is not isinstance(right, bool):
        return None
    return left, right


def _read_as(text: str, pattern: FactValue) -> FactValue | None:
    if isinstance(pattern, bool):
        return {"true": True, "false": False}.get(text.lower())
    try:
        return float(text.replace(",", "."))
    except ValueError:
        return None


def walk(condition: Condition | Listing) -> Iterator[Condition | Listing]:
    """The condition and every part of it, from left to right."""
    yield condition
    match condition:
        case Every(parts) | Either(parts):
            for part in parts:
                yield from walk(part)
        case Opposite(part):
            yield from walk(part)
        case Listing(items):
            yield from items
        case Compared(first, links):
            yield first
            for _, other in links:
                yield from walk(other)
        case Asking(named=Name() as named):
            yield named
        case _:
            return
