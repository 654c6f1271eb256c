"""``callcue explain``: what a problem means, with a bad and a good example; without a code, all of them in a line each."""

from __future__ import annotations

import argparse
import sys
import textwrap

from app.playbook.explain import Page, all_pages, page
from app.playbook.house import ABOUT_COMMENTS
from app.playbook.nearest import nearest
from app.playbook.problems import Level
from app.playbook.vocabulary import Label
from app.scripts.commands import COMMANDS, Subparsers
from app.scripts.parser import Parser
from app.scripts.stop import CLEAN, USAGE, Stop

_WIDTH = 100
_ABOUT = Label(
    "Says what a problem that `callcue check` found means, why it matters, and how a bad and a good file look.\n"
    "Without a code it lists them all. Exit code: 0, or 2 for a code that does not exist.",
    "Řekne, co znamená nález příkazu `callcue check`, proč na něm záleží a jak vypadá špatný a dobrý soubor.\n"
    "Bez kódu vypíše všechny. Návratový kód: 0, nebo 2, když takový kód není.",
)
_CODE = Label("CODE", "KÓD")
_WHICH = Label(
    "such as CC021; without it all codes are listed", "například CC021; bez něj se vypíšou všechny kódy"
)
_LEVELS = {
    Level.ERROR: Label("error", "chyba"),
    Level.WARNING: Label("warning", "varování"),
    Level.INFO: Label("information", "informace"),
}
_BAD = Label("Not like this:", "Takhle ne:")
_GOOD = Label("Like this:", "Takhle ano:")
_SILENCE = Label(
    "Its level is set in callcue.yaml; a comment behind a line excuses that line:",
    "Závažnost se nastavuje v callcue.yaml; poznámka za řádkem ten řádek omluví:",
)
_LEVEL = Label("Its level is set in callcue.yaml:", "Závažnost se nastavuje v callcue.yaml:")
_REASON = Label("the reason", "důvod")
_UNKNOWN = Label("There is no problem code '{code}'.", "Kód nálezu „{code}“ neexistuje.")
_MEANT = Label(" Did you mean {near}?", " Nemyslíte {near}?")
_ALL = Label(" `callcue explain` lists them all.", " Všechny vypíše `callcue explain`.")


def add(subparsers: Subparsers) -> None:
    """Adds the command's parser."""
    lang = Parser.lang
    parser = subparsers.add_parser(
        "explain", help=COMMANDS["explain"].help.in_lang(lang), description=_ABOUT.in_lang(lang)
    )
    parser.add_argument("code", nargs="?", metavar=_CODE.in_lang(lang), help=_WHICH.in_lang(lang))
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Explains one code, or lists all.

    Raises:
        Stop: There is no such code.
    """
    if args.code is None:
        sys.stdout.write("".join(_row(one, args.lang) for one in all_pages()))
        return CLEAN
    found = page(args.code.strip())
    if found is None:
        near = nearest(args.code, [one.code for one in all_pages()])
        hint = _MEANT.in_lang(args.lang).format(near=near) if near else ""
        raise Stop(_UNKNOWN.in_lang(args.lang).format(code=args.code) + hint + _ALL.in_lang(args.lang), USAGE)
    sys.stdout.write(explained(found, args.lang))
    return CLEAN


def explained(one: Page, lang: str) -> str:
    """The whole page as text."""
    level = _LEVELS[one.level].in_lang(lang)
    parts = [
        f"{one.code} · {level} · {one.title.in_lang(lang)}",
        textwrap.fill(one.why.in_lang(lang), _WIDTH),
    ]
    if one.bad:
        parts.append(f"{_BAD.in_lang(lang)}\n\n{textwrap.indent(one.bad.rstrip(), '    ')}")
    if one.good:
        parts.append(f"{_GOOD.in_lang(lang)}\n\n{textwrap.indent(one.good.rstrip(), '    ')}")
    if one.level is not Level.ERROR:
        how, excuse = _LEVEL, f"    levels: {{{one.code}: off}}"
        if one.code not in ABOUT_COMMENTS:
            how, excuse = _SILENCE, f"{excuse}\n    # callcue: allow {one.code} {_REASON.in_lang(lang)}"
        parts.append(f"{how.in_lang(lang)}\n\n{excuse}")
    return "\n\n".join(parts) + "\n"


def _row(one: Page, lang: str) -> str:
    return f"{one.code}  {_LEVELS[one.level].in_lang(lang):<12}{one.title.in_lang(lang)}\n"
