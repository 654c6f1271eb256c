"""``callcue schema``: the playbook language as a JSON Schema, for editors."""

from __future__ import annotations

import argparse
import json
import sys

from app.playbook.schema import schema
from app.playbook.vocabulary import Label
from app.scripts.commands import COMMANDS, Subparsers
from app.scripts.parser import Parser
from app.scripts.stop import CLEAN

_ABOUT = Label(
    "Writes the JSON Schema (draft-07) of playbooks, from which editors complete keys and explain them:\n"
    "  callcue schema > callcue.schema.json\n"
    'In VS Code\'s YAML extension, set yaml.schemas to {"callcue.schema.json": "playbooks/**/*.yaml"}.',
    "Vypíše JSON Schema (draft-07) scénářů, ze kterého editory doplňují a vysvětlují klíče:\n"
    "  callcue schema > callcue.schema.json\n"
    'V rozšíření YAML pro VS Code nastavte yaml.schemas na {"callcue.schema.json": "playbooks/**/*.yaml"}.',
)


def add(subparsers: Subparsers) -> None:
    """Adds the command's parser."""
    lang = Parser.lang
    parser = subparsers.add_parser(
        "schema", help=COMMANDS["schema"].help.in_lang(lang), description=_ABOUT.in_lang(lang)
    )
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Writes the schema with descriptions in the program's language."""
    sys.stdout.write(json.dumps(schema(args.lang), ensure_ascii=False, indent=2) + "\n")
    return CLEAN
