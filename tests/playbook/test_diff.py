"""What changed in meaning: by ids, with renames followed and nothing told twice."""

from __future__ import annotations

import pytest

from app.playbook.diff import Change, changes
from app.playbook.model import Playbook
from tests.playbook.checks.marked import reading_of

OLD = """\
tone: warm
facts: {hours: {type: number, unit: h}}
stages:
  - id: opening
    lines:
      - {id: hello, say: Good morning.}
      - {id: hours, ask: How many hours?, fact: hours, answers: [{id: few, value: 1}, {id: many, value: 9}]}
      - {id: more, ask: Anything else?, moods: {rushed: {ask: More?}}}
  - id: close
    lines: [{id: ask, ask: Shall we meet?}]
    next: [{when: hours > 5, to: wrap_up}]
objections:
  - {id: trust, kind: trust, tone: calm, pause: 2s, ask: What happened?, check: Is it well?,
     responses: [{id: proof, say: Ask our customers.}]}
stories: [{id: mill, title: The mill}]
"""


def playbook(body: str) -> Playbook:
    """The playbook of ``body``."""
    draft = reading_of(body).draft
    assert draft is not None
    return draft


def changed(*swaps: tuple[str, str]) -> list[Change]:
    """What changes when pieces of the old text are replaced."""
    body = OLD
    for piece, other in swaps:
        assert piece in body
        body = body.replace(piece, other)
    return list(changes(playbook(OLD), playbook(body)))


def told(found: list[Change]) -> list[tuple[str, str, str]]:
    """The changes without their details."""
    return [(one.part.value, one.name, one.turn.value) for one in found]


def test_the_same_is_the_same_however_it_is_written() -> None:
    assert (
        changed(("say: Good morning.", 'say: "Good morning."'), ("tone: warm", "# a comment\ntone: warm"))
        == []
    )


def test_a_reworded_question_shows_both_wordings() -> None:
    (one,) = changed(("ask: How many hours?", "ask: How many hours a week?"))
    assert (one.part, one.name, one.turn) == ("question", "opening.hours", "changed")
    assert [(each.key, each.before, each.after) for each in one.details] == [
        ("ask", "How many hours?", "How many hours a week?")
    ]


@pytest.mark.parametrize(
    ("swap", "expected"),
    [
        (("{id: few, value: 1}, ", ""), [("answer", "opening.hours.few", "removed")]),
        (
            ("{id: few, value: 1}, ", "{id: none, value: 0}, {id: few, value: 1}, "),
            [("answer", "opening.hours.none", "added")],
        ),
        (
            ("[{id: few, value: 1}, {id: many, value: 9}]", "[{id: many, value: 9}, {id: few, value: 1}]"),
            [("answer", "opening.hours.many", "moved")],
        ),
        (("      - {id: hello, say: Good morning.}\n", ""), [("line", "opening.hello", "removed")]),
        (("stories: [{id: mill, title: The mill}]\n", ""), [("story", "mill", "removed")]),
        (("unit: h", "unit: hours"), [("fact", "hours", "changed")]),
        (("tone: warm", "tone: curious"), [("playbook", "demo", "changed")]),
        (("hours > 5", "hours > 6"), [("stage", "close", "changed")]),
        (("rushed: {ask: More?}", "rushed: skip"), [("question", "opening.more", "changed")]),
        (("pause: 2s", "pause: 3s"), [("objection", "trust", "changed")]),
        (("say: Ask our customers.", "say: See our customers."), [("response", "trust.proof", "changed")]),
    ],
)
def test_one_change_is_told_once(swap: tuple[str, str], expected: list[tuple[str, str, str]]) -> None:
    assert told(changed(swap)) == expected


def test_what_belongs_to_something_added_or_removed_is_not_listed() -> None:
    stage = "  - id: close\n    lines: [{id: ask, ask: Shall we meet?}]\n    next: [{when: hours > 5, to: wrap_up}]\n"
    assert told(changed((stage, ""))) == [("stage", "close", "removed")]
    assert told(list(changes(playbook(OLD.replace(stage, "")), playbook(OLD)))) == [
        ("stage", "close", "added")
    ]


def test_a_rename_keeps_the_history_and_its_children() -> None:
    found = changed(
        ("id: hours, ask: How many hours?", "id: time, ask: How many hours?"),
        ("tone: warm", "tone: warm\nrenames: {opening.hours: opening.time}"),
    )
    assert told(found)[1:] == [
        ("question", "opening.time", "renamed"),
        ("answer", "opening.time.few", "renamed"),
        ("answer", "opening.time.many", "renamed"),
    ]
    assert found[1].was == "opening.hours"


def test_without_a_rename_it_is_another_thing() -> None:
    assert told(changed(("id: hello", "id: greet"))) == [
        ("line", "opening.greet", "added"),
        ("line", "opening.hello", "removed"),
    ]


def test_a_stage_and_an_objection_of_one_name_are_two_things() -> None:
    found = changed(("id: trust", "id: close"))
    assert told(found) == [("objection", "close", "added"), ("objection", "trust", "removed")]


def test_deeper_keys_are_dotted() -> None:
    (one,) = changed(("rushed: {ask: More?}", "rushed: {ask: Else?, tone: {name: crisp, pause: 1s}}"))
    assert {(each.key, each.after) for each in one.details} == {
        ("moods.rushed.ask", "Else?"),
        ("moods.rushed.tone.name", "crisp"),
        ("moods.rushed.tone.pause", "1"),
    }


def test_moving_one_line_moves_one_line() -> None:
    body = "stages:\n  - id: opening\n    lines:\n{}"
    lines = [f"      - {{id: l{number}, say: Well.}}\n" for number in range(6)]
    old = playbook(body.format("".join(lines)))
    new = playbook(body.format("".join([*lines[1:5], lines[0], lines[5]])))
    assert told(list(changes(old, new))) == [("line", "opening.l0", "moved")]
