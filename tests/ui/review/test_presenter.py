"""The desk as a whole: opening, replaying, scoring, sending, and the queue that follows."""

from __future__ import annotations

from dataclasses import replace
from uuid import UUID

from app.call.people import RepCard
from app.review.desk import DeskRow, Dispute, GivenFail, ReviewDraft, Ruling, Search, SearchStopped
from app.review.sampling import Candidate, Risk
from app.review.scoring import Basis
from app.ui.review.loading import DeskBooks
from app.ui.review.presenter import DeskPresenter
from app.ui.review.replay_scene import Gap
from app.ui.review.retelling import Sort
from app.ui.review.score_scene import SendState
from app.ui.review.sheet import Missing
from tests.fakes import START, FakeClock
from tests.ui.fakes import AtOnce, CallsInMemory, Later, call
from tests.ui.review.fakes import (
    TEXT,
    BrokenCard,
    CoachingInMemory,
    DeskInMemory,
    DraftsInMemory,
    OneCard,
    ReviewsInMemory,
    ViewInMemory,
    recorded,
    row,
)

TRAINER = RepCard("trainer", "Trainer Example")
SAID = {"strength": "Calm", "situation": "Price", "behaviour": "Answered at once", "effect": "Closed up"}


class Desk:
    """A desk with two calls."""

    def __init__(self, runner: AtOnce | Later | None = None) -> None:
        self.view, self.reviews, self.drafts = ViewInMemory(), ReviewsInMemory(), DraftsInMemory()
        self.live = recorded()
        self.first = row(1, call=self.live.events[0].call)
        self.second = row(2)
        self.desk = DeskInMemory(self.first, self.second)
        calls = CallsInMemory(call(2), events={self.first.call: self.live.events})
        calls.sources[TEXT.revision] = TEXT
        self.calls = calls
        self.presenter = DeskPresenter(self.view, runner or AtOnce(), FakeClock(), person=TRAINER, lang="en")
        self.books = DeskBooks(calls, self.desk, self.reviews, OneCard(), self.drafts, CoachingInMemory())
        self.presenter.serve(self.books)

    def open(self, which: DeskRow | None = None) -> None:
        self.presenter.open(which or self.first)

    def fill(self) -> None:
        sheet = self.view.score.sheet
        assert sheet is not None
        for one in sheet.rows:
            if one.id not in sheet.given:
                self.presenter.score.mark(one.id, one.scale.top)
        for part, words in SAID.items():
            self.presenter.score.say(part, words)
        for one in sheet.rows:
            self.presenter.score.name_cause(one.id, "habit")


def test_opening_replays_scores_and_notes_who_looked() -> None:
    desk = Desk()
    desk.open()
    assert desk.view.replay.gap is Gap.NONE
    assert desk.view.replay.version == "3"
    assert desk.view.score.sheet is not None
    assert [one.person for one in desk.view.replay.openings] == ["trainer"]


def test_a_scorecard_that_cannot_be_used_is_told_with_its_place() -> None:
    desk = Desk()
    desk.presenter.serve(replace(desk.books, cards=BrokenCard()))
    desk.open()
    assert desk.view.score.sheet is None
    fault = desk.view.score.card_fault
    assert fault is not None
    assert fault.en.startswith("scorecards/sales.yaml:1:1: ")
    assert fault.cs.startswith("scorecards/sales.yaml:1:1: ")
    desk.presenter.serve(desk.books)
    desk.open()
    assert desk.view.score.card_fault is None
    assert desk.view.score.sheet is not None


def test_a_call_whose_text_is_gone_says_so() -> None:
    desk = Desk()
    desk.calls.sources.clear()
    desk.open()
    assert desk.view.replay.gap is Gap.TEXT_MISSING
    assert desk.view.score.sheet is None


def test_a_call_opened_meanwhile_wins() -> None:
    later = Later()
    desk = Desk(later)
    while later.waiting:
        later.work()
    desk.open()
    desk.open(desk.second)
    while later.waiting:
        later.work()
    assert desk.view.replay.row == desk.second
    assert desk.view.replay.gap is Gap.NO_RECORD


def test_keys_walk_moments_objections_and_flags() -> None:
    desk = Desk()
    desk.open()
    replay = desk.presenter.replay
    replay.next_objection()
    assert desk.view.replay.moments[desk.view.replay.chosen].sort is Sort.OBJECTION
    assert desk.view.replay.prompt is not None
    assert desk.view.replay.prompt.objection is not None
    replay.next_objection()
    assert desk.view.replay.moments[desk.view.replay.chosen].sort is Sort.OBJECTION
    replay.move(-1)
    assert desk.view.replay.moments[desk.view.replay.chosen].sort is not Sort.OBJECTION
    replay.next_flag()
    assert desk.view.replay.moments[desk.view.replay.chosen].sort is Sort.FLAG


def test_every_step_lists_plain_lines_too() -> None:
    desk = Desk()
    desk.open()
    few = len(desk.view.replay.moments)
    desk.presenter.replay.show_every_step(every=True)
    assert any(one.sort is Sort.LINE for one in desk.view.replay.moments)
    assert len(desk.view.replay.moments) > few


def test_a_comment_is_pinned_to_the_moment_looked_at() -> None:
    desk = Desk()
    desk.open()
    desk.presenter.replay.next_objection()
    seq = desk.presenter.replay.seq
    desk.presenter.comment("  Ask first.  ")
    assert [(one.words, one.seq) for one in desk.reviews.said] == [("Ask first.", seq)]
    comments = [one for one in desk.view.replay.moments if one.sort is Sort.COMMENT]
    assert [(one.detail, one.strong) for one in comments] == [("Ask first.", "Trainer Example")]


def test_a_proof_leads_to_its_event() -> None:
    desk = Desk()
    desk.open()
    desk.presenter.score.show_proof("objections_checked")
    sheet = desk.view.score.sheet
    assert sheet is not None
    proof = next(one for name, one in sheet.proofs.items() if sheet.card.criterion(name) and one.events)
    desk.presenter.score.show_proof(proof.mark.criterion)
    assert desk.presenter.replay.seq in proof.events


def test_an_unfinished_review_is_not_sent_and_points_at_what_is_missing() -> None:
    desk = Desk()
    desk.open()
    desk.presenter.send()
    assert desk.reviews.sent == []
    assert desk.view.score.tried
    assert desk.view.pointed[0].what in (Missing.MARK, Missing.CAUSE)


def test_a_review_is_sent_with_its_card_and_basis() -> None:
    desk = Desk()
    desk.open()
    desk.fill()
    desk.presenter.send()
    (sent,) = desk.reviews.sent
    assert (sent.draft.reviewer, sent.draft.basis, sent.draft.call) == (
        "trainer",
        Basis.RECORD_ONLY,
        desk.first.call,
    )
    assert sent.draft.card_revision in desk.reviews.cards
    assert sent.draft.feedback.strength == "Calm"
    assert desk.view.score.state is SendState.SENT


def test_a_full_disk_loses_nothing_of_the_review() -> None:
    desk = Desk()
    desk.open()
    desk.fill()
    desk.reviews.broken = True
    desk.presenter.send()
    assert desk.view.score.state is SendState.NOT_KEPT
    desk.reviews.broken = False
    desk.presenter.send()
    assert len(desk.reviews.sent) == 1


def disputed(desk: Desk) -> str:
    """Has a review of the open call whose first mark the rep disputes; gives the criterion."""
    desk.fill()
    desk.presenter.send()
    review = desk.reviews.sent[0]
    criterion = review.draft.marks[0].mark.criterion
    desk.reviews.dispute(Dispute(review.id, criterion, "I did ask.", "eva", START))
    desk.open()
    return criterion


def test_a_disputed_mark_waits_and_is_kept_with_an_answer() -> None:
    desk = Desk()
    desk.open()
    criterion = disputed(desk)
    (waiting,) = desk.view.score.waiting
    assert waiting.words == "I did ask."
    assert waiting.marks is not None
    trainer, rep = waiting.marks
    assert trainer is not None
    assert (trainer.mark.criterion, rep) == (criterion, None)
    desk.presenter.rule(waiting.id, Ruling.KEPT, "Not in the record.")
    assert desk.view.score.waiting == ()
    assert desk.reviews.answers[0].answer == "Not in the record."
    assert desk.reviews.corrected == []


def test_a_disputed_mark_is_changed_to_the_one_on_the_sheet() -> None:
    desk = Desk()
    desk.open()
    criterion = disputed(desk)
    desk.presenter.score.mark(criterion, 2)
    desk.presenter.rule(desk.view.score.waiting[0].id, Ruling.CHANGED, "You are right.")
    ((_, changed),) = desk.reviews.corrected
    assert (changed.mark.criterion, changed.mark.value, changed.words) == (criterion, 2, "You are right.")


def test_a_reopened_dispute_waits_with_what_was_said_before() -> None:
    desk = Desk()
    desk.open()
    criterion = disputed(desk)
    desk.presenter.rule(desk.view.score.waiting[0].id, Ruling.KEPT, "Not in the record.")
    review = desk.reviews.sent[0].id
    desk.reviews.dispute(Dispute(review, criterion, "It is in the note.", "eva", START, reopens=1))
    desk.open()
    (waiting,) = desk.view.score.waiting
    assert waiting.words == "I did ask. → Not in the record.\nIt is in the note."


def test_changing_a_mark_that_needs_hearing_asks_for_it_on_the_sheet_of_a_call_that_was_heard() -> None:
    desk = Desk()
    desk.open()
    disputed(desk)
    sheet = desk.view.score.sheet
    assert sheet is not None
    heard = next(one.id for one in sheet.card.criteria if one.needs_hearing)
    desk.reviews.answers.clear()
    desk.reviews.dispute(Dispute(desk.reviews.sent[0].id, heard, "I did.", "eva", START))
    desk.open()
    desk.presenter.score.choose_basis(Basis.RECORD_ONLY)
    desk.presenter.rule(desk.view.score.waiting[0].id, Ruling.CHANGED, "You are right.")
    assert desk.reviews.corrected == []
    assert desk.view.score.sheet is not None
    assert heard in {one.id for one in desk.view.score.sheet.rows}
    assert desk.view.pointed[-1].of == heard


def test_a_broken_rule_waits_for_a_second_reader_who_is_somebody_else() -> None:
    desk = Desk()
    desk.open()
    sheet = desk.view.score.sheet
    assert sheet is not None
    draft = ReviewDraft(
        desk.first.call,
        "another",
        sheet.card.revision,
        Basis.HEARD,
        (),
        (GivenFail("false_claim", "Free for ever.", 3, id=5),),
    )
    desk.reviews.send(draft, START)
    desk.open()
    (waiting,) = desk.view.score.waiting
    assert (waiting.fail, waiting.words) == (True, "Free for ever.")
    desk.presenter.read_fail(waiting.id, True, "It was said.")
    assert desk.reviews.second == [(5, True)]
    own = replace(draft, reviewer="trainer")
    desk.reviews.sent.clear()
    desk.reviews.send(own, START)
    desk.open()
    assert desk.view.score.waiting == ()


def test_a_queue_that_was_stopped_while_it_was_drawn_is_no_error() -> None:
    desk = Desk()

    def stopped(search: Search, limit: int) -> tuple[Candidate, ...]:
        raise SearchStopped

    desk.desk.candidates = stopped  # type: ignore[method-assign]
    desk.presenter.draw(seed=7)
    assert desk.view.score.queue is None


def test_the_same_seed_draws_the_same_queue_and_sending_opens_the_next() -> None:
    desk = Desk()
    desk.desk.candidates_kept = tuple(
        Candidate(str(one.call), one.rep, frozenset({Risk.ANGRY})) for one in (desk.first, desk.second)
    )
    desk.calls.calls = [call(1, call=desk.first.call), call(2)]
    desk.calls.find = lambda wanted: tuple(  # type: ignore[method-assign]
        one for one in desk.calls.calls if one.call == UUID(wanted)
    )
    desk.presenter.draw(seed=7)
    drawn = desk.view.score.queue
    assert drawn is not None
    assert drawn.seed == 7
    assert desk.view.score.left == 2
    desk.open()
    desk.fill()
    desk.presenter.send()
    assert desk.view.score.left == 1
    assert desk.view.replay.row is not None
    assert desk.view.replay.row.call == desk.second.call
    desk.presenter.draw(seed=7)
    assert desk.view.score.queue == drawn
