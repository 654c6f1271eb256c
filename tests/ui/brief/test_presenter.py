"""The card before the call lets start only what may start."""

from __future__ import annotations

from dataclasses import replace

from app.call.brief import brief_of
from app.call.people import CallTerms, LeadCard
from app.leads.dialling import DialSlip
from app.ui.brief.presenter import BriefPresenter, origin_of
from app.ui.brief.scene import BriefScene, Refusal
from tests.builders import LEAD, REP, mill_playbook


class FakeView:
    def __init__(self) -> None:
        self.scene: BriefScene | None = None
        self.begun: list[CallTerms] = []
        self.left = 0
        self.passed = 0
        self.dialled: list[str] = []
        self.to_check: list[str] = []

    def show_scene(self, scene: BriefScene) -> None:
        self.scene = scene

    def begin(self, terms: CallTerms) -> None:
        self.begun.append(terms)

    def leave(self) -> None:
        self.left += 1

    def pass_over(self) -> None:
        self.passed += 1

    def dial(self, number: str) -> None:
        self.dialled.append(number)

    def check_soon(self, number: str) -> None:
        self.to_check.append(number)

    @property
    def shown(self) -> BriefScene:
        assert self.scene is not None
        return self.scene


def desk(
    view: FakeView,
    *,
    cold: bool = False,
    blocked: bool = False,
    unchecked: bool = False,
    lead: LeadCard = LEAD,
    lang: str = "en",
) -> BriefPresenter:
    playbook = replace(mill_playbook(), lawful_basis_required=cold)
    terms = CallTerms(attempt=2)
    presenter = BriefPresenter(
        view, brief_of(playbook, lead, REP, terms), terms, lang=lang, blocked=blocked, unchecked=unchecked
    )
    presenter.show()
    return presenter


def refusal(view: FakeView) -> Refusal:
    return view.shown.refusal


def test_starts_with_the_number_filled_in() -> None:
    view = FakeView()
    desk(view).start()
    assert view.begun == [CallTerms(attempt=2, number="+420 777 123 456")]
    assert view.shown.may_start
    assert view.shown.number == "777 123 456"


def test_a_cold_call_is_refused_in_words_until_a_basis_is_picked() -> None:
    view = FakeView()
    presenter = desk(view, cold=True)
    assert not view.shown.may_start
    presenter.start()
    assert (view.begun, refusal(view)) == ([], Refusal.NO_BASIS)
    presenter.pick(3)
    assert refusal(view) is Refusal.NONE
    assert [basis.code for basis in view.shown.bases if basis.chosen] == ["legitimate_interest"]
    presenter.start()
    assert view.begun[0].lawful_basis == "legitimate_interest"


def test_picking_the_same_basis_again_takes_it_back() -> None:
    view = FakeView()
    presenter = desk(view, cold=True)
    presenter.pick(1)
    presenter.pick(1)
    presenter.pick(9)
    presenter.start()
    assert view.begun == []


def test_digits_mean_nothing_where_no_basis_is_asked() -> None:
    view = FakeView()
    presenter = desk(view)
    presenter.pick(1)
    presenter.choose_basis("consent")
    presenter.start()
    assert view.begun[0].lawful_basis == ""


def test_a_blocked_number_can_neither_be_started_nor_dialled() -> None:
    view = FakeView()
    presenter = desk(view, cold=True, blocked=True)
    assert refusal(view) is Refusal.DO_NOT_CALL
    presenter.choose_basis("consent")
    presenter.start()
    presenter.dial()
    assert (view.begun, view.dialled, view.shown.may_start) == ([], [], False)
    presenter.skip()
    presenter.back()
    assert (view.passed, view.left) == (1, 1)


def test_dialling_asks_for_the_customers_number_and_hears_what_came_of_it() -> None:
    view = FakeView()
    presenter = desk(view)
    presenter.dial()
    assert view.dialled == ["+420 777 123 456"]
    presenter.dialled("+420 777 123 456", DialSlip.NOBODY_TOOK_IT)
    assert view.shown.dial_slip is DialSlip.NOBODY_TOOK_IT
    presenter.dialled("+420 777 123 456", None)
    assert view.shown.dial_slip is None


def test_what_came_of_another_number_is_not_told_here() -> None:
    view = FakeView()
    presenter = desk(view)
    presenter.dialled("+420 600 000 000", DialSlip.SILENT)
    assert view.shown.dial_slip is None


def test_a_number_found_blocked_while_dialling_blocks_the_card() -> None:
    view = FakeView()
    presenter = desk(view)
    presenter.dial()
    presenter.dialled("+420 777 123 456", DialSlip.BLOCKED)
    presenter.start()
    assert (refusal(view), view.shown.blocked, view.begun) == (Refusal.DO_NOT_CALL, True, [])


def test_without_a_number_there_is_nothing_to_dial() -> None:
    view = FakeView()
    desk(view, lead=replace(LEAD, phone="")).dial()
    assert view.dialled == []


def test_bases_follow_the_windows_language() -> None:
    view = FakeView()
    presenter = desk(view, cold=True)
    presenter.speak("cs")
    assert next(basis.label for basis in view.shown.bases) == "souhlas"


def test_origin_tells_each_thing_once() -> None:
    lead = LeadCard(source="Google Ads", campaign="spring", ad="spring", page="No paper")
    assert origin_of(lead) == ("Google Ads", "spring", "No paper")
    assert origin_of(LeadCard()) == ()


# --- do-not-call that could not be looked up ---

NUMBER = "+420 777 123 456"


def test_what_could_not_be_checked_is_said_and_asked_again_until_it_is_known() -> None:
    view = FakeView()
    presenter = desk(view, unchecked=True)
    presenter.watch()
    assert view.shown.may_start
    unchecked = [view.shown.unchecked]
    presenter.checked(NUMBER, None)
    assert view.to_check == [NUMBER, NUMBER]
    presenter.checked("+420 777 000 009", True)
    unchecked.append(view.shown.unchecked)
    presenter.checked(NUMBER, False)
    unchecked.append(view.shown.unchecked)
    assert unchecked == [True, True, False]
    presenter.checked(NUMBER, None)
    assert view.to_check == [NUMBER, NUMBER]
    presenter.start()
    assert len(view.begun) == 1


def test_a_number_that_turns_out_blocked_is_not_called() -> None:
    view = FakeView()
    presenter = desk(view, unchecked=True)
    presenter.checked(NUMBER, True)
    assert (view.shown.blocked, view.shown.unchecked) == (True, False)
    presenter.start()
    assert view.begun == []
    assert refusal(view) is Refusal.DO_NOT_CALL


def test_what_was_checked_is_not_asked_again() -> None:
    view = FakeView()
    desk(view).watch()
    assert view.to_check == []
    assert not view.shown.unchecked
