"""``callcue pop``: what a phone program tells when it rings, passed to the window that is open, or to a new one."""

from __future__ import annotations

import argparse
import sys
from datetime import datetime
from pathlib import Path

from app.leads.screen_pop import Pop, PopEvent, PopRefused, PopSlip, pop_of, read_address
from app.playbook.vocabulary import Label
from app.scripts.commands import COMMANDS, Subparsers
from app.scripts.opened import settings_of
from app.scripts.parser import Parser
from app.scripts.stop import CLEAN, PROBLEMS, USAGE, Stop
from app.settings import home_folder

_ABOUT = Label(
    "Shows in the window who rings; nothing is opened before you agree. For phone programs, which put the number in:\n"
    'callcue pop --number NUMBER --dir in --event ringing --name NAME, or callcue "callcue://call?number=NUMBER".',
    "Ukáže v okně, kdo volá; dokud nesouhlasíte, nic se neotevře. Pro telefonní programy, které číslo doplní:\n"
    'callcue pop --number ČÍSLO --dir in --event ringing --name JMÉNO, nebo callcue "callcue://call?number=ČÍSLO".',
)
_ADDRESS = Label("an address of the form callcue://call?number=…", "adresa ve tvaru callcue://call?number=…")
_NUMBER = Label("the number of the other side", "číslo druhé strany")
_DIR = Label("in or out; in when left out", "in (příchozí), nebo out (odchozí); jinak in")
_EVENT = Label(
    "ringing, answered or ended; ringing when left out", "ringing, answered, nebo ended; jinak ringing"
)
_NAME = Label("what the phone calls the other side", "jak druhou stranu zná telefon")
_REFUSED = Label("callcue pop: refused. {why}", "callcue pop: odmítnuto. {why}")
_NOTHING = Label(
    "callcue pop: Who rings? Give --number NUMBER or an address. Help: callcue pop --help",
    "callcue pop: Kdo volá? Zadejte --number ČÍSLO nebo adresu. Nápověda: callcue pop --help",
)
_ADDRESS_WORD = Label("ADDRESS", "ADRESA")
_WORDS = {
    "number": Label("NUMBER", "ČÍSLO"),
    "dir": Label("DIRECTION", "SMĚR"),
    "event": Label("EVENT", "UDÁLOST"),
    "name": Label("NAME", "JMÉNO"),
}
_OPTIONS = ("number", "dir", "event", "name")


def add(subparsers: Subparsers) -> None:
    """Adds the command's parser."""
    lang = Parser.lang
    parser = subparsers.add_parser(
        "pop", help=COMMANDS["pop"].help.in_lang(lang), description=_ABOUT.in_lang(lang)
    )
    parser.add_argument(
        "address", metavar=_ADDRESS_WORD.in_lang(lang), nargs="?", help=_ADDRESS.in_lang(lang)
    )
    for name, words in zip(_OPTIONS, (_NUMBER, _DIR, _EVENT, _NAME), strict=True):
        parser.add_argument(f"--{name}", metavar=_WORDS[name].in_lang(lang), help=words.in_lang(lang))
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Tells the window; opens one when there is none and the call is not over."""
    from app.scripts import window

    if args.address is None and args.number is None:
        raise Stop(_NOTHING.in_lang(args.lang), USAGE)
    try:
        pop = _told(args)
    except PopRefused as refused:
        _keep(refused.slip, args.address or args.number or "")
        why = refused.words.in_lang(args.lang)
        raise Stop(_REFUSED.in_lang(args.lang).format(why=why), USAGE) from refused
    if pop.event is PopEvent.ENDED and not _is_open():
        return CLEAN
    try:
        return window.run(args, pop)
    except window.DisplayMissing as missing:
        sys.stderr.write(f"{missing}\n")
        return PROBLEMS


def _told(args: argparse.Namespace) -> Pop:
    country = settings_of(args).settings.country
    given = {name: value for name in _OPTIONS if (value := getattr(args, name)) is not None}
    if args.address is None:
        return pop_of(given, country)
    if given:
        # An address comes from the desktop: words beside it may have been smuggled in by whoever wrote the link.
        raise PopRefused(PopSlip.ADDRESS)
    return read_address(args.address, country)


def _is_open() -> bool:
    """Whether some window would hear it."""
    from app.ui.door import OneWindow, door_of

    claim = OneWindow(door_of(home_folder()))
    is_open = not claim.is_first()
    claim.give_up()
    return is_open


def _keep(slip: PopSlip, said: str) -> None:
    """A line in the log; when nothing can be written there, the sentence on the screen has to do."""
    path: Path = home_folder() / "logs" / "refused.log"
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        if path.exists() and path.stat().st_size > 1_000_000:
            path.unlink()
        with path.open("a", encoding="utf-8") as log:
            log.write(f"{datetime.now().astimezone().isoformat()} {slip} {ascii(said)[:200]}\n")
    except OSError:
        return
