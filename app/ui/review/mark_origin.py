"""Where a mark came from, told wherever the mark is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

if TYPE_CHECKING:
    from app.review.desk import GivenMark


def from_file(given: GivenMark | None) -> str:
    """The file that a mark was taken back from; empty for one that was given in the window."""
    if given is None or not given.origin:
        return ""
    return QCoreApplication.translate("MarkOrigin", "from the file %1").replace("%1", given.origin)
