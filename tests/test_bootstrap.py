"""The services open what is there, make what is missing, and start in spite of troubles that pass."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace

import pytest

from app.bootstrap import Services, build_services, playbooks_folder
from app.call import events as ev
from app.call.clock import SystemClock
from app.call.ports import BookUnavailable, TroubleKind
from app.call.reps import RepProfile
from app.playbook.library import Library, NoGoodVersions
from app.settings import Settings
from app.store.problems import DatabaseNewer
from tests.fakes import FakeClock, FakeJournal
from tests.store.happenings import REP, SOURCE, Attentive, Tape


@pytest.fixture
def services(tmp_path: Path) -> Iterator[Services]:
    made = build_services(Settings(), tmp_path / "home")
    yield made
    made.close()


def test_an_empty_folder_becomes_a_house(services: Services) -> None:
    assert services.calls.recent(10) == ()
    assert services.leads.search("", 10) == ()
    assert services.reps.all() == ()
    assert services.library.folder == playbooks_folder(Settings())
    assert isinstance(services.clock, SystemClock)
    assert (services.home / "callcue.db").stat().st_mode & 0o777 == 0o600


def test_a_call_is_there_at_the_next_start(services: Services) -> None:
    tape = Tape()
    services.journal.pin(SOURCE)
    services.journal.append(tape.begin())
    assert services.close()
    again = build_services(Settings(), services.home)
    assert [row.call for row in again.calls.unfinished()] == [tape.call]
    assert again.close()


def test_a_rep_is_remembered_with_the_last_help_level(services: Services) -> None:
    services.reps.keep(RepProfile(REP, "cs"))
    tape = Tape()
    services.journal.append(tape.begin(help=ev.HelpLevel.CUES))
    assert services.journal.flush(5)
    services.reps.keep(RepProfile(replace(REP, company="Bakery"), "en"))
    assert services.reps.by_id("petra") == RepProfile(replace(REP, company="Bakery"), "en", ev.HelpLevel.CUES)
    assert services.calls.last_help("petra") == "cues"
    assert services.reps.by_id("nobody") is None


def test_fakes_are_taken_as_given(tmp_path: Path) -> None:
    journal, clock = FakeJournal(), FakeClock()
    library = Library(tmp_path, NoGoodVersions())
    made = build_services(Settings(), tmp_path, journal=journal, clock=clock, library=library)
    assert made.journal is journal
    assert made.clock is clock
    assert made.library is library
    made.close()


def test_a_newer_database_is_no_start(services: Services) -> None:
    services.close()
    with closing(sqlite3.connect(services.home / "callcue.db")) as db:
        db.execute("UPDATE alembic_version SET version_num = '0099'")
        db.commit()
    with pytest.raises(DatabaseNewer):
        build_services(Settings(), services.home)


def test_a_locked_database_is_no_obstacle(services: Services) -> None:
    services.close()
    tape = Tape()
    with closing(sqlite3.connect(services.home / "callcue.db", isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        made = build_services(Settings(), services.home)
        made.journal.append(tape.begin())
        assert made.calls.recent(10) == ()
        other.execute("ROLLBACK")
    assert made.journal.flush(10)
    assert made.calls.events(tape.call) == tuple(tape.events)
    assert made.close()


def test_what_stands_in_the_way_at_the_start_is_told(
    services: Services, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert services.trouble is None
    services.close()
    monkeypatch.setattr("app.store.room.shutil.disk_usage", lambda _folder: SimpleNamespace(free=0))
    made = build_services(Settings(), services.home)
    assert made.trouble is TroubleKind.DISK_FULL
    assert made.calls.recent(10) == ()
    heard = Attentive()
    made.journal.listen(heard)
    assert heard.hear_trouble(waiting=0).kind is TroubleKind.DISK_FULL
    monkeypatch.undo()
    heard.hear_recovery()
    assert made.close()


def test_the_last_good_version_of_a_playbook_outlives_the_program(services: Services, tmp_path: Path) -> None:
    from app.store.database import Database
    from app.store.sources import StoredGoodVersions

    assert isinstance(services.database, Database)
    StoredGoodVersions(services.database).remember("en/mill.yaml", SOURCE)
    StoredGoodVersions(services.database).remember("en/mill.yaml", SOURCE)
    assert StoredGoodVersions(services.database).recall("en/mill.yaml") == SOURCE
    assert StoredGoodVersions(services.database).recall("en/other.yaml") is None


def test_a_silent_database_is_not_asked_for_every_playbook_anew(
    services: Services, monkeypatch: pytest.MonkeyPatch
) -> None:
    from app.store.database import Database
    from app.store.sources import SILENCE, StoredGoodVersions

    services.close()
    assert isinstance(services.database, Database)
    now = [1000.0]
    monkeypatch.setattr("app.store.sources.time.monotonic", lambda: now[0])
    with (
        closing(Database(services.database.url, patience=0)) as database,
        closing(services.database) as asked,
    ):
        versions = StoredGoodVersions(database)
        with closing(sqlite3.connect(services.home / "callcue.db", isolation_level=None)) as other:
            other.execute("PRAGMA locking_mode=EXCLUSIVE")
            other.execute("BEGIN EXCLUSIVE")
            versions.remember("en/mill.yaml", SOURCE)
        versions.remember("en/mill.yaml", SOURCE)
        assert StoredGoodVersions(asked).recall("en/mill.yaml") is None
        now[0] += SILENCE
        versions.remember("en/mill.yaml", SOURCE)
        assert versions.recall("en/mill.yaml") == SOURCE


def test_playbooks_come_from_where_they_are_set(tmp_path: Path) -> None:
    assert playbooks_folder(replace(Settings(), playbooks=str(tmp_path))) == tmp_path
    assert (playbooks_folder(Settings()) / "en").is_dir()


_STARTED = """
import sys
from pathlib import Path
from app.bootstrap import build_services
from app.settings import Settings
services = build_services(Settings(), Path(sys.argv[1]))
services.calls.recent(10)
services.leads.search("", 10)
unwanted = {"alembic", "phonenumbers", "psycopg", "sqlalchemy.orm", "sqlalchemy.dialects.postgresql"}
unwanted |= {"app.call.events", "app.playbook.model", "app.review.query", "app.store.recorder"}
print(sorted(unwanted & set(sys.modules)))
services.close()
"""


def test_a_start_imports_nothing_that_it_can_do_without(services: Services) -> None:
    services.close()
    done = subprocess.run(
        [sys.executable, "-c", _STARTED, str(services.home)],
        cwd=Path(__file__).parents[1],
        capture_output=True,
        text=True,
        timeout=60,
        check=True,
    )
    assert done.stdout == "[]\n"


def test_a_database_that_cannot_even_be_read_is_no_obstacle(
    services: Services, monkeypatch: pytest.MonkeyPatch
) -> None:
    services.close()
    monkeypatch.setattr("app.store.database.PATIENCE", 0.05)
    tape = Tape()
    with closing(sqlite3.connect(services.home / "callcue.db", isolation_level=None)) as other:
        other.execute("PRAGMA locking_mode=EXCLUSIVE")
        other.execute("BEGIN EXCLUSIVE")
        made = build_services(Settings(), services.home)
        made.journal.append(tape.begin())
        with pytest.raises(BookUnavailable):
            made.calls.recent(10)
        other.execute("ROLLBACK")
    assert made.journal.flush(10)
    assert made.calls.events(tape.call) == tuple(tape.events)
    assert made.close()
