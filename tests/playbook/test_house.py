"""The house's say: levels in callcue.yaml and allowances in the text."""

from __future__ import annotations

import pytest

from app.playbook.house import HouseRules, allows_in, applied, house_rules
from app.playbook.problems import Level, Problem
from app.playbook.source import SourceFile
from tests.playbook.texts import GOOD, at, reading

SLIP = GOOD + "        quide: x"


def rules(text: str) -> HouseRules:
    """The rules of a callcue.yaml."""
    return house_rules(SourceFile("callcue.yaml", text.encode()))


def after(text: str, house: str = "") -> list[Problem]:
    """What is left of a text's problems."""
    result = reading(text)
    return list(applied(result.problems, rules(house), result.texts, result.trees))


@pytest.mark.parametrize(
    ("level", "expected"), [("warning", [Level.WARNING]), ("info", [Level.INFO]), ("off", [])]
)
def test_a_level_can_be_set(level: str, expected: list[Level]) -> None:
    assert [one.level for one in after(SLIP, f"callcue: 1\nlevels: {{CC010: {level}}}\n")] == expected


def test_codes_are_taken_in_any_case() -> None:
    assert after(SLIP, "levels: {cc010: off}\n") == []


@pytest.mark.parametrize("text", ["", "# nothing\n\n", "callcue: 1\n", "levels:\n"])
def test_an_empty_house_file_is_fine(text: str) -> None:
    assert rules(text) == HouseRules()


@pytest.mark.parametrize(
    ("text", "code", "line"),
    [
        ("callcue: 1\nlevel: {}\n", "CC010", 2),
        ("levels: [CC010]\n", "CC012", 1),
        ("levels: {CC999: off}\n", "CC048", 1),
        ("levels: {CC010: loud}\n", "CC015", 1),
        ("levels:\n  CC001: off\n", "CC048", 2),
        ("levels: [\n", "CC001", 2),
        ("- a\n", "CC009", 1),
    ],
)
def test_slips_in_the_house_file_have_their_place(text: str, code: str, line: int) -> None:
    (problem,) = rules(text).problems
    assert (problem.code, problem.place.line, problem.place.file) == (code, line, "callcue.yaml")


@pytest.mark.parametrize(
    "comment",
    [
        "# callcue: allow CC010 an old key",
        "#callcue:allow CC010 an old key",
        "# callcue: allow CC010, CC012 both",
    ],
)
def test_a_comment_allows_on_its_line(comment: str) -> None:
    left = after(f"{SLIP}  {comment}\n")
    assert [one.code for one in left] == (["CC049"] if "CC012" in comment else [])


@pytest.mark.parametrize(
    "comment", ["#callcue:allow CC010", "# callcue: allow CC010 -", "# callcue: allow CC010 :"]
)
def test_a_comment_without_a_reason_allows_but_is_asked_why(comment: str) -> None:
    """Until now it passed in silence, though the language writes a reason behind the code."""
    text = f"{SLIP}  {comment}\n"
    (problem,) = after(text)
    assert (problem.code, problem.level, problem.words["code"]) == ("CC122", Level.WARNING, "CC010")
    assert at(problem, text) == comment
    assert after(text, "levels: {CC122: off}\n") == []


def test_only_what_a_comment_does_allow_is_asked_why() -> None:
    assert [(one.code, one.words["code"]) for one in after(f"{SLIP}  # callcue: allow CC010, CC018\n")] == [
        ("CC049", "CC018"),
        ("CC122", "CC010"),
    ]


def test_a_comment_of_its_own_speaks_for_the_next_line() -> None:
    text = GOOD + "        # callcue: allow CC010 an old key\n\n        # another word\n        quide: x\n"
    assert after(text) == []


def test_a_comment_speaks_for_no_other_line() -> None:
    assert [one.code for one in after(f"{SLIP}\n        # callcue: allow CC010 too late\n")] == [
        "CC010",
        "CC049",
    ]


@pytest.mark.parametrize(
    ("comment", "reason"),
    [
        ("allow CC010 nothing here", "<nothing>"),
        ("allow CC999 no such", "<no such code>"),
        ("allow CC1010 a digit too many", "<no code>"),
        ("allow", "<no code>"),
        ("allow please", "<no code>"),
    ],
)
def test_an_allowance_for_nothing_is_a_warning(comment: str, reason: str) -> None:
    (problem,) = after(GOOD.rstrip() + f"  # callcue: {comment}\n")
    assert (problem.code, problem.level, problem.words["reason"]) == ("CC049", Level.WARNING, reason)
    assert (problem.place.line, problem.place.column) == (8, 29)


def test_what_keeps_a_file_from_being_read_cannot_be_allowed() -> None:
    problems = after(GOOD + "        must: yes  # callcue: allow CC012 we like it\n")
    assert [(one.code, one.words.get("reason")) for one in problems] == [
        ("CC012", None),
        ("CC049", "<fixed>"),
    ]


def test_words_inside_a_text_are_no_comment() -> None:
    text = GOOD + "        do: |\n          # callcue: allow CC010 as an example\n"
    assert after(text) == []
    assert allows_in("a.yaml", '"say # callcue: allow CC010"\n')


def test_warnings_about_allowances_can_be_silenced_too() -> None:
    assert after(GOOD + "# callcue: allow CC010\n", "levels: {CC049: off}\n") == []
