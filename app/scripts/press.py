"""``callcue press``: does one act in the open window, for keys that a desktop gives to commands rather than to programs."""

from __future__ import annotations

import argparse

from app.playbook.vocabulary import Label
from app.scripts.commands import COMMANDS, Subparsers
from app.scripts.parser import Parser
from app.scripts.stop import CLEAN, Stop
from app.settings import home_folder
from app.ui.hotkeys.wishes import GlobalAction

_ABOUT = Label(
    "Does one act in the window that is open, for a key of the desktop's own settings, a foot switch or a deck of buttons. "
    "All but front act in a call only.",
    "Provede úkon v otevřeném okně: pro klávesu nastavenou v ploše, nožní spínač nebo pult s tlačítky. Kromě front "
    "fungují úkony jen během hovoru.",
)
_ACTION_WORD = Label("ACTION", "ÚKON")
_ACTION = Label("what to do", "co udělat")
_NO_WINDOW = Label(
    "No window of Callcue is open; nothing was pressed.",
    "Žádné okno Callcue není otevřené; nic se nestisklo.",
)
_NO_ANSWER = Label("The window does not answer; nothing was pressed.", "Okno neodpovídá; nic se nestisklo.")


def add(subparsers: Subparsers) -> None:
    """Adds the command's parser."""
    lang = Parser.lang
    listed = "\n".join(f"  {action.value:16} {action.words(lang)}" for action in GlobalAction)
    parser = subparsers.add_parser(
        "press", help=COMMANDS["press"].help.in_lang(lang), description=f"{_ABOUT.in_lang(lang)}\n\n{listed}"
    )
    parser.add_argument(
        "action",
        choices=tuple(action.value for action in GlobalAction),
        metavar=_ACTION_WORD.in_lang(lang),
        help=_ACTION.in_lang(lang),
    )
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Tells the window; 1 when there is none."""
    from app.ui.door import OneWindow, door_of

    door = door_of(home_folder())
    claim = OneWindow(door)
    if claim.is_first():
        claim.give_up()
        raise Stop(_NO_WINDOW.in_lang(args.lang))
    from app.ui.doorbell import knock

    if not knock(door, GlobalAction(args.action)):
        raise Stop(_NO_ANSWER.in_lang(args.lang))
    return CLEAN
