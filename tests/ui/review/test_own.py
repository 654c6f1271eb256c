"""A rep's own reviews: marks stay hidden until the rep has rated the call, and each can be answered."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from uuid import uuid4

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QSplitter
from pytestqt.qtbot import QtBot

from app.call.people import RepCard
from app.review.desk import Comment, Feedback, GivenFail, GivenMark, ReviewDraft, Ruling
from app.review.fresh import fresh_reviews
from app.review.mark_history import StepKind
from app.review.scorecard import read_card
from app.review.scoring import Basis, Mark
from app.settings import Settings
from app.ui.preferences import Preferences
from app.ui.review.criterion_row import CriterionRow
from app.ui.review.draft_state import DraftState
from app.ui.review.loading import DeskBooks
from app.ui.review.own import OwnPresenter
from app.ui.review.own_panel import OwnPanel
from app.ui.review.own_scene import MarkPair, OwnScene, OwnStage
from app.ui.review.own_screen import OwnScreen
from app.ui.review.retelling import Sort
from app.ui.review.side_frame import PickList
from app.ui.widgets import RowButton
from tests.fakes import START, FakeClock
from tests.ui.fakes import AtOnce, CallsInMemory, call
from tests.ui.review.fakes import (
    TEXT,
    CoachingInMemory,
    DeskInMemory,
    DraftsInMemory,
    OneCard,
    ReviewsInMemory,
    ViewInMemory,
    recorded,
    small_playbook,
)
from tests.ui.review.test_calibrate import press, words_in

REP = RepCard("eva", "Eva Example")


class OwnSide(ViewInMemory):
    """The rep's screen: remembers what it was told."""

    def __init__(self) -> None:
        super().__init__()
        self.own = OwnScene()

    def show_own(self, scene: OwnScene) -> None:
        self.own = scene


class Side:
    """A rep with one review of one call."""

    def __init__(self) -> None:
        self.view, self.reviews, self.drafts = OwnSide(), ReviewsInMemory(), DraftsInMemory()
        live = recorded()
        self.call = live.events[0].call
        card = OneCard().card_for(small_playbook())
        assert card is not None
        self.reviews.pin_card(card.file)
        marks = tuple(
            GivenMark(Mark(one.id, 0), "habit", seq=live.events[-1].seq)
            for one in read_card(card.file).criteria
            if not one.needs_hearing
        )
        draft = ReviewDraft(
            self.call, "trainer", card.scorecard.revision, Basis.RECORD_ONLY, marks,
            feedback=Feedback("Calm"), score=12.0,
        )  # fmt: skip
        self.reviews.send(draft, START)
        self.reviews.comment(Comment(self.call, "trainer", "Hm.", START, 3))
        calls = CallsInMemory(call(1, call=self.call), events={self.call: live.events})
        calls.sources[TEXT.revision] = TEXT
        calls.find = lambda wanted: tuple(calls.calls)  # type: ignore[method-assign]
        self.presenter = OwnPresenter(self.view, AtOnce(), FakeClock(), person=REP, lang="en")
        self.books = DeskBooks(
            calls, DeskInMemory(), self.reviews, OneCard(), self.drafts, CoachingInMemory()
        )
        self.presenter.serve(self.books)
        self.presenter.open(0)

    def come_back(self) -> None:
        """Another window on the same books."""
        self.view = OwnSide()
        self.presenter = OwnPresenter(self.view, AtOnce(), FakeClock(), person=REP, lang="en")
        self.presenter.serve(self.books)
        self.presenter.open(0)

    def rate(self) -> None:
        sheet = self.view.score.sheet
        assert sheet is not None
        for one in sheet.rows:
            self.presenter.score.mark(one.id, one.scale.top)
        self.presenter.send()


def test_before_the_own_rating_no_mark_no_score_and_no_comment_is_seen() -> None:
    side = Side()
    assert side.view.own.stage is OwnStage.RATE
    assert side.view.own.pairs == ()
    assert side.view.score.sheet is not None
    assert side.view.score.sheet.given == {}
    assert not [one for one in side.view.replay.moments if one.sort is Sort.COMMENT]
    assert fresh_reviews(side.reviews, "eva") == (1, 1)


def test_an_unfinished_own_rating_is_not_sent() -> None:
    side = Side()
    side.presenter.send()
    assert side.view.own.stage is OwnStage.RATE
    assert side.view.pointed


def test_after_the_own_rating_both_marks_stand_side_by_side() -> None:
    side = Side()
    side.rate()
    assert side.view.own.stage is OwnStage.READ
    pairs = side.view.own.pairs
    assert pairs
    assert {one.given.mark.value for one in pairs} == {0}
    assert all(one.own is not None and one.own.mark.value == one.criterion.scale.top for one in pairs)
    assert [one for one in side.view.replay.moments if one.sort is Sort.COMMENT]
    assert fresh_reviews(side.reviews, "eva") == (1, 0)
    own = side.reviews.sent[-1].draft
    assert (own.own, own.reviewer) == (True, "eva")


def test_a_mark_is_answered_once_and_reopened_only_after_a_ruling() -> None:
    side = Side()
    side.rate()
    criterion = side.view.own.pairs[0].criterion.id
    side.presenter.dispute(criterion, "I did ask.")
    side.presenter.dispute(criterion, "I did ask!")
    assert [one.words for one in side.view.own.pairs[0].disputes] == ["I did ask."]
    side.reviews.decide(1, Ruling.KEPT, "Not in the record.", "trainer", START)
    side.presenter.open(0)
    side.presenter.dispute(criterion, "See the note at 0:40.")
    last = side.view.own.pairs[0].disputes[-1]
    assert (last.words, last.reopens) == ("See the note at 0:40.", 1)


def test_a_mark_leads_to_its_moment() -> None:
    side = Side()
    side.rate()
    pair = side.view.own.pairs[0]
    side.presenter.show_moment(pair.criterion.id)
    assert side.presenter.replay.seq == pair.given.seq


def test_a_corrected_mark_shows_what_it_was_before() -> None:
    side = Side()
    side.rate()
    given = side.view.own.pairs[0].given
    review = side.reviews.sent[0]
    newer = replace(given, mark=replace(given.mark, value=1), version=2, at=START + timedelta(days=1))
    side.reviews.corrected = [(review.id, given), (review.id, newer)]
    draft = replace(review.draft, marks=(newer, *review.draft.marks[1:]))
    side.reviews.sent[0] = replace(review, draft=draft)
    side.presenter.serve(side.books)
    side.presenter.open(0)
    pair = side.view.own.pairs[0]
    assert pair.given.mark.value == 1
    assert kinds(pair) == [StepKind.GIVEN, StepKind.OWN, StepKind.CORRECTED]
    assert kinds(side.view.own.pairs[1]) == [StepKind.GIVEN, StepKind.OWN]


def kinds(pair: MarkPair) -> list[StepKind]:
    """What happened to a mark."""
    assert pair.history is not None
    return [one.kind for one in pair.history.steps]


def test_a_broken_rule_is_shown_with_what_the_second_reader_found_once_the_rep_has_rated() -> None:
    side = Side()
    review = side.reviews.sent[0]
    fail = GivenFail("insult", "Just sign it.", 3, 1)
    side.reviews.sent[0] = replace(review, draft=replace(review.draft, fails=(fail,)))
    side.presenter.serve(side.books)
    side.presenter.open(0)
    assert not list(side.view.own.broken)
    side.rate()
    (broken,) = side.view.own.broken
    assert (broken.rule.en, broken.fail) == ("An insult or a threat", fail)


def test_own_marks_that_are_not_sent_come_back_in_another_window_and_the_trainers_stay_hidden() -> None:
    side = Side()
    assert side.view.score.sheet is not None
    first, second = side.view.score.sheet.rows[:2]
    side.presenter.score.mark(first.id, 1)
    side.presenter.score.give_na_reason(second.id, "no_objection")
    before = side.view.score.sheet
    assert side.view.score.draft is DraftState.KEPT
    side.come_back()
    assert side.view.own.stage is OwnStage.RATE
    assert side.view.score.sheet == before
    assert side.view.score.draft is DraftState.KEPT
    assert not list(side.view.own.pairs)


def test_an_own_draft_is_of_one_review_alone_and_can_be_thrown_away() -> None:
    side = Side()
    other = replace(side.reviews.sent[0], id=uuid4())
    side.reviews.sent.append(other)
    side.come_back()
    assert side.view.score.sheet is not None
    name = side.view.score.sheet.rows[0].id
    side.presenter.score.mark(name, 1)
    side.presenter.open(1)
    assert side.view.score.sheet.given == {}
    assert side.view.score.draft is DraftState.NONE
    side.presenter.open(0)
    assert set(side.view.score.sheet.given) == {name}
    side.presenter.start_anew()
    assert (side.view.score.sheet.given, side.view.score.draft) == ({}, DraftState.NONE)
    assert side.drafts.beside == {}


def test_taking_every_own_mark_back_leaves_no_draft() -> None:
    side = Side()
    assert side.view.score.sheet is not None
    name = side.view.score.sheet.rows[0].id
    side.presenter.score.mark(name, 1)
    assert side.drafts.beside
    side.presenter.score.mark(name, 1)
    assert side.drafts.beside == {}


def test_own_marks_that_cannot_be_kept_now_are_said_to_be_there_still() -> None:
    side = Side()
    assert side.view.score.sheet is not None
    first, second = side.view.score.sheet.rows[:2]
    side.drafts.broken = True
    side.presenter.score.mark(first.id, 1)
    seen = [side.view.score.draft]
    side.drafts.broken = False
    side.presenter.score.mark(second.id, 1)
    seen.append(side.view.score.draft)
    assert seen == [DraftState.NOT_KEPT, DraftState.KEPT]
    side.come_back()
    assert set(side.view.score.sheet.given) == {first.id, second.id}


def test_the_reps_screen_says_that_own_marks_are_kept_and_lets_them_be_thrown_away(
    qtbot: QtBot, looks: QApplication, tmp_path: Path
) -> None:
    side = Side()
    preferences = Preferences(tmp_path, Settings(rep_name=REP.name, rep_id=REP.rep_id), AtOnce())
    screen = OwnScreen(preferences, AtOnce(), FakeClock())
    qtbot.addWidget(screen)
    screen.serve(side.books)
    screen.findChildren(PickList)[0].picked.emit(0)
    screen.score.marked.emit("must_asks", 1)
    assert side.drafts.beside
    assert "kept until you send it" in words_in(screen.score)
    press(screen.score, "Start anew")
    assert side.drafts.beside == {}
    assert "kept until you send it" not in words_in(screen.score)


@pytest.mark.parametrize("percent", [100, 150])
def test_the_call_keeps_its_share_of_a_narrow_window_until_somebody_moves_the_border(
    percent: int, qtbot: QtBot, looks: QApplication, tmp_path: Path
) -> None:
    settings = Settings(rep_name=REP.name, rep_id=REP.rep_id, text_percent=percent)
    screen = OwnScreen(Preferences(tmp_path, settings, AtOnce()), AtOnce(), FakeClock())
    qtbot.addWidget(screen)
    screen.resize(1180, 760)
    with qtbot.waitExposed(screen):
        screen.show()
    screen.serve(Side().books)
    screen.findChildren(PickList)[0].picked.emit(0)
    QApplication.processEvents()
    assert screen.replay.width() >= 0.4 * screen.width()
    assert screen.score.width() > 200
    (columns,) = screen.findChildren(QSplitter)
    columns.setSizes([200, 300, 680])
    columns.splitterMoved.emit(500, 2)
    before = columns.sizes()
    screen.resize(1200, 760)
    QApplication.processEvents()
    assert columns.sizes()[2] == before[2]


def test_reviews_are_opened_and_answered_by_keys_alone(
    qtbot: QtBot, looks: QApplication, tmp_path: Path
) -> None:
    side = Side()
    side.reviews.sent.append(replace(side.reviews.sent[0], id=uuid4()))
    settings = Settings(rep_name=REP.name, rep_id=REP.rep_id)
    screen = OwnScreen(Preferences(tmp_path, settings, AtOnce()), AtOnce(), FakeClock())
    qtbot.addWidget(screen)
    with qtbot.waitExposed(screen):
        screen.show()
    screen.serve(side.books)
    screen.setFocus()
    rows = screen.findChildren(RowButton)

    def press_key(key: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        QTest.keyClick(screen.focusWidget(), key, held)

    def chosen() -> list[bool]:
        return [one.accessibleDescription() != "" for one in rows]

    press_key(Qt.Key.Key_J)
    press_key(Qt.Key.Key_Down)
    assert chosen() == [False, True]
    press_key(Qt.Key.Key_K)
    assert chosen() == [True, False]
    rows[1].setFocus()
    press_key(Qt.Key.Key_Return)
    assert chosen() == [False, True]
    press_key(Qt.Key.Key_M)
    for _ in [one for one in screen.findChildren(CriterionRow) if one.isVisible()]:
        press_key(Qt.Key.Key_1)
    press_key(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert side.reviews.sent[-1].draft.own
    assert screen.hasFocus(), "the keys stay with the screen once the sheet has gone"
    press_key(Qt.Key.Key_M)
    QTest.keyClicks(screen.focusWidget(), "I did ask.")
    press_key(Qt.Key.Key_Return)
    assert [one.words for one in side.reviews.answers] == ["I did ask."]


def test_where_no_review_is_picked_the_words_stand_at_the_top(
    qtbot: QtBot, looks: QApplication, tmp_path: Path
) -> None:
    panel = OwnPanel()
    qtbot.addWidget(panel)
    panel.resize(500, 800)
    panel.show_scene(OwnScene())
    with qtbot.waitExposed(panel):
        panel.show()
    assert (
        max(one.geometry().bottom() for one in panel.findChildren(QLabel) if one.isVisible() and one.text())
        < 200
    )
