"""What the house decides about problems: levels in ``callcue.yaml`` and ``# callcue: allow`` in the text itself."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace

from app.playbook.explain import page
from app.playbook.findings import MOST, Findings, quoted
from app.playbook.problems import Level, Place, Problem
from app.playbook.reading import tree_of
from app.playbook.source import SourceFile
from app.playbook.tree import ListNode, MapNode, Node, ScalarNode, Tree, lines_of, place_of

_LEVELS = {"error": Level.ERROR, "warning": Level.WARNING, "info": Level.INFO}
OFF = "off"
"""The level of a problem that the house does not want to see."""
ABOUT_COMMENTS = ("CC049", "CC122")
"""Codes of problems with the comments themselves: the house sets their level, another comment cannot allow them."""
_KEYS = ("callcue", "levels")
_CODE = re.compile(r"CC\d{3}")
_ALLOW = re.compile(r"(?:^|(?<=\s))#\s*callcue:\s*allow\b[ \t]*(?P<what>[^\n\r\x85\u2028\u2029]*)")
_WHAT = re.compile(r"(?P<codes>CC\d{3}\b(?:\s*,\s*CC\d{3}\b)*)(?P<reason>.*)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class HouseRules:
    """The levels that ``callcue.yaml`` sets, by code (``None``: off), and what is wrong with that file."""

    levels: Mapping[str, Level | None] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True)
class Allow:
    """One ``# callcue: allow`` comment and the line it speaks for (from 1)."""

    codes: tuple[str, ...]
    reason: str
    place: Place
    line: int


def house_rules(file: SourceFile) -> HouseRules:
    """The rules in the bytes of a ``callcue.yaml``."""
    tree = tree_of(file)
    findings = Findings()
    findings.extend(one for one in tree.problems if not _says_nothing(tree))
    levels: dict[str, Level | None] = {}
    if tree.root is not None:
        for key, (key_node, value) in tree.root.entries.items():
            if key not in _KEYS:
                known = ", ".join(_KEYS)
                findings.error(
                    "CC010", place_of(key_node), _KEYS, key, key=quoted(key), shape="<house>", known=known
                )
            elif key == "levels":
                levels = _levels(value, findings)
    return HouseRules(levels, findings.problems)


def _says_nothing(tree: Tree) -> bool:
    """Whether the file is empty or holds only comments: fine here, though no playbook."""
    if not tree.text:
        return not tree.file.text
    return all(not line.strip() or line.lstrip().startswith("#") for line in lines_of(tree.text))


def _levels(node: Node, findings: Findings) -> dict[str, Level | None]:
    if not isinstance(node, MapNode):
        if isinstance(node, ListNode) or node.value:
            findings.error("CC012", place_of(node), key="levels", expected="<mapping>", found="<a list>")
        return {}
    levels: dict[str, Level | None] = {}
    for code, (key, value) in node.entries.items():
        known = page(code)
        text = value.value if isinstance(value, ScalarNode) else ""
        if known is None:
            findings.error("CC048", place_of(key), code=quoted(code), reason="<no such code>")
        elif text not in _LEVELS and text != OFF:
            place = value.place if isinstance(value, MapNode) else place_of(value)
            choices = (*_LEVELS, OFF)
            findings.error(
                "CC015", place, choices, text, key=code, value=quoted(text), known=", ".join(choices)
            )
        elif is_fixed(known.code) and text != Level.ERROR:
            findings.error("CC048", place_of(key), code=known.code, reason="<fixed>")
        else:
            levels[known.code] = _LEVELS.get(text)
    return levels


_MAY_CHANGE = frozenset({"CC010", "CC018", "CC043", "CC044", "CC049"})


def is_fixed(code: str) -> bool:
    """Whether ``code`` says that a file cannot be read as it stands, so that no house and no comment may silence it."""
    number = int(code[2:])
    structural = number < 20 or 40 <= number < 50
    return structural and code not in _MAY_CHANGE


def applied(
    problems: Iterable[Problem], rules: HouseRules, texts: Mapping[str, str], trees: Mapping[str, Tree]
) -> tuple[Problem, ...]:
    """``problems`` with the house's levels, without what comments allow, and with what is wrong with the comments."""
    levelled = []
    for problem in problems:
        level = rules.levels.get(problem.code, problem.level)
        if level is not None:
            levelled.append(problem if level is problem.level else replace(problem, level=level))
    allows = [allow for path, text in texts.items() for allow in allows_in(path, text, trees.get(path))]
    if not allows:
        return tuple(levelled)
    kept, used = _silenced(levelled, allows)
    return (*kept, *_idle(allows, used, rules), *_unexplained(allows, used, rules))


def allows_in(path: str, text: str, tree: Tree | None = None) -> list[Allow]:
    """The ``# callcue: allow`` comments of one text; behind something they speak for their line, alone for the next."""
    if "callcue:" not in text or "allow" not in text:
        return []
    lines = lines_of(text)
    spans = list(_texts_with_comments(tree.root)) if tree is not None else []
    found: list[Allow] = []
    following = len(lines)
    for number in range(len(lines), 0, -1):
        line = lines[number - 1]
        comment = _ALLOW.search(line)
        before = line[: comment.start()].strip() if comment is not None else line.strip()
        if comment is not None and not any(start <= (number, comment.start()) < end for start, end in spans):
            found.append(_allow(comment, Place(path, number, 1, len(line.rstrip()) + 1), before, following))
        if before and not before.startswith("#"):
            following = number
    return found[::-1]


def _allow(comment: re.Match[str], line: Place, before: str, following: int) -> Allow:
    what = _WHAT.match(comment["what"])
    codes = tuple(_CODE.findall(what["codes"].upper())) if what else ()
    place = replace(line, column=comment.start() + 1)
    return Allow(codes, what["reason"].strip() if what else "", place, line.line if before else following)


def _texts_with_comments(node: Node | None) -> Iterator[tuple[tuple[int, int], tuple[int, int]]]:
    """Where texts lie that hold words like those of a comment: begin and end as line (from 1) and column (from 0)."""
    if isinstance(node, ScalarNode):
        start, end = node.start_mark, node.end_mark
        if "callcue:" in node.value and start is not None and end is not None:
            yield (start.line + 1, start.column), (end.line + 1, end.column)
    elif isinstance(node, ListNode):
        for item in node.items:
            yield from _texts_with_comments(item)
    elif node is not None:
        for entry in node.entries.values():
            for part in entry:
                yield from _texts_with_comments(part)


def _silenced(
    problems: list[Problem], allows: list[Allow]
) -> tuple[list[Problem], set[tuple[str, int, str]]]:
    by_line: dict[tuple[str, int, str], Allow] = {}
    for allow in allows:
        for code in allow.codes:
            by_line[allow.place.file, allow.line, code] = allow
    kept, used = [], set()
    for problem in problems:
        key = (problem.place.file, problem.place.line, problem.code)
        if key in by_line and not is_fixed(problem.code):
            used.add(key)
        else:
            kept.append(problem)
    return kept, used


def _idle(allows: list[Allow], used: set[tuple[str, int, str]], rules: HouseRules) -> list[Problem]:
    level = rules.levels.get("CC049", Level.WARNING)
    if level is None:
        return []
    idle = []
    for allow in allows:
        if not allow.codes:
            idle.append(Problem("CC049", level, allow.place, {"code": "", "reason": "<no code>"}))
        for code in allow.codes:
            if (allow.place.file, allow.line, code) in used:
                continue
            reason = (
                "<fixed>" if is_fixed(code) else "<nothing>" if page(code) is not None else "<no such code>"
            )
            idle.append(Problem("CC049", level, allow.place, {"code": code, "reason": reason}))
    return idle[:MOST]


def _unexplained(allows: list[Allow], used: set[tuple[str, int, str]], rules: HouseRules) -> list[Problem]:
    """Comments that do allow something but say not why; one that allows nothing is to go, with or without a reason."""
    level = rules.levels.get("CC122", Level.WARNING)
    if level is None:
        return []
    bare = []
    for allow in allows:
        codes = [code for code in allow.codes if (allow.place.file, allow.line, code) in used]
        if codes and not any(letter.isalnum() for letter in allow.reason):
            bare.append(Problem("CC122", level, allow.place, {"code": ", ".join(codes)}))
    return bare[:MOST]
