"""``callcue export``: calls found by a search line, or one call with its reviews, as files for people."""

from __future__ import annotations

import sys
from argparse import Namespace
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from app.call.conversation import conversation
from app.call.events import CallStarted
from app.call.ports import CallSummary
from app.playbook.file_words import why_refused
from app.playbook.vocabulary import Label
from app.review.desk import DeskRow, Search
from app.review.mark_sheet import CallAbout, Reviewed, mark_lines
from app.review.out.kept_reviews import KeptReviews
from app.review.out.page import call_page, page_title
from app.review.out.view import PDF, UnknownKind, export_marks, export_view
from app.review.out.xlsx_file import MOST_ROWS, TooManyRows
from app.review.ports import CallDesk
from app.review.printed import PrintedHead
from app.scripts.commands import COMMANDS, Subparsers
from app.scripts.opened import opened_records
from app.scripts.paper import write_pdf, write_table
from app.scripts.parser import Parser
from app.scripts.searched import query_of, search_line
from app.scripts.show import Recorded, recorded_call
from app.scripts.stop import CLEAN, PROBLEMS, USAGE, Stop

_ABOUT = Label(
    "Writes recorded calls into files that people open.\n\n"
    "  callcue export calls FILE.xlsx rep:eva outcome:lost   calls found by the search line of the review desk\n"
    "  callcue export review CALL FILE.pdf                   one call word for word, with its reviews\n"
    "  callcue export review CALL FILE.csv                   the marks of its reviews\n"
    "  callcue export figure funnel FILE.xlsx days:90        one figure with its chart; also .csv and .pdf\n\n"
    'A search may stand in quotes as one: calls FILE.csv "outcome:lost -mood:angry"\n'
    "What would act as a formula in a spreadsheet is written as text. A file that is there already is replaced.",
    "Zapíše zaznamenané hovory do souborů, které si lidé otevřou.\n\n"
    "  callcue export calls SOUBOR.xlsx obchodník:eva výsledek:prohráno   hovory podle hledání z rozboru hovorů\n"
    "  callcue export review HOVOR SOUBOR.pdf                             hovor slovo od slova, s hodnoceními\n"
    "  callcue export review HOVOR SOUBOR.csv                             známky z jeho hodnocení\n"
    "  callcue export figure funnel SOUBOR.xlsx dní:90                    jeden přehled s grafem; i .csv a .pdf\n\n"
    'Hledání může být v uvozovkách vcelku: calls SOUBOR.csv "výsledek:prohráno -naladění:rozzlobený"\n'
    "Co by v tabulkovém programu působilo jako vzorec, se zapíše jako text. Existující soubor se nahradí.",
)
_WHAT_WORD = Label("WHAT", "CO")
_WHAT = Label(
    "what to export: calls, review or figure",
    "co vyvézt: calls (hovory), review (hodnocení), nebo figure (přehled)",
)
_WORDS = Label(
    "calls: FILE and the search line; review: CALL and FILE; figure: NAME, FILE and the search line",
    "calls: SOUBOR a hledání; review: HOVOR a SOUBOR; figure: JMÉNO, SOUBOR a hledání",
)
_FORMAT = Label("kind of file; else the name's ending says it", "druh souboru; jinak ho určí přípona názvu")
_NEEDS_FILE = Label(
    "'callcue export calls' needs a FILE.xlsx, FILE.csv or FILE.pdf.",
    "„callcue export calls“ potřebuje SOUBOR.xlsx, SOUBOR.csv nebo SOUBOR.pdf.",
)
_NEEDS_CALL = Label(
    "'callcue export review' needs a CALL and a FILE.pdf, FILE.csv or FILE.xlsx.",
    "„callcue export review“ potřebuje HOVOR a SOUBOR.pdf, SOUBOR.csv nebo SOUBOR.xlsx.",
)
_KIND = Label(
    "{path} should end with {wanted}, which says what kind of file it is to be.",
    "{path} má končit na {wanted}; podle toho se pozná druh souboru.",
)
_TOO_MANY = Label(
    "More than {most} calls are too many for a workbook. Narrow the search, or write FILE.csv.",
    "Víc než {most} hovorů je na sešit moc. Zužte hledání, nebo zapište SOUBOR.csv.",
)
_NOT_WRITTEN = Label("{path} cannot be written: {why}.", "Do {path} nelze zapsat: {why}.")
_DONE = Label("Calls written to {path}: {count}.", "Hovorů zapsáno do {path}: {count}.")
_DONE_MARKS = Label("Marks written to {path}: {count}.", "Známek zapsáno do {path}: {count}.")
_DONE_PAGE = Label("The call was written to {path}.", "Hovor je zapsán v {path}.")
_NO_REVIEW = Label(
    "This call has no review yet, so there are no marks to write.",
    "Tento hovor zatím nemá hodnocení, takže není jaké známky zapsat.",
)
_AT_ONCE = 500
_TOLD_EVERY = 5_000
_KINDS = {"calls": ".xlsx, .csv, .pdf", "figure": ".xlsx, .csv, .pdf", "review": ".pdf, .csv, .xlsx"}
"""The endings that each kind of export may have."""


def add(subparsers: Subparsers) -> None:
    """Adds the command's parser."""
    lang = Parser.lang
    parser = subparsers.add_parser(
        "export", help=COMMANDS["export"].help.in_lang(lang), description=_ABOUT.in_lang(lang)
    )
    parser.add_argument(
        "what",
        choices=("calls", "review", "figure"),
        metavar=_WHAT_WORD.in_lang(lang),
        help=_WHAT.in_lang(lang),
    )
    parser.add_argument("words", nargs="*", metavar="…", help=_WORDS.in_lang(lang))
    parser.add_argument("--format", choices=("csv", "xlsx", "pdf"), help=_FORMAT.in_lang(lang))
    parser.set_defaults(run=run)


def run(args: Namespace) -> int:
    """Writes the file; 1 when there is nothing to write or it cannot be written."""
    if args.what == "figure":
        return _figure(args)
    return _calls(args) if args.what == "calls" else _review(args)


def _figure(args: Namespace) -> int:
    from app.scripts import export_figure

    name, path = export_figure.wanted_figure(args)
    return _written(args, path, lambda: export_figure.run(args, name, path))


def _calls(args: Namespace) -> int:
    if not args.words:
        raise Stop(_NEEDS_FILE.in_lang(args.lang), USAGE)
    path, line = Path(args.words[0]), search_line(args.words[1:])
    if args.format and path.suffix.lower() != f".{args.format}":
        path = path.with_name(f"{path.name}.{args.format}")
    query = query_of(line, args.lang)
    with opened_records(args) as services:
        search = Search(query)
        rows, kept = all_rows(services.desk, search), KeptReviews(services.reviews)

        def write() -> int:
            if path.suffix.lower() == PDF:
                head = PrintedHead(line, services.desk.count(search), datetime.now(UTC), args.lang)
                return write_table(path, head, rows, _told)
            return export_view(rows, path, args.lang, line, _told, lambda row: kept.of(row.call))

        count = _written(args, path, write)
    sys.stdout.write(_DONE.in_lang(args.lang).format(path=path, count=count) + "\n")
    return CLEAN


def all_rows(desk: CallDesk, search: Search) -> Iterator[DeskRow]:
    """Every call that ``search`` finds, page by page."""
    first = 0
    while page := desk.rows(search, first, _AT_ONCE):
        yield from page
        first += len(page)
        if len(page) < _AT_ONCE:
            return


def _review(args: Namespace) -> int:
    if len(args.words) != 2:
        raise Stop(_NEEDS_CALL.in_lang(args.lang), USAGE)
    wanted, path = args.words[0], Path(args.words[1])
    if path.suffix.lower() not in _KINDS["review"].split(", "):
        raise _wrong_kind(args, path)
    with opened_records(args) as services:
        recorded = recorded_call(services, wanted, args.lang)
        reviews = tuple(KeptReviews(services.reviews).of(recorded.summary.call))
    if path.suffix.lower() == ".pdf":
        return _page(args, recorded, reviews, path)
    if not reviews:
        sys.stderr.write(_NO_REVIEW.in_lang(args.lang) + "\n")
        return PROBLEMS
    told = _by_name(recorded)
    about = CallAbout(told.started, told.rep, told.lead_name or told.company)
    lines = [line for one in reviews for line in mark_lines(about, one)]
    count = _written(args, path, lambda: export_marks(lines, path, args.lang))
    sys.stdout.write(_DONE_MARKS.in_lang(args.lang).format(path=path, count=count) + "\n")
    return CLEAN


def _by_name(recorded: Recorded) -> CallSummary:
    """The call with its rep by the name that the record has; reps without one go by their login."""
    started = next((one.what for one in recorded.events if isinstance(one.what, CallStarted)), None)
    return replace(recorded.summary, rep=(started.rep.name if started else "") or recorded.summary.rep)


def _page(args: Namespace, recorded: Recorded, reviews: tuple[Reviewed, ...], path: Path) -> int:
    turns = conversation(recorded.playbook, recorded.events, args.lang)
    html = call_page(_by_name(recorded), recorded.playbook, turns, reviews, args.lang)

    def write() -> int:
        write_pdf(path, page_title(recorded.summary), html, args.lang)
        return 1

    _written(args, path, write)
    sys.stdout.write(_DONE_PAGE.in_lang(args.lang).format(path=path) + "\n")
    return CLEAN


def _written(args: Namespace, path: Path, write: Callable[[], int]) -> int:
    lang = args.lang
    try:
        return write()
    except UnknownKind as error:
        raise _wrong_kind(args, path) from error
    except TooManyRows as error:
        raise Stop(_TOO_MANY.in_lang(lang).format(most=MOST_ROWS)) from error
    except OSError as error:
        raise Stop(
            _NOT_WRITTEN.in_lang(lang).format(path=path, why=why_refused(error).in_lang(lang))
        ) from error


def _wrong_kind(args: Namespace, path: Path) -> Stop:
    return Stop(_KIND.in_lang(args.lang).format(path=path, wanted=_KINDS[args.what]), USAGE)


def _told(rows: int) -> None:
    if rows % _TOLD_EVERY == 0 and sys.stderr.isatty():
        sys.stderr.write(f"\r{rows} …")
        sys.stderr.flush()
