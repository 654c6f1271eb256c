"""The board of likely objections in a replay is the one that the rep saw, whatever calls have taught since."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from app.call import events as ev
from app.call.events import Event, HelpLevel, from_data, to_data
from app.call.likely import LEAST_TO_SHOW, LikelyOrder, MetCount, RecordedOrder
from app.call.live_call import LiveCall
from app.call.people import CallTerms, LeadCard
from app.call.prompt import Prompt
from app.call.replay import prompt_at, prompts
from app.playbook.model import Playbook
from app.playbook.reading import read
from app.playbook.source import Source, SourceFile
from app.playbook.vocabulary import Mood
from tests.builders import REP
from tests.fakes import FakeClock, FakeJournal

_OBJECTIONS = "".join(
    f"  - {{id: o{n:02}, kind: price, label: Objection {n}, likely: [opening], responses: [{{id: r, say: Yes.}}]"
    + (", when: size > 10" if n == 12 else "")
    + "}\n"
    for n in range(1, 13)
)
TEXT = Source(
    (
        SourceFile(
            "en/board.yaml",
            f"""\
callcue: 1
id: board
title: Board
lang: en
facts:
  size: {{type: number, label: size}}
stages:
  - id: opening
    lines:
      - {{id: hello, say: Hello.}}
      - id: how_many
        ask: How many?
        fact: size
        answers: [{{id: few, label: few, value: 5}}, {{id: many, label: many, value: 50}}]
  - id: offer
    lines:
      - {{id: here, say: Here it is.}}
      - {{id: more, say: More of it.}}
objections:
{_OBJECTIONS}""".encode(),
        ),
    )
)
LEAD = LeadCard(first_name="Anna", source="web")


def playbook() -> Playbook:
    found = read(TEXT)
    assert found.playbook is not None, found.problems
    return found.playbook


def taught(times: int = LEAST_TO_SHOW) -> RecordedOrder:
    """The last objections of the file were met most; in the offer and in other moods others."""
    return RecordedOrder(
        [
            MetCount("opening", "web", "reserved", "o12", times),
            MetCount("opening", "fair", "reserved", "o11", times),
            MetCount("opening", "web", "rushed", "o09", 2 * times),
            MetCount("offer", "web", "reserved", "o07", 3 * times),
        ]
    )


class Watched:
    """A call whose every prompt is kept as it came on the screen, with the number of the event it came after."""

    def __init__(self, likely: LikelyOrder | None) -> None:
        self.seen: dict[int, Prompt] = {}
        self.clock = FakeClock(ticking=True)
        self.call = LiveCall.start(
            playbook=playbook(),
            source=TEXT,
            lead=LEAD,
            rep=REP,
            terms=CallTerms(),
            help=HelpLevel.CUES,
            journal=FakeJournal(),
            clock=self.clock,
            likely=likely,
        )
        self.look()

    def look(self) -> None:
        self.seen[self.call.last_seq] = self.call.prompt

    def act(self, key: str) -> None:
        call = self.call
        {
            "done": call.done,
            "few": lambda: call.pick(1),
            "many": lambda: call.pick(2),
            "rushed": lambda: call.tap_mood(Mood.RUSHED),
            "angry": lambda: call.tap_mood(Mood.ANGRY),
            "object": lambda: call.raise_objection("o03"),
            "undo": call.undo,
            "redo": call.redo,
            "back": call.back,
            "stage": lambda: call.go_stage(1),
            "return": lambda: call.go_stage(-1),
            "end": call.hang_up,
        }[key]()
        self.look()

    def crash(self, likely: LikelyOrder | None) -> None:
        self.call = LiveCall.resume(
            playbook=playbook(),
            events=self.call.events,
            journal=FakeJournal(),
            clock=self.clock,
            likely=likely,
        )
        self.look()


KEYS = ("done", "few", "many", "rushed", "angry", "object", "undo", "redo", "back", "stage", "return", "end")


def as_recorded(events: tuple[Event, ...]) -> tuple[Event, ...]:
    """The events as they come back from the disk."""
    return tuple(replace(one, what=from_data(one.kind, to_data(one.what))) for one in events)


@given(st.lists(st.sampled_from(KEYS), max_size=14))
def test_every_prompt_is_replayed_as_it_was_seen(keys: list[str]) -> None:
    watched = Watched(taught())
    for key in keys:
        watched.act(key)
    events = as_recorded(watched.call.events)
    replayed = {event.seq: prompt for event, prompt in prompts(playbook(), events)}
    for seq, seen in watched.seen.items():
        assert replayed[seq] == seen
    last = events[-1]
    assert prompt_at(playbook(), events, last.ms) == watched.seen[last.seq]


def test_the_board_follows_stage_mood_and_conditions() -> None:
    watched = Watched(taught())
    first = watched.call.prompt.likely
    assert "o12" not in [one.id for one in first]  # its condition is not known to hold
    watched.act("done")
    watched.act("many")
    assert watched.call.prompt.likely[0].id == "o07"
    watched.act("return")
    assert watched.call.prompt.likely[0].id == "o12"
    watched.act("rushed")
    assert watched.call.prompt.likely[0].id == "o09"
    assert (watched.call.prompt.likely[0].share or 0) > 0.5
    shown = [one.what for one in watched.call.events if isinstance(one.what, ev.BoardShown)]
    assert len(shown) == 4
    assert all(one != before for before, one in pairwise(shown))


def test_a_board_that_stays_the_same_is_kept_once() -> None:
    watched = Watched(taught())
    watched.act("done")
    watched.call.flag()
    watched.call.write_note(1, "a word")
    assert sum(isinstance(one.what, ev.BoardShown) for one in watched.call.events) == 1


def test_what_is_taught_after_a_crash_is_shown_and_kept() -> None:
    watched = Watched(taught())
    watched.crash(RecordedOrder([MetCount("opening", "web", "reserved", "o05", 500)]))
    assert watched.call.prompt.likely[0].id == "o05"
    events = as_recorded(watched.call.events)
    assert {event.seq: prompt for event, prompt in prompts(playbook(), events)}[events[-1].seq] == (
        watched.call.prompt
    )


def test_when_nothing_can_be_looked_up_after_a_crash_the_author_orders_again() -> None:
    watched = Watched(taught())
    watched.crash(None)
    assert [one.id for one in watched.call.prompt.likely][:3] == ["o01", "o02", "o03"]
    assert all(one.share is None for one in watched.call.prompt.likely)


def test_the_author_s_order_and_older_calls_keep_nothing() -> None:
    watched = Watched(None)
    watched.act("done")
    assert not any(isinstance(one.what, ev.BoardShown) for one in watched.call.events)
    assert [one.id for one in watched.call.prompt.likely][:2] == ["o01", "o02"]


def test_an_objection_that_a_later_text_lacks_is_left_out() -> None:
    watched = Watched(taught())
    short = replace(playbook(), objections=playbook().objections[:11])
    prompt = prompt_at(short, watched.call.events, watched.call.events[-1].ms)
    assert prompt is not None
    assert "o12" not in [one.id for one in prompt.likely]
    assert prompt.likely
