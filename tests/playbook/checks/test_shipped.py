"""The rules on the playbooks that ship: silent as they are, and awake to every slip put into them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.playbook.checks import check
from app.playbook.explain import message
from app.playbook.loading import playbook_files, scorecard_names, source_of
from app.playbook.problems import Level, Problem
from app.playbook.reading import read
from app.playbook.source import Source, SourceFile

FOLDER = Path(__file__).parents[3] / "playbooks"
SHIPPED = [path for path in playbook_files(FOLDER) if path.parent.name in ("cs", "en")]
SLIPS = [
    (r"(?<=[{,] to: )[a-z_.]+(?=[,}])", "nowhere.at_all", "CC022"),
    (r"(?<=[{,] to: )[a-z_]+(?=[,}])", "nowhere_at_all", "CC021"),
    (r"(?<=outcome: )[a-z_]+", "no_such_outcome", "CC026"),
    (r"(?<=fact: )[a-z_]+", "no_such_fact", "CC025"),
    (r"(?<= objection: )[a-z_]+", "no_such_objection", "CC024"),
    (r"(?<=story: )[a-z_]+", "no_such_story", "CC023"),
    (r"(?<=\{)(?:lead|rep)\.[a-z_]+(?=[|}])", "lead.no_such", "CC030"),
    (r"(?<=answer\()[a-z_.]+(?=\))", "no.such", "CC022"),
    (r"(?<=known\()[a-z_.]+(?=\))", "no_such", "CC029"),
]


@cache
def source(path: Path) -> Source:
    """The bytes of a shipped playbook and of all it uses."""
    found = source_of(path, FOLDER)
    assert isinstance(found, Source)
    return found


def found_in(path: Path, text: str | None = None) -> list[Problem]:
    """Everything found in a shipped playbook, or in ``text`` in its place."""
    whole = source(path)
    if text is not None:
        whole = Source((SourceFile(whole.path, text.encode()), *whole.files[1:]))
    reading = read(whole)
    return [*reading.problems, *check(reading, scorecard_names(FOLDER))]


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_there_are_no_false_alarms(path: Path) -> None:
    assert [one for one in found_in(path) if one.level is not Level.INFO] == []


def slips(path: Path) -> Iterator[tuple[str, str, int]]:
    """Each first and last place where a kind of slip fits: the text with it, the code, the line."""
    text = source(path).files[0].text.decode()
    for pattern, wrong, code in SLIPS:
        matches = [one for one in re.finditer(pattern, text) if code != "CC022" or "." in one[0]]
        for match in {one.start(): one for one in (*matches[:1], *matches[-1:])}.values():
            slipped = text[: match.start()] + wrong + text[match.end() :]
            yield slipped, code, text.count("\n", 0, match.start()) + 1


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_every_slip_is_found_at_its_line(path: Path) -> None:
    made = 0
    for text, code, line in slips(path):
        found = found_in(path, text)
        assert (code, line) in [(one.code, one.place.line) for one in found], (code, line)
        made += 1
    assert made > 8


@settings(max_examples=60)
@given(st.sampled_from(SHIPPED), st.data())
def test_no_torn_playbook_stops_the_checker(path: Path, data: st.DataObject) -> None:
    lines = source(path).files[0].text.decode().splitlines(keepends=True)
    for _ in range(data.draw(st.integers(1, 4))):
        at = data.draw(st.integers(0, len(lines) - 1))
        piece = data.draw(
            st.sampled_from(["", "  ", "}", "{", "when: x", "to: y", "not ", "'", "- ", "id: z\n", lines[at]])
        )
        cut = data.draw(st.integers(0, len(lines[at])))
        lines[at] = lines[at][:cut] + piece + lines[at][cut + data.draw(st.integers(0, 3)) :]
    for problem in found_in(path, "".join(lines)):
        assert problem.place.line >= 1
        assert problem.place.end_column > problem.place.column >= 1
        assert message(problem, "en")
        assert message(problem, "cs")
