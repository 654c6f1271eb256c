"""``callcue bench``: measures how fast things are, as ratios within one run, so that machines can be compared."""

from __future__ import annotations

import argparse
import importlib
import json
import os
import sys
from collections.abc import Iterable

from app.playbook.vocabulary import Label
from app.scripts.benchmarks.measure import CALLS, Measure, machine
from app.scripts.commands import COMMANDS, Subparsers
from app.scripts.opened import told_plainly
from app.scripts.parser import Parser, count
from app.scripts.stop import CLEAN, USAGE, Stop

BENCHMARKS = {
    "start": "start",
    "key": "key_press",
    "finder": "finder",
    "search": "search",
    "event": "durable",
    "reading": "reading",
    "stall": "stall",
    "desk": "desk",
    "figures": "figures",
    "table": "table",
}
"""The benchmarks by name: the module under ``benchmarks`` whose ``measure(quick=...)`` yields figures."""
_ABOUT = Label(
    "Measures each thing against a plain one of its kind in the same run: a ratio says the same on any machine.\n"
    "Benchmarks: {names}. The machine should have nothing else to do.",
    "Změří každou věc proti obyčejné téhož druhu v témže běhu: poměr říká totéž na každém stroji.\n"
    "Měření: {names}. Stroj by přitom neměl dělat nic jiného.",
)
_NAME = Label("NAME", "JMÉNO")
_NAMES = Label("which ones; all when left out", "která; bez jmen všechna")
_JSON = Label("as JSON", "jako JSON")
_CALLS = Label(
    "with so many made-up calls 'desk' and 'table' are measured (default: 100,000; a million takes minutes to make)",
    "s tolika vymyšlenými hovory se měří „desk“ a „table“ (výchozí: 100 000; milion se vyrábí minuty)",
)
_QUICK = Label("small and rough, to see that they run", "malá a hrubá, jen zda běží")
_NO_SUCH = Label(
    "There is no benchmark '{name}'. There is: {names}.", "Měření „{name}“ neexistuje. Na výběr je: {names}."
)
_RUNNING = Label("measuring {name} …", "měří se {name} …")
_MET = Label("ok", "splněno")
_MISSED = Label("NOT MET", "NESPLNĚNO")
_HEADS = (
    Label("figure", "údaj"),
    Label("measured", "naměřeno"),
    Label("goal", "cíl"),
    Label("", ""),
    Label("both sides", "obě strany"),
    Label("what", "co"),
)


def add(subparsers: Subparsers) -> None:
    """Adds the command's parser."""
    lang = Parser.lang
    about = _ABOUT.in_lang(lang).format(names=", ".join(BENCHMARKS))
    parser = subparsers.add_parser("bench", help=COMMANDS["bench"].help.in_lang(lang), description=about)
    parser.add_argument("names", nargs="*", metavar=_NAME.in_lang(lang), help=_NAMES.in_lang(lang))
    parser.add_argument("--json", action="store_true", help=_JSON.in_lang(lang))
    parser.add_argument("--calls", type=count, metavar="N", help=_CALLS.in_lang(lang))
    parser.add_argument("--quick", action="store_true", help=_QUICK.in_lang(lang))
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Measures and prints; 0 whatever the figures say."""
    names = ", ".join(BENCHMARKS)
    for name in args.names:
        if name not in BENCHMARKS:
            raise Stop(_NO_SUCH.in_lang(args.lang).format(name=name, names=names), USAGE)
    if args.calls is not None:
        os.environ[CALLS] = str(args.calls)
    found: list[Measure] = []
    for name in args.names or BENCHMARKS:
        sys.stderr.write(_RUNNING.in_lang(args.lang).format(name=name) + "\n")
        module = importlib.import_module(f"app.scripts.benchmarks.{BENCHMARKS[name]}")
        with told_plainly(args):
            found.extend(module.measure(quick=args.quick))
    if args.json:
        sys.stdout.write(json.dumps(as_json(found, args.lang), ensure_ascii=False, indent=2) + "\n")
    else:
        sys.stdout.write(machine() + "\n\n" + as_table(found, args.lang))
    return CLEAN


def as_json(found: Iterable[Measure], lang: str) -> dict[str, object]:
    """The machine and every figure."""
    figures = [
        {
            "name": one.name,
            "value": round(one.value, 4),
            "unit": one.unit,
            "goal": one.goal,
            "at_least": one.least,
            "met": one.met,
            "sides": one.detail,
            "what": one.what.in_lang(lang),
        }
        for one in found
    ]
    return {"machine": machine(), "figures": figures}


def as_table(found: Iterable[Measure], lang: str) -> str:
    """Aligned columns, one figure a line."""
    rows = [tuple(head.in_lang(lang) for head in _HEADS), *(_row(one, lang) for one in found)]
    widths = [max(len(row[column]) for row in rows) for column in range(len(_HEADS))]
    return "".join(
        "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip() + "\n"
        for row in rows
    )


def _row(one: Measure, lang: str) -> tuple[str, ...]:
    sign = "≥" if one.least else "≤"
    return (
        one.name,
        f"{one.value:.3g} {one.unit}",
        f"{sign} {one.goal:g} {one.unit}",
        (_MET if one.met else _MISSED).in_lang(lang),
        one.detail,
        one.what.in_lang(lang),
    )
