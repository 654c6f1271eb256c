"""What calls teach is filed when they are closed, taken back by undo, and the same whichever way it was written."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from app.call import events as ev
from app.call.events import HelpLevel, How, NudgeKind, Result
from app.call.experience import LineExperience
from app.call.likely import MetCount
from app.review.lessons import Followed, ProposalKind
from app.review.ports import TrialRow
from app.review.proposals import Decision, Proposal
from app.store import lessons as module
from app.store.bulk import store_events
from app.store.database import Database, url_of
from app.store.journal import StoredJournal
from app.store.lessons import StoredLessons
from app.store.proposals import StoredProposals
from tests.store.happenings import REP, SOURCE, START, Tape


def talked(hours: int = 0, words: str = "costs a fortune", **more: object) -> Tape:
    """A call in which everything happens, closed."""
    tape = Tape(start=START + timedelta(hours=hours))
    tape.begin(**more)
    tape.act(ev.Reworded("opening.hello", "Hi, it is me"))
    tape.act(ev.LineDone("opening.hello"))
    tape.act(ev.NudgeShown(NudgeKind.MUST_OPEN))
    tape.act(ev.ObjectionRaised("price", How.SEARCH, words))
    tape.act(ev.ResponseShown("price", "payback", hours % 2))
    tape.act(ev.ObjectionEnded("price", Result.SETTLED, "payback"))
    tape.finish("callback", when="2026-12-01T09:00")
    return tape


def keep(journal: StoredJournal, *tapes: Tape) -> None:
    for tape in tapes:
        for event in tape.events:
            journal.append((event,))
    assert journal.flush(10)


def seen(proposals: tuple[Proposal, ...]) -> list[tuple[str, str, str, int]]:
    return sorted((one.kind.value, one.target, one.words, one.times) for one in proposals)


def test_equal_proposals_of_several_calls_are_one(database: Database, journal: StoredJournal) -> None:
    keep(journal, talked(), talked(1, "Costs A Fortúne!"))
    found = StoredProposals(database).proposals()
    assert seen(found) == [
        ("heard", "price", "costs a fortune", 2),
        ("own_words", "opening.hello", "Hi, it is me", 2),
    ]
    heard = next(one for one in found if one.kind is ProposalKind.HEARD)
    assert heard.last_seen - heard.first_seen == timedelta(hours=1)
    newest, oldest = StoredProposals(database).moments(heard.key)
    assert newest.at - oldest.at == timedelta(hours=1)
    assert (newest.rep, newest.moment.followed, newest.moment.mood) == (REP.name, Followed.SETTLED, "")


def test_a_call_teaches_nothing_before_its_outcome(database: Database, journal: StoredJournal) -> None:
    tape = talked()
    tape.events.pop()
    keep(journal, tape)
    assert StoredProposals(database).proposals() == ()
    assert StoredLessons(database).met("mill") == ()


def test_an_outcome_taken_back_takes_everything_with_it(database: Database, journal: StoredJournal) -> None:
    stays, goes = talked(), talked(1, "costs a bomb")
    keep(journal, stays)
    before = (
        StoredProposals(database).proposals(),
        StoredLessons(database).met("mill"),
        StoredLessons(database).trials(),
        StoredLessons(database).nudges(),
    )
    outcome = goes.events[-1].seq
    undone = goes.act(ev.Undone(outcome))[0]
    keep(journal, goes)
    after = (
        StoredProposals(database).proposals(),
        StoredLessons(database).met("mill"),
        StoredLessons(database).trials(),
        StoredLessons(database).nudges(),
    )
    assert after == before
    journal.append(goes.act(ev.Undone(undone.seq)))
    assert journal.flush(10)
    assert len(StoredProposals(database).proposals()) == 3
    assert StoredLessons(database).met("mill") == (MetCount("opening", "web", "reserved", "price", 2),)


def test_what_was_decided_stays_when_its_call_goes(database: Database, journal: StoredJournal) -> None:
    tape = talked()
    keep(journal, tape)
    book = StoredProposals(database)
    for one in book.proposals():
        book.decide(one.key, Decision.DECLINED, "manager", START)
    journal.append(tape.act(ev.Undone(tape.events[-1].seq)))
    assert journal.flush(10)
    assert [(one.times, one.decision) for one in book.proposals()] == [(0, Decision.DECLINED)] * 2


def test_accepting_credits_the_first_who_came_with_it(database: Database, journal: StoredJournal) -> None:
    other = replace(REP, rep_id="second", name="Second Example")
    keep(journal, talked(1, rep=other), talked())
    book = StoredProposals(database)
    one = next(each for each in book.proposals() if each.kind is ProposalKind.OWN_WORDS)
    book.decide(one.key, Decision.ACCEPTED, "manager", START)
    (mine,) = book.taken(REP.rep_id)
    assert (mine.key, mine.credited, mine.decided_at) == (one.key, REP.name, START)
    assert book.taken("second") == ()
    book.decide(one.key, Decision.NEW, "manager", START)
    assert book.taken(REP.rep_id) == ()


def test_samples_are_counted_apart(database: Database, journal: StoredJournal) -> None:
    keep(journal, talked(sample=True))
    lessons = StoredLessons(database)
    assert lessons.met("mill") == ()
    assert lessons.met("mill", sample=True) == (MetCount("opening", "web", "reserved", "price", 1),)
    assert {one.sample for one in StoredProposals(database).proposals()} == {True}
    assert {one.shown for one in lessons.nudges()} == {0}


def test_trials_and_reminders_are_read_in_order(database: Database, journal: StoredJournal) -> None:
    keep(journal, talked(), talked(1))
    (row,) = StoredLessons(database).trials()
    assert (row.playbook, row.name) == ("mill", "price.payback")
    assert row.rows == (TrialRow(0, True, SOURCE.revision), TrialRow(1, True, SOURCE.revision))
    shown = {one.nudge: (one.shown, one.followed) for one in StoredLessons(database).nudges()}
    assert shown[NudgeKind.MUST_OPEN] == (2, 0)
    assert len(shown) == len(NudgeKind)


def test_experience_is_of_this_rep_playbook_and_language(database: Database, journal: StoredJournal) -> None:
    well = []
    for hours in range(3):
        tape = Tape(start=START + timedelta(hours=hours))
        tape.begin()
        tape.act(ev.LineDone("opening.hello"))
        tape.finish()
        well.append(tape)
    offered = Tape(start=START + timedelta(hours=5))
    offered.begin()
    offered.act(ev.HelpDeclined("opening.hello"))
    offered.act(ev.HelpChanged(HelpLevel.QUIET, "opening.why"))
    offered.finish()
    unfinished = Tape(start=START + timedelta(hours=6))
    unfinished.begin()
    unfinished.act(ev.LineDone("opening.hello"))
    keep(journal, *well, offered, unfinished)
    lessons = StoredLessons(database)
    assert lessons.experience("petra", "mill", "en") == {
        "opening.hello": LineExperience(well=3, declined=1),
        "opening.why": LineExperience(taken=HelpLevel.QUIET),
    }
    assert lessons.experience("petra", "mill", "cs") == {}
    assert lessons.experience("other", "mill", "en") == {}


def test_only_the_last_calls_count(
    database: Database, journal: StoredJournal, monkeypatch: pytest.MonkeyPatch
) -> None:
    tapes = []
    for hours in range(4):
        tape = Tape(start=START + timedelta(hours=hours))
        tape.begin()
        tape.act(ev.LineDone("opening.hello"))
        tape.finish()
        tapes.append(tape)
    keep(journal, *tapes)
    monkeypatch.setattr(module, "CALLS_LEARNT_FROM", 2)
    assert StoredLessons(database).experience("petra", "mill", "en")["opening.hello"].well == 2


def test_bulk_files_the_same_lessons(database: Database, journal: StoredJournal, tmp_path: Path) -> None:
    tapes = [talked(hours, f"words {hours % 3}") for hours in range(7)]
    taken_back = talked(8)
    taken_back.act(ev.Undone(taken_back.events[-1].seq))
    tapes.append(taken_back)
    keep(journal, *tapes)
    other = Database(url_of(str(tmp_path / "bulk.db"), tmp_path))
    other.prepare()
    store_events(other, [tape.events for tape in tapes])
    assert seen(StoredProposals(other).proposals()) == seen(StoredProposals(database).proposals())
    one, same = StoredLessons(other), StoredLessons(database)
    assert one.met("mill") == same.met("mill")
    assert one.trials() == same.trials()
    assert one.nudges() == same.nudges()
    other.close()
