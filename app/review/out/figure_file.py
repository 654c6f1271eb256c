"""One figure as a file: a workbook with its table, a chart sheet and what must be known to read it, CSV, or a page."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING, Any

from app.playbook.label import Label
from app.review.export import Kind, Value
from app.review.figure_table import figure_columns, figure_values, name_count
from app.review.figure_words import ABOUT, NAMES, called, cells, group_words, headings, is_grouped, note_words
from app.review.figures import Figure, FigureRow, Group, Shape
from app.review.out.csv_file import write_csv
from app.review.out.view import CSV, made_whole
from app.review.out.xlsx_file import cell_formats, fill_sheet, write_cell, write_sheets

if TYPE_CHECKING:
    from app.review.out.xlsx_file import Formats

MOST_BARS = 60
"""More bars than this nobody can read; the chart has the first ones, the table all."""
PICTURE = "figure"
"""What a page calls the picture of the chart."""
_TABLE, _CHART, _GRID, _ABOUT = (
    Label("Figure", "Přehled"),
    Label("Chart", "Graf"),
    Label("Grid", "Mřížka"),
    Label("About", "O přehledu"),
)
_SEARCH = Label("Search", "Hledání")
_CALLS = Label("Calls", "Hovory")
_MADE = Label("Exported", "Vyvezeno")
_SHARE = Label("Share in %", "Podíl v %")
_MEDIAN = Label("Median", "Medián")
_ALL = Label("all calls", "všechny hovory")
_BAR, _SOFT = "#9db4d9", "#555555"
_DAY_SECONDS = 86_400
_GROUP_COLUMNS = 2
_FOR_WORDS = 84
_LONGEST = 30
_ON_ONE_LINE = 14
_LETTERS_ACROSS, _BETWEEN = 92, 3
"""Letters that stand beside each other on A4, and those that the room between columns takes."""
_PICTURE_WIDTH = 600
"""Pixels of 96 to the inch: as wide as the text on A4."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What a figure is of: the search line, and the group that was chosen, in words."""

    line: str = ""
    group: str = ""


def export_figure(figure: Figure, path: Path, lang: str, asked: Asked) -> int:
    """Writes a figure to ``path`` (.xlsx or .csv) and returns how many rows it has.

    Raises:
        UnknownKind: The name ends with something else.
        OSError: The file cannot be written.
    """
    with made_whole(path) as part:
        if path.suffix.lower() == CSV:
            return write_csv(part, figure_columns(figure), figure_values(figure, lang), lang)
        write_sheets(part, _Workbook(figure, lang, asked).fill)
    return len(figure.rows)


class _Workbook:
    """The sheets of one figure."""

    def __init__(self, figure: Figure, lang: str, asked: Asked) -> None:
        self._figure = figure
        self._lang = lang
        self._asked = asked

    def fill(self, book: Any) -> None:
        """Puts all sheets into XlsxWriter's ``book``."""
        formats = cell_formats(book, self._lang)
        name = _TABLE.in_lang(self._lang)
        columns, values = figure_columns(self._figure), figure_values(self._figure, self._lang)
        fill_sheet(book.add_worksheet(name), columns, values, self._lang, formats)
        if self._figure.rows:
            stacked = self._figure.shape in (Shape.STACK, Shape.MATRIX)
            chart = self._stack(book) if stacked else self._bars(book, name)
            sheet = book.add_chartsheet(_CHART.in_lang(self._lang))
            sheet.set_chart(chart)
        self._about(book.add_worksheet(_ABOUT.in_lang(self._lang)), formats)

    def _bars(self, book: Any, name: str) -> Any:
        """A bar for each row with its range as error bars."""
        figure, lang = self._figure, self._lang
        rows = figure.rows[:MOST_BARS]
        spread = figure.shape is Shape.SPREAD
        label = _MEDIAN if spread else _SHARE
        names = name_count(figure)
        kinds = [one.label for one in figure_columns(figure)]
        value = next(place for place, one in enumerate(kinds) if one.en.startswith(label.en))
        chart = book.add_chart({"type": "bar"})
        below, above = zip(*(_reach(figure, row) for row in rows), strict=True)
        chart.add_series(
            {
                "name": label.in_lang(lang),
                "categories": [name, 1, 0, len(rows), names - 1],
                "values": [name, 1, value, len(rows), value],
                "fill": {"color": _BAR},
                "x_error_bars": {
                    "type": "custom",
                    "plus_values": list(above),
                    "minus_values": list(below),
                },
            }
        )
        chart.set_legend({"none": True})
        chart.set_y_axis({"reverse": True})
        chart.set_x_axis({"min": 0} if spread else {"min": 0, "max": 100})
        chart.set_title({"name": NAMES[figure.name].in_lang(lang)})
        return chart

    def _stack(self, book: Any) -> Any:
        """Parts of each week or mood on top of each other; the sheet with the grid stands before the chart."""
        figure, lang = self._figure, self._lang
        name = _GRID.in_lang(lang)
        sheet = book.add_worksheet(name)
        firsts, lasts = (list(dict.fromkeys(row.codes[place] for row in figure.rows)) for place in (0, 1))
        first_words = {row.codes[0]: called(figure, row.codes, 0, lang) for row in figure.rows}
        last_words = {row.codes[1]: called(figure, row.codes, 1, lang) for row in figure.rows}
        found = {row.codes: 100 * row.share.value for row in figure.rows if row.share is not None}
        for column, last in enumerate(lasts, 1):
            sheet.write_string(0, column, last_words[last])
        for line, first in enumerate(firsts, 1):
            sheet.write_string(line, 0, first_words[first])
            for column, last in enumerate(lasts, 1):
                sheet.write_number(line, column, found.get((first, last), 0.0))
        chart = book.add_chart({"type": "column", "subtype": "stacked"})
        for column, _ in enumerate(lasts, 1):
            chart.add_series(
                {
                    "name": [name, 0, column],
                    "categories": [name, 1, 0, len(firsts), 0],
                    "values": [name, 1, column, len(firsts), column],
                }
            )
        chart.set_y_axis({"min": 0, "max": 100})
        chart.set_title({"name": NAMES[figure.name].in_lang(lang)})
        return chart

    def _about(self, sheet: Any, formats: Formats) -> None:
        sheet.set_column(0, 0, 16)
        sheet.set_column(1, 1, 100)
        for place, (label, value) in enumerate(_about(self._figure, self._lang, self._asked)):
            sheet.write_string(place, 0, label)
            write_cell(sheet, place, 1, value, Kind.NUMBER, formats)


def _about(figure: Figure, lang: str, asked: Asked) -> Iterator[tuple[str, Value]]:
    yield NAMES[figure.name].in_lang(lang), ABOUT[figure.name].in_lang(lang)
    yield _SEARCH.in_lang(lang), asked.line or _ALL.in_lang(lang)
    if asked.group:
        yield "", asked.group
    yield _CALLS.in_lang(lang), figure.calls
    yield _MADE.in_lang(lang), datetime.now(UTC)
    for note in figure.notes:
        yield "", note_words(figure, note, lang)


def _reach(figure: Figure, row: FigureRow) -> tuple[float, float]:
    """How far the likely range goes below and above the bar, in the chart's unit."""
    middle = row.quartiles
    if middle is not None:
        size = 1 / _DAY_SECONDS if figure_columns(figure)[-2].kind is Kind.DURATION else 1.0
        low, high = middle.likely
        return (middle.median - low) * size, (high - middle.median) * size
    assert row.share is not None
    return 100 * (row.share.value - row.share.low), 100 * (row.share.high - row.share.value)


def figure_page(figure: Figure, lang: str, asked: Asked, *, picture: bool = False) -> str:
    """A figure as HTML to print; ``picture``: the chart is there under the name ``PICTURE``, else shares get bars."""
    of = " · ".join(escape(part) for part in (asked.line or _ALL.in_lang(lang), asked.group) if part)
    chart = f'<p><img src="{PICTURE}" width="{_PICTURE_WIDTH}"></p>' if picture else ""
    notes = "".join(
        f'<p style="color:{_SOFT}">{escape(note_words(figure, note, lang))}</p>' for note in figure.notes
    )
    return (
        f"<html><body><h2>{escape(NAMES[figure.name].in_lang(lang))}</h2>"
        f"<p>{escape(ABOUT[figure.name].in_lang(lang))}</p>"
        f"<p>{of} · {_CALLS.in_lang(lang)}: {figure.calls}</p>{chart}"
        f"{_html_table(figure, lang, bars=not picture)}{notes}</body></html>"
    )


def _html_table(figure: Figure, lang: str, *, bars: bool) -> str:
    """The table with a heading for each group of calls, columns as wide as their words need.

    Under a chart it begins a page of its own, so that its headings never stand at the foot of a page without their rows.
    """
    apart = "" if bars else ' style="page-break-before:always"'
    skipped = _GROUP_COLUMNS if is_grouped(figure) else 0
    heads = headings(figure, lang)[skipped:]
    rows = [cells(figure, row, lang)[skipped:] for row in figure.rows]
    bars = bars and figure.shape is not Shape.SPREAD
    widths = _widths(heads, rows, _FOR_WORDS if bars else 100)
    parts = [_line([f"<b>{escape(one)}</b>" for one in heads], widths, "")]
    group: Group | None = None
    for row, said in zip(figure.rows, rows, strict=True):
        if row.group is not None and row.group != group:
            group = row.group
            words = escape(group_words(figure, group, lang))
            parts.append(f'<tr><td colspan="{len(heads) + bars}"><b>{words}</b></td></tr>')
        bar = _bar(row) if bars else ""
        parts.append(_line([_whole(one) for one in said], widths, bar))
    return f'<table cellspacing="0" cellpadding="3" width="100%"{apart}>{"".join(parts)}</table>'


def _whole(words: str) -> str:
    """Short words (a date, a number with its unit) stay on one line."""
    return escape(words).replace(" ", "&nbsp;") if len(words) <= _ON_ONE_LINE else escape(words)


def _widths(heads: Sequence[str], rows: Sequence[Sequence[str]], room: int) -> list[int]:
    """Parts of ``room`` per cent: no word and no short cell is broken, and long words share what is left."""
    least, longest = [], []
    for place, head in enumerate(heads):
        cells_of = [row[place] for row in rows]
        whole = [one for one in cells_of if len(one) <= _ON_ONE_LINE]
        words = [word for one in (head, *cells_of) for word in one.split()]
        least.append(max(map(len, (*whole, *words)), default=0) + _BETWEEN)
        longest.append(max(least[-1], min(_LONGEST, max(map(len, (head, *cells_of))))))
    left = max(0, _LETTERS_ACROSS * room // 100 - sum(least))
    wanted = sum(one - few for one, few in zip(longest, least, strict=True))
    letters = [
        few + (left * (one - few) / wanted if wanted else 0) for one, few in zip(longest, least, strict=True)
    ]
    return [max(1, int(room * one / sum(letters))) for one in letters]


def _line(words: Sequence[str], widths: Sequence[int], bar: str) -> str:
    filled = "".join(
        f'<td width="{width}%" valign="top">{one}</td>' for one, width in zip(words, widths, strict=True)
    )
    return f"<tr>{filled}{bar}</tr>"


def _bar(row: FigureRow) -> str:
    """The share as a bar of this many per cent of its column."""
    width = max(1, round(100 * row.share.value)) if row.share is not None else 1
    rest = f'<td width="{100 - width}%"></td>' if width < 100 else ""
    bar = f'<td width="{width}%" bgcolor="{_BAR}">&nbsp;</td>'
    return f'<td width="{100 - _FOR_WORDS}%"><table width="100%" cellspacing="0"><tr>{bar}{rest}</tr></table></td>'
