"""Coaching: a rep's sheet, what became of each plan, and a rep's own look at it. Knows no Qt."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from functools import partial
from typing import TYPE_CHECKING

from app.call.ports import BookUnavailable, Clock
from app.review.coaching import Coached, PlanStep, StepHow
from app.review.desk import NotRecorded
from app.ui.background import Runner
from app.ui.review.coach_reading import read_sheet
from app.ui.review.coach_scene import CoachingSheet, CoachScene, CoachView
from app.ui.review.loading import DeskBooks

if TYPE_CHECKING:
    from uuid import UUID

    from app.call.people import RepCard

LONGER_DAYS = 14
"""How much longer a plan gets when it was not reached by its date; a guess, to be tried."""


class CoachPresenter:
    """Holds the sheet. ``rep`` is whose is wanted first; ``own``: it is the rep who looks, at their own sheet only."""

    def __init__(
        self,
        view: CoachView,
        runner: Runner,
        clock: Clock,
        *,
        person: RepCard,
        rep: str = "",
        own: bool = False,
    ) -> None:
        self._view = view
        self._runner = runner
        self._clock = clock
        self._person = person
        self._wanted = person.rep_id if own else rep
        self._books: DeskBooks | None = None
        self._asked = 0
        self.scene = CoachScene(own=own, today=self._today())

    def _today(self) -> date:
        return self._clock.now().astimezone().date()

    def show(self) -> None:
        """Shows what is known now."""
        self._view.show_coaching(self.scene)

    def serve(self, books: DeskBooks) -> None:
        """The books are open."""
        self._books = books
        if self.scene.own:
            me = Coached(self._person.rep_id, self._person.name)
            self._listed((me,))
        else:
            self._runner.run(books.coaching.coached, self._listed, self._failed)

    def _listed(self, reps: tuple[Coached, ...]) -> None:
        self._show(ready=True, troubled=False, reps=reps)
        wanted = next((place for place, one in enumerate(reps) if one.rep == self._wanted), 0)
        self.choose(wanted)

    def choose(self, place: int) -> None:
        """Another rep's sheet."""
        books = self._books
        if books is None or not 0 <= place < len(self.scene.reps):
            return
        self._asked += 1
        one = self.scene.reps[place]
        self._wanted = one.rep
        same = self.scene.sheet is not None and self.scene.sheet.rep == one.rep
        self._show(chosen=place, reading=True, sheet=self.scene.sheet if same else None)
        work = partial(read_sheet, books, one.rep, one.name, self._today(), own=self.scene.own)
        self._runner.run(work, partial(self._read, self._asked), self._failed)

    def _read(self, asked: int, sheet: CoachingSheet) -> None:
        if asked == self._asked:
            self._show(reading=False, troubled=False, sheet=sheet, today=sheet.today)

    # --- what becomes of a plan ---

    def decide(self, review: UUID, how: StepHow) -> None:
        """The trainer says what became of a plan; given longer, it gets a date two weeks from now."""
        books = self._books
        if books is None or self.scene.own:
            return
        due = (self._today() + timedelta(days=LONGER_DAYS)).isoformat() if how is StepHow.LONGER else ""
        step = PlanStep(how, self._person.rep_id, self._clock.now(), due)
        self._runner.run(partial(_decided, books, review, step), self._listed, self._failed)

    def _failed(self, error: Exception) -> bool:
        if not isinstance(error, BookUnavailable | NotRecorded):
            return False
        self._show(reading=False, troubled=True)
        return True

    def _show(self, **changes: object) -> None:
        scene = replace(self.scene, **changes)  # type: ignore[arg-type]
        if scene != self.scene:
            self.scene = scene
            self._view.show_coaching(scene)


def _decided(books: DeskBooks, review: UUID, step: PlanStep) -> tuple[Coached, ...]:
    books.coaching.step(review, step)
    return books.coaching.coached()
