"""Opens what a command works on, and says in one sentence why that is not possible."""

from __future__ import annotations

import sys
from argparse import Namespace
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from app.bootstrap import Services, build_services, open_database
from app.call.ports import BookUnavailable, Trouble
from app.playbook.vocabulary import Label
from app.scripts.stop import Stop
from app.settings import Loaded, home_folder, load
from app.store.problems import StartProblem, StoreTrouble

if TYPE_CHECKING:
    from app.store.database import Database

_UNAVAILABLE = Label(
    "The database cannot be used now ({kind}). Try again in a while; 'callcue db info' says more.",
    "Databázi teď nelze použít ({kind}). Zkuste to za chvíli; víc řekne „callcue db info“.",
)
_DAMAGED = Label(
    "The database is damaged. 'callcue db check' says more; 'callcue db restore FILE' puts a backup back.",
    "Databáze je poškozená. Víc řekne „callcue db check“; „callcue db restore SOUBOR“ vrátí zálohu.",
)
_TROUBLED = Label(
    "The database cannot be written now ({kind}). The call goes on; what happens is saved once that is over.",
    "Do databáze teď nelze zapisovat ({kind}). Hovor pokračuje; co se stane, se uloží, až to pomine.",
)
_SPOOLED = Label(
    "The database could not be written ({kind}); {count} steps are in a file {where} and go in at the next start.",
    "Do databáze nešlo zapsat ({kind}); počet kroků v souboru {where}: {count}. Doplní se při příštím spuštění.",
)
_BESIDE = Label("beside it", "vedle ní")
_IN_FOLDER = Label("in {folder}", "ve složce {folder}")
_NO_SUCH = Label(
    "There is no database at {path}, so there is nothing to read. Look at --db and CALLCUE_DB; the window and "
    "'callcue play' make a new one.",
    "Na místě {path} není žádná databáze, takže není co číst. Podívejte se na --db a CALLCUE_DB; novou založí "
    "okno a „callcue play“.",
)
_LOST = Label(
    "{count} steps could not be saved ({kind}): they are neither in the database nor in a file, and end with "
    "this program. Put that right before the next call.",
    "Nepodařilo se uložit: {kind}. Počet kroků, které nejsou v databázi ani v souboru a končí s tímto "
    "programem: {count}. Před dalším hovorem to prosím napravte.",
)
KINDS = {
    "disk_full": Label("the disk is full", "disk je plný"),
    "read_only": Label("it may only be read", "smí se jen číst"),
    "locked": Label("another program holds it", "drží ji jiný program"),
    "unreachable": Label("it cannot be reached", "není dostupná"),
    "damaged": Label("it is damaged", "je poškozená"),
    "newer": Label("a newer Callcue uses it", "používá ji novější Callcue"),
    "refused": Label("it does not take some of them", "některé nepřijala"),
}
"""Kinds of trouble in words."""


@contextmanager
def opened_records(args: Namespace) -> Iterator[Services]:
    """``opened_services`` for commands that want what is recorded: a database that was named must be there.

    Raises:
        Stop: As ``opened_services``, or the file that was named is missing: a slip in its name makes no empty database.
    """
    from app.store.database import Database, url_of

    with told_plainly(args):
        address = settings_of(args).settings.database
        database = Database(url_of(address, home_folder()))
        database.close()
    if address and database.path is not None and not database.path.exists():
        raise Stop(_NO_SUCH.in_lang(args.lang).format(path=database.path))
    with opened_services(args) as services:
        yield services


@contextmanager
def opened_services(args: Namespace) -> Iterator[Services]:
    """The services a command works with, closed at its end.

    Raises:
        Stop: The database cannot be opened, or cannot be used on the way, or something was recorded in vain.
    """
    with told_plainly(args):
        services = build_services(settings_of(args).settings, home_folder())
        try:
            yield services
        finally:
            kept = services.close()
            if not kept:
                sys.stderr.write(_left_words(services, args.lang) + "\n")
        if not kept and _is_lost(services):
            raise Stop("")


def tell_trouble(services: Services, lang: str) -> None:
    """Says what keeps the database from being written, if it was found so at the start."""
    if services.trouble is not None:
        kind = KINDS[services.trouble].in_lang(lang)
        sys.stderr.write(_TROUBLED.in_lang(lang).format(kind=kind) + "\n")


def _left_words(services: Services, lang: str) -> str:
    """Where the events are that the database did not take."""
    left = _left(services)
    kind = KINDS[left.kind if left else "unreachable"].in_lang(lang)
    words = _LOST if _is_lost(services) else _SPOOLED
    folder = left.folder if left else ""
    where = _IN_FOLDER.in_lang(lang).format(folder=folder) if folder else _BESIDE.in_lang(lang)
    return words.in_lang(lang).format(kind=kind, count=left.waiting if left else 0, where=where)


def _is_lost(services: Services) -> bool:
    left = _left(services)
    return left is not None and not left.spooled


def _left(services: Services) -> Trouble | None:
    from app.store.journal import StoredJournal

    return services.journal.left_behind() if isinstance(services.journal, StoredJournal) else None


@contextmanager
def opened_database(args: Namespace) -> Iterator[Database]:
    """The database alone, closed at the end. Raises Stop like ``opened_services``."""
    with told_plainly(args):
        database = open_database(settings_of(args).settings, home_folder())
        try:
            yield database
        finally:
            database.close()


@contextmanager
def told_plainly(args: Namespace) -> Iterator[None]:
    """Turns what the store raises into the command's last words."""
    try:
        yield
    except StartProblem as problem:
        raise Stop(problem.in_lang(args.lang)) from problem
    except (BookUnavailable, StoreTrouble) as problem:
        words = _DAMAGED if problem.kind == "damaged" else _UNAVAILABLE
        raise Stop(words.in_lang(args.lang).format(kind=KINDS[problem.kind].in_lang(args.lang))) from problem


def settings_of(_args: Namespace) -> Loaded:
    """The settings that hold for this command; the common options stand in the environment."""
    return load(home_folder())
