"""The review desk as a whole: a call that is found is replayed and scored, and the next of the queue follows. Knows no Qt."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Protocol
from uuid import UUID

from app.call.ports import BookUnavailable, Clock
from app.review.coaching import overdue
from app.review.desk import (
    Comment,
    DeskRow,
    Dispute,
    DrawnQueue,
    GivenMark,
    NotRecorded,
    Review,
    ReviewDraft,
    Ruling,
    Search,
    SearchStopped,
)
from app.review.sampling import DEFAULT_RANDOM_SHARE, queue
from app.ui.background import Runner
from app.ui.review.drafting import DraftPresenter, DraftView, open_with_draft
from app.ui.review.exporting import ExportPresenter, ExportView
from app.ui.review.find_scene import FindView
from app.ui.review.finding import FindPresenter
from app.ui.review.history_desk import HistoryPresenter
from app.ui.review.history_scene import HistoryView
from app.ui.review.loading import DeskBooks, OpenedCall, sign_in
from app.ui.review.replay_scene import ReplayView
from app.ui.review.replaying import ReplayPresenter
from app.ui.review.rows import row_of
from app.ui.review.score_scene import ScoreView
from app.ui.review.scoring import ScorePresenter
from app.ui.review.sheet import Sheet

if TYPE_CHECKING:
    from datetime import datetime

    from app.call.people import RepCard
    from app.review.mark_sheet import Reviewed

QUEUE_SIZE = 20
"""Calls of one queue: about what a trainer hears in a week; a guess, to be tried."""
MOST_CANDIDATES = 5000


class DeskView(FindView, ReplayView, ScoreView, HistoryView, ExportView, DraftView, Protocol):
    """The whole desk as its presenters see it."""

    def show_overdue(self, plans: int) -> None:
        """How many plans of all reps should have been looked at by now."""

    def offer_page(self, call: UUID, reviews: tuple[Reviewed, ...]) -> None:
        """Asks where the call shall be written; ``reviews`` go with it."""


class DeskPresenter:
    """Joins finding, replaying and scoring, and keeps reviews and comments."""

    def __init__(
        self,
        view: DeskView,
        runner: Runner,
        clock: Clock,
        exporting: ExportPresenter | None = None,
        *,
        person: RepCard,
        lang: str,
    ) -> None:
        """``exporting`` outlives the desk; without it files are written by ``runner`` too."""
        self._view = view
        self._runner = runner
        self._clock = clock
        self._person = person
        self._lang = lang
        self._books: DeskBooks | None = None
        self._asked = 0
        self._row: DeskRow | None = None
        self._opened: OpenedCall | None = None
        self._begun: datetime | None = None
        self.find = FindPresenter(view, runner, clock, self.open, lang=lang)
        self.replay = ReplayPresenter(view)
        self.exporting = exporting or ExportPresenter(runner)
        self.score = ScorePresenter(view, self._now_seq, self.replay.jump, self._changed)
        self.history = HistoryPresenter(view, runner)
        self.drafts = DraftPresenter(view, runner, clock, self.score, self._draft, person.rep_id)

    def show(self) -> None:
        """Shows what is known now."""
        self.find.show()
        self.replay.show()
        self.score.show()
        self.exporting.attach(self._view)

    def serve(self, books: DeskBooks) -> None:
        """The books are open."""
        self._books = books
        if books.reps is not None:
            self._runner.run(partial(sign_in, books.reps, self._person), self._signed_in, self._failed)
        self.find.serve(books.desk, self._person.rep_id)
        work = partial(books.reviews.queue, self._person.rep_id)
        self._runner.run(work, self.score.show_queue, self._failed)
        self.drafts.serve(books)
        self.history.serve(books.reviews)
        self.count_overdue()

    def count_overdue(self) -> None:
        """Counts the plans of all reps that should have been looked at by now."""
        if self._books is not None:
            work = partial(_overdue, self._books, self._clock)
            self._runner.run(work, self._view.show_overdue, self._failed)

    def _changed(self, sheet: Sheet) -> None:
        self.drafts.change(sheet)

    def _signed_in(self, _: None) -> None:
        """Nothing to show."""

    def speak(self, lang: str) -> None:
        """Words in another language from now on."""
        if lang == self._lang:
            return
        self._lang = lang
        self.find.speak(lang)
        if self._row is not None:
            self._read(self._row, keep_place=True)

    def _now_seq(self) -> int | None:
        return self.replay.seq

    # --- opening ---

    def open(self, row: DeskRow) -> None:
        """Opens a call for replay and scoring."""
        if self._books is None:
            return
        self._row, self._opened = row, None
        self._begun = self._clock.now()
        self.replay.wait_for(row)
        self.drafts.close()
        self.score.close()
        self.history.close()
        self._read(row)

    def _read(self, row: DeskRow, *, keep_place: bool = False) -> None:
        books = self._books
        if books is None:
            return
        self._asked += 1
        work = partial(
            open_with_draft,
            books,
            row.call,
            self._lang,
            trainer=self._person.rep_id,
            again=keep_place,
            at=self._clock.now(),
        )
        self._runner.run(
            work, partial(self._read_done, self._asked, keep_place), partial(self._read_failed, self._asked)
        )

    def _read_done(self, asked: int, keep_place: bool, opened: OpenedCall) -> None:  # noqa: FBT001
        if asked != self._asked:
            return
        again = self._opened is not None and keep_place
        opened = self._opened = replace(opened, comments=self._named(opened.comments))
        self.replay.take(opened, keep_place=keep_place)
        self.history.take(opened)
        if not again:
            if opened.unsent is not None and opened.unsent.review.begun is not None:
                self._begun = opened.unsent.review.begun
            self.score.take(opened, self._person.rep_id)
            self.drafts.take(opened)

    def start_anew(self) -> None:
        """Throws the draft of the open call away."""
        opened = self.drafts.start_anew()
        if opened is not None:
            self._opened = opened
            self.score.take(opened, self._person.rep_id)
            self.drafts.take(opened)

    def open_draft(self) -> None:
        """Opens another call that has a draft."""
        wanted = self.drafts.other_than(self._row.call if self._row is not None else None)
        if wanted is not None:
            self.open_call(wanted)

    def open_call(self, call: UUID) -> None:
        """Opens a call that is known by its id, whether the table shows it or not."""
        if self._books is not None:
            self._runner.run(partial(row_of, self._books.calls, call), self._queued_found, self._failed)

    def _read_failed(self, asked: int, error: Exception) -> bool:
        if not isinstance(error, BookUnavailable | NotRecorded):
            return False
        if asked == self._asked:
            self.replay.fail()
        return True

    def look_again(self) -> None:
        """Finds anew, and reads the reviews of the open call anew."""
        self.find.search()
        if self._opened is not None and self._opened.card is not None:
            self._answer_and_renew(self._opened, _nothing_more)

    def export(self, path: str) -> None:
        """Writes the calls that are found now to a file."""
        if self._books is not None:
            find = self.find
            books = self._books
            self.exporting.write(
                books.desk, books.reviews, find.search_now, find.scene.line, path, self._lang
            )

    def read_for_paper(self, call: UUID) -> None:
        """Reads the reviews of a call that is to be printed with them."""
        books = self._books
        if books is not None:
            done = partial(self._view.offer_page, call)
            self._runner.run(partial(_kept_reviews, books, call), done, self._failed)

    # --- comments ---

    def comment(self, words: str) -> None:
        """Pins words to the moment looked at now."""
        books, row = self._books, self._row
        if books is None or row is None or not words.strip():
            return
        made = Comment(
            row.call,
            self._person.rep_id,
            words.strip(),
            self._clock.now(),
            self.replay.seq,
            self._person.name,
        )
        self._runner.run(partial(_commented, books, made), self._commented, self._failed)

    def _commented(self, comments: tuple[Comment, ...]) -> None:
        opened = self._opened
        if opened is None or not comments or comments[0].call != opened.call:
            return
        self._opened = replace(opened, comments=self._named(comments))
        self.replay.take(self._opened, keep_place=True)
        self.drafts.type_comment("")

    def _named(self, comments: tuple[Comment, ...]) -> tuple[Comment, ...]:
        """Own comments carry the name that the person goes by now."""
        me = self._person
        return tuple(
            replace(one, author_name=me.name) if one.author == me.rep_id and me.name else one
            for one in comments
        )

    # --- what was said about earlier reviews ---

    def rule(self, dispute: int, ruling: Ruling, answer: str) -> None:
        """Answers a disputed mark; a changed one takes the value that the present sheet has."""
        books, opened, sheet = self._books, self._opened, self.score.scene.sheet
        said = (
            next((one for one in opened.disputes if one.id == dispute), None) if opened is not None else None
        )
        if books is None or opened is None or said is None:
            return
        mark = sheet.given.get(said.criterion) if sheet is not None else None
        if ruling is Ruling.CHANGED and mark is None:
            self.score.point_at_criterion(said.criterion)
            return
        changed = replace(mark, words=answer) if ruling is Ruling.CHANGED and mark is not None else None
        work = partial(_ruled, books, said, ruling, answer, changed, self._person.rep_id, self._clock.now())
        self._answer_and_renew(opened, work)

    def read_fail(self, fail: int, confirmed: bool, answer: str) -> None:  # noqa: FBT001 - a signal's value
        """As the second reader: the rule was broken, or was not."""
        books, opened = self._books, self._opened
        if books is not None and opened is not None:
            me, now = self._person.rep_id, self._clock.now()
            self._answer_and_renew(
                opened, partial(books.reviews.second_read, fail, me, confirmed, answer, now)
            )

    def _answer_and_renew(self, opened: OpenedCall, work: Callable[[], None]) -> None:
        books = self._books
        if books is not None:
            whole = partial(_and_read_again, books, opened, work)
            self._runner.run(whole, self._renewed, self._failed)

    def _renewed(self, opened: OpenedCall) -> None:
        if self._opened is not None and self._opened.call == opened.call:
            self._opened = opened
            self.score.renew(opened)
            self.history.take(opened)

    # --- sending, and on to the next ---

    def send(self) -> None:
        """Sends the review and opens the next of the queue; says what is missing instead when something is."""
        books, opened = self._books, self._opened
        if books is None or opened is None or opened.card is None:
            return
        sheet = self.score.ready_to_send()
        if sheet is None:
            return
        work = partial(_sent, books, opened, self._draft(opened, sheet), self._clock.now())
        self._runner.run(work, self._sent, self._not_sent)

    def _draft(self, opened: OpenedCall, sheet: Sheet) -> ReviewDraft:
        return ReviewDraft(
            opened.call,
            self._person.rep_id,
            sheet.card.revision,
            sheet.basis,
            sheet.marks,
            tuple(sheet.fails.values()),
            sheet.feedback,
            sheet.score.percent,
            self._begun,
            own=sheet.own,
        )

    def _sent(self, review: Review) -> None:
        self.score.sent()
        self.drafts.sent(review.draft.call)
        self.find.search()
        books = self._books
        if books is not None:
            work = partial(books.reviews.queue, self._person.rep_id)
            self._runner.run(work, self._go_on, self._failed)

    def _go_on(self, left: DrawnQueue | None) -> None:
        self.score.show_queue(left)
        if left is not None and left.calls:
            self.open_queued()

    def _not_sent(self, error: Exception) -> bool:
        if not isinstance(error, BookUnavailable | NotRecorded):
            return False
        self.score.not_kept()
        return True

    # --- the queue ---

    def draw(self, seed: int, size: int = QUEUE_SIZE, share: float = DEFAULT_RANDOM_SHARE) -> None:
        """Draws a queue from the calls that the present search finds; the same seed draws the same calls."""
        books = self._books
        if books is None:
            return
        search = self.find.search_now
        work = partial(
            _drawn,
            books,
            self._person.rep_id,
            search,
            DrawnQueue(seed, share, self.find.scene.line, ()),
            size,
            self._clock.now(),
        )
        self._runner.run(work, self._drawn, self._failed)

    def _drawn(self, made: DrawnQueue) -> None:
        self.score.show_queue(made)
        if made.calls:
            self.open_queued()

    def open_queued(self) -> None:
        """Opens the first call of the queue that is not the one open now."""
        books, left = self._books, self.score.scene.queue
        if books is None or left is None:
            return
        now = str(self._row.call) if self._row is not None else ""
        wanted = next((one.call for one in left.calls if one.call != now), None)
        if wanted is not None:
            self.open_call(UUID(wanted))

    def _queued_found(self, row: DeskRow | None) -> None:
        if row is not None:
            self.open(row)
            self.find.mark_open(row.call)

    def _failed(self, error: Exception) -> bool:
        return isinstance(error, BookUnavailable | NotRecorded | SearchStopped)


def _overdue(books: DeskBooks, clock: Clock) -> int:
    return overdue(books.coaching.coached(), clock.now().astimezone().date())


def _kept_reviews(books: DeskBooks, call: UUID) -> tuple[Reviewed, ...]:
    from app.review.out.kept_reviews import KeptReviews

    return tuple(KeptReviews(books.reviews).of(call))


def _nothing_more() -> None:
    """All was done elsewhere."""


def _commented(books: DeskBooks, comment: Comment) -> tuple[Comment, ...]:
    books.reviews.comment(comment)
    return books.reviews.comments(comment.call)


def _ruled(
    books: DeskBooks,
    said: Dispute,
    ruling: Ruling,
    answer: str,
    changed: GivenMark | None,
    by: str,
    at: datetime,
) -> None:
    books.reviews.decide(said.id, ruling, answer, by, at)
    if changed is not None:
        books.reviews.correct(said.review, changed, by, at)


def _and_read_again(books: DeskBooks, opened: OpenedCall, work: Callable[[], None]) -> OpenedCall:
    work()
    reviews = books.reviews.reviews(opened.call)
    disputes = tuple(one for review in reviews for one in books.reviews.disputes(review.id))
    return replace(opened, reviews=reviews, disputes=disputes)


def _sent(books: DeskBooks, opened: OpenedCall, draft: ReviewDraft, at: datetime) -> Review:
    assert opened.card is not None
    books.reviews.pin_card(opened.card.file)
    return books.reviews.send(draft, at)


def _drawn(
    books: DeskBooks, owner: str, search: Search, frame: DrawnQueue, size: int, at: datetime
) -> DrawnQueue:
    found = books.desk.candidates(search, MOST_CANDIDATES)
    made = replace(frame, calls=queue(found, size, frame.seed, frame.random_share))
    books.reviews.keep_queue(owner, made, at)
    return made
