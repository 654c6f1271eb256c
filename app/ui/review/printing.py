"""A call on paper: who, the moments in order, what was said of them, and its reviews; the marks alone as a workbook or CSV."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, Qt, Signal
from PySide6.QtWidgets import QFileDialog, QMessageBox, QWidget

from app.review.mark_sheet import CallAbout, mark_lines
from app.ui.moments import clock_words, day_words
from app.ui.paper import Page, ask_where, documents, name_rows, write_pdf
from app.ui.review.replay_scene import ReplayScene
from app.ui.review.retelling import Moment, Sort, outcome_words
from app.ui.words import ui_lang

if TYPE_CHECKING:
    from app.review.mark_sheet import MarkLine, Reviewed


def page_of(scene: ReplayScene, reviews: Sequence[Reviewed] = ()) -> str:
    """The call with its reviews as HTML, with everything that people typed escaped."""
    from app.review.out.page import reviews_part

    row = scene.row
    if row is None:
        return ""
    about = (
        day_words(row.started.astimezone()),
        clock_words(scene.timeline.length),
        row.rep_name or row.rep,
        scene.playbook_title or row.playbook,
        outcome_words(row.outcome, ui_lang()) if row.outcome else "",
    )
    words = " · ".join(escape(part) for part in about if part)
    moments = "".join(_line(one) for one in scene.moments)
    return (
        f"<h2>{escape(row.who or row.company)}</h2><p>{words}</p>"
        f'<table cellspacing="0" cellpadding="3" width="100%">{moments}</table>'
        f"{reviews_part(reviews, ui_lang())}"
    )


def _line(moment: Moment) -> str:
    head = f"{escape(moment.lead)}<b>{escape(moment.strong)}</b>{escape(moment.tail)}"
    if moment.taken_back:
        head = f"<s>{head}</s>"
    detail = f'<br><span style="color:#555555">{escape(moment.detail)}</span>' if moment.detail else ""
    shade = ' bgcolor="#f1efea"' if moment.sort is Sort.COMMENT else ""
    time = escape(clock_words(moment.at))
    return f'<tr><td width="60" valign="top">{time}</td><td{shade}>{head}{detail}</td></tr>'


class PageWriter(QObject):
    """Writes the page once the place is chosen, or the marks where a table is wanted; lives as long as the dialogue."""

    written = Signal(str)
    """The path of the file."""

    def __init__(self, dialog: QFileDialog, page: Page, marks: Sequence[MarkLine] = ()) -> None:
        super().__init__(dialog)
        self._page = page
        self._marks = marks
        self._place = dialog.parentWidget()

    def write(self, path: str) -> None:
        """Writes the file, or says that it could not be written."""
        try:
            if self._marks and Path(path).suffix.lower() in (".xlsx", ".csv"):
                from app.review.out.view import export_marks

                export_marks(self._marks, Path(path), ui_lang())
            else:
                write_pdf(path, self._page)
        except OSError:
            words = QCoreApplication.translate(
                "ReviewPrinting", "%1 could not be written. Choose another place."
            )
            told = QMessageBox(QMessageBox.Icon.Warning, "", words.replace("%1", path), parent=self._place)
            told.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            told.open()
        else:
            self.written.emit(path)


def save_pdf(parent: QWidget, caption: str, name: str, page: Page) -> None:
    """Asks where to, proposing ``name``, and writes the page there."""
    dialog = ask_where(parent, caption, name, {"pdf": "PDF"})
    dialog.fileSelected.connect(PageWriter(dialog, page).write)


def save_page(parent: QWidget, scene: ReplayScene, reviews: Sequence[Reviewed] = ()) -> PageWriter | None:
    """Asks where to, and writes the call there: as a page, or the marks of its reviews as a workbook or CSV.

    Returns what writes, which tells when it has; ``None`` where no call is open.
    """
    row = scene.row
    if row is None:
        return None
    caption = QCoreApplication.translate("ReviewPrinting", "Save the call as a page")
    kinds = {"pdf": "PDF", "xlsx": "Excel", "csv": "CSV"} if reviews else {"pdf": "PDF"}
    dialog = ask_where(
        parent, caption, f"{row.started.astimezone():%Y-%m-%d} {row.who or row.company}", kinds
    )
    about = CallAbout(row.started, row.rep_name or row.rep, row.who or row.company)
    marks = [line for one in reviews for line in mark_lines(about, one)]
    writer = PageWriter(dialog, Page(row.who, page_of(scene, reviews)), marks)
    dialog.fileSelected.connect(writer.write)
    return writer


def ask_for_table(parent: QWidget) -> QFileDialog:
    """Asks where a table of calls shall go; the dialogue tells the place and goes by itself."""
    caption = QCoreApplication.translate("ReviewPrinting", "Export the calls found")
    return ask_where(parent, caption, "callcue", {"xlsx": "Excel", "csv": "CSV", "pdf": "PDF"})


def ask_for_workbook(parent: QWidget) -> QFileDialog:
    """Asks which edited workbook is to be taken back; the dialogue tells the place and goes by itself."""
    caption = QCoreApplication.translate("ReviewPrinting", "Take marks back from an edited workbook")
    dialog = QFileDialog(parent, caption, documents())
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    name_rows(dialog)
    dialog.setNameFilter("Excel (*.xlsx)")
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()
    return dialog
