"""The start screen's conduct: finding, typing somebody new, refusing in words, handing over."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from uuid import UUID

import pytest

from app.call.ports import CallStatus
from app.review.desk import ReviewDraft
from app.review.scoring import Basis
from app.ui.plan import CallPlan
from app.ui.today.desk import Books
from app.ui.today.ports import Offer
from app.ui.today.presenter import TodayPresenter
from app.ui.today.scene import Fields, Refusal, TodayScene
from tests.ui.fakes import AtOnce, CallsInMemory, Later, LeadsInMemory, ShelfInMemory, call, lead
from tests.ui.review.fakes import ReviewsInMemory


class View:
    def __init__(self) -> None:
        self.scenes: list[TodayScene] = []

    def show_scene(self, scene: TodayScene) -> None:
        self.scenes.append(scene)


class Stage:
    def __init__(self) -> None:
        self.plans: list[CallPlan] = []
        self.said: list[tuple[str, object]] = []
        self.asked_for_answers = 0

    def ask_for_answers_soon(self) -> None:
        self.asked_for_answers += 1

    def begin(self, plan: CallPlan) -> None:
        self.plans.append(plan)

    def look_again_soon(self) -> None:
        self.said.append(("look_again_soon", None))

    def dial(self, number: str) -> None:
        self.said.append(("dial", number))

    def go_on(self, call: UUID) -> None:
        self.said.append(("go_on", call))

    def finish(self, call: UUID) -> None:
        self.said.append(("finish", call))

    def remember_playbook(self, path: str) -> None:
        self.said.append(("playbook", path))

    def remember_rep(self, name: str, company: str) -> None:
        self.said.append(("rep", (name, company)))


ANNA = lead(1, "Anna Dusk", "Mill Ltd", "+420 777 000 001", attempts=2)
BENO = lead(2, "Beno Dawn", "Oven Ltd", "+420 777 000 002", blocked=True)


class Desk:
    """A presenter with all its surroundings."""

    def __init__(
        self,
        *,
        rep: str = "Rep Example",
        playbook: str = "",
        lang: str = "en",
        calls: CallsInMemory | None = None,
        shelf: ShelfInMemory | None = None,
        runner: AtOnce | Later | None = None,
        served: bool = True,
        login: str = "",
    ) -> None:
        self.view, self.stage, self.leads = View(), Stage(), LeadsInMemory(ANNA, BENO)
        self.presenter = TodayPresenter(
            self.view, self.stage, runner or AtOnce(), rep=rep, playbook=playbook, lang=lang
        )
        self.books = Books(calls or CallsInMemory(), self.leads, shelf or ShelfInMemory(), rep=login)
        self.presenter.show()
        if served:
            self.presenter.serve(self.books)

    @property
    def scene(self) -> TodayScene:
        return self.view.scenes[-1]


def test_before_the_books_are_open_typing_is_taken_and_start_waits() -> None:
    desk = Desk(served=False)
    desk.presenter.type_query("Anna")
    assert desk.scene.fields == Fields(name="Anna")
    desk.presenter.start()
    assert desk.scene.refusal is Refusal.NOT_READY
    desk.presenter.serve(desk.books)
    assert [plan.lead.name for plan in desk.stage.plans] == ["Anna Dusk"]


def test_what_was_said_to_the_rep_is_asked_for_after_the_lists() -> None:
    calls = CallsInMemory()
    calls.reviewed_reps.add("rep")
    desk = Desk(calls=calls)
    assert desk.stage.asked_for_answers == 1
    desk.presenter.ask_for_answers()
    assert desk.scene.reviews == 0, "without such books nothing is asked"
    reviews = ReviewsInMemory()
    reviews.send(
        ReviewDraft(UUID(int=1), "trainer", "card", Basis.HEARD, ()), datetime(2026, 11, 24, tzinfo=UTC)
    )
    desk.presenter.serve(replace(desk.books, reviews=reviews, rep="rep"))
    assert desk.scene.reviews == 0, "not before the lists have been painted"
    desk.presenter.ask_for_answers()
    assert (desk.scene.reviews, desk.scene.fresh_reviews) == (1, 1)


def test_all_leads_are_listed_and_nobody_is_picked_at_first() -> None:
    desk = Desk()
    assert [row.card.name for row in desk.scene.leads] == ["Anna Dusk", "Beno Dawn"]
    assert desk.scene.lead is None
    desk.presenter.start()
    assert desk.scene.refusal is Refusal.NOBODY
    assert desk.stage.plans == []


def test_typing_finds_and_picks_the_first() -> None:
    desk = Desk()
    desk.presenter.type_query("mill")
    assert desk.scene.lead is not None
    assert desk.scene.lead.card.name == "Anna Dusk"
    assert desk.scene.fields == Fields("Anna Dusk", "Mill Ltd", "+420 777 000 001", "")
    desk.presenter.start()
    plan = desk.stage.plans[0]
    assert plan.lead.name == "Anna Dusk"
    assert plan.attempt == 3
    assert plan.playbook.id == "mill"


def test_words_that_find_nobody_are_a_new_customers_name() -> None:
    desk = Desk()
    desk.presenter.type_query("Cyril Noon Junior")
    desk.presenter.edit(Fields("Cyril Noon Junior", "Kiln Ltd", "", "Fair"))
    desk.presenter.start()
    card = desk.leads.kept[0].card
    assert (card.first_name, card.last_name, card.company, card.source) == (
        "Cyril",
        "Noon Junior",
        "Kiln Ltd",
        "Fair",
    )


@pytest.mark.parametrize("number", ["999 123 456", "+420777123456", "(02) 123-456"])
def test_a_number_is_taken_for_a_number(number: str) -> None:
    desk = Desk()
    desk.presenter.type_query(number)
    assert desk.scene.fields == Fields(phone=number)


def test_what_else_was_typed_stays_when_the_name_is_typed_on() -> None:
    desk = Desk()
    desk.presenter.type_query("Zo")
    desk.presenter.edit(Fields("Zo", "Kiln Ltd", "", ""))
    desk.presenter.type_query("Zora")
    assert desk.scene.fields == Fields("Zora", "Kiln Ltd", "", "")
    desk.presenter.type_query("999 1")
    assert desk.scene.fields == Fields("", "Kiln Ltd", "999 1", "")


def test_moving_up_past_the_first_is_somebody_new() -> None:
    desk = Desk()
    desk.presenter.type_query("ltd")
    desk.presenter.move_choice(1)
    assert desk.scene.chosen == 1
    desk.presenter.move_choice(5)
    assert desk.scene.chosen == 1
    desk.presenter.move_choice(-1)
    desk.presenter.move_choice(-1)
    assert desk.scene.chosen == -1
    assert desk.scene.fields == Fields(name="ltd")


def test_blocked_customer_is_refused_when_picked_and_at_the_start() -> None:
    desk = Desk()
    desk.presenter.type_query("beno")
    assert desk.scene.refusal is Refusal.BLOCKED
    desk.presenter.start()
    assert desk.scene.refusal is Refusal.BLOCKED
    assert desk.stage.plans == []


def test_blocked_number_typed_for_somebody_new_is_refused() -> None:
    desk = Desk()
    desk.leads.blocked.add("+420 777 999 999")
    desk.presenter.type_query("Nobody")
    desk.presenter.edit(Fields("Nobody Known", "", "+420 777 999 999", ""))
    desk.presenter.start()
    assert desk.scene.refusal is Refusal.BLOCKED
    assert desk.leads.kept == []


def test_an_answer_that_was_typed_past_is_passed_over() -> None:
    runner = Later()
    desk = Desk(runner=runner)
    runner.work()
    desk.presenter.type_query("anna")
    desk.presenter.type_query("beno")
    runner.work(1)
    runner.work(0)
    assert desk.scene.lead is not None
    assert desk.scene.lead.card.name == "Beno Dawn"


def test_enter_pressed_faster_than_the_search_waits_for_it() -> None:
    runner = Later()
    desk = Desk(runner=runner)
    runner.work()
    desk.presenter.type_query("anna")
    desk.presenter.start()
    assert desk.stage.plans == []
    runner.work()
    runner.work()
    assert [plan.lead.name for plan in desk.stage.plans] == ["Anna Dusk"]


def test_a_refresh_keeps_who_was_picked() -> None:
    desk = Desk()
    desk.presenter.choose_lead(0)
    desk.leads.leads.reverse()
    desk.presenter.refresh()
    assert desk.scene.lead is not None
    assert desk.scene.lead.card.name == "Anna Dusk"


def test_a_finished_call_leaves_nothing_in_the_search_field() -> None:
    desk = Desk()
    desk.presenter.type_query("anna")
    found = desk.scene.lead
    assert found is not None
    desk.presenter.start_over()
    desk.presenter.refresh()
    assert (desk.scene.query, desk.scene.lead, desk.scene.fields.is_empty) == ("", None, True)


def test_name_is_asked_first_and_kept() -> None:
    desk = Desk(rep="")
    desk.presenter.type_query("anna")
    desk.presenter.start()
    assert desk.scene.refusal is Refusal.NO_REP
    desk.presenter.name_rep("  ", "")
    desk.presenter.name_rep(" Rep Example ", "House")
    assert [scene.rep_asked for scene in desk.view.scenes][-2:] == [True, False]
    assert ("rep", ("Rep Example", "House")) in desk.stage.said
    desk.presenter.start()
    assert len(desk.stage.plans) == 1


EN = Offer("en/mill.yaml", "mill", "The mill", "en", usable=True)
CS = Offer("cs/mill.yaml", "mill", "Mlýn", "cs", usable=True)
INBOUND = Offer("cs/inbound-lead.yaml", "inbound-lead", "Příchozí", "cs", usable=True)
BROKEN = Offer("cs/broken.yaml", "broken", "Rozbitý", "cs", usable=False, fresh=False)
OLD = Offer("en/old.yaml", "old", "Old", "en", usable=True, fresh=False)


def test_playbooks_of_the_windows_language_come_first_and_the_usual_one_is_chosen() -> None:
    desk = Desk(lang="cs", shelf=ShelfInMemory(EN, CS, INBOUND))
    assert [row.path for row in desk.scene.playbooks] == [CS.path, INBOUND.path, EN.path]
    assert desk.scene.playbook is not None
    assert desk.scene.playbook.path == INBOUND.path


def test_choice_of_playbook_is_remembered() -> None:
    desk = Desk(playbook=CS.path, shelf=ShelfInMemory(EN, CS))
    assert desk.scene.playbook is not None
    assert desk.scene.playbook.path == CS.path
    desk.presenter.choose_playbook(EN.path)
    assert [row.path for row in desk.scene.playbooks if row.chosen] == [EN.path]
    assert ("playbook", EN.path) in desk.stage.said


def test_broken_playbook_is_refused_and_its_last_good_version_serves() -> None:
    desk = Desk(playbook=BROKEN.path, shelf=ShelfInMemory(BROKEN, OLD))
    desk.presenter.type_query("anna")
    desk.presenter.start()
    assert desk.scene.refusal is Refusal.BROKEN_PLAYBOOK
    desk.presenter.choose_playbook(OLD.path)
    desk.presenter.start()
    assert len(desk.stage.plans) == 1


def test_empty_folder_says_so() -> None:
    shelf = ShelfInMemory()
    shelf.own = ()
    desk = Desk(shelf=shelf)
    desk.presenter.type_query("anna")
    desk.presenter.start()
    assert desk.scene.refusal is Refusal.NO_PLAYBOOK


@pytest.mark.parametrize("lang", ["en", "cs"])
def test_sample_call_needs_nobody_and_is_marked(lang: str) -> None:
    desk = Desk(playbook=f"{lang}/mill.yaml", shelf=ShelfInMemory(EN, CS))
    desk.presenter.start_sample()
    plan = desk.stage.plans[0]
    assert plan.sample
    assert desk.leads.kept == []
    assert any(word in plan.lead.name for word in ("Sample", "Ukázka"))


def test_unfinished_calls_say_where_they_stopped_and_go_on_or_finish() -> None:
    calls = CallsInMemory(call(1, CallStatus.LIVE), call(2, CallStatus.WRAP_UP), call(3))
    desk = Desk(calls=calls)
    desk.presenter.ask_for_answers()
    assert [row.line for row in desk.scene.unfinished] == ["hours a week", "hours a week"]
    assert desk.scene.unfinished[0].playbook == "The mill"
    desk.presenter.resume_first()
    assert desk.stage.said == [("go_on", UUID(int=1))]


def test_the_lists_do_not_wait_for_the_words_of_a_playbook() -> None:
    runner = Later()
    shelf = ShelfInMemory()
    desk = Desk(calls=CallsInMemory(call(1, CallStatus.LIVE)), shelf=shelf, runner=runner)
    runner.work()
    assert [row.line for row in desk.scene.unfinished] == ["…"]
    assert desk.scene.leads
    assert shelf.lines_asked == []
    desk.presenter.ask_for_answers()
    runner.work()
    assert [row.line for row in desk.scene.unfinished] == ["hours a week"]
    desk.presenter.refresh()
    runner.work()
    assert [row.line for row in desk.scene.unfinished] == ["hours a week"], "once known, they stay"


def test_a_line_that_the_playbook_has_no_more_is_not_named() -> None:
    desk = Desk(calls=CallsInMemory(call(1, CallStatus.LIVE, last_line="gone.away")))
    desk.presenter.ask_for_answers()
    assert [row.line for row in desk.scene.unfinished] == [""]


def test_a_rep_sees_their_own_latest_calls_and_who_leads_sees_everyones() -> None:
    book = CallsInMemory(call(1, rep="eva"), call(2, rep="jan", rep_name="Jan Malý"))
    desk = Desk(calls=book, login="eva")
    assert [row.rep for row in desk.scene.recent] == ["eva"]
    assert not desk.scene.everyones
    desk.presenter.serve(replace(desk.books, everyones=True))
    assert [row.rep for row in desk.scene.recent] == ["eva", "Jan Malý"]
    assert desk.scene.everyones


def test_books_that_cannot_be_opened_are_told_and_no_call_starts() -> None:
    desk = Desk(served=False)
    desk.presenter.type_query("Anna")
    desk.presenter.start()
    desk.presenter.not_opened()
    assert (desk.scene.unopened, desk.scene.refusal) == (True, Refusal.NOT_OPENED)
    for start in (desk.presenter.start, desk.presenter.start_sample):
        start()
        assert desk.scene.refusal is Refusal.NOT_OPENED
    desk.presenter.opening()
    assert (desk.scene.unopened, desk.scene.refusal) == (False, Refusal.NONE)
    desk.presenter.serve(desk.books)
    assert desk.scene.ready
    assert desk.stage.plans == [], "whoever was told no does not find a call begun later"
    assert desk.scene.query == "Anna"


def test_other_books_leave_nothing_of_the_ones_before() -> None:
    desk = Desk(calls=CallsInMemory(call(1, CallStatus.LIVE), call(2)))
    desk.presenter.choose_lead(0)
    desk.presenter.opening()
    scene = desk.scene
    assert (scene.leads, scene.unfinished, scene.recent, scene.playbooks) == ((), (), (), ())
    assert (scene.ready, scene.lead) == (False, None)
    desk.presenter.refresh()
    desk.presenter.ask_for_answers()
    assert desk.scene == scene


def test_unfinished_calls_of_others_are_theirs_to_go_on_with() -> None:
    mine, theirs = call(1, CallStatus.LIVE, rep="eva"), call(2, CallStatus.LIVE, rep="jan")
    desk = Desk(calls=CallsInMemory(theirs, mine), login="eva")
    assert [row.call for row in desk.scene.unfinished] == [UUID(int=1)]


def test_a_call_whose_line_is_closed_only_wants_its_record() -> None:
    desk = Desk(calls=CallsInMemory(call(2, CallStatus.WRAP_UP)))
    desk.presenter.resume_first()
    assert desk.stage.said == [("finish", UUID(int=2))]


def test_unreadable_books_are_told_and_do_not_stop_typing() -> None:
    desk = Desk(served=False)
    desk.leads.broken = True
    desk.presenter.serve(desk.books)
    assert desk.scene.troubled
    desk.leads.broken = False
    desk.presenter.refresh()
    assert not desk.scene.troubled


def test_unreadable_books_are_asked_again_by_themselves() -> None:
    desk = Desk(served=False)
    desk.leads.broken = True
    desk.presenter.serve(desk.books)
    desk.presenter.type_query("Anna")
    desk.presenter.edit(Fields(name="Anna Other"))
    desk.presenter.look_again()
    assert desk.stage.said == 3 * [("look_again_soon", None)]
    desk.leads.broken = False
    desk.presenter.look_again()
    assert not desk.scene.troubled
    assert [row.card.name for row in desk.scene.leads] == ["Anna Dusk"]
    assert (desk.scene.chosen, desk.scene.fields) == (-1, Fields(name="Anna Other"))
    desk.presenter.look_again()
    assert len(desk.stage.said) == 3


@pytest.mark.parametrize(("phone", "unchecked"), [("+420 777 000 009", True), ("", False)])
def test_a_number_that_cannot_be_checked_is_marked_on_the_plan(phone: str, *, unchecked: bool) -> None:
    desk = Desk(served=False)
    desk.leads.broken = True
    desk.presenter.serve(desk.books)
    desk.presenter.edit(Fields(name="Somebody New", phone=phone))
    desk.presenter.start()
    assert [plan.unchecked for plan in desk.stage.plans] == [unchecked]


def test_a_lead_that_cannot_be_kept_is_called_all_the_same_and_kept_with_the_call() -> None:
    desk = Desk(served=False)
    desk.leads.broken = True
    desk.presenter.serve(desk.books)
    desk.presenter.type_query("Somebody New")
    desk.presenter.start()
    assert desk.scene.refusal is Refusal.NONE
    (plan,) = desk.stage.plans
    assert plan.lead.name == "Somebody New"
    assert UUID(plan.lead.lead_id)
    assert not desk.scene.busy


def test_playbooks_are_offered_while_the_books_cannot_be_read() -> None:
    desk = Desk(served=False)
    desk.leads.broken = True
    desk.presenter.serve(desk.books)
    assert desk.scene.ready
    assert desk.scene.playbooks
    assert desk.scene.troubled
