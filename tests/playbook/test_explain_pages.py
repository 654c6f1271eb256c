"""Every page of the catalogue is true: its bad example has the problem and its good one does not."""

from __future__ import annotations

from string import Formatter

import pytest

from app.playbook.checks import check
from app.playbook.explain import Page, all_pages, message, page
from app.playbook.explain.advice import PAGES as ADVICE
from app.playbook.explain.meaning import PAGES as MEANING
from app.playbook.house import HouseRules, applied
from app.playbook.problems import Level, Place, Problem
from app.playbook.reading import read
from app.playbook.source import Source, SourceFile

SHARED = SourceFile(
    "shared.yaml",
    b"""callcue: 1
lang: en
objections:
  - {id: dear, kind: price, tone: calm, ask: Compared with what?, check: Is that all right?, likely: [close]}
""",
)
SISTER = """callcue: 1
id: demo
lang: cs
stages:
  - id: opening
    lines:
      - {id: hello, ask: Hodí se to teď?}
      - {id: frame, say: Mám tři otázky.}
"""


def found_in(text: str, code: str) -> list[Problem]:
    """What is said of one file beside a shared one, and beside a sister for her pages, as its comments leave it."""
    files = (SourceFile("demo.yaml", text.encode()), *((SHARED,) if "uses:" in text else ()))
    reading = read(Source(files))
    sister = read(Source((SourceFile("demo.cs.yaml", SISTER.encode()),))).draft
    assert sister is not None
    sisters = [("demo.cs.yaml", sister)] if code in ("CC115", "CC116") else []
    problems = [*reading.problems, *check(reading, {"sales"}, sisters)]
    return list(applied(problems, HouseRules(), reading.texts, reading.trees))


@pytest.mark.parametrize("one", [*MEANING, *ADVICE], ids=lambda one: one.code)
def test_the_examples_show_the_problem_and_its_cure(one: Page) -> None:
    bad, good = found_in(one.bad, one.code), found_in(one.good, one.code)
    assert {problem.code for problem in bad} == {one.code}
    assert [problem.level for problem in bad] == [one.level] * len(bad)
    assert [problem for problem in good if problem.code == one.code or problem.level is not Level.INFO] == []


@pytest.mark.parametrize("lang", ["en", "cs"])
@pytest.mark.parametrize("one", [*MEANING, *ADVICE], ids=lambda one: one.code)
def test_the_message_is_complete(one: Page, lang: str) -> None:
    for problem in found_in(one.bad, one.code):
        said = message(problem, lang)
        assert "…" not in said
        assert not any(value in said for value in problem.words.values() if value.startswith("<"))
        assert one.title.in_lang(lang)
        assert one.why.in_lang(lang)


@pytest.mark.parametrize("one", [*MEANING, *ADVICE], ids=lambda one: one.code)
def test_both_languages_use_the_same_words(one: Page) -> None:
    english, czech = (
        {name for _, name, _, _ in Formatter().parse(text) if name}
        for text in (one.message.en, one.message.cs)
    )
    assert english == czech


def test_pages_are_found_by_code_in_any_case() -> None:
    assert page("cc021") is page("CC021")
    assert page("CC999") is None
    codes = [one.code for one in all_pages()]
    assert codes == sorted(set(codes))


def test_the_nearest_name_and_its_line_are_suggested() -> None:
    problem = Problem(
        "CC021", Level.ERROR, Place("a.yaml", 41, 22, 30), {"name": "discovry"}, "discovery", 58
    )
    assert message(problem) == "no stage is called 'discovry'. Did you mean 'discovery' (line 58)?"
    assert (
        message(problem, "cs") == "žádná fáze se nejmenuje „discovry“. Nemělo tam být „discovery“ (řádek 58)?"
    )


def test_a_missing_word_never_stops_a_message() -> None:
    assert message(Problem("CC021", Level.ERROR, Place("a.yaml", 1, 1, 2))) == "no stage is called '…'"
    assert message(Problem("CC999", Level.ERROR, Place("a.yaml", 1, 1, 2))) == "CC999"
