"""Names of something else: found wherever they may stand, with the caret on the name and the nearest right one."""

from __future__ import annotations

import pytest

from tests.playbook.checks.marked import expect, expect_clean, findings, marks_in

OPENING = """\
stages:
  - id: opening
    lines:
      - id: hello
        ask: Is now all right?
        answers:
          - {id: ok}
          - {id: later, to: wrap_up}
"""
PRICE = "{id: price, kind: price, tone: calm, ask: Compared with what?, check: Is that all right?"


def test_an_answer_that_leads_to_no_stage() -> None:
    found = expect(
        "CC021",
        """\
        stages:
          - id: opening
            lines:
              - id: hello
                ask: Is now all right?
                answers:
                  - {id: ok, label: Go on, to: «discovry»}
                  - {id: later, to: wrap_up}
          - id: discovery
            lines:
              - {id: today, ask: How do you do it today?}
        """,
        near="discovery",
    )
    assert found[0].nearest_line == 12


@pytest.mark.parametrize(
    ("to", "near"),
    [
        ("wrapup", "wrap_up"),
        ("ende", "end"),
        ("nowhere_near_anything", ""),
        ("openings", "opening"),
        ("hallo", "hello"),
        ("Opening", "opening"),
    ],
)
def test_ways_on_suggest_stages_lines_of_the_stage_and_exits(to: str, near: str) -> None:
    expect("CC021", OPENING + f"    next:\n      - {{to: «{to}», when: mood == rushed}}\n", near=near)


def test_a_dotted_target_is_a_line() -> None:
    found = expect(
        "CC022",
        OPENING + "    next:\n      - {to: «opening.helo», when: mood == rushed}\n",
        near="opening.hello",
    )
    assert found[0].nearest_line == 7


def test_a_bare_line_id_is_enough_where_it_is_the_only_one() -> None:
    expect_clean(
        OPENING
        + """\
    next: [{to: story, when: mood == rushed}, {to: close}]
  - id: close
    lines: [{id: last, say: Goodbye.}]
    next: [{to: wrap_up}]
  - id: other
    lines: [{id: story, say: A mill once stood here.}]
"""
    )


def test_a_bare_line_id_that_two_stages_have_is_no_target() -> None:
    body = (
        OPENING
        + """\
    next: [{to: «twin», when: mood == rushed}, {to: other}]
  - id: other
    lines: [{id: twin, say: Goodbye.}]
  - id: another
    lines: [{id: twin, say: Goodbye.}]
"""
    )
    expect("CC022", body, near="other.twin")


def test_objections_lead_somewhere_too() -> None:
    expect(
        "CC021",
        OPENING
        + f"""\
objections:
  - {PRICE}, responses: [{{id: monthly, say: Would monthly help?, to: «clos»}}],
     exhausted: {{say: Fair enough., to: «opning»}}, final: {{to: «wrap»}}, likely: [opening, «openin»]}}
""",
    )


def test_what_a_compliance_line_goes_before() -> None:
    expect(
        "CC021",
        OPENING + "compliance:\n  - {id: recorded, say: This call is recorded., before: «openning»}\n",
        near="opening",
    )
    expect(
        "CC022",
        OPENING + "compliance:\n  - {id: recorded, say: This call is recorded., before: «opening.helo»}\n",
        near="opening.hello",
    )
    expect_clean(
        OPENING + "compliance:\n  - {id: recorded, say: This call is recorded., before: opening.hello}\n"
    )


def test_a_story_that_is_not_there() -> None:
    body = """\
stages:
  - id: story
    lines:
      - {id: tell, say: Let me tell you., story: «mil»}
objections:
  - {id: price, kind: price, tone: calm, ask: Compared with what?, check: Is it all right?,
     responses: [{id: a, say: There was a mill., story: «mille»}]}
stories:
  - {id: mill, title: The mill}
"""
    expect("CC023", body, near="mill")


def test_an_objection_that_is_not_there() -> None:
    body = """\
stages:
  - id: opening
    lines:
      - id: hello
        ask: Is now all right?
        answers: [{id: ok}, {id: dear, objection: «prise»}]
      - {id: more, when: raised(«priec»), say: It is worth it.}
"""
    expect("CC024", body + f"objections:\n  - {PRICE}}}\n", near="price")


def test_a_fact_that_is_not_there() -> None:
    body = """\
facts: {hours: {type: number}}
outcomes: [{id: sent, group: open, label: Sent, requires: [when, «hour»]}]
stages:
  - id: opening
    lines:
      - {id: hello, ask: How many hours?, fact: «houres»}
"""
    expect("CC025", body, near="hours")


def test_outcomes_must_be_among_those_declared() -> None:
    body = f"""\
goal: «meetin»
outcomes: [meeting, callback, {{id: sample_sent, group: open, label: Sent}}]
stages:
  - id: opening
    lines:
      - id: hello
        ask: Is now all right?
        answers: [{{id: ok, outcome: «sample_send»}}, {{id: no, outcome: «lost»}}]
    next: [{{to: wrap_up, outcome: «calback»}}]
objections:
  - {PRICE}, exhausted: {{say: Fair enough., outcome: «meting»}}, final: {{outcome: «meetings»}}}}
"""
    found = expect("CC026", body)
    assert [one.nearest for one in found] == ["meeting", "sample_sent", "", "callback", "meeting", "meeting"]
    assert found[0].nearest_line == 5


def test_without_a_list_every_outcome_of_the_vocabulary_is_declared() -> None:
    body = OPENING.replace("{id: ok}", "{id: ok, outcome: trial}")
    expect_clean(body)
    expect("CC026", OPENING.replace("{id: ok}", "{id: ok, outcome: «trail»}"), near="trial")


def test_an_outcome_may_require_only_what_a_line_learns() -> None:
    body = """\
facts: {sent_to: {label: Sent to}}
outcomes: [{id: sample_sent, group: open, label: Sent, requires: [when, «sent_to»]}]
"""
    expect("CC037", body + OPENING)
    expect_clean(
        body.replace("«", "").replace("»", "") + OPENING.replace("right?", "right?\n        fact: sent_to")
    )


def test_a_scorecard_is_looked_for_only_where_the_folder_is_known() -> None:
    body = "scorecard: «saels»\n" + OPENING
    found = findings(body, scorecards=frozenset({"sales", "complaint"}))
    assert [(one.code, one.place, one.nearest) for one in found] == [("CC027", marks_in(body)[0], "sales")]
    assert findings(body.replace("saels", "sales"), scorecards=frozenset({"sales"})) == []
    assert findings(body) == []


@pytest.mark.parametrize(
    "new", ["opening", "opening.hello", "opening.hello.ok", "price", "price.monthly", "mill", "hours"]
)
def test_renames_may_lead_to_anything_with_an_id(new: str) -> None:
    body = f"""\
facts: {{hours: {{type: number}}}}
stages:
  - id: opening
    lines:
      - {{id: hello, ask: Is now all right?, fact: hours, story: mill, answers: [{{id: ok, value: 1}}]}}
stories: [{{id: mill}}]
objections:
  - {PRICE}, responses: [{{id: monthly, say: Would monthly help?}}]}}
renames: {{was: {new}}}
"""
    expect_clean(body)


def test_a_rename_that_leads_nowhere() -> None:
    expect("CC028", OPENING + "renames: {opening.greet: «opening.halo»}\n", near="opening.hello")
    expect_clean(OPENING + "renames: {a: b, b: opening.hello}\n")


def test_a_shared_objection_may_be_likely_in_stages_of_other_playbooks() -> None:
    shared = f"objections:\n  - {PRICE}, likely: [opening, closing]}}\n"
    found = findings("uses: [shared.yaml]\n" + OPENING, shared=shared)
    assert [(one.code, one.level, one.place.file) for one in found] == [("CC119", "info", "en/shared.yaml")]


def test_a_slip_does_not_make_what_it_means_unused() -> None:
    expect(
        "CC025",
        """\
        facts: {hours: {type: number}}
        stages:
          - id: opening
            lines: [{id: hello, ask: How many hours?, fact: «hour»}]
        """,
    )


def test_names_of_what_could_not_be_read_are_not_held_against_anybody() -> None:
    found = findings(
        """\
        uses: [missing.yaml]
        stages:
          - id: opening
            lines:
              - {id: hello, ask: How many hours?, fact: hours, story: mill}
              - {id: more, when: hours > 5 and raised(price), say: "That is {hours} hours."}
        """
    )
    assert [one.code for one in found] == ["CC040"]
