"""Every mistake in a scorecard's file has its code, its place and, where there is one, the nearest right word."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.playbook.explain import message
from app.playbook.problems import Problem
from app.playbook.source import SourceFile
from app.review import evidence, scorecard
from app.review.card_file import examine_card
from app.review.causes import CAUSES
from app.review.scorecard import read_card

CARDS = Path(__file__).parents[2] / "playbooks" / "scorecards"
CARD = """\
callcue: 1
id: short
title: {en: Short, cs: Krátká}
na_reasons:
  not_reached: {en: not reached, cs: nedošlo na to}
causes:
  habit: {en: habit, cs: zvyk}
sections:
  - id: opening
    title: {en: Opening, cs: Otevření}
    criteria:
      - id: name
        text: {en: Said the name, cs: Jméno}
        scale: yes_no
        weight: 100
        na_when: not_reached
        computed: must_asks
        needs_hearing: true
        anchors:
          "no": {text: {en: No, cs: Ne}, example: {en: Hi., cs: Ahoj.}}
          "yes": {text: {en: Yes, cs: Ano}, example: {en: Eva here., cs: Tady Eva.}}
auto_fails:
  - {id: insult, text: {en: An insult, cs: Urážka}}
"""


def found(text: str) -> tuple[Problem, ...]:
    return examine_card(SourceFile("card.yaml", text.encode())).problems


def changed(old: str, new: str) -> Problem:
    """The one problem of the card with a change."""
    assert old in CARD
    (problem,) = found(CARD.replace(old, new, 1))
    assert all(message(problem, lang) for lang in ("en", "cs"))
    return problem


def test_a_sound_card_has_no_problem() -> None:
    reading = examine_card(SourceFile("card.yaml", CARD.encode()))
    assert reading.problems == ()
    assert reading.card is not None
    assert dict(reading.card.causes)["habit"].cs == "zvyk"
    assert reading.card.criteria[0].needs_hearing


@pytest.mark.parametrize("name", ["sales", "complaint"])
def test_the_shipped_cards_have_no_problem_and_name_their_causes(name: str) -> None:
    file = SourceFile(f"scorecards/{name}.yaml", (CARDS / f"{name}.yaml").read_bytes())
    assert examine_card(file).problems == ()
    assert b"\ncauses:\n" in file.text
    assert set(CAUSES) <= set(read_card(file).causes)


def test_a_card_without_causes_has_the_usual_ones() -> None:
    text = CARD.replace("causes:\n  habit: {en: habit, cs: zvyk}\n", "")
    assert read_card(SourceFile("card.yaml", text.encode())).causes == CAUSES


@pytest.mark.parametrize(
    ("old", "new", "code", "line", "nearest"),
    [
        ("weight: 100", "weight: -5", "CC051", 15, ""),
        ("causes:", "cuases:", "CC010", 6, "causes"),
        ("scale: yes_no", "scale: yesno", "CC015", 14, "yes_no"),
        ("computed: must_asks", "computed: must_ask", "CC015", 17, "must_asks"),
        ("na_when: not_reached", "na_when: not_reach", "CC015", 16, "not_reached"),
        ("needs_hearing: true", "needs_hearing: maybe", "CC012", 18, ""),
        ("weight: 100", "weight: heavy", "CC012", 15, ""),
        ("weight: 100", "weight: 90", "CC051", 8, ""),
        ("callcue: 1", "callcue: 2", "CC016", 1, "1"),
        ("id: insult", "id: An insult", "CC013", 23, "an_insult"),
        (", cs: zvyk}", "}", "CC011", 7, ""),
        ("habit: {en: habit, cs: zvyk}", "habit: [a, b]", "CC012", 7, ""),
        (
            '          "yes": {text: {en: Yes, cs: Ano}, example: {en: Eva here., cs: Tady Eva.}}\n',
            "",
            "CC011",
            20,
            "",
        ),
        (", example: {en: Hi., cs: Ahoj.}", "", "CC011", 20, ""),
    ],
)
def test_a_mistake_has_its_code_its_line_and_the_nearest_word(
    old: str, new: str, code: str, line: int, nearest: str
) -> None:
    problem = changed(old, new)
    assert (problem.code, problem.place.line, problem.nearest) == (code, line, nearest)


def test_a_misspelt_key_is_missing_too_and_nothing_more_is_made_of_it() -> None:
    misspelt, missing = found(CARD.replace("weight: 100", "wieght: 100"))
    assert (misspelt.code, misspelt.place.line, misspelt.nearest) == ("CC010", 15, "weight")
    assert (missing.code, missing.words["key"]) == ("CC011", "weight")


def test_ids_are_told_apart_among_their_neighbours() -> None:
    twice = CARD + "  - {id: insult, text: {en: Another, cs: Jiná}}\n"
    (problem,) = found(twice)
    assert (problem.code, problem.place.line) == ("CC014", 24)
    assert (
        message(problem) == "auto-fail 'insult' is already on line 23; ids are unique among their neighbours"
    )


def test_a_key_of_a_newer_version_does_not_take_old_reviews_away() -> None:
    text = CARD.replace("title:", "mood: blue\ntitle:", 1)
    file = SourceFile("card.yaml", text.encode())
    assert [one.code for one in examine_card(file).problems] == ["CC010"]
    assert read_card(file).id == "short"


def test_what_a_card_may_compute_is_what_evidence_can() -> None:
    assert set(scorecard.COMPUTED) == evidence.COMPUTED


@given(st.data())
def test_any_bytes_give_a_card_or_a_reason(data: st.DataObject) -> None:
    whole = CARD.encode()
    start = data.draw(st.integers(0, len(whole)))
    end = data.draw(st.integers(start, min(len(whole), start + 40)))
    put = data.draw(
        st.binary(max_size=12) | st.sampled_from([b"[", b"- ", b": ", b"nan", b"{}", b"&a ", b"*a"])
    )
    reading = examine_card(SourceFile("card.yaml", whole[:start] + put + whole[end:]))
    assert (reading.card is None) <= bool(reading.problems)
    assert all(message(one, lang) for one in reading.problems for lang in ("en", "cs"))
