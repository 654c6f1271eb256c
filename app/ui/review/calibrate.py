"""Calibration: trainers mark the same calls blind; once it is opened, they see where they agree and where not. No Qt."""

from __future__ import annotations

import contextlib
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
    Leaning,
    StillBlind,
    drift,
    marks_by_trainer,
    splits,
    units_by_criterion,
)
from app.review.desk import NotRecorded, Review, Search
from app.review.scorecard import CardUnreadable, Scorecard, read_card
from app.ui.background import Runner
from app.ui.review.calibrate_scene import CalibrateScene, CalibrateStage, CalibrateView, CriterionAgreement
from app.ui.review.call_to_mark import CallToMark, Marking, marks_only
from app.ui.review.called import Called, called
from app.ui.review.loading import DeskBooks, OpenedCall, open_call
from app.ui.review.replay_scene import Gap
from app.ui.review.rows import row_of

if TYPE_CHECKING:
    from app.call.people import RepCard
    from app.review.agreement import Agreement
    from app.review.desk import DeskRow

CALLS = 5
"""Calls of one session: an hour's work for each trainer. A guess, to be tried."""
MOST_LOOKED_AT = 100
"""Calls that are looked at to find those that a scorecard fits."""
LEAST_TALK_MS = 60_000
"""Shorter calls give too little to mark; a guess, to be tried."""


@dataclass(frozen=True, slots=True)
class _State:
    """One session as it is now for one trainer."""

    session: Calibration
    progress: Mapping[str, int]
    own: tuple[Review, ...]
    whole: Agreement | None = None
    rows: tuple[CriterionAgreement, ...] = ()
    drift: Mapping[str, tuple[Leaning, ...]] | None = None


@dataclass(frozen=True, slots=True)
class _Begun:
    """What came of beginning a session."""

    sessions: tuple[Calibration, ...]
    taken: int
    left_out: int


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
        self._call = CallToMark(view, runner, clock, person.rep_id)
        self.replay, self.score = self._call.replay, self._call.score
        self.scene = CalibrateScene()

    def show(self) -> None:
        """Shows what is known now."""
        self._view.show_calibration(self.scene)
        self._call.show()

    def serve(self, books: DeskBooks, sessions: CalibrationBook) -> None:
        """The books are open."""
        self._books, self._sessions = books, sessions
        self._call.serve(books)
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

    def _listed_and_first(self, begun: _Begun) -> None:
        self._listed(begun.sessions)
        self._show(left_out=begun.left_out if begun.taken else 0, none_fits=not begun.taken)
        if begun.taken:
            self.choose(0)

    def pick(self, place: int) -> None:
        """The trainer picks a session; what was said of beginning one is over."""
        self._show(left_out=0, none_fits=False)
        self.choose(place)

    def choose(self, place: int) -> None:
        """Opens a session: the next call to mark, or what came of it."""
        books, sessions = self._books, self._sessions
        if books is None or sessions is None or not 0 <= place < len(self.scene.sessions):
            return
        self._asked += 1
        self._show(chosen=place, stage=CalibrateStage.NOTHING, rows=(), whole=None)
        self._call.close()
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
            drift=state.drift or {},
            is_owner=state.session.owner == self._person.rep_id,
        )
        if stage is CalibrateStage.MARK:
            self._open_next(left[0], state.session)

    def _open_next(self, call: UUID, session: Calibration) -> None:
        books = self._books
        if books is not None:
            work = partial(_opened, books, call, session, self._lang, self._person.rep_id, self._clock)
            self._runner.run(work, partial(self._call_read, self._asked), self._failed)

    def _call_read(self, asked: int, found: tuple[DeskRow | None, OpenedCall]) -> None:
        row, opened = found
        session = self.scene.session
        if asked != self._asked or row is None or session is None:
            return
        self._opened = opened
        self.replay.wait_for(row)
        self.replay.take(opened)
        if opened.gap is Gap.NONE:
            self._call.mark(opened, Marking(session.id))

    def start_anew(self) -> None:
        """Throws away what is marked and not sent of the open call."""
        self._call.start_anew()

    def send(self) -> None:
        """Keeps the blind marks of this call and opens the next."""
        sessions, session, opened = self._sessions, self.scene.session, self._opened
        if sessions is None or session is None or opened is None:
            return
        sheet = self.score.ready_to_send()
        if sheet is None:
            return
        draft = marks_only(opened.call, self._person.rep_id, sheet.card.revision, sheet)
        work = partial(sessions.send, session.id, draft, self._clock.now())
        self._runner.run(work, self._kept, self._call.not_kept)

    def _kept(self, _: Review) -> None:
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

    def note(self, card: str, criterion: str, anchor: int | None, words: str) -> None:
        """What was agreed about a criterion of a card, or one anchor of it, that split the trainers."""
        sessions, session = self._sessions, self.scene.session
        if sessions is None or session is None or not words.strip():
            return
        me, now = self._person.rep_id, self._clock.now()
        made = AnchorNote(criterion, words.strip(), me, now, anchor, card)
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


def _begun(books: DeskBooks, sessions: CalibrationBook, title: str, owner: str, clock: Clock) -> _Begun:
    """Takes the first calls of the queue, or the newest, that a scorecard fits, each with its own card."""
    queue = books.reviews.queue(owner)
    calls = [UUID(one.call) for one in queue.calls] if queue is not None else []
    calls = calls or _newest(books)
    taken: dict[UUID, str] = {}
    left_out = 0
    for call in calls[:MOST_LOOKED_AT]:
        card = open_call(books, call, "en", person="", at=clock.now()).card
        if card is None:
            left_out += 1
            continue
        books.reviews.pin_card(card.file)
        taken[call] = card.scorecard.revision
        if len(taken) == CALLS:
            break
    if taken:
        first, cards = next(iter(taken.values())), tuple(taken.values())
        sessions.begin(Calibration(uuid4(), title, first, owner, clock.now(), tuple(taken), cards=cards))
    return _Begun(sessions.sessions(), len(taken), left_out)


def _newest(books: DeskBooks) -> list[UUID]:
    """The newest calls that somebody talked in; where there is none, the newest."""
    rows = books.desk.rows(Search(), 0, MOST_LOOKED_AT)
    return [row.call for row in rows if row.talk_ms >= LEAST_TALK_MS] or [row.call for row in rows]


def _state(books: DeskBooks, sessions: CalibrationBook, session: Calibration, trainer: str) -> _State:
    people = called(books.reps)
    progress, own = people.keyed(sessions.progress(session.id)), sessions.own(session.id, trainer)
    if session.opened is None:
        return _State(session, progress, own)
    cards = _cards(books, session)
    whole, rows = _agreements(cards, sessions.reviews(session.id), sessions.notes(session.id), people)
    over_time = [
        (one, sessions.reviews(one.id)) for one in reversed(sessions.sessions()) if one.opened is not None
    ]
    return _State(session, progress, own, whole, rows, people.keyed(drift(over_time)))


def _cards(books: DeskBooks, session: Calibration) -> dict[str, Scorecard]:
    """The session's scorecards by revision; one that cannot be read any more is left out."""
    found = {}
    for call in session.calls:
        revision = session.card_of(call)
        file = books.reviews.card(revision) if revision not in found else None
        if file is not None:
            with contextlib.suppress(CardUnreadable):
                found[revision] = read_card(file)
    return found


def _agreements(
    cards: Mapping[str, Scorecard],
    reviews: tuple[Review, ...],
    notes: tuple[AnchorNote, ...],
    people: Called,
) -> tuple[Agreement, tuple[CriterionAgreement, ...]]:
    """Over all criteria and for each; over all, marks count as shares of the best, so that scales mean the same."""
    units = units_by_criterion(reviews)
    every: list[Unit] = []
    rows = []
    for revision, card in cards.items():
        for criterion in card.criteria:
            own = units.get((revision, criterion.id))
            if own is None:
                continue
            every += [{who: mark / criterion.scale.top for who, mark in unit.items()} for unit in own]
            said = tuple(
                replace(one, author=people.of(one.author))
                for one in notes
                if one.is_about(revision, criterion.id)
            )
            of_card = card.title if len(cards) > 1 else None
            marks = people.keyed(marks_by_trainer(reviews, revision, criterion.id))
            rows.append(
                CriterionAgreement(revision, criterion, agreement(own), splits(own), said, of_card, marks)
            )
    return agreement(every), tuple(rows)


def _opened(
    books: DeskBooks, call: UUID, session: Calibration, lang: str, trainer: str, clock: Clock
) -> tuple[DeskRow | None, OpenedCall]:
    revision = session.card_of(call)
    opened = open_call(books, call, lang, person=trainer, at=clock.now(), revision=revision)
    # Blind: neither comments nor reviews of others may be seen.
    unsent = books.drafts.draft(trainer, call, session.id)
    blind = replace(opened, comments=(), reviews=(), disputes=(), openings=(), unsent=unsent)
    return row_of(books.calls, call), blind


def _opened_up(sessions: CalibrationBook, session: Calibration, clock: Clock) -> tuple[Calibration, ...]:
    sessions.open_up(session.id, clock.now())
    return sessions.sessions()
