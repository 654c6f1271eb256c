"""Marks that come back from an edited workbook: shown first, kept when that is wanted, and never over a newer mark."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from uuid import UUID

import pytest
from openpyxl import load_workbook
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QHeaderView
from pytestqt.qtbot import QtBot

from app.playbook.vocabulary import Lang
from app.review.desk import Correction, GivenMark, NotRecorded, ReviewDraft
from app.review.mark_sheet import CallAbout, mark_lines
from app.review.out.kept_reviews import KeptReviews
from app.review.out.marks_reading import NoMarksWhy
from app.review.out.view import export_marks
from app.review.scoring import Basis, Mark
from app.settings import Settings
from app.ui.preferences import Preferences
from app.ui.review.take_back_scene import TakeBackScene, TakeBackState
from app.ui.review.take_back_screen import TakeBackScreen
from app.ui.review.taking_back import TakeBackPresenter
from app.ui.words import Words
from tests.builders import REP
from tests.fakes import START, FakeClock
from tests.ui.fakes import AtOnce, CallsInMemory, Later
from tests.ui.review.fakes import OneCard, ReviewsInMemory, small_playbook

CALL = UUID(int=9)


class Shown:
    """Remembers what was shown."""

    def __init__(self) -> None:
        self.scenes: list[TakeBackScene] = []

    def show_take_back(self, scene: TakeBackScene) -> None:
        self.scenes.append(scene)


@pytest.fixture
def book() -> ReviewsInMemory:
    """One review with the best marks."""
    made, card = ReviewsInMemory(), OneCard().card_for(small_playbook())
    assert card is not None
    made.pin_card(card.file)
    marks = tuple(GivenMark(Mark(one.id, one.scale.top)) for one in card.scorecard.criteria)
    made.send(ReviewDraft(CALL, "jana", card.scorecard.revision, Basis.HEARD, marks), START)
    return made


@pytest.fixture
def path(book: ReviewsInMemory, tmp_path: Path) -> Path:
    """A workbook in which one mark was edited, and another cell is odd."""
    made = tmp_path / "marks.xlsx"
    about = CallAbout(START, "Eva", "Sample Baker")
    export_marks((line for one in KeptReviews(book).of(CALL) for line in mark_lines(about, one)), made, "en")
    sheet = load_workbook(made)
    sheet["Marks"]["I2"], sheet["Marks"]["I3"] = "N/A", "good"
    sheet.save(made)
    return made


def taken(book: ReviewsInMemory, path: Path) -> tuple[TakeBackPresenter, Shown]:
    view = Shown()
    presenter = TakeBackPresenter(view, AtOnce(), FakeClock(), REP)
    presenter.open(str(path), book, CallsInMemory())
    return presenter, view


def test_what_would_change_is_shown_and_kept_when_wanted(book: ReviewsInMemory, path: Path) -> None:
    presenter, view = taken(book, path)
    assert [one.state for one in view.scenes] == [TakeBackState.READING, TakeBackState.READY]
    found = view.scenes[-1].found
    assert found is not None
    assert (len(found.changes), len(found.bad)) == (1, 1)
    assert book.corrected == []
    presenter.keep()
    assert [one.state for one in view.scenes[2:]] == [TakeBackState.KEEPING, TakeBackState.KEPT]
    assert view.scenes[-1].kept == 1
    ((_, mark),) = book.corrected
    assert (mark.mark.value, mark.origin) == (None, "marks.xlsx")
    presenter.keep()
    assert len(book.corrected) == 1


def test_a_file_without_marks_is_told(book: ReviewsInMemory, tmp_path: Path) -> None:
    presenter, view = taken(book, tmp_path / "none.xlsx")
    assert view.scenes[-1].state is TakeBackState.NO_MARKS
    assert view.scenes[-1].problem is not None
    assert view.scenes[-1].problem.why is NoMarksWhy.MISSING
    presenter.keep()
    assert book.corrected == []


def test_reading_can_be_stopped_and_tells_how_far_it_is(book: ReviewsInMemory, path: Path) -> None:
    view, runner = Shown(), Later()
    presenter = TakeBackPresenter(view, runner, FakeClock(), REP)
    presenter.open(str(path), book, CallsInMemory())
    presenter.stop()
    runner.work()
    presenter.look()
    assert view.scenes[-1].state is TakeBackState.STOPPED


def test_what_fails_changes_nothing_and_is_told(book: ReviewsInMemory, path: Path) -> None:
    presenter, view = taken(book, path)
    book.broken = True
    presenter.keep()
    assert view.scenes[-1].state is TakeBackState.TROUBLED
    assert book.corrected == []


def test_a_review_that_vanished_is_told(path: Path, book: ReviewsInMemory) -> None:
    presenter, view = taken(book, path)
    assert presenter._failed(NotRecorded("gone"))
    assert view.scenes[-1].state is TakeBackState.VANISHED
    assert not presenter._failed(LookupError())


# --- the screen ---


@pytest.fixture
def preferences(qapp: QApplication, tmp_path: Path) -> Iterator[Preferences]:
    """English with its plurals."""
    words = Words(qapp)
    words.switch(Lang.EN)
    yield Preferences(tmp_path, Settings(rep_name="Trainer Example"), AtOnce())
    words.switch(Lang.EN)


def screen_with(book: ReviewsInMemory, path: Path, qtbot: QtBot, preferences: Preferences) -> TakeBackScreen:
    screen = TakeBackScreen(preferences, AtOnce(), FakeClock())
    qtbot.addWidget(screen)
    screen.resize(760, 560)
    screen.open(str(path), book, CallsInMemory())
    screen.show()
    return screen


def test_the_screen_lists_changes_and_odd_cells(
    book: ReviewsInMemory, path: Path, qtbot: QtBot, preferences: Preferences
) -> None:
    screen = screen_with(book, path, qtbot, preferences)
    rows = [
        [item.text() if (item := screen.table.item(row, column)) else "" for column in range(5)]
        for row in range(screen.table.rowCount())
    ]
    assert [row[:2] for row in rows] == [["I2", "Change"], ["I3", "Not taken"]]
    assert "1 → N/A" in rows[0][4]
    assert "“good”" in rows[1][2]
    assert screen.table.columnSpan(1, 2) == 3, "a reason has the room of the columns that it leaves empty"
    assert screen._state.whole_text().startswith("1 mark would change. 1 cell cannot be taken.")
    assert "Keep 1 change" in screen.keep.accessibleName()
    QTest.keyClick(screen, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert len(book.corrected) == 1
    assert "1 mark was changed." in screen._state.whole_text()
    assert not screen.keep.isVisible()
    assert not screen.table.isVisible()


def test_no_words_are_cut_at_any_width(
    book: ReviewsInMemory, path: Path, qtbot: QtBot, looks: QApplication, preferences: Preferences
) -> None:
    screen = screen_with(book, path, qtbot, preferences)
    table, words = screen.table, "1 → N/A (the customer rang us) (here now: 2)"
    for column in range(5):
        item = table.item(0, column)
        assert item is not None
        item.setText(words if column == 4 else "")
    whole = table.fontMetrics().horizontalAdvance(words)
    for beside in range(8, 24):
        table.horizontalHeader().setSectionResizeMode(4, QHeaderView.ResizeMode.Fixed)
        table.setColumnWidth(4, whole + beside)
        table.resizeRowsToContents()
        room = whole + beside - 2 * 8
        assert room >= whole or table.rowHeight(0) > table.verticalHeader().minimumSectionSize()


def test_late_conflicts_are_told(
    book: ReviewsInMemory, path: Path, qtbot: QtBot, preferences: Preferences, monkeypatch: pytest.MonkeyPatch
) -> None:
    screen = screen_with(book, path, qtbot, preferences)

    def late(corrections: list[Correction], *_: object) -> tuple[Correction, ...]:
        return tuple(corrections)

    monkeypatch.setattr(book, "take_back", late)
    screen.keep.click()
    assert "1 mark was changed here in the last moment and was left out." in screen._state.whole_text()


def test_escape_leaves_everything_as_it_was(
    book: ReviewsInMemory, path: Path, qtbot: QtBot, preferences: Preferences
) -> None:
    screen = screen_with(book, path, qtbot, preferences)
    with qtbot.waitSignal(screen.left):
        QTest.keyClick(screen, Qt.Key.Key_Escape)
    assert book.corrected == []
