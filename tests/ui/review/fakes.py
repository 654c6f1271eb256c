"""A review desk in memory: calls to find, and reviews kept as they are sent."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any
from uuid import UUID

from app.call.events import HelpLevel
from app.call.live_call import LiveCall
from app.call.people import CallTerms
from app.call.ports import BookUnavailable, TroubleKind
from app.playbook.model import Playbook
from app.playbook.reading import read
from app.playbook.source import Source, SourceFile
from app.playbook.vocabulary import Mood
from app.review.calibrating import AnchorNote, Calibration, StillBlind
from app.review.coaching import Agreed, Coached, PastCall, PlanStep
from app.review.desk import (
    Comment,
    Correction,
    Count,
    DeskRow,
    Dispute,
    DrawnQueue,
    GivenMark,
    Opening,
    Review,
    ReviewDraft,
    Ruling,
    SavedView,
    Search,
)
from app.review.drafts import Unsent
from app.review.mark_sheet import Reviewed
from app.review.query import Field
from app.review.sampling import Candidate
from app.review.scorecard import read_card
from app.ui.review.exporting import ExportScene
from app.ui.review.find_scene import FindScene
from app.ui.review.history_scene import HistoryScene
from app.ui.review.loading import Card
from app.ui.review.replay_scene import ReplayScene
from app.ui.review.score_scene import ScoreScene
from app.ui.review.sheet import Lack
from tests.builders import LEAD, REP
from tests.fakes import START, FakeClock, FakeJournal


def row(number: int, **more: Any) -> DeskRow:
    """One call in the table."""
    values: dict[str, Any] = {
        "call": UUID(int=number),
        "started": START - timedelta(hours=number),
        "talk_ms": 90_000,
        "rep": "eva",
        "rep_name": "Eva",
        "who": f"Sample Baker {number}",
        "company": "Sample Bakery",
        "playbook": "mill",
        "lang": "en",
        "source": "web",
        "outcome": "lost",
        "reason": "price",
    }
    return DeskRow(**{**values, **more})


class DeskInMemory:
    """Finds every call whatever is asked; breaks when told to."""

    def __init__(self, *rows: DeskRow) -> None:
        self.kept = rows
        self.searches: list[Search] = []
        self.pages: list[int] = []
        self.saved: dict[str, SavedView] = {}
        self.candidates_kept: tuple[Candidate, ...] = ()
        self.counted: Count | None = None
        self.broken = False
        self.stops = 0
        self.counting: Callable[[], Count] | None = None

    def rows(self, search: Search, first: int, limit: int) -> tuple[DeskRow, ...]:
        if self.broken:
            raise BookUnavailable(TroubleKind.LOCKED)
        self.searches.append(search)
        self.pages.append(first)
        return self.kept[first : first + limit]

    def count(self, search: Search) -> Count:
        if self.broken:
            raise BookUnavailable(TroubleKind.LOCKED)
        counting, self.counting = self.counting, None
        if counting is not None:
            return counting()
        return self.counted or Count(len(self.kept))

    def stop(self) -> None:
        self.stops += 1

    def known(self) -> Mapping[Field, tuple[str, ...]]:
        return {Field.REP: ("eva", "jan")}

    def candidates(self, search: Search, limit: int) -> tuple[Candidate, ...]:
        return self.candidates_kept[:limit]

    def views(self, owner: str) -> tuple[SavedView, ...]:
        return tuple(self.saved[name] for name in sorted(self.saved))

    def keep_view(self, owner: str, view: SavedView) -> None:
        self.saved[view.name] = view

    def drop_view(self, owner: str, name: str) -> None:
        self.saved.pop(name, None)


class ReviewsInMemory:
    """Keeps reviews, marks, answers and comments."""

    def __init__(self) -> None:
        self.cards: dict[str, SourceFile] = {}
        self.sent: list[Review] = []
        self.answers: list[Dispute] = []
        self.said: list[Comment] = []
        self.looked: list[tuple[UUID, Opening]] = []
        self.drawn: dict[str, DrawnQueue] = {}
        self.corrected: list[tuple[UUID, GivenMark]] = []
        self.second: list[tuple[int, bool]] = []
        self.broken = False

    def pin_card(self, file: SourceFile) -> None:
        self.cards[read_card(file).revision] = file

    def card(self, revision: str) -> SourceFile | None:
        return self.cards.get(revision)

    def reviews(self, call: UUID) -> tuple[Review, ...]:
        return tuple(one for one in reversed(self.sent) if one.draft.call == call)

    def send(self, draft: ReviewDraft, at: datetime) -> Review:
        if self.broken:
            raise BookUnavailable(TroubleKind.DISK_FULL)
        made = Review(UUID(int=1000 + len(self.sent)), at, draft, draft.reviewer)
        self.sent.append(made)
        return made

    def correct(self, review: UUID, mark: GivenMark, by: str, at: datetime) -> None:
        self.corrected.append((review, mark))

    def take_back(self, corrections: Sequence[Correction], by: str, at: datetime) -> tuple[Correction, ...]:
        if self.broken:
            raise BookUnavailable(TroubleKind.DISK_FULL)
        self.corrected += [(one.review, one.mark) for one in corrections]
        return ()

    def history(self, review: UUID, criterion: str) -> tuple[GivenMark, ...]:
        return tuple(mark for of, mark in self.corrected if of == review and mark.mark.criterion == criterion)

    def of_rep(self, rep: str, limit: int = 20) -> tuple[Review, ...]:
        return tuple(one for one in reversed(self.sent) if not one.draft.own)[:limit]

    def dispute(self, dispute: Dispute) -> None:
        self.answers.append(replace(dispute, id=len(self.answers) + 1))

    def disputes(self, review: UUID) -> tuple[Dispute, ...]:
        return tuple(one for one in self.answers if one.review == review)

    def decide(self, dispute: int, ruling: Ruling, answer: str, by: str, at: datetime) -> None:
        self.answers = [
            replace(one, ruling=ruling, answer=answer) if one.id == dispute else one for one in self.answers
        ]

    def second_read(self, fail: int, reader: str, confirmed: bool, answer: str, at: datetime) -> None:
        self.second.append((fail, confirmed))

    def comment(self, comment: Comment) -> None:
        self.said.append(comment)

    def comments(self, call: UUID) -> tuple[Comment, ...]:
        return tuple(one for one in self.said if one.call == call)

    def note_opening(self, call: UUID, person: str, at: datetime) -> None:
        self.looked.append((call, Opening(person, at)))

    def openings(self, call: UUID) -> tuple[Opening, ...]:
        return tuple(one for of, one in reversed(self.looked) if of == call)

    def keep_queue(self, owner: str, queue: DrawnQueue, at: datetime) -> None:
        self.drawn[owner] = queue

    def queue(self, owner: str) -> DrawnQueue | None:
        kept = self.drawn.get(owner)
        done = {str(one.draft.call) for one in self.sent}
        return replace(kept, calls=tuple(one for one in kept.calls if one.call not in done)) if kept else None


PLAYBOOK = b"""\
callcue: 1
id: small
title: A small call
lang: en
version: "3"
stages:
  - id: opening
    title: Opening
    lines:
      - id: hello
        say: Hello, this is {rep.name}.
        cue: [name, stop]
      - id: time
        ask: Is now all right?
        must: true
        answers:
          - {id: "yes", label: "yes, go on"}
          - {id: later, label: later, outcome: callback}
  - id: close
    title: Close
    lines:
      - id: shall
        ask: Shall we set it up?
objections:
  - id: price
    kind: price
    label: It is too expensive
    heard: [too expensive]
    likely: [opening]
    acknowledge: I see.
    ask: Compared with what?
    responses:
      - id: payback
        say: It pays for itself.
    check: Does that make sense?
outcomes: [callback, no_answer, not_interested]
"""
TEXT = Source((SourceFile("en/small.yaml", PLAYBOOK),))


def small_playbook() -> Playbook:
    """The playbook of ``PLAYBOOK``."""
    playbook = read(TEXT).playbook
    assert playbook is not None
    return playbook


def recorded() -> LiveCall:
    """A call with an answer that was changed, an objection that was hurried through, a flag, a note and a hold."""
    call = LiveCall.start(
        playbook=small_playbook(),
        source=TEXT,
        lead=LEAD,
        rep=REP,
        terms=CallTerms(),
        help=HelpLevel.CUES,
        journal=FakeJournal(),
        clock=FakeClock(ticking=True),
        seed=1,
    )
    call.done()
    call.pick(1)
    call.undo()
    call.pick(2)
    call.raise_objection("price")
    call.done()
    call.done()
    call.done()
    call.pick(1)
    call.tap_mood(Mood.INTERESTED)
    call.flag("the price")
    return call


class OneCard:
    """The shipped sales card for every call."""

    def card_for(self, playbook: Playbook) -> Card | None:
        path = Path("playbooks/scorecards/sales.yaml")
        file = SourceFile("scorecards/sales.yaml", path.read_bytes())
        return Card(read_card(file), file)


class BrokenCard:
    """A card whose file cannot be used."""

    def card_for(self, playbook: Playbook) -> Card | None:
        file = SourceFile("scorecards/sales.yaml", b"scorecard: 1\nid: sales\n")
        return Card(read_card(file), file)


class ViewInMemory:
    """The desk's view: remembers what it was told."""

    def __init__(self) -> None:
        self.find = FindScene()
        self.replay = ReplayScene()
        self.score = ScoreScene()
        self.export = ExportScene()
        self.history = HistoryScene()
        self.pointed: list[Lack] = []
        self.renewed = 0
        self.came: list[tuple[int, int]] = []
        self.drafts: frozenset[UUID] = frozenset()
        self.typed = ""
        self.overdue = 0
        self.on_paper: tuple[UUID, tuple[Reviewed, ...]] | None = None

    def show_find(self, scene: FindScene) -> None:
        self.find = scene

    def rows_renewed(self) -> None:
        self.renewed += 1

    def rows_came(self, first: int, last: int) -> None:
        self.came.append((first, last))

    def show_replay(self, scene: ReplayScene) -> None:
        self.replay = scene

    def show_score(self, scene: ScoreScene) -> None:
        self.score = scene

    def show_history(self, scene: HistoryScene) -> None:
        self.history = scene

    def show_export(self, scene: ExportScene) -> None:
        self.export = scene

    def offer_page(self, call: UUID, reviews: tuple[Reviewed, ...]) -> None:
        self.on_paper = (call, reviews)

    def show_drafts(self, calls: frozenset[UUID]) -> None:
        self.drafts = calls

    def show_typed_comment(self, words: str) -> None:
        self.typed = words

    def show_overdue(self, plans: int) -> None:
        self.overdue = plans

    def point_at(self, lack: Lack) -> None:
        self.pointed.append(lack)


class CalibrationsInMemory:
    """Keeps sessions; blind until opened."""

    def __init__(self) -> None:
        self.kept: list[Calibration] = []
        self.sent: list[tuple[UUID, Review]] = []
        self.noted: list[AnchorNote] = []

    def begin(self, session: Calibration) -> None:
        self.kept.insert(0, session)

    def sessions(self) -> tuple[Calibration, ...]:
        return tuple(self.kept)

    def send(self, session: UUID, draft: ReviewDraft, at: datetime) -> Review:
        made = Review(UUID(int=2000 + len(self.sent)), at, draft)
        self.sent.append((session, made))
        return made

    def progress(self, session: UUID) -> Mapping[str, int]:
        return dict(Counter(one.draft.reviewer for of, one in self.sent if of == session))

    def own(self, session: UUID, trainer: str) -> tuple[Review, ...]:
        return tuple(one for of, one in self.sent if of == session and one.draft.reviewer == trainer)

    def open_up(self, session: UUID, at: datetime) -> None:
        self.kept = [replace(one, opened=at) if one.id == session else one for one in self.kept]

    def reviews(self, session: UUID) -> tuple[Review, ...]:
        if any(one.id == session and one.opened is None for one in self.kept):
            raise StillBlind
        return tuple(one for of, one in self.sent if of == session)

    def note(self, session: UUID, note: AnchorNote) -> None:
        self.noted.append(note)

    def notes(self, session: UUID) -> tuple[AnchorNote, ...]:
        return tuple(self.noted)


class DraftsInMemory:
    """Keeps drafts; breaks when told to."""

    def __init__(self) -> None:
        self.kept: dict[tuple[str, UUID], Unsent] = {}
        self.beside: dict[tuple[str, UUID, UUID], Unsent] = {}
        self.broken = False

    def keep_draft(self, unsent: Unsent) -> None:
        if self.broken:
            raise BookUnavailable(TroubleKind.LOCKED)
        if unsent.about is None:
            self.kept[unsent.review.reviewer, unsent.review.call] = unsent
        else:
            self.beside[unsent.review.reviewer, unsent.review.call, unsent.about] = unsent

    def draft(self, reviewer: str, call: UUID, about: UUID | None = None) -> Unsent | None:
        if about is None:
            return self.kept.get((reviewer, call))
        return self.beside.get((reviewer, call, about))

    def drop_draft(self, reviewer: str, call: UUID, about: UUID | None = None) -> None:
        if about is None:
            self.kept.pop((reviewer, call), None)
        else:
            self.beside.pop((reviewer, call, about), None)

    def drafts(self, reviewer: str) -> frozenset[UUID]:
        return frozenset(call for owner, call in self.kept if owner == reviewer)


class CoachingInMemory:
    """Plans and calls as they are put in."""

    def __init__(self, *plans: Agreed) -> None:
        self.plans = list(plans)
        self.reps: tuple[Coached, ...] = ()
        self.earlier: tuple[PastCall, ...] = ()
        self.later: tuple[PastCall, ...] = ()
        self.broken = False

    def coached(self) -> tuple[Coached, ...]:
        if self.broken:
            raise BookUnavailable(TroubleKind.LOCKED)
        return self.reps

    def agreed(self, rep: str, limit: int = 20) -> tuple[Agreed, ...]:
        return tuple(self.plans[:limit])

    def calls_before(self, rep: str, one: Agreed, limit: int) -> tuple[PastCall, ...]:
        return self.earlier[:limit]

    def calls_after(self, rep: str, one: Agreed, limit: int) -> tuple[PastCall, ...]:
        return self.later[:limit]

    def step(self, review: UUID, step: PlanStep) -> None:
        self.plans = [
            replace(one, steps=(*one.steps, step)) if one.review.id == review else one for one in self.plans
        ]
