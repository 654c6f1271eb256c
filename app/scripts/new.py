"""``callcue new``: begins a playbook with a small whole example and comments that teach."""

from __future__ import annotations

import argparse
import shlex
import sys
from pathlib import Path

from app.playbook.file_words import why_refused
from app.playbook.new import id_for, template
from app.playbook.vocabulary import Label
from app.scripts.commands import COMMANDS, Subparsers
from app.scripts.parser import Parser
from app.scripts.stop import CLEAN, PROBLEMS, USAGE, Stop

_ABOUT = Label(
    "Writes a small playbook that checks clean and can be walked at once, with comments that teach the language.\n"
    "It is in the program's language (--lang). A file that is there already is never overwritten.",
    "Zapíše malý scénář, který je bez nálezů a hned se dá projít, s poznámkami, které učí jazyk scénářů.\n"
    "Je v jazyce programu (--lang). Soubor, který už existuje, se nikdy nepřepíše.",
)
_FILE = (
    Label("FILE", "SOUBOR"),
    Label(
        "where to write it, such as playbooks/en/my-call.yaml",
        "kam ho zapsat, například playbooks/cs/muj-hovor.yaml",
    ),
)
_TITLE = Label("its name for people; the file's name when left out", "název pro lidi; bez něj jméno souboru")
_TITLE_WORD = Label("TITLE", "NÁZEV")
_THERE = Label("{path} is there already. Choose another name.", "{path} už existuje. Zvolte jiné jméno.")
_ENDING = Label("A playbook's name ends with .yaml: {path}.yaml", "Jméno scénáře končí na .yaml: {path}.yaml")
_CANNOT = Label("{path} cannot be written: {why}.", "{path} nelze zapsat: {why}.")
_DONE = Label(
    "Wrote {path}. Look: callcue check {typed}   Walk: callcue play {typed}",
    "Zapsáno: {path}. Kontrola: callcue check {typed}   Hovor nanečisto: callcue play {typed}",
)


def add(subparsers: Subparsers) -> None:
    """Adds the command's parser."""
    lang = Parser.lang
    parser = subparsers.add_parser(
        "new", help=COMMANDS["new"].help.in_lang(lang), description=_ABOUT.in_lang(lang)
    )
    parser.add_argument("file", metavar=_FILE[0].in_lang(lang), help=_FILE[1].in_lang(lang))
    parser.add_argument("--title", metavar=_TITLE_WORD.in_lang(lang), help=_TITLE.in_lang(lang))
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Writes the file.

    Raises:
        Stop: The file is there already, is no YAML file, or cannot be written.
    """
    path = Path(args.file)
    if path.suffix not in (".yaml", ".yml"):
        raise Stop(_ENDING.in_lang(args.lang).format(path=args.file), USAGE)
    title = (
        args.title or path.stem.replace("-", " ").replace("_", " ").strip().capitalize() or id_for(path.stem)
    )
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("x", encoding="utf-8", newline="\n") as file:
            file.write(template(title, args.lang))
    except OSError as error:
        if path.exists():
            raise Stop(_THERE.in_lang(args.lang).format(path=args.file), PROBLEMS) from error
        why = why_refused(error).in_lang(args.lang)
        raise Stop(_CANNOT.in_lang(args.lang).format(path=args.file, why=why), PROBLEMS) from error
    typed = shlex.quote(str(args.file))
    sys.stdout.write(_DONE.in_lang(args.lang).format(path=args.file, typed=typed) + "\n")
    return CLEAN
