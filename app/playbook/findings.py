"""Collects the problems of one reading, and stops collecting when more would help nobody."""

from __future__ import annotations

from collections.abc import Iterable

from app.playbook.nearest import nearest
from app.playbook.problems import Level, Place, Problem

MOST = 500
"""Problems of one reading; a file with more is not a playbook with slips."""
_LONGEST_QUOTE = 60


class Findings:
    """A bounded list of problems."""

    def __init__(self) -> None:
        self._problems: list[Problem] = []

    @property
    def problems(self) -> tuple[Problem, ...]:
        """What was found, in the order found."""
        return tuple(self._problems)

    def error(
        self, code: str, place: Place, candidates: Iterable[str] = (), word: str = "", /, **words: str
    ) -> None:
        """Adds an error; ``candidates`` are the right words of which the nearest to ``word`` is suggested."""
        if len(self._problems) < MOST:
            self._add(code, Level.ERROR, place, nearest(word, candidates) if word else "", words)

    def suggest(self, code: str, place: Place, suggestion: str, /, **words: str) -> None:
        """Adds an error with a suggestion that is already known."""
        self._add(code, Level.ERROR, place, suggestion, words)

    def note(self, code: str, level: Level, place: Place, /, **words: str) -> None:
        """Adds a warning or information."""
        self._add(code, level, place, "", words)

    def extend(self, problems: Iterable[Problem]) -> None:
        """Adds problems found elsewhere."""
        self._problems.extend(problems)

    def _add(self, code: str, level: Level, place: Place, suggestion: str, words: dict[str, str]) -> None:
        if len(self._problems) < MOST:
            self._problems.append(Problem(code, level, place, words, suggestion))


def quoted(text: str) -> str:
    """``text`` on one line and not too long, for a message."""
    flat = " ".join(text.split())
    return flat if len(flat) <= _LONGEST_QUOTE else flat[: _LONGEST_QUOTE - 1] + "…"
