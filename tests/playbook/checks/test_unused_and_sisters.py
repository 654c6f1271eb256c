"""What serves nothing, and what one translation has and the other has not."""

from __future__ import annotations

import pytest

from app.playbook.problems import Problem
from tests.playbook.checks.marked import expect, expect_clean, findings, marks_in, reading_of

STAGE = "stages:\n  - id: opening\n    lines:\n"


@pytest.mark.parametrize(
    "use",
    [
        "{id: hello, ask: How many?, fact: hours}",
        '{id: hello, say: "So {hours} a week."}',
        '{id: hello, say: Good morning., do: "Mention {hours|them}."}',
    ],
)
def test_a_fact_that_is_learnt_or_shown_is_used(use: str) -> None:
    expect_clean("facts: {hours: {type: number}}\n" + STAGE + f"      - {use}\n")


def test_a_fact_that_nothing_uses() -> None:
    expect(
        "CC110", "facts:\n  «hours»: {type: number}\n" + STAGE + "      - {id: hello, say: Good morning.}\n"
    )


def test_a_story_that_nobody_tells() -> None:
    expect(
        "CC111", STAGE + "      - {id: hello, say: Good morning.}\nstories: [{id: «mill», title: The mill}]\n"
    )


def test_what_is_shared_may_serve_another_playbook() -> None:
    shared = "facts: {hours: {type: number}}\nstories: [{id: mill, title: The mill}]\n"
    expect_clean("uses: [shared.yaml]\n" + STAGE + "      - {id: hello, say: Good morning.}\n", shared=shared)


@pytest.mark.parametrize("name", ["mood", "drive", "stage", "lead", "call", "rep", "not", "true"])
def test_a_fact_with_a_reserved_name(name: str) -> None:
    body = (
        f"facts: {{«{name}»: {{label: That}}}}\n"
        + STAGE
        + f"      - {{id: hello, ask: Well?, fact: {name}}}\n"
    )
    expect("CC121", body)


OWN = """\
facts: {decides: {type: choice, options: {self: me, boss: boss}}}
stages:
  - id: opening
    lines:
      - {id: hello, ask: Who decides?, fact: decides, answers: [{id: me, value: self}, {id: boss, value: boss}]}
"""


def beside(own: str, sister: str) -> list[Problem]:
    """What is found in ``own`` beside its Czech sister."""
    draft = reading_of(sister, "cs").draft
    assert draft is not None
    return findings(own, sisters=(("cs/demo.yaml", draft),))


def test_equal_ids_are_equal_whatever_the_words() -> None:
    assert beside(OWN, OWN.replace("self: me,", "self: já,").replace("Who decides?", "Kdo rozhoduje?")) == []


@pytest.mark.parametrize(
    ("own", "sister", "code", "name"),
    [
        ("{id: «me», value: self}, ", "", "CC116", "opening.hello.me"),
        ("self: me, ", "", "CC116", "decides.self"),
    ],
)
def test_more_than_in_the_translation(own: str, sister: str, code: str, name: str) -> None:
    plain = own.replace("«", "").replace("»", "")
    other = OWN.replace(plain, sister).replace("value: self", "value: boss")
    found = beside(OWN.replace("value: self", "value: boss"), other) if "self:" in own else beside(OWN, other)
    assert [(one.code, one.words["name"], one.words["file"]) for one in found] == [
        (code, name, "cs/demo.yaml")
    ]


def test_missing_beside_the_translation_is_shown_where_it_belongs() -> None:
    body = OWN.replace("{id: hello,", "{id: «hello»,").replace("{id: me, value: self}, ", "")
    found = beside(body, OWN)
    assert [(one.code, one.place) for one in found] == [("CC115", marks_in(body)[0])]
    assert found[0].words["name"] == "opening.hello.me"


def test_a_missing_stage_is_told_once_and_not_line_by_line() -> None:
    more = OWN + "  - id: close\n    lines: [{id: ask, ask: Shall we meet?}, {id: bye, say: Goodbye.}]\n"
    assert [one.words["name"] for one in beside(OWN, more)] == ["close"]
    assert [(one.code, one.words["name"]) for one in beside(more, OWN)] == [("CC116", "close")]


def test_a_renamed_id_is_guessed() -> None:
    found = beside(OWN, OWN.replace("id: hello", "id: helo"))
    assert {(one.code, one.words["name"], one.nearest) for one in found} == {
        ("CC115", "opening.helo", "opening.hello"),
        ("CC116", "opening.hello", "opening.helo"),
    }


def test_a_list_of_known_outcomes_in_one_of_them_is_no_difference() -> None:
    assert beside("outcomes: [meeting, callback]\n" + OWN, OWN) == []
    own = "outcomes: [{id: sent, group: open, label: Sent}]\n"
    assert [(one.code, one.words["name"]) for one in beside(own + OWN, OWN)] == [("CC116", "sent")]


def test_an_objection_and_a_story_of_one_name_are_two_things() -> None:
    objection = (
        "objections: [{id: mill, kind: price, tone: calm, ask: Compared with what?, check: Is it well?,"
        " responses: [{id: a, say: Well., story: mill}]}]\n"
    )
    story = "stories: [{id: mill, title: The mill}]\n"
    found = beside(OWN + story + objection, OWN + story)
    assert [(one.code, one.words["name"]) for one in found] == [("CC116", "mill")]
