"""The journal keeps what it is given, in order, and says so only afterwards."""

from __future__ import annotations

from app.call import events as ev
from app.call.events import HelpLevel
from app.call.ports import CallStatus
from app.store.calls import StoredCalls
from app.store.database import Database
from app.store.journal import StoredJournal
from tests.store.happenings import SOURCE, START, Listener, Tape


def test_a_call_comes_back_event_by_event(database: Database, journal: StoredJournal) -> None:
    tape = Tape()
    journal.pin(SOURCE)
    journal.append(tape.begin())
    journal.append(tape.act(ev.LineDone("opening.hello"), ev.LineShown("opening.time")))
    journal.append(tape.finish(reason="price", facts={"hours": 7, "note": "ěšč \ud800 \0"}))
    assert journal.flush(5)

    calls = StoredCalls(database)
    assert calls.events(tape.call) == tuple(tape.events)
    assert calls.source(SOURCE.revision) == SOURCE
    assert calls.source("0" * 64) is None


def test_saved_is_said_for_what_is_in_the_database(database: Database, journal: StoredJournal) -> None:
    found: list[int] = []
    calls = StoredCalls(database)
    tape = Tape()

    class Looking(Listener):
        def saved(self, call: object, seq: int) -> None:
            found.append(len(calls.events(tape.call)) - seq)

    journal.listen(Looking())
    for batch in (tape.begin(), tape.act(ev.LineDone("opening.hello"))):
        journal.append(batch)
        assert journal.flush(5)
    assert found == [0, 0]


def test_the_row_of_the_call_says_what_its_events_add_up_to(
    database: Database, journal: StoredJournal
) -> None:
    tape = Tape()
    calls = StoredCalls(database)
    journal.append(tape.begin())
    journal.append(tape.act(ev.Held()))
    journal.append(tape.act(ev.Resumed()))
    journal.append(tape.act(ev.HelpChanged(HelpLevel.QUIET)))
    assert journal.flush(5)

    (row,) = calls.unfinished("petra")
    assert (row.call, row.status, row.started) == (tape.call, CallStatus.LIVE, START)
    assert (row.last_line, row.last_ms) == ("opening.hello", 5000)
    assert row.talk_ms == 4000
    assert (row.lead_name, row.company, row.source, row.rep) == ("Žaneta Říhová", "Pekárna", "web", "petra")
    assert calls.last_help("petra") == "quiet"
    assert calls.unfinished("somebody") == ()

    journal.append(tape.finish("lost", reason="price"))
    assert journal.flush(5)
    (row,) = calls.recent(10)
    assert (row.status, row.outcome, row.reason) == (CallStatus.CLOSED, "lost", "price")
    assert calls.unfinished() == ()


def test_an_outcome_taken_back_opens_the_call_again(database: Database, journal: StoredJournal) -> None:
    tape = Tape()
    journal.append(tape.begin())
    recorded = tape.finish()[-1]
    journal.append(tuple(tape.events[3:]))
    journal.append(tape.act(ev.Undone(recorded.seq)))
    assert journal.flush(5)
    (row,) = StoredCalls(database).unfinished()
    assert (row.status, row.outcome) == (CallStatus.WRAP_UP, "")


def test_the_same_events_twice_are_kept_once(database: Database, journal: StoredJournal) -> None:
    tape = Tape()
    batch = tape.begin()
    journal.append(batch)
    journal.append(batch)
    assert journal.flush(5)
    journal.append(batch)
    assert journal.flush(5)
    assert StoredCalls(database).events(tape.call) == batch


def test_a_listener_that_fails_does_not_stop_the_journal(
    database: Database, journal: StoredJournal, caplog: object
) -> None:
    class Failing(Listener):
        def saved(self, call: object, seq: int) -> None:
            raise RuntimeError("the window is gone")

    heard = Listener()
    journal.listen(Failing())
    journal.listen(heard)
    tape = Tape()
    journal.append(tape.begin())
    assert journal.flush(5)
    assert heard.acknowledged == [(tape.call, 3)]
