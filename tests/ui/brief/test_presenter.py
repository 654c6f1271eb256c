"""The card before the call lets start only what may start."""

from __future__ import annotations

from dataclasses import replace

import pytest

from app.call.coach import brief_of
from app.call.people import CallTerms, LeadCard
from app.ui.brief.presenter import BriefPresenter, origin_of
from app.ui.brief.scene import BriefScene, Refusal
from tests.builders import LEAD, REP, mill_playbook


class FakeView:
    def __init__(self, *, opens: bool = True) -> None:
        self.scene: BriefScene | None = None
        self.begun: list[CallTerms] = []
        self.left = 0
        self.passed = 0
        self.links: list[str] = []
        self._opens = opens

    def show_scene(self, scene: BriefScene) -> None:
        self.scene = scene

    def begin(self, terms: CallTerms) -> None:
        self.begun.append(terms)

    def leave(self) -> None:
        self.left += 1

    def pass_over(self) -> None:
        self.passed += 1

    def open_link(self, link: str) -> bool:
        self.links.append(link)
        return self._opens

    @property
    def shown(self) -> BriefScene:
        assert self.scene is not None
        return self.scene


def desk(
    view: FakeView,
    *,
    cold: bool = False,
    blocked: bool = False,
    lead: LeadCard = LEAD,
    template: str = "tel:{number}",
    lang: str = "en",
) -> BriefPresenter:
    playbook = replace(mill_playbook(), lawful_basis_required=cold)
    terms = CallTerms(attempt=2)
    presenter = BriefPresenter(
        view, brief_of(playbook, lead, REP, terms), terms, lang=lang, blocked=blocked, dial_template=template
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
    assert (view.begun, view.links, view.shown.may_start) == ([], [], False)
    presenter.skip()
    presenter.back()
    assert (view.passed, view.left) == (1, 1)


def test_dialling_opens_the_softphones_own_address() -> None:
    view = FakeView()
    desk(view).dial()
    desk(view, template="http://127.0.0.1:7900/call?to={number}").dial()
    assert view.links == ["tel:+420777123456", "http://127.0.0.1:7900/call?to=+420777123456"]


def test_no_phone_program_is_said_in_words() -> None:
    view = FakeView(opens=False)
    desk(view).dial()
    assert refusal(view) is Refusal.BROKEN_DIALLER


@pytest.mark.parametrize("phone", ["", "ask reception"])
def test_what_is_no_number_is_not_dialled(phone: str) -> None:
    view = FakeView()
    desk(view, lead=replace(LEAD, phone=phone)).dial()
    assert view.links == []
    assert view.shown.number == phone


def test_bases_follow_the_windows_language() -> None:
    view = FakeView()
    presenter = desk(view, cold=True)
    presenter.speak("cs")
    assert next(basis.label for basis in view.shown.bases) == "souhlas"


def test_origin_tells_each_thing_once() -> None:
    lead = LeadCard(source="Google Ads", campaign="spring", ad="spring", page="No paper")
    assert origin_of(lead) == ("Google Ads", "spring", "No paper")
    assert origin_of(LeadCard()) == ()
