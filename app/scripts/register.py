"""``callcue register``: lets phone programs and links open Callcue, and takes that back."""

from __future__ import annotations

import argparse
import os
import sys
from pathlib import Path

from app.playbook.file_words import why_refused
from app.playbook.vocabulary import Label
from app.scripts.commands import COMMANDS, Subparsers
from app.scripts.parser import Parser
from app.scripts.registration import (
    BUNDLE_PART,
    ENTRY,
    MIME,
    Launch,
    applications_folder,
    desktop_entry,
    launch,
    linux_commands,
    registry_keys,
    registry_values,
    run_quietly,
    windows_registry,
)
from app.scripts.stop import CLEAN, Stop

SYSTEMS = ("linux", "windows", "macos")
_ABOUT = Label(
    "Makes this desktop open callcue: addresses with Callcue, for this user only; --undo takes it back.\n"
    "Linux: a desktop entry. Windows: keys of the current user. macOS: prints what a packaged program needs.",
    "Nastaví, aby se adresy callcue: na této ploše otvíraly v Callcue, jen pro tohoto uživatele; --undo to vezme zpět.\n"
    "Linux: soubor .desktop. Windows: klíče přihlášeného uživatele. macOS: vypíše, co potřebuje zabalený program.",
)
_UNDO = Label("take it back", "vzít zpět")
_DRY = Label("only say what would be done", "jen vypsat, co by se udělalo")
_SYSTEM = Label("plan for this system (with --dry-run)", "plán pro tento systém (s --dry-run)")
_ONLY_DRY = Label(
    "callcue register: --system only goes together with --dry-run.",
    "callcue register: --system jde jen spolu s --dry-run.",
)
_WRITES = Label("Writes {path}:", "Zapíše {path}:")
_WROTE = Label("Wrote {path}.", "Zapsáno: {path}.")
_REMOVES = Label("Removes {path}", "Smaže {path}")
_REMOVED = Label("Removed {path}.", "Smazáno: {path}.")
_NOTHING = Label("Nothing was registered.", "Nic zaregistrováno nebylo.")
_RUNS = Label("Runs {words}", "Spustí {words}")
_RAN = Label("Ran {words}.", "Spuštěno: {words}.")
_FAILED = Label(
    "{words} did not work; the entry is there, but the desktop may not know of it yet.",
    "{words} se nezdařilo; soubor je zapsán, plocha o něm ale zatím nemusí vědět.",
)
_NO_XDG = Label(
    "xdg-mime is not here. Choose Callcue for callcue: addresses in the desktop's settings, or install xdg-utils.",
    "xdg-mime tu není. Zvolte Callcue pro adresy callcue: v nastavení plochy, nebo doinstalujte xdg-utils.",
)
_SETS = Label(
    "Sets HKEY_CURRENT_USER\\{key} {name} = {value}", "Nastaví HKEY_CURRENT_USER\\{key} {name} = {value}"
)
_DELETES = Label("Deletes HKEY_CURRENT_USER\\{key}", "Smaže HKEY_CURRENT_USER\\{key}")
_DEFAULT = Label("(default)", "(výchozí)")
_DONE = Label("Done.", "Hotovo.")
_CANNOT = Label(
    "callcue register: {path} cannot be written ({why}).", "callcue register: {path} nejde zapsat ({why})."
)
_NO_REGISTRY = Label("the registry", "registr")
_BUNDLE = Label(
    "macOS takes addresses only for a packaged program. Its Info.plist needs this; macOS then finds it by itself:",
    "macOS předává adresy jen zabalenému programu. Jeho Info.plist potřebuje toto; macOS si ho pak najde sám:",
)


def add(subparsers: Subparsers) -> None:
    """Adds the command's parser."""
    lang = Parser.lang
    parser = subparsers.add_parser(
        "register", help=COMMANDS["register"].help.in_lang(lang), description=_ABOUT.in_lang(lang)
    )
    parser.add_argument("--undo", action="store_true", help=_UNDO.in_lang(lang))
    parser.add_argument("--dry-run", action="store_true", help=_DRY.in_lang(lang))
    parser.add_argument("--system", choices=SYSTEMS, help=_SYSTEM.in_lang(lang))
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Registers, or takes it back, on the system that this is."""
    if args.system is not None and not args.dry_run:
        raise Stop(_ONLY_DRY.in_lang(args.lang))
    here = {"win32": "windows", "darwin": "macos"}.get(sys.platform, "linux")
    system, how = args.system or here, launch()
    if system == "windows":
        return _windows(how, args)
    if system == "macos":
        _say(_BUNDLE.in_lang(args.lang))
        _say(BUNDLE_PART.rstrip())
        return CLEAN
    return _linux(how, args)


def _linux(how: Launch, args: argparse.Namespace) -> int:
    lang: str = args.lang
    folder = applications_folder(os.environ, Path.home())
    entry = desktop_entry(how, folder)
    commands = linux_commands(folder, undo=args.undo)
    if args.dry_run:
        _say((_REMOVES if args.undo else _WRITES).in_lang(lang).format(path=entry.path))
        if not args.undo:
            _say(entry.text.rstrip())
        for words in commands:
            _say(_RUNS.in_lang(lang).format(words=" ".join(words)))
        return CLEAN
    try:
        if args.undo and not entry.path.exists():
            _say(_NOTHING.in_lang(lang))
            return CLEAN
        if args.undo:
            entry.path.unlink()
        else:
            folder.mkdir(parents=True, exist_ok=True)
            entry.path.write_text(entry.text, encoding="utf-8")
    except OSError as error:
        why = why_refused(error).in_lang(lang)
        raise Stop(_CANNOT.in_lang(lang).format(path=entry.path, why=why)) from error
    _say((_REMOVED if args.undo else _WROTE).in_lang(lang).format(path=entry.path))
    for words in commands:
        done = run_quietly(words)
        _say((_RAN if done else _FAILED).in_lang(lang).format(words=" ".join(words)))
    if not args.undo and ("xdg-mime", "default", ENTRY, MIME) not in commands:
        _say(_NO_XDG.in_lang(lang))
    return CLEAN


def _windows(how: Launch, args: argparse.Namespace) -> int:
    lang: str = args.lang
    values, keys = registry_values(how), registry_keys()
    registry = None if args.dry_run else windows_registry()
    if registry is None:
        for key in keys if args.undo else ():
            _say(_DELETES.in_lang(lang).format(key=key))
        for plan in () if args.undo else values:
            name = plan.name or _DEFAULT.in_lang(lang)
            _say(_SETS.in_lang(lang).format(key=plan.key, name=name, value=plan.value))
        return CLEAN
    try:
        for key in keys if args.undo else ():
            registry.delete(key)
        for plan in () if args.undo else values:
            registry.set(plan)
    except OSError as error:
        why = why_refused(error).in_lang(lang)
        raise Stop(_CANNOT.in_lang(lang).format(path=_NO_REGISTRY.in_lang(lang), why=why)) from error
    _say(_DONE.in_lang(lang))
    return CLEAN


def _say(line: str) -> None:
    sys.stdout.write(line + "\n")
