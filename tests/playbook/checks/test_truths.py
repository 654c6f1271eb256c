"""Conditions: the caret is on the very word, and only what can never (or always) hold is reported as that."""

from __future__ import annotations

import pytest

from app.playbook.checks.book import MOST_CONDITIONS
from tests.playbook.checks.marked import expect, expect_clean, findings

FACTS = """\
facts:
  hours: {type: number, min: 0, max: 100}
  price: {type: money, currency: CZK}
  decides: {type: choice, options: {self: the caller, partner: a partner}}
  site: {type: yes_no}
  start: {type: date}
  note: {label: Their words}
stages:
  - id: opening
    lines:
      - {id: hours, ask: How many hours?, fact: hours}
      - {id: price, ask: What does it cost you?, fact: price}
      - id: decides
        ask: Who decides?
        fact: decides
        answers: [{id: alone, value: self}, {id: both, value: partner}]
      - {id: site, ask: Have you a site?, fact: site}
      - {id: start, ask: From when?, fact: start}
      - {id: note, ask: How would you put it?, fact: note}
"""
PRICE = "{id: dear, kind: price, tone: calm, ask: Compared with what?, check: Is that all right?"


def conditional(when: str) -> str:
    """A playbook with one line offered under a condition."""
    return FACTS + f'      - id: last\n        when: "{when}"\n        say: Thank you.\n'


@pytest.mark.parametrize(
    "when",
    [
        "hours >= 5",
        "0 <= hours < 2 or hours > 90",
        "hours == 100",
        "hours in [1, 2, 200]",
        "price > 1000.50",
        "decides == partner",
        "decides == 'self'",
        "decides in (self, partner)",
        "decides != self",
        "site",
        "not site",
        "site == true",
        "start >= '2026-11-24'",
        "note == 'whatever'",
        "'mill' in note",
        "'mill' in note and 'flour' in note",
        "known(note) and not known(start)",
        "mood == rushed",
        "mood in [angry, sceptical] and drive == pull",
        "lead.source == facebook",
        "lead.extra.Size > 10",
        "lead.extra.size == 'big' and lead.page != 'x'",
        "call.recorded",
        "call.attempt > 1",
        "call.direction == inbound",
        "rep.name == 'Ana'",
        "asked(opening.hours) and not raised(dear)",
        "answer(opening.decides) == alone",
        "answer(opening.note) == whatever",
        "hours > price",
        "hours < 5 and hours > 4.9",
        "lead.phone > '+420' and lead.phone < '+421'",
    ],
)
def test_honest_conditions_pass(when: str) -> None:
    expect_clean(conditional(when) + f"objections:\n  - {PRICE}}}\n")


@pytest.mark.parametrize(
    ("when", "reason"),
    [
        ("hours «=» 5", "single_equals"),
        ("hours > 5 «&»& site", "and_sign"),
        ("hours > 5 «and»", "unfinished"),
        ("hours > «5h»", "glued"),
        ("«eval»(site)", "no_question"),
        ("site «AND» known(hours)", "small_letters"),
        ("«opening.hours» > 5", "dotted"),
        ("decides «is» partner", "is_word"),
        ("hours «+» 1 > 2", "strange_sign"),
    ],
)
def test_a_condition_that_cannot_be_read(when: str, reason: str) -> None:
    found = expect("CC020", conditional(when))
    assert found[0].words["reason"] == f"<{reason}>"


@pytest.mark.parametrize(
    ("code", "when", "near"),
    [
        ("CC029", "«houres» > 5", "hours"),
        ("CC029", "known(«houres»)", "hours"),
        ("CC029", "«lead.sorce» == facebook", "lead.source"),
        ("CC029", "hours > 5 and «cal»", ""),
        ("CC029", "«call.record»", "call.recorded"),
        ("CC029", "hours > «limit»", ""),
        ("CC029", "known(«lead.extra»)", ""),
        ("CC022", "asked(«opening.hour»)", "opening.hours"),
        ("CC022", "answer(«hours») == x", ""),
        ("CC024", "raised(«deer»)", "dear"),
        ("CC032", "decides == «partnr»", "partner"),
        ("CC032", "decides == «'partnr'»", "partner"),
        ("CC032", "«partnr» == decides", "partner"),
        ("CC032", "decides in [self, «partnr»]", "partner"),
        ("CC032", "decides not in [self, «partnr»]", "partner"),
        ("CC032", "decides != «partnr»", "partner"),
        ("CC032", "decides == «1»", ""),
        ("CC032", "decides == «true»", ""),
        ("CC032", "site == «yes»", ""),
        ("CC032", "site == «'treu'»", "true"),
        ("CC032", "hours == «many»", ""),
        ("CC032", "hours > «'many'»", ""),
        ("CC032", "price == «true»", ""),
        ("CC032", "start > «'tomorrow'»", ""),
        ("CC032", "start > «2026»", ""),
        ("CC032", "mood == «angri»", "angry"),
        ("CC032", "mood in [angry, «happy»]", ""),
        ("CC032", "drive == «pusch»", "push"),
        ("CC032", "stage == «openning»", "opening"),
        ("CC032", "answer(opening.decides) == «alon»", "alone"),
        ("CC032", "call.direction == «incoming»", ""),
        ("CC032", "call.recorded == «yes»", ""),
    ],
)
def test_names_and_values_that_do_not_exist(code: str, when: str, near: str) -> None:
    found = expect(code, conditional(when) + f"objections:\n  - {PRICE}}}\n")
    assert found[0].nearest == near or not near


@pytest.mark.parametrize(
    "when",
    [
        "hours < 2 and hours > 40",
        "hours > 100",
        "hours < 0",
        "3 < hours < 3",
        "hours == 1 and hours == 2",
        "not hours == hours",
        "decides == self and decides == partner",
        "decides == self and not known(decides)",
        "site and not site",
        "false",
        "mood == angry and mood == rushed",
        "mood == angry and drive == push",
        "stage == close and mood == angry",
        "answer(opening.decides) == alone and not asked(opening.decides)",
        "answer(opening.decides) == alone and answer(opening.decides) == both",
        "lead.source == a and lead.source == b",
        "lead.source == a and not known(lead.source)",
        "raised(dear) and not raised(dear)",
        "call.attempt < 1",
        "start < '2026-01-01' and start > '2026-02-01'",
        "site in [1, 2]",
    ],
)
def test_a_condition_that_can_never_hold(when: str) -> None:
    body = (
        conditional(when)
        + f"  - id: close\n    lines: [{{id: bye, say: Goodbye.}}]\nobjections:\n  - {PRICE}}}\n"
    )
    found = findings(body)
    if when == "site in [1, 2]":
        assert {one.code for one in found} == {"CC032"}
        return
    assert [(one.code, one.place.line) for one in found] == [("CC033", 24)], found
    assert found[0].place.end_column - found[0].place.column == len(when) + 2


@pytest.mark.parametrize(
    "when",
    [
        "true",
        "mood != angry or mood != rushed",
        "stage == opening",
        "known(site) or not known(site)",
        "call.attempt >= 1",
        "asked(opening.hours) or not asked(opening.hours)",
    ],
)
def test_a_condition_that_always_holds(when: str) -> None:
    found = findings(conditional(when))
    assert [one.code for one in found] == ["CC117"]


def test_unknown_is_no_tautology() -> None:
    expect_clean(conditional("hours > 5 or not hours > 5"))


def test_a_response_is_judged_together_with_its_objection() -> None:
    body = (
        FACTS
        + f"""\
objections:
  - {PRICE}, when: hours > 5, responses: [
      {{id: few, when: «hours < 3», say: Not many hours.}},
      {{id: many, when: hours > 10, say: Many hours.}}]}}
"""
    )
    found = expect("CC033", body)
    assert found[0].words["reason"] == "<with_objection>"


def test_conditions_stand_in_ways_objections_and_compliance_too() -> None:
    body = (
        FACTS
        + f"""\
    next: [{{when: «houres» > 5, to: wrap_up}}]
objections:
  - {PRICE}, when: «houres» > 5, responses: [{{id: a, when: «houres» > 5, say: Well.}}]}}
compliance:
  - {{id: recorded, say: This call is recorded., when: «houres» > 5}}
"""
    )
    expect("CC029", body, near="hours")


def test_a_condition_over_several_lines_is_underlined_where_the_word_stands() -> None:
    expect(
        "CC029",
        FACTS
        + """\
      - id: last
        when: >-
          hours > 5
          and «houres» < 9
        say: Thank you.
""",
    )


def test_a_condition_about_a_fact_that_nobody_asks() -> None:
    body = """\
facts: {hours: {type: number}}
stages:
  - id: opening
    lines:
      - {id: hours, ask: How many hours?}
      - {id: last, when: «hours» > 5, say: Thank you.}
"""
    expect("CC118", body)


def test_a_shared_condition_may_ask_about_what_only_other_playbooks_learn() -> None:
    shared = f"""\
facts: {{hours: {{type: number}}}}
objections:
  - {PRICE}, responses: [{{id: a, when: hours > 5, say: Well.}}]}}
"""
    expect_clean(
        "uses: [shared.yaml]\nstages: [{id: opening, lines: [{id: hello, say: Good morning.}]}]\n",
        shared=shared,
    )


def test_a_very_wide_condition_is_given_the_benefit_of_the_doubt() -> None:
    when = " and ".join(f"lead.extra.x{number} == 'a{number}'" for number in range(12))
    expect_clean(conditional(when))


def test_more_conditions_than_anybody_writes_are_refused_once() -> None:
    lines = "".join(
        f"      - {{id: l{number}, when: hours > {number / 100}, say: Well.}}\n"
        for number in range(MOST_CONDITIONS + 2)
    )
    found = findings(FACTS + lines)
    assert [(one.code, one.words["reason"]) for one in found if one.code != "CC103"] == [
        ("CC020", "<too_many>")
    ]
