"""``callcue export figure``: one figure as a workbook with a chart, as CSV, or as a page."""

from __future__ import annotations

import sys
from argparse import Namespace
from pathlib import Path

from app.playbook.vocabulary import Label
from app.review.figure_making import figure
from app.review.figure_names import PlaybookNames
from app.review.figure_words import NAMES
from app.review.figures import Figure, FigureName
from app.review.out.figure_file import Asked, export_figure, figure_page
from app.scripts.opened import opened_records
from app.scripts.paper import write_pdf
from app.scripts.searched import query_of, search_line
from app.scripts.stop import CLEAN, PROBLEMS, USAGE, Stop

_NEEDS = Label(
    "'callcue export figure' needs a NAME and a FILE.xlsx, FILE.csv or FILE.pdf. Names: {names}.",
    "„callcue export figure“ potřebuje JMÉNO a SOUBOR.xlsx, SOUBOR.csv nebo SOUBOR.pdf. Jména: {names}.",
)
_NO_SUCH = Label(
    "There is no figure '{name}'.{near} Names: {names}.", "Přehled „{name}“ neexistuje.{near} Jména: {names}."
)
_NEAR = Label(" Did you mean '{near}'?", " Neměl to být „{near}“?")
_DONE = Label("{figure}: rows written to {path}: {count}.", "{figure}: řádků zapsáno do {path}: {count}.")
_NOTHING = Label(
    "There is nothing to count here, so no file was written.",
    "Tady není co počítat, takže se žádný soubor nezapsal.",
)


def wanted_figure(args: Namespace) -> tuple[FigureName, Path]:
    """The figure and the file that the words name. Raises Stop when they do not."""
    names = ", ".join(FigureName)
    if len(args.words) < 2:
        raise Stop(_NEEDS.in_lang(args.lang).format(names=names), USAGE)
    name = args.words[0].casefold().replace("-", "_")
    if name not in set(FigureName):
        from app.playbook.nearest import nearest

        near = nearest(name, [str(one) for one in FigureName])
        hint = _NEAR.in_lang(args.lang).format(near=near) if near else ""
        words = _NO_SUCH.in_lang(args.lang)
        raise Stop(words.format(name=args.words[0], near=hint, names=names), USAGE)
    return FigureName(name), Path(args.words[1])


def run(args: Namespace, name: FigureName, path: Path) -> int:
    """Writes the figure; 1 when there is nothing to count. Raises Stop, UnknownKind and OSError."""
    line = search_line(args.words[2:])
    query = query_of(line, args.lang)
    with opened_records(args) as services:
        book = services.figures
        made = PlaybookNames().named(figure(name, book.counted(name, query), query), book)
    if not made.rows:
        sys.stderr.write(_NOTHING.in_lang(args.lang) + "\n")
        return PROBLEMS
    _write(made, path, args.lang, Asked(line))
    words = _DONE.in_lang(args.lang)
    title = NAMES[name].in_lang(args.lang)
    sys.stdout.write(words.format(figure=title, path=path, count=len(made.rows)) + "\n")
    return CLEAN


def _write(made: Figure, path: Path, lang: str, asked: Asked) -> None:
    if path.suffix.lower() == ".pdf":
        write_pdf(path, NAMES[made.name].in_lang(lang), figure_page(made, lang, asked), lang)
    else:
        export_figure(made, path, lang, asked)
