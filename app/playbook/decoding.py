"""From bytes to text, and from libyaml's complaints to problems that a person can act on."""

from __future__ import annotations

import re
from dataclasses import dataclass
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
    ("document start>", "<after_end>"),
    ("directive", "<directive>"),
    ("block scalar", "<block>"),
    ("incompatible YAML", "<directive>"),
    ("tag handle", "<tag>"),
    ("tag", "<tag>"),
    ("expected whitespace", "<directive>"),
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
    complaint = f"{error.problem} {error.context}"
    reason = next((code for piece, code in _REASONS if piece in complaint), "<other>")
    begun, stopped = error.context_mark, error.problem_mark or error.context_mark
    lines = _BREAK.split(text)
    trouble = _Trouble(lines, _place(path, stopped), _place(path, begun or stopped))
    reason, place = trouble.told(reason)
    line = lines[place.line - 1] if place.line <= len(lines) else ""
    words = {
        "reason": reason,
        "character": line[place.column - 1 : place.column],
        "detail": error.problem or "",
        "line": str(trouble.begun.line),
    }
    return Problem("CC001", Level.ERROR, place, words)


def place_at(path: str, before: str) -> Place:
    """The place of the character that follows ``before``."""
    lines = _BREAK.split(before)
    column = len(lines[-1]) + 1
    return Place(path, len(lines), column, column + 1)


def _foreign_encoding(raw: bytes) -> str:
    for mark, name in _BYTE_ORDER_MARKS:
        if raw.startswith(mark):
            return name
    start = raw[:4]
    if len(start) == 4 and start.count(0) == 2 and (start[0] == 0) != (start[1] == 0):
        return "UTF-16"
    return ""


_BRACED = re.compile(r"""^([\s-]*[a-z_]+:\s+)\{[^{}:]*\}.*\S""")
_QUOTED = re.compile(r"""["']\s*$""")
_GLUED = re.compile(r"^[\s-]*[a-z_]+:(?=[^\s:/])")
_KEY = re.compile(r"^\s+[a-z_]+:(\s|$)")
_PERHAPS_BRACE = frozenset({"<key>", "<content>", "<brace>", "<bracket>", "<no_colon>"})
_AT_BEGINNING = frozenset({"<quote>", "<no_colon>", "<anchor>"})
"""Reasons that are best shown where the unfinished thing begins, not where the parser gave up."""


@dataclass(frozen=True, slots=True)
class _Trouble:
    """Where the parser gave up and where the thing that it was reading began; finds what the writer probably did."""

    lines: list[str]
    stopped: Place
    begun: Place

    def told(self, reason: str) -> tuple[str, Place]:
        """The likeliest reason and the place to show."""
        glued = self._glued() if reason in {"<colon>", "<no_colon>", "<key>"} else None
        if glued is not None:
            return "<space>", glued
        brace = self._brace() if reason in _PERHAPS_BRACE else None
        if brace is not None:
            return "<merge>", brace
        closer = self._closer(reason)
        return closer, self.begun if closer in _AT_BEGINNING else self.stopped

    def _closer(self, reason: str) -> str:
        line = self._line(self.stopped.line)
        indent = line[: len(line) - len(line.lstrip())]
        unaligned = len(indent) == self.stopped.column - 1 and not line.lstrip().startswith("-")
        if reason == "<start>" and line[self.stopped.column - 1 :].startswith("\t"):
            return "<tab>"
        if reason in {"<key>", "<no_colon>", "<dash>"} and "\t" in indent:
            return "<tab>"
        if reason == "<key>" and _QUOTED.search(line[: self.stopped.column - 1]):
            return "<after_quote>"
        if reason == "<dash>" and unaligned:
            return "<unaligned>"
        if reason == "<colon>" and _KEY.match(line) and line.index(":") == self.stopped.column - 1:
            return "<unaligned>"
        return reason

    def _brace(self) -> Place | None:
        """The brace of a text that begins with a merge field and no quotes: YAML takes it for a mapping."""
        for number in (self.stopped.line, self.begun.line):
            braced = _BRACED.match(self._line(number))
            if braced is not None:
                return Place(self.stopped.file, number, braced.end(1) + 1, braced.end(1) + 2)
        return None

    def _glued(self) -> Place | None:
        """The colon of this line or the one above that has no space behind it."""
        for number in range(self.stopped.line, max(0, self.stopped.line - 2), -1):
            glued = _GLUED.match(self._line(number))
            if glued is not None:
                return Place(self.stopped.file, number, glued.end(), glued.end() + 1)
        return None

    def _line(self, number: int) -> str:
        return self.lines[number - 1] if number <= len(self.lines) else ""


def _place(path: str, mark: Any) -> Place:
    if mark is None:
        return Place(path, 1, 1, 2)
    return Place(path, mark.line + 1, mark.column + 1, mark.column + 2)
