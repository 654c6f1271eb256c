"""What closed calls teach, read off calls made through the real engine and off events by hand."""

from __future__ import annotations

from app.call import events as ev
from app.call.events import How, NudgeKind, Result, Step
from app.call.experience import experience
from app.call.likely import MetCount
from app.call.said import said
from app.playbook.vocabulary import Mood
from app.review.lessons import Followed, NudgeCount, ProposalKind, WordingTried, lessons_of
from tests.builders import begin
from tests.store.happenings import Tape


def objected(tape: Tape, how: How = How.KEY, text: str = "", objection: str | None = "price") -> None:
    tape.act(ev.ObjectionRaised(objection, how, text))


def test_own_words_for_a_line_come_with_the_answer_that_followed() -> None:
    tape = Tape()
    tape.begin()
    tape.act(ev.MoodTapped(Mood.RUSHED))
    tape.act(ev.Reworded("opening.hello", " Hi, it is me. "))
    tape.act(ev.Answered("opening.hello", "yes"))
    tape.finish()
    (hint,) = lessons_of(tape.events).hints
    assert (hint.kind, hint.target, hint.words) == (ProposalKind.OWN_WORDS, "opening.hello", "Hi, it is me.")
    assert (hint.moment.mood, hint.moment.stage, hint.moment.ms) == ("rushed", "opening", 4000)
    assert (hint.moment.followed, hint.moment.words) == (Followed.ANSWERED, "yes")


def test_no_mood_is_told_that_nobody_sensed() -> None:
    tape = Tape()
    tape.begin()
    tape.act(ev.Reworded("opening.hello", "Hi, it is me."))
    tape.finish()
    (hint,) = lessons_of(tape.events).hints
    assert hint.moment.mood == ""


def test_own_words_that_an_older_program_put_to_the_line_beneath_belong_to_the_step() -> None:
    tape = Tape()
    tape.begin()
    objected(tape)
    tape.act(ev.Reworded("opening.hello", "I hear you"))
    tape.act(ev.ResponseShown("price", "payback"), ev.ObjectionStepDone("price", Step.ASK, Step.ANSWER))
    tape.act(ev.Reworded("opening.hello", "It pays for itself in May"))
    tape.act(ev.ObjectionEnded("price", Result.SETTLED, "payback"))
    tape.act(ev.Reworded("opening.hello", "Hello again"))
    tape.finish("callback")
    hints = lessons_of(tape.events).hints
    assert [(hint.target, hint.moment.followed) for hint in hints] == [
        ("objections.price.acknowledge", Followed.SETTLED),
        ("objections.price.payback", Followed.SETTLED),
        ("opening.hello", Followed.OUTCOME),
    ]


def test_unlisted_ones_carry_the_family_they_were_put_into() -> None:
    tape = Tape()
    tape.begin()
    objected(tape, How.UNLISTED, "my cat decides", None)
    tape.act(ev.ObjectionEnded(None, Result.OPEN))
    tape.act(ev.CallEnded())
    tape.act(ev.ObjectionNamed("my cat decides", "authority"))
    tape.act(ev.OutcomeRecorded("sale"))
    lessons = lessons_of(tape.events)
    (hint,) = lessons.hints
    assert (hint.kind, hint.words, hint.family) == (ProposalKind.UNLISTED, "my cat decides", "authority")
    assert hint.moment.followed is Followed.OPEN
    assert lessons.met == ()


def test_words_searched_for_are_a_hint_unless_they_are_too_few() -> None:
    tape = Tape()
    tape.begin()
    for words in ("costs a fortune", "co"):
        objected(tape, How.SEARCH, words)
        tape.act(ev.ObjectionEnded("price", Result.SETTLED))
    tape.finish()
    (hint,) = lessons_of(tape.events).hints
    assert (hint.kind, hint.target, hint.words) == (ProposalKind.HEARD, "price", "costs a fortune")


def test_objections_are_counted_by_stage_source_and_mood_but_not_when_reopened() -> None:
    tape = Tape()
    tape.begin()
    objected(tape)
    tape.act(ev.ObjectionEnded("price", Result.OPEN))
    tape.act(ev.MoodTapped(Mood.ANGRY))
    objected(tape)
    tape.act(ev.ObjectionEnded("price", Result.OPEN))
    objected(tape, How.REOPENED)
    tape.finish()
    assert lessons_of(tape.events).met == (
        MetCount("opening", "web", "reserved", "price", 1),
        MetCount("opening", "web", "angry", "price", 1),
    )


def test_undone_acts_teach_nothing_and_come_back_with_redo() -> None:
    tape = Tape()
    tape.begin()
    reworded = tape.act(ev.Reworded("opening.hello", "Hi"))[0]
    undone = tape.act(ev.Undone(reworded.seq))[0]
    assert lessons_of(tape.events).hints == ()
    tape.act(ev.Undone(undone.seq))
    assert [hint.words for hint in lessons_of(tape.events).hints] == ["Hi"]


def test_a_response_did_well_only_as_the_last_before_settled() -> None:
    tape = Tape()
    tape.begin()
    objected(tape)
    tape.act(ev.ResponseShown("price", "first", 0))
    tape.act(ev.ResponseShown("price", "second", 1))
    tape.act(ev.ObjectionEnded("price", Result.SETTLED, "second"))
    tape.finish()
    assert lessons_of(tape.events).tried == (
        WordingTried("price.first", 0, did_well=False),
        WordingTried("price.second", 1, did_well=True),
    )


def test_a_line_did_well_when_the_call_went_on_to_another_stage_but_wrap_up() -> None:
    def tried(*after: ev.Happening) -> bool:
        tape = Tape()
        tape.begin()
        tape.act(ev.LineShown("opening.pitch", wording=1))
        tape.act(*after)
        tape.finish()
        (one,) = lessons_of(tape.events).tried
        assert (one.name, one.wording) == ("opening.pitch", 1)
        return one.did_well

    assert tried(ev.StageEntered("discovery"), ev.LineShown("discovery.why"))
    assert not tried(ev.StageEntered("wrap_up"), ev.LineShown("wrap_up"))
    assert not tried(ev.StageEntered("opening"))


def test_reminders_are_counted_by_kind() -> None:
    tape = Tape()
    tape.begin()
    tape.act(ev.NudgeShown(NudgeKind.MUST_OPEN, "a.b"))
    tape.act(ev.NudgeShown(NudgeKind.MUST_OPEN, "a.c"))
    tape.act(ev.NudgeFollowed(NudgeKind.MUST_OPEN, "a.c"))
    assert lessons_of(tape.events).nudges == (NudgeCount(NudgeKind.MUST_OPEN, 2, 1),)


def test_the_engine_records_what_the_lessons_are_read_from() -> None:
    call = begin()
    call.reword("in my words")
    call.raise_objection(call.playbook.objections[0].id, How.SEARCH, "words nobody knew")
    call.end_objection(Result.SETTLED)
    kinds = [hint.kind for hint in lessons_of(call.events).hints]
    assert kinds == [ProposalKind.OWN_WORDS, ProposalKind.HEARD]
    assert [one.objection for one in lessons_of(call.events).met] == [call.playbook.objections[0].id]


def test_own_words_inside_an_objection_name_its_step_and_outside_the_line() -> None:
    call = begin()
    call.reword("for the line")
    line, objection = call.state.line, call.playbook.objections[0]
    call.raise_objection(objection.id, How.KEY)
    while call.prompt.objection is not None and call.prompt.objection.current is not Step.CHECK:
        call.reword(f"for {call.prompt.objection.current}")
        call.done()
    call.end_objection(Result.OPEN)
    named = {words: name for name, words in call.state.rewordings}
    assert named["for the line"] == line
    assert named["for acknowledge"] == f"objections.{objection.id}.acknowledge"
    assert named["for ask"] == f"objections.{objection.id}.ask"
    assert named["for answer"] == f"objections.{objection.id}.{objection.responses[1].id}"
    assert [hint.target for hint in lessons_of(call.events).hints] == list(named.values())


def test_an_answer_in_own_words_does_not_count_against_the_line_beneath() -> None:
    call = begin()
    line = call.state.line
    call.raise_objection(call.playbook.objections[0].id, How.KEY)
    call.reword("in my words")
    call.end_objection(Result.SETTLED)
    call.done()
    assert experience([call.events])[line].well == 1


def test_own_words_given_after_the_call_belong_to_the_moment_when_the_line_was_said() -> None:
    call = begin()
    call.tap_mood(Mood.RUSHED)
    line, stage = call.state.line, call.state.stage
    call.done()
    said_at = call.events[-1].ms
    objection = call.playbook.objections[0]
    call.raise_objection(objection.id, How.KEY)
    while call.prompt.objection is not None and call.prompt.objection.current is not Step.CHECK:
        call.done()
    call.end_objection(Result.SETTLED)
    call.tap_mood(Mood.INTERESTED)
    call.hang_up()
    names = [one.name for one in said(call.playbook, call.state)]
    assert names == [line, f"objections.{objection.id}.{objection.responses[1].id}"]
    for name in names:
        call.reword("in my words", name)
    first, second = lessons_of(call.events).hints
    assert (first.target, first.moment.stage, first.moment.mood) == (line, stage, "rushed")
    assert first.moment.ms <= said_at
    assert (second.target, second.moment.followed) == (names[1], Followed.SETTLED)
    assert first.moment.seq != second.moment.seq
