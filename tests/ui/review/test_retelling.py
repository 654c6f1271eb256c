"""A recorded call retold: stages, objections, changed answers, what was taken back, and the very prompt."""

from __future__ import annotations

import pytest

from app.call.conversation import conversation
from app.call.events import HelpLevel
from app.call.live_call import LiveCall
from app.call.people import CallTerms
from app.playbook.reading import read
from app.playbook.source import Source, SourceFile
from app.playbook.vocabulary import Mood
from app.ui.review.retelling import QUIET, Moment, Retelling, Sort, retell, span_words
from tests.builders import LEAD, REP, begin
from tests.fakes import FakeClock, FakeJournal
from tests.ui.review.fakes import PLAYBOOK, recorded, small_playbook


def told(lang: str = "en") -> Retelling:
    return retell(small_playbook(), recorded().events, lang)


def only(retelling: Retelling, sort: Sort) -> list[Moment]:
    return [one for one in retelling.moments if one.sort is sort]


def test_stages_are_bars_that_cover_the_call_without_gaps() -> None:
    line = told().timeline
    assert [bar.title for bar in line.bars][:1] == ["Opening"]
    assert line.bars[0].start == 0
    assert all(left.end == right.start for left, right in zip(line.bars, line.bars[1:], strict=False))
    assert line.bars[-1].end == line.length


def test_an_answer_taken_back_stays_in_the_list_marked_and_off_the_timeline() -> None:
    answers = only(told(), Sort.ANSWER)
    assert [(one.strong, one.taken_back) for one in answers] == [("yes, go on", True), ("later", False)]
    assert "Taken back." in answers[0].detail


def test_an_objection_tells_its_answer_its_end_and_what_was_passed_over() -> None:
    (objection,) = only(told(), Sort.OBJECTION)
    assert objection.strong == "Objection: It is too expensive"
    assert "It pays for itself." in objection.tail
    assert "settled after" in objection.tail
    assert "Passed over" not in objection.detail
    (dot,) = told().timeline.objections
    assert (dot.seq, dot.at) == (objection.seq, objection.at)


def test_an_objection_ended_at_once_names_the_steps_it_lacked() -> None:
    call = recorded()
    call.raise_objection("price")
    call.pick(2)
    last = only(retell(small_playbook(), call.events, "cs"), Sort.OBJECTION)[-1]
    assert last.strong == "Námitka: It is too expensive"
    assert "zůstává otevřená" in last.tail
    assert last.detail.startswith("Přeskočeno: uznat, zeptat se, ověřit")


def test_the_mood_line_begins_with_the_start_mood_and_steps_at_taps() -> None:
    moods = told().timeline.moods
    assert [mood for _, mood in moods] == [Mood.RESERVED, Mood.INTERESTED]
    assert moods[0][0] == 0


def test_exact_words_are_weighty_whether_read_or_not() -> None:
    for key, sort, words in (
        ("done", Sort.READ, "Read word for word: This call is recorded."),
        ("skip", Sort.SKIPPED, "Exact words not read: This call is recorded."),
    ):
        call = begin(recorded=True)
        call.go_stage(1)
        getattr(call, key)()
        assert sort not in QUIET
        (moment,) = only(retell(call.playbook, call.events, "en"), sort)
        assert moment.words == words


def test_flags_stand_on_the_timeline_with_their_words() -> None:
    (flag,) = only(told(), Sort.FLAG)
    assert flag.detail == "the price"
    assert [dot.seq for dot in told().timeline.flags] == [flag.seq]


def test_the_prompt_at_each_moment_is_the_one_that_was_on_the_screen() -> None:
    retelling = told()
    (objection,) = only(retelling, Sort.OBJECTION)
    prompt = retelling.prompt_at(objection.at)
    assert prompt is not None
    assert prompt.objection is not None
    assert prompt.objection.id == "price"
    first = retelling.prompt_at(0)
    assert first is not None
    assert first.speech.cue == ("name", "stop")


def test_no_events_are_no_call() -> None:
    empty = retell(small_playbook(), (), "en")
    assert empty.moments == ()
    assert empty.prompt_at(0) is None


@pytest.mark.parametrize(
    ("ms", "lang", "words"),
    [(800, "en", "0.8 s"), (800, "cs", "0,8 s"), (18_000, "cs", "18 s"), (240_000, "en", "4 min")],
)
def test_spans_are_worded_as_people_say_them(ms: int, lang: str, words: str) -> None:
    assert span_words(ms, lang) == words


FIELDS = PLAYBOOK.decode()
for _old, _new in (
    ("stages:\n", "facts:\n  hours: {type: number, label: hours}\nstages:\n"),
    ("cue: [name, stop]", 'cue: ["{rep.name}", stop]'),
    ("ask: Is now all right?", 'ask: "How many hours, {lead.first_name|friend}?"\n        fact: hours'),
    ("label: It is too expensive", 'label: "Not for {hours|a few} hours"'),
    ("say: It pays for itself.", 'say: "It saves {hours|some} hours."'),
):
    assert _old in FIELDS
    FIELDS = FIELDS.replace(_old, _new)
FIELDS = FIELDS.replace(
    """        answers:
          - {id: "yes", label: "yes, go on"}
          - {id: later, label: later, outcome: callback}
""",
    "",
)


def test_merge_fields_are_filled_as_they_were_at_that_moment() -> None:
    source = Source((SourceFile("en/small.yaml", FIELDS.encode()),))
    playbook = read(source).playbook
    assert playbook is not None
    call = LiveCall.start(
        playbook=playbook, source=source, lead=LEAD, rep=REP, terms=CallTerms(), help=HelpLevel.CUES,
        journal=FakeJournal(), clock=FakeClock(ticking=True), seed=1,
    )  # fmt: skip
    call.done()
    call.raise_objection("price")
    for _ in range(3):
        call.done()
    call.pick(1)
    call.answer(None, "8")
    call.raise_objection("price")
    for _ in range(3):
        call.done()
    retelling = retell(playbook, call.events, "en")
    first, second = only(retelling, Sort.OBJECTION)
    assert (first.strong, second.strong) == ("Objection: Not for a few hours", "Objection: Not for 8 hours")
    assert "It saves some hours." in first.tail
    assert "It saves 8 hours." in second.tail
    assert only(retelling, Sort.LINE)[0].tail == f"{REP.name} · stop"
    assert not any("{" in one.words for one in retelling.moments)
    assert not any("{" in turn.text for turn in conversation(playbook, call.events, "en"))
    assert next(one.text for one in conversation(playbook, call.events, "en") if one.ref == "price") == (
        "Not for a few hours"
    )
