"""``callcue db``: looks after the data: where it is, whether it is sound, copies of it."""

from __future__ import annotations

import sys
from argparse import Namespace
from pathlib import Path
from typing import TYPE_CHECKING

from app.bootstrap import waiting_folders
from app.playbook.vocabulary import Label
from app.scripts.commands import COMMANDS, Subparsers
from app.scripts.console import tell_share
from app.scripts.opened import opened_database, settings_of, told_plainly
from app.scripts.parser import Parser
from app.scripts.stop import CLEAN, USAGE, Stop
from app.settings import home_folder

if TYPE_CHECKING:
    from app.store.database import Database

_ACTIONS = {
    "info": Label("where the data is and how much of it there is", "kde data jsou a kolik jich je"),
    "check": Label("look through the whole database for damage", "projde celou databázi a hledá poškození"),
    "backup": Label(
        "copy the database to FILE, also during a call", "zkopíruje databázi do souboru, i během hovoru"
    ),
    "restore": Label("put the backup FILE in the database's place", "vrátí zálohu na místo databáze"),
    "upgrade": Label(
        "bring an older database up to date, with what its calls teach",
        "převede starší databázi na novou verzi i s tím, co její hovory učí",
    ),
}
_ABOUT = Label(
    "Looks after the data: says where it is and whether it is sound, copies it and brings it up to date.",
    "Pečuje o data: řekne, kde jsou a zda jsou v pořádku, zkopíruje je a převede na novou verzi.",
)
_ACTION_WORD = Label("ACTION", "AKCE")
_FILE_WORD = Label("FILE", "SOUBOR")
_ACTION = Label(
    "what to do: info, check, backup, restore, upgrade", "co udělat: info, check, backup, restore, upgrade"
)
_FILE = Label("the file of backup and restore", "soubor pro backup a restore")
_NEEDS_FILE = Label("'callcue db {action}' needs a FILE.", "„callcue db {action}“ potřebuje SOUBOR.")
_NO_FILE = Label("'callcue db {action}' takes no FILE.", "„callcue db {action}“ žádný SOUBOR nebere.")
_ONLY_SQLITE = Label(
    "Callcue copies SQLite files only. For PostgreSQL use its own pg_dump and pg_restore.",
    "Callcue kopíruje jen soubory SQLite. Pro PostgreSQL použijte jeho vlastní pg_dump a pg_restore.",
)
_NOT_THERE = Label(
    "There is no database at {path} yet; the first start of Callcue makes it.",
    "Na místě {path} zatím žádná databáze není; vytvoří ji první spuštění Callcue.",
)
_EXISTS = Label("{path} exists already. Give another name.", "{path} už existuje. Zadejte jiný název.")
_COPIED = Label("The database was copied to {path}.", "Databáze byla zkopírována do {path}.")
_RESTORED = Label("{backup} is now the database {path}.", "{backup} je teď databází {path}.")
_ASIDE = Label("What was there before is in {path}.", "Co tam bylo předtím, je v {path}.")
_UP_TO_DATE = Label(
    "The database is up to date (version {version}).", "Databáze je aktuální (verze {version})."
)
_TAUGHT = Label(
    "Older calls read again for what they teach: {calls}.",
    "Starší hovory znovu přečtené kvůli tomu, co učí: {calls}.",
)
_SOUND = Label(
    "The database is sound: {calls} calls, {events} events.",
    "Databáze je v pořádku: hovory {calls}, události {events}.",
)
_FAULTY = Label(
    "Found in {path}: {faults}. 'callcue db restore FILE' puts a backup back.",
    "Nalezeno v {path}: {faults}. „callcue db restore SOUBOR“ vrátí zálohu.",
)
_INFO = (
    ("database", Label("Database", "Databáze")),
    ("size", Label("Size", "Velikost")),
    ("version", Label("Version of tables", "Verze tabulek")),
    ("calls", Label("Calls", "Hovory")),
    ("unfinished", Label("Unfinished calls", "Nedokončené hovory")),
    ("events", Label("Events", "Události")),
    ("leads", Label("Leads", "Kontakty")),
    ("waiting", Label("Waiting in spool files", "Čeká v odkládacích souborech")),
    ("aside", Label("Set aside", "Odloženo stranou")),
    ("home", Label("Data folder", "Datová složka")),
    ("backups", Label("Backups", "Zálohy")),
    ("newest", Label("Newest backup", "Nejnovější záloha")),
)


def add(subparsers: Subparsers) -> None:
    """Adds the command."""
    lang = Parser.lang
    words = COMMANDS["db"].help.in_lang(lang)
    listed = "\n".join(f"  {name:8} {label.in_lang(lang)}" for name, label in _ACTIONS.items())
    parser = subparsers.add_parser("db", help=words, description=f"{_ABOUT.in_lang(lang)}\n\n{listed}")
    parser.add_argument(
        "action", choices=tuple(_ACTIONS), metavar=_ACTION_WORD.in_lang(lang), help=_ACTION.in_lang(lang)
    )
    parser.add_argument(
        "file", nargs="?", type=Path, metavar=_FILE_WORD.in_lang(lang), help=_FILE.in_lang(lang)
    )
    parser.set_defaults(run=run)


def run(args: Namespace) -> int:
    """Does one thing to the data; 0 when all is well."""
    takes_file = args.action in {"backup", "restore"}
    if takes_file != (args.file is not None):
        words = _NEEDS_FILE if takes_file else _NO_FILE
        raise Stop(words.in_lang(args.lang).format(action=args.action), USAGE)
    with told_plainly(args):
        return _DO[args.action](args)


def _info(args: Namespace) -> int:
    from app.store.care import facts

    path = _file(args)
    if path is not None and not path.exists():
        _say(args, _NOT_THERE, path=path)
        return CLEAN
    with opened_database(args) as database:
        home = home_folder()
        found = facts(database, home, waiting_folders(database, home))
    width = max(len(label.in_lang(args.lang)) for _, label in _INFO)
    for name, label in _INFO:
        if name in found:
            sys.stdout.write(f"{label.in_lang(args.lang):{width}}  {found[name]}\n")
    return CLEAN


def _check(args: Namespace) -> int:
    from app.store.care import check

    path = _file(args)
    if path is not None and not path.exists():
        raise Stop(_NOT_THERE.in_lang(args.lang).format(path=path))
    database = _database(args)
    try:
        found = check(database)
    finally:
        database.close()
    if found.faults:
        words = _FAULTY.in_lang(args.lang)
        raise Stop(words.format(path=database.label, faults="; ".join(found.faults)))
    _say(args, _SOUND, calls=found.calls, events=found.events)
    return CLEAN


def _backup(args: Namespace) -> int:
    from app.store.backups import copy

    path = _sqlite_file(args)
    if not path.exists():
        raise Stop(_NOT_THERE.in_lang(args.lang).format(path=path))
    if args.file.exists():
        raise Stop(_EXISTS.in_lang(args.lang).format(path=args.file))
    copy(path, args.file.absolute(), _progress)
    _say(args, _COPIED, path=args.file)
    return CLEAN


def _restore(args: Namespace) -> int:
    from app.store.backups import restore

    path = _sqlite_file(args)
    aside = restore(args.file.absolute(), path, path.parent / "backups")
    _say(args, _RESTORED, backup=args.file, path=path)
    if aside:
        _say(args, _ASIDE, path=aside)
    return CLEAN


def _upgrade(args: Namespace) -> int:
    from app.store.late_lessons import teach_all

    with opened_database(args) as database:
        database.prepare()
        _say(args, _UP_TO_DATE, version=database.version())
        taught = teach_all(database, _calls_progress)
        if taught:
            _say(args, _TAUGHT, calls=taught)
    return CLEAN


_DO = {"info": _info, "check": _check, "backup": _backup, "restore": _restore, "upgrade": _upgrade}
_SHOWN_FROM_PAGES = 20_000
_SHOWN_FROM_CALLS = 1_000


def _progress(left: int, total: int) -> None:
    """A percentage on the terminal while a large database is copied."""
    if total >= _SHOWN_FROM_PAGES:
        tell_share(total - left, total)


def _calls_progress(left: int, total: int) -> None:
    """A percentage on the terminal while many older calls are read."""
    if total >= _SHOWN_FROM_CALLS:
        tell_share(total - left, total)


def _database(args: Namespace) -> Database:
    from app.store.database import Database, url_of

    return Database(url_of(settings_of(args).settings.database, home_folder()))


def _file(args: Namespace) -> Path | None:
    database = _database(args)
    database.close()
    return database.path


def _sqlite_file(args: Namespace) -> Path:
    path = _file(args)
    if path is None:
        raise Stop(_ONLY_SQLITE.in_lang(args.lang))
    return path


def _say(args: Namespace, words: Label, **values: object) -> None:
    sys.stdout.write(words.in_lang(args.lang).format(**values) + "\n")
