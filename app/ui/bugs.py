"""When the program itself is wrong: a report in a rotating file, a quiet sentence for the rep, and on it goes."""

from __future__ import annotations

import sys
import threading
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    import logging

_MOST_BYTES = 1_000_000
_FILES_KEPT = 3


class BugWatch(QObject):
    """Takes over Python's hooks for uncaught errors; ``bug_met`` carries the report's path (empty when none)."""

    bug_met = Signal(str)

    def __init__(self, home: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._path = home / "logs" / "callcue.log"
        self._log: logging.Logger | None = None

    def watch(self) -> None:
        """Puts the hooks in place."""
        sys.excepthook = self.report
        threading.excepthook = self._report_thread

    def report(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        """Writes the report and tells the window; an interrupt from the keyboard goes its own way."""
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            return
        self.bug_met.emit(self._write(kind, error, trace))

    def note_refused(self, what: str) -> None:
        """Keeps a line in the log about something from outside that was refused."""
        try:
            self._opened().warning("refused: %s", what)
        except OSError:
            return

    def _report_thread(self, args: threading.ExceptHookArgs) -> None:
        if args.exc_value is not None:
            self.report(args.exc_type, args.exc_value, args.exc_traceback)

    def _write(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> str:
        try:
            log = self._opened()
        except OSError:
            return ""
        log.critical("uncaught error", exc_info=(kind, error, trace))
        return str(self._path)

    def _opened(self) -> logging.Logger:
        import logging
        from logging.handlers import RotatingFileHandler

        if self._log is None:
            self._path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            handler = RotatingFileHandler(
                self._path, maxBytes=_MOST_BYTES, backupCount=_FILES_KEPT, encoding="utf-8"
            )
            handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(threadName)s %(message)s"))
            log = logging.Logger("callcue.window")  # noqa: LOG001 - its own, so that no other handler prints it
            log.addHandler(handler)
            self._log = log
        return self._log

    def close(self) -> None:
        """Gives Python its hooks back and closes the file."""
        sys.excepthook = sys.__excepthook__
        threading.excepthook = threading.__excepthook__
        if self._log is not None:
            for handler in self._log.handlers:
                handler.close()
            self._log = None
