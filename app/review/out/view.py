"""The present view of the review desk, or reviews, into a file of the kind that its name ends with."""

from __future__ import annotations

import contextlib
import secrets
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path

from app.playbook.vocabulary import Label
from app.review.desk import DeskRow
from app.review.export import Value, call_columns, call_values, tallies
from app.review.mark_sheet import MarkLine, Reviewed, about_call, mark_columns, mark_lines, mark_values
from app.review.out.csv_file import Told, write_csv
from app.review.out.marks_sheet import MarksSheet
from app.review.out.xlsx_file import Summary, write_sheets, write_xlsx

CSV, XLSX, PDF = ".csv", ".xlsx", ".pdf"
_CALLS = Label("Calls", "Hovory")
_SEARCH = Label("Search", "Hledání")
_MADE = Label("Exported", "Vyvezeno")


class UnknownKind(Exception):
    """The file's name ends with nothing that can be written."""


ReviewsOf = Callable[[DeskRow], Iterable[Reviewed]]
"""Finds the reviews of a call."""


def export_view(
    rows: Iterable[DeskRow],
    path: Path,
    lang: str,
    query: str = "",
    told: Told | None = None,
    reviews: ReviewsOf | None = None,
) -> int:
    """Writes calls to ``path`` (.csv or .xlsx) and returns how many; a file there before is replaced only when all went well.

    Args:
        query: The search line that found them, told on the summary sheet.
        told: Told after each row how many calls are written; may raise to stop the writing.
        reviews: Where given, a workbook gets a sheet with the marks of trainers, which may be edited and taken back.

    Raises:
        UnknownKind: The name ends with something else.
        TooManyRows: Too many for a workbook.
        OSError: The file cannot be written.
    """
    with made_whole(path) as part:
        if path.suffix.lower() == CSV:
            return write_csv(part, call_columns(), (call_values(row, lang) for row in rows), lang, told)
        seen: list[DeskRow] = []
        values, title = _noted(rows, seen, lang), _CALLS.in_lang(lang)
        lines = _lines(seen, reviews, told) if reviews is not None else ()
        return write_xlsx(
            part,
            title,
            call_columns(),
            values,
            lang,
            lambda: _summary(seen, lang, query),
            told,
            MarksSheet(lines, lang),
        )


def export_marks(lines: Iterable[MarkLine], path: Path, lang: str) -> int:
    """Writes marks of reviews to ``path`` and returns how many. Raises like ``export_view``."""
    with made_whole(path) as part:
        if path.suffix.lower() == CSV:
            return write_csv(part, mark_columns(), (mark_values(one, lang) for one in lines), lang)
        sheet = MarksSheet(lines, lang)
        write_sheets(part, sheet)
        return sheet.written


def _lines(seen: Sequence[DeskRow], reviews: ReviewsOf, told: Told | None) -> Iterator[MarkLine]:
    for row in seen:
        if not row.reviewed:
            continue
        if told is not None:
            told(len(seen))
        for one in reviews(row):
            if not one.review.draft.own:
                yield from mark_lines(about_call(row), one)


def _noted(rows: Iterable[DeskRow], seen: list[DeskRow], lang: str) -> Iterator[tuple[Value, ...]]:
    for row in rows:
        seen.append(row)
        yield call_values(row, lang)


def _summary(seen: Sequence[DeskRow], lang: str, query: str) -> Summary:
    about: tuple[tuple[str, Value], ...] = (
        (_SEARCH.in_lang(lang), query),
        (_CALLS.in_lang(lang), len(seen)),
        (_MADE.in_lang(lang), datetime.now(UTC)),
    )
    return Summary(about, tallies(seen, lang))


@contextlib.contextmanager
def made_whole(path: Path, kinds: Sequence[str] = (CSV, XLSX)) -> Iterator[Path]:
    """A name beside ``path`` to write to, put in its place at the end, and gone when something went wrong."""
    if path.suffix.lower() not in kinds:
        raise UnknownKind(path.suffix)
    part = path.with_name(f"{path.name}.{secrets.token_hex(4)}.part")
    try:
        yield part
        part.replace(path)
    finally:
        part.unlink(missing_ok=True)
