"""What is not sent yet is kept at every change, comes back with the call, and goes when it is sent."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex

from app.review.scoring import Basis
from app.ui.background import Lasting
from app.ui.review.call_table import CallTableModel
from app.ui.review.draft_state import DraftState
from tests.fakes import FakeClock
from tests.ui.fakes import Later
from tests.ui.review.fakes import row
from tests.ui.review.test_presenter import TRAINER, Desk


def a_mark(desk: Desk) -> str:
    """Marks the first criterion that nothing proves; its name."""
    sheet = desk.view.score.sheet
    assert sheet is not None
    name = next(one.id for one in sheet.rows if one.id not in sheet.proofs)
    desk.presenter.score.mark(name, 0)
    return name


def test_marks_words_and_a_comment_come_back_after_another_call() -> None:
    desk = Desk()
    desk.open()
    desk.presenter.score.choose_basis(Basis.HEARD)
    name = a_mark(desk)
    desk.presenter.score.say("strength", "Calm")
    desk.presenter.score.count_by("rule:dated_step", "A dated step")
    desk.presenter.drafts.type_comment("Listen to")
    before = desk.view.score.sheet
    assert desk.view.drafts == {desk.first.call}
    assert desk.view.score.draft is DraftState.KEPT
    desk.open(desk.second)
    assert desk.view.typed == ""
    assert desk.view.score.others == 1
    desk.presenter.open_draft()
    desk.open()
    sheet = desk.view.score.sheet
    assert sheet is not None
    assert sheet == before
    assert (sheet.given[name].mark.value, sheet.basis) == (0, Basis.HEARD)
    assert (sheet.feedback.strength, sheet.feedback.plan) == ("Calm", "A dated step")
    assert desk.view.typed == "Listen to"
    assert desk.view.score.draft is DraftState.KEPT


def test_looking_alone_leaves_no_draft_and_taking_all_back_drops_it() -> None:
    desk = Desk()
    desk.open()
    assert desk.drafts.kept == {}
    name = a_mark(desk)
    assert len(desk.drafts.kept) == 1
    desk.presenter.score.mark(name, 0)
    assert desk.drafts.kept == {}
    assert (desk.view.drafts, desk.view.score.draft) == (frozenset(), DraftState.NONE)


def test_a_draft_can_be_thrown_away() -> None:
    desk = Desk()
    desk.open()
    name = a_mark(desk)
    desk.presenter.start_anew()
    assert desk.drafts.kept == {}
    assert desk.view.score.sheet is not None
    assert name not in desk.view.score.sheet.given


def test_sending_ends_the_draft_but_not_a_comment_under_way() -> None:
    desk = Desk()
    desk.open()
    desk.fill()
    desk.presenter.send()
    assert desk.view.drafts == frozenset()
    other = Desk()
    other.open()
    other.fill()
    other.presenter.drafts.type_comment("Listen to")
    other.presenter.send()
    (unsent,) = other.drafts.kept.values()
    assert unsent.comment == "Listen to"
    assert unsent.review.feedback.strength == ""


def test_a_pinned_comment_is_no_draft() -> None:
    desk = Desk()
    desk.open()
    desk.presenter.drafts.type_comment("Listen to this.")
    assert len(desk.drafts.kept) == 1
    desk.presenter.comment("Listen to this.")
    assert desk.drafts.kept == {}


def test_a_database_that_is_held_is_said_and_the_next_change_is_kept() -> None:
    desk = Desk()
    desk.open()
    desk.drafts.broken = True
    a_mark(desk)
    seen = [desk.view.score.draft]
    desk.drafts.broken = False
    desk.presenter.score.say("strength", "Calm")
    seen.append(desk.view.score.draft)
    assert seen == [DraftState.NOT_KEPT, DraftState.KEPT]


def test_quick_changes_are_written_once_the_newest_and_even_when_the_window_closes() -> None:
    runner = Later()
    desk = Desk(runner)
    while runner.waiting:
        runner.work()
    desk.open()
    while runner.waiting:
        runner.work()
    for words in ("C", "Ca", "Calm"):
        desk.presenter.score.say("strength", words)
    assert len(runner.waiting) == 1
    runner.work()
    (unsent,) = desk.drafts.kept.values()
    assert unsent.review.feedback.strength == "Calm"
    assert unsent.review.reviewer == TRAINER.rep_id


def test_the_list_calls_a_draft_a_draft() -> None:
    known = row(1, score=70.0)

    class Source:
        def row(self, place: int) -> object:
            return known

    model = CallTableModel(Source(), FakeClock())  # type: ignore[arg-type]
    model.renew(1)
    assert model.index(0, 3, QModelIndex()).data() == "70"
    model.mark_drafts(frozenset({known.call}))
    assert model.index(0, 3, QModelIndex()).data() == "draft"


def test_lasting_work_is_work() -> None:
    assert Lasting(lambda: 3)() == 3
