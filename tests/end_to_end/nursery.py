"""Raises programs that play calls until they are killed; run as a process of its own, it forks so that each starts at once.

Lines on standard output, each written with one system call: ``born PID``, ``made EVENT`` before an event is handed to
the journal, ``kept CALL SEQ`` when the journal says so.
"""

from __future__ import annotations

import os
import random
import sys
from collections.abc import Sequence
from pathlib import Path
from uuid import UUID

from app.call.clock import SystemClock
from app.call.events import Event, HelpLevel
from app.call.identity import new_call_id
from app.call.live_call import LiveCall
from app.call.people import CallTerms, LeadCard
from app.call.ports import JournalListener, Trouble
from app.playbook.source import Source
from app.playbook.vocabulary import Mood
from app.store.database import Database, url_of
from app.store.journal import StoredJournal
from app.store.spool import Spool, spool_line
from tests.builders import REP, SOURCE, mill_playbook


def say(*words: object) -> None:
    """One whole line to whoever listens."""
    os.write(1, (" ".join(map(str, words)) + "\n").encode())


class Acknowledging:
    """Passes on what the journal says."""

    def saved(self, call: UUID, seq: int) -> None:
        say("kept", call.hex, seq)

    def troubled(self, trouble: Trouble) -> None:
        say("trouble", trouble.kind)

    def recovered(self) -> None:
        say("well")


class Telling:
    """A journal that says what it is given before it takes it."""

    def __init__(self, journal: StoredJournal) -> None:
        self._journal = journal

    def listen(self, listener: JournalListener) -> None:
        self._journal.listen(listener)

    def pin(self, source: Source) -> None:
        self._journal.pin(source)

    def append(self, events: Sequence[Event]) -> None:
        for event in events:
            say("made", spool_line(event).decode().strip())
        self._journal.append(events)

    def flush(self, timeout: float) -> bool:
        return self._journal.flush(timeout)

    def close(self, timeout: float) -> bool:
        return self._journal.close(timeout)


def press(call: LiveCall, chance: random.Random) -> None:
    """One key that a rep may press."""
    key = chance.randrange(14)
    if key < 4:
        call.done()
    elif key < 8:
        call.pick(chance.randint(1, 3))
    elif key == 8:
        call.raise_objection(chance.choice(call.playbook.objections).id)
    elif key == 9:
        call.tap_mood(chance.choice(list(Mood)))
    elif key == 10:
        call.write_note(chance.randint(1, 3), "poznámka " * chance.randint(1, 40))
    elif key == 11:
        call.undo()
    elif key == 12:
        call.hold()
    else:
        call.skip()


def live(home: Path, seed: int) -> None:
    """Plays calls without end."""
    chance = random.Random(seed)
    database = Database(url_of("", home))
    journal = Telling(StoredJournal(database, Spool((home,), "callcue.db")))
    journal.listen(Acknowledging())
    playbook = mill_playbook()
    clock = SystemClock()
    while True:
        card = LeadCard(lead_id=str(new_call_id(clock.now())), first_name="Sample", phone="+420 777 123 456")
        call = LiveCall.start(
            playbook=playbook,
            source=SOURCE,
            lead=card,
            rep=REP,
            terms=CallTerms(),
            help=HelpLevel.FULL,
            journal=journal,
            clock=clock,
        )
        for _ in range(chance.randint(5, 60)):
            press(call, chance)
            if chance.random() < 0.7:
                journal.flush(10)


def main() -> None:
    """Has one child after the other, until standard input ends."""
    home, seed = Path(sys.argv[1]), int(sys.argv[2])
    for line in sys.stdin:
        child = os.fork()
        if child == 0:
            live(home, seed + int(line))
        say("born", child)
        os.waitpid(child, 0)
        say("dead", child)


if __name__ == "__main__":
    main()
