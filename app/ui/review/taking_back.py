"""Taking an edited workbook back: it is read and compared off the window's thread, shown, and kept when that is wanted."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID

from app.call.ports import BookUnavailable, Clock
from app.review.desk import NotRecorded
from app.ui.background import Lasting, Runner
from app.ui.review.take_back_scene import CallHead, TakeBackScene, TakeBackState, TakeBackView

if TYPE_CHECKING:
    from datetime import datetime

    from app.call.people import RepCard
    from app.call.ports import CallBook
    from app.review.desk import Correction
    from app.review.marks_back import MarkChange
    from app.review.ports import ReviewBook

MOST_SHOWN = 500
"""More changes, conflicts or odd cells than this are counted and not listed."""


class _Stopped(Exception):
    """Reading was stopped."""


class TakeBackPresenter:
    """One file. Nothing is changed before ``keep``."""

    def __init__(self, view: TakeBackView, runner: Runner, clock: Clock, person: RepCard) -> None:
        self._view = view
        self._runner = runner
        self._clock = clock
        self._person = person
        self._reviews: ReviewBook | None = None
        self._stopped = False
        self._rows = 0
        self.scene = TakeBackScene()

    def open(self, path: str, reviews: ReviewBook, calls: CallBook) -> None:
        """Reads the file at ``path`` and compares it."""
        self._reviews = reviews
        self._stopped, self._rows = False, 0
        self._show(path=path)
        self._runner.run(partial(self._compare, path, reviews, calls), self._compared, self._failed)

    def stop(self) -> None:
        """Stops reading."""
        self._stopped = True

    def look(self) -> None:
        """Tells how many rows are looked at by now."""
        if self.scene.state is TakeBackState.READING and self.scene.rows != self._rows:
            self._show(rows=self._rows)

    def keep(self) -> None:
        """Keeps the changes as newer versions."""
        scene, reviews = self.scene, self._reviews
        if reviews is None or scene.state is not TakeBackState.READY or not scene.found:
            return
        corrections = [one.correction for one in scene.found.changes]
        if corrections:
            self._show(state=TakeBackState.KEEPING)
            work = partial(_kept, reviews, corrections, self._person.rep_id, self._clock.now())
            self._runner.run(Lasting(work), partial(self._kept, len(corrections)), self._failed)

    # --- on the worker ---

    def _compare(self, path: str, reviews: ReviewBook, calls: CallBook) -> TakeBackScene:
        from app.review.marks_back import taking_back
        from app.review.out.marks_reading import NoMarks, read_marks

        try:
            file = read_marks(Path(path))
            found = taking_back(file, reviews, self._told)
        except NoMarks as problem:
            return TakeBackScene(TakeBackState.NO_MARKS, path, problem=problem)
        except _Stopped:
            return TakeBackScene(TakeBackState.STOPPED, path)
        shown = (*found.changes[:MOST_SHOWN], *found.conflicts[:MOST_SHOWN])
        return TakeBackScene(TakeBackState.READY, path, len(file.rows), found, heads=_heads(calls, shown))

    def _told(self, rows: int) -> None:
        self._rows = rows
        if self._stopped:
            raise _Stopped

    # --- answers ---

    def _compared(self, scene: TakeBackScene) -> None:
        self.scene = scene
        self._view.show_take_back(scene)

    def _kept(self, wanted: int, left: int) -> None:
        self._show(state=TakeBackState.KEPT, kept=wanted - left, late=left)

    def _failed(self, error: Exception) -> bool:
        if isinstance(error, NotRecorded):
            self._show(state=TakeBackState.VANISHED)
        elif isinstance(error, BookUnavailable):
            self._show(state=TakeBackState.TROUBLED)
        else:
            return False
        return True

    def _show(self, **changes: object) -> None:
        self.scene = replace(self.scene, **changes)  # type: ignore[arg-type]
        self._view.show_take_back(self.scene)


def _heads(calls: CallBook, changes: tuple[MarkChange, ...]) -> Mapping[UUID, CallHead]:
    found: dict[UUID, CallHead] = {}
    for one in changes:
        call = one.review.draft.call
        if call not in found:
            known = calls.find(str(call))
            found[call] = (
                CallHead(known[0].lead_name or known[0].company or known[0].phone, known[0].started)
                if known
                else CallHead("", None)
            )
    return found


def _kept(reviews: ReviewBook, corrections: list[Correction], by: str, at: datetime) -> int:
    """How many were left out because of a newer mark."""
    return len(reviews.take_back(corrections, by, at))
