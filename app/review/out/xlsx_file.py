"""XLSX through XlsxWriter: real dates and numbers, a table with a frozen header, a summary sheet with a chart.

Texts are written as texts whatever they look like, so no cell becomes a formula or a link.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from app.playbook.vocabulary import Label, Lang
from app.review.export import Column, Kind, Tally, Value

if TYPE_CHECKING:
    from app.review.out.csv_file import Told

MOST_ROWS = 200_000
"""A table cannot be streamed, so that it has to fit into memory; more goes into CSV."""
_DAY_MS = 86_400_000
_LONGEST_TEXT = 32_767
_SUMMARY = Label("Summary", "Souhrn")
_OUTCOME = Label("Outcome", "Výsledek")
_CALLS = Label("Calls", "Hovory")
_VALUE = Label("Value", "Hodnota")
_BY_OUTCOME = Label("Calls by outcome", "Hovory podle výsledku")


class TooManyRows(Exception):
    """More rows than one sheet takes here."""


@dataclass(frozen=True, slots=True)
class Summary:
    """The second sheet: what the table was made from (label and value), and a count for the chart."""

    about: tuple[tuple[str, Value], ...]
    tallies: tuple[Tally, ...]


def write_xlsx(
    path: Path,
    title: str,
    columns: Sequence[Column],
    rows: Iterable[Sequence[Value]],
    lang: str,
    summary: Callable[[], Summary] | None = None,
    told: Told | None = None,
    more: Callable[[Any], None] | None = None,
) -> int:
    """Writes a workbook and returns how many rows its table has.

    Args:
        summary: Asked when all rows are written.
        more: Adds further sheets to XlsxWriter's workbook after them.

    Raises:
        TooManyRows: There are more than ``MOST_ROWS``; nothing is written.
        OSError: The file cannot be written.
    """
    written = 0

    def fill(book: Any) -> None:
        nonlocal written
        formats = cell_formats(book, lang)
        written = fill_sheet(book.add_worksheet(title), columns, rows, lang, formats, told)
        if summary is not None:
            _add_summary(book, summary(), lang, formats)
        if more is not None:
            more(book)

    write_sheets(path, fill)
    return written


def write_sheets(path: Path, fill: Callable[[Any], None]) -> None:
    """Makes a workbook and lets ``fill`` put sheets into it. Raises OSError when the file cannot be written."""
    from xlsxwriter import Workbook
    from xlsxwriter.exceptions import FileCreateError

    book = Workbook(str(path), {"strings_to_formulas": False, "strings_to_urls": False})
    fill(book)
    try:
        book.close()
    except FileCreateError as error:
        raise OSError(str(error)) from error


Formats = dict[Kind, Any]
"""XlsxWriter's formats by what a cell holds."""


def cell_formats(book: Any, lang: str) -> Formats:
    """The formats of a workbook's cells."""
    return {kind: book.add_format(shape) for kind, shape in _shapes(lang).items()}


def fill_sheet(
    sheet: Any,
    columns: Sequence[Column],
    rows: Iterable[Sequence[Value]],
    lang: str,
    formats: Formats,
    told: Told | None = None,
) -> int:
    """Writes a table under a frozen header into an empty sheet and returns how many rows it has. Raises TooManyRows."""
    written = 0
    for row in rows:
        if written == MOST_ROWS:
            raise TooManyRows
        written += 1
        for place, (value, column) in enumerate(zip(row, columns, strict=True)):
            write_cell(sheet, written, place, value, column.kind, formats)
        if told is not None:
            told(written)
    headings = [{"header": one.label.in_lang(lang)} for one in columns]
    sheet.add_table(
        0, 0, max(1, written), len(columns) - 1, {"columns": headings, "style": "Table Style Light 1"}
    )
    for place, column in enumerate(columns):
        sheet.set_column(place, place, column.width)
    sheet.freeze_panes(1, 0)
    return written


def _shapes(lang: str) -> dict[Kind, dict[str, Any]]:
    moment = "d. m. yyyy hh:mm" if lang == Lang.CS else "yyyy-mm-dd hh:mm"
    return {
        Kind.TEXT: {},
        Kind.NUMBER: {"num_format": "#,##0.##"},
        Kind.PERCENT: {"num_format": "0.0"},
        Kind.MOMENT: {"num_format": moment},
        Kind.DURATION: {"num_format": "[m]:ss"},
    }


def write_cell(sheet: Any, row: int, place: int, value: Value, kind: Kind, formats: Formats) -> None:
    """Writes one value as what it is; nothing for nothing."""
    if value is None or value == "":
        return
    if isinstance(value, str):
        sheet.write_string(row, place, value[:_LONGEST_TEXT])
    elif isinstance(value, datetime):
        sheet.write_datetime(row, place, value.astimezone().replace(tzinfo=None), formats[Kind.MOMENT])
    else:
        number = value / _DAY_MS if kind is Kind.DURATION else value
        shape = Kind.TEXT if kind is Kind.NUMBER and float(number).is_integer() else kind
        sheet.write_number(row, place, number, formats[shape])


def _add_summary(book: Any, summary: Summary, lang: str, formats: Formats) -> None:
    name = _SUMMARY.in_lang(lang)
    sheet = book.add_worksheet(name)
    sheet.set_column(0, 0, 28)
    sheet.set_column(1, 2, 18)
    for place, (label, value) in enumerate(summary.about):
        sheet.write_string(place, 0, label)
        write_cell(sheet, place, 1, value, Kind.NUMBER, formats)
    top = len(summary.about) + 1
    count = len(summary.tallies)
    for place, one in enumerate(summary.tallies, top + 1):
        sheet.write_string(place, 0, one.label)
        sheet.write_number(place, 1, one.calls)
        sheet.write_number(place, 2, one.value, formats[Kind.NUMBER])
    headings = [{"header": one.in_lang(lang)} for one in (_OUTCOME, _CALLS, _VALUE)]
    sheet.add_table(top, 0, top + max(1, count), 2, {"columns": headings, "style": "Table Style Light 1"})
    if count:
        sheet.insert_chart(0, 4, _chart(book, name, top + 1, top + count, lang))


def _chart(book: Any, name: str, first: int, last: int, lang: str) -> Any:
    chart = book.add_chart({"type": "bar"})
    chart.add_series(
        {
            "name": _CALLS.in_lang(lang),
            "categories": [name, first, 0, last, 0],
            "values": [name, first, 1, last, 1],
            "data_labels": {"value": True},
        }
    )
    chart.set_title({"name": _BY_OUTCOME.in_lang(lang)})
    chart.set_legend({"none": True})
    chart.set_y_axis({"reverse": True})
    return chart
