"""Playbooks for tests with the expected caret drawn into them: «this» must be underlined."""

from __future__ import annotations

import re
import textwrap

from app.playbook.checks import check
from app.playbook.model import Playbook
from app.playbook.problems import Place, Problem
from app.playbook.reading import Reading, read
from app.playbook.source import Source, SourceFile

HEAD = "callcue: 1\nid: demo\nlang: {lang}\n"
FILE = "en/demo.yaml"


def reading_of(body: str, lang: str = "en", shared: str = "") -> Reading:
    """The reading of a playbook whose first three lines are given; ``shared`` is the text of ``shared.yaml``."""
    text = HEAD.format(lang=lang) + textwrap.dedent(body)
    files = [SourceFile(FILE, text.replace("«", "").replace("»", "").encode())]
    if shared:
        head = f"callcue: 1\nlang: {lang}\n"
        files.append(SourceFile("en/shared.yaml", (head + textwrap.dedent(shared)).encode()))
    return read(Source(tuple(files)))


def marks_in(body: str, lang: str = "en") -> list[Place]:
    """The places between «»; each mark lies on one line."""
    text = HEAD.format(lang=lang) + textwrap.dedent(body)
    places = []
    for number, line in enumerate(text.splitlines(), start=1):
        for before, match in enumerate(re.finditer("«(.*?)»", line)):
            start = match.start() - 2 * before
            places.append(Place(FILE, number, start + 1, start + 1 + len(match[1])))
    return places


def findings(
    body: str,
    lang: str = "en",
    shared: str = "",
    scorecards: frozenset[str] | None = None,
    sisters: tuple[tuple[str, Playbook], ...] = (),
) -> list[Problem]:
    """Everything that reader and checks find."""
    reading = reading_of(body, lang, shared)
    return [*reading.problems, *check(reading, scorecards, sisters)]


def expect(
    code: str, body: str, *, near: str | None = None, lang: str = "en", shared: str = ""
) -> list[Problem]:
    """Asserts that ``code`` is found at exactly the marks and nothing else is; gives the findings."""
    found = findings(body, lang, shared)
    assert [(one.code, one.place) for one in found] == [(code, place) for place in marks_in(body, lang)], (
        found
    )
    if near is not None:
        assert [one.nearest for one in found] == [near] * len(found)
    return found


def expect_clean(body: str, lang: str = "en", shared: str = "") -> None:
    """Asserts that nothing at all is found."""
    assert findings(body, lang, shared) == []
