"""Every structural problem has a page whose bad example shows it and whose good one does not."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from app.playbook.explain import message, page
from app.playbook.explain.page import Page
from app.playbook.explain.structure import PAGES
from app.playbook.house import applied, house_rules
from app.playbook.problems import Problem
from app.playbook.reading import read
from app.playbook.source import SourceFile
from tests.playbook.texts import SHARED, source

_NOT_SHOWN = {"CC002", "CC003", "CC045"}
"""Their bad files cannot be printed; ``test_tree`` and ``test_loading`` show them."""
_SHARED_FILES = (
    ("shared/objections.en.yaml", SHARED.replace("too_dear", "too_expensive")),
    ("shared/objections.cs.yaml", SHARED.replace("lang: en", "lang: cs")),
)


def problems_of(text: str) -> tuple[Problem, ...]:
    """What structure and house find in an example."""
    if text.startswith("# callcue.yaml"):
        return house_rules(SourceFile("callcue.yaml", text.encode())).problems
    reading = read(source(text, *_SHARED_FILES))
    return applied(
        reading.problems, house_rules(SourceFile("callcue.yaml", b"")), reading.texts, reading.trees
    )


def test_the_codes_are_those_of_structure() -> None:
    numbers = [int(one.code[2:]) for one in PAGES]
    assert numbers == sorted(set(numbers))
    assert all(number < 20 or 40 <= number < 50 for number in numbers)


@pytest.mark.parametrize("one", PAGES, ids=lambda one: one.code)
def test_the_bad_example_shows_the_problem(one: Page) -> None:
    if one.code in _NOT_SHOWN:
        assert one.bad.startswith("#")
        return
    problems = problems_of(one.bad)
    assert [problem.code for problem in problems] == [one.code]
    assert problems[0].level is one.level


@pytest.mark.parametrize("one", PAGES, ids=lambda one: one.code)
def test_the_good_example_does_not(one: Page) -> None:
    assert problems_of(one.good) == ()


@pytest.mark.parametrize("one", PAGES, ids=lambda one: one.code)
@pytest.mark.parametrize("lang", ["en", "cs"])
def test_the_message_has_all_its_words(one: Page, lang: str) -> None:
    for problem in problems_of(one.bad):
        text = message(problem, lang)
        assert "<" not in text
        assert "{" not in text
        assert text[0].islower() or not text[0].isalpha() or text.startswith("CC")


def test_every_word_of_a_phrase_is_one_that_the_reader_gives() -> None:
    given = set(re.findall(r"\b[a-z_]+(?==)", _sources())) | set(re.findall(r'"([a-z_]+)":', _sources()))
    asked = {
        name
        for one in PAGES
        for label in (one.message, *one.phrases.values())
        for name in re.findall(r"(?<!\{)\{([a-z_]+)\}", label.en + label.cs)
    }
    assert asked <= given


def test_every_phrase_that_the_reader_names_is_on_a_page() -> None:
    named = set(re.findall(r'"(<[a-z_ ]+>)"', _sources())) - {"<text or mapping>"}
    known = {phrase for one in PAGES for phrase in one.phrases}
    assert named <= known


def test_pages_are_found_by_code() -> None:
    assert page("cc010") is next(one for one in PAGES if one.code == "CC010")


def _sources() -> str:
    folder = Path(__file__).parents[2] / "app" / "playbook"
    names = ("tree", "decoding", "taking", "parts", "reading", "loading", "house")
    return "\n".join((folder / f"{name}.py").read_text(encoding="utf-8") for name in names)
