"""Asking and telling on a terminal, one line at a time, so that commands can be tested without one."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime

from app.call.ports import Clock
from app.leads.when import When, read_when
from app.leads.zone import local_now as now_on_the_wall
from app.playbook.vocabulary import Label
from app.scripts.layout import Page

_NOT_A_DATE = Label(
    "That is no moment ahead. Try: tomorrow 10, friday 14:30, in 2 weeks",
    "To není okamžik v budoucnu. Zkuste: zítra 10, pátek 14:30, za 2 týdny",
)


class Gone(Exception):
    """Nobody answers any more: the input has ended."""


@dataclass(frozen=True, slots=True)
class Talk:
    """``say`` writes text; ``hear`` asks with a prompt and returns a line without its break, or raises ``Gone``."""

    say: Callable[[str], object]
    hear: Callable[[str], str]
    page: Page

    def line(self, label: Label, *words: object) -> None:
        """Says one sentence in the program's language."""
        self.say(label.in_lang(self.page.lang).format(*words) + "\n")

    def ask(self, label: Label, default: str = "") -> str:
        """Asks for a line; an empty one gives ``default``."""
        shown = label.in_lang(self.page.lang) + (f" [{default}]" if default else "") + ": "
        return self.hear(shown).strip() or default

    def choose(self, rows: Sequence[str], label: Label) -> int | None:
        """Lets one of the numbered ``rows`` be chosen; ``None`` for an empty line or no such number."""
        for number, row in enumerate(rows, 1):
            self.say(f"   {number:>2}  {row}\n")
        typed = self.ask(label)
        if not (typed.isascii() and typed.isdigit()):
            return None
        number = int(typed[:6]) - 1
        return number if 0 <= number < len(rows) else None

    def moment(self, label: Label, clock: Clock, default: str = "") -> tuple[When, str] | None:
        """Asks for a date in the rep's words until it is understood; ``None`` for an empty line."""
        while True:
            words = self.ask(label, default)
            if not words:
                return None
            when = read_when(words, local_now(clock), self.page.lang)
            if when is not None:
                self.say(f"   → {when.understood}\n")
                return when, words
            self.line(_NOT_A_DATE)


def local_now(clock: Clock) -> datetime:
    """Now in the rep's own zone."""
    return now_on_the_wall(clock.now())


def terminal(lang: str) -> Talk:
    """The real terminal."""
    width = min(100, shutil.get_terminal_size().columns)
    import os

    ansi = sys.stdout.isatty() and "NO_COLOR" not in os.environ and os.environ.get("TERM", "") != "dumb"
    return Talk(_write, _read, Page(lang, width, ansi))


def _write(text: str) -> None:
    sys.stdout.write(text)
    sys.stdout.flush()


def _read(prompt: str) -> str:
    _write(prompt)
    line = sys.stdin.readline() if sys.stdin is not None else ""  # None: closed before the start
    if not line:
        raise Gone
    return line.rstrip("\r\n")
