"""Whether conditions can hold at all: an exact search over the few values that could make a difference.

Each thing that the conditions ask about gets a small set of values: all options of a choice, all moods, the numbers
mentioned and one between each two, the texts mentioned and one other, and "not known". Where that grows too large
the answer is "it may", so that nothing is reported that is not sure.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import product
from math import prod

from app.playbook.checks.book import Book
from app.playbook.conditions import (
    Asking,
    Compared,
    Comparison,
    Condition,
    Kind,
    Listing,
    Literal,
    Name,
    Operand,
    Question,
    walk,
)
from app.playbook.expressions import Expression
from app.playbook.model import Fact, FactType, FactValue
from app.playbook.vocabulary import Drive, Mood

MOST_TRIALS = 4096
"""Combinations of values tried for one question before giving up and saying "it may"."""
MOST_WORK = 400_000
"""Things set and conditions asked for a whole playbook, so that no file keeps a person waiting."""
DIRECTIONS = ("inbound", "outbound")
"""What ``call.direction`` may be."""

Thing = tuple[str, str]
"""Something that a condition asks about: ``("fact", "hours")``, ``("mood", "")``, ``("answer", "opening.hello")``."""
MOOD: Thing = ("mood", "")
DRIVE: Thing = ("drive", "")
STAGE: Thing = ("stage", "")
_ORDERED = frozenset({Comparison.LESS, Comparison.AT_MOST, Comparison.MORE, Comparison.AT_LEAST})

Pins = Mapping[Thing, FactValue | None]
_FREE: Pins = {}


@dataclass(frozen=True, slots=True)
class Trial:
    """One combination of values, as a scope to ask conditions in."""

    facts: frozenset[str]
    values: Mapping[Thing, FactValue | None]

    @property
    def mood(self) -> str:
        """The mood tried."""
        return str(self.values.get(MOOD, Mood.RESERVED))

    @property
    def drive(self) -> str:
        """The drive tried."""
        return str(self.values.get(DRIVE, Drive.PULL))

    @property
    def stage(self) -> str:
        """The stage tried."""
        return str(self.values.get(STAGE, ""))

    def declares(self, name: str) -> bool:
        """Whether the playbook has the fact."""
        return name in self.facts

    def fact(self, name: str) -> FactValue | None:
        """The fact's value tried."""
        return self.values.get(("fact", name))

    def lead(self, name: str) -> FactValue | None:
        """The lead's field tried."""
        return self.values.get(("lead", name))

    def call(self, name: str) -> FactValue | None:
        """The call's field tried."""
        return self.values.get(("call", name))

    def rep(self, name: str) -> FactValue | None:
        """The rep's field tried."""
        return self.values.get(("rep", name))

    def asked(self, line_ref: str) -> bool:
        """Whether the line is taken as asked."""
        return self.values.get(("asked", line_ref)) is True

    def raised(self, objection_id: str) -> bool:
        """Whether the objection is taken as raised."""
        return self.values.get(("raised", objection_id)) is True

    def answer(self, line_ref: str) -> str | None:
        """The answer tried."""
        value = self.values.get(("answer", line_ref))
        return None if value is None else str(value)


@dataclass(slots=True)
class _Mentioned:
    """What a set of conditions asks about, and the values it compares with."""

    things: dict[Thing, None] = field(default_factory=dict)
    numbers: set[float] = field(default_factory=set)
    texts: set[str] = field(default_factory=set)
    ordered: bool = False
    paired: set[Thing] = field(default_factory=set)
    """Things compared with each other, or looked for a text in."""

    @classmethod
    def by(cls, roots: Iterable[Condition], facts: frozenset[str]) -> _Mentioned:
        found = cls()
        for root in roots:
            for part in walk(root):
                found._note(part, facts)
        return found

    def _note(self, part: Condition | Listing, facts: frozenset[str]) -> None:
        match part:
            case Name(kind=Kind.FACT, name=name) if name not in facts:
                self.texts.add(name)
            case Name(kind=Kind.MOOD | Kind.DRIVE | Kind.STAGE as kind):
                self.things[(kind.value, "")] = None
            case Name(kind=kind, name=name):
                self.things[(kind.value, name)] = None
            case Asking(
                question=Question.ASKED | Question.RAISED | Question.ANSWER as question, target=target
            ):
                self.things[(question.value, target)] = None
                if question is Question.ANSWER:
                    self.things[("asked", target)] = None
            case Literal(value=str() as text):
                self.texts.add(text)
            case Literal(value=int() | float() as number) if not isinstance(number, bool):
                self.numbers.add(number)
            case Compared(links=links):
                self.ordered = self.ordered or any(sign in _ORDERED for sign, _ in links)
                self.paired.update(_paired(part, facts))
            case _:
                return


class Solver:
    """Answers for one playbook; the same question is answered from memory."""

    def __init__(self, book: Book) -> None:
        self._book = book
        self._facts = frozenset(book.playbook.facts)
        self._known: dict[tuple[object, ...], bool] = {}
        self._left = MOST_WORK

    def may_hold(
        self, hold: Sequence[Expression], refuted: Sequence[Expression] = (), pins: Pins = _FREE
    ) -> bool:
        """Whether some moment of a call makes all of ``hold`` true and none of ``refuted`` true.

        Args:
            hold: Conditions that must be true.
            refuted: Conditions that must be false or not known.
            pins: Things that have one value in that moment.
        """
        if not hold and not refuted:
            return True
        texts = tuple(one.text for one in hold), tuple(one.text for one in refuted)
        key = (*texts, tuple(sorted(pins.items(), key=str)))
        if key not in self._known:
            self._known[key] = self._search([one.root for one in hold], [one.root for one in refuted], pins)
        return self._known[key]

    def always_holds(self, expression: Expression, pins: Pins = _FREE) -> bool:
        """Whether no moment of a call makes the condition anything but true."""
        return not self.may_hold((), (expression,), pins)

    def _search(self, hold: list[Condition], refuted: list[Condition], pins: Pins) -> bool:
        self._left -= len(hold) + len(refuted)
        if self._left <= 0:
            return True
        mentioned = _Mentioned.by((*hold, *refuted), self._facts)
        things = list(mentioned.things)
        mentioned.numbers.update(self._bounds(things))
        domains = [[pins[thing]] if thing in pins else self._domain(thing, mentioned) for thing in things]
        trials = prod(len(one) for one in domains)
        work = trials * (len(things) + len(hold) + len(refuted))
        if trials > MOST_TRIALS or work > self._left:
            return True
        self._left -= work
        for values in product(*domains):
            trial = Trial(self._facts, dict(zip(things, values, strict=True)))
            if not _thinkable(trial.values):
                continue
            if all(one.truth(trial) is True for one in hold) and not any(
                one.truth(trial) is True for one in refuted
            ):
                return True
        return False

    def _bounds(self, things: Iterable[Thing]) -> Iterator[float]:
        """The bounds of all numbers asked about: one may be compared with another."""
        for kind, name in things:
            fact = self._book.playbook.facts.get(name) if kind == "fact" else None
            if fact is not None:
                yield from (one for one in (fact.min, fact.max) if one is not None)

    def _domain(self, thing: Thing, mentioned: _Mentioned) -> list[FactValue | None]:
        kind, name = thing
        match kind:
            case "fact":
                return _of_fact(self._book.playbook.facts[name], mentioned) if name in self._facts else [None]
            case "mood":
                return _few([mood.value for mood in Mood], thing, mentioned)
            case "drive":
                return [Drive.PULL.value] if self._book.playbook.push_locked else [one.value for one in Drive]
            case "stage":
                return _few(list(self._book.stages), thing, mentioned)
            case "asked" | "raised":
                return [False, True]
            case "answer":
                line = self._book.lines.get(name)
                return (
                    [None, *_few([one.id for one in line.answers], thing, mentioned)]
                    if line and line.answers
                    else _open(mentioned)
                )
            case "call":
                return _of_call(name, mentioned)
            case _:
                return _open(mentioned)


def _thinkable(values: Mapping[Thing, FactValue | None]) -> bool:
    """Leaves out what cannot be at once: an answer to a line not asked, asking for a step of somebody angry."""
    if values.get(MOOD) == Mood.ANGRY and values.get(DRIVE) == Drive.PUSH:
        return False
    return not any(
        thing[0] == "answer" and value is not None and values.get(("asked", thing[1])) is False
        for thing, value in values.items()
    )


def _paired(compared: Compared, facts: frozenset[str]) -> Iterator[Thing]:
    """The things that ``compared`` compares with each other, or looks for a text in."""
    left = compared.first
    for sign, other in compared.links:
        among = other.items if isinstance(other, Listing) else (other,)
        inside = sign in (Comparison.IN, Comparison.NOT_IN) and not isinstance(other, Listing)
        for one in among:
            things = [thing for thing in (_thing(left, facts), _thing(one, facts)) if thing is not None]
            if inside or len(things) > 1:
                yield from things
        if not isinstance(other, Listing):
            left = other


def _thing(operand: Operand, facts: frozenset[str]) -> Thing | None:
    """What an operand asks about; ``None`` for a value itself: a literal, or a bare word that is no fact."""
    match operand:
        case Name(kind=Kind.FACT, name=name):
            return ("fact", name) if name in facts else None
        case Name(kind=Kind.MOOD | Kind.DRIVE | Kind.STAGE as kind):
            return (kind.value, "")
        case Name(kind=kind, name=name):
            return (kind.value, name)
        case Asking(question=question, target=target):
            return (question.value, target)
        case _:
            return None


def _few(codes: list[str], thing: Thing, mentioned: _Mentioned) -> list[FactValue | None]:
    """The codes that could make a difference: those mentioned and one other; anger, which locks the drive, always."""
    if thing in mentioned.paired or (mentioned.ordered and mentioned.texts):
        return [*codes]
    named = [code for code in codes if code in mentioned.texts or code == Mood.ANGRY]
    other = next((code for code in codes if code not in named), None)
    return [*named, *([] if other is None else [other])]


def _of_fact(fact: Fact, mentioned: _Mentioned) -> list[FactValue | None]:
    match fact.type:
        case FactType.YES_NO:
            return [None, True, False]
        case FactType.CHOICE:
            return [None, *_few(list(fact.options), ("fact", fact.id), mentioned)]
        case FactType.NUMBER | FactType.MONEY:
            least = float("-inf") if fact.min is None else fact.min
            most = float("inf") if fact.max is None else fact.max
            return [None, *(one for one in _numbers(mentioned) if least <= one <= most)]
        case _:
            return _open(mentioned)


def _of_call(name: str, mentioned: _Mentioned) -> list[FactValue | None]:
    match name:
        case "recorded":
            return [True, False]
        case "direction":
            return list(DIRECTIONS)
        case "attempt":
            return [max(1.0, one) for one in _numbers(mentioned)]
        case _:
            return _open(mentioned)


def _numbers(mentioned: _Mentioned) -> list[float]:
    """The numbers mentioned (bounds among them), several between each two, and some beyond on either side.

    As many between as things may be compared with each other, so that any order of theirs can be tried.
    """
    marks = sorted(mentioned.numbers) or [0.0]
    between = min(3, len(mentioned.paired)) or 1
    found = [marks[0] - step for step in range(1, between + 1)]
    for low, high in zip(marks, [*marks[1:], marks[-1] + between + 1], strict=True):
        found.append(low)
        found.extend(low + (high - low) * step / (between + 1) for step in range(1, between + 1))
    return found


def _open(mentioned: _Mentioned) -> list[FactValue | None]:
    """Values of something that may hold any text: those mentioned, all of them in one, another, and none."""
    texts = sorted(mentioned.texts)
    values: list[FactValue | None] = [None, *texts, "\uffff other"]
    if len(texts) > 1:
        values.append(" ".join(texts))
    if mentioned.ordered:
        values.extend(f"{text}!" for text in texts)
        values.append("!")
    if mentioned.numbers:
        values.extend(_numbers(mentioned))
    values.extend(("true", "false"))
    return values
