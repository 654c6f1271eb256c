"""Objections: complete, told apart by what customers say, and with no response that never comes first."""

from __future__ import annotations

import re

from app.playbook.checks.book import Book
from app.playbook.checks.graph import MOST_BEFORE
from app.playbook.checks.margin import Margin, item_place, value_place
from app.playbook.checks.solver import Solver
from app.playbook.expressions import Expression
from app.playbook.folding import fold
from app.playbook.model import MoodChange, Objection, Response
from app.playbook.vocabulary import Mood

_GAP = re.compile(r"[\W_]+")


def check(book: Book, margin: Margin, solver: Solver) -> None:
    """Note objections that would leave a rep alone."""
    _heard(book, margin, solver)
    for objection in book.playbook.objections:
        if not (objection.ask and objection.check and objection.tone is not None):
            _incomplete(margin, objection)
        if len(objection.responses) > 1:
            _shadowed(book, margin, objection, solver)
    _moods(book, margin)


def _incomplete(margin: Margin, objection: Objection) -> None:
    missing = [key for key in ("ask", "check", "tone") if not getattr(objection, key)]
    margin.add(
        "CC104", value_place(objection.origin, "id"), objection=objection.id, missing=", ".join(missing)
    )


def _heard(book: Book, margin: Margin, solver: Solver) -> None:
    first: dict[str, tuple[Objection, int]] = {}
    for objection in book.playbook.objections:
        for index, phrase in enumerate(objection.heard):
            folded = _bare(phrase)
            if not folded:
                continue
            other, at = first.setdefault(folded, (objection, index))
            if other is objection or not _both(book, other, objection, solver):
                continue
            margin.add(
                "CC105",
                item_place(objection.origin, "heard", index),
                near_place=item_place(other.origin, "heard", at),
                phrase=phrase,
                other=other.id,
                objection=objection.id,
            )


def _bare(phrase: str) -> str:
    """The words of a phrase alone: no accents, no capitals, no punctuation, single spaces."""
    words = fold(phrase).split()
    together = "".join(words)
    if together.isalnum():
        return " ".join(words)
    return " ".join(_GAP.sub(" ", " ".join(words)).split())


def _both(book: Book, one: Objection, other: Objection, solver: Solver) -> bool:
    """Whether both can be on the board at once."""
    conditions = [
        found for found in (book.condition(one.when), book.condition(other.when)) if found is not None
    ]
    return solver.may_hold(conditions)


def _shadowed(book: Book, margin: Margin, objection: Objection, solver: Solver) -> None:
    given = book.condition(objection.when)
    earlier: list[Response] = []
    for response in objection.responses:
        other = _before(book, earlier, response, given, solver)
        if other is not None:
            margin.add("CC106", value_place(response.origin, "id"), response=response.ref, other=other.id)
        if not response.once and len(earlier) < MOST_BEFORE:
            earlier.append(response)


def _before(
    book: Book, earlier: list[Response], response: Response, given: Expression | None, solver: Solver
) -> Response | None:
    """The response that comes first whenever ``response`` could; ``None`` when there is no such one."""
    always = next((one for one in earlier if one.when is None), None)
    if always is not None or not earlier:
        return always
    own = book.condition(response.when)
    if response.when is not None and own is None:
        return None
    hold = [one for one in (given, own) if one is not None]
    refuted = [one for one in (book.condition(one.when) for one in earlier) if one is not None]
    if not solver.may_hold(hold) or solver.may_hold(hold, refuted):
        return None
    alone = (
        one for one in earlier if (found := book.condition(one.when)) and not solver.may_hold(hold, (found,))
    )
    return next(alone, earlier[0])


def _moods(book: Book, margin: Margin) -> None:
    for stage in book.playbook.stages:
        for line in stage.lines:
            for index, mood in enumerate(line.needs_moods):
                if not _worded(line.moods.get(mood)):
                    margin.add(
                        "CC114", item_place(line.origin, "needs_moods", index), name=line.ref, mood=mood
                    )
    for objection in book.playbook.objections:
        for index, mood in enumerate(objection.needs_moods):
            if not _answered(objection, mood):
                place = item_place(objection.origin, "needs_moods", index)
                margin.add("CC114", place, name=objection.id, mood=mood)


def _answered(objection: Objection, mood: Mood) -> bool:
    return any(_worded(one.moods.get(mood)) for one in objection.responses)


def _worded(change: MoodChange | None) -> bool:
    return change is not None and any((change.say, change.ask, change.cue))
