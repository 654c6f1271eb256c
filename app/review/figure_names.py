"""What the codes of a figure are called in the playbooks that they come from: newest pinned text, both languages."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

from app.playbook.label import Label, Lang
from app.playbook.merge import plain
from app.playbook.model import Line, Playbook
from app.playbook.reading import read
from app.review.figures import CodeKind, Figure, FigureName, NamedCode

if TYPE_CHECKING:
    from app.playbook.source import Source
    from app.review.ports import FigureBook

_NAMED = frozenset(
    (
        CodeKind.OUTCOME,
        CodeKind.STAGE,
        CodeKind.RESPONSE,
        CodeKind.LINE,
        CodeKind.WORDING,
        CodeKind.PLAYBOOK,
    )
)
_ANY = ""
"""Stands for the playbook where the rows of several are pooled."""


class PlaybookNames:
    """Reads what playbooks call their parts; each pinned text is read once. Used from one thread at a time."""

    def __init__(self) -> None:
        self._read: dict[str, Playbook | None] = {}

    def named(self, figure: Figure, book: FigureBook) -> Figure:
        """``figure`` with the names of its codes. Raises BookUnavailable when the database cannot be read now."""
        ids = {row.group.playbook for row in figure.rows if row.group is not None}
        if not ids and not set(figure.kinds) & _NAMED:
            return figure
        found: dict[NamedCode, dict[str, str]] = {}
        for (playbook_id, lang), source in sorted(book.texts(ids).items()):
            playbook = self._playbook(source)
            for code, words in _names_of(playbook, figure, playbook_id) if playbook is not None else ():
                found.setdefault(code, {})[lang] = words
                found.setdefault((code[0], _ANY, code[2]), {}).setdefault(lang, words)
        return replace(figure, names={code: _label(words) for code, words in found.items()})

    def _playbook(self, source: Source) -> Playbook | None:
        revision = source.revision
        if revision not in self._read:
            self._read[revision] = read(source).playbook
        return self._read[revision]


def _label(words: Mapping[str, str]) -> Label:
    """In a language that the playbook is not written in, the other one stands in."""
    other = next(iter(words.values()))
    return Label(words.get(Lang.EN, other), words.get(Lang.CS, other))


def _names_of(playbook: Playbook, figure: Figure, playbook_id: str) -> Iterator[tuple[NamedCode, str]]:
    kinds = set(figure.kinds)
    yield (CodeKind.PLAYBOOK, playbook_id, playbook_id), playbook.title or playbook_id
    if CodeKind.STAGE in kinds:
        yield from _with(CodeKind.STAGE, playbook_id, ((one.id, one.title) for one in playbook.stages))
    if CodeKind.OUTCOME in kinds:
        yield from _with(CodeKind.OUTCOME, playbook_id, ((one.id, one.label) for one in playbook.outcomes))
    if CodeKind.LINE in kinds:
        yield from _lines(playbook, playbook_id)
    if CodeKind.RESPONSE in kinds:
        yield from _answers(playbook, playbook_id)
    if figure.name is FigureName.WORDINGS:
        yield from _wordings(playbook, playbook_id)


def _with(
    kind: CodeKind, playbook_id: str, pairs: Iterable[tuple[str, str]]
) -> Iterator[tuple[NamedCode, str]]:
    for code, words in pairs:
        if words.strip():
            yield (kind, playbook_id, code), flat(words)


def _lines(playbook: Playbook, playbook_id: str) -> Iterator[tuple[NamedCode, str]]:
    for stage in playbook.stages:
        for line in stage.lines:
            yield (CodeKind.LINE, playbook_id, f"{stage.id}.{line.id}"), line_words(line)
    yield from _with(CodeKind.LINE, playbook_id, ((one.ref, one.say) for one in playbook.compliance))


def _answers(playbook: Playbook, playbook_id: str) -> Iterator[tuple[NamedCode, str]]:
    """Answers by objection and id: two objections may have an answer of the same name."""
    for objection in playbook.objections:
        yield (CodeKind.OBJECTION, playbook_id, objection.id), flat(objection.label)
        for one in objection.responses:
            yield (CodeKind.RESPONSE, playbook_id, f"{objection.id}\t{one.id}"), flat(one.say)


def _wordings(playbook: Playbook, playbook_id: str) -> Iterator[tuple[NamedCode, str]]:
    said = {one.ref: (line_words(one), one.trials) for stage in playbook.stages for one in stage.lines}
    for objection in playbook.objections:
        for answer in objection.responses:
            said[answer.ref] = flat(objection.label), answer.trials
    for ref, (name, wordings) in said.items():
        code = f"{ref} ({playbook.lang})"
        yield (CodeKind.LINE, playbook_id, code), name
        for number, words in enumerate(wordings):
            yield (CodeKind.WORDING, playbook_id, f"{code}\t{number}"), flat(words)


def line_words(line: Line) -> str:
    """A line by its cue, else by its text."""
    return " · ".join(map(flat, line.cue)) if line.cue else flat(line.text)


def flat(text: str) -> str:
    """One line of plain words, with a dot-dot-dot where a name is put in."""
    return " ".join(plain(text).split())
