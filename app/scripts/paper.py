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
    from PySide6.QtGui import QGuiApplication

    from app.ui.paper import Page
    from app.ui.paper import write_pdf as write

    application = QGuiApplication.instance() or QGuiApplication([])
    write(str(path), Page(title, html))
    del application
