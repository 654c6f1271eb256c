"""A coaching sheet on paper: the words of the screen as a PDF file."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from app.ui.moments import day_words
from app.ui.paper import Page
from app.ui.review.coach_words import entry_words, hidden_words, method_words
from app.ui.review.printing import save_pdf

if TYPE_CHECKING:
    from app.ui.review.coach_scene import CoachingSheet, Entry

_SOFT = "color:#555555"


def sheet_page(sheet: CoachingSheet) -> Page:
    """The sheet as HTML, with everything that people typed escaped."""
    name = sheet.name or sheet.rep
    title = QCoreApplication.translate("CoachPage", "Coaching: %1").replace("%1", name)
    hidden = hidden_words(sheet)
    body = "".join(_entry(one) for one in sheet.entries)
    notes = "".join(f'<p style="{_SOFT}">{escape(words)}</p>' for words in (hidden, method_words()) if words)
    return Page(title, f"<h2>{escape(title)}</h2><p>{escape(_today(sheet))}</p>{body}<hr>{notes}")


def _today(sheet: CoachingSheet) -> str:
    from datetime import datetime

    today = sheet.today
    return day_words(datetime(today.year, today.month, today.day).astimezone())


def _entry(entry: Entry) -> str:
    words = entry_words(entry)
    standing = f' <span style="{_SOFT}">({escape(words.standing)})</span>' if words.standing else ""
    parts = (
        f'<p style="{_SOFT}">{escape(words.about)}</p>',
        _lines((words.strength, words.change)),
        f'<p style="{_SOFT}">{escape(words.counted)}</p>' if words.counted else "",
        _lines(words.tries),
        _lines(words.numbers),
        f"<p><b>{escape(words.verdict)}</b></p>" if words.verdict else "",
        _lines(words.trails),
    )
    return f"<hr><h3>{escape(words.title)}{standing}</h3>{''.join(parts)}"


def _lines(lines: tuple[str, ...]) -> str:
    said = "<br>".join(escape(line) for line in lines if line)
    return f"<p>{said}</p>" if said else ""


def save_sheet(parent: QWidget, sheet: CoachingSheet) -> None:
    """Asks where to, and writes the sheet there."""
    caption = QCoreApplication.translate("CoachPage", "Save the coaching sheet")
    save_pdf(parent, caption, f"{sheet.today:%Y-%m-%d} {sheet.name or sheet.rep}", sheet_page(sheet))
