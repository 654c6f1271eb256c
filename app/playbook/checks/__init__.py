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
from app.playbook.problems import Problem
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
    return check_playbook(reading.draft, reading.texts, scorecards, sisters)


def check_playbook(
    playbook: Playbook,
    files: Mapping[str, str],
    scorecards: Collection[str] | None = None,
    sisters: Iterable[tuple[str, Playbook]] = (),
) -> tuple[Problem, ...]:
    """Everything that is wrong or unwise in what ``playbook`` means.

    Args:
        playbook: A playbook whose structure is sound.
        files: The text of each file that it was read from, by name as in the places; its own file first.
        scorecards: The names of the scorecards there are; ``None`` leaves the name unchecked.
        sisters: Its translations, each with the name of its file.

    Returns:
        The findings in the order of their places.
    """
    own = next(iter(files), "")
    margin = Margin(own, files)
    book = Book.of(playbook)
    solver = Solver(book)
    texts = list(all_texts(book))
    references.check(book, margin, scorecards)
    merge_fields.check(book, margin, texts)
    truths.check(book, margin, solver)
    ways.check(book, margin, solver)
    ladders.check(book, margin, solver)
    unused.check(book, margin, texts)
    wording.check(book, margin, texts, files)
    for name, other in sisters:
        sister.check(book, margin, other, name)
    return tuple(sorted(margin.problems, key=lambda one: (one.place, one.code)))
