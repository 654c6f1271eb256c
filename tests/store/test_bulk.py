"""Loading many calls at once leaves the same rows as recording each of them."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select

from app.call import events as ev
from app.call.events import HelpLevel
from app.call.identity import new_call_id
from app.call.people import CallTerms
from app.store import bulk
from app.store.bulk import store_events
from app.store.calls import StoredCalls
from app.store.database import Database, url_of
from app.store.journal import StoredJournal
from app.store.leads import StoredLeads
from app.store.recorder import NoBeginning
from app.store.reps import StoredReps
from app.store.spool import Spool
from app.store.tables import call, do_not_call, follow_up
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
            "calls": StoredCalls(database).recent(100),
            "leads": StoredLeads(database).search("", 100),
            "reps": StoredReps(database).all(),
        }


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
