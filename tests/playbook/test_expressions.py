"""Conditions: what may be written, what each part asks, and how not knowing spreads."""

from __future__ import annotations

from dataclasses import dataclass, field

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.playbook.expressions import Expression, ExpressionError, evaluate, holds, parse
from app.playbook.model import FactValue


@dataclass
class Call:
    """A scope made by hand."""

    facts: dict[str, FactValue | None] = field(default_factory=dict)
    leads: dict[str, FactValue] = field(default_factory=dict)
    calls: dict[str, FactValue] = field(default_factory=dict)
    reps: dict[str, FactValue] = field(default_factory=dict)
    answers: dict[str, str] = field(default_factory=dict)
    objections: set[str] = field(default_factory=set)
    mood: str = "reserved"
    drive: str = "pull"
    stage: str = "opening"

    def declares(self, name: str) -> bool:
        return name in self.facts

    def fact(self, name: str) -> FactValue | None:
        return self.facts.get(name)

    def lead(self, name: str) -> FactValue | None:
        return self.leads.get(name)

    def call(self, name: str) -> FactValue | None:
        return self.calls.get(name)

    def rep(self, name: str) -> FactValue | None:
        return self.reps.get(name)

    def asked(self, line_ref: str) -> bool:
        return line_ref in self.answers

    def raised(self, objection_id: str) -> bool:
        return objection_id in self.objections

    def answer(self, line_ref: str) -> str | None:
        return self.answers.get(line_ref)


CALL = Call(
    facts={
        "hours": 5,
        "decides": "partner",
        "site": True,
        "none_yet": None,
        "start": "2026-11-24",
        "no": "x",
    },
    leads={"source": "facebook", "extra.size": "25", "note": ""},
    calls={"recorded": True, "attempt": 2},
    reps={"name": "Ana"},
    answers={"discovery.hours": "some", "discovery.class": "is"},
    objections={"too_expensive", "not"},
    mood="rushed",
    drive="push",
    stage="discovery",
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("hours >= 5", True),
        ("hours>5", False),
        ("2 < hours <= 5", True),
        ("2 < hours < 5", False),
        ("hours > -3", True),
        ("hours == 5.0", True),
        ("decides == partner", True),
        ("decides == 'partner'", True),
        ('decides != "partner"', False),
        ("decides in [self, partner]", True),
        ("decides in (self, nobody)", False),
        ("decides not in [self]", True),
        ("site", True),
        ("site == true", True),
        ("site == false", False),
        ("not site", False),
        ("start > '2026-01-01'", True),
        ("none_yet > 2", None),
        ("none_yet == none_yet", None),
        ("not none_yet > 2", None),
        ("none_yet > 2 or hours > 2", True),
        ("none_yet > 2 and hours > 9", False),
        ("none_yet > 2 and hours > 2", None),
        ("none_yet > 2 or hours > 9", None),
        ("none_yet in [1, 2]", None),
        ("none_yet not in [1, 2]", None),
        ("1 < none_yet < 0 < hours", None),
        ("none_yet < 3 and 9 < hours", False),
        ("known(hours)", True),
        ("known(none_yet)", False),
        ("known(undeclared)", False),
        ("undeclared", None),
        ("known(lead.source)", True),
        ("known(lead.note)", False),
        ("known(lead.phone)", False),
        ("known(mood)", True),
        ("lead.source == 'facebook'", True),
        ("lead.source == facebook", True),
        ("'book' in lead.source", True),
        ("'x' not in lead.source", True),
        ("lead.extra.size > 10", True),
        ("lead.extra.size == 25", True),
        ("lead.source > 10", None),
        ("hours < 'five'", None),
        ("hours == 'five'", None),
        ("hours == true", None),
        ("site > 0", None),
        ("site < false", None),
        ("hours in ['a', 5]", True),
        ("hours in ['a', 6]", None),
        ("call.recorded", True),
        ("call.recorded == true", True),
        ("call.attempt >= 2", True),
        ("call.direction == inbound", None),
        ("rep.name == 'Ana'", True),
        ("mood == rushed", True),
        ("mood in [angry, rushed]", True),
        ("mood == 'angry'", False),
        ("rushed == mood", True),
        ("drive == push", True),
        ("stage == discovery", True),
        ("stage == hours", False),
        ("asked(discovery.hours)", True),
        ("asked( discovery . hours )", True),
        ("asked(discovery.missing)", False),
        ("asked(discovery.class)", True),
        ("answer(discovery.hours) == some", True),
        ("answer(discovery.hours) in [few, some]", True),
        ("answer(discovery.class) == is", True),
        ("answer(discovery.missing) == few", None),
        ("raised(too_expensive)", True),
        ("raised(not)", True),
        ("not raised(not)", False),
        ("decides == class", False),
        ("lambda == 1", None),
        ("true", True),
        ("False", False),
        ("hours > 2\n  and site", True),
        ("no == x", True),
        ("hours >= 5 and (decides == self or known(decides)) and not raised(other)", True),
    ],
)
def test_conditions_read_as_they_are_written(text: str, expected: bool | None) -> None:
    assert evaluate(parse(text), CALL) is expected
    assert holds(text, CALL) is (expected is True)


@pytest.mark.parametrize(
    ("text", "reason", "offset"),
    [
        ("", "empty", 0),
        ("   ", "empty", 0),
        ("hours = 5", "single_equals", 6),
        ("hours > 5 && site", "and_sign", 10),
        ("hours > 5 || site", "or_sign", 10),
        ("!site", "not_sign", 0),
        ("decides == 'self", "open_text", 11),
        ("hours + 1 > 5", "strange_sign", 6),
        ("hours ** 9 > 5", "strange_sign", 6),
        ("hours > 5h", "glued", 8),
        ("f'{hours}' == x", "glued", 0),
        ("a:=5", "strange_sign", 1),
        ("(hours > 5", "not_closed", 0),
        ("hours > 5)", "closed_twice", 9),
        ("decides in [self)", "closed_twice", 16),
        ("hours > 5 and", "unfinished", 10),
        ("or hours", "not_expected", 0),
        ("hours site", "no_join", 6),
        ("decides is partner", "is_word", 8),
        ("site AND hours", "small_letters", 5),
        ("NOT site", "small_letters", 0),
        ("eval(site)", "no_question", 0),
        ("asked(a)(b)", "no_question", 0),
        ("known(hours, site)", "one_name", 0),
        ("known('hours')", "one_name", 0),
        ("known(a=b)", "single_equals", 7),
        ("known(true)", "one_name", 0),
        ("discovery.hours > 2", "dotted", 0),
        ("known(discovery.hours)", "dotted", 6),
        ("[hours]", "list_alone", 0),
        ("hours == [1]", "list_alone", 9),
        ("hours in [[1]]", "list_alone", 10),
        ("'a' 'b' == decides", "no_join", 4),
        ("-hours > 2", "not_allowed", 0),
        ("--1 < hours", "not_allowed", 0),
        ("hours >= 2,5", "list_alone", 0),
        ("hours > 1234567890123456", "long_number", 8),
        ("'\\x41' == decides", "open_text", 0),
        ("hours if site else 1", "no_join", 6),
        ("(" * 30 + "a" + ")" * 30, "too_long", 20),
        ("not " * 400 + "a", "too_long", 0),
        ("a" * 5000, "too_long", 0),
    ],
)
def test_what_is_no_condition_is_refused_with_its_place(text: str, reason: str, offset: int) -> None:
    with pytest.raises(ExpressionError) as caught:
        parse(text)
    assert (caught.value.reason, caught.value.offset) == (reason, offset)
    assert not holds(text, CALL)


def test_an_expression_names_what_it_asks_about() -> None:
    expression = parse(
        "hours > 5 and known(lead.page) and answer(opening.hello) == ok and not raised(price) or mood == a"
    )
    assert expression.names == {"hours", "lead.page", "mood"}
    assert expression.lines == {"opening.hello"}
    assert expression.objections == {"price"}


def test_no_condition_always_holds() -> None:
    assert holds(None, CALL)


def test_a_condition_is_read_once() -> None:
    assert parse("hours > 77") is parse("hours > 77")


@given(st.text(max_size=60) | st.text(alphabet="ab.()[]<>=!'\" andortin,-19\n", max_size=60))
def test_any_text_gives_a_condition_or_a_reason_inside_it(text: str) -> None:
    try:
        expression = parse(text)
    except ExpressionError as error:
        offset = error.offset
        expression = parse("true")
    else:
        offset = 0
    assert 0 <= offset <= len(text)
    assert isinstance(expression, Expression)
    assert evaluate(expression, CALL) in (True, False, None)


WORDS = st.sampled_from(
    ["hours > 2", "none_yet > 2", "site", "hours > 9", "mood == angry", "lead.phone == 'x'"]
)


@given(WORDS, WORDS)
def test_de_morgan_holds_in_three_values(one: str, other: str) -> None:
    assert evaluate(parse(f"not ({one} and {other})"), CALL) is evaluate(
        parse(f"not {one} or not {other}"), CALL
    )
    assert evaluate(parse(f"not ({one} or {other})"), CALL) is evaluate(
        parse(f"not {one} and not {other}"), CALL
    )
