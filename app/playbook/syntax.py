"""From the text of a condition to its parts: what may be written, and a plain reason for what may not.

The text is first cut into words, numbers, texts and signs of our own. Python's ``ast`` then sees only their skeleton
(every word an ``xxx`` of the same length), so that ids such as ``class`` or ``is`` are as good as any other, and no
text of a playbook ever reaches a compiler.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import pairwise

from app.playbook.conditions import (
    Asking,
    Compared,
    Comparison,
    Condition,
    Either,
    Every,
    Kind,
    Listing,
    Literal,
    Name,
    Operand,
    Opposite,
    Question,
)

LONGEST = 2000
"""Characters in one condition."""
DEEPEST = 20
"""Brackets inside brackets, and likewise how many ``not`` and minus signs one condition may have in all."""
_MOST_PIECES = 300
_LONGEST_NUMBER = 15

_PIECE = re.compile(
    r"""(?P<space>\s+)
    |(?P<word>[^\W\d]\w*(?:\s*\.\s*[^\W\d]\w*)*)
    |(?P<number>\d+(?:\.\d+)?)
    |(?P<text>"[^"\\]*"|'[^'\\]*')
    |(?P<sign>==|!=|<=|>=|<|>|\(|\)|\[|\]|,|-)""",
    re.VERBOSE,
)
_OPERATORS = frozenset({"and", "or", "not", "in"})
_TRUTHS = {"true": True, "false": False, "True": True, "False": False}
_OPENING = {")": "(", "]": "["}
_HINTS = {
    "=": "single_equals",
    "&": "and_sign",
    "|": "or_sign",
    "!": "not_sign",
    '"': "open_text",
    "'": "open_text",
}
_COMPARISONS: Mapping[type[ast.cmpop], Comparison] = {
    ast.Eq: Comparison.EQUAL,
    ast.NotEq: Comparison.DIFFERENT,
    ast.Lt: Comparison.LESS,
    ast.LtE: Comparison.AT_MOST,
    ast.Gt: Comparison.MORE,
    ast.GtE: Comparison.AT_LEAST,
    ast.In: Comparison.IN,
    ast.NotIn: Comparison.NOT_IN,
}
_FIELDS = {"lead": Kind.LEAD, "call": Kind.CALL, "rep": Kind.REP}
_STATES = {"mood": Kind.MOOD, "drive": Kind.DRIVE, "stage": Kind.STAGE}
RESERVED = frozenset({*_OPERATORS, *_TRUTHS, *_FIELDS, *_STATES})
"""Words that mean something else in a condition, so that a fact of this name could not be asked about."""


class ExpressionError(ValueError):
    """A condition that cannot be read.

    Attributes:
        reason: A stable code of what is wrong, a key of the phrases of page CC020.
        offset: Where, in characters from the start of the text.
        length: How many characters are meant.
        found: The piece that is meant, as written.
    """

    def __init__(self, reason: str, offset: int, length: int, found: str) -> None:
        super().__init__(f"{reason} at {offset}: {found!r}")
        self.reason = reason
        self.offset = offset
        self.length = length
        self.found = found


@dataclass(frozen=True, slots=True)
class _Piece:
    kind: str
    text: str
    start: int

    @property
    def end(self) -> int:
        return self.start + len(self.text)


def read(text: str) -> Condition:
    """The parts of the condition ``text``.

    Raises:
        ExpressionError: The text is no condition; it says why and where.
    """
    if len(text) > LONGEST:
        raise ExpressionError("too_long", 0, LONGEST, "")
    pieces = _pieces(text)
    if not pieces:
        raise ExpressionError("empty", 0, max(1, len(text)), "")
    _limit(text, pieces)
    _join(pieces)
    try:
        tree = ast.parse(_skeleton(text, pieces), mode="eval")
    except SyntaxError as error:
        raise _where(text, pieces, (error.offset or 1) - 2) from None
    return _Reader(text).condition(tree.body)


def _pieces(text: str) -> list[_Piece]:
    pieces: list[_Piece] = []
    at = 0
    while at < len(text):
        match = _PIECE.match(text, at)
        if match is None:
            raise ExpressionError(_HINTS.get(text[at], "strange_sign"), at, 1, text[at])
        kind = match.lastgroup or ""
        if pieces and kind in ("word", "number", "text") and pieces[-1].end == at and _glued(pieces[-1]):
            start = pieces[-1].start
            raise ExpressionError("glued", start, match.end() - start, text[start : match.end()])
        if kind != "space":
            pieces.append(_Piece(kind, match.group(), at))
        at = match.end()
    return pieces


def _glued(piece: _Piece) -> bool:
    return piece.kind in ("word", "number", "text")


def _limit(text: str, pieces: list[_Piece]) -> None:
    if len(pieces) > _MOST_PIECES or sum(one.text in ("not", "-") for one in pieces) > DEEPEST:
        raise ExpressionError("too_long", 0, len(text), "")
    opened: list[_Piece] = []
    for piece in pieces:
        if piece.text in _OPENING.values() and piece.kind == "sign":
            opened.append(piece)
        elif piece.text in _OPENING and piece.kind == "sign":
            if not opened or opened.pop().text != _OPENING[piece.text]:
                raise ExpressionError("closed_twice", piece.start, 1, piece.text)
        elif piece.kind == "number" and len(piece.text) > _LONGEST_NUMBER:
            raise ExpressionError("long_number", piece.start, len(piece.text), piece.text)
        if len(opened) > DEEPEST:
            raise ExpressionError("too_long", piece.start, 1, piece.text)
    if opened:
        raise ExpressionError("not_closed", opened[-1].start, 1, opened[-1].text)


def _join(pieces: list[_Piece]) -> None:
    """Two names or values side by side lack a word between them; Python's own report points elsewhere."""
    for index, (first, second) in enumerate(pairwise(pieces)):
        if first.kind == "sign" or second.kind == "sign":
            continue
        if any(one.text in _OPERATORS for one in (first, second)):
            continue
        wrong = first if first.text.lower() in _OPERATORS and index == 0 else second
        reason = "small_letters" if wrong.text.lower() in _OPERATORS else "no_join"
        raise ExpressionError(
            "is_word" if wrong.text == "is" else reason, wrong.start, len(wrong.text), wrong.text
        )


def _skeleton(text: str, pieces: list[_Piece]) -> str:
    """The same shape for Python's parser, one character longer on either side, so that line ends do not matter."""
    shape = [" "] * len(text)
    for index, piece in enumerate(pieces):
        if piece.kind == "sign" or (piece.text in _OPERATORS and not _is_name(pieces, index)):
            drawn = piece.text
        elif piece.kind == "number":
            drawn = "1" * len(piece.text)
        elif piece.kind == "text":
            drawn = f"'{'x' * (len(piece.text) - 2)}'"
        else:
            drawn = "x" * len(piece.text)
        shape[piece.start : piece.end] = drawn
    return f"({''.join(shape)})"


def _is_name(pieces: list[_Piece], index: int) -> bool:
    """Whether the word in ``known(not)`` and the like is an id although it looks like an operator."""
    if index < 2 or index + 1 >= len(pieces):
        return False
    asking, before, after = pieces[index - 2], pieces[index - 1], pieces[index + 1]
    return asking.text in tuple(Question) and before.text == "(" and after.text == ")"


def _where(text: str, pieces: list[_Piece], offset: int) -> ExpressionError:
    """The mistake at ``offset`` as the piece that stands there."""
    for piece in pieces:
        if piece.start <= offset < piece.end:
            return ExpressionError("not_expected", piece.start, len(piece.text), piece.text)
    last = pieces[-1]
    if last.text in _OPERATORS or last.kind == "sign":
        return ExpressionError("unfinished", last.start, len(last.text), last.text)
    return ExpressionError("not_expected", 0, len(text), text.strip())


@dataclass(frozen=True, slots=True)
class _Reader:
    """Turns Python's tree of the skeleton into our parts, looking every word up in the text itself."""

    text: str

    def condition(self, node: ast.expr) -> Condition:
        match node:
            case ast.BoolOp(op=ast.And(), values=values):
                return Every(tuple(self.condition(one) for one in values))
            case ast.BoolOp(values=values):
                return Either(tuple(self.condition(one) for one in values))
            case ast.UnaryOp(op=ast.Not(), operand=operand):
                return Opposite(self.condition(operand))
            case ast.Compare():
                return self._compared(node)
            case _:
                return self.operand(node)

    def operand(self, node: ast.expr) -> Operand:
        match node:
            case ast.Constant():
                return self._literal(node)
            case ast.Name():
                return self._named(node)
            case ast.Call():
                return self._asking(node)
            case ast.UnaryOp(op=ast.USub(), operand=ast.Constant(value=int()) as number):
                start, end = self._span(node)
                value = self._number(number)
                return Literal(-value, start, end)
            case ast.List() | ast.Tuple():
                raise self._error("list_alone", node)
            case _:
                raise self._error("not_allowed", node)

    def _compared(self, node: ast.Compare) -> Compared:
        operands = [node.left, *node.comparators]
        comparisons = [_COMPARISONS.get(type(one)) for one in node.ops]
        links: list[tuple[Comparison, Operand | Listing]] = []
        first = self.operand(operands[0])
        for index, (comparison, other) in enumerate(zip(comparisons, operands[1:], strict=True)):
            if comparison is None:
                raise self._error("not_allowed", node)
            if not isinstance(other, ast.List | ast.Tuple):
                links.append((comparison, self.operand(other)))
                continue
            if comparison not in (Comparison.IN, Comparison.NOT_IN) or index + 1 < len(comparisons):
                raise self._error("list_alone", other)
            links.append((comparison, Listing(tuple(self.operand(one) for one in other.elts))))
        return _with_words(Compared(first, tuple(links)))

    def _literal(self, node: ast.Constant) -> Literal:
        start, end = self._span(node)
        if isinstance(node.value, str):
            if end - start != len(node.value) + 2:
                raise self._error("not_allowed", node)
            return Literal(self.text[start + 1 : end - 1], start, end)
        return Literal(self._number(node), start, end)

    def _number(self, node: ast.Constant) -> int | float:
        start, end = self._span(node)
        written = self.text[start:end]
        return float(written) if "." in written else int(written)

    def _named(self, node: ast.Name) -> Name | Literal:
        start, end = self._span(node)
        written = "".join(self.text[start:end].split())
        if written in _TRUTHS:
            return Literal(_TRUTHS[written], start, end)
        if written in _STATES:
            return Name(_STATES[written], written, start, end)
        first, dot, rest = written.partition(".")
        if not dot:
            return Name(Kind.FACT, written, start, end)
        if first not in _FIELDS:
            raise self._error("dotted", node)
        return Name(_FIELDS[first], rest, start, end)

    def _asking(self, node: ast.Call) -> Asking:
        start, end = self._span(node.func)
        word = self.text[start:end]
        if not isinstance(node.func, ast.Name) or word not in tuple(Question):
            raise self._error("no_question", node.func)
        if len(node.args) != 1 or node.keywords or not isinstance(node.args[0], ast.Name):
            raise self._error("one_name", node)
        question, argument = Question(word), node.args[0]
        start, end = self._span(argument)
        target = "".join(self.text[start:end].split())
        if question is not Question.KNOWN:
            return Asking(question, target, start, end)
        named = self._named(argument)
        if isinstance(named, Literal):
            raise self._error("one_name", node)
        return Asking(question, target, start, end, named)

    def _span(self, node: ast.expr) -> tuple[int, int]:
        return node.col_offset - 1, (node.end_col_offset or node.col_offset + 1) - 1

    def _error(self, reason: str, node: ast.expr) -> ExpressionError:
        start, end = self._span(node)
        start, end = max(0, start), min(end, len(self.text))
        return ExpressionError(reason, start, max(1, end - start), self.text[start:end])


def _with_words(compared: Compared) -> Compared:
    """Bare words beside the mood, the drive, the stage or an answer are never facts."""
    operands = [compared.first, *(one for _, one in compared.links)]
    if not any(_wants_word(one) for one in operands):
        return compared
    links = tuple(
        (sign, Listing(tuple(_word(item) for item in one.items)) if isinstance(one, Listing) else _word(one))
        for sign, one in compared.links
    )
    return Compared(_word(compared.first), links)


def _wants_word(operand: Operand | Listing) -> bool:
    if isinstance(operand, Name):
        return operand.kind in _STATES.values()
    return isinstance(operand, Asking) and operand.question is Question.ANSWER


def _word(operand: Operand) -> Operand:
    if isinstance(operand, Name) and operand.kind is Kind.FACT:
        return Literal(operand.name, operand.start, operand.end)
    return operand
