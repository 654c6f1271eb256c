"""``callcue`` without a command: the window; with no display the same call in the terminal; with neither, a demonstration.

The window comes first: nothing that only the terminal needs is loaded before it.
"""

from __future__ import annotations

import sys
from argparse import Namespace
from pathlib import Path

from app.playbook.vocabulary import Label
from app.scripts.stop import CLEAN

FIRST_PLAYBOOK = "inbound-lead"
"""The shipped playbook that a first call is made with."""
_IN_TERMINAL = Label("The call starts here in the terminal instead.", "Hovor proto začne tady v terminálu.")
_DEMONSTRATION = Label(
    "There is no terminal either, so a scripted call plays by itself:",
    "Není tu ani terminál, takže se sám přehraje hovor podle scénáře:",
)


def run(args: Namespace) -> int:
    """Opens the best that this place allows."""
    from app.scripts import window

    try:
        return window.run(args)
    except window.DisplayMissing as missing:
        problem = str(missing)
    from app.bootstrap import playbooks_folder
    from app.scripts.opened import settings_of

    sys.stdout.write(problem + "\n")
    folder = playbooks_folder(settings_of(args).settings)
    if sys.stdin is not None and sys.stdin.isatty():
        sys.stdout.write(_IN_TERMINAL.in_lang(args.lang) + "\n")
        return _in_terminal(args, folder)
    sys.stdout.write(_DEMONSTRATION.in_lang(args.lang) + "\n")
    return _demonstration(args, folder)


def _in_terminal(args: Namespace, folder: Path) -> int:
    from app.call.people import LeadCard
    from app.scripts.play import begun, interactive, stage
    from app.scripts.shelf import usable
    from app.scripts.talk import terminal

    reading, playbook = usable(FIRST_PLAYBOOK, folder, args.lang)
    with stage(args, dry=False) as where:
        call = begun(where, playbook, reading.source, LeadCard(), args.lang)
        interactive(call, where, terminal(args.lang))
    return CLEAN


def _demonstration(args: Namespace, folder: Path) -> int:
    """The shipped script over the shipped playbook, recorded and marked as a sample."""
    from app.bootstrap import playbooks_folder
    from app.scripts.play import begun, rehearsed, stage, unattended
    from app.scripts.rehearsed import script_in
    from app.scripts.shelf import usable
    from app.settings import Settings

    shipped = playbooks_folder(Settings())
    reading, playbook = usable(FIRST_PLAYBOOK, shipped if not _has(folder) else folder, args.lang)
    script = script_in(shipped / "scripts" / f"{FIRST_PLAYBOOK}.{args.lang}.yaml", args.lang)
    with stage(args, dry=False) as here:
        where = rehearsed(here, script)
        call = begun(where, playbook, reading.source, script.lead, args.lang, script=script, sample=True)
        return unattended(call, where, script, args.lang, as_json=False)


def _has(folder: Path) -> bool:
    return (folder / "en" / f"{FIRST_PLAYBOOK}.yaml").is_file()
