"""``callcue calls``: lists recorded calls, newest first."""

from __future__ import annotations

import json
import sys
from argparse import Namespace
from typing import Any

from app.call.ports import CallStatus, CallSummary
from app.playbook.vocabulary import OUTCOMES, Label
from app.review.desk import Search
from app.scripts.commands import COMMANDS, Subparsers
from app.scripts.opened import opened_records
from app.scripts.parser import Parser, count
from app.scripts.searched import query_of, search_line
from app.scripts.stop import CLEAN, PROBLEMS

_QUERY = Label(
    "words that must all occur in customer, company, phone, playbook, rep or outcome; or filters",
    "slova, která se všechna vyskytují v zákazníkovi, firmě, telefonu, scénáři, obchodníkovi či výsledku; nebo filtry",
)
_ABOUT = Label(
    "Lists recorded calls, the newest first; with words, only those calls that all of them occur in.\n\n"
    "Filters are those of the review desk's search line and find closed calls:\n"
    "  callcue calls rep:eva outcome:lost objection:price days:30",
    "Vypíše zaznamenané hovory od nejnovějšího; se slovy jen ty, ve kterých se vyskytují všechna.\n\n"
    "Filtry jsou tytéž jako v hledání rozboru hovorů a hledají v uzavřených hovorech:\n"
    "  callcue calls obchodník:eva výsledek:prohráno námitka:cena dní:30",
)
_WORD = Label("QUERY", "DOTAZ")
_JSON = Label("one JSON array instead of a table", "pole JSON místo tabulky")
_LIMIT = Label("at most so many calls (50)", "nejvýš tolik hovorů (50)")
_NONE = Label("No calls found.", "Žádné hovory nenalezeny.")
_UNFINISHED = Label("unfinished", "nedokončený")
_SAMPLE = Label("sample", "ukázka")
_SHORT_ID = 13
"""The first two groups of a UUIDv7 tell calls apart that began in different milliseconds."""


def add(subparsers: Subparsers) -> None:
    """Adds the command."""
    lang = Parser.lang
    words = COMMANDS["calls"].help.in_lang(lang)
    parser = subparsers.add_parser("calls", help=words, description=_ABOUT.in_lang(lang))
    parser.add_argument("query", nargs="*", metavar=_WORD.in_lang(lang), help=_QUERY.in_lang(lang))
    parser.add_argument("--json", action="store_true", help=_JSON.in_lang(lang))
    parser.add_argument("--limit", type=count, default=50, metavar="N", help=_LIMIT.in_lang(lang))
    parser.set_defaults(run=run)


def run(args: Namespace) -> int:
    """Prints the calls; 1 when a query finds none."""
    line, limit = search_line(args.query) if args.query else "", args.limit
    query = query_of(line, args.lang)
    with opened_records(args) as services:
        if query.filters:
            rows = services.desk.rows(Search(query), 0, limit)
            found = services.calls.summaries([row.call for row in rows])
        else:
            found = services.calls.recent(limit, line)
    if args.json:
        sys.stdout.write(
            json.dumps([summary_json(call) for call in found], ensure_ascii=False, indent=2) + "\n"
        )
    elif found:
        sys.stdout.write(table(found, args.lang) + "\n")
    else:
        sys.stderr.write(_NONE.in_lang(args.lang) + "\n")
    return CLEAN if found or not args.query else PROBLEMS


def summary_json(call: CallSummary) -> dict[str, Any]:
    """One call as JSON values; times in UTC (ISO 8601)."""
    return {
        "call": str(call.call),
        "started": call.started.isoformat(timespec="milliseconds").replace("+00:00", "Z"),
        "talk_ms": call.talk_ms,
        "status": call.status.value,
        "playbook": call.playbook,
        "playbook_revision": call.playbook_revision,
        "lang": call.lang,
        "rep": call.rep,
        "rep_name": call.rep_name,
        "lead_id": call.lead_id,
        "lead_name": call.lead_name,
        "company": call.company,
        "phone": call.phone,
        "source": call.source,
        "outcome": call.outcome,
        "reason": call.reason,
        "last_line": call.last_line,
        "last_ms": call.last_ms,
        "sample": call.sample,
    }


def table(calls: tuple[CallSummary, ...], lang: str) -> str:
    """Aligned columns: id, local start, minutes talked, who, playbook, outcome."""
    rows = [_cells(call, lang) for call in calls]
    widths = [max(len(row[column]) for row in rows) for column in range(len(rows[0]))]
    return "\n".join(
        "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip() for row in rows
    )


def _cells(call: CallSummary, lang: str) -> tuple[str, ...]:
    started = call.started.astimezone()
    when = (
        f"{started:%Y-%m-%d %H:%M}" if lang == "en" else f"{started.day}. {started.month}. {started:%Y %H:%M}"
    )
    minutes, seconds = divmod(call.talk_ms // 1000, 60)
    outcome = _outcome(call, lang) + (f" ({_SAMPLE.in_lang(lang)})" if call.sample else "")
    who = ", ".join(part for part in (call.lead_name, call.company) if part) or call.phone or "-"
    return (
        str(call.call)[:_SHORT_ID],
        when,
        f"{minutes}:{seconds:02d}",
        who,
        call.playbook,
        call.rep_name or call.rep,
        outcome,
    )


def _outcome(call: CallSummary, lang: str) -> str:
    if call.status is not CallStatus.CLOSED:
        return f"{_UNFINISHED.in_lang(lang)}: {call.last_line}"
    known = OUTCOMES.get(call.outcome)
    return known.label.in_lang(lang) if known else call.outcome
