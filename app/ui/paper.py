"""Pages of A4 as PDF files, and the dialogues that ask where files shall go."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QMarginsF, QObject, QStandardPaths, QUrl
from PySide6.QtGui import QFont, QGuiApplication, QImage, QPageLayout, QPageSize, QPdfWriter, QTextDocument
from PySide6.QtWidgets import QFileDialog, QHeaderView, QSplitter, QTreeView, QWidget

_MARGIN_MM = 2.0
"""Qt leaves 20 mm more by itself around a document, where it writes the number of the page."""
_DOTS_PER_INCH = 150
_TEXT_POINTS = 9.5
"""Windows count letters in pixels, paper in points."""

_LETTERS_WIDE, _LETTERS_HIGH, _LETTERS_OF_PLACES = 92, 56, 20
"""How large a file dialogue of Qt is, and its list of places, in widths of a letter."""


@dataclass(frozen=True, slots=True)
class Page:
    """HTML to print, what the file is called inside, and the pictures that the HTML names."""

    title: str
    html: str
    pictures: Mapping[str, QImage] = field(default_factory=dict)


def write_pdf(path: str, page: Page) -> None:
    """Writes ``page`` to the PDF file at ``path``. Raises OSError when it cannot be written."""
    Path(path).open("wb").close()  # Qt tells nothing of a file that cannot be written
    writer = QPdfWriter(path)
    writer.setPageLayout(
        QPageLayout(
            QPageSize(QPageSize.PageSizeId.A4),
            QPageLayout.Orientation.Portrait,
            QMarginsF(_MARGIN_MM, _MARGIN_MM, _MARGIN_MM, _MARGIN_MM),
            QPageLayout.Unit.Millimeter,
        )
    )
    writer.setResolution(_DOTS_PER_INCH)
    writer.setTitle(page.title)
    document = QTextDocument()
    font = QFont(QGuiApplication.font())
    font.setPointSizeF(_TEXT_POINTS)
    document.setDefaultFont(font)
    for name, picture in page.pictures.items():
        document.addResource(QTextDocument.ResourceType.ImageResource, QUrl(name), picture)
    document.setHtml(page.html)
    document.print_(writer)


def plain_name(words: str) -> str:
    """A name that every file system takes."""
    return "".join(sign if sign.isalnum() or sign in " -" else "_" for sign in words).strip() or "call"


class _Suffix(QObject):
    """Gives a name without an ending the one of the kind that is chosen."""

    def __init__(self, dialog: QFileDialog, suffixes: Sequence[str]) -> None:
        super().__init__(dialog)
        self._dialog = dialog
        self._suffixes = suffixes
        dialog.filterSelected.connect(self._follow)

    def _follow(self, kind: str) -> None:
        suffix = next((one for one in self._suffixes if f"*.{one}" in kind), self._suffixes[0])
        self._dialog.setDefaultSuffix(suffix)
        chosen = self._dialog.selectedFiles()
        if chosen:
            self._dialog.selectFile(Path(chosen[0]).with_suffix(f".{suffix}").name)


def name_rows(dialog: QFileDialog) -> None:
    """Names the rows of a file dialogue whose words are not among the Czech ones that Qt brings, and gives it room.

    Where the desktop brings a dialogue of its own, that one keeps its size.
    """
    named = {
        QFileDialog.DialogLabel.LookIn: QCoreApplication.translate("FileDialogue", "Fo&lder:"),
        QFileDialog.DialogLabel.FileType: QCoreApplication.translate("FileDialogue", "File &type:"),
    }
    for row, words in named.items():
        dialog.setLabelText(row, words)
    letter = dialog.fontMetrics().averageCharWidth()
    dialog.resize(_LETTERS_WIDE * letter, _LETTERS_HIGH * letter)
    files, places = dialog.findChild(QTreeView), dialog.findChild(QSplitter)
    if files is not None:
        files.header().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
    if places is not None:
        places.setSizes([_LETTERS_OF_PLACES * letter, (_LETTERS_WIDE - _LETTERS_OF_PLACES) * letter])


def documents() -> str:
    """The folder where a person keeps documents; their home where a desktop names one that is not there."""
    folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    return folder if Path(folder).is_dir() else str(Path.home())


def ask_where(parent: QWidget, caption: str, name: str, kinds: Mapping[str, str]) -> QFileDialog:
    """Asks where a file shall go; the dialogue tells the place and goes by itself.

    Args:
        name: What is proposed, without an ending.
        kinds: Names of kinds of files by their endings, the usual one first.
    """
    dialog = QFileDialog(parent, caption)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    name_rows(dialog)
    dialog.setNameFilters([f"{words} (*.{suffix})" for suffix, words in kinds.items()])
    usual = next(iter(kinds))
    dialog.setDefaultSuffix(usual)
    if len(kinds) > 1:
        _Suffix(dialog, tuple(kinds))
    dialog.selectFile(str(Path(documents()) / f"{plain_name(name)}.{usual}"))
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()
    return dialog
