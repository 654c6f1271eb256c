"""One call key by key: the way through lines, objections, moods, facts, holds and outcomes."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from app.call.events import HelpLevel, How, OutcomeRecorded, Result, Step
from app.call.live_call import LiveCall, NotACall, OutcomeIncomplete
from app.call.prompt import NextStep, ObjectionView, Phase, Prompt, Showing, Standing
from app.playbook.model import (
    Answer,
    Final,
    Line,
    MoodChange,
    Objection,
    Playbook,
    Response,
    Stage,
    Tone,
    WayOn,
)
from app.playbook.vocabulary import Drive, Mood
from tests.builders import ask, begin, mill_playbook, say
from tests.fakes import FakeClock, FakeJournal


def at_hours(call: LiveCall) -> LiveCall:
    """Brings a fresh call to the question about hours."""
    call.done()
    call.pick(1)
    assert now(call).line == "discovery.hours"
    return call


def now(call: LiveCall) -> Prompt:
    """The prompt read afresh (a call, so that the type checker does not take an earlier reading for the present one)."""
    return call.prompt


def objection(call: LiveCall) -> ObjectionView:
    """The objection on top."""
    on_top = call.prompt.objection
    assert on_top is not None
    return on_top


def kinds(call: LiveCall) -> list[str]:
    return [event.kind for event in call.events]


def test_a_call_begins_with_its_first_line_in_the_customers_name() -> None:
    prompt = begin().prompt
    assert (prompt.stage, prompt.line) == ("opening", "opening.hello")
    assert prompt.speech.text == "Hello Sample, Rep Example here."
    assert prompt.speech.cue == ("name", "stop")
    assert prompt.next_up == "Is now all right?"
    assert prompt.undo_kind == ""


def test_the_source_is_pinned_before_the_first_event() -> None:
    journal = FakeJournal()
    call = begin(journal=journal)
    started = journal.events[0].what
    assert started.playbook_revision in journal.sources  # type: ignore[union-attr]
    assert call.call_id.version == 7


def test_an_answer_leads_where_it_says_and_proposes_its_outcome() -> None:
    call = begin()
    call.done()
    call.pick(2)
    assert now(call).line == "next_step.when"
    assert now(call).proposed_outcome == "callback"
    assert call.outcomes()[0].id == "callback"
    call.undo()
    assert now(call).proposed_outcome is None
    assert call.outcomes()[0].id == "meeting"


def test_a_condition_that_is_not_known_does_not_hold() -> None:
    call = at_hours(begin())
    call.pick(2)
    assert now(call).line == "discovery.decides"
    call.undo()
    call.pick(3)
    assert now(call).line == "discovery.cost"


def test_the_first_way_on_that_holds_is_taken() -> None:
    call = at_hours(begin())
    call.pick(2)
    call.pick(1)
    assert now(call).line == "story.mill"
    few = at_hours(begin())
    few.skip()
    few.pick(1)
    assert now(few).line == "next_step.when"


def test_questions_are_counted_among_those_offered() -> None:
    call = at_hours(begin())
    question = now(call).question
    assert question is not None
    assert (question.number, question.total, question.must) == (1, 2, True)
    call.pick(3)
    question = now(call).question
    assert question is not None
    assert (question.number, question.total) == (2, 3)


def test_skipping_is_logged_as_skipped_and_not_as_asked() -> None:
    call = at_hours(begin())
    call.skip()
    assert [must.asked for must in now(call).musts] == [False, False]
    assert next(row for row in call.questions() if row.line == "discovery.hours").skipped
    call.go_line(-1)
    call.pick(2)
    assert [must.asked for must in now(call).musts] == [True, False]


def test_an_own_word_answer_is_kept_and_read_as_the_facts_value() -> None:
    call = at_hours(begin())
    call.answer(None, " 6,5 h ")
    assert call.state.facts == {"hours": 6.5}
    assert [one.value for one in now(call).captured] == ["6.5 h", "", ""]
    call.answer(None, "hard to say")
    given = call.state.answer_to("discovery.cost")
    assert given is not None
    assert (given.value, given.text) == (None, "hard to say")


@pytest.mark.parametrize("typed", ["-3", "nan", "inf", "a lot"])
def test_a_value_that_the_fact_cannot_have_stays_words(typed: str) -> None:
    call = at_hours(begin())
    call.answer(None, typed)
    assert call.state.facts == {}


def test_an_empty_answer_is_no_answer() -> None:
    call = at_hours(begin())
    before = call.last_seq
    call.answer(None, "  ")
    call.answer("no_such_option")
    call.pick(9)
    assert call.last_seq == before


def test_a_fact_learnt_early_is_offered_as_known_and_confirmed_with_one_key() -> None:
    call = begin()
    call.ask_now("discovery.hours")
    assert [(crumb.label, crumb.kind) for crumb in now(call).crumbs] == [("name · stop", Showing.LINE)]
    call.pick(1)
    assert now(call).line == "opening.hello"
    call.done()
    call.pick(1)
    question = now(call).question
    assert question is not None
    assert question.known is not None
    assert question.known.value == "under 2"
    assert [option.chosen for option in question.options] == [True, False, False]
    call.done()
    assert call.events[-3].what.confirmed  # type: ignore[union-attr]
    assert now(call).line == "next_step.when"


def test_a_changed_answer_keeps_both_and_drops_only_what_hung_on_it() -> None:
    call = at_hours(begin())
    call.pick(3)
    call.answer(None, "4000")
    call.pick(1)
    assert call.state.facts == {"hours": 8, "cost": 4000, "decides": "self"}
    call.ask_now("discovery.hours")
    call.pick(2)
    changed = next(event.what for event in reversed(call.events) if event.kind == "answered")
    assert (changed.old_answer, changed.old_value, changed.drops) == ("many", 8, ("discovery.cost",))  # type: ignore[union-attr]
    assert call.state.facts == {"hours": 3, "decides": "self"}
    assert now(call).line == "story.mill"
    call.undo()
    call.undo()
    assert call.state.facts == {"hours": 8, "cost": 4000, "decides": "self"}


def test_a_change_that_closes_the_waiting_line_moves_on_from_it() -> None:
    call = at_hours(begin())
    call.pick(3)
    assert now(call).line == "discovery.cost"
    call.ask_now("discovery.hours")
    call.pick(2)
    assert now(call).line == "discovery.decides"


def test_the_ladder_climbs_by_what_holds_and_once_is_once() -> None:
    call = at_hours(begin())
    call.pick(3)
    call.raise_objection("price")
    texts = []
    for _ in range(9):
        texts.append((objection(call).current, now(call).speech.text))
        call.done()
    assert texts[:8] == [
        (Step.ACKNOWLEDGE, "I see."),
        (Step.ASK, "Compared with what?"),
        (Step.ANSWER, "8 hours a week pay it."),
        (Step.CHECK, "Does that make sense?"),
        (Step.ANSWER, "Would monthly help?"),
        (Step.CHECK, "Does that make sense?"),
        (Step.ANSWER, "Start smaller?"),
        (Step.CHECK, "Does that make sense?"),
    ]
    assert texts[8] == (Step.EXHAUSTED, "Shall I ring later?")
    assert now(call).line == "next_step.when"
    assert now(call).proposed_outcome == "callback"
    call.raise_objection("price")
    call.done()
    call.done()
    assert now(call).speech.text == "Would monthly help?"


def test_a_settled_objection_comes_back_to_the_line_or_goes_where_its_answer_says() -> None:
    call = at_hours(begin())
    call.raise_objection("price", How.SEARCH, "dear")
    call.pick(1)
    assert now(call).line == "discovery.hours"
    assert now(call).objection is None
    assert call.state.objections[0].result is Result.SETTLED
    call.raise_objection("price")
    for _ in range(4):
        call.done()
    assert now(call).speech.text == "Start smaller?"
    call.pick(1)
    assert now(call).line == "next_step.when"


def test_a_final_objection_ends_the_talk_with_its_outcome() -> None:
    call = at_hours(begin())
    call.raise_objection("price")
    call.pick(3)
    assert now(call).showing is Showing.FAREWELL
    assert now(call).proposed_outcome == "not_interested"
    assert [stop.standing for stop in now(call).rail][-1] is Standing.CURRENT


def test_a_settled_answer_that_leads_where_the_end_leads_proposes_the_same_outcome() -> None:
    book = mill_playbook()
    stop = Objection(
        "stop",
        "privacy",
        "Do not ring me again",
        acknowledge="Understood.",
        responses=(Response("done", "stop.done", "Nobody rings you.", to="wrap_up"),),
        final=Final(outcome="do_not_call", to="wrap_up"),
    )
    call = at_hours(begin(replace(book, objections=(*book.objections, stop))))
    call.raise_objection("stop")
    call.done()
    call.pick(1)
    assert now(call).showing is Showing.FAREWELL
    assert now(call).proposed_outcome == "do_not_call"


def test_detours_nest_and_the_way_back_is_shown() -> None:
    call = at_hours(begin())
    call.raise_objection("price")
    call.ask_now("discovery.decides")
    call.raise_objection("partner")
    assert [(crumb.kind, crumb.label, crumb.number) for crumb in now(call).crumbs] == [
        (Showing.LINE, "hours a week · today · paper only", 1),
        (Showing.OBJECTION, "It is too expensive", 0),
        (Showing.LINE, "Who else has a say?", 2),
    ]
    call.back()
    assert now(call).line == "discovery.decides"
    call.back()
    assert now(call).objection is not None
    call.back()
    assert now(call).crumbs == ()
    assert [met.result for met in call.state.objections] == [Result.OPEN, Result.OPEN]


def test_leaving_for_another_stage_parks_every_open_objection() -> None:
    call = at_hours(begin())
    call.raise_objection("price")
    call.raise_objection("partner")
    call.go_stage(1)
    assert now(call).line == "story.mill"
    assert [met.result for met in call.state.objections] == [Result.OPEN, Result.OPEN]
    call.undo()
    assert objection(call).id == "partner"


def test_an_answer_may_raise_an_objection_that_returns_to_the_next_line() -> None:
    call = at_hours(begin())
    call.pick(2)
    call.pick(2)
    assert objection(call).id == "partner"
    call.pick(1)
    assert now(call).line == "story.mill"


def test_the_same_objection_is_not_raised_twice_on_top_of_itself() -> None:
    call = at_hours(begin())
    call.raise_objection("price")
    before = call.last_seq
    call.raise_objection("price")
    call.raise_objection("no_such_objection")
    assert call.last_seq == before


def test_an_unlisted_objection_is_kept_in_their_words_and_helps_all_the_same() -> None:
    call = at_hours(begin())
    call.raise_unlisted(" my horoscope is against it ")
    prompt = now(call)
    assert prompt.objection is not None
    assert (prompt.objection.label, prompt.objection.id) == ("my horoscope is against it", "")
    assert prompt.speech.do
    for _ in range(4):
        call.done()
    assert now(call).line == "discovery.hours"
    assert now(call).objections_met[0].text == "my horoscope is against it"


def test_open_objections_are_offered_once_more_at_the_farewell() -> None:
    call = at_hours(begin())
    call.raise_objection("price")
    call.pick(2)
    call.raise_unlisted("horoscope")
    call.pick(2)
    call.go_stage(1)
    while now(call).showing is not Showing.FAREWELL:
        call.done()
    call.pick(1)
    assert objection(call).id == "price"
    call.pick(1)
    assert [met.result for met in call.state.objections] == [Result.SETTLED, Result.OPEN, Result.SETTLED]
    call.pick(1)
    assert objection(call).label == "horoscope"


def test_a_compliance_line_is_read_as_written_at_its_point() -> None:
    call = begin(recorded=True)
    call.done()
    call.pick(1)
    prompt = now(call)
    assert (prompt.showing, prompt.speech.verbatim, prompt.line) == (
        Showing.COMPLIANCE,
        True,
        "compliance.recording",
    )
    before = call.last_seq
    call.back()
    assert call.last_seq == before
    call.done()
    assert now(call).line == "discovery.hours"
    call.go_stage(-1)
    call.go_stage(1)
    assert now(call).showing is Showing.LINE
    skipping = begin(recorded=True)
    skipping.go_stage(1)
    skipping.skip()
    assert "compliance.recording" in skipping.state.skipped


def test_a_mood_changes_words_and_tone_at_once() -> None:
    call = at_hours(begin())
    assert now(call).tone.tone == "curious"
    assert now(call).tone.pause_seconds == 3.0
    call.tap_mood(Mood.RUSHED)
    assert now(call).speech.text == "Hours a week?"
    assert now(call).tone.tone == "crisp"
    call.undo()
    assert now(call).speech.text.startswith("How many")


def test_tone_precedence_line_over_mild_mood_over_stage() -> None:
    call = at_hours(begin())
    call.tap_mood(Mood.UNSURE)
    assert now(call).tone.tone == "curious"
    call.go_stage(-1)
    assert now(call).tone.tone == "warm"
    call.tap_mood(Mood.SCEPTICAL)
    assert now(call).tone.tone == "confident"
    call.tap_mood(Mood.ANGRY)
    assert now(call).tone.tone == "calm"


def test_anger_strips_the_screen_passes_over_the_line_and_locks_the_push() -> None:
    call = at_hours(begin())
    call.tap_mood(Mood.ANGRY)
    assert now(call).stripped
    assert now(call).line == "discovery.decides"
    assert now(call).drive is Drive.PULL
    before = call.last_seq
    call.switch_drive()
    call.tap_mood(Mood.ANGRY)
    assert call.last_seq == before


def test_interest_offers_the_ask_which_may_be_waved_away_or_taken() -> None:
    call = at_hours(begin())
    call.tap_mood(Mood.INTERESTED)
    prompt = now(call)
    assert prompt.drive is Drive.PUSH
    assert prompt.ask is not None
    assert prompt.ask.text == "Shall we set it up?"
    assert prompt.ask.days == (date(2026, 11, 26), date(2026, 11, 30))
    call.wave_ask()
    assert now(call).ask is None
    call.tap_mood(Mood.INTERESTED)
    assert now(call).ask is not None
    call.take_ask(date(2026, 11, 26))
    assert now(call).line == "close.shall"
    assert now(call).next_step == NextStep(when="2026-11-26")
    assert now(call).ask is None


def test_a_locked_push_never_asks() -> None:
    call = begin(replace(mill_playbook(), push_locked=True))
    call.tap_mood(Mood.INTERESTED)
    assert now(call).ask is None
    assert now(call).drive is Drive.PULL


def test_the_drive_follows_the_stage_until_the_rep_switches_it() -> None:
    call = begin()
    assert now(call).drive is Drive.PULL
    call.switch_drive()
    assert now(call).drive is Drive.PUSH
    call.go_stage(1)
    assert now(call).drive is Drive.PULL


def test_the_stage_times_stand_still_on_hold() -> None:
    clock = FakeClock()
    call = begin(clock=clock)
    clock.pass_ms(5_000)
    call.hold()
    clock.pass_ms(60_000)
    assert now(call).clocks.held
    call.hold()
    clock.pass_ms(2_000)
    call.done()
    call.pick(1)
    clocks = now(call).clocks
    assert (clocks.call_ms, clocks.held) == (7_000, False)
    assert now(call).rail[0].ms == 7_000


def test_notes_replace_by_number_and_empty_ones_go() -> None:
    call = begin()
    call.write_note(1, "call")
    call.write_note(1, "call after the 15th")
    call.write_note(2, "likes bread")
    assert now(call).notes == ((1, "call after the 15th"), (2, "likes bread"))
    before = call.last_seq
    call.write_note(2, "likes bread")
    assert call.last_seq == before
    call.write_note(2, "")
    assert now(call).notes == ((1, "call after the 15th"),)


def test_an_outcome_asks_for_what_it_requires() -> None:
    call = begin()
    with pytest.raises(OutcomeIncomplete) as caught:
        call.record(OutcomeRecorded("meeting", when="2026-12-01T09:00"))
    assert caught.value.missing == ("who", "what")
    with pytest.raises(OutcomeIncomplete) as unknown:
        call.record(OutcomeRecorded("victory"))
    assert unknown.value.missing == ("outcome",)
    call.record(OutcomeRecorded("meeting", when="2026-12-01T09:00", who="Sample Baker", what="a visit"))
    assert (now(call).phase, now(call).outcome) == (Phase.CLOSED, "meeting")
    assert kinds(call)[-2:] == ["call_ended", "outcome_recorded"]
    before = call.last_seq
    for key in (call.done, call.undo, call.redo, call.hang_up, call.hold):
        key()
    call.write_note(1, "too late")
    call.record(OutcomeRecorded("no_answer"))
    assert call.last_seq == before


def test_facts_an_outcome_requires_may_be_known_or_given() -> None:
    book = mill_playbook()
    own = replace(book.outcomes[3], id="measured", requires_facts=("hours",))
    call = begin(replace(book, outcomes=(*book.outcomes, own)))
    assert call.outcomes()[-1].missing_facts == ("hours",)
    with pytest.raises(OutcomeIncomplete):
        call.record(OutcomeRecorded("measured"))
    call.record(OutcomeRecorded("measured", facts={"hours": 4}))
    assert call.state.facts["hours"] == 4


def test_hanging_up_can_be_taken_back() -> None:
    call = at_hours(begin())
    call.hang_up()
    assert now(call).phase is Phase.WRAP_UP
    call.undo()
    assert (now(call).phase, now(call).line) == (Phase.TALK, "discovery.hours")


def test_a_call_cut_off_can_be_closed_without_going_on() -> None:
    call = at_hours(begin())
    clock = FakeClock(call.events[-1].at)
    clock.pass_ms(3_600_000)
    resumed = LiveCall.resume(
        playbook=mill_playbook(), events=call.events, journal=FakeJournal(), clock=clock
    )
    resumed.abandon()
    assert now(resumed).phase is Phase.WRAP_UP
    assert now(resumed).clocks.call_ms == now(call).clocks.call_ms


def test_what_does_not_begin_like_a_call_is_refused() -> None:
    call = begin()
    with pytest.raises(NotACall):
        LiveCall.resume(
            playbook=mill_playbook(), events=call.events[1:], journal=FakeJournal(), clock=FakeClock()
        )


def test_help_levels_are_recorded_so_that_a_replay_is_true() -> None:
    call = begin()
    call.set_help(HelpLevel.FULL)
    call.set_help(HelpLevel.FULL)
    assert now(call).help is HelpLevel.FULL
    assert kinds(call).count("help_changed") == 1


def test_wordings_under_test_stay_the_same_within_a_call() -> None:
    book = _one_stage(say("only.hello", "A", trials=("A", "B")))
    texts = {begin(book).prompt.speech.text for _ in range(3)}
    assert len(texts) == 1
    assert texts <= {"A", "B"}


def test_a_loop_with_nothing_to_say_is_a_reported_dead_end() -> None:
    shut = say("first.never", "Never.", when="unheard > 1")
    book = Playbook(
        "loop",
        "en",
        (
            Stage("start", "Start", (say("start.hello", "Hello."),)),
            Stage("first", "First", (shut,), next=(WayOn("second"),)),
            Stage("second", "Second", (replace(shut, id="no", ref="second.no"),), next=(WayOn("first"),)),
        ),
    )
    call = begin(book)
    call.done()
    assert now(call).showing is Showing.DEAD_END
    assert now(call).speech.text
    call.done()
    assert now(call).showing is Showing.FAREWELL


def test_end_hangs_up_and_wrap_up_says_goodbye_first() -> None:
    book = _one_stage(
        ask("only.q", "Well?", answers=(Answer("bye", "bye", to="end"), Answer("on", "on", to="wrap_up")))
    )
    ended, wrapped = begin(book), begin(book)
    ended.pick(1)
    assert now(ended).phase is Phase.WRAP_UP
    wrapped.pick(2)
    assert now(wrapped).showing is Showing.FAREWELL


def test_a_bare_target_means_the_line_of_the_same_stage_first() -> None:
    answers = (Answer("again", "again", to="hello"),)
    book = Playbook(
        "bare",
        "en",
        (
            Stage("a", "A", (say("a.hello", "Hello a."), ask("a.q", "Well?", answers=answers))),
            Stage("hello", "Hello", (say("hello.x", "Hello stage."),)),
        ),
    )
    call = begin(book)
    call.done()
    call.pick(1)
    assert now(call).line == "a.hello"


def test_a_tone_for_one_mood_wins_over_everything() -> None:
    change = MoodChange(say="Please.", tone=Tone("firm"))
    call = begin(_one_stage(say("only.hello", "Hello.", moods={Mood.ANGRY: change})))
    call.tap_mood(Mood.ANGRY)
    assert (now(call).tone.tone, now(call).speech.text) == ("firm", "Please.")


def test_missing_values_show_as_marked_gaps_and_never_as_none() -> None:
    call = begin(_one_stage(say("only.hello", "To {lead.role} about {lead.extra.size} {unheard|soon}.")))
    assert now(call).speech.text == "To ‹role› about ‹size› soon."


def _one_stage(*lines: Line) -> Playbook:
    return Playbook("one", "en", (Stage("only", "Only", lines),))
