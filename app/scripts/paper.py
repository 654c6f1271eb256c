"""Prints HTML and lists of calls into PDF files through Qt, with no display and no window."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from app.playbook.label import Label
from app.scripts.display import missing_libraries
from app.scripts.stop import Stop

if TYPE_CHECKING:
    from app.review.desk import DeskRow
    from app.review.printed import PrintedHead

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
    with _qt(lang):
        from app.ui.paper import Page
        from app.ui.paper import write_pdf as write

        write(str(path), Page(title, html))


def write_table(path: Path, head: PrintedHead, rows: Iterable[DeskRow], told: Callable[[int], None]) -> int:
    """Writes a list of calls and returns how many. Raises like ``write_pdf``, and UnknownKind."""
    with _qt(head.lang):
        from app.ui.table_paper import write_table_pdf

        return write_table_pdf(path, head, rows, told)


@contextlib.contextmanager
def _qt(lang: str) -> Iterator[None]:
    """Qt without a display. Raises Stop when it cannot run here."""
    missing = (
        missing_libraries("offscreen", os.environ)
        if os.name == "posix" and os.uname().sysname == "Linux"
        else ()
    )
    if missing:
        raise Stop(_NO_LIBRARIES.in_lang(lang).format(names=", ".join(missing)))
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtGui import QGuiApplication

    application = QGuiApplication.instance() or QGuiApplication([])
    yield
    del application
