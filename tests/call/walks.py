"""Random callers: strategies for keys that a rep may press, and how to press them."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from hypothesis import strategies as st

from app.call.events import HelpLevel, Result
from app.call.live_call import LiveCall
from app.call.prompt import NextStep
from app.playbook.vocabulary import Mood

Key = tuple[str, object]

PRESS: dict[str, Callable[[LiveCall, object], None]] = {
    "done": lambda call, _: call.done(),
    "pick": lambda call, digit: call.pick(int(str(digit))),
    "words": lambda call, text: call.answer(None, str(text)),
    "skip": lambda call, _: call.skip(),
    "back": lambda call, _: call.back(),
    "line": lambda call, by: call.go_line(int(str(by))),
    "stage": lambda call, by: call.go_stage(int(str(by))),
    "undo": lambda call, _: call.undo(),
    "redo": lambda call, _: call.redo(),
    "mood": lambda call, mood: call.tap_mood(Mood(str(mood))),
    "drive": lambda call, _: call.switch_drive(),
    "objection": lambda call, place: _object(call, int(str(place))),
    "unlisted": lambda call, text: call.raise_unlisted(str(text)),
    "result": lambda call, result: call.end_objection(Result(str(result))),
    "story": lambda call, _: call.tell_story(call.playbook.stories[0].id),
    "ask": lambda call, place: _ask(call, int(str(place))),
    "hold": lambda call, _: call.hold(),
    "note": lambda call, text: call.write_note(1, str(text)),
    "help": lambda call, level: call.set_help(HelpLevel(str(level))),
    "agree": lambda call, what: call.agree(NextStep(str(what))),
    "wave": lambda call, _: call.wave_ask(),
    "take": lambda call, _: call.take_ask(date(2026, 12, 1)),
    "hang_up": lambda call, _: call.hang_up(),
}


def _object(call: LiveCall, place: int) -> None:
    objections = call.playbook.objections
    if objections:
        call.raise_objection(objections[place % len(objections)].id)


def _ask(call: LiveCall, place: int) -> None:
    rows = call.questions()
    call.ask_now(rows[place % len(rows)].line)


_none = st.none()
_place = st.integers(0, 30)
_sign = st.sampled_from((-1, 1))

TALK_KEYS: st.SearchStrategy[Key] = st.one_of(
    st.tuples(st.just("done"), _none),
    st.tuples(st.just("pick"), st.integers(1, 9)),
    st.tuples(st.just("words"), st.sampled_from(("", "12", "about five", "x"))),
    st.tuples(st.just("skip"), _none),
    st.tuples(st.just("back"), _none),
    st.tuples(st.just("line"), _sign),
    st.tuples(st.just("stage"), _sign),
    st.tuples(st.just("mood"), st.sampled_from([str(mood) for mood in Mood])),
    st.tuples(st.just("drive"), _none),
    st.tuples(st.just("objection"), _place),
    st.tuples(st.just("unlisted"), st.sampled_from(("", "my horoscope"))),
    st.tuples(st.just("result"), st.sampled_from([str(result) for result in Result])),
    st.tuples(st.just("story"), _none),
    st.tuples(st.just("ask"), _place),
    st.tuples(st.just("hold"), _none),
    st.tuples(st.just("note"), st.sampled_from(("", "a", "b"))),
    st.tuples(st.just("help"), st.sampled_from([str(level) for level in HelpLevel])),
    st.tuples(st.just("agree"), st.sampled_from(("", "a visit"))),
    st.tuples(st.just("wave"), _none),
    st.tuples(st.just("take"), _none),
)
ALL_KEYS: st.SearchStrategy[Key] = st.one_of(
    TALK_KEYS,
    st.tuples(st.just("undo"), _none),
    st.tuples(st.just("redo"), _none),
    st.tuples(st.just("hang_up"), _none),
)


def press(call: LiveCall, key: Key) -> None:
    """Presses one key of a random caller."""
    name, value = key
    PRESS[name](call, value)
