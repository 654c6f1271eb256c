"""``callcue reviews import``: marks edited in an exported workbook come back through the command line."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from uuid import UUID

import pytest
from openpyxl import load_workbook

from app.review.desk import GivenMark
from app.review.scoring import Mark
from app.store.bulk import store_events
from app.store.database import Database, url_of
from app.store.reviews import StoredReviews
from tests.scripts.conftest import Run
from tests.store.desk_calls import NOW, SOURCE, some_calls
from tests.store.test_reviews import CARD, CARD_READ, draft

Out = pytest.CaptureFixture[str]
FIRST, SECOND = CARD_READ.criteria[:2]


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    """The command's own house, open beside it."""
    made = Database(url_of("", tmp_path / "home"))
    made.prepare()
    yield made
    made.close()


@pytest.fixture
def review(database: Database) -> UUID:
    """A review of one of some calls, and a call's own rating beside it."""
    calls = [one.tape for one in some_calls(5, 60)]
    store_events(database, [one.events for one in calls], [SOURCE])
    book = StoredReviews(database)
    book.pin_card(CARD)
    book.send(draft(calls[0].call, reviewer="eva", own=True), NOW)
    return book.send(draft(calls[0].call), NOW + timedelta(hours=1)).id


def edit(path: Path, **cells: object) -> None:
    book = load_workbook(path)
    for cell, value in cells.items():
        book["Marks"][cell] = value
    book.save(path)


def test_there_and_back_changes_nothing(run: Run, review: UUID, tmp_path: Path, capsys: Out) -> None:
    path = tmp_path / "calls.xlsx"
    assert run("export", "calls", path) == 0
    capsys.readouterr()
    assert run("reviews", "import", path) == 0
    out = capsys.readouterr().out.splitlines()
    assert out == ["The file changes nothing.", f"Marks that stay as they are: {len(CARD_READ.criteria)}"]


def test_a_dry_run_shows_and_keeps_nothing(
    run: Run, database: Database, review: UUID, tmp_path: Path, capsys: Out
) -> None:
    path = tmp_path / "calls.xlsx"
    assert run("export", "calls", path) == 0
    edit(path, I2="N/A")
    assert run("reviews", "import", path, "--dry-run") == 0
    out = capsys.readouterr().out
    assert "Changes: 1" in out
    assert "review by trainer" in out
    assert f"I2  {FIRST.text.en}: 1 (no_training) → N/A ({CARD_READ.na_reasons[FIRST.na_when].en})" in out
    assert len(StoredReviews(database).history(review, FIRST.id)) == 1


def test_without_a_yes_nothing_is_kept(
    run: Run, database: Database, review: UUID, tmp_path: Path, capsys: Out
) -> None:
    path = tmp_path / "calls.xlsx"
    assert run("export", "calls", path) == 0
    edit(path, I2="N/A")
    assert run("reviews", "import", path) == 1
    assert "Nothing was kept" in capsys.readouterr().out
    assert len(StoredReviews(database).history(review, FIRST.id)) == 1


def test_changes_are_kept_and_conflicts_and_odd_cells_are_not(
    run: Run, database: Database, review: UUID, tmp_path: Path, capsys: Out
) -> None:
    path = tmp_path / "známky.xlsx"
    assert run("export", "calls", path) == 0
    book = StoredReviews(database)
    book.correct(review, GivenMark(Mark(SECOND.id, 2)), "jana", NOW + timedelta(hours=2))
    edit(path, I2="N/A", I3=0, K3="zvyk", I4="good")
    edit(path, K3="habit")
    assert run("reviews", "import", path, "--yes", "--as", "petr", "--lang", "cs") == 1
    out = capsys.readouterr().out
    assert "Vynecháno, protože se tu mezitím změnily: 1" in out
    assert "teď tu je 2" in out
    assert "Buňka I4: „good“ tu není známka; může být 0" in out
    assert "Uloženo jako novější verze: 1." in out
    newest = book.history(review, FIRST.id)[-1]
    assert (newest.mark.value, newest.version, newest.origin) == (None, 2, "známky.xlsx")
    assert book.history(review, SECOND.id)[-1].mark.value == 2
    assert run("reviews", "import", path, "--dry-run") == 1
    assert "Changes:" not in capsys.readouterr().out


def test_a_file_that_is_none_is_told_in_a_sentence(
    run: Run, review: UUID, tmp_path: Path, capsys: Out
) -> None:
    path = tmp_path / "notes.xlsx"
    path.write_text("hello", encoding="utf-8")
    assert run("reviews", "import", path) == 1
    assert "is no Excel workbook" in capsys.readouterr().err
    assert run("reviews", "import", tmp_path / "none.xlsx", "--lang", "cs") == 1
    assert "neexistuje" in capsys.readouterr().err
