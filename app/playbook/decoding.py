"""From bytes to text, and from libyaml's complaints to problems that a person can act on."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

import yaml

from app.playbook.problems import Level, Place, Problem
from app.playbook.source import SourceFile

_BYTE_ORDER_MARKS = (
    (b"\xff\xfe\x00\x00", "UTF-32"),
    (b"\x00\x00\xfe\xff", "UTF-32"),
    (b"\xff\xfe", "UTF-16"),
    (b"\xfe\xff", "UTF-16"),
)
_FORBIDDEN = re.compile("[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What YAML 1.1 (section 4.1) does not allow in a file, tabs and line breaks aside."""
_BREAK = re.compile("\r\n|[\r\n\x85\u2028\u2029]")

_REASONS: tuple[tuple[str, str], ...] = (
    ("mapping values are not allowed", "<colon>"),
    ("could not find expected ':'", "<no_colon>"),
    ("did not find expected ',' or ']'", "<bracket>"),
    ("did not find expected ',' or '}'", "<brace>"),
    ("found unexpected end of stream", "<quote>"),
    ("found unexpected document indicator", "<quote>"),
    ("tab character", "<tab>"),
    ("cannot start any token", "<start>"),
    ("did not find expected '-' indicator", "<dash>"),
    ("block sequence entries are not allowed", "<dash_here>"),
    ("mapping keys are not allowed", "<question>"),
    ("escape", "<escape>"),
    ("hexdecimal", "<escape>"),
    ("alphabetic or numeric character", "<anchor>"),
    ("did not find expected key", "<key>"),
    ("node content", "<content>"),
    ("directive", "<directive>"),
    ("tag", "<tag>"),
)
"""A piece of libyaml's message (version 0.2.5) and our own reason for it; the first that fits wins."""


def decoded(file: SourceFile, most: int) -> tuple[str, Problem | None]:
    """The file's text (UTF-8, a byte order mark is dropped), and why it cannot be used when it cannot."""
    raw = file.text
    if len(raw) > most:
        words = {"reason": "<bytes>", "most": str(most // (1024 * 1024))}
        return "", Problem("CC003", Level.ERROR, Place(file.path, 1, 1, 2), words)
    encoding = _foreign_encoding(raw)
    if encoding:
        words = {"reason": "<encoding>", "encoding": encoding}
        return "", Problem("CC002", Level.ERROR, Place(file.path, 1, 1, 2), words)
    try:
        return raw.decode("utf-8-sig"), None
    except UnicodeDecodeError as error:
        place = place_at(
            file.path, error.object[: error.start].decode("utf-8", "replace").removeprefix("\ufeff")
        )
        words = {
            "reason": "<bytes_of_another>",
            "encoding": "",
            "character": f"0x{error.object[error.start]:02X}",
        }
        return raw.decode("utf-8", "replace").removeprefix("\ufeff"), Problem(
            "CC002", Level.ERROR, place, words
        )


def unreadable(path: str, text: str, error: yaml.reader.ReaderError) -> Problem:
    """A character that YAML does not allow."""
    found = _FORBIDDEN.search(text)
    place = place_at(
        path, text[: found.start()] if found else text.encode()[: error.position].decode(errors="replace")
    )
    code = ord(found.group()) if found else 0
    words = {"reason": "<control>", "character": f"U+{code:04X}", "encoding": ""}
    return Problem("CC002", Level.ERROR, place, words)


def unparsed(path: str, text: str, error: yaml.MarkedYAMLError) -> Problem:
    """YAML that does not parse: where, what was expected, and the line where the unfinished thing began."""
    reason = next((code for piece, code in _REASONS if piece in (error.problem or "")), "<other>")
    opened, at = error.context_mark, error.problem_mark or error.context_mark
    if reason == "<quote>":
        at = opened or at
    lines = _BREAK.split(text)
    place = _place(path, at)
    line = lines[place.line - 1] if place.line <= len(lines) else ""
    character = line[place.column - 1 : place.column]
    words: dict[str, str] = {
        "reason": _closer(reason, character, lines, place, opened),
        "character": character,
        "detail": error.problem or "",
        "line": str(opened.line + 1 if opened is not None else place.line),
    }
    return Problem("CC001", Level.ERROR, place, words)


def place_at(path: str, before: str) -> Place:
    """The place of the character that follows ``before``."""
    lines = _BREAK.split(before)
    column = len(lines[-1]) + 1
    return Place(path, len(lines), column, column + 1)


def problem(code: str, place: Place, words: Mapping[str, str]) -> Problem:
    """An error with ``code``."""
    return Problem(code, Level.ERROR, place, words)


def _foreign_encoding(raw: bytes) -> str:
    for mark, name in _BYTE_ORDER_MARKS:
        if raw.startswith(mark):
            return name
    start = raw[:4]
    if len(start) == 4 and start.count(0) == 2 and (start[0] == 0) != (start[1] == 0):
        return "UTF-16"
    return ""


def _closer(reason: str, character: str, lines: list[str], place: Place, opened: Any) -> str:
    """A reason that fits better, found by looking at the text itself."""
    if reason == "<start>" and character == "\t":
        return "<tab>"
    if reason in {"<key>", "<content>", "<brace>", "<bracket>", "<no_colon>"} and _begins_with_brace(
        lines, place, opened
    ):
        return "<merge>"
    if reason in {"<key>", "<no_colon>"} and "\t" in _indent(lines, place.line):
        return "<tab>"
    if reason == "<key>" and _after_quote(lines, place):
        return "<after_quote>"
    return reason


_BRACED = re.compile(r"""^[\s-]*[a-z_]+:\s+\{[^{}:]*\}.*\S""")
_QUOTED = re.compile(r"""["']\s*$""")


def _begins_with_brace(lines: list[str], place: Place, opened: Any) -> bool:
    """Whether a text begins with a merge field and no quotes: YAML takes the brace for a mapping."""
    numbers = {place.line, opened.line + 1 if opened is not None else place.line}
    return any(number <= len(lines) and _BRACED.match(lines[number - 1]) is not None for number in numbers)


def _after_quote(lines: list[str], place: Place) -> bool:
    return place.line <= len(lines) and _QUOTED.search(lines[place.line - 1][: place.column - 1]) is not None


def _indent(lines: list[str], number: int) -> str:
    line = lines[number - 1] if number <= len(lines) else ""
    return line[: len(line) - len(line.lstrip())]


def _place(path: str, mark: Any) -> Place:
    if mark is None:
        return Place(path, 1, 1, 2)
    return Place(path, mark.line + 1, mark.column + 1, mark.column + 2)
