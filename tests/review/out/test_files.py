"""Files for people: real values, nothing that acts as a formula, nothing left behind when it goes wrong."""

from __future__ import annotations

import csv
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from uuid import UUID
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.playbook.vocabulary import MOODS, OUTCOMES, Mood
from app.review.desk import DeskRow
from app.review.export import Column, Kind, call_columns, call_values, labels, tallies
from app.review.out import xlsx_file
from app.review.out.csv_file import guarded, write_csv
from app.review.out.view import UnknownKind, export_view
from app.review.out.xlsx_file import TooManyRows

STARTED = datetime(2026, 11, 24, 9, 5, tzinfo=UTC)
ROW = DeskRow(
    call=UUID(int=7),
    started=STARTED,
    talk_ms=95_000,
    rep="eva",
    rep_name="Eva Nová",
    who="Žaneta Říhová",
    company="=HYPERLINK(1)",
    playbook="mill",
    lang="cs",
    source="web",
    outcome="lost",
    reason="price",
    score=72.5,
    phone="+420 601 123 456",
    mood_end="angry",
    last_stage="close",
    value=12_500.0,
)
NS = {"m": "http://schemas.openxmlformats.org/spreadsheetml/2006/main"}


def parts(path: Path) -> dict[str, str]:
    with zipfile.ZipFile(path) as file:
        return {name: file.read(name).decode("utf-8") for name in file.namelist()}


def cells(xml: str) -> dict[str, ET.Element]:
    return {one.get("r", ""): one for one in ET.fromstring(xml).iterfind(".//m:c", NS)}


def column_of(english: str) -> str:
    return chr(ord("A") + labels(call_columns(), "en").index(english))


def test_a_workbook_holds_real_dates_and_numbers_and_no_formula(tmp_path: Path) -> None:
    path = tmp_path / "calls.xlsx"
    assert export_view([ROW, replace(ROW, outcome="sale")], path, "en", "days<30") == 2
    found = parts(path)
    sheet = found["xl/worksheets/sheet1.xml"]
    assert "<f>" not in sheet
    assert "hyperlink" not in sheet.lower()
    at = cells(sheet)
    value = at[f"{column_of('Value')}2"].find("m:v", NS)
    talk = at[f"{column_of('Talk')}2"].find("m:v", NS)
    started = at[f"{column_of('Started')}2"].find("m:v", NS)
    assert value is not None
    assert value.text == "12500"
    assert talk is not None
    assert float(talk.text or "") == pytest.approx(95 / 86_400)
    assert started is not None
    here = STARTED.astimezone().replace(tzinfo=None)
    assert float(started.text or "") == pytest.approx((here - datetime(1899, 12, 30)) / timedelta(days=1))  # noqa: DTZ001
    assert at[f"{column_of('Phone')}2"].get("t") == "s"
    assert "=HYPERLINK(1)" in found["xl/sharedStrings.xml"]


def test_a_workbook_has_a_table_a_frozen_header_and_a_chart_of_its_own_kind(tmp_path: Path) -> None:
    path = tmp_path / "calls.xlsx"
    export_view([ROW, ROW, replace(ROW, outcome="sale")], path, "cs", "výsledek:prohráno")
    found = parts(path)
    assert 'state="frozen"' in found["xl/worksheets/sheet1.xml"]
    assert 'name="Zákazník"' in found["xl/tables/table1.xml"]
    assert "<c:barChart>" in found["xl/charts/chart1.xml"]
    assert 'name="Souhrn"' in found["xl/workbook.xml"]
    assert "výsledek:prohráno" in found["xl/sharedStrings.xml"]


def test_a_workbook_without_calls_is_a_whole_one(tmp_path: Path) -> None:
    path = tmp_path / "none.xlsx"
    assert export_view([], path, "en") == 0
    assert "xl/tables/table1.xml" in parts(path)


def test_too_many_calls_leave_nothing_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(xlsx_file, "MOST_ROWS", 2)
    path = tmp_path / "calls.xlsx"
    path.write_bytes(b"before")
    with pytest.raises(TooManyRows):
        export_view([ROW] * 3, path, "en")
    assert path.read_bytes() == b"before"
    assert list(tmp_path.iterdir()) == [path]


def test_a_failing_search_leaves_the_old_file(tmp_path: Path) -> None:
    def rows() -> Iterator[DeskRow]:
        yield ROW
        raise TimeoutError

    path = tmp_path / "calls.csv"
    path.write_bytes(b"before")
    with pytest.raises(TimeoutError):
        export_view(rows(), path, "en")
    assert path.read_bytes() == b"before"
    assert list(tmp_path.iterdir()) == [path]


def test_another_ending_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UnknownKind):
        export_view([ROW], tmp_path / "calls.doc", "en")


def test_csv_for_czech_spreadsheets(tmp_path: Path) -> None:
    path = tmp_path / "calls.csv"
    export_view([ROW], path, "cs")
    raw = path.read_bytes()
    assert raw.startswith(b"\xef\xbb\xbf")
    head, row = csv.reader(raw.decode("utf-8-sig").splitlines(), delimiter=";")
    told = dict(zip(head, row, strict=True))
    assert told["Začátek"] == f"{STARTED.astimezone():%d.%m.%Y %H:%M}"
    assert (told["Délka"], told["Hodnota"], told["Skóre"]) == ("0:01:35", "12500", "72,5")
    assert (told["Firma"], told["Telefon"]) == ("'=HYPERLINK(1)", "+420 601 123 456")
    assert (told["Výsledek"], told["Naladění na konci"]) == (
        OUTCOMES["lost"].label.cs,
        MOODS[Mood.ANGRY].label.cs,
    )


def test_csv_for_english_ones(tmp_path: Path) -> None:
    path = tmp_path / "calls.csv"
    columns = (Column(call_columns()[0].label, Kind.TEXT), Column(call_columns()[11].label, Kind.NUMBER))
    assert write_csv(path, columns, [('a, "b"\nc', -1.5)], "en") == 1
    assert path.read_text(encoding="utf-8-sig") == '"Started","Value"\n"a, ""b""\nc","-1.5"\n'


@pytest.mark.parametrize(
    "text",
    ["=1+1", "+1+1", "-1+1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "+420-601", "＝1+1", "-cmd|' /C calc'!A0"],
)
def test_formulas_are_made_harmless(text: str) -> None:
    assert guarded(text) == f"'{text}"


@pytest.mark.parametrize("text", ["+420601123456", "+420 601 123 456", "-12", "-1,5", "a=b", "1-2", ""])
def test_what_is_no_formula_stays(text: str) -> None:
    assert guarded(text) == text


@given(st.text(min_size=1))
def test_no_text_begins_like_a_formula_unless_it_is_digits(text: str) -> None:
    found = guarded(text)
    assert found[0] not in "=@\t\r\n＝＋－＠"
    if found[0] in "+-":
        assert set(found[1:]) <= set("0123456789 .,\u00a0\u202f")


def test_calls_are_counted_by_outcome() -> None:
    counted = tallies([ROW, ROW, replace(ROW, outcome="own", value=None)], "en")
    assert [(one.calls, one.value) for one in counted] == [(2, 25_000.0), (1, 0.0)]
    assert counted[1].label == "own"


def test_every_call_fills_every_column() -> None:
    assert len(call_values(ROW, "en")) == len(call_columns())
    assert (
        len(set(labels(call_columns(), "cs")))
        == len(set(labels(call_columns(), "en")))
        == len(call_columns())
    )
