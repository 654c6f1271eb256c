"""``callcue diff``: what changed in meaning between two playbooks, and how many recorded calls used what is gone."""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from app.call.events import (
    Answered,
    Event,
    LineShown,
    ObjectionRaised,
    OutcomeRecorded,
    ResponseShown,
    StageEntered,
    StoryTold,
)
from app.playbook.diff import Change, Part, Turn, changes
from app.playbook.model import Playbook
from app.playbook.vocabulary import Label
from app.playbook.whole import examine
from app.scripts.commands import COMMANDS, Subparsers
from app.scripts.opened import opened_services, settings_of, told_plainly
from app.scripts.parser import Parser
from app.scripts.stop import CLEAN, USAGE, Stop
from app.settings import home_folder
from app.store.database import Database, url_of

_MOST_CALLS = 5000
"""Recorded calls looked through, newest first; more would keep a person waiting."""
_LONGEST = 70

_ABOUT = Label(
    "Tells what changed in meaning from OLD to NEW: what was added, removed, renamed, moved and reworded, by ids.\n"
    "With what is gone it says how many recorded calls used it. Exit code: 0, or 2 when a file cannot be used.",
    "Řekne, co se od STARÉHO k NOVÉMU změnilo ve významu: co přibylo, zmizelo, přejmenovalo se, posunulo a zní jinak.\n"
    "U toho, co zmizelo, uvede, kolik zaznamenaných hovorů to použilo. Návratový kód: 0, nebo 2, když soubor nelze použít.",
)
_OLD = (Label("OLD", "STARÝ"), Label("the earlier playbook", "dřívější scénář"))
_NEW = (Label("NEW", "NOVÝ"), Label("the later playbook", "pozdější scénář"))
_FORMAT = Label("how to write the changes", "jak změny zapsat")
_NO_FILE = Label("There is no {path}.", "{path} neexistuje.")
_BROKEN = Label(
    "{path} has errors, so it cannot be compared. `callcue check {path}` tells them.",
    "{path} obsahuje chyby, takže ho nelze porovnat. Vypíše je `callcue check {path}`.",
)
_SAME = Label("Nothing changed in meaning.", "Ve významu se nic nezměnilo.")
_USED = Label("recorded calls that used it: {count}", "zaznamenaných hovorů, které to použily: {count}")
_USED_AT_LEAST = Label(
    "recorded calls that used it, of the last {most}: {count}",
    "zaznamenaných hovorů, které to použily, z posledních {most}: {count}",
)
_NOTHING = Label("nothing", "nic")
_PARTS = {
    Part.PLAYBOOK: Label("playbook", "scénář"),
    Part.FACT: Label("fact", "údaj"),
    Part.STAGE: Label("stage", "fáze"),
    Part.LINE: Label("line", "replika"),
    Part.QUESTION: Label("question", "otázka"),
    Part.ANSWER: Label("answer", "volba odpovědi"),
    Part.OBJECTION: Label("objection", "námitka"),
    Part.RESPONSE: Label("response", "odpověď na námitku"),
    Part.STORY: Label("story", "příběh"),
    Part.COMPLIANCE: Label("compliance line", "závazné znění"),
    Part.OUTCOME: Label("outcome", "výsledek"),
}
_TURNS = {
    Turn.ADDED: Label("added", "přidáno"),
    Turn.REMOVED: Label("removed", "odebráno"),
    Turn.RENAMED: Label("renamed from {was}", "přejmenováno z {was}"),
    Turn.CHANGED: Label("changed: {keys}", "změněno: {keys}"),
    Turn.MOVED: Label("moved", "přesunuto"),
}


def add(subparsers: Subparsers) -> None:
    """Adds the command's parser."""
    lang = Parser.lang
    parser = subparsers.add_parser(
        "diff", help=COMMANDS["diff"].help.in_lang(lang), description=_ABOUT.in_lang(lang)
    )
    for name, (metavar, words) in (("old", _OLD), ("new", _NEW)):
        parser.add_argument(name, metavar=metavar.in_lang(lang), help=words.in_lang(lang))
    parser.add_argument("--format", choices=("text", "json"), default="text", help=_FORMAT.in_lang(lang))
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Compares and tells.

    Raises:
        Stop: A file is missing or has errors.
    """
    old, new = _opened(args.old, args.lang), _opened(args.new, args.lang)
    found = changes(old, new)
    gone = [one.was or one.name for one in found if one.turn in (Turn.REMOVED, Turn.RENAMED)]
    uses, whole = _uses(args, old, gone) if gone else ({}, True)
    if args.format == "json":
        sys.stdout.write(json.dumps(as_json(found, uses), ensure_ascii=False, indent=2) + "\n")
    else:
        sys.stdout.write(as_text(found, uses, args.lang, whole=whole))
    return CLEAN


def as_text(found: Iterable[Change], uses: Mapping[str, int], lang: str, *, whole: bool = True) -> str:
    """The changes a line each, reworded keys below them; ``whole`` says that all recorded calls were looked through."""
    rows = [row for one in found for row in _rows(one, uses, lang, whole=whole)]
    return "".join(f"{row}\n" for row in rows or [_SAME.in_lang(lang)])


def as_json(found: Iterable[Change], uses: Mapping[str, int]) -> list[dict[str, Any]]:
    """The changes as JSON values."""
    return [
        {
            "part": one.part.value,
            "name": one.name,
            "change": one.turn.value,
            "was": one.was,
            "details": [
                {"key": each.key, "before": each.before, "after": each.after} for each in one.details
            ],
            "calls": uses.get(one.was or one.name, 0) if one.turn is Turn.REMOVED else None,
        }
        for one in found
    ]


def _rows(one: Change, uses: Mapping[str, int], lang: str, *, whole: bool) -> Iterable[str]:
    keys = ", ".join(each.key for each in one.details)
    turn = _TURNS[one.turn].in_lang(lang).format(was=one.was, keys=keys)
    row = f"{_PARTS[one.part].in_lang(lang)} {one.name}: {turn}"
    count = uses.get(one.name, 0)
    if one.turn is Turn.REMOVED and count:
        used = _USED if whole else _USED_AT_LEAST
        row = f"{row}; {used.in_lang(lang).format(count=count, most=_MOST_CALLS)}"
    yield row
    for each in one.details:
        yield f"    {each.key}: {_short(each.before, lang)} → {_short(each.after, lang)}"


def _short(text: str, lang: str) -> str:
    flat = " ".join(text.split())
    if not flat:
        return f"({_NOTHING.in_lang(lang)})"
    return flat if len(flat) <= _LONGEST else flat[: _LONGEST - 1] + "…"


def _opened(name: str, lang: str) -> Playbook:
    path = Path(name)
    if not path.is_file():
        raise Stop(_NO_FILE.in_lang(lang).format(path=name), USAGE)
    playbook = examine(path).playbook
    if playbook is None:
        raise Stop(_BROKEN.in_lang(lang).format(path=name), USAGE)
    return playbook


def _uses(args: argparse.Namespace, old: Playbook, gone: list[str]) -> tuple[dict[str, int], bool]:
    """How many recorded calls of the playbook used each of ``gone``, and whether all calls were looked through."""
    wanted, counts = set(gone), Counter[str]()
    if not _has_calls(args):
        return {}, True
    with opened_services(args) as services:
        calls = services.calls.recent(_MOST_CALLS)
        for call in calls:
            if call.playbook == old.id:
                counts.update(wanted & names_in(services.calls.events(call.call)))
    return dict(counts), len(calls) < _MOST_CALLS


def _has_calls(args: argparse.Namespace) -> bool:
    """Whether there is a database: comparing two files makes none."""
    with told_plainly(args):
        database = Database(url_of(settings_of(args).settings.database, home_folder()))
        database.close()
    return database.path is None or database.path.exists()


def names_in(events: Iterable[Event]) -> set[str]:
    """The full names of everything that a call used."""
    names: set[str] = set()
    for event in events:
        match event.what:
            case StageEntered(stage=stage):
                names.add(stage)
            case LineShown(line=line):
                names.add(line)
            case Answered(line=line, answer=answer, fact=fact):
                names.update((f"{line}.{answer}", fact or ""))
            case ObjectionRaised(objection=objection):
                names.add(objection or "")
            case ResponseShown(objection=objection, response=response):
                names.add(f"{objection}.{response}")
            case StoryTold(story=story):
                names.add(story)
            case OutcomeRecorded(outcome=outcome):
                names.add(outcome)
            case _:
                continue
    return names
