"""A rep's own reviews: marks stay hidden until the rep has rated the call, and each can be answered."""

from __future__ import annotations

from dataclasses import replace

from app.call.people import RepCard
from app.review.desk import Comment, Feedback, GivenFail, GivenMark, ReviewDraft, Ruling
from app.review.fresh import fresh_reviews
from app.review.scorecard import read_card
from app.review.scoring import Basis, Mark
from app.ui.review.loading import DeskBooks
from app.ui.review.own import OwnPresenter
from app.ui.review.own_scene import OwnScene, OwnStage
from app.ui.review.retelling import Sort
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
        self.view, self.reviews = OwnSide(), ReviewsInMemory()
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
            calls, DeskInMemory(), self.reviews, OneCard(), DraftsInMemory(), CoachingInMemory()
        )
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
    newer = replace(given, mark=replace(given.mark, value=1), version=2)
    side.reviews.corrected = [(review.id, given), (review.id, newer)]
    draft = replace(review.draft, marks=(newer, *review.draft.marks[1:]))
    side.reviews.sent[0] = replace(review, draft=draft)
    side.presenter.serve(side.books)
    side.presenter.open(0)
    pair = side.view.own.pairs[0]
    assert pair.given.mark.value == 1
    assert [one.mark.value for one in pair.earlier] == [0]
    assert side.view.own.pairs[1].earlier == ()


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
