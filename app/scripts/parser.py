"""The parser of the command line: argparse that speaks Czech too and takes the common options anywhere."""

from __future__ import annotations

import argparse
import re
import sys
from collections.abc import Sequence
from typing import Any, NoReturn

from app.playbook.label import Label
from app.scripts.stop import USAGE

ROLES = ("rep", "manager", "trainer")
COMMON_WITH_VALUE = ("--lang", "--db", "--home", "--playbooks", "--role")
"""Common options that are followed by a value."""

_WORDS = {
    "usage": Label("Usage: ", "Použití: "),
    "arguments": Label("What to give", "Co zadat"),
    "options": Label("Options", "Volby"),
    "common": Label("Common options", "Společné volby"),
    "help": Label("show this help", "ukáže tuto nápovědu"),
    "more": Label("Help: {prog} --help", "Nápověda: {prog} --help"),
    "version": Label("tell the version of Callcue", "řekne verzi Callcue"),
    "lang": Label("language of the program", "jazyk programu"),
    "db": Label(
        "database file or address (also CALLCUE_DB)", "soubor nebo adresa databáze (také CALLCUE_DB)"
    ),
    "home": Label(
        "folder for data and settings (also CALLCUE_HOME)", "složka s daty a nastavením (také CALLCUE_HOME)"
    ),
    "playbooks": Label(
        "folder with playbooks (also CALLCUE_PLAYBOOKS)", "složka se scénáři (také CALLCUE_PLAYBOOKS)"
    ),
    "role": Label("what the window opens with", "čím okno začne"),
    "count": Label("{0} is not a whole number from 1", "{0} není celé číslo od 1"),
    "folder": Label("FOLDER", "SLOŽKA"),
    "where": Label("FILE|ADDRESS", "SOUBOR|ADRESA"),
}
_MISTAKES: tuple[tuple[re.Pattern[str], Label], ...] = tuple(
    (re.compile(pattern), label)
    for pattern, label in (
        (r"the following arguments are required: (.+?)(?:, …)?", Label("Missing: {0}.", "Chybí: {0}.")),
        (
            r"unrecognized arguments: (.+)",
            Label("Not understood: {0}.", "Tomu nerozumíme: {0}."),
        ),
        (
            r"argument (.+): expected one argument",
            Label("{0} wants a value after it.", "Za {0} patří hodnota."),
        ),
        (
            r"argument (.+): expected at least one argument",
            Label("{0} wants at least one value after it.", "Za {0} patří aspoň jedna hodnota."),
        ),
        (
            r"argument (.+): invalid int value: (.+)",
            Label("{0} wants a whole number, not {1}.", "{0} chce celé číslo, ne {1}."),
        ),
        (
            r"argument (.+): invalid choice: (.+?) \(choose from (.+)\)",
            Label("{0} cannot be {1}; choose from {2}.", "{0} nemůže být {1}; na výběr je {2}."),
        ),
        (
            r"argument (.+): not allowed with argument (.+)",
            Label("{0} does not go together with {1}.", "{0} nejde dohromady s {1}."),
        ),
        (
            r"argument (.+): ignored explicit argument .+",
            Label("{0} takes no value.", "{0} žádnou hodnotu nebere."),
        ),
        (r"argument (.+?): (.+)", Label("{0}: {1}.", "{0}: {1}.")),
    )
)


class Parser(argparse.ArgumentParser):
    """A parser with localised headings and errors, and the common options.

    ``lang`` is the language it speaks, ``command`` the command chosen on this line, whose help mistakes point to.
    """

    lang = "en"
    command = ""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("formatter_class", _Layout)
        kwargs.setdefault("conflict_handler", "resolve")
        kwargs.setdefault("allow_abbrev", False)
        kwargs["add_help"] = False
        top = kwargs.pop("top", False)
        super().__init__(*args, **kwargs)
        self._positionals.title = say("arguments", self.lang)
        self._optionals.title = say("options", self.lang)
        if not top:
            self.add_argument("-h", "--help", action="help", help=say("help", self.lang))
        self._add_common(default=None if top else argparse.SUPPRESS)

    def _add_common(self, default: str | None) -> None:
        group = self.add_argument_group(say("common", self.lang))
        if default is None:
            group.add_argument("-h", "--help", action="help", help=say("help", self.lang))
            group.add_argument("--version", action=_Version, help=say("version", self.lang))
        add = group.add_argument
        add("--lang", choices=("cs", "en"), default=default, help=say("lang", self.lang))
        add("--db", metavar=say("where", self.lang), default=default, help=say("db", self.lang))
        add("--home", metavar=say("folder", self.lang), default=default, help=say("home", self.lang))
        add(
            "--playbooks", metavar=say("folder", self.lang), default=default, help=say("playbooks", self.lang)
        )
        add("--role", choices=ROLES, default=default, help=say("role", self.lang))

    def error(self, message: str) -> NoReturn:
        """Says in one sentence what was not understood and where help is; exits with 2."""
        prog = self.prog if " " in self.prog else f"{self.prog} {Parser.command}".rstrip()
        sentence = in_words(message, self.lang)
        sys.stderr.write(f"{prog}: {sentence} {say('more', self.lang).format(prog=prog)}\n")
        raise SystemExit(USAGE)


class _Version(argparse.Action):
    """Tells the version and ends."""

    def __init__(self, option_strings: Sequence[str], dest: str, **more: Any) -> None:
        super().__init__(option_strings, dest, nargs=0, default=argparse.SUPPRESS, **more)

    def __call__(self, *_: Any) -> NoReturn:
        from importlib.metadata import PackageNotFoundError, version

        try:
            known = version("callcue")
        except PackageNotFoundError:  # run from a folder of sources that was never installed
            known = "?"
        sys.stdout.write(f"Callcue {known}\n")
        raise SystemExit(0)


class _Layout(argparse.RawDescriptionHelpFormatter):
    def add_usage(
        self,
        usage: str | None,
        actions: Any,
        groups: Any,
        prefix: str | None = None,
    ) -> None:
        super().add_usage(usage, actions, groups, say("usage", Parser.lang) if prefix is None else prefix)


def count(text: str) -> int:
    """An option's value that counts things: a whole number from 1."""
    try:
        number = int(text)
    except ValueError:
        number = 0
    if number < 1:
        raise argparse.ArgumentTypeError(say("count", Parser.lang).format(text))
    return number


def say(word: str, lang: str) -> str:
    """One of the parser's own words in ``lang``."""
    return _WORDS[word].in_lang(lang)


def in_words(message: str, lang: str) -> str:
    """argparse's message as a plain sentence in ``lang``; one that is not known stays as it is."""
    for pattern, label in _MISTAKES:
        found = pattern.fullmatch(message)
        if found:
            return label.in_lang(lang).format(*found.groups())
    return message


def common_value(argv: Sequence[str], option: str) -> str | None:
    """The last value given for a common ``option`` anywhere in ``argv``, before any parsing."""
    found = None
    for place, word in enumerate(argv):
        if word == "--":
            break
        if word == option and place + 1 < len(argv):
            found = argv[place + 1]
        elif word.startswith(option + "="):
            found = word.partition("=")[2]
    return found


def command_in(argv: Sequence[str]) -> str | None:
    """The first word of ``argv`` that is neither an option nor a common option's value."""
    words = iter(argv)
    for word in words:
        if word in COMMON_WITH_VALUE:
            next(words, None)
        elif not word.startswith("-"):
            return word
    return None
