"""``callcue find``: the objection finder in the terminal."""

from __future__ import annotations

import argparse
import json
import sys

from app.bootstrap import playbooks_folder
from app.call.finder import Finder, Found, Kind
from app.playbook.vocabulary import Label
from app.scripts.commands import COMMANDS, Subparsers
from app.scripts.opened import settings_of
from app.scripts.parser import Parser, count
from app.scripts.shelf import usable
from app.scripts.stop import CLEAN

_ABOUT = Label(
    "Finds objections, stories and questions of a playbook from a few hasty letters, as in a call.",
    "Najde námitky, příběhy a otázky scénáře z pár narychlo napsaných písmen, jako při hovoru.",
)
_PLAYBOOK_WORD = Label("PLAYBOOK", "SCÉNÁŘ")
_PLAYBOOK = Label("a playbook's file or id", "soubor nebo id scénáře")
_QUERY = Label("what the customer said", "co zákazník říká")
_JSON = Label("as a JSON list", "jako seznam JSON")
_LIMIT = Label("how many at most (default: 9)", "kolik nejvýš (výchozí: 9)")
_NOTHING = Label(
    "Nothing alike. In a call, Enter records it as an unlisted objection in these words.",
    "Nic podobného. Při hovoru to Enter zaznamená jako námitku mimo seznam, v těchto slovech.",
)
_WORD = Label("QUERY", "DOTAZ")
_ALSO = Label("“{matched}”", "„{matched}“")
_KINDS = {
    Kind.OBJECTION: Label("objection", "námitka"),
    Kind.STORY: Label("story", "příběh"),
    Kind.QUESTION: Label("question", "otázka"),
}


def add(subparsers: Subparsers) -> None:
    """Adds the command's parser."""
    lang = Parser.lang
    parser = subparsers.add_parser(
        "find", help=COMMANDS["find"].help.in_lang(lang), description=_ABOUT.in_lang(lang)
    )
    parser.add_argument("playbook", metavar=_PLAYBOOK_WORD.in_lang(lang), help=_PLAYBOOK.in_lang(lang))
    parser.add_argument("query", metavar=_WORD.in_lang(lang), nargs="+", help=_QUERY.in_lang(lang))
    parser.add_argument("--json", action="store_true", help=_JSON.in_lang(lang))
    parser.add_argument("--limit", type=count, default=9, metavar="N", help=_LIMIT.in_lang(lang))
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Prints what was found, best first."""
    folder = playbooks_folder(settings_of(args).settings)
    _, playbook = usable(args.playbook, folder, args.lang)
    found = Finder(playbook).find(" ".join(args.query), args.limit)
    if args.json:
        sys.stdout.write(json.dumps([_plain(one) for one in found], ensure_ascii=False, indent=2) + "\n")
    elif found:
        sys.stdout.write(_table(found, args.lang))
    else:
        sys.stderr.write(_NOTHING.in_lang(args.lang) + "\n")
    return CLEAN


def _plain(one: Found) -> dict[str, object]:
    return {
        "kind": one.kind.value,
        "id": one.id,
        "label": one.label,
        "score": round(one.score, 3),
        "matched": one.matched,
    }


def _table(found: tuple[Found, ...], lang: str) -> str:
    wide = max(len(one.id) for one in found)
    lines = []
    for place, one in enumerate(found, 1):
        also = f"  ({_ALSO.in_lang(lang).format(matched=one.matched)})" if one.matched != one.label else ""
        lines.append(f"{place}  {one.id:<{wide}}  {_KINDS[one.kind].in_lang(lang):<9}  {one.label}{also}\n")
    return "".join(lines)
