"""What a playbook means, checked as a whole: names, conditions, ways through the call, and words to speak.

Each module holds one family of rules; a rule's code, level and words are in ``explain``.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping

from app.playbook.checks import (
    ladders,
    merge_fields,
    references,
    sister,
    truths,
    unused,
    ways,
    wording,
)
from app.playbook.checks.book import Book
from app.playbook.checks.margin import Margin
from app.playbook.checks.solver import Solver
from app.playbook.checks.texts import all_texts
from app.playbook.model import Playbook
from app.playbook.problems import Level, Problem
from app.playbook.reading import Reading

__all__ = ["check", "check_playbook"]


def check(
    reading: Reading,
    scorecards: Collection[str] | None = None,
    sisters: Iterable[tuple[str, Playbook]] = (),
) -> tuple[Problem, ...]:
    """Everything that is wrong or unwise in what a reading's draft means; nothing when there is no draft.

    Args:
        reading: What the reader made of the files.
        scorecards: The names of the scorecards there are; ``None`` leaves the name unchecked.
        sisters: The playbook's translations, each with the name of its file.
    """
    if reading.draft is None:
        return ()
    broken = {one.code for one in reading.problems if one.level is Level.ERROR}
    return check_playbook(reading.draft, reading.texts, scorecards, sisters, broken)


def check_playbook(
    playbook: Playbook,
    files: Mapping[str, str],
    scorecards: Collection[str] | None = None,
    sisters: Iterable[tuple[str, Playbook]] = (),
    broken: Collection[str] = (),
) -> tuple[Problem, ...]:
    """Everything that is wrong or unwise in what ``playbook`` means.

    Args:
        playbook: A playbook as far as it could be read.
        files: The text of each file that it was read from, by name as in the places; its own file first.
        scorecards: The names of the scorecards there are; ``None`` leaves the name unchecked.
        sisters: Its translations, each with the name of its file.
        broken: Codes of the errors in its structure. With any, only what can be judged on its own is judged: a
            stage that could not be read makes no line of another one wrong.

    Returns:
        The findings in the order of their places.
    """
    margin = Margin(next(iter(files), ""), files, _doubtful(playbook, broken))
    book = Book.of(playbook)
    solver = Solver(book)
    texts = list(all_texts(book))
    references.check(book, margin, scorecards)
    merge_fields.check(book, margin, texts)
    truths.check(book, margin, solver)
    ladders.check(book, margin, solver)
    wording.check(book, margin, texts, files)
    if not broken:
        ways.check(book, margin, solver)
        unused.check(book, margin, texts)
        for name, other in sisters:
            sister.check(book, margin, other, name)
    return tuple(sorted(margin.problems, key=lambda one: (one.place, one.code)))


_FILES_MISSING = frozenset({"CC040", "CC041", "CC042"})
_BY_FACTS = frozenset({"CC025", "CC029", "CC030"})
_BY_STORIES = frozenset({"CC023"})
_BY_OBJECTIONS = frozenset({"CC024"})
_BY_STAGES = frozenset({"CC021", "CC022", "CC028", "CC119"})


def _doubtful(playbook: Playbook, broken: Collection[str]) -> frozenset[str]:
    """The codes of unknown names that follow from what could not be read."""
    if not broken:
        return frozenset()
    unread = not _FILES_MISSING.isdisjoint(broken)
    doubts: set[str] = set()
    for codes, known in (
        (_BY_FACTS, playbook.facts),
        (_BY_STORIES, playbook.stories),
        (_BY_OBJECTIONS, playbook.objections),
    ):
        if unread or not known:
            doubts |= codes
    return frozenset(doubts if playbook.stages else doubts | _BY_STAGES)
