"""Conditions (``when``): read a text once, ask it often, and get true, false, or not known yet.

An answer that is not known does not hold. Reading is cached, so asking again costs a look-up.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from app.playbook.conditions import Asking, Condition, Name, Question, Scope, walk
from app.playbook.syntax import RESERVED, ExpressionError, read

__all__ = ["RESERVED", "Expression", "ExpressionError", "Scope", "evaluate", "holds", "parse"]


@dataclass(frozen=True, slots=True)
class Expression:
    """A condition that was read.

    Attributes:
        text: As written in the playbook.
        root: Its parts, see ``conditions``.
        names: Every name asked about, as written: ``hours``, ``lead.source``, ``mood``. Bare words that stand for
            themselves are among them; only the playbook's facts tell them apart.
        lines: Full names of the lines in ``asked`` and ``answer``.
        objections: Ids in ``raised``.
    """

    text: str
    root: Condition
    names: frozenset[str]
    lines: frozenset[str]
    objections: frozenset[str]


@lru_cache(maxsize=8192)
def parse(text: str) -> Expression:
    """Read a condition.

    Raises:
        ExpressionError: The text is no condition; it carries a reason code and the place in the text.
    """
    root = read(text)
    parts = tuple(walk(root))
    asking = [one for one in parts if isinstance(one, Asking)]
    return Expression(
        text,
        root,
        names=frozenset(one.full for one in parts if isinstance(one, Name)),
        lines=frozenset(one.target for one in asking if one.question in (Question.ASKED, Question.ANSWER)),
        objections=frozenset(one.target for one in asking if one.question is Question.RAISED),
    )


def evaluate(expression: Expression, scope: Scope) -> bool | None:
    """Whether the condition is true, false, or not known (``None``) in ``scope`` (Kleene's strong three values)."""
    return expression.root.truth(scope)


def holds(text: str | None, scope: Scope) -> bool:
    """Whether the condition ``text`` holds now.

    No condition always holds. Not known does not hold, and neither does a text that is no condition: the checker
    keeps such a playbook from being used, and a call must not stop over it.
    """
    if text is None:
        return True
    try:
        return parse(text).root.truth(scope) is True
    except ExpressionError:
        return False
