"""``callcue show``: a recorded call word for word, or the screen as it was at one moment of it."""

from __future__ import annotations

import argparse
import json
import sys
from dataclasses import dataclass

from app.bootstrap import Services
from app.call.conversation import conversation
from app.call.events import Event, to_data
from app.call.ports import CallSummary
from app.call.replay import prompt_at
from app.playbook.model import Playbook
from app.playbook.reading import read
from app.playbook.vocabulary import Label
from app.scripts.calls import summary_json, table
from app.scripts.commands import COMMANDS, Subparsers
from app.scripts.layout import clock, moment, told
from app.scripts.opened import opened_records
from app.scripts.parser import Parser
from app.scripts.play import plain
from app.scripts.stop import CLEAN, PROBLEMS, USAGE, Stop
from app.scripts.talk import terminal

_ABOUT = Label(
    "Shows a recorded call word for word, from the exact text it was made with, whatever became of the file.\n"
    "CALL is the beginning of an id as 'callcue calls' lists it, or 'last'.",
    "Ukáže zaznamenaný hovor slovo od slova z přesného znění, se kterým byl veden, ať se se souborem stalo cokoli.\n"
    "HOVOR je začátek id, jak ho vypíše „callcue calls“, nebo „last“.",
)
_CALL = Label("CALL", "HOVOR")
_WHICH = Label("an id, its first letters, or 'last'", "id, jeho začátek, nebo „last“")
_AT = Label(
    "the screen at this moment: milliseconds from the start, or minutes:seconds",
    "obrazovka v tomto okamžiku: milisekundy od začátku, nebo minuty:sekundy",
)
_JSON = Label("as JSON", "jako JSON")
_NO_CALL = Label(
    "No recorded call begins with '{wanted}'. 'callcue calls' lists them.",
    "Žádný zaznamenaný hovor nezačíná „{wanted}“. Vypíše je „callcue calls“.",
)
_NO_CALLS = Label(
    "No call is recorded here yet. 'callcue play' and the window record them.",
    "Zatím tu žádný hovor zaznamenán není. Zaznamená je „callcue play“ i okno.",
)
_SEVERAL = Label(
    "Several calls begin with '{wanted}'; give more of the id:",
    "„{wanted}“ začíná víc hovorů; zadejte z id víc:",
)
_NO_TEXT = Label(
    "The text that this call was made with is not in this database.",
    "Znění, se kterým byl tento hovor veden, v této databázi není.",
)
_BEFORE = Label("The call had not begun then.", "Tehdy hovor ještě nezačal.")
_BAD_TIME = Label(
    "'{text}' is no moment of a call; write milliseconds (95000) or minutes:seconds (1:35).",
    "„{text}“ není okamžik hovoru; pište milisekundy (95000), nebo minuty:sekundy (1:35).",
)
_LONGEST_NUMBER = 12


@dataclass(frozen=True, slots=True)
class Recorded:
    """A call as found: its summary, its events, and the playbook it was made with."""

    summary: CallSummary
    events: tuple[Event, ...]
    playbook: Playbook


def add(subparsers: Subparsers) -> None:
    """Adds the command's parser."""
    lang = Parser.lang
    parser = subparsers.add_parser(
        "show", help=COMMANDS["show"].help.in_lang(lang), description=_ABOUT.in_lang(lang)
    )
    parser.add_argument("call", metavar=_CALL.in_lang(lang), help=_WHICH.in_lang(lang))
    parser.add_argument("--at", metavar="MS", help=_AT.in_lang(lang))
    parser.add_argument("--json", action="store_true", help=_JSON.in_lang(lang))
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Prints the call; 1 when there is none."""
    at = moment_in(args.at, args.lang) if args.at is not None else None
    with opened_records(args) as services:
        recorded = recorded_call(services, args.call, args.lang)
    if at is not None:
        return _show_moment(recorded, at, args.lang, as_json=args.json)
    if args.json:
        sys.stdout.write(json.dumps(_whole(recorded), ensure_ascii=False, indent=2) + "\n")
        return CLEAN
    sys.stdout.write(_heading(recorded, args.lang))
    sys.stdout.write(
        told(conversation(recorded.playbook, recorded.events, args.lang), terminal(args.lang).page)
    )
    return CLEAN


def recorded_call(services: Services, wanted: str, lang: str) -> Recorded:
    """The one call that ``wanted`` means. Raises ``Stop``."""
    found = services.calls.find(wanted)
    if not found:
        words = _NO_CALL if services.calls.recent(1, "") else _NO_CALLS
        raise Stop(words.in_lang(lang).format(wanted=wanted))
    if len(found) > 1:
        raise Stop(_SEVERAL.in_lang(lang).format(wanted=wanted) + "\n" + table(tuple(found[:20]), lang))
    summary = found[0]
    source = services.calls.source(summary.playbook_revision)
    playbook = read(source).draft if source is not None else None
    if playbook is None:
        raise Stop(_NO_TEXT.in_lang(lang))
    return Recorded(summary, tuple(services.calls.events(summary.call)), playbook)


def moment_in(text: str, lang: str) -> int:
    """Milliseconds from ``95000`` or ``1:35``. Raises ``Stop`` with the usage code."""
    minutes, colon, seconds = text.partition(":")
    parts = (minutes, seconds) if colon else (text,)
    if any(not (part.isascii() and part.isdigit() and len(part) <= _LONGEST_NUMBER) for part in parts):
        raise Stop(_BAD_TIME.in_lang(lang).format(text=text), USAGE)
    return (int(minutes) * 60 + int(seconds)) * 1000 if colon else int(text)


def _show_moment(recorded: Recorded, at: int, lang: str, *, as_json: bool) -> int:
    prompt = prompt_at(recorded.playbook, recorded.events, at)
    if prompt is None:
        sys.stderr.write(_BEFORE.in_lang(lang) + "\n")
        return PROBLEMS
    if as_json:
        sys.stdout.write(json.dumps(plain(prompt), ensure_ascii=False, indent=2) + "\n")
    else:
        sys.stdout.write(moment(prompt, terminal(lang).page).lstrip("\n"))
    return CLEAN


def _heading(recorded: Recorded, lang: str) -> str:
    return table((recorded.summary,), lang) + f"  {recorded.summary.call}\n\n"


def _whole(recorded: Recorded) -> dict[str, object]:
    lang = recorded.playbook.lang
    return {
        **summary_json(recorded.summary),
        "events": [_event(event) for event in recorded.events],
        "conversation": [
            {
                "ms": turn.ms,
                "at": clock(turn.ms),
                "seq": turn.seq,
                "voice": turn.voice.value,
                "text": turn.text,
                "ref": turn.ref,
            }
            for turn in conversation(recorded.playbook, recorded.events, lang)
        ],
    }


def _event(event: Event) -> dict[str, object]:
    return {
        "seq": event.seq,
        "at": event.at.isoformat(timespec="milliseconds").replace("+00:00", "Z"),
        "ms": event.ms,
        "cause": event.cause,
        "kind": event.kind,
        "data": to_data(event.what),
    }
