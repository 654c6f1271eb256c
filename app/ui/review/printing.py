"""A call on paper: who, the moments in order and what was said of them, as a PDF file."""

from __future__ import annotations

from html import escape

from PySide6.QtCore import QCoreApplication, QObject, Qt
from PySide6.QtWidgets import QFileDialog, QMessageBox, QWidget

from app.ui.moments import clock_words, day_words
from app.ui.paper import Page, ask_where, documents, name_rows, write_pdf
from app.ui.review.replay_scene import ReplayScene
from app.ui.review.retelling import Moment, Sort, outcome_words
from app.ui.words import ui_lang


def page_of(scene: ReplayScene) -> str:
    """The call as HTML, with everything that people typed escaped."""
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
    )


def _line(moment: Moment) -> str:
    head = f"{escape(moment.lead)}<b>{escape(moment.strong)}</b>{escape(moment.tail)}"
    if moment.taken_back:
        head = f"<s>{head}</s>"
    detail = f'<br><span style="color:#555555">{escape(moment.detail)}</span>' if moment.detail else ""
    shade = ' bgcolor="#f1efea"' if moment.sort is Sort.COMMENT else ""
    time = escape(clock_words(moment.at))
    return f'<tr><td width="60" valign="top">{time}</td><td{shade}>{head}{detail}</td></tr>'


class _PageWriter(QObject):
    """Writes the page once the place is chosen; lives as long as the dialogue."""

    def __init__(self, dialog: QFileDialog, page: Page) -> None:
        super().__init__(dialog)
        self._page = page
        self._place = dialog.parentWidget()

    def write(self, path: str) -> None:
        """Writes the page, or says that it could not be written."""
        try:
            write_pdf(path, self._page)
        except OSError:
            words = QCoreApplication.translate(
                "ReviewPrinting", "%1 could not be written. Choose another place."
            )
            told = QMessageBox(QMessageBox.Icon.Warning, "", words.replace("%1", path), parent=self._place)
            told.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            told.open()


def save_pdf(parent: QWidget, caption: str, name: str, page: Page) -> None:
    """Asks where to, proposing ``name``, and writes the page there."""
    dialog = ask_where(parent, caption, name, {"pdf": "PDF"})
    dialog.fileSelected.connect(_PageWriter(dialog, page).write)


def save_page(parent: QWidget, scene: ReplayScene) -> None:
    """Asks where to, and writes the call there."""
    if scene.row is None:
        return
    caption = QCoreApplication.translate("ReviewPrinting", "Save the call as a page")
    name = f"{scene.row.started.astimezone():%Y-%m-%d} {scene.row.who or scene.row.company}"
    save_pdf(parent, caption, name, Page(scene.row.who, page_of(scene)))


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
