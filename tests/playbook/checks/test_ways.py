"""Ways through the call: judged on the real graph, explained by a path."""

from __future__ import annotations

import pytest

from tests.playbook.checks.marked import expect, expect_clean, findings

PRICE = "{id: dear, kind: price, tone: calm, ask: Compared with what?, check: Is that all right?"
THREE = """\
facts: {{hours: {{type: number, min: 0}}}}
stages:
  - id: opening
    lines:
      - {{id: hello, ask: Is now all right?}}
      - {{id: hours, ask: How many hours?, fact: hours}}
    {opening}
  - id: {story}
    lines: [{{id: tell, say: Let me tell you.}}]
    {story_next}
  - id: close
    lines: [{{id: ask, ask: Shall we meet?}}]
"""


def three(opening: str = "", story: str = "story", story_next: str = "") -> str:
    """Opening, story and close, with ways on."""
    return THREE.format(opening=opening, story=story, story_next=story_next)


@pytest.mark.parametrize(
    "opening",
    [
        "",
        "next: [{when: hours > 5, to: close}]",
        "next: [{when: hours > 5, to: story}, {to: close}]",
        "next: [{when: mood == rushed, to: close}, {to: story}]",
        "next: [{when: hours > 5, to: close}, {when: hours <= 5, to: close}]",
        "next: [{when: known(hours), to: close}, {when: hours > 5 or known(lead.page), to: story}, {to: close}]",
    ],
)
def test_stages_that_some_way_leads_to(opening: str) -> None:
    expect_clean(three(opening))


@pytest.mark.parametrize(
    ("opening", "reason"),
    [
        ("next: [{to: close}]", "jumped"),
        ("next: [{when: known(hours), to: close}, {when: not known(hours), to: close}]", "jumped"),
        ("next: [{when: hours > 5, to: wrap_up}, {to: close}]", "jumped"),
        ("next: [{when: mood == angry, to: wrap_up}, {when: mood != angry, to: close}]", "jumped"),
    ],
)
def test_a_stage_that_nothing_leads_to(opening: str, reason: str) -> None:
    found = expect("CC034", three(opening, story="«story»"))
    assert found[0].words["reason"] == f"<{reason}>"
    assert found[0].words["before"] == "opening"
    assert "close" in found[0].words["leads"]


def test_a_stage_behind_a_way_that_is_never_taken() -> None:
    found = findings(
        three("next: [{when: known(hours), to: close}, {when: hours > 5, to: story}, {to: close}]")
    )
    assert [(one.code, one.words.get("reason")) for one in found] == [("CC120", None), ("CC034", "<blocked>")]


def test_a_stage_that_only_an_unreachable_one_leads_to() -> None:
    body = """\
stages:
  - id: opening
    lines: [{id: hello, ask: Is now all right?}]
    next: [{to: close}]
  - id: «story»
    lines: [{id: tell, say: Let me tell you.}]
    next: [{to: close}]
  - id: close
    lines: [{id: ask, ask: Shall we meet?}]
    next: [{to: wrap_up}]
  - id: «lost»
    lines: [{id: tell, say: Let me tell you.}]
  - id: «island»
    lines: [{id: tell, say: Let me tell you.}]
    next: [{to: lost}]
"""
    found = expect("CC034", body)
    assert [one.words["reason"] for one in found] == ["<jumped>", "<only_from>", "<only_from>"]
    assert found[1].words["source"] == "island"


def test_answers_that_all_jump_over_a_stage() -> None:
    body = """\
stages:
  - id: opening
    lines:
      - id: hello
        ask: Is now all right?
        answers: [{id: ok, to: close}, {id: no, to: wrap_up}]
  - id: «story»
    lines: [{id: tell, say: Let me tell you.}]
  - id: close
    lines: [{id: ask, ask: Shall we meet?}]
"""
    expect("CC034", body)
    expect_clean(
        body.replace("«", "").replace("»", "").replace("{id: no, to: wrap_up}", "{id: no, to: story.tell}")
    )


def test_a_line_that_every_mood_skips_is_passed_over() -> None:
    moods = ", ".join(
        f"{mood}: skip" for mood in ("angry", "sceptical", "rushed", "reserved", "unsure", "interested")
    )
    body = """\
stages:
  - id: opening
    lines:
      - id: hello
        ask: Is now all right?
        moods: {MOODS}
        answers: [{id: ok, to: story}]
    next: [{to: close}]
  - id: «story»
    lines: [{id: tell, say: Let me tell you.}]
  - id: close
    lines: [{id: ask, ask: Shall we meet?}]
"""
    expect("CC034", body.replace("MOODS", moods))
    expect_clean(body.replace("MOODS", "angry: skip").replace("«", "").replace("»", ""))


def test_a_line_for_a_mood_that_skips_it_is_never_offered() -> None:
    body = """\
stages:
  - id: opening
    lines:
      - id: hello
        ask: Is now all right?
        when: mood == angry
        moods: {angry: skip}
        answers: [{id: ok, to: story}]
    next: [{to: close}]
  - id: «story»
    lines: [{id: tell, say: Let me tell you.}]
  - id: close
    lines: [{id: ask, ask: Shall we meet?}]
"""
    expect("CC034", body)


def test_an_objection_may_be_the_only_way_to_a_stage() -> None:
    body = f"""\
stages:
  - id: opening
    lines: [{{id: hello, ask: Is now all right?}}]
    next: [{{to: wrap_up}}]
  - id: rescue
    lines: [{{id: sorry, say: I am sorry.}}]
objections:
  - {PRICE}, responses: [{{id: a, say: I see., to: rescue}}]}}
"""
    expect_clean(body)


@pytest.mark.parametrize(
    "lines",
    [
        "lines: [{id: tell, say: Let me tell you.}]\n    next: [{to: «story»}]",
        "lines: [{id: more, ask: More of it?, answers: [{id: a, to: story}, {id: b, to: «story.more»}]}]",
        "lines: [{id: more, ask: More of it?}]\n    next: [{when: known(hours), to: story}, {to: «story»}]",
        (
            "lines: [{id: more, ask: More of it?}]\n"
            "    next: [{when: hours > 5, to: story}, {when: not known(hours), to: story}, {to: «story»}]"
        ),
    ],
)
def test_a_loop_with_no_way_out(lines: str) -> None:
    body = f"""\
facts: {{hours: {{type: number}}}}
stages:
  - id: opening
    lines: [{{id: hours, ask: How many hours?, fact: hours}}]
  - id: story
    {lines}
"""
    found = expect("CC035", body)
    assert found[0].words["path"].startswith("story.")
    assert " → " in found[0].words["path"]


def test_a_loop_over_two_stages_names_both() -> None:
    body = """\
stages:
  - id: opening
    lines: [{id: hello, ask: Is now all right?}]
  - id: story
    lines: [{id: tell, say: Let me tell you.}]
  - id: close
    lines: [{id: ask, ask: Shall we meet?}]
    next: [{to: «story»}]
"""
    found = expect("CC035", body)
    assert found[0].words["path"] == "story.tell → close.ask"


@pytest.mark.parametrize(
    "way",
    [
        "next: [{when: mood == angry, to: wrap_up}, {to: story}]",
        "next: [{when: hours > 5, to: end}, {to: story}]",
        "next: [{when: hours > 5, to: story}]",
        "next: [{when: mood == interested, to: opening}]",
    ],
)
def test_a_loop_that_can_be_left(way: str) -> None:
    expect_clean(
        f"""\
facts: {{hours: {{type: number}}}}
stages:
  - id: opening
    lines: [{{id: hours, ask: How many hours?, fact: hours}}]
  - id: story
    lines: [{{id: tell, say: Let me tell you.}}]
    {way}
"""
    )


def test_an_objection_is_no_way_out() -> None:
    body = f"""\
stages:
  - id: opening
    lines: [{{id: hello, ask: Is now all right?}}]
    next: [{{to: «opening»}}]
objections:
  - {PRICE}, final: {{to: wrap_up}}}}
"""
    expect("CC035", body)


GOAL = """\
goal: «meeting»
stages:
  - id: opening
    lines:
      - id: hello
        ask: Is now all right?
        answers: [{{id: ok, to: {ok}}}, {{id: no, to: wrap_up, outcome: not_interested}}]
      - id: ask
        ask: Shall we meet?
        answers: [{{id: good, outcome: meeting}}, {{id: bad, to: end}}]
  - id: last
    lines: [{{id: bye, say: Goodbye.}}]
"""


def test_a_goal_that_no_path_reaches() -> None:
    found = expect("CC036", GOAL.format(ok="last"))
    assert found[0].words == {"goal": "meeting", "line": "13", "path": "opening.hello → last.bye"}
    expect_clean(GOAL.format(ok="opening.ask").replace("«", "").replace("»", ""))


def test_a_goal_that_nothing_names_is_proposed_by_the_rep() -> None:
    expect_clean(
        GOAL.format(ok="last").replace("«", "").replace("»", "").replace("outcome: meeting", "outcome: offer")
    )


def test_a_goal_may_be_reached_through_an_objection() -> None:
    end = f"objections:\n  - {PRICE}, final: {{outcome: meeting, to: wrap_up}}}}\n"
    expect_clean(GOAL.format(ok="last").replace("«", "").replace("»", "") + end)


def test_a_goal_proposed_by_a_way_that_cannot_be_taken() -> None:
    body = """\
goal: «meeting»
stages:
  - id: opening
    lines: [{id: hello, ask: Is now all right?}]
    next: [{to: wrap_up}, {to: wrap_up, outcome: meeting}]
"""
    found = findings(body.replace("«", "").replace("»", ""))
    assert [one.code for one in found] == ["CC036", "CC120"]


MUST = """\
goal: meeting
facts: {{hours: {{type: number}}}}
stages:
  - id: opening
    lines:
      - id: hello
        ask: Is now all right?
        answers: [{{id: ok}}, {{id: hurry, to: {hurry}}}, {{id: no, to: end}}]
    {opening}
  - id: discovery
    lines:
      - {{id: hours, ask: How many hours?, fact: hours, {must}{more}}}
  - id: close
    lines:
      - id: ask
        ask: Shall we meet?
        answers: [{{id: good, outcome: meeting}}, {{id: bad, to: end}}]
      - {{id: bye, say: Goodbye., {last}}}
"""


def must(
    hurry: str = "discovery",
    opening: str = "",
    key: str = "must: true",
    more: str = "",
    last: str = "must: true",
) -> str:
    """A call with a question that must be asked."""
    return MUST.format(hurry=hurry, opening=opening, must=key, more=more, last=last)


def test_a_must_on_every_path_to_the_goal() -> None:
    expect_clean(must())


def test_a_must_that_an_answer_jumps_over() -> None:
    found = expect("CC107", must(hurry="close", key="«must»: true"))
    assert found[0].words["path"] == "opening.hello → close.ask → close.bye"
    assert found[0].words["line"] == "discovery.hours"


def test_a_must_that_a_condition_jumps_over() -> None:
    expect("CC107", must(opening="next: [{when: mood == rushed, to: close}]", key="«must»: true"))


def test_a_must_jumped_over_because_its_fact_is_known_is_not_missed() -> None:
    expect_clean(must(opening="next: [{when: known(hours), to: close}]"))
    expect_clean(must(opening="next: [{when: hours > 5, to: close}]"))
    expect_clean(must(opening="next: [{when: asked(discovery.hours), to: close}]"))


def test_a_must_passed_over_by_its_own_condition_or_mood_is_meant_so() -> None:
    expect_clean(must(more=", when: known(lead.page)"))
    expect_clean(must(more=", moods: {angry: skip}"))


def test_a_must_behind_the_goal_counts_too() -> None:
    body = must().replace("{id: good, outcome: meeting}", "{id: good, outcome: meeting, to: wrap_up}")
    found = findings(body)
    assert [(one.code, one.words["line"]) for one in found] == [("CC107", "close.bye")]


def test_paths_that_end_without_the_goal_avoid_no_must() -> None:
    expect_clean(must(hurry="wrap_up"))


def test_a_way_on_behind_one_that_is_always_taken() -> None:
    expect("CC120", three("next: [{when: mood == rushed, to: close}, {to: story}, {to: «close»}]"))
    expect("CC120", three("next: [{when: hours > 5, to: close}, {when: «hours > 8», to: close}]"))
    expect_clean(three("next: [{when: hours > 8, to: close}, {when: hours > 5, to: close}]"))


def test_a_stage_without_goal_or_ways_is_fine() -> None:
    expect_clean("stages: [{id: opening, lines: [{id: hello, say: Good morning.}]}]\n")


def test_a_thousand_stages_in_a_row_are_walked_without_recursion() -> None:
    stages = "".join(f"  - {{id: s{number}, lines: [{{id: a, say: Well.}}]}}\n" for number in range(1500))
    expect_clean("stages:\n" + stages)
    loop = stages.replace("{id: s1499, lines:", "{id: s1499, next: [{to: s0}], lines:")
    found = findings("stages:\n" + loop)
    assert [one.code for one in found] == ["CC035"]
    assert "…" in found[0].words["path"]
