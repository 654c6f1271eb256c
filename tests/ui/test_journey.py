"""The whole window over books in memory: from the start screen through a call to its outcome, and what may go wrong."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from app.call.clock import SystemClock
from app.call.events import CallStarted
from app.call.likely import MetCount
from app.call.ports import CallStatus, Trouble, TroubleKind
from app.playbook.library import Library
from app.playbook.vocabulary import Label
from app.review.coaching import Coached
from app.review.desk import ReviewDraft
from app.review.lessons import ProposalKind
from app.review.proposals import Decision, Proposal
from app.review.scoring import Basis
from app.settings import Language, Settings, SettingsProblem, Theme
from app.ui.frame import STRIP_HEIGHT
from app.ui.program import Program
from app.ui.services import CannotOpen
from app.ui.today.scene import TodayScene
from app.ui.today.whom import WhomColumn
from app.ui.widgets import KeyButton
from tests.fakes import START, FakeClock, FakeJournal
from tests.ui.fakes import (
    CallsInMemory,
    LeadsInMemory,
    LessonsInMemory,
    ProposalsInMemory,
    RepsInMemory,
    call,
    lead,
)
from tests.ui.figures.fakes import FakeFigures
from tests.ui.review.fakes import (
    CalibrationsInMemory,
    CoachingInMemory,
    DeskInMemory,
    DraftsInMemory,
    ReviewsInMemory,
    row,
)

PLAYBOOK = b"""\
callcue: 1
id: small
title: A small call
lang: en
stages:
  - id: opening
    title: Opening
    lines:
      - id: hello
        say: Hello, this is {rep.name}.
      - id: time
        ask: Is now all right?
        answers:
          - {id: "yes", label: "yes"}
          - {id: later, label: later, outcome: callback}
objections:
  - id: price
    kind: price
    label: It is too expensive
    heard: [too expensive]
    likely: [opening]
    acknowledge: I see.
    ask: Compared with what?
    responses:
      - id: payback
        say: It pays for itself.
    check: Does that make sense?
outcomes: [callback, no_answer, not_interested]
"""


@dataclass
class House:
    """Services in memory."""

    home: Path
    library: Library
    journal: FakeJournal = field(default_factory=FakeJournal)
    calls: CallsInMemory = field(default_factory=CallsInMemory)
    leads: LeadsInMemory = field(
        default_factory=lambda: LeadsInMemory(lead(1, "Anna Dusk", "Mill Ltd", "777 000 001"))
    )
    reps: RepsInMemory = field(default_factory=RepsInMemory)
    lessons: LessonsInMemory = field(default_factory=LessonsInMemory)
    proposals: ProposalsInMemory = field(default_factory=ProposalsInMemory)
    desk: DeskInMemory = field(default_factory=DeskInMemory)
    reviews: ReviewsInMemory = field(default_factory=ReviewsInMemory)
    calibrations: CalibrationsInMemory = field(default_factory=CalibrationsInMemory)
    drafts: DraftsInMemory = field(default_factory=DraftsInMemory)
    coaching: CoachingInMemory = field(default_factory=CoachingInMemory)
    figures: FakeFigures = field(default_factory=FakeFigures)
    clock: FakeClock = field(default_factory=FakeClock)
    closed: int = 0

    def close(self) -> bool:
        self.closed += 1
        return True


class Window:
    """A program with its house; waits for what the background brings."""

    def __init__(self, qtbot: QtBot, qapp: QApplication, home: Path, settings: Settings) -> None:
        from app.playbook.library import NoGoodVersions

        folder = home / "playbooks"
        folder.mkdir(exist_ok=True)
        (folder / "small.yaml").write_bytes(PLAYBOOK)
        self.qtbot = qtbot
        self.house = House(home, Library(folder, NoGoodVersions()))
        self.problem: Exception | None = None
        self.built = 0
        self.program = Program(qapp, home, settings, self.build, clock=SystemClock())
        self.frame = self.program.frame

    def build(self) -> House:
        self.built += 1
        if self.problem is not None:
            raise self.problem
        return self.house

    def open(self) -> None:
        self.frame.resize(700, 600)  # the offscreen screen is 800 x 800
        with self.qtbot.waitSignal(self.program.journey.opened):
            self.program.show()
        self.qtbot.waitUntil(lambda: bool(self.today().playbooks))
        self.frame.activateWindow()

    def screen_of(self, name: str) -> Any:
        self.qtbot.waitUntil(lambda: type(self.frame.current_screen()).__name__ == name)
        return self.frame.current_screen()

    def today(self) -> TodayScene:
        scene = self.screen_of("TodayScreen")._presenter.scene
        assert isinstance(scene, TodayScene)
        return scene

    def press(self, key: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        QTest.keyClick(QApplication.focusWidget() or self.frame, key, held)

    def write(self, text: str) -> None:
        QTest.keyClicks(QApplication.focusWidget() or self.frame, text)

    def start_call(self) -> None:
        self.write("anna")
        self.press(Qt.Key.Key_Return)
        self.screen_of("BriefScreen")
        self.press(Qt.Key.Key_Return)
        self.screen_of("LiveScreen")

    def close(self) -> None:
        self.frame.close()
        self.program.close()


def texts_in_sight(frame: QWidget) -> list[str]:
    """What labels in the window say."""
    return [one.text() for one in frame.findChildren(QLabel) if one.isVisible()]


@pytest.fixture
def window(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> Iterator[Window]:
    settings = Settings(language=Language.EN, theme=Theme.LIGHT, rep_name="Rep Example", rep_id="rep")
    made = Window(qtbot, qapp, tmp_path, settings)
    yield made
    made.close()
    qapp.setStyleSheet("")


def test_window_is_painted_before_anything_is_opened(window: Window) -> None:
    assert window.built == 0
    window.open()
    assert window.built == 1


def test_the_inbox_is_a_key_away_and_esc_leads_back(window: Window) -> None:
    window.open()
    window.press(Qt.Key.Key_F8)
    window.screen_of("InboxScreen")
    window.press(Qt.Key.Key_Escape)
    window.press(Qt.Key.Key_Escape)
    window.screen_of("TodayScreen")


def test_a_manager_begins_in_the_inbox(window: Window) -> None:
    window.program._role = "manager"
    with window.qtbot.waitSignal(window.program.opened):
        window.program.show()
    window.screen_of("InboxScreen")


def test_the_review_desk_is_a_key_away_and_esc_leads_back(window: Window) -> None:
    window.house.desk = DeskInMemory(row(1))
    window.open()
    window.press(Qt.Key.Key_F3)
    desk = window.screen_of("ReviewScreen")
    window.qtbot.waitUntil(lambda: not desk._presenter.find.scene.busy)
    window.press(Qt.Key.Key_Escape)
    window.press(Qt.Key.Key_Escape)
    window.screen_of("TodayScreen")


def test_settings_are_a_key_away_in_a_call_which_goes_on_as_it_was(window: Window) -> None:
    window.open()
    window.start_call()
    live = window.screen_of("LiveScreen")
    line = live.presenter.scene.prompt.line
    window.press(Qt.Key.Key_F2)
    window.screen_of("SettingsScreen")
    window.press(Qt.Key.Key_Escape)
    assert window.screen_of("LiveScreen") is live
    assert live.presenter.scene.prompt.line == line
    window.press(Qt.Key.Key_Space)
    assert live.presenter.scene.prompt.line != line


def test_a_key_changed_in_the_middle_of_a_call_counts_at_once(window: Window) -> None:
    window.open()
    window.start_call()
    live = window.screen_of("LiveScreen")
    line = live.presenter.scene.prompt.line
    window.press(Qt.Key.Key_F2)
    window.program.preferences.change(keys={"done": ["K"]})
    window.press(Qt.Key.Key_Escape)
    window.press(Qt.Key.Key_K)
    assert live.presenter.scene.prompt.line != line


def test_settings_keys_and_figures_lead_back_to_the_desk_as_it_was(window: Window) -> None:
    window.house.desk = DeskInMemory(row(1))
    window.open()
    window.press(Qt.Key.Key_F3)
    desk = window.screen_of("ReviewScreen")
    window.qtbot.waitUntil(lambda: not desk._presenter.find.scene.busy)
    desk._view.finder.table.setFocus()
    stood = QApplication.focusWidget()
    assert stood is desk._view.finder.table
    for key, name in ((Qt.Key.Key_F2, "SettingsScreen"), (Qt.Key.Key_F1, "KeySheet")):
        window.press(key)
        window.screen_of(name)
        window.press(Qt.Key.Key_Escape)
        assert window.screen_of("ReviewScreen") is desk
        assert QApplication.focusWidget() is stood
    desk.figures_wanted.emit("rep:eva")
    figures = window.screen_of("FiguresScreen")
    window.press(Qt.Key.Key_F2)
    window.screen_of("SettingsScreen").closed.emit()
    assert window.screen_of("FiguresScreen") is figures
    figures.calls_wanted.emit("rep:jan")
    assert window.screen_of("ReviewScreen") is desk
    assert desk._presenter.find.scene.line == "rep:jan"


def test_the_inbox_leads_to_the_settings_and_back(window: Window) -> None:
    window.open()
    window.press(Qt.Key.Key_F8)
    inbox = window.screen_of("InboxScreen")
    for key, name in ((Qt.Key.Key_F2, "SettingsScreen"), (Qt.Key.Key_F1, "KeySheet")):
        window.press(key)
        window.screen_of(name).closed.emit()
        assert window.screen_of("InboxScreen") is inbox


def test_another_database_set_from_the_desk_leads_to_the_start_screen(window: Window, tmp_path: Path) -> None:
    window.house.desk = DeskInMemory(row(1))
    window.open()
    window.press(Qt.Key.Key_F3)
    window.screen_of("ReviewScreen").settings_wanted.emit()
    settings = window.screen_of("SettingsScreen")
    with window.qtbot.waitSignal(window.program.journey.opened):
        window.program.preferences.change(database=str(tmp_path / "other.db"))
    settings.closed.emit()
    window.screen_of("TodayScreen")


def test_a_trainer_begins_at_the_review_desk_and_calibrates_from_there(window: Window) -> None:
    window.program._role = "trainer"
    with window.qtbot.waitSignal(window.program.opened):
        window.program.show()
    window.screen_of("ReviewScreen").calibration_wanted.emit()
    window.screen_of("CalibrateScreen").left.emit()
    window.screen_of("ReviewScreen").left.emit()
    window.screen_of("TodayScreen")


def test_from_the_desk_to_the_coaching_sheet_and_back(window: Window) -> None:
    window.house.desk = DeskInMemory(row(1))
    window.house.coaching.reps = (Coached("ada", "Ada"), Coached("eva", "Eva Example"))
    window.program._role = "trainer"
    with window.qtbot.waitSignal(window.program.opened):
        window.program.show()
    window.screen_of("ReviewScreen").coaching_wanted.emit("eva")
    coaching = window.screen_of("CoachScreen")
    window.qtbot.waitUntil(lambda: coaching.presenter.scene.chosen == 1)
    coaching.left.emit()
    window.screen_of("ReviewScreen")
    window.screen_of("ReviewScreen").coaching_wanted.emit("eva")
    tried = call(1)
    window.house.calls.calls = [tried]
    window.house.calls.find = lambda wanted: (tried,)  # type: ignore[method-assign]
    window.screen_of("CoachScreen").call_wanted.emit(tried.call)
    desk = window.screen_of("ReviewScreen")
    window.qtbot.waitUntil(lambda: desk.replay_scene.row is not None)
    assert desk.replay_scene.row.call == tried.call


def test_from_the_desk_to_its_figures_and_from_a_row_to_its_calls(window: Window) -> None:
    window.house.desk = DeskInMemory(row(1))
    window.open()
    window.press(Qt.Key.Key_F3)
    desk = window.screen_of("ReviewScreen")
    desk.find_calls("rep:eva")
    desk.setFocus()
    window.press(Qt.Key.Key_G, Qt.KeyboardModifier.ControlModifier)
    figures = window.screen_of("FiguresScreen")
    window.qtbot.waitUntil(lambda: figures.scene.figure is not None)
    assert figures.scene.line == "rep:eva"
    figures.view.table.setFocus()
    window.press(Qt.Key.Key_Return)
    desk = window.screen_of("ReviewScreen")
    window.qtbot.waitUntil(lambda: len(window.house.desk.searches) > 1)
    assert desk._presenter.find.scene.line.startswith("rep:eva from:2026-11-09 to:2026-11-15 outcome:")


def test_a_rep_is_told_of_new_reviews_and_opens_them(window: Window) -> None:
    draft = ReviewDraft(UUID(int=1), "trainer", "", Basis.RECORD_ONLY, ())
    window.house.reviews.send(draft, START)
    window.house.calls.reviewed_reps.add("rep")
    window.open()
    window.qtbot.waitUntil(lambda: window.today().fresh_reviews == 1)
    window.screen_of("TodayScreen")._view.calls.reviews_wanted.emit()
    window.screen_of("OwnScreen").coaching_wanted.emit()
    coaching = window.screen_of("CoachScreen")
    assert coaching.presenter.scene.own
    coaching.left.emit()
    window.screen_of("OwnScreen").left.emit()
    window.screen_of("TodayScreen")


def test_words_that_were_taken_are_told_on_the_start_screen(window: Window) -> None:
    window.house.proposals.kept = [
        Proposal(1, ProposalKind.OWN_WORDS, "small", "en", "opening.hello", "Hi there", 1, START, START)
    ]
    window.house.proposals.decide(1, Decision.ACCEPTED, "manager", START)
    window.open()
    window.qtbot.waitUntil(lambda: window.today().taken == ("Hi there",))


def test_what_calls_taught_reaches_the_call(window: Window) -> None:
    window.house.lessons.counts = (MetCount("opening", "", "reserved", "price", 40),)
    window.open()
    window.start_call()
    call = window.program.journey._call
    assert call is not None
    (price,) = call.prompt.likely
    assert price.share is not None


def test_a_call_from_name_to_outcome_by_keyboard_only(window: Window) -> None:
    window.open()
    window.start_call()
    journal = window.house.journal
    started = journal.events[0].what
    assert isinstance(started, CallStarted)
    assert (started.lead.name, started.rep.name, started.playbook) == ("Anna Dusk", "Rep Example", "small")
    window.press(Qt.Key.Key_Space)
    window.press(Qt.Key.Key_Q)
    window.press(Qt.Key.Key_1)
    window.press(Qt.Key.Key_1)
    window.press(Qt.Key.Key_D)
    window.press(Qt.Key.Key_F12)
    window.screen_of("OutcomeScreen")
    kinds = [event.kind for event in journal.events]
    for kind in ("line_done", "objection_raised", "objection_ended", "mood_tapped", "call_ended"):
        assert kind in kinds


def test_after_a_call_the_search_is_empty_for_the_next_customer(window: Window) -> None:
    window.open()
    window.start_call()
    today = window.program.journey._today._presenter
    assert today.scene.query == "anna"
    window.press(Qt.Key.Key_F12)
    window.screen_of("OutcomeScreen").finished.emit()
    window.screen_of("TodayScreen")
    assert (today.scene.query, today.scene.lead) == ("", None)


def test_saved_is_told_only_when_the_journal_says_so(window: Window) -> None:
    window.open()
    window.start_call()
    live = window.screen_of("LiveScreen")
    assert not live.presenter.scene.saved
    window.house.journal.acknowledge()
    window.qtbot.waitUntil(lambda: live.presenter.scene.saved)


def test_shapes_during_the_call_come_and_go(window: Window) -> None:
    window.open()
    window.start_call()
    size = window.frame.size()
    window.press(Qt.Key.Key_F11)
    window.qtbot.waitUntil(lambda: window.frame.width() < 500)
    window.press(Qt.Key.Key_F11)
    window.qtbot.waitUntil(lambda: window.frame.height() == STRIP_HEIGHT)
    window.press(Qt.Key.Key_F11)
    window.qtbot.waitUntil(lambda: window.frame.size() == size)


def test_hang_up_makes_the_window_whole_again(window: Window) -> None:
    window.open()
    window.start_call()
    size = window.frame.size()
    window.press(Qt.Key.Key_F11)
    window.press(Qt.Key.Key_F12)
    window.screen_of("OutcomeScreen")
    assert window.frame.size() == size


def test_a_call_that_was_cut_off_goes_on_at_its_line(window: Window) -> None:
    window.open()
    window.start_call()
    window.press(Qt.Key.Key_Space)
    journal, house = window.house.journal, window.house
    call_id = journal.events[0].call
    house.calls = CallsInMemory(
        call(1, CallStatus.LIVE, call=call_id, playbook="small", last_line="opening.time"),
        events={call_id: tuple(journal.events)},
    )
    house.calls.sources = journal.sources
    window.press(Qt.Key.Key_F12)
    window.program.journey._serve(house)
    window.program.journey._return_to_today()
    window.qtbot.waitUntil(lambda: bool(window.today().unfinished))
    window.press(Qt.Key.Key_F6)
    window.screen_of("LiveScreen")
    assert journal.events[-1].kind == "recovered"
    assert journal.events[-1].call == call_id


def test_a_number_blocked_since_the_call_was_cut_off_is_not_called_again(window: Window) -> None:
    window.open()
    window.start_call()
    journal, house = window.house.journal, window.house
    call_id = journal.events[0].call
    unfinished = call(1, CallStatus.LIVE, call=call_id, playbook="small", last_line="opening.hello")
    house.calls = CallsInMemory(unfinished, events={call_id: tuple(journal.events)})
    house.calls.sources = journal.sources
    house.leads.blocked.add("777 000 001")
    window.press(Qt.Key.Key_F12)
    window.program.journey._serve(house)
    window.program.journey._return_to_today()
    window.qtbot.waitUntil(lambda: bool(window.today().unfinished))
    window.press(Qt.Key.Key_F6)
    window.qtbot.waitUntil(lambda: "asked not to be called" in window.frame.banner.text())
    window.screen_of("TodayScreen")
    assert journal.events[-1].kind != "recovered"
    window.program.journey._finish(call_id)
    window.screen_of("OutcomeScreen")


def test_a_call_without_its_playbooks_text_is_told_in_words(window: Window) -> None:
    window.house.calls = CallsInMemory(call(1, CallStatus.LIVE))
    window.open()
    window.press(Qt.Key.Key_F6)
    window.qtbot.waitUntil(lambda: "cannot be opened again" in window.frame.banner.text())


def test_data_that_cannot_be_opened_are_told_and_tried_again(window: Window) -> None:
    window.problem = CannotOpen(Label("The database is newer.", "Databáze je novější."))
    window.program.show()
    window.qtbot.waitUntil(lambda: window.frame.banner.text() == "The database is newer.")
    assert any("could not be opened; the message at the top" in each for each in texts_in_sight(window.frame))
    assert not any("Opening your leads" in each for each in texts_in_sight(window.frame))
    window.program.preferences.change(language=Language.CS)
    window.qtbot.waitUntil(lambda: window.frame.banner.text() == "Databáze je novější.")
    window.program.preferences.change(language=Language.EN)
    window.problem = None
    with window.qtbot.waitSignal(window.program.journey.opened):
        window.frame.banner.action_chosen.emit()
    assert window.frame.banner.text() == ""


def test_data_that_cannot_be_opened_are_tried_again_from_the_start_screen_too(window: Window) -> None:
    window.problem = CannotOpen(Label("The database is newer.", "Databáze je novější."))
    window.program.show()
    window.qtbot.waitUntil(lambda: window.today().unopened)
    window.problem = None
    (again,) = [
        one
        for one in window.frame.findChildren(WhomColumn)[0].findChildren(KeyButton)
        if "Try again" in one.accessibleName()
    ]
    assert again.isVisible()
    with window.qtbot.waitSignal(window.program.journey.opened):
        again.click()
    assert not window.today().unopened
    assert not again.isVisible()


def test_another_database_set_after_one_that_cannot_be_opened_is_opened(window: Window) -> None:
    window.problem = CannotOpen(Label("The database is newer.", "Databáze je novější."))
    window.program.show()
    window.qtbot.waitUntil(lambda: window.today().unopened)
    window.problem = None
    with window.qtbot.waitSignal(window.program.journey.opened):
        window.program.preferences.change(database="other.db")
    window.qtbot.waitUntil(lambda: window.today().ready)
    assert window.built == 2


def test_a_bug_while_opening_leaves_no_promise_on_the_start_screen(window: Window) -> None:
    window.problem = ValueError("not foreseen")
    window.program.show()
    window.qtbot.waitUntil(lambda: window.today().unopened)
    window.qtbot.waitUntil(lambda: "went wrong" in window.frame.banner.text())
    assert not any("Opening your leads" in each for each in texts_in_sight(window.frame))


def test_trouble_is_a_quiet_banner_and_passes(window: Window) -> None:
    window.open()
    focus = QApplication.focusWidget()
    for listener in window.house.journal.listeners:
        listener.troubled(Trouble(TroubleKind.DISK_FULL, 2, spooled=True))
    window.qtbot.waitUntil(lambda: "disk is full" in window.frame.banner.text())
    assert QApplication.focusWidget() is focus
    window.program.preferences.change(language=Language.CS)
    window.qtbot.waitUntil(lambda: "Disk je plný" in window.frame.banner.text())
    window.program.preferences.change(language=Language.EN)
    for listener in window.house.journal.listeners:
        listener.recovered()
    window.qtbot.waitUntil(lambda: "saved again" in window.frame.banner.text())
    window.start_call()
    assert window.frame.banner.text() == ""


def test_our_own_mistake_is_reported_and_the_window_goes_on(window: Window) -> None:
    window.open()
    error = LookupError("a bug made for the test")
    window.program._bugs.report(LookupError, error, None)
    assert "went wrong" in window.frame.banner.text()
    report = window.house.home / "logs" / "callcue.log"
    assert "a bug made for the test" in report.read_text()
    window.start_call()


def test_settings_and_keys_open_and_close_by_key(window: Window) -> None:
    window.open()
    for key, name in ((Qt.Key.Key_F2, "SettingsScreen"), (Qt.Key.Key_F1, "KeySheet")):
        window.press(key)
        window.screen_of(name)
        window.press(Qt.Key.Key_Escape)
        window.screen_of("TodayScreen")


def test_place_and_size_are_remembered_and_everything_is_closed(
    window: Window, qtbot: QtBot, qapp: QApplication
) -> None:
    from app.settings import load

    window.open()
    window.frame.resize(700, 640)
    window.frame.close()
    assert window.house.closed == 1
    settings = load(window.house.home, {}).settings
    assert settings.window
    again = Window(qtbot, qapp, window.house.home, settings)
    assert again.frame.size() == window.frame.size()
    again.close()


def test_a_playbook_broken_while_the_window_is_open_still_serves(window: Window) -> None:
    window.open()
    path = window.house.library.folder / "small.yaml"
    path.write_bytes(PLAYBOOK.replace(b"stages:", b"stagez:"))
    window.screen_of("TodayScreen").refresh()
    window.qtbot.waitUntil(lambda: not window.today().playbooks[0].fresh)
    row = window.today().playbooks[0]
    assert row.usable
    assert {problem.place.file for problem in row.problems} == {"small.yaml"}
    window.start_call()


def test_unknown_call_id_opens_nothing(window: Window) -> None:
    window.open()
    window.program.journey._go_on(UUID(int=7))
    window.qtbot.waitUntil(lambda: "cannot be opened again" in window.frame.banner.text())
    assert window.house.journal.events == []


def test_a_new_rep_is_asked_for_a_name_and_then_searches(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path
) -> None:
    window = Window(qtbot, qapp, tmp_path, Settings(language=Language.EN, theme=Theme.LIGHT))
    window.open()
    window.write("Rep Example")
    window.press(Qt.Key.Key_Return)
    assert window.program.preferences.settings.rep_name == "Rep Example"
    window.start_call()
    started = window.house.journal.events[0].what
    assert isinstance(started, CallStarted)
    assert started.rep.name == "Rep Example"
    window.close()
    qapp.setStyleSheet("")


def test_a_standing_trouble_is_told_by_the_call_in_a_call_and_by_the_banner_elsewhere(window: Window) -> None:
    window.open()
    for listener in window.house.journal.listeners:
        listener.troubled(Trouble(TroubleKind.LOCKED, 1, spooled=True))
    window.qtbot.waitUntil(lambda: bool(window.frame.banner.text()))
    window.start_call()
    assert window.frame.banner.text() == ""
    assert window.screen_of("LiveScreen").presenter.scene.trouble is not None
    window.press(Qt.Key.Key_F12)
    window.screen_of("OutcomeScreen")
    assert "Another program" in window.frame.banner.text()


def test_steps_that_were_refused_are_told_once_and_not_in_the_next_call(window: Window) -> None:
    window.open()
    for listener in window.house.journal.listeners:
        listener.troubled(Trouble(TroubleKind.REFUSED, 1, spooled=True, folder="/data"))
    window.qtbot.waitUntil(lambda: "set aside in /data" in window.frame.banner.text())
    window.start_call()
    assert window.screen_of("LiveScreen").presenter.scene.trouble is None


def test_settings_that_could_not_be_read_are_told_when_the_lists_are_there(
    window: Window, qapp: QApplication
) -> None:
    words = Label("the settings cannot be read.", "nastavení nelze přečíst.")
    window.program._slips = (SettingsProblem("settings.json:1:18", words),)
    window.open()
    assert window.frame.banner.text() == "settings.json:1:18: the settings cannot be read."
