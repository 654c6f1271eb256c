"""Problems as people and programs read them: text with the line and a caret, JSON, and GitHub's annotations."""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from app.playbook.explain import message, page
from app.playbook.problems import Level, Problem
from app.playbook.tree import lines_of
from app.playbook.vocabulary import Label

_WIDEST = 160
"""Columns of a source line that are shown; of a longer one, the part around the caret."""
_LONGEST = 1000
"""Letters of a source line that go into JSON."""
_TAB = 4
_GITHUB_LEVELS = {Level.ERROR: "error", Level.WARNING: "warning", Level.INFO: "notice"}
_LEVEL_WORDS = {
    Level.ERROR: Label("error", "chyba"),
    Level.WARNING: Label("warning", "varování"),
    Level.INFO: Label("info", "info"),
}


@dataclass(frozen=True, slots=True)
class Finding:
    """A problem as it is shown: ``path`` is what the person calls the file, ``source`` its line without the break."""

    problem: Problem
    path: str
    source: str = ""


def findings(
    problems: Iterable[Problem], texts: Mapping[str, str], shown: Callable[[str], str]
) -> list[Finding]:
    """``problems`` with their source lines.

    Args:
        problems: What was found.
        texts: The text of each file by its path in the playbooks folder.
        shown: Gives the path that the person knows for a path in the playbooks folder.
    """
    split: dict[str, list[str]] = {}
    made = []
    for problem in problems:
        file = problem.place.file
        if file not in split:
            split[file] = lines_of(texts.get(file, ""))
        lines, number = split[file], problem.place.line
        made.append(Finding(problem, shown(file), lines[number - 1] if number <= len(lines) else ""))
    return made


def as_text(found: Iterable[Finding], lang: str = "en") -> str:
    """The form for people: place, level, code, message, the line and a caret under the very word."""
    return "".join(_one_text(one, lang) for one in found)


def as_json(found: Iterable[Finding], lang: str = "en") -> str:
    """A JSON array; every problem carries its place, level, code, message, words and suggestion."""
    return json.dumps([_one_object(one, lang) for one in found], ensure_ascii=False, indent=2) + "\n"


def as_github(found: Iterable[Finding], lang: str = "en") -> str:
    """Workflow commands that GitHub shows beside the line (docs.github.com, *Workflow commands*)."""
    return "".join(_one_command(one, lang) for one in found)


def _one_text(one: Finding, lang: str) -> str:
    problem, place = one.problem, one.problem.place
    level = _LEVEL_WORDS[problem.level].in_lang(lang)
    head = f"{one.path}:{place.line}:{place.column}: {level} {problem.code}: {message(problem, lang)}\n"
    if not one.source.strip():
        return head
    line, before, width = _window(one.source, place.column - 1, place.end_column - 1)
    number = f"{place.line:>5} | "
    return f"{head}{number}{line}\n{' ' * (len(number) + before)}{'^' * width}\n"


def _window(source: str, start: int, end: int) -> tuple[str, int, int]:
    """The part of a line to show, and in screen columns: how far in the caret stands and how wide it is."""
    start = min(start, len(source))
    end = min(max(end, start + 1), max(len(source), start + 1))
    first = max(0, start - _WIDEST // 3) if end > _WIDEST else 0
    last = len(source) if len(source) - first <= _WIDEST else first + _WIDEST
    end = min(end, last)
    lead = "…" if first else ""
    line = lead + _printable(source[first:last]) + ("…" if last < len(source) else "")
    before = len(lead) + _columns(source[first:start])
    return line, before, max(1, _columns(source[start:end]))


def _printable(text: str) -> str:
    """``text`` with nothing that could move the cursor or change colours in a terminal."""
    return "".join(_shown(letter) for letter in text)


def _shown(letter: str) -> str:
    if letter == "\t":
        return " " * _TAB
    return (
        "\N{REPLACEMENT CHARACTER}"
        if unicodedata.category(letter) in {"Cc", "Cf", "Cs", "Zl", "Zp"}
        else letter
    )


def _columns(text: str) -> int:
    """Screen columns (Unicode UAX #11: wide and full-width letters take two, combining marks none)."""
    return sum(_width(letter) for letter in text)


def _width(letter: str) -> int:
    if letter == "\t":
        return _TAB
    if unicodedata.combining(letter) or unicodedata.category(letter) in {"Mn", "Me"}:
        return 0
    return 2 if unicodedata.east_asian_width(letter) in {"W", "F"} else 1


def _one_object(one: Finding, lang: str) -> dict[str, object]:
    problem, place = one.problem, one.problem.place
    known = page(problem.code)
    return {
        "file": one.path,
        "line": place.line,
        "column": place.column,
        "end_column": place.end_column,
        "level": str(problem.level),
        "code": problem.code,
        "title": known.title.in_lang(lang) if known is not None else problem.code,
        "message": message(problem, lang),
        "nearest": problem.nearest or None,
        "nearest_line": problem.nearest_line or None,
        "source": one.source[:_LONGEST],
        "words": dict(problem.words),
    }


def _one_command(one: Finding, lang: str) -> str:
    problem, place = one.problem, one.problem.place
    properties = {
        "file": one.path,
        "line": str(place.line),
        "col": str(place.column),
        "endColumn": str(max(place.column, place.end_column - 1)),
        "title": problem.code,
    }
    joined = ",".join(f"{name}={_property(value)}" for name, value in properties.items())
    return f"::{_GITHUB_LEVELS[problem.level]} {joined}::{_escaped(message(problem, lang))}\n"


def _escaped(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _escaped(text).replace(":", "%3A").replace(",", "%2C")
