"""``callcue privacy``: deletes what is too old, and hands out or erases what is kept about one person."""

from __future__ import annotations

import contextlib
import json
import sys
from argparse import Namespace
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from app.bootstrap import Services, waiting_folders
from app.playbook.file_words import why_refused
from app.playbook.vocabulary import Label
from app.scripts.commands import COMMANDS, Subparsers
from app.scripts.console import agreed, tell_share
from app.scripts.opened import opened_records
from app.scripts.parser import Parser, count
from app.scripts.stop import CLEAN, PROBLEMS, USAGE, Stop

if TYPE_CHECKING:
    from app.store.erased_rows import Forgotten
    from app.store.erasure import Erasure, Person

_ABOUT = Label(
    "Deletes what is too old, and hands out or erases what is kept about one person.\n\n"
    "  callcue privacy retention --notes 365 --calls 1095 [--leads 1095] [--dry-run]\n"
    "      notes and other free words of calls older than a year, customers of calls older than three,\n"
    "      leads untouched for three; outcomes and figures stay, without a name\n"
    "  callcue privacy export-person WHO FILE.json    everything about one customer (id, phone or e-mail)\n"
    "  callcue privacy erase-person WHO [--yes]       forgets them; --rep means a rep (login, name or e-mail)\n\n"
    "A number that must not be called stays in that list, alone: else it could be called again after an import.",
    "Smaže, co je příliš staré, a vydá nebo vymaže, co je uloženo o jedné osobě.\n\n"
    "  callcue privacy retention --notes 365 --calls 1095 [--leads 1095] [--dry-run]\n"
    "      poznámky a další vlastní slova z hovorů starších než rok, zákazníky z hovorů starších než tři roky,\n"
    "      kontakty tři roky nedotčené; výsledky a čísla zůstanou, beze jména\n"
    "  callcue privacy export-person KDO SOUBOR.json  vše o jednom zákazníkovi (id, telefon nebo e-mail)\n"
    "  callcue privacy erase-person KDO [--yes]       vymaže ho; --rep znamená obchodníka (login, jméno, e-mail)\n\n"
    "Číslo, na které se nesmí volat, v tom seznamu zůstane, samo: jinak by se po importu volalo znovu.",
)
_ACTIONS = ("retention", "export-person", "erase-person")
_ACTION_WORD = Label("ACTION", "AKCE")
_ACTION = Label(
    "what to do: retention, export-person, erase-person", "co udělat: retention, export-person, erase-person"
)
_WORDS = Label("WHO, and FILE.json for export-person", "KDO, a u export-person SOUBOR.json")
_NOTES = Label("days that notes and free words are kept", "kolik dní zůstávají poznámky a vlastní slova")
_CALLS = Label("days that customers of calls are kept", "kolik dní zůstávají zákazníci hovorů")
_LEADS = Label("days that untouched leads are kept", "kolik dní zůstávají nedotčené kontakty")
_DRY = Label("only say what would be deleted", "jen říct, co by se smazalo")
_REP = Label("WHO is a rep", "KDO je obchodník")
_YES = Label("erase without asking", "vymazat bez ptaní")
_NEEDS_DAYS = Label(
    "'callcue privacy retention' needs --notes, --calls or --leads with a number of days.",
    "„callcue privacy retention“ potřebuje --notes, --calls nebo --leads s počtem dní.",
)
_NEEDS_WHO = Label(
    "'callcue privacy {action}' needs {wanted}.", "„callcue privacy {action}“ potřebuje: {wanted}."
)
_WHO = Label("WHO", "KDO")
_WHO_FILE = Label("WHO and FILE.json", "KDO a SOUBOR.json")
_NOBODY = Label(
    "Nothing is kept about '{who}'. Give the whole phone number, e-mail address or id.",
    "O „{who}“ není nic uloženo. Zadejte celé telefonní číslo, e-mail nebo id.",
)
_SEVERAL = Label(
    "'{who}' may be any of these reps; give one of their logins: {logins}.",
    "„{who}“ může být kdokoli z těchto obchodníků; zadejte přihlašovací jméno: {logins}.",
)
_EXISTS = Label("{path} exists already. Give another name.", "{path} už existuje. Zadejte jiný název.")
_NOT_WRITTEN = Label("{path} cannot be written: {why}.", "Do {path} nelze zapsat: {why}.")
_HANDED = Label("Written to {path}. Calls: {calls}.", "Zapsáno do {path}. Hovory: {calls}.")
_ABOUT_TO = Label(
    "This erases '{who}' from calls ({calls}) and leads ({leads}) for good. Known as: {names}.",
    "Tím se „{who}“ natrvalo vymaže z hovorů ({calls}) a kontaktů ({leads}). Vedeno jako: {names}.",
)
_SURE = Label("Type yes to go on: ", "Pokračujte slovem ano: ")
_LEFT = Label("Nothing was erased. Add --yes to do it.", "Nic se nevymazalo. Provede to volba --yes.")
_ERASED = Label("Erased:", "Vymazáno:")
_WOULD = Label("Would be erased:", "Vymazalo by se:")
_WORDS_HEAD = Label(
    "notes and free words older than {days} days", "poznámky a vlastní slova starší než {days} dní"
)
_CALLS_HEAD = Label("customers of calls older than {days} days", "zákazníci hovorů starších než {days} dní")
_LEADS_HEAD = Label("leads untouched for {days} days", "kontakty nedotčené {days} dní")
_PARTS = (
    ("calls", Label("calls", "hovory")),
    ("events", Label("events", "události")),
    ("leads", Label("leads", "kontakty")),
    ("follow_ups", Label("follow-ups", "domluvené kroky")),
    ("reviews", Label("reviews (their words)", "hodnocení (jejich slova)")),
    ("proposals", Label("proposals", "návrhy")),
    ("reps", Label("reps", "obchodníci")),
)
_NAMES_SHOWN = 6
_NOTHING = Label("nothing", "nic")
_BLOCKED = Label(
    "The number stays in the list of numbers not to call, so that it is not called after an import.",
    "Číslo zůstává v seznamu čísel, na která se nevolá, aby se na ně nevolalo po importu.",
)
_IN_THE_WAY = Label(
    "Traces may be left in the file, because another program has it open. Close Callcue everywhere and run this again.",
    "V souboru mohou zůstat stopy, protože ho má otevřený jiný program. Zavřete všude Callcue a spusťte příkaz znovu.",
)
_BACKUPS = Label(
    "Backups in {folder} ({count}) were made before and still hold it. They are replaced one by one; to be sure, delete "
    "them now and make a new one with 'callcue db backup FILE'. Copies kept elsewhere are yours to delete too.",
    "Zálohy ve složce {folder} ({count}) vznikly dřív a údaje v nich stále jsou. Postupně se nahradí; pro jistotu je smažte "
    "hned a novou udělejte příkazem „callcue db backup SOUBOR“. Smažte i kopie uložené jinde.",
)
_SPOOLS = Label(
    "Files beside the database may hold it still: {names}. Open and close Callcue, then look at what is left.",
    "Údaje mohou být ještě v souborech vedle databáze: {names}. Otevřete a zavřete Callcue a podívejte se, co zbylo.",
)


def add(subparsers: Subparsers) -> None:
    """Adds the command's parser."""
    lang = Parser.lang
    parser = subparsers.add_parser(
        "privacy", help=COMMANDS["privacy"].help.in_lang(lang), description=_ABOUT.in_lang(lang)
    )
    parser.add_argument(
        "action", choices=_ACTIONS, metavar=_ACTION_WORD.in_lang(lang), help=_ACTION.in_lang(lang)
    )
    parser.add_argument("words", nargs="*", metavar="…", help=_WORDS.in_lang(lang))
    parser.add_argument("--notes", type=count, metavar="N", help=_NOTES.in_lang(lang))
    parser.add_argument("--calls", type=count, metavar="N", help=_CALLS.in_lang(lang))
    parser.add_argument("--leads", type=count, metavar="N", help=_LEADS.in_lang(lang))
    parser.add_argument("--dry-run", action="store_true", help=_DRY.in_lang(lang))
    parser.add_argument("--rep", action="store_true", help=_REP.in_lang(lang))
    parser.add_argument("--yes", action="store_true", help=_YES.in_lang(lang))
    parser.set_defaults(run=run)


def run(args: Namespace) -> int:
    """Does it; 1 when nobody is meant, or when it was not wanted after all."""
    if args.action == "retention":
        return _retention(args)
    return _export(args) if args.action == "export-person" else _erase(args)


def _retention(args: Namespace) -> int:
    if args.words or not (args.notes or args.calls or args.leads):
        raise Stop(_NEEDS_DAYS.in_lang(args.lang), USAGE)
    dry = args.dry_run
    with opened_records(args) as services:
        erasure = _erasure(services)
        steps: tuple[tuple[int | None, Label, Callable[[datetime], Forgotten]], ...] = (
            (args.notes, _WORDS_HEAD, lambda at: erasure.forget_words_before(at, told=_told)),
            (args.calls, _CALLS_HEAD, lambda at: erasure.forget_customers_before(at, told=_told)),
            (args.leads, _LEADS_HEAD, erasure.forget_leads_before),
        )
        _say(args, _WOULD if dry else _ERASED)
        now = services.clock.now()
        with erasure.trying() if dry else contextlib.nullcontext():
            for days, heading, forget in steps:
                if days is not None:
                    said = _listed(forget(now - timedelta(days=days)), args.lang)
                    sys.stdout.write(f"  {heading.in_lang(args.lang).format(days=days)}: {said}\n")
        if not dry:
            _clean_up(args, services, erasure)
    return CLEAN


def _export(args: Namespace) -> int:
    from app.store.handing_out import customers_data, reps_data

    if len(args.words) != 2:
        raise Stop(_missing(args, _WHO_FILE), USAGE)
    who, path = args.words[0], Path(args.words[1])
    if path.exists():
        raise Stop(_EXISTS.in_lang(args.lang).format(path=path))
    with opened_records(args) as services:
        person = _meant(args, _erasure(services), who)
        data = (reps_data if args.rep else customers_data)(services.database, person)
    told = {"about": who, "made": datetime.now(UTC).isoformat(timespec="seconds"), **data}
    try:
        path.write_text(json.dumps(told, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")
    except OSError as error:
        raise Stop(
            _NOT_WRITTEN.in_lang(args.lang).format(path=path, why=why_refused(error).in_lang(args.lang))
        ) from error
    _say(args, _HANDED, path=path, calls=len(person.calls))
    return CLEAN


def _erase(args: Namespace) -> int:
    from app.store.erased_rows import Forgotten

    if len(args.words) != 1:
        raise Stop(_missing(args, _WHO), USAGE)
    (who,) = args.words
    with opened_records(args) as services:
        erasure = _erasure(services)
        person = _meant(args, erasure, who)
        names = ", ".join(person.names[:_NAMES_SHOWN]) + (" …" if len(person.names) > _NAMES_SHOWN else "")
        _say(args, _ABOUT_TO, who=who, calls=len(person.calls), leads=len(person.leads), names=names)
        if not args.yes and not agreed(_SURE.in_lang(args.lang)):
            _say(args, _LEFT)
            return PROBLEMS
        forget = erasure.forget_rep if args.rep else erasure.forget_customer
        done = forget(person, _told)
        if not args.rep:
            done += Forgotten(
                events=erasure.forget_beside(who, person, waiting_folders(services.database, services.home))
            )
        sys.stdout.write(f"{_ERASED.in_lang(args.lang)} {_listed(done, args.lang)}\n")
        if done.blocked:
            _say(args, _BLOCKED)
        _clean_up(args, services, erasure)
    return CLEAN


def _erasure(services: Services) -> Erasure:
    from app.store.erasure import Erasure

    return Erasure(services.database, country=services.settings.country)


def _meant(args: Namespace, erasure: Erasure, who: str) -> Person:
    person = erasure.rep(who) if args.rep else erasure.customer(who)
    if not person.known and person.names and args.rep:
        raise Stop(_SEVERAL.in_lang(args.lang).format(who=who, logins=", ".join(person.names)))
    if not person.known:
        raise Stop(_NOBODY.in_lang(args.lang).format(who=who))
    return person


def _clean_up(args: Namespace, services: Services, erasure: Erasure) -> None:
    """Takes the traces out of the file, and tells of what lies outside it."""
    from app.store.backups import automatic
    from app.store.spool import set_aside, waiting_files

    if not erasure.scrub():
        _say(args, _IN_THE_WAY)
    path, backups = services.database.path, services.database.backups
    kept = list(automatic(path, backups)) if path and backups and backups.exists() else []
    if kept:
        _say(args, _BACKUPS, folder=backups, count=len(kept))
    folders = waiting_folders(services.database, services.home)
    beside = [*waiting_files(folders), *set_aside(folders)]
    if beside:
        _say(args, _SPOOLS, names=", ".join(one.name for one in beside))


def _listed(done: Forgotten, lang: str) -> str:
    parts = [f"{label.in_lang(lang)} {getattr(done, name)}" for name, label in _PARTS if getattr(done, name)]
    return ", ".join(parts) or _NOTHING.in_lang(lang)


def _missing(args: Namespace, wanted: Label) -> str:
    return _NEEDS_WHO.in_lang(args.lang).format(action=args.action, wanted=wanted.in_lang(args.lang))


def _told(done: int, total: int) -> None:
    if total > 2_000:
        tell_share(done, total)


def _say(args: Namespace, words: Label, **values: object) -> None:
    sys.stdout.write(words.in_lang(args.lang).format(**values) + "\n")
