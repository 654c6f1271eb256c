"""Loading many calls at once leaves the same rows as recording each of them."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Connection, select

from app.call import events as ev
from app.call.events import HelpLevel, How, Result
from app.call.identity import new_call_id
from app.call.people import CallTerms
from app.playbook.vocabulary import Mood
from app.store import bulk
from app.store.bulk import store_events
from app.store.calls import StoredCalls
from app.store.database import Database, url_of
from app.store.desk_entries import NOT_ON_DESK
from app.store.desk_tables import call_objection
from app.store.journal import StoredJournal
from app.store.leads import StoredLeads
from app.store.recorder import NoBeginning
from app.store.reps import StoredReps
from app.store.spool import Spool
from app.store.tables import call, call_text, do_not_call, follow_up, word
from tests.store.happenings import LEAD, SOURCE, START, Tape

IDS = [str(new_call_id(START)) for _ in range(3)]


def tapes() -> list[Tape]:
    """Calls of three leads and a passer-by, with promises made and met, a refusal, an outcome taken back."""
    made = []
    for number in range(12):
        tape = Tape(start=START + timedelta(hours=number))
        lead_id = "" if number % 4 == 3 else IDS[number % 4]
        card = LEAD.__class__(lead_id, "Lead", str(number % 4), phone=f"60112345{number % 4}", source="web")
        tape.begin(lead=card, terms=CallTerms(attempt=number // 4 + 1))
        tape.act(ev.HelpChanged(HelpLevel.QUIET if number % 2 else HelpLevel.CUES))
        if number == 5:
            undone = tape.finish("sale")[-1]
            tape.act(ev.Undone(undone.seq))
        elif number == 8:
            tape.finish("do_not_call")
        elif number != 7:
            tape.act(ev.MoodTapped(Mood.ANGRY if number % 3 else Mood.INTERESTED))
            tape.act(
                ev.ObjectionRaised("dear" if number % 2 else None, How.KEY, "" if number % 2 else "Švagr")
            )
            tape.act(ev.ObjectionEnded("dear" if number % 2 else None, Result.OPEN))
            tape.act(ev.NoteWritten(1, "Dvě pobočky"), ev.Flagged())
            tape.finish("callback", when=f"2026-12-{number + 1:02}T09:00")
        made.append(tape)
    return made


def _rows(database: Database) -> dict[str, Any]:
    with database.reading() as db:
        promises = (
            select(follow_up, call.c.id).join(call, call.c.key == follow_up.c.call).order_by(call.c.started)
        )
        met = {row.key: bytes(row.id) for row in db.execute(select(call))}
        return {
            "promises": [
                (bytes(row.id), row.due, row.due_local, row.made, met.get(row.done_by))
                for row in db.execute(promises)
            ],
            "blocked": [row.number for row in db.execute(select(do_not_call).order_by(do_not_call.c.number))],
            "desk": _desk(db),
            "calls": StoredCalls(database).recent(100),
            "leads": StoredLeads(database).search("", 100),
            "reps": StoredReps(database).all(),
        }


def _desk(db: Connection) -> list[tuple[object, ...]]:
    """What the desk sees of each call, words for numbers."""
    words = {row.key: row.text for row in db.execute(select(word))}
    rows = select(call, call_text).join(call_text).order_by(call.c.started, call.c.id)
    found: list[tuple[object, ...]] = []
    for row in db.execute(rows):
        raised = select(call_objection).where(call_objection.c.call == row.key)
        found.append(
            (
                *(getattr(row, name) for name in NOT_ON_DESK if name not in {"stage", "campaign"}),
                words.get(row.stage),
                words.get(row.campaign),
                row.words,
                row.sort_name,
                [(one.number, words.get(one.objection), one.words, one.result) for one in db.execute(raised)],
            )
        )
    return found


@pytest.mark.parametrize("batch", [5, 2000])
def test_bulk_and_journal_leave_the_same_rows(
    database: Database, tmp_path: Path, batch: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(bulk, "CALLS_A_TRANSACTION", batch)
    other = Database(url_of(str(tmp_path / "bulk.db"), tmp_path))
    other.prepare()
    played = tapes()
    told: list[int] = []
    assert store_events(other, [tape.events for tape in played], [SOURCE], progress=told.append) == len(
        played
    )
    assert told[-1] == len(played)

    journal = StoredJournal(Database(database.url), Spool((tmp_path,), "callcue.db"))
    journal.pin(SOURCE)
    for tape in played:
        for event in tape.events:
            journal.append((event,))
    assert journal.close(10)

    assert _rows(other) == _rows(database)
    for tape in played:
        assert StoredCalls(other).events(tape.call) == tuple(tape.events)
    assert StoredCalls(other).source(SOURCE.revision) == SOURCE
    other.close()


def test_the_journal_goes_on_after_a_load(database: Database, journal: StoredJournal) -> None:
    loaded, live = Tape(), Tape()
    loaded.begin()
    store_events(database, [loaded.events])
    journal.append(live.begin())
    journal.append(loaded.act(ev.Flagged()))
    assert journal.flush(5)
    assert StoredCalls(database).events(loaded.call) == tuple(loaded.events)
    assert StoredCalls(database).events(live.call) == tuple(live.events)


def test_a_call_without_its_beginning_is_no_call(database: Database) -> None:
    tape = Tape()
    tape.begin()
    with pytest.raises(NoBeginning):
        store_events(database, [tape.events[1:]])
    assert StoredCalls(database).count() == 0
