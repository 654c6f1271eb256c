"""What happens when the program itself is wrong: a report in a file, one sentence for the person."""

from __future__ import annotations

import os
import sys
import traceback
from datetime import datetime
from pathlib import Path
from types import TracebackType

from app.playbook.label import Label

_SORRY = Label(
    "Callcue made a mistake of its own and has to stop. What was recorded is safe; a report is in {path}.",
    "V Callcue nastala vnitřní chyba a program musí skončit. Co bylo zaznamenáno, je v bezpečí; zpráva o chybě je v {path}.",
)
_NO_REPORT = Label(
    "Callcue made a mistake of its own and has to stop ({what}). What was recorded is safe.",
    "V Callcue nastala vnitřní chyba a program musí skončit ({what}). Co bylo zaznamenáno, je v bezpečí.",
)


class BugHook:
    """An excepthook that keeps tracebacks off people's screens."""

    def __init__(self, home: Path, lang: str) -> None:
        self._home = home
        self._lang = lang

    def __call__(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        """Writes the report and one sentence about it."""
        sys.stderr.write(self.told(kind, error, trace) + "\n")

    def told(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> str:
        """Writes the report; the sentence to show."""
        text = "".join(traceback.format_exception(kind, error, trace))
        try:
            path = self._write(text)
        except OSError:
            return _NO_REPORT.in_lang(self._lang).format(what=kind.__name__)
        return _SORRY.in_lang(self._lang).format(path=path)

    def _write(self, text: str) -> Path:
        folder = self._home / "reports"
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        path = folder / f"{datetime.now().astimezone():%Y-%m-%d-%H%M%S}-{os.getpid()}.txt"
        path.write_text(text, encoding="utf-8")
        return path
