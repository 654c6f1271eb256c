"""From hang-up to the record, key by key, with no window."""

from __future__ import annotations

from dataclasses import replace

import pytest

from app.call.events import OutcomeRecorded, Result
from app.call.live_call import LiveCall
from app.call.prompt import NextStep, Phase
from app.playbook.vocabulary import OutcomeGroup
from app.ui.outcome.scene import DetailsScene, FieldProblem, Notice
from tests.builders import begin, mill_playbook, outcome
from tests.ui.outcome.fakes import Desk, ended


def recorded(call: LiveCall) -> OutcomeRecorded:
    assert call.state.outcome is not None
    return call.state.outcome


def phase(call: LiveCall) -> Phase:
    return call.prompt.phase


def is_open(desk: Desk, place: int) -> bool:
    return desk.view.choose.groups[place].is_open


def missing(desk: Desk) -> list[str]:
    return [field.name for field in desk.view.details.missing]


def can_save(desk: Desk) -> bool:
    return desk.view.details.can_save


def current(desk: Desk) -> str:
    return desk.view.details.current


def test_no_answer_is_recorded_in_three_keys() -> None:
    desk = Desk()
    desk.presenter.digit(1)
    desk.presenter.digit(1)
    desk.presenter.enter()
    assert recorded(desk.call).outcome == "no_answer"
    assert phase(desk.call) is Phase.CLOSED
    assert desk.view.done.label == "no answer"
    desk.presenter.enter()
    assert desk.view.finished == 1


def test_enter_takes_what_the_playbook_proposes_before_the_goal() -> None:
    assert Desk().view.choose.suggested is not None
    goal = Desk().view.choose.suggested
    assert goal is not None
    assert (goal.id, goal.goal, goal.proposed) == ("meeting", True, False)
    call = begin()
    call.done()
    call.pick(2)
    call.hang_up()
    desk = Desk(call)
    suggested = desk.view.choose.suggested
    assert suggested is not None
    assert (suggested.id, suggested.proposed) == ("callback", True)
    desk.presenter.enter()
    assert desk.view.details.outcome == "callback"


def test_groups_hold_only_what_the_playbook_has_and_do_not_call_always() -> None:
    playbook = replace(mill_playbook(), outcomes=(outcome("meeting"), outcome("no_answer")))
    desk = Desk(ended(playbook))
    assert [(group.code, group.digit) for group in desk.view.choose.groups] == [
        (OutcomeGroup.NOT_REACHED, 1),
        (OutcomeGroup.OPEN, 2),
        (OutcomeGroup.CLOSED, 3),
    ]
    assert [row.id for row in desk.view.choose.groups[2].rows] == ["do_not_call"]


def test_a_group_opens_and_closes() -> None:
    desk = Desk()
    desk.presenter.digit(4)
    closed = desk.view.choose.groups[3]
    assert closed.is_open
    assert [row.digit for row in closed.rows] == list(range(1, len(closed.rows) + 1))
    desk.presenter.digit(9)
    assert is_open(desk, 3)
    desk.presenter.back()
    assert not is_open(desk, 3)
    desk.presenter.digit(9)
    assert not any(group.is_open for group in desk.view.choose.groups)


def test_do_not_call_is_one_key_and_its_record_confirms_it() -> None:
    desk = Desk()
    desk.presenter.do_not_call()
    assert desk.view.details.blocks_number
    assert phase(desk.call) is Phase.WRAP_UP
    desk.presenter.enter()
    assert recorded(desk.call).outcome == "do_not_call"
    assert desk.view.done.blocked


def test_a_callback_takes_the_reps_own_words() -> None:
    desk = Desk(lang="cs")
    desk.presenter.choose("callback")
    assert current(desk) == "when"
    desk.presenter.typed("when", "zítra 9")
    assert desk.view.field("when").understood == "středa 25. 11. v 9:00"
    desk.presenter.enter()
    made = recorded(desk.call)
    assert made.when.startswith("2026-11-25T09:00")
    assert made.when_words == "zítra 9"


def test_what_is_missing_is_named_and_gets_the_caret() -> None:
    desk = Desk()
    desk.presenter.choose("meeting")
    desk.presenter.enter()
    assert desk.view.field("when").problem is FieldProblem.MISSING
    assert current(desk) == "when"
    desk.presenter.typed("when", "tomorrow 9")
    desk.presenter.enter()
    assert current(desk) == "what"
    assert missing(desk) == []
    desk.presenter.enter()
    assert missing(desk) == ["what"]
    desk.presenter.typed("what", "demo")
    desk.presenter.enter()
    made = recorded(desk.call)
    assert (made.outcome, made.who, made.what) == ("meeting", "Sample Baker", "demo")


def test_a_date_that_is_not_understood_is_said_at_once_and_holds_back_even_if_optional() -> None:
    desk = Desk()
    desk.presenter.choose("no_answer")
    desk.presenter.typed("when", "sometime maybe")
    assert desk.view.field("when").problem is FieldProblem.NOT_UNDERSTOOD
    desk.presenter.enter()
    assert phase(desk.call) is Phase.WRAP_UP
    assert current(desk) == "when"
    desk.presenter.typed("when", "")
    desk.presenter.enter()
    assert recorded(desk.call).outcome == "no_answer"


def test_what_was_agreed_in_the_call_is_filled_in() -> None:
    call = begin()
    call.agree(NextStep("demo", "2026-11-26", "thursday", "Mr Baker"))
    call.hang_up()
    desk = Desk(call)
    desk.presenter.choose("meeting")
    assert current(desk) == ""
    desk.presenter.enter()
    made = recorded(call)
    assert (made.what, made.who) == ("demo", "Mr Baker")
    assert made.when == "2026-11-26"


def test_a_reason_is_picked_by_digit_and_those_met_come_first() -> None:
    desk = Desk()
    desk.presenter.name_objection("Our dog ate it", "status_quo")
    desk.presenter.choose("not_interested")
    assert current(desk) == "reason"
    options = desk.view.field("reason").options
    assert [option.code for option in options[:3]] == ["price", "status_quo", "timing"]
    assert [option.digit for option in options] == [1, 2, 3, 4, 5, 6, 7, 8, 9, 0, 0, 0]
    desk.presenter.digit(0)
    assert [option.digit for option in desk.view.field("reason").options][9:] == [1, 2, 3]
    desk.presenter.digit(0)
    desk.presenter.digit(2)
    assert current(desk) == ""
    desk.presenter.digit(4)
    desk.presenter.enter()
    made = recorded(desk.call)
    assert (made.reason, made.self_rating) == ("status_quo", 4)


def test_disqualifying_has_its_own_reasons() -> None:
    desk = Desk()
    desk.presenter.choose("not_qualified")
    desk.presenter.pick("reason", "no_fit")
    desk.presenter.enter()
    assert recorded(desk.call).reason == "no_fit"


def test_a_sale_has_its_worth() -> None:
    desk = Desk()
    desk.presenter.choose("sale")
    desk.presenter.typed("value", "lots")
    assert desk.view.field("value").problem is FieldProblem.NOT_UNDERSTOOD
    desk.presenter.typed("value", "12 500")
    assert desk.view.field("value").understood == "12,500 CZK"
    desk.presenter.typed("when", "next monday")
    desk.presenter.enter()
    made = recorded(desk.call)
    assert (made.value, made.currency, made.when) == (12500.0, "CZK", "2026-11-30")


def test_facts_that_an_outcome_needs_are_asked_for_and_typed() -> None:
    desk = Desk()
    desk.presenter.choose("pilot")
    assert [field.name for field in desk.view.details.fields] == [
        "starts", "agrees", "decides", "hours", "when", "note",
    ]  # fmt: skip
    desk.presenter.typed("starts", "in 2 weeks")
    desk.presenter.pick("agrees", "yes")
    desk.presenter.pick("decides", "partner")
    desk.presenter.typed("hours", "lots")
    desk.presenter.typed("note", "wants a mill")
    desk.presenter.entered("hours")
    desk.presenter.enter()
    assert desk.view.field("hours").problem is FieldProblem.NOT_UNDERSTOOD
    desk.presenter.typed("hours", "12")
    desk.presenter.enter()
    made = recorded(desk.call)
    assert made.facts == {"starts": "2026-12-08", "agrees": True, "decides": "partner", "hours": 12}
    assert "- Agrees to terms: yes" in desk.view.done.summary


def test_known_facts_are_not_asked_again() -> None:
    call = begin(ended().playbook)
    call.done()
    call.pick(1)
    call.pick(2)
    call.hang_up()
    desk = Desk(call)
    desk.presenter.choose("pilot")
    assert "hours" not in [field.name for field in desk.view.details.fields]


def test_backspace_on_the_first_page_goes_back_to_the_call() -> None:
    desk = Desk()
    desk.presenter.take_back()
    assert desk.view.returned == 1
    assert phase(desk.call) is Phase.TALK


def test_backspace_leaves_details_and_groups_first() -> None:
    desk = Desk()
    desk.presenter.digit(1)
    desk.presenter.digit(1)
    desk.presenter.take_back()
    assert is_open(desk, 0)
    desk.presenter.take_back()
    assert not is_open(desk, 0)
    assert desk.view.returned == 0


def test_nothing_is_taken_back_once_recorded() -> None:
    desk = Desk()
    desk.presenter.choose("no_answer")
    desk.presenter.enter()
    before = desk.call.last_seq
    desk.presenter.take_back()
    desk.presenter.do_not_call()
    desk.presenter.digit(1)
    assert desk.call.last_seq == before
    assert recorded(desk.call).outcome == "no_answer"


def test_open_objections_are_offered_once_more_and_settled_with_undo() -> None:
    desk = Desk()
    desk.presenter.choose("no_answer")
    rows = desk.view.details.objections
    assert [(row.number, row.label, row.unlisted) for row in rows] == [
        (1, "It is too expensive", False),
        (2, "Our dog ate it", True),
    ]
    desk.presenter.settle(1, Result.SETTLED)
    rows = desk.view.details.objections
    assert [(row.number, row.result) for row in rows] == [(0, Result.SETTLED), (1, Result.OPEN)]
    assert "It is too expensive (price): settled" in desk.view.details.summary
    desk.presenter.take_back()
    assert isinstance(desk.view.scene, DetailsScene)
    assert [row.number for row in desk.view.details.objections] == [1, 2]


def test_an_unlisted_objection_gets_its_kind() -> None:
    desk = Desk(lang="cs")
    desk.presenter.choose("no_answer")
    desk.presenter.name_objection("Our dog ate it", "status_quo")
    assert desk.view.details.objections[1].family == "dosavadní stav"


def test_escape_leaves_the_field_then_the_details() -> None:
    desk = Desk()
    desk.presenter.choose("callback")
    desk.presenter.back()
    assert current(desk) == ""
    desk.presenter.digit(5)
    assert desk.view.details.rating == 5
    desk.presenter.digit(5)
    assert desk.view.details.rating == 0
    desk.presenter.back()
    assert desk.view.choose.lead == "Sample Baker"


def test_the_rating_outlives_a_change_of_outcome() -> None:
    desk = Desk()
    desk.presenter.choose("no_answer")
    desk.presenter.rate(3)
    desk.presenter.choose("busy")
    assert desk.view.details.rating == 3


def test_the_summary_is_copied_with_one_key() -> None:
    desk = Desk()
    desk.presenter.choose("callback")
    desk.presenter.typed("when", "tomorrow 9")
    desk.presenter.copy_summary()
    assert "Next step: Wednesday 25 Nov 2026, 09:00" in desk.view.copied[0]
    assert desk.view.details.notice is Notice.COPIED


def test_the_follow_up_becomes_a_calendar_file() -> None:
    desk = Desk()
    desk.presenter.choose("callback")
    assert can_save(desk) is False
    desk.presenter.save_follow_up()
    assert desk.shelf.files == {}
    desk.presenter.typed("when", "tomorrow 9")
    assert can_save(desk) is True
    desk.presenter.enter()
    desk.presenter.save_follow_up()
    assert list(desk.shelf.files) == ["2026-11-25 Callback – Sample Baker.ics"]
    assert desk.view.done.notice is Notice.SAVED


def test_a_full_disk_is_told_and_loses_nothing() -> None:
    desk = Desk(full=True)
    desk.presenter.choose("callback")
    desk.presenter.typed("when", "tomorrow 9")
    desk.presenter.enter()
    desk.presenter.save_follow_up()
    assert (desk.view.done.notice, desk.view.done.notice_detail) == (
        Notice.NOT_SAVED,
        "No space left on device",
    )
    assert recorded(desk.call).outcome == "callback"


def test_arrows_and_calendar_move_the_date_and_keep_the_time() -> None:
    desk = Desk()
    desk.presenter.choose("callback")
    desk.presenter.move_when(1)
    assert desk.view.field("when").text == "Wednesday 25 November"
    desk.presenter.typed("when", "tomorrow 9")
    desk.presenter.move_when(7)
    assert desk.view.field("when").text == "Wednesday 2 December at 9:00 am"
    desk.presenter.pick_day(2026, 12, 24)
    assert desk.view.field("when").understood == "Thursday 24 December at 9:00 am"
    desk.presenter.move_when(-400)
    assert desk.view.field("when").text.startswith("Tuesday 24 November")


def test_a_call_cut_off_is_completed() -> None:
    call = begin()
    call.abandon()
    desk = Desk(call)
    assert desk.view.choose.abandoned
    desk.presenter.digit(1)
    desk.presenter.digit(1)
    desk.presenter.enter()
    assert recorded(call).outcome == "no_answer"


def test_a_call_with_its_outcome_shows_it() -> None:
    call = ended()
    call.record(OutcomeRecorded("busy"))
    desk = Desk(call)
    assert desk.view.done.label == "busy"


def test_the_language_changes_while_running() -> None:
    desk = Desk()
    desk.presenter.choose("callback")
    desk.presenter.typed("when", "tomorrow 9")
    desk.presenter.speak("cs")
    assert desk.view.details.label == "zavolat později"
    assert desk.view.field("when").understood == "středa 25. 11. v 9:00"


@pytest.mark.parametrize("code", ["gatekeeper", "referred", "escalated", "complaint_solved", "offer"])
def test_every_required_detail_is_asked(code: str) -> None:
    desk = Desk()
    desk.presenter.choose(code)
    words = {"when": "tomorrow 9", "who": "Mr Miller", "what": "a visit"}
    for name, text in words.items():
        if name in [field.name for field in desk.view.details.fields]:
            desk.presenter.typed(name, text)
    desk.presenter.enter()
    assert recorded(desk.call).outcome == code


def test_saved_stands_only_when_the_last_event_is_on_disk() -> None:
    desk = Desk()
    told = [desk.view.saved]
    for seq in (desk.call.last_seq - 1, desk.call.last_seq):
        desk.presenter.saved(seq)
        told.append(desk.view.saved)
    desk.presenter.choose("no_answer")
    desk.presenter.enter()
    told.append(desk.view.saved)
    desk.presenter.saved(desk.call.last_seq)
    told.append(desk.view.saved)
    assert told == [False, False, True, False, True]


def test_what_the_disk_refuses_is_told_until_it_is_over() -> None:
    desk = Desk()
    told = []
    for troubled in (True, False):
        desk.presenter.troubled(troubled=troubled)
        told.append(desk.view.troubled)
    assert told == [True, False]
