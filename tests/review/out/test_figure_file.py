"""One figure as a file: real numbers, its chart on a sheet of its own, and pages with everything escaped."""

from __future__ import annotations

import csv
import re
from datetime import timedelta
from pathlib import Path
from zipfile import ZipFile

import pytest
from openpyxl import load_workbook

from app.review.figure_making import figure
from app.review.figure_words import cells, headings
from app.review.figures import Counted, Figure, FigureName, Group, Tally, Trial, Values
from app.review.out.figure_file import PICTURE, Asked, _widths, export_figure, figure_page
from app.review.out.view import UnknownKind
from app.review.query import Query

WEB, FAIR = Group("mill", "web"), Group("mill", "=fair")
ASKED = Asked("days:30", "The mill · web")


def made(name: FigureName) -> Figure:
    """A figure of each shape."""
    if name is FigureName.STAGE_TIME:
        counted = Counted(9, 9, values=(Values(WEB, ("opening",), (30.0, 60.0, 90.0)),))
    elif name is FigureName.FIRST_ATTEMPT:
        counted = Counted(9, 9, values=(Values(WEB, ("mill", "web"), (5.0, 7.0)),))
    elif name is FigureName.WORDINGS:
        counted = Counted(
            9, 9, trials=tuple(Trial(WEB, ("a.b (en)",), at % 2, at % 3 == 0) for at in range(12))
        )
    elif name is FigureName.OUTCOMES:
        tallies = (Tally(WEB, ("2026-11-09", "open"), 40, 10), Tally(WEB, ("2026-11-09", "won"), 40, 30))
        counted = Counted(40, 40, tallies)
    elif name is FigureName.MOODS:
        counted = Counted(40, 40, (Tally(WEB, ("angry", "interested"), 40, 10),))
    else:
        counted = Counted(
            70, 70, (Tally(WEB, ("dear", "pays"), 40, 10), Tally(FAIR, ("dear", "=1+1"), 30, 15))
        )
    return figure(name, counted, Query())


NAMES = (
    FigureName.HANDLERS,
    FigureName.WORDINGS,
    FigureName.OUTCOMES,
    FigureName.MOODS,
    FigureName.STAGE_TIME,
    FigureName.FIRST_ATTEMPT,
)


def test_a_workbook_holds_numbers_and_a_chart_sheet(tmp_path: Path) -> None:
    path = tmp_path / "figure.xlsx"
    assert export_figure(made(FigureName.HANDLERS), path, "en", ASKED) == 2
    book = load_workbook(path)
    assert [one.title for one in book.worksheets] == ["Figure", "About"]
    assert [one.title for one in book.chartsheets] == ["Chart"]
    head, first, second = book["Figure"].iter_rows(values_only=True)
    row = dict(zip(head, first, strict=True))
    assert (row["n"], row["of which"], row["Share in %"], row["Code"]) == (40, 10, 25, "dear.pays")
    assert 13 < row["Likely from, %"] < 25 < row["Likely to, %"] < 41
    assert second[:4] == ("mill", "=fair", "dear", "=1+1")
    said = [value for values in book["About"].iter_rows(values_only=True) for value in values]
    assert {"days:30", "The mill · web", 70} <= set(said)
    with ZipFile(path) as file:
        assert b"<f>" not in file.read("xl/worksheets/sheet1.xml")
        assert b"errBars" in file.read("xl/charts/chart1.xml")


@pytest.mark.parametrize("lang", ["en", "cs"])
@pytest.mark.parametrize("name", NAMES)
def test_every_shape_becomes_a_workbook_with_a_chart(name: FigureName, lang: str, tmp_path: Path) -> None:
    path = tmp_path / "figure.xlsx"
    shown = made(name)
    assert export_figure(shown, path, lang, ASKED) == len(shown.rows)
    book = load_workbook(path)
    assert len(book.chartsheets) == 1
    assert book.worksheets[0].max_row == len(shown.rows) + 1


def test_times_are_durations(tmp_path: Path) -> None:
    path = tmp_path / "figure.xlsx"
    export_figure(made(FigureName.STAGE_TIME), path, "en", ASKED)
    head, row = load_workbook(path)["Figure"].iter_rows(values_only=True)
    assert dict(zip(head, row, strict=True))["Median"] == timedelta(seconds=60)


def test_a_figure_without_rows_is_a_whole_workbook(tmp_path: Path) -> None:
    path = tmp_path / "figure.xlsx"
    assert export_figure(figure(FigureName.FUNNEL, Counted(), Query()), path, "cs", Asked()) == 0
    assert load_workbook(path).chartsheets == []


def test_csv_is_for_the_language_and_neutralised(tmp_path: Path) -> None:
    path = tmp_path / "figure.csv"
    export_figure(made(FigureName.HANDLERS), path, "cs", ASKED)
    head, first, second = csv.reader(path.read_text(encoding="utf-8-sig").splitlines(), delimiter=";")
    assert dict(zip(head, first, strict=True))["Podíl v %"] == "25"
    assert second[:4] == ["mill", "'=fair", "dear", "'=1+1"]


def test_another_ending_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UnknownKind):
        export_figure(made(FigureName.HANDLERS), tmp_path / "figure.doc", "en", ASKED)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("name", NAMES)
def test_a_page_says_what_the_table_says(name: FigureName) -> None:
    html = figure_page(made(name), "en", Asked("<b>", "The mill"))
    assert "&lt;b&gt;" in html
    assert "<b>&" not in html
    assert PICTURE not in html
    drawn = figure_page(made(name), "en", ASKED, picture=True)
    assert f'src="{PICTURE}"' in drawn
    assert "page-break-before" in drawn, "headings stay with their rows"
    assert "page-break-before" not in html


def test_a_page_has_bars_and_a_heading_for_each_group() -> None:
    html = figure_page(made(FigureName.HANDLERS), "en", ASKED)
    assert html.count("colspan") == 2
    assert 'width="25%" bgcolor' in html
    assert "25&nbsp;%" in html


def test_dates_and_numbers_are_not_broken_into_lines_and_small_numbers_leave_room_to_words() -> None:
    html = figure_page(made(FigureName.OUTCOMES), "cs", ASKED)
    (first, *rest) = re.findall(r'<td width="(\d+)%" valign="top"><b>', html)
    assert "9.&nbsp;11.&nbsp;2026" in html
    assert all(int(one) < int(first) for one in rest[1:3])


def test_no_word_or_short_cell_of_a_page_is_wider_than_its_column() -> None:
    for name in NAMES:
        for lang in ("en", "cs"):
            shown = made(name)
            heads = headings(shown, lang)
            rows = [cells(shown, row, lang) for row in shown.rows]
            widths = _widths(heads, rows, 100)
            assert sum(widths) <= 100
            for place, head in enumerate(heads):
                words = [*head.split(), *(row[place] for row in rows if len(row[place]) <= 14)]
                assert max(map(len, words)) <= widths[place] * 92 / 100 + 1, (name, lang, head)
