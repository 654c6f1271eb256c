"""Marks edited in a spreadsheet: what would change, and plain words for whatever a file may hold instead."""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl import Workbook, load_workbook

from app.playbook.source import SourceFile
from app.review.causes import CAUSES
from app.review.desk import GivenMark, ReviewDraft
from app.review.mark_sheet import COLUMNS, DOES_NOT_APPLY, CallAbout, MarkColumn, mark_lines
from app.review.marks_back import TakingBack, taking_back
from app.review.marks_back_words import bad_words, change_words, no_marks_words
from app.review.marks_edited import BadWhy
from app.review.out import marks_reading
from app.review.out.kept_reviews import KeptReviews
from app.review.out.marks_reading import NoMarks, NoMarksWhy, read_marks
from app.review.out.view import export_marks
from app.review.scorecard import Scale, read_card
from app.review.scoring import Basis, Mark
from tests.ui.review.fakes import ReviewsInMemory

CARD_FILE = SourceFile("scorecards/sales.yaml", Path("playbooks/scorecards/sales.yaml").read_bytes())
CARD = read_card(CARD_FILE)
SENT = datetime(2026, 11, 24, 10, 0, tzinfo=UTC)
CALL = UUID(int=77)
ABOUT = CallAbout(SENT - timedelta(hours=1), "Eva Nová", "Žaneta Říhová")
YES_NO = next(one for one in CARD.criteria if one.scale is Scale.YES_NO)
THREE = next(one for one in CARD.criteria if one.scale is Scale.THREE)
REASON = next(iter(CARD.na_reasons))


class Book(ReviewsInMemory):
    """Reviews whose older marks are remembered."""

    def __init__(self) -> None:
        super().__init__()
        self.pin_card(CARD_FILE)
        self.older: dict[tuple[UUID, str], list[GivenMark]] = {}

    def history(self, review: UUID, criterion: str) -> tuple[GivenMark, ...]:
        newest = next(one for one in self.sent if one.id == review).draft.marks
        now = [one for one in newest if one.mark.criterion == criterion]
        return tuple(self.older.get((review, criterion), []) + now)

    def change(self, review: UUID, mark: GivenMark) -> None:
        """Somebody changes a mark in the window."""
        at = next(place for place, one in enumerate(self.sent) if one.id == review)
        kept = self.sent[at]
        before = next(one for one in kept.draft.marks if one.mark.criterion == mark.mark.criterion)
        self.older.setdefault((review, mark.mark.criterion), []).append(before)
        newest = replace(mark, version=before.version + 1)
        marks = tuple(newest if one is before else one for one in kept.draft.marks)
        self.sent[at] = replace(kept, draft=replace(kept.draft, marks=marks))


def reviewed(**given: GivenMark) -> Book:
    """One review: best marks, but those given; a criterion given as ``None`` has no mark."""
    marks = {one.id: GivenMark(Mark(one.id, one.scale.top)) for one in CARD.criteria}
    draft = ReviewDraft(
        CALL, "jana", CARD.revision, Basis.HEARD, tuple({**marks, **given}.values()), score=90.0
    )
    book = Book()
    book.send(draft, SENT)
    return book


def exported(book: Book, path: Path, lang: str = "en") -> Path:
    lines = [line for one in KeptReviews(book).of(CALL) for line in mark_lines(ABOUT, one)]
    export_marks(lines, path, lang)
    return path


def edited(path: Path, change: Callable[[Any], None], sheet: str = "Marks") -> TakingBack:
    """What the file would do after ``change`` to its sheet, against the book that it came from."""
    book = load_workbook(path)
    change(book[sheet])
    book.save(path)
    return compared(path)


BOOKS: dict[Path, Book] = {}


def compared(path: Path) -> TakingBack:
    return taking_back(read_marks(path), BOOKS[path])


@pytest.fixture
def sheet(tmp_path: Path) -> Path:
    path = tmp_path / "marks.xlsx"
    BOOKS[path] = reviewed()
    return exported(BOOKS[path], path)


def address(column: MarkColumn, criterion: str, lang: str = "en") -> str:
    row = [one.id for one in CARD.criteria].index(criterion) + 2
    return f"{chr(ord('A') + list(COLUMNS).index(column))}{row}"


def put(values: dict[tuple[MarkColumn, str], object]) -> Callable[[Any], None]:
    def change(sheet: Any) -> None:
        for (column, criterion), value in values.items():
            sheet[address(column, criterion)] = value

    return change


# --- there and back ---


@pytest.mark.parametrize("lang", ["en", "cs"])
def test_what_was_not_edited_changes_nothing(tmp_path: Path, lang: str) -> None:
    marks = {
        YES_NO.id: GivenMark(Mark(YES_NO.id, None, REASON), words="řádek 1\r\nřádek 2 \x07 =1+1"),
        THREE.id: GivenMark(Mark(THREE.id, 0), "habit", "  mezery  ", seq=4),
        CARD.criteria[-1].id: GivenMark(Mark(CARD.criteria[-1].id, 1), "an_old_cause"),
    }
    book = reviewed(**marks)
    path = exported(book, tmp_path / "marks.xlsx", lang)
    found = taking_back(read_marks(path), book)
    assert (found.changes, found.conflicts, found.bad) == ((), (), ())
    assert found.same == len(CARD.criteria)


@given(words=st.text(max_size=80), cause=st.sampled_from(["", *CAUSES]), value=st.sampled_from([0, 1, None]))
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_remark_comes_back_as_it_went(tmp_path: Path, words: str, cause: str, value: int | None) -> None:
    mark = GivenMark(Mark(YES_NO.id, value, REASON if value is None else ""), cause, words)
    book = reviewed(**{YES_NO.id: mark})
    found = taking_back(read_marks(exported(book, tmp_path / "marks.xlsx")), book)
    assert (found.changes, found.bad) == ((), ())


def test_a_saved_copy_of_another_program_changes_nothing_either(sheet: Path) -> None:
    found = edited(sheet, lambda _: None)
    assert (found.changes, found.bad, found.same) == ((), (), len(CARD.criteria))


def test_edits_are_told_from_old_to_new(sheet: Path) -> None:
    found = edited(
        sheet,
        put(
            {
                (MarkColumn.MARK, YES_NO.id): 0,
                (MarkColumn.CAUSE, YES_NO.id): CAUSES["rushed"].en,
                (MarkColumn.MARK, THREE.id): " 1 ",
                (MarkColumn.REMARK, THREE.id): "half of it",
            }
        ),
    )
    assert found.bad == ()
    first, second = found.changes
    assert (first.cell, change_words(first, "en")) == (
        address(MarkColumn.MARK, YES_NO.id),
        "1 → 0 (no time or under pressure)",
    )
    assert (first.after.origin, first.correction.onto) == ("marks.xlsx", 1)
    assert change_words(second, "cs") == "2 → 1; poznámka: žádná → „half of it“"


@pytest.mark.parametrize("said", ["N/A", "n/a", "nehodí se", "–"])
def test_what_does_not_apply_takes_the_usual_reason(sheet: Path, said: str) -> None:
    found = edited(sheet, put({(MarkColumn.MARK, YES_NO.id): said}))
    assert found.changes[0].after.mark == Mark(YES_NO.id, None, YES_NO.na_when)


@pytest.mark.parametrize(
    ("said", "value"), [("no", 0), ("NE", 0), (False, 0), ("0", 0), ("0,0", 0), (0.0, 0)]
)
def test_yes_and_no_in_words(sheet: Path, said: object, value: int) -> None:
    change = {(MarkColumn.MARK, YES_NO.id): said, (MarkColumn.CAUSE, YES_NO.id): "Habit"}
    found = edited(sheet, put(change))
    assert found.bad == ()
    assert found.changes[0].after.mark.value == value


def test_rows_may_be_sorted_left_out_and_moved_down(sheet: Path) -> None:
    def shuffle(marks: Any) -> None:
        marks[address(MarkColumn.MARK, THREE.id)] = 1
        marks.delete_rows(3 if THREE is CARD.criteria[0] else 2)
        marks.insert_rows(1, 3)
        marks.move_range("A5:U5", rows=30)

    found = edited(sheet, shuffle)
    assert found.bad == ()
    assert [one.criterion.id for one in found.changes] == [THREE.id]


# --- changed meanwhile ---


def test_a_mark_changed_meanwhile_is_a_conflict(sheet: Path) -> None:
    review = BOOKS[sheet].sent[0].id
    BOOKS[sheet].change(review, GivenMark(Mark(THREE.id, 0), "habit"))
    BOOKS[sheet].change(review, GivenMark(Mark(YES_NO.id, 0), "habit"))
    found = edited(sheet, put({(MarkColumn.MARK, THREE.id): 1}))
    (conflict,) = found.conflicts
    assert found.changes == ()
    assert change_words(conflict, "en") == "2 → 1"
    assert change_words(conflict, "en", against_newest=True) == f"0 ({CAUSES['habit'].en}) → 1"
    assert found.same == len(CARD.criteria) - 1


def test_the_same_change_made_meanwhile_is_none(sheet: Path) -> None:
    BOOKS[sheet].change(BOOKS[sheet].sent[0].id, GivenMark(Mark(THREE.id, 1)))
    found = edited(sheet, put({(MarkColumn.MARK, THREE.id): 1}))
    assert (found.changes, found.conflicts) == ((), ())


# --- cells that cannot be taken ---


@pytest.mark.parametrize(
    ("column", "value", "why", "at"),
    [
        (MarkColumn.MARK, "=1+1", BadWhy.FORMULA, MarkColumn.MARK),
        (MarkColumn.MARK, datetime(2026, 1, 2), BadWhy.DATE, MarkColumn.MARK),  # noqa: DTZ001 - as Excel has it
        (MarkColumn.MARK, 7, BadWhy.OFF_SCALE, MarkColumn.MARK),
        (MarkColumn.MARK, -1, BadWhy.OFF_SCALE, MarkColumn.MARK),
        (MarkColumn.MARK, 1.5, BadWhy.OFF_SCALE, MarkColumn.MARK),
        (MarkColumn.MARK, 1e300, BadWhy.OFF_SCALE, MarkColumn.MARK),
        (MarkColumn.MARK, "good", BadWhy.OFF_SCALE, MarkColumn.MARK),
        (MarkColumn.MARK, None, BadWhy.EMPTIED, MarkColumn.MARK),
        (MarkColumn.MARK, 0, BadWhy.NO_CAUSE, MarkColumn.CAUSE),
        (MarkColumn.REMARK, "=HYPERLINK(1)", BadWhy.FORMULA, MarkColumn.REMARK),
        (MarkColumn.REVIEW, "none", BadWhy.NO_ID, MarkColumn.REVIEW),
        (MarkColumn.REVIEW, str(UUID(int=3)), BadWhy.NOT_FOUND, MarkColumn.REVIEW),
        (MarkColumn.CRITERION_ID, "nonsense", BadWhy.NO_CRITERION, MarkColumn.CRITERION_ID),
        (MarkColumn.VERSION, 9, BadWhy.NO_VERSION, MarkColumn.VERSION),
        (MarkColumn.VERSION, "x", BadWhy.NO_VERSION, MarkColumn.VERSION),
    ],
)
def test_an_odd_cell_is_told_with_its_address(
    sheet: Path, column: MarkColumn, value: object, why: BadWhy, at: MarkColumn
) -> None:
    found = edited(sheet, put({(column, THREE.id): value}))
    (bad,) = found.bad
    assert (bad.cell, bad.why) == (address(at, THREE.id), why)
    assert found.changes == ()
    for lang in ("en", "cs"):
        words = bad_words(bad, lang)
        assert words.endswith(".")
        assert address(at, THREE.id) in words
        assert "{" not in words


def test_unknown_words_are_told_with_those_that_are_known(sheet: Path) -> None:
    found = edited(
        sheet,
        put(
            {
                (MarkColumn.MARK, YES_NO.id): "N/A",
                (MarkColumn.NA_REASON, YES_NO.id): "no idea",
                (MarkColumn.MARK, THREE.id): 0,
                (MarkColumn.CAUSE, THREE.id): "bad luck",
            }
        ),
    )
    assert [one.why for one in found.bad] == [BadWhy.UNKNOWN_REASON, BadWhy.UNKNOWN_CAUSE]
    assert CARD.na_reasons[REASON].en in bad_words(found.bad[0], "en")
    assert CAUSES["habit"].cs in bad_words(found.bad[1], "cs")


def test_a_mark_twice_counts_once(sheet: Path) -> None:
    def double(marks: Any) -> None:
        marks[address(MarkColumn.MARK, THREE.id)] = 1
        row = [one.value for one in marks[int(address(MarkColumn.MARK, THREE.id)[1:])]]
        row[list(COLUMNS).index(MarkColumn.REMARK)] = "again"
        marks.append(row)

    found = edited(sheet, double)
    assert len(found.changes) == 1
    assert [one.why for one in found.bad] == [BadWhy.TWICE]


def test_a_reps_own_rating_stays(tmp_path: Path) -> None:
    book = reviewed()
    book.sent[0] = replace(book.sent[0], draft=replace(book.sent[0].draft, own=True))
    path = exported(book, tmp_path / "own.xlsx")
    BOOKS[path] = book
    found = edited(path, put({(MarkColumn.MARK, THREE.id): 1}))
    assert [one.why for one in found.bad] == [BadWhy.OWN]


def test_merged_cells_leave_the_others_empty(sheet: Path) -> None:
    first, second = (address(MarkColumn.MARK, one.id) for one in CARD.criteria[:2])
    found = edited(sheet, lambda marks: marks.merge_cells(f"{first}:{second}"))
    assert [(one.cell, one.why) for one in found.bad] == [(second, BadWhy.EMPTIED)]


# --- files that cannot be taken ---


def why_not(path: Path) -> NoMarks:
    with pytest.raises(NoMarks) as caught:
        read_marks(path)
    for lang in ("en", "cs"):
        words = no_marks_words(caught.value, path.name, lang)
        assert path.name in words
        assert "{" not in words
    return caught.value


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (b"", NoMarksWhy.NO_WORKBOOK),
        (b"Mark;Remark\n1;x\n", NoMarksWhy.NO_WORKBOOK),
        (b"PK\x03\x04" + b"\0" * 40, NoMarksWhy.NO_WORKBOOK),
        (b"\xd0\xcf\x11\xe0" + b"\0" * 600, NoMarksWhy.LOCKED),
    ],
)
def test_what_is_no_workbook(tmp_path: Path, content: bytes, why: NoMarksWhy) -> None:
    path = tmp_path / "odd.xlsx"
    path.write_bytes(content)
    assert why_not(path).why is why


def test_no_file_and_a_folder(tmp_path: Path) -> None:
    assert why_not(tmp_path / "none.xlsx").why is NoMarksWhy.MISSING
    assert why_not(tmp_path).why is NoMarksWhy.MISSING


def test_another_workbook_has_no_such_sheet(tmp_path: Path) -> None:
    book = Workbook()
    path = tmp_path / "other.xlsx"
    book.save(path)
    assert why_not(path).detail == ()
    book.active.append(["Review", "Mark", "Whatever"])
    book.save(path)
    problem = why_not(path)
    assert (problem.why, problem.detail) == (
        NoMarksWhy.NO_SHEET,
        (MarkColumn.CRITERION_ID, MarkColumn.VERSION),
    )
    assert "Criterion id, Version of the mark" in no_marks_words(problem, "other.xlsx", "en")


def test_an_export_of_calls_without_reviews_is_not_said_to_lack_columns(tmp_path: Path) -> None:
    book = Workbook()
    path = tmp_path / "calls.xlsx"
    book.active.append(["Started", "Rep", "Customer", "Score"])
    book.save(path)
    problem = why_not(path)
    assert (problem.why, problem.detail) == (NoMarksWhy.NO_SHEET, ())
    assert "calls without a review have no such sheet" in no_marks_words(problem, "calls.xlsx", "en")


def repacked(path: Path, name: str, change: Callable[[bytes], bytes]) -> Path:
    with zipfile.ZipFile(path) as file:
        parts = {one: file.read(one) for one in file.namelist()}
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as file:
        for one, content in parts.items():
            file.writestr(one, change(content) if one == name else content)
    return path


def test_entities_are_not_followed(sheet: Path) -> None:
    bomb = b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><sst>&b;</sst>'
    assert why_not(repacked(sheet, "xl/sharedStrings.xml", lambda _: bomb)).why is NoMarksWhy.BROKEN


@pytest.mark.parametrize("part", ["xl/workbook.xml", "xl/worksheets/sheet1.xml", "xl/sharedStrings.xml"])
@pytest.mark.parametrize("content", [b"", b"<a", b"<a/>", b"\xff\xfe"])
def test_damaged_parts_are_told_or_hold_no_marks(sheet: Path, part: str, content: bytes) -> None:
    path = repacked(sheet, part, lambda _: content)
    try:
        found = compared(path)
    except NoMarks:
        return
    assert found.changes == ()


def test_a_bomb_is_refused_before_it_is_unpacked(sheet: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(marks_reading, "MOST_UNPACKED", 30_000)
    path = repacked(sheet, "xl/sharedStrings.xml", lambda _: b" " * 40_000)
    assert why_not(path).why is NoMarksWhy.TOO_BIG
    monkeypatch.setattr(marks_reading, "MOST_BYTES", 100)
    assert why_not(path).why is NoMarksWhy.TOO_BIG


def test_too_many_rows_are_refused(sheet: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(marks_reading, "MOST_ROWS", 5)
    assert why_not(sheet).why is NoMarksWhy.TOO_MANY_ROWS


def test_a_lonely_formatted_cell_far_down_is_no_row(sheet: Path) -> None:
    def far(marks: Any) -> None:
        marks["A1048576"].number_format = "0.00"
        marks["XFD1"] = "far away"

    assert edited(sheet, far).bad == ()


def test_the_cells_offer_what_may_stand_there(sheet: Path) -> None:
    book = load_workbook(sheet)
    marks = book["Marks"]
    rules = {str(one.sqref).split(":")[0]: one.formula1 for one in marks.data_validations.dataValidation}
    assert set(rules) == {"I2", "J2", "K2"}
    assert rules["I2"] == "IF($M2=1,Lists!$A$1:$A$3,Lists!$B$1:$B$4)"
    assert [one.value for one in book["Lists"]["B"][:4]] == [0, 1, 2, DOES_NOT_APPLY.en]
    assert book["Lists"].sheet_state == "hidden"
    assert all(marks.column_dimensions[letter].hidden for letter in "R")
    assert marks.freeze_panes == "A2"
    assert book["Scale"].max_row == 1 + sum(len(one.anchors) for one in CARD.criteria)
