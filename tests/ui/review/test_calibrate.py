"""Calibration: blind marks of two trainers, then how far they agree, said honestly."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from uuid import uuid4

import pytest
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from app.call.people import RepCard
from app.call.reps import RepProfile
from app.playbook.model import Playbook
from app.playbook.source import SourceFile
from app.review.agreement import agreement
from app.review.calibrating import AnchorNote, Leaning, Split
from app.review.desk import Comment, GivenMark, Review, ReviewDraft, Search
from app.review.scorecard import CardUnreadable, read_card
from app.review.scoring import Basis, Mark
from app.settings import Settings
from app.ui.preferences import Preferences
from app.ui.review.agreement_row import AgreementRow
from app.ui.review.calibrate import CalibratePresenter, _agreements
from app.ui.review.calibrate_scene import CalibrateScene, CalibrateStage, CriterionAgreement
from app.ui.review.calibrate_screen import CalibrateScreen
from app.ui.review.called import Called
from app.ui.review.cards import FolderCards
from app.ui.review.draft_state import DraftState
from app.ui.review.loading import Card, DeskBooks
from app.ui.review.retelling import Sort
from app.ui.review.side_frame import PickList
from app.ui.widgets import KeyButton
from tests.fakes import START, FakeClock
from tests.ui.fakes import AtOnce, CallsInMemory, RepsInMemory, call
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
    small_playbook,
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


def test_blind_marks_that_are_not_kept_yet_come_back_with_the_session() -> None:
    room = Room()
    presenter, view = room.enter("ada")
    presenter.begin("November")
    assert view.score.sheet is not None
    name = view.score.sheet.rows[0].id
    presenter.score.choose_basis(Basis.HEARD)
    presenter.score.mark(name, 1)
    before = view.score.sheet
    presenter, view = room.enter("ada")
    presenter.pick(0)
    assert view.score.sheet == before
    assert view.score.draft is DraftState.KEPT
    other, theirs = room.enter("bob")
    other.pick(0)
    assert theirs.score.sheet is not None
    assert theirs.score.sheet.given == {}
    presenter.begin("December")
    assert view.score.sheet.given == {}
    presenter.pick(1)
    assert view.score.sheet == before
    presenter.start_anew()
    assert (view.score.sheet.given, view.score.sheet.basis) == ({}, Basis.RECORD_ONLY)
    assert room.books.drafts.draft("ada", room.call, room.sessions.kept[1].id) is None


def test_marks_are_kept_under_the_card_of_their_call() -> None:
    room = room_with(CardsByPlace("sales", "complaint"), 2)
    presenter, view = room.enter("ada")
    presenter.begin("November")
    (session,) = view.scene.sessions
    room.mark(presenter, 1)
    room.mark(presenter, 1)
    sent = {one.draft.call: one.draft.card_revision for _, one in room.sessions.sent}
    assert sent == {one: session.card_of(one) for one in session.calls}


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


def test_trainers_go_by_their_names_and_by_logins_only_where_names_are_alike() -> None:
    room, reps = Room(), RepsInMemory()
    for login, name in (("ada", "Ada Sample"), ("bob", "Bob Sample"), ("bob2", "Bob Sample"), ("cyd", "")):
        reps.keep(RepProfile(RepCard(login, name)))
    room.books = replace(room.books, reps=reps)
    presenter, view = room.enter("ada")
    presenter.begin("November")
    room.mark(presenter, 1)
    for login in ("bob", "cyd"):
        other, _ = room.enter(login)
        other.choose(0)
        room.mark(other, 0)
    presenter.open_up()
    everybody = {"Ada Sample", "Bob Sample (bob)", "cyd"}
    assert set(view.scene.progress) == set(view.scene.drift) == set(view.scene.rows[0].marks) == everybody
    first = view.scene.rows[0]
    presenter.note(first.card, first.criterion.id, 1, "Both parts.")
    assert view.scene.rows[0].notes[0].author == "Ada Sample"


def test_drift_tells_session_by_session_who_marks_higher_and_on_how_many_marks() -> None:
    room = Room()
    presenter, view = room.enter("ada")
    presenter.begin("November")
    room.mark(presenter, 1)
    other, _ = room.enter("bob")
    other.choose(0)
    room.mark(other, 0)
    presenter.open_up()
    (ada,), (bob,) = view.scene.drift["ada"], view.scene.drift["bob"]
    assert (ada.gap, bob.gap, bob.marks) == (1.0, -1.0, len(view.scene.rows))
    assert bob.too_few
    presenter.begin("December")
    room.mark(presenter, 1)
    again, _ = room.enter("bob")
    again.choose(0)
    room.mark(again, 1)
    presenter.open_up()
    assert [one.gap for one in view.scene.drift["ada"]] == [1.0, 0.0]


def test_a_note_stays_with_its_criterion() -> None:
    room = Room()
    presenter, view = room.enter("ada")
    presenter.begin("November")
    room.mark(presenter, 1)
    presenter.open_up()
    row = view.scene.rows[0]
    presenter.note(row.card, row.criterion.id, 1, "Half of them is a one.")
    assert [(one.words, one.anchor) for one in view.scene.rows[0].notes] == [("Half of them is a one.", 1)]
    assert view.scene.rows[1].notes == ()


def test_where_trainers_parted_is_counted_by_pairs_of_marks() -> None:
    room = Room()
    presenter, view = room.enter("ada")
    presenter.begin("November")
    room.mark(presenter, 2)
    for name, value in (("bob", 0), ("cyd", 0)):
        other, _ = room.enter(name)
        other.choose(0)
        room.mark(other, value)
    presenter.open_up()
    parted = {one.criterion.id: one.parted for one in view.scene.rows}
    assert parted["must_asks"] == (Split(0, 2, 2),)
    assert parted["record_fits"] == (Split(0, 1, 2),)


class CardsByPlace:
    """Another card for every second playbook that is asked for; none where told."""

    def __init__(self, *names: str) -> None:
        self.names = list(names)

    def card_for(self, playbook: Playbook) -> Card | None:
        name = self.names.pop(0)
        if not name:
            return None
        path = Path(f"playbooks/scorecards/{name}.yaml")
        file = SourceFile(f"scorecards/{name}.yaml", path.read_bytes())
        return Card(read_card(file), file)


def room_with(cards: CardsByPlace, size: int) -> Room:
    room = Room()
    lives = [recorded() for _ in range(size)]
    calls = CallsInMemory(
        *(call(number, call=live.events[0].call) for number, live in enumerate(lives)),
        events={live.events[0].call: live.events for live in lives},
    )
    calls.sources[TEXT.revision] = TEXT
    calls.find = lambda wanted: tuple(one for one in calls.calls if str(one.call) == wanted)  # type: ignore[method-assign]
    desk = DeskInMemory(*(row(number, call=live.events[0].call) for number, live in enumerate(lives)))
    room.books = replace(room.books, calls=calls, desk=desk, cards=cards)
    return room


def test_each_call_has_the_card_that_fits_it_and_others_are_left_out_in_words() -> None:
    room = room_with(CardsByPlace("sales", "", "complaint"), 3)
    presenter, view = room.enter("ada")
    presenter.begin("November")
    (session,) = view.scene.sessions
    assert (len(session.calls), view.scene.left_out) == (2, 1)
    first, second = (session.card_of(one) for one in session.calls)
    assert first != second
    assert not view.scene.none_fits


def test_marks_from_hearing_and_from_the_record_are_never_compared() -> None:
    room = Room()
    presenter, view = room.enter("ada")
    presenter.begin("November")
    presenter.score.choose_basis(Basis.HEARD)
    room.mark(presenter, 2)
    other, _ = room.enter("bob")
    other.choose(0)
    room.mark(other, 0)
    presenter.open_up()
    assert view.scene.whole is not None
    assert view.scene.whole.pairs == 0
    assert view.scene.drift == {}
    marks = {one.criterion.id: one.marks for one in view.scene.rows}
    assert marks["must_asks"] == {"ada": (2,), "bob": (0,)}


def test_without_a_queue_the_newest_calls_that_somebody_talked_in_are_taken() -> None:
    room = room_with(CardsByPlace("sales"), 2)
    short, long = room.books.desk.rows(Search(), 0, 2)
    room.books = replace(room.books, desk=DeskInMemory(replace(short, talk_ms=5_000), long))
    presenter, view = room.enter("ada")
    presenter.begin("November")
    assert view.scene.sessions[0].calls == (long.call,)


def test_when_no_card_fits_nothing_is_begun_and_it_is_said() -> None:
    room = room_with(CardsByPlace("", ""), 2)
    presenter, view = room.enter("ada")
    presenter.begin("November")
    assert (view.scene.sessions, view.scene.none_fits) == ((), True)


def test_agreement_keeps_criteria_of_two_cards_apart() -> None:
    sales = Path("playbooks/scorecards/sales.yaml").read_bytes()
    cards = {
        one.revision: one
        for one in (read_card(SourceFile("a", sales)), read_card(SourceFile("b", sales + b"# another\n")))
    }
    reviews = tuple(
        Review(
            uuid4(), START, ReviewDraft(of, who, card, Basis.HEARD, (GivenMark(Mark("must_asks", value)),))
        )
        for card, of, marks in zip(cards, (uuid4(), uuid4()), ((0, 2), (2, 2)), strict=True)
        for who, value in zip(("ada", "bob"), marks, strict=True)
    )
    whole, rows = _agreements(cards, reviews, (), Called({}))
    assert [one.found.raw for one in rows] == [0.0, 1.0]
    assert all(one.of_card is not None for one in rows)
    assert (whole.pairs, whole.raw) == (2, 0.5)


def test_the_playbook_says_which_card_it_is_judged_by(tmp_path: Path) -> None:
    folder = tmp_path / "scorecards"
    folder.mkdir()
    for name in ("sales", "complaint", "small"):
        card = "complaint" if name == "complaint" else "sales"
        text = Path(f"playbooks/scorecards/{card}.yaml").read_text(encoding="utf-8")
        (folder / f"{name}.yaml").write_text(f"# {name}\n{text}", encoding="utf-8")
    shelf, playbook = FolderCards(tmp_path), small_playbook()
    named = shelf.card_for(replace(playbook, scorecard="complaint"))
    assert named is not None
    assert named.scorecard.id == "complaint"
    own = shelf.card_for(playbook)
    assert own is not None
    assert own.file.path == "scorecards/small.yaml"
    assert shelf.card_for(replace(playbook, scorecard="gone")) is None
    (folder / "small.yaml").write_text("scorecard: 1\nid: small\n", encoding="utf-8")
    with pytest.raises(CardUnreadable, match=r"^scorecards/small\.yaml:1:1: "):
        shelf.card_for(playbook)


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


def test_the_screen_says_that_blind_marks_are_kept_and_lets_them_be_thrown_away(
    qtbot: QtBot, looks: QApplication, tmp_path: Path
) -> None:
    room = Room()
    screen = CalibrateScreen(Preferences(tmp_path, Settings(rep_name="Ada"), AtOnce()), AtOnce(), FakeClock())
    qtbot.addWidget(screen)
    screen.serve(room.books, room.sessions)
    screen.presenter.begin("November")
    assert "kept until you send it" not in words_in(screen.score)
    screen.presenter.score.mark("must_asks", 1)
    assert "kept until you send it" in words_in(screen.score)
    press(screen.score, "Start anew")
    assert "kept until you send it" not in words_in(screen.score)
    sheet = screen.presenter.score.scene.sheet
    assert sheet is not None
    assert sheet.given == {}


def test_what_came_of_a_session_has_the_room_of_the_call_that_is_not_shown(
    qtbot: QtBot, looks: QApplication, tmp_path: Path
) -> None:
    room = Room()
    screen = CalibrateScreen(Preferences(tmp_path, Settings(rep_name="Ada"), AtOnce()), AtOnce(), FakeClock())
    qtbot.addWidget(screen)
    screen.resize(1180, 760)
    with qtbot.waitExposed(screen):
        screen.show()
    screen.serve(room.books, room.sessions)
    screen.presenter.begin("November")
    QApplication.processEvents()
    narrow = screen.score.width()
    room.mark(screen.presenter, 1)
    screen.presenter.open_up()
    QApplication.processEvents()
    (listed,) = screen.findChildren(PickList)
    assert listed.width() < narrow
    assert screen.width() - listed.width() > 2 * narrow


def words_in(part: QWidget) -> str:
    """All words that are shown there."""
    return " ".join(one.text() for one in part.findChildren(QLabel) if not one.isHidden())


def press(part: QWidget, words: str) -> None:
    """Presses the button with these words."""
    (found,) = (one for one in part.findChildren(KeyButton) if one.words() == words)
    found.click()


def test_what_a_note_is_about_follows_where_trainers_parted_in_the_session_that_is_shown(
    qtbot: QtBot, looks: QApplication
) -> None:
    card = OneCard().card_for(small_playbook())
    assert card is not None
    criterion = card.scorecard.criterion("must_asks")
    assert criterion is not None
    found = agreement([])
    parted = CriterionAgreement("1", criterion, found, (Split(0, 2, 2),))
    row = AgreementRow()
    qtbot.addWidget(row)
    row.show_row(parted)
    assert row._anchor.currentData() == 0
    row._anchor.setCurrentIndex(0)
    row.show_row(replace(parted, notes=(AnchorNote("must_asks", "Both.", "ada", START, 0, "1"),)))
    assert row._anchor.currentData() is None, "a note leaves what was chosen as it is"
    row.show_row(replace(parted, parted=(Split(1, 2, 1),)))
    assert row._anchor.currentData() == 1
    row.show_row(replace(parted, parted=()))
    assert row._anchor.currentData() is None


@pytest.mark.parametrize(
    ("gap", "written"), [(-0.004, " 0.00 "), (0.0, " 0.00 "), (-0.2, " −0.20 "), (0.2, " +0.20 ")]
)
def test_no_leaning_has_no_sign(
    qtbot: QtBot, looks: QApplication, tmp_path: Path, gap: float, written: str
) -> None:
    screen = CalibrateScreen(Preferences(tmp_path, Settings(rep_name="Ada"), AtOnce()), AtOnce(), FakeClock())
    qtbot.addWidget(screen)
    assert written in screen._leaning(Leaning(START, gap, 40))
