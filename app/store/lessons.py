"""What closed calls teach, counted and kept in the very transaction that closes them, and read for calls to come."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from itertools import groupby
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, func, select

from app.call.course import Course
from app.call.events import Event, NudgeKind, UnknownEvent
from app.call.experience import LineExperience, experience
from app.call.likely import MetCount
from app.call.ports import BookUnavailable, CallStatus, TroubleKind
from app.review.lessons import Lessons, NudgeCount, lessons_of
from app.review.ports import TrialRow, TrialRows
from app.store.database import Database
from app.store.kinds import NUMBER_OF_KIND
from app.store.lesson_tables import late_lesson, nudge_count, objection_count, wording_trial
from app.store.proposals import HintsOf, keep_hints, take_hints_back
from app.store.rows import event_of, storable, to_millis, upsert
from app.store.tables import STATUS_NUMBERS, call, call_event, playbook_revision, rep, word
from app.store.word_list import WordList

CALLS_LEARNT_FROM = 200
"""How many of a rep's last calls say how a line goes."""
_LEARNT_FROM = tuple(
    NUMBER_OF_KIND[kind]
    for kind in (
        "line_done",
        "answered",
        "line_skipped",
        "reworded",
        "help_declined",
        "help_changed",
        "undone",
    )
)


@dataclass(frozen=True, slots=True)
class ClosedCall:
    """A call whose outcome is recorded, as its lessons are filed."""

    key: int
    playbook: str
    lang: str
    sample: bool
    began: datetime
    ended: datetime


@dataclass(slots=True)
class Learning:
    """Gathers what calls teach and writes it into one open transaction."""

    _met: Counter[tuple[str, str, str, str, str, bool]] = field(default_factory=Counter)
    _nudges: Counter[tuple[str, bool, str]] = field(default_factory=Counter)
    _gone: list[int] = field(default_factory=list)
    _come: list[tuple[ClosedCall, Lessons]] = field(default_factory=list)

    def take_back(self, closed: ClosedCall, lessons: Lessons) -> None:
        """The outcome of ``closed`` was undone: ``lessons`` are those that it was filed with."""
        self._count(closed, lessons, -1)
        self._gone.append(closed.key)

    def add(self, closed: ClosedCall, lessons: Lessons) -> None:
        """``closed`` teaches ``lessons``."""
        self._count(closed, lessons, 1)
        if lessons.hints or lessons.tried:
            self._come.append((closed, lessons))

    def _count(self, closed: ClosedCall, lessons: Lessons, by: int) -> None:
        for one in lessons.met:
            key = (closed.playbook, one.stage, one.source, one.mood, one.objection, closed.sample)
            self._met[key] += by * one.times
        for nudge in lessons.nudges:
            self._nudges[str(nudge.nudge), closed.sample, "shown"] += by * nudge.shown
            self._nudges[str(nudge.nudge), closed.sample, "followed"] += by * nudge.followed

    def write(self, db: Connection, words: WordList) -> None:
        """Files everything gathered."""
        self._write_counts(db, words)
        if self._gone:
            db.execute(wording_trial.delete().where(wording_trial.c.call.in_(self._gone)))
            take_hints_back(db, self._gone)
        tried = [row for closed, lessons in self._come for row in _tried_rows(db, words, closed, lessons)]
        if tried:
            db.execute(wording_trial.insert(), tried)
        keep_hints(
            db,
            words,
            [
                HintsOf(one.key, one.playbook, one.lang, one.sample, one.began, lessons.hints)
                for one, lessons in self._come
            ],
        )

    def _write_counts(self, db: Connection, words: WordList) -> None:
        names = ("playbook", "stage", "source", "mood", "objection")
        rows = []
        for (*texts, sample), times in self._met.items():
            numbers = [words.number(db, str(text)) for text in texts]
            if times:
                rows.append({**dict(zip(names, numbers, strict=True)), "sample": sample, "times": times})
        if rows:
            row = upsert(db, objection_count)
            added = {"times": objection_count.c.times + row.excluded.times}
            db.execute(row.on_conflict_do_update(index_elements=[*names, "sample"], set_=added), rows)
        kinds = sorted({(nudge, sample) for nudge, sample, _ in self._nudges})
        counted = [
            {
                "nudge": nudge,
                "sample": sample,
                "shown": self._nudges[nudge, sample, "shown"],
                "followed": self._nudges[nudge, sample, "followed"],
            }
            for nudge, sample in kinds
        ]
        if counted:
            row = upsert(db, nudge_count)
            added = {name: nudge_count.c[name] + row.excluded[name] for name in ("shown", "followed")}
            db.execute(row.on_conflict_do_update(index_elements=["nudge", "sample"], set_=added), counted)


def _tried_rows(
    db: Connection, words: WordList, closed: ClosedCall, lessons: Lessons
) -> Iterator[dict[str, Any]]:
    for one in lessons.tried:
        yield {
            "call": closed.key,
            "name": words.number(db, one.name),
            "playbook": words.number(db, closed.playbook),
            "lang": words.number(db, closed.lang),
            "wording": one.wording,
            "did_well": one.did_well,
            "at": to_millis(closed.ended),
            "sample": closed.sample,
        }


def learn(
    db: Connection, words: WordList, key: int, call_id: UUID, before: Course, after: Course, at: datetime
) -> None:
    """Files what the call teaches now that its outcome changed from that of ``before`` to that of ``after``."""
    kept = select(call_event).where(call_event.c.call == key).order_by(call_event.c.seq)
    events = tuple(event_of(call_id, row) for row in db.execute(kept))
    started = after.state.started
    if started is None:
        return
    closed = ClosedCall(key, started.playbook, started.lang, started.sample, events[0].at, at)
    learning = Learning()
    late = db.execute(late_lesson.delete().where(late_lesson.c.call == key)).rowcount > 0
    if before.state.outcome is not None and not late:
        learning.take_back(closed, lessons_of(tuple(one for one in events if one.seq <= before.last_seq)))
    if after.state.outcome is not None:
        learning.add(closed, lessons_of(events))
    learning.write(db, words)


class StoredLessons:
    """Reads what closed calls teach (implements ``LessonBook``)."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def met(self, playbook: str, *, sample: bool = False) -> tuple[MetCount, ...]:
        """See ``LessonBook``."""
        stage, source, mood, met = (word.alias() for _ in range(4))
        rows = (
            select(stage.c.text, source.c.text, mood.c.text, met.c.text, objection_count.c.times)
            .join(word, word.c.key == objection_count.c.playbook)
            .join(stage, stage.c.key == objection_count.c.stage)
            .join(source, source.c.key == objection_count.c.source)
            .join(mood, mood.c.key == objection_count.c.mood)
            .join(met, met.c.key == objection_count.c.objection)
            .where(word.c.text == playbook, objection_count.c.sample == sample, objection_count.c.times > 0)
        )
        with self._database.reading() as db:
            return tuple(MetCount(*row) for row in db.execute(rows))

    def experience(self, rep_id: str, playbook: str, lang: str) -> dict[str, LineExperience]:
        """See ``LessonBook``."""
        named, spoken = word.alias(), word.alias()
        last = (
            select(call.c.key, call.c.id)
            .join(rep, rep.c.key == call.c.rep)
            .join(named, named.c.key == call.c.playbook)
            .join(spoken, spoken.c.key == call.c.lang)
            .where(
                rep.c.login == storable(rep_id),
                named.c.text == playbook,
                spoken.c.text == lang,
                call.c.status == STATUS_NUMBERS[CallStatus.CLOSED],
            )
            .order_by(call.c.started.desc(), call.c.key.desc())
            .limit(CALLS_LEARNT_FROM)
        )
        try:
            with self._database.reading() as db:
                calls = [(row.key, UUID(bytes=bytes(row.id))) for row in db.execute(last)]
                return experience(self._events_of(db, calls))
        except UnknownEvent as error:
            raise BookUnavailable(TroubleKind.DAMAGED) from error

    def _events_of(self, db: Connection, calls: Sequence[tuple[int, UUID]]) -> list[list[Event]]:
        """The telling events of ``calls`` (newest first), oldest call first."""
        names = dict(calls)
        rows = (
            select(call_event)
            .where(call_event.c.call.in_(list(names)), call_event.c.kind.in_(_LEARNT_FROM))
            .order_by(call_event.c.call, call_event.c.seq)
        )
        by_call = {
            key: [event_of(names[key], row) for row in group]
            for key, group in groupby(db.execute(rows), key=lambda row: row.call)
        }
        return [by_call[key] for key, _ in reversed(calls) if key in by_call]

    def trials(self) -> tuple[TrialRows, ...]:
        """See ``LessonBook``."""
        name, playbook, lang = (word.alias() for _ in range(3))
        rows = (
            select(
                playbook.c.text,
                lang.c.text,
                name.c.text,
                wording_trial.c.sample,
                wording_trial.c.wording,
                wording_trial.c.did_well,
                playbook_revision.c.revision,
            )
            .join(call, call.c.key == wording_trial.c.call)
            .join(playbook_revision, playbook_revision.c.key == call.c.revision)
            .join(playbook, playbook.c.key == wording_trial.c.playbook)
            .join(lang, lang.c.key == wording_trial.c.lang)
            .join(name, name.c.key == wording_trial.c.name)
            .order_by(wording_trial.c.at, wording_trial.c.call)
        )
        found: dict[tuple[str, str, str, bool], list[TrialRow]] = {}
        with self._database.reading() as db:
            for book, spoken, tried, sample, wording, did_well, revision in db.execute(rows):
                row = TrialRow(wording, did_well, bytes(revision).hex())
                found.setdefault((book, spoken, tried, sample), []).append(row)
        return tuple(TrialRows(*key[:3], tuple(tries), key[3]) for key, tries in sorted(found.items()))

    def nudges(self) -> tuple[NudgeCount, ...]:
        """See ``LessonBook``."""
        rows = (
            select(nudge_count.c.nudge, func.sum(nudge_count.c.shown), func.sum(nudge_count.c.followed))
            .where(~nudge_count.c.sample)
            .group_by(nudge_count.c.nudge)
        )
        with self._database.reading() as db:
            counts = {row[0]: (int(row[1]), int(row[2])) for row in db.execute(rows)}
        return tuple(NudgeCount(kind, *counts.get(str(kind), (0, 0))) for kind in NudgeKind)
