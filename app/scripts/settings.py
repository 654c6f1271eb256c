"""``callcue settings``: every setting, what it is now, what it may be, and where it is kept."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Mapping

from app import settings as declared
from app.playbook.vocabulary import Label
from app.scripts.commands import COMMANDS, Subparsers
from app.scripts.opened import settings_of
from app.scripts.parser import Parser
from app.scripts.stop import CLEAN

_ABOUT = Label(
    "Lists every setting with its value, what it may be and what it does. They are kept in {path}.",
    "Vypíše každé nastavení s hodnotou, s tím, co v něm smí být, a k čemu je. Uložena jsou v {path}.",
)
_JSON = Label("as JSON", "jako JSON")
_ALLOWED = Label("may be: {values}", "smí být: {values}")
_VARIABLE = Label(
    "the environment's {name} wins over the file", "proměnná prostředí {name} má přednost před souborem"
)
_UNSET = Label("(not set)", "(nenastaveno)")


def add(subparsers: Subparsers) -> None:
    """Adds the command's parser."""
    lang = Parser.lang
    path = declared.home_folder() / declared.FILE_NAME
    about = _ABOUT.in_lang(lang).format(path=path).replace("%", "%%")
    parser = subparsers.add_parser(
        "settings", help=COMMANDS["settings"].help.in_lang(lang), description=about
    )
    parser.add_argument("--json", action="store_true", help=_JSON.in_lang(lang))
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Prints the settings that hold."""
    loaded = settings_of(args)
    values = {one.name: _plain(getattr(loaded.settings, one.name)) for one in declared.catalogue()}
    if args.json:
        sys.stdout.write(json.dumps(values, ensure_ascii=False, indent=2) + "\n")
        return CLEAN
    for one in declared.catalogue():
        sys.stdout.write(_told(one, values[one.name], args.lang))
    return CLEAN


def _told(one: declared.Setting, value: object, lang: str) -> str:
    shown = json.dumps(value, ensure_ascii=False) if not isinstance(value, str) else value
    lines = [f"{one.name} = {shown or _UNSET.in_lang(lang)}", f"    {one.words.in_lang(lang)}"]
    if one.allowed:
        lines.append(f"    {_ALLOWED.in_lang(lang).format(values=', '.join(one.allowed))}")
    if one.variable:
        lines.append(f"    {_VARIABLE.in_lang(lang).format(name=one.variable)}")
    return "\n".join(lines) + "\n"


def _plain(value: object) -> object:
    if isinstance(value, Mapping):
        return {str(action): list(keys) for action, keys in value.items()}
    return value if isinstance(value, bool | int | float) else str(value)
