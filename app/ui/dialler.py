"""Hands a number to the phone program: through the desktop, or by one small request to this very computer."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from urllib.parse import urlsplit

from PySide6.QtCore import QObject, QUrl, Signal
from PySide6.QtGui import QDesktopServices

from app.call.ports import BookUnavailable
from app.leads.dialling import CannotDial, DialLink, DialSlip, dial_link
from app.leads.lead import LeadBook
from app.ui.background import Runner
from app.ui.preferences import Preferences

ANSWER_SECONDS = 3.0
"""How long a phone program on this computer may take to answer."""

OpenLink = Callable[[str], bool]


def open_with_desktop(url: str) -> bool:
    """Has the desktop open it; true only means that somebody took it."""
    return QDesktopServices.openUrl(QUrl(url))


class Dialler(QObject):
    """Dials. ``told`` carries the number asked for and a ``DialSlip``, or ``None`` when a phone program took it."""

    told = Signal(str, object)

    def __init__(
        self,
        preferences: Preferences,
        runner: Runner,
        parent: QObject | None = None,
        *,
        open_link: OpenLink = open_with_desktop,
    ) -> None:
        super().__init__(parent)
        self._preferences = preferences
        self._runner = runner
        self._open_link = open_link
        self._leads: LeadBook | None = None

    def serve(self, leads: LeadBook | None) -> None:
        """The book that knows who must not be called; ``None`` while it is closed."""
        self._leads = leads

    def dial(self, number: str) -> None:
        """Dials ``number`` however it is written; what comes of it is told later."""
        settings = self._preferences.settings
        work = partial(_reach, self._leads, settings.dial, number, settings.country)
        self._runner.run(work, partial(self._reached, number), partial(self._failed, number))

    def _reached(self, number: str, link: DialLink) -> None:
        took = link.is_local_call or self._open_link(link.url)
        self.told.emit(number, None if took else DialSlip.NOBODY_TOOK_IT)

    def _failed(self, number: str, error: Exception) -> bool:
        if isinstance(error, CannotDial):
            self.told.emit(number, error.slip)
        elif isinstance(error, BookUnavailable):
            self.told.emit(number, DialSlip.UNSURE)
        else:
            return False
        return True


def _reach(leads: LeadBook | None, template: str, number: str, country: str) -> DialLink:
    """Looks at the do-not-call list, makes the address and asks for it when it is on this computer. For the worker."""
    if leads is None:
        raise CannotDial(DialSlip.UNSURE)
    if number.strip() and leads.is_blocked(number):
        raise CannotDial(DialSlip.BLOCKED)
    link = dial_link(template, number, country)
    if link.is_local_call:
        ask_here(link.url)
    return link


def ask_here(url: str, seconds: float = ANSWER_SECONDS) -> None:
    """One GET to a phone program on this computer; follows nothing, goes through no proxy, opens no browser.

    Raises:
        CannotDial: Nobody answers there within ``seconds``, or the answer is no.
    """
    from http.client import HTTPConnection, HTTPException

    parts = urlsplit(url)
    connection = HTTPConnection(parts.hostname or "localhost", parts.port, timeout=seconds)
    try:
        connection.request("GET", (parts.path or "/") + (f"?{parts.query}" if parts.query else ""))
        status = connection.getresponse().status
    except (OSError, HTTPException) as error:
        raise CannotDial(DialSlip.SILENT) from error
    finally:
        connection.close()
    if status >= 400:
        raise CannotDial(DialSlip.REFUSED)
