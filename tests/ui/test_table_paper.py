"""A printed list of calls: as many pages as it says, made beside the main thread, and nothing left when it is stopped."""

from __future__ import annotations

import re
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from app.review.desk import Count
from app.review.out.view import UnknownKind
from app.review.printed import PRINTED, PrintedHead, printed_cells
from app.ui.table_paper import write_table_pdf
from tests.ui.review.fakes import row

MADE = datetime(2026, 11, 24, 9, 5, tzinfo=UTC)


def head(calls: int, lang: str = "en", *, exact: bool = True) -> PrintedHead:
    return PrintedHead("outcome:lost", Count(calls, exact), MADE, lang)


def pages(path: Path) -> int:
    return len(re.findall(rb"/Type /Page\n", path.read_bytes()))


class Heads(PrintedHead):
    """Remembers the feet of pages."""

    feet: list[tuple[int, int]] = []  # noqa: RUF012 - emptied by each test

    def page(self, number: int, of: int) -> str:
        self.feet.append((number, of))
        return super().page(number, of)


@pytest.mark.parametrize("count", [0, 1, 30, 41, 42, 43, 200, 1001])
def test_each_page_is_numbered_and_the_last_one_is_as_foretold(
    count: int, qtbot: QtBot, tmp_path: Path
) -> None:
    Heads.feet = []
    path = tmp_path / "calls.pdf"
    made = Heads("", Count(count), MADE, "en")
    assert write_table_pdf(path, made, (row(number) for number in range(1, count + 1))) == count
    assert [number for number, _ in Heads.feet] == list(range(1, pages(path) + 1))
    assert {of for _, of in Heads.feet} == {pages(path)}


def test_an_estimate_foretells_no_pages(qtbot: QtBot, tmp_path: Path) -> None:
    Heads.feet = []
    write_table_pdf(tmp_path / "a.pdf", Heads("", Count(90, exact=False), MADE, "en"), (row(1),))
    assert Heads.feet == [(1, 0)]


def test_it_is_written_beside_the_main_thread(qtbot: QtBot, tmp_path: Path) -> None:
    rows = [row(number, who="Žaneta Říhová") for number in range(1, 100)]
    with ThreadPoolExecutor(1) as beside:
        assert beside.submit(write_table_pdf, tmp_path / "calls.pdf", head(99), rows).result() == 99
    assert pages(tmp_path / "calls.pdf") > 1


def test_what_was_there_stays_when_it_is_stopped(qtbot: QtBot, tmp_path: Path) -> None:
    path = tmp_path / "calls.pdf"
    path.write_bytes(b"before")

    def stop(written: int) -> None:
        if written == 60:
            raise InterruptedError

    with pytest.raises(InterruptedError):
        write_table_pdf(path, head(99), (row(number) for number in range(1, 100)), stop)
    assert [one.name for one in tmp_path.iterdir()] == ["calls.pdf"]
    assert path.read_bytes() == b"before"
    with pytest.raises(UnknownKind):
        write_table_pdf(tmp_path / "calls.txt", head(0), ())
    with pytest.raises(OSError, match="none"):
        write_table_pdf(tmp_path / "none" / "calls.pdf", head(0), ())


@pytest.mark.parametrize(
    ("lang", "words"),
    [
        ("en", ("Search: outcome:lost", "Calls: 12,345")),
        ("cs", ("Hledání: outcome:lost", "Hovorů: 12\u00a0345")),
    ],
)
def test_heading_and_rows_are_in_words(lang: str, words: tuple[str, str]) -> None:
    assert head(12_345, lang).words[:2] == words
    cells = printed_cells(row(1, outcome="lost", score=72.5, sample=True), lang)
    assert len(cells) == len(PRINTED)
    said = {column.label.en: cell for column, cell in zip(PRINTED, cells, strict=True)}
    assert (said["Score"], said["Sample"]) == (("72.5", "yes") if lang == "en" else ("72,5", "ano"))
