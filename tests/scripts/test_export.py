"""``callcue export``: calls and reviews as files, from the command line."""

from __future__ import annotations

import csv
from datetime import timedelta
from pathlib import Path

import pytest

from app.review.desk import ReviewDraft
from app.store.bulk import store_events
from app.store.database import Database, url_of
from app.store.reviews import StoredReviews
from tests.scripts.conftest import Run
from tests.store.desk_calls import NOW, SOURCE, Call, some_calls
from tests.store.test_reviews import CARD, draft

Out = pytest.CaptureFixture[str]
pytestmark = pytest.mark.usefixtures("qapp")
"""Pages are printed by Qt, whose one application in this process must be the tests' own."""


@pytest.fixture
def calls(tmp_path: Path) -> list[Call]:
    """Closed calls in the command's own house, the first one reviewed."""
    database = Database(url_of("", tmp_path / "home"))
    database.prepare()
    made = some_calls(5, 60)
    store_events(database, [one.tape.events for one in made], [SOURCE])
    book = StoredReviews(database)
    book.pin_card(CARD)
    sent: ReviewDraft = draft(made[0].tape.call)
    book.send(sent, NOW + timedelta(hours=1))
    database.close()
    return made


def test_the_search_line_decides_what_is_written(
    run: Run, calls: list[Call], tmp_path: Path, capsys: Out
) -> None:
    path = tmp_path / "lost.csv"
    assert run("export", "calls", path, "outcome:lost") == 0
    wanted = [one for one in calls if one.outcome == "lost"]
    assert f"{len(wanted)}." in capsys.readouterr().out
    rows = list(csv.DictReader(path.read_text(encoding="utf-8-sig").splitlines()))
    assert {row["Call"] for row in rows} == {str(one.tape.call) for one in wanted}


@pytest.mark.parametrize("words", [("outcome:lost -source:web",), ("outcome:lost", "source:cold list")])
def test_a_search_in_quotes(words: tuple[str, ...], run: Run, calls: list[Call], tmp_path: Path) -> None:
    path = tmp_path / "some.csv"
    assert run("export", "calls", path, *words) == 0
    rows = list(csv.DictReader(path.read_text(encoding="utf-8-sig").splitlines()))
    kept = "cold list" in words[-1]
    wanted = [
        one
        for one in calls
        if one.outcome == "lost" and (one.lead.source == "cold list" if kept else one.lead.source != "Web")
    ]
    assert {row["Call"] for row in rows} == {str(one.tape.call) for one in wanted}


def test_all_of_it_as_a_workbook(run: Run, calls: list[Call], tmp_path: Path) -> None:
    assert run("export", "calls", tmp_path / "all", "--format", "xlsx", "--lang", "cs") == 0
    assert (tmp_path / "all.xlsx").read_bytes().startswith(b"PK")


def test_calls_found_are_printed_too(run: Run, calls: list[Call], tmp_path: Path, capsys: Out) -> None:
    path = tmp_path / "calls.pdf"
    assert run("export", "calls", path) == 0
    assert f"{len(calls)}." in capsys.readouterr().out
    assert path.read_bytes().startswith(b"%PDF")
    assert run("export", "calls", tmp_path / "none" / "calls.pdf") == 1
    assert not list(tmp_path.glob("*.part"))


def test_what_is_not_understood_is_said(run: Run, calls: list[Call], tmp_path: Path, capsys: Out) -> None:
    assert run("export", "calls", tmp_path / "a.csv", "outcom:lost") == 2
    assert "'outcom:lost' is not understood" in capsys.readouterr().err
    assert run("export", "calls", tmp_path / "a.doc") == 2
    assert run("export", "calls") == 2
    assert run("export", "review", "last") == 2
    assert run("export", "calls", tmp_path / "none" / "a.csv") == 1
    assert "cannot be written: there is no such folder." in capsys.readouterr().err
    assert run("export", "calls", tmp_path / "none" / "a.csv", "--lang", "cs") == 1
    assert "nelze zapsat: taková složka není." in capsys.readouterr().err
    assert not list(tmp_path.glob("a.*"))


def test_a_review_as_marks(run: Run, calls: list[Call], tmp_path: Path, capsys: Out) -> None:
    path = tmp_path / "marks.csv"
    assert run("export", "review", calls[0].tape.call, path) == 0
    rows = list(csv.DictReader(path.read_text(encoding="utf-8-sig").splitlines()))
    assert rows
    assert {row["Remark"] for row in rows} == {"řekl to pozdě"}
    assert {row["Rep"] for row in rows} == {calls[0].rep.rep_id}, "a rep without a name goes by the login"
    assert run("export", "review", calls[1].tape.call, tmp_path / "none.csv") == 1
    assert "no review yet" in capsys.readouterr().err


def test_a_rep_goes_by_the_name_in_the_marks_of_a_review(run: Run, calls: list[Call], tmp_path: Path) -> None:
    named = next(one for one in calls if one.rep.name)
    database = Database(url_of("", tmp_path / "home"))
    StoredReviews(database).send(draft(named.tape.call), NOW + timedelta(hours=2))
    database.close()
    path = tmp_path / "marks.csv"
    assert run("export", "review", named.tape.call, path) == 0
    rows = csv.DictReader(path.read_text(encoding="utf-8-sig").splitlines())
    assert {row["Rep"] for row in rows} == {named.rep.name}


@pytest.mark.parametrize("lang", ["en", "cs"])
def test_a_call_as_a_page(lang: str, run: Run, calls: list[Call], tmp_path: Path) -> None:
    path = tmp_path / "call.pdf"
    assert run("export", "review", calls[0].tape.call, path, "--lang", lang) == 0
    assert path.read_bytes().startswith(b"%PDF-")
    assert path.stat().st_size > 2_000


@pytest.mark.parametrize("ending", ["xlsx", "csv", "pdf"])
def test_one_figure_as_a_file(ending: str, run: Run, calls: list[Call], tmp_path: Path, capsys: Out) -> None:
    path = tmp_path / f"outcomes.{ending}"
    assert run("export", "figure", "outcome_mix", path, "rep:eva") == 0
    assert "Outcomes: rows written" in capsys.readouterr().out
    assert path.read_bytes()[:2] in {b"PK", b"\xef\xbb", b"%P"}


def test_figures_that_are_none_or_empty_are_told(
    run: Run, calls: list[Call], tmp_path: Path, capsys: Out
) -> None:
    assert run("export", "figure", "funel", tmp_path / "a.xlsx") == 2
    assert "Did you mean 'funnel'?" in capsys.readouterr().err
    assert run("export", "figure", "funnel") == 2
    assert run("export", "figure", "funnel", tmp_path / "a.doc") == 2
    assert ".pdf" in capsys.readouterr().err
    assert run("export", "figure", "funnel", tmp_path / "a.xlsx", "rep:nobody") == 1
    assert list(tmp_path.glob("a.*")) == []
