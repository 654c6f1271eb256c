"""Prints HTML into a PDF file through Qt, with no display and no window."""

from __future__ import annotations

import os
from pathlib import Path

from app.playbook.label import Label
from app.scripts.stop import Stop
from app.scripts.window import missing_libraries

_NO_LIBRARIES = Label(
    "A PDF needs system libraries that are missing here: {names}. 'make setup' installs them on Debian and Ubuntu.",
    "PDF potřebuje systémové knihovny, které tu chybějí: {names}. V Debianu a Ubuntu je doinstaluje „make setup“.",
)
_MARGIN_MM = 16.0
_DOTS_PER_INCH = 150


def write_pdf(path: Path, title: str, html: str, lang: str) -> None:
    """Writes pages of A4.

    Raises:
        Stop: Qt cannot run here.
        OSError: The file cannot be written.
    """
    missing = (
        missing_libraries("offscreen", os.environ)
        if os.name == "posix" and os.uname().sysname == "Linux"
        else ()
    )
    if missing:
        raise Stop(_NO_LIBRARIES.in_lang(lang).format(names=", ".join(missing)))
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtCore import QMarginsF
    from PySide6.QtGui import QGuiApplication, QPageLayout, QPageSize, QPdfWriter, QTextDocument

    application = QGuiApplication.instance() or QGuiApplication([])
    path.open("wb").close()  # Qt tells nothing of a file that cannot be written
    writer = QPdfWriter(str(path))
    writer.setPageLayout(
        QPageLayout(
            QPageSize(QPageSize.PageSizeId.A4),
            QPageLayout.Orientation.Portrait,
            QMarginsF(_MARGIN_MM, _MARGIN_MM, _MARGIN_MM, _MARGIN_MM),
            QPageLayout.Unit.Millimeter,
        )
    )
    writer.setResolution(_DOTS_PER_INCH)
    writer.setTitle(title)
    document = QTextDocument()
    document.setHtml(html)
    document.print_(writer)
    del writer, document, application
