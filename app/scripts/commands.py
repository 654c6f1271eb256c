"""The commands by name: which module does each, and one line on what it does.

A module is imported only when its command was chosen, so that help and quick commands start at once. It has
``add(subparsers)``, which adds its parser and sets ``run`` as a default::

    def add(subparsers: Subparsers) -> None:
        parser = subparsers.add_parser("find", help=..., description=...)
        parser.add_argument("query")
        parser.set_defaults(run=run)

    def run(args: argparse.Namespace) -> int:   # the exit code

``args.lang`` is the program's language (``en`` or ``cs``), settled before any module is imported. The common options
(``--db``, ``--home``, ``--playbooks``, ``--lang``) stand in the environment while the command runs, so ``settings.load``
sees them. A command that cannot go on raises ``Stop``.
"""

from __future__ import annotations

import argparse
from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.playbook.label import Label

if TYPE_CHECKING:
    Subparsers = argparse._SubParsersAction[argparse.ArgumentParser]  # noqa: SLF001  argparse names it nowhere else
else:
    Subparsers = object


@dataclass(frozen=True, slots=True)
class Command:
    """One command: the module under ``app.scripts`` that does it, and a line of help."""

    module: str
    help: Label


COMMANDS: dict[str, Command] = {
    "play": Command("play", Label("walk through a call in the terminal", "projde hovor v terminálu")),
    "find": Command(
        "find", Label("find an objection, story or question", "najde námitku, příběh nebo otázku")
    ),
    "calls": Command("calls", Label("list recorded calls", "vypíše zaznamenané hovory")),
    "show": Command(
        "show", Label("show a recorded call word for word", "ukáže zaznamenaný hovor slovo od slova")
    ),
    "export": Command(
        "export", Label("write calls to XLSX, CSV or PDF", "zapíše hovory do XLSX, CSV nebo PDF")
    ),
    "reviews": Command(
        "reviews",
        Label("take marks back from an edited workbook", "převezme známky z upraveného sešitu"),
    ),
    "figures": Command(
        "figures", Label("what recorded calls add up to", "co říkají zaznamenané hovory dohromady")
    ),
    "privacy": Command(
        "privacy",
        Label(
            "delete what is too old, hand out or erase one person",
            "smaže, co je příliš staré, vydá nebo vymaže jednu osobu",
        ),
    ),
    "check": Command("check", Label("check playbooks", "zkontroluje scénáře hovorů")),
    "explain": Command("explain", Label("explain what a problem means", "vysvětlí, co nález znamená")),
    "test": Command("test", Label("run the tests of playbooks", "spustí testy scénářů")),
    "new": Command("new", Label("begin a new playbook", "založí nový scénář")),
    "diff": Command(
        "diff", Label("tell what changed between two playbooks", "řekne, co se mezi dvěma scénáři změnilo")
    ),
    "schema": Command(
        "schema", Label("JSON Schema of playbooks, for editors", "JSON Schema scénářů pro editory")
    ),
    "sample": Command(
        "sample",
        Label("fill an empty database with made-up calls", "naplní prázdnou databázi vymyšlenými hovory"),
    ),
    "pop": Command("pop", Label("show in the window who rings", "ukáže v okně, kdo volá")),
    "press": Command(
        "press",
        Label(
            "press a key in the window, for keys of the desktop", "stiskne klávesu v okně, pro klávesy plochy"
        ),
    ),
    "register": Command(
        "register",
        Label("let phone programs open Callcue", "umožní telefonním programům otevřít Callcue"),
    ),
    "db": Command("db", Label("look after the data", "péče o data")),
    "settings": Command("settings", Label("list settings and what they do", "vypíše nastavení a co dělají")),
    "bench": Command("bench", Label("measure how fast things are", "změří, jak je co rychlé")),
}
