"""``callcue play``: a call in the terminal, live or from a script, recorded like one in the window."""

from __future__ import annotations

import argparse
import contextlib
import dataclasses
import json
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from app.bootstrap import Services, playbooks_folder
from app.call.clock import SystemClock
from app.call.conversation import conversation
from app.call.events import HelpLevel, to_data
from app.call.identity import new_call_id
from app.call.live_call import LiveCall
from app.call.people import CallTerms, LeadCard, RepCard
from app.call.ports import BookUnavailable, Clock, Journal
from app.call.prompt import Phase
from app.call.rehearsal import SECONDS_PER_STEP, NoJournal, SteppedClock
from app.call.script import ScriptedCaller
from app.call.script_words import ScriptSlip
from app.call.trial_file import Trial
from app.call.trials import unmet
from app.leads.lead import LeadDraft
from app.leads.when import read_when
from app.playbook.model import Playbook
from app.playbook.source import Source
from app.playbook.vocabulary import Label
from app.review.teaching import NOTHING, taught
from app.scripts.commands import COMMANDS, Subparsers
from app.scripts.layout import told
from app.scripts.opened import opened_services, settings_of, tell_trouble
from app.scripts.parser import Parser
from app.scripts.rehearsed import lead_in, script_in
from app.scripts.shelf import usable
from app.scripts.stop import CLEAN, PROBLEMS, Stop
from app.scripts.talk import Talk, local_now, terminal
from app.settings import Settings

_ABOUT = Label(
    "Walks through a call in the terminal and records it like the window does. The keys are the window's, each typed as\n"
    "its letter, digit or name (q, 1, f12) and sent with Enter; Enter alone goes on, ? lists the keys.\n"
    "With --script it plays a written call unattended and prints the conversation and the outcome.",
    "Projde hovor v terminálu a zaznamená ho stejně jako okno. Klávesy jsou jako v okně: každou napište písmenem, číslicí\n"
    "nebo názvem (q, 1, f12) a potvrďte Enterem; samotný Enter jde dál, ? klávesy vypíše.\n"
    "S --script přehraje napsaný hovor bez obsluhy a vypíše rozhovor a výsledek.",
)
_PLAYBOOK_WORD = Label("PLAYBOOK", "SCÉNÁŘ")
_PLAYBOOK = Label("a playbook's file or id", "soubor nebo id scénáře")
_LEAD = Label("YAML or JSON file with the customer", "soubor YAML nebo JSON se zákazníkem")
_SCRIPT = Label("YAML file with the steps of the call", "soubor YAML s kroky hovoru")
_JSON = Label("events and prompts as JSON lines", "události a obrazovky jako řádky JSON")
_DRY = Label("record nothing", "nic nezaznamenávat")
_FILE = Label("FILE", "SOUBOR")
_BLOCKED = Label(
    "This number asked not to be called again; the call was not started.",
    "Toto číslo si nepřeje další volání; hovor nebyl zahájen.",
)
_RECORDED = Label(
    "Recorded as {call} (callcue show {short}).", "Zaznamenáno jako {call} (callcue show {short})."
)
_NOT_YET = Label(
    "The call is {call}; it is not in the database yet.", "Hovor má označení {call}; v databázi ještě není."
)
_UNCHECKED = Label(
    "Whether this number asked not to be called cannot be looked up now.",
    "Zda si toto číslo nepřeje další volání, teď nelze zjistit.",
)
_NOT_RECORDED = Label("Nothing was recorded.", "Nic nebylo zaznamenáno.")
_UNFINISHED = Label("The call is left unfinished.", "Hovor zůstal nedokončený.")
_KEPT = Label(
    "The call is kept unfinished; its outcome can be recorded at the next start.",
    "Hovor zůstává nedokončený; výsledek lze zapsat při příštím spuštění.",
)
_UNMET = Label("Not as expected: ", "Jinak, než se čekalo: ")


_SAVING_SECONDS = 2.0
"""How long the last words wait for the disk before they say that the call is not saved yet."""


@dataclass(frozen=True, slots=True)
class Stage:
    """Where a played call happens: what it is recorded with, and who makes it."""

    journal: Journal
    clock: Clock
    rep: RepCard
    settings: Settings
    help: HelpLevel
    services: Services | None = None


def add(subparsers: Subparsers) -> None:
    """Adds the command's parser."""
    lang = Parser.lang
    parser = subparsers.add_parser(
        "play", help=COMMANDS["play"].help.in_lang(lang), description=_ABOUT.in_lang(lang)
    )
    file = _FILE.in_lang(lang)
    parser.add_argument("playbook", metavar=_PLAYBOOK_WORD.in_lang(lang), help=_PLAYBOOK.in_lang(lang))
    parser.add_argument("--lead", type=Path, metavar=file, help=_LEAD.in_lang(lang))
    parser.add_argument("--script", type=Path, metavar=file, help=_SCRIPT.in_lang(lang))
    parser.add_argument("--json", action="store_true", help=_JSON.in_lang(lang))
    parser.add_argument("--dry-run", action="store_true", help=_DRY.in_lang(lang))
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Plays one call; 0 when it was closed (and all that the script expects holds), else 1."""
    folder = playbooks_folder(settings_of(args).settings)
    reading, playbook = usable(args.playbook, folder, args.lang)
    script = script_in(args.script, args.lang) if args.script else None
    lead = lead_in(args.lead, args.lang) if args.lead else script.lead if script else LeadCard()
    with stage(args, dry=args.dry_run) as here:
        where = rehearsed(here, script) if script is not None else here
        call = begun(where, playbook, reading.source, lead, args.lang, script=script)
        if script is not None:
            return unattended(call, where, script, args.lang, as_json=args.json)
        if args.json:
            return _driven(call, where, args.lang)
        return interactive(call, where, terminal(args.lang))


@contextmanager
def stage(args: argparse.Namespace, *, dry: bool) -> Iterator[Stage]:
    """The data folder's services, or nothing at all for a call that is not recorded."""
    settings = settings_of(args).settings
    if dry:
        yield Stage(NoJournal(), SystemClock(), _rep(settings), settings, settings.help_level)
        return
    with opened_services(args) as services:
        tell_trouble(services, args.lang)
        last: str | None = None
        with contextlib.suppress(BookUnavailable):  # a call can begin while the database cannot be used
            last = services.calls.last_help(settings.login)
        level = HelpLevel(last) if last in tuple(HelpLevel) else settings.help_level
        yield Stage(services.journal, services.clock, _rep(settings), settings, level, services)


def rehearsed(where: Stage, script: Trial) -> Stage:
    """The same with a clock that goes on step by step and comes to the present at the script's end."""
    before = timedelta(seconds=SECONDS_PER_STEP * len(script.steps))
    return replace(where, clock=SteppedClock(where.clock.now() - before))


def _rep(settings: Settings) -> RepCard:
    return RepCard(
        settings.login, settings.rep_name, settings.rep_company, settings.rep_phone, settings.rep_email
    )


def begun(
    where: Stage,
    playbook: Playbook,
    source: Source,
    lead: LeadCard,
    lang: str,
    *,
    script: Trial | None = None,
    sample: bool = False,
) -> LiveCall:
    """Starts the call; a lead that can be told from others is kept first. Raises ``Stop`` for a blocked number or lead.

    What recorded calls teach is left out of scripted ones, which must go the same way every time.
    """
    services = where.services
    numbers = dict.fromkeys((lead.phone, script.terms.number if script is not None else ""))
    if services is not None and any(number and _is_blocked(services, number, lang) for number in numbers):
        raise Stop(_BLOCKED.in_lang(lang))
    attempt = 1
    if services is not None and lead.display and not sample:
        lead, attempt = _kept(services, lead, lang)
    terms = CallTerms(recorded=where.settings.recorded_calls, attempt=attempt, number=lead.phone)
    rep = where.rep
    if script is not None:
        terms = script.terms if script.terms != CallTerms() else terms
        rep = replace(script.rep, rep_id=rep.rep_id) if script.rep != RepCard() else rep
    known = NOTHING
    if services is not None and script is None:
        known = taught(services.lessons, rep.rep_id, playbook.id, playbook.lang, sample=sample)
    return LiveCall.start(
        playbook=playbook,
        source=source,
        lead=lead,
        rep=rep,
        terms=terms,
        help=where.help,
        journal=where.journal,
        clock=where.clock,
        sample=sample,
        likely=known.likely,
        learnt=known.learnt,
        quiet=where.settings.quiet if script is None else (),
    )


def _is_blocked(services: Services, number: str, lang: str) -> bool:
    try:
        return services.leads.is_blocked(number)
    except BookUnavailable:
        sys.stderr.write(_UNCHECKED.in_lang(lang) + "\n")
        return False


def _kept(services: Services, lead: LeadCard, lang: str) -> tuple[LeadCard, int]:
    """The lead with its id and this call's number; where the book cannot be written, the call itself brings the lead in.

    Raises ``Stop`` for a lead known under another number that asked not to be called.
    """
    try:
        kept = services.leads.keep(LeadDraft(lead))
    except BookUnavailable:
        return replace(lead, lead_id=lead.lead_id or str(new_call_id(services.clock.now()))), 1
    if kept.blocked:
        raise Stop(_BLOCKED.in_lang(lang))
    return replace(lead, lead_id=str(kept.id)), kept.attempts + 1


def unattended(call: LiveCall, where: Stage, script: Trial, lang: str, *, as_json: bool) -> int:
    """Plays a script to its end and prints the conversation, or events and prompts; 1 when a step or expectation fails."""
    caller = ScriptedCaller(call, when_reader(where.clock, call.playbook.lang))
    lines = JsonLines(call) if as_json else None
    slip = None
    for number, step in enumerate(script.steps, 1):
        if isinstance(where.clock, SteppedClock):
            where.clock.go_on()
        try:
            caller.take(number, step)
        except ScriptSlip as caught:
            slip = caught
            break
        if lines is not None:
            lines.write_new()
    if lines is None:
        page = terminal(lang).page
        sys.stdout.write(told(conversation(call.playbook, call.events, lang), page))
    if slip is not None:
        sys.stderr.write(slip.in_lang(lang) + "\n")
        return PROBLEMS
    failures = [failure.in_lang(lang) for failure in unmet(script, call)]
    for failure in failures:
        sys.stderr.write(_UNMET.in_lang(lang) + failure + "\n")
    _farewell(call, where, lang, quiet=as_json)
    return PROBLEMS if failures or call.state.phase is not Phase.CLOSED else CLEAN


def interactive(call: LiveCall, where: Stage, talk: Talk) -> int:
    """Takes the call key by key; 1 when it is left unfinished."""
    from app.scripts.terminal import Terminal

    try:
        closed = Terminal(call, talk, where.clock).run()
    finally:  # Ctrl+C too leaves a call that can be gone on with
        _farewell(call, where, talk.page.lang, quiet=False)
    return CLEAN if closed else PROBLEMS


def _driven(call: LiveCall, where: Stage, lang: str) -> int:
    """Takes steps from the input, one a line, and answers with JSON lines: for other programs."""
    caller = ScriptedCaller(call, when_reader(where.clock, call.playbook.lang))
    lines = JsonLines(call)
    lines.write_new()
    for number, step in enumerate(sys.stdin, 1):
        if not step.strip():
            continue
        try:
            caller.take(number, step)
        except ScriptSlip as slip:
            _write_json({"type": "slip", "step": number, "message": slip.words.in_lang(lang)})
        lines.write_new()
    return CLEAN if call.state.phase is Phase.CLOSED else PROBLEMS


def _farewell(call: LiveCall, where: Stage, lang: str, *, quiet: bool) -> None:
    out = sys.stderr if quiet else sys.stdout
    saved = where.services is not None and where.journal.flush(_SAVING_SECONDS)
    if call.state.phase is not Phase.CLOSED:
        sys.stderr.write((_KEPT if saved else _UNFINISHED).in_lang(lang) + "\n")
    if where.services is None:
        out.write(_NOT_RECORDED.in_lang(lang) + "\n")
        return
    name = str(call.call_id)
    if not saved:
        out.write(_NOT_YET.in_lang(lang).format(call=name) + "\n")
        return
    out.write(_RECORDED.in_lang(lang).format(call=name, short=name[:13]) + "\n")


def when_reader(clock: Clock, lang: str) -> Callable[[str], str | None]:
    """Reads date words from now on, in ``lang``."""

    def read(words: str) -> str | None:
        when = read_when(words, local_now(clock), lang)
        return when.iso if when is not None else None

    return read


class JsonLines:
    """Writes each new event of a call and the prompt that it led to, one JSON object a line."""

    def __init__(self, call: LiveCall) -> None:
        self._call = call
        self._written = 0

    def write_new(self) -> None:
        """Writes what happened since the last time."""
        fresh = self._call.events[self._written :]
        for event in fresh:
            _write_json(
                {
                    "type": "event",
                    "seq": event.seq,
                    "at": event.at.isoformat(timespec="milliseconds"),
                    "ms": event.ms,
                    "cause": event.cause,
                    "kind": event.kind,
                    "data": to_data(event.what),
                }
            )
        if fresh:
            self._written += len(fresh)
            _write_json({"type": "prompt", "seq": self._call.last_seq, **plain(self._call.prompt)})


def plain(value: Any) -> Any:
    """A dataclass as JSON values, dates as ISO 8601."""
    return json.loads(json.dumps(dataclasses.asdict(value), default=_iso, ensure_ascii=False))


def _iso(value: object) -> str:
    return value.isoformat() if isinstance(value, datetime) else str(value)


def _write_json(value: dict[str, Any]) -> None:
    sys.stdout.write(json.dumps(value, ensure_ascii=False) + "\n")
    sys.stdout.flush()
