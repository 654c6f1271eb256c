"""Stand-ins for the call, the finder, the clock and the view: they write down what was asked of them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from uuid import UUID

from app.call.events import HelpLevel, How, Result
from app.call.prompt import LikelyObjection, NextStep, Phase, Prompt, QuestionRow, StoryCard
from app.playbook.folding import fold
from app.playbook.vocabulary import Drive, Mood
from app.ui.live.scene import Field, Layout, Scene, Times
from tests.ui.live import prompts

CALL_ID = UUID("0190f3a0-0000-7000-8000-0000000000aa")


class FakeCall:
    """A call that records each act as a tuple and changes just enough of its prompt to be seen."""

    def __init__(self, prompt: Prompt, lang: str = "cs") -> None:
        self.prompt = prompt
        self.last_seq = 1
        self.acts: list[tuple[object, ...]] = []
        self.deaf = False
        self._lang = lang

    @property
    def call_id(self) -> UUID:
        return CALL_ID

    def _record(self, *act: object, **changes: object) -> None:
        self.acts.append(act)
        if not self.deaf:
            self.last_seq += 1
            self.prompt = replace(self.prompt, **changes)  # type: ignore[arg-type]

    def done(self) -> None:
        self._record("done")

    def pick(self, digit: int) -> None:
        self._record("pick", digit)

    def answer(self, option: str | None, text: str = "") -> None:
        self._record("answer", option, text)

    def skip(self) -> None:
        self._record("skip")

    def back(self) -> None:
        self._record("back")

    def undo(self) -> None:
        self._record("undo")

    def redo(self) -> None:
        self._record("redo")

    def go_line(self, by: int) -> None:
        self._record("go_line", by)

    def go_stage(self, by: int) -> None:
        self._record("go_stage", by)

    def tap_mood(self, mood: Mood) -> None:
        self._record("tap_mood", mood, mood=mood)

    def switch_drive(self) -> None:
        drive = Drive.PUSH if self.prompt.drive is Drive.PULL else Drive.PULL
        self._record("switch_drive", drive=drive)

    def set_help(self, level: HelpLevel) -> None:
        self._record("set_help", level, help=level)

    def raise_objection(self, objection: str, how: How = How.KEY, text: str = "") -> None:
        self._record("raise_objection", objection, how, text)

    def raise_unlisted(self, text: str) -> None:
        self._record("raise_unlisted", text)

    def end_objection(self, result: Result) -> None:
        self._record("end_objection", result)

    def tell_story(self, story: str) -> None:
        self._record("tell_story", story)

    def ask_now(self, line: str) -> None:
        self._record("ask_now", line)

    def write_note(self, number: int, text: str) -> None:
        notes = {**dict(self.prompt.notes), number: text}
        self._record("write_note", number, text, notes=tuple(sorted(notes.items())))

    def flag(self, text: str = "") -> None:
        self._record("flag", text)

    def reword(self, words: str) -> None:
        self._record("reword", words)

    def agree(self, step: NextStep) -> None:
        self._record("agree", step, next_step=step)

    def wave_ask(self) -> None:
        self._record("wave_ask", ask=None)

    def take_ask(self, day: date) -> None:
        self._record("take_ask", day, ask=None)

    def take_nudge(self) -> None:
        self._record("take_nudge", nudge=None)

    def take_help_offer(self) -> None:
        usual, offered = self.prompt.help, self.prompt.help_offer
        self._record("take_help_offer", help=offered, help_offer=None, usual_help=usual)

    def decline_help_offer(self) -> None:
        self._record("decline_help_offer", help_offer=None)

    def hold(self) -> None:
        clocks = replace(self.prompt.clocks, held=not self.prompt.clocks.held)
        self._record("hold", clocks=clocks)

    def hang_up(self) -> None:
        self._record("hang_up", phase=Phase.WRAP_UP)

    def stories(self) -> tuple[StoryCard, ...]:
        return prompts.stories(self._lang)

    def questions(self) -> tuple[QuestionRow, ...]:
        return prompts.questions(self._lang)

    def objections(self, limit: int | None = None) -> tuple[LikelyObjection, ...]:
        return prompts.objections(self._lang)[:limit]

    @property
    def objection_count(self) -> int:
        return len(prompts.objections(self._lang))


@dataclass(frozen=True, slots=True)
class FakeHit:
    kind: str
    id: str
    label: str
    matched: str
    score: float = 1.0
    covered: float = 1.0


class FakeFinder:
    """Finds objections whose label holds the letters."""

    def __init__(self, lang: str = "cs") -> None:
        self._objections = prompts.objections(lang)
        self.queries: list[str] = []
        self.weak: tuple[FakeHit, ...] = ()

    def find(self, query: str, limit: int = 9) -> Sequence[FakeHit]:
        self.queries.append(query)
        hits = [
            FakeHit("objection", row.id, row.label, row.label)
            for row in self._objections
            if fold(query) in fold(row.label)
        ]
        return (hits or list(self.weak))[:limit]


class FakeCounter:
    """A clock that stands until it is moved."""

    def __init__(self) -> None:
        self.ms = 1_000

    def monotonic_ms(self) -> int:
        return self.ms

    def now(self) -> datetime:
        return datetime(2026, 11, 24, 10, 30, tzinfo=UTC)


class FakeView:
    """Remembers what it was told to show."""

    def __init__(self) -> None:
        self.scenes: list[Scene] = []
        self.times: list[Times] = []
        self.fields: list[Field] = []
        self.sentences: list[str] = []
        self.layouts: list[Layout] = []
        self.left = 0
        self.on_scene: Callable[[Scene], None] | None = None

    @property
    def scene(self) -> Scene:
        return self.scenes[-1]

    def show_scene(self, scene: Scene) -> None:
        self.scenes.append(scene)

    def show_times(self, times: Times) -> None:
        self.times.append(times)

    def focus(self, field: Field) -> None:
        self.fields.append(field)

    def announce(self, sentence: str) -> None:
        self.sentences.append(sentence)

    def want_layout(self, layout: Layout) -> None:
        self.layouts.append(layout)

    def leave(self) -> None:
        self.left += 1
