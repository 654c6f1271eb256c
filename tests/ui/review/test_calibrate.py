"""Calibration: blind marks of two trainers, then how far they agree, said honestly."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.call.people import RepCard
from app.review.desk import Comment
from app.settings import Settings
from app.ui.preferences import Preferences
from app.ui.review.calibrate import CalibratePresenter
from app.ui.review.calibrate_scene import CalibrateScene, CalibrateStage
from app.ui.review.calibrate_screen import CalibrateScreen
from app.ui.review.loading import DeskBooks
from app.ui.review.retelling import Sort
from tests.fakes import START, FakeClock
from tests.ui.fakes import AtOnce, CallsInMemory, call
from tests.ui.review.fakes import (
    TEXT,
    CalibrationsInMemory,
    CoachingInMemory,
    DeskInMemory,
    DraftsInMemory,
    OneCard,
    ReviewsInMemory,
    ViewInMemory,
    recorded,
    row,
)


class View(ViewInMemory):
    """Remembers what it was told."""

    def __init__(self) -> None:
        super().__init__()
        self.scene = CalibrateScene()

    def show_calibration(self, scene: CalibrateScene) -> None:
        self.scene = scene


class Room:
    """One call that trainers calibrate on."""

    def __init__(self) -> None:
        self.sessions, self.reviews = CalibrationsInMemory(), ReviewsInMemory()
        live = recorded()
        self.call = live.events[0].call
        calls = CallsInMemory(call(1, call=self.call), events={self.call: live.events})
        calls.sources[TEXT.revision] = TEXT
        calls.find = lambda wanted: tuple(calls.calls)  # type: ignore[method-assign]
        self.books = DeskBooks(
            calls,
            DeskInMemory(row(1, call=self.call)),
            self.reviews,
            OneCard(),
            DraftsInMemory(),
            CoachingInMemory(),
        )

    def enter(self, trainer: str) -> tuple[CalibratePresenter, View]:
        view = View()
        presenter = CalibratePresenter(
            view, AtOnce(), FakeClock(), person=RepCard(trainer, trainer.title()), lang="en"
        )
        presenter.serve(self.books, self.sessions)
        return presenter, view

    def mark(self, presenter: CalibratePresenter, value: int) -> None:
        sheet = presenter.score.scene.sheet
        assert sheet is not None
        for one in sheet.rows:
            presenter.score.mark(one.id, min(value, one.scale.top))
        presenter.send()


def test_marks_are_blind_and_nothing_is_filled_in() -> None:
    room = Room()
    room.reviews.comment(Comment(room.call, "ada", "Hm.", START, 3))
    presenter, view = room.enter("ada")
    presenter.begin("November")
    assert view.scene.stage is CalibrateStage.MARK
    assert view.score.sheet is not None
    assert view.score.sheet.given == {}
    assert not [one for one in view.replay.moments if one.sort is Sort.COMMENT]


def test_after_marking_figures_wait_until_the_owner_opens_them() -> None:
    room = Room()
    presenter, view = room.enter("ada")
    presenter.begin("November")
    room.mark(presenter, 1)
    assert (view.scene.stage, view.scene.rows) == (CalibrateStage.WAIT, ())
    other, their = room.enter("bob")
    other.choose(0)
    assert not their.scene.is_owner
    room.mark(other, 1)
    other.open_up()
    assert room.sessions.kept[0].opened is None
    presenter.open_up()
    assert view.scene.stage is CalibrateStage.READ
    assert view.scene.progress == {"ada": 1, "bob": 1}
    assert view.scene.whole is not None
    assert view.scene.whole.raw == 1.0
    assert view.scene.whole.too_few


def test_leaning_tells_who_marks_higher_and_on_how_many_marks() -> None:
    room = Room()
    presenter, view = room.enter("ada")
    presenter.begin("November")
    room.mark(presenter, 1)
    other, _ = room.enter("bob")
    other.choose(0)
    room.mark(other, 0)
    presenter.open_up()
    assert view.scene.leaning["ada"][0] == 1.0
    assert view.scene.leaning["bob"] == (-1.0, len(view.scene.rows))


def test_a_note_stays_with_its_criterion() -> None:
    room = Room()
    presenter, view = room.enter("ada")
    presenter.begin("November")
    room.mark(presenter, 1)
    presenter.open_up()
    criterion = view.scene.rows[0].criterion.id
    presenter.note(criterion, "Half of them is a one.")
    assert [one.words for one in view.scene.rows[0].notes] == ["Half of them is a one."]


def test_the_screen_says_too_few_instead_of_a_figure(
    qtbot: QtBot, looks: QApplication, tmp_path: Path
) -> None:
    room = Room()
    screen = CalibrateScreen(Preferences(tmp_path, Settings(rep_name="Ada"), AtOnce()), AtOnce(), FakeClock())
    qtbot.addWidget(screen)
    screen.serve(room.books, room.sessions)
    screen.presenter.begin("November")
    room.mark(screen.presenter, 1)
    screen.presenter.open_up()
    assert screen.presenter.scene.stage is CalibrateStage.READ
    assert "too few to read" in screen.whole_words()
