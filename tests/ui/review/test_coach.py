"""The coaching sheet: what was agreed, its tries, before against after said honestly, and what a rep may see of it."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFileDialog, QMessageBox
from pytestqt.qtbot import QtBot

from app.call.events import OutcomeRecorded
from app.call.people import RepCard
from app.review.coaching import Agreed, Coached, PastCall, Standing, StepHow
from app.review.desk import Feedback, GivenMark, Review, ReviewDraft
from app.review.scoring import Basis, Mark
from app.settings import Settings
from app.ui.preferences import Preferences
from app.ui.review.coach import CoachPresenter
from app.ui.review.coach_page import save_sheet, sheet_page
from app.ui.review.coach_scene import CoachScene
from app.ui.review.coach_screen import CoachScreen
from app.ui.review.loading import DeskBooks
from app.ui.review.plan_panel import PlanPanel
from tests.fakes import START, FakeClock
from tests.ui.fakes import AtOnce, CallsInMemory
from tests.ui.review.fakes import (
    TEXT,
    CoachingInMemory,
    DeskInMemory,
    DraftsInMemory,
    OneCard,
    ReviewsInMemory,
    recorded,
    small_playbook,
)

TRAINER, REP = RepCard("trainer", "Trainer Example"), RepCard("eva", "Eva Example")
PLAN = Feedback(
    "Calm voice", "Price came", "Answered at once", "Closed up", "A date for each step", due="2026-11-20",
    target="rule:dated_step",
)  # fmt: skip


class Seen:
    """Remembers what it was told."""

    def __init__(self) -> None:
        self.scene = CoachScene()

    def show_coaching(self, scene: CoachScene) -> None:
        self.scene = scene


class Room:
    """A rep with one plan; calls before it have no dated step, calls since have one."""

    def __init__(self, earlier: int = 12, later: int = 11, feedback: Feedback = PLAN) -> None:
        self.calls, self.reviews = CallsInMemory(), ReviewsInMemory()
        self.calls.sources[TEXT.revision] = TEXT
        card = OneCard().card_for(small_playbook())
        assert card is not None
        self.reviews.pin_card(card.file)
        first = self.call(dated=False)
        draft = ReviewDraft(
            first.call, "trainer", card.scorecard.revision, Basis.RECORD_ONLY,
            (GivenMark(Mark("must_asks", 1)),), feedback=feedback,
        )  # fmt: skip
        self.review = Review(UUID(int=77), START, draft, "Trainer Example")
        self.plan = Agreed(self.review, "small", "Baker", START - timedelta(hours=1))
        self.book = CoachingInMemory(self.plan)
        self.book.reps = (Coached("ada", "Ada"), Coached("eva", "Eva Example", ("2026-11-20",)))
        self.book.earlier = (first, *(self.call(dated=False) for _ in range(earlier)))
        self.book.later = tuple(self.call(dated=True) for _ in range(later))
        self.books = DeskBooks(
            self.calls, DeskInMemory(), self.reviews, OneCard(), DraftsInMemory(), self.book
        )

    def call(self, *, dated: bool) -> PastCall:
        live = recorded()
        live.record(OutcomeRecorded("callback", when="2026-12-01", who="Eva" if dated else ""))
        call = live.events[0].call
        self.calls.recorded[call] = live.events
        return PastCall(call, START + timedelta(days=1), "Baker")

    def enter(self, *, own: bool = False, rep: str = "eva") -> tuple[CoachPresenter, Seen]:
        view = Seen()
        person = REP if own else TRAINER
        presenter = CoachPresenter(view, AtOnce(), FakeClock(), person=person, rep=rep, own=own)
        presenter.serve(self.books)
        return presenter, view


def test_the_sheet_shows_tries_and_a_difference_with_its_range() -> None:
    _, view = Room().enter()
    assert view.scene.chosen == 1
    assert view.scene.sheet is not None
    (entry,) = view.scene.sheet.entries
    assert entry.playbook == "A small call"
    assert entry.standing is Standing.OVERDUE
    assert entry.effect is not None
    assert (entry.effect.before.hits, entry.effect.before.n) == (0, 12)
    assert (entry.effect.after.hits, entry.effect.after.n) == (11, 11)
    assert entry.effect.change is not None
    assert entry.effect.change.clear
    assert [one.done for one in entry.effect.tries] == [True, True, True]
    assert entry.trails


def test_a_plan_in_words_only_counts_nothing_and_shows_how_marks_went_on() -> None:
    _, view = Room(feedback=replace(PLAN, target="")).enter()
    assert view.scene.sheet is not None
    (entry,) = view.scene.sheet.entries
    assert (entry.effect, entry.counted) == (None, None)
    assert [one.first for one in entry.trails] == [1]


def test_a_trainer_decides_and_a_rep_cannot() -> None:
    room = Room()
    presenter, view = room.enter()
    presenter.decide(room.review.id, StepHow.LONGER)
    assert view.scene.sheet is not None
    assert view.scene.sheet.entries[0].standing is Standing.OPEN
    assert view.scene.sheet.entries[0].agreed.due == "2026-12-08"
    own, _ = Room().enter(own=True)
    own.decide(room.review.id, StepHow.DROPPED)
    assert [one.how for one in room.book.plans[0].steps] == [StepHow.LONGER]


def test_a_rep_sees_their_own_sheet_only_and_no_review_before_their_own_rating() -> None:
    room = Room()
    _, view = room.enter(own=True)
    assert [one.rep for one in view.scene.reps] == ["eva"]
    assert view.scene.sheet is not None
    assert (view.scene.sheet.entries, view.scene.sheet.hidden) == ((), 1)
    rated = replace(room.review.draft, own=True, reviewer="eva")
    room.reviews.send(rated, START)
    _, view = room.enter(own=True)
    assert view.scene.sheet is not None
    assert (len(view.scene.sheet.entries), view.scene.sheet.hidden) == (1, 0)


def test_a_database_that_is_held_is_said() -> None:
    room = Room()
    room.book.broken = True
    _, view = room.enter()
    assert view.scene.troubled


def screen_of(room: Room, qtbot: QtBot, home: Path, *, own: bool = False) -> CoachScreen:
    preferences = Preferences(home, Settings(rep_name="Eva Example", rep_id="eva"), AtOnce())
    screen = CoachScreen(preferences, AtOnce(), FakeClock(), rep="eva", own=own)
    qtbot.addWidget(screen)
    screen.resize(1100, 740)
    screen.serve(room.books)
    screen.show()
    qtbot.waitExposed(screen)
    return screen


def test_the_screen_says_n_and_range_everywhere(qtbot: QtBot, looks: QApplication, tmp_path: Path) -> None:
    words = screen_of(Room(), qtbot, tmp_path).sheet_words()
    assert "Before: 0 of 12 calls, 0 % (0 to 24 %)" in words
    assert "Since: 11 of 11 calls, 100 % (74 to 100 %)" in words
    assert "Difference: +100 percentage points (+65 to +100)." in words
    assert "more often than before" in words
    few = screen_of(Room(earlier=3), qtbot, tmp_path).sheet_words()
    assert "Before: 0 of 3 calls" in few
    assert "Too few to compare" in few
    assert "Difference" not in few


def test_a_try_leads_a_trainer_to_its_call(qtbot: QtBot, looks: QApplication, tmp_path: Path) -> None:
    screen = screen_of(Room(), qtbot, tmp_path)
    sheet = screen.presenter.scene.sheet
    assert sheet is not None
    effect = sheet.entries[0].effect
    assert effect is not None
    shown = [panel for panel in screen.findChildren(PlanPanel) if not panel.isHidden()]
    links = shown[0].tries()
    assert len(links) == len(effect.tries) == 3
    for link, made in zip(links, effect.tries, strict=True):
        with qtbot.waitSignal(screen.call_wanted) as wanted:
            link.click()
        assert wanted.args == [made.call]
    assert links[0].accessibleName().startswith("Open the call: ")
    assert links[0].text() in screen.sheet_words()


def test_a_rep_has_no_desk_to_be_led_to(qtbot: QtBot, looks: QApplication, tmp_path: Path) -> None:
    room = Room()
    room.reviews.send(replace(room.review.draft, reviewer="eva", own=True), START)
    screen = screen_of(room, qtbot, tmp_path, own=True)
    assert [panel.tries() for panel in screen.findChildren(PlanPanel)] == [()]
    assert "done" in screen.sheet_words()


def test_keys_alone_walk_the_reps_and_leave(qtbot: QtBot, looks: QApplication, tmp_path: Path) -> None:
    screen = screen_of(Room(), qtbot, tmp_path)
    screen.setFocus()
    qtbot.keyClick(screen, Qt.Key.Key_Up)  # type: ignore[no-untyped-call]
    assert screen.presenter.scene.chosen == 0
    qtbot.keyClick(screen, Qt.Key.Key_Down)  # type: ignore[no-untyped-call]
    assert screen.presenter.scene.chosen == 1
    with qtbot.waitSignal(screen.left):
        qtbot.keyClick(screen, Qt.Key.Key_Escape)  # type: ignore[no-untyped-call]


def test_the_printed_sheet_says_the_same_and_escapes_what_was_typed(looks: QApplication) -> None:
    _, view = Room(feedback=replace(PLAN, strength="<b>Calm</b>")).enter()
    assert view.scene.sheet is not None
    page = sheet_page(view.scene.sheet)
    assert "Eva Example" in page.title
    assert "&lt;b&gt;Calm&lt;/b&gt;" in page.html
    assert "A date for each step" in page.html
    assert "0 of 12 calls" in page.html


def test_a_sheet_that_cannot_be_written_is_said_in_words(
    qtbot: QtBot, looks: QApplication, tmp_path: Path
) -> None:
    screen = screen_of(Room(), qtbot, tmp_path)
    sheet = screen.presenter.scene.sheet
    assert sheet is not None
    save_sheet(screen, sheet)
    dialog = screen.findChild(QFileDialog)
    assert dialog is not None
    dialog.fileSelected.emit(str(tmp_path / "sheet.pdf"))
    assert (tmp_path / "sheet.pdf").read_bytes().startswith(b"%PDF")
    dialog.fileSelected.emit(str(tmp_path))
    told = screen.findChild(QMessageBox)
    assert told is not None
    assert "could not be written" in told.text()
    told.close()
    dialog.close()
