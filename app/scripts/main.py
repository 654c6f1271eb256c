"""``callcue``: understands the command line, settles language and places, and runs one command."""

from __future__ import annotations

import errno
import importlib
import locale
import os
import sys
from argparse import Namespace
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

from app.playbook.file_words import refused_place, why_refused
from app.playbook.label import Label, Lang
from app.scripts.commands import COMMANDS
from app.scripts.parser import Parser, command_in, common_value
from app.scripts.reports import BugHook
from app.scripts.stop import INTERRUPTED, PIPE_CLOSED, PROBLEMS, USAGE, Stop

if TYPE_CHECKING:
    from app.settings import Loaded, SettingsProblem

_ABOUT = Label(
    "Callcue sits beside a phone call like a prompter in a theatre.\n"
    "Without a command it opens its window, or the terminal when there is no display.",
    "Callcue sedí u telefonního hovoru jako nápověda v divadle.\n"
    "Bez příkazu otevře okno, a když není obrazovka, hovor v terminálu.",
)
_COMMANDS = Label("Commands", "Příkazy")
_EACH = Label("callcue COMMAND --help tells more about each.", "callcue PŘÍKAZ --help řekne o každém víc.")
_COMMAND = Label("COMMAND", "PŘÍKAZ")
_NO_COMMAND = Label("callcue: there is no command '{name}'.", "callcue: příkaz „{name}“ neexistuje.")
_NEAR = Label("Did you mean '{near}'?", "Neměl to být „{near}“?")
_NO_OUTPUT = Label("The output cannot be written: {why}.", "Výstup nelze zapsat: {why}.")
_NO_PLACE = Label("{path} cannot be used: {why}.", "{path} nelze použít: {why}.")
_OUTPUT_ERRORS = frozenset({errno.ENOSPC, errno.EIO, errno.EBADF})
_STOPPED = Label("Stopped.", "Ukončeno.")
_SEE_HELP = Label("callcue --help lists them all.", "callcue --help je všechny vypíše.")
_VARIABLES = {
    "--lang": "CALLCUE_LANG",
    "--db": "CALLCUE_DB",
    "--home": "CALLCUE_HOME",
    "--playbooks": "CALLCUE_PLAYBOOKS",
}


def main(argv: Sequence[str] | None = None) -> int:
    """Runs one command line and returns its exit code; the console script and ``python -m app`` call this."""
    words = _with_pop(list(sys.argv[1:] if argv is None else argv))
    _have_outputs()
    _speak_utf8()
    with _placed(words):
        loaded = _settings()
        lang = _language(words, loaded)
        if argv is None:
            sys.excepthook = BugHook(_home(), lang)
        try:
            return _run(words, lang, loaded.problems)
        except Stop as stop:
            if stop.message:
                sys.stderr.write(stop.message.rstrip() + "\n")
            return stop.code
        except KeyboardInterrupt:
            sys.stderr.write("\n" + _STOPPED.in_lang(lang) + "\n")
            return INTERRUPTED
        except BrokenPipeError:
            _silence(sys.stdout)
            return PIPE_CLOSED
        except OSError as error:
            place = refused_place(error)
            if place:
                sys.stderr.write(
                    _NO_PLACE.in_lang(lang).format(path=place, why=why_refused(error).in_lang(lang)) + "\n"
                )
                return PROBLEMS
            if error.errno not in _OUTPUT_ERRORS or error.filename is not None:
                raise
            _silence(sys.stdout)
            sys.stderr.write(_NO_OUTPUT.in_lang(lang).format(why=why_refused(error).in_lang(lang)) + "\n")
            return PROBLEMS


def _with_pop(words: list[str]) -> list[str]:
    """A bare ``callcue:…`` address, as desktops hand it over, stands for ``pop``."""
    chosen = command_in(words)
    if chosen is None or chosen[:8].lower() != "callcue:":
        return words
    at = words.index(chosen)
    return [*words[:at], "pop", *words[at:]]


def _run(words: Sequence[str], lang: str, slips: Sequence[SettingsProblem]) -> int:
    parser = parser_for(words, lang)
    try:
        args = parser.parse_args(words)
    except SystemExit as exit_:
        return exit_.code if isinstance(exit_.code, int) else 0
    args.asked_lang, args.lang, args.settings_problems = args.lang, lang, tuple(slips)
    code = _chosen(args)
    sys.stdout.flush()
    return code


def _chosen(args: Namespace) -> int:
    """Runs the command; what is wrong with the settings is told first, by the window in its own way."""
    if hasattr(args, "run"):
        for slip in args.settings_problems:
            sys.stderr.write(slip.in_lang(args.lang) + "\n")
        return int(args.run(args))
    opening = importlib.import_module("app.scripts.opening")
    return int(opening.run(args))


def parser_for(words: Sequence[str], lang: str) -> Parser:
    """The parser for this command line: every command by name, only the chosen one in full."""
    Parser.lang = lang
    Parser.command = ""
    parser = Parser(prog="callcue", description=_ABOUT.in_lang(lang), epilog=_EACH.in_lang(lang), top=True)
    subparsers = parser.add_subparsers(
        title=_COMMANDS.in_lang(lang), metavar=_COMMAND.in_lang(lang), parser_class=Parser
    )
    chosen = command_in(words)
    if chosen is not None and chosen not in COMMANDS:
        raise Stop(_unknown(chosen, lang), USAGE)
    Parser.command = chosen or ""
    for name, command in COMMANDS.items():
        if name == chosen:
            importlib.import_module(f"app.scripts.{command.module}").add(subparsers)
        else:
            subparsers.add_parser(name, help=command.help.in_lang(lang))
    return parser


def _unknown(name: str, lang: str) -> str:
    near = importlib.import_module("app.playbook.nearest").nearest(name, COMMANDS)
    hint = _NEAR.in_lang(lang).format(near=near) if near else _SEE_HELP.in_lang(lang)
    return _NO_COMMAND.in_lang(lang).format(name=name) + " " + hint


@contextmanager
def _placed(words: Sequence[str]) -> Iterator[None]:
    """Common options stand in the environment while the command runs, where settings and child processes see them."""
    given = {variable: common_value(words, option) for option, variable in _VARIABLES.items()}
    before = {variable: os.environ.get(variable) for variable in given}
    os.environ.update({variable: value for variable, value in given.items() if value})
    try:
        yield
    finally:
        for variable, value in before.items():
            if value is None:
                os.environ.pop(variable, None)
            else:
                os.environ[variable] = value


def _settings() -> Loaded:
    """Read once and first of all: an unreadable file is put aside by that, and who reads next finds none."""
    settings = importlib.import_module("app.settings")
    loaded: Loaded = settings.load(_home())
    return loaded


def _language(words: Sequence[str], loaded: Loaded) -> str:
    """What was asked for, else the settings' language, else the system's."""
    asked = common_value(words, "--lang")
    if asked in tuple(Lang):
        return str(asked)
    chosen = str(loaded.settings.language)
    return chosen if chosen in tuple(Lang) else system_language()


def system_language() -> str:
    """Czech where the system speaks it (POSIX: ``LC_ALL``, ``LC_MESSAGES``, ``LANG``, in this order), else English."""
    for variable in ("LC_ALL", "LC_MESSAGES", "LANG"):
        value = os.environ.get(variable)
        if value:
            return Lang.CS if value.startswith("cs") else Lang.EN
    code = locale.getlocale()[0] or ""
    return Lang.CS if code.startswith(("cs", "Czech")) else Lang.EN


def _home() -> Path:
    settings = importlib.import_module("app.settings")
    home: Path = settings.home_folder()
    return home


def _have_outputs() -> None:
    """A stream that was closed before the program began takes words and drops them."""
    if sys.stdout is None:
        sys.stdout = open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115, PTH123 - open for as long as the program runs
    if sys.stderr is None:
        sys.stderr = open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115, PTH123


def _speak_utf8() -> None:
    for stream, errors in (
        (sys.stdout, "backslashreplace"),
        (sys.stderr, "backslashreplace"),
        (sys.stdin, "replace"),
    ):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(encoding="utf-8", errors=errors)


def _silence(stream: TextIO) -> None:
    """Lets the interpreter flush at its end without a second complaint about the closed pipe."""
    try:
        os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())
    except (OSError, ValueError):
        return


if __name__ == "__main__":
    raise SystemExit(main())
