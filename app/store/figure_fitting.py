"""The calls that a figure is about, ready to be counted."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Row, text

from app.review.figures import Counted, Group, Tally
from app.store.desk_words import DeskWords
from app.store.figure_bits import BitCounts


@dataclass(frozen=True, slots=True)
class Fitting:
    """The calls that a figure is about: a condition on the table of calls as ``c``, and how many they are.

    ``bits`` are the same calls where bits say all of it; ``whole`` tells that they are all closed calls there are.
    """

    db: Connection
    words: DeskWords
    where: str
    params: Mapping[str, Any]
    calls: int
    newest: int
    sample: bool = False
    bits: BitCounts | None = None
    whole: bool = False

    def rows(self, statement: str, **more: Any) -> Sequence[Row[Any]]:
        """The rows of a statement in which ``{where}`` stands for the condition."""
        asked = statement.replace("{where}", self.where)
        return self.db.execute(text(asked), {**self.params, **more}).all()

    def group(self, row: Row[Any]) -> Group:
        """The group that a row's columns ``playbook`` and ``source`` name."""
        return Group(self.words.text(row.playbook), self.words.text(row.source))

    def groups(self, bits: BitCounts) -> list[tuple[Group, int]]:
        """Every group with the bits of its calls."""
        return [
            (Group(self.words.text(playbook), self.words.text(source)), these)
            for playbook, source, these in bits.groups()
        ]

    def counted(self, tallies: Iterator[Tally] | Sequence[Tally], read: int | None = None) -> Counted:
        """``tallies`` as the answer; ``read`` calls were read for it, all unless said."""
        return Counted(self.calls, self.calls if read is None else read, tuple(tallies), sample=self.sample)
