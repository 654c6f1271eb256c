"""The solver against brute force: it finds a moment exactly when there is one."""

from __future__ import annotations

from itertools import product

from hypothesis import given
from hypothesis import strategies as st

from app.playbook.checks.book import Book
from app.playbook.checks.solver import Solver, Trial
from app.playbook.expressions import parse
from app.playbook.model import FactValue
from tests.playbook.checks.marked import reading_of

DRAFT = reading_of(
    """\
    facts:
      hours: {type: number, min: 0, max: 10}
      more: {type: number}
      decides: {type: choice, options: {self: me, partner: a partner}}
      site: {type: yes_no}
    stages:
      - id: opening
        lines: [{id: hello, ask: Yes?, answers: [{id: ok}, {id: no}]}]
    """
).draft
assert DRAFT is not None
BOOK = Book.of(DRAFT)
NUMBERS: list[FactValue | None] = [None, *(half / 2 for half in range(-2, 24))]
ATOMS = st.sampled_from(
    [
        "hours > 3",
        "hours <= 3",
        "hours == 10",
        "hours > 10",
        "2 < hours < 4",
        "hours in [1, 11]",
        "more < hours",
        "more > 4.5",
        "decides == self",
        "decides in [partner]",
        "decides != self",
        "site",
        "site == false",
        "known(hours)",
        "known(decides)",
        "mood == angry",
        "drive == push",
        "asked(opening.hello)",
        "answer(opening.hello) == ok",
        "raised(dear)",
    ]
)
CONDITIONS = st.recursive(
    ATOMS,
    lambda inner: st.one_of(
        st.tuples(inner, inner).map(lambda pair: f"({pair[0]} and {pair[1]})"),
        st.tuples(inner, inner).map(lambda pair: f"({pair[0]} or {pair[1]})"),
        inner.map(lambda one: f"not {one}"),
    ),
    max_leaves=3,
)


def moments(text: str) -> list[Trial]:
    """Every moment that could matter to ``text``, on a fine grid."""
    grid: dict[tuple[str, str], list[FactValue | None]] = {
        ("fact", "hours"): [one for one in NUMBERS if one is None or 0 <= float(one) <= 10],
        ("fact", "more"): NUMBERS,
        ("fact", "decides"): [None, "self", "partner"],
        ("fact", "site"): [None, True, False],
        ("mood", ""): ["angry", "rushed", "interested"],
        ("drive", ""): ["pull", "push"],
        ("asked", "opening.hello"): [False, True],
        ("answer", "opening.hello"): [None, "ok", "no"],
        ("raised", "dear"): [False, True],
    }
    used = {
        thing: values for thing, values in grid.items() if (thing[1].rpartition(".")[2] or thing[0]) in text
    }
    things = list(used)
    if ("answer", "opening.hello") in used and ("asked", "opening.hello") not in used:
        things.append(("asked", "opening.hello"))
        used["asked", "opening.hello"] = [False, True]
    found = []
    for values in product(*used.values()):
        moment = dict(zip(things, values, strict=True))
        if moment.get(("mood", "")) == "angry" and moment.get(("drive", "")) == "push":
            continue
        if moment.get(("answer", "opening.hello")) is not None and not moment.get(("asked", "opening.hello")):
            continue
        found.append(Trial(frozenset(BOOK.playbook.facts), moment))
    return found


@given(CONDITIONS)
def test_a_condition_may_hold_exactly_when_some_moment_makes_it_true(text: str) -> None:
    truths = {parse(text).root.truth(moment) for moment in moments(text)}
    assert Solver(BOOK).may_hold([parse(text)]) is (True in truths)
    assert Solver(BOOK).always_holds(parse(text)) is (truths == {True})


@given(CONDITIONS, CONDITIONS)
def test_one_may_hold_without_the_other_exactly_when_some_moment_shows_it(one: str, other: str) -> None:
    shows = any(
        parse(one).root.truth(moment) is True and parse(other).root.truth(moment) is not True
        for moment in moments(f"{one} {other}")
    )
    assert Solver(BOOK).may_hold([parse(one)], [parse(other)]) is shows


def test_pins_fix_a_thing() -> None:
    solver = Solver(BOOK)
    assert solver.may_hold([parse("hours > 3")])
    assert not solver.may_hold([parse("hours > 3")], pins={("fact", "hours"): None})
    assert not solver.may_hold([parse("mood == angry")], pins={("mood", ""): "rushed"})
    assert solver.may_hold([], [parse("mood == angry")], pins={("mood", ""): "rushed"})


def test_too_wide_a_question_may_hold() -> None:
    wide = " and ".join(f"lead.extra.x{number} == 'a' and lead.extra.x{number} == 'b'" for number in range(9))
    assert Solver(BOOK).may_hold([parse(wide)])
    assert not Solver(BOOK).may_hold([parse("lead.extra.x == 'a' and lead.extra.x == 'b'")])
