"""Reports: the caret stands under the very word, whatever the line is made of."""

from __future__ import annotations

import json

import pytest

from app.playbook.problems import Level, Place, Problem
from app.playbook.report import as_github, as_json, as_text, findings
from tests.playbook.texts import GOOD, reading


def problem(line: int, column: int, end_column: int, level: Level = Level.ERROR) -> Problem:
    """An unknown key at a place."""
    words = {"key": "x", "shape": "<line>"}
    return Problem("CC010", level, Place("en/a.yaml", line, column, end_column), words, "say")


def drawn(source: str, column: int, end_column: int) -> tuple[str, str]:
    """The source line and the caret line of a report."""
    found = findings(
        [problem(1, column, end_column)], {"en/a.yaml": source}, lambda path: f"playbooks/{path}"
    )
    _, line, caret = as_text(found).splitlines()
    return line, caret


def test_the_form_for_people() -> None:
    text = GOOD + "        quide: Smile.\n"
    result = reading(text)
    found = findings(result.problems, result.texts, lambda path: f"playbooks/en/{path}")
    assert as_text(found) == (
        "playbooks/en/example.yaml:9:9: error CC010: line has no key 'quide'. Did you mean 'guide'?\n"
        "    9 |         quide: Smile.\n"
        "                ^^^^^\n"
    )


def test_the_form_for_people_in_czech() -> None:
    result = reading(GOOD + "        quide: Smile.\n")
    first = as_text(findings(result.problems, result.texts, str), "cs").splitlines()[0]
    assert first == "example.yaml:9:9: chyba CC010: replika nemá klíč „quide“. Nemělo tam být „guide“?"


@pytest.mark.parametrize(
    ("source", "word"),
    [
        ("    quide: Smile.", "quide"),
        ("říká: žluťoučký quide", "quide"),
        ("say: 日本語 quide", "quide"),
        ("say: e\u0301e\u0301 quide", "quide"),
        ("\tsay: \tquide", "quide"),
        ("say: " + "slovo " * 200 + "quide" + " slovo" * 200, "quide"),
        ("quide" + " slovo" * 200, "quide"),
        ("slovo " * 200 + "quide", "quide"),
        ("say: 😀😀 quide", "quide"),
    ],
)
def test_the_caret_stands_under_the_word(source: str, word: str) -> None:
    start = source.index(word)
    line, caret = drawn(source, start + 1, start + 1 + len(word))
    assert cells(line)[caret.index("^") : len(caret)] == list(word)
    assert len(cells(line)) < 360


def cells(line: str) -> list[str]:
    """What each screen column shows: wide letters fill two, combining marks none."""
    shown: list[str] = []
    for letter in line:
        if letter == "\u0301":
            continue
        shown.extend([letter, ""] if letter in "日本語😀" else [letter])
    return shown


def test_control_characters_never_reach_the_terminal() -> None:
    line, _ = drawn("say: \x1b[31mred\u202e\x07", 1, 4)
    assert line.isprintable()


def test_a_place_behind_the_end_still_has_a_caret() -> None:
    _, caret = drawn("say:", 40, 41)
    assert caret.count("^") == 1


def test_a_place_with_no_line_has_no_caret() -> None:
    found = findings([problem(9, 1, 2)], {"en/a.yaml": "one line"}, str)
    assert len(as_text(found).splitlines()) == 1


def test_json_carries_the_same_facts() -> None:
    found = findings([problem(1, 1, 6)], {"en/a.yaml": "quide: x"}, str)
    (one,) = json.loads(as_json(found))
    assert (one["file"], one["line"], one["column"], one["end_column"]) == ("en/a.yaml", 1, 1, 6)
    assert (one["code"], one["level"], one["nearest"], one["source"]) == ("CC010", "error", "say", "quide: x")
    assert one["message"] == "line has no key 'x'. Did you mean 'say'?"


def test_nothing_found_is_an_empty_list() -> None:
    assert json.loads(as_json([])) == []
    assert as_text([]) == as_github([]) == ""


def test_github_shows_each_level_its_way() -> None:
    problems = [problem(2, 3, 8), problem(2, 3, 8, Level.WARNING), problem(2, 3, 8, Level.INFO)]
    lines = as_github(findings(problems, {}, lambda path: f"50%,a:b/{path}")).splitlines()
    assert lines[0] == (
        "::error file=50%25%2Ca%3Ab/en/a.yaml,line=2,col=3,endColumn=7,title=CC010::"
        "line has no key 'x'. Did you mean 'say'?"
    )
    assert lines[1].startswith("::warning ")
    assert lines[2].startswith("::notice ")
