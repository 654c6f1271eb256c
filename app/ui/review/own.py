"""A rep's own reviews: rate yourself first, then read the trainer's marks, and answer each of them. Knows no Qt."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING

from app.call.ports import BookUnavailable, Clock
from app.review.desk import Dispute, GivenMark, NotRecorded, Review, ReviewDraft, Ruling
from app.review.fresh import own_rating
from app.review.scorecard import Scorecard
from app.ui.background import Runner
from app.ui.review.call_to_mark import CallToMark, Marking, marks_only
from app.ui.review.histories import broken_rules, earlier_versions, mark_history
from app.ui.review.loading import DeskBooks, OpenedCall, open_call
from app.ui.review.own_scene import MarkPair, OwnRow, OwnScene, OwnStage, OwnView
from app.ui.review.replay_scene import Gap
from app.ui.review.rows import row_of

if TYPE_CHECKING:
    from app.call.people import RepCard
    from app.review.desk import DeskRow
    from app.review.ports import ReviewBook


@dataclass(frozen=True, slots=True)
class _Opened:
    """``earlier`` are the versions of marks that were corrected since, by criterion."""

    row: DeskRow | None
    call: OpenedCall
    earlier: Mapping[str, tuple[GivenMark, ...]]


class OwnPresenter:
    """Holds the list and the open review."""

    def __init__(self, view: OwnView, runner: Runner, clock: Clock, *, person: RepCard, lang: str) -> None:
        self._view = view
        self._runner = runner
        self._clock = clock
        self._person = person
        self._lang = lang
        self._books: DeskBooks | None = None
        self._opened: OpenedCall | None = None
        self._earlier: Mapping[str, tuple[GivenMark, ...]] = {}
        self._asked = 0
        self._call = CallToMark(view, runner, clock, person.rep_id)
        self.replay, self.score = self._call.replay, self._call.score
        self.scene = OwnScene()

    def show(self) -> None:
        """Shows what is known now."""
        self._view.show_own(self.scene)
        self._call.show()

    def serve(self, books: DeskBooks) -> None:
        """The books are open."""
        self._books = books
        self._call.serve(books)
        self._runner.run(partial(own_rows, books, self._person.rep_id), self._listed, self._failed)

    def speak(self, lang: str) -> None:
        """Words in another language from now on."""
        if lang != self._lang:
            self._lang = lang
            if self.scene.row is not None:
                self.open(self.scene.chosen)

    def _listed(self, rows: tuple[OwnRow, ...]) -> None:
        self._show(ready=True, troubled=False, rows=rows)

    # --- one review ---

    def open(self, place: int) -> None:
        """The rep opens a review."""
        books = self._books
        if books is None or not 0 <= place < len(self.scene.rows):
            return
        self._asked += 1
        self._opened = None
        self._show(chosen=place, stage=OwnStage.NOTHING, pairs=(), broken=(), openings=())
        self._call.close()
        review, me = self.scene.rows[place].review, self._person.rep_id
        work = partial(_open, books, review, self._lang, me, self._clock)
        self._runner.run(work, partial(self._read, self._asked), self._failed)

    def _read(self, asked: int, opened: _Opened) -> None:
        if asked != self._asked or opened.row is None:
            return
        self._opened, self._earlier = opened.call, opened.earlier
        self.replay.wait_for(opened.row)
        row = self.scene.row
        unseen = row is not None and row.fresh
        self.replay.take(replace(opened.call, comments=()) if unseen else opened.call)
        if row is None or opened.call.gap is not Gap.NONE:
            return
        if row.fresh:
            self._call.mark(opened.call, Marking(row.review.id, own=True, basis=row.review.draft.basis))
            self._show(stage=OwnStage.RATE, openings=opened.call.openings)
        else:
            self._show_marks(opened.call, row.review)

    def _show_marks(self, opened: OpenedCall, review: Review) -> None:
        own = own_rating(opened.reviews, review)
        card = opened.card.scorecard if opened.card is not None else None
        me = self._person.rep_id
        pairs = _pairs(card, review, own, opened.disputes, self._earlier, me) if card is not None else ()
        broken = broken_rules(card, review) if card is not None else ()
        self._show(stage=OwnStage.READ, pairs=pairs, broken=broken, openings=opened.openings)

    def start_anew(self) -> None:
        """Throws away what the rep has marked and not sent."""
        self._call.start_anew()

    def send(self) -> None:
        """The rep has rated themselves; now the trainer's marks may be seen."""
        books, opened, row = self._books, self._opened, self.scene.row
        if books is None or opened is None or row is None or self.scene.stage is not OwnStage.RATE:
            return
        sheet = self.score.ready_to_send()
        if sheet is None:
            return
        draft = marks_only(opened.call, self._person.rep_id, row.review.draft.card_revision, sheet)
        work = partial(_send, books.reviews, draft, self._clock)
        self._runner.run(work, partial(self._rated, opened), self._call.not_kept)

    def _rated(self, opened: OpenedCall, own: Review) -> None:
        row = self.scene.row
        if row is None or row.review.draft.call != opened.call:
            return
        self._opened = replace(opened, reviews=(own, *opened.reviews))
        rows = tuple(
            replace(one, fresh=False) if place == self.scene.chosen else one
            for place, one in enumerate(self.scene.rows)
        )
        self._call.close()
        self._show(rows=rows)
        self.replay.take(self._opened, keep_place=True)
        self._show_marks(self._opened, row.review)

    # --- answers ---

    def dispute(self, criterion: str, words: str) -> None:
        """The rep answers a mark; one that was ruled upon is reopened, with new evidence."""
        books, opened, row = self._books, self._opened, self.scene.row
        pair = next((one for one in self.scene.pairs if one.criterion.id == criterion), None)
        if books is None or opened is None or row is None or pair is None or not words.strip():
            return
        last = pair.disputes[-1] if pair.disputes else None
        if last is not None and last.ruling is Ruling.WAITING:
            return
        made = Dispute(
            row.review.id,
            criterion,
            words.strip(),
            self._person.rep_id,
            self._clock.now(),
            seq=self.replay.seq,
            mark_version=pair.given.version,
            reopens=last.id if last is not None else None,
        )
        work = partial(_disputed, books.reviews, made)
        self._runner.run(work, partial(self._answered, opened, row.review), self._failed)

    def _answered(self, opened: OpenedCall, review: Review, disputes: tuple[Dispute, ...]) -> None:
        if self._opened is not None and self._opened.call == opened.call:
            self._opened = replace(self._opened, disputes=disputes)
            self._show_marks(self._opened, review)

    def show_moment(self, criterion: str) -> None:
        """Goes to the moment that the trainer pinned a mark to."""
        pair = next((one for one in self.scene.pairs if one.criterion.id == criterion), None)
        if pair is not None and pair.given.seq is not None:
            self.replay.jump(pair.given.seq)

    def _failed(self, error: Exception) -> bool:
        if not isinstance(error, BookUnavailable | NotRecorded):
            return False
        self._show(troubled=True)
        return True

    def _show(self, **changes: object) -> None:
        scene = replace(self.scene, **changes)  # type: ignore[arg-type]
        if scene != self.scene:
            self.scene = scene
            self._view.show_own(scene)


def own_rows(books: DeskBooks, rep: str) -> tuple[OwnRow, ...]:
    """The trainers' reviews of this rep's calls, newest first. For the worker."""
    found = []
    for review in books.reviews.of_rep(rep):
        row = row_of(books.calls, review.draft.call)
        fresh = own_rating(books.reviews.reviews(review.draft.call), review) is None
        found.append(OwnRow(review, (row.who or row.company) if row is not None else "—", fresh))
    return tuple(found)


def _pairs(
    card: Scorecard,
    review: Review,
    own: Review | None,
    disputes: Sequence[Dispute],
    earlier: Mapping[str, tuple[GivenMark, ...]],
    me: str,
) -> tuple[MarkPair, ...]:
    ours = {one.mark.criterion: one for one in own.draft.marks} if own is not None else {}
    found = []
    for given in review.draft.marks:
        criterion = card.criterion(given.mark.criterion)
        if criterion is not None:
            said = tuple(one for one in disputes if one.review == review.id and one.criterion == criterion.id)
            cause = card.causes.get(given.cause)
            before = earlier.get(criterion.id, ())
            history = mark_history(card, review, given, before, own, disputes)
            found.append(MarkPair(criterion, given, ours.get(criterion.id), said, cause, history, me))
    return tuple(found)


def _open(books: DeskBooks, review: Review, lang: str, rep: str, clock: Clock) -> _Opened:
    call = open_call(
        books, review.draft.call, lang, person="", at=clock.now(), revision=review.draft.card_revision
    )
    call = replace(call, unsent=books.drafts.draft(rep, call.call, review.id))
    earlier = earlier_versions(books.reviews, review)
    return _Opened(row_of(books.calls, review.draft.call), call, earlier)


def _send(reviews: ReviewBook, draft: ReviewDraft, clock: Clock) -> Review:
    return reviews.send(draft, clock.now())


def _disputed(reviews: ReviewBook, made: Dispute) -> tuple[Dispute, ...]:
    reviews.dispute(made)
    return reviews.disputes(made.review)
