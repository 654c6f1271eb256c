"""``callcue figures``: what recorded calls add up to, each number with its range."""

from __future__ import annotations

import json
import sys
from argparse import Namespace
from dataclasses import asdict
from typing import Any

from app.playbook.label import Label
from app.review.figure_making import figure
from app.review.figure_names import PlaybookNames
from app.review.figure_words import ABOUT, NAMES, cells, headings, note_words, short
from app.review.figures import Figure, FigureName, FigureRow
from app.scripts.commands import COMMANDS, Subparsers
from app.scripts.opened import opened_records
from app.scripts.parser import Parser
from app.scripts.searched import query_of, search_line
from app.scripts.stop import CLEAN, PROBLEMS

_QUERY_WORD = Label("QUERY", "DOTAZ")
_QUERY = Label(
    "which calls, written as in the review desk: rep:eva outcome:lost days:30",
    "které hovory, psáno jako v hodnocení hovorů: obchodník:eva výsledek:prohráno dní:30",
)
_ONLY = Label("only this figure (may be given several times)", "jen tento přehled (lze zadat vícekrát)")
_JSON = Label("JSON instead of tables", "JSON místo tabulek")
_NONE = Label("No calls found.", "Žádné hovory nenalezeny.")
_NO_ROWS = Label("Nothing to count here.", "Tady není co počítat.")


_LETTERS = 56
"""Longer words are cut in tables; JSON has the codes."""


def add(subparsers: Subparsers) -> None:
    """Adds the command."""
    lang = Parser.lang
    words = COMMANDS["figures"].help.in_lang(lang)
    parser = subparsers.add_parser("figures", help=words, description=words)
    parser.add_argument("query", nargs="*", metavar=_QUERY_WORD.in_lang(lang), help=_QUERY.in_lang(lang))
    parser.add_argument(
        "--only", action="append", choices=[str(one) for one in FigureName], help=_ONLY.in_lang(lang)
    )
    parser.add_argument("--json", action="store_true", help=_JSON.in_lang(lang))
    parser.set_defaults(run=run)


def run(args: Namespace) -> int:
    """Prints the figures; 1 when a query finds no calls."""
    wanted = [FigureName(one) for one in args.only or FigureName]
    with opened_records(args) as services:
        query = query_of(search_line(args.query) if args.query else "", args.lang)
        names, book = PlaybookNames(), services.figures
        made = [names.named(figure(name, book.counted(name, query), query), book) for name in wanted]
    if args.json:
        written = [figure_json(one, args.lang) for one in made]
        sys.stdout.write(json.dumps(written, ensure_ascii=False, indent=2) + "\n")
    elif any(one.calls for one in made):
        sys.stdout.write("\n\n".join(table(one, args.lang) for one in made) + "\n")
    else:
        sys.stderr.write(_NONE.in_lang(args.lang) + "\n")
    return CLEAN if not args.query or any(one.calls for one in made) else PROBLEMS


def table(made: Figure, lang: str) -> str:
    """A figure as a heading, aligned columns, and what must be known to read them."""
    lines = [NAMES[made.name].in_lang(lang), ABOUT[made.name].in_lang(lang)]
    if made.rows:
        rows = [headings(made, lang)]
        rows += [tuple(short(cell, _LETTERS) for cell in cells(made, row, lang)) for row in made.rows]
        widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
        lines += [
            "  " + "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip()
            for row in rows
        ]
    else:
        lines.append("  " + _NO_ROWS.in_lang(lang))
    return "\n".join((*lines, *(note_words(made, note, lang) for note in made.notes)))


def figure_json(made: Figure, lang: str) -> dict[str, Any]:
    """A figure as JSON values; ``calls`` is the search line that leads to a row's calls."""
    return {
        "figure": str(made.name),
        "calls": made.calls,
        "codes": [str(kind) for kind in made.kinds],
        "rows": [_row_json(row, lang) for row in made.rows],
        "notes": [{"code": str(note.kind), "words": note_words(made, note, lang)} for note in made.notes],
    }


def _row_json(row: FigureRow, lang: str) -> dict[str, Any]:
    written: dict[str, Any] = {"codes": list(row.codes)}
    if row.group is not None:
        written |= {"playbook": row.group.playbook, "source": row.group.source}
    written["n"] = row.n
    if row.share is not None:
        written |= {
            "hits": row.hits,
            "share": row.share.value,
            "low": row.share.low,
            "high": row.share.high,
        }
    if row.quartiles is not None:
        written |= {"quartiles": asdict(row.quartiles)}
    if row.steadied is not None:
        written["steadied"] = row.steadied
    if row.test is not None:
        written |= {"verdict": str(row.test.verdict), "p": row.test.p, "needed": row.test.needed}
    return {**written, "calls": row.calls_query(lang), "only_these": row.exact}
