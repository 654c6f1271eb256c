"""Reads an edited sheet of marks back; what is odd in a file becomes a plain sentence, never a crash.

A workbook is a ZIP of XML: its size on disk and unpacked is limited before anything is read, and defusedxml keeps
openpyxl from following entities. Formulas are not reckoned: a cell with one is told as such.
"""

from __future__ import annotations

import warnings
import zipfile
import zlib
from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from itertools import islice
from pathlib import Path
from typing import Any
from xml.etree.ElementTree import ParseError

from app.review.mark_sheet import COLUMNS, EDITABLE, IDS, MarkColumn

MOST_BYTES = 50_000_000
MOST_UNPACKED = 400_000_000
MOST_ROWS = 200_001
_MOST_COLUMNS = 64
_HEAD_ROWS = 10
_NEEDED = frozenset((MarkColumn.REVIEW, MarkColumn.CRITERION_ID, MarkColumn.VERSION, MarkColumn.MARK))
_READ = (*IDS, *EDITABLE)
_OLE = b"\xd0\xcf\x11\xe0"
_ODD = (
    zipfile.BadZipFile,
    zlib.error,
    ParseError,
    KeyError,
    IndexError,
    ValueError,
    TypeError,
    AttributeError,
    EOFError,
    OverflowError,
    NotImplementedError,
    RuntimeError,
)
"""What openpyxl and zipfile raise on files that are damaged or hostile; defusedxml's refusals are ValueErrors."""


class NoMarksWhy(StrEnum):
    """Why a file has no marks to take back."""

    MISSING = "missing"
    UNREADABLE = "unreadable"
    NO_WORKBOOK = "no_workbook"
    LOCKED = "locked"
    TOO_BIG = "too_big"
    TOO_MANY_ROWS = "too_many_rows"
    BROKEN = "broken"
    NO_SHEET = "no_sheet"


class NoMarks(Exception):
    """The file cannot be taken back; ``why`` says what is wrong, ``detail`` names missing columns."""

    def __init__(self, why: NoMarksWhy, detail: Sequence[MarkColumn] = ()) -> None:
        super().__init__(str(why))
        self.why = why
        self.detail = tuple(detail)


class Oddity(StrEnum):
    """What a cell holds that is no plain value."""

    FORMULA = "formula"
    ERROR = "error"
    DATE = "date"


CellValue = str | int | float | bool | Oddity | None


@dataclass(frozen=True, slots=True)
class SheetRow:
    """A row of the sheet. ``letters`` tell where each column stands."""

    number: int
    values: Mapping[MarkColumn, CellValue]
    letters: Mapping[MarkColumn, str]

    def address(self, column: MarkColumn) -> str:
        """Where a value stands, as spreadsheets say it (``I12``); the row alone when there is no such column."""
        return f"{self.letters.get(column, '')}{self.number}"

    def __getitem__(self, column: MarkColumn) -> CellValue:
        return self.values.get(column)


@dataclass(frozen=True, slots=True)
class MarksFile:
    """What was read. ``columns`` are those that the sheet has."""

    name: str
    rows: tuple[SheetRow, ...]
    columns: frozenset[MarkColumn]


def read_marks(path: Path) -> MarksFile:
    """Reads the sheet of marks in the workbook at ``path``.

    Raises:
        NoMarks: It is no workbook, has no such sheet, or is larger than is sensible.
    """
    _look_at(path)
    from openpyxl import load_workbook
    from openpyxl.utils.exceptions import InvalidFileException

    try:
        with warnings.catch_warnings(), path.open("rb") as file:
            warnings.simplefilter("ignore")  # of parts that openpyxl does not know
            with closing(load_workbook(file, read_only=True, keep_links=False)) as book:
                return _marks_in(path.name, book)
    except OSError as error:
        raise NoMarks(NoMarksWhy.UNREADABLE) from error
    except (InvalidFileException, *_ODD) as error:
        raise NoMarks(NoMarksWhy.BROKEN) from error


def _look_at(path: Path) -> None:
    """What can be known before the file is unpacked."""
    try:
        if not path.is_file():
            raise NoMarks(NoMarksWhy.MISSING)
        if path.stat().st_size > MOST_BYTES:
            raise NoMarks(NoMarksWhy.TOO_BIG)
        with path.open("rb") as file:
            start = file.read(4)
        if start == _OLE:
            raise NoMarks(NoMarksWhy.LOCKED)
        if not zipfile.is_zipfile(path):
            raise NoMarks(NoMarksWhy.NO_WORKBOOK)
        with zipfile.ZipFile(path) as packed:
            parts = packed.infolist()
    except OSError as error:
        raise NoMarks(NoMarksWhy.UNREADABLE) from error
    except _ODD as error:
        raise NoMarks(NoMarksWhy.BROKEN) from error
    if sum(one.file_size for one in parts) > MOST_UNPACKED:
        raise NoMarks(NoMarksWhy.TOO_BIG)
    if "[Content_Types].xml" not in {one.filename for one in parts}:
        raise NoMarks(NoMarksWhy.NO_WORKBOOK)


def _marks_in(name: str, book: Any) -> MarksFile:
    nearest: frozenset[MarkColumn] = frozenset()
    for sheet in book.worksheets:
        sheet.reset_dimensions()
        found = _heading(sheet)
        if found is None:
            continue
        row, letters, places = found
        if not letters.keys() >= _NEEDED:
            nearest = max(nearest, frozenset(letters), key=len)
            continue
        return MarksFile(name, tuple(_rows(sheet, row, letters, places)), frozenset(letters))
    missing = [one for one in COLUMNS if one in _NEEDED and one not in nearest]
    raise NoMarks(NoMarksWhy.NO_SHEET, missing if nearest & _NEEDED else ())


_Heading = tuple[int, dict[MarkColumn, str], dict[MarkColumn, int]]


def _heading(sheet: Any) -> _Heading | None:
    """The first row that has headings of marks, in any language, and where each column stands."""
    best: _Heading | None = None
    for cells in islice(_raw(sheet, 1, _HEAD_ROWS), _HEAD_ROWS):
        letters: dict[MarkColumn, str] = {}
        places: dict[MarkColumn, int] = {}
        number = 0
        for place, cell in enumerate(cells):
            column = _HEADINGS.get(_folded(cell.value)) if isinstance(cell.value, str) else None
            if column is not None and column not in letters:
                letters[column], places[column], number = cell.column_letter, place, cell.row
        if letters and (best is None or len(letters) > len(best[1])):
            best = number, letters, places
    return best


def _rows(
    sheet: Any, heading: int, letters: Mapping[MarkColumn, str], places: Mapping[MarkColumn, int]
) -> Iterator[SheetRow]:
    wanted = {column: place for column, place in places.items() if column in _READ}
    for number, cells in enumerate(_raw(sheet, heading + 1, heading + MOST_ROWS), heading + 1):
        values = {
            column: _value(cells[place]) if place < len(cells) else None for column, place in wanted.items()
        }
        if all(one is None for one in values.values()):
            continue
        if number == heading + MOST_ROWS:
            raise NoMarks(NoMarksWhy.TOO_MANY_ROWS)
        yield SheetRow(number, values, letters)


def _raw(sheet: Any, first: int, last: int) -> Iterator[Sequence[Any]]:
    rows: Iterator[Sequence[Any]] = sheet.iter_rows(min_row=first, max_row=last, max_col=_MOST_COLUMNS)
    return rows


def _value(cell: Any) -> CellValue:
    value = cell.value
    if value is None:
        return None
    if cell.data_type == "f":
        return Oddity.FORMULA
    if cell.data_type == "e":
        return Oddity.ERROR
    if isinstance(value, datetime | date | time | timedelta):
        return Oddity.DATE
    if isinstance(value, str):
        return value.strip() or None
    return value if isinstance(value, bool | int | float) else Oddity.ERROR


def _folded(text: str) -> str:
    return " ".join(text.split()).casefold()


_HEADINGS: Mapping[str, MarkColumn] = {
    _folded(words): column for column, one in COLUMNS.items() for words in (one.label.en, one.label.cs)
}
