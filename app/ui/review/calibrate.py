"""Calibration: trainers mark the same calls blind; once it is opened, they see where they agree and where not. No Qt."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING
from uuid import UUID, uuid4

from app.call.ports import BookUnavailable, Clock
from app.review.agreement import Unit, agreement
from app.review.calibrating import (
    AnchorNote,
    Calibration,
    CalibrationBook,
    StillBlind,
    leaning,
    units_by_criterion,
)
from app.review.desk import NotRecorded, Review, ReviewDraft, Search
from app.review.scorecard import Scorecard, read_card
from app.ui.background import Runner
from app.ui.review.calibrate_scene import CalibrateScene, CalibrateStage, CalibrateView, CriterionAgreement
from app.ui.review.call_to_mark import CallToMark
from app.ui.review.loading import DeskBooks, OpenedCall, open_call
from app.ui.review.replay_scene import Gap
from app.ui.review.rows import row_of

if TYPE_CHECKING:
    from app.call.people import RepCard
    from app.review.agreement import Agreement
    from app.review.desk import DeskRow

CALLS = 5
"""Calls of one session: an hour's work for each trainer. A guess, to be tried."""


@dataclass(frozen=True, slots=True)
class _State:
    """One session as it is now for one trainer."""

    session: Calibration
    progress: Mapping[str, int]
    own: tuple[Review, ...]
    whole: Agreement | None = None
    rows: tuple[CriterionAgreement, ...] = ()
    leaning: Mapping[str, tuple[float, int]] | None = None


class CalibratePresenter:
    """Holds the sessions, and the call that is marked now."""

    def __init__(
        self, view: CalibrateView, runner: Runner, clock: Clock, *, person: RepCard, lang: str
    ) -> None:
        self._view = view
        self._runner = runner
        self._clock = clock
        self._person = person
        self._lang = lang
        self._books: DeskBooks | None = None
        self._sessions: CalibrationBook | None = None
        self._opened: OpenedCall | None = None
        self._asked = 0
        self._call = CallToMark(view)
        self.replay, self.score = self._call.replay, self._call.score
        self.scene = CalibrateScene()

    def show(self) -> None:
        """Shows what is known now."""
        self._view.show_calibration(self.scene)
        self._call.show()

    def serve(self, books: DeskBooks, sessions: CalibrationBook) -> None:
        """The books are open."""
        self._books, self._sessions = books, sessions
        self._runner.run(sessions.sessions, self._listed, self._failed)

    def _listed(self, sessions: tuple[Calibration, ...]) -> None:
        self._show(ready=True, troubled=False, sessions=sessions)

    # --- sessions ---

    def begin(self, title: str) -> None:
        """Begins a session with the first calls of the queue, or the newest ones where there is no queue."""
        if self._books is not None and self._sessions is not None and title.strip():
            me, now = self._person.rep_id, self._clock
            work = partial(_begun, self._books, self._sessions, title.strip(), me, now)
            self._runner.run(work, self._listed_and_first, self._failed)

    def _listed_and_first(self, sessions: tuple[Calibration, ...]) -> None:
        self._listed(sessions)
        self.choose(0)

    def choose(self, place: int) -> None:
        """Opens a session: the next call to mark, or what came of it."""
        books, sessions = self._books, self._sessions
        if books is None or sessions is None or not 0 <= place < len(self.scene.sessions):
            return
        self._asked += 1
        self._show(chosen=place, stage=CalibrateStage.NOTHING, rows=(), whole=None)
        session = self.scene.sessions[place]
        work = partial(_state, books, sessions, session, self._person.rep_id)
        self._runner.run(work, partial(self._state_read, self._asked), self._failed)

    def _state_read(self, asked: int, state: _State) -> None:
        if asked != self._asked:
            return
        done = {one.draft.call for one in state.own}
        left = tuple(one for one in state.session.calls if one not in done)
        opened = state.session.opened is not None
        sessions = tuple(state.session if one.id == state.session.id else one for one in self.scene.sessions)
        stage = CalibrateStage.READ if opened else CalibrateStage.MARK if left else CalibrateStage.WAIT
        self._show(
            sessions=sessions,
            stage=stage,
            progress=state.progress,
            left=left,
            whole=state.whole,
            rows=state.rows,
            leaning=state.leaning or {},
            is_owner=state.session.owner == self._person.rep_id,
        )
        if stage is CalibrateStage.MARK:
            self._open_next(left[0], state.session.card_revision)

    def _open_next(self, call: UUID, revision: str) -> None:
        books = self._books
        if books is not None:
            work = partial(_opened, books, call, revision, self._lang, self._clock)
            self._runner.run(work, partial(self._call_read, self._asked), self._failed)

    def _call_read(self, asked: int, found: tuple[DeskRow | None, OpenedCall]) -> None:
        row, opened = found
        if asked != self._asked or row is None:
            return
        self._opened = opened
        self.replay.wait_for(row)
        self.replay.take(opened)
        if opened.gap is Gap.NONE:
            self.score.take(opened, self._person.rep_id, blind=True)

    def send(self) -> None:
        """Keeps the blind marks of this call and opens the next."""
        sessions, session, opened = self._sessions, self.scene.session, self._opened
        if sessions is None or session is None or opened is None:
            return
        sheet = self.score.ready_to_send()
        if sheet is None:
            return
        draft = ReviewDraft(
            opened.call,
            self._person.rep_id,
            session.card_revision,
            sheet.basis,
            sheet.marks,
            score=sheet.score.percent,
        )
        work = partial(sessions.send, session.id, draft, self._clock.now())
        self._runner.run(work, self._kept, self._call.not_kept)

    def _kept(self, _: Review) -> None:
        self.score.close()
        self.choose(self.scene.chosen)

    def open_up(self) -> None:
        """The owner lets everybody see the marks."""
        sessions, session = self._sessions, self.scene.session
        if sessions is not None and session is not None and self.scene.is_owner:
            work = partial(_opened_up, sessions, session, self._clock)
            self._runner.run(work, self._relisted, self._failed)

    def _relisted(self, sessions: tuple[Calibration, ...]) -> None:
        chosen = self.scene.chosen
        self._listed(sessions)
        self.choose(chosen)

    def note(self, criterion: str, words: str) -> None:
        """What was agreed about a criterion that split the trainers."""
        sessions, session = self._sessions, self.scene.session
        if sessions is None or session is None or not words.strip():
            return
        made = AnchorNote(criterion, words.strip(), self._person.rep_id, self._clock.now())
        self._runner.run(partial(sessions.note, session.id, made), self._noted, self._failed)

    def _noted(self, _: None) -> None:
        self.choose(self.scene.chosen)

    def _failed(self, error: Exception) -> bool:
        if not isinstance(error, BookUnavailable | NotRecorded | StillBlind):
            return False
        self._show(troubled=True)
        return True

    def _show(self, **changes: object) -> None:
        scene = replace(self.scene, **changes)  # type: ignore[arg-type]
        if scene != self.scene:
            self.scene = scene
            self._view.show_calibration(scene)


def _begun(
    books: DeskBooks, sessions: CalibrationBook, title: str, owner: str, clock: Clock
) -> tuple[Calibration, ...]:
    queue = books.reviews.queue(owner)
    calls = [UUID(one.call) for one in queue.calls[:CALLS]] if queue is not None else []
    calls = calls or [row.call for row in books.desk.rows(Search(), 0, CALLS)]
    first = open_call(books, calls[0], "en", person="", at=clock.now()) if calls else None
    if first is not None and first.card is not None:
        books.reviews.pin_card(first.card.file)
        revision = first.card.scorecard.revision
        sessions.begin(Calibration(uuid4(), title, revision, owner, clock.now(), tuple(calls)))
    return sessions.sessions()


def _state(books: DeskBooks, sessions: CalibrationBook, session: Calibration, trainer: str) -> _State:
    progress, own = sessions.progress(session.id), sessions.own(session.id, trainer)
    if session.opened is None:
        return _State(session, progress, own)
    reviews = sessions.reviews(session.id)
    file = books.reviews.card(session.card_revision)
    if file is None:
        return _State(session, progress, own)
    whole, rows = _agreements(read_card(file), reviews, sessions.notes(session.id))
    return _State(session, progress, own, whole, rows, leaning(reviews))


def _agreements(
    card: Scorecard, reviews: tuple[Review, ...], notes: tuple[AnchorNote, ...]
) -> tuple[Agreement, tuple[CriterionAgreement, ...]]:
    units = units_by_criterion(reviews)
    every: list[Unit] = [unit for found in units.values() for unit in found]
    rows = tuple(
        CriterionAgreement(
            criterion,
            agreement(units[criterion.id]),
            tuple(one for one in notes if one.criterion == criterion.id),
        )
        for criterion in card.criteria
        if criterion.id in units
    )
    return agreement(every), rows


def _opened(
    books: DeskBooks, call: UUID, revision: str, lang: str, clock: Clock
) -> tuple[DeskRow | None, OpenedCall]:
    opened = open_call(books, call, lang, person="", at=clock.now(), revision=revision)
    # Blind: neither comments nor reviews of others may be seen.
    blind = replace(opened, comments=(), reviews=(), disputes=(), openings=())
    return row_of(books.calls, call), blind


def _opened_up(sessions: CalibrationBook, session: Calibration, clock: Clock) -> tuple[Calibration, ...]:
    sessions.open_up(session.id, clock.now())
    return sessions.sessions()
