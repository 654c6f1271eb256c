"""Conditions: readable, about things that exist, comparing what can be compared, and neither always nor never true."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from app.playbook.checks import references
from app.playbook.checks.book import MOST_CONDITIONS, Book, When
from app.playbook.checks.margin import Margin, text_node, value_place
from app.playbook.checks.merge_fields import is_field, known_fields
from app.playbook.checks.solver import DIRECTIONS, STAGE, Pins, Solver
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
from app.playbook.expressions import Expression, ExpressionError, parse
from app.playbook.model import FactType
from app.playbook.problems import Place
from app.playbook.vocabulary import Drive, Mood

_INSIDE = None
_MATCHING = frozenset({Comparison.EQUAL, Comparison.DIFFERENT, Comparison.IN, Comparison.NOT_IN, _INSIDE})
_TRUTHS = ("true", "false")


def check(book: Book, margin: Margin, solver: Solver) -> None:
    """Note what is wrong with each condition; one that was found good is not looked at again in the same place."""
    good: set[tuple[str, str, str | None, bool]] = set()
    for when in book.whens():
        book.condition(when.text)
        if book.has_too_many_conditions:
            margin.add(
                "CC020", value_place(when.origin, "when"), reason="<too_many>", found=str(MOST_CONDITIONS)
            )
            return
        key = (when.text, when.stage, when.given, margin.is_shared(when.origin))
        if key in good:
            continue
        before = margin.tried
        _Condition(book, margin, solver, when).check()
        if margin.tried == before:
            good.add(key)


@dataclass(frozen=True, slots=True)
class _Range:
    """What a thing can be: ``codes`` it may have, or a sort of value."""

    kind: str
    codes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Condition:
    """One condition under check."""

    book: Book
    margin: Margin
    solver: Solver
    when: When

    def check(self) -> None:
        """Note the first kind of trouble found: what cannot be read is not judged further."""
        expression = self.book.condition(self.when.text)
        if expression is None:
            self._unreadable()
            return
        before = self.margin.tried
        parts = tuple(walk(expression.root))
        compared = [part for part in parts if isinstance(part, Compared)]
        self._names(parts, compared)
        for one in compared:
            self._compared(one)
        if self.margin.tried == before:
            self._truth(expression)

    def _unreadable(self) -> None:
        try:
            parse(self.when.text)
        except ExpressionError as error:
            place = self._place(error.offset, error.length)
            self.margin.add("CC020", place, reason=f"<{error.reason}>", found=error.found)

    def _place(self, start: int, length: int) -> Place:
        origin = self.when.origin
        return self.margin.inside(text_node(origin, "when"), value_place(origin, "when"), start, length)

    def _names(self, parts: Iterable[Condition | Listing], compared: list[Compared]) -> None:
        words = set(self._words(compared))
        for part in parts:
            if isinstance(part, Name) and part not in words:
                self._name(part)
            elif isinstance(part, Asking):
                self._asking(part)

    def _name(self, name: Name) -> None:
        if name.kind in (Kind.MOOD, Kind.DRIVE, Kind.STAGE) or is_field(self.book.playbook, name.full):
            return
        place = self._place(name.start, name.end - name.start)
        self.margin.unknown("CC029", place, name.full, known_fields(self.book.playbook))

    def _asking(self, asking: Asking) -> None:
        place = self._place(asking.start, asking.end - asking.start)
        match asking.question:
            case Question.RAISED if asking.target not in self.book.objections:
                references.unknown_objection(self.book, self.margin, place, asking.target)
            case Question.ASKED | Question.ANSWER if not self.book.is_spoken(asking.target):
                self.margin.unknown("CC022", place, asking.target, self.book.line_places)
            case _:
                return

    def _words(self, compared: list[Compared]) -> Iterator[Name]:
        """Bare words that stand for themselves: compared with something that can be a word, and no fact."""
        for part in compared:
            for sign, left, right in _pairs(part):
                if sign not in _MATCHING:
                    continue
                for one, other in ((left, right), (right, left)):
                    if self._is_bare(one) and self._range(other) is not None:
                        assert isinstance(one, Name)
                        yield one

    def _is_bare(self, operand: Operand) -> bool:
        return (
            isinstance(operand, Name)
            and operand.kind is Kind.FACT
            and operand.name not in self.book.playbook.facts
        )

    def _compared(self, compared: Compared) -> None:
        for sign, left, right in _pairs(compared):
            if sign is _INSIDE:
                continue
            for one, other in ((left, right), (right, left)):
                able = self._range(one)
                if able is not None and (sign in _MATCHING or not self._is_bare(other)):
                    self._possible(one, able, other)

    def _possible(self, thing: Operand, able: _Range, other: Operand) -> None:
        if isinstance(other, Literal):
            value, start, end = other.value, other.start, other.end
        elif self._is_bare(other):
            assert isinstance(other, Name)
            value, start, end = other.name, other.start, other.end
        else:
            return
        if _can_be(able, value):
            return
        shown = str(value).lower() if isinstance(value, bool) else str(value)
        name = thing.full if isinstance(thing, Name) else f"answer({getattr(thing, 'target', '')})"
        self.margin.unknown(
            "CC032",
            self._place(start, end - start),
            shown,
            able.codes,
            thing=name,
            able=", ".join(able.codes) if able.codes else f"<{able.kind}>",
        )

    def _range(self, operand: Operand) -> _Range | None:
        """What ``operand`` can be; ``None`` when it is a value itself or not known."""
        match operand:
            case Name(kind=Kind.FACT, name=name) if name in self.book.playbook.facts:
                fact = self.book.playbook.facts[name]
                if fact.type is FactType.CHOICE:
                    return _Range("choice", tuple(fact.options))
                if fact.type is FactType.YES_NO:
                    return _Range("yes_no", _TRUTHS)
                return _Range(fact.type.value)
            case Name(kind=Kind.MOOD):
                return _Range("choice", tuple(Mood))
            case Name(kind=Kind.DRIVE):
                return _Range("choice", tuple(Drive))
            case Name(kind=Kind.STAGE):
                return _Range("choice", tuple(self.book.stages))
            case Name(kind=Kind.CALL, name=name):
                return _CALLS.get(name, _Range("text"))
            case Name(kind=Kind.LEAD | Kind.REP):
                return _Range("any")
            case Asking(question=Question.ANSWER, target=target):
                line = self.book.lines.get(target)
                if line is None or not line.answers:
                    return _Range("any")
                return _Range("choice", tuple(one.id for one in line.answers))
            case _:
                return None

    def _truth(self, expression: Expression) -> None:
        pins: Pins = {STAGE: self.when.stage} if self.when.stage else {}
        given = self.book.condition(self.when.given)
        together: Sequence[Expression] = (expression,) if given is None else (given, expression)
        place = value_place(self.when.origin, "when")
        if not self.solver.may_hold(together, pins=pins):
            alone = given is None or not self.solver.may_hold((expression,), pins=pins)
            reason = "<alone>" if alone else "<with_objection>"
            self.margin.add(
                "CC033", place, when=_flat(expression.text), reason=reason, given=self.when.given or ""
            )
        elif self.solver.always_holds(expression, pins):
            self.margin.add("CC117", place, when=_flat(expression.text))
        elif not self.margin.is_shared(self.when.origin):
            self._learnable(expression)

    def _learnable(self, expression: Expression) -> None:
        for part in walk(expression.root):
            if not isinstance(part, Name) or part.kind is not Kind.FACT or part.name in self.book.learners:
                continue
            if part.name in self.book.playbook.facts:
                self.margin.add("CC118", self._place(part.start, part.end - part.start), fact=part.name)


_CALLS = {
    "recorded": _Range("yes_no", _TRUTHS),
    "attempt": _Range("number"),
    "direction": _Range("choice", DIRECTIONS),
}


def _pairs(compared: Compared) -> Iterator[tuple[Comparison | None, Operand, Operand]]:
    """Each two values compared; no sign where one text is looked for inside another."""
    left = compared.first
    for sign, other in compared.links:
        if isinstance(other, Listing):
            for item in other.items:
                yield sign, left, item
        else:
            yield _INSIDE if sign in (Comparison.IN, Comparison.NOT_IN) else sign, left, other
            left = other


def _can_be(able: _Range, value: object) -> bool:
    match able.kind:
        case "choice":
            return isinstance(value, str) and value in able.codes
        case "yes_no":
            return isinstance(value, bool) or (isinstance(value, str) and value.lower() in _TRUTHS)
        case "number" | "money":
            return _is_number(value)
        case "date":
            return isinstance(value, str) and _is_date(value)
        case "text":
            return not isinstance(value, bool)
        case _:
            return True


def _is_number(value: object) -> bool:
    if isinstance(value, bool):
        return False
    if isinstance(value, str):
        try:
            float(value.replace(",", "."))
        except ValueError:
            return False
    return True


def _is_date(text: str) -> bool:
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return True


def _flat(text: str) -> str:
    return " ".join(text.split())
