"""The program is killed at a hundred random moments of calls: nothing that was acknowledged is lost."""

from __future__ import annotations

import os
import random
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path
from typing import IO
from uuid import UUID

import pytest

from app.call.course import fold
from app.call.events import Event
from app.call.live_call import LiveCall
from app.store.calls import StoredCalls
from app.store.care import check
from app.store.database import Database, url_of
from app.store.spool import parsed_spool
from tests.builders import mill_playbook
from tests.fakes import FakeClock, FakeJournal

KILLS = 100
SEED = 20261124
ROOT = Path(__file__).parents[2]
GAP_MS = 90_000
MILLISECOND = timedelta(milliseconds=1)

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")


@dataclass
class Witness:
    """What the outside world saw before each death."""

    made: dict[tuple[UUID, int], Event] = field(default_factory=dict)
    kept: dict[UUID, int] = field(default_factory=dict)
    deaths: int = 0

    def hear(self, line: str) -> None:
        word, _, rest = line.partition(" ")
        if word == "made":
            (event,) = parsed_spool(rest.encode() + b"\n").items
            assert isinstance(event, Event)
            self.made[event.call, event.seq] = event
        elif word == "kept":
            call, seq = rest.split()
            self.kept[UUID(call)] = max(int(seq), self.kept.get(UUID(call), 0))


@contextmanager
def nursery(home: Path) -> Iterator[tuple[IO[str], IO[str]]]:
    """The process that has the children; gone at the end."""
    command = [sys.executable, "-m", "tests.end_to_end.nursery", str(home), str(SEED)]
    with subprocess.Popen(
        command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, encoding="utf-8"
    ) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        try:
            yield process.stdin, process.stdout
        finally:
            process.stdin.close()
            process.wait(10)


def raise_and_kill(
    number: int, orders: IO[str], news: IO[str], witness: Witness, chance: random.Random
) -> None:
    """Lets one child live for a random number of acknowledgements and a random moment more."""
    orders.write(f"{number}\n")
    orders.flush()
    left, pid = chance.randint(0, 25), 0
    for line in news:
        witness.hear(line)
        if line.startswith("born "):
            pid = int(line.split()[1])
        left -= line.startswith("kept ")
        if pid and left < 0:
            break
    time.sleep(chance.random() * 0.004)
    os.kill(pid, signal.SIGKILL)
    for line in news:
        if line.startswith("dead "):
            witness.deaths += 1
            return
        witness.hear(line)


@pytest.mark.slow
def test_nothing_acknowledged_is_lost_when_the_program_is_killed(tmp_path: Path) -> None:
    database = Database(url_of("", tmp_path))
    database.prepare()
    witness, chance = Witness(), random.Random(SEED)
    with nursery(tmp_path) as (orders, news):
        for number in range(KILLS):
            raise_and_kill(number, orders, news, witness, chance)
    assert witness.deaths == KILLS
    assert len(witness.kept) >= KILLS / 2

    with closing(sqlite3.connect(tmp_path / "callcue.db")) as db:
        assert db.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    found = check(database)
    assert found.faults == ()

    calls = StoredCalls(database)
    unfinished = {row.call: row for row in calls.unfinished("rep")}
    playbook = mill_playbook()
    for call, last in witness.kept.items():
        events = calls.events(call)
        assert len(events) >= last, f"acknowledged up to {last}, kept up to {len(events)}"
        assert [event.seq for event in events] == list(range(1, len(events) + 1))
        assert all(event == witness.made[call, event.seq] for event in events)

        state = fold(events).state
        assert unfinished[call].last_line == state.spoken_line
        resumed = LiveCall.resume(
            playbook=playbook,
            events=events,
            journal=FakeJournal(),
            clock=FakeClock(events[-1].at + GAP_MS * MILLISECOND),
        )
        assert resumed.prompt.line == state.line
        assert resumed.prompt.clocks.gap_ms == GAP_MS
    database.close()
