"""Two calls side by side: picked, moved together by time and by stage, and each by itself."""

from __future__ import annotations

from uuid import UUID

from app.call.events import Event, HelpLevel
from app.call.live_call import LiveCall
from app.call.people import CallTerms
from app.call.ports import BookUnavailable, TroubleKind
from app.review.desk import DeskRow
from app.ui.review.compare_scene import CompareScene, Side, Together
from app.ui.review.comparing import ComparePresenter
from app.ui.review.loading import DeskBooks
from app.ui.review.replay_scene import Gap
from tests.builders import LEAD, REP
from tests.fakes import FakeClock, FakeJournal
from tests.ui.fakes import AtOnce, CallsInMemory, Later, call
from tests.ui.review.fakes import (
    TEXT,
    CoachingInMemory,
    DeskInMemory,
    DraftsInMemory,
    OneCard,
    ReviewsInMemory,
    recorded,
    row,
    small_playbook,
)


class View:
    """Remembers what it was told."""

    def __init__(self) -> None:
        self.scenes: list[CompareScene] = []

    @property
    def scene(self) -> CompareScene:
        """The last one."""
        return self.scenes[-1] if self.scenes else CompareScene()

    def show_compare(self, scene: CompareScene) -> None:
        self.scenes.append(scene)


def slow_call() -> LiveCall:
    """A call that stays long in its first stage."""
    clock = FakeClock(ticking=True)
    made = LiveCall.start(
        playbook=small_playbook(),
        source=TEXT,
        lead=LEAD,
        rep=REP,
        terms=CallTerms(),
        help=HelpLevel.CUES,
        journal=FakeJournal(),
        clock=clock,
    )
    clock.pass_ms(60_000)
    made.done()
    made.flag()
    clock.pass_ms(60_000)
    made.pick(1)
    clock.pass_ms(5_000)
    made.done()
    made.hang_up()
    return made


class Both:
    """A desk with two calls that can be replayed and a third that has no record."""

    def __init__(self, runner: AtOnce | Later | None = None, calls: CallsInMemory | None = None) -> None:
        first, second = recorded(), slow_call()
        self.rows = (row(1, call=first.call_id), row(2, call=second.call_id), row(3, call=UUID(int=3)))
        events = {first.call_id: first.events, second.call_id: second.events}
        calls = calls or CallsInMemory(call(3), events=events)
        calls.sources[TEXT.revision] = TEXT
        self.reviews, self.view = ReviewsInMemory(), View()
        self.presenter = ComparePresenter(
            self.view, runner or AtOnce(), FakeClock(), person="trainer", lang="en"
        )
        self.presenter.serve(
            DeskBooks(
                calls,
                DeskInMemory(*self.rows),
                self.reviews,
                OneCard(),
                DraftsInMemory(),
                CoachingInMemory(),
            )
        )

    def begin(self, second: DeskRow | None = None, at: int = 0) -> None:
        self.presenter.begin(self.rows[0], second or self.rows[1], at)

    def at(self, side: Side) -> int:
        return self.view.scene.of(side).at

    def start_of(self, side: Side, stage: str) -> int:
        return next(bar.start for bar in self.view.scene.of(side).timeline.bars if bar.stage == stage)


def test_a_call_waits_for_the_second_until_one_is_picked_or_it_is_called_off() -> None:
    both = Both()
    both.presenter.wait_for_second(both.rows[0])
    assert [one.first for one in both.view.scenes] == [both.rows[0]]
    both.presenter.stop_waiting()
    assert both.view.scenes[-1].first is None
    both.presenter.wait_for_second(both.rows[0])
    both.begin()
    assert (both.view.scene.on, both.view.scene.first) == (True, None)


def test_the_same_call_is_not_put_beside_itself() -> None:
    both = Both()
    both.presenter.begin(both.rows[0], both.rows[0])
    assert not both.view.scene.on


def test_both_are_replayed_each_as_it_was_and_only_the_second_is_noted_as_opened() -> None:
    both = Both()
    both.begin()
    left, right = both.view.scene.left, both.view.scene.right
    assert (left.gap, right.gap) == (Gap.NONE, Gap.NONE)
    assert left.moments != right.moments
    assert left.timeline.length != right.timeline.length
    assert [of for of, _ in both.reviews.looked] == [both.rows[1].call]


def test_a_call_without_a_record_says_so_beside_the_other() -> None:
    both = Both()
    both.begin(both.rows[2])
    assert both.view.scene.right.gap is Gap.NO_RECORD
    both.presenter.move(1)
    assert both.at(Side.LEFT) > 0


def test_by_time_both_stand_at_the_same_time_since_the_start() -> None:
    both = Both()
    both.begin(at=4_000)
    assert (both.at(Side.LEFT), both.at(Side.RIGHT)) == (4_000, 4_000)
    both.presenter.slide(Side.RIGHT, 6_000)
    assert (both.at(Side.LEFT), both.view.scene.active) == (6_000, Side.RIGHT)
    both.presenter.slide(Side.RIGHT, 100_000)
    assert both.at(Side.LEFT) == both.view.scene.left.timeline.length


def test_by_stage_both_jump_to_where_the_stage_begins() -> None:
    both = Both()
    both.begin()
    both.presenter.move_as(Together.STAGE)
    both.presenter.act_on(Side.RIGHT)
    both.presenter.next_stage(1)
    assert both.at(Side.RIGHT) == both.start_of(Side.RIGHT, "close")
    assert both.at(Side.LEFT) == both.start_of(Side.LEFT, "close")
    both.presenter.next_stage(-1)
    assert (both.at(Side.LEFT), both.at(Side.RIGHT)) == (0, 0)


def test_by_stage_the_other_one_never_leaves_the_stage() -> None:
    both = Both()
    both.begin()
    both.presenter.move_as(Together.STAGE)
    both.presenter.slide(Side.RIGHT, 90_000)
    assert both.view.scene.right.timeline.stage_at(90_000) == "Opening"
    assert both.at(Side.LEFT) == both.start_of(Side.LEFT, "close") - 1


def test_a_stage_that_the_other_call_never_came_to_is_named_and_it_stands_still() -> None:
    both = Both()
    both.begin()
    both.presenter.move_as(Together.STAGE)
    both.presenter.slide(Side.RIGHT, 2_000)
    stood = both.at(Side.LEFT)
    both.presenter.slide(Side.RIGHT, both.view.scene.right.timeline.length)
    reached = both.view.scene.right.timeline.stage_at(both.at(Side.RIGHT))
    names = {bar.title for bar in both.view.scene.left.timeline.bars}
    assert reached not in names
    assert both.view.scene.missing == reached
    assert both.at(Side.LEFT) == stood
    both.presenter.slide(Side.RIGHT, 0)
    assert both.view.scene.missing == ""


def test_apart_the_other_one_stays_where_it_is() -> None:
    both = Both()
    both.begin()
    both.presenter.next_way()
    both.presenter.next_way()
    assert both.view.scene.together is Together.APART
    both.presenter.swap()
    both.presenter.next_flag()
    assert both.view.scene.active is Side.RIGHT
    assert both.at(Side.RIGHT) > 0
    assert both.at(Side.LEFT) == 0
    both.presenter.swap()
    both.presenter.next_objection()
    assert both.view.scene.left.timeline.objections[0].at == both.at(Side.LEFT)


def test_another_language_words_both_anew_where_they_stand() -> None:
    both = Both()
    both.begin(at=4_000)
    before = both.view.scene.left.moments
    both.presenter.speak("cs")
    assert both.view.scene.left.moments != before
    assert both.at(Side.RIGHT) == 4_000
    assert len(both.reviews.looked) == 1


def test_what_comes_after_leaving_is_passed_over() -> None:
    later = Later()
    both = Both(later)
    both.begin()
    both.presenter.leave()
    later.work()
    later.work()
    assert not both.view.scene.on
    assert both.view.scene.left.gap is Gap.LOADING


class BrokenCalls(CallsInMemory):
    """Cannot be read."""

    def events(self, call: UUID) -> tuple[Event, ...]:
        raise BookUnavailable(TroubleKind.LOCKED)


def test_a_database_that_cannot_be_read_is_said_on_both_sides() -> None:
    both = Both(calls=BrokenCalls())
    both.begin()
    assert {both.view.scene.left.gap, both.view.scene.right.gap} == {Gap.UNAVAILABLE}
