"""Objections: complete, told apart, and every response with its turn."""

from __future__ import annotations

import pytest

from tests.playbook.checks.marked import expect, expect_clean, findings

HELLO = """\
facts: {hours: {type: number}}
stages:
  - id: opening
    lines: [{id: hours, ask: How many hours?, fact: hours}]
objections:
"""
WHOLE = "kind: price, tone: calm, ask: Compared with what?, check: Is it well?"


@pytest.mark.parametrize(
    ("rest", "missing"),
    [
        ("", "ask, check, tone"),
        (", tone: calm", "ask, check"),
        (", ask: Compared with what?, check: Is it well?", "tone"),
    ],
)
def test_an_objection_left_half_done(rest: str, missing: str) -> None:
    found = expect("CC104", HELLO + f"  - {{id: «dear», kind: price{rest}}}\n")
    assert found[0].words["missing"] == missing


@pytest.mark.parametrize("phrase", ["No money", "no money!", "  NO   money… ", "nó mónéy", "no-money"])
def test_phrases_clash_whatever_their_spelling(phrase: str) -> None:
    found = expect(
        "CC105",
        HELLO
        + f"""\
  - {{id: dear, {WHOLE}, heard: [too dear, no money]}}
  - {{id: broke, {WHOLE}, heard: [«'{phrase}'»]}}
""",
    )
    assert found[0].words["other"] == "dear"


def test_phrases_of_one_objection_do_not_clash() -> None:
    expect_clean(HELLO + f"  - {{id: dear, {WHOLE}, heard: [no money, No money!]}}\n")


def test_objections_that_are_never_on_the_board_together_do_not_clash() -> None:
    expect_clean(
        HELLO
        + f"""\
  - {{id: dear, {WHOLE}, when: hours > 5, heard: [no money]}}
  - {{id: broke, {WHOLE}, when: hours <= 5, heard: [no money]}}
"""
    )


def ladder(responses: str, when: str = "") -> str:
    """One objection with responses."""
    return HELLO + f"  - {{id: dear, {WHOLE}{when}, responses: [{responses}]}}\n"


@pytest.mark.parametrize(
    "responses",
    [
        "{id: a, say: A.}, {id: «b», when: hours > 5, say: B.}",
        "{id: a, say: A.}, {id: «b», say: B.}",
        "{id: a, when: hours > 5, say: A.}, {id: «b», when: hours > 8, say: B.}",
        "{id: a, when: known(hours), say: A.}, {id: b, when: not known(hours), say: B.}, {id: «c», say: C.}",
    ],
)
def test_a_response_that_never_comes_first(responses: str) -> None:
    expect("CC106", ladder(responses))


@pytest.mark.parametrize(
    "responses",
    [
        "{id: a, when: hours > 5, say: A.}, {id: b, say: B.}",
        "{id: a, once: true, say: A.}, {id: b, say: B.}",
        "{id: a, when: hours > 8, say: A.}, {id: b, when: hours > 5, say: B.}",
        "{id: a, when: hours > 5, say: A.}, {id: b, when: hours <= 5, say: B.}, {id: c, say: C.}",
        "{id: a, say: A.}",
    ],
)
def test_responses_that_have_their_turn(responses: str) -> None:
    expect_clean(ladder(responses))


def test_the_objection_s_own_condition_is_considered() -> None:
    expect("CC106", ladder("{id: a, when: hours > 3, say: A.}, {id: «b», say: B.}", ", when: hours > 5"))


def test_the_response_in_the_way_is_named() -> None:
    found = findings(
        ladder(
            "{id: a, when: hours < 2, say: A.}, {id: b, when: hours > 5, say: B.}, {id: c, when: hours > 8, say: C.}"
        )
    )
    assert [(one.code, one.words["response"], one.words["other"]) for one in found] == [
        ("CC106", "dear.c", "b")
    ]
