"""The notes of one call as they are written: which number is in hand, what it reads, what is recorded already."""

from __future__ import annotations

from collections.abc import Sequence

from app.ui.live.scene import NoteLine


class NoteBook:
    """Drafts of notes. The same number is written again while a note is typed; ``turn`` begins the next one."""

    def __init__(self, written: Sequence[tuple[int, str]]) -> None:
        self._number = 1 + max((number for number, _ in written), default=0)
        self._text = ""
        self._recorded = ""

    @property
    def line(self) -> NoteLine:
        """The note in hand."""
        return NoteLine(self._number, self._text, saved=self._text.strip() == self._recorded)

    def type(self, text: str) -> None:
        """The draft reads ``text`` now."""
        self._text = text

    def unrecorded(self) -> tuple[int, str] | None:
        """What has to be written down now; ``None`` when it is recorded as it reads. Counts as recorded afterwards."""
        text = self._text.strip()
        if text == self._recorded:
            return None
        self._recorded = text
        return self._number, text

    def turn(self) -> None:
        """Begins the next note, unless this one is still empty."""
        if self._recorded:
            self._number += 1
            self._text = self._recorded = ""

    def agree_with(self, written: Sequence[tuple[int, str]]) -> None:
        """Follows what undo or redo did to the note in hand."""
        recorded = dict(written).get(self._number, "")
        if recorded != self._recorded:
            self._text = self._recorded = recorded
