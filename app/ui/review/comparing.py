"""Two calls side by side: picking the second one, moving through both apart or together. Knows no Qt."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from app.call.ports import BookUnavailable, Clock
from app.review.desk import DeskRow, NotRecorded
from app.ui.background import Runner
from app.ui.review.compare_scene import CompareScene, CompareView, Side, Together
from app.ui.review.loading import DeskBooks, OpenedCall, open_call
from app.ui.review.replay_scene import ReplayScene
from app.ui.review.replaying import ReplayPresenter
from app.ui.review.timeline import StageBar, Timeline

_NEXT = {Together.TIME: Together.STAGE, Together.STAGE: Together.APART, Together.APART: Together.TIME}


class _SideView:
    """Hands one replay's scene on as one half of the whole."""

    def __init__(self, side: Side, show: Callable[[Side, ReplayScene], None]) -> None:
        self._side = side
        self._show = show

    def show_replay(self, scene: ReplayScene) -> None:
        """One half has changed."""
        self._show(self._side, scene)


class ComparePresenter:
    """Holds two replays. ``person`` is noted as having opened the second call."""

    def __init__(self, view: CompareView, runner: Runner, clock: Clock, *, person: str, lang: str) -> None:
        self._view = view
        self._runner = runner
        self._clock = clock
        self._person = person
        self._lang = lang
        self._books: DeskBooks | None = None
        self._asked = 0
        self._rows: dict[Side, DeskRow] = {}
        self._sides = {side: ReplayPresenter(_SideView(side, self._side_shown)) for side in Side}
        self.scene = CompareScene()

    def serve(self, books: DeskBooks) -> None:
        """The books are open."""
        self._books = books

    def speak(self, lang: str) -> None:
        """Words in another language from now on."""
        if lang == self._lang:
            return
        self._lang = lang
        if self.scene.on:
            self._read_both(again=True)

    # --- picking ---

    def wait_for_second(self, first: DeskRow) -> None:
        """The next call that is picked comes beside ``first``."""
        self._show(first=first)

    def stop_waiting(self) -> None:
        """No other call comes beside it after all."""
        self._show(first=None)

    def begin(self, first: DeskRow, second: DeskRow, at: int = 0) -> None:
        """Shows both; the first one stands ``at`` milliseconds into it. The same call twice is passed over."""
        if self._books is None or first.call == second.call:
            return
        self._rows = {Side.LEFT: first, Side.RIGHT: second}
        for side, row in self._rows.items():
            self._sides[side].wait_for(row)
        self._show(on=True, first=None, active=Side.LEFT, missing="")
        self._read_both(at=at)

    def leave(self) -> None:
        """Back to one call."""
        self._asked += 1
        self._show(on=False, missing="")

    def _read_both(self, *, again: bool = False, at: int = 0) -> None:
        self._asked += 1
        for side, row in self._rows.items():
            self._read(side, row, again=again, at=at if side is Side.LEFT else 0)

    def _read(self, side: Side, row: DeskRow, *, again: bool, at: int) -> None:
        books = self._books
        if books is None:
            return
        person = "" if again or side is Side.LEFT else self._person  # the first one was opened before
        work = partial(open_call, books, row.call, self._lang, person=person, at=self._clock.now())
        then = partial(self._read_done, self._asked, side, again, at)
        self._runner.run(work, then, partial(self._read_failed, self._asked, side))

    def _read_done(self, asked: int, side: Side, again: bool, at: int, opened: OpenedCall) -> None:  # noqa: FBT001
        if asked != self._asked:
            return
        replay = self._sides[side]
        replay.take(opened, keep_place=again)
        if at:
            replay.slide(at)
        if not again:
            self._follow(Side.LEFT)

    def _read_failed(self, asked: int, side: Side, error: Exception) -> bool:
        if not isinstance(error, BookUnavailable | NotRecorded):
            return False
        if asked == self._asked:
            self._sides[side].fail()
        return True

    # --- which one, and how they move ---

    def act_on(self, side: Side) -> None:
        """The keys act on this one from now on."""
        self._show(active=side)

    def swap(self) -> None:
        """The keys act on the other one."""
        self.act_on(self.scene.active.other)

    def move_as(self, together: Together) -> None:
        """Both move together in another way; the other one comes along at once."""
        self._show(together=together, missing="")
        self._follow(self.scene.active)

    def next_way(self) -> None:
        """By time, by stage, apart, and round again."""
        self.move_as(_NEXT[self.scene.together])

    # --- moving ---

    def slide(self, side: Side, at: int) -> None:
        """The slider of ``side`` stands at ``at`` milliseconds."""
        self._moved(side, partial(self._sides[side].slide, at))

    def choose(self, side: Side, place: int) -> None:
        """A moment of the list of ``side`` is picked."""
        self._moved(side, partial(self._sides[side].choose, place))

    def move(self, by: int) -> None:
        """To the next (1) or previous (-1) moment."""
        self._move_active(partial(self.replay.move, by))

    def next_objection(self, by: int = 1) -> None:
        """To the next or previous objection."""
        self._move_active(partial(self.replay.next_objection, by))

    def next_flag(self, by: int = 1) -> None:
        """To the next or previous flag."""
        self._move_active(partial(self.replay.next_flag, by))

    def next_stage(self, by: int = 1) -> None:
        """To the start of the next or previous stage; moving by stage, both calls go to its start."""
        self._move_active(partial(self.replay.next_stage, by))

    def show_every_step(self, *, every: bool) -> None:
        """Lists plain lines too, or not, in both."""
        for replay in self._sides.values():
            replay.show_every_step(every=every)

    @property
    def replay(self) -> ReplayPresenter:
        """The replay that the keys act on."""
        return self._sides[self.scene.active]

    def _move_active(self, act: Callable[[], object]) -> None:
        self._moved(self.scene.active, act)

    def _moved(self, side: Side, act: Callable[[], object]) -> None:
        before = self.scene.of(side).at
        self._show(active=side)
        act()
        if self.scene.of(side).at != before:
            self._follow(side)

    def _follow(self, side: Side) -> None:
        """The other call comes along as far as it goes."""
        mover, other = self.scene.of(side), self.scene.of(side.other)
        if self.scene.together is Together.TIME:
            self._sides[side.other].slide(mover.at)
        elif self.scene.together is Together.STAGE:
            bar = _bar_at(mover.timeline, mover.at)
            there = _like(mover.timeline, bar, other.timeline) if bar is not None else None
            self._show(missing=bar.title if bar is not None and there is None else "")
            if bar is not None and there is not None:
                self._sides[side.other].slide(_inside(there, mover.at - bar.start))

    # --- showing ---

    def _side_shown(self, side: Side, replay: ReplayScene) -> None:
        if side is Side.LEFT:
            self._show(left=replay)
        else:
            self._show(right=replay)

    def _show(self, **changes: object) -> None:
        scene = replace(self.scene, **changes)  # type: ignore[arg-type]
        if scene != self.scene:
            self.scene = scene
            self._view.show_compare(scene)


def _bar_at(line: Timeline, at: int) -> StageBar | None:
    return next((bar for bar in reversed(line.bars) if bar.start <= at), None)


def _like(line: Timeline, bar: StageBar, other: Timeline) -> StageBar | None:
    """The same stage in the other call: the same time round where it was gone into again, else the first."""
    round_ = [one for one in line.bars if one.stage == bar.stage].index(bar)
    there = [one for one in other.bars if one.stage == bar.stage]
    return (there[round_] if round_ < len(there) else there[0]) if there else None


def _inside(bar: StageBar, since: int) -> int:
    """``since`` milliseconds into the stage, but not out of it."""
    return max(bar.start, min(bar.start + since, bar.end - 1))
