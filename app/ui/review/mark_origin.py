"""A mark in words, and where it came from, told wherever the mark is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from app.review.scorecard import Scale

if TYPE_CHECKING:
    from app.review.desk import GivenMark


def mark_words(scale: Scale, given: GivenMark | None) -> str:
    """The mark as it stands on its button; a dash where there is none or it does not apply."""
    if given is None or given.mark.value is None:
        return "—"
    if scale is not Scale.YES_NO:
        return str(given.mark.value)
    yes = QCoreApplication.translate("MarkOrigin", "yes")
    return yes if given.mark.value else QCoreApplication.translate("MarkOrigin", "no")


def from_file(given: GivenMark | None) -> str:
    """The file that a mark was taken back from; empty for one that was given in the window."""
    if given is None or not given.origin:
        return ""
    return QCoreApplication.translate("MarkOrigin", "from the file %1").replace("%1", given.origin)
