"""``callcue reviews import``: marks edited in an exported workbook come back, shown before they are kept."""

from __future__ import annotations

import sys
from argparse import Namespace
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

from app.bootstrap import Services
from app.call.summary import moment_words
from app.playbook.vocabulary import Label
from app.review.desk import NotRecorded, Review
from app.review.marks_back import TakingBack, by_review, taking_back
from app.review.marks_back_words import bad_words, change_words, no_marks_words
from app.review.out.marks_reading import NoMarks, read_marks
from app.scripts.commands import COMMANDS, Subparsers
from app.scripts.console import agreed
from app.scripts.opened import opened_records
from app.scripts.parser import Parser
from app.scripts.stop import CLEAN, PROBLEMS, Stop

_ABOUT = Label(
    "Takes marks back that were edited in a workbook from 'callcue export calls FILE.xlsx'.\n\n"
    "  callcue reviews import FILE.xlsx --dry-run        shows what would change\n"
    "  callcue reviews import FILE.xlsx --as jana        shows it, asks, and keeps it\n\n"
    "Nothing is overwritten: each change becomes a newer version of the mark, with the name of the file and who did it.\n"
    "A mark that was changed meanwhile is left as it is now. Exit code 1: a cell could not be taken, or nothing was kept.",
    "Převezme známky upravené v sešitu z „callcue export calls SOUBOR.xlsx“.\n\n"
    "  callcue reviews import SOUBOR.xlsx --dry-run      ukáže, co by se změnilo\n"
    "  callcue reviews import SOUBOR.xlsx --as jana      ukáže to, zeptá se a uloží\n\n"
    "Nic se nepřepisuje: každá změna je nová verze známky, se jménem souboru a s tím, kdo ji zanesl.\n"
    "Známka, kterou mezitím někdo změnil, zůstane, jaká je teď. Kód 1: některou buňku nešlo převzít nebo se nic neuložilo.",
)
_ACTION_WORD, _FILE_WORD = Label("ACTION", "AKCE"), Label("FILE", "SOUBOR")
_ACTION = Label("what to do: import", "co udělat: import")
_FILE = Label("the edited workbook (.xlsx)", "upravený sešit (.xlsx)")
_DRY = Label("only show what would change", "jen ukáže, co by se změnilo")
_AS = Label(
    "login of whoever changes the marks; else yours", "přihlašovací jméno toho, kdo známky mění; jinak vaše"
)
_YES = Label("keep it without asking", "uloží bez dotazu")
_TITLE = Label("Changes: {changes}", "Změny: {changes}")
_CONFLICTS = Label(
    "Left out, because they were changed here meanwhile: {count}",
    "Vynecháno, protože se tu mezitím změnily: {count}",
)
_BAD = Label("Cells that cannot be taken: {count}", "Buňky, které nelze převzít: {count}")
_MORE = Label("… and more: {count}", "… a další: {count}")
_SAME = Label("Marks that stay as they are: {count}", "Známky, které zůstávají: {count}")
_NOTHING = Label("The file changes nothing.", "Soubor nic nemění.")
_REVIEW = Label("{who}, {when}, review by {by}", "{who}, {when}, hodnotí {by}")
_GONE = Label("erased call", "vymazaný hovor")
_HERE = Label("here now {now}", "teď tu je {now}")
_SURE = Label("Type yes to keep the changes: ", "Změny uložíte slovem ano: ")
_LEFT = Label("Nothing was kept. Add --yes to do it.", "Nic se neuložilo. Uloží to volba --yes.")
_KEPT = Label("Kept as newer versions: {count}.", "Uloženo jako novější verze: {count}.")
_MEANWHILE = Label(
    "Left out, because they were changed in the last moment: {count}.",
    "Vynecháno, protože se změnily na poslední chvíli: {count}.",
)
_VANISHED = Label(
    "A review was erased meanwhile, so nothing was kept. Run this again.",
    "Některé hodnocení bylo mezitím vymazáno, takže se nic neuložilo. Spusťte to znovu.",
)
_MOST_SHOWN = 200


def add(subparsers: Subparsers) -> None:
    """Adds the command's parser."""
    lang = Parser.lang
    parser = subparsers.add_parser(
        "reviews", help=COMMANDS["reviews"].help.in_lang(lang), description=_ABOUT.in_lang(lang)
    )
    parser.add_argument(
        "action", choices=("import",), metavar=_ACTION_WORD.in_lang(lang), help=_ACTION.in_lang(lang)
    )
    parser.add_argument("file", metavar=_FILE_WORD.in_lang(lang), help=_FILE.in_lang(lang))
    parser.add_argument("--dry-run", action="store_true", help=_DRY.in_lang(lang))
    parser.add_argument("--as", dest="trainer", metavar="LOGIN", default="", help=_AS.in_lang(lang))
    parser.add_argument("--yes", action="store_true", help=_YES.in_lang(lang))
    parser.set_defaults(run=run)


def run(args: Namespace) -> int:
    """Shows what the file changes and keeps it when that is wanted."""
    lang, path = args.lang, Path(args.file)
    try:
        file = read_marks(path)
    except NoMarks as problem:
        raise Stop(no_marks_words(problem, str(path), lang)) from problem
    with opened_records(args) as services:
        found = taking_back(file, services.reviews)
        sys.stdout.write("\n".join(_preview(found, services, lang)) + "\n")
        clean = CLEAN if not (found.bad or found.conflicts) else PROBLEMS
        if args.dry_run or not found.changes:
            return clean
        if not args.yes and not agreed(_SURE.in_lang(lang)):
            _say(_LEFT, lang)
            return PROBLEMS
        return max(clean, _keep(args, services, found))


def _keep(args: Namespace, services: Services, found: TakingBack) -> int:
    by = args.trainer or services.settings.rep.rep_id
    corrections = [one.correction for one in found.changes]
    try:
        left = services.reviews.take_back(corrections, by, services.clock.now())
    except NotRecorded as problem:
        raise Stop(_VANISHED.in_lang(args.lang)) from problem
    _say(_KEPT, args.lang, count=len(corrections) - len(left))
    if left:
        _say(_MEANWHILE, args.lang, count=len(left))
    return PROBLEMS if left else CLEAN


def _preview(found: TakingBack, services: Services, lang: str) -> Iterator[str]:
    if not (found.changes or found.conflicts or found.bad):
        yield _NOTHING.in_lang(lang)
    if found.changes:
        yield _TITLE.in_lang(lang).format(changes=len(found.changes))
        for review, changes in by_review(found.changes[:_MOST_SHOWN]):
            yield f"  {_review_words(review, services, lang)}"
            for one in changes:
                yield f"    {one.cell}  {one.criterion.text.in_lang(lang)}: {change_words(one, lang)}"
        yield from _rest(len(found.changes), lang)
    if found.conflicts:
        yield _CONFLICTS.in_lang(lang).format(count=len(found.conflicts))
        for one in found.conflicts[:_MOST_SHOWN]:
            now = _HERE.in_lang(lang).format(now=change_words(one, lang, against_newest=True).split(" → ")[0])
            yield f"    {one.cell}  {one.criterion.text.in_lang(lang)}: {change_words(one, lang)} ({now})"
        yield from _rest(len(found.conflicts), lang)
    if found.bad:
        yield _BAD.in_lang(lang).format(count=len(found.bad))
        yield from (f"    {bad_words(one, lang)}" for one in islice(found.bad, _MOST_SHOWN))
        yield from _rest(len(found.bad), lang)
    yield _SAME.in_lang(lang).format(count=found.same)


def _rest(count: int, lang: str) -> Iterator[str]:
    if count > _MOST_SHOWN:
        yield "    " + _MORE.in_lang(lang).format(count=count - _MOST_SHOWN)


def _review_words(review: Review, services: Services, lang: str) -> str:
    calls = services.calls.find(str(review.draft.call))
    who = (calls[0].lead_name or calls[0].company or calls[0].phone) if calls else ""
    when = moment_words(calls[0].started.astimezone().isoformat(timespec="minutes"), lang) if calls else ""
    by = review.reviewer_name or review.draft.reviewer
    return _REVIEW.in_lang(lang).format(who=who or _GONE.in_lang(lang), when=when, by=by)


def _say(words: Label, lang: str, **values: object) -> None:
    sys.stdout.write(words.in_lang(lang).format(**values) + "\n")
