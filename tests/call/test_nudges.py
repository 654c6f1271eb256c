"""Quiet reminders: due when they help, once, seldom, and known to have been followed or not."""

from __future__ import annotations

from dataclasses import replace

from app.call.events import HelpLevel, NudgeKind
from app.call.experience import LineExperience, experience, less_help, taken_levels
from app.call.live_call import LiveCall
from app.call.people import CallTerms
from app.call.prompt import Prompt
from app.call.replay import prompt_at
from app.playbook.model import Line, Playbook, Stage
from app.playbook.vocabulary import Mood
from tests.builders import LEAD, REP, SOURCE, ask, begin, mill_playbook, say
from tests.fakes import FakeClock, FakeJournal


def now(call: LiveCall) -> Prompt:
    return call.prompt


def nudge(call: LiveCall) -> tuple[NudgeKind, str] | None:
    shown = call.prompt.nudge
    return (shown.kind, shown.about) if shown else None


def slow(book: Playbook | None = None) -> tuple[LiveCall, FakeClock]:
    """A call with half a minute between keys."""
    clock = FakeClock()
    return begin(book, clock=clock), clock


def talky(*lines: Line) -> Playbook:
    return Playbook("talky", "en", (Stage("only", "Only", lines),))


def test_two_statements_in_a_row_point_to_the_next_question() -> None:
    call = begin(talky(say("only.a", "A."), say("only.b", "B."), say("only.c", "C."), ask("only.q", "Q?")))
    call.done()
    assert nudge(call) is None
    call.done()
    assert nudge(call) == (NudgeKind.TWO_STATEMENTS, "only.q")
    call.take_nudge()
    assert now(call).line == "only.q"
    call.answer(None, "well")
    assert [(one.nudge, one.followed) for one in call.state.nudges] == [(NudgeKind.TWO_STATEMENTS, True)]


def test_a_question_that_was_skipped_is_not_pointed_to_again() -> None:
    call = begin(talky(ask("only.q", "Q?"), say("only.a", "A."), say("only.b", "B."), say("only.c", "C.")))
    call.skip()
    call.done()
    call.done()
    assert nudge(call) == (NudgeKind.TWO_STATEMENTS, "")


def test_no_reminder_to_ask_when_the_question_is_already_up() -> None:
    call = begin(talky(say("only.a", "A."), say("only.b", "B."), ask("only.q", "Q?")))
    call.done()
    call.done()
    assert nudge(call) is None


def test_a_must_left_open_is_named_when_the_close_begins() -> None:
    call, clock = slow()
    while now(call).stage != "close":
        clock.pass_ms(30_000)
        call.go_stage(1)
    assert nudge(call) == (NudgeKind.MUST_OPEN, "discovery.hours")
    assert now(call).line == "close.shall"
    call.take_nudge()
    assert (now(call).line, nudge(call)) == ("discovery.hours", None)


def test_interest_without_an_ask_is_named_after_two_lines_and_not_twice() -> None:
    call, clock = slow()
    call.tap_mood(Mood.INTERESTED)
    for _ in range(2):
        clock.pass_ms(30_000)
        assert nudge(call) is None
        call.done()
    assert nudge(call) == (NudgeKind.ASK_MISSING, "close.shall")
    clock.pass_ms(30_000)
    call.done()
    assert nudge(call) is None
    call.go_stage(1)
    call.go_stage(1)
    assert call.state.nudges[0].followed


def test_an_open_objection_is_named_at_the_farewell() -> None:
    call, clock = slow()
    call.raise_objection("price")
    call.pick(2)
    clock.pass_ms(30_000)
    for _ in range(3):
        call.go_stage(1)
    clock.pass_ms(30_000)
    call.go_stage(1)
    clock.pass_ms(30_000)
    call.done()
    assert nudge(call) == (NudgeKind.OPEN_OBJECTION, "price")
    call.take_nudge()
    assert now(call).objection is not None
    assert call.state.nudges[-1].followed


def test_never_two_within_twenty_seconds_and_none_that_is_turned_off() -> None:
    lines = [say(f"only.s{place}", "S.") for place in range(9)]
    call, clock = slow(talky(*lines, ask("only.q", "Q?")))
    call.tap_mood(Mood.INTERESTED)
    for _ in range(6):
        clock.pass_ms(3_000)
        call.done()
    assert len(call.state.nudges) == 1
    quiet = LiveCall.start(
        playbook=talky(*lines),
        source=SOURCE,
        lead=LEAD,
        rep=REP,
        terms=CallTerms(),
        help=HelpLevel.CUES,
        journal=FakeJournal(),
        clock=FakeClock(ticking=True),
        quiet=tuple(NudgeKind),
    )
    for _ in range(9):
        quiet.done()
    assert quiet.state.nudges == ()


def test_a_reminder_left_alone_is_recorded_as_not_followed() -> None:
    lines = [say(f"only.s{place}", "S.") for place in range(9)]
    call = begin(talky(*lines))
    for _ in range(8):
        call.done()
    assert [one.followed for one in call.state.nudges] == [False]
    assert now(call).speech.text == "S."


def test_undo_takes_the_reminder_back_with_its_key() -> None:
    call = begin(talky(say("only.a", "A."), say("only.b", "B."), say("only.c", "C."), ask("only.q", "Q?")))
    call.done()
    call.done()
    call.undo()
    assert (nudge(call), call.state.nudges) == (None, ())


def learnt_call(learnt: dict[str, LineExperience], help_level: HelpLevel = HelpLevel.FULL) -> LiveCall:
    return LiveCall.start(
        playbook=mill_playbook(),
        source=SOURCE,
        lead=LEAD,
        rep=REP,
        terms=CallTerms(),
        help=help_level,
        journal=FakeJournal(),
        clock=FakeClock(ticking=True),
        learnt=learnt,
    )


def test_less_help_is_offered_after_a_line_went_well_and_taken_for_that_line_only() -> None:
    call = learnt_call({"opening.hello": LineExperience(well=5), "opening.time": LineExperience(well=4)})
    assert now(call).help_offer is HelpLevel.CUES
    call.take_help_offer()
    assert (now(call).help, now(call).help_offer) == (HelpLevel.CUES, None)
    call.done()
    assert (now(call).help, now(call).help_offer) == (HelpLevel.FULL, None)


def test_a_refused_offer_waits_twice_as_long_and_one_key_brings_full_help_back() -> None:
    call = learnt_call({"opening.hello": LineExperience(well=9, declined=1)})
    assert now(call).help_offer is None
    again = learnt_call({"opening.hello": LineExperience(well=10, declined=1)})
    assert now(again).help_offer is HelpLevel.CUES
    again.decline_help_offer()
    assert now(again).help_offer is None
    taken = learnt_call({"opening.hello": LineExperience(well=5)})
    taken.take_help_offer()
    taken.set_help(HelpLevel.FULL)
    assert (now(taken).help, now(taken).help_offer) == (HelpLevel.FULL, None)


def test_help_brought_back_stays_in_later_calls_and_is_offered_less_later() -> None:
    before = {"opening.hello": LineExperience(well=5, taken=HelpLevel.CUES)}
    call = learnt_call(before)
    assert now(call).help is HelpLevel.CUES
    call.set_help(HelpLevel.FULL)
    assert (now(call).help, now(call).help_offer) == (HelpLevel.FULL, None)
    call.done()
    learnt = experience([learnt_call({"opening.hello": LineExperience(well=5)}).events, call.events])
    assert learnt["opening.hello"] == LineExperience(well=1, declined=1)
    call.undo()
    call.undo()
    assert now(call).help is HelpLevel.CUES


def test_help_taken_before_holds_in_later_calls_and_shows_the_same_in_a_replay() -> None:
    call = learnt_call(
        {"opening.hello": LineExperience(taken=HelpLevel.QUIET), "opening.time": LineExperience(well=5)}
    )
    assert now(call).help is HelpLevel.QUIET
    call.done()
    assert (now(call).help, now(call).help_offer) == (HelpLevel.FULL, HelpLevel.CUES)
    assert prompt_at(mill_playbook(), call.events, call.events[-1].ms) == now(call)


def test_there_is_nothing_less_than_quiet() -> None:
    assert less_help(HelpLevel.QUIET, LineExperience(well=100)) is None
    assert less_help(HelpLevel.CUES, LineExperience(well=5)) is HelpLevel.QUIET


def test_experience_counts_what_went_well_in_a_row() -> None:
    def one_call(keys: str) -> LiveCall:
        call = learnt_call({"opening.hello": LineExperience(well=5)})
        for key in keys.split():
            getattr(call, key)(*(("Hi!",) if key == "reword" else ()))
        return call

    calls = [
        one_call(keys).events
        for keys in (
            "done",
            "done",
            "skip",
            "done undo skip",
            "reword done",
            "done",
            "decline_help_offer done",
        )
    ]
    learnt = experience(calls)
    assert learnt["opening.hello"] == LineExperience(well=2, declined=1)
    brought_back = one_call("done undo redo")
    assert experience([brought_back.events])["opening.hello"].well == 1
    assert taken_levels(experience([one_call("take_help_offer done").events])) == {
        "opening.hello": HelpLevel.CUES
    }
    assert replace(learnt["opening.hello"], well=0).well == 0
